package rpc

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
)

// Protocol is the version of the methods and their messages. A page compares it with
// the one it was built for before it opens a plan.
const Protocol = 1

// Call is one call of a method. Params are the JSON of the method's parameters, "{}" if
// they are absent.
type Call struct {
	ID     int    `poa:"required"`
	Method string `poa:"required"`
	Params string `poa:"json=unknown"`
}

// Failure is why a call was not answered.
type Failure struct {
	// Code is stable; Message is the sentence in the reader's language.
	Code    string `poa:"required"`
	Message string `poa:"required"`
	Path    norm.Path
	// Findings are those that block.
	Findings []FindingItem
}

// HelloParams requests the version of the server.
type HelloParams struct {
	Context Context
}

// HelloResult is the version of the server and what it offers.
type HelloResult struct {
	Protocol  int         `poa:"required"`
	Schema    int         `poa:"required"`
	Version   string      `poa:"required"`
	Norm      poa.NormRef `poa:"required"`
	Languages []string    `poa:"required"`
	Calendars []Choice    `poa:"required"`
	// Severities are those of findings, the gravest first, and Statuses how certain a
	// fact is, in the language of the call.
	Severities []SeverityBadge `poa:"required"`
	Statuses   []StatusBadge   `poa:"required"`
}

// SeverityBadge is a severity of findings.
type SeverityBadge struct {
	Severity norm.Severity `poa:"required"`
	Badge    Badge         `poa:"required"`
}

// StatusBadge is how certain a fact is. Doubt is why it is not certain, absent for one
// that is.
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

// Context is the day and the language of a response. A method that opens a plan stores
// the context too.
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

// NewParams requests the document of an empty plan.
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

// DocumentParams carries a whole plan to a method that remembers none.
type DocumentParams struct {
	Context  Context
	Document string `poa:"required,json=PlanDocument"`
	Rows     Rows
}

// DocumentResult carries a whole plan.
type DocumentResult struct {
	Document string `poa:"required,json=PlanDocument"`
}

// ViewParams requests the present view of the plan.
type ViewParams struct {
	Context Context
	Rows    Rows
}

// Rows requests a window of activities: Count of them from position From, which counts
// from zero. A zero Count means DefaultRows.
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

// StepParams undoes or redoes one step.
type StepParams struct {
	Rows Rows
}

// ReportParams requests the official document of the open plan.
type ReportParams struct {
	Context Context
}

// ReportResult is the official document.
type ReportResult struct {
	HTML string `poa:"required"`
}

// CalendarParams requests the days off of a year.
type CalendarParams struct {
	Context Context
	Profile string `poa:"required"`
	Year    int    `poa:"required"`
}

// CalendarResult lists the days off of a year and its business days by month.
type CalendarResult struct {
	Profile      Choice   `poa:"required"`
	Year         int      `poa:"required"`
	Days         []DayOff `poa:"required"`
	BusinessDays []int    `poa:"required"`
}

// DayOff is one rule that makes one day off.
type DayOff struct {
	Date   calendar.Date `poa:"required"`
	Key    string        `poa:"required"`
	Name   string        `poa:"required"`
	Kind   string        `poa:"required"`
	Basis  string        `poa:"required"`
	Status norm.Status   `poa:"required"`
}

// ParseDateParams requests the date of a typed text. Near, or else today, completes a
// date without a year and is the day that "+5d" counts from.
type ParseDateParams struct {
	Context Context
	Text    string `poa:"required"`
	Near    calendar.Date
}

// ParseDateResult is the date, or the reason in words why the text is not one.
type ParseDateResult struct {
	Date   calendar.Date
	Reason string
}

// ParseSpanParams requests the span of a typed text: two dates, or one. Near completes
// them as for ParseDateParams.
type ParseSpanParams struct {
	Context Context
	Text    string `poa:"required"`
	Near    calendar.Date
}

// ParseSpanResult is the span, both ends included, or the reason in words why the text
// is not one. Single is set for a text that is one date.
type ParseSpanResult struct {
	Start  calendar.Date
	End    calendar.Date
	Single bool
	Reason string
}

