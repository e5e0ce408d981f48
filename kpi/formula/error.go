package formula

import (
	"errors"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// ErrNoValue is the error of a symbol that has no value.
var ErrNoValue = errors.New("formula: no value: capture it, or say why there is none")

// EvalError is the error of a computation, with its place in the formula. Unwrap returns
// ErrNoValue, exact.ErrDivisionByZero or exact.ErrOverflow.
type EvalError struct {
	// Symbol is the symbol without a value, or the divisor that is zero as
	// the formula writes it ("TPCP", "A - B"); empty for an overflow.
	Symbol string
	// Column counts the characters of the formula's text from 1.
	Column int
	Err    error
}

// Error names the symbol and the column.
func (e *EvalError) Error() string {
	s := e.Err.Error()
	if e.Symbol != "" {
		s += ": " + e.Symbol
	}
	if e.Column > 0 {
		s += " (column " + strconv.Itoa(e.Column) + ")"
	}
	return s
}

// Unwrap returns the sentinel.
func (e *EvalError) Unwrap() error { return e.Err }

func (f *Formula) evalError(i int, err error) error {
	in := f.code[i]
	e := &EvalError{Column: int(in.col), Err: err}
	switch {
	case in.op == opSymbol:
		e.Symbol = f.symbols[in.arg]
	case err == exact.ErrDivisionByZero:
		e.Symbol = f.text(f.start(i-1), i)
	}
	return e
}

// Problem is a mistake in the text of a formula. The zero value is unspecified.
type Problem uint8

const (
	// ProblemEmpty: the text is empty.
	ProblemEmpty Problem = iota + 1
	// ProblemTooLong: more than 1,000 bytes.
	ProblemTooLong
	// ProblemTooDeep: parentheses within parentheses more than 32 deep.
	ProblemTooDeep
	// ProblemTooComplex: more than 500 operations, or more than 64 values
	// held at once.
	ProblemTooComplex
	// ProblemCharacter: a character no formula has.
	ProblemCharacter
	// ProblemOperand: a number, a symbol or a parenthesis is missing here.
	ProblemOperand
	// ProblemOperator: an operator is missing here.
	ProblemOperator
	// ProblemUnclosed: this parenthesis, or bracket, is not closed by its own
	// kind.
	ProblemUnclosed
	// ProblemUnopened: this parenthesis, or bracket, was not opened.
	ProblemUnopened
	// ProblemFunction: no function has this name.
	ProblemFunction
	// ProblemArguments: the function takes another number of arguments.
	ProblemArguments
	// ProblemNumber: the number is too large, has more than 18 decimals, or
	// its commas make no sense.
	ProblemNumber
	// ProblemExponent: ^ must be followed by a whole number from 0 to 12.
	ProblemExponent
	// ProblemRange: a range is written V1..V6, same letters, growing, at most
	// 60 symbols, and only inside a function; Σvi names no range.
	ProblemRange
	// ProblemPercent: % is not an operator; write *100, or /100.
	ProblemPercent
	// ProblemEquals: a formula has no equals sign; leave out the name and it.
	ProblemEquals
)

var problemAdvice = [...]string{
	ProblemEmpty:      "write an expression over the symbols of the variables",
	ProblemTooLong:    "it is longer than 1,000 bytes",
	ProblemTooDeep:    "its parentheses are more than 32 deep",
	ProblemTooComplex: "it has more than 500 operations or holds more than 64 values",
	ProblemCharacter:  "no formula has this character",
	ProblemOperand:    "a number, a symbol or a parenthesis should stand here",
	ProblemOperator:   "an operator should stand here",
	ProblemUnclosed:   "this parenthesis is not closed",
	ProblemUnopened:   "this parenthesis was not opened",
	ProblemFunction:   "use suma, promedio, min, max or porcentaje",
	ProblemArguments:  "the function takes another number of arguments",
	ProblemNumber:     "write it with a decimal point, at most 18 decimals",
	ProblemExponent:   "the exponent is a whole number from 0 to 12",
	ProblemRange:      "write a range inside a function, as in suma(V1..V6)",
	ProblemPercent:    "write *100 or /100",
	ProblemEquals:     "leave out the name and the equals sign",
}

// Error is a mistake in the text of a formula, and its place.
type Error struct {
	Problem Problem
	// Column counts the characters of the text from 1; at the end of the text
	// it is one past the last.
	Column int
	// Near is the text at Column, cut if it is long; empty at the end.
	Near string
}

// Error returns the column, the text there, and what to write instead.
func (e *Error) Error() string {
	s := "formula: column " + strconv.Itoa(e.Column)
	if e.Near != "" {
		s += ": " + norm.Quote(e.Near)
	}
	return s + ": " + enumKey(problemAdvice[:], int(e.Problem))
}
