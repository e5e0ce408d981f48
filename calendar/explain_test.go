package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func reasons(e calendar.Explanation) (keys []string) {
	for _, r := range e.Reasons {
		keys = append(keys, r.String())
	}
	return keys
}

func TestExplainReasons(t *testing.T) {
	eve := calendar.Holiday{Key: "eve", Rule: calendar.Fixed{Month: 12, Day: 24}, Valid: calendar.Always(), Kind: calendar.Employer, Effect: calendar.HalfDay}
	none := calendar.Date{}
	p := town().With(eve).With(moved("2027-09-28", "2027-09-27")...).With(
		on("closed", "2027-12-31", calendar.Rest, none),
		on("cancelled", "2027-01-01", calendar.Work, none),
		on("swap", "2027-03-06", calendar.Open, date("2027-03-08")),
		on("swap", "2027-03-08", calendar.Rest, date("2027-03-06")),
		on("guard", "2028-01-01", calendar.Open, none),
	)
	waived := town().With(moved("2027-01-01", "2027-01-04")...)
	waived.Holidays[2].Effect, waived.Holidays[2].Waiver = calendar.Observance, norm.Basis{Law: "Circular 4"}
	cal := compile(t, p, "2026-01-01/2028-12-31")
	for _, c := range []struct {
		day    string
		worked bool
		want   []string
	}{
		{"2027-03-03", true, []string{"ordinary"}},
		{"2027-02-24", true, []string{"ordinary"}}, // a commemoration
		{"2027-03-07", false, []string{"weekend"}},
		{"2026-01-01", false, []string{"day-off"}},
		{"2026-09-28", false, []string{"day-off"}},
		{"2027-09-28", true, []string{"moved-away"}},
		{"2027-09-27", false, []string{"moved-here"}},
		{"2027-12-31", false, []string{"day-off"}},
		{"2027-01-01", true, []string{"cancelled"}},
		{"2027-03-06", true, []string{"opened", "weekend"}},
		{"2027-03-08", false, []string{"moved-here"}},
		{"2028-01-01", true, []string{"cancelled", "opened", "weekend"}},
		{"2022-01-01", false, []string{"weekend", "day-off"}}, // outside the window
		{"2027-12-24", true, []string{"half-day"}},
		{"2028-12-24", false, []string{"weekend"}}, // a half day on a Sunday
	} {
		e := cal.Explain(date(c.day))
		assert.Equal(t, c.worked, e.BusinessDay, c.day)
		assert.Equal(t, c.worked, cal.IsBusinessDay(date(c.day)), c.day)
		assert.Equal(t, c.want, reasons(e), c.day)
	}
	cal = compile(t, waived, "2027-01-01/2028-12-31")
	assert.Equal(t, []string{"cancelled"}, reasons(cal.Explain(date("2027-09-28"))))
	assert.True(t, cal.IsBusinessDay(date("2027-09-28")))
	assert.Equal(t, "Circular 4", cal.Explain(date("2028-09-28")).Occurrences[0].Holiday.Waiver.Cite())
}

func TestHalfDays(t *testing.T) {
	p := town().With(
		calendar.Holiday{Key: "eve", Rule: calendar.Fixed{Month: 12, Day: 24}, Valid: calendar.Always(), Kind: calendar.Employer, Effect: calendar.HalfDay},
		calendar.Holiday{Key: "other", Rule: calendar.Fixed{Month: 12, Day: 24}, Valid: calendar.Always(), Kind: calendar.Employer, Effect: calendar.HalfDay},
		calendar.Holiday{Key: "new-year-too", Rule: calendar.Fixed{Month: 1, Day: 1}, Valid: calendar.Always(), Kind: calendar.Employer, Effect: calendar.HalfDay},
	)
	cal := compile(t, p, "2026-01-01/2028-12-31")
	plain := compile(t, town(), "2026-01-01/2028-12-31")
	assert.Equal(t, plain.CountBusinessDays(cal.Window()), cal.CountBusinessDays(cal.Window()), "a half day is a business day")
	assert.Equal(t, len(plain.Holidays(cal.Window())), len(cal.Holidays(cal.Window())))
	assert.True(t, cal.IsHalfDay(date("2027-12-24")))
	assert.False(t, cal.IsHalfDay(date("2028-12-24")), "a Sunday")
	assert.False(t, cal.IsHalfDay(date("2027-01-01")), "a day off")
	assert.True(t, cal.IsHalfDay(date("2029-12-24")), "outside the window")
	assert.False(t, cal.IsHalfDay(calendar.Date{}))
	assert.Equal(t, 2, cal.CountHalfDays(cal.Window()))
	assert.Equal(t, 0, plain.CountHalfDays(cal.Window()))
	far := span("1900-01-01/2099-12-31")
	n := 0
	for d := far.Start; far.Contains(d); d = d.AddDays(1) {
		if d.Month() == 12 && d.Day() == 24 && calendar.MondayToFriday.Works(d.Weekday()) {
			n++
		}
	}
	assert.Equal(t, n, cal.CountHalfDays(far))

	p.Holidays[len(p.Holidays)-1].Kind = calendar.Civic
	assert.ErrorContains(t, p.Validate(), "commemoration")
}

