package calendar_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
)

func TestDaysAgainstModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cal, m := drawCalendar(t)
		a := drawDay(t, cal, "a")
		s := calendar.Span{Start: a, End: a.AddDays(rapid.IntRange(0, 500).Draw(t, "days"))}
		var worked, rested []calendar.Date
		for d := s.Start; s.Contains(d); d = d.AddDays(1) {
			if m.worked(d) {
				worked = append(worked, d)
			} else {
				rested = append(rested, d)
			}
		}
		require.Equal(t, worked, cal.BusinessDayList(s))
		require.Equal(t, worked, slices.Collect(cal.BusinessDays(s)))
		require.Equal(t, rested, slices.Collect(cal.RestDays(s)))

		between, err := cal.BusinessDaysBetween(s.Start, s.End)
		require.NoError(t, err)
		last := 0
		if m.worked(s.End) {
			last = 1
		}
		require.Equal(t, len(worked)-last, between)

		d := s.Start.AddDays(rapid.IntRange(0, s.Days()-1).Draw(t, "within"))
		remaining, err := cal.RemainingBusinessDays(s, d)
		require.NoError(t, err)
		require.Equal(t, cal.CountBusinessDays(s)-cal.CountBusinessDays(calendar.Span{Start: s.Start, End: d}), remaining)

		for i, want := range worked {
			got, err := cal.NthBusinessDay(s, i+1)
			require.NoError(t, err)
			require.Equal(t, want, got)
			got, err = cal.NthBusinessDay(s, i-len(worked))
			require.NoError(t, err)
			require.Equal(t, want, got)
		}
		for _, n := range []int{0, len(worked) + 1, -len(worked) - 1, math.MaxInt, math.MinInt} {
			got, err := cal.NthBusinessDay(s, n)
			require.Error(t, err, "%d", n)
			require.Zero(t, got)
			if n != 0 {
				require.ErrorIs(t, err, calendar.ErrNoBusinessDay)
			}
		}
	})
}

// Half-open counts add up without the day in between, where closed ones need it.
func TestBetweenIsAdditive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cal, _ := drawCalendar(t)
		days := []calendar.Date{drawDay(t, cal, "a"), drawDay(t, cal, "b"), drawDay(t, cal, "c")}
		slices.SortFunc(days, calendar.Date.Compare)
		count := func(i, j int) int {
			n, err := cal.BusinessDaysBetween(days[i], days[j])
			require.NoError(t, err)
			return n
		}
		require.Equal(t, count(0, 2), count(0, 1)+count(1, 2))
	})
}

func TestMonthsAndQuarters(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2027-12-31")
	january := calendar.MustMonth(2027, 1).Span()
	third, err := cal.NthBusinessDay(january, 3)
	require.NoError(t, err)
	assert.Equal(t, "2027-01-06", third.String())
	assert.Equal(t, "2027-04-01/2027-06-30", calendar.QuarterSpan(2027, 2).String())
	assert.Equal(t, 2, calendar.MustMonth(2027, 6).Quarter())
	assert.Zero(t, calendar.Month{}.Quarter())
	assert.Equal(t, "2027-07-01", cal.FirstBusinessDay(calendar.QuarterSpan(2027, 3)).String())
	assert.Equal(t, "2027-12-31", cal.LastBusinessDay(calendar.YearSpan(2027)).String())
	for _, bad := range []calendar.Span{
		calendar.QuarterSpan(2027, 0), calendar.QuarterSpan(2027, 5), calendar.QuarterSpan(0, 1), calendar.QuarterSpan(10000, 1),
	} {
		assert.Zero(t, bad)
		_, err := cal.NthBusinessDay(bad, 1)
		assert.ErrorContains(t, err, "calendar: a span needs both its dates")
	}
}

// A question without an answer is an error, never a number.
func TestSpansRefused(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2027-12-31")
	a, b := date("2027-03-01"), date("2027-03-31")
	_, err := cal.BusinessDaysBetween(b, a)
	assert.ErrorContains(t, err, "ends before it starts")
	_, err = cal.BusinessDaysBetween(calendar.Date{}, a)
	assert.ErrorContains(t, err, "needs both its dates")
	_, err = cal.BusinessDaysBetween(calendar.Date{}, calendar.Date{})
	assert.Error(t, err)
	n, err := cal.BusinessDaysBetween(a, a)
	assert.NoError(t, err)
	assert.Zero(t, n)
	_, err = cal.NthBusinessDay(calendar.Span{Start: b, End: a}, 1)
	assert.ErrorContains(t, err, "ends before it starts")
	_, err = cal.RemainingBusinessDays(calendar.Span{Start: b, End: a}, a)
	assert.ErrorContains(t, err, "ends before it starts")
	_, err = cal.RemainingBusinessDays(calendar.Span{Start: a, End: b}, b.AddDays(1))
	assert.ErrorContains(t, err, "is not a day of")
	for range cal.BusinessDays(calendar.Span{Start: b, End: a}) {
		t.Error("a reversed span has days")
	}
	assert.Empty(t, cal.BusinessDayList(calendar.Span{Start: b, End: a}))
}

// What an iterator has begun can be left at any time.
func TestIteratorsStop(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2027-12-31")
	for _, s := range []calendar.Span{calendar.YearSpan(2027), span("2000-01-01/2090-12-31")} {
		n := 0
		for range cal.BusinessDays(s) {
			if n++; n == 3 {
				break
			}
		}
		for range cal.RestDays(s) {
			if n++; n == 6 {
				break
			}
		}
		for o := range cal.Occurrences(s) {
			assert.True(t, s.Contains(o.Date))
			if n++; n == 9 {
				break
			}
		}
		assert.Equal(t, 9, n)
	}
}

func TestOccurrences(t *testing.T) {
	cal := compile(t, town().Cancelled(date("2027-01-01"), "a", "b"), "2027-01-01/2027-12-31")
	var keys []string
	for o := range cal.Occurrences(calendar.YearSpan(2027)) {
		keys = append(keys, o.Date.String()+" "+o.Holiday.Key)
	}
	assert.Equal(t, []string{"2027-01-01 new-year", "2027-02-24 flag", "2027-09-28 servant"}, keys)
}
