package calendar_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// town returns a small profile: New Year, 28 September and a commemoration.
func town() calendar.Profile {
	return calendar.Profile{
		Key:  "town",
		Name: norm.Label{ES: "Pueblo", EN: "Town"},
		Week: calendar.MondayToFriday,
		Holidays: []calendar.Holiday{
			{Key: "new-year", Rule: calendar.Fixed{Month: 1, Day: 1}, Valid: calendar.Always(), Kind: calendar.Mandatory},
			{Key: "flag", Rule: calendar.Fixed{Month: 2, Day: 24}, Valid: calendar.Always(), Kind: calendar.Civic, Effect: calendar.Observance},
			{
				Key: "servant", Name: norm.Label{ES: "Servidor público", EN: "Public servant"},
				Rule: calendar.Fixed{Month: 9, Day: 28}, Valid: calendar.Always(), Kind: calendar.PublicServant, Jurisdiction: "MX-JAL",
			},
		},
		Verified: span("2020-01-01/2030-12-31"),
	}
}

func compile(t *testing.T, p calendar.Profile, window string) *calendar.Calendar {
	t.Helper()
	cal, err := calendar.Compile(p, span(window))
	require.NoError(t, err)
	return cal
}

// on returns a rule of an employer for one day.
func on(key, day string, effect calendar.Effect, exchange calendar.Date) calendar.Holiday {
	d := date(day)
	return calendar.Holiday{
		Key: key, Name: norm.Label{ES: "Puente", EN: "Bridge"}, Rule: calendar.Dates(d), Valid: calendar.Span{Start: d, End: d},
		Kind: calendar.Employer, Effect: effect, Exchange: exchange, Basis: norm.Basis{Law: "Circular 12/2027", Status: norm.Sourced, Note: "Puente"},
	}
}

// moved returns the two rules that move a day off to another day.
func moved(from, to string) []calendar.Holiday {
	key := "moved-" + from
	return []calendar.Holiday{on(key, from, calendar.Work, date(to)), on(key, to, calendar.Rest, date(from))}
}

func TestMovedDay(t *testing.T) {
	from, to := date("2027-09-28"), date("2027-09-27")
	cal := compile(t, town().With(moved("2027-09-28", "2027-09-27")...), "2026-01-01/2028-12-31")
	assert.True(t, cal.IsBusinessDay(from))
	assert.False(t, cal.IsBusinessDay(to))
	assert.False(t, cal.IsBusinessDay(date("2026-09-28")), "other years are unchanged")

	off := cal.Holidays(span("2027-09-01/2027-09-30"))
	require.Len(t, off, 1)
	assert.Equal(t, to, off[0].Date)
	assert.Equal(t, calendar.Employer, off[0].Holiday.Kind)
	assert.Equal(t, "Circular 12/2027", off[0].Holiday.Basis.Cite())
	assert.Equal(t, norm.Sourced, off[0].Status)

	e := cal.Explain(from)
	assert.True(t, e.BusinessDay)
	require.Len(t, e.Occurrences, 2, "the moved rule is still listed")
	assert.Equal(t, "servant", e.Occurrences[0].Holiday.Key)
	assert.Equal(t, to, e.Occurrences[1].Holiday.Exchange)
}

// Work and Open override all days off; only Open overrides the working week.
func TestWorkAndOpen(t *testing.T) {
	saturday := "2028-01-01"
	for _, c := range []struct {
		day    string
		effect calendar.Effect
		worked bool
	}{
		{"2027-01-01", calendar.Work, true},
		{"2027-01-01", calendar.Open, true},
		{saturday, calendar.Work, false},
		{saturday, calendar.Open, true},
	} {
		p := town().With(on("w", c.day, c.effect, calendar.Date{}))
		d := date(c.day)
		for _, window := range []string{"2027-01-01/2028-12-31", "2010-01-01/2010-12-31"} {
			cal := compile(t, p, window)
			assert.Equal(t, c.worked, cal.IsBusinessDay(d), "%s %v", c.day, c.effect)
			assert.Empty(t, cal.Holidays(calendar.Span{Start: d, End: d}))
		}
		assert.Equal(t, c.worked, p.Works(d))
		_, off := p.DayOff(d)
		assert.False(t, off)
	}
	off, ok := town().DayOff(date("2027-09-28"))
	assert.True(t, ok)
	assert.Equal(t, "servant", off.Key)
	assert.False(t, town().Works(calendar.Date{}))
}

func TestWithAndWithout(t *testing.T) {
	base := town()
	feast := calendar.Holiday{Key: "feast", Rule: calendar.EachDay{Span: span("2027-05-13/2027-05-14")}, Kind: calendar.Local}
	a, b := base.With(feast), base.With(feast).Without("servant")
	assert.Len(t, base.Holidays, 3)
	assert.Len(t, a.Holidays, 4)
	assert.True(t, a.Has("feast"))
	assert.False(t, b.Has("servant"))
	assert.True(t, base.Has("servant"))
	assert.Equal(t, base, base.Without("nothing"))
	assert.Equal(t, 2, compile(t, base, "2027-01-01/2027-12-31").CountBusinessDays(span("2027-05-13/2027-05-14")))
	assert.Equal(t, 0, compile(t, a, "2027-01-01/2027-12-31").CountBusinessDays(span("2027-05-13/2027-05-14")))

	// Two profiles derived from one do not share the holidays that they add.
	c, d := base.With(feast), base.With(calendar.Holiday{Key: "other", Rule: calendar.Fixed{Month: 6, Day: 1}, Valid: calendar.Always(), Kind: calendar.Local})
	assert.True(t, c.Has("feast") && !c.Has("other"))
	assert.True(t, d.Has("other") && !d.Has("feast"))
}

