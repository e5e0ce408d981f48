package poa_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
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
