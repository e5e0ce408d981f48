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
// Number, "12.5" or "1/3", is the same in JSON, in a database and in gob. It has no
// exponent, but Parse reads one: 1E-3 is 0.001.
//
// Spreadsheets keep numbers as doubles, print them with 17 digits, and so write
// 0.35999999999999999 for 0.36. Parse returns the shortest decimal of that double for a
// text with a point or an exponent and 17 or more significant digits, if these are the
// digits that the double prints and fewer are enough for it. The last of the 17 may be a
// zero that is not printed: a decimal of 16 digits is read so if two digits fewer are
// enough. Every other decimal that fits is read exactly, however many digits it has:
// 0.123456789012345678 is itself, a decimal that is exactly a double (900719925474099.25)
// too, and a whole number never changes.
//
// The package has no irrational functions and no formatting by language; package
// poa/lang groups digits.
package exact
