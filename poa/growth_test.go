package poa

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// work is what an operation does: the bytes that it allocates, and how often it reads the
// id of an element to search, index or compare lists.
type work struct{ bytes, ids uint64 }

// measure returns the work of an operation.
func measure(operation func()) (w work) {
	elementID = func(v any) string {
		w.ids++
		return idOf(v)
	}
	defer func() { elementID = idOf }()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	operation()
	runtime.ReadMemStats(&after)
	w.bytes = after.TotalAlloc - before.TotalAlloc
	return w
}

// bigPlan returns a plan with n elements in some lists.
func bigPlan(t require.TestingT, n int, change func(d *Document, i int)) *Plan {
	d := &Document{Schema: Schema, ID: "big", FiscalYear: 2027}
	for i := range n {
		change(d, i)
	}
	p, err := New(nil, d)
	require.NoError(t, err)
	return p
}

func activities10(d *Document, i int) {
	d.Activities = append(d.Activities, &Activity{ID: fmt.Sprint("a", i), Name: "Gaceta"})
}

func apply(t require.TestingT, p *Plan, c Command) (*Plan, Command) {
	next, inverse, err := p.Apply(c)
	require.NoError(t, err)
	return next, inverse
}

// edits returns a Change of n edits.
func edits(n int, edit func(i int) norm.Edit) *Change {
	c := &Change{}
	for i := range n {
		c.Edits = append(c.Edits, edit(i))
	}
	return c
}