func TestOpenedDays(t *testing.T) {
	saturday := date("2027-03-06")
	p := town().With(on("a", saturday.String(), calendar.Open, calendar.Date{}), on("b", saturday.AddDays(700).String(), calendar.Open, calendar.Date{}))
	cal := compile(t, p, "2027-01-01/2028-12-31")
	plain := compile(t, town(), "2027-01-01/2028-12-31")
	assert.Equal(t, plain.CountBusinessDays(cal.Window())+1, cal.CountBusinessDays(cal.Window()))
	after, err := cal.AddBusinessDays(saturday.AddDays(-1), 1)
	require.NoError(t, err)
	assert.Equal(t, saturday, after)
	assert.True(t, cal.IsBusinessDay(saturday.AddDays(700)), "outside the window")
	assert.Empty(t, cal.Holidays(calendar.Span{Start: saturday, End: saturday}))

	// A window whose only business day is the opened day.
	one := compile(t, p, "2027-03-06/2027-03-07")
	assert.Equal(t, 1, one.CountBusinessDays(one.Window()))
	every := compile(t, p.Working(calendar.Week(calendar.Monday)), "2027-01-01/2027-12-31")
	assert.Equal(t, 53, every.CountBusinessDays(every.Window()))
}

func TestVouch(t *testing.T) {
	p := town().With(
		calendar.Holiday{Key: "vote", Rule: calendar.MustParseRule("2027-06-06, 2027-06-07 projected, 2027-06-08 disputed"), Kind: calendar.Electoral, Basis: norm.Basis{Status: norm.Sourced}},
		calendar.Holiday{Key: "too", Rule: calendar.MustParseRule("2027-06-08"), Kind: calendar.Electoral, Basis: norm.Basis{Status: norm.Sourced}},
		calendar.Holiday{Key: "eve", Rule: calendar.MustParseRule("2027-12-24 from-memory"), Kind: calendar.Employer, Effect: calendar.HalfDay},
	)
	for i := range p.Holidays {
		if p.Holidays[i].Basis.Status == 0 {
			p.Holidays[i].Basis.Status = norm.Sourced
		}
	}
	cal := compile(t, p, "2010-01-01/2040-12-31") // verified from 2020 to 2030
	assert.NoError(t, cal.Vouch(span("2020-01-01/2030-12-31")))
	for _, s := range []string{"2019-12-31/2020-01-01", "2030-01-01/2031-01-01", "2031-01-01/2031-01-01"} {
		err := cal.Vouch(span(s))
		assert.ErrorIs(t, err, calendar.ErrUnverified, s)
		assert.ErrorContains(t, err, "2020-01-01/2030-12-31", s)
	}
	err := cal.Vouch(calendar.Span{Start: date("2027-01-02"), End: date("2027-01-01")})
	assert.Error(t, err)
	assert.NotErrorIs(t, err, calendar.ErrUnverified)
	p.Verified = calendar.Span{}
	assert.ErrorIs(t, compile(t, p, "2027-01-01/2027-12-31").Vouch(calendar.YearSpan(2027)), calendar.ErrUnverified)
	p.Verified = calendar.Span{Start: date("2027-01-02")}
	assert.ErrorContains(t, p.Validate(), "verified span")

	assert.True(t, cal.Explain(date("2027-01-01")).Verified)
	assert.False(t, cal.Explain(date("2031-01-01")).Verified)
	assert.True(t, cal.Holidays(calendar.YearSpan(2030))[0].Verified)
	assert.False(t, cal.Holidays(calendar.YearSpan(2031))[0].Verified)

	var doubts []string
	for _, o := range cal.Doubts(calendar.YearSpan(2027)) {
		doubts = append(doubts, o.Date.String()+" "+o.Status.String())
	}
	assert.Equal(t, []string{"2027-06-07 projected", "2027-12-24 from-memory"}, doubts)
	assert.Empty(t, cal.Doubts(calendar.YearSpan(2028)))
	assert.Empty(t, cal.Doubts(calendar.Span{}))
}
