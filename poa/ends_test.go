package poa_test

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/report"
)

// A plan of the first or the last year of the calendar, with own days, periods, activities
// and campaigns on its first and its last day, is analyzed and printed like any other.
func TestPlansAtTheEndsOfTheCalendar(t *testing.T) {
	for _, year := range []int{1, 9999} {
		s := calendar.YearSpan(year)
		first, last := calendar.Span{Start: s.Start, End: s.Start}, calendar.Span{Start: s.End, End: s.End}
		p := plan(t, func(d *poa.Document) {
			d.FiscalYear, d.Administrations, d.Indicators, d.Evaluations, d.Reports, d.Posts[0].Administration = year, nil, nil, nil, nil, ""
			own(office.Adjustment{ID: "d1", Kind: office.Vacation, Span: first}, office.Adjustment{ID: "d2", Kind: office.Vacation, Span: last})(d)
			d.Periods[0].Span, d.Periods[1].Span = calendar.Span{Start: s.Start, End: s.Start.AddDays(180)}, calendar.Span{Start: s.Start.AddDays(181), End: s.End}
			d.Activities[0].Span, d.Activities[1].Span = calendar.Span{Start: s.Start, End: s.Start.AddDays(20)}, calendar.Span{Start: s.End.AddDays(-20), End: s.End}
			d.Campaigns[0].Kind, d.Campaigns[0].Span, d.Campaigns[0].Media[0].Span = poa.CampaignGovernment, s, last
		})
		for _, on := range []calendar.Date{minDate, s.Start.AddDays(1), s.End.AddDays(-15), maxDate} {
			a := p.Analyze(on)
			for _, f := range a.Findings {
				assert.False(t, strings.HasPrefix(string(f.Code), "period.") || strings.HasPrefix(string(f.Code), "calendar."), "%d on %s: %s", year, on, f.Code)
			}
			days := a.OwnDays()
			require.Len(t, days, 2)
			assert.False(t, a.Calendar.IsBusinessDay(s.End))
			a.Due(400)
			require.NoError(t, report.Write(io.Discard, a, report.Options{}))
		}
	}
}

var minDate, maxDate = calendar.MustDate(1, 1, 1), calendar.MustDate(9999, 12, 31)
