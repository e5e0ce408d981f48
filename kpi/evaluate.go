package kpi

import (
	"cmp"
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// Evaluate computes the value of ind over span, as known on the day at.
//
// It uses the measurements of ind in ms (Measurement.Indicator is ind.ID) that are
// dated on or before at and whose span lies within span. Of two that overlap it
// takes the one with the longer span, and of two equally long the later capture (on
// the same day, the later in ms), so that a quarter is not added to its months.
// Measurements per campaign or per event may overlap; there a capture replaces only
// one with the same span.
//
// Each variable is accumulated by its own Accumulation, then the formula is
// computed once: the ratio of the sums, never the mean of the ratios. A measurement
// that lacks a variable that is summed is left out of all sums.
//
// If ind measures an amount (its formula only adds variables that are summed), the
// target is the sum of the targets within span that ended by at: the amount
// programmed to date. Otherwise it is the latest such target. If none has ended, it
// is the shortest in force on at; the target of an amount is then not yet due
// (ReasonTargetNotDue).
//
// Result.Light is left unspecified; see Preset.Evaluate.
func Evaluate(ind *Indicator, ms []*Measurement, span calendar.Span, at calendar.Date) Result {
	var r Result
	f, err := formula.Parse(ind.Formula)
	if err != nil {
		r.Reason = ReasonFormula
		return r
	}
	list := selectMeasurements(ind, ms, span, at)
	r.Measured = len(list)
	if len(list) == 0 {
		r.Reason = ReasonNotDue
		if _, n := missing(ind, ms, span, at); n > 0 {
			r.Reason = ReasonNoMeasurement
		}
	} else {
		r.value(ind, f, list)
	}
	var due bool
	r.Target, due, r.HasTarget = target(ind, f, span, at)
	switch {
	case r.Reason != 0 && !r.HasValue:
	case !r.HasTarget:
		r.Reason = ReasonNoTarget
	default:
		r.Progress, r.HasProgress, r.Reason = Progress(ind.Sense, r.Value, r.Target, ind.Baseline)
		if !due && r.HasProgress {
			r.Reason = ReasonTargetNotDue
		}
	}
	return r
}

// selected is a measurement that is evaluated. It is complete if it has every
// variable that is summed.
type selected struct {
	m        *Measurement
	complete bool
}

// selectMeasurements returns the measurements to evaluate, ordered by the end of
// their spans.
func selectMeasurements(ind *Indicator, ms []*Measurement, span calendar.Span, at calendar.Date) []selected {
	var list []*Measurement
	for _, m := range slices.Backward(ms) {
		if m != nil && m.Indicator == ind.ID && !m.Date.IsZero() && !m.Date.After(at) &&
			m.Span.Valid() && span.Valid() && span.Covers(m.Span) {
			list = append(list, m)
		}
	}
	// The longer first, then the later.
	slices.SortStableFunc(list, func(a, b *Measurement) int {
		return cmp.Or(cmp.Compare(b.Span.Days(), a.Span.Days()), b.Date.Compare(a.Date))
	})
	overlapping := ind.Frequency == PerCampaign || ind.Frequency == PerEvent
	kept := make([]selected, 0, len(list))
	for _, m := range list {
		i, same := slices.BinarySearchFunc(kept, m.Span, func(t selected, s calendar.Span) int {
			return cmp.Or(t.m.Span.End.Compare(s.End), t.m.Span.Start.Compare(s.Start))
		})
		overlaps := i > 0 && kept[i-1].m.Span.Overlaps(m.Span) || i < len(kept) && kept[i].m.Span.Overlaps(m.Span)
		if !same && (overlapping || !overlaps) {
			kept = slices.Insert(kept, i, selected{m: m})
		}
	}
	return kept
}

func (r *Result) value(ind *Indicator, f *formula.Formula, list []selected) {
	for i := range list {
		list[i].complete = complete(ind, f, list[i].m)
		if !list[i].complete {
			r.Incomplete++
		}
	}
	overflow := false
	v, err := f.EvalWith(ind.ZeroDenominator, func(symbol string) (exact.Number, bool) {
		n, ok, err := accumulate(ind.variable(symbol), list)
		overflow = overflow || err != nil
		return n, ok
	})
	if err == nil {
		r.Value, r.HasValue = v, true
		return
	}
	if e, ok := err.(*formula.EvalError); ok {
		r.Symbol, err = e.Symbol, e.Err
	}
	switch {
	case overflow || err == exact.ErrOverflow:
		r.Reason = ReasonOverflow
	case err == exact.ErrDivisionByZero:
		r.Reason = ReasonZeroDenominator
	default:
		r.Reason = ReasonVariableMissing
		r.missing(ind, f, list)
	}
}

// missing sets Symbol to the variable without a value and NoData to the reason
// captured for it. A variable that was captured has no value if another one is
// missing in the same measurement; then Symbol is the other one.
func (r *Result) missing(ind *Indicator, f *formula.Formula, list []selected) {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].m.value(r.Symbol) == nil {
			continue
		}
		for _, s := range f.Symbols() {
			if v := ind.variable(s); v != nil && v.adds() && list[i].m.value(s) == nil {
				r.Symbol = s
				break
			}
		}
		break
	}
	for i := len(list) - 1; i >= 0 && r.NoData == ""; i-- {
		if rd := list[i].m.reading(r.Symbol); rd != nil {
			r.NoData = rd.NoData
		}
	}
}

