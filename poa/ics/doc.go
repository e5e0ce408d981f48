// Package ics writes iCalendar files (RFC 5545), which calendar programs import: days
// off, commemorations, deadlines, the activities of a plan.
//
// Start with a File and Encode it:
//
//	f := ics.File{Name: "Días inhábiles", Stamp: today, Events: ics.Holidays("jalisco", "es-MX", cal.Holidays(year))}
//	err := ics.Encode(w, f)
//
// Events have whole days, without time or time zone. The output is deterministic: the
// caller sets Stamp, which the format requires. UIDs must be stable, so that a program
// that imports the file again updates an event instead of adding another.
//
// The package does not read files and does not write recurrence rules or alarms: a
// yearly day is one event per year.
package ics
