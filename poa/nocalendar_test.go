package poa_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// A plan whose calendar or fiscal year is invalid, or at an end of the calendar, has an
// analysis without a panic, and its calendars answer.
func TestAnalyzeWithoutACalendar(t *testing.T) {
	for _, c := range []struct {
		calendar string
		year     int
		none     bool
	}{
		{"", 2027, true},
		{"sonora", 2027, true},
		{"jalisco * lft", 2027, true},
		{"jalisco", 0, true},
		{"jalisco", -1, true},
		{"jalisco", 10000, true},
		{"", 0, true},
		{"jalisco", 1, false},
		{"jalisco", 9999, false},
		{"", 1, true},
		{"", 9999, true},
	} {
		t.Run(fmt.Sprintf("%q in %d", c.calendar, c.year), func(t *testing.T) {
			doc := everything(t)
			doc.Calendar, doc.FiscalYear, doc.OwnDays = c.calendar, c.year, nil
			p, err := poa.New(mexico.Env(), doc)
			if err != nil {
				t.Skip(err)
			}
			for _, on := range []calendar.Date{today, {}, calendar.MustDate(1, 1, 1), calendar.MustDate(9999, 12, 16), calendar.MustDate(9999, 12, 31)} {
				a := p.Analyze(on)
				require.NotPanics(t, func() { resultsOf(a) })
				assert.Equal(t, c.none, a.Calendar == nil)
				for _, cal := range []*calendar.Calendar{a.Calendar, a.General} {
					n := cal.CountBusinessDays(calendar.YearSpan(2027))
					assert.Equal(t, c.none, n == 0)
					assert.Equal(t, c.none, len(cal.Holidays(calendar.YearSpan(2027))) == 0)
					assert.Equal(t, c.none, cal.NextBusinessDay(today).IsZero())
				}
			}
		})
	}
}

// What is due at the end of the calendar is listed, and the list ends.
func TestDueAtTheEndOfTheCalendar(t *testing.T) {
	last := calendar.MustDate(9999, 12, 31)
	p := plan(t, func(d *poa.Document) {
		d.FiscalYear = 9999
		d.Activities[0].Span = calendar.Span{Start: calendar.MustDate(9999, 12, 20), End: last}
	})
	kinds := map[poa.DueKind]bool{}
	for _, due := range p.Analyze(calendar.MustDate(9999, 12, 16)).Due(40) {
		if due.Date == last || due.Date == calendar.MustDate(9999, 12, 20) {
			kinds[due.Kind] = true
		}
	}
	assert.True(t, kinds[poa.DueActivityStart])
	assert.True(t, kinds[poa.DueActivityEnd])
}