// ParseRuleParams requests the rule of a typed text for a yearly day.
type ParseRuleParams struct {
	Context Context
	Text    string `poa:"required"`
}

// ParseRuleResult is the text of the rule, as a document has it, and the rule in words,
// or the reason in words why the text is not one.
type ParseRuleResult struct {
	Rule   string
	When   string
	Reason string
}

// YearlyRulesParams requests the rules by which the days of a span may repeat every year.
type YearlyRulesParams struct {
	Context Context
	Start   calendar.Date `poa:"required"`
	End     calendar.Date `poa:"required"`
}

// YearlyRulesResult are the texts of the rules, with each rule in words.
type YearlyRulesResult struct {
	Rules []Choice `poa:"required"`
}

// CreateParams stores the document of a new plan under its own id.
type CreateParams struct {
	Document string `poa:"required,json=PlanDocument"`
}

// LoadParams requests a stored plan.
type LoadParams struct {
	Plan string `poa:"required"`
}

// LoadResult is a stored plan at a revision.
type LoadResult struct {
	Revision int    `poa:"required"`
	Document string `poa:"required,json=PlanDocument"`
}

// AppendParams applies commands to a stored plan that the caller saw at
// revision Base. Context.Today is the day of the entry.
type AppendParams struct {
	Context  Context
	Plan     string `poa:"required"`
	Base     int    `poa:"required"`
	Author   string
	Commands poa.Commands `poa:"required"`
}

// StoredResult is the revision that a stored plan is at.
type StoredResult struct {
	Plan     string `poa:"required"`
	Revision int    `poa:"required"`
}

// JournalEntry is one line of a journal: the commands of one step. Replaying a journal
// leads to the same plan.
type JournalEntry struct {
	Commands poa.Commands `poa:"required"`
}

// View is the plan as a page shows it: every part that a reader sees at once,
// and a window of the activities. A patch is a View too: it holds only the
// parts that changed, and a part that is absent stays as it was.
type View struct {
	// Revision counts the steps since the plan was opened; undo and redo are
	// steps.
	Revision   int           `poa:"required"`
	Today      calendar.Date `poa:"required"`
	Language   string        `poa:"required"`
	Identity   *Identity
	Periods    []PeriodRow
	Posts      []Choice
	Activities *ActivityWindow
	Calendar   *CalendarView
	Campaigns  []CampaignRow
	Budget     *BudgetView
	Indicators []IndicatorRow
	Findings   *FindingList
	Due        *DueList
	History    Steps `poa:"required"`
	// Journal is the line to append to the journal for an edit, undo or redo.
	Journal *JournalEntry
	// Changed is the path that the step changed, for the page to scroll to.
	Changed norm.Path
}

// Identity is the content of the cover.
type Identity struct {
	ID           string `poa:"required"`
	Title        string `poa:"required"`
	FiscalYear   int    `poa:"required"`
	Office       string
	Municipality string
	State        string
	Mission      string
	Vision       string
	Calendar     string
	Norm         poa.NormRef `poa:"required"`
}

// PeriodRow is a period with its days.
type PeriodRow struct {
	ID           string `poa:"required"`
	Name         string `poa:"required"`
	Start        calendar.Date
	End          calendar.Date
	BusinessDays int `poa:"required"`
	Activities   int `poa:"required"`
	Closed       bool
}

// ActivityWindow is a window of the activities.
type ActivityWindow struct {
	// Total counts all activities of the plan.
	Total int           `poa:"required"`
	From  int           `poa:"required"`
	Rows  []ActivityRow `poa:"required"`
	// States counts all activities of the plan by state.
	States []StateCount `poa:"required"`
}

// StateCount is how many activities are in a state.
type StateCount struct {
	State Badge `poa:"required"`
	Count int   `poa:"required"`
}