func TestVersionsOfOneHoliday(t *testing.T) {
	versions := town().Without("new-year").With(
		calendar.Holiday{Key: "labour", Rule: calendar.Fixed{Month: 5, Day: 1}, Valid: span("2020-05-01/2027-05-01"), Kind: calendar.Mandatory},
		calendar.Holiday{Key: "labour", Rule: calendar.Fixed{Month: 5, Day: 2}, Valid: calendar.Span{Start: date("2027-05-02")}, Kind: calendar.Mandatory},
	)
	cal := compile(t, versions, "2019-01-01/2028-12-31")
	var days []string
	for _, o := range cal.Holidays(cal.Window()) {
		if o.Holiday.Key == "labour" && (o.Date.Year() < 2022 || o.Date.Year() > 2024) {
			days = append(days, o.Date.String())
		}
	}
	assert.Equal(t, []string{"2020-05-01", "2021-05-01", "2025-05-01", "2026-05-01", "2027-05-01", "2027-05-02", "2028-05-02"}, days)
}

func TestProfileErrors(t *testing.T) {
	day, other := date("2027-09-28"), date("2027-09-27")
	holiday := func(h calendar.Holiday) calendar.Profile { return town().With(h) }
	fixed := calendar.Fixed{Month: 3, Day: 3}
	for name, c := range map[string]struct {
		profile calendar.Profile
		want    string
	}{
		"no week":                   {town().Working(0), "no day of the week is worked"},
		"holiday without key":       {holiday(calendar.Holiday{Rule: fixed, Valid: calendar.Always(), Kind: calendar.Local}), "has no key"},
		"holiday without rule":      {holiday(calendar.Holiday{Key: "x", Kind: calendar.Local}), "has no rule"},
		"holiday without kind":      {holiday(calendar.Holiday{Key: "x", Rule: fixed}), "has no kind"},
		"holiday of unknown kind":   {holiday(calendar.Holiday{Key: "x", Rule: fixed, Valid: calendar.Always(), Kind: 99}), "has no kind"},
		"holiday of unknown effect": {holiday(calendar.Holiday{Key: "x", Rule: fixed, Valid: calendar.Always(), Kind: calendar.Local, Effect: 99}), "has no effect"},
		"commemoration off":         {holiday(calendar.Holiday{Key: "x", Rule: fixed, Valid: calendar.Always(), Kind: calendar.Civic}), "Observance"},
		"validity reversed":         {holiday(calendar.Holiday{Key: "x", Rule: fixed, Kind: calendar.Local, Valid: calendar.Span{Start: day, End: other}}), "ends before it starts"},
		"two versions at once":      {holiday(calendar.Holiday{Key: "new-year", Rule: fixed, Valid: calendar.Always(), Kind: calendar.Local}), "two versions of holiday new-year"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := calendar.Compile(c.profile, calendar.YearSpan(2027))
			require.Error(t, err)
			assert.Contains(t, err.Error(), `calendar: profile "town": `)
			assert.Contains(t, err.Error(), c.want)
			assert.Equal(t, err, c.profile.Validate())
		})
	}
	assert.NoError(t, town().Validate())
}

func TestWeekMask(t *testing.T) {
	assert.Equal(t, "1111100", calendar.MondayToFriday.String())
	assert.Equal(t, 6, calendar.MondayToSaturday.Days())
	assert.Equal(t, calendar.AllWeek, calendar.Week(1, 2, 3, 4, 5, 6, 7))
	assert.Equal(t, "0100001", calendar.Week(calendar.Tuesday, calendar.Sunday).String())
	assert.Zero(t, calendar.Week(0, 8, 200))
	assert.False(t, calendar.AllWeek.Works(0))
	assert.False(t, calendar.AllWeek.Works(8))
	_, err := calendar.WeekMask(0).MarshalText()
	assert.Error(t, err)
}

// Validate finds two versions of a holiday among many holidays as among few.
func TestValidateManyHolidays(t *testing.T) {
	for _, n := range []int{3, 31, 32, 33, 400} {
		p := calendar.Profile{Key: "many", Week: calendar.MondayToFriday}
		for i := range n {
			p.Holidays = append(p.Holidays, calendar.Holiday{
				Key: "h" + strconv.Itoa(i), Rule: calendar.Fixed{Month: 1, Day: 1}, Valid: calendar.Span{Start: date("2020-01-01"), End: date("2020-12-31")}, Kind: calendar.Local,
			})
		}
		require.NoError(t, p.Validate(), n)
		again := p.Holidays[1]
		again.Valid = calendar.Span{Start: date("2021-01-01")}
		require.NoError(t, p.With(again).Validate(), n)
		again.Valid.Start = date("2020-12-31")
		require.ErrorContains(t, p.With(again).Validate(), "two versions of holiday h1 are valid at the same time", n)
	}
}
