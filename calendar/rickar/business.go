//go:build !lean

package rickar

import (
	"slices"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/rumbo-mx/rumbo/calendar"
)

// BusinessCalendar converts a profile to a business calendar of cal, with its holidays
// and its working week. Working hours are cal's default, nine to five; half days are
// full days. BusinessCalendar returns an error if the profile is invalid.
func BusinessCalendar(p calendar.Profile) (*cal.BusinessCalendar, error) {
	holidays, err := Holidays(p)
	if err != nil {
		return nil, err
	}
	c := cal.NewBusinessCalendar()
	c.Name, c.Description = p.Key, p.Name.ES
	for w := calendar.Monday; w <= calendar.Sunday; w++ {
		c.SetWorkday(time.Weekday(w%7), p.Week.Works(w))
	}
	c.AddHoliday(holidays...)
	if hasOpenDays(p) {
		// Without WorkdayFunc, cal tests the weekday first, so that no holiday could make a
		// weekend day a workday.
		c.WorkdayFunc = func(t time.Time) bool { return p.Works(calendar.DateOf(t)) }
	}
	return c, nil
}

// hasOpenDays reports whether p has a rule of the effect calendar.Open.
func hasOpenDays(p calendar.Profile) bool {
	return slices.ContainsFunc(p.Holidays, func(h calendar.Holiday) bool { return h.Effect == calendar.Open })
}

// WorkdayFn returns a function for cal.BusinessCalendar.WorkdayFunc that uses the tables
// of a compiled calendar, for weekends and days off. A call takes a few nanoseconds,
// compared to a microsecond with the holidays of cal, which are then not needed. The
// date of a time is that in its location. If c is nil, WorkdayFn returns nil, with which
// cal uses its own weekdays and holidays.
func WorkdayFn(c *calendar.Calendar) cal.WorkdayFn {
	if c == nil {
		return nil
	}
	return func(t time.Time) bool { return c.IsBusinessDay(calendar.DateOf(t)) }
}
