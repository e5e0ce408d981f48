package calendar_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
)

// yearly returns a profile with a day off on the first day of some months.
func yearly(key string, months ...uint8) calendar.Profile {
	p := calendar.Profile{Key: key, Week: calendar.MondayToFriday}
	for _, m := range months {
		p = p.With(calendar.Holiday{
			Key: fmt.Sprintf("m%d", m), Rule: calendar.Fixed{Month: m, Day: 1}, Valid: calendar.Always(), Kind: calendar.Mandatory,
		})
	}
	return p
}

func ExampleCompose() {
	profiles := []calendar.Profile{yearly("law", 1, 5), yearly("town", 1, 7), yearly("banks", 5, 7)}
	for _, text := range []string{"law", "law + town", "law + village"} {
		p, err := calendar.Compose(text, profiles)
		if err != nil {
			fmt.Println(err)
			continue
		}
		cal, err := calendar.Compile(p, calendar.YearSpan(2026))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Print(text, " is closed on the first of")
		for _, m := range []int{1, 5, 7} {
			if !cal.IsBusinessDay(calendar.MustDate(2026, m, 1)) {
				fmt.Print(" ", m)
			}
		}
		fmt.Println()
	}
	// Output:
	// law is closed on the first of 1 5
	// law + town is closed on the first of 1 5 7
	// calendar: unknown profile "village": use one of law, town, banks
}

func TestCompose(t *testing.T) {
	profiles := []calendar.Profile{yearly("a-b", 1), yearly("c", 2)}
	p, err := calendar.Compose("a-b", profiles)
	require.NoError(t, err)
	assert.Equal(t, profiles[0], p, "a single key returns the profile itself")
	p, err = calendar.Compose("a-b + c", profiles)
	require.NoError(t, err)
	assert.Equal(t, "a-b + c", p.Key)
	for text, want := range map[string]string{
		"":                              `unknown profile "": use one of a-b, c`,
		"a-b ":                          `unknown profile "a-b "`,
		"a-b +":                         `put one space on either side of +`,
		"a-b + ":                        `unknown profile ""`,
		" + c":                          `unknown profile ""`,
		"a-b+c":                         `put one space on either side of +, as in "a-b + c"`,
		"c & a-b":                       `unknown profile "c & a-b"`,
		"a-b  + c":                      `unknown profile "a-b "`,
		"a-b + d":                       `unknown profile "d"`,
		"c" + strings.Repeat(" + c", 4): `more than 4`,
		strings.Repeat("c + ", 30000):   `more than 4`,
	} {
		_, err := calendar.Compose(text, profiles)
		assert.ErrorContains(t, err, want, text)
	}
	_, err = calendar.Compose("c"+strings.Repeat(" + c", 3), profiles)
	require.NoError(t, err)
	_, err = calendar.Compose("a-b", nil)
	require.ErrorIs(t, err, calendar.ErrUnknownProfile)
	weekend := yearly("weekend").Working(calendar.Week(6, 7))
	_, err = calendar.Compose("weekend + c", append(profiles, weekend))
	assert.ErrorContains(t, err, "week")
}

// The profile of a valid text compiles, and its key is the text.
func FuzzCompose(f *testing.F) {
	for _, s := range []string{"a", "a + b", "a + b + c", "a  + b", "+", "a +", "a+b"} {
		f.Add(s)
	}
	profiles := []calendar.Profile{yearly("a", 1, 2), yearly("b", 2, 3), yearly("c", 3)}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := calendar.Compose(s, profiles)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "calendar: ") || p.Key != "" {
				t.Fatalf("%q: %v, %v", s, p.Key, err)
			}
			return
		}
		if p.Key != s {
			t.Fatalf("Compose(%q) has the key %q", s, p.Key)
		}
		if _, err := calendar.Compile(p, calendar.YearSpan(2027)); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
	})
}
