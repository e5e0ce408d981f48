package kpi

import (
	"errors"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Light is the traffic light of an indicator (semáforo). The zero value is unspecified.
// Each has its own shape, so that colour is never the only sign.
type Light uint8

const (
	LightOnTarget Light = iota + 1 // ● verde
	LightAtRisk                    // ◆ amarillo
	LightBehind                    // ■ rojo
	// LightExceeded: beyond the target by more than the preset allows, a
	// state of its own: the target was lax, or something is counted twice.
	LightExceeded // ▲ sobrecumplimiento
	LightNoData   // ○ sin dato
)

var lightSymbols = [...]string{
	LightOnTarget: "●", LightAtRisk: "◆", LightBehind: "■", LightExceeded: "▲", LightNoData: "○",
}

// Symbol returns the shape of l, one character, or "" when l is not a light.
func (l Light) Symbol() string { return enumKey(lightSymbols[:], int(l)) }

// Edge is the band that the upper border of a band belongs to. The zero value is
// EdgeNone.
//
//wire:unlabelled
type Edge uint8

const (
	// EdgeNone: the band has no upper border; the last one.
	EdgeNone Edge = iota
	// EdgeOpen: the border belongs to the next band.
	EdgeOpen
	// EdgeClosed: the border belongs to this band.
	EdgeClosed
)

// Band is a run of progress that shows one light: from the border of the band
// before it to its own.
type Band struct {
	Light Light `json:"light,omitzero"`
	// To is the upper border, a share of the target: 0.9 is 90 %.
	To   exact.Number `json:"to,omitzero"`
	Edge Edge         `json:"edge,omitzero"`
}

// Preset is one body's rule of traffic lights (parámetros de semaforización).
// No law sets a national threshold; each body writes its own. It is plain
// data: treat one that others may read as immutable.
type Preset struct {
	// Key is the key in Indicator.Light.
	Key  string     `json:"key,omitzero"`
	Name norm.Label `json:"name,omitzero"`
	// Source is where the borders were read, Status how certain they are, and Note what
	// was added to them.
	Source string      `json:"source,omitzero"`
	Status norm.Status `json:"status,omitzero"`
	Note   norm.Label  `json:"note,omitzero"`
	// Ascending, Descending and Regular are the bands of Progress for each
	// sense, lowest first. A sense from the baseline uses Ascending: its
	// progress grows whichever way the value goes.
	Ascending  []Band `json:"ascending,omitzero"`
	Descending []Band `json:"descending,omitzero"`
	Regular    []Band `json:"regular,omitzero"`
}

// Validate reports the first mistake of p: bands out of order, a band after the one
// without a border, no bands for a sense, an invalid light.
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

// before reports whether b holds something above the border of a.
func (a Band) before(b Band) bool {
	c := a.To.Cmp(b.To)
	return c < 0 || c == 0 && a.Edge == EdgeOpen && b.Edge == EdgeClosed
}

// Evaluate is the function Evaluate with the light of p.
func (p *Preset) Evaluate(ind *Indicator, ms []*Measurement, span calendar.Span, at calendar.Date) Result {
	r := Evaluate(ind, ms, span, at)
	r.Light = p.Light(ind, r)
	return r
}

// Light returns the light of a result of ind. Without a value, a target or a progress it
// is LightNoData, and r.Reason is the reason. An amount whose period has not ended is
// judged only once it is reached. A nominal indicator is on target or behind.
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
	light := p.Of(ind.Sense, r.Progress)
	if r.Reason == ReasonTargetNotDue && light != LightOnTarget && light != LightExceeded {
		return LightNoData
	}
	return light
}

// Of returns the light of a progress under the bands of a sense, or LightNoData if p has
// no bands for it.
func (p *Preset) Of(sense Sense, progress exact.Number) Light {
	var bands []Band
	switch sense {
	case Ascending, AscendingFromBaseline, DescendingFromBaseline:
		bands = p.Ascending
	case Descending:
		bands = p.Descending
	case Regular:
		bands = p.Regular
	default:
	}
	for _, b := range bands {
		c := progress.Cmp(b.To)
		if b.Edge == EdgeNone || c < 0 || c == 0 && b.Edge == EdgeClosed {
			return b.Light
		}
	}
	return LightNoData
}
