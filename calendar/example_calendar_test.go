package calendar_test

import (
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar"
)

func ExampleParseRule() {
	for _, text := range []string{"Feb Mon1", "Easter-3", "12-01 (1994+6k)", "05-11 3d"} {
		rule, err := calendar.ParseRule(text)
		if err != nil {
			fmt.Println(err)
			return
		}
		days, _ := calendar.DaysOf(rule, 2024)
		fmt.Println(rule.Yearly(), days)
	}
	// Output:
	// true [2024-02-05]
	// true [2024-03-28]
	// true [2024-12-01]
	// true [2024-05-11 2024-05-12 2024-05-13]
}

func ExampleDaysOf() {
	days, err := calendar.DaysOf(calendar.FromEaster{Days: -2}, 2027)
	fmt.Println(days, err)
	// Output: [2027-03-26] <nil>
}

// A day off of one norm is a day off of an office that follows two norms.
func ExampleUnion() {
	rest := func(key, day string) calendar.Profile {
		return calendar.Profile{Key: key, Week: calendar.MondayToFriday, Holidays: []calendar.Holiday{
			{Key: "day", Rule: calendar.MustParseRule(day), Valid: calendar.Always(), Kind: calendar.Local},
		}}
	}
	p, err := calendar.Union("both", rest("a", "05-05"), rest("b", "05-06"))
	for _, h := range p.Holidays {
		fmt.Println(h.Key, h.Rule, err)
	}
	// Output:
	// day 05-05 <nil>
	// b.day 05-06 <nil>
}

func ExampleProfile_With() {
	state := calendar.Profile{Key: "state", Week: calendar.MondayToFriday}
	town := state.With(calendar.Holiday{Key: "feast", Rule: calendar.Fixed{Month: 8, Day: 16}, Valid: calendar.Always(), Kind: calendar.Local})
	cal, _ := calendar.Compile(town, calendar.YearSpan(2027))
	fmt.Println(cal.IsBusinessDay(calendar.MustDate(2027, 8, 16)), state.Has("feast"))
	// Output: false false
}

func ExampleProfile_Without() {
	p := calendar.Profile{Week: calendar.MondayToFriday, Holidays: []calendar.Holiday{
		{Key: "battle", Rule: calendar.Fixed{Month: 5, Day: 5}, Valid: calendar.Always(), Kind: calendar.PublicServant},
	}}
	fmt.Println(p.Without("battle").Has("battle"))
	// Output: false
}

func ExampleProfile_Working() {
	p := calendar.Profile{Key: "library", Week: calendar.MondayToFriday}
	fmt.Println(p.Working(calendar.MondayToSaturday).Week)
	// Output: 1111110
}

func ExampleProfile_Works() {
	p := calendar.Profile{Week: calendar.MondayToFriday}
	fmt.Println(p.Works(calendar.MustDate(2027, 3, 12)), p.Works(calendar.MustDate(2027, 3, 13)))
	// Output: true false
}

func ExampleCalendar_IsBusinessDay() {
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2027))
	fmt.Println(cal.IsBusinessDay(calendar.MustDate(2027, 3, 12)), cal.IsBusinessDay(calendar.MustDate(2027, 3, 13)))
	// Output: true false
}

// Both ends of a span are included; a reversed span has no days.
func ExampleCalendar_CountBusinessDays() {
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2027))
	monday, friday := calendar.MustDate(2027, 3, 1), calendar.MustDate(2027, 3, 5)
	fmt.Println(cal.CountBusinessDays(calendar.Span{Start: monday, End: friday}))
	fmt.Println(cal.CountBusinessDays(calendar.Span{Start: friday, End: monday}))
	// Output:
	// 5
	// 0
}

func ExampleCalendar_Holidays() {
	p := calendar.Profile{Week: calendar.MondayToFriday, Holidays: []calendar.Holiday{
		{Key: "good-friday", Rule: calendar.FromEaster{Days: -2}, Valid: calendar.Always(), Kind: calendar.Bank},
	}}
	cal, _ := calendar.Compile(p, calendar.MustParseSpan("2027-01-01/2028-12-31"))
	for _, o := range cal.Holidays(cal.Window()) {
		fmt.Println(o.Date, o.Holiday.Key)
	}
	// Output:
	// 2027-03-26 good-friday
	// 2028-04-14 good-friday
}

func ExampleCalendar_Roll() {
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2027))
	sunday := calendar.MustDate(2027, 1, 31)
	for _, by := range []calendar.Convention{calendar.Following, calendar.ModifiedFollowing, calendar.Unadjusted} {
		d, err := cal.Roll(sunday, by)
		fmt.Println(by, d, err)
	}
	// Output:
	// following 2027-02-01 <nil>
	// modified-following 2027-01-29 <nil>
	// unadjusted 2027-01-31 <nil>
}

func ExampleCalendar_NthBusinessDay() {
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2027))
	may := calendar.MustMonth(2027, 5).Span()
	fifth, _ := cal.NthBusinessDay(may, 5)
	last, _ := cal.NthBusinessDay(may, -1)
	fmt.Println(fifth, last)
	_, err := cal.NthBusinessDay(may, 22)
	fmt.Println(err)
	// Output:
	// 2027-05-07 2027-05-31
	// calendar: no business day number 22 in 2027-05-01/2027-05-31, which has 21
}

func ExampleCalendar_BusinessDays() {
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2027))
	for d := range cal.BusinessDays(calendar.MustParseSpan("2027-03-05/2027-03-09")) {
		fmt.Println(d, d.Weekday())
	}
	// Output:
	// 2027-03-05 friday
	// 2027-03-08 monday
	// 2027-03-09 tuesday
}

func ExampleCalendar_Vouch() {
	cal, _ := calendar.Compile(calendar.Profile{
		Key: "town", Week: calendar.MondayToFriday, Verified: calendar.MustParseSpan("2020-01-01/2030-12-31"),
	}, calendar.YearSpan(2027))
	fmt.Println(cal.Vouch(calendar.YearSpan(2027)))
	fmt.Println(cal.Vouch(calendar.YearSpan(2031)))
	// Output:
	// <nil>
	// calendar: not verified for 2031-01-01/2031-12-31: the profile "town" was checked for 2020-01-01/2030-12-31
}
