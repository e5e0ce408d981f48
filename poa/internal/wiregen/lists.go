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

// isList reports whether a shape is a list of elements, []*T.
func (s *shape) isList() bool {
	return s.kind == kSlice && s.elem.kind == kPointer && s.elem.elem.kind == kStruct
}

// lists returns the lists of the root, then those of their elements.
func (g *target) lists() (top, nested []listInfo) {
	of := func(t *named) (list []listInfo) {
		for _, f := range g.fieldsOf(t) {
			if f.shape.isList() {
				list = append(list, listInfo{f, t, f.shape.elem.elem.t})
			}
		}
		return list
	}
	top = of(g.pkg.types[g.root])
	for _, l := range top {
		below := of(l.elem)
		for _, n := range below {
			if len(of(n.elem)) > 0 {
				g.fail("%s.%s: lists can be nested two deep at most", l.elem.name, n.goName)
			}
		}
		nested = append(nested, below...)
	}
	return top, nested
}

// listOfElements returns the constant of a list that has elements of type t.
func (g *target) listOfElements(t *named) string {
	top, nested := g.lists()
	for _, l := range append(top, nested...) {
		if l.elem == t {
			return l.constant()
		}
	}
	g.fail("%s is not the type of the elements of a list of the document", t.name)
	return "listAny"
}

// printer writes lines of a generated file.
type printer struct{ strings.Builder }

func (p *printer) line(format string, args ...any) {
	fmt.Fprintf(&p.Builder, format+"\n", args...)
}

// editing returns the code for structural edits of the root: its lists, the references of
// its elements, and copies.
func (g *target) editing() string {
	top, nested := g.lists()
	if g.err != nil {
		return ""
	}
	all := append(append([]listInfo{}, top...), nested...)
	kinds := map[string]string{"*": "listAny"}
	for _, l := range all {
		if kinds[l.name] != "" {
			g.fail("two lists are called %q: a reference to them would be ambiguous", l.name)
		}
		kinds[l.name] = l.constant()
	}
	p := &printer{}
	listConstants(p, all, top)
	g.listsOfRoot(p, top)
	g.typeSwitches(p, all, kinds)
	p.line("// clone returns a deep copy of d.\nfunc (d *Document) clone() *Document { return cloneDocument(d) }\n")
	g.cloner(&shape{kind: kStruct, t: g.pkg.types[g.root]})
	return p.String()
}

// listConstants writes the constants and names of the lists.
func listConstants(p *printer, all, top []listInfo) {
	p.line("// The lists of a document, those of elements last.\nconst (")
	for i, l := range all {
		if i == 0 {
			p.line("%s listKind = iota + 1", l.constant())
		} else {
			p.line("%s", l.constant())
		}
	}
	p.line(")\n\nconst lastTopList = %s\n", top[len(top)-1].constant())
	p.line("var listNames = [...]string{")
	for _, l := range all {
		p.line("%s: %q,", l.constant(), l.name)
	}
	p.line("}\n\nvar listRecords = [...]bool{")
	for _, l := range all {
		if l.record {
			p.line("%s: true,", l.constant())
		}
	}
	p.line("len(listNames) - 1: false,\n}\n")
}

// listsOfRoot writes the method of the root that returns its lists.
func (g *target) listsOfRoot(p *printer, top []listInfo) {
	p.line("// list returns a list of d.\nfunc (d *Document) list(k listKind) list {\nswitch k {")
	for _, l := range top {
		p.line("case %s:\nreturn %s", l.constant(), g.listOf(l.field, l.constant(), "d"))
	}
	p.line("}\nreturn nil\n}\n")
}

// listOf returns the expression for the list in a field of v.
func (g *target) listOf(f field, constant, v string) string {
	return fmt.Sprintf("&elements{%s, &%s.%s}", constant, v, f.goName)
}

