package house

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// module is the path of the module.
const module = "github.com/rumbo-mx/rumbo"

// root is the top of the repository, relative to this folder.
const root = "../.."

// core lists the packages that every program about plans needs, including the engine in
// the browser. The bans apply to them and to their imports.
var core = []string{
	"calendar",
	"calendar/norm",
	"calendar/office",
	"calendar/term",
	"calendar/mx",
	"calendar/mx/places",
	"budget",
	"budget/conac",
	"kpi",
	"kpi/exact",
	"kpi/formula",
	"kpi/pbr",
	"poa",
	"poa/input",
	"poa/lang",
	"poa/rpc",
	"poa/mexico",
}

// A pkg is the output of go list for a package.
type pkg struct {
	Dir        string
	ImportPath string
	Name       string
	Standard   bool
	GoFiles    []string
	Imports    []string
	Error      *struct{ Err string }
}

// ours returns the path of the package inside the module, and whether it is in it.
func (p pkg) ours() (string, bool) { return within(p.ImportPath) }

func within(path string) (string, bool) {
	if path == module {
		return ".", true
	}
	return strings.CutPrefix(path, module+"/")
}

// inside reports whether path is dir or below it.
func inside(path, dir string) bool {
	return path == dir || strings.HasPrefix(path, dir+"/")
}

// run executes a command at the top of the repository and returns its standard output.
func run(t *testing.T, env []string, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoErrorf(t, err, "%s %s\n%s", name, strings.Join(args, " "), &stderr)
	return out
}

// goList returns the packages that match the patterns, for goos and goarch. With "-deps"
// it also returns their dependencies, which come first.
func goList(t *testing.T, goos, goarch string, args ...string) []pkg {
	t.Helper()
	fields := "-json=Dir,ImportPath,Name,Standard,GoFiles,Imports,Error"
	out := run(t, []string{"GOOS=" + goos, "GOARCH=" + goarch}, "go", append([]string{"list", "-e", fields}, args...)...)
	var list []pkg
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			return list
		}
		require.NoError(t, err)
		list = append(list, p)
	}
}

// corePaths returns the import paths of the core.
func corePaths() []string {
	paths := make([]string, len(core))
	for i, c := range core {
		paths[i] = module + "/" + c
	}
	return paths
}

// tracked returns the regular files on disk that git tracks or would add, with slashes
// and relative to the root.
func tracked(t *testing.T) []string {
	t.Helper()
	out := run(t, nil, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	var files []string
	for name := range strings.SplitSeq(strings.TrimRight(string(out), "\x00"), "\x00") {
		if info, err := os.Lstat(filepath.Join(root, filepath.FromSlash(name))); err == nil && info.Mode().IsRegular() {
			files = append(files, name)
		}
	}
	return files
}
