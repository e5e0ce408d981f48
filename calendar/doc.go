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
// A Calendar tests, counts and adds (IsBusinessDay, CountBusinessDays,
// AddBusinessDays), finds the n-th, the first, the last and the remaining business
// days of a month, a quarter or a year, rolls a date by seven conventions (Roll),
// ends a term in natural or business days (DueDate), walks days (BusinessDays,
// RestDays, Occurrences), and says why a day is worked or not, with the article of
// every rule that fires (Explain).
//
// This package knows no country. The profiles of Mexico are in calendar/mx; an
// employer makes its own with the methods of Profile (With, Without, Moved,
// Granted, Cancelled, Forgone, Opened, Working), composes several (Union, Intersection,
// Minus), or writes the struct. A document says all of it as plain data: profiles
// are put together by a text, which Compose reads ("jalisco + bancos"); what a
// municipality decides on top is Adjustments; a rule has a text, which ParseRule
// reads ("Feb Mon1", "12-01 (1994+6k)").
//
// Profiles are composed by the days on which they rest. Each rule keeps its law, and
// is there once where two profiles have it; one whose key another rule has gets that
// of its profile before it, "jalisco.new-year". What is composed has no Changes: they
// are settled into its rules, and Explain tells of the result.
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
//   - A rule states from when it holds; one that always did says Always.
//   - A half day is a business day.
//
// All types are values or immutable after construction, and safe for
// concurrent use.
//
// Within its window, of up to 179 years, a Calendar tests, counts, adds, rolls and
// finds the next, the previous and the n-th business day in constant time, whatever
// the distance, and allocates nothing. Lists and explanations take as long as what they
// list. Outside the window it answers from the same rules, more slowly, to the ends
// of the years: never by another rule.
//
// A question without an answer is an error, or no date where the method says so: of a
// reversed span where an error can be returned, for the business day after the last
// year, or after 400 years without one, where every search ends.
//
// Profile.Verified says for which days somebody has held the rules against the law;
// outside it an answer is arithmetic, not law. Vouch asks. It does not answer for
// what an employer adds, and Doubts lists the days that may turn out otherwise.
//
// It refuses to read a clock or a time zone: today is the caller's. Package time
// appears in package clock alone.
package calendar
