// Package ics writes days into an iCalendar file (RFC 5545), which every calendar
// program reads: days off, commemorations, deadlines, the activities of a plan.
//
// Start with a Calendar and Encode it:
//
//	c := ics.Calendar{Name: "Días inhábiles", Stamp: today, Events: ics.Holidays("jalisco", "es-MX", cal.Holidays(year))}
//	err := ics.Encode(w, c)
//
// Every event is of whole days, without hour or zone. The same calendar gives the
// same bytes: Stamp, which the format requires, is the caller's, and a UID tells an
// event apart for ever, so that a program which reads the file again updates the
// event and does not add another.
//
// It refuses to read files, to repeat events by rule, and to alarm: each day is
// written down.
package ics
