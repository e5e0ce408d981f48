package calendar

import "github.com/rumbo-mx/rumbo/calendar/norm"

// Adjustments are what one employer decides on top of a named profile: plain data
// that a document can hold, with an id for each decision. Apply makes a Profile of
// them, and Check lists everything that is wrong, so that a draft may be.
//
// Lists keep their author's order. Ids are unique within the Adjustments; those of
// local days, vacations and half days become the keys of their holidays.
type Adjustments struct {
	// Year is the year they are decided for; what they name must lie in it. 0
	// holds for any year.
	Year int
	// Week are the weekdays that are worked; empty keeps those of the profile.
	Week      []Weekday
	LocalDays []*LocalDay
	Moves     []*Move
	Vacations []*Vacation
	HalfDays  []*HalfDay
	Added     []*AddedDay
	Removed   []*RemovedDay
	Opened    []*OpenedDay
}

// LocalDay is a day off, or some, of one place: the feast of its patron. It has
// either Span, its days in one year, or Rule.
type LocalDay struct {
	ID   string
	Name string
	// Span are the days, both ends in.
	Span Span
	// Rule is the text of a rule for every year, as ParseRule reads it: "08-16",
	// or "05-11 5d" for five days.
	Rule string
	// Valid is when Rule holds, both ends in. Its start is required, its end is
	// missing while it is in force.
	Valid Span
	// Document is the act that says so; it may be empty, and the day is then
	// known from memory.
	Document string
}

// Move takes the day off of From on To: 28 September worked, 26 September off.
type Move struct {
	ID string
	// Holiday is the key of the holiday that is moved, which must fall on From.
	// It may be empty: then all that fall there are moved.
	Holiday  string
	From, To Date
	Reason   string
	Document string
}

// Vacation is a run of days on which nobody works. It may reach over the end of the
// year.
type Vacation struct {
	ID   string
	Name string
	// Span are the days, both ends in, weekends and days off too.
	Span     Span
	Document string
}

// HalfDay is a day that is worked in part. It has either Date or Rule.
type HalfDay struct {
	ID   string
	Name string
	Date Date
	// Rule is the text of a rule for every year, as ParseRule reads it: "12-24".
	Rule string
	// Valid is when Rule holds; see LocalDay.
	Valid    Span
	Document string
}

// AddedDay is one more day off.
type AddedDay struct {
	ID       string
	Name     string
	Date     Date
	Reason   string
	Document string
}

// RemovedDay takes a day off back: the one on Date, or with a key and no date a
// holiday in every year.
type RemovedDay struct {
	ID string
	// Holiday is the key of the holiday; with a Date it may be empty.
	Holiday  string
	Date     Date
	Reason   string
	Document string
}

// OpenedDay is a day of the weekend that is worked (día habilitado).
type OpenedDay struct {
	ID   string
	Date Date
	// Rest is the day that is rested in exchange; it may be missing.
	Rest     Date
	Reason   string
	Document string
}

// The codes of an AdjustmentError.
const (
	// AdjustmentID: an id is missing or there twice, or is the key of a holiday
	// that the profile has.
	AdjustmentID norm.Code = "calendar.adjustment-id"
	// AdjustmentMissing: a value is missing that the decision needs.
	AdjustmentMissing norm.Code = "calendar.adjustment-missing"
	// AdjustmentValue: a value cannot be: a reversed span, a rule that is none.
	AdjustmentValue norm.Code = "calendar.adjustment-value"
	// AdjustmentYear: what is named lies outside the year.
	AdjustmentYear norm.Code = "calendar.adjustment-year"
	// AdjustmentHoliday: the profile has no such holiday, or it falls on another
	// day.
	AdjustmentHoliday norm.Code = "calendar.adjustment-holiday"
	// AdjustmentOverlap: two decisions are about the same days.
	AdjustmentOverlap norm.Code = "calendar.adjustment-overlap"
	// AdjustmentConflict: the decision changes nothing, or contradicts the
	// profile or another decision.
	AdjustmentConflict norm.Code = "calendar.adjustment-conflict"
	// AdjustmentNoWork: no day of the year would be worked.
	AdjustmentNoWork norm.Code = "calendar.adjustment-no-work"
)

// AdjustmentError is one thing that is wrong with Adjustments.
type AdjustmentError struct {
	// Path is where, relative to the Adjustments: "moves[servidor].from".
	Path norm.Path
	Code norm.Code

	before, value, after string
}

// Error says where, what, and what to do.
func (e *AdjustmentError) Error() string {
	at := string(e.Path)
	if at != "" {
		at += ": "
	}
	return "calendar: adjustments: " + at + e.before + e.value + e.after
}

// Apply returns the profile that p becomes by the adjustments. The error joins an
// *AdjustmentError for everything that is wrong.
func (a *Adjustments) Apply(p Profile) (Profile, error) {
	if err := p.Validate(); err != nil {
		return Profile{}, err
	}
	w := adjuster{Adjustments: a, profile: p}
	w.run()
	if len(w.wrong) == 0 {
		return w.profile, nil
	}
	return Profile{}, adjustmentErrors(w.wrong)
}

// adjustmentErrors joins what is wrong, a line each.
type adjustmentErrors []*AdjustmentError

func (l adjustmentErrors) Error() string {
	text := ""
	for i, e := range l {
		if i > 0 {
			text += "\n"
		}
		text += e.Error()
	}
	return text
}

func (l adjustmentErrors) Unwrap() []error {
	list := make([]error, len(l))
	for i, e := range l {
		list[i] = e
	}
	return list
}

// Check lists everything that is wrong with the adjustments of p; it is empty where Apply succeeds. p itself must be valid.
func (a *Adjustments) Check(p Profile) []*AdjustmentError {
	w := adjuster{Adjustments: a, profile: p}
	w.run()
	return w.wrong
}

// IsZero reports whether a decides nothing.
func (a *Adjustments) IsZero() bool {
	return a.Year == 0 && len(a.Week) == 0 && a.elements() == 0
}

func (a *Adjustments) elements() int {
	return len(a.LocalDays) + len(a.Moves) + len(a.Vacations) + len(a.HalfDays) + len(a.Added) + len(a.Removed) + len(a.Opened)
}
