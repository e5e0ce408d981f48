package poa_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
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
