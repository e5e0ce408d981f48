// Package input parses what people type, and what word processors and spreadsheets print:
// dates, spans, rules of yearly days, amounts of money, numbers with their units, and
// formulas. The page, the command poa and importers use it, so that the same text means
// the same everywhere. It accepts Spanish and English at once, since people mix them, with
// or without accents and capitals.
//
// Start with Date and Money:
//
//	d, err := input.Date("15 mar", calendar.MustDate(2027, 1, 1)) // 2027-03-15
//	m, err := input.Money("$1,234.50")                            // 1234.50
//
// All readers ignore spaces around the text, the direction of writing and other invisible
// characters, and accept the variants of spaces, hyphens, digits and letters that
// norm.PlainRune lists. They accept the wire form, such as 2027-03-15, and return the same
// value for it.
//
// The package does not guess. A day that does not exist, a weekday that does not match the
// date, groups of two digits and a fraction of a centavo are errors, and so is a text with
// two readings: ene-27 may be a month or a day, 27/03/15 a day of 2015 or of 2027, and $3.000
// three thousand or three. In numeric dates the day precedes the month. An empty text is neither zero nor no data. A plan
// keeps a refused text as it was typed (poa.Pending).
//
// The errors are of type *Error, with what is wrong, where, and what would be right as
// arguments; package lang has a sentence for each code.
package input
