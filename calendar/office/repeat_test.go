package office_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/office"
)

func ExampleRepeats() {
	for _, days := range []string{"2027-05-13/2027-05-15", "2027-03-25/2027-03-26"} {
		fmt.Println(office.Repeats(calendar.MustParseSpan(days)))
	}
	// Output:
	// [05-13 3d]
	// [03-25 2d Easter-3 2d]
}

// Every rule includes the days of the span.
func TestRepeats(t *testing.T) {
	for start := calendar.MustDate(2024, 1, 1); start.Year() < 2029; start = start.AddDays(1) {
		for _, n := range []int{1, 2, 10} {
			days := calendar.Span{Start: start, End: start.AddDays(n - 1)}
			rules := office.Repeats(days)
			assert.NotEmpty(t, rules)
			for _, r := range rules {
				h := calendar.Holiday{Rule: r, Valid: calendar.Always()}
				assert.True(t, h.FallsOn(days.Start) && h.FallsOn(days.End), "%v of %v", r, days)
			}
			near := start.Sub(calendar.Easter(start.Year()))
			assert.Equal(t, near >= -7 && near <= 7, len(rules) == 2, start)
		}
	}
	assert.Empty(t, office.Repeats(calendar.Span{}))
	assert.Empty(t, office.Repeats(calendar.MustParseSpan("2027-01-01/2028-12-31")), "too long for a rule")
}
