package kpi

import (
	"errors"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Light is the traffic light of an indicator (semáforo). Each has its own shape, so
// that it can be read without colour. The zero value is unspecified.
type Light uint8

const (
	LightOnTarget Light = iota + 1 // ● verde
	LightAtRisk                    // ◆ amarillo
	LightBehind                    // ■ rojo
	// LightExceeded means beyond the target by more than the preset allows: the
	// target was lax, or something is counted twice.
	LightExceeded // ▲ sobrecumplimiento
	LightNoData   // ○ sin dato
)

var lightSymbols = [...]string{
	LightOnTarget: "●", LightAtRisk: "◆", LightBehind: "■", LightExceeded: "▲", LightNoData: "○",
}

// Symbol returns the shape of l, one character, or "" if l is invalid.
func (l Light) Symbol() string {
	if int(l) < len(lightSymbols) {
		return lightSymbols[l]
	}
	return ""
}

// Edge determines to which band the upper border of a band belongs. The zero value
// is EdgeNone.
//
//wire:unlabelled
type Edge uint8

const (
	// EdgeNone means the band has no upper border; only the last band has it.
	EdgeNone Edge = iota
	// EdgeOpen means the border belongs to the next band.
	EdgeOpen
	// EdgeClosed means the border belongs to this band.
	EdgeClosed
)

// Band is a range of progress with one light, from the border of the band before it
// to its own.
type Band struct {
	Light Light `json:"light,omitzero"`
	// To is the upper border, a share of the target: 0.9 is 90 %.
	To   exact.Number `json:"to,omitzero"`
	Edge Edge         `json:"edge,omitzero"`
}

// Preset is the traffic-light rule of one public body (parámetros de
// semaforización). No law sets national thresholds; each body defines its own. A
// preset shared between goroutines must not be modified.
type Preset struct {
	// Key is the value of Indicator.Light that selects the preset.
	Key  string     `json:"key,omitzero"`
	Name norm.Label `json:"name,omitzero"`
	// Source is where the borders were read, Status how reliable they are, and Note
	// what was added to them.
	Source string      `json:"source,omitzero"`
	Status norm.Status `json:"status,omitzero"`
	Note   norm.Label  `json:"note,omitzero"`
	// Ascending, Descending and Regular are the bands of Progress for each sense,
	// lowest first. The senses from the baseline use Ascending, because their
	// progress increases toward the target in either direction. For a negative target
	// Ascending and Descending are exchanged, as in Progress.
	Ascending  []Band `json:"ascending,omitzero"`
	Descending []Band `json:"descending,omitzero"`
	Regular    []Band `json:"regular,omitzero"`
}

// Validate returns the first error of p: a missing key, no bands for a sense, an
// invalid light, a border missing or in excess, or borders out of order.
func (p *Preset) Validate() error {
	if p.Key == "" {
		return errors.New("kpi: preset without a key")
	}
	for _, bands := range [...][]Band{p.Ascending, p.Descending, p.Regular} {
		if len(bands) == 0 {
			return errors.New("kpi: preset " + p.Key + ": every sense needs its bands")
		}
		for i, b := range bands {
			last := i == len(bands)-1
			switch {
			case b.Light.String() == "" || b.Light == LightNoData:
				return errors.New("kpi: preset " + p.Key + ": a band shows on-target, at-risk, behind or exceeded")
			case last != (b.Edge == EdgeNone):
				return errors.New("kpi: preset " + p.Key + ": the last band, and only the last, has no border")
			case i > 0 && !last && !bands[i-1].before(b):
				return errors.New("kpi: preset " + p.Key + ": the borders must grow; band up to " + b.To.String() + " is empty")
			}
		}
	}
	return nil
}

// before reports whether some progress falls in b, which follows a.
func (a Band) before(b Band) bool {
	c := a.To.Cmp(b.To)
	return c < 0 || c == 0 && a.Edge == EdgeOpen && b.Edge == EdgeClosed
}

// Evaluate is like the function Evaluate and sets Result.Light.
func (p *Preset) Evaluate(ind *Indicator, ms []*Measurement, span calendar.Span, at calendar.Date) Result {
	r := Evaluate(ind, ms, span, at)
	r.Light = p.Light(ind, r)
	return r
}

// Light returns the light of a result of ind. Without a value, a target or a
// progress it is LightNoData; r.Reason explains it. A value that is beyond any share of
// its target, such as zero in the descending sense, has the light of the last band. A
// nominal indicator, which has no progress, is on target or behind.
//
// An amount whose period has not ended, or of which only a part was measured, has a
// light only if the rest cannot change it for the worse: if the target is reached or, in
// a descending sense, if it is not kept.
func (p *Preset) Light(ind *Indicator, r Result) Light {
	if !r.HasValue || !r.HasTarget {
		return LightNoData
	}
	if ind.Sense == Nominal {
		if r.Value == r.Target {
			return LightOnTarget
		}
		return LightBehind
	}
	if !r.HasProgress {
		return LightNoData
	}
	sense, beyond := bandsOf(ind, r.Value, r.Target)
	light := p.Of(sense, r.Progress)
	if bands := p.bands(sense); beyond && len(bands) > 0 {
		light = bands[len(bands)-1].Light
	}
	if r.Reason == ReasonTargetNotDue || r.Reason == ReasonPartlyMeasured {
		reached := light == LightOnTarget || light == LightExceeded
		if reached == (ind.Sense.plain() == Descending) {
			return LightNoData
		}
	}
	return light
}

// bandsOf returns the sense whose bands apply to the progress of a value, and whether the
// value is beyond any share of the target.
func bandsOf(ind *Indicator, value, target exact.Number) (sense Sense, beyond bool) {
	sense = ind.Sense
	if sense != sense.plain() {
		if b := ind.Baseline; b == nil || b.Value == nil || *b.Value != target {
			return sense, false
		}
		sense = sense.plain()
	}
	if target.Sign() < 0 {
		sense, value, target = sense.reversed(), value.Neg(), target.Neg()
	}
	return sense, sense == Descending && target.Sign() > 0 && value.Sign() <= 0
}

// Of returns the light of a progress under the bands of a sense, or LightNoData if
// p has no bands for it.
func (p *Preset) Of(sense Sense, progress exact.Number) Light {
	for _, b := range p.bands(sense) {
		c := progress.Cmp(b.To)
		if b.Edge == EdgeNone || c < 0 || c == 0 && b.Edge == EdgeClosed {
			return b.Light
		}
	}
	return LightNoData
}

func (p *Preset) bands(sense Sense) []Band {
	switch sense {
	case Ascending, AscendingFromBaseline, DescendingFromBaseline:
		return p.Ascending
	case Descending:
		return p.Descending
	case Regular:
		return p.Regular
	}
	return nil
}
