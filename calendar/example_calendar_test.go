package calendar_test

import (
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar"
)

// September's 28 is worked and rested on Monday: a municipality says so as data.
func ExampleAdjustments_Apply() {
	base := calendar.Profile{Key: "state", Week: calendar.MondayToFriday}.With(calendar.Holiday{
		Key: "public-servant", Rule: calendar.MustParseRule("09-28"), Valid: calendar.Always(), Kind: calendar.PublicServant,
	})
	town := calendar.Adjustments{Year: 2027, OwnDays: []*calendar.Adjustment{
		{ID: "feria", Kind: calendar.LocalDay, Name: "Feria", Span: calendar.MustParseSpan("2027-05-13/2027-05-14")},
		{
			ID: "puente", Kind: calendar.MovedDay, Span: calendar.MustParseSpan("2027-09-28/2027-09-28"), Instead: calendar.MustDate(2027, 9, 27),
			Reason: "Puente", Document: "Circular 12/2027",
		},
	}}
	profile, err := town.Apply(base)
	fmt.Println(len(profile.Holidays), len(profile.Changes), err)

	town.OwnDays[1].Instead = calendar.MustDate(2027, 9, 26)
	_, err = town.Apply(base)
	fmt.Println(err)
	// Output:
	// 2 1 <nil>
	// calendar: adjustments: ownDays[puente].instead: 2027-09-26 is not worked anyway: choose a day that is
}

// A draft is used as far as it is right.
func ExampleAdjustments_Settle() {
	town := calendar.Adjustments{Year: 2027, OwnDays: []*calendar.Adjustment{
		{ID: "luto", Kind: calendar.DayOff, Span: calendar.MustParseSpan("2027-04-07/2027-04-07"), Reason: "Luto"},
		{ID: "invierno", Kind: calendar.Vacation, Span: calendar.MustParseSpan("2027-12-20/2028-01-05")},
	}}
	profile, wrong := town.Settle(calendar.Profile{Week: calendar.MondayToFriday})
	fmt.Println(profile.Has("invierno"), profile.Has("luto"))
	for _, e := range wrong {
		fmt.Println(e.Path, e.Code)
	}
	// Output:
	// true false
	// ownDays[luto].document calendar.adjustment-missing
}

func ExampleParseRule() {
	for _, text := range []string{"Feb Mon1", "Easter-3", "12-01 (1994+6k)", "05-11 3d"} {
		rule, err := calendar.ParseRule(text)
		if err != nil {
			fmt.Println(err)
			return
		}
		days, _ := calendar.DaysOf(rule, 2024)
		fmt.Println(rule.Kind(), days)
	}
	// Output:
	// nth-weekday [2024-02-05]
	// easter [2024-03-28]
	// every [2024-12-01]
	// lasting [2024-05-11 2024-05-12 2024-05-13]
}

func ExampleDaysOf() {
	days, err := calendar.DaysOf(calendar.FromEaster{Days: -2}, 2027)
	fmt.Println(days, err)
	// Output: [2027-03-26] <nil>
}

func ExampleUnion() {
	rest := func(key, day string) calendar.Profile {
		return calendar.Profile{Key: key, Week: calendar.MondayToFriday, Holidays: []calendar.Holiday{
			{Key: "day", Rule: calendar.MustParseRule(day), Valid: calendar.Always(), Kind: calendar.Local},
		}}
	}
	a, b := rest("a", "05-05"), rest("b", "05-06")
	for _, compose := range []func() (calendar.Profile, error){
		func() (calendar.Profile, error) { return calendar.Union("both", a, b) },
		func() (calendar.Profile, error) { return calendar.Intersection("common", a, b) },
		func() (calendar.Profile, error) { return calendar.Minus("only a's", a, b) },
	} {
		p, _ := compose()
		cal, _ := calendar.Compile(p, calendar.YearSpan(2027))
		fmt.Println(p.Key, len(cal.Holidays(calendar.YearSpan(2027))))
	}
	// Output:
	// both 2
	// common 0
	// only a's 1
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

// Twenty natural days after the third quarter of 2029 are a Saturday, so that the
// term ends on Monday.
func ExampleCalendar_DueDate() {
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2029))
	end := calendar.QuarterSpan(2029, 3).End
	d, err := cal.DueDate(end, calendar.Term{N: 20, Unit: calendar.NaturalDays, Roll: calendar.Following})
	fmt.Println(end, d, err)
	d, err = cal.DueDate(end, calendar.Term{N: 10, Unit: calendar.BusinessDays})
	fmt.Println(end, d, err)
	// Output:
	// 2029-09-30 2029-10-22 <nil>
	// 2029-09-30 2029-10-12 <nil>
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

// Both ends count, or the last does not: each has its own name.
func ExampleCalendar_BusinessDaysBetween() {
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2027))
	monday, friday := calendar.MustDate(2027, 3, 1), calendar.MustDate(2027, 3, 5)
	n, err := cal.BusinessDaysBetween(monday, friday)
	fmt.Println(cal.CountBusinessDays(calendar.Span{Start: monday, End: friday}), n, err)
	_, err = cal.BusinessDaysBetween(friday, monday)
	fmt.Println(err)
	// Output:
	// 5 4 <nil>
	// calendar: the span 2027-03-05/2027-03-01 ends before it starts: exchange its dates
}

func ExampleCalendar_RemainingBusinessDays() {
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2027))
	n, err := cal.RemainingBusinessDays(calendar.QuarterSpan(2027, 4), calendar.MustDate(2027, 12, 20))
	fmt.Println(n, err)
	// Output: 9 <nil>
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
	// calendar: not verified for 2031-01-01/2031-12-31: the profile "town" was held against its sources for 2020-01-01/2030-12-31
}

func ExampleProfile_Opened() {
	saturday := calendar.MustDate(2027, 3, 6)
	p := calendar.Profile{Week: calendar.MondayToFriday}.Opened(saturday, "Jornada de vacunación", "Oficio 7/2027")
	cal, _ := calendar.Compile(p, calendar.YearSpan(2027))
	e := cal.Explain(saturday)
	fmt.Println(e.BusinessDay, e.Reasons, e.Changes[0].Document)
	// Output: true [opened weekend] Oficio 7/2027
}

func ExampleMinus() {
	law := calendar.Profile{Key: "law", Week: calendar.MondayToFriday, Holidays: []calendar.Holiday{
		{Key: "labour", Rule: calendar.MustParseRule("05-01"), Valid: calendar.Always(), Kind: calendar.Mandatory},
	}}
	office := law.With(calendar.Holiday{Key: "mothers", Rule: calendar.MustParseRule("05-10"), Valid: calendar.Always(), Kind: calendar.Employer})
	gift, err := calendar.Minus("gift", office, law)
	if err != nil {
		fmt.Println(err)
		return
	}
	cal, _ := calendar.Compile(gift, calendar.YearSpan(2027))
	for _, o := range cal.Holidays(calendar.YearSpan(2027)) {
		fmt.Println(o.Date, o.Holiday.Key)
	}
	// Output: 2027-05-10 mothers
}

func ExampleIntersection() {
	office := calendar.Profile{Key: "office", Week: calendar.MondayToFriday}
	shop := calendar.Profile{Key: "shop", Week: calendar.MondayToSaturday}
	p, _ := calendar.Intersection("nobody there", office, shop)
	fmt.Println(p.Week)
	// Output: 1111110
}
