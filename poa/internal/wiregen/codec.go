package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"strconv"
	"strings"
)

// codec returns the file with the codec of the target.
func (g *target) codec() ([]byte, error) {
	g.markElements()
	g.imports[modulePath+"/poa/internal/wire"] = true
	for _, name := range g.rootNames() {
		s, err := g.m.shapeOfNamed(g.pkg.types[name])
		if err != nil {
			return nil, err
		}
		if g.roots[name]&decode != 0 {
			g.decoder(s)
		}
		if g.roots[name]&encode != 0 {
			g.encoder(s)
		}
	}
	head := ""
	if g.root != "" {
		head = g.editing() + g.membersJSON("Command")
	}
	return g.file(head, g.order)
}

// membersJSON returns the methods by which encoding/json reads and writes each member of
// a union in the form of the wire.
func (g *target) membersJSON(union string) string {
	p := &printer{}
	for _, t := range g.membersOf(g.pkg.types[union]) {
		p.line("// MarshalJSON returns the command with its kind.")
		p.line("func (c %s) MarshalJSON() ([]byte, error) { return Append%s(nil, &c), nil }\n", t.name, union)
		p.line("// UnmarshalJSON reads a command of this kind.")
		p.line("func (c *%s) UnmarshalJSON(data []byte) error { return unmarshal%s(data, c) }\n", t.name, union)
	}
	return p.String()
}

