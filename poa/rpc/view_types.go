package rpc

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
)

// View is the plan as a page shows it, with a window of the activities. In a patch, which
// is the result of edit, undo and redo, a part that did not change is absent.
type View struct {
	// Revision is the number of steps since the plan was opened, including undo and
	// redo.
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
	// Omitted has a sentence for each list above, other than the activities, the
	// findings and the due items, that has more than MaxListed elements, or more than
	// MaxListBytes; the view has the first.
	Omitted []string
	History Steps `poa:"required"`
	// Journal is the line to append to the journal after an edit, undo or redo. It is
	// absent after an edit of more than MaxEcho bytes: the line has the commands of the
	// call.
	Journal *JournalEntry
	// Changed is the first path that the step changed, to scroll to.
	Changed norm.Path
}

// Identity holds the fields of the cover.
type Identity struct {
	ID         string `poa:"required"`
	Title      string `poa:"required"`
	FiscalYear int    `poa:"required"`
	Office     string
	// OfficeKind is the key of the kind of office; absent if the plan does not give it.
	OfficeKind string
	// OfficeKinds are the kinds to choose from, and NamedKind the label of the one that the
	// name of the office indicates; absent if it indicates none.
	OfficeKinds  []Choice `poa:"required"`
	NamedKind    string
	Municipality string
	State        string
	Mission      string
	Vision       string
	Calendar     string
	Norm         poa.NormRef `poa:"required"`
}

// PeriodRow is a period, with the number of its business days and activities.
type PeriodRow struct {
	ID           string `poa:"required"`
	Name         string `poa:"required"`
	Start        calendar.Date
	End          calendar.Date
	BusinessDays int `poa:"required"`
	Activities   int `poa:"required"`
	Closed       bool
}

// ActivityWindow is a window of the activities. It has fewer rows than were asked for if
// they have more than MaxListBytes: the next window begins after its last row.
type ActivityWindow struct {
	// Total counts all activities of the plan.
	Total int           `poa:"required"`
	From  int           `poa:"required"`
	Rows  []ActivityRow `poa:"required"`
	// States counts all activities of the plan by state.
	States []StateCount `poa:"required"`
}

// StateCount is the number of activities in a state.
type StateCount struct {
	State Badge `poa:"required"`
	Count int   `poa:"required"`
}

// ActivityRow is an activity of the table.
type ActivityRow struct {
	ID     string `poa:"required"`
	Key    string
	Name   string
	Period string
	Start  calendar.Date
	End    calendar.Date
	// Days is the number of business days from Start to End, both included, in the fiscal
	// year.
	Days        int `poa:"required"`
	Responsible *Choice
	Unit        string
	// TargetText is the target in words.
	TargetText string
	Planned    exact.Number `poa:"required"`
	Done       exact.Number `poa:"required"`
	// InPercent is set if Planned and Done are percentages, not quantities in Unit.
	InPercent bool
	State     Badge `poa:"required"`
	// Pending are the typed texts that are not valid values of their fields yet, at most 64.
	Pending []poa.Pending
	// Illustrative are the fields with illustrative values, at most 64.
	Illustrative []norm.Path
	// Severity is that of the worst finding on the row; absent if there is no finding.
	Severity norm.Severity
	// Findings are the first findings on the row that the list of findings does not have one
	// by one, because it counts many of the kind as one.
	Findings []FindingItem
}

// Badge shows a state by shape, colour and word: Shape is a character, Tone the name of
// the colour in the style sheet.
type Badge struct {
	Key   string `poa:"required"`
	Label string `poa:"required"`
	Shape string `poa:"required"`
	Tone  string `poa:"required"`
}

// CalendarView is the calendar of the plan in the fiscal year. If the plan's calendar does
// not exist, only Profiles, Own, Weekdays and Kinds are set.
type CalendarView struct {
	// Name is the name of the profile, or of the combined profiles.
	Name string `poa:"required"`
	// WorkWeek are the working weekdays.
	WorkWeek []calendar.Weekday `poa:"required"`
	// Profiles are the calendars that the plan may use, and those that it uses.
	Profiles []ProfileChoice `poa:"required"`
	// Marks has a letter for each day of the fiscal year, in order: w working day, x
	// worked weekend day, h half day, r weekend day, o day off on a weekday that is
	// otherwise worked.
	Marks string `poa:"required"`
	// BusinessDays is the number of business days by month.
	BusinessDays []int `poa:"required"`
	// Days are the exceptions to the working week, by date.
	Days []DayRow `poa:"required"`
	// Own are the office's own days.
	Own       []OwnDayRow `poa:"required"`
	Blackouts []BlackoutRow
	// Weekdays and Kinds are the choices for WorkWeek and for the kind of an own day.
	Weekdays []Choice     `poa:"required"`
	Kinds    []OwnDayKind `poa:"required"`
}

// ProfileChoice is a calendar that the plan may use, alone or with others.
type ProfileChoice struct {
	Key   string `poa:"required"`
	Label string `poa:"required"`
	// Base is set for the calendar that the plan uses, or the first of several, and
	// Added for each of the others.
	Base  bool
	Added bool
	// AsBase is the value of the document's calendar with this one as the base.
	// Toggled is the value with this one added or, if Added is set, removed.
	AsBase  string `poa:"required"`
	Toggled string `poa:"required"`
}

