// Package clock converts between calendar.Date, which has no zone, and package
// time, which has one. It stands apart so that a program without a clock, such
// as the planner's engine in the browser, does not carry package time: alone it
// weighs a tenth of the engine.
//
// It refuses to guess a zone. Who asks for a date says where:
//
//	today := clock.Date(time.Now().In(zone))
package clock

import (
	"time"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Date returns the date that t shows in its own zone, or no date when its year
// is outside 1 to 9999. Convert t to the zone of the office first:
// t.In(zone).
func Date(t time.Time) calendar.Date {
	y, m, d := t.Date()
	date, err := calendar.NewDate(y, int(m), d)
	if err != nil {
		return calendar.Date{}
	}
	return date
}

// Time returns midnight at the start of d in loc, or what package time makes
// of it where clocks skip that hour. It is the zero Time when d is no date; a
// nil loc is UTC.
func Time(d calendar.Date, loc *time.Location) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	if loc == nil {
		loc = time.UTC
	}
	y, m, day := d.Civil()
	return time.Date(y, time.Month(m), day, 0, 0, 0, 0, loc)
}
