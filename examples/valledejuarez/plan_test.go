package main

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/pbr"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

func open(t *testing.T) *poa.Plan {
	t.Helper()
	plan, err := poa.Open(mexico.Env(), planJSON)
	require.NoError(t, err)
	return plan
}

func day(text string) calendar.Date { return calendar.MustParseDate(text) }

// plan.json is the canonical form of the plan with indentation.
func TestPlanIsCanonical(t *testing.T) {
	canonical := open(t).AppendJSON(nil)
	var tight, pretty bytes.Buffer
	require.NoError(t, json.Compact(&tight, planJSON))
	assert.Equal(t, tight.String(), string(canonical))
	require.NoError(t, json.Indent(&pretty, canonical, "", "  "))
	assert.Equal(t, strings.TrimSpace(pretty.String()), strings.TrimSpace(string(planJSON)), "write plan.json with an indent of two spaces")
}

func TestActivitiesAreComplete(t *testing.T) {
	plan := open(t)
	cal := plan.Analyze(day("2027-01-01")).Calendar
	type place struct {
		span    calendar.Span
		targets kpi.MonthlyTargets
	}
	seen := map[place]string{}
	for _, a := range plan.View().Activities {
		assert.Truef(t, cal.IsBusinessDay(a.Span.Start), "%s starts on %s", a.ID, a.Span.Start)
		assert.Truef(t, cal.IsBusinessDay(a.Span.End), "%s ends on %s", a.ID, a.Span.End)
		assert.NotEmptyf(t, a.Responsible, "%s has no responsible post", a.ID)
		assert.NotEmptyf(t, a.Unit, "%s has no unit", a.ID)
		assert.NotEmptyf(t, a.Verification, "%s has no means of verification", a.ID)
		total, err := a.Targets.Total()
		require.NoError(t, err)
		assert.Positivef(t, total.Sign(), "%s has no target", a.ID)
		here := place{a.Span, a.Targets}
		assert.Emptyf(t, seen[here], "%s has the dates and targets of %s", a.ID, seen[here])
		seen[here] = a.ID
	}
	first := plan.View().Activities[0].Span.Start
	workday, err := cal.NthBusinessDay(calendar.YearSpan(2027), 1)
	require.NoError(t, err)
	assert.Equal(t, workday, first, "the first activity begins on the first business day of the year")
}

func TestCampaigns(t *testing.T) {
	doc := open(t).View()
	require.Len(t, doc.Campaigns, 2)
	feast, report := doc.Campaigns[0], doc.Campaigns[1]

	assert.Equal(t, poa.CampaignGovernment, feast.Kind)
	assert.Equal(t, 5, feast.Span.Start.Month())
	assert.True(t, feast.Span.Contains(feast.Event.AddDays(-7)), "it runs a week before the feast")

	assert.Equal(t, poa.CampaignAnnualReport, report.Kind)
	assert.Equal(t, calendar.Span{Start: report.Event.AddDays(-7), End: report.Event.AddDays(5)}, report.Span)
	assert.True(t, calendar.MustParseSpan("2027-09-01/2027-09-15").Contains(report.Event), "the report is given in the first fortnight of September")

	// The cost of a placement is in the line that pays for it, in its month.
	spent := map[string]budget.Months{}
	for _, c := range doc.Campaigns {
		assert.NotEmpty(t, c.Media)
		for _, m := range c.Media {
			if m.Line == "" {
				assert.Truef(t, m.Cost.IsZero(), "%s costs money but has no line", m.ID)
				continue
			}
			months := spent[m.Line]
			sum, err := months[m.Span.Start.Month()-1].Add(m.Cost)
			require.NoError(t, err)
			months[m.Span.Start.Month()-1] = sum
			spent[m.Line] = months
		}
	}
	for _, l := range doc.Lines {
		for i, amount := range spent[l.ID] {
			if !amount.IsZero() {
				assert.Equalf(t, l.Months[i], amount, "line %s, month %d", l.ID, i+1)
			}
		}
	}
}

