package lang_test

import (
	"errors"
	"fmt"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

func ExampleNew() {
	p := lang.New("es-MX", nil)
	fmt.Println(p.Text("heading.plan"), "·", p.Span(calendar.YearSpan(2027)))
	// Output: Programa Operativo Anual · 1 de enero al 31 de diciembre de 2027
}

func ExamplePrinter_Finding() {
	f := norm.Finding{Code: "activity.without-responsible"}.With("name", norm.Text("Gaceta"))
	fmt.Println(lang.New("es-MX", nil).Finding(f))
	fmt.Println(lang.New("en", nil).Finding(f))
	// Output:
	// La actividad “Gaceta” no tiene responsable.
	// The activity “Gaceta” has nobody responsible.
}

func ExamplePrinter_AmountInWords() {
	fmt.Println(lang.New("es-MX", nil).AmountInWords(budget.MustParseMoney("1234.50")))
	// Output: Un mil doscientos treinta y cuatro pesos 50/100 M.N.
}

func ExamplePrinter_Count() {
	fmt.Println(lang.New("es-MX", nil).Count(1, "business-day"), lang.New("en", nil).Count(2, "business-day"))
	// Output: 1 día hábil 2 business days
}

func ExamplePrinter_Cite() {
	b := norm.Basis{Law: "LGCS", Article: "21", Fraction: norm.NoFraction, Status: norm.Projected}
	fmt.Println(lang.New("es-MX", nil).Cite(b))
	// Output: LGCS art. 21 (proyectado)
}

func ExampleMatch() {
	for _, tag := range []string{"en-US", "es", "fr"} {
		fmt.Println(lang.Match(tag))
	}
	// Output:
	// en true
	// es-MX true
	// es-MX false
}

// A town overrides a text by its key.
func ExamplePrinter_Text() {
	env := mexico.Env()
	env.Text = func(language, key string) (string, bool) {
		return "Con retraso", language == lang.Spanish && key == "enum.poa.state.late"
	}
	fmt.Println(lang.New("es-MX", env).State(poa.StateLate).Label)
	fmt.Println(lang.New("es-MX", nil).State(poa.StateLate).Label)
	// Output:
	// Con retraso
	// Atrasada
}

func ExamplePrinter_Date() {
	day := calendar.MustDate(2027, 1, 4)
	for _, p := range []*lang.Printer{lang.New("es-MX", nil), lang.New("en", nil)} {
		fmt.Println(p.Date(day), "·", p.DateShort(day), "·", p.Date(calendar.Date{}))
	}
	// Output:
	// 4 de enero de 2027 · 4 ene 2027 · sin fecha
	// 4 January 2027 · 4 Jan 2027 · no date
}

func ExamplePrinter_Span() {
	days := calendar.MustParseSpan("2027-01-28/2027-02-03")
	quarter := calendar.MustParseSpan("2027-01-01/2027-03-31")
	for _, p := range []*lang.Printer{lang.New("es-MX", nil), lang.New("en", nil)} {
		fmt.Println(p.Span(days), "·", p.SpanShort(days), "·", p.Period(quarter))
	}
	// Output:
	// 28 de enero al 3 de febrero de 2027 · 28 ene – 3 feb 2027 · primer trimestre de 2027
	// 28 January – 3 February 2027 · 28 Jan – 3 Feb 2027 · Q1 2027
}

func ExamplePrinter_Money() {
	p := lang.New("es-MX", nil)
	m := budget.MustParseMoney("1234.50")
	fmt.Println(p.Money(m), p.MoneyWhole(m), p.Money(m.Neg()))
	// Output: $1,234.50 $1,235 -$1,234.50
}

func ExamplePrinter_Number() {
	p := lang.New("es-MX", nil)
	n := exact.MustParse("10000/3")
	fmt.Println(p.Number(n, 1), p.NumberExact(n), p.Percent(exact.MustParse("0.125"), 1))
	// Output: 3,333.3 3,333.3333 12.5%
}

func ExamplePrinter_Enum() {
	for _, p := range []*lang.Printer{lang.New("es-MX", nil), lang.New("en", nil)} {
		fmt.Println(p.Enum(kpi.Quarterly), "·", p.Enum(poa.ChannelRadio), "·", p.Enum(budget.Kind(0)))
	}
	// Output:
	// Trimestral · Radio · sin especificar
	// Quarterly · Radio · unspecified
}

// A badge has a shape, a word and a colour.
func ExamplePrinter_State() {
	b := lang.New("es-MX", nil).State(poa.StateLate)
	fmt.Println(b.Shape, b.Label, b.Tone)
	// Output: ■ Atrasada bad
}

func ExamplePrinter_History() {
	change := &poa.Change{Edits: []norm.Edit{
		{Op: norm.OpSet, Path: "activities[gaceta].span.start"},
		{Op: norm.OpSet, Path: "activities[gaceta].span.end"},
		{Op: norm.OpInsert, Path: "posts"},
	}}
	fmt.Println(lang.New("es-MX", nil).History(change))
	fmt.Println(lang.New("en", nil).History(&poa.ClosePeriod{}))
	// Output:
	// Cambiar las fechas de la actividad y 1 cambio más
	// Close a period
}

func ExamplePrinter_Place() {
	p := lang.New("es-MX", nil)
	for _, path := range []norm.Path{"", "activities[gaceta].span.start", "campaigns[feria].media", "office.name"} {
		fmt.Println(p.Place(path))
	}
	// Output:
	// el plan
	// la fecha de inicio de la actividad
	// el plan de medios de la campaña
	// el nombre de la oficina
}

func ExamplePrinter_Error() {
	plan, _ := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"p"}`))
	_, _, err := plan.Apply(&poa.Change{Edits: []norm.Edit{{Op: norm.OpRemove, Path: "posts[jefa]"}}})
	fmt.Println(lang.New("es-MX", nil).Error(err))
	fmt.Println(lang.New("es-MX", nil).Error(errors.New("disk full")))
	// Output:
	// Ya no existe: el puesto. Es posible que el plan haya cambiado.
	// disk full
}

func ExamplePrinter_Fix() {
	plan, _ := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco",
		"activities":[{"id":"a","name":"Gaceta","span":{"start":"2027-03-31","end":"2027-03-01"}}]}`))
	p := lang.New("es-MX", plan.Env())
	for _, f := range plan.Check(calendar.MustDate(2027, 1, 11)) {
		for _, fix := range f.Fixes {
			fmt.Println(p.Finding(f), "→", p.Fix(fix))
		}
	}
	// Output: La actividad “Gaceta” termina el 1 de marzo de 2027, antes de su inicio, el 31 de marzo de 2027. → Intercambiar las fechas
}

