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
		var worked []calendar.Date
		for d := s.Start; s.Contains(d); d = d.AddDays(1) {
			if m.worked(d) {
				worked = append(worked, d)
			}
		}
		require.Equal(t, worked, slices.Collect(cal.BusinessDays(s)))

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

func TestNthBusinessDay(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2027-12-31")
	january := calendar.MustMonth(2027, 1).Span()
	third, err := cal.NthBusinessDay(january, 3)
	require.NoError(t, err)
	assert.Equal(t, "2027-01-06", third.String())
	last, err := cal.NthBusinessDay(calendar.YearSpan(2027), -1)
	require.NoError(t, err)
	assert.Equal(t, "2027-12-31", last.String())
	_, err = cal.NthBusinessDay(calendar.Span{}, 1)
	assert.ErrorContains(t, err, "calendar: a span needs both its dates")
	reversed := span("2027-03-01/2027-03-31")
	reversed.Start, reversed.End = reversed.End, reversed.Start
	_, err = cal.NthBusinessDay(reversed, 1)
	assert.ErrorContains(t, err, "ends before it starts")
	for range cal.BusinessDays(reversed) {
		t.Error("a reversed span has days")
	}
}

// The loop may break at any time, within and outside the window.
func TestIteratorsStop(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2027-12-31")
	for _, s := range []calendar.Span{calendar.YearSpan(2027), span("2000-01-01/2090-12-31")} {
		n := 0
		for range cal.BusinessDays(s) {
			if n++; n == 3 {
				break
			}
		}
		for o := range cal.Occurrences(s) {
			assert.True(t, s.Contains(o.Date))
			if n++; n == 6 {
				break
			}
		}
		assert.Equal(t, 6, n)
	}
}

func TestOccurrences(t *testing.T) {
	cal := compile(t, town().With(on("cancelled", "2027-01-01", calendar.Work, calendar.Date{})), "2027-01-01/2027-12-31")
	var keys []string
	for o := range cal.Occurrences(calendar.YearSpan(2027)) {
		keys = append(keys, o.Date.String()+" "+o.Holiday.Key)
	}
	assert.Equal(t, []string{"2027-01-01 new-year", "2027-01-01 cancelled", "2027-02-24 flag", "2027-09-28 servant"}, keys)
}
