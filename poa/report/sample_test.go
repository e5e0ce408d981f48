package report_test

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

// sample returns a small plan with one element or two in every list, so that no section
// of the document is empty. Its texts belong to no language.
func sample() *poa.Document {
	span := calendar.MustParseSpan
	date := calendar.MustParseDate
	money := budget.MustParseMoney
	return &poa.Document{
		Schema: poa.Schema, ID: "plan", Title: "T-001", FiscalYear: 2027, Calendar: "jalisco",
		Office:  poa.Office{Name: "O-001", Key: "K-001", Municipality: "M-001", State: "S-001", INEGI: "14112"},
		Mission: "X-001", Vision: "X-002", Norm: poa.NormRef{ID: "mx", Verified: date("2026-11-22")},
		Administrations: []*poa.Administration{
			{ID: "adm1", Name: "A-001", Span: span("2024-10-01/2027-09-30"), Status: norm.Sourced},
			{ID: "adm2", Name: "A-002", Span: span("2027-10-01/2030-09-30"), Status: norm.Projected},
		},
		Periods: []*poa.Period{
			{ID: "p1", Name: "P-001", Span: span("2027-01-01/2027-06-30")},
			{ID: "p2", Name: "P-002", Span: span("2027-07-01/2027-12-31")},
		},
		Posts: []*poa.Post{
			{ID: "head", Name: "H-001", Holder: "N-001", Administration: "adm1", Monthly: money("14500.00")},
			{ID: "aide", Name: "H-002", ReportsTo: "head"},
		},
		Equipment: []*poa.Equipment{
			{ID: "pc", Name: "E-001", Quantity: 2, Owned: true},
			{ID: "camera", Name: "E-002", Quantity: 1, Line: "l2"},
		},
		Channels: []*poa.Channel{{ID: "radio", Name: "C-001", Kind: poa.ChannelRadio, Audience: "U-001"}},
		Activities: []*poa.Activity{
			{
				ID: "a1", Key: "1.1", Name: "ACT-001", Period: "p1", Span: span("2027-01-04/2027-03-31"), Responsible: "head",
				Unit: "D-001", Targets: kpi.MonthlyTargets{exact.Int(1), exact.Int(1), exact.MustParse("1.5")}, Channels: []string{"radio"}, Verification: "V-001",
			},
			{ID: "a2", Key: "2.1", Name: "ACT-002", Period: "p2", Span: span("2027-10-04/2027-11-30"), Responsible: "head"},
			{ID: "a3", Name: "ACT-003"},
		},
		Campaigns: []*poa.Campaign{{
			ID: "c1", Key: "C1", Name: "CAM-001", Kind: poa.CampaignGovernment, Objective: "B-001", Message: "G-001", Audience: "U-002",
			Population: 6151, Span: span("2027-05-10/2027-05-23"), Event: date("2027-05-23"), Activities: []string{"a1"},
			Media: []*poa.Placement{{ID: "m1", Channel: "radio", Name: "S-002", Span: span("2027-05-10/2027-05-21"), Quantity: 60, Unit: "spot", Cost: money("7200.00"), Line: "l1"}},
		}},
		Funds: []*budget.Fund{{ID: "f1", Name: "F-001", CFF: "15", Ceiling: money("10000.00")}},
		Lines: []*budget.Line{
			{ID: "l1", Name: "L-001", Item: "361", Fund: "f1", Activities: []string{"a1"}, Months: budget.Months{4: money("7200.00")}},
			{ID: "l2", Name: "L-002", Item: "523", Fund: "f1", Activities: []string{"a1"}, Months: budget.Months{2: money("18500.50")}},
		},
		Indicators: []*kpi.Indicator{{
			ID: "i1", Key: "I-01", Name: "IND-001", Level: kpi.LevelActivity, Stage: kpi.StageOutput, Dimension: kpi.DimensionEfficacy,
			Formula: "B", Variables: []*kpi.Variable{{ID: "v1", Symbol: "B", Name: "R-001", Accumulation: kpi.AccumulateSum}},
			Unit: "Q-001", Frequency: kpi.Quarterly, Sense: kpi.Ascending,
			Targets: []*kpi.Target{{ID: "t1", Span: span("2027-01-01/2027-03-31"), Value: exact.Int(30)}}, Baseline: &kpi.Baseline{Value: value(exact.Int(20)), Year: 2026},
			Verification: "V-002", Responsible: "aide",
		}},
		Evaluations: []*poa.Evaluation{{
			ID: "e1", Name: "EV-001", Span: span("2027-01-01/2027-03-31"), Date: date("2027-04-15"), Responsible: "head", Indicators: []string{"i1"},
			Findings: []*poa.Lesson{{ID: "le1", Text: "Z-001", Adjustment: "Z-002", Responsible: "aide", Due: date("2027-05-14")}},
		}},
		Reports:     []*poa.FollowUp{{ID: "r1", Name: "REP-001", Kind: poa.FollowUpReport, Span: span("2027-01-01/2027-03-31"), Date: date("2027-04-21"), Responsible: "head", To: "TO-001"}},
		Commitments: []*poa.Commitment{{ID: "co1", Section: poa.SectionBudget, Text: "W-001", FulfilledBy: []string{"f1", "l1"}}, {ID: "co2", Section: poa.SectionEvaluation, Text: "W-002", FulfilledBy: []string{"e1"}}},
		Ledger: []*budget.Entry{
			{ID: "le-1", Date: date("2027-01-04"), Line: "l1", Kind: budget.Approved, Amount: money("7200.00"), Document: "D-1"},
			{ID: "le-2", Date: date("2027-02-04"), Line: "l1", Kind: budget.Committed, Amount: money("1200.00"), Document: "D-2"},
		},
		Measurements: []*kpi.Measurement{{
			ID: "me1", Indicator: "i1", Span: span("2027-01-01/2027-03-31"), Date: date("2027-04-02"),
			Values: []kpi.Reading{{Symbol: "B", Value: value(exact.Int(26))}}, By: "aide",
		}},
		Progress: []*poa.Progress{{ID: "pr1", Activity: "a1", Month: 1, Date: date("2027-02-01"), Quantity: exact.Int(1), Evidence: "EE-1", By: "head"}},
		Closes:   []*poa.Close{{ID: "cl1", Period: "p1", Date: date("2027-07-02"), By: "head"}},
		Illustrative: []norm.Path{
			"activities[a1].targets.3", "funds[f1].ceiling", "posts[head].holder",
		},
		Pending: []poa.Pending{{Path: "activities[a3].span.end", Text: "31/02"}},
	}
}

func analyze(t testing.TB, doc *poa.Document, today string) *poa.Analysis {
	t.Helper()
	p, err := poa.New(mexico.Env(), doc)
	require.NoError(t, err)
	return p.Analyze(calendar.MustParseDate(today))
}

func value(n exact.Number) *exact.Number { return &n }
