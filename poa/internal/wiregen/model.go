package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

// model has the declarations of the source that the generator uses.
type model struct {
	packages map[string]*pkg
}

type pkg struct {
	name, path string
	types      map[string]*named
	order      []string // types in the order of declaration, files in name order
	funcs      map[string]bool
	variables  map[string][]string // by type, those initialized by a composite literal
	literals   map[string][]string // by type, the functions with a composite literal
	constants  map[string]string   // untyped integers
}

// named is a declared type.
type named struct {
	pkg     *pkg
	name    string
	doc     string
	marks   map[string]bool // of //wire: comments
	expr    ast.Expr
	methods map[string]*ast.FuncDecl
	// methodOrder has the methods in the order of the source, files in name order.
	methodOrder []*ast.FuncDecl
	consts      []constant
	// zeroIsValue is set for an enum whose first constant is 0.
	zeroIsValue bool
}

type constant struct{ name, doc string }

func load(root string, dirs ...string) (*model, error) {
	m := &model{packages: map[string]*pkg{}}
	for _, dir := range dirs {
		p, err := loadPackage(root, dir)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		m.packages[p.name] = p
	}
	return m, nil
}

func loadPackage(root, dir string) (*pkg, error) {
	entries, err := os.ReadDir(filepath.Join(root, dir))
	if err != nil {
		return nil, err
	}
	p := &pkg{name: filepath.Base(dir), path: modulePath + "/" + dir, types: map[string]*named{}, funcs: map[string]bool{}, variables: map[string][]string{}, literals: map[string][]string{}, constants: map[string]string{}}
	var files []*ast.File
	set := token.NewFileSet()
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "_gen.go") {
			continue
		}
		f, err := parser.ParseFile(set, filepath.Join(root, dir, name), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	for _, f := range files {
		for _, decl := range f.Decls {
			if g, ok := decl.(*ast.GenDecl); ok && g.Tok == token.TYPE {
				p.addTypes(g)
			}
		}
	}
	for _, f := range files {
		for _, decl := range f.Decls {
			switch decl := decl.(type) {
			case *ast.GenDecl:
				switch decl.Tok {
				case token.CONST:
					p.addConsts(decl)
				case token.VAR:
					p.addVars(decl)
				}
			case *ast.FuncDecl:
				p.addFunc(decl)
			}
		}
	}
	return p, nil
}

func (p *pkg) addTypes(g *ast.GenDecl) {
	for _, spec := range g.Specs {
		spec := spec.(*ast.TypeSpec)
		if spec.TypeParams != nil || spec.Assign.IsValid() {
			continue
		}
		group := spec.Doc
		if group == nil {
			group = g.Doc
		}
		n := &named{
			pkg: p, name: spec.Name.Name, doc: docText(group), expr: spec.Type,
			methods: map[string]*ast.FuncDecl{}, marks: map[string]bool{},
		}
		if group != nil {
			for _, c := range group.List {
				if mark, ok := strings.CutPrefix(c.Text, "//wire:"); ok {
					n.marks[strings.TrimSpace(mark)] = true
				}
			}
		}
		p.types[n.name] = n
		p.order = append(p.order, n.name)
	}
}

func (p *pkg) addConsts(g *ast.GenDecl) {
	current := ""
	for _, spec := range g.Specs {
		spec := spec.(*ast.ValueSpec)
		if spec.Type != nil {
			current = ""
			if id, ok := spec.Type.(*ast.Ident); ok {
				current = id.Name
			}
		} else if len(spec.Values) > 0 {
			current = ""
		}
		t := p.types[current]
		if t == nil {
			p.addConstant(spec)
			continue
		}
		for _, name := range spec.Names {
			doc := docText(spec.Doc)
			if doc == "" {
				doc = docText(spec.Comment)
			}
			if name.Name != "_" && name.IsExported() {
				if id, ok := value(spec).(*ast.Ident); ok && len(t.consts) == 0 {
					t.zeroIsValue = id.Name == "iota"
				}
				t.consts = append(t.consts, constant{name.Name, doc})
			}
		}
	}
}

// value returns the first value of a constant's declaration, or nil.
func value(spec *ast.ValueSpec) ast.Expr {
	if len(spec.Values) == 0 {
		return nil
	}
	return spec.Values[0]
}

