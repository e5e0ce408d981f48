package poa_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// today is the day of most tests: a Monday on which nothing of the town's plan is
// overdue.
var today = calendar.MustDate(2027, 1, 11)

func span(start, end string) calendar.Span {
	return calendar.Span{Start: calendar.MustParseDate(start), End: calendar.MustParseDate(end)}
}

// amount returns an optional amount.
func amount(text string) *budget.Money {
	m := budget.MustParseMoney(text)
	return &m
}

// town returns a document with an element in most lists, and without findings.
func town() *poa.Document {
	return &poa.Document{
		Schema: poa.Schema, ID: "town-2027", Title: "Plan operativo anual", FiscalYear: 2027,
		Office:  poa.Office{Name: "Comunicación Social", Municipality: "Tonaya", State: "Jalisco"},
		Mission: "Informar.", Vision: "Ser leídos.", Calendar: "jalisco",
		Norm: poa.NormRef{ID: mexico.ID, Verified: calendar.MustDate(2026, 11, 22)},
		Administrations: []*poa.Administration{
			{ID: "a24", Name: "Administración 2024-2027", Span: span("2024-10-01", "2027-09-30"), Status: norm.Sourced},
			{ID: "a27", Name: "Administración 2027-2030", Span: span("2027-10-01", "2030-09-30"), Status: norm.Projected},
		},
		Periods: []*poa.Period{
			{ID: "s1", Name: "Primer semestre", Span: span("2027-01-01", "2027-06-30")},
			{ID: "s2", Name: "Segundo semestre", Span: span("2027-07-01", "2027-12-31")},
		},
		Posts: []*poa.Post{
			{ID: "jefa", Name: "Jefa de comunicación", Administration: "a24"},
			{ID: "redactor", Name: "Redactor"},
		},
		Channels: []*poa.Channel{{ID: "radio", Name: "Radio local", Kind: poa.ChannelRadio}},
		Activities: []*poa.Activity{
			{
				ID: "gaceta", Key: "1.1", Name: "Publicar la gaceta", Period: "s1", Span: span("2027-01-11", "2027-06-30"),
				Responsible: "jefa", Unit: "gaceta", Targets: kpi.MonthlyTargets{0: exact.Int(1), 5: exact.Int(1)}, Channels: []string{"radio"},
			},
			{
				ID: "informe", Key: "2.1", Name: "Difundir el informe", Period: "s2", Span: span("2027-09-06", "2027-09-17"),
				Responsible: "redactor", Unit: "campaña", Targets: kpi.MonthlyTargets{8: exact.Int(1)},
			},
		},
		Campaigns: []*poa.Campaign{{
			ID: "c1", Name: "Informe de gobierno", Kind: poa.CampaignAnnualReport, Span: span("2027-09-06", "2027-09-17"),
			Event: calendar.MustDate(2027, 9, 13), Activities: []string{"informe"},
			Media: []*poa.Placement{{ID: "m1", Name: "Cápsulas", Channel: "radio", Span: span("2027-09-06", "2027-09-10"), Cost: budget.MustParseMoney("900.00"), Line: "l1"}},
		}},
		Funds: []*budget.Fund{{ID: "f1", Name: "Participaciones", CFF: "15", Ceiling: amount("1200.00")}},
		Lines: []*budget.Line{{ID: "l1", Name: "Difusión", Item: "361", Fund: "f1", Activities: []string{"informe"}, Months: budget.Months{8: budget.MustParseMoney("1000.00")}}},
		Indicators: []*kpi.Indicator{{
			ID: "i1", Name: "Boletines emitidos", Formula: "B", Unit: "boletín", Frequency: kpi.Semiannual, Sense: kpi.Ascending,
			Variables:  []*kpi.Variable{{ID: "i1-b", Symbol: "B", Name: "Boletines", Accumulation: kpi.AccumulateSum}},
			Targets:    []*kpi.Target{{ID: "i1-t1", Span: span("2027-01-01", "2027-06-30"), Value: exact.Int(6)}, {ID: "i1-t2", Span: span("2027-07-01", "2027-12-31"), Value: exact.Int(6)}},
			Activities: []string{"gaceta"},
		}},
		Evaluations: []*poa.Evaluation{{ID: "e1", Name: "Evaluación semestral", Span: span("2027-01-01", "2027-06-30"), Date: calendar.MustDate(2027, 7, 8), Responsible: "jefa", Indicators: []string{"i1"}}},
		Reports:     []*poa.FollowUp{{ID: "r1", Name: "Informe semestral", Kind: poa.FollowUpReport, Date: calendar.MustDate(2027, 7, 15), Responsible: "jefa", To: "Cabildo"}},
		Commitments: []*poa.Commitment{{ID: "k1", Section: poa.SectionBudget, Text: "Asignar recursos", FulfilledBy: []string{"l1"}}},
	}
}

// plan returns the plan of the town, modified by change, which may be nil.
func plan(t testing.TB, change func(*poa.Document)) *poa.Plan {
	t.Helper()
	doc := town()
	if change != nil {
		change(doc)
	}
	p, err := poa.New(mexico.Env(), doc)
	require.NoError(t, err)
	return p
}

// codes returns the codes and paths of findings.
func codes(fs []norm.Finding) []string {
	list := make([]string, len(fs))
	for i, f := range fs {
		list[i] = string(f.Code) + " " + string(f.Path)
	}
	return list
}