// typeSwitches writes the functions that differ between the types of elements, which are
// switches over all types: the functions of an element, a pointer in any, and those of a
// list, a pointer to its slice.
func (g *target) typeSwitches(p *printer, all []listInfo, kinds map[string]string) {
	ofElement := func(comment, head, tail string, body func(t *named, name, typ string) string) {
		p.line("%s\nfunc %s {\nswitch v := v.(type) {", comment, head)
		done := map[*named]bool{}
		for _, l := range all {
			if done[l.elem] {
				continue
			}
			done[l.elem] = true
			typ := g.qualified(l.elem)
			if code := body(l.elem, g.funcName(&shape{kind: kStruct, t: l.elem}), typ); code != "" {
				p.line("case *%s:\n%s", typ, code)
			}
		}
		p.line("}\n%s}\n", tail)
	}
	ofElement("// idOf returns the id of an element.", "idOf(v any) string", "return \"\"\n", func(*named, string, string) string { return "return v.ID" })
	ofElement("// nameOfElement returns the name of an element, or \"\" if its type has none.", "nameOfElement(v any) string", "return \"\"\n", func(t *named, _, _ string) string {
		for _, f := range g.fieldsOf(t) {
			if f.goName == "Name" && f.shape.kind == kString {
				return "return v.Name"
			}
		}
		return ""
	})
	ofElement("// encodeElement writes an element.", "encodeElement(e *wire.Encoder, v any)", "", func(t *named, name, _ string) string {
		g.encoder(&shape{kind: kStruct, t: t})
		return "encode" + name + "(e, v)"
	})
	ofElement("// copyOf returns a copy of an element, which shares the slices of the element.", "copyOf(v any) any", "return nil\n", func(t *named, _, _ string) string {
		g.cloner(&shape{kind: kStruct, t: t})
		return "c := *v\nreturn &c"
	})
	ofElement("// visitReferences passes the references of an element to r.", "visitReferences(v any, r *references)", "", func(t *named, _, _ string) string {
		return g.references(t, kinds)
	})
	ofElement("// nestedOf returns the lists of an element.", "nestedOf(v any) []list", "return nil\n", func(t *named, _, _ string) string {
		var lists []string
		for _, f := range g.fieldsOf(t) {
			if f.shape.isList() {
				lists = append(lists, g.listOf(f, kinds[f.name], "v"))
			}
		}
		if lists == nil {
			return ""
		}
		return "return []list{" + strings.Join(lists, ", ") + "}"
	})

	p.line("// decodeElement decodes an element of a list.\nfunc decodeElement(d *wire.Decoder, of listKind) (any, bool) {\nswitch of {")
	for _, l := range all {
		s := &shape{kind: kStruct, t: l.elem}
		g.decoder(s)
		p.line("case %s:\nv := new(%s)\nreturn v, decode%s(d, v)", l.constant(), g.qualified(l.elem), g.funcName(s))
	}
	p.line("}\nreturn nil, false\n}\n")

	ofSlice := func(comment, head, tail, body string) {
		p.line("%s\nfunc (l *elements) %s {\nswitch s := l.slice.(type) {", comment, head)
		done := map[*named]bool{}
		for _, l := range all {
			if !done[l.elem] {
				done[l.elem] = true
				p.line("case *[]*%s:\n%s", g.qualified(l.elem), body)
			}
		}
		p.line("}\n%s}\n", tail)
	}
	ofSlice("// len returns the number of elements.", "len() int", "return 0\n", "return len(*s)")
	ofSlice("// at returns element i as a pointer.", "at(i int) any", "return nil\n", "return (*s)[i]")
	ofSlice("// set replaces element i.", "set(i int, v any)", "", "setAt(s, i, v)")
	ofSlice("// add adds an element at the end.", "add(v any)", "", "appendTo(s, v)")
	ofSlice("// pop removes the last element.", "pop()", "", "removeLast(s)")
	ofSlice("// unshare replaces the slice with a copy.", "unshare()", "", "copySlice(s)")
	ofSlice("// assign replaces the slice with a new one, or with nil if there are no elements.", "assign(list []any)", "", "assign(s, list)")
	ofSlice("// adopt makes the list share the slice of o.", "adopt(o list)", "", "setSlice(s, o.slice)")
}

// references returns the calls for the references of a type of elements.
func (g *target) references(t *named, kinds map[string]string) string {
	var calls []string
	for _, f := range g.fieldsOf(t) {
		if f.ref == "" {
			continue
		}
		k := kinds[f.ref]
		if k == "" {
			g.fail("%s.%s refers to %q, which is not a list", t.name, f.goName, f.ref)
		}
		method := "one"
		switch {
		case f.shape.kind == kSlice:
			method = "many"
		case f.required:
			method = "must"
		}
		calls = append(calls, fmt.Sprintf("r.%s(%q, %s, &v.%s)", method, f.name, k, f.goName))
	}
	return strings.Join(calls, "\n")
}
