package calendar

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// DayReason is a reason why a day is or is not a business day. The zero value is
// unspecified and invalid.
type DayReason uint8

const (
	// ReasonOrdinary: the weekday is in the working week and no rule changes the day.
	ReasonOrdinary DayReason = iota + 1
	// ReasonWeekend: the weekday is not in the working week.
	ReasonWeekend
	// ReasonDayOff: a rule makes the day a day off.
	ReasonDayOff
	// ReasonMovedHere: the employer moved a day off from another day to this one.
	ReasonMovedHere
	// ReasonMovedAway: the employer moved the day off from this day to another one.
	ReasonMovedAway
	// ReasonCancelled: the employer does not take the day off that falls on this day.
	ReasonCancelled
	// ReasonOpened: the weekday is not in the working week, but the employer works this
	// day (día habilitado).
	ReasonOpened
	// ReasonHalfDay: the day is worked in part. It counts as a business day.
	ReasonHalfDay
)

// Explanation explains why a day is or is not a business day.
type Explanation struct {
	Date        Date
	BusinessDay bool
	// Weekend is true if the weekday is not in the working week of the profile.
	Weekend bool
	// WeeklyRest lists the legal sources of the weekly rest if Weekend is true and the
	// profile has them: in a union of profiles, those of the profiles that rest on the
	// day.
	WeeklyRest []norm.Basis
	// Verified is true if the day lies in the span for which the profile was checked
	// against its sources.
	Verified bool
	// Reasons lists the reasons that apply to the day, each once, the deciding ones
	// first: for a 1 January on a Saturday, ReasonWeekend and ReasonDayOff.
	Reasons []DayReason
	// Occurrences lists all rules that fall on the day, including those without an
	// effect on it. Those of the kind Employer cite the employer's document.
	Occurrences []Occurrence
}

// Explain returns why d is or is not a business day, with every rule that falls on it.
// It returns the zero Explanation if d is no date.
func (c *Calendar) Explain(d Date) Explanation {
	if d.IsZero() {
		return Explanation{}
	}
	e := Explanation{
		Date:        d,
		BusinessDay: c.IsBusinessDay(d),
		Weekend:     !c.profile.Week.Works(d.Weekday()),
		Verified:    c.profile.Verified.Contains(d),
		Occurrences: c.occurrences(c.collect(nil, Span{d, d}, allEffects)),
	}
	if e.Weekend {
		e.WeeklyRest = c.profile.weeklyRestOn(d.Weekday())
	}
	e.Reasons = e.reasons()
	return e
}

// weeklyRestOn returns the sources of the rest on a weekday, each once.
func (p *Profile) weeklyRestOn(day Weekday) (list []norm.Basis) {
	for _, r := range p.WeeklyRest {
		week := r.Week
		if week == 0 {
			week = p.Week
		}
		if !week.Works(day) && !slices.Contains(list, r.Basis) {
			list = append(list, r.Basis)
		}
	}
	return list
}

// reasons returns first the reasons for the result, then those against it.
func (e *Explanation) reasons() []DayReason {
	var worked, rested []DayReason
	add := func(list *[]DayReason, r DayReason) {
		if !slices.Contains(*list, r) {
			*list = append(*list, r)
		}
	}
	has := func(of ...Effect) bool {
		return slices.ContainsFunc(e.Occurrences, func(o Occurrence) bool { return slices.Contains(of, o.Holiday.Effect) })
	}
	off, overruled := has(Rest), has(Work, Open)
	if e.Weekend {
		add(&rested, ReasonWeekend)
	}
	for _, o := range e.Occurrences {
		h := o.Holiday
		switch {
		case h.Effect == Observance && !h.Waiver.IsZero():
			add(&worked, ReasonCancelled)
		case h.Effect == HalfDay && e.BusinessDay:
			add(&worked, ReasonHalfDay)
		case h.Effect == Rest && !overruled && !h.Exchange.IsZero():
			add(&rested, ReasonMovedHere)
		case h.Effect == Rest && !overruled:
			add(&rested, ReasonDayOff)
		case h.Effect != Work && h.Effect != Open:
		case off && !h.Exchange.IsZero():
			add(&worked, ReasonMovedAway)
		case off:
			add(&worked, ReasonCancelled)
		}
	}
	if e.Weekend && has(Open) {
		add(&worked, ReasonOpened)
	}
	switch {
	case !e.BusinessDay:
		return append(rested, worked...)
	case len(worked) == 0:
		worked = append(worked, ReasonOrdinary)
	}
	return append(worked, rested...)
}
