package formula

import (
	"errors"
	"strconv"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// ErrNoValue reports a symbol without a value.
var ErrNoValue = errors.New("formula: no value: capture it, or record why it is missing")

// EvalError reports where a computation failed. Unwrap returns ErrNoValue,
// exact.ErrDivisionByZero or exact.ErrOverflow.
type EvalError struct {
	// Symbol is the symbol without a value, or the divisor that is zero as the
	// formula writes it ("TPCP", "A - B"). It is empty for an overflow.
	Symbol string
	// Column counts the characters of the formula's text from 1.
	Column int
	Err    error
}

// Error returns the cause, the symbol and the column.
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

// Unwrap returns Err.
func (e *EvalError) Unwrap() error { return e.Err }

func (f *Formula) evalError(i int, err error) error {
	in := f.code[i]
	e := &EvalError{Column: int(in.col), Err: err}
	switch {
	case in.op == opSymbol:
		e.Symbol = f.symbols[in.arg]
	case err == exact.ErrDivisionByZero:
		// The divisor is the last subexpression before the division.
		e.Symbol = f.text(f.start(i-1), i)
	}
	return e
}

// Problem is the kind of a syntax error in a formula. The zero value is
// unspecified.
type Problem uint8

const (
	// ProblemEmpty means there is no text.
	ProblemEmpty Problem = iota + 1
	// ProblemTooLong means more than 1,000 bytes.
	ProblemTooLong
	// ProblemTooDeep means parentheses nested more than 32 deep.
	ProblemTooDeep
	// ProblemTooComplex means more than 500 operations, or more than 64 values on
	// the stack.
	ProblemTooComplex
	// ProblemCharacter means a character that formulas do not have.
	ProblemCharacter
	// ProblemOperand means a number, a symbol or a parenthesis was expected.
	ProblemOperand
	// ProblemOperator means an operator was expected.
	ProblemOperator
	// ProblemUnclosed means a parenthesis or bracket without its closing
	// counterpart.
	ProblemUnclosed
	// ProblemUnopened means a closing parenthesis or bracket that was not opened.
	ProblemUnopened
	// ProblemFunction means an unknown function.
	ProblemFunction
	// ProblemArguments means a wrong number of arguments.
	ProblemArguments
	// ProblemNumber means a number that is too large, has more than 18 decimals, or
	// has misplaced commas.
	ProblemNumber
	// ProblemExponent means an exponent that is not a whole number from -12 to 12.
	ProblemExponent
	// ProblemRange means a sum without bounds (Σ A/n, Σ(A)/n) or an invalid range. A range
	// is written V1..V6: same letters, ascending, at most 60 symbols, and only inside a
	// function. What is added over time is an accumulation of the variable.
	ProblemRange
	// ProblemPercent means a % that neither follows a number nor is a unit at the end of the
	// formula; write *100, or /100.
	ProblemPercent
	// ProblemEquals means an equals sign that is not at the beginning or after a name; a
	// formula is no equation.
	ProblemEquals
	// ProblemLookalike means a Greek or Cyrillic letter that looks like a Latin one.
	ProblemLookalike
	// ProblemTwoReadings means a part of the text with two meanings, Error.First and
	// Error.Second.
	ProblemTwoReadings
	// ProblemWords means a name of several words; a symbol is one.
	ProblemWords
	// ProblemSeparator means a comma between arguments of which others are separated by
	// semicolons.
	ProblemSeparator
)

var problemAdvice = [...]string{
	ProblemEmpty:       "write an expression over the symbols of the variables",
	ProblemTooLong:     "it is longer than 1,000 bytes",
	ProblemTooDeep:     "its parentheses are nested more than 32 deep",
	ProblemTooComplex:  "it has more than 500 operations or needs more than 64 values at once",
	ProblemCharacter:   "a formula cannot have this character",
	ProblemOperand:     "expected a number, a symbol or a parenthesis",
	ProblemOperator:    "expected an operator",
	ProblemUnclosed:    "this parenthesis is not closed",
	ProblemUnopened:    "this parenthesis was not opened",
	ProblemFunction:    "use suma, promedio, min, max or porcentaje; a product needs a * before the parenthesis",
	ProblemArguments:   "wrong number of arguments",
	ProblemNumber:      "write it with a decimal point, at most 18 decimals",
	ProblemExponent:    "the exponent must be a whole number from -12 to 12",
	ProblemRange:       "a sum needs its bounds: write suma(A, B) or suma(V1..V6), or let the variable accumulate what is added over time",
	ProblemPercent:     "write *100 or /100",
	ProblemEquals:      "leave out the equals sign and one of its sides",
	ProblemLookalike:   "this letter is not the Latin one that it looks like: type it again",
	ProblemTwoReadings: "it has two meanings: write the one that is meant",
	ProblemWords:       "a symbol is one letter or one word: define a variable for it and write its symbol",
	ProblemSeparator:   "separate all arguments with semicolons: a comma is then part of a number",
}

// Error is a syntax error in the text of a formula.
type Error struct {
	Problem Problem
	// Column counts the characters of the text from 1. At the end of the text it is
	// one more than its length.
	Column int
	// Near is the text at Column, shortened if long; empty at the end. With
	// ProblemTwoReadings it is the whole part that has two meanings, as it was written.
	Near string
	// First and Second are what Near may mean, as a formula that has only that meaning
	// writes it; empty with other problems.
	First, Second string
}

// Error returns the column, the text there and advice on what to write.
func (e *Error) Error() string {
	s := "formula: column " + strconv.Itoa(e.Column)
	if e.Near != "" {
		s += ": " + norm.Quote(e.Near)
	}
	if e.Problem == ProblemTwoReadings {
		return s + ": write " + norm.Quote(e.First) + " or " + norm.Quote(e.Second)
	}
	if r, _ := utf8.DecodeRuneInString(e.Near); e.Problem == ProblemLookalike {
		if latin, script := lookalike(r); latin != 0 {
			return s + ": this is a " + script + " letter, not the Latin " + string(latin) + ": type it again"
		}
	}
	if int(e.Problem) < len(problemAdvice) {
		return s + ": " + problemAdvice[e.Problem]
	}
	return s + ": "
}
