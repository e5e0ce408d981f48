package poa

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Analysis has the values derived from a plan on a day, and its findings. Renderers
// read it and compute nothing. It shares memory with its plan; both are immutable
// and safe for concurrent use.
type Analysis struct {
	Plan  *Plan
	Today calendar.Date
	// Year is the fiscal year, 1 January to 31 December, both included.
	Year calendar.Span
	// Calendar is the plan's calendar profile with the office's own days, for a window
	// around the year. It is nil if the fiscal year or the profile is invalid.
	Calendar *calendar.Calendar
	// General is Calendar without the office's own days. Legal deadlines are computed
	// with it.
	General *calendar.Calendar

	// The lists below are in the order of the document.
	Periods    []PeriodStatus
	Activities []*ActivityStatus
	// Count is the number of activities in each State.
	Count      [stateCount]int
	Campaigns  []CampaignStatus
	Budget     BudgetStatus
	Indicators []IndicatorStatus

	// Findings are the findings, grouped by part of the analysis. More than MaxAlike
	// with the same code and severity are one finding with their number as its Count,
	// so that the list is bounded; FindingsAt returns them one by one.
	Findings []norm.Finding

	// Missing is what the plan as a whole does not have yet.
	Missing []Missing

	results [partCount]*result
}

// State is the state of an activity on a day. The zero value is unspecified.
type State uint8

const (
	StateUndated    State = iota + 1 // has no valid dates
	StateNotStarted                  // begins after today
	StateUnderWay                    // in progress, with nothing overdue
	// StateDone: it reached its yearly target or, without targets, a record reports that
	// it has ended.
	StateDone
	// StateLate: less was done than expected by the months that can be captured no more or
	// have a record made after they ended, or it ended without reaching its target.
	StateLate
	// StateToCapture: the progress of a month that ended is not recorded yet, or only what
	// was reported before its end, and can still be; see Document.CaptureDays.
	StateToCapture

	stateCount = iota + 1
)

// PeriodStatus is the status of a period on a day.
type PeriodStatus struct {
	Period *Period `json:"period,omitempty"`
	// BusinessDays is the number of business days of the period, Elapsed of its part
	// up to and including today. Both count days within Calendar.Window only.
	BusinessDays int `json:"businessDays"`
	Elapsed      int `json:"elapsed"`
	// Activities is the number of activities of the period.
	Activities int `json:"activities"`
	// Closed is the record that closed the period, or nil.
	Closed *Close `json:"closed,omitempty"`

	inUse bool // see periodsInUse; only set if a period has no activity
}

// ActivityStatus is the status of an activity on a day.
type ActivityStatus struct {
	Activity *Activity `json:"activity,omitempty"`
	// Period and Post are those of the activity, and Administration is the one in
	// office on its last day in the fiscal year; each may be nil.
	Period         *Period         `json:"period,omitempty"`
	Post           *Post           `json:"post,omitempty"`
	Administration *Administration `json:"administration,omitempty"`
	// BusinessDays is the number of business days of its part in the fiscal year, from
	// the first to the last day, both included.
	BusinessDays int `json:"businessDays"`
	// Planned is the target of the year, Expected the target of the whole months
	// before today, Done the quantity recorded up to and including today, each combined
	// as Activity.Accumulation says. Of an activity with ProgressPercent and no targets,
	// they are percentages; see InPercent.
	Planned  exact.Number `json:"planned"`
	Expected exact.Number `json:"expected"`
	Done     exact.Number `json:"done"`
	// Recorded reports whether there is progress of any month.
	Recorded bool  `json:"recorded"`
	State    State `json:"state,omitzero"`

	findings []norm.Finding
	period   int // position in Analysis.Periods, or -1
}

// CampaignStatus is the status of a campaign on a day.
type CampaignStatus struct {
	Campaign *Campaign `json:"campaign,omitempty"`
	// Days is the number of calendar days of diffusion, both ends included.
	Days int `json:"days"`
	// Cost is the sum of the media plan, VAT included.
	Cost budget.Money `json:"cost"`
	// Conflicts are the overlaps of the campaign or its media with blackouts, also if
	// the campaign claims an exception.
	Conflicts []Conflict `json:"conflicts"`
}

