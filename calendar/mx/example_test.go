package mx_test

import (
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
)

func ExampleLFT() {
	cal, err := calendar.Compile(mx.LFT(), calendar.YearSpan(2027))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, o := range cal.Holidays(calendar.MustParseSpan("2027-01-01/2027-06-30")) {
		fmt.Println(o.Date, o.Holiday.Name.EN, "·", o.Holiday.Basis.Cite(), "·", o.Status)
	}
	// Output:
	// 2027-01-01 New Year's Day · LFT art. 74 fr. I · sourced
	// 2027-02-01 Constitution Day · LFT art. 74 fr. II · sourced
	// 2027-03-15 Birthday of Benito Juárez · LFT art. 74 fr. III · sourced
	// 2027-05-01 Labour Day · LFT art. 74 fr. IV · sourced
	// 2027-06-06 Ordinary federal election day · LFT art. 74 fr. IX · projected
}

func ExampleJalisco() {
	// Valle de Juárez rests on its feast and moves 28 September to Monday.
	p := mx.Jalisco().
		With(calendar.Holiday{
			Key:  "patron-feast",
			Rule: calendar.EachDay{Span: calendar.MustParseSpan("2027-05-13/2027-05-14")},
			Kind: calendar.Local,
		}).
		Moved(calendar.MustDate(2027, 9, 28), calendar.MustDate(2027, 9, 27), "Puente", "Circular 12/2027")
	cal, err := calendar.Compile(p, calendar.YearSpan(2027))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cal.CountBusinessDays(calendar.MustParseSpan("2027-05-10/2027-05-14")))
	fmt.Println(cal.IsBusinessDay(calendar.MustDate(2027, 9, 28)), cal.IsBusinessDay(calendar.MustDate(2027, 9, 27)))
	// Output:
	// 3
	// true false
}

func ExampleBlackoutOf() {
	b, ok := mx.BlackoutOf(calendar.MustParseSpan("2027-05-10/2027-05-20"))
	fmt.Println(ok, b.Span, b.Basis.Status)
	fmt.Println("ask the INE by", b.RequestBy)
	// Output:
	// true 2027-04-04/2027-06-06 projected
	// ask the INE by 2027-02-03
}

func ExampleDeadlines() {
	cal, err := calendar.Compile(mx.Jalisco(), calendar.YearSpan(2028))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range mx.Deadlines(2028, cal) {
		if d.Date.Month() == 4 {
			fmt.Println(d.Date, d.Name.EN, "·", d.Basis.Cite())
		}
	}
	// Output:
	// 2028-04-20 Report on federal funds (SRFT), Q1 2028 · LCF art. 48
	// 2028-04-28 Annual evaluation programme (PAE), methods and indicators · LGCG art. 79
	// 2028-04-30 Quarterly financial statements on the web, Q1 2028 · LGCG art. 51
	// 2028-04-30 Spending on official advertising on the national transparency platform, Q1 2028 · LGTAIP art. 65 fr. XXI
}

func ExampleTermOn() {
	term, _ := mx.TermOn(calendar.MustDate(2027, 9, 30))
	fmt.Println(term.Key, term.Span)
	// Output: 2024-2027 2024-10-01/2027-09-30
}
