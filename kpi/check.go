package kpi

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// Codes of the findings that Check makes, and the arguments of each.
const (
	// CodeFormulaInvalid: the formula cannot be read. Arguments: problem (key
	// of a Problem), column, near.
	CodeFormulaInvalid norm.Code = "indicator.formula-invalid"
	// CodeVariableUndefined: the formula reads a symbol that no variable has.
	// Argument: symbol.
	CodeVariableUndefined norm.Code = "indicator.variable-undefined"
	// CodeVariableUnused: the formula does not read this variable. Argument:
	// symbol.
	CodeVariableUnused norm.Code = "indicator.variable-unused"
	// CodeWithoutTarget: there is nothing to hold a value against.
	CodeWithoutTarget norm.Code = "indicator.without-target"
	// CodeWithoutData: periods that have a target ended and were not measured.
	// Arguments: start and end of the first, count.
	CodeWithoutData norm.Code = "indicator.without-data"
	// CodeZeroDenominator: the formula divides by zero in a measured period.
	// Arguments: divisor (as the formula writes it), start and end of the
	// first such period, count.
	CodeZeroDenominator norm.Code = "indicator.zero-denominator"
	// CodeAlwaysHundred: it measures whether what was programmed was done, and
	// has been 100 % in every period. Arguments: numerator, denominator,
	// count of periods, 0 where the formula itself says so.
	CodeAlwaysHundred norm.Code = "indicator.always-hundred"
)

// alwaysHundredPeriods is how many periods at exactly 100 % make a pattern: a
// year of quarters.
const alwaysHundredPeriods = 4

// Check reports what is wrong with ind, and with what was measured of it by
// the day at, in the order of its fields. Of ms it takes the measurements that
// are ind's. A period is due when it has a target, its frequency puts a
// measurement there, and it ended before at. Paths are relative to the
// indicator.
func Check(ind *Indicator, ms []*Measurement, at calendar.Date) []norm.Finding {
	var c checker
	f, err := formula.Parse(ind.Formula)
	if err != nil {
		c.formula(err)
	} else {
		c.symbols(ind, f)
	}
	due, ok := programmedSpan(ind)
	if !ok {
		c.add(norm.Blocking, CodeWithoutTarget, "targets")
		return c.found
	}
	if first, n := missing(ind, ms, due, at); n > 0 {
		c.add(norm.Warning, CodeWithoutData, "",
			norm.Arg{Name: "start", Value: first.Start}, norm.Arg{Name: "end", Value: first.End},
			norm.Arg{Name: "count", Value: norm.Count(n)})
	}
	if f != nil {
		c.values(ind, f, ms, at)
	}
	return c.found
}

type checker struct{ found []norm.Finding }

func (c *checker) add(severity norm.Severity, code norm.Code, path norm.Path, args ...norm.Arg) {
	c.found = append(c.found, norm.Finding{Severity: severity, Code: code, Path: path, Args: args})
}

func (c *checker) formula(err error) {
	e, ok := err.(*formula.Error)
	if !ok {
		return
	}
	c.add(norm.Blocking, CodeFormulaInvalid, "formula",
		norm.Arg{Name: "problem", Value: e.Problem}, norm.Arg{Name: "column", Value: norm.Count(e.Column)},
		norm.Arg{Name: "near", Value: norm.Text(e.Near)})
}

func (c *checker) symbols(ind *Indicator, f *formula.Formula) {
	for _, s := range f.Symbols() {
		if ind.variable(s) == nil {
			c.add(norm.Blocking, CodeVariableUndefined, "formula", norm.Arg{Name: "symbol", Value: norm.Text(s)})
		}
	}
	for _, v := range ind.Variables {
		if v != nil && !f.Uses(v.Symbol) {
			c.add(norm.Warning, CodeVariableUnused, norm.Path("variables").Item(v.ID),
				norm.Arg{Name: "symbol", Value: norm.Text(v.Symbol)})
		}
	}
}

// values looks at each measured period by itself.
func (c *checker) values(ind *Indicator, f *formula.Formula, ms []*Measurement, at calendar.Date) {
	all := calendar.Span{}
	for _, m := range ms {
		if m != nil && m.Indicator == ind.ID && m.Span.Valid() {
			all = hull(all, m.Span)
		}
	}
	var buf [16]taken
	list := take(buf[:0], ind, ms, all, at)
	num, den, ratio := f.Percentage()
	var divisor string
	var first calendar.Span
	zeros, hundreds := 0, 0
	for _, t := range list {
		v, err := f.Eval(func(symbol string) (exact.Number, bool) {
			if n := t.m.value(symbol); n != nil {
				return *n, true
			}
			return exact.Number{}, false
		})
		e, _ := err.(*formula.EvalError)
		switch {
		case e != nil && e.Err == exact.ErrDivisionByZero:
			if zeros == 0 {
				divisor, first = e.Symbol, t.m.Span
			}
			zeros++
		case err == nil && v == exact.Int(100):
			hundreds++
		}
	}
	if zeros > 0 && ind.ZeroDenominator != formula.ZeroFull {
		c.add(norm.Warning, CodeZeroDenominator, "",
			norm.Arg{Name: "divisor", Value: norm.Text(divisor)},
			norm.Arg{Name: "start", Value: first.Start}, norm.Arg{Name: "end", Value: first.End},
			norm.Arg{Name: "count", Value: norm.Count(zeros)})
	}
	if !ratio {
		return
	}
	if num == den {
		hundreds = 0
	} else if hundreds < alwaysHundredPeriods || hundreds < len(list) {
		return
	}
	c.add(norm.Warning, CodeAlwaysHundred, "formula",
		norm.Arg{Name: "numerator", Value: norm.Text(num)}, norm.Arg{Name: "denominator", Value: norm.Text(den)},
		norm.Arg{Name: "count", Value: norm.Count(hundreds)})
}

// programmedSpan returns the days from the first to the last that a target of
// ind covers.
func programmedSpan(ind *Indicator) (calendar.Span, bool) {
	var all calendar.Span
	for _, t := range ind.Targets {
		if t != nil && t.Span.Valid() {
			all = hull(all, t.Span)
		}
	}
	return all, all.Valid()
}

func hull(a, b calendar.Span) calendar.Span {
	if !a.Valid() {
		return b
	}
	if b.Start.Before(a.Start) {
		a.Start = b.Start
	}
	if b.End.After(a.End) {
		a.End = b.End
	}
	return a
}
