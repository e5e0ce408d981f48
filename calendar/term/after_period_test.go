package term_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

// N is limited to 4000, and terms near the years 1 and 9999 are computed.
func TestAfterPeriodLimits(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2028-12-31")
	in := func(due term.Timing, year int, cal *calendar.Calendar) ([]string, error) {
		list, err := (&term.DeadlineRule{Key: "x", Timing: due}).In(year, cal)
		var days []string
		for _, d := range list {
			days = append(days, d.Date.String())
		}
		return days, err
	}
	yearly := func(n int, unit term.Unit) term.AfterPeriod {
		return term.AfterPeriod{Cycle: term.Yearly, N: n, Unit: unit}
	}
	for unit := term.NaturalDays; unit <= term.Months; unit++ {
		for _, n := range []int{4001, -4001, 65_535} {
			_, err := in(yearly(n, unit), 2027, cal)
			assert.ErrorContains(t, err, "at most 4000", "%d %v", n, unit)
		}
		for _, n := range []int{4000, -4000} {
			_, err := in(yearly(n, unit), 2027, cal)
			assert.NoError(t, err, "%d %v", n, unit)
		}
	}
	_, err := in(term.AfterPeriod{Cycle: term.Yearly, N: 4001, Unit: term.NaturalDays}, 2027, cal)
	assert.ErrorContains(t, err, "at most 4000")

	days, err := in(yearly(20, term.NaturalDays), 2, nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"0002-01-20"}, days)
	days, err = in(yearly(4000, term.NaturalDays), 11, nil)
	require.NoError(t, err)
	assert.Empty(t, days, "the period would lie before the year 1")
	days, err = in(yearly(20, term.NaturalDays), 1, nil)
	require.NoError(t, err)
	assert.Empty(t, days)
	days, err = in(yearly(-20, term.NaturalDays), 9999, nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"9999-12-11"}, days)
	days, err = in(yearly(4000, term.Months), 400, nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"0400-04-30"}, days)
	days, err = in(yearly(10, term.BusinessDays), 2, cal)
	require.NoError(t, err)
	assert.Equal(t, []string{"0002-01-15"}, days)
	days, err = in(yearly(-10, term.BusinessDays), 9999, cal)
	require.NoError(t, err)
	assert.Equal(t, []string{"9999-12-17"}, days)
}

// A term that takes too long for lack of business days is an error, or has no deadline in
// the year.
func TestAfterPeriodWithoutBusinessDays(t *testing.T) {
	cal := compile(t, closedFrom("2027-12-01"), "2027-01-01/2028-12-31")
	for n, year := range map[int]int{10: 2040, -10: 2300, 4000: 2040} {
		due := term.AfterPeriod{Cycle: term.Monthly, N: n, Unit: term.BusinessDays}
		list, err := (&term.DeadlineRule{Key: "x", Timing: due}).In(year, cal)
		if err != nil {
			assert.ErrorIs(t, err, calendar.ErrNoBusinessDay, "%d in %d", n, year)
			assert.ErrorContains(t, err, "business day")
		}
		assert.Empty(t, list)
	}
	due := term.AfterPeriod{Cycle: term.Monthly, N: 10, Unit: term.BusinessDays}
	list, err := (&term.DeadlineRule{Key: "x", Timing: due}).In(2027, cal)
	require.NoError(t, err)
	assert.Len(t, list, 11, "the last is that of October")
}
