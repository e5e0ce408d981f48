//go:build !lean

package rickar

import (
	"slices"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Holidays returns the days off of a profile, without those that another rule cancels,
// as holidays of cal: one for each version of a rule, or several if the rule has several
// days in a year, since a holiday of cal is one day. StartYear and EndYear are the first
// and the last year in which the version has a day. The times are midnight in
// cal.DefaultLoc, as in cal, which compares only year, month and day. Days of the effect
// calendar.Open are not included: see BusinessCalendar. Holidays returns an error if the
// profile is invalid.
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
	one := cal.Holiday{Name: h.Name.ES, Description: h.Basis.Cite(), Type: observanceType(h.Kind)}
	if !overridden(p, h) && setYearly(h.Rule, &one) {
		one.StartYear, one.EndYear = years(h)
		return []*cal.Holiday{&one}
	}
	days, first, last := daysByYear(p, h)
	perYear := 0
	for _, list := range days {
		perYear = max(perYear, len(list))
	}
	list := make([]*cal.Holiday, perYear)
	for k := range list {
		next := one
		next.StartYear, next.EndYear = first, last
		next.Func = func(_ *cal.Holiday, year int) time.Time {
			if list := days[year]; k < len(list) {
				return list[k].Time(location())
			}
			return time.Time{}
		}
		list[k] = &next
	}
	return list
}

// overridden reports whether another rule of p cancels a day of h, or may cancel one.
func overridden(p calendar.Profile, h *calendar.Holiday) bool {
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

// setYearly sets the fields of h with which cal computes a rule that has at most one day
// a year. It returns false if cal cannot compute the rule.
func setYearly(r calendar.Rule, h *cal.Holiday) bool {
	switch r := r.(type) {
	case calendar.Fixed:
		h.Month, h.Day, h.Func = time.Month(r.Month), int(r.Day), cal.CalcDayOfMonth
		return r.Month != 2 || r.Day != 29 // in common years cal returns 1 March
	case calendar.NthWeekday:
		h.Month, h.Weekday, h.Offset, h.Func = time.Month(r.Month), time.Weekday(r.Weekday%7), int(r.N), cal.CalcWeekdayOffset
		return r.N >= -4 && r.N <= 4 // for a missing fifth, cal returns a day of the next month
	case calendar.FromEaster:
		h.Offset, h.Func = int(r.Days), cal.CalcEasterOffset
		return true
	case calendar.Every:
		if !setYearly(r.Rule, h) {
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

// years returns the first and the last year in which a rule that has at most one day a
// year has one while in force. 0 means no limit.
func years(h *calendar.Holiday) (first, last int) {
	if start := h.Valid.Start; start != calendar.Always().Start {
		first = start.Year()
		if firstDayMatches(h.Rule, first, func(d calendar.Date) bool { return d.Before(start) }) {
			first++
		}
	}
	if end := h.Valid.End; !end.IsZero() {
		last = end.Year()
		if firstDayMatches(h.Rule, last, func(d calendar.Date) bool { return d.After(end) }) {
			last--
		}
	}
	return first, last
}

// firstDayMatches reports whether the rule has a day in a year, and match is true for it.
func firstDayMatches(r calendar.Rule, year int, match func(calendar.Date) bool) bool {
	days, err := calendar.DaysOf(r, year)
	return err == nil && len(days) > 0 && match(days[0])
}

// daysByYear returns by year the days of h, for rules that cal cannot compute. It omits
// days that are not in force or that another rule cancels. It also returns the first and
// the last year with a day, 0 for a last year without a limit.
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
		last = 0 // the rule has no end
	}
	return days, first, last
}

func observanceType(k calendar.HolidayKind) cal.ObservanceType {
	switch k {
	case calendar.Mandatory, calendar.PublicServant, calendar.Electoral:
		return cal.ObservancePublic
	case calendar.Bank:
		return cal.ObservanceBank
	default:
		return cal.ObservanceOther
	}
}

// location returns the location of the times of cal's own holidays.
func location() *time.Location {
	if cal.DefaultLoc == nil {
		return time.UTC
	}
	return cal.DefaultLoc
}
