// Package ics writes days as an iCalendar file (RFC 5545): days off, commemorations,
// deadlines, the activities of a plan.
//
// Start with a File and Encode it:
//
//	f := ics.File{Name: "Días inhábiles", Stamp: today, Events: ics.Holidays("jalisco", "es-MX", cal.Holidays(year))}
//	err := ics.Encode(w, f)
//
// Every event is of whole days, without hour or zone. The same File has the same bytes:
// Stamp, which the format requires, is set by the caller, and a stable UID lets a program
// that reads the file again update its events.
//
// It does not read files, and writes no recurrence rules and no alarms: each day is an
// event.
package ics
