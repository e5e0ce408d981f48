package lang

import (
	"encoding"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/formula"
	"github.com/rumbo-mx/rumbo/poa"
)

// Enum returns the label of a value of an enum. An unspecified value has the
// label "sin especificar"; a value of a type it does not know gives its wire
// key.
func (p *Printer) Enum(v encoding.TextMarshaler) string {
	text, err := v.MarshalText()
	if err != nil || len(text) == 0 {
		return p.Text("word.unspecified")
	}
	kind := enumKind(v)
	if kind == "" {
		return string(text)
	}
	return p.Text("enum." + kind + "." + string(text))
}

// enumKind is the part of the key that names the type of v.
func enumKind(v encoding.TextMarshaler) string {
	switch v.(type) {
	case norm.Status:
		return "status"
	case norm.Severity:
		return "severity"
	case norm.Op:
		return "op"
	case calendar.Weekday:
		return "weekday"
	case calendar.HolidayKind:
		return "holiday"
	case calendar.Effect:
		return "effect"
	case office.AdjustmentKind:
		return "own-day"
	case calendar.Reason:
		return "day"
	case calendar.Convention:
		return "roll"
	case term.Cycle:
		return "cycle"
	case term.Unit:
		return "unit"
	case term.Body:
		return "body"
	case budget.Kind:
		return "posting"
	case budget.Moment:
		return "moment"
	case kpi.Level:
		return "level"
	case kpi.Stage:
		return "stage"
	case kpi.Dimension:
		return "dimension"
	case kpi.Sense:
		return "sense"
	case kpi.Accumulation:
		return "accumulation"
	case formula.ZeroRule:
		return "zero-rule"
	case kpi.Frequency:
		return "frequency"
	case kpi.Reason:
		return "reason"
	case formula.Problem:
		return "problem"
	case kpi.Light:
		return "light"
	case poa.ChannelKind:
		return "channel"
	case poa.CampaignKind:
		return "campaign"
	case poa.Exception:
		return "exception"
	case poa.FollowUpKind:
		return "follow-up"
	case poa.CommitmentSection:
		return "section"
	case poa.State:
		return "state"
	case poa.DueKind:
		return "due"
	}
	return ""
}
