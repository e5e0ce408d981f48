// Package input parses what people type: dates, spans and the rules of days that come
// every year. It accepts Spanish and English whatever the language of the reader, since
// people mix them, and with or without accents and capitals.
//
// Start with Date:
//
//	d, err := input.Date("15 mar", calendar.MustDate(2027, 1, 1)) // 2027-03-15
//
// An *Error says why a text is not a value; its code has a sentence in package lang. The
// package does not guess: a day that does not exist and a weekday that does not agree
// are errors, and day comes before month, always. Texts in the form of the wire, such as
// 2027-03-15, are accepted too.
package input
