package calendar_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// manyDays returns a profile with n holidays whose keys and rules those of other laws share.
func manyDays(law string, n int) calendar.Profile {
	p := calendar.Profile{Key: law, Week: calendar.MondayToFriday}
	for i := range n {
		p.Holidays = append(p.Holidays, calendar.Holiday{
			Key: fmt.Sprint("day", i), Rule: calendar.Fixed{Month: uint8(1 + i%12), Day: uint8(1 + i/12%28)},
			Valid: calendar.Always(), Kind: calendar.Local, Basis: norm.Basis{Law: law},
		})
	}
	return p
}

// A union takes memory in proportion to the holidays of its parts, and has those of a part
// that is repeated once.
func TestUnionGrowsLinearly(t *testing.T) {
	use := func(n int, laws ...string) float64 {
		var parts []calendar.Profile
		names := map[string]bool{}
		for _, law := range laws {
			parts = append(parts, manyDays(law, n))
			names[law] = true
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		p, err := calendar.Union("u", parts...)
		runtime.ReadMemStats(&after)
		require.NoError(t, err)
		assert.Len(t, p.Holidays, n*len(names))
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	for name, laws := range map[string][]string{
		"with itself":     {"a", "a", "a", "a", "a", "a", "a", "a"},
		"different":       {"a", "b", "c", "d", "e", "f", "g", "h"},
		"repeated unions": {"a", "b", "a", "b", "a", "b", "a", "b"},
	} {
		small, large := use(500, laws...), use(2000, laws...)
		assert.Less(t, large/small, 5.5, "%s: four times the holidays take %.0f and %.0f bytes", name, small, large)
	}
	twice := func(n int) float64 {
		laws := make([]string, n)
		for i := range laws {
			laws[i] = fmt.Sprint("l", i)
		}
		return use(50, laws...)
	}
	assert.Less(t, twice(160)/twice(40), 6.0, "four times the profiles")
}

func TestUnionReasons(t *testing.T) {
	_, err := calendar.Union("x", town().Working(calendar.Week(calendar.Monday)), town().Working(calendar.Week(calendar.Tuesday)))
	assert.ErrorIs(t, err, calendar.ErrNoCommonDay)
	_, err = calendar.Compose("a + a + a + a + a", []calendar.Profile{yearly("a", 1)})
	assert.ErrorIs(t, err, calendar.ErrTooManyProfiles)
	assert.NotErrorIs(t, err, calendar.ErrUnknownProfile)
}

// The text of an error does not grow with that of the calendar.
func TestLongCompositions(t *testing.T) {
	text := strings.Repeat("jalisco + ", 100_000)
	_, err := calendar.Compose(text, []calendar.Profile{yearly("jalisco", 1)})
	require.ErrorIs(t, err, calendar.ErrTooManyProfiles)
	assert.Less(t, len(err.Error()), 500)
}
