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
	Name string `json:"name,omitzero"`
	// Key is the key of the unit in the town's own catalogue (clave de la UR).
	Key          string `json:"key,omitzero"`
	Municipality string `json:"municipality,omitzero"`
	State        string `json:"state,omitzero"`
	// INEGI is the five-digit code of the municipality, as in "14112".
	INEGI string `json:"inegi,omitzero"`
}

// NormRef names a norm and the day until which it had been verified.
type NormRef struct {
	ID       string        `json:"id"`
	Verified calendar.Date `json:"verified,omitzero"`
}

// Administration is a municipal government (administración municipal) and its term of
// office.
type Administration struct {
	ID   string `json:"id"`
	Name string `json:"name,omitzero"`
	// Span is from the first to the last day in office, both included.
	Span   calendar.Span `json:"span,omitzero"`
	Status norm.Status   `json:"status,omitzero"`
}

// Period is a stretch of the fiscal year that the plan is told in.
type Period struct {
	ID   string        `json:"id"`
	Name string        `json:"name,omitzero"`
	Span calendar.Span `json:"span,omitzero"`
}

// Post is a position of the office (plaza or puesto), not the person in it.
type Post struct {
	ID   string `json:"id"`
	Name string `json:"name,omitzero"`
	// Holder is the person in the post; it may be empty.
	Holder string `json:"holder,omitzero"`
	// Administration is the id of the administration the post ends with;
	// empty for a post that outlives administrations.
	Administration string `json:"administration,omitzero" poa:"ref=administrations"`
	// ReportsTo is the id of the superior post.
	ReportsTo string `json:"reportsTo,omitzero" poa:"ref=posts"`
	// Monthly is the gross monthly salary.
	Monthly budget.Money `json:"monthly,omitzero"`
}

// Equipment is a thing the office works with, owned or to be bought.
type Equipment struct {
	ID       string `json:"id"`
	Name     string `json:"name,omitzero"`
	Quantity int    `json:"quantity,omitzero"`
	// Owned is false for what the plan intends to buy.
	Owned bool `json:"owned,omitzero"`
	// Line is the id of the budget line that pays for it.
	Line string `json:"line,omitzero" poa:"ref=lines"`
}

// Channel is a way to reach the citizens: a radio, a page, a loudspeaker.
type Channel struct {
	ID       string      `json:"id"`
	Name     string      `json:"name,omitzero"`
	Kind     ChannelKind `json:"kind,omitzero"`
	Audience string      `json:"audience,omitzero"`
}

// Activity is one thing the office will do (actividad).
type Activity struct {
	ID  string `json:"id"`
	Key string `json:"key,omitzero"`
	// Name is the activity as the plan words it.
	Name string `json:"name,omitzero"`
	// Period is the id of the period it is told in.
	Period string `json:"period,omitzero" poa:"ref=periods"`
	// Span is from the first to the last day of work, both in.
	Span calendar.Span `json:"span,omitzero"`
	// Responsible is the id of the post that answers for it.
	Responsible string `json:"responsible,omitzero" poa:"ref=posts"`
	// Unit is the unit of measure (unidad de medida) of Targets.
	Unit string `json:"unit,omitzero"`
	// Targets is how much is to be done in each month of the fiscal year.
	Targets kpi.MonthlyTargets `json:"targets,omitzero"`
	// Channels are the ids of the channels it uses.
	Channels []string `json:"channels,omitzero" poa:"ref=channels"`
	// Verification is the means of verification.
	Verification string `json:"verification,omitzero"`
}

// Campaign is a set of messages with one objective (campaña; LGCS art. 4-I).
type Campaign struct {
	ID        string       `json:"id"`
	Key       string       `json:"key,omitzero"`
	Name      string       `json:"name,omitzero"`
	Kind      CampaignKind `json:"kind,omitzero"`
	Objective string       `json:"objective,omitzero"`
	Message   string       `json:"message,omitzero"`
	Audience  string       `json:"audience,omitzero"`
	// Population is how many people it wants to reach.
	Population int `json:"population,omitzero"`
	// Span is from the first to the last day of diffusion, both in.
	Span calendar.Span `json:"span,omitzero"`
	// Event is the day of what the campaign announces: the feast, the report.
	Event calendar.Date `json:"event,omitzero"`
	// Exception is why the campaign may run inside an electoral blackout.
	Exception Exception `json:"exception,omitzero"`
	// Grant is the number of the authority's document, for ExceptionGranted.
	Grant string `json:"grant,omitzero"`
	// Activities are the ids of the activities it belongs to.
	Activities []string     `json:"activities,omitzero" poa:"ref=activities"`
	Media      []*Placement `json:"media,omitzero"`
}

