package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
)

func localProfile(key string, days ...string) calendar.Profile {
	p := calendar.Profile{Key: key, Week: calendar.MondayToFriday}
	for i := 0; i < len(days); i += 2 {
		p = p.With(calendar.Holiday{Key: days[i], Rule: calendar.MustParseRule(days[i+1]), Valid: calendar.Always(), Kind: calendar.Local})
	}
	return p
}

func half(p calendar.Profile, key, day string) calendar.Profile {
	return p.With(calendar.Holiday{Key: key, Rule: calendar.MustParseRule(day), Valid: calendar.Always(), Kind: calendar.Employer, Effect: calendar.HalfDay})
}

func keys(p calendar.Profile) (list []string) {
	for _, h := range p.Holidays {
		list = append(list, h.Key)
	}
	return list
}

// daysOff returns the days off of a profile in 2027, one for each occurrence, and then
// its half days.
func daysOff(t *testing.T, p calendar.Profile) (list []string) {
	t.Helper()
	cal := compile(t, p, "2027-01-01/2027-12-31")
	for _, o := range cal.Holidays(cal.Window()) {
		list = append(list, o.Date.String())
	}
	for d := range cal.BusinessDays(cal.Window()) {
		if cal.IsHalfDay(d) {
			list = append(list, "half "+d.String())
		}
	}
	return list
}

func TestUnionKeys(t *testing.T) {
	u, err := calendar.Union("u", localProfile("p", "x", "01-04"), localProfile("p", "x", "01-05", "p.x", "01-06"))
	require.NoError(t, err)
	assert.Equal(t, []string{"x", "p.p.x", "p.x"}, keys(u))
	u, err = calendar.Union("u", localProfile("p", "x", "01-04", "p.x", "01-07"), localProfile("p", "x", "01-05", "p.x", "01-06", "p.p.x", "01-08"))
	require.NoError(t, err)
	assert.Len(t, daysOff(t, u), 5)

	// The versions of a holiday get the same key, even if the other profile has one of them.
	versions := func(key string, from string) calendar.Profile {
		p := localProfile(key, "x", "01-04", "x", from)
		p.Holidays[0].Valid.End = date("2026-12-31")
		p.Holidays[1].Valid.Start = date("2027-01-01")
		return p
	}
	u, err = calendar.Union("u", versions("a", "01-05"), versions("b", "01-06"))
	require.NoError(t, err)
	assert.Equal(t, []string{"x", "x", "b.x"}, keys(u), "the common version is included once")
	other := versions("b", "01-06")
	other.Holidays[0].Rule = calendar.MustParseRule("01-07")
	u, err = calendar.Union("u", versions("a", "01-05"), other)
	require.NoError(t, err)
	assert.Equal(t, []string{"x", "x", "b.x", "b.x"}, keys(u))
}

// A rule whose key was prefixed by an earlier Union is recognized as the same rule.
func TestUnionSkipsPrefixedDuplicates(t *testing.T) {
	profiles := []calendar.Profile{localProfile("lft", "x", "01-04"), localProfile("banks", "x", "01-05", "y", "01-06")}
	for _, text := range []string{"lft + banks + banks", "lft + banks + lft", "banks + lft + banks + lft"} {
		p, err := calendar.Compose(text, profiles)
		require.NoError(t, err)
		assert.Len(t, daysOff(t, p), 3, text)
	}
	both, err := calendar.Union("both", profiles...)
	require.NoError(t, err)
	turned, err := calendar.Union("turned", profiles[1], both)
	require.NoError(t, err)
	assert.Len(t, daysOff(t, turned), 3)
}

func TestUnionWithItself(t *testing.T) {
	p := half(localProfile("p", "x", "01-04", "feast", "05-11 3d", "votes", "2027-06-06"), "eve", "12-24")
	want := daysOff(t, p)
	require.Len(t, want, 6)
	for n := 1; n <= 3; n++ {
		same := make([]calendar.Profile, n)
		for i := range same {
			same[i] = p
		}
		u, err := calendar.Union("u", same...)
		require.NoError(t, err)
		assert.Equal(t, want, daysOff(t, u), "union of %d", n)
		u, err = calendar.Union("u", u, u)
		require.NoError(t, err)
		assert.Equal(t, want, daysOff(t, u), "union of the union with itself")
	}
}

func TestHalfDaysOfUnion(t *testing.T) {
	a := half(localProfile("a", "x", "01-04"), "eve", "12-24")
	for name, c := range map[string]struct {
		other calendar.Profile
		want  []string
	}{
		"the other has a business day": {localProfile("c", "x", "01-04"), []string{"2027-01-04", "half 2027-12-24"}},
		"the other has a day off":      {localProfile("b", "eve", "12-24", "x", "01-04"), []string{"2027-01-04", "2027-12-24"}},
	} {
		p, err := calendar.Union("u", a, c.other)
		require.NoError(t, err)
		assert.Equal(t, c.want, daysOff(t, p), name)
	}
}
