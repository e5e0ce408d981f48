// Package calendar is the ground that plans stand on in time: civil dates, and
// calendars that know which of them are worked.
//
// Start with Date (NewDate, ParseDate), Month and Span. For business days take
// a Profile, which is a list of holidays with the law each rests on, and
// Compile it for a window of years:
//
//	cal, err := calendar.Compile(mx.Jalisco(), calendar.YearSpan(2027))
//	if err != nil { … }
//	n := cal.CountBusinessDays(span) // both ends in
//
// This package knows no country. The profiles of Mexico are in calendar/mx; an
// employer makes its own with the methods of Profile (With, Without, Moved) or
// writes the struct.
//
// Conventions that hold everywhere:
//
//   - A Date is a day, not an instant: it has no hour and no zone. The zero
//     Date is "no date" and its text is empty.
//   - Both ends of a Span are in. A Span may be a draft, reversed or with an
//     end missing; Valid says so, and counting such a span gives 0.
//   - Years run from 1 to 9999 in the proleptic Gregorian calendar.
//   - Text is strict ISO 8601: 2027-03-15, 2027-03, 2027-01-01/2027-04-30.
//   - A day off is off on the day that the rule names. Nothing is moved from a
//     weekend to a weekday unless a rule says so.
//
// All types are values or immutable after construction, and safe for
// concurrent use.
//
// It refuses to guess: a Calendar answers for its window only and returns
// ErrOutsideWindow beyond it, and it reads no clock and no time zone. Package
// time appears in two conversions, FromTime and Date.Time.
package calendar
