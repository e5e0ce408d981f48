// Package calendar provides civil dates, and calendars of business days.
//
// Start with Date (NewDate, ParseDate), Month and Span. For business days take a Profile,
// which is a list of holidays with the law each is based on, and Compile it for a window
// of years:
//
//	cal, err := calendar.Compile(mx.Jalisco(), calendar.YearSpan(2027))
//	if err != nil { … }
//	n := cal.CountBusinessDays(span) // both ends included
//
// A Calendar tests, counts and adds (IsBusinessDay, CountBusinessDays, AddBusinessDays),
// finds the next, the previous and the n-th business day, rolls a date by seven
// conventions (Roll), iterates over days (BusinessDays, Holidays, Occurrences), and
// explains why a day is worked or not, with the article of every rule that applies
// (Explain).
//
// The package is about no country: the profiles of Mexico are in package mx. A profile of
// your own is a struct literal, or derived from another (With, Without, Working, Union);
// package office derives one from what an employer decides, and package term computes
// terms and deadlines. In documents, Compose reads the profiles that a text names
// ("jalisco + bancos") and ParseRule a rule ("Feb Mon1", "12-01 (1994+6k)").
//
// Conventions of all functions:
//
//   - A Date is a day, not an instant: it has no hour and no zone. The zero
//     Date is "no date" and its text is empty.
//   - Both ends of a Span are included. A Span may be a draft, reversed or with an
//     end missing; Valid reports it, and counting such a span gives 0.
//   - Years run from 1 to 9999 in the proleptic Gregorian calendar.
//   - Text is strict ISO 8601: 2027-03-15, 2027-03, 2027-01-01/2027-04-30.
//   - A day off is off on the day that the rule names. Nothing is moved from a weekend to
//     a weekday unless a rule moves it.
//   - A rule states from when it is in force; Always is for a rule without such a date.
//   - A half day is a business day.
//
// All types are values or immutable after construction, and safe for
// concurrent use.
//
// Within its window, of up to 179 years, a Calendar tests, counts, adds, rolls and
// finds business days in constant time, whatever the distance, and allocates nothing.
// Lists and explanations take time in proportion to their length. Outside the window
// it computes the same answers from the same rules, more slowly, to the ends of the
// years.
//
// A question without an answer is an error, or no date if the method has no error: for a
// reversed span, for the business day after the last year, or after 400 years without
// one, when every search ends.
//
// Profile.Verified are the days for which the rules were checked against the law; answers
// outside them are only computed. Vouch reports whether a span lies within, and Doubts
// lists the days whose rule is not certain.
//
// The package reads no clock and no time zone: today is a parameter.
package calendar
