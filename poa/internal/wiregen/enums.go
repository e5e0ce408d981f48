package main

import (
	"fmt"
	"strings"
)

// enums returns the text forms of the package's own enums that have none.
func (g *target) enums() ([]byte, error) {
	e := newTarget(g.m, g.pkg.name)
	e.imports["errors"] = true
	for _, name := range e.pkg.order {
		t := e.pkg.types[name]
		if len(t.consts) == 0 || t.methods["String"] != nil || !integer(t) {
			continue
		}
		e.add(name, enumText(t))
	}
	if len(e.order) == 0 {
		return nil, nil
	}
	e.add("enumText", `func enumText(keys []string, i int) ([]byte, error) {
	if i < len(keys) && keys[i] != "" {
		return []byte(keys[i]), nil
	}
	return nil, errors.New("poa: the value is unspecified: set one of " + enumKeys(keys))
}

func enumIndex(keys []string, text []byte) (int, error) {
	for i, k := range keys {
		if k != "" && k == string(text) {
			return i, nil
		}
	}
	return 0, errors.New("poa: unknown key: use one of " + enumKeys(keys))
}

func enumKeys(keys []string) string {
	s := ""
	for _, k := range keys {
		if k != "" {
			if s != "" {
				s += ", "
			}
			s += k
		}
	}
	return s
}
`)
	return e.file("", e.order)
}

func integer(t *named) bool {
	s := fmt.Sprint(t.expr)
	return s == "uint8" || s == "int8" || s == "int" || s == "uint16"
}

func enumText(t *named) string {
	var b strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	keys := lowerFirst(t.name) + "Keys"
	p("var %s = [...]string{", keys)
	for i, k := range t.enumKeys() {
		p("%s: %q,", t.consts[i].name, k)
	}
	p("}\n")
	r := strings.ToLower(t.name[:1])
	what := "the value is unspecified"
	p("// String returns the text key of %s, or \"\" when it has none.", r)
	p("func (%s %s) String() string {\nif int(%s) < len(%s) { return %s[%s] }\nreturn \"\"\n}\n", r, t.name, r, keys, keys, r)
	p("// MarshalText returns the text key; it is an error when %s.", what)
	p("func (%s %s) MarshalText() ([]byte, error) { return enumText(%s[:], int(%s)) }\n", r, t.name, keys, r)
	p("// UnmarshalText reads a text key; the error of another text lists the keys.")
	p("func (%s *%s) UnmarshalText(text []byte) error {\ni, err := enumIndex(%s[:], text)\nif err == nil { *%s = %s(i) }\nreturn err\n}", r, t.name, keys, r, t.name)
	return b.String()
}
