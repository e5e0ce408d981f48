package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
)

// What no law means is refused; what one may mean is counted, near the ends of the
// years too.
func TestTermAfterIsBounded(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2028-12-31")
	in := func(due calendar.Due, year int, cal *calendar.Calendar) ([]string, error) {
		list, err := calendar.DeadlineRule{Key: "x", Due: due}.In(year, cal)
		var days []string
		for _, d := range list {
			days = append(days, d.Date.String())
		}
		return days, err
	}
	yearly := func(n int, unit calendar.Unit) calendar.TermAfter {
		return calendar.TermAfter{Cycle: calendar.Yearly, N: n, Unit: unit}
	}
	for unit := calendar.NaturalDays; unit <= calendar.Months; unit++ {
		for _, n := range []int{4001, -4001, 65_535} {
			_, err := in(yearly(n, unit), 2027, cal)
			assert.ErrorContains(t, err, "at most 4000", "%d %v", n, unit)
		}
		for _, n := range []int{4000, -4000} {
			_, err := in(yearly(n, unit), 2027, cal)
			assert.NoError(t, err, "%d %v", n, unit)
		}
	}
	_, err := in(calendar.DaysAfter{Cycle: calendar.Yearly, Days: 4001}, 2027, cal)
	assert.ErrorContains(t, err, "at most 4000")

	days, err := in(yearly(20, calendar.NaturalDays), 2, nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"0002-01-20"}, days)
	days, err = in(yearly(4000, calendar.NaturalDays), 11, nil)
	require.NoError(t, err)
	assert.Empty(t, days, "the period would lie before the year 1")
	days, err = in(yearly(20, calendar.NaturalDays), 1, nil)
	require.NoError(t, err)
	assert.Empty(t, days)
	days, err = in(yearly(-20, calendar.NaturalDays), 9999, nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"9999-12-11"}, days)
	days, err = in(yearly(4000, calendar.Months), 400, nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"0400-04-30"}, days)
	days, err = in(yearly(10, calendar.BusinessDays), 2, cal)
	require.NoError(t, err)
	assert.Equal(t, []string{"0002-01-15"}, days)
	days, err = in(yearly(-10, calendar.BusinessDays), 9999, cal)
	require.NoError(t, err)
	assert.Equal(t, []string{"9999-12-17"}, days)
}

// A term in business days of a calendar that hardly works is told from one that has
// no deadline in the year.
func TestTermAfterWithoutBusinessDays(t *testing.T) {
	cal := compile(t, restsFrom("2027-12-01"), "2027-01-01/2028-12-31")
	for n, year := range map[int]int{10: 2040, -10: 2300, 4000: 2040} {
		due := calendar.TermAfter{Cycle: calendar.Monthly, N: n, Unit: calendar.BusinessDays}
		list, err := calendar.DeadlineRule{Key: "x", Due: due}.In(year, cal)
		if err != nil {
			assert.ErrorIs(t, err, calendar.ErrNoBusinessDay, "%d in %d", n, year)
			assert.ErrorContains(t, err, "hardly")
		}
		assert.Empty(t, list)
	}
	due := calendar.TermAfter{Cycle: calendar.Monthly, N: 10, Unit: calendar.BusinessDays}
	list, err := calendar.DeadlineRule{Key: "x", Due: due}.In(2027, cal)
	require.NoError(t, err)
	assert.Len(t, list, 11, "the last is that of October")
}
