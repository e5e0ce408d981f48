package poa

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Schema is the version of the document this package writes. It reads every
// version up to it and refuses a newer one.
const Schema = 1

// Document is an annual operating plan (Plan Operativo Anual) as it is written
// in a file. It is plain data: it may be wrong, incomplete and contradictory,
// and Analyze says where. New makes a Plan of it.
//
// Lists keep their order, which is the author's. The id of an element is
// opaque, chosen by whoever makes the element, and unique in the plan. The names of
// its JSON are those of the fields with a small first letter; schema/poa.schema.json
// has them all.
type Document struct {
	Schema int
	// ID names the plan wherever it is stored.
	ID         string
	Title      string
	FiscalYear int
	Office     Office
	Mission    string
	Vision     string
	// Norm is the norm the plan was last analyzed with.
	Norm NormRef
	// Calendar names a calendar profile of the Env, "jalisco", or several put
	// together, "jalisco + bancos", as calendar.Compose reads it.
	Calendar string
	// WorkWeek are the weekdays the office works; empty keeps those of Calendar.
	WorkWeek []calendar.Weekday
	// OwnDays are the days that the place or the office rests or works otherwise
	// than Calendar says, in the fiscal year.
	OwnDays []*office.Adjustment

	Administrations []*Administration
	Periods         []*Period
	Posts           []*Post
	Equipment       []*Equipment
	Channels        []*Channel
	Activities      []*Activity
	Campaigns       []*Campaign
	Funds           []*budget.Fund
	Lines           []*budget.Line
	Indicators      []*kpi.Indicator
	Evaluations     []*Evaluation
	Reports         []*FollowUp
	Commitments     []*Commitment

	// Records: acts make them, structural edits cannot address them.
	Ledger       []*budget.Entry    `poa:"record"`
	Measurements []*kpi.Measurement `poa:"record"`
	Progress     []*Progress        `poa:"record"`
	Closes       []*Close           `poa:"record"`

	// Illustrative lists the values that somebody made up so that the plan can
	// be seen working: each is the path of one value, none of a whole element.
	// Setting a value takes its mark away.
	Illustrative []norm.Path `poa:"annotation"`
	// Pending keeps what a person typed that is not a value yet.
	Pending []Pending `poa:"annotation"`
	// Ext is extension data, carried verbatim.
	Ext Ext
}

// Office is the unit whose plan it is (unidad responsable).
type Office struct {
	Name string
	// Key is the key of the unit in the town's own catalogue (clave de la UR).
	Key          string
	Municipality string
	State        string
	// INEGI is the five-digit code of the municipality, as in "14112".
	INEGI string
}

// NormRef names a norm and the day until which it had been verified.
type NormRef struct {
	ID       string
	Verified calendar.Date
}

// Administration is a municipal government (administración municipal) and its term of
// office.
type Administration struct {
	ID   string
	Name string
	// Span is from the first to the last day in office, both included.
	Span   calendar.Span
	Status norm.Status
}

// Period is a stretch of the fiscal year that the plan is told in.
type Period struct {
	ID   string
	Name string
	Span calendar.Span
}

// Post is a position of the office (plaza or puesto), not the person in it.
type Post struct {
	ID   string
	Name string
	// Holder is the person in the post; it may be empty.
	Holder string
	// Administration is the id of the administration the post ends with;
	// empty for a post that outlives administrations.
	Administration string `poa:"ref=administrations"`
	// ReportsTo is the id of the superior post.
	ReportsTo string `poa:"ref=posts"`
	// Monthly is the gross monthly salary.
	Monthly budget.Money
}

// Equipment is a thing the office works with, owned or to be bought.
type Equipment struct {
	ID       string
	Name     string
	Quantity int
	// Owned is false for what the plan intends to buy.
	Owned bool
	// Line is the id of the budget line that pays for it.
	Line string `poa:"ref=lines"`
}

// Channel is a way to reach the citizens: a radio, a page, a loudspeaker.
type Channel struct {
	ID       string
	Name     string
	Kind     ChannelKind
	Audience string
}

