package poa_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

func TestTownHasNoFindings(t *testing.T) {
	assert.Empty(t, codes(plan(t, nil).Check(today)))
}

// withProfiles adds profiles that cannot be used, alone or with others.
func withProfiles(e *poa.Env) {
	var all []calendar.Holiday // every day of the year
	for m := range uint8(12) {
		run := calendar.Lasting{Rule: calendar.Fixed{Month: m + 1, Day: 1}, Days: 31}
		all = append(all, calendar.Holiday{Key: "m" + strconv.Itoa(int(m)), Rule: run, Valid: calendar.Always(), Kind: calendar.Local})
	}
	e.Profiles = append(slices.Clone(e.Profiles),
		calendar.Profile{Key: "weekend", Week: calendar.Week(calendar.Saturday, calendar.Sunday)},
		calendar.Profile{Key: "closed", Week: calendar.MondayToFriday, Holidays: all},
		calendar.Profile{Key: "broken", Week: calendar.MondayToFriday, Holidays: []calendar.Holiday{{Key: "x"}}})
}

// Each fixture changes the town so that it has one finding.
var fixtures = []struct {
	code  norm.Code
	path  norm.Path
	level norm.Severity
	on    calendar.Date // today if zero
	do    func(*poa.Document)
	env   func(*poa.Env)
}{
	{code: "plan.fiscal-year-missing", path: "fiscalYear", level: norm.Blocking, do: func(d *poa.Document) {
		d.FiscalYear = 0
	}},
	{code: "plan.office-kind-unknown", path: "office.kind", level: norm.Warning, do: func(d *poa.Document) { d.Office.Kind = "Comunicación" }},
	{code: "plan.calendar-unknown", path: "calendar", level: norm.Blocking, do: func(d *poa.Document) { d.Calendar = "sonora" }},
	{code: "plan.calendar-unknown", path: "calendar", level: norm.Blocking, do: func(d *poa.Document) { d.Calendar = "jalisco * lft" }},
	{code: "plan.calendar-unknown", path: "calendar", level: norm.Blocking, do: func(d *poa.Document) { d.Calendar = "Jalisco+bancos" }},
	{code: "plan.calendar-too-many", path: "calendar", level: norm.Blocking, do: func(d *poa.Document) {
		d.Calendar = strings.Repeat("jalisco + ", 6000) + "lft"
	}},
	{code: "plan.calendar-no-day", path: "calendar", level: norm.Blocking, do: func(d *poa.Document) { d.Calendar = "jalisco + weekend" }, env: withProfiles},
	{code: "plan.calendar-no-day", path: "calendar", level: norm.Blocking, do: func(d *poa.Document) { d.Calendar = "closed" }, env: withProfiles},
	{code: "plan.calendar-invalid", path: "calendar", level: norm.Blocking, do: func(d *poa.Document) { d.Calendar = "jalisco + broken" }, env: withProfiles},
	{code: "calendar.adjustment-weekday-twice", path: "workWeek", level: norm.Blocking, do: func(d *poa.Document) { d.WorkWeek = []calendar.Weekday{1, 1} }},
	{code: "calendar.adjustment-id", path: "ownDays[christmas]", level: norm.Blocking, do: own(office.Adjustment{
		ID: "christmas", Kind: office.Vacation, Span: span("2027-12-20", "2027-12-31"),
	})},
	{code: "calendar.adjustment-missing", path: "ownDays[d1].span", level: norm.Blocking, do: own(office.Adjustment{Kind: office.LocalDay, Name: "Fiesta"})},
	{code: "calendar.adjustment-missing", path: "ownDays[d1].document", level: norm.Blocking, do: own(office.Adjustment{
		Kind: office.DayOff, Span: span("2027-04-07", "2027-04-07"), Reason: "Luto",
	})},
	{code: "calendar.adjustment-unused", path: "ownDays[d1].instead", level: norm.Blocking, do: own(office.Adjustment{
		Kind: office.LocalDay, Name: "Fiesta", Span: span("2027-05-13", "2027-05-14"), Instead: calendar.MustDate(2027, 5, 17),
	})},
	{code: "calendar.adjustment-too-long", path: "ownDays[d1].span", level: norm.Blocking, do: own(office.Adjustment{
		Kind: office.Vacation, Span: span("2027-07-16", "2037-07-05"),
	})},
	{code: "calendar.adjustment-end-before-start", path: "ownDays[d1].span", level: norm.Blocking, do: own(office.Adjustment{
		Kind: office.Vacation, Span: span("2027-07-16", "2027-07-05"),
	})},
	{code: "calendar.adjustment-end-before-start", path: "ownDays[d1].valid", level: norm.Blocking, do: own(office.Adjustment{
		Kind: office.LocalDay, Name: "Patrono", Rule: "08-16", Valid: span("2030-01-01", "2020-01-01"),
	})},
	{code: "calendar.adjustment-rule", path: "ownDays[d1].rule", level: norm.Blocking, do: own(office.Adjustment{
		Kind: office.LocalDay, Name: "Patrono", Rule: "16 de agosto",
	})},
	{code: "calendar.adjustment-year", path: "ownDays[d1].span", level: norm.Blocking, do: own(office.Adjustment{
		Kind: office.LocalDay, Name: "Fiesta", Span: span("2028-05-13", "2028-05-14"),
	})},
	{code: "calendar.adjustment-holiday", path: "ownDays[d1].holiday", level: norm.Blocking, do: own(office.Adjustment{
		Kind: office.WorkDay, Holiday: "mothers", Reason: "Guardia", Document: "Oficio 1",
	})},
	{code: "calendar.adjustment-overlap", path: "ownDays[d2].span", level: norm.Blocking, do: own(
		office.Adjustment{Kind: office.Vacation, Span: span("2027-07-05", "2027-07-16")},
		office.Adjustment{ID: "d2", Kind: office.Vacation, Span: span("2027-07-16", "2027-07-20")},
	)},
	{code: "calendar.adjustment-rested-anyway", path: "ownDays[d1].instead", level: norm.Blocking, do: own(office.Adjustment{
		Kind: office.WorkDay, Span: span("2027-09-28", "2027-09-28"), Instead: calendar.MustDate(2027, 9, 26), Reason: "Puente", Document: "Oficio 1",
	})},
	{code: "calendar.adjustment-worked-anyway", path: "ownDays[d1].span", level: norm.Blocking, do: own(office.Adjustment{
		Kind: office.WorkDay, Span: span("2027-09-27", "2027-09-27"), Reason: "Puente", Document: "Oficio 1",
	})},
	{code: "calendar.adjustment-value", path: "ownDays", level: norm.Blocking, do: own(
		office.Adjustment{ID: "y1", Kind: office.Vacation, Span: span("2027-01-01", "2027-12-31")},
		office.Adjustment{ID: "y2", Kind: office.Vacation, Span: span("2027-01-01", "2027-12-31")},
		office.Adjustment{ID: "y3", Kind: office.Vacation, Span: span("2027-01-01", "2027-12-31")},
		office.Adjustment{ID: "y4", Kind: office.Vacation, Span: span("2027-01-01", "2027-12-31")},
		office.Adjustment{ID: "y5", Kind: office.Vacation, Span: span("2027-01-01", "2027-12-31")},
		office.Adjustment{ID: "y6", Kind: office.Vacation, Span: span("2027-01-01", "2027-12-31")},
	)},
	{
		code: "calendar.adjustment-conflict", path: "ownDays[d1].span", level: norm.Blocking,
		env: func(env *poa.Env) {
			opened := office.Adjustments{OwnDays: []*office.Adjustment{{
				ID: "opened", Kind: office.WorkDay, Span: span("2027-07-10", "2027-07-10"), Reason: "Jornada", Document: "Oficio 1",
			}}}
			env.Profiles[0], _ = opened.Apply(env.Profiles[0])
		},
		do: own(office.Adjustment{Kind: office.Vacation, Span: span("2027-07-05", "2027-07-16")}),
	},
	{code: "calendar.adjustment-no-work", path: "ownDays", level: norm.Blocking, do: own(office.Adjustment{Kind: office.Vacation, Span: span("2027-01-01", "2027-12-31")})},
	{code: "record.date", path: "progress[p1].date", level: norm.Warning, do: func(d *poa.Document) {
		d.Progress = []*poa.Progress{{ID: "p1", Activity: "gaceta", Month: 1, Date: calendar.MustDate(1999, 1, 4), Quantity: exact.Int(1)}}
	}},
	{code: "record.date", path: "measurements[x1].span.end", level: norm.Warning, do: func(d *poa.Document) {
		d.Measurements = []*kpi.Measurement{{ID: "x1", Indicator: "i1", Date: calendar.MustDate(2027, 1, 11), Span: span("2026-01-01", "2026-06-30")}}
	}},
	{code: "record.date", path: "closes[x1].date", level: norm.Warning, do: func(d *poa.Document) {
		d.Closes = []*poa.Close{{ID: "x1", Period: "s1", Date: calendar.MustDate(2027, 6, 30)}}
	}},
	{code: "record.date", path: "reopenings[o1].date", level: norm.Warning, do: func(d *poa.Document) {
		d.Closes = []*poa.Close{{ID: "x1", Period: "s1", Date: calendar.MustDate(2027, 7, 1)}}
		d.Reopenings = []*poa.Reopening{{ID: "o1", Close: "x1", Date: calendar.MustDate(2027, 6, 30), Reason: "Error", Document: "1"}}
	}},
	{code: "record.date", path: "withdrawals[w1].date", level: norm.Warning, do: func(d *poa.Document) {
		d.Progress = []*poa.Progress{{ID: "p1", Activity: "gaceta", Month: 1, Date: calendar.MustDate(2027, 1, 11), Quantity: exact.Int(1)}}
		d.Withdrawals = []*poa.Withdrawal{{ID: "w1", Record: "p1", Date: calendar.MustDate(2027, 1, 8), Reason: "Error"}}
	}},
	{code: "record.without-effect", path: "closes[x2]", level: norm.Warning, do: func(d *poa.Document) {
		d.Closes = []*poa.Close{{ID: "x1", Period: "s1", Date: calendar.MustDate(2027, 7, 1)}, {ID: "x2", Period: "s1", Date: calendar.MustDate(2027, 7, 2)}}
	}},
	{code: "record.without-effect", path: "reopenings[o2]", level: norm.Warning, do: func(d *poa.Document) {
		d.Closes = []*poa.Close{{ID: "x1", Period: "s1", Date: calendar.MustDate(2027, 7, 1)}}
		for _, id := range []string{"o1", "o2"} {
			d.Reopenings = append(d.Reopenings, &poa.Reopening{ID: id, Close: "x1", Date: calendar.MustDate(2027, 7, 2), Reason: "Error", Document: "1"})
		}
	}},
	{code: "record.without-effect", path: "withdrawals[w1]", level: norm.Warning, do: func(d *poa.Document) {
		d.Withdrawals = []*poa.Withdrawal{{ID: "w1", Record: "gaceta", Date: calendar.MustDate(2027, 1, 11), Reason: "Error"}}
	}},
	{code: "progress.negative", path: "progress[p2].quantity", level: norm.Warning, do: func(d *poa.Document) {
		d.Progress = []*poa.Progress{
			{ID: "p1", Activity: "gaceta", Month: 1, Date: calendar.MustDate(2027, 1, 11), Quantity: exact.Int(5)},
			{ID: "p2", Activity: "gaceta", Month: 1, Date: calendar.MustDate(2027, 1, 11), Quantity: exact.Int(-6)},
		}
	}},
	{code: "indicator.target-incomplete", path: "indicators[i1].targets[i1-t2].value", level: norm.Warning, do: func(d *poa.Document) {
		d.Indicators[0].Targets[1].NoValue = true
		d.Indicators[0].Targets = append(d.Indicators[0].Targets, &kpi.Target{ID: "i1-t3", Value: exact.Int(6)})
	}},
	{code: "progress.above-whole", path: "progress[p2].quantity", level: norm.Warning, do: func(d *poa.Document) {
		d.Activities[0].ProgressForm = poa.ProgressPercent
		d.Progress = []*poa.Progress{
			{ID: "p1", Activity: "gaceta", Month: 1, Date: calendar.MustDate(2027, 1, 11), Quantity: exact.Int(100)},
			{ID: "p2", Activity: "gaceta", Month: 2, Date: calendar.MustDate(2027, 2, 11), Quantity: exact.Int(101)},
			{ID: "p3", Activity: "gaceta", Month: 3, Date: calendar.MustDate(2027, 3, 11), Quantity: exact.Int(120)},
			{ID: "p4", Activity: "gaceta", Month: 3, Date: calendar.MustDate(2027, 3, 12), Quantity: exact.Int(100)},
		}
	}},
	{code: "period.undated", path: "periods[s2].span", level: norm.Blocking, do: func(d *poa.Document) {
		d.Periods[1].Span.End = calendar.Date{}
		d.Periods = append(d.Periods, &poa.Period{ID: "s3", Name: "Resto", Span: span("2027-07-01", "2027-12-31")})
		d.Activities[1].Period = "s3"
		d.Activities = append(d.Activities, later("a3", "s2"))
	}},
	{code: "period.end-before-start", path: "periods[s3].span.end", level: norm.Blocking, do: func(d *poa.Document) {
		d.Periods = append(d.Periods, &poa.Period{ID: "s3", Name: "Al revés", Span: span("2027-08-01", "2027-07-01")})
		d.Activities = append(d.Activities, later("a3", "s3"))
	}},
	{code: "period.outside-year", path: "periods[s2].span", level: norm.Blocking, do: func(d *poa.Document) {
		d.Periods[1].Span.End = calendar.MustDate(2028, 1, 31)
	}},
	{code: "period.gap", path: "periods", level: norm.Blocking, do: func(d *poa.Document) {
		d.Periods[1].Span.Start = calendar.MustDate(2027, 7, 5)
	}},
	{code: "period.overlap", path: "periods[s2].span", level: norm.Blocking, do: func(d *poa.Document) {
		d.Periods[1].Span.Start = calendar.MustDate(2027, 6, 30)
	}},
	{code: "period.without-activity", path: "periods[s2]", level: norm.Warning, do: func(d *poa.Document) {
		d.Activities[1].Period, d.Activities[1].Span = "s1", span("2027-06-01", "2027-06-18")
		d.Activities[1].Targets = kpi.MonthlyTargets{5: exact.Int(1)}
		d.Indicators[0].Targets = d.Indicators[0].Targets[:1]
	}},
	{code: "activity.without-period", path: "activities[a3].period", level: norm.Warning, do: func(d *poa.Document) {
		d.Activities = append(d.Activities, later("a3", ""))
	}},
	{code: "activity.without-responsible", path: "activities[gaceta].responsible", level: norm.Warning, do: func(d *poa.Document) {
		d.Activities[0].Responsible = ""
	}},
	{code: "activity.undated", path: "activities[gaceta].span", level: norm.Warning, do: func(d *poa.Document) {
		d.Activities[0].Span.End = calendar.Date{}
	}},
	{code: "activity.end-before-start", path: "activities[gaceta].span.end", level: norm.Blocking, do: func(d *poa.Document) {
		d.Activities[0].Span = span("2027-06-30", "2027-01-11")
	}},
	{code: "activity.outside-year", path: "activities[gaceta].span", level: norm.Blocking, do: func(d *poa.Document) {
		d.Activities[0].Span, d.Activities[0].Targets = span("2026-01-05", "2026-12-18"), kpi.MonthlyTargets{}
		d.Activities = append(d.Activities, &poa.Activity{ID: "a3", Name: "Otra", Period: "s1", Span: span("2027-03-01", "2027-03-31"), Responsible: "jefa"})
	}},
	{code: "activity.outside-period", path: "activities[gaceta].span", level: norm.Warning, do: func(d *poa.Document) {
		d.Activities[0].Span.End = calendar.MustDate(2027, 7, 1)
	}},
	{code: "activity.outside-period", path: "activities[gaceta].span", level: norm.Warning, do: func(d *poa.Document) {
		d.Activities[0].Span, d.Activities[0].Targets = span("2027-08-02", "2027-08-31"), kpi.MonthlyTargets{}
		d.Periods[0].Name = "1er semestre"
	}},
	{code: "activity.without-business-day", path: "activities[a3].span", level: norm.Suggestion, do: func(d *poa.Document) {
		a := later("a3", "s2")
		a.Span, a.Targets = span("2027-07-10", "2027-07-11"), kpi.MonthlyTargets{6: exact.Int(1)}
		d.Activities = append(d.Activities, a)
	}},
	{code: "activity.target-outside-span", path: "activities[informe].targets.12", level: norm.Warning, do: func(d *poa.Document) {
		d.Activities[1].Targets[11] = exact.Int(1)
	}},
	{code: "post.term-ended", path: "activities[informe].responsible", level: norm.Warning, do: func(d *poa.Document) {
		d.Activities[1].Responsible, d.Activities[1].Span.End = "jefa", calendar.MustDate(2027, 10, 1)
	}},
	{code: "post.term-not-begun", path: "activities[gaceta].responsible", level: norm.Warning, do: func(d *poa.Document) {
		d.Posts[1].Administration, d.Activities[0].Responsible = "a27", "redactor"
		d.Activities[1].Responsible = "jefa"
	}},
	{code: "activity.without-name", path: "activities[gaceta].name", level: norm.Warning, do: func(d *poa.Document) { d.Activities[0].Name = "" }},
	{code: "campaign.without-name", path: "campaigns[c1].name", level: norm.Warning, do: func(d *poa.Document) { d.Campaigns[0].Name = "" }},
	{code: "post.term-ended", path: "evaluations[e1].responsible", level: norm.Warning, do: func(d *poa.Document) {
		d.Evaluations[0].Date = calendar.MustDate(2027, 10, 4)
	}},
	{code: "post.term-ended", path: "reports[r1].responsible", level: norm.Warning, do: func(d *poa.Document) {
		d.Reports[0].Date = calendar.MustDate(2027, 10, 4)
	}},
	{code: "post.term-ended", path: "progress[p1].by", level: norm.Blocking, on: calendar.MustDate(2027, 12, 31), do: func(d *poa.Document) {
		d.Progress = []*poa.Progress{
			{ID: "p1", Activity: "gaceta", Month: 6, Date: calendar.MustDate(2027, 10, 4), Quantity: exact.Int(2), By: "jefa"},
			{ID: "p2", Activity: "informe", Month: 9, Date: calendar.MustDate(2027, 9, 20), Quantity: exact.Int(1), By: "jefa"},
		}
		d.Indicators = nil
		d.Evaluations[0].Indicators = nil
	}},
	{code: "campaign.undated", path: "campaigns[c1].span", level: norm.Warning, do: func(d *poa.Document) {
		d.Campaigns[0].Span = calendar.Span{}
	}},
	{code: "campaign.end-before-start", path: "campaigns[c1].span.end", level: norm.Blocking, do: func(d *poa.Document) {
		d.Campaigns[0].Span = span("2027-09-17", "2027-09-06")
	}},
	{code: "campaign.outside-year", path: "campaigns[c1].span", level: norm.Warning, do: func(d *poa.Document) {
		d.Campaigns[0].Kind, d.Campaigns[0].Span.End = poa.CampaignGovernment, calendar.MustDate(2028, 1, 2)
	}},
	{code: "campaign.inside-blackout", path: "campaigns[c1].span", level: norm.Warning, do: func(d *poa.Document) {
		c := d.Campaigns[0]
		c.Kind, c.Event = poa.CampaignGovernment, calendar.Date{}
		c.Span, c.Media[0].Span = span("2027-05-10", "2027-05-21"), span("2027-05-10", "2027-05-14")
	}},
	{code: "campaign.inside-blackout", path: "campaigns[c1].span", level: norm.Warning, do: func(d *poa.Document) {
		c := d.Campaigns[0]
		c.Kind, c.Event, c.Span = poa.CampaignGovernment, calendar.Date{}, span("2027-07-05", "2027-07-16")
		c.Media[0].Span = span("2027-07-12", "2027-07-16")
		c.Media = append(c.Media, &poa.Placement{ID: "m2", Span: span("2027-05-10", "2027-07-06"), Channel: "radio"})
	}},
	{code: "campaign.inside-blackout", path: "campaigns[c1].span", level: norm.Warning, on: calendar.MustDate(2027, 3, 1), do: func(d *poa.Document) {
		c := d.Campaigns[0] // which is over
		c.Kind, c.Event = poa.CampaignGovernment, calendar.Date{}
		c.Span, c.Media[0].Span = span("2027-02-01", "2027-02-12"), span("2027-05-10", "2027-05-14")
	}},
	{code: "campaign.inside-blackout", path: "campaigns[c1].span", level: norm.Warning, on: calendar.MustDate(2027, 6, 15), do: func(d *poa.Document) {
		c := d.Campaigns[0]
		c.Kind, c.Event = poa.CampaignGovernment, calendar.Date{}
		c.Span, c.Media[0].Span = span("2027-05-10", "2027-05-21"), span("2027-05-10", "2027-05-14")
	}},
	{code: "campaign.outside-report-window", path: "campaigns[c1].span", level: norm.Warning, do: func(d *poa.Document) {
		d.Campaigns[0].Span.End = calendar.MustDate(2027, 9, 19)
	}},
	{code: "campaign.grant-missing", path: "campaigns[c1].grant", level: norm.Blocking, do: func(d *poa.Document) {
		d.Campaigns[0].Exception = poa.ExceptionGranted
	}},
	{code: "placement.outside-campaign", path: "campaigns[c1].media[m1].span", level: norm.Warning, do: func(d *poa.Document) {
		d.Campaigns[0].Media[0].Span.Start = calendar.MustDate(2027, 9, 3)
	}},
	{code: "placement.outside-campaign", path: "campaigns[c1].media[m1].span", level: norm.Warning, do: func(d *poa.Document) {
		d.Campaigns[0].Kind, d.Campaigns[0].Event = poa.CampaignGovernment, calendar.Date{}
		d.Campaigns[0].Media[0].Span = span("2027-09-20", "2027-09-24")
	}},
	{code: "budget.cost-above-ceiling", path: "funds[f1].ceiling", level: norm.Blocking, do: func(d *poa.Document) {
		d.Funds[0].Ceiling = amount("999.99")
	}},
	{code: "budget.line-without-activity", path: "lines[l1].activities", level: norm.Warning, do: func(d *poa.Document) {
		d.Lines[0].Activities = nil
	}},
	{code: "budget.item-unknown", path: "lines[l1].item", level: norm.Warning, do: func(d *poa.Document) { d.Lines[0].Item = "899" }},
	{code: "budget.item-unknown", path: "lines[l1].item", level: norm.Warning, do: func(d *poa.Document) { d.Lines[0].Item = "361.0" }},
	{code: "budget.item-general", path: "lines[l1].item", level: norm.Suggestion, do: func(d *poa.Document) { d.Lines[0].Item = "3600" }},
	{code: "budget.source-unknown", path: "funds[f1].cff", level: norm.Warning, do: func(d *poa.Document) { d.Funds[0].CFF = "99" }},
	{code: "budget.source-unknown", path: "funds[f1].cff", level: norm.Warning, do: func(d *poa.Document) { d.Funds[0].CFF = "1.5" }},
	{code: "budget.approved-differs", path: "lines[l1].months", level: norm.Warning, do: ledger(
		budget.Entry{Date: today, Kind: budget.Approved, Amount: budget.MustPesos(999)},
	)},
	{code: "budget.transfer-unbalanced", path: "ledger[g1]", level: norm.Blocking, do: ledger(
		budget.Entry{Date: today, Kind: budget.TransferIn, Amount: budget.MustPesos(500), Document: "Oficio 12"},
	)},
	{code: "budget.entry-date", path: "ledger[g1].date", level: norm.Warning, do: ledger(
		budget.Entry{Date: calendar.MustDate(1999, 5, 3), Kind: budget.Paid, Amount: budget.MustPesos(5)},
	)},
	{code: "budget.entry-date", path: "ledger[g1].date", level: norm.Warning, do: ledger(
		budget.Entry{Date: calendar.MustDate(2031, 1, 2), Kind: budget.Committed, Amount: budget.MustPesos(5)},
	)},
	{code: "budget.reversal-exceeds", path: "ledger[g2].amount", level: norm.Blocking, do: ledger(
		budget.Entry{Date: today, Kind: budget.Approved, Amount: budget.MustPesos(1000)},
		budget.Entry{Date: today, Kind: budget.Extension, Amount: budget.MustPesos(-1), Reason: "Error"},
	)},
	{code: "budget.moments-out-of-order", path: "lines[l1]", level: norm.Warning, on: calendar.MustDate(2027, 2, 15), do: ledger(
		budget.Entry{Date: today, Kind: budget.Approved, Amount: budget.MustPesos(1000)},
		budget.Entry{Date: today, Kind: budget.Accrued, Amount: budget.MustPesos(10)},
		budget.Entry{Date: calendar.MustDate(2027, 2, 8), Kind: budget.Committed, Amount: budget.MustPesos(10)},
	)},
	{code: "budget.amount-negative", path: "lines[l1]", level: norm.Blocking, do: ledger(
		budget.Entry{Date: today, Kind: budget.Approved, Amount: budget.MustPesos(1000)},
		budget.Entry{Date: today, Kind: budget.Paid, Amount: budget.MustPesos(-1), Reason: "Cheque devuelto"},
	)},
	{code: "budget.moments-out-of-order", path: "lines[l1]", level: norm.Blocking, do: func(d *poa.Document) {
		d.Ledger = []*budget.Entry{
			{ID: "g1", Date: today, Line: "l1", Kind: budget.Approved, Amount: budget.MustParseMoney("1000.00")},
			{ID: "g2", Date: today, Line: "l1", Kind: budget.Committed, Amount: budget.MustParseMoney("1000.01")},
		}
	}},
	{code: "budget.amount-negative", path: "funds[f1].ceiling", level: norm.Blocking, do: func(d *poa.Document) {
		d.Funds[0].Ceiling = amount("-1200.00")
	}},
	{code: "budget.reversal-without-reason", path: "ledger[g2].reason", level: norm.Warning, do: func(d *poa.Document) {
		d.Ledger = []*budget.Entry{
			{ID: "g1", Date: today, Line: "l1", Kind: budget.Approved, Amount: budget.MustParseMoney("1001.00")},
			{ID: "g2", Date: today, Line: "l1", Kind: budget.Approved, Amount: budget.MustParseMoney("-1.00")},
		}
	}},
	{code: "indicator.formula-invalid", path: "indicators[i1].formula", level: norm.Blocking, do: func(d *poa.Document) {
		d.Indicators[0].Formula = "B*"
	}},
	{code: "indicator.light-unknown", path: "indicators[i1].light", level: norm.Warning, do: func(d *poa.Document) {
		d.Indicators[0].Light = "nope"
	}},
	{code: "indicator.light-unknown", path: "indicators[i1].light", level: norm.Warning, do: func(d *poa.Document) {
		d.Indicators[0].Light = "DTE SPP"
	}},
	{code: "indicator.variable-undefined", path: "indicators[i1].formula", level: norm.Blocking, do: func(d *poa.Document) {
		d.Indicators[0].Formula = "B+C"
	}},
	{code: "indicator.variable-undefined", path: "indicators[i1].formula", level: norm.Blocking, do: func(d *poa.Document) {
		d.Indicators[0].Formula = "B+b"
	}},
	{code: "indicator.variable-unused", path: "indicators[i1].variables[i1-c]", level: norm.Warning, do: func(d *poa.Document) {
		d.Indicators[0].Variables = append(d.Indicators[0].Variables, &kpi.Variable{ID: "i1-c", Symbol: "C", Accumulation: kpi.AccumulateSum})
	}},
	{code: "indicator.without-target", path: "indicators[i1].targets", level: norm.Warning, do: func(d *poa.Document) {
		d.Indicators[0].Targets = nil
	}},
	{code: "indicator.always-hundred", path: "indicators[i1].formula", level: norm.Warning, do: func(d *poa.Document) {
		d.Indicators[0].Formula = "(B/B)*100"
	}},
	{code: "indicator.without-data", path: "indicators[i1]", level: norm.Warning, on: calendar.MustDate(2027, 7, 8), do: func(d *poa.Document) {}},
	{code: "indicator.zero-denominator", path: "indicators[i1]", level: norm.Warning, do: func(d *poa.Document) {
		d.Indicators[0].Formula = "6/B"
		zero := exact.Int(0)
		d.Measurements = []*kpi.Measurement{{ID: "x1", Indicator: "i1", Span: span("2027-01-01", "2027-06-30"), Date: today, Values: []kpi.Reading{{Symbol: "B", Value: &zero}}}}
	}},
	{code: "evaluation.undated", path: "evaluations[e1].date", level: norm.Warning, do: func(d *poa.Document) {
		d.Evaluations[0].Date = calendar.Date{}
	}},
	{code: "report.undated", path: "reports[r1].date", level: norm.Warning, do: func(d *poa.Document) { d.Reports[0].Date = calendar.Date{} }},
	{code: "commitment.without-element", path: "commitments[k1].fulfilledBy", level: norm.Warning, do: func(d *poa.Document) { d.Commitments[0].FulfilledBy = nil }},
	{code: "text.pending", path: "activities[gaceta].span.end", level: norm.Blocking, do: func(d *poa.Document) {
		d.Pending = []poa.Pending{{Path: "activities[gaceta].span.end", Text: "31/02"}}
	}},
	{code: "office.inegi-form", path: "office.inegi", level: norm.Warning, do: func(d *poa.Document) {
		d.Office.INEGI = "102"
	}},
	{code: "office.inegi-form", path: "office.inegi", level: norm.Warning, do: func(d *poa.Document) {
		d.Office = poa.Office{Municipality: "Aguascalientes", State: "Ags.", INEGI: "1001"}
	}},
	{code: "office.inegi-unknown", path: "office.inegi", level: norm.Warning, do: func(d *poa.Document) {
		d.Office.INEGI = "14999"
	}},
	{code: "office.inegi-other", path: "office.inegi", level: norm.Warning, do: func(d *poa.Document) {
		d.Office.INEGI = "14112"
	}},
	{code: "office.municipality-unknown", path: "office.municipality", level: norm.Warning, do: func(d *poa.Document) {
		d.Office.Municipality = "Tonalla"
	}},
	{code: "text.pending", path: "activities[informe].targets.9", level: norm.Warning, do: func(d *poa.Document) {
		d.Pending = []poa.Pending{{Path: "activities[informe].targets.9", Text: "informe difundido"}}
	}},
	{code: "text.pending", path: "indicators[i1].targets[i1-t2].value", level: norm.Warning, do: func(d *poa.Document) {
		d.Pending = []poa.Pending{{Path: "indicators[i1].targets[i1-t2].value", Text: "sin rezago"}}
	}},
	{code: "text.pending", path: "activities[informe].targets.9", level: norm.Blocking, do: func(d *poa.Document) {
		d.Pending = []poa.Pending{{Path: "activities[informe].targets.9", Text: "1O"}}
	}},
	{code: "value.illustrative", path: "lines[l1].item", level: norm.Suggestion, do: func(d *poa.Document) {
		d.Illustrative = []norm.Path{"lines[l1].item", "lines[l1].months"}
	}},
	{code: "value.overflow", path: "campaigns[c1].media[m2].cost", level: norm.Blocking, do: func(d *poa.Document) {
		most, _ := budget.Centavos(budget.MaxCentavos)
		d.Campaigns[0].Media = append(d.Campaigns[0].Media, &poa.Placement{ID: "m2", Cost: most})
	}},
}

