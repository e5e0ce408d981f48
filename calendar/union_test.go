package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// drawProfile draws a profile of random rules.
func drawProfile(t *rapid.T, key string) calendar.Profile {
	p := calendar.Profile{Key: key, Week: calendar.WeekMask(rapid.IntRange(1, 127).Draw(t, key+" week") << 1)}
	for i := range rapid.IntRange(0, 6).Draw(t, key+" rules") {
		h := calendar.Holiday{
			Key: string(rune('a' + i)), Rule: drawRule(t), Kind: calendar.HolidayKind(rapid.IntRange(1, 7).Draw(t, "kind")),
			Valid: calendar.Span{Start: date("2019-03-01"), End: date("2031-03-01")},
			Basis: norm.Basis{Law: key, Status: norm.Sourced},
		}
		switch {
		case h.Kind == calendar.Civic:
			h.Effect = calendar.Observance
		case i%3 == 2:
			h.Effect = calendar.HalfDay
		}
		p = p.With(h)
	}
	return p
}

// A day off of one part is a day off of the union, and a half day of one part is a half
// day of the union unless it is a day off.
func TestUnionAgainstSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := []calendar.Profile{drawProfile(t, "a"), drawProfile(t, "b"), drawProfile(t, "c")}
		union, err := calendar.Union("u", parts...)
		require.Equal(t, parts[0].Week&parts[1].Week&parts[2].Week == 0, err != nil, "%v", err)
		if err != nil {
			return
		}
		window := span("2023-06-01/2027-12-31")
		calendars := make([]*calendar.Calendar, 0, 4)
		for _, p := range append(parts, union) {
			cal, err := calendar.Compile(p, window)
			if err != nil {
				require.ErrorIs(t, err, calendar.ErrNoBusinessDay)
				t.Skip("no business day in the window")
			}
			calendars = append(calendars, cal)
		}
		u := calendars[3]
		for d := window.Start; window.Contains(d); d = d.AddDays(1) {
			worked, half := true, false
			for _, cal := range calendars[:3] {
				worked = worked && cal.IsBusinessDay(d)
				for _, o := range cal.Explain(d).Occurrences {
					half = half || o.Holiday.Effect == calendar.HalfDay
				}
			}
			if u.IsBusinessDay(d) != worked || u.IsHalfDay(d) != (worked && half) {
				t.Fatalf("%v: worked %v, half %v; want %v, %v", d, u.IsBusinessDay(d), u.IsHalfDay(d), worked, worked && half)
			}
			if union.Works(d) != worked {
				t.Fatalf("Works(%v) = %v", d, !worked)
			}
		}
	})
}

func TestUnionCitesAllLaws(t *testing.T) {
	servants := calendar.Profile{
		Key: "servants", Name: norm.Label{ES: "Servidores", EN: "Servants"}, Week: calendar.MondayToFriday, Jurisdiction: "MX-JAL",
		Holidays: []calendar.Holiday{
			{Key: "new-year", Rule: calendar.Fixed{Month: 1, Day: 1}, Valid: calendar.Always(), Kind: calendar.PublicServant, Basis: norm.Basis{Law: "Ley estatal", Article: "38"}},
		},
		Verified: span("2025-01-01/2040-12-31"),
	}
	p, err := calendar.Union("both", town(), servants)
	require.NoError(t, err)
	assert.Equal(t, "both", p.Key)
	assert.Equal(t, "Pueblo; Servidores", p.Name.ES)
	assert.Equal(t, "2025-01-01/2030-12-31", p.Verified.String(), "the intersection")
	cal := compile(t, p, "2027-01-01/2027-12-31")
	e := cal.Explain(date("2027-01-01"))
	require.Len(t, e.Occurrences, 2, "both laws are cited")
	assert.Equal(t, "new-year", e.Occurrences[0].Holiday.Key)
	assert.Equal(t, "servants.new-year", e.Occurrences[1].Holiday.Key)
	assert.Equal(t, "Ley estatal art. 38", e.Occurrences[1].Holiday.Basis.Cite())

	twice, err := calendar.Union("town", town(), town())
	require.NoError(t, err)
	assert.Equal(t, town().Holidays, twice.Holidays, "the same rule is included once")
}

func TestUnionErrors(t *testing.T) {
	_, err := calendar.Union("x")
	assert.ErrorContains(t, err, "no profiles to combine")
	_, err = calendar.Union("x", town(), calendar.Profile{Key: "bad"})
	assert.ErrorContains(t, err, `profile "bad"`)
	for _, effect := range []calendar.Effect{calendar.Work, calendar.Open} {
		_, err = calendar.Union("x", town().With(on("open", "2027-03-06", effect, calendar.Date{})))
		assert.ErrorContains(t, err, "combine the profiles first")
	}
	_, err = calendar.Union("x", town().Working(calendar.Week(calendar.Monday)), town().Working(calendar.Week(calendar.Tuesday)))
	assert.ErrorContains(t, err, "no day of the week is worked")
}