// kindText returns the text that the method Kind of t returns, or "".
func (t *named) kindText() string {
	m := t.methods["Kind"]
	if m == nil || m.Body == nil || len(m.Body.List) != 1 {
		return ""
	}
	r, ok := m.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(r.Results) != 1 {
		return ""
	}
	lit, ok := r.Results[0].(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	s, _ := strconv.Unquote(lit.Value)
	return s
}

// decoder generates the decoder of s. It returns a function that returns the call for a
// pointer: decodeX(d, ptr), or a method of the Decoder.
func (g *target) decoder(s *shape) func(ptr string) string {
	switch {
	case s.kind == kJSON && s.ts != "":
		return func(p string) string { return "d.Verbatim(" + p + ")" }
	case s.kind == kJSON:
		return func(p string) string { return "d.JSON(" + p + ")" }
	case s.kind == kString && s.t == nil:
		return func(p string) string { return "d.String(" + p + ")" }
	case s.kind == kString:
		return func(p string) string { return "d.String((*string)(" + p + "))" }
	case s.kind == kInt && s.t == nil:
		return func(p string) string { return "d.Int(" + p + ")" }
	case s.kind == kInt:
		return func(p string) string { return "d.Int((*int)(" + p + "))" }
	case s.kind == kBool:
		return func(p string) string { return "d.Bool(" + p + ")" }
	case s.kind == kSlice && s.t == nil && s.elem.kind == kString && s.elem.t == nil:
		return func(p string) string { return "d.Strings(" + p + ")" }
	case s.isList() && g.root != "":
		g.decoder(s.elem.elem)
		return func(p string) string { return "decodeList(d, " + p + ", " + g.listOfElements(s.elem.elem.t) + ")" }
	case s.kind == kSelf:
		return func(p string) string { return "d.Unmarshal(" + strings.TrimPrefix(p, "&") + ".UnmarshalJSON)" }
	}
	name := "decode" + g.funcName(s)
	if g.done[name]&decode == 0 {
		g.done[name] |= decode
		if s.kind != kCustom {
			g.add(name, "") // in the order of first use
			g.add(name, g.decodeBody(name, s))
		}
	}
	return func(p string) string { return name + "(d, " + p + ")" }
}

func (g *target) decodeBody(name string, s *shape) string {
	var b strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	typ := g.goType(s)
	p("func %s(d *wire.Decoder, v *%s) bool {", name, typ)
	switch s.kind {
	case kEnum, kText:
		code, typ := "BadEnum", "TypeChoice"
		switch s.t.pkg.name + "." + s.t.name {
		case "calendar.Date", "calendar.Month":
			code, typ = "ImpossibleDate", "TypeDate"
		case "budget.Money":
			code, typ = "BadAmount", "TypeAmount"
		case "exact.Number":
			code, typ = "BadNumber", "TypeDecimal"
		}
		p("s, ok := d.TextOf(wire.%s)\nif !ok { return d.OK() }", typ)
		parse := "Parse" + s.t.name
		if s.kind == kText && s.t.pkg.funcs[parse] {
			if s.t.pkg != g.pkg {
				parse = s.t.pkg.name + "." + parse
			}
			p("x, err := %s(s)", parse)
			p("if err != nil || s == \"\" { return d.Bad(wire.%s, s, err) }\n*v = x\nreturn true", code)
		} else {
			p("if err := v.UnmarshalText([]byte(s)); err != nil || s == \"\" { return d.Bad(wire.%s, s, err) }\nreturn true", code)
		}
	case kPointer:
		p("if d.Null() { *v = nil; return true }")
		p("x := new(%s)", g.goType(s.elem))
		p("if !%s { return false }", g.decoder(s.elem)("x"))
		if s.elem.kind == kStruct && !g.omitNil {
			p("if %s { x = nil } // an optional struct that is empty is absent", g.zero(s.elem, "x", true))
		}
		p("*v = x\nreturn true")
	case kArray:
		p("begin := d.Begin()")
		p("if !d.OpenList() { return d.OK() }")
		p("n := 0\nfor ; d.More(); n++ {")
		p("if n >= %d { if !d.Skip() { return d.InItem(\"\", n) }; continue }", s.n)
		p("if !%s { return d.InItem(\"\", n) }", g.decoder(s.elem)("&v[n]"))
		p("}")
		p("d.At(begin)\nreturn d.Array(n, %d)", s.n)
	case kSlice:
		p("if !d.OpenList() { return d.OK() }")
		switch {
		case s.isList():
			g.fail("no decoder for %s: it is not a list of elements of a plan", typ)
		default:
			p("list := %s{}", g.goType(&shape{kind: kSlice, elem: s.elem}))
			p("for d.More() {\nif !d.Room(len(list)) { return false }\nvar x %s", g.goType(s.elem))
			p("if !%s { return d.InItem(\"\", len(list)) }", g.decoder(s.elem)("&x"))
			p("list = append(list, x)\n}")
			p("if len(list) == 0 { list = nil }")
		}
		p("*v = list\nreturn d.OK()")
	case kUnion:
		p("kind, ok := d.Peek(\"kind\")")
		p("if !ok { return d.Lacks(\"kind\") }")
		p("switch kind {")
		for _, t := range g.membersOf(s.t) {
			p("case %q:\nx := new(%s)\n*v = x\nreturn %s", t.kindText(), g.qualified(t), g.decoder(&shape{kind: kStruct, t: t})("x"))
		}
		p("}\nd.Open()\nd.Refuse(wire.BadEnum, d.Offset(), wire.Text(\"value\", kind))\nreturn d.In(\"kind\")")
	case kStruct:
		g.decodeStruct(p, s.t)
	default:
		g.fail("no decoder for %s", typ)
	}
	p("}")
	return b.String()
}

// decodeStruct writes a loop over the members of an object. The names of the fields
// are data and the loop has one call for each: the code is a third as large as a
// switch over names that also finds duplicates.
func (g *target) decodeStruct(p func(string, ...any), t *named) {
	fields := g.fieldsOf(t)
	if len(fields) > 63 {
		g.fail("%s has more than 63 fields", t.name)
	}
	names := "fieldsOf" + g.funcName(&shape{kind: kStruct, t: t})
	var list []string
	var required uint64
	p("var m wire.Fields")
	for _, f := range fields {
		if f.unless != "" {
			p("v.%s = true", f.unless)
		}
	}
	p("for {\nswitch d.Member(&m, %s[:]) {", names)
	for i, f := range fields {
		list = append(list, strconv.Quote(f.name))
		if f.required {
			required |= 1 << i
		}
		read := g.decoder(f.shape)("&v." + f.goName)
		if f.id {
			read = "d.ID(&v." + f.goName + ")"
		}
		if f.unless != "" {
			read = fmt.Sprintf("v.%s = d.Null() || !%s", f.unless, read)
		}
		p("case %d:\n%s", i, read)
	}
	if t.kindText() != "" {
		list = append(list, `"kind"`)
		p("case %d:\nd.Skip()", len(fields))
	}
	p("default:\nreturn d.Whole(&m, %s[:], %#x)\n}\n}", names, required)
	g.add(names, fmt.Sprintf("var %s = [...]string{%s}\n", names, strings.Join(list, ", ")))
}

// encoder generates the encoder of s. It returns a function that returns the call that
// writes a value: encodeX(e, x), or a method of the Encoder.
func (g *target) encoder(s *shape) func(expr string) string {
	switch {
	case s.kind == kJSON && s.ts != "":
		return func(x string) string { return "e.Verbatim(" + x + ")" }
	case s.kind == kJSON:
		return func(x string) string { return "e.JSON(" + x + ")" }
	case s.kind == kString || s.kind == kInt:
		return func(x string) string { return "e." + basicName(s) + "(" + basicValue(s, x) + ")" }
	case s.kind == kBool:
		return func(x string) string { return "e.Bool(" + x + ")" }
	case s.kind == kEnum, s.kind == kText && s.t.methods["AppendText"] == nil:
		return func(x string) string { return "e.Key(" + x + ".String())" }
	case s.kind == kSlice && s.t == nil && s.elem.kind == kString && s.elem.t == nil:
		return func(x string) string { return "e.Strings(" + x + ")" }
	case s.kind == kSelf:
		return func(x string) string { return "e.Append(" + x + ".AppendJSON)" }
	case s.kind == kPointer && s.elem.kind == kEnum:
		return g.encoder(s.elem)
	case s.kind == kPointer:
		elem := g.encoder(s.elem)
		return func(x string) string { return elem("*" + x) }
	case s.isList():
		g.encoder(s.elem.elem)
		return func(x string) string { return "wire.EncodeList(e, " + x + ", encode" + g.funcName(s.elem.elem) + ")" }
	}
	name := "encode" + g.funcName(s)
	if g.done[name]&encode == 0 {
		g.done[name] |= encode
		if s.kind != kCustom {
			g.add(name, "")
			g.add(name, g.encodeBody(name, s))
		}
	}
	if s.kind == kStruct || s.kind == kArray {
		return func(x string) string { return name + "(e, " + addr(x) + ")" }
	}
	return func(x string) string { return name + "(e, " + x + ")" }
}

// basicName returns the name of the methods of the Decoder and the Encoder for a string or
// an integer, basicValue a value of its type as one of the predeclared type.
func basicName(s *shape) string {
	if s.kind == kInt {
		return "Int"
	}
	return "String"
}

func basicValue(s *shape, x string) string {
	if s.t == nil {
		return x
	}
	return strings.ToLower(basicName(s)) + "(" + x + ")"
}

// addr returns the address of an expression; that of *p is p.
func addr(x string) string {
	if strings.HasPrefix(x, "*") {
		return x[1:]
	}
	return "&" + x
}

func (g *target) encodeBody(name string, s *shape) string {
	var b strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	typ := g.goType(s)
	if s.kind == kStruct || s.kind == kArray {
		typ = "*" + typ
	}
	p("func %s(e *wire.Encoder, v %s) {", name, typ)
	switch s.kind {
	case kText:
		p("e.Text(v.AppendText)")
	case kArray, kSlice:
		if s.elem.kind == kUnion || s.elem.kind == kPointer {
			g.fail("no encoder for %s: its elements may be nil", typ)
		}
		p("e.OpenList()\nfor i := range v {\ne.Item()\n%s\n}\ne.CloseList()", g.encoder(s.elem)("v[i]"))
	case kUnion:
		p("switch v := v.(type) {")
		for _, t := range g.membersOf(s.t) {
			p("case *%s:\n%s", g.qualified(t), g.encoder(&shape{kind: kStruct, t: t})("*v"))
		}
		p("default:\ne.Verbatim(\"null\")\n}")
	case kStruct:
		if g.element[s.t] {
			p("if v == nil {\ne.Verbatim(\"null\") // decoders reject it\nreturn\n}")
		}
		p("e.Open()")
		if kind := s.t.kindText(); kind != "" {
			p("e.Field(\"kind\")\ne.Key(%q)", kind)
		}
		for _, f := range g.fieldsOf(s.t) {
			p("%s", g.encodeField(f))
		}
		p("e.Close()")
	default:
		g.fail("no encoder for %s", typ)
	}
	p("}")
	return b.String()
}

// encodeField returns the statement that writes a field of v.
func (g *target) encodeField(f field) string {
	x := "v." + f.goName
	write := fmt.Sprintf("e.Field(%q)\n%s", f.name, g.encoder(f.shape)(x))
	switch {
	case f.required:
		return write
	case f.unless != "":
		return fmt.Sprintf("if !v.%s {\n%s\n}", f.unless, write)
	case f.shape.kind == kString:
		return fmt.Sprintf("e.TextField(%q, %s)", f.name, basicValue(f.shape, x))
	case f.shape.kind == kInt:
		return fmt.Sprintf("e.IntField(%q, %s)", f.name, basicValue(f.shape, x))
	case f.shape.kind == kBool:
		return fmt.Sprintf("e.TrueField(%q, %s)", f.name, x)
	}
	return fmt.Sprintf("if %s {\n%s\n}", g.nonzero(f.shape, x), write)
}

// nonzero returns the condition under which an optional field is written.
func (g *target) nonzero(s *shape, x string) string {
	switch s.kind {
	case kString, kJSON:
		return x + ` != ""`
	case kInt, kEnum:
		return x + " != 0"
	case kBool:
		return x
	case kSlice:
		if g.omitNil {
			return x + " != nil"
		}
		return "len(" + x + ") > 0"
	case kCustom:
		return "len(" + x + ") > 0"
	case kSelf:
		return x + " != nil"
	case kPointer:
		if s.elem.kind == kStruct && !g.omitNil {
			return x + " != nil && !" + g.zero(s.elem, x, true)
		}
		return x + " != nil"
	case kUnion:
		return x + " != nil"
	case kStruct, kArray:
		return "!" + g.zero(s, x, false)
	case kText:
		if s.t.methods["IsZero"] != nil {
			return "!" + x + ".IsZero()"
		}
		return x + " != (" + g.goType(s) + "{})"
	}
	g.fail("no zero test for kind %d", s.kind)
	return ""
}

// zero returns the condition that a struct or array is zero; pointer is set if x is a
// pointer to it.
func (g *target) zero(s *shape, x string, pointer bool) string {
	name := "zero" + g.funcName(s)
	if g.done[name] == 0 {
		g.done[name] = both
		g.add(name, "")
		var tests []string
		if s.kind == kStruct {
			for _, f := range g.fieldsOf(s.t) {
				tests = append(tests, g.nonzero(f.shape, "v."+f.goName))
			}
			g.add(name, fmt.Sprintf("func %s(v *%s) bool {\nreturn !(%s)\n}\n", name, g.goType(s), strings.Join(tests, " || ")))
		} else {
			g.add(name, fmt.Sprintf("func %s(v *%s) bool {\nfor i := range v {\nif %s { return false }\n}\nreturn true\n}\n", name, g.goType(s), g.nonzero(s.elem, "v[i]")))
		}
	}
	if !pointer {
		x = "&" + x
	}
	return name + "(" + x + ")"
}
