package poa

import (
	"sort"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
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
	idle := a.idleDays()
	// If none is in force, none has an effect; there may be very many then.
	none := a.Calendar == nil || a.General == nil || idle[""]
	var off *daysOff
	if !none {
		off = indexDaysOff(a.General.Holidays(a.Year))
	}
	for i, d := range doc.OwnDays {
		list[i] = OwnDay{Adjustment: d, Idle: none || idle[d.ID]}
		if !none {
			a.setEffect(&list[i], off)
		}
	}
	return list
}

// daysOff are the days off of a year, by date, with an index of the keys of holidays.
type daysOff struct {
	list   []calendar.Occurrence
	byName map[string][]int // positions in list, by the name of the holiday
}

func indexDaysOff(list []calendar.Occurrence) *daysOff {
	x := &daysOff{list, make(map[string][]int)}
	for i, o := range list {
		name := nameOf(o.Holiday.Key)
		x.byName[name] = append(x.byName[name], i)
	}
	return x
}

// nameOf returns the key of a holiday without the prefix of its profile: see
// calendar.Holiday.Named.
func nameOf(key string) string { return key[strings.LastIndexByte(key, '.')+1:] }

// named returns the days off of a holiday.
func (x *daysOff) named(key string) (list []calendar.Occurrence) {
	for _, i := range x.byName[nameOf(key)] {
		list = append(list, x.list[i])
	}
	return list
}

// within returns the days off within a span.
func (x *daysOff) within(s calendar.Span) []calendar.Occurrence {
	if !s.Valid() {
		return nil
	}
	from := sort.Search(len(x.list), func(i int) bool { return !x.list[i].Date.Before(s.Start) })
	to := from
	for to < len(x.list) && !x.list[to].Date.After(s.End) {
		to++
	}
	return x.list[from:to:to]
}

// idleDays returns the ids of the own days that are not in force because there is a finding
// about them; "" stands for all own days.
func (a *Analysis) idleDays() map[string]bool {
	idle := make(map[string]bool)
	for _, f := range a.results[partCalendar].findings {
		if list, rest, _ := f.Path.Cut(); list.Name == "ownDays" {
			day, _, _ := rest.Cut()
			idle[day.Name] = true
		}
	}
	return idle
}

// setEffect sets the effect of an own day, and the days off that it cancels or moves.
func (a *Analysis) setEffect(d *OwnDay, off *daysOff) {
	changes := d.Kind == office.MovedDay || d.Kind == office.WorkDay
	for _, day := range a.daysOf(d, off) {
		d.Effect += businessDayCount(a.Calendar, day) - businessDayCount(a.General, day)
	}
	if !changes {
		return
	}
	// A valid own day has either a span or a holiday.
	if d.Holidays = off.within(d.Span); len(d.Holidays) == 0 && d.Holiday != "" {
		d.Holidays = off.named(d.Holiday)
	}
}

// daysOf returns the days of the fiscal year that an own day names, without duplicates.
func (a *Analysis) daysOf(d *OwnDay, off *daysOff) (days []calendar.Date) {
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
		for _, o := range off.named(d.Holiday) { // by date
			if n := len(days); n == 0 || days[n-1] != o.Date {
				days = append(days, o.Date)
			}
		}
	default:
		common, _ := d.Span.Intersect(a.Year)
		for day := range common.All() {
			days = append(days, day)
		}
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
