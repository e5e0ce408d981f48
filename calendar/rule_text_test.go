package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func TestParseRule(t *testing.T) {
	for text, want := range map[string]calendar.Rule{
		"01-01":                                 calendar.Fixed{Month: 1, Day: 1},
		"02-29":                                 calendar.Fixed{Month: 2, Day: 29},
		"Feb Mon1":                              calendar.NthWeekday{Month: 2, N: 1, Weekday: calendar.Monday},
		"May Sun-1":                             calendar.NthWeekday{Month: 5, N: -1, Weekday: calendar.Sunday},
		"Easter":                                calendar.FromEaster{},
		"Easter-3":                              calendar.FromEaster{Days: -3},
		"Easter+60":                             calendar.FromEaster{Days: 60},
		"12-01 (1994+6k)":                       calendar.Every{Years: 6, First: 1994, Rule: calendar.Fixed{Month: 12, Day: 1}},
		"Jun Mon2 (2024+1k)":                    calendar.Every{Years: 1, First: 2024, Rule: calendar.NthWeekday{Month: 6, N: 2, Weekday: calendar.Monday}},
		"05-11 5d":                              calendar.Lasting{Rule: calendar.Fixed{Month: 5, Day: 11}, Days: 5},
		"12-30 (2024+6k) 5d":                    calendar.Lasting{Rule: calendar.Every{Years: 6, First: 2024, Rule: calendar.Fixed{Month: 12, Day: 30}}, Days: 5},
		"2024-06-02, 2027-06-06 projected":      calendar.Listed{{Date: date("2024-06-02")}, {Date: date("2027-06-06"), Status: norm.Projected}},
		"2023-06-16":                            calendar.Dates(date("2023-06-16")),
		"2027-05-11/2027-05-15":                 calendar.EachDay{Span: span("2027-05-11/2027-05-15")},
		"2024-06-02, 2027-06-06 (2024+6k)":      calendar.Every{Years: 6, First: 2024, Rule: calendar.Dates(date("2024-06-02"), date("2027-06-06"))},
		"2024-06-02 from-memory, 2027-06-06 3d": calendar.Lasting{Days: 3, Rule: calendar.Listed{{Date: date("2024-06-02"), Status: norm.FromMemory}, {Date: date("2027-06-06")}}},
	} {
		got, err := calendar.ParseRule(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, got, text)
		assert.Equal(t, text, got.String())
	}
}

func TestParseRuleErrors(t *testing.T) {
	for _, text := range []string{
		"", " ", "1-1", "01-32", "02-30", "13-01", "00-10", "01-01 ", " 01-01", "01/01",
		"feb Mon1", "Feb mon1", "Feb Mon0", "Feb Mon6", "Feb Mon-6", "Feb Mon", "Feb  Mon1", "Feb Mon01", "Feb Mon+1", "Feb Mon11",
		"easter", "Easter-0", "Easter+0", "Easter 3", "Easter-03", "Easter-81", "Easter+251", "Easter+", "Easter--1",
		"01-01 (1994)", "01-01 (1994+0k)", "01-01 (+6k)", "01-01 (01994+6k)", "01-01 (1994+6)", "01-01(1994+6k)", "(1994+6k)", "01-01 (99999+6k)",
		"01-01 (1994+6k) (1994+2k)", "01-01 5d (1994+6k)",
		"01-01 1d", "01-01 0d", "01-01 05d", "01-01 301d", "01-01 d", "01-01 5d 5d", "2027-01-01/2027-01-02 3d",
		"2027-01-01,2027-01-02", "2027-01-02, 2027-01-01", "2027-01-01, 2027-01-01", "2027-01-01,", "2027-01-01, ", ", 2027-01-01", "2027-01-01 sure", "2027-02-29",
		"2027-01-02/2027-01-01", "2027-01-01/", "2020-01-01/2027-01-01", "01-01 where \"lft\" rests", "01-01\x00", "Mañana",
	} {
		r, err := calendar.ParseRule(text)
		assert.ErrorContains(t, err, "calendar: ", "%q", text)
		assert.Nil(t, r, "%q", text)
	}
	assert.Panics(t, func() { calendar.MustParseRule("never") })
}

