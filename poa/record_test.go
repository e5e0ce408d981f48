package poa_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/internal/plangen"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// Without a fiscal year no date of a record can be checked: every act is rejected, also if
// the plan has records. The year can be set then, and not changed or removed afterwards.
func TestActsNeedAFiscalYear(t *testing.T) {
	data, err := os.ReadFile("testdata/commands.json")
	require.NoError(t, err)
	var commands poa.Commands
	require.NoError(t, json.Unmarshal(data, &commands))
	p := plan(t, nil)
	for _, c := range commands {
		if c.Kind() != "withdraw" && c.Kind() != "reopen-period" {
			p = plan(t, nil)
		}
		next, inverse, err := p.Apply(c)
		require.NoError(t, err, c.Kind())
		for _, year := range []int{0, -5, calendar.MaxYear + 1} {
			doc := p.Document()
			doc.FiscalYear = year
			without, err := poa.New(mexico.Env(), doc)
			require.NoError(t, err)
			if _, _, err = without.Apply(c); inverse != nil {
				require.NoError(t, err)
				continue
			}
			require.ErrorIs(t, err, poa.ErrNoFiscalYear, c.Kind())
			var refusal *poa.Refusal
			require.ErrorAs(t, err, &refusal)
			assert.Equal(t, norm.Path("fiscalYear"), refusal.Path)
			with, _, err := without.Apply(set("fiscalYear", "2027"))
			require.NoError(t, err)
			_, _, err = with.Apply(c)
			require.NoError(t, err, c.Kind())
		}
		p = next
	}
	_, _, err = p.Apply(set("fiscalYear", "2028"))
	assert.ErrorIs(t, err, poa.ErrBoundByRecords)
	_, _, err = p.Apply(set("fiscalYear", "null"))
	assert.ErrorIs(t, err, poa.ErrBoundByRecords)
}

// More than the whole of the work cannot be done; more than the planned quantity can.
func TestProgressAboveTheWhole(t *testing.T) {
	progress := func(percent string) *poa.RecordProgress {
		return &poa.RecordProgress{Progress: poa.Progress{ID: "p1", Activity: "gaceta", Month: 1, Date: calendar.MustDate(2027, 2, 3), Quantity: exact.MustParse(percent)}}
	}
	p := plan(t, func(d *poa.Document) { d.Activities[0].ProgressForm = poa.ProgressPercent })
	for _, percent := range []string{"0", "45", "99.99", "100"} {
		_, _, err := p.Apply(progress(percent))
		assert.NoError(t, err, percent)
	}
	for _, percent := range []string{"100.01", "4500", "-1"} {
		_, _, err := p.Apply(progress(percent))
		assert.ErrorIs(t, err, poa.ErrRecordAmount, percent)
	}
	_, _, err := plan(t, nil).Apply(progress("4500"))
	assert.NoError(t, err, "a quantity")
}

// A record that a post signed after its term blocks until another act takes it back.
func TestSignatureOfARecordThatIsTakenBack(t *testing.T) {
	day := calendar.MustDate(2027, 10, 4) // the chief's term has ended
	entry := func(id, amount, by string) *poa.PostEntries {
		return &poa.PostEntries{Entries: []*budget.Entry{{ID: id, Date: day, Line: "l1", Kind: budget.Committed, Amount: budget.MustParseMoney(amount), Reason: "Error", By: by}}}
	}
	one := exact.Int(1)
	measured := kpi.Measurement{ID: "x", Indicator: "i1", Span: span("2027-01-01", "2027-06-30"), Date: day, Values: []kpi.Reading{{Symbol: "B", Value: &one}}, By: "jefa"}
	for _, c := range []struct {
		name      string
		act, back poa.Command
		path      string
	}{
		{"progress", &poa.RecordProgress{Progress: poa.Progress{ID: "p", Activity: "gaceta", Month: 1, Date: day, Quantity: one, By: "jefa"}}, &poa.Withdraw{Withdrawal: poa.Withdrawal{ID: "w", Record: "p", Date: day, Reason: "Error"}}, "progress[p].by"},
		{"a measurement", &poa.Measure{Measurement: measured}, &poa.Withdraw{Withdrawal: poa.Withdrawal{ID: "w", Record: "x", Date: day, Reason: "Error"}}, "measurements[x].by"},
		{"an entry", entry("g", "5.00", "jefa"), entry("h", "-5.00", ""), "ledger[g].by"},
		{"a close", &poa.ClosePeriod{Close: poa.Close{ID: "c", Period: "s1", Date: day, By: "jefa"}}, &poa.ReopenPeriod{Reopening: poa.Reopening{ID: "o", Close: "c", Date: day, Reason: "Error", Document: "Oficio 1"}}, "closes[c].by"},
	} {
		signed, _, err := plan(t, nil).Apply(c.act)
		require.NoError(t, err, c.name)
		assert.Contains(t, codes(signed.Check(day)), "post.term-ended "+c.path)
		back, _, err := signed.Apply(c.back)
		require.NoError(t, err, c.name)
		assert.NotContains(t, codes(back.Check(day)), "post.term-ended "+c.path)
		_, _, err = back.Apply(&poa.ClosePeriod{Close: poa.Close{ID: "last", Period: "s2", Date: calendar.MustDate(2028, 1, 3)}})
		assert.NoError(t, err, c.name)
	}
	p := plan(t, nil)
	for i, c := range []*poa.PostEntries{entry("g", "5.00", ""), entry("h", "-5.00", "jefa"), entry("i", "7.00", "")} {
		var err error
		p, _, err = p.Apply(c)
		require.NoError(t, err, i)
	}
	assert.Contains(t, codes(p.Check(day)), "post.term-ended ledger[h].by", "the reversal itself")
}