func complete(ind *Indicator, f *formula.Formula, m *Measurement) bool {
	for _, v := range ind.Variables {
		if v != nil && v.adds() && f.Uses(v.Symbol) && m.value(v.Symbol) == nil {
			return false
		}
	}
	return true
}

// accumulate combines the values of a variable, oldest first. If v has no
// Accumulation, it returns the last value.
func accumulate(v *Variable, list []selected) (total exact.Number, ok bool, err error) {
	if v == nil {
		return exact.Number{}, false, nil
	}
	days := 0
	for i := range list {
		captured := list[i].m.value(v.Symbol)
		if captured == nil {
			continue
		}
		value := *captured
		switch v.Accumulation {
		case AccumulateSum, AccumulateAverage:
			if !list[i].complete {
				continue
			}
			if v.Accumulation == AccumulateAverage {
				n := list[i].m.Span.Days()
				days += n
				if value, err = value.Mul(exact.Int(int64(n))); err != nil {
					return exact.Number{}, false, err
				}
			}
			if total, err = total.Add(value); err != nil {
				return exact.Number{}, false, err
			}
		case AccumulateMax:
			if !ok || value.Cmp(total) > 0 {
				total = value
			}
		default:
			total = value
		}
		ok = true
	}
	if ok && v.Accumulation == AccumulateAverage {
		total, err = total.Div(exact.Int(int64(days)))
	}
	return total, ok && err == nil, err
}

func (ind *Indicator) variable(symbol string) *Variable {
	for _, v := range ind.Variables {
		if v != nil && sameSymbol(v.Symbol, symbol) {
			return v
		}
	}
	return nil
}

func (m *Measurement) reading(symbol string) *Reading {
	for i := range m.Values {
		if sameSymbol(m.Values[i].Symbol, symbol) {
			return &m.Values[i]
		}
	}
	return nil
}

// sameSymbol reports whether two symbols are equal for a formula: 𝑁𝑉𝐷, copied from the
// equation of a word processor, is NVD.
func sameSymbol(a, b string) bool { return a == b || formula.Symbol(a) == formula.Symbol(b) }

// value returns the value of a variable, or nil if there is none.
func (m *Measurement) value(symbol string) *exact.Number {
	if rd := m.reading(symbol); rd != nil {
		return rd.Value
	}
	return nil
}

// adds reports whether the values of v in several periods are summed or averaged.
func (v *Variable) adds() bool {
	return v.Accumulation == AccumulateSum || v.Accumulation == AccumulateAverage
}

