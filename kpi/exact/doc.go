// Package exact has numbers for figures that people report: exact rationals of 63
// bits, which are never rounded before a person reads them.
//
// Start with Parse, Int or Ratio for a Number, its arithmetic (Add, Sub, Mul, Div),
// and Format for the text that a person reads:
//
//	third, err := exact.Ratio(1, 3)
//	fmt.Println(third.Format(2)) // 0.33
//
// A result that does not fit in a Number is ErrOverflow and a quotient by zero is
// ErrDivisionByZero; no operation rounds, saturates or returns a NaN. A Number has one
// text, "12.5" or "1/3", in JSON, in a database and in gob.
//
// The package has no irrational functions and no formatting by language; package
// poa/lang groups digits.
package exact
