package calendar

import "time"

// FromTime returns the date that t shows in its own zone, or no date when its
// year is outside 1 to 9999. Convert t to the zone of the office first:
// t.In(zone).
func FromTime(t time.Time) Date {
	y, m, d := t.Date()
	if y < MinYear || y > MaxYear {
		return Date{}
	}
	return civil(y, int(m), d)
}

// Time returns midnight at the start of d in loc, or what package time makes
// of it where clocks skip that hour. It is the zero Time when d is no date; a
// nil loc is UTC.
func (d Date) Time(loc *time.Location) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	if loc == nil {
		loc = time.UTC
	}
	y, m, day := d.Civil()
	return time.Date(y, time.Month(m), day, 0, 0, 0, 0, loc)
}
