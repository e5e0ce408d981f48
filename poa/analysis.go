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
	Period *Period
	// BusinessDays of the whole period, and of its part up to and with today.
	BusinessDays, Elapsed int
	// Activities counts those told in the period.
	Activities int
	// Closed is the record that closed it, or nil.
	Closed *Close
}

// ActivityStatus is an activity on a day.
type ActivityStatus struct {
	Activity *Activity
	// Period, Post and Administration are what the activity names, or nil.
	// Administration is the one in office on the last day of the activity.
	Period         *Period
	Post           *Post
	Administration *Administration
	// BusinessDays from start to end, both in.
	BusinessDays int
	// Planned is the target of the year, Expected what should be done by the end
	// of the last whole month before today, Done what was reported by today.
	Planned, Expected, Done exact.Number
	State                   State

	findings []norm.Finding
	period   int // position in Analysis.Periods, or -1
}

// CampaignStatus is a campaign on a day.
type CampaignStatus struct {
	Campaign *Campaign
	// Days of diffusion, natural, both ends in.
	Days int
	// Cost is the sum of the media plan, VAT included.
	Cost budget.Money
	// Conflicts are the blackouts the campaign or its media fall into, those
	// an exception lets pass included.
	Conflicts []Conflict
}

// Conflict is the part of a campaign that lies in a blackout.
type Conflict struct {
	Blackout *term.Blackout
	// Overlap is the time both share, both ends in.
	Overlap calendar.Span
	// Excepted tells that the campaign claims an exception of the law.
	Excepted bool
}

// BudgetStatus is the money of a plan on a day.
type BudgetStatus struct {
	// Chapters are the lines' months summed by COG chapter, in code order.
	Chapters []budget.ChapterRow
	// Months and Cost are the sums of all lines.
	Months budget.Months
	Cost   budget.Money
	// Funds hold the cost and ceiling of each fund, in the document's order.
	Funds   []budget.FundRow
	Ceiling budget.Money
	// Gap is Cost − Ceiling: positive is what is lacking.
	Gap budget.Money
	// Statement is the ledger folded on the day.
	Statement *budget.Statement
}

// IndicatorStatus is an indicator on a day: its result over the fiscal year.
type IndicatorStatus struct {
	Indicator *kpi.Indicator
	Result    kpi.Result
}

// AdministrationStatus is what of the plan falls to one administration: the work that
// ends, the posts that end and the periods that close while it is in office.
type AdministrationStatus struct {
	Administration *Administration
	Activities     []*Activity
	Posts          []*Post
	Closes         []*Period
}

// Due is one thing that is to be done by a day.
type Due struct {
	Date calendar.Date
	Kind DueKind
	// Path leads to the element; it is empty for a legal deadline.
	Path norm.Path
	// Name is the element's own name; a legal deadline has Label and Basis, and
	// Period where it reports on one.
	Name   string
	Label  norm.Label
	Period calendar.Span
	Basis  *norm.Basis
	// BusinessDays are those left from the day after today to Date, both in;
	// zero once Late.
	BusinessDays int
	// Late tells that Date is before today.
	Late bool
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
