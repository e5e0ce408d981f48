package kpi

import (
	"encoding"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// The findings of Check. The argument name is the indicator's.
var (
	// The formula cannot be parsed; problem is a formula.Problem.
	formulaInvalid = norm.FindingKind{Code: "indicator.formula-invalid", Severity: norm.Blocking, Args: []string{"name", "problem", "column", "near"}}
	// The formula has a symbol without a variable; want is the variable with nearly that
	// symbol, if there is one.
	variableUndefined = norm.FindingKind{Code: "indicator.variable-undefined", Severity: norm.Blocking, Args: []string{"name", "symbol", "want"}}
	// The formula does not use the variable.
	variableUnused = norm.FindingKind{Code: "indicator.variable-unused", Severity: norm.Warning, Args: []string{"name", "symbol"}}
	// The indicator has no target, neither a number for some period nor words. It has no light, but it
	// does not make other figures wrong.
	withoutTarget = norm.FindingKind{Code: "indicator.without-target", Severity: norm.Warning, Args: []string{"name"}}
	// Targets lack their value or their span, and do not count: the first, and how many.
	targetIncomplete = norm.FindingKind{Code: "indicator.target-incomplete", Severity: norm.Warning, Args: []string{"name", "count"}}
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

// Check returns the findings about ind and about its measurements in ms up to the day
// at, in the order of the fields of Indicator: CheckSpan over the calendar years of its
// targets and measurements. It looks back for missing data twelve years at most.
func Check(ind *Indicator, ms []*Measurement, at calendar.Date) []norm.Finding {
	all, _ := programmedSpan(ind)
	for _, taken := range ms {
		if ind.known(taken, at) {
			all = hull(all, taken.Span)
		}
	}
	if all.Valid() {
		all = calendar.Span{Start: calendar.YearSpan(all.Start.Year()).Start, End: calendar.YearSpan(all.End.Year()).End}
	}
	return CheckSpan(ind, ms, all, at)
}

// CheckSpan is Check for the periods and measurements that count in span, such as a fiscal
// year; see Indicator.Counts. A period is due if Unmeasured visits it and it ended before
// at: Result.Unmeasured of Evaluate is the number of them. An indicator without a formula
// needs none if it has at most one variable. Paths are relative to the indicator.
func CheckSpan(ind *Indicator, ms []*Measurement, span calendar.Span, at calendar.Date) []norm.Finding {
	c := checker{ind: ind}
	m, err := ind.method()
	switch {
	case err != nil:
		c.formula(err)
	case m.f != nil:
		c.symbols(&m)
	}
	if _, ok := programmedSpan(ind); !ok {
		if noData(c.ind.TargetText) {
			c.add(&withoutTarget, "targets")
		}
		return c.found
	}
	c.targets()
	due := span
	due.Start = laterOf(due.Start, lookBack(at)) // a target may span all years
	if first, n := missing(ind, ms, due, at); n > 0 {
		c.add(&withoutData, "", first.Start, first.End, norm.Count(n))
	}
	if m.f != nil {
		c.values(&m, ms, span, at)
	}
	return c.found
}

// targets reports the targets without a value or without a valid span.
func (c *checker) targets() {
	var first norm.Path
	n := 0
	for _, t := range c.ind.Targets {
		if t == nil || spanOf(t).Valid() {
			continue
		}
		if n++; n == 1 {
			first = norm.Path("targets").Item(t.ID).Field("span")
			if t.NoValue {
				first = norm.Path("targets").Item(t.ID).Field("value")
			}
		}
	}
	if n > 0 {
		c.add(&targetIncomplete, first, norm.Count(n))
	}
}

// noData reports whether a text says that there is nothing to say, as sheets do: "NA",
// "N/D", "no aplica", "-".
func noData(text string) bool {
	letters := strings.Map(func(r rune) rune {
		if r == ' ' || r == '/' || r == '.' || r == '-' || r == '–' || r == '—' || r == '\u00a0' {
			return -1
		}
		return r
	}, strings.ToLower(text))
	switch letters {
	case "", "na", "nd", "ni", "sd", "0", "noaplica", "nodisponible", "nodefinida", "sindato", "sinmeta", "pordefinir":
		return true
	}
	return false
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

func (c *checker) symbols(m *method) {
	for i, s := range m.symbols {
		if m.variables[i] == nil {
			var want encoding.TextMarshaler
			if near := formula.Nearest(s, c.ind.symbols()); near != "" {
				want = norm.Text(near)
			}
			c.add(&variableUndefined, "formula", norm.Text(s), want)
		}
	}
	for _, v := range c.ind.Variables {
		if v != nil && m.index(v.Symbol) < 0 {
			c.add(&variableUnused, norm.Path("variables").Item(v.ID), norm.Text(v.Symbol))
		}
	}
}

// values checks each measured period by itself.
func (c *checker) values(m *method, ms []*Measurement, span calendar.Span, at calendar.Date) {
	list := m.selectMeasurements(c.ind, ms, span, at)
	num, den, ratio := m.f.Percentage()
	var divisor string
	var first calendar.Span
	zeros, hundreds := 0, 0
	for _, t := range list {
		v, err := m.eval(formula.ZeroNoData, func(i int) (exact.Number, bool) {
			if i >= 0 {
				if n := m.value(t.m, i); n != nil {
					return *n, true
				}
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

// lookBack returns the first day for which Check reports missing data as of the day at: it
// bounds the number of periods.
func lookBack(at calendar.Date) calendar.Date {
	const years = 12 // two terms of office of six years
	if at.IsZero() || at.Year()-years < calendar.MinYear {
		return calendar.Date{}
	}
	return calendar.YearSpan(at.Year() - years).Start
}

func laterOf(a, b calendar.Date) calendar.Date {
	if b.After(a) {
		return b
	}
	return a
}
