package term_test

import (
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

// The twentieth natural day after the third quarter of 2029 is a Saturday, so that the
// term ends on Monday.
func ExampleTerm_End() {
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2029))
	end := calendar.MustDate(2029, 9, 30)
	d, err := term.Term{N: 20, Unit: term.NaturalDays, Roll: calendar.Following}.End(end, cal)
	fmt.Println(end, d, err)
	d, err = term.Term{N: 10, Unit: term.BusinessDays}.End(end, cal)
	fmt.Println(end, d, err)
	// Output:
	// 2029-09-30 2029-10-22 <nil>
	// 2029-09-30 2029-10-12 <nil>
}

// Three months that start on 1 March, that day included, end on 31 May; three months after
// 1 March, on 1 June.
func ExampleTerm_End_firstCounts() {
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2027))
	start := calendar.MustDate(2027, 3, 1) // a Monday
	for _, t := range []term.Term{
		{N: 3, Unit: term.Months, FirstCounts: true},
		{N: 3, Unit: term.Months},
		{N: 5, Unit: term.BusinessDays, FirstCounts: true},
		{N: 5, Unit: term.BusinessDays},
	} {
		end, err := t.End(start, cal)
		fmt.Println(end, err)
	}
	// Output:
	// 2027-05-31 <nil>
	// 2027-06-01 <nil>
	// 2027-03-05 <nil>
	// 2027-03-08 <nil>
}

func ExampleDeadlineRule_In() {
	rule := term.DeadlineRule{Key: "report", Timing: term.AfterPeriod{Cycle: term.Quarterly, N: 20, Unit: term.NaturalDays}}
	list, _ := rule.In(2027, nil)
	for _, d := range list {
		fmt.Println(d.Date, d.Period)
	}
	// Output:
	// 2027-01-20 2026-10-01/2026-12-31
	// 2027-04-20 2027-01-01/2027-03-31
	// 2027-07-20 2027-04-01/2027-06-30
	// 2027-10-20 2027-07-01/2027-09-30
}

func ExampleDeadlines() {
	rules := []term.DeadlineRule{
		{Key: "programme", Timing: term.OnDay{Month: 1, Day: 15}},
		{Key: "review", Timing: term.OnBusinessDay{Month: 3, N: -1}},
	}
	cal, _ := calendar.Compile(calendar.Profile{Week: calendar.MondayToFriday}, calendar.YearSpan(2027))
	for _, d := range term.Deadlines(rules, 2027, cal) {
		fmt.Println(d.Date, d.Key)
	}
	// Output:
	// 2027-01-15 programme
	// 2027-03-31 review
}

func ExampleParseTiming() {
	for _, text := range []string{"01-15", "Mar bd-1", "quarterly + 30 natural-days", "every March"} {
		timing, err := term.ParseTiming(text)
		fmt.Println(timing, err)
	}
	// Output:
	// 01-15 <nil>
	// Mar bd-1 <nil>
	// quarterly + 30 natural-days <nil>
	// <nil> term: "every March" is not a timing: write it as "01-15", "Mar bd-1" or "quarterly + 30 natural-days"
}

func ExampleCycle_Periods() {
	fmt.Println(term.HalfYearly.Periods(2027))
	// Output: [2027-01-01/2027-06-30 2027-07-01/2027-12-31]
}
