package bench

import (
	"time"

	"github.com/rickar/cal/v2"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
)

// Rickar returns LFT art. 74 from 2000 to 2040 as a calendar of rickar/cal, made
// with its own constructors: its version of Mexico has other rules. Times are in
// UTC, where it is fastest. cached turns its cache on.
func Rickar(cached bool) *cal.BusinessCalendar {
	cal.DefaultLoc = time.UTC
	c := cal.NewBusinessCalendar()
	c.Cacheable = cached
	c.AddHoliday(
		fixed("Año Nuevo", time.January, 1, 0, 0),
		fixed("Día de la Constitución", time.February, 5, 0, 2005),
		monday("Día de la Constitución", time.February, 1, 2006),
		fixed("Natalicio de Benito Juárez", time.March, 21, 0, 2006),
		monday("Natalicio de Benito Juárez", time.March, 3, 2007),
		fixed("Día del Trabajo", time.May, 1, 0, 0),
		fixed("Día de la Independencia", time.September, 16, 0, 0),
		sexennial("Transmisión del Poder Ejecutivo Federal", time.October, 2024, 0),
		fixed("Día de la Revolución", time.November, 20, 0, 2005),
		monday("Día de la Revolución", time.November, 3, 2006),
		sexennial("Transmisión del Poder Ejecutivo Federal", time.December, 2000, 2023),
		fixed("Navidad", time.December, 25, 0, 0),
		election(),
	)
	return c
}

func fixed(name string, month time.Month, day, from, to int) *cal.Holiday {
	return &cal.Holiday{Name: name, Month: month, Day: day, StartYear: from, EndYear: to, Func: cal.CalcDayOfMonth}
}

func monday(name string, month time.Month, nth, from int) *cal.Holiday {
	return &cal.Holiday{Name: name, Month: month, Weekday: time.Monday, Offset: nth, StartYear: from, Func: cal.CalcWeekdayOffset}
}

// sexennial is the first day of a month every six years.
func sexennial(name string, month time.Month, from, to int) *cal.Holiday {
	return &cal.Holiday{
		Name: name, Month: month, Day: 1, StartYear: from, EndYear: to,
		Func: func(h *cal.Holiday, year int) time.Time {
			if (year-from)%6 != 0 {
				return time.Time{}
			}
			return cal.CalcDayOfMonth(h, year)
		},
	}
}

// election is the day of the ordinary federal election, looked up by year.
func election() *cal.Holiday {
	days := map[int]time.Time{}
	for _, e := range mx.Elections() {
		if e.Kind.Ordinary() {
			days[e.Date.Year()] = instant(e.Date)
		}
	}
	return &cal.Holiday{Name: "Jornada electoral", StartYear: 1988, Func: func(_ *cal.Holiday, year int) time.Time { return days[year] }}
}

// instant is the day as rickar/cal takes it.
func instant(d calendar.Date) time.Time {
	y, m, day := d.Civil()
	return time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC)
}
