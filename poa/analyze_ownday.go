package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
)

// OwnDay is what one of the office's own days does to the fiscal year.
type OwnDay struct {
	*office.Adjustment
	// Idle is set while it is not in force, because something about it is wrong.
	Idle bool `json:"idle"`
	// Effect is how many more business days its days have than they would have
	// without any of the office's own days; a vacation of two weeks has -10. Decisions
	// about one day both have it.
	Effect int `json:"effect"`
	// Holidays are the days off that it takes away or moves.
	Holidays []calendar.Occurrence `json:"holidays"`
}

// OwnDays returns what the office's own days do, in the order of the document. It is
// computed at each call.
func (a *Analysis) OwnDays() []OwnDay {
	doc := a.Plan.doc
	if len(doc.OwnDays) == 0 {
		return nil
	}
	list := make([]OwnDay, len(doc.OwnDays))
	for i, d := range doc.OwnDays {
		list[i] = OwnDay{Adjustment: d, Idle: a.Calendar == nil || a.idle(d.ID)}
		if a.Calendar != nil && a.General != nil {
			a.weigh(&list[i])
		}
	}
	return list
}

// idle reports whether something about the own day with an id, or about all of them,
// keeps it from counting.
func (a *Analysis) idle(id string) bool {
	at := norm.Path("ownDays").Item(id)
	return slices.ContainsFunc(a.results[partCalendar].findings, func(f norm.Finding) bool {
		return f.Path == "ownDays" || f.Path.Within(at)
	})
}

// weigh counts what an own day does, and finds the days off that it is about.
func (a *Analysis) weigh(d *OwnDay) {
	changes := d.Kind == office.MovedDay || d.Kind == office.WorkDay
	for _, day := range a.daysOf(d) {
		d.Effect += worked(a.Calendar, day) - worked(a.General, day)
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

// daysOf lists the days of the fiscal year that an own day names, each once.
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
		common, ok := d.Span.Intersect(a.Year)
		for day := common.Start; ok && !day.After(common.End); day = day.AddDays(1) {
			days = append(days, day)
		}
	}
	if a.Year.Contains(d.Instead) {
		days = append(days, d.Instead)
	}
	return days
}

func worked(c *calendar.Calendar, d calendar.Date) int {
	if c.IsBusinessDay(d) {
		return 1
	}
	return 0
}
