package term_test

import (
	"testing"

	"github.com/rumbo-mx/rumbo/calendar/term"
)

// String returns the text that ParseTiming parsed, and In returns deadlines of the year
// that is passed.
func FuzzParseTiming(f *testing.F) {
	for _, s := range []string{"01-15", "02-29", "Mar bd-1", "Mar bd23", "quarterly + 30 natural-days", "yearly - 4000 months", "monthly + 4001 months", "Mar bd0", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		timing, err := term.ParseTiming(s)
		if err != nil {
			if timing != nil {
				t.Fatalf("ParseTiming(%q) = %v with an error", s, timing)
			}
			return
		}
		if timing.String() != s || timing.Validate() != nil {
			t.Fatalf("ParseTiming(%q).String() = %q, %v", s, timing, timing.Validate())
		}
		rule := term.DeadlineRule{Key: "x", Timing: timing}
		list, err := rule.In(2027, nil)
		if err != nil {
			return // 29 February, or a calendar is needed
		}
		for _, d := range list {
			if d.Date.Year() != 2027 {
				t.Fatalf("%q falls on %v in 2027", s, d.Date)
			}
		}
	})
}
