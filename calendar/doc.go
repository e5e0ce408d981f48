// Package calendar provides civil dates and business-day calendars.
//
// Start with Date (NewDate, ParseDate), Month and Span. For business days, compile a
// Profile, which lists the holidays of an employer with the law behind each, for a
// window of years:
//
//	cal, err := calendar.Compile(mx.Jalisco(), calendar.YearSpan(2027))
//	if err != nil { … }
//	n := cal.CountBusinessDays(span) // both ends included
//
// A Calendar tests, counts and adds business days (IsBusinessDay, CountBusinessDays,
// AddBusinessDays), finds the next, the previous and the n-th one, rolls a date by
// seven conventions (Roll), iterates over days (BusinessDays, Holidays, Occurrences),
// and explains why a day is or is not a business day, citing the article of every rule
// that applies to it (Explain).
//
// Iterate over the days and months of a span with Span.All and Span.Months. A loop that
// advances a date by hand may not end, because the day after 9999-12-31 is no date.
//
// The package has no data of any country: the profiles of Mexico are in package mx.
// Write your own profile as a struct literal, or derive it from another (With, Without,
// Working, Union). Package office derives one from the decisions of an employer, and
// package term computes terms and deadlines. Compose parses the text of a profile or
// of several ("jalisco + bancos"), ParseRule that of a rule ("Feb Mon1",
// "12-01 (1994+6k)").
//
// Conventions of all functions:
//
//   - A Date is a day, not an instant: it has no hour and no zone. The zero
//     Date is "no date" and its text is empty.
//   - Both ends of a Span are included. A Span may be an invalid draft, reversed or
//     with an end missing: see Valid. Counts over such a span are 0.
//   - Years run from 1 to 9999 in the proleptic Gregorian calendar.
//   - Text is strict ISO 8601: 2027-03-15, 2027-03, 2027-01-01/2027-04-30.
//   - A day off that falls on a weekend is not moved to a weekday.
//   - A yearly rule must have a validity, which may be Always.
//   - A half day is a business day.
//
// All types are values or immutable after construction, and safe for
// concurrent use.
//
// Within its window, of up to 179 years, a Calendar tests, counts, adds, rolls and
// finds business days in constant time, whatever the distance, and allocates nothing.
// Lists and explanations take time in proportion to their length. Outside the window,
// in the years 1 to 9999, it computes the same results from the rules, more slowly.
//
// If there is no result, methods return an error or, if documented, no date: for an
// invalid span, for a business day outside the years 1 to 9999, and after 400 years
// without a business day, which is where every search ends.
//
// Profile.Verified is the span for which the rules were checked against the law;
// outside it, results are computed on the assumption that the law is the same. Vouch
// reports whether a span lies within it, and Doubts lists the days off whose source is
// uncertain.
//
// The package reads neither the clock nor the local time zone: pass today's date as a
// parameter.
package calendar
