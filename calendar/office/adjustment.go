package office

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Adjustments are what one employer decides on top of a profile.
type Adjustments struct {
	// Year is the year they are decided for. Spans must lie in it, except for a
	// Vacation that reaches over one of its ends and the one day that is exchanged or
	// moved for one in it; of the dates that a rule lists one must lie in it. 0 is any
	// year.
	Year int `json:"year,omitzero"`
	// WorkWeek are the weekdays that are worked; empty keeps those of the profile.
	WorkWeek []calendar.Weekday `json:"workWeek,omitzero"`
	// OwnDays keep their author's order. Their ids are unique, and are the keys of
	// the holidays that they add. There are at most 366, with 2,000 days a year in all.
	OwnDays []*Adjustment `json:"ownDays,omitzero"`
}

// IsZero reports whether a decides nothing.
func (a *Adjustments) IsZero() bool { return len(a.WorkWeek) == 0 && len(a.OwnDays) == 0 }

// AdjustmentKind is what an Adjustment does with its days. The zero value is unspecified
// and invalid.
type AdjustmentKind uint8

const (
	// LocalDay is a day off in one place: the feast of its patron.
	LocalDay AdjustmentKind = iota + 1
	// Vacation is a run of days on which nobody works. It may reach over either end
	// of the year.
	Vacation
	// HalfDay is worked in part: it is a business day, and Calendar.IsHalfDay
	// reports it.
	HalfDay
	// DayOff is one more day off, by a document of the employer.
	DayOff
	// MovedDay is a day off that is taken on another day, Instead: 28 September on
	// the Monday before. The day itself follows the week: a Saturday stays one.
	MovedDay
	// WorkDay is worked although the week or a holiday rests: a Sunday that is opened
	// (día habilitado), with or without a day that is rested in exchange; a holiday
	// that the employer does not take.
	WorkDay
)

// worked reports whether the kind has days worked that would be rested.
func (k AdjustmentKind) worked() bool { return k == MovedDay || k == WorkDay }

// NeedsReason reports whether a decision of the kind needs a Reason and a Document.
func (k AdjustmentKind) NeedsReason() bool { return k.worked() || k == DayOff }

// TakesRule reports whether a decision of the kind may name its days by a Rule.
func (k AdjustmentKind) TakesRule() bool { return !k.worked() && k.String() != "" }

// TakesHoliday reports whether a decision of the kind may name its days by a Holiday.
func (k AdjustmentKind) TakesHoliday() bool { return k == WorkDay }

// TakesInstead reports whether a decision of the kind, about one day, may have another
// day rested Instead; NeedsInstead whether it must.
func (k AdjustmentKind) TakesInstead() bool { return k.worked() }

// NeedsInstead reports whether a decision of the kind must have a day rested Instead.
func (k AdjustmentKind) NeedsInstead() bool { return k == MovedDay }

// OneDay reports whether a decision of the kind is about a single day.
func (k AdjustmentKind) OneDay() bool { return k.most() == 1 }

// mostDays is how many days a span may have, as in calendar.EachDay.
const mostDays = 400

// most returns how many days the span of a kind may have.
func (k AdjustmentKind) most() int {
	if k == MovedDay {
		return 1
	}
	return mostDays
}

// Adjustment is one decision about days. It names them by Span, or by Rule if they repeat
// every year; a WorkDay by Span or by Holiday.
type Adjustment struct {
	ID   string         `json:"id"`
	Kind AdjustmentKind `json:"kind,omitzero"`
	// Name is what people call the days; without one, messages use Reason, or the
	// kind.
	Name string `json:"name,omitzero"`
	// Span are the days, both ends included, at most 400. Those of a LocalDay or a
	// Vacation may be days of rest already; of a HalfDay or a DayOff one at least is
	// worked, and of a WorkDay none. A MovedDay has one, which is a day off. Those of a
	// Rule for every year may fall on any weekday.
	Span calendar.Span `json:"span,omitzero"`
	// Rule is the text of a rule, as calendar.ParseRule parses it: "08-16" for every
	// year, "05-11 5d" for five days of every year, "2027-02-01, 2027-03-15" for dates.
	Rule string `json:"rule,omitzero"`
	// Valid is when Rule holds, both ends included. Its start is required if the rule
	// does not name its years; a missing end is "still in force".
	Valid calendar.Span `json:"valid,omitzero"`
	// Holiday is the key of a holiday of the profile that is worked in every year; of
	// a WorkDay only, in place of Span. In a union of profiles it names the holiday of
	// each.
	Holiday string `json:"holiday,omitzero"`
	// Instead is the day that is rested: of a MovedDay, or in exchange for a WorkDay of
	// one day, for which it is optional.
	Instead calendar.Date `json:"instead,omitzero"`
	// Reason is why, in the employer's words. A DayOff, a MovedDay and a WorkDay need
	// one.
	Reason string `json:"reason,omitzero"`
	// Document is the official document of the decision, as it is cited: "Circular
	// DRH/031/2027". Kinds that need a Reason need it too; other days without one are
	// marked norm.FromMemory.
	Document string `json:"document,omitzero"`
}

// title returns what identifies d for people: its name, its reason, or its id.
func (d *Adjustment) title() string {
	for _, s := range [...]string{d.Name, d.Reason} {
		if s != "" {
			return s
		}
	}
	return d.ID
}

// label returns the name of the holidays that d makes.
func (d *Adjustment) label() norm.Label {
	if title := d.title(); title != d.ID {
		return norm.Label{ES: title, EN: title}
	}
	return kindNames[d.Kind]
}

// kindNames are the names of days that nobody named.
var kindNames = [...]norm.Label{
	LocalDay: {ES: "Descanso local", EN: "Local day off"},
	Vacation: {ES: "Vacaciones", EN: "Vacation"},
	HalfDay:  {ES: "Media jornada", EN: "Half day"},
	DayOff:   {ES: "Descanso", EN: "Day off"},
	MovedDay: {ES: "Descanso recorrido", EN: "Day off moved"},
	WorkDay:  {ES: "Día habilitado", EN: "Day opened for work"},
}