// drawRule draws a valid rule.
func drawRule(t *rapid.T) calendar.Rule {
	for {
		var r calendar.Rule
		switch rapid.IntRange(0, 4).Draw(t, "kind") {
		case 0:
			r = calendar.Fixed{Month: rapid.Uint8Range(1, 12).Draw(t, "month"), Day: rapid.Uint8Range(1, 31).Draw(t, "day")}
		case 1:
			r = calendar.NthWeekday{Month: rapid.Uint8Range(1, 12).Draw(t, "month"), N: rapid.Int8Range(-5, 5).Draw(t, "n"), Weekday: calendar.Weekday(rapid.Uint8Range(1, 7).Draw(t, "weekday"))}
		case 2:
			r = calendar.FromEaster{Days: rapid.Int16Range(-80, 250).Draw(t, "days")}
		case 3:
			d, list := date("1990-01-01"), calendar.Listed{}
			for range rapid.IntRange(1, 5).Draw(t, "dates") {
				d = d.AddDays(rapid.IntRange(1, 900).Draw(t, "step"))
				list = append(list, calendar.Listing{Date: d, Status: norm.Status(rapid.IntRange(0, 4).Draw(t, "status"))})
			}
			r = list
		default:
			d := date("2020-01-01").AddDays(rapid.IntRange(0, 3000).Draw(t, "start"))
			r = calendar.EachDay{Span: calendar.Span{Start: d, End: d.AddDays(rapid.IntRange(0, 399).Draw(t, "days"))}}
		}
		if rapid.Bool().Draw(t, "every") {
			r = calendar.Every{Rule: r, Years: rapid.Uint16Range(1, 12).Draw(t, "years"), First: rapid.Uint16Range(1, 9999).Draw(t, "first")}
		}
		if rapid.Bool().Draw(t, "lasting") {
			r = calendar.Lasting{Rule: r, Days: rapid.Uint16Range(2, 300).Draw(t, "run")}
		}
		if r.Validate() == nil {
			return r
		}
	}
}

func TestRuleTextRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRule(t)
		back, err := calendar.ParseRule(r.String())
		require.NoError(t, err, "%q", r)
		require.Equal(t, r, back)
	})
}

// The model adds each day of each run to a set.
func TestLastingAgainstNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		inner := rapid.Custom(drawRule).Filter(func(r calendar.Rule) bool {
			switch r.(type) {
			case calendar.Lasting, calendar.EachDay:
				return false
			}
			return true
		}).Draw(t, "rule")
		run := calendar.Lasting{Rule: inner, Days: rapid.Uint16Range(2, 300).Draw(t, "days")}
		require.NoError(t, run.Validate())
		year := rapid.IntRange(1995, 2035).Draw(t, "year")
		in := map[calendar.Date]bool{}
		for y := year - 1; y <= year; y++ {
			begins, err := calendar.DaysOf(inner, y)
			require.NoError(t, err)
			for _, d := range begins {
				for n := range int(run.Days) {
					in[d.AddDays(n)] = true
				}
			}
		}
		got, err := calendar.DaysOf(run, year)
		require.NoError(t, err)
		i := 0
		for d := calendar.YearSpan(year).Start; d.Year() == year; d = d.AddDays(1) {
			if in[d] {
				require.Less(t, i, len(got), "%v: %s lacks %v", year, run, d)
				require.Equal(t, d, got[i], "%s", run)
				i++
			}
		}
		require.Len(t, got, i)
	})
}

func TestDaysOf(t *testing.T) {
	days, err := calendar.DaysOf(calendar.MustParseRule("Easter-3"), 2026)
	require.NoError(t, err)
	assert.Equal(t, []calendar.Date{date("2026-04-02")}, days)
	_, err = calendar.DaysOf(nil, 2026)
	assert.ErrorContains(t, err, "calendar: ")
	_, err = calendar.DaysOf(calendar.Fixed{}, 2026)
	assert.ErrorContains(t, err, "calendar: ")
	for _, year := range []int{0, -1, 10000} {
		days, err = calendar.DaysOf(calendar.Fixed{Month: 1, Day: 1}, year)
		assert.NoError(t, err)
		assert.Empty(t, days)
	}
}

// The text of an invalid rule is rejected with the error of its Validate method.
func TestParseRuleValidates(t *testing.T) {
	for text, want := range map[string]string{
		"2027-05-15/2027-05-11":           "the span 2027-05-15/2027-05-11 ends before it starts: exchange its dates",
		"2027-05-15/2027-05-11 (2024+6k)": "the span 2027-05-15/2027-05-11 ends before it starts: exchange its dates",
		"2027-01-01/2028-12-31":           "use at most 400, both ends counted",
		"2027-05-15/2027-05-32":           "is not a rule",
		"2027-05-15/":                     "is not a rule",
		"2027-05-11/2027-05-12/":          "is not a rule",
		"02-30":                           "use 1 to 29",
		"Feb Mon0":                        "use 1 to 5",
	} {
		r, err := calendar.ParseRule(text)
		assert.Nil(t, r)
		assert.ErrorContains(t, err, want, text)
	}
}
