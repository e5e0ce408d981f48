package house

import (
	"go/ast"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every package and every exported name has a comment. staticcheck verifies that it begins
// with the name.
func TestExportedNamesAreDocumented(t *testing.T) {
	files := sources(t, ".")
	hasComment := map[string]bool{}
	documented := map[string]bool{} // folder + "." + method of an interface
	for name, file := range files {
		dir := path.Dir(name)
		hasComment[dir] = hasComment[dir] || file.Doc != nil
		ast.Inspect(file, func(n ast.Node) bool {
			if i, ok := n.(*ast.InterfaceType); ok {
				for _, method := range i.Methods.List {
					for _, id := range method.Names {
						documented[dir+"."+id.Name] = documented[dir+"."+id.Name] || method.Doc != nil
					}
				}
			}
			return true
		})
	}
	for dir, ok := range hasComment {
		if !ok {
			t.Errorf("%s has no package comment", dir)
		}
	}
	for name, file := range files {
		if file.Name.Name == "main" {
			continue
		}
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				method := receiver(decl)
				switch {
				case decl.Doc != nil || !decl.Name.IsExported():
				case method == "":
					t.Errorf("%s: func %s has no comment", name, decl.Name.Name)
				case ast.IsExported(method) && !documented[path.Dir(name)+"."+decl.Name.Name]:
					t.Errorf("%s: method %s.%s has no comment, and neither has that method of an interface", name, method, decl.Name.Name)
				}
			case *ast.GenDecl:
				for _, id := range undocumented(decl) {
					t.Errorf("%s: %s has no comment", name, id)
				}
			}
		}
	}
}

// undocumented returns the exported names of a declaration without a comment. In a group of
// constants or variables a comment also covers the lines below it, and the comment of an enum
// type covers its constants.
func undocumented(decl *ast.GenDecl) []string {
	var names []string
	documented := decl.Doc != nil
	for _, spec := range decl.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			if spec.Name.IsExported() && spec.Doc == nil && (decl.Doc == nil || len(decl.Specs) > 1) {
				names = append(names, spec.Name.Name)
			}
		case *ast.ValueSpec:
			documented = documented || spec.Doc != nil || spec.Comment != nil || spec.Type != nil
			for _, id := range spec.Names {
				if id.IsExported() && !documented {
					names = append(names, id.Name)
				}
			}
		}
	}
	return names
}

// receiver returns the type name of a method's receiver, or "" for a function.
func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	name := ""
	ast.Inspect(f.Recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && name == "" {
			name = id.Name
		}
		return name == ""
	})
	return name
}

// The Go names in the glossary of package poa exist.
func TestGlossaryNamesExist(t *testing.T) {
	known := map[string]bool{} // "kpi.Indicator", "budget.Fund.Ceiling"
	add := func(parts ...string) { known[strings.Join(parts, ".")] = true }
	files := sources(t, "calendar", "budget", "kpi", "poa")
	for _, file := range files {
		pkg := file.Name.Name
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				if method := receiver(decl); method != "" {
					add(pkg, method, decl.Name.Name)
				}
			case *ast.GenDecl:
				for _, spec := range decl.Specs {
					switch spec := spec.(type) {
					case *ast.ValueSpec:
						for _, id := range spec.Names {
							add(pkg, id.Name)
						}
					case *ast.TypeSpec:
						add(pkg, spec.Name.Name)
						if s, ok := spec.Type.(*ast.StructType); ok {
							for _, field := range s.Fields.List {
								for _, id := range field.Names {
									add(pkg, spec.Name.Name, id.Name)
								}
							}
						}
					}
				}
			}
		}
	}
	_, glossary, ok := strings.Cut(files["poa/doc.go"].Doc.Text(), "Terms, in Spanish")
	require.True(t, ok, "package poa has no glossary")
	rows := 0
	for line := range strings.Lines(glossary) {
		columns := regexp.MustCompile(`  +|\t`).Split(strings.TrimSpace(line), -1)
		if len(columns) != 3 {
			continue
		}
		rows++
		for name := range strings.SplitSeq(columns[2], ", ") {
			assert.True(t, known[name] || known["poa."+name], "the glossary has the name %s, which does not exist", name)
		}
	}
	assert.Greater(t, rows, 30)
}

// No exported function, method or field has a type of an internal package, which an
// importer cannot name.
func TestNoInternalTypesAreExported(t *testing.T) {
	for name, file := range sources(t, "calendar", "budget", "kpi", "poa") {
		if file.Name.Name == "main" || strings.Contains(name, "/internal/") {
			continue
		}
		internal := map[string]bool{}
		for _, spec := range file.Imports {
			if p := strings.Trim(spec.Path.Value, `"`); strings.HasPrefix(p, module) && strings.Contains(p, "/internal/") {
				internal[path.Base(p)] = true
			}
		}
		check := func(what string, n ast.Node) {
			ast.Inspect(n, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok {
					if id, ok := s.X.(*ast.Ident); ok && internal[id.Name] {
						t.Errorf("%s: %s has the internal type %s.%s", name, what, id.Name, s.Sel.Name)
					}
				}
				return true
			})
		}
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				if decl.Name.IsExported() && (decl.Recv == nil || ast.IsExported(receiver(decl))) {
					check(decl.Name.Name, decl.Type)
				}
			case *ast.GenDecl:
				for _, spec := range decl.Specs {
					spec, ok := spec.(*ast.TypeSpec)
					if !ok || !spec.Name.IsExported() {
						continue
					}
					s, ok := spec.Type.(*ast.StructType)
					if !ok {
						check(spec.Name.Name, spec.Type)
						continue
					}
					for _, field := range s.Fields.List {
						if len(field.Names) == 0 || field.Names[0].IsExported() {
							check(spec.Name.Name, field.Type)
						}
					}
				}
			}
		}
	}
}
