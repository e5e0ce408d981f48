// Package budget represents the money of an operating plan: exact amounts, budget
// lines over the twelve months of a fiscal year, the funds that pay for them, and
// the ledger that records each line from its approved budget to the payment
// (momentos contables del egreso; LGCG art. 38).
//
// Start with Money, the type of every amount, and Line, one budget line. Money.Spread
// divides an amount over funds and months at once. Schedule, ByChapter, MonthlyCalendar
// and ByFund add up what is planned. Fold turns a list of entries into the Statement of
// a day (estado analítico del ejercicio del presupuesto de egresos; LGCG art. 46-II-b).
// CheckEntries validates what is about to be posted, Rules.Check funds, lines and
// the whole ledger.
//
// The package has no floats and no fractions of a centavo, and it rounds only where
// the caller passes a Rounding. An operation whose result does not fit in Money
// returns ErrOverflow; Fits reports in advance whether one can. No law is built in:
// catalogues and articles come in Rules, and those of Mexico are in package conac.
// The one exception is that the first digit of an item is its chapter.
//
// All types are plain data. Results retain pointers to the arguments; functions are
// safe for concurrent use if the arguments are not modified meanwhile.
package budget
