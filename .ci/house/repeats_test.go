package house

import (
	"go/ast"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A comment says a thing once: no word twice in a row, no sentence twice, no row of an
// indented list twice and no code twice in such a list; and no two fields of a struct have
// the same comment.
func TestCommentsDoNotRepeat(t *testing.T) {
	for name, file := range sources(t, ".") {
		for _, group := range file.Comments {
			for _, fault := range repeats(group.Text()) {
				t.Errorf("%s: the comment that begins %q repeats %q", name, firstWords(group.Text()), fault)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			s, ok := n.(*ast.StructType)
			if !ok {
				return true
			}
			seen := map[string]bool{}
			for _, field := range s.Fields.List {
				for _, group := range []*ast.CommentGroup{field.Doc, field.Comment} {
					text := strings.TrimSpace(group.Text())
					if len(text) > 20 && seen[text] {
						t.Errorf("%s: two fields have the comment %q", name, text)
					}
					seen[text] = true
				}
			}
			return true
		})
	}
}

var (
	sentenceEnd = regexp.MustCompile(`[.:;]\s+`)
	codeWord    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)
	spaces      = regexp.MustCompile(`\s+`)
)

// repeats returns what a comment says twice.
func repeats(comment string) []string {
	var faults []string
	var prose []string
	codes := map[string]bool{} // of the indented block
	rows := map[string]bool{}
	for line := range strings.Lines(comment) {
		line = strings.TrimRight(line, "\n")
		if !strings.HasPrefix(line, "\t") {
			if line != "" {
				prose = append(prose, line)
			}
			if line != "" || len(codes) == 0 {
				clear(codes)
			}
			clear(rows)
			continue
		}
		if row := strings.TrimSpace(line); len(row) > 12 && rows[row] {
			faults = append(faults, row)
		} else {
			rows[row] = true
		}
		for _, list := range strings.Split(line, ",") {
			for word := range strings.FieldsSeq(list) {
				if !codeWord.MatchString(word) {
					break // the text after a code
				}
				if codes[word] {
					faults = append(faults, word)
				}
				codes[word] = true
			}
		}
	}
	sentences := map[string]bool{}
	for _, s := range sentenceEnd.Split(spaces.ReplaceAllString(strings.Join(prose, " "), " "), -1) {
		if s = strings.Trim(s, " .:;"); len(s) > 20 && sentences[s] {
			faults = append(faults, s)
		}
		sentences[s] = true
		words := strings.Fields(s)
		for i := 1; i < len(words); i++ {
			if words[i] == words[i-1] && len(words[i]) > 1 && words[i] != strings.ToUpper(words[i]) {
				faults = append(faults, words[i-1]+" "+words[i])
			}
		}
	}
	return faults
}

func firstWords(s string) string { return s[:min(len(s), 30)] }

func TestRepeats(t *testing.T) {
	for comment, want := range map[string][]string{
		"F is the the number.": {"the the"},
		"F is the number of days. It is so. F is the number of days.": {"F is the number of days"},
		"Codes:\n\n\tbad-id, too-deep\n\ttoo-deep, bad-date\n":        {"too-deep"},
		"Rows:\n\n\tlongest row of all\n\tlongest row of all\n":       {"longest row of all"},
		"F is the number of days, both included. It is never zero.":   nil,
	} {
		assert.Equal(t, want, repeats(comment), comment)
	}
}

// The comment of poa.DecodeError lists the codes of the codec, each once.
func TestDecodeErrorListsEveryCode(t *testing.T) {
	files := sources(t, "poa")
	var codes, listed []string
	for name, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				if id, ok := n.Type.(*ast.Ident); ok && id.Name == "Code" && path.Dir(name) == "poa/internal/wire" {
					codes = append(codes, strings.Trim(n.Values[0].(*ast.BasicLit).Value, `"`))
				}
			case *ast.GenDecl:
				for _, spec := range n.Specs {
					if s, ok := spec.(*ast.TypeSpec); ok && s.Name.Name == "DecodeError" {
						for _, word := range strings.FieldsFunc(n.Doc.Text(), func(r rune) bool { return strings.ContainsRune(" ,\t\n.;", r) }) {
							if codeWord.MatchString(word) || word == "syntax" {
								listed = append(listed, word)
							}
						}
					}
				}
			}
			return true
		})
	}
	require.NotEmpty(t, codes)
	slices.Sort(codes)
	slices.Sort(listed)
	assert.Equal(t, codes, listed)
}

// A struct with a span of days says that both ends are included.
func TestSpansSayWhichEndsAreIncluded(t *testing.T) {
	for name, file := range sources(t, "calendar", "budget", "kpi", "poa") {
		if file.Name.Name == "main" || strings.Contains(name, "internal/") || strings.HasSuffix(name, "_gen.go") {
			continue
		}
		for _, decl := range file.Decls {
			decl, ok := decl.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range decl.Specs {
				t2, ok := spec.(*ast.TypeSpec)
				if !ok || !t2.Name.IsExported() {
					continue
				}
				s, ok := t2.Type.(*ast.StructType)
				if !ok {
					continue
				}
				text, spans := decl.Doc.Text()+t2.Doc.Text(), false
				for _, field := range s.Fields.List {
					text += field.Doc.Text() + field.Comment.Text()
					exported := len(field.Names) > 0 && field.Names[0].IsExported()
					switch kind := field.Type.(type) {
					case *ast.SelectorExpr:
						spans = spans || exported && kind.Sel.Name == "Span"
					case *ast.Ident:
						spans = spans || exported && kind.Name == "Span"
					}
				}
				if spans && !strings.Contains(text, "included") && !strings.Contains(text, "both ends") {
					t.Errorf("%s: %s has a span: say that both ends are included", name, t2.Name.Name)
				}
			}
		}
	}
}

// The comment of package poa lists every error that a caller can act on.
func TestErrorsAreListed(t *testing.T) {
	files := sources(t, "poa")
	_, list, ok := strings.Cut(files["poa/doc.go"].Doc.Text(), "Errors that a caller can act on")
	require.True(t, ok)
	for _, decl := range files["poa/errors.go"].Decls {
		if decl, ok := decl.(*ast.GenDecl); ok {
			for _, spec := range decl.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok {
					for _, id := range v.Names {
						assert.True(t, !id.IsExported() || strings.Contains(list, id.Name), "%s is not in the list of the package comment", id.Name)
					}
				}
			}
		}
	}
}
