package kpi

import (
	"encoding"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// The findings of Check. The argument name is the indicator's.
var (
	// The formula cannot be parsed; problem is a formula.Problem.
	formulaInvalid = norm.FindingKind{Code: "indicator.formula-invalid", Severity: norm.Blocking, Args: []string{"name", "problem", "column", "near"}}
	// The formula has a symbol without a variable.
	variableUndefined = norm.FindingKind{Code: "indicator.variable-undefined", Severity: norm.Blocking, Args: []string{"name", "symbol"}}
	// The formula does not use the variable.
	variableUnused = norm.FindingKind{Code: "indicator.variable-unused", Severity: norm.Warning, Args: []string{"name", "symbol"}}
	// The indicator has no target.
	withoutTarget = norm.FindingKind{Code: "indicator.without-target", Severity: norm.Blocking, Args: []string{"name"}}
	// Periods with a target ended without a measurement: the first, and how many.
	withoutData = norm.FindingKind{Code: "indicator.without-data", Severity: norm.Warning, Args: []string{"name", "start", "end", "count"}}
	// The formula divides by zero in a measured period: the divisor as in the
	// formula, the first such period, and how many.
	zeroDenominator = norm.FindingKind{Code: "indicator.zero-denominator", Severity: norm.Warning, Args: []string{"name", "divisor", "start", "end", "count"}}
	// The indicator is a percentage of completion and was 100 % in every period;
	// count is 0 if the formula always yields 100 %.
	alwaysHundred = norm.FindingKind{Code: "indicator.always-hundred", Severity: norm.Warning, Args: []string{"name", "numerator", "denominator", "count"}}
)

// alwaysHundredPeriods is the number of periods at exactly 100 % that are a
// pattern: a year of quarters.
const alwaysHundredPeriods = 4

// Check returns the findings about ind and about its measurements in ms up to the
// day at, in the order of the fields of Indicator. A period is due if it has a
// target, the frequency requires a measurement of it, and it ended before at. Paths
// are relative to the indicator.
func Check(ind *Indicator, ms []*Measurement, at calendar.Date) []norm.Finding {
	c := checker{ind: ind}
	f, err := formula.Parse(ind.Formula)
	if err != nil {
		c.formula(err)
	} else {
		c.symbols(f)
	}
	due, ok := programmedSpan(ind)
	if !ok {
		if ind.Goal == "" {
			c.add(&withoutTarget, "targets")
		}
		return c.found
	}
	if first, n := missing(ind, ms, due, at); n > 0 {
		c.add(&withoutData, "", first.Start, first.End, norm.Count(n))
	}
	if f != nil {
		c.values(f, ms, at)
	}
	return c.found
}

type checker struct {
	ind   *Indicator
	found []norm.Finding
}

func (c *checker) add(k *norm.FindingKind, path norm.Path, values ...encoding.TextMarshaler) {
	c.found = append(c.found, k.At(path, append([]encoding.TextMarshaler{norm.Text(c.ind.Name)}, values...)...))
}

func (c *checker) formula(err error) {
	e, ok := err.(*formula.Error)
	if !ok {
		return
	}
	c.add(&formulaInvalid, "formula", e.Problem, norm.Count(e.Column), norm.Text(e.Near))
}

func (c *checker) symbols(f *formula.Formula) {
	for _, s := range f.Symbols() {
		if c.ind.variable(s) == nil {
			c.add(&variableUndefined, "formula", norm.Text(s))
		}
	}
	for _, v := range c.ind.Variables {
		if v != nil && !f.Uses(v.Symbol) {
			c.add(&variableUnused, norm.Path("variables").Item(v.ID), norm.Text(v.Symbol))
		}
	}
}

// values checks each measured period by itself.
func (c *checker) values(f *formula.Formula, ms []*Measurement, at calendar.Date) {
	all := calendar.Span{}
	for _, m := range ms {
		if m != nil && m.Indicator == c.ind.ID && m.Span.Valid() {
			all = hull(all, m.Span)
		}
	}
	list := selectMeasurements(c.ind, ms, all, at)
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
	if zeros > 0 && c.ind.ZeroDenominator != formula.ZeroFull {
		c.add(&zeroDenominator, "", norm.Text(divisor), first.Start, first.End, norm.Count(zeros))
	}
	if !ratio {
		return
	}
	if num == den {
		hundreds = 0
	} else if hundreds < alwaysHundredPeriods || hundreds < len(list) {
		return
	}
	c.add(&alwaysHundred, "formula", norm.Text(num), norm.Text(den), norm.Count(hundreds))
}

// programmedSpan returns the span from the first to the last day that a target of
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
