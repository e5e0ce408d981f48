// Package formula parses and evaluates the formulas of indicators, such as
// (suma(V1..V4) / PT) * 100, over exact numbers.
//
// Start with Parse, which accepts formulas as official sheets print them, and with
// Formula.Eval, which computes the value from the values of the symbols:
//
//	f, err := formula.Parse("(BE / BP) * 100")
//	v, err := f.Eval(func(symbol string) (exact.Number, bool) { … })
//
// An *Error reports the column of a syntax error; an *EvalError reports the symbol
// without a value or the divisor that is zero.
//
// The language has no conditions, loops or assignments, and no functions except
// those that Parse lists. Length, depth and number of operations are limited, so
// that formulas of untrusted origin can be evaluated.
package formula
