package poa_test

import (
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/internal/plangen"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/report"
)

// allocated returns the bytes that a function allocates.
func allocated(f func()) float64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// Every operation takes memory in proportion to the length of each list of the document,
// of random elements: of a list that is twice as long, about twice as much.
func TestEveryListGrowsLinearly(t *testing.T) {
	const n = 700
	today := calendar.MustDate(2027, 5, 11)
	for _, l := range model.Lists() {
		t.Run(l.Name, func(t *testing.T) {
			lengths := map[string]int{"activities": 3, "periods": 3, "posts": 3, "indicators": 3, "lines": 3, "campaigns": 1, "evaluations": 1, "progress": 3, "closes": 2}
			if l.Name == "variables" || l.Name == "targets" {
				lengths["indicators"] = 1
			}
			use := func(n int) (bytes map[string]float64) {
				lengths[l.Name] = n
				g := plangen.Seeded(7, 4000*n)
				g.Lengths = lengths
				doc, err := poa.DecodeDocument([]byte(g.Document()))
				require.NoError(t, err)
				doc.FiscalYear, doc.Calendar = 2027, "jalisco"
				for _, c := range doc.Campaigns {
					c.Span = span("2027-03-01", "2027-07-31")
				}
				data := doc.AppendJSON(nil)
				bytes = map[string]float64{}
				var p *poa.Plan
				var a *poa.Analysis
				step := func(name string, f func()) { bytes[name] = allocated(f) }
				step("open", func() {
					var err error
					p, err = poa.Open(mexico.Env(), data)
					require.NoError(t, err)
				})
				step("analyze", func() { a = p.Analyze(today) })
				step("due", func() { a.Due(30); a.OwnDays(); a.Administrations() })
				step("report", func() { require.NoError(t, report.Write(io.Discard, a, report.Options{Rows: -1})) })
				step("encode", func() { p.AppendJSON(nil) })
				h := poa.NewHistory(p)
				title := &poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "title", Value: `"Otro"`}}}
				step("edit", func() { require.NoError(t, h.Do(title)) })
				step("undo", func() {
					_, err := h.Undo()
					require.NoError(t, err)
				})
				empty, err := poa.New(mexico.Env(), &poa.Document{Schema: poa.Schema, ID: "plan"})
				require.NoError(t, err)
				step("diff", func() { poa.Diff(empty, p); poa.Diff(p, empty) })
				step("merge", func() {
					next, _, err := p.Apply(title)
					require.NoError(t, err)
					_, _, err = poa.Merge(p, next, p)
					require.NoError(t, err)
				})
				return bytes
			}
			use(10)
			small, large := use(n), use(2*n)
			for name, bytes := range small {
				assert.Less(t, large[name], 2.6*bytes+200_000, "%s of %d and %d %s: %.0f and %.0f bytes", name, n, 2*n, l.Name, bytes, large[name])
			}
		})
	}
}

// Nor do the fields that have many values: they are long lists too, of which the same value
// may be repeated.
func TestEveryFieldOfManyValuesGrowsLinearly(t *testing.T) {
	const n = 4000
	today := calendar.MustDate(2027, 5, 11)
	tested := map[norm.Path]bool{}
	for _, test := range []struct {
		field   norm.Path
		members func(n int) string
	}{
		{"activities[].channels", func(n int) string {
			return `"channels":[{"id":"c"}],"activities":[{"id":"a","channels":` + repeated(n, `"c"`) + `}]`
		}},
		{"campaigns[].activities", func(n int) string {
			return `"activities":[{"id":"a"}],"campaigns":[{"id":"c","activities":` + repeated(n, `"a"`) + `}]`
		}},
		{"commitments[].fulfilledBy", func(n int) string { return `"commitments":[{"id":"c","fulfilledBy":` + repeated(n, `"c"`) + `}]` }},
		{"evaluations[].indicators", func(n int) string {
			return `"indicators":[{"id":"i"}],"evaluations":[{"id":"e","indicators":` + repeated(n, `"i"`) + `}]`
		}},
		{"illustrative", func(n int) string { return `"illustrative":` + list(n, `"title.x%d"`) }},
		{"indicators[].activities", func(n int) string {
			return `"activities":[{"id":"a"}],"indicators":[{"id":"i","activities":` + repeated(n, `"a"`) + `}]`
		}},
		{"lines[].activities", func(n int) string {
			return `"activities":[{"id":"a"}],"lines":[{"id":"l","activities":` + repeated(n, `"a"`) + `}]`
		}},
		{"measurements[].values", func(n int) string {
			return `"indicators":[{"id":"i","formula":"A","variables":[{"id":"v","symbol":"A"}]}],"measurements":[{"id":"m","indicator":"i","span":{"start":"2027-01-01","end":"2027-01-31"},"date":"2027-02-01","values":` + list(n, `{"symbol":"A%d","value":"1"}`) + `}]`
		}},
		{"pending", func(n int) string { return `"pending":` + list(n, `{"path":"title.x%d","text":"x"}`) }},
		{"workWeek", func(n int) string { return `"workWeek":` + repeated(n, `"monday"`) }},
	} {
		tested[test.field] = true
		t.Run(string(test.field), func(t *testing.T) {
			use := func(n int) map[string]float64 {
				bytes, data := map[string]float64{}, []byte(`{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco",`+test.members(n)+`}`)
				var p *poa.Plan
				var a *poa.Analysis
				step := func(name string, f func()) { bytes[name] = allocated(f) }
				step("open", func() {
					var err error
					p, err = poa.Open(mexico.Env(), data)
					require.NoError(t, err)
				})
				step("analyze", func() { a = p.Analyze(today) })
				step("report", func() { require.NoError(t, report.Write(io.Discard, a, report.Options{Rows: -1})) })
				step("edit", func() {
					_, _, err := p.Apply(&poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "title", Value: `"Otro"`}}})
					require.NoError(t, err)
				})
				return bytes
			}
			use(10)
			small, large := use(n), use(2*n)
			for name, bytes := range small {
				assert.Less(t, large[name], 2.6*bytes+200_000, "%s of %d and %d values: %.0f and %.0f bytes", name, n, 2*n, bytes, large[name])
			}
		})
	}
	for _, f := range model.Fields() {
		if strings.HasPrefix(f.Type, "[]") && !f.IsList() {
			assert.True(t, tested[f.Path], "no test of %s", f.Path)
		}
	}
}