func (p *pkg) addFunc(f *ast.FuncDecl) {
	ast.Inspect(f, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || len(lit.Elts) == 0 {
			return true
		}
		typ := lit.Type
		if list, ok := typ.(*ast.ArrayType); ok {
			if first, ok := lit.Elts[0].(*ast.CompositeLit); !ok || first.Type != nil {
				return true
			}
			typ = list.Elt // of elements that leave their type out
		}
		if name := typeName(typ); name != "" {
			p.literals[name] = append(p.literals[name], f.Name.Name)
		}
		return true
	})
	if f.Recv == nil {
		p.funcs[f.Name.Name] = true
		return
	}
	recv := f.Recv.List[0].Type
	if star, ok := recv.(*ast.StarExpr); ok {
		recv = star.X
	}
	if id, ok := recv.(*ast.Ident); ok && p.types[id.Name] != nil {
		t := p.types[id.Name]
		t.methods[f.Name.Name], t.methodOrder = f, append(t.methodOrder, f)
	}
}

func docText(group *ast.CommentGroup) string {
	if group == nil {
		return ""
	}
	return strings.TrimSpace(group.Text())
}

// field is a field of a struct.
type field struct {
	goName, name string // Go and wire name
	doc          string
	shape        *shape
	required     bool
	record       bool
	annotation   bool
	ref          string
	id           bool
	json         string // its name for encoding/json
	unless       string // the Go name of the bool field that is set if the member is absent
}

type kind int

const (
	kString kind = iota + 1
	kInt
	kBool
	kEnum
	kText // a type with a text form
	kJSON // a string field that holds JSON
	kStruct
	kArray
	kSlice
	kPointer
	kUnion
	kCustom // decodeX and encodeX are written by hand
	kSelf   // a type of another package that has UnmarshalJSON and AppendJSON
)

// shape is how the codec treats a type.
type shape struct {
	kind kind
	t    *named // the declared type, nil for a predeclared one
	elem *shape // of kArray, kSlice, kPointer
	n    int    // of kArray
	ts   string // TypeScript type of a kJSON that is copied unchanged
}

// rawFields are fields of type string that hold JSON.
var rawFields = map[string]bool{"norm.Edit.Value": true}

// requiredFields are required although they have no poa tag.
var requiredFields = map[string]bool{
	"norm.Edit.Op": true, "norm.Edit.Path": true,
	"poa.Pending.Path": true, "poa.Pending.Text": true,
}

// customTypes have a codec written by hand, with this schema and TypeScript type.
var customTypes = map[string]struct{ schema, ts string }{
	"poa.Ext": {`{"type":"object"}`, "{ [namespace: string]: unknown }"},
}

func (m *model) shapeOf(p *pkg, e ast.Expr) (*shape, error) {
	switch e := e.(type) {
	case *ast.Ident:
		switch e.Name {
		case "string":
			return &shape{kind: kString}, nil
		case "int":
			return &shape{kind: kInt}, nil
		case "bool":
			return &shape{kind: kBool}, nil
		}
		if t := p.types[e.Name]; t != nil {
			return m.shapeOfNamed(t)
		}
	case *ast.SelectorExpr:
		if id, ok := e.X.(*ast.Ident); ok {
			if q := m.packages[id.Name]; q != nil && q.types[e.Sel.Name] != nil {
				t := q.types[e.Sel.Name]
				if t.methods["UnmarshalJSON"] != nil && t.methods["AppendJSON"] != nil {
					return &shape{kind: kSelf, t: t}, nil
				}
				return m.shapeOfNamed(t)
			}
			return nil, fmt.Errorf("unknown type %s.%s", id.Name, e.Sel.Name)
		}
	case *ast.StarExpr:
		elem, err := m.shapeOf(p, e.X)
		return &shape{kind: kPointer, elem: elem}, err
	case *ast.ArrayType:
		elem, err := m.shapeOf(p, e.Elt)
		if err != nil {
			return nil, err
		}
		if e.Len == nil {
			return &shape{kind: kSlice, elem: elem}, nil
		}
		if lit, ok := e.Len.(*ast.BasicLit); ok {
			n, err := strconv.Atoi(lit.Value)
			return &shape{kind: kArray, elem: elem, n: n}, err
		}
	}
	return nil, fmt.Errorf("package %s: unknown type: %T %v", p.name, e, e)
}

