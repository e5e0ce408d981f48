package lang

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa"
)

// Badge shows a state by shape, colour and word: it remains readable without
// colour, in print or to a colour-blind reader.
type Badge struct {
	// Key is the wire key of the value.
	Key string
	// Label is the word.
	Label string
	// Shape is one character.
	Shape string
	// Tone names the colour for a style sheet: "good", "risk", "bad",
	// "over", "none", "wait" or "run".
	Tone string
}

// Light returns the badge of a traffic light (semáforo).
func (p *Printer) Light(l kpi.Light) Badge {
	b := Badge{Key: l.String(), Label: p.Enum(l), Shape: l.Symbol(), Tone: "none"}
	switch l {
	case kpi.LightOnTarget:
		b.Tone = "good"
	case kpi.LightAtRisk:
		b.Tone = "risk"
	case kpi.LightBehind:
		b.Tone = "bad"
	case kpi.LightExceeded:
		b.Tone = "over"
	case kpi.LightNoData:
	default:
		b.Shape = "○"
	}
	return b
}

// State returns the badge of the state of an activity.
func (p *Printer) State(s poa.State) Badge {
	b := Badge{Key: s.String(), Label: p.Enum(s), Shape: "○", Tone: "none"}
	switch s {
	case poa.StateNotStarted:
		b.Shape, b.Tone = "◇", "wait"
	case poa.StateUnderWay:
		b.Shape, b.Tone = "▶", "run"
	case poa.StateDone:
		b.Shape, b.Tone = "●", "good"
	case poa.StateLate:
		b.Shape, b.Tone = "■", "bad"
	case poa.StateToCapture:
		b.Shape, b.Tone = "◆", "risk"
	}
	return b
}

// Severity returns the badge of the severity of a finding.
func (p *Printer) Severity(s norm.Severity) Badge {
	b := Badge{Key: s.String(), Label: p.Enum(s), Shape: "○", Tone: "none"}
	switch s {
	case norm.Blocking:
		b.Shape, b.Tone = "■", "bad"
	case norm.Warning:
		b.Shape, b.Tone = "◆", "risk"
	}
	return b
}

// Status returns the badge of the certainty of a fact.
func (p *Printer) Status(s norm.Status) Badge {
	b := Badge{Key: s.String(), Label: p.Enum(s), Shape: "○", Tone: "none"}
	switch s {
	case norm.Sourced:
		b.Shape, b.Tone = "●", "good"
	case norm.Projected:
		b.Shape, b.Tone = "◇", "run"
	case norm.Disputed:
		b.Shape, b.Tone = "◆", "risk"
	}
	return b
}
