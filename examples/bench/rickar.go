package bench

import (
	"time"

	"github.com/rickar/cal/v2"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
)

// Rickar returns LFT art. 74 from 2000 to 2040 as a calendar of rickar/cal, made with its
// own constructors, because its calendar of Mexico has different rules. Times are in UTC,
// where it is fastest. cached enables its cache.
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

// sexennial returns a holiday on the first day of a month every six years.
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

// election returns the day of the ordinary federal election, looked up by year.
func election() *cal.Holiday {
	days := map[int]time.Time{}
	for _, e := range mx.Elections() {
		if e.Kind.Ordinary() {
			days[e.Date.Year()] = instant(e.Date)
		}
	}
	return &cal.Holiday{Name: "Jornada electoral", StartYear: 1988, Func: func(_ *cal.Holiday, year int) time.Time { return days[year] }}
}

// instant returns the day in the form that rickar/cal uses.
func instant(d calendar.Date) time.Time {
	y, m, day := d.Civil()
	return time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC)
}
