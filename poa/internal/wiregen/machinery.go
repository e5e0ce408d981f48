package main

import (
	"fmt"
	"strings"
)

// listInfo is a list of elements, of the root or of an element.
type listInfo struct {
	field
	owner *named
	elem  *named
}

func (l listInfo) constant() string { return "list" + l.goName }

// lists returns the lists of the root, then those of their elements.
func (g *target) lists() (top, nested []listInfo) {
	of := func(t *named) (list []listInfo) {
		for _, f := range g.fieldsOf(t) {
			if s := f.shape; s.kind == kSlice && s.elem.kind == kPointer && s.elem.elem.kind == kStruct {
				list = append(list, listInfo{f, t, s.elem.elem.t})
			}
		}
		return list
	}
	top = of(g.pkg.types[g.root])
	for _, l := range top {
		below := of(l.elem)
		for _, n := range below {
			if len(of(n.elem)) > 0 {
				g.fail("%s.%s: lists nest two deep at most", l.elem.name, n.goName)
			}
		}
		nested = append(nested, below...)
	}
	return top, nested
}

// machinery returns what the structural edits of the root rest on: its lists,
// the references of its elements, copies.
func (g *target) machinery() string {
	top, nested := g.lists()
	if g.err != nil {
		return ""
	}
	all := append(append([]listInfo{}, top...), nested...)
	kinds := map[string]string{"*": "listAny"}
	for _, l := range all {
		if kinds[l.name] != "" {
			g.fail("two lists are called %q: references could not name them", l.name)
		}
		kinds[l.name] = l.constant()
	}
	var b strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }

	p("// The lists of a document, those of elements last.\nconst (")
	for i, l := range all {
		if i == 0 {
			p("%s listKind = iota + 1", l.constant())
		} else {
			p("%s", l.constant())
		}
	}
	p(")\n\nconst lastTopList = %s\n", top[len(top)-1].constant())
	p("var listNames = [...]string{")
	for _, l := range all {
		p("%s: %q,", l.constant(), l.name)
	}
	p("}\n\nvar listRecords = [...]bool{")
	for _, l := range all {
		if l.record {
			p("%s: true,", l.constant())
		}
	}
	p("len(listNames) - 1: false,\n}\n")

	p("// listNests tells which lists have elements with lists of their own.\nvar listNests = [...]bool{")
	nests := map[*named]bool{}
	for _, l := range nested {
		nests[l.owner] = true
	}
	for _, l := range all {
		if nests[l.elem] {
			p("%s: true,", l.constant())
		}
	}
	p("len(listNames) - 1: false,\n}\n")
	p("// list returns a list of d.\nfunc (d *Document) list(k listKind) *list {\nswitch k {")
	for _, l := range top {
		p("case %s:\nreturn &list{k, (*[]unsafe.Pointer)(unsafe.Pointer(&d.%s)), &ops%s}", l.constant(), l.goName, g.funcName(&shape{t: l.elem}))
	}
	p("}\nreturn nil\n}\n")

	p("// takeLists gives d the lists and annotations of o.\nfunc (d *Document) takeLists(o *Document) {")
	for _, f := range g.fieldsOf(g.pkg.types[g.root]) {
		if f.annotation {
			p("d.%s = o.%s", f.goName, f.goName)
		}
	}
	for _, l := range top {
		p("d.%s = o.%s", l.goName, l.goName)
	}
	p("}\n")

	p("// resolveReferences shows all references of d to r and reports whether all are good.")
	p("func resolveReferences(d *Document, r *references) bool {")
	for _, l := range top {
		inner := ""
		for _, n := range nested {
			if n.owner == l.elem && g.refers(n.elem) {
				inner += fmt.Sprintf("for _, w := range v.%s { refs%s(unsafe.Pointer(w), r) }\n", n.goName, g.funcName(&shape{t: n.elem}))
			}
		}
		if !g.refers(l.elem) && inner == "" {
			continue
		}
		p("for _, v := range d.%s {", l.goName)
		if g.refers(l.elem) {
			p("refs%s(unsafe.Pointer(v), r)", g.funcName(&shape{t: l.elem}))
		}
		p("%s}", inner)
	}
	p("return !r.bad\n}\n")

	done := map[*named]bool{}
	for _, l := range all {
		if done[l.elem] {
			continue
		}
		done[l.elem] = true
		g.elementOps(p, l.elem, kinds)
	}
	p("// clone returns a deep copy of d.\nfunc (d *Document) clone() *Document { return cloneDocument(d) }\n")
	g.cloner(&shape{kind: kStruct, t: g.pkg.types[g.root]})
	return b.String()
}

// refers reports whether an element has references of its own.
func (g *target) refers(t *named) bool {
	for _, f := range g.fieldsOf(t) {
		if f.ref != "" {
			return true
		}
	}
	return false
}

