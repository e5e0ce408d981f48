package poa_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

func reading(symbol string, n int64) []kpi.Reading {
	value := exact.Int(n)
	return []kpi.Reading{{Symbol: symbol, Value: &value}}
}

// The amount of the issue: four quarters of 10, the first measured.
func TestMissingPeriodIsNotZero(t *testing.T) {
	p := plan(t, func(d *poa.Document) {
		ind := d.Indicators[0]
		ind.Frequency, ind.Targets = kpi.Quarterly, nil
		for q := range 4 {
			first := calendar.MustMonth(2027, 3*q+1)
			ind.Targets = append(ind.Targets, &kpi.Target{
				ID: fmt.Sprintf("t%d", q), Span: calendar.Span{Start: first.First(), End: first.Add(2).Last()}, Value: exact.Int(10),
			})
		}
		d.Measurements = []*kpi.Measurement{{
			ID: "x1", Indicator: "i1", Span: ind.Targets[0].Span, Date: calendar.MustDate(2027, 4, 5), Values: reading("B", 10),
		}}
	})
	for on, want := range map[string]string{
		"2027-06-29": "10 of 10 on-target: ",
		"2027-06-30": "10 of 10 on-target: ",
		"2027-07-01": "10 of 10 on-target: 1 period without data: Q2 2027",
		"2027-12-31": "10 of 10 on-target: 2 periods without data: the first is Q2 2027",
	} {
		a := p.Analyze(calendar.MustParseDate(on))
		r := a.Indicators[0].Result
		assert.Equal(t, want, fmt.Sprintf("%s of %s %s: %s", r.Value, r.Target, r.Light, lang.New("en", nil).Reason(r)), on)
		due := 0
		for _, d := range a.Due(13) { // up to the tenth business day, if the period ended yesterday
			if d.Kind == poa.DueMeasurement {
				due++
			}
		}
		assert.Equal(t, r.Unmeasured, due, "%s: what is missing is due", on)
	}
}

// A baseline with a year and no value is not zero, also after it was written and read.
func TestBaselineWithoutValue(t *testing.T) {
	on := calendar.MustDate(2027, 7, 5)
	p := plan(t, func(d *poa.Document) {
		ind := d.Indicators[0]
		ind.Sense, ind.Baseline = kpi.AscendingFromBaseline, &kpi.Baseline{Year: 2026}
		d.Measurements = []*kpi.Measurement{{ID: "x1", Indicator: "i1", Span: ind.Targets[0].Span, Date: on, Values: reading("B", 3)}}
	})
	reason := func(p *poa.Plan) string {
		again, err := poa.Open(p.Env(), p.AppendJSON(nil))
		require.NoError(t, err)
		r := again.Analyze(on).Indicators[0].Result
		if r.HasProgress {
			return r.Progress.String()
		}
		return r.Reason.String()
	}
	assert.Equal(t, "no-baseline", reason(p))
	for _, step := range []struct{ value, want string }{{`"0"`, "0.5"}, {`"2"`, "0.25"}, {"null", "no-baseline"}} {
		next, undo, err := p.Apply(set("indicators[i1].baseline.value", step.value))
		require.NoError(t, err)
		assert.Equal(t, step.want, reason(next), step.value)
		back, _, err := next.Apply(undo)
		require.NoError(t, err)
		assert.Equal(t, string(p.AppendJSON(nil)), string(back.AppendJSON(nil)))
		p = next
	}
}

// A captured value needs neither formula nor variable.
func TestMeasureACapturedValue(t *testing.T) {
	on := calendar.MustDate(2027, 7, 5)
	p := plan(t, func(d *poa.Document) { d.Indicators[0].Formula, d.Indicators[0].Variables = "", nil })
	assert.Empty(t, codes(p.Check(today)), "no finding")
	measure := func(values ...kpi.Reading) poa.Command {
		return &poa.Measure{Measurement: kpi.Measurement{ID: "x1", Indicator: "i1", Span: span("2027-01-01", "2027-06-30"), Date: on, Values: values}}
	}
	for _, symbol := range []string{"", "B"} {
		next, _, err := p.Apply(measure(reading(symbol, 6)...))
		require.NoError(t, err)
		r := next.Analyze(on).Indicators[0].Result
		assert.Equal(t, "6 of 6 on-target", fmt.Sprintf("%s of %s %s", r.Value, r.Target, r.Light))
	}
	_, _, err := p.Apply(measure(reading("A", 1)[0], reading("B", 1)[0]))
	assert.ErrorIs(t, err, poa.ErrInvalidRecord)
}

