// Package input parses what people type: dates, spans and rules of yearly days. It accepts
// Spanish and English at once, since people mix them, with or without accents and capitals.
//
// Start with Date:
//
//	d, err := input.Date("15 mar", calendar.MustDate(2027, 1, 1)) // 2027-03-15
//
// The errors are of type *Error; package lang has a sentence for each code. The package
// does not guess: a day that does not exist and a weekday that does not match the date are
// errors, and in numeric dates the day always precedes the month. The wire format, such as
// 2027-03-15, is accepted too.
package input
