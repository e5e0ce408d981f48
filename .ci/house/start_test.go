package house

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sources parses the Go files of the module below the given folders, without tests and
// testdata; "." is the whole module.
func sources(t *testing.T, dirs ...string) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	for _, name := range tracked(t) {
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.Contains(name, "testdata/") {
			continue
		}
		for _, dir := range dirs {
			if dir != "." && !inside(name, dir) {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, filepath.FromSlash(name)), nil, parser.ParseComments)
			require.NoError(t, err)
			files[name] = file
		}
	}
	require.NotEmpty(t, files)
	return files
}

func TestNoInitFunctions(t *testing.T) {
	for name, file := range sources(t, ".") {
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s has a func init; do its work in a function that is called", name)
			}
		}
	}
}

// sameName lists the type names that several packages may export: the interface of a
// store and its implementation, errors and options, which are qualified by their package,
// and the messages of package rpc that repeat a type of lang on the wire.
var sameName = []string{"Error", "Options", "Store", "Badge"}

// Type names are unique across packages, so that readers need not distinguish them.
func TestTypeNamesAreUnique(t *testing.T) {
	first := map[string]string{}
	files := sources(t, "calendar", "budget", "kpi", "poa")
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if files[name].Name.Name == "main" || strings.Contains(name, "/internal/") {
			continue
		}
		for _, decl := range files[name].Decls {
			types, ok := decl.(*ast.GenDecl)
			if !ok || types.Tok != token.TYPE {
				continue
			}
			for _, spec := range types.Specs {
				id := spec.(*ast.TypeSpec).Name
				if !id.IsExported() || slices.Contains(sameName, id.Name) {
					continue
				}
				if other, ok := first[id.Name]; ok {
					t.Errorf("%s and %s both export a type %s", other, name, id.Name)
				}
				first[id.Name] = name
			}
		}
	}
}

// Any package can modify an exported variable, so only error sentinels are exported, in a
// form that the compiler initializes statically:
//
//	var ErrThing = errors.New("…")
//	var ErrThing error = &thingError{…}
func TestExportedVariablesAreErrors(t *testing.T) {
	for name, file := range sources(t, "calendar", "budget", "kpi", "poa") {
		if file.Name.Name == "main" {
			continue
		}
		for _, decl := range file.Decls {
			vars, ok := decl.(*ast.GenDecl)
			if !ok || vars.Tok != token.VAR {
				continue
			}
			for _, spec := range vars.Specs {
				spec := spec.(*ast.ValueSpec)
				for i, id := range spec.Names {
					if id.IsExported() && !(strings.HasPrefix(id.Name, "Err") && i < len(spec.Values) && isError(spec.Type, spec.Values[i])) {
						t.Errorf("%s exports the variable %s; only error sentinels are exported", name, id.Name)
					}
				}
			}
		}
	}
}

// isError reports whether a variable with that value is an error by its syntax; declared
// is its declared type, or nil.
func isError(declared, value ast.Expr) bool {
	if id, ok := declared.(*ast.Ident); ok {
		return id.Name == "error"
	}
	call, ok := value.(*ast.CallExpr)
	if !ok || declared != nil {
		return false
	}
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	from, ok := f.X.(*ast.Ident)
	return ok && from.Name == "errors" && f.Sel.Name == "New"
}

// A program that only imports the core runs with the runtime's init trace, which lists
// the packages that do work before main.
func TestNothingRunsAtStart(t *testing.T) {
	tmp := t.TempDir()
	var program strings.Builder
	program.WriteString("package main\n\n")
	for _, path := range corePaths() {
		fmt.Fprintf(&program, "import _ %q\n", path)
	}
	program.WriteString("\nfunc main() {}\n")
	source := filepath.Join(tmp, "main.go")
	require.NoError(t, os.WriteFile(source, []byte(program.String()), 0o644))

	// The overlay puts the program inside the module without writing to it.
	top, err := filepath.Abs(root)
	require.NoError(t, err)
	overlay, err := json.Marshal(map[string]map[string]string{
		"Replace": {filepath.Join(top, ".ci", "house", "start", "main.go"): source},
	})
	require.NoError(t, err)
	overlayFile := filepath.Join(tmp, "overlay.json")
	require.NoError(t, os.WriteFile(overlayFile, overlay, 0o644))
	binary := filepath.Join(tmp, "start")
	run(t, nil, "go", "build", "-overlay", overlayFile, "-o", binary, "./.ci/house/start")

	cmd := exec.Command(binary)
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	trace, err := cmd.CombinedOutput()
	require.NoError(t, err)
	require.Contains(t, string(trace), "init runtime @", "the runtime printed no trace")
	for line := range strings.Lines(string(trace)) {
		assert.NotContains(t, line, module, "a package of this module does work before main")
	}
}
