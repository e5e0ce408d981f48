package house

import (
	"bytes"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Size limits in bytes after gzip -9 (the program; Go's own output is 1 % larger) of what the
// Makefile builds.
const (
	engineLimit = 1_457_000
	workerLimit = 2_400_000
	firstLimit  = 35_000  // the page's scripts at first paint
	pageLimit   = 130_000 // all scripts of the page
)

func TestWasmSizes(t *testing.T) {
	for _, tt := range []struct {
		target, folder, file string
		limit                int
	}{
		{"engine", "WEB", "public/engine.wasm", engineLimit},
		{"worker-wasm", "WORKER", "build/app.wasm", workerLimit},
	} {
		t.Run(tt.target, func(t *testing.T) {
			out := t.TempDir()
			run(t, nil, "make", "--no-print-directory", tt.target, tt.folder+"="+out)
			wasm, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(tt.file)))
			require.NoError(t, err)
			if !checkSize(t, tt.target, gzipped(t, wasm), tt.limit) {
				logWeights(t, tt.target, tt.folder, tt.file)
			}
		})
	}
}

// Scripts loaded or preloaded by index.html, and their static imports, count as first
// paint; the rest is loaded on demand.
func TestPageSizes(t *testing.T) {
	dist := filepath.Join(root, "wasm", "web", "dist")
	index, err := os.ReadFile(filepath.Join(dist, "index.html"))
	require.NoError(t, err, "the page is not built: run make page")

	scripts := map[string][]byte{}
	require.NoError(t, filepath.WalkDir(dist, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || (filepath.Ext(name) != ".js" && filepath.Ext(name) != ".mjs") {
			return err
		}
		rel, err := filepath.Rel(dist, name)
		if err != nil {
			return err
		}
		scripts[filepath.ToSlash(rel)], err = os.ReadFile(name)
		return err
	}))

	first := map[string]bool{}
	firstSize := 0
	var load func(name string)
	load = func(name string) {
		body, ok := scripts[name]
		require.Truef(t, ok, "index.html loads %s, which is not in dist", name)
		if first[name] {
			return
		}
		first[name] = true
		firstSize += gzipped(t, body)
		for _, m := range staticImport.FindAllSubmatch(body, -1) {
			load(path.Join(path.Dir(name), string(m[1])))
		}
	}
	for _, tag := range loadingTag.FindAll(index, -1) {
		if m := address.FindSubmatch(tag); m != nil {
			load(strings.TrimPrefix(strings.TrimPrefix(string(m[1]), "."), "/"))
		}
	}
	for _, m := range script.FindAllSubmatch(index, -1) {
		if body := bytes.TrimSpace(m[1]); len(body) > 0 {
			firstSize += gzipped(t, body)
		}
	}
	require.NotZero(t, firstSize, "index.html loads no script")
	checkSize(t, "page JavaScript at first paint", firstSize, firstLimit)

	all := 0
	for _, body := range scripts {
		all += gzipped(t, body)
	}
	checkSize(t, "page JavaScript in total", all, pageLimit)
}

var (
	loadingTag = regexp.MustCompile(`<script\b[^>]*\bsrc=[^>]*>|<link\b[^>]*\brel="?modulepreload\b[^>]*>`)
	address    = regexp.MustCompile(`\b(?:src|href)="?([^"\s>?]+\.m?js)`)
	script     = regexp.MustCompile(`(?s)<script\b[^>]*>(.*?)</script>`)
	// import"./a.js", import{b}from"./a.js", export{b}from"./a.js"; not import("./a.js").
	staticImport = regexp.MustCompile(`(?:\bimport|\bfrom)\s*["'](\.[^"']+\.m?js)["']`)
)

func checkSize(t *testing.T, what string, size, limit int) bool {
	t.Helper()
	t.Logf("%s: %d of %d bytes gzip", what, size, limit)
	return assert.LessOrEqualf(t, size, limit, "%s is too large", what)
}

func gzipped(t *testing.T, b []byte) int {
	t.Helper()
	cmd := exec.Command("gzip", "-9", "-c")
	cmd.Stdin = bytes.NewReader(b)
	out, err := cmd.Output()
	require.NoError(t, err)
	return len(out)
}