// The work of every operation is proportional to its size, or a little more: a list is
// sorted. An operation of quadratic growth does a hundred times the work for ten times the
// elements.
func TestGrowth(t *testing.T) {
	at := func(i int) norm.Path { return norm.Path("activities").Item(fmt.Sprint("a", i)) }
	setName := func(i int) norm.Edit { return norm.Edit{Op: norm.OpSet, Path: at(i).Field("name"), Value: `"Otra"`} }
	removal := func(i int) norm.Edit { return norm.Edit{Op: norm.OpRemove, Path: at(i)} }
	insertion := func(before string) func(i int) norm.Edit {
		return func(i int) norm.Edit {
			return norm.Edit{Op: norm.OpInsert, Path: "activities", Value: fmt.Sprintf(`{"id":"n%d"}`, i), Before: before}
		}
	}
	withReferences := func(d *Document, i int) {
		activities10(d, i)
		if i == 0 {
			d.Commitments = []*Commitment{{ID: "all"}, {ID: "one"}}
		}
		d.Commitments[0].FulfilledBy = append(d.Commitments[0].FulfilledBy, fmt.Sprint("a", i))
		d.Indicators = append(d.Indicators, &kpi.Indicator{ID: fmt.Sprint("i", i), Activities: []string{fmt.Sprint("a", i)}})
	}
	withNotes := func(d *Document, i int) {
		activities10(d, i)
		d.Pending = append(d.Pending, Pending{Path: at(i).Field("name"), Text: "x"})
		d.Illustrative = append(d.Illustrative, at(i).Field("unit"))
	}
	reversed := func(t require.TestingT, p *Plan) *Plan {
		doc := p.Document()
		for i, j := 0, len(doc.Activities)-1; i < j; i, j = i+1, j-1 {
			doc.Activities[i], doc.Activities[j] = doc.Activities[j], doc.Activities[i]
		}
		q, err := New(nil, doc)
		require.NoError(t, err)
		return q
	}
	day := func(i int) calendar.Date { return calendar.MustDate(1000, 1, 1).AddDays(7 * i) }
	week := func(i int) calendar.Span { return calendar.Span{Start: day(i), End: day(i).AddDays(6)} }
	// change returns an operation that applies a Change, and then its inverse.
	change := func(fill func(*Document, int), c func(n int) *Change) func(*testing.T, int) func() {
		return func(t *testing.T, n int) func() {
			p, c := bigPlan(t, n, fill), c(n)
			return func() {
				next, inverse := apply(t, p, c)
				apply(t, next, inverse)
			}
		}
	}
	analysis := func(fill func(*Document, int), of func(*Analysis)) func(*testing.T, int) func() {
		return func(t *testing.T, n int) func() {
			p := bigPlan(t, n, fill)
			return func() { of(p.Analyze(calendar.MustDate(2027, 3, 1))) }
		}
	}
	for _, test := range []struct {
		name string
		// prepare returns an operation on n elements.
		prepare func(t *testing.T, n int) func()
	}{
		{"open", func(t *testing.T, n int) func() {
			data := bigPlan(t, n, withReferences).AppendJSON(nil)
			return func() {
				_, err := Open(nil, data)
				require.NoError(t, err)
			}
		}},
		{"extension names in falling order", func(t *testing.T, n int) func() {
			n /= 10 // there is a limit
			var names []string
			for i := range n {
				names = append(names, fmt.Sprintf(`"x%06d":1`, n-i))
			}
			data := []byte(`{"schema":1,"id":"p","ext":{` + strings.Join(names, ",") + `}}`)
			return func() {
				_, err := DecodeDocument(data)
				require.NoError(t, err)
			}
		}},
		{"set", change(activities10, func(n int) *Change { return edits(n, setName) })},
		{"set one", change(activities10, func(int) *Change { return edits(1, setName) })},
		{"insert at the end", change(activities10, func(n int) *Change { return edits(n, insertion("")) })},
		{"insert in front", change(activities10, func(n int) *Change { return edits(n, insertion("a0")) })},
		{"remove", change(withReferences, func(n int) *Change { return edits(n, removal) })},
		{"remove and set in turn", change(withReferences, func(n int) *Change {
			return edits(n, func(i int) norm.Edit {
				if i%2 == 0 {
					return removal(i)
				}
				return setName(i)
			})
		})},
		{"move", change(activities10, func(n int) *Change {
			return edits(n, func(i int) norm.Edit { return norm.Edit{Op: norm.OpMove, Path: at(i), Before: "a0"} })
		})},
		{"set in a list of an element", change(func(d *Document, i int) {
			if i == 0 {
				d.Indicators = []*kpi.Indicator{{ID: "i1"}}
			}
			d.Indicators[0].Targets = append(d.Indicators[0].Targets, &kpi.Target{ID: fmt.Sprint("t", i)})
		}, func(n int) *Change {
			c := edits(n, func(i int) norm.Edit {
				return norm.Edit{Op: norm.OpSet, Path: norm.Path("indicators[i1].targets").Item(fmt.Sprint("t", i)).Field("value"), Value: `"1"`}
			})
			c.Edits = append(c.Edits, edits(n, func(i int) norm.Edit {
				return norm.Edit{Op: norm.OpSet, Path: "indicators[i1].name", Value: fmt.Sprintf(`"%d"`, i)}
			}).Edits...)
			return c
		})},
		{"one edit with pending texts and marks", change(withNotes, func(int) *Change { return edits(1, setName) })},
		{"edits of values with pending texts and marks", change(withNotes, func(n int) *Change { return edits(n, setName) })},
		{"new pending texts and marks", change(activities10, func(n int) *Change {
			c := &Change{}
			for i := range n {
				c.Pending = append(c.Pending, Pending{Path: at(i).Field("name"), Text: "x"})
				c.Mark = append(c.Mark, at(n-1-i).Field("unit"))
			}
			return c
		})},
		{"no pending texts and marks", change(withNotes, func(n int) *Change {
			c := &Change{}
			for i := range n {
				c.Pending = append(c.Pending, Pending{Path: at(i).Field("name")})
				c.Unmark = append(c.Unmark, at(n-1-i).Field("unit"))
			}
			return c
		})},
		{"the difference of a reversed list", func(t *testing.T, n int) func() {
			p := bigPlan(t, n, activities10)
			q := reversed(t, p)
			return func() { apply(t, p, Diff(p, q)) }
		}},
		{"edit a document", func(t *testing.T, n int) func() {
			p := bigPlan(t, n, withReferences)
			return func() {
				_, _, _, err := p.Edit(func(d *Document) error {
					for _, a := range d.Activities {
						a.Name = "Otra"
					}
					return nil
				})
				require.NoError(t, err)
			}
		}},
		{"merge", func(t *testing.T, n int) func() {
			p := bigPlan(t, n, withReferences)
			q, r := reversed(t, p), p
			r, _ = apply(t, r, edits(n, removal))
			return func() {
				_, _, err := Merge(p, q, r)
				require.NoError(t, err)
			}
		}},
		{"post entries", func(t *testing.T, n int) func() {
			p := bigPlan(t, 1, func(d *Document, _ int) { d.Lines = []*budget.Line{{ID: "l1"}} })
			c := &PostEntries{}
			for i := range n {
				c.Entries = append(c.Entries, &budget.Entry{
					ID: fmt.Sprint("e", i), Line: "l1", Date: calendar.MustDate(2027, 1, 1).AddDays(i % 365), Kind: budget.Committed, Amount: budget.MustPesos(1),
				})
			}
			return func() { apply(t, p, c) }
		}},
		{"administrations and activities", analysis(func(d *Document, i int) {
			d.Administrations = append(d.Administrations, &Administration{ID: fmt.Sprint("adm", i), Span: week(i)})
			d.Activities = append(d.Activities, &Activity{ID: fmt.Sprint("a", i), Span: week(i)})
			d.Periods = append(d.Periods, &Period{ID: fmt.Sprint("p", i), Span: week(i)})
		}, func(a *Analysis) { require.Len(t, a.Administrations(), len(a.Activities)) })},
		{"closes", analysis(func(d *Document, i int) {
			d.Periods = append(d.Periods, &Period{ID: fmt.Sprint("p", i), Span: week(i)})
			d.Closes = append(d.Closes, &Close{ID: fmt.Sprint("c", i), Period: fmt.Sprint("p", i), Date: day(i + 1)})
		}, func(a *Analysis) { require.NotNil(t, a.Periods[0].Closed) })},
		{"records signed out of office", analysis(func(d *Document, i int) {
			if i == 0 {
				d.Administrations = []*Administration{{ID: "adm", Span: week(0)}}
				d.Posts = []*Post{{ID: "boss", Administration: "adm"}}
			}
			activities10(d, i)
			d.Progress = append(d.Progress, &Progress{ID: fmt.Sprint("r", i), Activity: fmt.Sprint("a", i), Month: 1, Date: calendar.MustDate(2027, 2, 1), By: "boss", Quantity: exact.Int(1)})
		}, func(a *Analysis) {
			total := 0
			for i := range a.Findings {
				total += a.Findings[i].Total()
			}
			require.GreaterOrEqual(t, total, len(a.Activities))
		})},
		{"own days", analysis(func(d *Document, i int) {
			d.OwnDays = append(d.OwnDays, &office.Adjustment{ID: fmt.Sprint("o", i)})
			d.Pending = append(d.Pending, Pending{Path: norm.Path("ownDays").Item(fmt.Sprint("o", i)).Field("rule"), Text: "x"})
		}, func(a *Analysis) { a.OwnDays() })},
		{"missing measurements", analysis(func(d *Document, i int) {
			d.Indicators = append(d.Indicators, &kpi.Indicator{
				ID: fmt.Sprint("i", i), Frequency: kpi.Annual, Targets: []*kpi.Target{{ID: fmt.Sprint("t", i), Span: calendar.YearSpan(2027), Value: exact.Int(1)}},
			})
			d.Measurements = append(d.Measurements, &kpi.Measurement{ID: fmt.Sprint("m", i), Indicator: fmt.Sprint("i", i), Span: calendar.YearSpan(2027), Date: calendar.MustDate(2027, 2, 1)})
		}, func(a *Analysis) { a.Due(400) })},
	} {
		t.Run(test.name, func(t *testing.T) {
			const n = 500
			small, large := measure(test.prepare(t, n)), measure(test.prepare(t, 10*n))
			assert.Less(t, large.bytes, 25*(small.bytes+10_000), "bytes for %d: %d, for %d: %d", n, small.bytes, 10*n, large.bytes)
			assert.Less(t, large.ids, 25*(small.ids+100), "ids read for %d: %d, for %d: %d", n, small.ids, 10*n, large.ids)
		})
	}
}

