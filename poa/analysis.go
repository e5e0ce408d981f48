package poa

import (
	"math"

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

	names lookup                    // what the document's ids lead to
	told  tally                     // what the activities add up to
	parts [partCount][]norm.Finding // Findings before they are put in a row
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
	// Planned is the target of the year, Due what should be done by the end
	// of the last whole month before today, Done what was reported by today.
	Planned, Due, Done exact.Number
	State              State

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

// Terms sorts the work of the year by the administration it falls to. It is
// made anew at each call.
func (a *Analysis) Terms() []TermStatus { return a.terms() }

// TermStatus is what of the plan falls to one administration: the work that
// ends, the posts that hold office and the periods that close in its term.
type TermStatus struct {
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

// Due lists what is to be done by the end of the day that lies days natural
// days after today, and what is late, by date. Legal deadlines that have
// passed are left out: nothing in a plan says whether they were met.
func (a *Analysis) Due(days int) []Due {
	all, _ := a.due(days, math.MaxInt/4)
	return all
}

// DueFirst returns the first most of Due, and how many Due has. On a large
// plan it costs much less.
func (a *Analysis) DueFirst(days, most int) (first []Due, total int) {
	return a.due(days, max(most, 0))
}

// SameDue reports whether a and b, of the same day, have the same things due
// within so many days, by looking at what changed between them alone: a true
// answer is sure, a false one may be overcautious.
func (a *Analysis) SameDue(b *Analysis, days int) bool { return a.sameDue(b, days) }

// SameFindings reports whether a and b found the same without looking at each
// finding: a true answer is sure, a false one may be overcautious.
func (a *Analysis) SameFindings(b *Analysis) bool {
	for i := range a.parts {
		if !same(a.parts[i], b.parts[i]) {
			return false
		}
	}
	return true
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
