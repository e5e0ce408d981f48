package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"regexp"
	"strings"
)

// direction is whether a type is decoded, encoded or both.
type direction uint8

const (
	decode direction = 1 << iota
	encode
	both = decode | encode
)

// target is a package that code is generated for.
type target struct {
	m       *model
	pkg     *pkg
	root    string // the type with code for clones and structural edits, or ""
	omitNil bool   // optional lists are omitted if nil, not if empty

	roots   map[string]direction
	done    map[string]direction // shapes by function name
	funcs   map[string]string    // generated functions by name
	order   []string
	imports map[string]bool
	element map[*named]bool
	members map[*named][]*named
	err     error
}

func newTarget(m *model, name string) *target {
	return &target{
		m: m, pkg: m.packages[name], roots: map[string]direction{}, done: map[string]direction{},
		funcs: map[string]string{}, imports: map[string]bool{}, element: map[*named]bool{}, members: map[*named][]*named{},
	}
}

func (g *target) use(name string, d direction) { g.roots[name] |= d }

// useMarked uses the unions of the package and, in package rpc, all messages.
func (g *target) useMarked() {
	for _, name := range g.pkg.order {
		t := g.pkg.types[name]
		_, isStruct := t.expr.(*ast.StructType)
		if t.marks["union"] || g.omitNil && isStruct && ast.IsExported(name) && !t.marks["host"] {
			g.use(name, both)
		}
	}
}

func (g *target) empty() bool { return len(g.roots) == 0 }

func (g *target) fail(format string, args ...any) {
	if g.err == nil {
		g.err = fmt.Errorf(format, args...)
	}
}

// idComment matches the comment of a field that refers to another element.
var idComment = regexp.MustCompile(`\b(is the id|are the ids) of\b`)

// markElements records which structs are elements of lists anywhere below the roots. It
// must be called before code is generated.
func (g *target) markElements() {
	seen := map[*named]bool{}
	var visit func(s *shape)
	visit = func(s *shape) {
		switch s.kind {
		case kSlice:
			if s.isList() {
				g.element[s.elem.elem.t] = true
			}
			visit(s.elem)
		case kArray, kPointer:
			visit(s.elem)
		case kStruct:
			if seen[s.t] {
				return
			}
			seen[s.t] = true
			fields, err := g.m.fields(s.t, false)
			if err != nil {
				g.fail("%v", err)
			}
			for _, f := range fields {
				visit(f.shape)
				if g.element[s.t] && f.ref == "" && idComment.MatchString(f.doc) {
					g.fail("%s.%s is the id of an element by its comment: tag it poa:\"ref=LIST\"", s.t.name, f.goName)
				}
				if g.root != "" && s.t.methods["MarshalJSON"] == nil && s.t.kindText() == "" && f.json != f.name {
					g.fail("%s.%s: the tag json:%q is missing: encoding/json would use another name", s.t.name, f.goName, f.name)
				}
			}
		case kUnion:
			for _, t := range g.membersOf(s.t) {
				visit(&shape{kind: kStruct, t: t})
			}
		}
	}
	for _, name := range g.rootNames() {
		s, err := g.m.shapeOfNamed(g.pkg.types[name])
		if err != nil {
			g.fail("%v", err)
			return
		}
		visit(s)
	}
	if g.root != "" {
		g.element[g.pkg.types[g.root]] = true
	}
}

func (g *target) rootNames() []string {
	var names []string
	for _, name := range g.pkg.order {
		if g.roots[name] != 0 {
			names = append(names, name)
		}
	}
	return names
}

// membersOf returns the implementations of a union in its package.
func (g *target) membersOf(union *named) []*named {
	if list, ok := g.members[union]; ok {
		return list
	}
	var list []*named
	for _, name := range union.pkg.order {
		t := union.pkg.types[name]
		if t.kindText() == "" {
			continue
		}
		if missing := t.missing(union.expr.(*ast.InterfaceType)); missing != "" {
			g.fail("%s has a method Kind, but no method %s of %s: it would not be a member", t.name, missing, union.name)
			continue
		}
		list = append(list, t)
	}
	g.members[union] = list
	return list
}

// missing returns the name of the first method of an interface that t does not have, or "".
func (t *named) missing(i *ast.InterfaceType) string {
	for _, m := range i.Methods.List {
		for _, name := range m.Names {
			if t.methods[name.Name] == nil {
				return name.Name
			}
		}
	}
	return ""
}

func (g *target) fieldsOf(t *named) []field {
	fields, err := g.m.fields(t, g.element[t])
	if err != nil {
		g.fail("%v", err)
	}
	return fields
}

// goType returns a type as written in the target's package.
func (g *target) goType(s *shape) string {
	if s.t != nil {
		return g.qualified(s.t)
	}
	switch s.kind {
	case kString, kJSON:
		return "string"
	case kInt:
		return "int"
	case kBool:
		return "bool"
	case kPointer:
		return "*" + g.goType(s.elem)
	case kSlice:
		return "[]" + g.goType(s.elem)
	case kArray:
		return fmt.Sprintf("[%d]%s", s.n, g.goType(s.elem))
	}
	g.fail("no Go type for kind %d", s.kind)
	return "?"
}

func (g *target) qualified(t *named) string {
	if t.pkg == g.pkg {
		return t.name
	}
	g.imports[t.pkg.path] = true
	return t.pkg.name + "." + t.name
}

// funcName returns the X in the names of the functions of a shape: decodeX, encodeX,
// zeroX, cloneX.
func (g *target) funcName(s *shape) string {
	if s.t != nil {
		if s.t.pkg == g.pkg {
			return upperFirst(s.t.name)
		}
		return upperFirst(s.t.pkg.name) + s.t.name
	}
	switch s.kind {
	case kString:
		return "String"
	case kInt:
		return "Int"
	case kBool:
		return "Bool"
	case kPointer:
		return g.funcName(s.elem) + "Ptr"
	case kSlice:
		if s.elem.kind == kPointer {
			return g.funcName(s.elem.elem) + "List"
		}
		return g.funcName(s.elem) + "Values"
	case kArray:
		return fmt.Sprintf("%sArray%d", g.funcName(s.elem), s.n)
	}
	g.fail("no name for kind %d", s.kind)
	return "?"
}

func (g *target) add(name, text string) {
	if _, ok := g.funcs[name]; !ok {
		g.order = append(g.order, name)
	}
	g.funcs[name] = text
}

// file returns a generated file with a header and some of the generated functions.
func (g *target) file(head string, names []string) ([]byte, error) {
	var body strings.Builder
	body.WriteString(head)
	for _, name := range names {
		body.WriteString(g.funcs[name])
		body.WriteString("\n")
	}
	return g.source(body.String(), g.imports)
}

// source returns a generated file of the package.
func (g *target) source(body string, imports map[string]bool) ([]byte, error) {
	if g.err != nil {
		return nil, g.err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "// Code generated by poa/internal/wiregen; DO NOT EDIT.\n\npackage %s\n\n", g.pkg.name)
	if len(imports) > 0 {
		b.WriteString("import (\n")
		for _, p := range sortedKeys(imports) {
			if p != g.pkg.path {
				fmt.Fprintf(&b, "\t%q\n", p)
			}
		}
		b.WriteString(")\n\n")
	}
	b.WriteString(body)
	text, err := format.Source(b.Bytes())
	if err != nil {
		return b.Bytes(), fmt.Errorf("generated code of package %s: %w\n%s", g.pkg.name, err, b.Bytes())
	}
	return text, nil
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }
