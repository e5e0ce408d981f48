package house

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// banned must not be imported by the core, directly or not: each is large in the browser,
// has side effects, or reads the machine's zone files.
var banned = []string{
	"net/http", "database/sql", "text/template", "html/template", "regexp", "time/tzdata", "os/exec",
}

// bannedLean is banned too where the core is built with the tag lean, as the engine
// and the Worker are: together they weigh 0.2 MB.
var bannedLean = []string{"fmt", "time", "context", "os", "log", "reflect", "encoding/json", "database/sql/driver", "syscall/js"}

// bannedDirectly must not be imported by a file of the core: it has no random
// source.
var bannedDirectly = []string{"math/rand", "math/rand/v2"}

func TestCoreExists(t *testing.T) {
	for _, dir := range core {
		assert.DirExists(t, filepath.Join(root, filepath.FromSlash(dir)))
	}
}

func TestCoreImports(t *testing.T) {
	for _, target := range []struct {
		name, goos, goarch, tags string
		bans                     []string
	}{
		{"linux", "linux", "amd64", "", banned},
		{"js", "js", "wasm", "", banned},
		{"lean", "js", "wasm", "lean", append(banned, bannedLean...)},
	} {
		t.Run(target.name, func(t *testing.T) {
			deps := goList(t, target.goos, target.goarch, append([]string{"-tags=" + target.tags, "-deps"}, corePaths()...)...)
			importers := map[string][]string{}
			for _, p := range deps {
				for _, i := range p.Imports {
					importers[i] = append(importers[i], p.ImportPath)
				}
			}
			for _, p := range deps {
				path, mine := p.ours()
				if !p.Standard && !mine {
					t.Errorf("the core is built from a third-party module: %s", chain(importers, p.ImportPath))
				}
				if slices.Contains(target.bans, p.ImportPath) {
					t.Errorf("the core is built from %s: %s", p.ImportPath, chain(importers, p.ImportPath))
				}
				if !mine {
					continue
				}
				for _, i := range p.Imports {
					if slices.Contains(bannedDirectly, i) {
						t.Errorf("%s imports %s", path, i)
					}
				}
			}
		})
	}
}

// chain returns one chain of imports from the core to path.
func chain(importers map[string][]string, path string) string {
	way := []string{path}
	for len(importers[path]) > 0 {
		path = importers[path][0]
		way = append(way, path)
	}
	slices.Reverse(way)
	return strings.Join(way, " → ")
}

// A rule lists the packages of ours that a package, and those below it, may import. The
// longest rule that matches applies. An entry is that package alone, or with /... those
// below it too. Packages under an internal folder belong to its parent.
type rule struct {
	from string
	to   []string
}

var directions = []rule{
	{"calendar/norm", nil},
	{"calendar", []string{"calendar/norm"}},
	{"calendar/office", rooms},
	{"calendar/term", rooms},
	{"calendar/schedule", rooms},
	{"calendar/mx", append([]string{"calendar/term"}, rooms...)},
	{"calendar/rickar", append([]string{"calendar/mx"}, rooms...)},

	{"budget", rooms},
	{"budget/conac", append([]string{"budget"}, rooms...)},
	{"kpi/exact", []string{"calendar/norm"}},
	{"kpi/formula", []string{"kpi/exact", "calendar/norm"}},
	{"kpi", append([]string{"kpi/exact", "kpi/formula"}, rooms...)},
	{"kpi/pbr", append([]string{"kpi", "kpi/exact", "kpi/formula"}, rooms...)},

	{"poa", machines},
	{"poa/mexico", append([]string{"poa", "calendar/mx", "budget/conac", "kpi/pbr"}, machines...)},
	{"poa/lang", append([]string{"poa"}, machines...)},
	{"poa/input", append([]string{"poa", "poa/lang"}, machines...)},
	{"poa/report", format},
	{"poa/xlsx", format},
	{"poa/tabular", format},
	{"poa/ics", format},
	{"poa/store", format},
	{"poa/memstore", append([]string{"poa/store"}, format...)},
	{"poa/sqlstore", append([]string{"poa/store"}, format...)},
	{"poa/storetest", append([]string{"poa/store"}, format...)},
	{"poa/rpc", append([]string{"poa/report", "poa/xlsx", "poa/tabular", "poa/ics"}, format...)},
	{"poa/httpapi", append([]string{"poa/rpc", "poa/store"}, format...)},

	{"wasm", []string{"calendar/...", "budget/...", "kpi/...", "poa/...", "wasm/...", "examples/..."}},
	{"examples", []string{"calendar/...", "budget/...", "kpi/...", "poa/...", "wasm/...", "examples/..."}},
}

var (
	rooms    = []string{"calendar", "calendar/norm"}
	machines = []string{
		"calendar", "calendar/norm", "calendar/office", "calendar/term", "calendar/schedule",
		"budget", "kpi", "kpi/exact", "kpi/formula",
	}
	format = append([]string{"poa", "poa/lang", "poa/input"}, machines...)
)

func TestDirections(t *testing.T) {
	seen := map[string]bool{}
	for _, target := range []struct{ goos, goarch string }{{"linux", "amd64"}, {"js", "wasm"}} {
		for _, p := range goList(t, target.goos, target.goarch, "./...") {
			from, _ := p.ours()
			from = owner(from)
			r := ruleOf(from)
			if r == nil {
				t.Errorf("no rule says what %s may import; add one to directions", from)
				continue
			}
			for _, i := range p.Imports {
				to, mine := within(i)
				if to = owner(to); !mine || to == from || allowed(r.to, to) || seen[from+to] {
					continue
				}
				seen[from+to] = true
				t.Errorf("%s imports %s; it may import only %v", from, to, r.to)
			}
		}
	}
}

// owner is the package that an internal package belongs to.
func owner(path string) string {
	before, _, _ := strings.Cut(path, "/internal")
	return before
}

func ruleOf(path string) *rule {
	var best *rule
	for i, r := range directions {
		if inside(path, r.from) && (best == nil || len(r.from) > len(best.from)) {
			best = &directions[i]
		}
	}
	return best
}

func allowed(list []string, path string) bool {
	for _, to := range list {
		if dir, below := strings.CutSuffix(to, "/..."); to == path || below && inside(path, dir) {
			return true
		}
	}
	return false
}
