package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
)

// OwnDay is one of the office's own days, with its effect on the fiscal year.
type OwnDay struct {
	*office.Adjustment
	// Idle is set if it is not in force because it is invalid.
	Idle bool `json:"idle"`
	// Effect is the change in the number of business days, on the days of this own day,
	// compared with the calendar without own days; a vacation of two weeks has -10. Own
	// days that name the same day each count it.
	Effect int `json:"effect"`
	// Holidays are the days off that it cancels or moves.
	Holidays []calendar.Occurrence `json:"holidays"`
}

// OwnDays returns the office's own days with their effects, in the order of the document.
// It computes them at each call.
func (a *Analysis) OwnDays() []OwnDay {
	doc := a.Plan.doc
	if len(doc.OwnDays) == 0 {
		return nil
	}
	list := make([]OwnDay, len(doc.OwnDays))
	for i, d := range doc.OwnDays {
		list[i] = OwnDay{Adjustment: d, Idle: a.Calendar == nil || a.idle(d.ID)}
		if a.Calendar != nil && a.General != nil {
			a.setEffect(&list[i])
		}
	}
	return list
}

// idle reports whether there is a finding about the own day with an id, or about all own
// days, so that it is not in force.
func (a *Analysis) idle(id string) bool {
	at := norm.Path("ownDays").Item(id)
	return slices.ContainsFunc(a.results[partCalendar].findings, func(f norm.Finding) bool {
		return f.Path == "ownDays" || f.Path.Within(at)
	})
}

// setEffect sets the effect of an own day, and the days off that it cancels or moves.
func (a *Analysis) setEffect(d *OwnDay) {
	changes := d.Kind == office.MovedDay || d.Kind == office.WorkDay
	for _, day := range a.daysOf(d) {
		d.Effect += businessDayCount(a.Calendar, day) - businessDayCount(a.General, day)
	}
	if !changes {
		return
	}
	for _, o := range a.General.Holidays(a.Year) {
		if d.Span.Contains(o.Date) || d.Holiday != "" && o.Holiday.Named(d.Holiday) {
			d.Holidays = append(d.Holidays, o)
		}
	}
}

// daysOf returns the days of the fiscal year that an own day names, without duplicates.
func (a *Analysis) daysOf(d *OwnDay) (days []calendar.Date) {
	switch {
	case d.Rule != "":
		rule, err := calendar.ParseRule(d.Rule)
		if err != nil {
			return nil
		}
		h := calendar.Holiday{Valid: d.Valid}
		all, _ := calendar.DaysOf(rule, a.Year.Start.Year())
		for _, day := range all {
			if h.InForce(day) {
				days = append(days, day)
			}
		}
	case d.Holiday != "":
		for _, o := range a.General.Holidays(a.Year) {
			if o.Holiday.Named(d.Holiday) && !slices.Contains(days, o.Date) {
				days = append(days, o.Date)
			}
		}
	default:
		common, _ := d.Span.Intersect(a.Year)
		days = slices.AppendSeq(days, common.All())
	}
	if a.Year.Contains(d.Instead) {
		days = append(days, d.Instead)
	}
	return days
}

// businessDayCount returns 1 for a business day and 0 for another day.
func businessDayCount(c *calendar.Calendar, d calendar.Date) int {
	if c.IsBusinessDay(d) {
		return 1
	}
	return 0
}
