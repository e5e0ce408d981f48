package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// ruleProfile returns a profile that works every day except those of one rule.
func ruleProfile(rule calendar.Rule) calendar.Profile {
	return calendar.Profile{
		Key:      "test",
		Week:     calendar.AllWeek,
		Holidays: []calendar.Holiday{{Key: "day", Rule: rule, Valid: calendar.Always(), Kind: calendar.Local}},
	}
}

// ruleDates returns the days of a rule in a window, as text.
func ruleDates(t *testing.T, rule calendar.Rule, window string) []string {
	t.Helper()
	cal, err := calendar.Compile(ruleProfile(rule), span(window))
	require.NoError(t, err)
	days := []string{}
	for _, o := range cal.Holidays(cal.Window()) {
		days = append(days, o.Date.String())
	}
	return days
}

func TestRules(t *testing.T) {
	for _, c := range []struct {
		name   string
		rule   calendar.Rule
		window string
		want   []string
	}{
		{"fixed", calendar.Fixed{Month: 5, Day: 1}, "2026-05-02/2028-05-01", []string{"2027-05-01", "2028-05-01"}},
		{"29 February", calendar.Fixed{Month: 2, Day: 29}, "2027-01-01/2032-12-31", []string{"2028-02-29", "2032-02-29"}},
		{"first Monday of February", calendar.NthWeekday{Month: 2, N: 1, Weekday: calendar.Monday}, "2026-01-01/2028-12-31", []string{"2026-02-02", "2027-02-01", "2028-02-07"}},
		{"third Monday of March", calendar.NthWeekday{Month: 3, N: 3, Weekday: calendar.Monday}, "2027-01-01/2028-12-31", []string{"2027-03-15", "2028-03-20"}},
		{"last Friday of April", calendar.NthWeekday{Month: 4, N: -1, Weekday: calendar.Friday}, "2027-01-01/2028-12-31", []string{"2027-04-30", "2028-04-28"}},
		{"second Sunday from the end of December", calendar.NthWeekday{Month: 12, N: -2, Weekday: calendar.Sunday}, "2027-01-01/2027-12-31", []string{"2027-12-19"}},
		{"fifth Tuesday, if there is one", calendar.NthWeekday{Month: 2, N: 5, Weekday: calendar.Tuesday}, "2027-01-01/2056-12-31", []string{"2028-02-29", "2056-02-29"}},
		{"fifth Tuesday from the end", calendar.NthWeekday{Month: 2, N: -5, Weekday: calendar.Tuesday}, "2027-01-01/2030-12-31", []string{"2028-02-01"}},
		{"Holy Thursday", calendar.FromEaster{Days: -3}, "2026-01-01/2027-12-31", []string{"2026-04-02", "2027-03-25"}},
		{"every six years", calendar.Every{Years: 6, First: 2024, Rule: calendar.Fixed{Month: 10, Day: 1}}, "2010-01-01/2036-12-31", []string{"2012-10-01", "2018-10-01", "2024-10-01", "2030-10-01", "2036-10-01"}},
		{"listed", calendar.Dates(date("2026-12-31"), date("2027-01-01"), date("2027-07-01"), date("2029-01-01")), "2027-01-01/2028-12-31", []string{"2027-01-01", "2027-07-01"}},
		{"each day over new year", calendar.EachDay{Span: span("2027-12-30/2028-01-02")}, "2027-01-01/2028-12-31", []string{"2027-12-30", "2027-12-31", "2028-01-01", "2028-01-02"}},
		{"each day cut by the window", calendar.EachDay{Span: span("2027-12-30/2028-01-02")}, "2028-01-02/2028-12-31", []string{"2028-01-02"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.NoError(t, c.rule.Validate())
			assert.Equal(t, c.rule, calendar.MustParseRule(c.rule.String()))
			assert.Equal(t, c.want, ruleDates(t, c.rule, c.window))
		})
	}
}

func TestRuleErrors(t *testing.T) {
	for name, rule := range map[string]calendar.Rule{
		"no month":            calendar.Fixed{Month: 13, Day: 1},
		"no day":              calendar.Fixed{Month: 2, Day: 30},
		"zero":                calendar.Fixed{},
		"sixth Monday":        calendar.NthWeekday{Month: 1, N: 6, Weekday: calendar.Monday},
		"zeroth Monday":       calendar.NthWeekday{Month: 1, Weekday: calendar.Monday},
		"no weekday":          calendar.NthWeekday{Month: 1, N: 1},
		"weekday 8":           calendar.NthWeekday{Month: 1, N: 1, Weekday: 8},
		"far from Easter":     calendar.FromEaster{Days: 300},
		"no cycle":            calendar.Every{Rule: calendar.Fixed{Month: 1, Day: 1}},
		"cycle of nothing":    calendar.Every{Years: 6},
		"cycle of a bad rule": calendar.Every{Years: 6, Rule: calendar.Fixed{}},
		"empty list":          calendar.Listed{},
		"missing date":        calendar.Dates(calendar.Date{}),
		"descending list":     calendar.Dates(date("2027-01-02"), date("2027-01-01")),
		"date twice":          calendar.Dates(date("2027-01-02"), date("2027-01-02")),
		"reversed days":       calendar.EachDay{Span: calendar.Span{Start: date("2027-01-02"), End: date("2027-01-01")}},
		"half a span":         calendar.EachDay{Span: calendar.Span{Start: date("2027-01-02")}},
		"two years of feast":  calendar.EachDay{Span: span("2027-01-01/2028-12-31")},
	} {
		t.Run(name, func(t *testing.T) {
			assert.ErrorContains(t, rule.Validate(), "calendar: ")
			_, err := calendar.Compile(ruleProfile(rule), calendar.YearSpan(2027))
			assert.ErrorContains(t, err, `calendar: profile "test": holiday day: `)
		})
	}
}

