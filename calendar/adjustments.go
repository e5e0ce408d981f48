package calendar

import "github.com/rumbo-mx/rumbo/calendar/norm"

// Adjustments are what one employer decides on top of a named profile: plain data
// that a document can hold, with an id for each decision. Apply makes a Profile of
// them; Settle makes one of those that are right and lists what is wrong with the
// others, so that a draft may be.
type Adjustments struct {
	// Year is the year they are decided for. Spans must lie in it, but for a Vacation
	// that reaches over one of its ends and the one day that is exchanged or moved for one in
	// it; dates of a rule that lists them must have one in it. 0 holds for any year.
	Year int
	// WorkWeek are the weekdays that are worked; empty keeps those of the profile.
	WorkWeek []Weekday
	// OwnDays keep their author's order. Their ids are unique, and become the keys of
	// the holidays that they add. There are at most 366, of 2,000 days a year in all.
	OwnDays []*Adjustment
}

// AdjustmentKind says what an Adjustment does with its days. The zero value is
// unspecified and invalid.
type AdjustmentKind uint8

const (
	// LocalDay is rested in one place: the feast of its patron.
	LocalDay AdjustmentKind = iota + 1
	// Vacation is a run of days on which nobody works. It may reach over either end
	// of the year.
	Vacation
	// HalfDay is worked in part: a business day that IsHalfDay tells of.
	HalfDay
	// DayOff is one more day of rest, by a document of the employer.
	DayOff
	// MovedDay is a day off that is rested on another day, Instead: 28 September on
	// the Monday before. The day itself follows the week: a Saturday stays one.
	MovedDay
	// WorkDay is worked though the week or a holiday rests: a Sunday that is opened
	// (día habilitado), with or without a day that is rested in exchange; a holiday
	// that the employer does not observe.
	WorkDay
)

// Adjustment is one decision about days. It names them by Span, or by Rule where
// they come every year; a WorkDay by Span or by Holiday.
type Adjustment struct {
	ID   string
	Kind AdjustmentKind
	// Name is what people call the days; without one they are told by Reason, or by
	// their kind.
	Name string
	// Span are the days, both ends in, at most 400. Those of a LocalDay or a
	// Vacation may be rested anyway; of a HalfDay or a DayOff one at least is
	// worked, and of a WorkDay none. A MovedDay has one, which is a day off. Those of
	// a Rule for every year fall where they fall.
	Span Span
	// Rule is the text of a rule, as ParseRule reads it: "08-16" for every year,
	// "05-11 5d" for five days of every year, "2027-02-01, 2027-03-15" for dates.
	Rule string
	// Valid is when Rule holds, both ends in. Its start is required where the rule
	// does not name its years; its end is missing while it is in force.
	Valid Span
	// Holiday is the key of a holiday of the profile that is worked in every year;
	// of a WorkDay only, in place of Span. In profiles put together it stands for
	// that of each.
	Holiday string
	// Instead is the day that is rested: of a MovedDay, or in exchange for a WorkDay
	// of one day, where it may be missing.
	Instead Date
	// Reason is why, as the employer puts it. A DayOff, a MovedDay and a WorkDay need
	// one.
	Reason string
	// Document is the act that says so, as it is cited: "Circular DRH/031/2027".
	// Those that need a Reason need one; other days without one are known from memory.
	Document string
}

// The codes of an AdjustmentError.
const (
	// AdjustmentID: an id is missing or there twice, or is the key of a holiday
	// that the profile has.
	AdjustmentID norm.Code = "calendar.adjustment-id"
	// AdjustmentMissing: a value is missing that the decision needs.
	AdjustmentMissing norm.Code = "calendar.adjustment-missing"
	// AdjustmentUnused: a value is there that its kind has no use for, or a second
	// way to name the days.
	AdjustmentUnused norm.Code = "calendar.adjustment-unused"
	// AdjustmentLong: a span has more days than it may.
	AdjustmentLong norm.Code = "calendar.adjustment-too-long"
	// AdjustmentWeekday: a weekday is there twice.
	AdjustmentWeekday norm.Code = "calendar.adjustment-weekday-twice"
	// AdjustmentValue: a value cannot be: more decisions than there may be.
	AdjustmentValue norm.Code = "calendar.adjustment-value"
	// AdjustmentRule: the text is no rule.
	AdjustmentRule norm.Code = "calendar.adjustment-rule"
	// AdjustmentReversed: a span ends before it starts.
	AdjustmentReversed norm.Code = "calendar.adjustment-end-before-start"
	// AdjustmentYear: what is named lies outside the year.
	AdjustmentYear norm.Code = "calendar.adjustment-year"
	// AdjustmentHoliday: the profile has no day off with that key.
	AdjustmentHoliday norm.Code = "calendar.adjustment-holiday"
	// AdjustmentOverlap: two decisions about the same day cannot both hold: two of one
	// kind, a day off that is also worked, moved or halved, a day that is moved and
	// worked, a day that is rested for two.
	AdjustmentOverlap norm.Code = "calendar.adjustment-overlap"
	// AdjustmentConflict: the profile has changes of its own for that day.
	AdjustmentConflict norm.Code = "calendar.adjustment-conflict"
	// AdjustmentRested: the days are rested without the decision.
	AdjustmentRested norm.Code = "calendar.adjustment-rested-anyway"
	// AdjustmentWorked: a day is worked without the decision.
	AdjustmentWorked norm.Code = "calendar.adjustment-worked-anyway"
	// AdjustmentNoWork: no day of the year would be worked.
	AdjustmentNoWork norm.Code = "calendar.adjustment-no-work"
)

// AdjustmentError is one thing that is wrong with Adjustments. Its Path is relative
// to them: "ownDays[servidor].instead". Its Args are "name", which tells the
// decision apart, or its kind where it has no name, and as the code has it "value",
// the text that cannot be, "date", "start" and "end", "count", "limit", "keys", "weekday", "year", and "other", the name
// of the other decision.
type AdjustmentError struct {
	norm.Finding
	text string
}

// Error says where, what, and what to do.
func (e *AdjustmentError) Error() string {
	at := string(e.Path)
	if at != "" {
		at += ": "
	}
	return "calendar: adjustments: " + at + e.text
}

// Apply returns the profile that p becomes by the adjustments. The error joins an
// *AdjustmentError for everything that is wrong.
func (a *Adjustments) Apply(p Profile) (Profile, error) {
	if err := p.Validate(); err != nil {
		return Profile{}, err
	}
	settled, wrong := a.Settle(p)
	if len(wrong) > 0 {
		return Profile{}, adjustmentErrors(wrong)
	}
	return settled, nil
}

// Settle returns the profile that p becomes by those of the adjustments that are
// right, and everything that is wrong with the others, in their order. It is p itself
// where p is not valid, where there is no such year, where there are too many
// decisions, and where they leave no day of the year to work.
func (a *Adjustments) Settle(p Profile) (Profile, []*AdjustmentError) {
	w := adjuster{Adjustments: a, profile: p, base: p.Changes}
	if !w.run() {
		return p, w.wrong
	}
	return w.profile, w.wrong
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

// IsZero reports whether a decides nothing.
func (a *Adjustments) IsZero() bool { return len(a.WorkWeek) == 0 && len(a.OwnDays) == 0 }

// called returns what tells d apart from other decisions.
func (d *Adjustment) called() string {
	for _, s := range [...]string{d.Name, d.Reason} {
		if s != "" {
			return s
		}
	}
	return d.ID
}
