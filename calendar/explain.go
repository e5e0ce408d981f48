package calendar

import (
	"slices"
)

// Reason says why a day is worked or not. The zero value is unspecified and
// invalid.
type Reason uint8

const (
	// ReasonOrdinary: the week works that weekday and nothing stands against it.
	ReasonOrdinary Reason = iota + 1
	// ReasonWeekend: the week rests on that weekday.
	ReasonWeekend
	// ReasonDayOff: a rule makes the day one of rest.
	ReasonDayOff
	// ReasonMovedHere: the employer takes the rest of another day on this one.
	ReasonMovedHere
	// ReasonMovedAway: the employer takes the day off that falls here on another day.
	ReasonMovedAway
	// ReasonGranted: the employer gave the day.
	ReasonGranted
	// ReasonCancelled: the employer took back the day off that falls here.
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
	// Weekend is set where the week of the profile rests on that weekday.
	Weekend bool
	// Verified is set where the day lies in the span for which the profile has
	// been held against its sources.
	Verified bool
	// Reasons are all that bear on the day, each once, those that decide first: of a
	// 1 January on a Saturday, ReasonWeekend and ReasonDayOff.
	Reasons []Reason
	// Occurrences are all rules that fire on the day, commemorations, half days
	// and days off that a change took away included.
	Occurrences []Occurrence
	// Changes are the employer's changes that touch the day.
	Changes []Change
}

// Explain returns why d is worked or not: every rule that fires, whether the week
// rests, what the employer changed. It is the zero Explanation when d is no date.
func (c *Calendar) Explain(d Date) Explanation {
	if d.IsZero() {
		return Explanation{}
	}
	e := Explanation{
		Date:        d,
		BusinessDay: c.IsBusinessDay(d),
		Weekend:     !c.profile.Week.Works(d.Weekday()),
		Verified:    c.profile.Verified.Contains(d),
		Occurrences: c.occurrences(c.collect(nil, Span{d, d}, anyRule)),
	}
	for i := range c.profile.Changes {
		change := &c.profile.Changes[i]
		forgone := change.Holiday != "" && slices.ContainsFunc(e.Occurrences, func(o Occurrence) bool {
			return o.Holiday.Named(change.Holiday) && o.Holiday.Kind.DayOff() && !o.Holiday.Half
		})
		if forgone || change.From == d || change.To == d || change.Open == d {
			e.Changes = append(e.Changes, *change)
		}
	}
	e.Reasons = c.reasons(&e)
	return e
}

// reasons lists why e's day is as it is: first what makes it so, then what would
// have.
func (c *Calendar) reasons(e *Explanation) []Reason {
	var worked, rested []Reason
	cancelled, changed := false, false
	for i := range e.Changes {
		change := &e.Changes[i]
		changed = changed || change.Holiday == ""
		if change.Holiday != "" && !slices.Contains(worked, ReasonCancelled) {
			worked = append(worked, ReasonCancelled)
		}
		if change.From == e.Date {
			cancelled = true
			if change.To.IsZero() {
				worked = append(worked, ReasonCancelled)
			} else {
				worked = append(worked, ReasonMovedAway)
			}
		}
		if change.To == e.Date {
			if change.From.IsZero() && change.Open.IsZero() {
				rested = append(rested, ReasonGranted)
			} else {
				rested = append(rested, ReasonMovedHere)
			}
		}
		if change.Open == e.Date {
			worked = append(worked, ReasonOpened)
		}
	}
	if e.Weekend {
		rested = append(rested, ReasonWeekend)
	}
	for _, o := range e.Occurrences {
		switch {
		case o.Holiday.Half:
			if e.BusinessDay && !slices.Contains(worked, ReasonHalfDay) {
				worked = append(worked, ReasonHalfDay)
			}
		case o.Holiday.Kind.DayOff() && !cancelled && !changed && !c.profile.forgoes(o.Holiday) && !slices.Contains(rested, ReasonDayOff):
			rested = append(rested, ReasonDayOff)
		}
	}
	if e.BusinessDay {
		if len(worked) == 0 {
			worked = append(worked, ReasonOrdinary)
		}
		return append(worked, rested...)
	}
	return append(rested, worked...)
}
