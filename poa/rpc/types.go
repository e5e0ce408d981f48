package rpc

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
)

// Protocol is the version of the methods and their messages. Before it opens a plan, a page
// must compare it with the version that it was built for.
const Protocol = 1

// Call is a request: a call of a method. Params is the JSON of its parameters; the default
// is "{}".
type Call struct {
	ID     int    `poa:"required"`
	Method string `poa:"required"`
	Params string `poa:"json=unknown"`
}

// Failure is the error of a call.
type Failure struct {
	// Code is stable; Message is a sentence in the language of the call.
	Code    string `poa:"required"`
	Message string `poa:"required"`
	Path    norm.Path
	// Findings are the findings that block the command.
	Findings []FindingItem
}

// HelloParams are the parameters of hello.
type HelloParams struct {
	Context Context
}

// HelloResult describes the server.
type HelloResult struct {
	Protocol  int         `poa:"required"`
	Schema    int         `poa:"required"`
	Version   string      `poa:"required"`
	Norm      poa.NormRef `poa:"required"`
	Languages []string    `poa:"required"`
	Calendars []Choice    `poa:"required"`
	// Severities are those of findings, the most severe first, and Statuses those of
	// facts, the most certain first.
	Severities []SeverityBadge `poa:"required"`
	Statuses   []StatusBadge   `poa:"required"`
}

// SeverityBadge is a severity of findings.
type SeverityBadge struct {
	Severity norm.Severity `poa:"required"`
	Badge    Badge         `poa:"required"`
}

// StatusBadge is the certainty of a fact. Doubt explains why a fact is not certain; it is
// absent if the fact is certain.
type StatusBadge struct {
	Status norm.Status `poa:"required"`
	Badge  Badge       `poa:"required"`
	Doubt  string
}

// Choice is a key with its label in the language of the call.
type Choice struct {
	Key   string `poa:"required"`
	Label string `poa:"required"`
}

// Context is the day and the language of a call. The methods open and view keep it for
// later calls.
type Context struct {
	Today calendar.Date
	// Language is a tag, "es-MX" or "en".
	Language string
}

// OpenParams opens a plan and replays a journal on it.
type OpenParams struct {
	Context  Context
	Document string `poa:"required,json=PlanDocument"`
	Journal  []JournalEntry
	Rows     Rows
}

// NewParams are the parameters of new, which returns the document of an empty plan.
type NewParams struct {
	Context      Context
	ID           string `poa:"required"`
	FiscalYear   int    `poa:"required"`
	Office       string
	Municipality string
	State        string
	INEGI        string
	Calendar     string
}

// DocumentParams is the document of a plan, for a stateless method. Rows is the window of
// the activities of analyze, or of the findings of check, whose default is MaxFindings.
type DocumentParams struct {
	Context  Context
	Document string `poa:"required,json=PlanDocument"`
	Rows     Rows
}

// ReadFileParams are the parameters of readFile, which returns the document in a file as
// the engine writes it, or says what the file is instead. Text is its text; of a file that
// is not UTF-8, Bytes is its bytes in hexadecimal, of which some at both ends suffice.
type ReadFileParams struct {
	Context Context
	Text    string
	Bytes   string
	// AsOfToday leaves out the records dated after the day of the context, as for an
	// example that has those of a whole year.
	AsOfToday bool
}

// DocumentResult is the document of a plan.
type DocumentResult struct {
	Document string `poa:"required,json=PlanDocument"`
}

// ViewParams are the parameters of view, which returns the complete view.
type ViewParams struct {
	Context Context
	Rows    Rows
}

// Rows selects a window of the activities: Count of them, at most MaxRows, from the
// zero-based position From. A zero Count means DefaultRows.
type Rows struct {
	From  int
	Count int
}

// EditParams applies commands as one step of the history.
type EditParams struct {
	Commands poa.Commands `poa:"required"`
	// Rows is the window of activities the page shows.
	Rows Rows
}

// StepParams are the parameters of undo, redo and save.
type StepParams struct {
	Rows Rows
}

// ReportParams are the parameters of report, which returns the official document of the
// open plan.
type ReportParams struct {
	Context Context
}

// ReportResult is the official document.
type ReportResult struct {
	HTML string `poa:"required"`
}

// CalendarParams are the parameters of calendar, which returns the days off of a year.
type CalendarParams struct {
	Context Context
	Profile string `poa:"required"`
	Year    int    `poa:"required"`
}

// CalendarResult lists the days off of a year and the number of its business days by month.
type CalendarResult struct {
	Profile      Choice   `poa:"required"`
	Year         int      `poa:"required"`
	Days         []DayOff `poa:"required"`
	BusinessDays []int    `poa:"required"`
}

