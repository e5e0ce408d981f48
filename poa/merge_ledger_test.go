package poa_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
)

// Merge names every entry that cannot stand beside those of the other version, up to a
// number, and a transfer once.
func TestMergeNamesEveryEntry(t *testing.T) {
	day := calendar.MustDate(2027, 2, 1)
	entry := func(id, line string, kind budget.Kind, pesos int64) *budget.Entry {
		return &budget.Entry{ID: id, Date: day, Line: line, Kind: kind, Amount: budget.MustPesos(pesos), Document: "Oficio 7"}
	}
	base := plan(t, func(d *poa.Document) {
		second := *d.Lines[0]
		second.ID = "l2"
		d.Lines = append(d.Lines, &second)
		d.Ledger = []*budget.Entry{entry("g1", "l1", budget.Approved, 1000), entry("g2", "l2", budget.Approved, 1000)}
	})
	post := func(p *poa.Plan, entries ...*budget.Entry) *poa.Plan {
		next, _, err := p.Apply(&poa.PostEntries{Entries: entries})
		require.NoError(t, err)
		return next
	}
	paths := func(mine, theirs *poa.Plan) (list []norm.Path) {
		merged, conflicts, err := poa.Merge(base, mine, theirs)
		require.NoError(t, err)
		for _, c := range conflicts {
			list = append(list, c.Path)
		}
		assert.Len(t, merged.View().Ledger, len(base.View().Ledger)+len(mine.View().Ledger)+len(theirs.View().Ledger)-2*len(base.View().Ledger), "every record is in the plan")
		return list
	}

	mine := post(base, entry("x1", "l1", budget.Committed, 600), entry("x2", "l2", budget.Committed, 600), entry("x3", "l1", budget.Committed, 350))
	theirs := post(base, entry("y1", "l1", budget.Committed, 700), entry("y2", "l2", budget.Committed, 700))
	assert.Equal(t, []norm.Path{"ledger[x1]", "ledger[x2]", "ledger[x3]", "ledger[y1]", "ledger[y2]"}, paths(mine, theirs))

	mine = post(base, entry("x1", "l1", budget.TransferOut, 600), entry("x2", "l2", budget.TransferIn, 600))
	theirs = post(base, entry("y1", "l1", budget.Committed, 700))
	assert.Equal(t, []norm.Path{"ledger[x1]", "ledger[y1]"}, paths(mine, theirs))

	var many []*budget.Entry
	for i := range 3 * poa.MaxAlike {
		many = append(many, entry("x"+strconv.Itoa(100+i), "l1", budget.Committed, 1))
	}
	mine, theirs = post(base, many...), post(base, entry("y1", "l1", budget.Committed, 1000))
	assert.Len(t, paths(mine, theirs), poa.MaxAlike+1)
}
