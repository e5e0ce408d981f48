package poa_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// quarters is a plan with four quarters, an activity in each, and one more.
func quarters(a *poa.Activity) *poa.Document {
	d, _ := poa.Empty("p", 2027)
	d.Calendar, d.Posts = "jalisco", []*poa.Post{{ID: "jefa", Name: "Jefa"}}
	for _, p := range d.Periods {
		p.Name = p.ID
		d.Activities = append(d.Activities, &poa.Activity{ID: "of-" + p.ID, Name: "Gaceta", Period: p.ID, Span: p.Span, Responsible: "jefa", Unit: "gaceta"})
	}
	a.ID, a.Name, a.Responsible = "a", "Obra", "jefa"
	d.Activities = append(d.Activities, a)
	return d
}

func TestActivityBesideQuarters(t *testing.T) {
	for _, c := range []struct {
		name       string
		start, end string
		period     string
		finding    string
		severity   norm.Severity
		fixes      []norm.Code
	}{
		{"of the year, without a period", "2027-01-01", "2027-12-31", "", "", 0, nil},
		{"of the year, in a quarter", "2027-01-01", "2027-12-31", "q1", "", 0, nil},
		{"of the year, in the last quarter", "2027-01-11", "2027-12-17", "q4", "", 0, nil},
		{"of several years, without a period", "2024-10-01", "2030-09-30", "", "", 0, nil},
		{"of several years, in a quarter", "2026-03-01", "2027-02-28", "q1", "", 0, nil},
		{"of three quarters, in the second", "2027-02-01", "2027-09-30", "q2", "", 0, nil},
		{"of two quarters, without a period", "2027-02-01", "2027-05-31", "", "", 0, nil},
		{"in its quarter", "2027-02-01", "2027-02-28", "q1", "", 0, nil},
		{"ends after its quarter", "2027-02-01", "2027-04-09", "q1", "activity.outside-period activities[a].span", norm.Warning, []norm.Code{"fix.fit-period", "fix.clear-period"}},
		{"in another quarter", "2027-05-03", "2027-05-31", "q1", "activity.outside-period activities[a].span", norm.Warning, []norm.Code{"fix.set-period"}},
		{"in three other quarters", "2027-04-01", "2027-12-31", "q1", "activity.outside-period activities[a].span", norm.Warning, []norm.Code{"fix.clear-period"}},
		{"of one quarter, without a period", "2027-05-03", "2027-05-31", "", "activity.without-period activities[a].period", norm.Warning, []norm.Code{"fix.set-period"}},
		{"before the year", "2026-03-01", "2026-12-31", "q1", "activity.outside-year activities[a].span", norm.Blocking, nil},
		{"after the year", "2028-01-01", "2029-12-31", "q1", "activity.outside-year activities[a].span", norm.Blocking, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := poa.New(mexico.Env(), quarters(&poa.Activity{Period: c.period, Span: span(c.start, c.end)}))
			require.NoError(t, err)
			found := p.Check(today)
			if c.finding == "" {
				assert.Empty(t, codes(found))
				return
			}
			require.Equal(t, []string{c.finding}, codes(found))
			assert.Equal(t, c.severity, found[0].Severity)
			var fixes []norm.Code
			for _, fix := range found[0].Fixes {
				fixes = append(fixes, fix.Code)
				fixed, _, err := p.Apply(&poa.Change{Edits: fix.Edits})
				require.NoError(t, err)
				assert.Empty(t, codes(fixed.Check(today)), fix.Code)
			}
			assert.Equal(t, c.fixes, fixes)
		})
	}
}

// Only the part of an activity in the fiscal year counts: for its business days, its
// administration and the term of its post.
func TestActivityOfSeveralYears(t *testing.T) {
	open := func(responsible, start, end string) *poa.Analysis {
		return plan(t, func(d *poa.Document) {
			d.Activities[0].Span, d.Activities[0].Responsible = span(start, end), responsible
		}).Analyze(today)
	}
	long, year := open("redactor", "2025-03-01", "2029-11-30"), open("redactor", "2027-01-01", "2027-12-31")
	assert.Empty(t, codes(long.Findings))
	assert.Positive(t, long.Activities[0].BusinessDays)
	assert.Equal(t, year.Activities[0].BusinessDays, long.Activities[0].BusinessDays)
	assert.Equal(t, "a27", long.Activities[0].Administration.ID)

	assert.Empty(t, codes(open("jefa", "2023-01-01", "2027-09-30").Findings), "the post was not in office when the activity began")
	ended := open("jefa", "2025-03-01", "2029-11-30").Findings
	require.Equal(t, []string{"post.term-ended activities[gaceta].responsible"}, codes(ended))
	assert.Equal(t, calendar.MustDate(2027, 12, 31), ended[0].Args[4].Value)
}

