package term_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

func TestFirstCounts(t *testing.T) {
	cal, err := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2027))
	require.NoError(t, err)
	for _, c := range []struct {
		n           int
		unit        term.Unit
		start, want string
	}{
		{1, term.NaturalDays, "2027-03-01", "2027-03-01"},
		{10, term.NaturalDays, "2027-03-01", "2027-03-10"},
		{-10, term.NaturalDays, "2027-03-10", "2027-03-01"},
		{1, term.BusinessDays, "2027-03-05", "2027-03-05"},
		{2, term.BusinessDays, "2027-03-05", "2027-03-08"},
		{1, term.BusinessDays, "2027-03-06", "2027-03-08"}, // a Saturday
		{-1, term.BusinessDays, "2027-03-07", "2027-03-05"},
		{-2, term.BusinessDays, "2027-03-08", "2027-03-05"},
		{1, term.Months, "2027-03-15", "2027-04-14"},
		{1, term.Months, "2027-01-31", "2027-02-28"},
		{1, term.Months, "2027-01-29", "2027-02-28"},
		{3, term.Months, "2027-02-01", "2027-04-30"},
		{-3, term.Months, "2027-04-30", "2027-02-01"},
		{-1, term.Months, "2027-04-14", "2027-03-15"},
		{1, term.Months, "9999-12-01", "9999-12-31"},
		{-1, term.Months, "0001-01-31", "0001-01-01"},
		{1, term.NaturalDays, "9999-12-31", "9999-12-31"},
	} {
		end, err := term.Term{N: c.n, Unit: c.unit, FirstCounts: true}.End(calendar.MustParseDate(c.start), cal)
		require.NoError(t, err, c)
		assert.Equal(t, c.want, end.String(), "%+v", c)
	}
	_, err = term.Term{Unit: term.NaturalDays, FirstCounts: true}.End(calendar.MustDate(2027, 3, 1), cal)
	assert.ErrorContains(t, err, "at least one day")
}

// A term in days that counts its first day has N of them.
func TestFirstCountsHasItsDays(t *testing.T) {
	cal, err := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.MustParseSpan("2020-01-01/2040-12-31"))
	require.NoError(t, err)
	rapid.Check(t, func(t *rapid.T) {
		start := calendar.MustDate(2027, 1, 1).AddDays(rapid.IntRange(0, 800).Draw(t, "start"))
		n := rapid.IntRange(1, 400).Draw(t, "n")
		end, err := term.Term{N: n, Unit: term.NaturalDays, FirstCounts: true}.End(start, cal)
		require.NoError(t, err)
		assert.Equal(t, n, calendar.Span{Start: start, End: end}.Days())
		end, err = term.Term{N: n, Unit: term.BusinessDays, FirstCounts: true}.End(start, cal)
		require.NoError(t, err)
		assert.Equal(t, n, cal.CountBusinessDays(calendar.Span{Start: start, End: end}))
		assert.True(t, cal.IsBusinessDay(end))
	})
}

// Business days after a term run from its last day, which is not counted.
func TestThen(t *testing.T) {
	cal, err := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.MustParseSpan("2026-01-01/2028-12-31"))
	require.NoError(t, err)
	timing, err := term.ParseTiming("quarterly + 30 natural-days + 5 business-days")
	require.NoError(t, err)
	assert.Equal(t, term.AfterPeriod{Cycle: term.Quarterly, N: 30, Unit: term.NaturalDays, Then: 5}, timing)
	rule := term.DeadlineRule{Key: "r", Timing: timing}
	list, err := rule.In(2027, cal)
	require.NoError(t, err)
	var got []string
	for _, d := range list {
		got = append(got, d.Date.String()+" "+d.Period.String())
	}
	assert.Equal(t, []string{ // 30 January 2027 is a Saturday
		"2027-02-05 2026-10-01/2026-12-31", "2027-05-07 2027-01-01/2027-03-31",
		"2027-08-06 2027-04-01/2027-06-30", "2027-11-05 2027-07-01/2027-09-30",
	}, got)
	// The term ends in December and the business days in January.
	rule.Timing = term.AfterPeriod{Cycle: term.Quarterly, N: 90, Unit: term.NaturalDays, Then: 5}
	list, err = rule.In(2028, cal)
	require.NoError(t, err)
	assert.Equal(t, "2028-01-05", list[0].Date.String())
	assert.Equal(t, "2027-09-30", list[0].Period.End.String())
	assert.Len(t, list, 4)

	_, err = rule.In(2027, nil)
	assert.ErrorContains(t, err, "needs a calendar")
	for _, bad := range []term.AfterPeriod{
		{Cycle: term.Monthly, N: -1, Unit: term.NaturalDays, Then: 1},
		{Cycle: term.Monthly, N: 1, Unit: term.BusinessDays, Then: 1},
		{Cycle: term.Monthly, N: 1, Unit: term.NaturalDays, Then: 32},
	} {
		assert.Error(t, bad.Validate(), bad)
		assert.Empty(t, bad.String())
	}
	for _, text := range []string{"monthly + 1 natural-days + 0 business-days", "monthly + 1 natural-days - 5 business-days", "monthly + 1 natural-days + 5 months"} {
		_, err := term.ParseTiming(text)
		assert.Error(t, err, text)
	}
}
