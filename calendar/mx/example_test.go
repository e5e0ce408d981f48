package mx_test

import (
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/term"
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
	// Valle de Juárez is closed on its feast.
	p := mx.Jalisco().With(calendar.Holiday{
		Key:  "patron-feast",
		Rule: calendar.EachDay{Span: calendar.MustParseSpan("2027-05-13/2027-05-14")},
		Kind: calendar.Local,
	})
	cal, err := calendar.Compile(p, calendar.YearSpan(2027))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cal.CountBusinessDays(calendar.MustParseSpan("2027-05-10/2027-05-14")))
	fmt.Println(cal.IsBusinessDay(calendar.MustDate(2027, 9, 28)))
	// Output:
	// 3
	// false
}

func ExampleBlackoutOf() {
	b, ok := mx.BlackoutOf(calendar.MustParseSpan("2027-05-10/2027-05-20"))
	fmt.Println(ok, b.Span, b.Basis.Status)
	fmt.Println("request by", b.RequestBy)
	// Output:
	// true 2027-04-04/2027-06-06 projected
	// request by 2027-02-03
}

func ExampleDeadlines() {
	cal, err := calendar.Compile(mx.Jalisco(), calendar.YearSpan(2028))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range term.Deadlines(mx.Deadlines(), 2028, cal) {
		if d.Date.Month() == 4 {
			fmt.Println(d.Date, d.Name.EN, "·", d.Basis.Cite())
		}
	}
	// Output:
	// 2028-04-20 Report on federal funds (SRFT) · LCF art. 48
	// 2028-04-28 Annual evaluation programme (PAE), methods and indicators · LGCG art. 79
	// 2028-04-30 Quarterly financial statements on the web · LGCG art. 51
	// 2028-04-30 Spending on official advertising on the national transparency platform · LGTAIP art. 65 fr. XXI
}

func ExampleMandateOn() {
	m, _ := mx.MandateOn(calendar.MustDate(2027, 9, 30))
	fmt.Println(m.Key, m.Span)
	// Output: 2024-2027 2024-10-01/2027-09-30
}

func ExampleAPF() {
	cal, err := calendar.Compile(mx.APF(), calendar.YearSpan(2010))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, o := range cal.Holidays(calendar.MustParseSpan("2010-09-01/2010-09-30")) {
		fmt.Println(o.Date, o.Holiday.Name.ES, "·", o.Holiday.Basis.Cite())
	}
	// Output:
	// 2010-09-15 Bicentenario · Decreto DOF 10-09-2010 art. Único
	// 2010-09-16 Independencia · Decreto del Calendario Oficial art. Segundo
	// 2010-09-17 Bicentenario · Decreto DOF 10-09-2010 art. Único
}

func ExampleBancos() {
	cal, err := calendar.Compile(mx.Bancos(), calendar.YearSpan(2030))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, o := range cal.Holidays(calendar.MustParseSpan("2030-10-01/2030-12-12")) {
		fmt.Println(o.Date, o.Holiday.Name.EN, "·", o.Status)
	}
	// The last list that the CNBV has published is that of 2026.
	fmt.Println(cal.Vouch(calendar.YearSpan(2030)))
	// Output:
	// 2030-10-01 Presidential inauguration · projected
	// 2030-11-02 Day of the Dead · projected
	// 2030-11-18 Revolution Day (20 November) · projected
	// 2030-12-12 Bank Employees' Day · projected
	// calendar: not verified for 2030-01-01/2030-12-31: the profile "bancos" was checked for 2006-01-01/2026-12-31
}

func ExampleCivicYear() {
	for _, c := range mx.CivicYear(2027) {
		if c.Honours {
			fmt.Println(c.Date, c.Holiday.Name.EN)
		}
	}
	// Output:
	// 2027-02-24 Flag Day
	// 2027-09-15 Cry of Independence
	// 2027-09-16 Anniversary of the start of Independence
	// 2027-11-20 Anniversary of the Revolution
}

func ExampleProjectBlackout() {
	b, err := mx.ProjectBlackout(calendar.MustDate(2033, 6, 5), mx.Midterm)
	fmt.Println(b.Span, b.Basis.Status, err)
	fmt.Println("campaigns", b.Campaigns, "silence", mx.Silence(b), "request by", b.RequestBy)
	// Output:
	// 2033-04-03/2033-06-05 projected <nil>
	// campaigns 2033-04-03/2033-06-01 silence 2033-06-02/2033-06-04 request by 2033-02-02
}

