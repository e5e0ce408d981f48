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
// It uses the measurements of ms that are ind's (Measurement.Indicator is ind.ID), dated
// on or before at, whose span lies within span. Of two whose spans overlap it uses the
// wider one, and of two equally wide the later one (on the same day, the later in ms), so
// that a quarter is not added to its months. Measurements per campaign or per event may
// overlap; of those, only one with the same span replaces another.
//
// Each variable is accumulated by its own Accumulation, then the formula is
// computed once: the ratio of the sums, never the mean of the ratios. A
// measurement that lacks a variable that adds up is left out of all sums.
//
// The target of an amount (a formula that only adds variables that add up) is the sum of
// the targets within span that ended by at; of any other indicator, the latest such
// target. If none has ended, it is the narrowest in force on at; that of an amount is
// then not yet due (ReasonTargetNotDue).
//
// Result.Light is left to Preset.Evaluate.
func Evaluate(ind *Indicator, ms []*Measurement, span calendar.Span, at calendar.Date) Result {
	var r Result
	f, err := formula.Parse(ind.Formula)
	if err != nil {
		r.Reason = ReasonFormula
		return r
	}
	list := take(ind, ms, span, at)
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

// taken is a measurement that counts. complete says that it has every variable
// that adds up.
type taken struct {
	m        *Measurement
	complete bool
}

// take selects the measurements that count and puts them in order of time.
func take(ind *Indicator, ms []*Measurement, span calendar.Span, at calendar.Date) []taken {
	var list []*Measurement
	for _, m := range slices.Backward(ms) {
		if m != nil && m.Indicator == ind.ID && !m.Date.IsZero() && !m.Date.After(at) &&
			m.Span.Valid() && span.Valid() && span.Covers(m.Span) {
			list = append(list, m)
		}
	}
	// The wider first, then the later.
	slices.SortStableFunc(list, func(a, b *Measurement) int {
		return cmp.Or(cmp.Compare(b.Span.Days(), a.Span.Days()), b.Date.Compare(a.Date))
	})
	overlapping := ind.Frequency == PerCampaign || ind.Frequency == PerEvent
	kept := make([]taken, 0, len(list))
	for _, m := range list {
		i, same := slices.BinarySearchFunc(kept, m.Span, func(t taken, s calendar.Span) int {
			return cmp.Or(t.m.Span.End.Compare(s.End), t.m.Span.Start.Compare(s.Start))
		})
		overlaps := i > 0 && kept[i-1].m.Span.Overlaps(m.Span) || i < len(kept) && kept[i].m.Span.Overlaps(m.Span)
		if !same && (overlapping || !overlaps) {
			kept = slices.Insert(kept, i, taken{m: m})
		}
	}
	return kept
}

func (r *Result) value(ind *Indicator, f *formula.Formula, list []taken) {
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

// missing sets the variable without a value, and the text that was written instead. It is
// not Symbol if Symbol has values that were left out of the sums because another variable
// lacks one.
func (r *Result) missing(ind *Indicator, f *formula.Formula, list []taken) {
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

// accumulate returns one value for those of a variable, oldest first. A variable without
// an accumulation takes the last.
func accumulate(v *Variable, list []taken) (total exact.Number, ok bool, err error) {
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
		if v != nil && v.Symbol == symbol {
			return v
		}
	}
	return nil
}

func (m *Measurement) reading(symbol string) *Reading {
	for i := range m.Values {
		if m.Values[i].Symbol == symbol {
			return &m.Values[i]
		}
	}
	return nil
}

// value returns the value of a variable, or nil.
func (m *Measurement) value(symbol string) *exact.Number {
	if rd := m.reading(symbol); rd != nil {
		return rd.Value
	}
	return nil
}

// adds reports whether the values of v from several periods are summed.
func (v *Variable) adds() bool {
	return v.Accumulation == AccumulateSum || v.Accumulation == AccumulateAverage
}

// target returns the target that the value over span is compared with on the day at. due
// is false for an amount whose period has not ended.
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

// adds reports whether ind measures an amount: the value of two periods is the sum of
// theirs.
func (ind *Indicator) adds(f *formula.Formula) bool {
	for _, s := range f.Symbols() {
		if v := ind.variable(s); v == nil || v.Accumulation != AccumulateSum {
			return false
		}
	}
	return f.Additive()
}

// programmed sums the targets within span that ended by at; of two that
// overlap the wider counts, and of two for the same span the later in the list.
func programmed(ind *Indicator, span calendar.Span, at calendar.Date) (total exact.Number, ok bool) {
	for i, t := range ind.Targets {
		if !counts(t, span, at) || covered(ind.Targets, i, span, at) {
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

func counts(t *Target, span calendar.Span, at calendar.Date) bool {
	return t != nil && t.Span.Valid() && span.Covers(t.Span) && !t.Span.End.After(at)
}

func covered(targets []*Target, i int, span calendar.Span, at calendar.Date) bool {
	t := targets[i]
	for j, o := range targets {
		if j == i || !counts(o, span, at) || !o.Span.Overlaps(t.Span) {
			continue
		}
		if do, dt := o.Span.Days(), t.Span.Days(); do > dt || do == dt && j > i {
			return true
		}
	}
	return false
}

// inForce returns the narrowest target that touches span and holds on at.
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

// missing returns the first period of span that ended before at and has no
// measurement on or before at, and how many there are.
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
