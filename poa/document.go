package poa

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Schema is the version of the document format that this package writes. It reads
// all versions up to it and rejects newer ones.
const Schema = 1

// Document is an annual operating plan (Plan Operativo Anual) as stored in a file.
// It is plain data and may be incomplete or inconsistent; Analyze reports where.
// New returns a Plan of it.
//
// The author determines the order of lists. The id of an element is opaque, chosen by
// its creator, and unique in the plan. The JSON names are the names of the fields in
// lower camel case; see schema/poa.schema.json.
type Document struct {
	Schema int
	// ID identifies the plan in every store.
	ID         string
	Title      string
	FiscalYear int
	Office     Office
	Mission    string
	Vision     string
	// Norm is the norm the plan was last analyzed with.
	Norm NormRef
	// Calendar names a calendar profile of the Env, such as "jalisco", or a
	// combination, such as "jalisco + bancos"; see calendar.Compose.
	Calendar string
	// WorkWeek are the weekdays on which the office works; if empty, those of Calendar.
	WorkWeek []calendar.Weekday
	// CaptureDays is the number of business days after a month in which its progress
	// can be recorded before it is late, at most 366; if zero, that of the Env.
	CaptureDays int
	// OwnDays are the days of the fiscal year on which the town or the office departs
	// from Calendar.
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

	// Records: acts add them, structural edits cannot address them.
	Ledger       []*budget.Entry    `poa:"record"`
	Measurements []*kpi.Measurement `poa:"record"`
	Progress     []*Progress        `poa:"record"`
	Withdrawals  []*Withdrawal      `poa:"record"`
	Closes       []*Close           `poa:"record"`
	Reopenings   []*Reopening       `poa:"record"`

	// Illustrative are the paths of values that were invented for an example, each
	// of one value, not of an element. Setting a value removes its path.
	Illustrative []norm.Path `poa:"annotation"`
	// Pending are texts typed for values that are not valid values yet.
	Pending []Pending `poa:"annotation"`
	// Ext is extension data.
	Ext Ext
}

// Office is the unit that the plan belongs to (unidad responsable).
type Office struct {
	Name string `json:"name,omitzero"`
	// Kind is the key of a kind of office of the Env, such as "communication". Some legal
	// deadlines bind offices of one kind only. If it is empty or unknown, the kind is the
	// one that Name indicates (term.KindOf) and, if the plan has campaigns, also that of
	// the offices that run them; without a name too, the duties of every kind are listed.
	Kind string `json:"kind,omitzero"`
	// Key is the key of the unit in the town's own catalogue (clave de la UR).
	Key          string `json:"key,omitzero"`
	Municipality string `json:"municipality,omitzero"`
	State        string `json:"state,omitzero"`
	// INEGI is the five-digit code of the municipality, as in "14112".
	INEGI string `json:"inegi,omitzero"`
}

// NormRef identifies a norm and the day up to which it was verified.
type NormRef struct {
	ID       string        `json:"id"`
	Verified calendar.Date `json:"verified,omitzero"`
}

// Administration is a municipal government (administración municipal) and its term of
// office.
type Administration struct {
	ID   string `json:"id"`
	Name string `json:"name,omitzero"`
	// Span is the term, from the first to the last day in office, both included.
	Span   calendar.Span `json:"span,omitzero"`
	Status norm.Status   `json:"status,omitzero"`
}

// Period is a part of the fiscal year, such as a quarter, that groups activities. Both
// ends of Span are included.
type Period struct {
	ID   string        `json:"id"`
	Name string        `json:"name,omitzero"`
	Span calendar.Span `json:"span,omitzero"`
}

// Post is a position in the office (plaza or puesto), not the person who holds it.
type Post struct {
	ID   string `json:"id"`
	Name string `json:"name,omitzero"`
	// Holder is the person who holds the post; it may be empty.
	Holder string `json:"holder,omitzero"`
	// Administration is the id of the administration that the post ends with; empty
	// for a permanent post.
	Administration string `json:"administration,omitzero" poa:"ref=administrations"`
	// ReportsTo is the id of the superior post.
	ReportsTo string `json:"reportsTo,omitzero" poa:"ref=posts"`
	// Monthly is the gross monthly salary.
	Monthly budget.Money `json:"monthly,omitzero"`
}

