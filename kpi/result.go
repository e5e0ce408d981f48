package kpi

import (
	"github.com/rumbo-mx/rumbo/calendar"
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
	// Measured is the number of measurements in Value, with the Incomplete ones, which
	// lack a variable and are left out of Value and Target. NotCompared is the number of
	// measurements that are left out because the days of their target were not, or not
	// yet, measured completely.
	Measured    int `json:"measured"`
	Incomplete  int `json:"incomplete"`
	NotCompared int `json:"notCompared"`
	// Unmeasured is the number of periods with a target that have ended without data, as
	// the function Unmeasured visits them, and FirstUnmeasured is the first of these
	// periods, both ends included. Neither Value nor Target includes them.
	Unmeasured      int           `json:"unmeasured"`
	FirstUnmeasured calendar.Span `json:"firstUnmeasured,omitzero"`
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
	// ReasonNoTarget means there is no target for the periods of the value.
	ReasonNoTarget
	// ReasonTargetNotDue means Target is the amount for a period that has not ended;
	// Progress is the part done so far, and less than 1 is not yet behind.
	ReasonTargetNotDue
	// ReasonNotProgrammed means the target and the value are zero. The indicator is
	// left out of every mean.
	ReasonNotProgrammed
	// ReasonUnprogrammed means the target is zero and the value is not.
	ReasonUnprogrammed
	// ReasonNegativeTarget was used for negative targets and is no longer: see Progress.
	ReasonNegativeTarget
	// ReasonNoBaseline means the sense requires a baseline, and there is none, or one
	// without a value.
	ReasonNoBaseline
	// ReasonBaselineIsTarget means baseline and target are equal; Progress is the
	// plain quotient instead.
	ReasonBaselineIsTarget
	// ReasonNoSense means the indicator has no sense.
	ReasonNoSense
	// ReasonPartlyMeasured means Target is the amount for a period that has ended, of
	// which only a part was measured; less than 1 is not behind.
	ReasonPartlyMeasured
)

// Progress returns the share of the target that a value reached, by the formula of
// the sense. If there is none, ok is false and reason explains it; if ok, reason is
// unspecified or ReasonBaselineIsTarget.
//
//   - Ascending, Regular: value ÷ target. A target of zero has no progress, except that
//     in the ascending sense a value below zero is 0.
//   - Descending: target ÷ value. For a value of zero or less it is 1, though the value
//     is beyond any share of the target; for a larger one and a target of zero, 0.
//   - A negative target, as of a percentage of variation, reverses the two, because a
//     fall of 10 is twice a fall of 5: Descending and Regular are value ÷ target;
//     Ascending is target ÷ value, and 1 for a value of zero or more.
//   - From the baseline: (value − baseline) ÷ (target − baseline). If baseline and
//     target are equal, the plain quotient above.
//   - Nominal: no progress and no reason.
//
// Progress is not capped: 1.3 is 130 %.
func Progress(sense Sense, value, target exact.Number, baseline *Baseline) (progress exact.Number, ok bool, reason Reason) {
	switch sense {
	case Ascending, Descending, Regular:
		return plainProgress(sense, value, target)
	case AscendingFromBaseline, DescendingFromBaseline:
		return baselineProgress(sense, value, target, baseline)
	case Nominal:
		return exact.Number{}, false, 0
	}
	return exact.Number{}, false, ReasonNoSense
}

// plainProgress is Progress for the senses that do not use the baseline.
func plainProgress(sense Sense, value, target exact.Number) (exact.Number, bool, Reason) {
	if target.Sign() < 0 {
		sense, value, target = sense.reversed(), value.Neg(), target.Neg()
	}
	switch {
	case sense == Descending && value.Sign() <= 0:
		return exact.Int(1), true, 0
	case sense == Descending:
		return progressOf(target.Div(value))
	case target.IsZero() && value.IsZero():
		return exact.Number{}, false, ReasonNotProgrammed
	case target.IsZero() && sense == Ascending && value.Sign() < 0:
		return exact.Number{}, true, 0
	case target.IsZero():
		return exact.Number{}, false, ReasonUnprogrammed
	}
	return progressOf(value.Div(target))
}

func baselineProgress(sense Sense, value, target exact.Number, baseline *Baseline) (exact.Number, bool, Reason) {
	if baseline == nil || baseline.Value == nil {
		return exact.Number{}, false, ReasonNoBaseline
	}
	if *baseline.Value == target {
		p, ok, reason := plainProgress(sense.plain(), value, target)
		if ok {
			reason = ReasonBaselineIsTarget
		}
		return p, ok, reason
	}
	done, err := value.Sub(*baseline.Value)
	if err != nil {
		return exact.Number{}, false, ReasonOverflow
	}
	way, err := target.Sub(*baseline.Value)
	if err != nil {
		return exact.Number{}, false, ReasonOverflow
	}
	return progressOf(done.Div(way))
}

// reversed returns the sense of the same values with the opposite sign.
func (s Sense) reversed() Sense {
	switch s {
	case Ascending:
		return Descending
	case Descending:
		return Ascending
	}
	return s
}

// plain returns the sense in the same direction that does not use the baseline.
func (s Sense) plain() Sense {
	switch s {
	case AscendingFromBaseline:
		return Ascending
	case DescendingFromBaseline:
		return Descending
	}
	return s
}

func progressOf(n exact.Number, err error) (exact.Number, bool, Reason) {
	if err != nil {
		return exact.Number{}, false, ReasonOverflow
	}
	return n, true, 0
}
