// Package input parses text that people type: dates, spans and the rules of yearly days.
// It accepts Spanish and English, which people mix, with or without accents and capitals.
//
// Start with Date:
//
//	d, err := input.Date("15 mar", calendar.MustDate(2027, 1, 1)) // 2027-03-15
//
// An *Error is the reason why a text is not a value; its code has a sentence in package
// lang. The package does not guess: a day that does not exist and a wrong weekday are
// errors, and the day always comes before the month. Texts in the form of the wire, such
// as 2027-03-15, are accepted too.
package input
