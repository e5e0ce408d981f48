// Package exact implements exact rational numbers of 63 bits for figures that people
// report. They are rounded only for display.
//
// Start with Parse, Int or Ratio for a Number, its arithmetic (Add, Sub, Mul, Div),
// and Format for display:
//
//	third, err := exact.Ratio(1, 3)
//	fmt.Println(third.Format(2)) // 0.33
//
// A result that does not fit in a Number is ErrOverflow, and a division by zero is
// ErrDivisionByZero; no operation rounds, saturates or returns NaN. The text of a
// Number, "12.5" or "1/3", is the same in JSON, in a database and in gob.
//
// The package has no irrational functions and no formatting by language; package
// poa/lang groups digits.
package exact
