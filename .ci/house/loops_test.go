package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// No loop advances a date or a month by hand: the day after 9999-12-31 is no date, which
// comes before every date, so that the condition of such a loop may hold for ever. Use
// calendar.Span.All, calendar.Span.Months or term.Cycle.Periods.
func TestNoLoopAdvancesADate(t *testing.T) {
	files := sourceFiles(t)
	require.NotEmpty(t, files)
	for _, name := range files {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, filepath.Join(root, name), nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		for _, at := range dateLoops(file) {
			assert.Fail(t, "a loop advances a date by hand: use Span.All, Span.Months or Cycle.Periods", "%s:%d", name, fset.Position(at).Line)
		}
	}
}

// sourceFiles returns the Go files of the repository that are neither tests nor
// generated, relative to its top.
func sourceFiles(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, name := range tracked(t) {
		if filepath.Ext(name) == ".go" && !strings.HasSuffix(name, "_test.go") && !strings.HasSuffix(name, "_gen.go") {
			names = append(names, name)
		}
	}
	return names
}

// advances has the methods of Date and Month that return another one.
var advances = map[string]bool{"AddDays": true, "AddMonths": true, "Add": true}

// dateLoops returns the positions of the assignments that advance the variable of a for
// statement: a variable in its condition or its post statement or, if it has no condition,
// any. A loop over integers that computes a date from each is none.
func dateLoops(file *ast.File) []token.Pos {
	var found []token.Pos
	ast.Inspect(file, func(n ast.Node) bool {
		loop, ok := n.(*ast.ForStmt)
		if !ok {
			return true
		}
		driver := map[string]bool{}
		for _, part := range []ast.Node{loop.Init, loop.Cond, loop.Post} {
			if part == nil {
				continue
			}
			ast.Inspect(part, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					driver[id.Name] = true
				}
				return true
			})
		}
		endless := loop.Cond == nil
		check := func(n ast.Node) bool {
			assign, ok := n.(*ast.AssignStmt)
			if !ok || assign.Tok != token.ASSIGN || len(assign.Lhs) != len(assign.Rhs) {
				return true
			}
			for i, left := range assign.Lhs {
				id, ok := left.(*ast.Ident)
				if ok && (driver[id.Name] || endless) && advancesDate(id.Name, assign.Rhs[i]) {
					found = append(found, assign.Pos())
				}
			}
			return true
		}
		if loop.Post != nil {
			ast.Inspect(loop.Post, check)
		}
		ast.Inspect(loop.Body, func(n ast.Node) bool {
			if _, nested := n.(*ast.ForStmt); nested {
				return false // it is inspected by itself
			}
			return check(n)
		})
		return true
	})
	return found
}

// advancesDate reports whether an expression is a call of a method that returns a later
// or an earlier date: AddDays or AddMonths of anything, or Add of the variable itself.
func advancesDate(variable string, expr ast.Expr) bool {
	call, ok := expr.(*ast.CallExpr)
	if !ok {
		return false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !advances[sel.Sel.Name] {
		return false
	}
	receiver, ok := sel.X.(*ast.Ident)
	return sel.Sel.Name != "Add" || ok && receiver.Name == variable
}

// The test finds the loops that it should, and no others.
func TestDateLoops(t *testing.T) {
	const source = `package p
func f() {
	for d := s.Start; !d.After(s.End); d = d.AddDays(1) {}    // 1
	for !d.IsZero() { d = part.End.AddDays(1) }                // 2
	for { m = m.Add(3) }                                       // 3
	for a, b := x, y; a.Before(b); a, b = a.AddDays(1), b {}   // 4
	for m := first; m != last; { if ok { m = m.Add(1) } }      // 5
	for i := 0; i < n; i++ { d := first.AddDays(i); use(d) }
	for i := range list { total = total.Add(list[i]) }
	for i := 0; i < n; i++ { total = total.Add(list[i]); last = first.AddDays(i) }
	d = d.AddDays(1)
}`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, parser.SkipObjectResolution)
	require.NoError(t, err)
	var lines []int
	for _, at := range dateLoops(file) {
		lines = append(lines, fset.Position(at).Line)
	}
	assert.Equal(t, []int{3, 4, 5, 6, 7}, lines)
}
