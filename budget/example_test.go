package budget_test

import (
	"errors"
	"fmt"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/budget/conac"
	"github.com/rumbo-mx/rumbo/calendar"
)

func ExampleParseMoney() {
	m, err := budget.ParseMoney("1234.50")
	fmt.Println(m, err)
	_, err = budget.ParseMoney("1234.505")
	fmt.Println(err)
	// Output:
	// 1234.50 <nil>
	// budget: amount "1234.505" has 3 decimals: write it with two decimals, as in "1234.50"
}

func ExampleCentavos() {
	m, err := budget.Centavos(-5)
	fmt.Println(m, err)
	_, err = budget.Centavos(budget.MaxCentavos + 1)
	fmt.Println(err)
	// Output:
	// -0.05 <nil>
	// budget: amount beyond ±90071992547409.91
}

func ExampleMustPesos() {
	fmt.Println(budget.MustPesos(48000))
	// Output: 48000.00
}

func ExampleMoney_Add() {
	total, err := budget.MustParseMoney("0.10").Add(budget.MustParseMoney("0.20"))
	fmt.Println(total, err)
	// Output: 0.30 <nil>
}

func ExampleSum() {
	total, err := budget.Sum(budget.MustPesos(1), budget.MustParseMoney("0.99"), budget.MustParseMoney("-0.50"))
	fmt.Println(total, err)
	// Output: 1.49 <nil>
}

// The VAT of a net price, and the net price inside a price with VAT.
func ExampleMoney_MulDiv() {
	vat, _ := budget.MustParseMoney("99.97").MulDiv(16, 100, budget.HalfUp)
	net, _ := budget.MustParseMoney("115.97").MulDiv(100, 116, budget.HalfUp)
	fmt.Println(vat, net)
	// Output: 16.00 99.97
}

func ExampleMoney_Split() {
	parts, err := budget.MustPesos(100).Split(3)
	fmt.Println(parts, err)
	// Output: [33.34 33.33 33.33] <nil>
}

func ExampleMoney_Split12() {
	months := budget.MustPesos(1000).Split12()
	fmt.Println(months.Month(1), months.Month(12))
	fmt.Println(months.Total())
	// Output:
	// 83.34 83.33
	// 1000.00 <nil>
}

// A year's budget is divided by the working days of three activities; the second
// has none.
func ExampleMoney_Allocate() {
	parts, err := budget.MustPesos(1000).Allocate([]int64{20, 0, 61})
	fmt.Println(parts, err)
	// Output: [246.91 0.00 753.09] <nil>
}

func ExampleMonths_Through() {
	months := budget.MustPesos(1200).Split12()
	fmt.Println(months.Through(4))
	// Output: 400.00 <nil>
}

func ExampleMonths_Over() {
	months := budget.MustPesos(1200).Split12()
	fmt.Println(months.Over(calendar.MustParseSpan("2027-06-01/2027-09-30"), 2027))
	// Output: 400.00 <nil>
}

func ExampleByChapter() {
	rows, err := budget.ByChapter([]*budget.Line{
		{ID: "spots", Item: "361", Months: budget.MustPesos(36000).Split12()},
		{ID: "papel", Item: "211", Months: budget.MustPesos(6000).Split12()},
		{ID: "redes", Item: "366", Months: budget.MustPesos(12000).Split12()},
	})
	for _, row := range rows {
		fmt.Println(row.Chapter, row.Months.Month(1), row.Total)
	}
	fmt.Println(err)
	// Output:
	// 2000 500.00 6000.00
	// 3000 4000.00 48000.00
	// <nil>
}

func ExampleByFund() {
	ceiling := budget.MustPesos(40000)
	rows, err := budget.ByFund(
		[]*budget.Fund{{ID: "fiscales", Name: "Recursos fiscales", Ceiling: &ceiling}},
		[]*budget.Line{{ID: "spots", Fund: "fiscales", Months: budget.MustPesos(48000).Split12()}},
	)
	for _, row := range rows {
		fmt.Println(row.Fund.Name, row.Cost, row.Ceiling, row.Gap)
	}
	fmt.Println(err)
	// Output:
	// Recursos fiscales 48000.00 40000.00 8000.00
	// <nil>
}

