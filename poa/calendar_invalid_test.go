package poa_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// The finding about an invalid calendar says in the reader's language what is wrong with
// it, and in which day.
func TestInvalidCalendarInWords(t *testing.T) {
	feast := calendar.Holiday{Key: "feria", Rule: calendar.Fixed{Month: 5, Day: 13}, Valid: calendar.Always(), Kind: calendar.Local}
	with := func(change func(*calendar.Holiday)) calendar.Profile {
		h := feast
		change(&h)
		return calendar.Profile{Key: "tonaya", Week: calendar.MondayToFriday, Holidays: []calendar.Holiday{h}}
	}
	seen := map[calendar.ProfileProblem]bool{}
	for _, test := range []struct {
		profile calendar.Profile
		problem calendar.ProfileProblem
		combine string
	}{
		{calendar.Profile{Key: "tonaya"}, calendar.ProblemNoWeek, ""},
		{calendar.Profile{Key: "tonaya", Week: calendar.AllWeek, Verified: calendar.Span{Start: today}}, calendar.ProblemVerified, ""},
		{with(func(h *calendar.Holiday) { h.Key = "" }), calendar.ProblemNoKey, ""},
		{with(func(h *calendar.Holiday) { h.Rule = nil }), calendar.ProblemNoRule, ""},
		{with(func(h *calendar.Holiday) { h.Rule = calendar.Fixed{Month: 2, Day: 30} }), calendar.ProblemRule, ""},
		{with(func(h *calendar.Holiday) { h.Kind = 0 }), calendar.ProblemNoKind, ""},
		{with(func(h *calendar.Holiday) { h.Effect = 99 }), calendar.ProblemNoEffect, ""},
		{with(func(h *calendar.Holiday) { h.Kind = calendar.Civic }), calendar.ProblemCommemoration, ""},
		{with(func(h *calendar.Holiday) { h.Valid = calendar.Span{} }), calendar.ProblemNoValidity, ""},
		{with(func(h *calendar.Holiday) { h.Valid.Start, h.Valid.End = today, today.AddDays(-1) }), calendar.ProblemValidity, ""},
		{with(func(*calendar.Holiday) {}).With(feast), calendar.ProblemTwoVersions, ""},
		{with(func(h *calendar.Holiday) { h.Effect = calendar.Work }), calendar.ProblemAdjusted, "jalisco + "},
	} {
		env := mexico.Env()
		env.Profiles = append(env.Profiles, test.profile)
		doc := town()
		doc.Calendar = test.combine + "tonaya"
		p, err := poa.New(env, doc)
		require.NoError(t, err)
		_, err = calendar.Compose(doc.Calendar, env.Profiles)
		if err == nil {
			_, err = calendar.Compile(test.profile, calendar.YearSpan(2027))
		}
		var invalid *calendar.ProfileError
		require.True(t, errors.As(err, &invalid), test.problem)
		assert.Equal(t, test.problem, invalid.Problem)
		seen[invalid.Problem] = true
		for _, l := range []string{"es-MX", "en"} {
			printer := lang.New(l, env)
			f := p.Check(today)[0]
			require.EqualValues(t, "plan.calendar-invalid", f.Code)
			text := printer.Finding(f)
			assert.Contains(t, text, printer.Enum(test.problem))
			assert.NotContains(t, text, "{")
			assert.Equal(t, invalid.Holiday != "", strings.Contains(text, "feria"), text)
			if l == "es-MX" {
				assert.NotContains(t, text, strings.TrimPrefix(err.Error(), "calendar: "))
			}
		}
	}
	for problem := calendar.ProfileProblem(1); problem.String() != ""; problem++ {
		assert.True(t, seen[problem], problem)
	}
}
