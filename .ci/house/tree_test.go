package house

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// top lists what the top level of the repository may contain besides dot files.
var top = []string{
	"calendar", "budget", "kpi", "poa", "wasm", "examples",
	"go.mod", "go.sum", "staticcheck.conf", "Makefile",
	"README.md", "README.es.md", "CHANGELOG.md", "CONTRIBUTING.md", "DEPENDENCIES.md", "SECURITY.md", "LICENSE",
}

// maxFileSize is the limit in bytes above which a file is a build product or a picture;
// neither belongs in a module that others download.
const maxFileSize = 400_000

func TestTopLevel(t *testing.T) {
	found := map[string]bool{}
	for _, name := range tracked(t) {
		first, _, _ := strings.Cut(name, "/")
		found[first] = true
	}
	for name := range found {
		if !strings.HasPrefix(name, ".") && !slices.Contains(top, name) {
			t.Errorf("%s is at the top level, which is fixed", name)
		}
	}
	for _, name := range top {
		assert.True(t, found[name], "missing: %s", name)
	}
}

// The patterns are written so that this file does not match them.
var unwanted = []struct {
	what    string
	pattern *regexp.Regexp
	in      string // extensions; empty means all files
}{
	{"a path of somebody's computer", regexp.MustCompile(`(^|[\s"'=:(])/(?:root/|work/|tmp/[a-z]|home/[a-z]|Users/[A-Za-z])`), ""},
	{"a path outside the repository", regexp.MustCompile(`\.\./(?:shared|\.library)/`), ""},
	{"the address of a package registry", regexp.MustCompile(`registry\.npmjs\.[o]rg|proxy\.golang\.[o]rg|deb\.debian\.[o]rg`), ""},
	{"a mark of unfinished work", regexp.MustCompile(`\b(?:TO[D]O|FIX[M]E|HA[C]K)\b|not implemente[d]|unimplemente[d]`), ".go .ts .tsx .mjs .js .sh"},
	{"an unresolved conflict", regexp.MustCompile(`(?m)^(?:<{7}|>{7}) `), ""},
}

func TestNoUnwantedContent(t *testing.T) {
	for _, name := range tracked(t) {
		body, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		require.NoError(t, err)
		assert.LessOrEqual(t, len(body), maxFileSize, "%s is too large", name)
		if bytes.IndexByte(body, 0) >= 0 || path.Ext(name) == ".sum" {
			continue
		}
		for _, u := range unwanted {
			if u.in != "" && !slices.Contains(strings.Fields(u.in), path.Ext(name)) {
				continue
			}
			if hit := u.pattern.Find(body); hit != nil {
				t.Errorf("%s contains %s: %q", name, u.what, hit)
			}
		}
	}
}

func TestLockFilesHaveNoRegistryAddress(t *testing.T) {
	for _, name := range tracked(t) {
		if path.Base(name) != "package-lock.json" {
			continue
		}
		body, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		require.NoError(t, err)
		assert.NotContains(t, string(body), `"resolved": "http`,
			"%s: set omit-lockfile-registry-resolved=true in the .npmrc beside it", name)
		npmrc, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(path.Dir(name)), ".npmrc"))
		require.NoError(t, err)
		assert.Contains(t, string(npmrc), "omit-lockfile-registry-resolved=true")
	}
}

// Development tools are not in go.mod, so that importers do not depend on them.
func TestToolsAreNotInGoMod(t *testing.T) {
	body, err := os.ReadFile(filepath.Join(root, "go.mod"))
	require.NoError(t, err)
	assert.NotRegexp(t, `(?m)^tool\b`, string(body))
	for _, name := range []string{"honnef.co/go/tools", "mvdan.cc/gofumpt", "golang.org/x/perf"} {
		assert.NotContains(t, string(body), name)
	}
}

// The tool that writes the Worker's loader must have the version of the library it loads.
func TestWorkersVersionsAgree(t *testing.T) {
	version := regexp.MustCompile(`github\.com/syumai/workers (v\S+)`)
	var versions []string
	for _, name := range []string{"go.mod", ".ci/tools.mod"} {
		body, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		require.NoError(t, err)
		m := version.FindSubmatch(body)
		require.NotNilf(t, m, "%s does not require github.com/syumai/workers", name)
		versions = append(versions, string(m[1]))
	}
	assert.Equal(t, versions[0], versions[1])
}