func ExampleSchedule() {
	months, err := budget.Schedule([]*budget.Line{
		{ID: "spots", Months: budget.MustPesos(1200).Split12()},
		{ID: "papel", Months: budget.Months{0: budget.MustPesos(50)}},
	})
	fmt.Println(months.Month(1), months.Month(2), err)
	// Output: 150.00 100.00 <nil>
}

func ExampleFold() {
	lines := []*budget.Line{{ID: "spots", Item: "361"}}
	post := func(date string, kind budget.Kind, pesos int64) *budget.Entry {
		return &budget.Entry{Date: calendar.MustParseDate(date), Line: "spots", Kind: kind, Amount: budget.MustPesos(pesos)}
	}
	s, err := budget.Fold(lines, []*budget.Entry{
		post("2027-01-04", budget.Approved, 36000),
		post("2027-02-15", budget.Reduction, 6000),
		post("2027-03-01", budget.Committed, 20000),
		post("2027-04-30", budget.Accrued, 5000),
		post("2027-05-14", budget.Paid, 5000), // after the day of the statement
	}, calendar.MustDate(2027, 4, 30))
	if err != nil {
		fmt.Println(err)
		return
	}
	spots, _ := s.Line("spots")
	fmt.Println("modified", spots.Modified)
	fmt.Println("underspending", spots.Underspending())
	fmt.Println("available", spots.Available())
	fmt.Println("payable", spots.Payable())
	// Output:
	// modified 30000.00
	// underspending 25000.00
	// available 10000.00
	// payable 5000.00
}

func ExampleRules_Check() {
	ceiling := budget.MustPesos(40000)
	findings, err := conac.Rules().Check(
		[]*budget.Fund{{ID: "fiscales", Name: "Recursos fiscales", Ceiling: &ceiling}},
		[]*budget.Line{{
			ID: "spots", Item: "36101", Fund: "fiscales", Activities: []string{"gaceta"},
			Months: budget.MustPesos(48000).Split12(),
		}},
		nil, calendar.MustDate(2027, 1, 4))
	for _, f := range findings {
		fmt.Println(f.Severity, f.Code, f.Path)
		fmt.Println(f.Basis.Cite(), f.Basis.Status)
		fmt.Println(f.Fixes[0].Code, f.Fixes[0].Edits[0].Value)
	}
	fmt.Println(err)
	// Output:
	// blocking budget.cost-above-ceiling funds[fiscales].ceiling
	// CPEUM art. 115 fr. IV sourced
	// fix.raise-ceiling "48000.00"
	// <nil>
}

func ExampleFits() {
	line := &budget.Line{ID: "spots", Months: budget.MustPesos(1200).Split12()}
	fmt.Println(budget.Fits(nil, []*budget.Line{line}, nil))
	line.Months[0] = budget.MustParseMoney("90071992547409.91")
	fmt.Println(budget.Fits(nil, []*budget.Line{line}, nil))
	// Output:
	// <nil>
	// budget: amount beyond ±90071992547409.91
}

func ExampleMoney_Sub() {
	left, _ := budget.MustPesos(100).Sub(budget.MustParseMoney("130.50"))
	fmt.Println(left, left.Sign(), left.Abs(), left.Neg(), left.Cmp(budget.MustPesos(0)))
	// Output: -30.50 -1 30.50 30.50 -1
}

// An amount is distributed over the months by weights, to the centavo.
func ExampleMoney_AllocateMonths() {
	months, err := budget.MustPesos(100).AllocateMonths([12]int64{2: 1, 5: 2})
	total, _ := months.Between(1, 6)
	fmt.Println(months.Month(3), months.Month(6), total, err)
	// Output: 33.33 66.67 100.00 <nil>
}