// target returns the target of the value over span on the day at. due is false for
// an amount whose period has not ended.
func target(ind *Indicator, f *formula.Formula, span calendar.Span, at calendar.Date) (total exact.Number, due, ok bool) {
	if !span.Valid() {
		return exact.Number{}, false, false
	}
	if span.End.Before(at) {
		at = span.End
	}
	if ind.adds(f) {
		if total, ok = programmed(ind, span, at); ok {
			return total, true, true
		}
		t := inForce(ind, span, at)
		if t == nil {
			return exact.Number{}, false, false
		}
		return t.Value, false, true
	}
	var latest *Target
	for _, t := range ind.Targets {
		if t == nil || !t.Span.Valid() || !span.Covers(t.Span) || t.Span.End.After(at) {
			continue
		}
		if latest == nil || t.Span.End.After(latest.Span.End) ||
			t.Span.End == latest.Span.End && !t.Span.Start.After(latest.Span.Start) {
			latest = t
		}
	}
	if latest == nil {
		latest = inForce(ind, span, at)
	}
	if latest == nil {
		return exact.Number{}, false, false
	}
	return latest.Value, true, true
}

// adds reports whether ind measures an amount: its value over two periods is the
// sum of their values.
func (ind *Indicator) adds(f *formula.Formula) bool {
	for _, s := range f.Symbols() {
		if v := ind.variable(s); v == nil || v.Accumulation != AccumulateSum {
			return false
		}
	}
	return f.Additive()
}

// programmed adds up the targets within span that ended by at. Of two that overlap
// it takes the longer, and of two for the same span the later in the list.
func programmed(ind *Indicator, span calendar.Span, at calendar.Date) (total exact.Number, ok bool) {
	for i, t := range ind.Targets {
		if !endedWithin(t, span, at) || overridden(ind.Targets, i, span, at) {
			continue
		}
		sum, err := total.Add(t.Value)
		if err != nil {
			return exact.Number{}, false
		}
		total, ok = sum, true
	}
	return total, ok
}

func endedWithin(t *Target, span calendar.Span, at calendar.Date) bool {
	return t != nil && t.Span.Valid() && span.Covers(t.Span) && !t.Span.End.After(at)
}

func overridden(targets []*Target, i int, span calendar.Span, at calendar.Date) bool {
	t := targets[i]
	for j, o := range targets {
		if j == i || !endedWithin(o, span, at) || !o.Span.Overlaps(t.Span) {
			continue
		}
		if do, dt := o.Span.Days(), t.Span.Days(); do > dt || do == dt && j > i {
			return true
		}
	}
	return false
}

// inForce returns the shortest target that overlaps span and contains at.
func inForce(ind *Indicator, span calendar.Span, at calendar.Date) *Target {
	var best *Target
	for _, t := range ind.Targets {
		if t == nil || !t.Span.Valid() || !t.Span.Overlaps(span) || !t.Span.Contains(at) {
			continue
		}
		if best == nil || t.Span.Days() <= best.Span.Days() {
			best = t
		}
	}
	return best
}

// missing returns the first period of span that ended before at without a
// measurement dated by at, and the number of such periods.
func missing(ind *Indicator, ms []*Measurement, span calendar.Span, at calendar.Date) (first calendar.Span, n int) {
	if !span.Valid() {
		return first, 0
	}
	note := func(period calendar.Span) {
		if measured(ind, ms, period, at) {
			return
		}
		if n == 0 {
			first = period
		}
		n++
	}
	months := ind.Frequency.Months()
	if months == 0 || months > 12 {
		if span.End.Before(at) {
			note(span)
		}
		return first, n
	}
	m := span.Start.YearMonth()
	m = m.Add(-((m.Number() - 1) % months))
	for {
		period := calendar.Span{Start: m.First(), End: m.Add(months - 1).Last()}
		if !period.Valid() || !period.End.Before(at) || period.End.After(span.End) {
			return first, n
		}
		if !period.Start.Before(span.Start) {
			note(period)
		}
		m = m.Add(months)
	}
}

func measured(ind *Indicator, ms []*Measurement, period calendar.Span, at calendar.Date) bool {
	for _, m := range ms {
		if m != nil && m.Indicator == ind.ID && !m.Date.IsZero() && !m.Date.After(at) && m.Span.Overlaps(period) {
			return true
		}
	}
	return false
}
