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
// A Calendar answers in constant time within its window and from the same rules,
// more slowly, outside it. Profile.Verified says for which days somebody has
// held the rules against the law; outside it an answer is arithmetic, not law.
//
// It refuses to read a clock or a time zone: today is the caller's. Package time
// appears in package clock alone.
package calendar