func TestLightFix(t *testing.T) {
	for light, want := range map[string]string{
		"nope": "", "": "", "communication": "", "comunication": "communication", "Comunicación social": "communication",
		"Apizaco": "apizaco", "APIZAC0": "apizaco", "dte_spp": "dte-spp", "rangos-propios": "",
	} {
		p := plan(t, func(d *poa.Document) { d.Indicators[0].Light = light })
		found := p.Check(today)
		if light == "" || light == "communication" {
			assert.Empty(t, codes(found), light)
			continue
		}
		require.Len(t, found, 1, light)
		known, err := found[0].Args[2].Value.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, "“communication”, “apizaco”, “dte-spp”", string(known))
		if want == "" {
			assert.Empty(t, found[0].Fixes, light)
			continue
		}
		require.Len(t, found[0].Fixes, 1, light)
		assert.Equal(t, norm.Edit{Op: norm.OpSet, Path: "indicators[i1].light", Value: `"` + want + `"`}, found[0].Fixes[0].Edits[0])
	}
}

// The analysis of indicators ends on every day of the last and the first year.
func TestIndicatorsAtTheEndsOfTheCalendar(t *testing.T) {
	for year, on := range map[int]calendar.Date{
		calendar.MaxYear: calendar.MustDate(9999, 12, 16),
		calendar.MinYear: calendar.MustDate(1, 1, 1),
	} {
		whole := calendar.YearSpan(year)
		p, err := poa.New(mexico.Env(), &poa.Document{
			Schema: poa.Schema, ID: "p", FiscalYear: year,
			Indicators: []*kpi.Indicator{{
				ID: "i1", Name: "Boletines", Formula: "B", Frequency: kpi.Monthly, Sense: kpi.Ascending,
				Variables: []*kpi.Variable{{ID: "v", Symbol: "B", Accumulation: kpi.AccumulateSum}},
				Targets:   []*kpi.Target{{ID: "t", Span: whole, Value: exact.Int(12)}},
			}},
		})
		require.NoError(t, err)
		for _, today := range []calendar.Date{on, whole.Start, whole.End, {}} {
			a := p.Analyze(today)
			for _, days := range []int{0, 15, 400, 5_000_000} {
				list := a.Due(days)
				first, total := a.DueFirst(days, 3)
				assert.Len(t, list, total)
				assert.LessOrEqual(t, len(first), 3)
			}
		}
		late := 0
		for _, d := range p.Analyze(on).Due(0) {
			if d.Kind == poa.DueMeasurement && d.Late {
				late++
			}
		}
		assert.Equal(t, map[int]int{calendar.MaxYear: 11, calendar.MinYear: 0}[year], late)
	}
}

