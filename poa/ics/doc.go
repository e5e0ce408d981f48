// Package ics writes iCalendar files (RFC 5545), which calendar programs import: days
// off, commemorations, deadlines, the activities of a plan.
//
// Start with a File and Encode it:
//
//	f := ics.File{Name: "Días inhábiles", Stamp: today, Revision: 7, Events: ics.Holidays(planID, "es-MX", cal.Holidays(year))}
//	err := ics.Encode(w, f)
//
// Events have whole days, without time or time zone; therefore a file names no zone either
// (X-WR-TIMEZONE). The output is deterministic: the caller sets Stamp, which the format
// requires, and Revision, by which programs recognize a newer version of an event. UIDs
// must be stable, so that a program that imports the file again updates an event instead of
// adding another: UID returns such ones.
//
// The package does not read files and does not write recurrence rules or alarms: a
// yearly day is one event per year.
package ics
