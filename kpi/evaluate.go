package kpi

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// Evaluate computes the value of ind over span, as known on the day at, and the target
// to compare it with.
//
// It uses the measurements of ind in ms (Measurement.Indicator is ind.ID) that are
// dated on or before at and whose span counts in span (Indicator.Counts). Of two of the
// same span it takes the later capture (on the same day, the later in ms). Of two that overlap it
// takes the longer, so that a quarter is not added to its months; of two equally long
// the later capture; and one that lacks a variable only if none other has its days.
// Measurements per campaign or per event may overlap; there a capture replaces only one
// with the same span.
//
// Each variable is accumulated by its own Accumulation, then the formula is computed
// once: the ratio of the sums, never the mean of the ratios. A measurement that lacks a
// variable is left out, except for variables that are constant or measured once. An
// indicator without a formula is its only variable or, without variables, the value
// captured.
//
// Value and target are always those of the same periods. A period has ended if its last
// day is before at. Missing data is not zero: the periods that ended without data are
// in Unmeasured and neither in Value nor in Target.
//
//   - If ind measures an amount (its formula only adds variables that are summed), the
//     target is the sum of the targets whose days were measured completely, of those
//     that overlap the longest; the value is that of the same days. If there is none,
//     it is the shortest target of the latest measurement and the value is the part
//     done: Reason is ReasonTargetNotDue if its period has not ended, otherwise
//     ReasonPartlyMeasured. Per campaign or event, a target counts if its period has
//     ended and a measurement ends within it.
//   - Otherwise the target is a level: the latest that ends on or before the last
//     measured day and has a measurement that ends within it, and the value is that of
//     the measurements up to its end. If there is none, it is the shortest in force on
//     the last measured day.
//
// Without a value the target is that of the periods that have ended or, if none has, the
// shortest in force on at. Result.Light is left unspecified; see Preset.Evaluate.
func Evaluate(ind *Indicator, ms []*Measurement, span calendar.Span, at calendar.Date) Result {
	var r Result
	r.FirstUnmeasured, r.Unmeasured = missing(ind, ms, span, at)
	m, err := ind.method()
	if err != nil {
		r.Reason = ReasonFormula
		return r
	}
	all := m.selectMeasurements(ind, ms, span, at)
	c := m.compare(ind, all, span, at)
	r.Measured, r.NotCompared = len(c.list), len(all)-len(c.list)
	for _, s := range c.list {
		if !s.complete {
			r.Incomplete++
		}
	}
	switch {
	case len(all) > 0:
		r.value(&m, ind.ZeroDenominator, c.list)
	case r.Unmeasured > 0 || due(ind, span, at):
		r.Reason = ReasonNoMeasurement
	default:
		r.Reason = ReasonNotDue
	}
	r.Target, r.HasTarget = c.target, c.ok
	switch {
	case !r.HasValue:
	case c.overflow:
		r.Reason = ReasonOverflow
	case !r.HasTarget:
		r.Reason = ReasonNoTarget
	default:
		r.Progress, r.HasProgress, r.Reason = Progress(ind.Sense, r.Value, r.Target, ind.Baseline)
		if c.remark != 0 && r.HasProgress {
			r.Reason = c.remark
		}
	}
	return r
}

// due reports whether a period of an indicator without targets has ended.
func due(ind *Indicator, span calendar.Span, at calendar.Date) bool {
	if _, ok := programmedSpan(ind); ok {
		return false
	}
	if n := ind.Frequency.Months(); n == 0 || n > 12 {
		return ended(span, at)
	}
	for p := range ind.periods(span) {
		if ended(p, at) {
			return true
		}
	}
	return false
}

// value sets the value over the measurements of list, or the reason why there is none.
func (r *Result) value(m *method, zero formula.ZeroRule, list []*selected) {
	overflow := false
	v, err := m.eval(zero, func(i int) (exact.Number, bool) {
		n, ok, err := m.accumulate(i, list)
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
		r.lacking(m, list)
	}
}

// lacking sets Symbol to the variable without a value and NoData to the reason
// captured for it. A variable that was captured has no value if another one is
// missing in the same measurement; then Symbol is the other one.
func (r *Result) lacking(m *method, list []*selected) {
	at := max(m.index(r.Symbol), 0)
	if at >= len(m.symbols) {
		return
	}
	for i := len(list) - 1; i >= 0; i-- {
		if m.value(list[i].m, at) == nil {
			continue
		}
		for k, v := range m.variables {
			if !v.once() && m.value(list[i].m, k) == nil {
				at = k
				break
			}
		}
		break
	}
	r.Symbol = m.symbols[at]
	for i := len(list) - 1; i >= 0 && r.NoData == ""; i-- {
		if rd := m.reading(list[i].m, at); rd != nil {
			r.NoData = rd.NoData
		}
	}
}
