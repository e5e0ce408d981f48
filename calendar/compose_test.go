package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// drawProfile draws a profile with rules and changes.
func drawProfile(t *rapid.T, key string) calendar.Profile {
	p := calendar.Profile{Key: key, Week: calendar.WeekMask(rapid.IntRange(1, 127).Draw(t, key+" week") << 1)}
	for i := range rapid.IntRange(0, 6).Draw(t, key+" rules") {
		p = p.With(calendar.Holiday{
			Key: string(rune('a' + i)), Rule: drawRule(t), Kind: calendar.HolidayKind(rapid.IntRange(1, 7).Draw(t, "kind")),
			Valid: calendar.Span{Start: date("2019-03-01"), End: date("2031-03-01")},
			Basis: norm.Basis{Law: key, Status: norm.Sourced}, Half: i%3 == 2,
		})
		if p.Validate() != nil { // a half day that is a commemoration
			p.Holidays = p.Holidays[:i]
			return p
		}
	}
	for range rapid.IntRange(0, 3).Draw(t, key+" changes") {
		at := func(name string) calendar.Date {
			return date("2024-01-01").AddDays(rapid.IntRange(0, 1200).Draw(t, name))
		}
		var c calendar.Change
		if rapid.Bool().Draw(t, "from") {
			c.From = at("from day")
		} else {
			c.To = at("to day")
		}
		c.Reason, c.Document = "a", "b"
		if q := p.Changed(c); q.Validate() == nil {
			p = q
		}
	}
	return p
}

func TestCompositionAgainstSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := drawProfile(t, "a"), drawProfile(t, "b"), drawProfile(t, "c")
		window := span("2023-06-01/2027-12-31")
		tables := func(p calendar.Profile, err error) *calendar.Calendar {
			if err != nil {
				return nil
			}
			cal, err := calendar.Compile(p, window)
			if err != nil {
				require.ErrorIs(t, err, calendar.ErrNoBusinessDay)
				return nil
			}
			return cal
		}
		ca, cb, cc := tables(a, nil), tables(b, nil), tables(c, nil)
		if ca == nil || cb == nil || cc == nil {
			t.Skip("a part that never works")
		}
		union, uerr := calendar.Union("u", a, b, c)
		require.Equal(t, a.Week&b.Week&c.Week == 0, uerr != nil, "%v", uerr)
		meet, err := calendar.Intersection("i", a, b, c)
		require.NoError(t, err)
		minus, err := calendar.Minus("m", a, b)
		require.NoError(t, err)
		u, i, m := tables(union, uerr), tables(meet, nil), tables(minus, nil)
		require.NotNil(t, i)
		always := tables(b.Working(calendar.AllWeek), nil)
		require.NotNil(t, always)
		inPart := func(cal *calendar.Calendar, d calendar.Date) bool { return !cal.IsBusinessDay(d) || cal.IsHalfDay(d) }
		off := func(cal *calendar.Calendar, d calendar.Date) bool {
			return len(cal.Holidays(calendar.Span{Start: d, End: d})) > 0
		}
		for d := window.Start; window.Contains(d); d = d.AddDays(1) {
			wa, wb, wc := ca.IsBusinessDay(d), cb.IsBusinessDay(d), cc.IsBusinessDay(d)
			if u != nil && u.IsBusinessDay(d) != (wa && wb && wc) {
				t.Fatalf("union: IsBusinessDay(%v) = %v of %v %v %v", d, u.IsBusinessDay(d), wa, wb, wc)
			}
			if i.IsBusinessDay(d) != (wa || wb || wc) {
				t.Fatalf("intersection: IsBusinessDay(%v) = %v of %v %v %v", d, i.IsBusinessDay(d), wa, wb, wc)
			}
			if m != nil && off(m, d) != (off(ca, d) && !off(cb, d)) {
				t.Fatalf("minus: %v off is %v of %v %v", d, off(m, d), off(ca, d), off(cb, d))
			}
			if want := (wa || wb || wc) && inPart(ca, d) && inPart(cb, d) && inPart(cc, d); i.IsHalfDay(d) != want {
				t.Fatalf("intersection: IsHalfDay(%v) = %v", d, !want)
			}
			if m != nil && m.IsHalfDay(d) != (ca.IsHalfDay(d) && !inPart(always, d)) {
				t.Fatalf("minus: IsHalfDay(%v) = %v", d, m.IsHalfDay(d))
			}
		}
	})
}

func TestUnionKeepsTheLaws(t *testing.T) {
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
	assert.Equal(t, "2025-01-01/2030-12-31", p.Verified.String(), "where both were verified")
	cal := compile(t, p, "2027-01-01/2027-12-31")
	e := cal.Explain(date("2027-01-01"))
	require.Len(t, e.Occurrences, 2, "both laws fire")
	assert.Equal(t, "new-year", e.Occurrences[0].Holiday.Key)
	assert.Equal(t, "servants.new-year", e.Occurrences[1].Holiday.Key)
	assert.Equal(t, "Ley estatal art. 38", e.Occurrences[1].Holiday.Basis.Cite())

	twice, err := calendar.Union("town", town(), town())
	require.NoError(t, err)
	assert.Equal(t, town().Holidays, twice.Holidays, "the same rule is there once")

	gift, err := calendar.Minus("gift", town(), servants)
	require.NoError(t, err)
	cal = compile(t, gift, "2027-01-01/2027-12-31")
	off := cal.Holidays(cal.Window())
	require.Len(t, off, 1)
	assert.Equal(t, "servant", off[0].Holiday.Key)
	assert.Equal(t, calendar.RuleRestricted, off[0].Holiday.Rule.Kind())
	assert.Equal(t, `09-28 where "servants" works`, off[0].Holiday.Rule.String())
}

func TestCompositionRefuses(t *testing.T) {
	for _, compose := range []func(...calendar.Profile) error{
		func(p ...calendar.Profile) error { _, err := calendar.Union("x", p...); return err },
		func(p ...calendar.Profile) error { _, err := calendar.Intersection("x", p...); return err },
	} {
		assert.ErrorContains(t, compose(), "calendar: no profiles to compose")
		assert.ErrorContains(t, compose(town(), calendar.Profile{Key: "bad"}), `profile "bad"`)
		assert.ErrorContains(t, compose(town().Opened(date("2027-03-06"), "a", "b")), "open the day afterwards")
	}
	_, err := calendar.Minus("x", town(), calendar.Profile{Key: "bad"})
	assert.ErrorContains(t, err, `profile "bad"`)
	_, err = calendar.Union("x", town().Working(calendar.Week(calendar.Monday)), town().Working(calendar.Week(calendar.Tuesday)))
	assert.ErrorContains(t, err, "no day of the week is worked")
}
