//go:build !lean

package rickar

import (
	"slices"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/rumbo-mx/rumbo/calendar"
)

// BusinessCalendar returns a profile as a business calendar of cal, with its holidays and
// its week. It works from nine to five, as cal has it; half days are whole ones. It
// returns an error if the profile is not valid.
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
	if opens(p) {
		// cal asks the weekday before its holidays, so only its function can open a day.
		c.WorkdayFunc = func(t time.Time) bool { return p.Works(calendar.DateOf(t)) }
	}
	return c, nil
}

// opens reports whether a rule of p has days of rest worked.
func opens(p calendar.Profile) bool {
	return slices.ContainsFunc(p.Holidays, func(h calendar.Holiday) bool { return h.Effect == calendar.Open })
}

// WorkdayFn returns a function for cal.BusinessCalendar.WorkdayFunc that answers from a
// compiled calendar, weekends and days off alike, in a few nanoseconds; cal's own
// holidays take a microsecond. A calendar of cal that uses it needs no holidays. Times
// are read in their own zone. It returns nil for a nil calendar; cal then uses its own
// weekdays and holidays.
func WorkdayFn(c *calendar.Calendar) cal.WorkdayFn {
	if c == nil {
		return nil
	}
	return func(t time.Time) bool { return c.IsBusinessDay(calendar.DateOf(t)) }
}
