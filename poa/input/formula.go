package input

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// Formula parses the formula of an indicator as word processors and spreadsheets print
// it; formula.Parse has what is accepted, and what variables are for. The error is an *Error:
// Missing, TwoReadings, or NotAFormula, whose argument problem is a formula.Problem.
//
// The formula is kept as it was typed where a plan stores it; String returns the canonical
// form, which Formula parses as the same formula.
func Formula(text string, variables ...string) (*formula.Formula, error) {
	f, err := formula.Parse(text, variables...)
	if err == nil {
		return f, nil
	}
	e, ok := err.(*formula.Error)
	if !ok {
		return nil, newError(NotAFormula, text)
	}
	column := arg("column", norm.Count(e.Column))
	switch e.Problem {
	case formula.ProblemEmpty:
		return nil, newError(Missing, text)
	case formula.ProblemTwoReadings:
		first, second := norm.Text(truncate(e.First)), norm.Text(truncate(e.Second))
		return nil, newError(TwoReadings, text, append(nearArg(e.Near), arg("first", first), arg("second", second), column)...)
	}
	args := []norm.Arg{arg("problem", e.Problem), column}
	return nil, newError(NotAFormula, text, append(args, nearArg(e.Near)...)...)
}
