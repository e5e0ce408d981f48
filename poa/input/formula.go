package input

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// Formula parses the formula of an indicator as word processors and spreadsheets print
// it; formula.Parse has what is accepted. The error is an *Error: Missing or NotAFormula,
// whose argument problem is a formula.Problem.
func Formula(text string) (*formula.Formula, error) {
	f, err := formula.Parse(text)
	if err == nil {
		return f, nil
	}
	e, ok := err.(*formula.Error)
	if !ok {
		return nil, newError(NotAFormula, text)
	}
	if e.Problem == formula.ProblemEmpty {
		return nil, newError(Missing, text)
	}
	args := []norm.Arg{arg("problem", e.Problem), arg("column", norm.Count(e.Column))}
	return nil, newError(NotAFormula, text, append(args, nearArg(e.Near)...)...)
}
