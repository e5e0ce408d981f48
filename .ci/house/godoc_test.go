package house

import (
	"go/ast"
	"path"
	"testing"
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
