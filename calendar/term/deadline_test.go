package term_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

func date(s string) calendar.Date { return calendar.MustParseDate(s) }

func span(s string) calendar.Span { return calendar.MustParseSpan(s) }

func town() calendar.Profile {
	return calendar.Profile{Key: "town", Week: calendar.MondayToFriday}.With(
		calendar.Holiday{Key: "new-year", Rule: calendar.Fixed{Month: 1, Day: 1}, Valid: calendar.Always(), Kind: calendar.Mandatory},
		calendar.Holiday{Key: "servant", Rule: calendar.Fixed{Month: 9, Day: 28}, Valid: calendar.Always(), Kind: calendar.PublicServant},
	)
}

// closedFrom returns a profile without business days from a day on.
func closedFrom(day string) calendar.Profile {
	valid := calendar.Span{Start: date(day)}
	return calendar.Profile{Key: "closed", Week: calendar.MondayToFriday}.With(
		calendar.Holiday{Key: "a", Rule: calendar.MustParseRule("01-01 300d"), Valid: valid, Kind: calendar.Local},
		calendar.Holiday{Key: "b", Rule: calendar.MustParseRule("10-01 200d"), Valid: valid, Kind: calendar.Local},
	)
}

func compile(t *testing.T, p calendar.Profile, window string) *calendar.Calendar {
	t.Helper()
	cal, err := calendar.Compile(p, span(window))
	require.NoError(t, err)
	return cal
}

// drawCalendar draws a calendar with a random week and some holidays of several days.
func drawCalendar(t *rapid.T) *calendar.Calendar {
	p := town().Working(calendar.WeekMask(rapid.IntRange(1, 127).Draw(t, "week") << 1))
	for i, n := range rapid.SliceOfNDistinct(rapid.IntRange(0, 1500), 0, 8, rapid.ID).Draw(t, "off") {
		start := date("2026-01-01").AddDays(n)
		p = p.With(calendar.Holiday{Key: string(rune('a' + i)), Rule: calendar.EachDay{Span: calendar.Span{Start: start, End: start.AddDays(2 * i)}}, Kind: calendar.Local})
	}
	start := date("2026-01-01").AddDays(rapid.IntRange(0, 400).Draw(t, "start"))
	cal, err := calendar.Compile(p, calendar.Span{Start: start, End: start.AddDays(rapid.IntRange(60, 1200).Draw(t, "days"))})
	if err != nil {
		require.ErrorIs(t, err, calendar.ErrNoBusinessDay)
		t.Skip("no business day in the window")
	}
	return cal
}

