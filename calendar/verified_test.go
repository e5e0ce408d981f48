package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Vouch covers the norm only; Doubts lists the days that an employer adds without a
// status.
func TestVouchAndDoubtsOfAddedDays(t *testing.T) {
	law := calendar.Profile{Key: "law", Week: calendar.MondayToFriday, Verified: span("2020-01-01/2030-12-31")}
	year := calendar.YearSpan(2027)
	added := law.
		With(calendar.Holiday{Key: "feast", Rule: calendar.MustParseRule("05-11"), Valid: calendar.Always(), Kind: calendar.Local}).
		With(on("closed", "2027-07-15", calendar.Rest, calendar.Date{}))
	cal := compile(t, added, "2027-01-01/2027-12-31")
	assert.Equal(t, law.Verified, cal.Verified())
	assert.NoError(t, cal.Vouch(year))
	doubts := cal.Doubts(year)
	require.Len(t, doubts, 1, "a day with a document is certain")
	assert.Equal(t, "feast", doubts[0].Holiday.Key)
}
