// Package budget is the money of an operating plan: exact amounts, budget
// lines over the twelve months of a fiscal year, the funds that pay for them,
// and the ledger of what became of them, from the approved budget to the
// payment (momentos contables del egreso; LGCG art. 38).
//
// Start with Money, which every amount is, and Line, which is one thing to be
// bought. What is planned is added up by Schedule, ByChapter and ByFund. What
// happened is a list of Entry; Fold makes the Statement of any day out of it
// (estado analítico del ejercicio del presupuesto de egresos; LGCG art.
// 46-II-b). Rules.Check says what is wrong with either.
//
// It refuses floats, amounts with a part of a centavo, and sums that do not
// fit: every operation that can leave the bounds of Money returns ErrOverflow,
// and Fits tells beforehand that none will. It never rounds but where a
// Rounding is named. It knows no country: catalogues and articles come in
// Rules, and those of Mexico are in package conac. The one thing it takes from
// the classifier is that the first digit of an item is its chapter.
//
// All types are plain data without state of their own. Functions read what
// they are given and keep pointers to it; they are safe for concurrent use as
// long as nobody writes to it.
package budget
