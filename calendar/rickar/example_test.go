//go:build !lean

package rickar_test

import (
	"fmt"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/rickar"
)

// A program that uses cal gets the days off of Mexico.
func ExampleBusinessCalendar() {
	c, err := rickar.BusinessCalendar(mx.LFT())
	if err != nil {
		fmt.Println(err)
		return
	}
	day := time.Date(2026, time.February, 2, 9, 0, 0, 0, time.UTC)
	_, off, h := c.IsHoliday(day)
	fmt.Println(off, h.Name, h.Description)
	fmt.Println(c.IsWorkday(time.Date(2026, time.February, 5, 9, 0, 0, 0, time.UTC)))
	// Output:
	// true Día de la Constitución LFT art. 74 fr. II
	// true
}

func ExampleHolidays() {
	list, err := rickar.Holidays(mx.LFT())
	if err != nil {
		fmt.Println(err)
		return
	}
	c := cal.NewBusinessCalendar()
	c.AddHoliday(list...)
	fmt.Println(c.WorkdaysInMonth(2026, time.February))
	// Output: 19
}

func ExampleWorkdayFn() {
	compiled, _ := calendar.Compile(mx.LFT(), calendar.YearSpan(2026))
	c := cal.NewBusinessCalendar()
	c.WorkdayFunc = rickar.WorkdayFn(compiled)
	fmt.Println(c.WorkdaysInMonth(2026, time.February))
	// Output: 19
}

func ExampleImport() {
	feast := &cal.Holiday{Name: "Fiesta de San Roque", Month: time.August, Day: 16, Func: cal.CalcDayOfMonth}
	list, losses, err := rickar.Import([]*cal.Holiday{feast}, 2026, 2028)
	fmt.Println(list[0].Key, list[0].Rule, len(losses), err)
	// Output: fiesta-de-san-roque 2026-08-16, 2027-08-16, 2028-08-16 0 <nil>
}

func ExampleImportCalendar() {
	c := cal.NewBusinessCalendar()
	c.Name = "Oficina"
	c.SetWorkday(time.Saturday, true)
	p, losses, err := rickar.ImportCalendar(c, 2026, 2028)
	fmt.Println(p.Key, p.Week, p.Verified.IsZero(), len(losses), err)
	// Output: oficina 1111110 true 0 <nil>
}