// Conflict is the overlap of a campaign with a blackout.
type Conflict struct {
	Blackout *term.Blackout `json:"blackout,omitempty"`
	// Overlap is from the first to the last common day, both included.
	Overlap calendar.Span `json:"overlap,omitzero"`
	// Excepted reports whether the campaign claims an exception of the law.
	Excepted bool `json:"excepted"`
}

// BudgetStatus is the budget of a plan on a day.
type BudgetStatus struct {
	// Chapters and Concepts are the amounts of the lines summed by COG chapter and by
	// concept, in code order.
	Chapters []budget.ChapterCost `json:"chapters"`
	Concepts []budget.ClassCost   `json:"concepts"`
	// Months and Cost are the sums of all lines.
	Months budget.Months `json:"months"`
	Cost   budget.Money  `json:"cost"`
	// Funds are the cost and ceiling of each fund, in the order of the document.
	Funds []budget.FundCost `json:"funds"`
	// HasCeiling reports whether the plan has funds and all their ceilings are known;
	// otherwise Ceiling, their sum, and Gap are zero.
	HasCeiling bool         `json:"hasCeiling"`
	Ceiling    budget.Money `json:"ceiling"`
	// Gap is Cost − Ceiling; if positive, it is the amount that is not funded.
	Gap budget.Money `json:"gap"`
	// Statement is the state of the ledger on the day.
	Statement *budget.Statement `json:"statement,omitempty"`
}

// IndicatorStatus is an indicator and its result over the fiscal year, on a day.
type IndicatorStatus struct {
	Indicator *kpi.Indicator `json:"indicator,omitempty"`
	Result    kpi.Result     `json:"result,omitzero"`
}

// AdministrationStatus is the part of the plan that belongs to one administration: the
// activities that end in its term, the posts that end with it, and the periods that are
// to be closed in its term.
type AdministrationStatus struct {
	Administration *Administration `json:"administration,omitempty"`
	Activities     []*Activity     `json:"activities"`
	Posts          []*Post         `json:"posts"`
	Closes         []*Period       `json:"closes"`
}

// Due is an item that is due on a day.
type Due struct {
	Date calendar.Date `json:"date,omitzero"`
	Kind DueKind       `json:"kind,omitzero"`
	// Path is the path of the element; it is empty for a legal deadline.
	Path norm.Path `json:"path,omitzero"`
	// Name is the name of the element. A legal deadline has no name, but Label and
	// Basis, and Period if it is for a report on a period.
	Name   string        `json:"name"`
	Label  norm.Label    `json:"label,omitzero"`
	Period calendar.Span `json:"period,omitzero"`
	Basis  *norm.Basis   `json:"basis,omitempty"`
	// BusinessDays is the number of business days from the day after today to Date,
	// both included; it is zero if Late.
	BusinessDays int `json:"businessDays"`
	// Late reports whether Date is before today.
	Late bool `json:"late"`
}

// Findings returns the findings about the activity itself, one by one. The caller must not
// modify the list.
func (s *ActivityStatus) Findings() []norm.Finding { return s.findings }

// InPercent reports whether Planned and Done are percentages of the year's work, not
// quantities in Activity.Unit.
func (s *ActivityStatus) InPercent() bool {
	return s.Activity.ProgressForm == ProgressPercent && s.Activity.scheduled() == 0
}

// Worst returns the highest severity of the findings about the activity itself, or zero
// if there are no findings.
func (s *ActivityStatus) Worst() norm.Severity {
	var worst norm.Severity
	for _, f := range s.findings {
		if worst == 0 || f.Severity < worst {
			worst = f.Severity
		}
	}
	return worst
}

// DueKind is the kind of an item that is due. The zero value is unspecified.
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
	DueRequest  // request to the authority for an exception
	DueDeadline // legal deadline
)