// What acts accept, in any order and on any day, is not reported when the plan is read: the
// rules of acts and of the analysis are the same.
func TestAcceptedActsHaveNoFindings(t *testing.T) {
	accepted := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		g := plangen.Seeded(rapid.Uint64().Draw(t, "seed"), 400)
		p := actsTown(t, g)
		for i := range 20 {
			c := randomAct(t, g, p, fmt.Sprint("r", i))
			next, _, err := p.Apply(c)
			if err != nil {
				require.NotEmpty(t, poa.CodeOf(err))
				continue
			}
			p = next
			accepted[c.Kind()]++
			requireNoRecordFindings(t, p, randomDay(g), string(poa.AppendCommand(nil, c)))
			requireNoRecordFindings(t, p, calendar.MustDate(2029, 1, 1), string(poa.AppendCommand(nil, c)))
		}
	})
	for _, kind := range model.Commands() {
		assert.True(t, kind == "change" || accepted[kind] > 0, kind)
	}
}

// Nor is what both versions of a plan accepted, if Merge reports no conflict.
func TestMergedActsHaveNoFindings(t *testing.T) {
	merges := map[bool]int{}
	rapid.Check(t, func(t *rapid.T) {
		g := plangen.Seeded(rapid.Uint64().Draw(t, "seed"), 500)
		acts := func(p *poa.Plan, side string) *poa.Plan {
			for i := range 5 {
				if next, _, err := p.Apply(randomAct(t, g, p, fmt.Sprint(side, i))); err == nil {
					p = next
				}
			}
			return p
		}
		base := acts(actsTown(t, g), "b")
		mine, theirs := acts(base, "m"), acts(base, "t")
		merged, conflicts, err := poa.Merge(base, mine, theirs)
		require.NoError(t, err)
		requireNothingLost(t, base, mine, merged, conflicts)
		requireNothingLost(t, base, theirs, merged, conflicts)
		if merges[len(conflicts) == 0]++; len(conflicts) == 0 {
			requireNoRecordFindings(t, merged, randomDay(g), bytesOf(merged))
			requireNoRecordFindings(t, merged, calendar.MustDate(2029, 1, 1), bytesOf(merged))
		}
	})
	assert.Positive(t, merges[true])
	assert.Positive(t, merges[false])
}

func actsTown(t require.TestingT, g *plangen.Generator) *poa.Plan {
	doc := town()
	doc.Posts[0].Administration = ""
	if g.N(2) == 1 {
		doc.Activities[0].ProgressForm = poa.ProgressPercent
	}
	doc.Indicators[0].Frequency = kpi.Frequency(g.N(12))
	p, err := poa.New(env(), doc)
	require.NoError(t, err)
	return p
}

func randomDay(g *plangen.Generator) calendar.Date {
	return calendar.MustDate(2026, 12, 1).AddDays(g.N(421))
}

// randomAct returns an act, of which the record has an id, for a plan of actsTown.
func randomAct(t require.TestingT, g *plangen.Generator, p *poa.Plan, id string) poa.Command {
	day := func() calendar.Date { return randomDay(g) }
	of := func(list string) string { // a record of the list, if there is one
		var ids []string
		for _, path := range records(t, p) {
			if element, ok := strings.CutPrefix(string(path), list+"["); ok {
				ids = append(ids, strings.TrimSuffix(element, "]"))
			}
		}
		return append(ids, id)[g.N(len(ids)+1)]
	}
	n := exact.Int(int64(g.N(124) - 3))
	switch g.N(7) {
	case 0, 1:
		return &poa.RecordProgress{Progress: poa.Progress{ID: id, Activity: "gaceta", Month: 1 + g.N(12), Date: day(), Quantity: n, Final: g.N(2) == 1}}
	case 2:
		s := calendar.Span{Start: day(), End: day()}
		return &poa.Measure{Measurement: kpi.Measurement{ID: id, Indicator: "i1", Span: s, Date: day(), Values: []kpi.Reading{{Symbol: "B", Value: &n}}}}
	case 3:
		return &poa.Withdraw{Withdrawal: poa.Withdrawal{ID: id, Record: of([]string{"progress", "measurements"}[g.N(2)]), Date: day(), Reason: "Error"}}
	case 4:
		amount, _ := budget.Centavos(int64(g.N(13) - 3))
		return &poa.PostEntries{Entries: []*budget.Entry{{ID: id, Date: day(), Line: "l1", Kind: budget.Kind(1 + g.N(9)), Amount: amount, Reason: "r"}}}
	case 5:
		return &poa.ClosePeriod{Close: poa.Close{ID: id, Period: []string{"s1", "s2"}[g.N(2)], Date: day()}}
	}
	return &poa.ReopenPeriod{Reopening: poa.Reopening{ID: id, Close: of("closes"), Date: day(), Reason: "Factura tardía", Document: "Oficio 1"}}
}

// requireNoRecordFindings requires that nothing is found about the records of a plan.
func requireNoRecordFindings(t require.TestingT, p *poa.Plan, on calendar.Date, why string) {
	for _, f := range p.Check(on) {
		list, _, _ := strings.Cut(string(f.Code), ".")
		require.False(t, list == "record" || list == "progress" || list == "budget" && f.Severity == norm.Blocking, "on %s: %s %s %v: %s", on, f.Code, f.Path, f.Args, why)
	}
}
