package kpi_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// A value that is captured needs no formula.
func TestEvaluateWithoutFormula(t *testing.T) {
	ten := func(symbols ...string) *kpi.Indicator {
		ind := &kpi.Indicator{ID: "i", Sense: kpi.Ascending, Frequency: kpi.Quarterly}
		for _, s := range symbols {
			ind.Variables = append(ind.Variables, &kpi.Variable{ID: "v" + s, Symbol: s, Accumulation: kpi.AccumulateSum})
		}
		return addTarget(addTarget(ind, q1, "10"), q2, "10")
	}
	last := ten("A")
	last.Variables[0].Accumulation = kpi.AccumulateLast
	for _, tt := range []struct {
		name     string
		ind      *kpi.Indicator
		readings string
		want     string
	}{
		{"one variable, summed", ten("A"), "A=7", "14 of 20 "},
		{"one variable, its latest value", last, "A=7", "7 of 10 "},
		{"one variable, captured without its symbol", ten("A"), "=7", "14 of 20 "},
		{"one variable without a symbol", ten(""), "=7", "14 of 20 "},
		{"another symbol", ten("A"), "B=7", "- of 20  variable-missing, 2 incomplete"},
		{"no variable", ten(), "=7", "7 of 10 "},
		{"no variable, any symbol", ten(), "X=7", "7 of 10 "},
		{"no variable, two readings", ten(), "X=7 Y=8", "- of 10  variable-missing, 2 incomplete"},
		{"a reason", ten(), "=ND", "- of 10  variable-missing, 2 incomplete"},
		{"two variables", ten("A", "B"), "A=7 B=8", "- of -  formula"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ms := []*kpi.Measurement{capture(q1, tt.readings), capture(q2, tt.readings)}
			r := kpi.Evaluate(tt.ind, ms, year, q3.Start)
			assert.Equal(t, tt.want, summary(r))
			if tt.name == "a reason" {
				assert.Equal(t, "ND", r.NoData)
			}
		})
	}
}

func ExampleIndicator_Accepts() {
	value := exact.Int(7)
	plain := &kpi.Indicator{ID: "seniority", Targets: []*kpi.Target{{Span: calendar.YearSpan(2027), Value: exact.Int(8)}}}
	ratio := &kpi.Indicator{ID: "share", Formula: "A/B", Variables: []*kpi.Variable{{Symbol: "A"}, {Symbol: "B"}}}
	readings := []kpi.Reading{{Symbol: "V", Value: &value}}
	fmt.Println(plain.Accepts(readings))
	fmt.Println(ratio.Accepts(readings))
	// Output:
	//  true
	// V false
}

// TestGrowth checks that the work grows as n log n in the measurements and the targets of
// one indicator, whatever their order and however they overlap.
func TestGrowth(t *testing.T) {
	day := calendar.MustDate(1000, 1, 1)
	all := calendar.Span{Start: day, End: day.AddDays(400_000)}
	at := all.End.AddDays(1)
	shapes := map[string]func(i, n int) calendar.Span{
		"days":           func(i, _ int) calendar.Span { return calendar.Span{Start: day.AddDays(i), End: day.AddDays(i)} },
		"days, reversed": func(i, n int) calendar.Span { return calendar.Span{Start: day.AddDays(n - i), End: day.AddDays(n - i)} },
		"one span":       func(_, _ int) calendar.Span { return calendar.YearSpan(1001) },
		"nested":         func(i, n int) calendar.Span { return calendar.Span{Start: day.AddDays(i), End: day.AddDays(3*n - i)} },
		"stairs":         func(i, n int) calendar.Span { return calendar.Span{Start: day.AddDays(i), End: day.AddDays(i + n)} },
	}
	build := func(n int, measured, programmed func(i, n int) calendar.Span) (*kpi.Indicator, []*kpi.Measurement) {
		one := exact.Int(1)
		ind := &kpi.Indicator{ID: "i", Sense: kpi.Ascending, Variables: []*kpi.Variable{{Symbol: "A", Accumulation: kpi.AccumulateSum}}}
		ms := make([]*kpi.Measurement, n)
		for i := range n {
			ind.Targets = append(ind.Targets, &kpi.Target{Span: programmed(i, n), Value: one})
			ms[i] = &kpi.Measurement{Indicator: "i", Span: measured(i, n), Date: day, Values: []kpi.Reading{{Symbol: "A", Value: &one}}}
		}
		return ind, ms
	}
	for mname, measured := range shapes {
		for tname, programmed := range shapes {
			for _, f := range []kpi.Frequency{kpi.Monthly, kpi.PerEvent} {
				steps := func(n int) float64 {
					ind, ms := build(n, measured, programmed)
					ind.Frequency = f
					return float64(kpi.Steps(func() {
						kpi.Evaluate(ind, ms, all, at)
						kpi.Check(ind, ms, at)
					}))
				}
				few, many := steps(1_000), steps(10_000)
				// 10 × log 10,000 ÷ log 1,000 is 13.3; 10,000 squared would be 100.
				assert.Less(t, many/few, 16.0, "measurements: %s, targets: %s, %s", mname, tname, f)
				assert.Less(t, many, 10_000*400.0, "measurements: %s, targets: %s, %s", mname, tname, f)
			}
		}
	}
	ind, ms := build(100_000, shapes["days, reversed"], shapes["days"])
	r := kpi.Evaluate(ind, ms, all, at)
	assert.Equal(t, "99999", r.Target.String(), "the days that have both")
}