func ExampleOtherDeadlines() {
	cal, err := calendar.Compile(mx.Jalisco(), calendar.YearSpan(2027))
	if err != nil {
		fmt.Println(err)
		return
	}
	rules := mx.OtherDeadlines()
	for i := range rules {
		rules[i].Roll = calendar.Preceding
	}
	for _, o := range term.Deadlines(rules, 2027, cal) {
		if o.Binds == term.Treasury && o.Nominal.Month() == 1 {
			fmt.Println(o.Nominal, "→", o.Date, o.Name.EN, "·", o.Basis.Cite())
		}
	}
	// Output:
	// 2027-01-15 → 2027-01-15 Return of earmarked federal transfers not accrued to the federal treasury · LDF art. 17
	// 2027-01-31 → 2027-01-29 Monthly calendar of revenue and spending on the web · LGCG art. 66
}

func ExampleFederalMandates() {
	for _, m := range mx.FederalMandates()[8:] {
		fmt.Println(m.Key, m.Span, m.Status)
	}
	// Output:
	// 2018-2024 2018-12-01/2024-09-30 sourced
	// 2024-2030 2024-10-01/2030-09-30 sourced
	// 2030-2036 2030-10-01/2036-09-30 projected
}

func ExampleCustomHolidays() {
	// The profile of an office that closes on Holy Thursday and Good Friday.
	cal, err := calendar.Compile(mx.Jalisco().With(mx.CustomHolidays()...), calendar.YearSpan(2027))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, o := range cal.Holidays(calendar.MustParseSpan("2027-03-22/2027-03-28")) {
		fmt.Println(o.Date, o.Holiday.Name.EN, "·", o.Holiday.Basis.Cite(), "·", o.Status)
	}
	// Output:
	// 2027-03-25 Holy Thursday · Costumbre o acuerdo de cada oficina · from-memory
	// 2027-03-26 Good Friday · Costumbre o acuerdo de cada oficina · from-memory
}

func ExampleReportWindow() {
	fmt.Println(mx.ReportWindow(2027).Span)
	fmt.Println("advertised", mx.ReportPublicity(calendar.MustDate(2027, 9, 8)).Span)
	// Output:
	// 2027-09-01/2027-09-15
	// advertised 2027-09-01/2027-09-13
}

// A town reads its own calendar from tables such as those of this package.
func ExampleReadNorm() {
	rows, err := mx.ParseTables("town.md", `
checked: 2026-11-22

table: days
group: town
kind: local
jurisdiction: 14102
law: Acuerdo 3/2026
article: -
fraction: -
published: 2026-12-01
status: sourced
note: -

| key   | es    | en    | rule     | from       | to |
|-------|-------|-------|----------|------------|----|
| feast | Feria | Feast | 05-11 5d | 2020-01-01 | -  |

table: profiles

| key  | es     | en   | jurisdiction | week    | groups | from       | to         |
|------|--------|------|--------------|---------|--------|------------|------------|
| town | Pueblo | Town | 14102        | 1111100 | town   | 2020-01-01 | 2027-12-31 |
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	n, err := mx.ReadNorm(rows)
	if err != nil {
		fmt.Println(err)
		return
	}
	cal, err := calendar.Compile(n.Profiles[0], calendar.YearSpan(2027))
	fmt.Println(cal.IsBusinessDay(calendar.MustDate(2027, 5, 12)), err)

	_, err = mx.ParseTables("town.md", "table: days\n| key | rule |\n| feast | |")
	fmt.Println(err)
	// Output:
	// false <nil>
	// mx: town.md:3: the field rule is empty: write - if it has no value
}

func ExampleProfileByKey() {
	p, ok := mx.ProfileByKey("jalisco")
	fmt.Println(p.Name.ES, ok)
	_, ok = mx.ProfileByKey("atlantis")
	fmt.Println(ok)
	// Output:
	// Servidores públicos de Jalisco y sus municipios, artículo 38 true
	// false
}

func ExampleElections() {
	for _, e := range mx.Elections() {
		if e.Date.Year() == 2027 {
			fmt.Println(e.Date, e.Kind, e.Basis.Status)
		}
	}
	// Output:
	// 2027-06-06 midterm projected
	// 2027-06-06 judicial disputed
}

func ExampleOfficeKinds() {
	kinds := mx.OfficeKinds()
	fmt.Println(kinds[0].Key, "–", kinds[0].Name.ES)
	fmt.Println(term.KindOf("Dirección de Obras Públicas", kinds))
	// Output:
	// communication – Comunicación social
	// public-works
}
