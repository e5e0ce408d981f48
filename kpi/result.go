package kpi

import (
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Result is the value of an indicator over a span of days, as known on a day.
type Result struct {
	// Value is exact and valid only if HasValue. No data is not zero.
	Value    exact.Number `json:"value"`
	HasValue bool         `json:"hasValue"`
	// Target is the target to compare Value with, valid only if HasTarget.
	Target    exact.Number `json:"target"`
	HasTarget bool         `json:"hasTarget"`
	// Progress is a share, 1 for the whole target, never capped; valid only if
	// HasProgress. Sense determines its formula.
	Progress    exact.Number `json:"progress"`
	HasProgress bool         `json:"hasProgress"`
	// Reason is why the value, the target or the progress is missing, in this
	// order, or else a remark about them; unspecified if there is none.
	Reason Reason `json:"reason,omitzero"`
	// Symbol is the variable or the divisor to which Reason applies.
	Symbol string `json:"symbol"`
	// NoData is the reason captured instead of a value of that variable.
	NoData string `json:"noData"`
	// Measured is the number of measurements in Value. Incomplete is how many of
	// them lack a variable that is summed; they are left out of every sum, so that
	// numerator and denominator cover the same periods.
	Measured   int `json:"measured"`
	Incomplete int `json:"incomplete"`
	// Light is set by Preset.Evaluate; Evaluate leaves it unspecified.
	Light Light `json:"light,omitzero"`
}

// Reason is why a Result is not complete. The zero value is unspecified: there is
// nothing to explain.
type Reason uint8

const (
	// ReasonNotDue means there is no measurement, and no period has ended.
	ReasonNotDue Reason = iota + 1
	// ReasonNoMeasurement means there is no measurement, and a period has ended.
	ReasonNoMeasurement
	// ReasonVariableMissing means Symbol has no value; NoData may explain it.
	ReasonVariableMissing
	// ReasonZeroDenominator means the divisor Symbol is zero.
	ReasonZeroDenominator
	// ReasonOverflow means the exact figure does not fit in a Number.
	ReasonOverflow
	// ReasonFormula means the formula cannot be parsed; Check reports the error.
	ReasonFormula
	// ReasonNoTarget means no target within the span has ended and none is in force.
	ReasonNoTarget
	// ReasonTargetNotDue means Target is the amount for a period that has not ended;
	// Progress is the part done so far, and less than 1 is not yet behind.
	ReasonTargetNotDue
	// ReasonNotProgrammed means the target and the value are zero. The indicator is
	// left out of every mean.
	ReasonNotProgrammed
	// ReasonUnprogrammed means the target is zero and the value is not.
	ReasonUnprogrammed
	// ReasonNegativeTarget means the target is negative, for which a quotient is
	// meaningless; the senses from the baseline accept one.
	ReasonNegativeTarget
	// ReasonNoBaseline means the sense requires a baseline, and there is none.
	ReasonNoBaseline
	// ReasonBaselineIsTarget means baseline and target are equal; Progress is the
	// plain quotient instead.
	ReasonBaselineIsTarget
	// ReasonNoSense means the indicator has no sense.
	ReasonNoSense
)

// Progress returns the share of the target that a value reached, by the formula of
// the sense. If there is none, ok is false and reason explains it; if ok, reason is
// unspecified or ReasonBaselineIsTarget.
//
//   - Ascending, Regular: value ÷ target. A target of zero has no progress.
//   - Descending: target ÷ value. For a value of zero or less it is 1; for a larger
//     one and a target of zero, 0.
//   - From the baseline: (value − baseline) ÷ (target − baseline). If baseline and
//     target are equal, the plain quotient above.
//   - Nominal: no progress and no reason.
//
// Progress is not capped: 1.3 is 130 %.
func Progress(sense Sense, value, target exact.Number, baseline *Baseline) (progress exact.Number, ok bool, reason Reason) {
	switch sense {
	case Ascending, Regular:
		return share(value, target)
	case Descending:
		return reverseShare(value, target)
	case AscendingFromBaseline, DescendingFromBaseline:
		return baselineShare(sense, value, target, baseline)
	case Nominal:
		return exact.Number{}, false, 0
	}
	return exact.Number{}, false, ReasonNoSense
}

func share(value, target exact.Number) (exact.Number, bool, Reason) {
	switch {
	case target.IsZero() && value.IsZero():
		return exact.Number{}, false, ReasonNotProgrammed
	case target.IsZero():
		return exact.Number{}, false, ReasonUnprogrammed
	case target.Sign() < 0:
		return exact.Number{}, false, ReasonNegativeTarget
	}
	return progressOf(value.Div(target))
}

func reverseShare(value, target exact.Number) (exact.Number, bool, Reason) {
	switch {
	case target.Sign() < 0:
		return exact.Number{}, false, ReasonNegativeTarget
	case value.Sign() <= 0:
		return exact.Int(1), true, 0
	}
	return progressOf(target.Div(value))
}

func baselineShare(sense Sense, value, target exact.Number, baseline *Baseline) (exact.Number, bool, Reason) {
	if baseline == nil {
		return exact.Number{}, false, ReasonNoBaseline
	}
	if baseline.Value == target {
		p, ok, reason := share(value, target)
		if sense == DescendingFromBaseline {
			p, ok, reason = reverseShare(value, target)
		}
		if ok {
			reason = ReasonBaselineIsTarget
		}
		return p, ok, reason
	}
	done, err := value.Sub(baseline.Value)
	if err != nil {
		return exact.Number{}, false, ReasonOverflow
	}
	way, err := target.Sub(baseline.Value)
	if err != nil {
		return exact.Number{}, false, ReasonOverflow
	}
	return progressOf(done.Div(way))
}

func progressOf(n exact.Number, err error) (exact.Number, bool, Reason) {
	if err != nil {
		return exact.Number{}, false, ReasonOverflow
	}
	return n, true, 0
}