// ActivityRow is one activity of the table.
type ActivityRow struct {
	ID          string `poa:"required"`
	Key         string
	Name        string
	Period      string
	Start       calendar.Date
	End         calendar.Date
	Days        int `poa:"required"`
	Responsible *Choice
	Unit        string
	Planned     exact.Number `poa:"required"`
	Done        exact.Number `poa:"required"`
	State       Badge        `poa:"required"`
	// Pending is the typed text of fields that is not a valid value yet.
	Pending []poa.Pending
	// Illustrative are the fields of the row with illustrative values.
	Illustrative []norm.Path
	// Severity is that of the worst finding on the row, absent without one.
	Severity norm.Severity
}

// Badge is a state as shape, colour and word: the shape is a character, the tone a class
// of the style sheet.
type Badge struct {
	Key   string `poa:"required"`
	Label string `poa:"required"`
	Shape string `poa:"required"`
	Tone  string `poa:"required"`
}

// CalendarView is the fiscal year's calendar of the plan.
type CalendarView struct {
	// Name is the name of the profile, or of the union of several. Like Marks, Days and
	// the counts it is empty if the plan has no valid calendar.
	Name string `poa:"required"`
	// WorkWeek are the weekdays that are worked.
	WorkWeek []calendar.Weekday `poa:"required"`
	// Profiles are the calendars that the plan may follow, and those that it follows.
	Profiles []ProfileChoice `poa:"required"`
	// Marks has a letter for each day of the fiscal year, in order: w worked, x worked
	// although the week rests, h worked in part, r rested by the week, o a day off on
	// a day that the week works.
	Marks string `poa:"required"`
	// BusinessDays are counted by month.
	BusinessDays []int `poa:"required"`
	// Days are those out of the ordinary, by date.
	Days []DayRow `poa:"required"`
	// Own are the days that the office decides itself.
	Own       []OwnDayRow `poa:"required"`
	Blackouts []BlackoutRow
	// Weekdays and Kinds are the choices there are, in words.
	Weekdays []Choice     `poa:"required"`
	Kinds    []OwnDayKind `poa:"required"`
}

// ProfileChoice is a calendar that the plan may follow, alone or with others.
type ProfileChoice struct {
	Key   string `poa:"required"`
	Label string `poa:"required"`
	// Base is set for the calendar that the plan follows, or the first of several, and
	// Added for each of the others.
	Base  bool
	Added bool
	// AsBase is the text of the document's calendar with this one as the base, and
	// Toggled with this one added, or removed if it is part of it.
	AsBase  string `poa:"required"`
	Toggled string `poa:"required"`
}

// OwnDayKind is a kind of own day, and the fields it has beside its days and its
// document: those of office.AdjustmentKind.
type OwnDayKind struct {
	Key          string `poa:"required"`
	Label        string `poa:"required"`
	OneDay       bool
	NeedsReason  bool
	TakesRule    bool
	TakesHoliday bool
	TakesInstead bool
	NeedsInstead bool
}

// DayRow is one rule or decision about one day.
type DayRow struct {
	Date calendar.Date `poa:"required"`
	Name string        `poa:"required"`
	// Kind is why the day is special, in words, and Why is why it is worked or not.
	Kind string `poa:"required"`
	Why  string `poa:"required"`
	// Basis is the citation, empty if none is known.
	Basis  string      `poa:"required"`
	Status norm.Status `poa:"required"`
	Worked bool
}

// OwnDayRow is one office.Adjustment of the plan.
type OwnDayRow struct {
	ID string `poa:"required"`
	// Kind is the wire key, and Label its label.
	Kind  string
	Label string `poa:"required"`
	Name  string
	// When describes the days: the dates, or the rule.
	When      string `poa:"required"`
	Start     calendar.Date
	End       calendar.Date
	Rule      string
	ValidFrom calendar.Date
	ValidTo   calendar.Date
	Holiday   string
	Instead   calendar.Date
	Reason    string
	Document  string
	// Pending is the typed text of fields that is not a valid value yet.
	Pending []poa.Pending
	// Illustrative are the fields with illustrative values.
	Illustrative []norm.Path
	// Effect is how many more business days its days have in the fiscal year than
	// they would have without the office's own days.
	Effect int `poa:"required"`
	// Idle is set while it is not in force, because something about it is wrong.
	Idle bool
	// Severity is that of the first finding on the row, absent without one.
	Severity norm.Severity
}

