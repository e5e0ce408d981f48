// Package formula parses and evaluates the formulas of indicators, such as
// (suma(V1..V4) / PT) * 100, over exact numbers.
//
// Start with Parse, which accepts formulas as official sheets print them, and with
// Formula.Eval, which computes one from the values of its symbols:
//
//	f, err := formula.Parse("(BE / BP) * 100")
//	v, err := f.Eval(func(symbol string) (exact.Number, bool) { … })
//
// An *Error has the column of a mistake in the text, and an *EvalError the symbol without
// a value or the divisor that is zero.
//
// The language has no conditions, no loops, no assignment, and no functions beside
// those that Parse lists. Text, depth and the number of operations are bounded, so
// that a formula of any origin can be evaluated.
package formula