// A budget of three funds over the year: both margins are exact.
func ExampleMoney_Spread() {
	total := budget.MustPesos(1000)
	funds := []int64{70, 20, 10} // percent
	months := []int64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
	table, _ := total.Spread(funds, months)
	var year budget.Months
	for _, fund := range table {
		calendar := budget.Months(fund)
		sum, _ := calendar.Total()
		fmt.Println(calendar.Month(1), calendar.Month(2), calendar.Month(12), sum)
		year, _ = year.Add(calendar)
	}
	fmt.Println(year == total.Split12())
	// Output:
	// 58.34 58.34 58.33 700.00
	// 16.67 16.67 16.66 200.00
	// 8.33 8.33 8.34 100.00
	// true
}

// The monthly calendar of a budget (calendario de presupuesto de egresos con base mensual)
// has a row for each chapter and, below it, for each of its concepts.
func ExampleMonthlyCalendar() {
	rows, err := budget.MonthlyCalendar([]*budget.Line{
		{ID: "spots", Item: "36101", Months: budget.MustPesos(1200).Split12()},
		{ID: "imprenta", Item: "336", Months: budget.Months{0: budget.MustPesos(80)}},
		{ID: "web", Item: "366", Months: budget.MustPesos(240).Split12()},
		{ID: "papel", Item: "211", Months: budget.Months{2: budget.MustPesos(50)}},
	})
	for _, row := range rows {
		name, _ := conac.Object(row.Code)
		fmt.Println(row.Code, row.Months.Month(1), row.Total, name.Level)
	}
	fmt.Println(err)
	// Output:
	// 2000 0.00 50.00 chapter
	// 2100 0.00 50.00 concept
	// 3000 200.00 1520.00 chapter
	// 3300 80.00 80.00 concept
	// 3600 120.00 1440.00 concept
	// <nil>
}

func ExampleByConcept() {
	rows, err := budget.ByConcept([]*budget.Line{
		{ID: "spots", Item: "36101", Months: budget.MustPesos(1200).Split12()},
		{ID: "web", Item: "366", Months: budget.MustPesos(240).Split12()},
	})
	fmt.Println(rows[0].Code, rows[0].Total, err)
	// Output: 3600 1440.00 <nil>
}

func ExampleByGenericItem() {
	rows, err := budget.ByGenericItem([]*budget.Line{
		{ID: "spots", Item: "36101", Months: budget.MustPesos(1200).Split12()},
		{ID: "perifoneo", Item: "36102", Months: budget.MustPesos(600).Split12()},
	})
	fmt.Println(rows[0].Code, rows[0].Total, err)
	// Output: 361 1800.00 <nil>
}

// A posting that takes back more than there is is rejected.
func ExampleCheckEntries() {
	lines := []*budget.Line{{ID: "spots"}}
	day := calendar.MustDate(2027, 3, 1)
	ledger := []*budget.Entry{{ID: "e1", Date: day, Line: "spots", Kind: budget.Committed, Amount: budget.MustPesos(100)}}
	err := budget.CheckEntries(2027, lines, ledger, []*budget.Entry{
		{ID: "e2", Date: day.AddDays(9), Line: "spots", Kind: budget.Committed, Amount: budget.MustPesos(-120)},
	})
	fmt.Println(errors.Is(err, budget.ErrReversal))
	fmt.Println(err)
	// Output:
	// true
	// budget: entry "e2": reversal of more than was posted: reverse at most what there is on its date
}

func ExampleKind_Dates() {
	fmt.Println(budget.Committed.Dates(2027))
	fmt.Println(budget.Paid.Dates(2027))
	// Output:
	// 2027-01-01/2027-12-31
	// 2027-01-01/2028-12-31
}

// A published statement often reports four of the six moments.
func ExampleStatement_Reports() {
	s, _ := budget.Fold([]*budget.Line{{ID: "spots"}}, []*budget.Entry{
		{ID: "e1", Date: calendar.MustDate(2027, 1, 4), Line: "spots", Kind: budget.Approved, Amount: budget.MustPesos(900)},
		{ID: "e2", Date: calendar.MustDate(2027, 3, 1), Line: "spots", Kind: budget.Accrued, Amount: budget.MustPesos(100)},
	}, calendar.Date{})
	fmt.Println(s.Reports(budget.MomentModified), s.Reports(budget.MomentCommitted), s.Reports(budget.MomentAccrued))
	// Output: true false true
}
