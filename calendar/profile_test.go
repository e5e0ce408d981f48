package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// town is a small profile: new year, 28 September, and a commemoration.
func town() calendar.Profile {
	return calendar.Profile{
		Key:  "town",
		Name: norm.Label{ES: "Pueblo", EN: "Town"},
		Week: calendar.MondayToFriday,
		Holidays: []calendar.Holiday{
			{Key: "new-year", Rule: calendar.Fixed{Month: 1, Day: 1}, Valid: calendar.Always(), Kind: calendar.Mandatory},
			{Key: "flag", Rule: calendar.Fixed{Month: 2, Day: 24}, Valid: calendar.Always(), Kind: calendar.Civic},
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

func TestMoved(t *testing.T) {
	from, to := date("2027-09-28"), date("2027-09-27")
	cal := compile(t, town().Moved(from, to, "Puente", "Circular 12/2027"), "2026-01-01/2028-12-31")
	assert.True(t, cal.IsBusinessDay(from))
	assert.False(t, cal.IsBusinessDay(to))
	assert.False(t, cal.IsBusinessDay(date("2026-09-28")), "other years stay")

	off := cal.Holidays(span("2027-09-01/2027-09-30"))
	require.Len(t, off, 1)
	assert.Equal(t, to, off[0].Date)
	assert.Equal(t, "servant", off[0].Holiday.Key)
	assert.Equal(t, "Servidor público", off[0].Holiday.Name.ES)
	assert.Equal(t, calendar.Employer, off[0].Holiday.Kind)
	assert.Equal(t, "Circular 12/2027", off[0].Holiday.Basis.Cite())
	assert.Equal(t, "Puente", off[0].Holiday.Basis.Note)
	assert.Equal(t, norm.Sourced, off[0].Status)

	e := cal.Explain(from)
	assert.True(t, e.BusinessDay)
	assert.Len(t, e.Occurrences, 1, "the rule still fires")
	require.Len(t, e.Changes, 1)
	assert.Equal(t, "Puente", e.Changes[0].Reason)
	assert.Len(t, cal.Explain(to).Changes, 1)
}

func TestGrantedAndCancelled(t *testing.T) {
	p := town().
		Granted(date("2027-12-24"), norm.Label{ES: "Nochebuena", EN: "Christmas Eve"}, "Costumbre", "Circular 20/2027").
		Granted(date("2027-12-31"), norm.Label{}, "Cierre", "Circular 20/2027").
		Cancelled(date("2027-01-01"), "Emergencia", "Acuerdo 1/2027")
	cal := compile(t, p, "2027-01-01/2027-12-31")
	assert.True(t, cal.IsBusinessDay(date("2027-01-01")))
	var names []string
	for _, o := range cal.Holidays(cal.Window()) {
		names = append(names, o.Date.String()+" "+o.Holiday.Key+" "+o.Holiday.Name.In("en"))
	}
	assert.Equal(t, []string{
		"2027-09-28 servant Public servant",
		"2027-12-24 employer-2027-12-24 Christmas Eve",
		"2027-12-31 employer-2027-12-31 Cierre",
	}, names)
}

// A day taken back on a weekend stays a weekend.
func TestCancelledOnWeekend(t *testing.T) {
	saturday := date("2028-01-01")
	cal := compile(t, town().Cancelled(saturday, "Prueba", "Oficio 1"), "2028-01-01/2028-12-31")
	assert.False(t, cal.IsBusinessDay(saturday))
	assert.Empty(t, cal.Holidays(calendar.Span{Start: saturday, End: saturday}))
	assert.True(t, cal.Explain(saturday).Weekend)
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

	// Two profiles made from one do not share what they add.
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

func TestProfilesRefuse(t *testing.T) {
	day, other := date("2027-09-28"), date("2027-09-27")
	holiday := func(h calendar.Holiday) calendar.Profile { return town().With(h) }
	fixed := calendar.Fixed{Month: 3, Day: 3}
	for name, c := range map[string]struct {
		profile calendar.Profile
		want    string
	}{
		"no week":                    {town().Working(0), "no day of the week is worked"},
		"holiday without key":        {holiday(calendar.Holiday{Rule: fixed, Valid: calendar.Always(), Kind: calendar.Local}), "has no key"},
		"holiday without rule":       {holiday(calendar.Holiday{Key: "x", Kind: calendar.Local}), "has no rule"},
		"holiday without kind":       {holiday(calendar.Holiday{Key: "x", Rule: fixed}), "has no kind"},
		"holiday of unknown kind":    {holiday(calendar.Holiday{Key: "x", Rule: fixed, Valid: calendar.Always(), Kind: 99}), "has no kind"},
		"validity reversed":          {holiday(calendar.Holiday{Key: "x", Rule: fixed, Kind: calendar.Local, Valid: calendar.Span{Start: day, End: other}}), "ends before it starts"},
		"two versions at once":       {holiday(calendar.Holiday{Key: "new-year", Rule: fixed, Valid: calendar.Always(), Kind: calendar.Local}), "two versions of holiday new-year"},
		"move without reason":        {town().Moved(day, other, "", "Circular 1"), "lacks its reason"},
		"move without document":      {town().Moved(day, other, "Puente", ""), "its document"},
		"move of a working day":      {town().Moved(other, day.AddDays(1), "Puente", "Circular 1"), "does not have"},
		"move of a commemoration":    {town().Moved(date("2027-02-24"), date("2027-02-22"), "Puente", "Circular 1"), "does not have"},
		"move to itself":             {town().Moved(day, day, "Puente", "Circular 1"), "to itself"},
		"move onto a day off":        {town().Moved(day, date("2027-01-01"), "Puente", "Circular 1"), "a day off already"},
		"move of nothing":            {town().Moved(calendar.Date{}, calendar.Date{}, "Puente", "Circular 1"), "names no day"},
		"moved twice":                {town().Moved(day, other, "a", "b").Moved(day, other.AddDays(-3), "a", "b"), "contradicts another"},
		"two days moved onto one":    {town().Moved(day, other, "a", "b").Moved(date("2028-09-28"), other, "a", "b"), "contradicts another"},
		"granted twice":              {town().Granted(other, norm.Label{}, "a", "b").Granted(other, norm.Label{}, "a", "b"), "contradicts another"},
		"cancelled and granted back": {town().Cancelled(day, "a", "b").Granted(day, norm.Label{}, "a", "b"), "a day off already"},
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

// A holiday that an employer does not observe is worked in every year, and Explain still
// tells of it.
func TestForgone(t *testing.T) {
	p := town().Forgone("servant", "Se labora", "Circular 4")
	cal := compile(t, p, "2027-01-01/2028-12-31")
	for _, year := range []int{2027, 2028, 2040} {
		d := calendar.MustDate(year, 9, 28)
		assert.Equal(t, d.Weekday() <= calendar.Friday, cal.IsBusinessDay(d), d)
		assert.Contains(t, cal.Explain(d).Reasons, calendar.ReasonCancelled)
		assert.Equal(t, "Circular 4", cal.Explain(d).Changes[0].Document)
	}
	assert.Equal(t, []calendar.Reason{calendar.ReasonDayOff}, cal.Explain(date("2027-01-01")).Reasons)
	for name, c := range map[string]struct {
		p    calendar.Profile
		want string
	}{
		"none":        {town().Forgone("mothers", "a", "b"), "does not have"},
		"civic":       {town().Forgone("flag", "a", "b"), "does not have"},
		"no document": {town().Forgone("servant", "a", ""), "lacks its reason or its document"},
		"twice":       {p.Forgone("servant", "a", "b"), "there twice"},
		"and a day":   {town().Changed(calendar.Change{Holiday: "servant", From: date("2027-09-28"), Reason: "a", Document: "b"}), "write two changes"},
		"and moved":   {p.Moved(date("2027-09-28"), date("2027-09-27"), "a", "b"), "does not have"},
	} {
		assert.ErrorContains(t, c.p.Validate(), c.want, name)
	}
}
