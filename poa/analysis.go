package poa

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Analysis is all that can be computed of a plan on a day. Renderers read it
// and compute nothing. It points into the plan it was made of; both are
// immutable and safe for concurrent use.
type Analysis struct {
	Plan  *Plan
	Today calendar.Date
	// Year is the fiscal year, 1 January to 31 December.
	Year calendar.Span
	// Calendar answers for the plan's profile and the office's own days in a window
	// around the year; it is nil where the document names a profile the Env does not
	// have.
	Calendar *calendar.Calendar
	// General is Calendar without the office's own days: the law's deadlines fall on
	// its days.
	General *calendar.Calendar

	// The lists below stand in the order of the document.
	Periods    []PeriodStatus
	Activities []*ActivityStatus
	// Count is how many activities are in each State.
	Count      [StateLate + 1]int
	Campaigns  []CampaignStatus
	Budget     BudgetStatus
	Indicators []IndicatorStatus

	// Findings are complete, in the order of the document.
	Findings []norm.Finding

	results [partCount]*result
}

// State is where an activity stands on a day. The zero value is unspecified.
type State uint8

const (
	StateUndated    State = iota + 1 // has no usable dates
	StateNotStarted                  // begins after today
	StateUnderWay                    // runs today, with nothing overdue
	StateDone                        // reached its yearly target
	StateLate                        // less was done than was due by the end of last month, or it ended short
)

// PeriodStatus is a period on a day.
type PeriodStatus struct {
	Period *Period `json:"period,omitempty"`
	// BusinessDays of the whole period, and of its part up to and with today.
	BusinessDays int `json:"businessDays"`
	Elapsed      int `json:"elapsed"`
	// Activities counts those told in the period.
	Activities int `json:"activities"`
	// Closed is the record that closed it, or nil.
	Closed *Close `json:"closed,omitempty"`
}

// ActivityStatus is an activity on a day.
type ActivityStatus struct {
	Activity *Activity `json:"activity,omitempty"`
	// Period, Post and Administration are what the activity names, or nil.
	// Administration is the one in office on the last day of the activity.
	Period         *Period         `json:"period,omitempty"`
	Post           *Post           `json:"post,omitempty"`
	Administration *Administration `json:"administration,omitempty"`
	// BusinessDays from start to end, both in.
	BusinessDays int `json:"businessDays"`
	// Planned is the target of the year, Expected what should be done by the end
	// of the last whole month before today, Done what was reported by today.
	Planned  exact.Number `json:"planned"`
	Expected exact.Number `json:"expected"`
	Done     exact.Number `json:"done"`
	State    State        `json:"state,omitzero"`

	findings []norm.Finding
	period   int // position in Analysis.Periods, or -1
}

// CampaignStatus is a campaign on a day.
type CampaignStatus struct {
	Campaign *Campaign `json:"campaign,omitempty"`
	// Days of diffusion, natural, both ends in.
	Days int `json:"days"`
	// Cost is the sum of the media plan, VAT included.
	Cost budget.Money `json:"cost"`
	// Conflicts are the blackouts the campaign or its media fall into, those
	// an exception lets pass included.
	Conflicts []Conflict `json:"conflicts"`
}

// Conflict is the part of a campaign that lies in a blackout.
type Conflict struct {
	Blackout *term.Blackout `json:"blackout,omitempty"`
	// Overlap is the time both share, both ends in.
	Overlap calendar.Span `json:"overlap,omitzero"`
	// Excepted tells that the campaign claims an exception of the law.
	Excepted bool `json:"excepted"`
}

// BudgetStatus is the money of a plan on a day.
type BudgetStatus struct {
	// Chapters are the lines' months summed by COG chapter, in code order.
	Chapters []budget.ChapterCost `json:"chapters"`
	// Months and Cost are the sums of all lines.
	Months budget.Months `json:"months"`
	Cost   budget.Money  `json:"cost"`
	// Funds hold the cost and ceiling of each fund, in the document's order.
	Funds   []budget.FundCost `json:"funds"`
	Ceiling budget.Money      `json:"ceiling"`
	// Gap is Cost − Ceiling: positive is what is lacking.
	Gap budget.Money `json:"gap"`
	// Statement is the ledger folded on the day.
	Statement *budget.Statement `json:"statement,omitempty"`
}

// IndicatorStatus is an indicator on a day: its result over the fiscal year.
type IndicatorStatus struct {
	Indicator *kpi.Indicator `json:"indicator,omitempty"`
	Result    kpi.Result     `json:"result,omitzero"`
}

// AdministrationStatus is what of the plan falls to one administration: the work that
// ends, the posts that end and the periods that close while it is in office.
type AdministrationStatus struct {
	Administration *Administration `json:"administration,omitempty"`
	Activities     []*Activity     `json:"activities"`
	Posts          []*Post         `json:"posts"`
	Closes         []*Period       `json:"closes"`
}

// Due is one thing that is to be done by a day.
type Due struct {
	Date calendar.Date `json:"date,omitzero"`
	Kind DueKind       `json:"kind,omitzero"`
	// Path leads to the element; it is empty for a legal deadline.
	Path norm.Path `json:"path,omitzero"`
	// Name is the element's own name; a legal deadline has Label and Basis, and
	// Period where it reports on one.
	Name   string        `json:"name"`
	Label  norm.Label    `json:"label,omitzero"`
	Period calendar.Span `json:"period,omitzero"`
	Basis  *norm.Basis   `json:"basis,omitempty"`
	// BusinessDays are those left from the day after today to Date, both in;
	// zero once Late.
	BusinessDays int `json:"businessDays"`
	// Late tells that Date is before today.
	Late bool `json:"late"`
}

// Worst returns the severity of the gravest finding about the activity itself,
// or the unspecified one.
func (s *ActivityStatus) Worst() norm.Severity {
	var worst norm.Severity
	for _, f := range s.findings {
		if worst == 0 || f.Severity < worst {
			worst = f.Severity
		}
	}
	return worst
}

// DueKind is what is due. The zero value is unspecified.
type DueKind uint8

const (
	DueActivityStart DueKind = iota + 1
	DueActivityEnd
	DueCampaignStart
	DueMeasurement
	DueEvaluation
	DueAdjustment
	DueReport
	DuePeriodClose
	DueRequest  // ask the authority for an exception
	DueDeadline // a date of the law
)