func ExamplePrinter_Due() {
	plan, _ := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco",
		"activities":[{"id":"a","name":"Gaceta","span":{"start":"2027-01-18","end":"2027-02-26"}}]}`))
	p := lang.New("es-MX", plan.Env())
	for _, due := range plan.Analyze(calendar.MustDate(2027, 1, 11)).Due(7) {
		fmt.Println(p.Date(due.Date)+":", p.Due(due))
	}
	// Output:
	// 15 de enero de 2027: Estrategia y Programa Anual de Comunicación Social
	// 15 de enero de 2027: Reintegro a la TESOFE de transferencias federales etiquetadas no devengadas
	// 18 de enero de 2027: Inicia actividad: Gaceta
}

func ExamplePrinter_Missing() {
	plan, _ := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco","mission":"Informar.",
		"activities":[{"id":"a","name":"Gaceta","span":{"start":"2027-01-18","end":"2027-02-26"}}]}`))
	fmt.Println(lang.New("es-MX", nil).Missing(plan.Analyze(calendar.MustDate(2027, 1, 11)).Missing))
	// Output: Al plan todavía le falta: meta o unidad de medida en 1 actividad, presupuesto e indicadores.
}

func ExamplePrinter_ActivityState() {
	plan, _ := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco",
		"activities":[{"id":"a","name":"Gaceta","span":{"start":"2027-03-31","end":"2027-03-01"}},{"id":"b","name":"Feria"}]}`))
	for _, s := range plan.Analyze(calendar.MustDate(2027, 1, 11)).Activities {
		fmt.Println(s.Activity.Name+":", lang.New("es-MX", nil).ActivityState(s).Label)
	}
	// Output:
	// Gaceta: Fechas al revés
	// Feria: Sin fechas
}
