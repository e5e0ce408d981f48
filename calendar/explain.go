package calendar

import "slices"

// DayReason is why a day is worked or not. The zero value is unspecified and invalid.
type DayReason uint8

const (
	// ReasonOrdinary: the week works that weekday and no rule speaks of the day.
	ReasonOrdinary DayReason = iota + 1
	// ReasonWeekend: the week rests on that weekday.
	ReasonWeekend
	// ReasonDayOff: a rule makes the day a day off.
	ReasonDayOff
	// ReasonMovedHere: the employer takes the rest of another day on this one.
	ReasonMovedHere
	// ReasonMovedAway: the employer takes the day off that falls here on another day.
	ReasonMovedAway
	// ReasonCancelled: the employer does not take the day off that falls here.
	ReasonCancelled
	// ReasonOpened: the week rests, and the employer works this day (día habilitado).
	ReasonOpened
	// ReasonHalfDay: the day is worked in part. It counts as a business day.
	ReasonHalfDay
)

// Explanation is why a day is worked or not.
type Explanation struct {
	Date        Date
	BusinessDay bool
	// Weekend is set if the week of the profile rests on that weekday.
	Weekend bool
	// Verified is set if the day lies in the span for which the profile was checked
	// against its sources.
	Verified bool
	// Reasons are all that apply to the day, each once, the deciding ones first: for
	// a 1 January on a Saturday, ReasonWeekend and ReasonDayOff.
	Reasons []DayReason
	// Occurrences are all rules that fire on the day, those without effect on it
	// included. Those of the kind Employer cite the employer's document.
	Occurrences []Occurrence
}

// Explain returns why d is worked or not: every rule that fires, and whether the week
// rests. It returns the zero Explanation when d is no date.
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
	e.Reasons = e.reasons()
	return e
}

// reasons lists the reasons of the day: first those that decide it, then those that were
// overridden.
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
