package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
)

// The cases are those of QuantLib's documentation and tests, with weekends only.
func TestRoll(t *testing.T) {
	cal := compile(t, calendar.Profile{Week: calendar.MondayToFriday}, "2027-01-01/2027-12-31")
	for _, c := range []struct {
		day  string
		want map[calendar.Convention]string
	}{
		{"2027-03-16", map[calendar.Convention]string{ // a Tuesday
			calendar.Following: "2027-03-16", calendar.ModifiedFollowing: "2027-03-16", calendar.Preceding: "2027-03-16",
			calendar.ModifiedPreceding: "2027-03-16", calendar.Unadjusted: "2027-03-16", calendar.HalfMonthModifiedFollowing: "2027-03-16", calendar.Nearest: "2027-03-16",
		}},
		{"2027-01-31", map[calendar.Convention]string{ // a Sunday, the last day
			calendar.Following: "2027-02-01", calendar.ModifiedFollowing: "2027-01-29", calendar.Preceding: "2027-01-29",
			calendar.ModifiedPreceding: "2027-01-29", calendar.Unadjusted: "2027-01-31", calendar.HalfMonthModifiedFollowing: "2027-01-29", calendar.Nearest: "2027-02-01",
		}},
		{"2027-05-01", map[calendar.Convention]string{ // a Saturday, the first day
			calendar.Following: "2027-05-03", calendar.ModifiedFollowing: "2027-05-03", calendar.Preceding: "2027-04-30",
			calendar.ModifiedPreceding: "2027-05-03", calendar.Unadjusted: "2027-05-01", calendar.HalfMonthModifiedFollowing: "2027-05-03", calendar.Nearest: "2027-04-30",
		}},
		{"2027-08-15", map[calendar.Convention]string{ // a Sunday, the end of a half
			calendar.Following: "2027-08-16", calendar.ModifiedFollowing: "2027-08-16", calendar.Preceding: "2027-08-13",
			calendar.ModifiedPreceding: "2027-08-13", calendar.Unadjusted: "2027-08-15", calendar.HalfMonthModifiedFollowing: "2027-08-13", calendar.Nearest: "2027-08-16",
		}},
	} {
		for by, want := range c.want {
			got, err := cal.Roll(date(c.day), by)
			require.NoError(t, err)
			assert.Equal(t, want, got.String(), "Roll(%s, %s)", c.day, by)
		}
	}
}

func TestRollErrors(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2027-12-31")
	_, err := cal.Roll(calendar.Date{}, calendar.Following)
	assert.ErrorContains(t, err, "the date is missing")
	for _, by := range []calendar.Convention{0, 8, 255} {
		_, err = cal.Roll(date("2027-01-01"), by)
		assert.ErrorContains(t, err, "use one of following", "%d", by)
	}
	end := compile(t, calendar.Profile{Week: calendar.Week(calendar.Monday)}, "2027-01-01/2027-12-31")
	_, err = end.Roll(date("9999-12-31"), calendar.Following) // a Friday
	assert.ErrorIs(t, err, calendar.ErrNoBusinessDay)
	got, err := end.Roll(date("9999-12-31"), calendar.Nearest)
	require.NoError(t, err)
	assert.Equal(t, "9999-12-27", got.String())
}

// naiveRoll is QuantLib's Calendar::adjust, one day at a time.
func naiveRoll(worked func(calendar.Date) bool, d calendar.Date, by calendar.Convention) calendar.Date {
	walk := func(step int) calendar.Date {
		r := d
		for !worked(r) {
			r = r.AddDays(step)
		}
		return r
	}
	switch by {
	case calendar.Following, calendar.ModifiedFollowing, calendar.HalfMonthModifiedFollowing:
		r := walk(1)
		if by != calendar.Following && r.Month() != d.Month() || by == calendar.HalfMonthModifiedFollowing && d.Day() <= 15 && r.Day() > 15 {
			return walk(-1)
		}
		return r
	case calendar.Preceding, calendar.ModifiedPreceding:
		r := walk(-1)
		if by == calendar.ModifiedPreceding && r.Month() != d.Month() {
			return walk(1)
		}
		return r
	case calendar.Nearest:
		after, before := d, d
		for !worked(after) && !worked(before) {
			after, before = after.AddDays(1), before.AddDays(-1)
		}
		if worked(after) {
			return after
		}
		return before
	default:
		return d
	}
}

func TestRollAgainstNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cal, m := drawCalendar(t)
		d := drawDay(t, cal, "day")
		for by := calendar.Following; by <= calendar.Nearest; by++ {
			got, err := cal.Roll(d, by)
			require.NoError(t, err)
			require.Equal(t, naiveRoll(m.worked, d, by), got, "Roll(%v, %s)", d, by)
		}
	})
}
