package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
)

// closedFrom returns a profile without business days from a day on.
func closedFrom(day string) calendar.Profile {
	valid := calendar.Span{Start: date(day)}
	return calendar.Profile{Key: "closed", Week: calendar.MondayToFriday}.With(
		calendar.Holiday{Key: "a", Rule: calendar.MustParseRule("01-01 300d"), Valid: valid, Kind: calendar.Local},
		calendar.Holiday{Key: "b", Rule: calendar.MustParseRule("10-01 200d"), Valid: valid, Kind: calendar.Local},
	)
}

// A search ends after 400 years without a business day, not at the year 9999.
func TestSearchLimit(t *testing.T) {
	cal := compile(t, closedFrom("2027-12-01"), "2027-01-01/2028-12-31")
	last := date("2027-11-30")
	assert.True(t, cal.NextBusinessDay(date("2027-12-01")).IsZero())
	assert.True(t, cal.NextBusinessDay(date("2030-12-01")).IsZero())
	assert.Equal(t, last, cal.PreviousBusinessDay(date("2300-01-01")))
	assert.True(t, cal.PreviousBusinessDay(date("2500-01-01")).IsZero(), "after 400 years")
	d, err := cal.AddBusinessDays(last, -1)
	require.NoError(t, err)
	assert.Equal(t, date("2027-11-29"), d)
	for _, from := range []calendar.Date{last, date("2040-01-01")} {
		_, err = cal.AddBusinessDays(from, 1)
		assert.ErrorIs(t, err, calendar.ErrNoBusinessDay)
		assert.ErrorContains(t, err, "400 years")
	}
	_, err = cal.AddBusinessDays(date("2027-01-01"), 1000)
	assert.ErrorIs(t, err, calendar.ErrNoBusinessDay)
	_, err = cal.Roll(date("2027-12-25"), calendar.Following)
	assert.ErrorIs(t, err, calendar.ErrNoBusinessDay)
	d, err = cal.Roll(date("2027-12-25"), calendar.Nearest)
	require.NoError(t, err)
	assert.Equal(t, last, d)
}

// The limit of 400 years is counted from the last business day that the search passed,
// or from its start.
func TestGapOf400Years(t *testing.T) {
	const cycle = 146_097
	for gap, found := range map[int]bool{cycle - 1: true, cycle: false, cycle + 1: false} {
		p := closedFrom("2000-01-01").Working(calendar.AllWeek)
		end := date("2000-01-01").AddDays(gap)
		for i := range p.Holidays {
			p.Holidays[i].Valid.End = end.AddDays(-1)
		}
		cal := compile(t, p, "1999-01-01/2001-12-31")
		for _, from := range []string{"1980-01-01", "1999-12-30", "1999-12-31"} {
			n := int(date("1999-12-31").Sub(date(from))) + 1
			d, err := cal.AddBusinessDays(date(from), n)
			assert.Equal(t, found, err == nil && d == end, "%d from %s: %v, %v", n, from, d, err)
		}
		for _, n := range []int{-1, -5} {
			d, err := cal.AddBusinessDays(end.AddDays(-n-1), n)
			assert.Equal(t, found, err == nil && d == date("1999-12-31"), "%d: %v, %v", n, d, err)
		}
		assert.Equal(t, found, cal.NextBusinessDay(date("2000-01-01")) == end)
		assert.Equal(t, end, cal.NextBusinessDay(date("2000-01-03")), "the gap is counted from the start of the search")
	}
}

// The zero Calendar has no business day.
func TestZeroCalendar(t *testing.T) {
	var c calendar.Calendar
	d, year := date("2027-03-15"), calendar.YearSpan(2027)
	assert.False(t, c.IsBusinessDay(d))
	assert.Zero(t, c.CountBusinessDays(year))
	for _, day := range []calendar.Date{d, {}, date("0001-01-01"), date("9999-12-31")} {
		assert.True(t, c.NextBusinessDay(day).IsZero())
		assert.True(t, c.PreviousBusinessDay(day).IsZero())
	}
	for _, n := range []int{1, -1} {
		_, err := c.AddBusinessDays(d, n)
		assert.ErrorIs(t, err, calendar.ErrNoBusinessDay)
		_, err = c.NthBusinessDay(year, n)
		assert.ErrorIs(t, err, calendar.ErrNoBusinessDay)
	}
	for by := calendar.Following; by <= calendar.Nearest; by++ {
		if by != calendar.Unadjusted {
			_, err := c.Roll(d, by)
			assert.ErrorIs(t, err, calendar.ErrNoBusinessDay, by.String())
		}
	}
	assert.Empty(t, c.Holidays(year))
	assert.False(t, c.Explain(d).BusinessDay)
}

// The results of the table and those of the rules agree at the ends of the window.
func TestSearchAtWindowEnds(t *testing.T) {
	p := calendar.Profile{Key: "x", Week: calendar.MondayToFriday}
	cal, wide := compile(t, p, "2027-03-01/2027-03-14"), compile(t, p, "2026-01-01/2028-12-31")
	for d := date("2027-02-20"); d.Before(date("2027-03-25")); d = d.AddDays(1) {
		assert.Equal(t, wide.NextBusinessDay(d), cal.NextBusinessDay(d), "%v", d)
		assert.Equal(t, wide.PreviousBusinessDay(d), cal.PreviousBusinessDay(d), "%v", d)
	}
}