// ledger adds entries on the line of the town, with the ids g1, g2 …
func ledger(entries ...budget.Entry) func(*poa.Document) {
	return func(d *poa.Document) {
		for i, e := range entries {
			e.ID, e.Line = "g"+strconv.Itoa(i+1), "l1"
			d.Ledger = append(d.Ledger, &e)
		}
	}
}

// own adds own days of the office. The id of a day without one is d1.
func own(days ...office.Adjustment) func(*poa.Document) {
	return func(d *poa.Document) {
		for _, a := range days {
			if a.ID == "" {
				a.ID = "d1"
			}
			d.OwnDays = append(d.OwnDays, &a)
		}
	}
}

// later returns an activity of the second half of the year without findings.
func later(id, period string) *poa.Activity {
	return &poa.Activity{
		ID: id, Name: "Otra", Period: period, Span: span("2027-08-02", "2027-08-31"), Responsible: "redactor",
		Targets: kpi.MonthlyTargets{7: exact.Int(1)},
	}
}

// planOf returns the plan of a fixture, and the day of its analysis.
func planOf(t testing.TB, i int) (*poa.Plan, calendar.Date) {
	f := &fixtures[i]
	env, doc, on := mexico.Env(), town(), f.on
	f.do(doc)
	if f.env != nil {
		f.env(env)
	}
	if on.IsZero() {
		on = today
	}
	p, err := poa.New(env, doc)
	require.NoError(t, err)
	return p, on
}

