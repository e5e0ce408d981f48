package kpi

import (
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Result is the value of an indicator over a span of days, as known on a day.
type Result struct {
	// Value is exact and meaningful only with HasValue. No data is not zero.
	Value    exact.Number `json:"value"`
	HasValue bool         `json:"hasValue"`
	// Target is what Value is compared with, meaningful only with HasTarget.
	Target    exact.Number `json:"target"`
	HasTarget bool         `json:"hasTarget"`
	// Progress is a share, 1 for the whole, never capped; meaningful only
	// with HasProgress. Its formula is the one Sense names.
	Progress    exact.Number `json:"progress"`
	HasProgress bool         `json:"hasProgress"`
	// Reason is why there is no value, no target or no progress, whichever comes first,
	// or a remark about them; unspecified for none.
	Reason Reason `json:"reason,omitzero"`
	// Symbol is the variable, or the divisor, that Reason speaks of.
	Symbol string `json:"symbol"`
	// NoData is the text that was captured in place of that variable.
	NoData string `json:"noData"`
	// Measured is how many measurements make Value; Incomplete is how many of
	// them lack a variable that adds up, and are left out of every sum so
	// that numerator and denominator speak of the same periods.
	Measured   int `json:"measured"`
	Incomplete int `json:"incomplete"`
	// Light is set by Preset.Evaluate; Evaluate leaves it unspecified.
	Light Light `json:"light,omitzero"`
}

// Reason is why a Result is not complete. The zero value is unspecified: there
// is nothing to explain.
type Reason uint8

const (
	// ReasonNotDue: nothing was measured, and no period to measure has ended.
	ReasonNotDue Reason = iota + 1
	// ReasonNoMeasurement: nothing was measured, and a period has ended.
	ReasonNoMeasurement
	// ReasonVariableMissing: Symbol has no value; NoData may have the reason.
	ReasonVariableMissing
	// ReasonZeroDenominator: Symbol, a divisor, is zero.
	ReasonZeroDenominator
	// ReasonOverflow: the exact figure does not fit.
	ReasonOverflow
	// ReasonFormula: the formula cannot be read; Check returns where.
	ReasonFormula
	// ReasonNoTarget: no target touches the span.
	ReasonNoTarget
	// ReasonTargetNotDue: the amount of Target is for the end of a period that
	// has not ended; Progress is the part done so far, and being short of it
	// is not yet being behind.
	ReasonTargetNotDue
	// ReasonNotProgrammed: the target is zero and so is the value. It is left
	// out of every mean.
	ReasonNotProgrammed
	// ReasonUnprogrammed: the target is zero and the value is not.
	ReasonUnprogrammed
	// ReasonNegativeTarget: a quotient has no meaning for a negative target; use a sense
	// from the baseline.
	ReasonNegativeTarget
	// ReasonNoBaseline: the sense needs a baseline.
	ReasonNoBaseline
	// ReasonBaselineIsTarget: baseline and target are equal; Progress is the
	// plain quotient instead.
	ReasonBaselineIsTarget
	// ReasonNoSense: the indicator has no sense.
	ReasonNoSense
)

// Progress returns the share of the target that a value reached, by the formula of the
// sense. If ok is false, reason is why; with ok true, reason is unspecified or
// ReasonBaselineIsTarget.
//
//   - Ascending, Regular: value ÷ target. A target of zero has no progress.
//   - Descending: target ÷ value. A value of zero or below is fulfilled, 1;
//     a target of zero not reached is 0.
//   - From the baseline: (value − baseline) ÷ (target − baseline). Where
//     baseline and target are equal, the plain quotient above.
//   - Nominal: none.
//
// Nothing is capped: 1.3 is 130 %.
func Progress(sense Sense, value, target exact.Number, baseline *Baseline) (progress exact.Number, ok bool, reason Reason) {
	switch sense {
	case Ascending, Regular:
		return share(value, target)
	case Descending:
		return reverseShare(value, target)
	case AscendingFromBaseline, DescendingFromBaseline:
		return shareOfWay(sense, value, target, baseline)
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

func shareOfWay(sense Sense, value, target exact.Number, baseline *Baseline) (exact.Number, bool, Reason) {
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
