package report

import (
	"io"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
)

// The number of elements that are looked at grows as the plan does: periods times
// activities, or findings times articles, would be n times as many.
func TestGrowth(t *testing.T) {
	visited := func(n int) int {
		doc := &poa.Document{Schema: poa.Schema, ID: "p", FiscalYear: 2027}
		for i := range n {
			id := strconv.Itoa(i)
			doc.Periods = append(doc.Periods, &poa.Period{ID: "p" + id})
			doc.Activities = append(doc.Activities, &poa.Activity{ID: "a" + id, Period: "p" + id})
		}
		plan, err := poa.New(nil, doc)
		require.NoError(t, err)
		a := plan.Analyze(calendar.MustDate(2027, 3, 1))
		for i := range n {
			a.Findings = append(a.Findings, norm.Finding{Code: "x", Basis: &norm.Basis{Law: "L" + strconv.Itoa(i)}})
		}
		d := newDocument(a, Options{})
		require.NoError(t, d.write(io.Discard))
		return d.visited
	}
	small, large := visited(40), visited(400)
	assert.Greater(t, small, 3*40)
	assert.LessOrEqual(t, large, 11*small)
}

// Each activity is in the group of its period once, in the order of the analysis.
func TestByPeriod(t *testing.T) {
	doc := &poa.Document{Schema: poa.Schema, ID: "p", FiscalYear: 2027, Periods: []*poa.Period{{ID: "p"}, {ID: "q"}, {ID: "empty"}}}
	for i, period := range []string{"q", "p", "", "q", "p", "q"} {
		doc.Activities = append(doc.Activities, &poa.Activity{ID: strconv.Itoa(i), Period: period})
	}
	plan, err := poa.New(nil, doc)
	require.NoError(t, err)
	a := plan.Analyze(calendar.MustDate(2027, 3, 1))
	got := map[string][]string{}
	for period, group := range byPeriod(a) {
		id := ""
		if period != nil {
			id = period.ID
		}
		for _, s := range group {
			got[id] = append(got[id], s.Activity.ID)
		}
	}
	assert.Equal(t, map[string][]string{"p": {"1", "4"}, "q": {"0", "3", "5"}, "": {"2"}}, got)
}

// Consecutive days of one holiday are a run, wherever they begin.
func TestRunsOf(t *testing.T) {
	h, other := &calendar.Holiday{Key: "h"}, &calendar.Holiday{Key: "other"}
	day := func(d int, h *calendar.Holiday, s norm.Status) calendar.Occurrence {
		return calendar.Occurrence{Date: calendar.MustDate(2027, 3, d), Holiday: h, Status: s}
	}
	runs := runsOf([]calendar.Occurrence{
		day(1, h, norm.Sourced), day(1, other, norm.Sourced), day(2, h, norm.Sourced), day(3, h, norm.Projected),
		day(4, h, norm.Projected), day(6, h, norm.Projected),
	})
	var got []string
	for _, r := range runs {
		got = append(got, r.first.Holiday.Key+" "+r.first.Date.String()+" "+r.last.String())
	}
	assert.Equal(t, []string{
		"h 2027-03-01 2027-03-02", "other 2027-03-01 2027-03-01", "h 2027-03-03 2027-03-04", "h 2027-03-06 2027-03-06",
	}, got)
}