// The status of a listed date overrides that of the basis.
func TestListingStatus(t *testing.T) {
	p := ruleProfile(calendar.Listed{{Date: date("2027-06-06"), Status: norm.Projected}, {Date: date("2027-07-01")}})
	p.Holidays[0].Basis.Status = norm.Sourced
	cal, err := calendar.Compile(p, calendar.YearSpan(2027))
	require.NoError(t, err)
	off := cal.Holidays(cal.Window())
	require.Len(t, off, 2)
	assert.Equal(t, norm.Projected, off[0].Status)
	assert.Equal(t, norm.Sourced, off[1].Status)
}

// The dates of Easter are from the table of the United States Census Bureau. They
// include the earliest and the latest possible.
func TestEaster(t *testing.T) {
	for _, want := range []string{
		"1583-04-10", "1598-03-22", "1693-03-22", "1734-04-25", "1761-03-22", "1818-03-22", "1886-04-25", "1900-04-15",
		"1943-04-25", "1954-04-18", "1961-04-02", "1970-03-29", "1981-04-19", "1999-04-04", "2000-04-23", "2006-04-16",
		"2008-03-23", "2010-04-04", "2011-04-24", "2016-03-27", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
		"2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28", "2285-03-22",
	} {
		assert.Equal(t, want, calendar.Easter(date(want).Year()).String())
	}
	assert.True(t, calendar.Easter(0).IsZero())
	assert.True(t, calendar.Easter(10000).IsZero())
}

// The independent algorithm is that of Gauss as corrected by Lichtenberg: the Sunday
// after the ecclesiastical full moon.
func TestEasterAgainstGauss(t *testing.T) {
	for year := 1583; year <= 9999; year++ {
		k := year / 100
		m := 15 + (3*k+3)/4 - (8*k+13)/25
		s := 2 - (3*k+3)/4
		a := year % 19
		d := (19*a + m) % 30
		r := (d + a/11) / 29
		og := 21 + d - r
		sz := 7 - (year+year/4+s)%7
		oe := 7 - (og-sz)%7
		want := calendar.MustDate(year, 3, 1).AddDays(og + oe - 1)
		if got := calendar.Easter(year); got != want {
			t.Fatalf("Easter(%d) = %v, want %v", year, got, want)
		}
	}
}

// Other types that implement Rule are rejected before any of their methods is called.
func TestRulesAreValues(t *testing.T) {
	fixed, each := calendar.Fixed{Month: 1, Day: 1}, calendar.EachDay{Span: span("2027-05-11/2027-05-15")}
	list := calendar.Dates(date("2027-05-11"))
	foreign := struct{ calendar.Rule }{}
	for _, r := range []calendar.Rule{
		nil, &fixed, &each, &list, (*calendar.Fixed)(nil), (*calendar.NthWeekday)(nil), (*calendar.FromEaster)(nil), (*calendar.Every)(nil),
		(*calendar.Listed)(nil), (*calendar.EachDay)(nil), (*calendar.Lasting)(nil), foreign, &foreign,
	} {
		for _, rule := range []calendar.Rule{r, calendar.Lasting{Rule: r, Days: 5}, calendar.Every{Rule: r, Years: 6, First: 2024}} {
			_, err := calendar.DaysOf(rule, 2027)
			assert.ErrorContains(t, err, "calendar: ", "%T", rule)
			h := calendar.Holiday{Key: "x", Rule: rule, Kind: calendar.Local}
			err = h.Validate()
			assert.ErrorContains(t, err, "calendar: holiday x", "%T", rule)
			if r != nil {
				assert.ErrorContains(t, err, "not a pointer", "%T", rule)
			}
			_, err = calendar.Compile(ruleProfile(rule), calendar.YearSpan(2027))
			assert.Error(t, err, "%T", rule)
		}
	}
	assert.Error(t, calendar.Lasting{Rule: &fixed, Days: 5}.Validate())
	assert.Error(t, calendar.Every{Rule: &fixed, Years: 6, First: 2024}.Validate())
	assert.Empty(t, calendar.Every{Rule: foreign, Years: 6, First: 2024}.String())
}

func TestRuleErrorMessages(t *testing.T) {
	for _, c := range []struct {
		rule calendar.Rule
		want string
	}{
		{calendar.Fixed{Month: 2, Day: 30}, "no year has the day 30 of month 2: use 1 to 29"},
		{calendar.Fixed{Month: 4}, "no year has the day 0 of month 4: use 1 to 30"},
		{calendar.Fixed{Month: 13, Day: 1}, "there is no month 13: use 1 to 12"},
		{calendar.NthWeekday{Month: 2, Weekday: calendar.Monday}, "no month has a monday number 0: use 1 to 5, or -1 to -5 from the end"},
		{calendar.NthWeekday{Month: 0, Weekday: calendar.Monday, N: 1}, "there is no month 0: use 1 to 12"},
		{calendar.NthWeekday{Month: 2, Weekday: 8, N: 1}, "there is no weekday 8: use Monday (1) to Sunday (7)"},
		{calendar.EachDay{Span: span("2027-01-01/2028-03-01")}, "has 426 days: use at most 400, both ends counted"},
		{calendar.EachDay{Span: calendar.Span{Start: date("2027-01-01")}}, "a span needs both its dates"},
		{calendar.EachDay{Span: calendar.Span{Start: date("2027-05-15"), End: date("2027-05-11")}}, "the span 2027-05-15/2027-05-11 ends before it starts: exchange its dates"},
	} {
		assert.ErrorContains(t, c.rule.Validate(), "calendar: ")
		assert.ErrorContains(t, c.rule.Validate(), c.want)
	}
}