func (g *target) elementOps(p func(string, ...any), t *named, kinds map[string]string) {
	s := &shape{kind: kStruct, t: t}
	name, typ := g.funcName(s), g.qualified(t)
	g.imports["unsafe"] = true
	g.decoder(s)
	g.encoder(s)
	g.cloner(s)
	p("var ops%s = elementOps{", name)
	p("id: func(v unsafe.Pointer) string { return (*%s)(v).ID },", typ)
	p("decode: func(d *wire.Decoder) (unsafe.Pointer, bool) {\nv := new(%s)\nreturn unsafe.Pointer(v), decode%s(d, v)\n},", typ, name)
	p("append: func(b []byte, v unsafe.Pointer) []byte { return append%s(b, (*%s)(v)) },", name, typ)
	p("clone: func(v unsafe.Pointer) unsafe.Pointer { return unsafe.Pointer(clone%s((*%s)(v))) },", name, typ)
	p("refs: %s,\nnested: %s,\n}\n", refsOf(name, g.refers(t)), nestedOf(name, g.nests(t)))
	var refs, lists strings.Builder
	for _, f := range g.fieldsOf(t) {
		if f.ref != "" {
			k := kinds[f.ref]
			if k == "" {
				g.fail("%s.%s refers to %q, which is no list", t.name, f.goName, f.ref)
			}
			method := "one"
			if f.required {
				method = "must"
			}
			if f.shape.kind == kSlice {
				method = "many"
			}
			fmt.Fprintf(&refs, "r.%s(%q, %s, &v.%s)\n", method, f.name, k, f.goName)
		}
		if f.shape.kind == kSlice && f.shape.elem.kind == kPointer && f.shape.elem.elem.kind == kStruct {
			elem := f.shape.elem.elem
			fmt.Fprintf(&lists, "visit(&list{%s, (*[]unsafe.Pointer)(unsafe.Pointer(&v.%s)), &ops%s})\n", kinds[f.name], f.goName, g.funcName(elem))
		}
	}
	if refs.Len() > 0 {
		p("func refs%s(p unsafe.Pointer, r *references) {\nv := (*%s)(p)\n%s}\n", name, typ, refs.String())
	}
	if lists.Len() > 0 {
		p("func nested%s(p unsafe.Pointer, visit func(*list)) {\nv := (*%s)(p)\n%s}\n", name, typ, lists.String())
	}
}

func refsOf(name string, any bool) string {
	if any {
		return "refs" + name
	}
	return "noReferences"
}

func nestedOf(name string, any bool) string {
	if any {
		return "nested" + name
	}
	return "noLists"
}

// nests reports whether an element has lists of elements of its own.
func (g *target) nests(t *named) bool {
	for _, f := range g.fieldsOf(t) {
		if f.shape.kind == kSlice && f.shape.elem.kind == kPointer && f.shape.elem.elem.kind == kStruct {
			return true
		}
	}
	return false
}

// cloner makes cloneX, a deep copy; it returns the expression that copies x,
// or "" where assignment is enough.
func (g *target) cloner(s *shape) func(x string) string {
	switch s.kind {
	case kStruct:
		name := "clone" + g.funcName(s)
		if g.done[name] == 0 {
			g.done[name] = both
			g.add(name, "")
			var b strings.Builder
			fmt.Fprintf(&b, "func %s(v *%s) *%s {\nc := *v\n", name, g.goType(s), g.goType(s))
			for _, f := range g.fieldsOf(s.t) {
				if f.shape.kind == kStruct && !g.deep(f.shape) {
					continue
				}
				if c := g.cloner(f.shape); c != nil {
					fmt.Fprintf(&b, "c.%s = %s\n", f.goName, c("v."+f.goName))
				}
			}
			b.WriteString("return &c\n}\n")
			g.add(name, b.String())
		}
		return func(x string) string { return "*" + name + "(&" + x + ")" }
	case kPointer:
		name := "clone" + g.funcName(s)
		elem := g.cloner(s.elem)
		if g.done[name] == 0 {
			g.done[name] = both
			body := "c := *v\nreturn &c"
			if elem != nil {
				body = "c := " + elem("*v") + "\nreturn &c"
				body = strings.ReplaceAll(body, "&*v", "v")
			}
			g.add(name, fmt.Sprintf("func %s(v *%s) *%s {\nif v == nil { return nil }\n%s\n}\n", name, g.goType(s.elem), g.goType(s.elem), body))
		}
		return func(x string) string { return name + "(" + x + ")" }
	case kSlice:
		g.imports["slices"] = true
		if !g.deep(s.elem) {
			return func(x string) string { return "slices.Clone(" + x + ")" }
		}
		name := "clone" + g.funcName(s)
		if g.done[name] == 0 {
			g.done[name] = both
			item := g.cloner(s.elem)("v[i]")
			if s.elem.kind == kPointer && s.elem.elem.kind == kStruct {
				item = "clone" + g.funcName(s.elem.elem) + "(v[i])"
				g.cloner(s.elem.elem)
			}
			typ := "[]" + g.goType(s.elem)
			g.add(name, fmt.Sprintf("func %s(v %s) %s {\nc := slices.Clone(v)\nfor i := range v { c[i] = %s }\nreturn c\n}\n", name, typ, typ, item))
		}
		return func(x string) string { return name + "(" + x + ")" }
	case kCustom:
		g.imports["slices"] = true
		return func(x string) string { return "slices.Clone(" + x + ")" }
	}
	return nil
}

// deep reports whether assignment of a value would share memory.
func (g *target) deep(s *shape) bool {
	switch s.kind {
	case kPointer, kSlice, kUnion:
		return true
	case kArray:
		return g.deep(s.elem)
	case kStruct:
		for _, f := range g.fieldsOf(s.t) {
			if g.deep(f.shape) {
				return true
			}
		}
	}
	return false
}