func (m *model) shapeOfNamed(t *named) (*shape, error) {
	if _, ok := customTypes[t.pkg.name+"."+t.name]; ok {
		return &shape{kind: kCustom, t: t}, nil
	}
	if _, ok := t.expr.(*ast.InterfaceType); ok {
		return &shape{kind: kUnion, t: t}, nil
	}
	if id, ok := t.expr.(*ast.Ident); ok {
		switch {
		case id.Name == "string":
			return &shape{kind: kString, t: t}, nil
		case t.isEnum():
			return &shape{kind: kEnum, t: t}, nil
		}
	}
	if t.methods["UnmarshalText"] != nil {
		return &shape{kind: kText, t: t}, nil
	}
	if _, ok := t.expr.(*ast.StructType); ok {
		return &shape{kind: kStruct, t: t}, nil
	}
	s, err := m.shapeOf(t.pkg, t.expr)
	if err != nil {
		return nil, err
	}
	s.t = t
	return s, nil
}

// fields lists the fields of a struct in the order they are written. element is set if
// the struct is an element of a list, or the root.
func (m *model) fields(t *named, element bool) ([]field, error) {
	var list []field
	for _, f := range t.expr.(*ast.StructType).Fields.List {
		s, err := m.shapeOf(t.pkg, f.Type)
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %w", t.pkg.name, t.name, err)
		}
		doc := docText(f.Doc)
		if doc == "" {
			doc = docText(f.Comment)
		}
		for _, name := range f.Names {
			if !name.IsExported() {
				continue
			}
			x := field{goName: name.Name, name: wireName(name.Name), doc: doc, shape: s}
			if rawFields[t.pkg.name+"."+t.name+"."+name.Name] {
				x.shape = &shape{kind: kJSON}
			}
			x.required = requiredFields[t.pkg.name+"."+t.name+"."+name.Name]
			if f.Tag != nil {
				raw, _ := strconv.Unquote(f.Tag.Value)
				x.json, _, _ = strings.Cut(reflect.StructTag(raw).Get("json"), ",")
				for _, part := range strings.Split(reflect.StructTag(raw).Get("poa"), ",") {
					switch {
					case part == "required":
						x.required = true
					case part == "record":
						x.record = true
					case part == "annotation":
						x.annotation = true
					case strings.HasPrefix(part, "json="):
						x.shape = &shape{kind: kJSON, ts: part[5:]}
					case strings.HasPrefix(part, "unless="):
						x.unless = part[7:]
					case strings.HasPrefix(part, "ref="):
						x.ref = part[4:]
					case part != "":
						return nil, fmt.Errorf("%s.%s.%s: unknown tag %q", t.pkg.name, t.name, name.Name, part)
					}
				}
			}
			if element && name.Name == "ID" {
				x.id, x.required = true, true
			}
			if t.pkg.name == "poa" && t.name == "Document" && name.Name == "Schema" {
				x.required = true
			}
			list = append(list, x)
		}
	}
	for _, x := range slices.Clone(list) {
		list = slices.DeleteFunc(list, func(f field) bool { return x.unless != "" && f.goName == x.unless })
	}
	return list, nil
}

// wireName returns the wire name of a Go name: it lowers the leading run of capitals as
// one word.
func wireName(s string) string {
	r := []rune(s)
	n := 0
	for n < len(r) && unicode.IsUpper(r[n]) {
		n++
	}
	if n > 1 && n < len(r) && unicode.IsLower(r[n]) {
		n-- // the last capital begins the next word
	}
	return strings.ToLower(string(r[:n])) + string(r[n:])
}

// words splits a Go name at its capitals.
func words(s string) []string {
	var list []string
	r := []rune(s)
	begin := 0
	for i := 1; i < len(r); i++ {
		up := unicode.IsUpper(r[i])
		if up && (!unicode.IsUpper(r[i-1]) || i+1 < len(r) && unicode.IsLower(r[i+1])) {
			list = append(list, string(r[begin:i]))
			begin = i
		}
	}
	return append(list, string(r[begin:]))
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
