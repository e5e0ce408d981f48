// Package budget is the money of an operating plan: exact amounts, budget lines over the
// twelve months of a fiscal year, the funds that pay for them, and the ledger of their
// execution, from the approved budget to the payment (momentos contables del egreso; LGCG
// art. 38).
//
// Start with Money, which every amount is, and Line, which is one purchase of the plan.
// Schedule, ByChapter and ByFund add up the planned lines. The ledger is a list of Entry;
// Fold returns its Statement on any day (estado analítico del ejercicio del presupuesto
// de egresos; LGCG art. 46-II-b). Rules.Check returns the findings of both.
//
// There are no floats and no fractions of a centavo. Every operation whose result may
// exceed the bounds of Money returns ErrOverflow; Fits reports in advance whether any
// would. Only functions with a Rounding round. Catalogues and articles are in Rules, and
// those of Mexico in package conac; the only assumption about a classifier is that the
// first digit of an item is its chapter.
//
// All types are plain data. Functions keep pointers to their arguments, and are safe for
// concurrent use as long as those are not changed.
package budget
