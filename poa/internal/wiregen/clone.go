package main

import (
	"fmt"
	"strings"
)

// cloner generates cloneX, which returns a deep copy. It returns a function that
// returns the expression that copies x, or nil if assignment is enough.
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
			if s.isList() {
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

// deep reports whether assigning a value would share memory.
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