// The memory of the analysis and of what is due grows in proportion to the measurements
// and the targets of one indicator.
func TestMeasurementsGrowth(t *testing.T) {
	bytesOf := func(n int) float64 {
		p := plan(t, func(d *poa.Document) {
			ind := d.Indicators[0]
			ind.Frequency, ind.Targets = kpi.Monthly, nil
			for i := range n {
				days := span("2027-01-01", "2027-12-31")
				days.Start = days.Start.AddDays(i % 200)
				days.End = days.End.AddDays(-i % 150)
				ind.Targets = append(ind.Targets, &kpi.Target{ID: fmt.Sprintf("t%d", i), Span: days, Value: exact.Int(1)})
				d.Measurements = append(d.Measurements, &kpi.Measurement{
					ID: fmt.Sprintf("x%d", i), Indicator: "i1", Span: days, Date: calendar.MustDate(2027, 12, 31), Values: reading("B", int64(i)),
				})
			}
		})
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		p.Analyze(calendar.MustDate(2028, 1, 31)).DueFirst(400, 10)
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	bytesOf(10)
	few, many := bytesOf(1_000), bytesOf(10_000)
	assert.Less(t, many/few, 16.0)
}

// A quarter cannot begin before the fiscal year: no year would count it. What a file has is
// reported, and counts neither as a value nor as data.
func TestMeasurementBeginsBeforeTheYear(t *testing.T) {
	long := span("2020-01-01", "2027-03-31")
	m := kpi.Measurement{ID: "long", Indicator: "i1", Span: long, Date: calendar.MustDate(2027, 4, 5), Values: reading("B", 6)}
	quarterly := func(d *poa.Document) {
		ind := d.Indicators[0]
		ind.Frequency, ind.Targets = kpi.Quarterly, []*kpi.Target{{ID: "t", Span: span("2027-01-01", "2027-03-31"), Value: exact.Int(6)}}
	}
	_, _, err := plan(t, quarterly).Apply(&poa.Measure{Measurement: m})
	require.ErrorIs(t, err, poa.ErrRecordDate)
	var refusal *poa.Refusal
	require.ErrorAs(t, err, &refusal)
	assert.Equal(t, norm.Path("measurements[long].span.start"), refusal.Path)

	p := plan(t, func(d *poa.Document) { quarterly(d); d.Measurements = []*kpi.Measurement{&m} })
	a := p.Analyze(calendar.MustDate(2027, 4, 10))
	assert.Contains(t, codes(a.Findings), "record.date measurements[long].span.start")
	assert.Contains(t, codes(a.Findings), "indicator.without-data indicators[i1]")
	r := a.Indicators[0].Result
	assert.Equal(t, []any{false, 0, 1}, []any{r.HasValue, r.Measured, r.Unmeasured})

	_, _, err = plan(t, func(d *poa.Document) { quarterly(d); d.Indicators[0].Frequency = kpi.PerCampaign }).Apply(&poa.Measure{Measurement: m})
	require.NoError(t, err, "a campaign may begin before the year")
}

// A target without a value is no target; one of zero is, as of complaints. In a document the
// value is absent or "0".
func TestTargetWithoutValue(t *testing.T) {
	p := plan(t, func(d *poa.Document) {
		ind := d.Indicators[0]
		ind.Sense, ind.Targets[0].Value, ind.Targets[1].Value = kpi.Descending, exact.Int(0), exact.Int(5)
	})
	on := calendar.MustDate(2027, 7, 20)
	target := func(p *poa.Plan) string {
		r := p.Analyze(on).Indicators[0].Result
		if !r.HasTarget {
			return "none"
		}
		return r.Target.String()
	}
	value := func(p *poa.Plan) string {
		v, _ := p.ValueAt("indicators[i1].targets[i1-t1].value")
		return v
	}
	assert.Equal(t, []string{"0", `"0"`}, []string{target(p), value(p)})

	without, inverse, err := p.Apply(set("indicators[i1].targets[i1-t1].value", "null"))
	require.NoError(t, err)
	assert.Equal(t, []string{"5", "null"}, []string{target(without), value(without)}, "the one in force")
	assert.True(t, without.View().Indicators[0].Targets[0].NoValue)
	assert.Contains(t, codes(without.Check(on)), "indicator.target-incomplete indicators[i1].targets[i1-t1].value")
	requireValid(t, without, "without")
	assert.NotContains(t, bytesOf(without), `"i1-t1","span":{"start":"2027-01-01","end":"2027-06-30"},"value"`)
	requireInverse(t, p, without, inverse)

	zero, _, err := without.Apply(set("indicators[i1].targets[i1-t1].value", `"0"`))
	require.NoError(t, err)
	requireSameText(t, bytesOf(p), bytesOf(zero))
	requireValid(t, zero, "zero")

	none, _, err := without.Apply(set("indicators[i1].targets[i1-t2].value", "null"))
	require.NoError(t, err)
	assert.Contains(t, codes(none.Check(on)), "indicator.without-target indicators[i1].targets")

	inserted, _, err := p.Apply(&poa.Change{Edits: []norm.Edit{{Op: norm.OpInsert, Path: "indicators[i1].targets", Value: `{"id":"t3","span":{"start":"2027-01-01","end":"2027-06-30"}}`}}})
	require.NoError(t, err)
	assert.Equal(t, "0", target(inserted), "the target that has one")

	measured := plan(t, func(d *poa.Document) {
		d.Indicators[0].Targets = []*kpi.Target{{ID: "t", Span: span("2027-01-01", "2027-06-30"), NoValue: true}}
	})
	assert.Equal(t, "none", target(measured))
}
