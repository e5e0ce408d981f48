package house

import (
	"context"
	"fmt"
	"go/ast"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// marked matches the tested code blocks of a README:
//
//	<!-- tested -->
//	```sh
//	go run ./examples/valledejuarez
//	```
var marked = regexp.MustCompile("(?m)^<!-- tested -->\n+```(sh|go|js)\n((?s:.*?))^```$")

// quoted matches the code blocks of a README that are lines of a file, which is tested:
//
//	<!-- from examples/importers/database_test.go -->
var quoted = regexp.MustCompile("(?m)^<!-- from (\\S+) -->\n+```go\n((?s:.*?))^```$")

type block struct{ lang, text string }

func blocks(t *testing.T, name string) []block {
	t.Helper()
	body, err := os.ReadFile(filepath.Join(root, name))
	require.NoError(t, err)
	var list []block
	for _, m := range marked.FindAllStringSubmatch(string(body), -1) {
		list = append(list, block{m[1], m[2]})
	}
	require.NotEmpty(t, list, "%s has no block with <!-- tested --> on the line above it", name)
	return list
}

// The marked blocks run in one copy of the repository, in order: a shell block in bash, a
// Go block as a separate program, a JavaScript block in Node.
func TestReadmeCommands(t *testing.T) {
	dir := t.TempDir()
	for _, name := range tracked(t) {
		to := filepath.Join(dir, filepath.FromSlash(name))
		body, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		require.NoError(t, err)
		require.NoError(t, os.MkdirAll(filepath.Dir(to), 0o755))
		require.NoError(t, os.WriteFile(to, body, 0o755))
	}
	all := blocks(t, "README.md")
	for _, b := range blocks(t, "README.es.md") {
		if b.lang == "go" { // the other blocks have the same commands
			all = append(all, b)
		}
	}
	for i, b := range all {
		t.Run(fmt.Sprintf("block-%d", i+1), func(t *testing.T) {
			script := b.text
			if b.lang == "go" {
				program := filepath.Join(dir, "examples", "readme", fmt.Sprint("block", i+1))
				require.NoError(t, os.MkdirAll(program, 0o755))
				require.NoError(t, os.WriteFile(filepath.Join(program, "main.go"), []byte(b.text), 0o644))
				script = "go vet " + program + " && go run " + program
			}
			if b.lang == "js" {
				program := fmt.Sprintf("block%d.mjs", i+1)
				require.NoError(t, os.WriteFile(filepath.Join(dir, program), []byte(b.text), 0o644))
				script = "node " + program
			}
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
			defer cancel()
			cmd := exec.CommandContext(ctx, "bash", "-euo", "pipefail", "-c", script)
			cmd.Dir = dir
			out, err := cmd.CombinedOutput()
			assert.NoErrorf(t, err, "%s\n%s", b.text, out)
			assert.NotEmpty(t, out, "a command of the README prints nothing:\n%s", b.text)
		})
	}
}

// The blocks that a README takes from a file are in it, apart from their indentation.
func TestReadmeQuotations(t *testing.T) {
	flat := func(text string) string {
		lines := strings.Split(text, "\n")
		for i := range lines {
			lines[i] = strings.TrimSpace(lines[i])
		}
		return strings.Join(lines, "\n")
	}
	for _, name := range []string{"README.md", "README.es.md"} {
		body, err := os.ReadFile(filepath.Join(root, name))
		require.NoError(t, err)
		found := quoted.FindAllStringSubmatch(string(body), -1)
		require.NotEmpty(t, found, "%s quotes no file", name)
		for _, m := range found {
			file, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(m[1])))
			require.NoError(t, err)
			assert.Contains(t, flat(string(file)), flat(m[2]), "%s quotes what is not in %s", name, m[1])
		}
	}
}

// The READMEs and the package comment of the engine have the same JavaScript program, and
// the READMEs name the Go version of go.mod.
func TestReadmesAreUpToDate(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join(root, "wasm", "engine", "doc.go"))
	require.NoError(t, err)
	comment := strings.ReplaceAll(strings.ReplaceAll(string(doc), "//\t", ""), "//\n", "\n")
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	require.NoError(t, err)
	version := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindSubmatch(mod)
	require.NotNil(t, version)
	for _, name := range []string{"README.md", "README.es.md"} {
		body, err := os.ReadFile(filepath.Join(root, name))
		require.NoError(t, err)
		assert.Regexp(t, `Go `+regexp.QuoteMeta(string(version[1]))+` (or later|o posterior)`, string(body), name)
		for _, b := range blocks(t, name) {
			if b.lang == "js" {
				assert.Contains(t, comment, b.text, "the package comment of wasm/engine has another program than %s", name)
			}
		}
	}
}