// An activity without dates is scheduled by the months of its targets.
func TestActivityScheduledByMonths(t *testing.T) {
	for _, c := range []struct {
		name    string
		targets kpi.MonthlyTargets
		period  string
		start   string
		want    []string
	}{
		{"two months of a quarter", kpi.MonthlyTargets{0: exact.Int(1), 2: exact.Int(1)}, "q1", "", nil},
		{"months of several quarters", kpi.MonthlyTargets{1: exact.Int(1), 9: exact.Int(1)}, "", "", nil},
		{"months of one quarter, without a period", kpi.MonthlyTargets{1: exact.Int(1)}, "", "", []string{"activity.without-period activities[a].period"}},
		{"no targets", kpi.MonthlyTargets{}, "q1", "", []string{"activity.undated activities[a].span"}},
		{"a start without an end", kpi.MonthlyTargets{1: exact.Int(1)}, "q1", "2027-02-01", []string{"activity.undated activities[a].span"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := &poa.Activity{Period: c.period, Targets: c.targets}
			if c.start != "" {
				x.Span.Start = calendar.MustParseDate(c.start)
			}
			p, err := poa.New(mexico.Env(), quarters(x))
			require.NoError(t, err)
			assert.ElementsMatch(t, c.want, codes(p.Check(today)))
		})
	}
}

// A period is in use by its activities, those of several periods, the targets of indicators
// and the evaluations. A plan without activities has no such finding.
func TestPeriodsInUse(t *testing.T) {
	all := []string{"q1", "q2", "q3", "q4"}
	for _, c := range []struct {
		name   string
		change func(*poa.Document)
		idle   []string
	}{
		{"no activities", func(d *poa.Document) { d.Activities = nil }, nil},
		{"an activity of one", func(d *poa.Document) { d.Activities = d.Activities[:1] }, all[1:]},
		{"an activity of the year", func(d *poa.Document) { d.Activities[0].Span, d.Activities = calendar.YearSpan(2027), d.Activities[:1] }, nil},
		{"an activity of three", func(d *poa.Document) {
			d.Activities[0].Span, d.Activities = span("2026-05-01", "2027-07-02"), d.Activities[:1]
		}, all[3:]},
		{"targets of an indicator", func(d *poa.Document) {
			d.Activities = d.Activities[:1]
			d.Indicators = []*kpi.Indicator{{ID: "i", Formula: "A", Variables: []*kpi.Variable{{ID: "i-a", Symbol: "A", Accumulation: kpi.AccumulateSum}}, Targets: []*kpi.Target{
				{ID: "t1", Span: span("2027-06-30", "2027-06-30"), Value: exact.Int(1)}, {ID: "t2", Span: span("2027-10-01", "2028-12-31"), Value: exact.Int(1)},
			}}}
		}, []string{"q3"}},
		{"an evaluation", func(d *poa.Document) {
			d.Activities = d.Activities[:1]
			d.Evaluations = []*poa.Evaluation{{ID: "e", Name: "Semestral", Span: span("2027-07-01", "2027-12-31"), Date: calendar.MustDate(2027, 12, 20)}}
		}, []string{"q2"}},
		{"an activity of another year", func(d *poa.Document) {
			d.Activities[0].Span, d.Activities[0].Period, d.Activities = span("2026-01-01", "2026-12-31"), "", d.Activities[:1]
		}, all},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := quarters(&poa.Activity{})
			c.change(d)
			p, err := poa.New(mexico.Env(), d)
			require.NoError(t, err)
			var idle []string
			for _, f := range p.Check(today) {
				if f.Code == "period.without-activity" {
					idle = append(idle, strings.TrimSuffix(strings.TrimPrefix(string(f.Path), "periods["), "]"))
				}
			}
			assert.Equal(t, c.idle, idle)
		})
	}
}

// For any periods without common days, and any activity, the findings are those of a count
// of the periods one by one.
func TestPeriodsOfAnActivity(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := &poa.Document{Schema: poa.Schema, ID: "p", FiscalYear: 2027, Posts: []*poa.Post{{ID: "jefa"}}}
		day := calendar.MustDate(2027, 1, 1)
		for i := range rapid.IntRange(1, 8).Draw(rt, "periods") {
			day = day.AddDays(rapid.IntRange(0, 20).Draw(rt, "gap"))
			end := day.AddDays(rapid.IntRange(0, 60).Draw(rt, "length"))
			d.Periods = append(d.Periods, &poa.Period{ID: fmt.Sprint("p", i), Span: calendar.Span{Start: day, End: end}})
			day = end.AddDays(1)
		}
		order := rapid.Permutation(d.Periods).Draw(rt, "order")
		start := calendar.MustDate(2027, 1, 1).AddDays(rapid.IntRange(0, 364).Draw(rt, "start"))
		x := &poa.Activity{ID: "a", Name: "Obra", Responsible: "jefa", Span: calendar.Span{Start: start, End: start.AddDays(rapid.IntRange(0, 200).Draw(rt, "days"))}}
		var own *poa.Period
		if rapid.Bool().Draw(rt, "has a period") {
			own = order[0]
			x.Period = own.ID
		}
		within, _ := x.Span.Intersect(calendar.YearSpan(2027))
		touched, whole := 0, false
		for _, p := range order {
			if p.Span.Overlaps(within) {
				touched++
			}
			whole = whole || within.Covers(p.Span)
		}
		d.Periods, d.Activities = order, []*poa.Activity{x}
		p, err := poa.New(mexico.Env(), d)
		require.NoError(rt, err)
		has := map[norm.Code]bool{}
		for _, f := range p.Check(today) {
			has[f.Code] = true
		}
		require.Equal(rt, own == nil && touched < 2, has["activity.without-period"])
		strays := own != nil && !own.Span.Covers(within) && (!own.Span.Overlaps(within) || !whole)
		require.Equal(rt, strays, has["activity.outside-period"])
	})
}
