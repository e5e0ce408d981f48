package office

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Adjustments are the decisions of an employer that change a profile.
type Adjustments struct {
	// Year is the year of the adjustments, or 0 for any year. Spans must lie in it,
	// except that a Vacation need only overlap it, and that only one of Span and
	// Instead need lie in it. A rule that lists dates must have one in it.
	Year int `json:"year,omitzero"`
	// WorkWeek replaces the working week of the profile unless it is empty.
	WorkWeek []calendar.Weekday `json:"workWeek,omitzero"`
	// OwnDays are in the author's order. Their ids must be unique: they become the
	// keys of the holidays that are added. There may be at most 366 adjustments, with
	// at most 2,000 days a year in total.
	OwnDays []*Adjustment `json:"ownDays,omitzero"`
}

// IsZero reports whether a has no adjustments.
func (a *Adjustments) IsZero() bool { return len(a.WorkWeek) == 0 && len(a.OwnDays) == 0 }

// AdjustmentKind is the effect of an Adjustment on its days. The zero value is
// unspecified and invalid.
type AdjustmentKind uint8

const (
	// LocalDay is a day off in one place: the feast of its patron saint.
	LocalDay AdjustmentKind = iota + 1
	// Vacation is a run of days off for everybody. It may extend beyond either end of
	// the year.
	Vacation
	// HalfDay is a business day that is worked in part: see Calendar.IsHalfDay.
	HalfDay
	// DayOff is an additional day off by a document of the employer.
	DayOff
	// MovedDay is a day off that is moved to another day, Instead: 28 September to the
	// Monday before. The working week still applies to the original day: a Saturday
	// remains a day of rest.
	MovedDay
	// WorkDay is a day of rest that is worked: a Sunday (día habilitado), with or
	// without another day off in exchange, or a holiday that the employer does not
	// take.
	WorkDay
)

// worked reports whether adjustments of the kind cancel days of rest.
func (k AdjustmentKind) worked() bool { return k == MovedDay || k == WorkDay }

// NeedsReason reports whether adjustments of the kind require a Reason and a Document.
func (k AdjustmentKind) NeedsReason() bool { return k.worked() || k == DayOff }

// TakesRule reports whether adjustments of the kind may have a Rule instead of a Span.
func (k AdjustmentKind) TakesRule() bool { return !k.worked() && k.String() != "" }

// TakesHoliday reports whether adjustments of the kind may have a Holiday instead of a
// Span.
func (k AdjustmentKind) TakesHoliday() bool { return k == WorkDay }

// TakesInstead reports whether adjustments of the kind may have an Instead if they have
// one day.
func (k AdjustmentKind) TakesInstead() bool { return k.worked() }

// NeedsInstead reports whether adjustments of the kind require an Instead.
func (k AdjustmentKind) NeedsInstead() bool { return k == MovedDay }

// OneDay reports whether adjustments of the kind have exactly one day.
func (k AdjustmentKind) OneDay() bool { return k.maxDays() == 1 }

// maxSpanDays is the largest number of days of a span, as in calendar.EachDay.
const maxSpanDays = 400

// maxDays returns the largest number of days in the span of an adjustment of the kind.
func (k AdjustmentKind) maxDays() int {
	if k == MovedDay {
		return 1
	}
	return maxSpanDays
}

// Adjustment is a decision about days, given by one of Span, Rule and Holiday.
type Adjustment struct {
	ID   string         `json:"id"`
	Kind AdjustmentKind `json:"kind,omitzero"`
	// Name is the name of the days. If it is empty, messages use Reason or the kind.
	Name string `json:"name,omitzero"`
	// Span is the days, at most 400, both ends included. A HalfDay or a DayOff must
	// have a business day among them, and a WorkDay none. A MovedDay has one day,
	// which must be a day off. The days of a LocalDay and of a Vacation may be days of
	// rest, and so may those of a yearly Rule.
	Span calendar.Span `json:"span,omitzero"`
	// Rule is the text of a rule, as calendar.ParseRule parses it: "08-16" for every
	// year, "05-11 5d" for five days of every year, "2027-02-01, 2027-03-15" for dates.
	// A MovedDay or a WorkDay cannot have one.
	Rule string `json:"rule,omitzero"`
	// Valid is the span in which Rule is in force, both ends included. Its start is
	// required if the rule is yearly; a missing end means that it still is in force.
	Valid calendar.Span `json:"valid,omitzero"`
	// Holiday is the key of a holiday of the profile that is worked every year. Only a
	// WorkDay may have one. In a union of profiles it applies to the holiday of each.
	Holiday string `json:"holiday,omitzero"`
	// Instead is the day off in exchange. A MovedDay requires it; a WorkDay of one day
	// may have it.
	Instead calendar.Date `json:"instead,omitzero"`
	// Reason is the employer's reason. A DayOff, a MovedDay and a WorkDay require it.
	Reason string `json:"reason,omitzero"`
	// Document is the citation of the employer's act: "Circular DRH/031/2027". It is
	// required if Reason is. The other days without one have the status
	// norm.FromMemory.
	Document string `json:"document,omitzero"`
}

// title returns the name, the reason or the id of d, for messages.
func (d *Adjustment) title() string {
	for _, s := range [...]string{d.Name, d.Reason} {
		if s != "" {
			return s
		}
	}
	return d.ID
}

// label returns the name of the holidays of d.
func (d *Adjustment) label() norm.Label {
	if title := d.title(); title != d.ID {
		return norm.Label{ES: title, EN: title}
	}
	return kindNames[d.Kind]
}

// kindNames are the default names of holidays, by kind.
var kindNames = [...]norm.Label{
	LocalDay: {ES: "Descanso local", EN: "Local day off"},
	Vacation: {ES: "Vacaciones", EN: "Vacation"},
	HalfDay:  {ES: "Media jornada", EN: "Half day"},
	DayOff:   {ES: "Descanso", EN: "Day off"},
	MovedDay: {ES: "Descanso recorrido", EN: "Day off moved"},
	WorkDay:  {ES: "Día habilitado", EN: "Day opened for work"},
}