// Activity is one thing the office will do (actividad).
type Activity struct {
	ID  string
	Key string
	// Name is the activity as the plan words it.
	Name string
	// Period is the id of the period it is told in.
	Period string `poa:"ref=periods"`
	// Span is from the first to the last day of work, both in.
	Span calendar.Span
	// Responsible is the id of the post that answers for it.
	Responsible string `poa:"ref=posts"`
	// Unit is the unit of measure (unidad de medida) of Targets.
	Unit string
	// Targets is how much is to be done in each month of the fiscal year.
	Targets kpi.Months
	// Channels are the ids of the channels it uses.
	Channels []string `poa:"ref=channels"`
	// Verification is the means of verification.
	Verification string
}

// Campaign is a set of messages with one objective (campaña; LGCS art. 4-I).
type Campaign struct {
	ID        string
	Key       string
	Name      string
	Kind      CampaignKind
	Objective string
	Message   string
	Audience  string
	// Population is how many people it wants to reach.
	Population int
	// Span is from the first to the last day of diffusion, both in.
	Span calendar.Span
	// Event is the day of what the campaign announces: the feast, the report.
	Event calendar.Date
	// Exception is why the campaign may run inside an electoral blackout.
	Exception Exception
	// Grant is the number of the authority's document, for ExceptionGranted.
	Grant string
	// Activities are the ids of the activities it belongs to.
	Activities []string `poa:"ref=activities"`
	Media      []*Placement
}

// Placement is one line of a media plan: a channel, when, how often, at what
// price.
type Placement struct {
	ID      string
	Channel string `poa:"ref=channels"`
	Name    string
	Span    calendar.Span
	// Quantity is how many pieces, spots, days or issues, counted in Unit.
	Quantity int
	Unit     string
	// Cost is the whole cost of the placement, VAT included (LGCS art. 33-VII).
	Cost budget.Money
	// Line is the id of the budget line that pays for it.
	Line string `poa:"ref=lines"`
}

// Evaluation is a planned look at results, with what it found and what is
// changed because of it.
type Evaluation struct {
	ID   string
	Name string
	// Span is the time that is looked at; Date is the day it is due.
	Span        calendar.Span
	Date        calendar.Date
	Responsible string   `poa:"ref=posts"`
	Indicators  []string `poa:"ref=indicators"`
	Findings    []*Lesson
}

// Lesson is one finding of an evaluation and the adjustment it leads to.
type Lesson struct {
	ID         string
	Text       string
	Adjustment string
	// Responsible is the id of the post that makes the adjustment, by Due.
	Responsible string `poa:"ref=posts"`
	Due         calendar.Date
}

// FollowUp is a follow-up report or a presentation of results.
type FollowUp struct {
	ID          string
	Name        string
	Kind        FollowUpKind
	Span        calendar.Span
	Date        calendar.Date
	Responsible string `poa:"ref=posts"`
	// To is whom it is given to.
	To string
}

// Commitment is a duty the plan takes on in words, outside any period, and the
// elements that fulfil it.
type Commitment struct {
	ID      string
	Section CommitmentSection
	Text    string
	// By are the ids of the elements of the plan that fulfil it.
	By []string `poa:"ref=*"`
}

// Progress is how much of an activity was done in a month (avance). It is a
// record.
type Progress struct {
	ID       string
	Activity string `poa:"required,ref=activities"`
	// Month is the month in which the work was done, 1 to 12.
	Month int `poa:"required"`
	// Date is the day it was reported.
	Date     calendar.Date `poa:"required"`
	Quantity exact.Number  `poa:"required"`
	Evidence string
	Note     string
	By       string `poa:"ref=posts"`
}

// Close freezes a period: nothing dated inside it is recorded afterwards. It
// is a record.
type Close struct {
	ID     string
	Period string        `poa:"required,ref=periods"`
	Date   calendar.Date `poa:"required"`
	By     string        `poa:"ref=posts"`
	Note   string
}

// Pending is what a person typed for the value at Path that is not a value
// yet, such as "31/02" for a date.
type Pending struct {
	Path norm.Path
	Text string
}

// Ext is extension data by namespace, in the order of the namespaces. A
// namespace is a dotted name that its owner controls, as in "mx.gob.tonaya".
type Ext []Extension

// Extension is the data of one namespace: any JSON value but null, kept as it came
// but for the white space between its tokens and for <, > and &, which are
// escaped.
type Extension struct {
	Namespace string
	JSON      string
}
