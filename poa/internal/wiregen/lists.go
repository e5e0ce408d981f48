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
	done := map[*named]bool{}
	for _, l := range all {
		if !done[l.elem] {
			done[l.elem] = true
			g.elementType(p, l.elem, kinds)
		}
	}
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
	elem := f.shape.elem.elem
	return fmt.Sprintf("&elements{%s, (*sliceOf[*%s])(&%s.%s), &type%s}", constant, g.qualified(elem.t), v, f.goName, g.funcName(elem))
}

// elementType writes the functions of a type of elements.
func (g *target) elementType(p *printer, t *named, kinds map[string]string) {
	s := &shape{kind: kStruct, t: t}
	name, typ := g.funcName(s), g.qualified(t)
	g.decoder(s)
	g.encoder(s)
	g.cloner(s)
	var refs, lists []string
	named := ""
	for _, f := range g.fieldsOf(t) {
		if f.goName == "Name" && f.shape.kind == kString {
			named = fmt.Sprintf("name: func(v any) string { return v.(*%s).Name },", typ)
		}
		if f.ref != "" {
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
			refs = append(refs, fmt.Sprintf("r.%s(%q, %s, &v.%s)", method, f.name, k, f.goName))
		}
		if f.shape.isList() {
			lists = append(lists, g.listOf(f, kinds[f.name], "v"))
		}
	}
	p.line("var type%s = elementType{", name)
	p.line("id: func(v any) string { return v.(*%s).ID },", typ)
	p.line("%s", named)
	p.line("decode: func(d *wire.Decoder) (any, bool) {\nv := new(%s)\nreturn v, decode%s(d, v)\n},", typ, name)
	p.line("encode: func(e *wire.Encoder, v any) { encode%s(e, v.(*%s)) },", name, typ)
	p.line("copy: func(v any) any {\nc := *v.(*%s)\nreturn &c\n},", typ)
	if len(refs) > 0 {
		p.line("refs: func(of any, r *references) {\nv := of.(*%s)\n%s\n},", typ, strings.Join(refs, "\n"))
	}
	if len(lists) > 0 {
		p.line("nested: func(of any) []list {\nv := of.(*%s)\nreturn []list{%s}\n},", typ, strings.Join(lists, ", "))
	}
	p.line("}\n")
}
