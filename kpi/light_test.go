package kpi_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

func testPreset() *kpi.Preset {
	bands := []kpi.Band{
		{Light: kpi.LightBehind, To: exact.Percent(50), Edge: kpi.EdgeOpen},
		{Light: kpi.LightAtRisk, To: exact.Percent(80), Edge: kpi.EdgeClosed},
		{Light: kpi.LightOnTarget, To: exact.Int(2), Edge: kpi.EdgeClosed},
		{Light: kpi.LightExceeded},
	}
	return &kpi.Preset{Key: "own", Ascending: bands, Descending: bands, Regular: bands}
}

func TestPresetLight(t *testing.T) {
	p := testPreset()
	require.NoError(t, p.Validate())
	full := kpi.Result{HasValue: true, HasTarget: true, HasProgress: true}
	for _, tt := range []struct {
		name  string
		sense kpi.Sense
		set   func(r *kpi.Result)
		want  kpi.Light
	}{
		{"an open border belongs to the band above", kpi.Ascending, func(r *kpi.Result) { r.Progress = exact.Percent(50) }, kpi.LightAtRisk},
		{"a closed border belongs to the band below", kpi.Ascending, func(r *kpi.Result) { r.Progress = exact.Percent(80) }, kpi.LightAtRisk},
		{"just above it", kpi.Ascending, func(r *kpi.Result) { r.Progress = exact.MustParse("0.800000000000000001") }, kpi.LightOnTarget},
		{"negative", kpi.DescendingFromBaseline, func(r *kpi.Result) { r.Progress = exact.Percent(-20) }, kpi.LightBehind},
		{"no value", kpi.Ascending, func(r *kpi.Result) { r.HasValue = false }, kpi.LightNoData},
		{"no target", kpi.Ascending, func(r *kpi.Result) { r.HasTarget = false }, kpi.LightNoData},
		{"no progress", kpi.Ascending, func(r *kpi.Result) { r.HasProgress = false }, kpi.LightNoData},
		{"not yet due, not yet behind", kpi.Ascending, func(r *kpi.Result) { r.Reason = kpi.ReasonTargetNotDue }, kpi.LightNoData},
		{"reached before it was due", kpi.Regular, func(r *kpi.Result) { r.Reason, r.Progress = kpi.ReasonTargetNotDue, exact.Int(1) }, kpi.LightOnTarget},
		{"exceeded before it was due", kpi.Regular, func(r *kpi.Result) { r.Reason, r.Progress = kpi.ReasonTargetNotDue, exact.Int(3) }, kpi.LightExceeded},
		{"the category of the target", kpi.Nominal, func(r *kpi.Result) { r.HasProgress = false }, kpi.LightOnTarget},
		{"another category", kpi.Nominal, func(r *kpi.Result) { r.Value = exact.Int(2) }, kpi.LightBehind},
		{"no sense", 0, func(*kpi.Result) {}, kpi.LightNoData},
	} {
		r := full
		tt.set(&r)
		assert.Equal(t, tt.want.String(), p.Light(&kpi.Indicator{Sense: tt.sense}, r).String(), tt.name)
	}
	assert.Equal(t, kpi.LightNoData, new(kpi.Preset).Of(kpi.Ascending, exact.Int(1)))
}

func TestPresetValidate(t *testing.T) {
	for name, change := range map[string]func(p *kpi.Preset){
		"no key":                    func(p *kpi.Preset) { p.Key = "" },
		"no bands":                  func(p *kpi.Preset) { p.Descending = nil },
		"borders out of order":      func(p *kpi.Preset) { p.Ascending[0].To = exact.Percent(90) },
		"empty band":                func(p *kpi.Preset) { p.Ascending[0].To, p.Ascending[0].Edge = exact.Percent(80), kpi.EdgeClosed },
		"no border":                 func(p *kpi.Preset) { p.Ascending[1].Edge = kpi.EdgeNone },
		"a border on the last band": func(p *kpi.Preset) { p.Ascending[3].Edge = kpi.EdgeOpen },
		"an invalid light":          func(p *kpi.Preset) { p.Ascending[0].Light = 0 },
		"a band without data":       func(p *kpi.Preset) { p.Ascending[0].Light = kpi.LightNoData },
	} {
		p := testPreset()
		change(p)
		assert.Error(t, p.Validate(), name)
	}
}

func TestEveryLightHasItsSymbol(t *testing.T) {
	seen := map[string]bool{}
	for l := kpi.LightOnTarget; l <= kpi.LightNoData; l++ {
		assert.Len(t, []rune(l.Symbol()), 1)
		seen[l.Symbol()] = true
	}
	assert.Len(t, seen, 5, "the symbols of lights are distinct")
	assert.Equal(t, "", kpi.Light(0).Symbol())
}

func ExamplePreset_Evaluate() {
	p := &kpi.Preset{Key: "own", Ascending: []kpi.Band{
		{Light: kpi.LightBehind, To: exact.Percent(80), Edge: kpi.EdgeOpen},
		{Light: kpi.LightOnTarget},
	}}
	january := calendar.MustParseSpan("2027-01-01/2027-01-31")
	ind := &kpi.Indicator{
		ID: "bulletins", Formula: "B", Sense: kpi.Ascending, Frequency: kpi.Monthly,
		Variables: []*kpi.Variable{{Symbol: "B", Accumulation: kpi.AccumulateSum}},
		Targets:   []*kpi.Target{{Span: january, Value: exact.Int(100)}},
	}
	issued := exact.Int(92)
	ms := []*kpi.Measurement{{
		Indicator: "bulletins", Span: january, Date: calendar.MustDate(2027, 2, 3),
		Values: []kpi.Reading{{Symbol: "B", Value: &issued}},
	}}
	for _, day := range []string{"2027-02-01", "2027-02-03"} {
		r := p.Evaluate(ind, ms, calendar.YearSpan(2027), calendar.MustParseDate(day))
		fmt.Println(day, r.Light.Symbol(), r.Value, "of", r.Target, r.Reason)
	}
	// Output:
	// 2027-02-01 ○ 0 of 100 no-measurement
	// 2027-02-03 ● 92 of 100
}

func ExamplePreset_Of() {
	p := kpi.Preset{Ascending: []kpi.Band{
		{Light: kpi.LightBehind, To: exact.Percent(70), Edge: kpi.EdgeOpen},
		{Light: kpi.LightAtRisk, To: exact.Percent(90), Edge: kpi.EdgeOpen},
		{Light: kpi.LightOnTarget, To: exact.Percent(110), Edge: kpi.EdgeClosed},
		{Light: kpi.LightExceeded},
	}}
	for _, percent := range []int64{69, 70, 90, 110, 111} {
		light := p.Of(kpi.Ascending, exact.Percent(percent))
		fmt.Println(percent, light.Symbol(), light)
	}
	// Output:
	// 69 ■ behind
	// 70 ◆ at-risk
	// 90 ● on-target
	// 110 ● on-target
	// 111 ▲ exceeded
}
