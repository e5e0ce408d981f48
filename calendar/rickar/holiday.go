//go:build !lean

package rickar

import (
	"slices"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Holidays returns the days off of a profile that are taken as holidays of cal: one for
// each version of a rule, or as many as a rule has days in a year, since a holiday of cal
// is one day. StartYear and EndYear are the first and the last year in which the version
// falls. Like cal's own they are midnight in cal.DefaultLoc, and cal compares years,
// months and days only. Days of rest that the profile opens are not holidays:
// BusinessCalendar handles them. It returns an error if the profile is not valid.
func Holidays(p calendar.Profile) ([]*cal.Holiday, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	var list []*cal.Holiday
	for i := range p.Holidays {
		if h := &p.Holidays[i]; h.DayOff() {
			list = append(list, convert(p, h)...)
		}
	}
	return list, nil
}

// convert returns the holidays of cal for one version of a rule.
func convert(p calendar.Profile, h *calendar.Holiday) []*cal.Holiday {
	one := cal.Holiday{Name: h.Name.ES, Description: h.Basis.Cite(), Type: observance(h.Kind)}
	if !overruled(p, h) && yearly(h.Rule, &one) {
		one.StartYear, one.EndYear = years(h)
		return []*cal.Holiday{&one}
	}
	days, first, last := daysByYear(p, h)
	most := 0
	for _, list := range days {
		most = max(most, len(list))
	}
	list := make([]*cal.Holiday, most)
	for k := range list {
		next := one
		next.StartYear, next.EndYear = first, last
		next.Func = func(_ *cal.Holiday, year int) time.Time {
			if list := days[year]; k < len(list) {
				return list[k].Time(zone())
			}
			return time.Time{}
		}
		list[k] = &next
	}
	return list
}

// overruled reports whether another rule of p has a day of h worked, or may have.
func overruled(p calendar.Profile, h *calendar.Holiday) bool {
	for i := range p.Holidays {
		o := &p.Holidays[i]
		if o.Effect != calendar.Work && o.Effect != calendar.Open {
			continue
		}
		if o.Rule.Yearly() {
			return true
		}
		for year := max(h.Valid.Start.Year(), o.Valid.Start.Year()); year <= o.Valid.End.Year(); year++ {
			days, _ := calendar.DaysOf(o.Rule, year) // the rule is valid
			if slices.ContainsFunc(days, h.FallsOn) {
				return true
			}
		}
	}
	return false
}

// yearly sets the fields by which cal computes a rule that falls once a year or every few
// years, and reports whether the rule is one.
func yearly(r calendar.Rule, h *cal.Holiday) bool {
	switch r := r.(type) {
	case calendar.Fixed:
		h.Month, h.Day, h.Func = time.Month(r.Month), int(r.Day), cal.CalcDayOfMonth
		return r.Month != 2 || r.Day != 29 // of which cal makes 1 March
	case calendar.NthWeekday:
		h.Month, h.Weekday, h.Offset, h.Func = time.Month(r.Month), time.Weekday(r.Weekday%7), int(r.N), cal.CalcWeekdayOffset
		return r.N >= -4 && r.N <= 4 // a fifth one cal takes from the next month
	case calendar.FromEaster:
		h.Offset, h.Func = int(r.Days), cal.CalcEasterOffset
		return true
	case calendar.Every:
		if !yearly(r.Rule, h) {
			return false
		}
		inner := h.Func
		h.Func = func(h *cal.Holiday, year int) time.Time {
			if (year-int(r.First))%int(r.Years) != 0 {
				return time.Time{}
			}
			return inner(h, year)
		}
		return true
	default:
		return false
	}
}

// years returns the first and the last year in which a rule that falls at most once
// a year does so while in force; 0 is no bound.
func years(h *calendar.Holiday) (first, last int) {
	if start := h.Valid.Start; start != calendar.Always().Start {
		first = start.Year()
		if falls(h.Rule, first, func(d calendar.Date) bool { return d.Before(start) }) {
			first++
		}
	}
	if end := h.Valid.End; !end.IsZero() {
		last = end.Year()
		if falls(h.Rule, last, func(d calendar.Date) bool { return d.After(end) }) {
			last--
		}
	}
	return first, last
}

// falls reports whether the rule names a day of the year for which is holds.
func falls(r calendar.Rule, year int, is func(calendar.Date) bool) bool {
	days, err := calendar.DaysOf(r, year)
	return err == nil && len(days) > 0 && is(days[0])
}

// daysByYear lists the days of a rule that cal cannot compute, while in force and
// taken, and returns the first and the last year that have one; 0 is no bound.
func daysByYear(p calendar.Profile, h *calendar.Holiday) (days map[int][]calendar.Date, first, last int) {
	days = map[int][]calendar.Date{}
	from, to := max(h.Valid.Start.Year(), calendar.MinYear), calendar.MaxYear
	if !h.Valid.End.IsZero() {
		to = h.Valid.End.Year()
	}
	for year := from; year <= to; year++ {
		list, err := calendar.DaysOf(h.Rule, year)
		if err != nil {
			return nil, 0, 0
		}
		for _, d := range list {
			if _, taken := p.DayOff(d); taken && h.InForce(d) {
				days[year] = append(days[year], d)
			}
		}
		if len(days[year]) > 0 {
			if last = year; first == 0 {
				first = year
			}
		}
	}
	if last == calendar.MaxYear {
		last = 0 // it goes on
	}
	return days, first, last
}

func observance(k calendar.HolidayKind) cal.ObservanceType {
	switch k {
	case calendar.Mandatory, calendar.PublicServant, calendar.Electoral:
		return cal.ObservancePublic
	case calendar.Bank:
		return cal.ObservanceBank
	default:
		return cal.ObservanceOther
	}
}

// zone is where cal's own holidays are midnight.
func zone() *time.Location {
	if cal.DefaultLoc == nil {
		return time.UTC
	}
	return cal.DefaultLoc
}