// OwnDayKind is a kind of own day. The flags are the results of the methods of
// office.AdjustmentKind with the same names.
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

// DayRow is a rule or decision for a day.
type DayRow struct {
	Date calendar.Date `poa:"required"`
	Name string        `poa:"required"`
	// Kind is the kind of rule, in words, and Why the reason why the day is worked or
	// not.
	Kind string `poa:"required"`
	Why  string `poa:"required"`
	// Basis is the citation; empty if unknown.
	Basis  string      `poa:"required"`
	Status norm.Status `poa:"required"`
	Worked bool
}

// OwnDayRow is an office.Adjustment of the plan.
type OwnDayRow struct {
	ID string `poa:"required"`
	// Kind is the wire key, and Label the kind in words.
	Kind  string
	Label string `poa:"required"`
	Name  string
	// When is the dates or the rule, in words.
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
	// Pending are the typed texts that are not valid values of their fields yet.
	Pending []poa.Pending
	// Illustrative are the fields with illustrative values.
	Illustrative []norm.Path
	// Effect is how many of its days are business days in the fiscal year, minus how
	// many would be without the office's own days.
	Effect int `poa:"required"`
	// Idle is set if it is invalid and therefore not in force.
	Idle bool
	// Severity is that of the first finding on the row; absent if there is no finding.
	Severity norm.Severity
	// Findings are the first findings on the row that the list of findings does not have one
	// by one, because it counts many of the kind as one.
	Findings []FindingItem
}

// BlackoutRow is a span in which government campaigns are suspended, both ends included.
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

// CampaignRow is a campaign.
type CampaignRow struct {
	ID    string `poa:"required"`
	Name  string `poa:"required"`
	Kind  string
	Start calendar.Date
	End   calendar.Date
	// Days is the number of calendar days from Start to End, both included.
	Days       int          `poa:"required"`
	Cost       budget.Money `poa:"required"`
	Placements int          `poa:"required"`
	// Conflicts are sentences, one for each blackout that the campaign overlaps.
	Conflicts []string
	// Findings are the first findings on the campaign that the list of findings does not have one
	// by one, because it counts many of the kind as one.
	Findings []FindingItem
}

// BudgetView is the cost by chapter and month, and by fund.
type BudgetView struct {
	Chapters []ChapterRow  `poa:"required"`
	Months   budget.Months `poa:"required"`
	Cost     budget.Money  `poa:"required"`
	// Ceiling and Gap are missing if the ceiling of a fund is not known.
	Ceiling *budget.Money
	Gap     *budget.Money
	Funds   []FundRow `poa:"required"`
}

// ChapterRow is the cost of a COG chapter in the year.
type ChapterRow struct {
	Code   string        `poa:"required"`
	Name   string        `poa:"required"`
	Months budget.Months `poa:"required"`
	Total  budget.Money  `poa:"required"`
}

// FundRow is the cost that a fund pays, and its ceiling.
type FundRow struct {
	ID   string       `poa:"required"`
	Name string       `poa:"required"`
	Cost budget.Money `poa:"required"`
	// Ceiling and Gap are missing if the ceiling is not known.
	Ceiling *budget.Money
	Gap     *budget.Money
}

// IndicatorRow is an indicator with its light.
type IndicatorRow struct {
	ID      string `poa:"required"`
	Key     string
	Name    string `poa:"required"`
	Unit    string
	Formula string
	// Value and Target are formatted, and of the same periods; absent without data. A
	// Target may be in words.
	Value  string
	Target string
	// Reason explains why there is no value, and what was left out of it.
	Reason string
	Light  Badge `poa:"required"`
}

// FindingList lists the findings of a plan, or the first of them.
type FindingList struct {
	// Counts has the number of all findings of each severity, the most severe first.
	Counts []SeverityCount `poa:"required"`
	// Items are the most severe first; those of a severity are in the plan's order.
	Items []FindingItem `poa:"required"`
	// Missing is a sentence with what the plan does not have yet; absent if it has
	// everything.
	Missing string
}

// SeverityCount is the number of findings of a severity.
type SeverityCount struct {
	Severity norm.Severity `poa:"required"`
	Count    int           `poa:"required"`
}

// FindingItem is a finding in words.
type FindingItem struct {
	Severity norm.Severity `poa:"required"`
	Code     string        `poa:"required"`
	Path     norm.Path     `poa:"required"`
	Text     string        `poa:"required"`
	// Count is the number of findings that this one stands for; absent if it is one.
	Count int
	// Basis is the citation, and Status how certain it is.
	Basis  string
	Status norm.Status
	Fixes  []FixItem
}

// FixItem is a fix of a finding; without commands it is advice.
type FixItem struct {
	Label    string `poa:"required"`
	Commands poa.Commands
}

// DueList lists the first due items by date. Total counts all.
type DueList struct {
	Total int      `poa:"required"`
	Items []DueRow `poa:"required"`
}

// DueRow is a due item.
type DueRow struct {
	Date  calendar.Date `poa:"required"`
	Kind  string        `poa:"required"`
	Label string        `poa:"required"`
	Path  norm.Path
	// Days is the number of business days from the day after today to Date, both included;
	// zero if Late.
	Days int `poa:"required"`
	Late bool
	// Basis is the citation, and Status how certain it is.
	Basis  string
	Status norm.Status
}