func TestDeadlineRules(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2028-12-31")
	for _, c := range []struct {
		name string
		due  term.Timing
		want []string
	}{
		{"fixed day, a Sunday", term.OnDay{Month: 8, Day: 15}, []string{"2027-08-15 x"}},
		{"last business day", term.OnBusinessDay{Month: 1, N: -1}, []string{"2027-01-29 x"}},
		{"after quarters", term.AfterPeriod{Cycle: term.Quarterly, N: 20, Unit: term.NaturalDays}, []string{"2027-01-20 x-2026-12", "2027-04-20 x-2027-03", "2027-07-20 x-2027-06", "2027-10-20 x-2027-09"}},
		{"fifth business day", term.OnBusinessDay{Month: 1, N: 5}, []string{"2027-01-08 x"}},
		{"ten business days after half-years", term.AfterPeriod{Cycle: term.HalfYearly, N: 10, Unit: term.BusinessDays}, []string{"2027-01-15 x-2026-12", "2027-07-14 x-2027-06"}},
		{"two months after the year", term.AfterPeriod{Cycle: term.Yearly, N: 2, Unit: term.Months}, []string{"2027-02-28 x-2026-12"}},
		{"sixty days before the end of a year", term.AfterPeriod{Cycle: term.Yearly, N: -60, Unit: term.NaturalDays}, []string{"2027-11-01 x-2027-12"}},
		{"twenty months before", term.AfterPeriod{Cycle: term.Yearly, N: -20, Unit: term.Months}, []string{"2027-04-30 x-2028-12"}},
		{"at the end of half-years", term.AfterPeriod{Cycle: term.HalfYearly, Unit: term.NaturalDays}, []string{"2027-06-30 x-2027-06", "2027-12-31 x-2027-12"}},
		{"long after the year", term.AfterPeriod{Cycle: term.Yearly, N: 400, Unit: term.NaturalDays}, []string{"2027-02-04 x-2025-12"}},
		{"after months, twelve of them", term.AfterPeriod{Cycle: term.Monthly, N: 10, Unit: term.NaturalDays}, []string{
			"2027-01-10 x-2026-12", "2027-02-10 x-2027-01", "2027-03-10 x-2027-02", "2027-04-10 x-2027-03", "2027-05-10 x-2027-04", "2027-06-10 x-2027-05",
			"2027-07-10 x-2027-06", "2027-08-10 x-2027-07", "2027-09-10 x-2027-08", "2027-10-10 x-2027-09", "2027-11-10 x-2027-10", "2027-12-10 x-2027-11",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			list, err := (&term.DeadlineRule{Key: "x", Timing: c.due}).In(2027, cal)
			require.NoError(t, err)
			var got []string
			for _, d := range list {
				got = append(got, d.Date.String()+" "+d.Key)
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestDeadlineRuleErrors(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2028-12-31")
	off := compile(t, town().With(calendar.Holiday{Key: "x", Rule: calendar.EachDay{Span: span("2027-03-01/2027-03-31")}, Kind: calendar.Local}), "2027-01-01/2027-12-31")
	for name, c := range map[string]struct {
		due  term.Timing
		year int
		cal  *calendar.Calendar
	}{
		"no timing":               {nil, 2027, cal},
		"year 0":                  {term.OnDay{Month: 1, Day: 1}, 0, cal},
		"year 10000":              {term.OnDay{Month: 1, Day: 1}, 10000, cal},
		"29 February":             {term.OnDay{Month: 2, Day: 29}, 2027, cal},
		"month 13":                {term.OnBusinessDay{Month: 13, N: -1}, 2027, cal},
		"no calendar":             {term.OnBusinessDay{Month: 3, N: -1}, 2027, nil},
		"no business day":         {term.OnBusinessDay{Month: 3, N: -1}, 2027, off},
		"unspecified cycle":       {term.AfterPeriod{N: 3, Unit: term.NaturalDays}, 2027, cal},
		"unspecified unit":        {term.AfterPeriod{Cycle: term.Yearly, N: 3}, 2027, cal},
		"no calendar at all":      {term.AfterPeriod{Cycle: term.Yearly, N: 3, Unit: term.BusinessDays}, 2027, nil},
		"a term that is too long": {term.AfterPeriod{Cycle: term.Yearly, N: 1 << 16, Unit: term.NaturalDays}, 2027, cal},
		"too few days":            {term.OnBusinessDay{Month: 3, N: 40}, 2027, cal},
		"business day 0":          {term.OnBusinessDay{Month: 3}, 2027, cal},
	} {
		t.Run(name, func(t *testing.T) {
			list, err := (&term.DeadlineRule{Key: "x", Timing: c.due}).In(c.year, c.cal)
			assert.ErrorContains(t, err, "term: ")
			assert.Empty(t, list)
		})
	}
}

func TestPeriods(t *testing.T) {
	for c := term.Monthly; c <= term.Yearly; c++ {
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
	assert.Empty(t, term.Cycle(0).Periods(2028))
	assert.Empty(t, term.Cycle(99).Periods(2028))
	assert.Empty(t, term.Quarterly.Periods(0))
}

// The rule is 30 natural days after each quarter, rolled to the next business day.
func TestDeadlineRoll(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2028-12-31")
	rule := &term.DeadlineRule{Key: "x", Timing: term.AfterPeriod{Cycle: term.Quarterly, N: 30, Unit: term.NaturalDays}, Roll: calendar.Following}
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
	assert.ErrorContains(t, err, `term: deadline "x": rolling`)
	rule.Roll = 99
	_, err = rule.In(2027, cal)
	assert.ErrorContains(t, err, "use one of following")
	rule.Timing, rule.Roll = term.OnBusinessDay{Month: 3, N: 25}, 0
	_, err = rule.In(2027, cal)
	assert.ErrorIs(t, err, calendar.ErrNoBusinessDay)
}

func TestTermEnd(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2028-12-31")
	for _, c := range []struct {
		from string
		term term.Term
		want string
	}{
		{"2027-03-12", term.Term{N: 1, Unit: term.BusinessDays}, "2027-03-15"},
		{"2027-03-13", term.Term{N: 1, Unit: term.BusinessDays}, "2027-03-15"},
		{"2027-09-24", term.Term{N: 3, Unit: term.BusinessDays}, "2027-09-30"},
		{"2027-03-12", term.Term{N: 1, Unit: term.NaturalDays}, "2027-03-13"},
		{"2027-03-12", term.Term{N: 1, Unit: term.NaturalDays, Roll: calendar.Following}, "2027-03-15"},
		{"2027-03-12", term.Term{N: 1, Unit: term.NaturalDays, Roll: calendar.Preceding}, "2027-03-12"},
		{"2027-03-31", term.Term{N: 20, Unit: term.NaturalDays, Roll: calendar.Following}, "2027-04-20"},
		{"2027-01-31", term.Term{N: 1, Unit: term.Months, Roll: calendar.Following}, "2027-03-01"},
		{"2027-01-31", term.Term{N: 1, Unit: term.Months, Roll: calendar.ModifiedFollowing}, "2027-02-26"},
		{"2027-04-04", term.Term{N: -60, Unit: term.NaturalDays, Roll: calendar.Preceding}, "2027-02-03"},
		{"2027-03-13", term.Term{Unit: term.NaturalDays}, "2027-03-13"},
	} {
		got, err := c.term.End(date(c.from), cal)
		require.NoError(t, err)
		assert.Equal(t, c.want, got.String(), "%s + %+v", c.from, c.term)
	}
	for _, c := range []struct {
		from calendar.Date
		term term.Term
	}{
		{calendar.Date{}, term.Term{N: 1, Unit: term.NaturalDays}},
		{date("2027-01-01"), term.Term{N: 1}},
		{date("2027-01-01"), term.Term{N: 1, Unit: 9}},
		{date("9999-12-31"), term.Term{N: 1, Unit: term.NaturalDays}},
		{date("9999-12-31"), term.Term{N: 1, Unit: term.BusinessDays}},
		{date("0001-01-01"), term.Term{N: -1, Unit: term.Months}},
		{date("2027-01-01"), term.Term{N: 1, Unit: term.NaturalDays, Roll: 9}},
	} {
		_, err := c.term.End(c.from, cal)
		assert.Error(t, err, "%+v", c)
	}
}

// The deadlines of a year are the same as those of a search over the periods of 101
// years.
func TestAfterPeriodAgainstSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cal := drawCalendar(t)
		due := term.AfterPeriod{
			Cycle: term.Cycle(rapid.IntRange(1, 5).Draw(t, "cycle")),
			N:     rapid.IntRange(-400, 400).Draw(t, "n"),
			Unit:  term.Unit(rapid.IntRange(1, 3).Draw(t, "unit")),
		}
		const year = 2027
		var want []calendar.Date
		for y := year - 50; y <= year+50; y++ {
			for _, p := range due.Cycle.Periods(y) {
				d, err := term.Term{N: due.N, Unit: due.Unit}.End(p.End, cal)
				if err == nil && d.Year() == year {
					want = append(want, d)
				}
			}
		}
		list, err := (&term.DeadlineRule{Key: "x", Timing: due}).In(year, cal)
		require.NoError(t, err)
		var got []calendar.Date
		for _, d := range list {
			got = append(got, d.Date)
		}
		require.Equal(t, want, got)
	})
}