func TestBudgetIsConsistent(t *testing.T) {
	plan := open(t)
	doc, a := plan.View(), plan.Analyze(day("2026-12-15"))

	chapters := map[string]bool{}
	communication := false
	for _, l := range doc.Lines {
		chapters[l.Chapter()] = true
		communication = communication || strings.HasPrefix(l.Item, "36")
	}
	assert.Equal(t, map[string]bool{"1000": true, "2000": true, "3000": true, "5000": true}, chapters)
	assert.True(t, communication, "no line of concept 3600")
	for _, f := range a.Budget.Funds {
		assert.LessOrEqualf(t, f.Gap.Sign(), 0, "fund %s costs more than its ceiling", f.Fund.ID)
	}

	// The salaries of line 113 are those of the posts in office each month.
	i := slices.IndexFunc(doc.Lines, func(l *budget.Line) bool { return l.Item == "113" })
	require.GreaterOrEqual(t, i, 0)
	for m := 1; m <= 12; m++ {
		month, err := calendar.NewMonth(doc.FiscalYear, m)
		require.NoError(t, err)
		var payroll budget.Money
		for _, p := range doc.Posts {
			if inOffice(doc, p, month.First()) {
				payroll, err = payroll.Add(p.Monthly)
				require.NoError(t, err)
			}
		}
		assert.Equalf(t, payroll, doc.Lines[i].Months.Month(m), "payroll of month %d", m)
	}
}

func inOffice(doc *poa.Document, p *poa.Post, d calendar.Date) bool {
	for _, a := range doc.Administrations {
		if a.ID == p.Administration {
			return a.Span.Contains(d)
		}
	}
	return p.Administration == ""
}

func TestIndicatorsComeFromTheCatalogue(t *testing.T) {
	doc := open(t).View()
	stages := map[kpi.Stage]bool{}
	for _, ind := range doc.Indicators {
		stages[ind.Stage] = true
		model, ok := pbr.ByKey(ind.Key)
		if !assert.Truef(t, ok, "%s is not in the catalogue", ind.Key) {
			continue
		}
		want := model.Indicator(ind.ID)
		assert.Equal(t, want.Formula, ind.Formula, ind.Key)
		assert.Equal(t, want.Stage, ind.Stage, ind.Key)
		assert.Equal(t, want.Level, ind.Level, ind.Key)
		assert.Equal(t, want.Dimension, ind.Dimension, ind.Key)
		assert.Equal(t, want.Frequency, ind.Frequency, ind.Key)
		assert.Equal(t, want.Sense, ind.Sense, ind.Key)
		assert.Equal(t, want.ZeroDenominator, ind.ZeroDenominator, ind.Key)
		require.Len(t, ind.Variables, len(want.Variables), ind.Key)
		for i, v := range want.Variables {
			assert.Equal(t, v.Symbol, ind.Variables[i].Symbol, ind.Key)
			assert.Equal(t, v.Accumulation, ind.Variables[i].Accumulation, ind.Key+" "+v.Symbol)
		}
		assert.NotEmpty(t, ind.Targets, ind.Key)
	}
	assert.GreaterOrEqual(t, len(doc.Indicators), 8)
	assert.GreaterOrEqual(t, len(stages), 4)
}

