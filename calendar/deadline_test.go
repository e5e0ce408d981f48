package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

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
		{"fifth business day", calendar.NthBusinessDayOf{Month: 1, N: 5}, []string{"2027-01-08 x"}},
		{"ten business days after half-years", calendar.TermAfter{Cycle: calendar.HalfYearly, N: 10, Unit: calendar.BusinessDays}, []string{"2027-01-15 x-2026-12", "2027-07-14 x-2027-06"}},
		{"two months after the year", calendar.TermAfter{Cycle: calendar.Yearly, N: 2, Unit: calendar.Months}, []string{"2027-02-28 x-2026-12"}},
		{"sixty days before the end of a year", calendar.TermAfter{Cycle: calendar.Yearly, N: -60, Unit: calendar.NaturalDays}, []string{"2027-11-01 x-2027-12"}},
		{"twenty months before", calendar.TermAfter{Cycle: calendar.Yearly, N: -20, Unit: calendar.Months}, []string{"2027-04-30 x-2028-12"}},
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
		"no rule":            {nil, 2027, cal},
		"year 0":             {calendar.OnDay{Month: 1, Day: 1}, 0, cal},
		"year 10000":         {calendar.OnDay{Month: 1, Day: 1}, 10000, cal},
		"29 February":        {calendar.OnDay{Month: 2, Day: 29}, 2027, cal},
		"month 13":           {calendar.LastBusinessDayOf{Month: 13}, 2027, cal},
		"no calendar":        {calendar.LastBusinessDayOf{Month: 3}, 2027, nil},
		"no business day":    {calendar.LastBusinessDayOf{Month: 3}, 2027, off},
		"unspecified cycle":  {calendar.DaysAfter{Days: 3}, 2027, cal},
		"unspecified unit":   {calendar.TermAfter{Cycle: calendar.Yearly, N: 3}, 2027, cal},
		"no calendar at all": {calendar.TermAfter{Cycle: calendar.Yearly, N: 3, Unit: calendar.BusinessDays}, 2027, nil},
		"an endless term":    {calendar.TermAfter{Cycle: calendar.Yearly, N: 1 << 16, Unit: calendar.NaturalDays}, 2027, cal},
		"too few days":       {calendar.NthBusinessDayOf{Month: 3, N: 40}, 2027, cal},
		"business day 0":     {calendar.NthBusinessDayOf{Month: 3}, 2027, cal},
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

// 20 natural days after each quarter, on the business day that follows.
func TestDeadlinesRoll(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2028-12-31")
	rule := calendar.DeadlineRule{Key: "x", Due: calendar.DaysAfter{Cycle: calendar.Quarterly, Days: 30}, Roll: calendar.Following}
	list, err := rule.In(2027, cal)
	require.NoError(t, err)
	var got []string
	for _, d := range list {
		got = append(got, d.Nominal.String()+" "+d.Date.String())
	}
	assert.Equal(t, []string{"2027-01-30 2027-02-01", "2027-04-30 2027-04-30", "2027-07-30 2027-07-30", "2027-10-30 2027-11-01"}, got)

	rule.Roll = calendar.Unadjusted
	list, err = rule.In(2027, nil)
	require.NoError(t, err)
	assert.Equal(t, "2027-01-30", list[0].Date.String())
	rule.Roll = calendar.Following
	_, err = rule.In(2027, nil)
	assert.ErrorContains(t, err, `calendar: deadline "x": rolling`)
	rule.Roll = 99
	_, err = rule.In(2027, cal)
	assert.ErrorContains(t, err, "use one of following")
	rule.Due, rule.Roll = calendar.NthBusinessDayOf{Month: 3, N: 40}, 0
	_, err = rule.In(2027, cal)
	assert.ErrorIs(t, err, calendar.ErrNoBusinessDay)
}

func TestDueDate(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2028-12-31")
	for _, c := range []struct {
		from string
		term calendar.Term
		want string
	}{
		{"2027-03-12", calendar.Term{N: 1, Unit: calendar.BusinessDays}, "2027-03-15"},
		{"2027-03-13", calendar.Term{N: 1, Unit: calendar.BusinessDays}, "2027-03-15"},
		{"2027-09-24", calendar.Term{N: 3, Unit: calendar.BusinessDays}, "2027-09-30"},
		{"2027-03-12", calendar.Term{N: 1, Unit: calendar.NaturalDays}, "2027-03-13"},
		{"2027-03-12", calendar.Term{N: 1, Unit: calendar.NaturalDays, Roll: calendar.Following}, "2027-03-15"},
		{"2027-03-12", calendar.Term{N: 1, Unit: calendar.NaturalDays, Roll: calendar.Preceding}, "2027-03-12"},
		{"2027-03-31", calendar.Term{N: 20, Unit: calendar.NaturalDays, Roll: calendar.Following}, "2027-04-20"},
		{"2027-01-31", calendar.Term{N: 1, Unit: calendar.Months, Roll: calendar.Following}, "2027-03-01"},
		{"2027-01-31", calendar.Term{N: 1, Unit: calendar.Months, Roll: calendar.ModifiedFollowing}, "2027-02-26"},
		{"2027-04-04", calendar.Term{N: -60, Unit: calendar.NaturalDays, Roll: calendar.Preceding}, "2027-02-03"},
		{"2027-03-13", calendar.Term{Unit: calendar.NaturalDays}, "2027-03-13"},
	} {
		got, err := cal.DueDate(date(c.from), c.term)
		require.NoError(t, err)
		assert.Equal(t, c.want, got.String(), "DueDate(%s, %+v)", c.from, c.term)
	}
	for _, c := range []struct {
		from calendar.Date
		term calendar.Term
	}{
		{calendar.Date{}, calendar.Term{N: 1, Unit: calendar.NaturalDays}},
		{date("2027-01-01"), calendar.Term{N: 1}},
		{date("2027-01-01"), calendar.Term{N: 1, Unit: 9}},
		{date("9999-12-31"), calendar.Term{N: 1, Unit: calendar.NaturalDays}},
		{date("9999-12-31"), calendar.Term{N: 1, Unit: calendar.BusinessDays}},
		{date("0001-01-01"), calendar.Term{N: -1, Unit: calendar.Months}},
		{date("2027-01-01"), calendar.Term{N: 1, Unit: calendar.NaturalDays, Roll: 9}},
	} {
		_, err := cal.DueDate(c.from, c.term)
		assert.ErrorContains(t, err, "calendar: ", "%+v", c)
	}
}

// However far a term reaches, its deadlines of a year are those that a search of all
// periods finds.
func TestTermAfterAgainstSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cal, _ := drawCalendar(t)
		due := calendar.TermAfter{
			Cycle: calendar.Cycle(rapid.IntRange(1, 5).Draw(t, "cycle")),
			N:     rapid.IntRange(-400, 400).Draw(t, "n"),
			Unit:  calendar.Unit(rapid.IntRange(1, 3).Draw(t, "unit")),
		}
		const year = 2027
		var want []calendar.Date
		for y := year - 50; y <= year+50; y++ {
			for _, p := range due.Cycle.Periods(y) {
				d, err := cal.DueDate(p.End, calendar.Term{N: due.N, Unit: due.Unit})
				if err == nil && d.Year() == year {
					want = append(want, d)
				}
			}
		}
		list, err := calendar.DeadlineRule{Key: "x", Due: due}.In(year, cal)
		require.NoError(t, err)
		var got []calendar.Date
		for _, d := range list {
			got = append(got, d.Date)
		}
		require.Equal(t, want, got)
	})
}