// BlackoutRow is a period in which government campaigns are suspended, both ends
// included.
type BlackoutRow struct {
	Name      string        `poa:"required"`
	Start     calendar.Date `poa:"required"`
	End       calendar.Date `poa:"required"`
	RequestBy calendar.Date
	// Election is the day of the vote.
	Election calendar.Date `poa:"required"`
	Basis    string        `poa:"required"`
	Status   norm.Status   `poa:"required"`
}

// CampaignRow is one campaign.
type CampaignRow struct {
	ID         string `poa:"required"`
	Name       string `poa:"required"`
	Kind       string
	Start      calendar.Date
	End        calendar.Date
	Days       int          `poa:"required"`
	Cost       budget.Money `poa:"required"`
	Placements int          `poa:"required"`
	// Conflicts describe the blackouts it falls into.
	Conflicts []string
}

// BudgetView is the money by chapter and month, and the funds.
type BudgetView struct {
	Chapters []ChapterRow  `poa:"required"`
	Months   budget.Months `poa:"required"`
	Cost     budget.Money  `poa:"required"`
	Ceiling  budget.Money  `poa:"required"`
	Gap      budget.Money  `poa:"required"`
	Funds    []FundRow     `poa:"required"`
}

// ChapterRow is a COG chapter over the year.
type ChapterRow struct {
	Code   string        `poa:"required"`
	Name   string        `poa:"required"`
	Months budget.Months `poa:"required"`
	Total  budget.Money  `poa:"required"`
}

// FundRow is the cost of a fund and its ceiling.
type FundRow struct {
	ID      string       `poa:"required"`
	Name    string       `poa:"required"`
	Cost    budget.Money `poa:"required"`
	Ceiling budget.Money `poa:"required"`
	Gap     budget.Money `poa:"required"`
}

// IndicatorRow is one indicator with its light.
type IndicatorRow struct {
	ID      string `poa:"required"`
	Key     string
	Name    string `poa:"required"`
	Unit    string
	Formula string
	// Value and Target are as a reader sees them, absent without data.
	Value  string
	Target string
	// Reason is why there is no value.
	Reason string
	Light  Badge `poa:"required"`
}

// FindingList is the findings of a plan, or the first of them.
type FindingList struct {
	// Counts are those of all findings, for each severity, the gravest first.
	Counts []SeverityCount `poa:"required"`
	Items  []FindingItem   `poa:"required"`
}

// SeverityCount is how many findings are of a severity.
type SeverityCount struct {
	Severity norm.Severity `poa:"required"`
	Count    int           `poa:"required"`
}

// FindingItem is one finding in words.
type FindingItem struct {
	Severity norm.Severity `poa:"required"`
	Code     string        `poa:"required"`
	Path     norm.Path     `poa:"required"`
	Text     string        `poa:"required"`
	// Basis is the citation, and Status how certain it is.
	Basis  string
	Status norm.Status
	Fixes  []FixItem
}

// FixItem is one way out; without commands it is advice.
type FixItem struct {
	Label    string `poa:"required"`
	Commands poa.Commands
}

// DueList is the first of the due items, by date.
type DueList struct {
	Total int      `poa:"required"`
	Items []DueRow `poa:"required"`
}

// DueRow is one thing that comes next.
type DueRow struct {
	Date  calendar.Date `poa:"required"`
	Kind  string        `poa:"required"`
	Label string        `poa:"required"`
	Path  norm.Path
	Days  int `poa:"required"`
	Late  bool
	// Basis is the citation, and Status how certain it is.
	Basis  string
	Status norm.Status
}

// Steps describes what undo and redo would do; absent means nothing.
type Steps struct {
	Undo string
	Redo string
}

// CheckResult is the findings of a plan.
type CheckResult struct {
	Findings FindingList `poa:"required"`
}