// Both READMEs have the same commands and programs; the comments, the texts in programs and
// the flag -lang differ, by language.
func TestReadmesAgree(t *testing.T) {
	comment := regexp.MustCompile(`(?m)\s*(?:^|[ \t])(?:#|//).*$`)
	literal := regexp.MustCompile(`"[^"\n]*"`)
	bare := func(name string) []string {
		var list []string
		for _, b := range blocks(t, name) {
			text := strings.ReplaceAll(comment.ReplaceAllString(b.text, ""), " -lang en", "")
			if b.lang == "go" {
				text = literal.ReplaceAllString(text, `""`)
			}
			list = append(list, b.lang+"\n"+strings.TrimSpace(text))
		}
		return list
	}
	assert.Equal(t, bare("README.md"), bare("README.es.md"))

	// So are their sections, the packages of the table with the names to start at, and the
	// links.
	shape := func(name string) (sections int, rows, links []string) {
		body, err := os.ReadFile(filepath.Join(root, name))
		require.NoError(t, err)
		for _, m := range regexp.MustCompile(`(?m)^\| (\[.*?) \|.*\| (.*?) \|$`).FindAllStringSubmatch(string(body), -1) {
			rows = append(rows, m[1]+" "+m[2])
		}
		for _, m := range regexp.MustCompile(`\]\(([^)]+)\)`).FindAllStringSubmatch(string(body), -1) {
			if !strings.HasPrefix(m[1], "README") {
				links = append(links, m[1])
				_, err := os.Stat(filepath.Join(root, m[1]))
				assert.NoError(t, err, "%s: %s", name, m[1])
			}
		}
		return strings.Count(string(body), "\n## "), rows, links
	}
	sections, rows, links := shape("README.md")
	sectionsES, rowsES, linksES := shape("README.es.md")
	assert.Equal(t, sections, sectionsES)
	assert.Equal(t, rows, rowsES)
	assert.Equal(t, links, linksES)
	require.NotEmpty(t, rows)
	for _, row := range rows {
		for _, m := range regexp.MustCompile("`([a-zA-Z]+)\\.([A-Z][A-Za-z]+)`").FindAllStringSubmatch(row, -1) {
			assert.True(t, declared(t, m[1], m[2]), "the READMEs name %s.%s, which does not exist", m[1], m[2])
		}
	}
}

// declared reports whether a package, or a type of any package, has an exported name.
func declared(t *testing.T, owner, name string) bool {
	declaration := regexp.MustCompile(`(?m)^(func|type) ` + name + `\b|^func \(\w* ?\*?` + owner + `\) ` + name + `\(`)
	for file, source := range sources(t, "calendar", "budget", "kpi", "poa") {
		if source.Name.Name != owner && !ast.IsExported(owner) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
		require.NoError(t, err)
		if declaration.Match(text) {
			return true
		}
	}
	return false
}

// The tests and files that CONTRIBUTING.md names exist.
func TestContributingNamesExist(t *testing.T) {
	body, err := os.ReadFile(filepath.Join(root, "CONTRIBUTING.md"))
	require.NoError(t, err)
	tests, files := "", "\n"
	for _, name := range tracked(t) {
		files += name + "\n"
		if strings.HasSuffix(name, "_test.go") {
			source, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
			require.NoError(t, err)
			tests += string(source)
		}
	}
	names := 0
	for _, m := range regexp.MustCompile("`([^`\n]+)`").FindAllStringSubmatch(string(body), -1) {
		name := m[1]
		switch {
		case strings.ContainsAny(name, " <*\"="):
		case strings.HasPrefix(name, "Test"):
			names++
			assert.True(t, strings.Contains(tests, "func "+name+"("), "CONTRIBUTING.md names %s, which does not exist", name)
		case strings.Contains(name, "/") && (strings.Contains(name, ".") || strings.Contains(files, "\n"+strings.Split(name, "/")[0]+"/")):
			names++
			file := strings.Contains(files, "\n"+name+"\n") || strings.Contains(files, "/"+name+"\n")
			folder := strings.Contains(files, "\n"+strings.TrimSuffix(name, "/")+"/")
			assert.True(t, file || folder, "CONTRIBUTING.md names %s, which does not exist", name)
		}
	}
	assert.Greater(t, names, 30)
}