// The comparisons of notes grow with n log n.
func TestGrowthOfNotes(t *testing.T) {
	compared := func(n int) (count int) {
		compare := func(a, b int) int {
			count++
			return a - b
		}
		var list, other []int
		for i := range n {
			list, other = append(list, n-i), append(other, 2*i)
		}
		list = sortUnique(append(list, list...), compare)
		missing(list, other, compare)
		missing(other, list, compare)
		return count
	}
	assert.Less(t, compared(10_000), 20*compared(1000))
}

// An undo step has the values that it changed, not the rest of the document.
func TestHistoryOwnsOnlyItsValues(t *testing.T) {
	held := func(ext int) uint64 {
		doc := &Document{Schema: Schema, ID: "p", Title: "POA", Mission: strings.Repeat("m", min(ext, MaxText)), Ext: Ext{{"mx.gob", `"` + strings.Repeat("x", ext) + `"`}}}
		p, err := New(nil, doc)
		require.NoError(t, err)
		h := NewHistory(p)
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		for i := range 400 {
			require.NoError(t, h.Do(&Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "title", Value: fmt.Sprintf(`"POA %d"`, i)}}}))
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		runtime.KeepAlive(h)
		return max(after.HeapAlloc, before.HeapAlloc) - before.HeapAlloc
	}
	const size = 500_000
	assert.Less(t, held(size), held(10)+2*size, "400 steps hold more than the document")
}

// spanIndex agrees with a search of all spans.
func TestSpanIndex(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := calendar.MustDate(9999, 12, 1)
		draw := func(name string) calendar.Date {
			n := rapid.IntRange(0, 31).Draw(t, name)
			if n == 31 {
				return calendar.Date{}
			}
			return first.AddDays(n)
		}
		var spans []calendar.Span
		for range rapid.IntRange(0, 6).Draw(t, "spans") {
			spans = append(spans, calendar.Span{Start: draw("start"), End: draw("end")})
		}
		x := indexSpans(spans)
		for n := range 32 {
			d, want := first.AddDays(n-1), -1
			for i, s := range spans {
				if s.Valid() && s.Contains(d) {
					want = i
					break
				}
			}
			require.Equal(t, want, x.at(d), "%v in %v", d, spans)
		}
		require.Equal(t, -1, x.at(calendar.Date{}))
	})
}