// Equipment is an item that the office works with, owned or to be bought.
type Equipment struct {
	ID       string `json:"id"`
	Name     string `json:"name,omitzero"`
	Quantity int    `json:"quantity,omitzero"`
	// Owned is false for an item to be bought.
	Owned bool `json:"owned,omitzero"`
	// Line is the id of the budget line that pays for it.
	Line string `json:"line,omitzero" poa:"ref=lines"`
}

// Channel is a way to reach the citizens: a radio station, a web page, a loudspeaker.
type Channel struct {
	ID       string      `json:"id"`
	Name     string      `json:"name,omitzero"`
	Kind     ChannelKind `json:"kind,omitzero"`
	Audience string      `json:"audience,omitzero"`
}

// Activity is an activity of the office (actividad).
type Activity struct {
	ID  string `json:"id"`
	Key string `json:"key,omitzero"`
	// Name is the description of the activity in the plan.
	Name string `json:"name,omitzero"`
	// Period is the id of its period.
	Period string `json:"period,omitzero" poa:"ref=periods"`
	// Span is from the first to the last day of work, both included.
	Span calendar.Span `json:"span,omitzero"`
	// Responsible is the id of the responsible post.
	Responsible string `json:"responsible,omitzero" poa:"ref=posts"`
	// Unit is the unit of measure (unidad de medida) of Targets.
	Unit string `json:"unit,omitzero"`
	// Targets are the quantities to be done in each month of the fiscal year; zero is
	// no target.
	Targets kpi.MonthlyTargets `json:"targets,omitzero"`
	// TargetText is the target in words (meta descriptiva) of a plan that gives no number.
	TargetText string `json:"targetText,omitzero"`
	// Accumulation determines how the targets and the progress of several months are
	// combined: added up (also if unspecified), as for reports to be written, or the
	// last one, as for accounts to be kept open.
	Accumulation kpi.Accumulation `json:"accumulation,omitzero"`
	// ProgressForm is how its progress is recorded.
	ProgressForm ProgressForm `json:"progressForm,omitzero"`
	// Channels are the ids of the channels it uses.
	Channels []string `json:"channels,omitzero" poa:"ref=channels"`
	// Verification is the means of verification (medio de verificación).
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
	// Population is the number of people to reach.
	Population int `json:"population,omitzero"`
	// Span is from the first to the last day of diffusion, both included.
	Span calendar.Span `json:"span,omitzero"`
	// Event is the day of the event that the campaign announces, such as a report.
	Event calendar.Date `json:"event,omitzero"`
	// Exception is why the campaign may run inside an electoral blackout.
	Exception Exception `json:"exception,omitzero"`
	// Grant is the number of the document of the authority, for ExceptionGranted.
	Grant string `json:"grant,omitzero"`
	// Activities are the ids of the activities it belongs to.
	Activities []string     `json:"activities,omitzero" poa:"ref=activities"`
	Media      []*Placement `json:"media,omitzero"`
}

// Placement is one line of a media plan: a channel with dates, quantity and cost.
type Placement struct {
	ID      string `json:"id"`
	Channel string `json:"channel,omitzero" poa:"ref=channels"`
	Name    string `json:"name,omitzero"`
	// Span is from the first to the last day of diffusion, both included.
	Span calendar.Span `json:"span,omitzero"`
	// Quantity is the number of pieces, spots, days or issues, as given by Unit.
	Quantity int    `json:"quantity,omitzero"`
	Unit     string `json:"unit,omitzero"`
	// Cost is the total cost of the placement, VAT included (LGCS art. 33-VII).
	Cost budget.Money `json:"cost,omitzero"`
	// Line is the id of the budget line that pays for it.
	Line string `json:"line,omitzero" poa:"ref=lines"`
}

// Evaluation is a scheduled evaluation of results, with its findings and the
// adjustments that they lead to.
type Evaluation struct {
	ID   string `json:"id"`
	Name string `json:"name,omitzero"`
	// Span is the time that is evaluated, both ends included; Date is the day the evaluation is due.
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
	// Responsible is the id of the post that must make the adjustment by Due.
	Responsible string        `json:"responsible,omitzero" poa:"ref=posts"`
	Due         calendar.Date `json:"due,omitzero"`
}

