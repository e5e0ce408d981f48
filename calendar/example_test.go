package calendar_test

import (
	"errors"
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func ExampleNewDate() {
	d, err := calendar.NewDate(2027, 2, 28)
	fmt.Println(d, err)
	_, err = calendar.NewDate(2027, 2, 29)
	fmt.Println(err)
	// Output:
	// 2027-02-28 <nil>
	// calendar: there is no day 2027-2-29: use a year of 1 to 9999 and a day that its month has
}

func ExampleParseDate() {
	d, _ := calendar.ParseDate("2027-03-15")
	fmt.Println(d.Weekday(), d.AddDays(30), d.AddMonths(-1))
	_, err := calendar.ParseDate("15/03/2027")
	fmt.Println(err)
	// Output:
	// monday 2027-04-14 2027-02-15
	// calendar: "15/03/2027" is not a date: write an existing day as YYYY-MM-DD
}

func ExampleMonth() {
	m, _ := calendar.ParseMonth("2027-12")
	fmt.Println(m.Span(), m.Add(1))
	// Output: 2027-12-01/2027-12-31 2028-01
}

func ExampleNewSpan() {
	s, _ := calendar.NewSpan(calendar.MustDate(2027, 1, 1), calendar.MustDate(2027, 4, 30))
	fmt.Println(s, s.Days(), s.Contains(s.End))
	_, err := calendar.NewSpan(s.End, s.Start)
	fmt.Println(err)
	// Output:
	// 2027-01-01/2027-04-30 120 true
	// calendar: the span 2027-04-30/2027-01-01 ends before it starts: exchange its dates
}

func ExampleParseSpan() {
	a, _ := calendar.ParseSpan("2027-04-04/2027-06-06")
	b, _ := calendar.ParseSpan("2027-05-01/2027-06-30")
	common, ok := a.Intersect(b)
	fmt.Println(common, ok)
	// Output: 2027-05-01/2027-06-06 true
}

// A profile is a plain value: write one for another country or employer.
func ExampleCompile() {
	profile := calendar.Profile{
		Key:  "library",
		Week: calendar.Week(calendar.Tuesday, calendar.Wednesday, calendar.Thursday, calendar.Friday, calendar.Saturday),
		Holidays: []calendar.Holiday{
			{Key: "new-year", Rule: calendar.Fixed{Month: 1, Day: 1}, Valid: calendar.Always(), Kind: calendar.Mandatory},
			{Key: "good-friday", Rule: calendar.FromEaster{Days: -2}, Valid: calendar.Always(), Kind: calendar.Local},
		},
	}
	cal, err := calendar.Compile(profile, calendar.YearSpan(2027))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cal.CountBusinessDays(calendar.MustParseSpan("2027-03-22/2027-03-28")))
	// Output: 4
}

func ExampleCalendar_AddBusinessDays() {
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2027))
	friday := calendar.MustDate(2027, 3, 12)
	after, _ := cal.AddBusinessDays(friday, 1)
	before, _ := cal.AddBusinessDays(friday, -5)
	fmt.Println(after, before)
	_, err := cal.AddBusinessDays(friday, 10_000_000)
	fmt.Println(errors.Is(err, calendar.ErrNoBusinessDay))
	// Output:
	// 2027-03-15 2027-03-05
	// true
}

func ExampleCalendar_NextBusinessDay() {
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2027))
	fmt.Println(cal.NextBusinessDay(calendar.MustDate(2027, 3, 12)), cal.NextBusinessDay(calendar.MustDate(2027, 3, 13)))
	fmt.Println(cal.PreviousBusinessDay(calendar.MustDate(2027, 3, 14)))
	// Output:
	// 2027-03-12 2027-03-15
	// 2027-03-12
}

// Public Servants' Day is moved to the Monday before.
func ExampleCalendar_Explain() {
	servants := calendar.Holiday{
		Key: "public-servant", Name: norm.Label{ES: "Día del Servidor Público", EN: "Public Servants' Day"},
		Rule: calendar.Fixed{Month: 9, Day: 28}, Valid: calendar.Always(), Kind: calendar.PublicServant,
		Basis: norm.Basis{Law: "Ley local", Article: "38", Status: norm.Sourced},
	}
	moved := calendar.Holiday{
		Key: "bridge", Name: norm.Label{ES: "Puente", EN: "Bridge"},
		Rule: calendar.MustParseRule("2027-09-28"), Kind: calendar.Employer,
		Effect: calendar.Work, Exchange: calendar.MustDate(2027, 9, 27), Basis: norm.Basis{Law: "Circular 12/2027"},
	}
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}.With(servants, moved), calendar.YearSpan(2027))
	e := cal.Explain(calendar.MustDate(2027, 9, 28))
	fmt.Println(e.BusinessDay, e.Reasons)
	for _, o := range e.Occurrences {
		fmt.Println(o.Holiday.Name.EN, "·", o.Holiday.Effect, "·", o.Holiday.Basis.Cite())
	}
	// Output:
	// true [moved-away]
	// Public Servants' Day · rest · Ley local art. 38
	// Bridge · work · Circular 12/2027
}

func ExampleSpan_All() {
	feast := calendar.MustParseSpan("2027-05-13/2027-05-15")
	for d := range feast.All() {
		fmt.Println(d, d.Weekday())
	}
	// Output:
	// 2027-05-13 thursday
	// 2027-05-14 friday
	// 2027-05-15 saturday
}

func ExampleSpan_Months() {
	for m := range calendar.MustParseSpan("2027-11-15/2028-01-10").Months() {
		fmt.Print(m, " ")
	}
	// Output: 2027-11 2027-12 2028-01
}
