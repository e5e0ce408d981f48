package clock_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/clock"
)

func ExampleDate() {
	zone := time.FixedZone("central Mexico", -6*60*60)
	instant := time.Date(2027, 3, 15, 3, 0, 0, 0, time.UTC)
	fmt.Println(clock.Date(instant), clock.Date(instant.In(zone)))
	// Output: 2027-03-15 2027-03-14
}

func ExampleTime() {
	fmt.Println(clock.Time(calendar.MustDate(2027, 3, 15), nil))
	// Output: 2027-03-15 00:00:00 +0000 UTC
}

func TestOutsideTheYears(t *testing.T) {
	for _, year := range []int{-1, 0, 10000} {
		if d := clock.Date(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)); !d.IsZero() {
			t.Errorf("Date in year %d = %v, want no date", year, d)
		}
	}
	if got := clock.Time(calendar.Date{}, nil); !got.IsZero() {
		t.Errorf("Time of no date = %v, want the zero Time", got)
	}
}