// DayOff is a day off, by one rule; two rules may name the same day.
type DayOff struct {
	Date   calendar.Date `poa:"required"`
	Key    string        `poa:"required"`
	Name   string        `poa:"required"`
	Kind   string        `poa:"required"`
	Basis  string        `poa:"required"`
	Status norm.Status   `poa:"required"`
}

// ParseDateParams are the parameters of parseDate. Text is what a person typed; Near, or
// else today, supplies a missing year and the day that a relative date counts from.
type ParseDateParams struct {
	Context Context
	Text    string `poa:"required"`
	Near    calendar.Date
}

// ParseDateResult is the date, or the reason, as a sentence, why the text is not one.
type ParseDateResult struct {
	Date   calendar.Date
	Reason string
}

// ParseSpanParams are the parameters of parseSpan. Text is one date or two; Near is used
// as in ParseDateParams.
type ParseSpanParams struct {
	Context Context
	Text    string `poa:"required"`
	Near    calendar.Date
}

// ParseSpanResult is the span, both ends included, or the reason, as a sentence, why the
// text is not one. Single is set if the text is one date.
type ParseSpanResult struct {
	Start  calendar.Date
	End    calendar.Date
	Single bool
	Reason string
}

// ParseRuleParams are the parameters of parseRule. Text is what a person typed for the
// rule of a yearly day.
type ParseRuleParams struct {
	Context Context
	Text    string `poa:"required"`
}

// ParseRuleResult is the rule as documents write it, and in words; or the reason, as a
// sentence, why the text is not a rule. Readings are the rules that a text may mean if
// there are two, such as 05-12: rules as documents write them, and in words.
type ParseRuleResult struct {
	Rule     string
	When     string
	Reason   string
	Readings []Choice
}

// ParseTextParams are the parameters of parseMoney, parseNumber and parseFormula. Text is
// what a person typed.
type ParseTextParams struct {
	Context Context
	Text    string `poa:"required"`
}

// ParseTextResult is the value of a text in its canonical form, or the reason, as a
// sentence, why it has none.
type ParseTextResult struct {
	// Value is an amount ("1234.50"), a number ("0.36", "1/3"), or a formula in plain
	// characters. It is empty if there is a reason, or no data.
	Value string
	// Unit is the unit of a number.
	Unit string
	// NoData is the text that says that there is no number, such as "N/D".
	NoData string
	// Symbols are those of a formula.
	Symbols []string
	// Readings are the values to choose from if the text has two meanings, or the one that it
	// may mean; there is a reason then, too.
	Readings []string
	Reason   string
	// Column is the character, counted from 1, from which a formula is not understood.
	Column int
}

// YearlyRulesParams are the parameters of yearlyRules, which returns the rules by which the
// days of a span may repeat every year.
type YearlyRulesParams struct {
	Context Context
	Start   calendar.Date `poa:"required"`
	End     calendar.Date `poa:"required"`
}

// YearlyRulesResult lists the rules; the label of each is the rule in words.
type YearlyRulesResult struct {
	Rules []Choice `poa:"required"`
}

// CreateParams are the parameters of create, which stores the document of a new plan
// under its id.
type CreateParams struct {
	Document string `poa:"required,json=PlanDocument"`
}

// LoadParams are the parameters of load, which returns a stored plan.
type LoadParams struct {
	Plan string `poa:"required"`
}

// LoadResult is a stored plan at a revision.
type LoadResult struct {
	Revision int    `poa:"required"`
	Document string `poa:"required,json=PlanDocument"`
}

// AppendParams applies commands to a stored plan. Base is the revision that the caller
// last saw. Author and Context.Today are not stored: the author and the day of a batch are
// the host's to set (httpapi.Options.Stamp).
type AppendParams struct {
	Context  Context
	Plan     string `poa:"required"`
	Base     int    `poa:"required"`
	Author   string
	Commands poa.Commands `poa:"required"`
}

// StoredResult is the current revision of a stored plan.
type StoredResult struct {
	Plan     string `poa:"required"`
	Revision int    `poa:"required"`
}

// JournalEntry is a line of a journal: the commands of one step. Applying the lines in
// order results in the same plan.
type JournalEntry struct {
	Commands poa.Commands `poa:"required"`
}

// Steps describes what undo and redo would do; absent if there is nothing to undo or redo.
type Steps struct {
	Undo string
	Redo string
}

// CheckResult has the counts of all findings of a plan, and a window of them.
type CheckResult struct {
	Findings FindingList `poa:"required"`
}