// Every kind of finding and every kind of fix has a fixture, and so does every argument
// that it declares.
func TestEachKindHasAFixture(t *testing.T) {
	found, offered := map[norm.Code]bool{}, map[norm.Code]bool{}
	passed := map[string]bool{} // arguments, as "code name"
	note := func(code norm.Code, args []norm.Arg) {
		for _, a := range args {
			passed[string(code)+" "+a.Name] = true
		}
	}
	for i := range fixtures {
		p, on := planOf(t, i)
		for _, f := range p.Check(on) {
			found[f.Code] = true
			note(f.Code, f.Args)
			for _, fix := range f.Fixes {
				offered[fix.Code] = true
				note(fix.Code, fix.Args)
			}
		}
	}
	for _, k := range findingKinds() {
		assert.True(t, found[k.Code], "no fixture has the finding %s", k.Code)
		for _, name := range k.Args {
			assert.True(t, passed[string(k.Code)+" "+name], "no fixture of %s has the argument %s", k.Code, name)
		}
	}
	for _, k := range slices.Concat(norm.FixKinds(), poa.FixKinds(), budget.FixKinds(), mexico.FixKinds()) {
		assert.True(t, offered[k.Code], "no fixture offers the fix %s", k.Code)
		for _, name := range k.Args {
			assert.True(t, passed[string(k.Code)+" "+name], "no fixture of %s has the argument %s", k.Code, name)
		}
	}
}