// The records are the result of acts: applied by date to the plan without records, the
// acts yield the same plan, and none is rejected.
func TestRecordsAreActs(t *testing.T) {
	want := open(t).Document()
	want.Illustrative = slices.DeleteFunc(want.Illustrative, func(p norm.Path) bool {
		for _, list := range []norm.Path{"ledger", "measurements", "progress", "closes"} {
			if p.Within(list) {
				return true
			}
		}
		return false
	})
	draft := *want
	draft.Ledger, draft.Measurements, draft.Progress, draft.Closes = nil, nil, nil, nil

	type act struct {
		date    calendar.Date
		command poa.Command
	}
	var acts []act
	for _, r := range want.Progress {
		acts = append(acts, act{r.Date, &poa.RecordProgress{Progress: *r}})
	}
	for _, r := range want.Measurements {
		acts = append(acts, act{r.Date, &poa.Measure{Measurement: *r}})
	}
	for i := 0; i < len(want.Ledger); i++ {
		posted := []*budget.Entry{want.Ledger[i]}
		if posted[0].Kind == budget.TransferOut { // a transfer is one act with its TransferIn
			i++
			posted = append(posted, want.Ledger[i])
		}
		acts = append(acts, act{posted[0].Date, &poa.PostEntries{Entries: posted}})
	}
	for _, r := range want.Closes {
		acts = append(acts, act{r.Date, &poa.ClosePeriod{Close: *r}})
	}
	slices.SortStableFunc(acts, func(a, b act) int { return a.date.Compare(b.date) })

	plan, err := poa.New(mexico.Env(), &draft)
	require.NoError(t, err)
	for _, a := range acts {
		plan, _, err = plan.Apply(a.command)
		require.NoErrorf(t, err, "%s of %s", a.command.Kind(), a.date)
	}
	expected, err := poa.New(mexico.Env(), want)
	require.NoError(t, err)
	assert.Equal(t, string(expected.AppendJSON(nil)), string(plan.AppendJSON(nil)))
}

// No act is made by a post whose administration has ended.
func TestActsAreMadeByPostsInOffice(t *testing.T) {
	for _, f := range open(t).Check(day("2028-01-15")) {
		assert.NotEqual(t, norm.Code("post.term-ended"), f.Code, f.Path)
	}
}

// Every commitment is fulfilled by existing elements.
func TestCommitmentsAreFulfilled(t *testing.T) {
	plan := open(t)
	for _, c := range plan.View().Commitments {
		assert.NotEmpty(t, c.FulfilledBy, c.ID)
		for _, id := range c.FulfilledBy {
			assert.Truef(t, plan.Has(id), "%s is fulfilled by %s, which does not exist", c.ID, id)
		}
	}
}

func TestEvaluationAndFollowUp(t *testing.T) {
	doc := open(t).View()
	require.Len(t, doc.Evaluations, 4, "one for each quarter")
	for i, e := range doc.Evaluations {
		first, err := calendar.NewMonth(doc.FiscalYear, 3*i+1)
		require.NoError(t, err)
		assert.Equal(t, calendar.Span{Start: first.First(), End: first.Add(2).Last()}, e.Span, e.ID)
		assert.False(t, e.Date.Before(e.Span.End), e.ID)
		assert.NotEmpty(t, e.Indicators, e.ID)
		require.NotEmpty(t, e.Findings, e.ID)
		for _, l := range e.Findings {
			assert.NotEmpty(t, l.Text, l.ID)
			assert.NotEmpty(t, l.Adjustment, l.ID)
			assert.NotEmpty(t, l.Responsible, l.ID)
			assert.False(t, l.Due.Before(e.Date), l.ID)
		}
	}
	kinds := map[poa.FollowUpKind]int{}
	for _, r := range doc.Reports {
		kinds[r.Kind]++
		assert.NotEmpty(t, r.To, r.ID)
	}
	assert.GreaterOrEqual(t, kinds[poa.FollowUpReport], 4)
	assert.Positive(t, kinds[poa.FollowUpPresentation])
}

// The measurements of the budget indicator agree with the ledger.
func TestBudgetIndicatorAgreesWithTheLedger(t *testing.T) {
	plan := open(t)
	for _, m := range plan.View().Measurements {
		if m.Indicator != "com-24" {
			continue
		}
		total := plan.Analyze(m.Span.End).Budget.Statement.Total
		for _, r := range m.Values {
			want := map[string]budget.Money{"DEV": total.Accrued, "MOD": total.Modified}[r.Symbol]
			require.NotNil(t, r.Value)
			assert.Equalf(t, want.String(), r.Value.Format(2), "%s of %s", r.Symbol, m.ID)
		}
	}
}