// Placement is one line of a media plan: a channel, when, how often, at what
// price.
type Placement struct {
	ID      string        `json:"id"`
	Channel string        `json:"channel,omitzero" poa:"ref=channels"`
	Name    string        `json:"name,omitzero"`
	Span    calendar.Span `json:"span,omitzero"`
	// Quantity is how many pieces, spots, days or issues, counted in Unit.
	Quantity int    `json:"quantity,omitzero"`
	Unit     string `json:"unit,omitzero"`
	// Cost is the whole cost of the placement, VAT included (LGCS art. 33-VII).
	Cost budget.Money `json:"cost,omitzero"`
	// Line is the id of the budget line that pays for it.
	Line string `json:"line,omitzero" poa:"ref=lines"`
}

// Evaluation is a planned look at results, with what it found and what is
// changed because of it.
type Evaluation struct {
	ID   string `json:"id"`
	Name string `json:"name,omitzero"`
	// Span is the time that is looked at; Date is the day it is due.
	Span        calendar.Span `json:"span,omitzero"`
	Date        calendar.Date `json:"date,omitzero"`
	Responsible string        `json:"responsible,omitzero" poa:"ref=posts"`
	Indicators  []string      `json:"indicators,omitzero" poa:"ref=indicators"`
	Findings    []*Lesson     `json:"findings,omitzero"`
}

// Lesson is one finding of an evaluation and the adjustment it leads to.
type Lesson struct {
	ID         string `json:"id"`
	Text       string `json:"text,omitzero"`
	Adjustment string `json:"adjustment,omitzero"`
	// Responsible is the id of the post that makes the adjustment, by Due.
	Responsible string        `json:"responsible,omitzero" poa:"ref=posts"`
	Due         calendar.Date `json:"due,omitzero"`
}

// FollowUp is a follow-up report or a presentation of results.
type FollowUp struct {
	ID          string        `json:"id"`
	Name        string        `json:"name,omitzero"`
	Kind        FollowUpKind  `json:"kind,omitzero"`
	Span        calendar.Span `json:"span,omitzero"`
	Date        calendar.Date `json:"date,omitzero"`
	Responsible string        `json:"responsible,omitzero" poa:"ref=posts"`
	// To is whom it is given to.
	To string `json:"to,omitzero"`
}

// Commitment is a duty the plan takes on in words, outside any period, and the
// elements that fulfil it.
type Commitment struct {
	ID      string            `json:"id"`
	Section CommitmentSection `json:"section,omitzero"`
	Text    string            `json:"text,omitzero"`
	// FulfilledBy are the ids of the elements of the plan that fulfil it.
	FulfilledBy []string `json:"fulfilledBy,omitzero" poa:"ref=*"`
}

// Progress is how much of an activity was done in a month (avance). It is a
// record.
type Progress struct {
	ID       string `json:"id"`
	Activity string `json:"activity" poa:"required,ref=activities"`
	// Month is the month in which the work was done, 1 to 12.
	Month int `json:"month" poa:"required"`
	// Date is the day it was reported.
	Date     calendar.Date `json:"date" poa:"required"`
	Quantity exact.Number  `json:"quantity" poa:"required"`
	Evidence string        `json:"evidence,omitzero"`
	Note     string        `json:"note,omitzero"`
	By       string        `json:"by,omitzero" poa:"ref=posts"`
}

// Close freezes a period: nothing dated inside it is recorded afterwards. It
// is a record.
type Close struct {
	ID     string        `json:"id"`
	Period string        `json:"period" poa:"required,ref=periods"`
	Date   calendar.Date `json:"date" poa:"required"`
	By     string        `json:"by,omitzero" poa:"ref=posts"`
	Note   string        `json:"note,omitzero"`
}

// Pending is what a person typed for the value at Path that is not a value
// yet, such as "31/02" for a date.
type Pending struct {
	Path norm.Path `json:"path,omitzero"`
	Text string    `json:"text,omitzero"`
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