func TestEachFixtureHasOneFinding(t *testing.T) {
	for i, f := range fixtures {
		t.Run(string(f.code)+" "+string(f.path), func(t *testing.T) {
			p, on := planOf(t, i)
			found := p.Check(on)
			require.Equal(t, []string{string(f.code) + " " + string(f.path)}, codes(found))
			assert.Equal(t, f.level, found[0].Severity)
			for _, language := range lang.Languages() {
				assert.NotRegexp(t, `[{}]`, lang.New(language, nil).Finding(found[0]), "%s: an argument of the text is not passed", f.code)
			}
			poa.Unguarded(func() {
				p, on := planOf(t, i)
				assert.Equal(t, codes(found), codes(p.Check(on)), "a step reads what it does not declare in the table of poa/analyze.go")
			})
		})
	}
}

// Applying a fix removes the finding.
func TestEachFixRemovesItsFinding(t *testing.T) {
	tried := 0
	for i, f := range fixtures {
		p, on := planOf(t, i)
		for _, found := range p.Check(on) {
			for _, fix := range found.Fixes {
				if len(fix.Edits) == 0 {
					continue
				}
				tried++
				fixed, _, err := p.Apply(&poa.Change{Edits: fix.Edits})
				require.NoError(t, err, "%s %s", f.code, fix.Code)
				assert.NotContains(t, codes(fixed.Check(on)), codes([]norm.Finding{found})[0], "%s", fix.Code)
			}
		}
	}
	assert.Greater(t, tried, 10)
}