// FollowUp is a follow-up report or a presentation of results.
type FollowUp struct {
	ID   string       `json:"id"`
	Name string       `json:"name,omitzero"`
	Kind FollowUpKind `json:"kind,omitzero"`
	// Span is the time that is reported on, both ends included; Date is the day on which
	// the report is due.
	Span        calendar.Span `json:"span,omitzero"`
	Date        calendar.Date `json:"date,omitzero"`
	Responsible string        `json:"responsible,omitzero" poa:"ref=posts"`
	// To is the recipient.
	To string `json:"to,omitzero"`
}

// Commitment is an obligation that the plan states in words, outside of any period, and
// the elements that fulfil it.
type Commitment struct {
	ID      string            `json:"id"`
	Section CommitmentSection `json:"section,omitzero"`
	Text    string            `json:"text,omitzero"`
	// FulfilledBy are the ids of the elements of the plan that fulfil it.
	FulfilledBy []string `json:"fulfilledBy,omitzero" poa:"ref=*"`
}

// Progress is the quantity of an activity that was done in a month (avance). It is
// a record. In one month, the records of an activity whose targets are added up are
// added up too; of others, the latest counts.
type Progress struct {
	ID       string `json:"id"`
	Activity string `json:"activity" poa:"required,ref=activities"`
	// Month is the month in which the work was done, 1 to 12.
	Month int `json:"month" poa:"required"`
	// Date is the day on which it was reported.
	Date calendar.Date `json:"date" poa:"required"`
	// Quantity is in the unit of the activity or, for ProgressPercent, the percentage of
	// the whole year's work that is done since January, 0 to 100.
	Quantity exact.Number `json:"quantity" poa:"required"`
	// Final reports that the activity has ended.
	Final    bool   `json:"final,omitzero"`
	Evidence string `json:"evidence,omitzero"`
	Note     string `json:"note,omitzero"`
	By       string `json:"by,omitzero" poa:"ref=posts"`
}

// Withdrawal withdraws a progress record or a measurement that was made in error: it
// does not count from Date on, and both remain. It is a record. An entry of the ledger is
// not withdrawn but reversed by another entry.
type Withdrawal struct {
	ID string `json:"id"`
	// Record is the id of the record that is withdrawn.
	Record string        `json:"record" poa:"required,ref=*"`
	Date   calendar.Date `json:"date" poa:"required"`
	Reason string        `json:"reason" poa:"required"`
	By     string        `json:"by,omitzero" poa:"ref=posts"`
}

// Close closes a period: until it is reopened, records of the period are rejected, and
// edits of the period's dates and of what was planned in it. It is a record.
type Close struct {
	ID     string        `json:"id"`
	Period string        `json:"period" poa:"required,ref=periods"`
	Date   calendar.Date `json:"date" poa:"required"`
	By     string        `json:"by,omitzero" poa:"ref=posts"`
	Note   string        `json:"note,omitzero"`
}

// Reopening reopens a period that was closed. It is a record.
type Reopening struct {
	ID string `json:"id"`
	// Close is the id of the close that it undoes.
	Close  string        `json:"close" poa:"required,ref=closes"`
	Date   calendar.Date `json:"date" poa:"required"`
	Reason string        `json:"reason" poa:"required"`
	// Document is the number of the official document that orders it.
	Document string `json:"document" poa:"required"`
	By       string `json:"by,omitzero" poa:"ref=posts"`
}

// Pending is a text typed for the value at Path that is not a valid value yet, such
// as "31/02" for a date.
type Pending struct {
	Path norm.Path `json:"path,omitzero"`
	Text string    `json:"text,omitzero"`
}

// Ext is extension data by namespace, sorted by namespace. A namespace is a dotted
// name that its owner controls, such as "mx.gob.tonaya".
type Ext []Extension

// Extension is the data of one namespace: any JSON value except null. It is stored
// without white space between tokens and with <, >, &, U+2028 and U+2029 escaped,
// and otherwise unchanged.
type Extension struct {
	Namespace string
	JSON      string
}
