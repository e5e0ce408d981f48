package house

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// banned lists packages that the core must not depend on, directly or not: each is large
// in the browser, accesses the outside, or reads the time zone files of the machine.
var banned = []string{
	"net/http", "database/sql", "text/template", "html/template", "regexp", "time/tzdata", "os/exec",
}

// bannedLean lists further packages that the core must not depend on with the build tag
// lean, which the engine and the Worker have. Together they add 0.2 MB.
var bannedLean = []string{"fmt", "time", "context", "os", "log", "reflect", "encoding/json", "database/sql/driver", "syscall/js"}

// bannedDirectly lists packages that no file of the core may import, because it has no
// random source.
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
					t.Errorf("the core depends on a third-party module: %s", chain(importers, p.ImportPath))
				}
				if slices.Contains(target.bans, p.ImportPath) {
					t.Errorf("the core depends on %s: %s", p.ImportPath, chain(importers, p.ImportPath))
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

// A rule lists the packages of the module that from and the packages below it may import.
// The longest matching rule applies. An entry allows one package, or with /... also those
// below it. An internal package counts as part of the package above it.
type rule struct {
	from string
	to   []string
}

var directions = []rule{
	{"calendar/norm", nil},
	{"calendar", []string{"calendar/norm"}},
	{"calendar/office", calendarDeps},
	{"calendar/term", calendarDeps},
	{"calendar/schedule", calendarDeps},
	{"calendar/mx", append([]string{"calendar/term"}, calendarDeps...)},
	{"calendar/mx/places", nil},
	{"calendar/rickar", append([]string{"calendar/mx"}, calendarDeps...)},

	{"budget", calendarDeps},
	{"budget/conac", append([]string{"budget"}, calendarDeps...)},
	{"kpi/exact", []string{"calendar/norm"}},
	{"kpi/formula", []string{"kpi/exact", "calendar/norm"}},
	{"kpi", append([]string{"kpi/exact", "kpi/formula"}, calendarDeps...)},
	{"kpi/pbr", append([]string{"kpi", "kpi/exact", "kpi/formula"}, calendarDeps...)},

	{"poa", planDeps},
	{"poa/mexico", append([]string{"poa", "calendar/mx", "calendar/mx/places", "budget/conac", "kpi/pbr"}, planDeps...)},
	{"poa/lang", append([]string{"poa"}, planDeps...)},
	{"poa/input", append([]string{"poa", "poa/lang"}, planDeps...)},
	{"poa/report", formatDeps},
	{"poa/xlsx", formatDeps},
	{"poa/tabular", formatDeps},
	{"poa/ics", formatDeps},
	{"poa/store", formatDeps},
	{"poa/memstore", append([]string{"poa/store"}, formatDeps...)},
	{"poa/sqlstore", append([]string{"poa/store"}, formatDeps...)},
	{"poa/storetest", append([]string{"poa/store"}, formatDeps...)},
	{"poa/rpc", append([]string{"poa/report", "poa/xlsx", "poa/tabular", "poa/ics"}, formatDeps...)},
	{"poa/httpapi", append([]string{"poa/rpc", "poa/store"}, formatDeps...)},

	{"wasm", []string{"calendar/...", "budget/...", "kpi/...", "poa/...", "wasm/...", "examples/..."}},
	{"examples", []string{"calendar/...", "budget/...", "kpi/...", "poa/...", "wasm/...", "examples/..."}},
}

var (
	calendarDeps = []string{"calendar", "calendar/norm"}
	planDeps     = []string{
		"calendar", "calendar/norm", "calendar/office", "calendar/term", "calendar/schedule",
		"budget", "kpi", "kpi/exact", "kpi/formula",
	}
	formatDeps = append([]string{"poa", "poa/lang", "poa/input"}, planDeps...)
)

func TestDirections(t *testing.T) {
	seen := map[string]bool{}
	for _, target := range []struct{ goos, goarch string }{{"linux", "amd64"}, {"js", "wasm"}} {
		for _, p := range goList(t, target.goos, target.goarch, "./...") {
			from, _ := p.ours()
			from = owner(from)
			r := ruleOf(from)
			if r == nil {
				t.Errorf("no rule for the imports of %s; add one to directions", from)
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

// owner returns the package to which an internal package belongs.
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
