package importers_test

import (
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// afterClose is a finding of the town: its treasury pays nothing after 15 December.
var afterClose = norm.FindingKind{Code: "town.after-close", Severity: norm.Warning, Args: []string{"name", "date"}}

// nothingAfterClose is a check of the town.
func nothingAfterClose(p *poa.Plan, a *poa.Analysis) []norm.Finding {
	last := calendar.MustDate(a.Year.Start.Year(), 12, 15)
	var found []norm.Finding
	for _, act := range p.View().Activities {
		if act.Span.End.After(last) {
			path := norm.Path("activities").Item(act.ID).Field("span.end")
			found = append(found, afterClose.At(path, norm.Text(act.Name), last))
		}
	}
	return found
}

// townEnv is the norm of Mexico with a feast, a check and the text of its finding.
func townEnv() *poa.Env {
	env := mexico.Env()
	days := mx.Jalisco().With(calendar.Holiday{
		Key: "feast", Name: norm.Label{ES: "Fiesta de San Roque", EN: "Feast of Saint Roch"},
		Rule: calendar.Fixed{Month: 8, Day: 16}, Kind: calendar.Local,
		Valid: calendar.Span{Start: calendar.MustDate(2026, 11, 6)}, // no end
		Basis: norm.Basis{
			Law: "Acuerdo de cabildo 14/2026", Article: "1", Fraction: norm.NoFraction,
			Published: "2026-11-05", Status: norm.Sourced, Checked: "2026-11-22",
		},
	})
	days.Key, days.Name = "san-roque", norm.Label{ES: "San Roque", EN: "San Roque"}
	env.Profiles = append(env.Profiles, days)
	env.Checks = append(env.Checks, nothingAfterClose)
	env.Text = func(language, key string) (string, bool) {
		if key != "town.after-close" {
			return "", false
		}
		if language == lang.English {
			return "“{name}” ends after the last day of payments, {date}.", true
		}
		return "“{name}” termina después del último día de pagos, el {date}.", true
	}
	return env
}

// A town's own calendar and check are in its Env; the plan follows both.
func Example_ownCheckAndProfile() {
	env := townEnv()
	plan, err := poa.New(env, &poa.Document{
		Schema: poa.Schema, ID: "p1", FiscalYear: 2027, Calendar: "san-roque",
		Activities: []*poa.Activity{
			{ID: "a1", Name: "Desfile", Span: calendar.MustParseSpan("2027-08-16/2027-08-20")},
			{ID: "a2", Name: "Calendario", Span: calendar.MustParseSpan("2027-12-01/2027-12-20")},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	analysis := plan.Analyze(calendar.MustDate(2027, 1, 11))
	fmt.Println("business days:", analysis.Activities[0].BusinessDays)
	printer := lang.New(lang.Spanish, env)
	for _, f := range analysis.Findings {
		if f.Code == afterClose.Code {
			fmt.Println(f.Path, printer.Finding(f))
		}
	}
	// Output:
	// business days: 4
	// activities[a2].span.end “Calendario” termina después del último día de pagos, el 15 de diciembre de 2027.
}
