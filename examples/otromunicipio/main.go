// Command otromunicipio is an example of a town with its own norm. San Roque del Monte is
// fictional. It changes what any municipality may decide: the feast of its patron saint
// is a day off, its traffic lights have their own thresholds, and some labels differ. The
// rest is the norm of Mexico. Decisions for a single year are in the plan of the library:
// the day off of 28 September is moved to a Monday, and the building closes for a day.
//
//	go run ./examples/otromunicipio
package main

import (
	"fmt"
	"io"
	"log"
	"os"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/examples/internal/terminal"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

func main() {
	env := town()
	plan, err := poa.New(env, library())
	if err != nil {
		log.Fatal(err)
	}
	out := terminal.NewWriter(os.Stdout)
	write(out, plan.Analyze(date("2027-09-30")), lang.New(lang.Spanish, env))
	if err := out.Close(); err != nil {
		log.Fatal(err)
	}
}

// write prints what the town's own norm changes. The errors of out are those of a terminal.
func write(out io.Writer, a *poa.Analysis, printer *lang.Printer) {
	fmt.Fprintln(out, "Días que sólo se descansan aquí:")
	if a.Calendar != nil {
		writeDays(out, a, printer)
	}
	fmt.Fprintln(out, printer.Text("heading.activities")+":")

	for _, s := range a.Activities {
		state := printer.State(s.State)
		fmt.Fprintf(out, "  %s %-14s %-30s %s\n", state.Shape, state.Label, terminal.Clip(s.Activity.Name), printer.Count(s.BusinessDays, "business-day"))
	}
	for _, s := range a.Indicators {
		light := printer.Light(s.Result.Light)
		fmt.Fprintf(out, "%s %s: %s de %s\n", light.Shape, light.Label, printer.NumberExact(s.Result.Value), printer.NumberExact(s.Result.Target))
	}
	for _, f := range a.Findings {
		fmt.Fprintln(out, printer.Severity(f.Severity).Label+": "+terminal.Line(printer.Finding(f)))
	}
}

func writeDays(out io.Writer, a *poa.Analysis, printer *lang.Printer) {
	for _, day := range a.Calendar.Holidays(a.Year) {
		if h := day.Holiday; h.Kind == calendar.Local || h.Kind == calendar.Employer {
			fmt.Fprintf(out, "  %-13s %s (%s)\n", printer.DateShort(day.Date), terminal.Clip(printer.Name(h.Name)), terminal.Clip(h.Basis.Law))
		}
	}
}

// town returns the norm of San Roque: that of Mexico with the town's decisions.
func town() *poa.Env {
	env := mexico.Env()
	env.Norm.ID = "mx-san-roque"
	env.Checks = nil // San Roque is not in the catalogue of municipalities

	// The calendar of Jalisco's public servants and the local feast, in every year.
	// Decisions for one year are in the plan: OwnDays.
	days := mx.Jalisco().
		With(calendar.Holiday{
			Key:  "patron-feast",
			Name: norm.Label{ES: "Fiesta de San Roque", EN: "Feast of Saint Roch"},
			Rule: calendar.Fixed{Month: 8, Day: 16},
			// From the first feast after the agreement on.
			Valid: calendar.Span{Start: date("2026-11-06")},
			Kind:  calendar.Local,
			Basis: norm.Basis{
				Law: "Acuerdo de cabildo 14/2026", Article: "1", Fraction: norm.NoFraction,
				Published: "2026-11-05", Status: norm.Sourced, Checked: "2026-11-22",
			},
		})
	days.Key = "san-roque"
	days.Name = norm.Label{ES: "San Roque del Monte", EN: "San Roque del Monte"}
	env.Profiles = append(env.Profiles, days)

	// Behind below 60 %, at risk below 80, on target up to 120, exceeded above.
	bands := []kpi.Band{
		{Light: kpi.LightBehind, To: exact.Percent(60), Edge: kpi.EdgeOpen},
		{Light: kpi.LightAtRisk, To: exact.Percent(80), Edge: kpi.EdgeOpen},
		{Light: kpi.LightOnTarget, To: exact.Percent(120), Edge: kpi.EdgeClosed},
		{Light: kpi.LightExceeded},
	}
	env.Lights = []kpi.Preset{{
		Key: "san-roque", Name: norm.Label{ES: "San Roque (60/80/120)", EN: "San Roque (60/80/120)"},
		Source: "Acuerdo de cabildo 15/2026", Status: norm.Sourced,
		Ascending: bands, Descending: bands, Regular: bands,
	}}

	// The town's own labels, by the keys of package lang.
	env.Text = func(language, key string) (string, bool) {
		if language != lang.Spanish {
			return "", false
		}
		switch key {
		case "heading.activities":
			return "Acciones", true
		case "enum.poa.state.late":
			return "Con retraso", true
		case "enum.kpi.light.on-target":
			return "Vamos bien", true
		}
		return "", false
	}
	return env
}

// library returns the plan of the public library: three activities in two semesters.
func library() *poa.Document {
	return &poa.Document{
		Schema: poa.Schema, ID: "biblioteca-2027", FiscalYear: 2027, Calendar: "san-roque",
		Title:  "Plan operativo anual",
		Office: poa.Office{Name: "Biblioteca Pública", Municipality: "San Roque del Monte", State: "Jalisco"},
		Periods: []*poa.Period{
			{ID: "s1", Name: "Primer semestre", Span: span("2027-01-01/2027-06-30")},
			{ID: "s2", Name: "Segundo semestre", Span: span("2027-07-01/2027-12-31")},
		},
		OwnDays: []*office.Adjustment{
			{
				ID: "puente", Kind: office.MovedDay, Span: span("2027-09-28/2027-09-28"), Instead: date("2027-09-27"),
				Reason: "Se une al fin de semana", Document: "Circular RH/09/2027",
			},
			{
				ID: "fumigacion", Kind: office.DayOff, Name: "Cierre por fumigación", Span: span("2027-03-19/2027-03-19"),
				Reason: "Fumigación del acervo", Document: "Oficio BIB/07/2027",
			},
		},
		Posts: []*poa.Post{{ID: "bibliotecaria", Name: "Bibliotecaria"}},
		Activities: []*poa.Activity{
			{
				ID: "inventario", Name: "Inventario del acervo", Period: "s1", Responsible: "bibliotecaria",
				Span: span("2027-02-02/2027-03-31"), Unit: "inventario", Targets: kpi.MonthlyTargets{2: exact.Int(1)},
			},
			{
				ID: "verano", Name: "Curso de verano", Period: "s2", Responsible: "bibliotecaria",
				Span: span("2027-08-09/2027-08-20"), Unit: "taller", Targets: kpi.MonthlyTargets{7: exact.Int(8)},
			},
			{
				ID: "sala", Name: "Mes de la lectura", Period: "s2", Responsible: "bibliotecaria",
				Span: span("2027-09-20/2027-10-08"), Unit: "sesión", Targets: kpi.MonthlyTargets{8: exact.Int(6), 9: exact.Int(4)},
			},
		},
		Indicators: []*kpi.Indicator{{
			ID: "prestamos", Name: "Préstamos a domicilio", Formula: "P", Unit: "préstamo",
			Variables: []*kpi.Variable{{ID: "p", Symbol: "P", Accumulation: kpi.AccumulateSum}},
			Frequency: kpi.Semiannual, Sense: kpi.Ascending,
			Targets: []*kpi.Target{{ID: "meta-s1", Span: span("2027-01-01/2027-06-30"), Value: exact.Int(400)}},
		}},
		Progress: []*poa.Progress{
			{ID: "a1", Activity: "inventario", Month: 3, Date: date("2027-04-02"), Quantity: exact.Int(1), By: "bibliotecaria"},
			{ID: "a2", Activity: "verano", Month: 8, Date: date("2027-08-23"), Quantity: exact.Int(7), By: "bibliotecaria"},
		},
		Measurements: []*kpi.Measurement{{
			ID: "m1", Indicator: "prestamos", Span: span("2027-01-01/2027-06-30"), Date: date("2027-07-02"),
			Values: []kpi.Reading{{Symbol: "P", Value: number(330)}}, By: "bibliotecaria",
		}},
	}
}

func date(text string) calendar.Date { return calendar.MustParseDate(text) }
func span(text string) calendar.Span { return calendar.MustParseSpan(text) }

func number(n int64) *exact.Number {
	v := exact.Int(n)
	return &v
}
