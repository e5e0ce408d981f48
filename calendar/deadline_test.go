package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
)

func TestDeadlineRules(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2028-12-31")
	for _, c := range []struct {
		name string
		due  calendar.Due
		want []string
	}{
		{"fixed day, a Sunday", calendar.OnDay{Month: 8, Day: 15}, []string{"2027-08-15 x"}},
		{"last business day", calendar.LastBusinessDayOf{Month: 1}, []string{"2027-01-29 x"}},
		{"after quarters", calendar.DaysAfter{Cycle: calendar.Quarterly, Days: 20}, []string{"2027-01-20 x-2026-12", "2027-04-20 x-2027-03", "2027-07-20 x-2027-06", "2027-10-20 x-2027-09"}},
		{"at the end of half-years", calendar.DaysAfter{Cycle: calendar.HalfYearly}, []string{"2027-06-30 x-2027-06", "2027-12-31 x-2027-12"}},
		{"long after the year", calendar.DaysAfter{Cycle: calendar.Yearly, Days: 400}, []string{"2027-02-04 x-2025-12"}},
		{"after months, twelve of them", calendar.DaysAfter{Cycle: calendar.Monthly, Days: 10}, []string{
			"2027-01-10 x-2026-12", "2027-02-10 x-2027-01", "2027-03-10 x-2027-02", "2027-04-10 x-2027-03", "2027-05-10 x-2027-04", "2027-06-10 x-2027-05",
			"2027-07-10 x-2027-06", "2027-08-10 x-2027-07", "2027-09-10 x-2027-08", "2027-10-10 x-2027-09", "2027-11-10 x-2027-10", "2027-12-10 x-2027-11",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			list, err := calendar.DeadlineRule{Key: "x", Due: c.due}.In(2027, cal)
			require.NoError(t, err)
			var got []string
			for _, d := range list {
				got = append(got, d.Date.String()+" "+d.Key)
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestDeadlineRulesRefuse(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2028-12-31")
	off := compile(t, town().With(calendar.Holiday{Key: "x", Rule: calendar.EachDay{Span: span("2027-03-01/2027-03-31")}, Kind: calendar.Local}), "2027-01-01/2027-12-31")
	for name, c := range map[string]struct {
		due  calendar.Due
		year int
		cal  *calendar.Calendar
	}{
		"no rule":           {nil, 2027, cal},
		"year 0":            {calendar.OnDay{Month: 1, Day: 1}, 0, cal},
		"year 10000":        {calendar.OnDay{Month: 1, Day: 1}, 10000, cal},
		"29 February":       {calendar.OnDay{Month: 2, Day: 29}, 2027, cal},
		"month 13":          {calendar.LastBusinessDayOf{Month: 13}, 2027, cal},
		"no calendar":       {calendar.LastBusinessDayOf{Month: 3}, 2027, nil},
		"no business day":   {calendar.LastBusinessDayOf{Month: 3}, 2027, off},
		"unspecified cycle": {calendar.DaysAfter{Days: 3}, 2027, cal},
	} {
		t.Run(name, func(t *testing.T) {
			list, err := calendar.DeadlineRule{Key: "x", Due: c.due}.In(c.year, c.cal)
			assert.ErrorContains(t, err, "calendar: ")
			assert.Empty(t, list)
		})
	}
}

func TestPeriods(t *testing.T) {
	for c := calendar.Monthly; c <= calendar.Yearly; c++ {
		periods := c.Periods(2028)
		require.Len(t, periods, 12/c.Months())
		days := 0
		for i, p := range periods {
			days += p.Days()
			if i > 0 {
				assert.Equal(t, periods[i-1].End.AddDays(1), p.Start)
			}
		}
		assert.Equal(t, 366, days, c.String())
	}
	assert.Empty(t, calendar.Cycle(0).Periods(2028))
	assert.Empty(t, calendar.Cycle(99).Periods(2028))
	assert.Empty(t, calendar.Quarterly.Periods(0))
}
