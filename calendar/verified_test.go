package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Vouch speaks of the norm alone; what an employer adds without saying how sure it is
// appears among the doubts.
func TestVouchAndDoubtsOfWhatIsAdded(t *testing.T) {
	law := calendar.Profile{Key: "law", Week: calendar.MondayToFriday, Verified: span("2020-01-01/2030-12-31")}
	year := calendar.YearSpan(2027)
	added := law.
		With(calendar.Holiday{Key: "feast", Rule: calendar.MustParseRule("05-11"), Valid: calendar.Always(), Kind: calendar.Local}).
		Granted(date("2027-07-15"), norm.Label{}, "a", "Circular 1/2027")
	cal := compile(t, added, "2027-01-01/2027-12-31")
	assert.Equal(t, law.Verified, cal.Verified())
	assert.NoError(t, cal.Vouch(year))
	doubts := cal.Doubts(year)
	require.Len(t, doubts, 1, "the document of a change is its source")
	assert.Equal(t, "feast", doubts[0].Holiday.Key)
}

// What is asked of the tables allocates nothing, rolling and the n-th day included.
func TestNothingIsAllocated(t *testing.T) {
	cal := compile(t, town(), "2020-01-01/2040-12-31")
	d, s := date("2027-03-13"), calendar.YearSpan(2027)
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		cal.IsBusinessDay(d)
		cal.CountBusinessDays(s)
		cal.NextBusinessDay(d)
		cal.PreviousBusinessDay(d)
		cal.FirstBusinessDay(s)
		cal.LastBusinessDay(s)
		_, _ = cal.AddBusinessDays(d, 900)
		_, _ = cal.NthBusinessDay(s, -7)
		_, _ = cal.Roll(d, calendar.Nearest)
		_, _ = cal.BusinessDaysBetween(s.Start, d)
	}))
}
