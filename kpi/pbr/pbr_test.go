package pbr_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
	"github.com/rumbo-mx/rumbo/kpi/pbr"
)

func TestPresetsAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range pbr.Presets() {
		require.NoError(t, p.Validate())
		assert.False(t, seen[p.Key], p.Key)
		seen[p.Key] = true
		assert.NotEmpty(t, p.Name.ES)
		assert.NotEmpty(t, p.Name.EN)
		assert.NotEmpty(t, p.Source)
		assert.NotEmpty(t, p.Status.String())
		assert.Equal(t, p.Note.ES == "", p.Note.EN == "")
		got, ok := pbr.Preset(p.Key)
		assert.True(t, ok)
		assert.Equal(t, p, got)
	}
	_, ok := pbr.Preset("rangos-propios")
	assert.False(t, ok)
}

// TestBorders checks every border of the two systems that were read, at the border and
// a millionth to each side.
func TestBorders(t *testing.T) {
	const behind, risk, on, exceeded = kpi.LightBehind, kpi.LightAtRisk, kpi.LightOnTarget, kpi.LightExceeded
	apizaco, dte, own := pbr.Apizaco(), pbr.DteSppLights(), pbr.Communication()
	for _, tt := range []struct {
		preset *kpi.Preset
		sense  kpi.Sense
		// value is in percent of the target
		value              string
		below, upon, above kpi.Light
	}{
		{&apizaco, kpi.Ascending, "70", behind, risk, risk},
		{&apizaco, kpi.Ascending, "90", risk, on, on},
		{&apizaco, kpi.Ascending, "110", on, on, exceeded},
		{&dte, kpi.Ascending, "70", behind, risk, risk},
		{&dte, kpi.Ascending, "90", risk, on, on},
		{&dte, kpi.Ascending, "130", on, on, exceeded},
		{&dte, kpi.Descending, "70", exceeded, on, on},
		{&dte, kpi.Descending, "100", on, on, risk},
		{&dte, kpi.Descending, "130", risk, risk, behind},
		{&own, kpi.Ascending, "110", on, on, exceeded},
		{&own, kpi.Regular, "70", behind, risk, risk},
		{&own, kpi.Regular, "90", risk, on, on},
		{&own, kpi.Regular, "110", on, on, risk},
		{&own, kpi.Regular, "130", risk, risk, behind},
	} {
		millionth := exact.MustParse("0.000001")
		value := exact.MustParse(tt.value)
		under, err := value.Sub(millionth)
		require.NoError(t, err)
		over, err := value.Add(millionth)
		require.NoError(t, err)
		for _, at := range []struct {
			value exact.Number
			want  kpi.Light
		}{{under, tt.below}, {value, tt.upon}, {over, tt.above}} {
			progress, ok, _ := kpi.Progress(tt.sense, at.value, exact.Int(100), nil)
			require.True(t, ok)
			assert.Equal(t, at.want.String(), tt.preset.Of(tt.sense, progress).String(), "%s %s at %s %%", tt.preset.Key, tt.sense, at.value)
		}
	}
}

// TestZeroAndNegative checks every preset and sense with values and targets of zero and
// below. The light of a value is that of its rule: more, or less, of the same target never
// has a worse light than a value that reaches it.
func TestZeroAndNegative(t *testing.T) {
	const behind, risk, on, exceeded, none = kpi.LightBehind, kpi.LightAtRisk, kpi.LightOnTarget, kpi.LightExceeded, kpi.LightNoData
	apizaco, dte, own := pbr.Apizaco(), pbr.DteSppLights(), pbr.Communication()
	for _, tt := range []struct {
		sense             kpi.Sense
		value, target     string
		apizaco, dte, own kpi.Light
	}{
		{kpi.Descending, "0", "5", exceeded, exceeded, exceeded},
		{kpi.Descending, "-1", "5", exceeded, exceeded, exceeded},
		{kpi.Descending, "3", "5", exceeded, exceeded, exceeded},
		{kpi.Descending, "3.5", "5", exceeded, on, exceeded},
		{kpi.Descending, "5", "5", on, on, on},
		{kpi.Descending, "6", "5", risk, risk, risk},
		{kpi.Descending, "10", "5", behind, behind, behind},
		{kpi.Descending, "0", "0", on, on, on},
		{kpi.Descending, "-1", "0", on, on, on},
		{kpi.Descending, "1", "0", behind, behind, behind},
		// A fall of 5 is the target of a percentage of variation.
		{kpi.Descending, "-10", "-5", exceeded, exceeded, exceeded},
		{kpi.Descending, "-5", "-5", on, on, on},
		{kpi.Descending, "-4", "-5", risk, risk, risk},
		{kpi.Descending, "-2", "-5", behind, behind, behind},
		{kpi.Descending, "0", "-5", behind, behind, behind},
		{kpi.Descending, "2", "-5", behind, behind, behind},

		{kpi.Ascending, "0", "5", behind, behind, behind},
		{kpi.Ascending, "-5", "5", behind, behind, behind},
		{kpi.Ascending, "0", "0", none, none, none},
		{kpi.Ascending, "3", "0", none, none, none},
		{kpi.Ascending, "-3", "0", behind, behind, behind},
		{kpi.Ascending, "-10", "-5", behind, behind, behind},
		{kpi.Ascending, "-6", "-5", risk, risk, risk},
		{kpi.Ascending, "-5", "-5", on, on, on},
		{kpi.Ascending, "-2", "-5", exceeded, exceeded, exceeded},
		{kpi.Ascending, "0", "-5", exceeded, exceeded, exceeded},
		{kpi.Ascending, "2", "-5", exceeded, exceeded, exceeded},

		{kpi.Regular, "0", "5", behind, behind, behind},
		{kpi.Regular, "0", "0", none, none, none},
		{kpi.Regular, "-2", "0", none, none, none},
		{kpi.Regular, "-5", "-5", on, on, on},
		{kpi.Regular, "-6", "-5", exceeded, on, risk},
		{kpi.Regular, "-3", "-5", behind, behind, behind},
		{kpi.Regular, "5", "-5", behind, behind, behind},

		// From a baseline of 10.
		{kpi.DescendingFromBaseline, "0", "5", exceeded, exceeded, exceeded},
		{kpi.DescendingFromBaseline, "0", "0", on, on, on},
		{kpi.DescendingFromBaseline, "-4", "-5", on, on, on},
		{kpi.DescendingFromBaseline, "2", "-5", behind, behind, behind},
		{kpi.AscendingFromBaseline, "0", "20", behind, behind, behind},
		{kpi.AscendingFromBaseline, "20", "20", on, on, on},
		// Baseline and target are equal: the plain quotient.
		{kpi.DescendingFromBaseline, "0", "10", exceeded, exceeded, exceeded},
		{kpi.DescendingFromBaseline, "10", "10", on, on, on},
		{kpi.DescendingFromBaseline, "20", "10", behind, behind, behind},
		{kpi.AscendingFromBaseline, "0", "10", behind, behind, behind},

		{kpi.Nominal, "0", "0", on, on, on},
		{kpi.Nominal, "-1", "0", behind, behind, behind},
	} {
		base, target := exact.Int(10), exact.MustParse(tt.target)
		value := exact.MustParse(tt.value)
		year := calendar.YearSpan(2027)
		ind := &kpi.Indicator{
			ID: "i", Sense: tt.sense, Frequency: kpi.Annual, Baseline: &kpi.Baseline{Value: &base, Year: 2026},
			Targets: []*kpi.Target{{Span: year, Value: target}},
		}
		ms := []*kpi.Measurement{{Indicator: "i", Span: year, Date: calendar.MustDate(2028, 1, 5), Values: []kpi.Reading{{Value: &value}}}}
		for _, p := range []struct {
			preset *kpi.Preset
			want   kpi.Light
		}{{&apizaco, tt.apizaco}, {&dte, tt.dte}, {&own, tt.own}} {
			r := p.preset.Evaluate(ind, ms, year, calendar.MustDate(2028, 1, 5))
			assert.Equal(t, p.want.String(), r.Light.String(), "%s, %s: %s of %s", p.preset.Key, tt.sense, tt.value, tt.target)
		}
	}
}

// TestLightFollowsTheSense checks that a better value never has a worse light, for every
// preset without an upper border of the good lights.
func TestLightFollowsTheSense(t *testing.T) {
	rank := map[kpi.Light]int{kpi.LightBehind: 0, kpi.LightAtRisk: 1, kpi.LightOnTarget: 2, kpi.LightExceeded: 3}
	for _, p := range pbr.Presets() {
		for _, sense := range []kpi.Sense{kpi.Ascending, kpi.Descending, kpi.AscendingFromBaseline, kpi.DescendingFromBaseline} {
			for target := int64(-20); target <= 20; target++ {
				base := exact.Int(20)
				better := int64(1)
				if sense == kpi.Descending || sense == kpi.DescendingFromBaseline {
					better = -1
				} else {
					base = exact.Int(-20)
				}
				ind := &kpi.Indicator{Sense: sense, Baseline: &kpi.Baseline{Value: &base}}
				last := 0
				for v := int64(-40); v <= 40; v++ {
					r := kpi.Result{Value: exact.Int(v * better), HasValue: true, Target: exact.Int(target), HasTarget: true}
					r.Progress, r.HasProgress, r.Reason = kpi.Progress(sense, r.Value, r.Target, ind.Baseline)
					light := p.Light(ind, r)
					if light == kpi.LightNoData {
						continue
					}
					assert.GreaterOrEqual(t, rank[light], last, "%s, %s: %d of %d", p.Key, sense, v*better, target)
					last = rank[light]
				}
			}
		}
	}
}

// A percentage of variation with a negative target, from its formula.
func TestPercentageOfVariation(t *testing.T) {
	year, at := calendar.YearSpan(2027), calendar.MustDate(2028, 1, 5)
	preset := pbr.Communication()
	for now, want := range map[int64]string{90: "-10 exceeded", 95: "-5 on-target", 98: "-2 behind", 102: "2 behind"} {
		ind := &kpi.Indicator{
			ID: "i", Formula: "((A/B)-1)*100", Sense: kpi.Descending, Frequency: kpi.Annual,
			Variables: []*kpi.Variable{{Symbol: "A", Accumulation: kpi.AccumulateLast}, {Symbol: "B", Accumulation: kpi.AccumulateConstant}},
			Targets:   []*kpi.Target{{Span: year, Value: exact.Int(-5)}},
		}
		a, b := exact.Int(now), exact.Int(100)
		ms := []*kpi.Measurement{{Indicator: "i", Span: year, Date: at, Values: []kpi.Reading{{Symbol: "A", Value: &a}, {Symbol: "B", Value: &b}}}}
		r := preset.Evaluate(ind, ms, year, at)
		assert.Equal(t, want, r.Value.String()+" "+r.Light.String())
		assert.Zero(t, r.Reason)
		assert.Equal(t, now <= 95, r.Progress.Cmp(exact.Int(1)) >= 0, "fulfilled")
	}
}

func TestCatalogue(t *testing.T) {
	wide := pbr.Wide()
	stages := map[kpi.Stage]int{}
	all := pbr.Catalogue()
	require.Len(t, all, 30)
	for i, tpl := range all {
		assert.Equal(t, fmt.Sprintf("COM-%02d", i+1), tpl.Key)
		found, ok := pbr.ByKey(tpl.Key)
		require.True(t, ok)
		assert.Equal(t, tpl.Name, found.Name)
		for _, text := range []string{tpl.Name.ES, tpl.Name.EN, tpl.Definition, tpl.Unit, tpl.Verification, tpl.Evidence} {
			assert.NotEmpty(t, text, tpl.Key)
		}
		assert.LessOrEqual(t, len([]rune(tpl.Definition)), 240, tpl.Key)
		stages[tpl.Stage]++

		ind := tpl.Indicator("x")
		for _, key := range []string{
			ind.Level.String(), ind.Stage.String(), ind.Dimension.String(), ind.Frequency.String(), ind.Sense.String(), ind.ZeroDenominator.String(),
		} {
			assert.NotEmpty(t, key, tpl.Key)
		}
		_, ok = pbr.Preset(ind.Light)
		assert.True(t, ok, "%s names the preset %q", tpl.Key, ind.Light)
		for _, v := range ind.Variables {
			assert.Equal(t, "x-"+v.Symbol, v.ID)
			assert.NotEmpty(t, v.Name)
			assert.NotEmpty(t, v.Unit)
			assert.NotEmpty(t, v.Accumulation.String(), "%s %s", tpl.Key, v.Symbol)
		}
		// Only what the office must add is missing.
		var codes []norm.Code
		for _, f := range kpi.Check(ind, nil, calendar.MustDate(2027, 1, 1)) {
			codes = append(codes, f.Code)
		}
		assert.Equal(t, []norm.Code{"indicator.without-target"}, codes, tpl.Key)

		rule, ok := wide.Level(ind.Level)
		require.True(t, ok)
		assert.True(t, rule.AdmitsDimension(ind.Dimension), "%s: %s at %s", tpl.Key, ind.Dimension, ind.Level)
		if tpl.Key != "COM-05" { // a purpose measured each quarter
			assert.True(t, rule.AdmitsFrequency(ind.Frequency), "%s: %s at %s", tpl.Key, ind.Frequency, ind.Level)
		}
	}
	assert.Len(t, stages, 6, "every stage of the framework has an indicator")
	_, ok := pbr.ByKey("COM-31")
	assert.False(t, ok)
}

// TestAccumulation checks templates whose variables differ in their accumulation.
func TestAccumulation(t *testing.T) {
	for key, want := range map[string]string{
		"COM-01": "sum sum", "COM-02": "sum", "COM-05": "sum sum sum", "COM-07": "max", "COM-08": "last last",
		"COM-09": "sum last", "COM-10": "sum last", "COM-11": "last constant", "COM-16": "unique unique",
		"COM-23": "sum last", "COM-24": "last last", "COM-28": "unique unique", "COM-30": "last last",
	} {
		tpl, ok := pbr.ByKey(key)
		require.True(t, ok)
		got := ""
		for i, v := range tpl.Indicator("x").Variables {
			if i > 0 {
				got += " "
			}
			got += v.Accumulation.String()
		}
		assert.Equal(t, want, got, key)
	}
	for _, key := range []string{"COM-25", "COM-30"} {
		tpl, _ := pbr.ByKey(key)
		assert.Equal(t, formula.ZeroFull, tpl.ZeroDenominator, key)
	}
}

func TestTemplatesAreIndependent(t *testing.T) {
	tpl, _ := pbr.ByKey("COM-03")
	a, b := tpl.Indicator("a"), tpl.Indicator("b")
	a.Variables[0].Symbol = "changed"
	assert.Equal(t, "BP", b.Variables[0].Symbol)
	pbr.Catalogue()[0].Key = "changed"
	_, ok := pbr.ByKey("COM-01")
	assert.True(t, ok)
}

func TestLevelProfiles(t *testing.T) {
	for _, p := range pbr.Profiles() {
		assert.NotEmpty(t, p.Key)
		assert.NotEmpty(t, p.Source)
		assert.NotEmpty(t, p.Status.String())
		for i, r := range p.Levels {
			assert.Equal(t, kpi.Level(i+1), r.Level, p.Key)
			assert.NotEmpty(t, r.Types)
			assert.NotEmpty(t, r.Dimensions)
			assert.NotEmpty(t, r.Frequencies)
		}
		_, ok := p.Level(0)
		assert.False(t, ok)
	}
	dte := pbr.DteSpp()
	goal, _ := dte.Level(kpi.LevelGoal)
	assert.True(t, goal.AdmitsType(pbr.Strategic))
	assert.False(t, goal.AdmitsType(pbr.Management))
	assert.False(t, goal.AdmitsDimension(kpi.DimensionEfficiency))
	assert.False(t, goal.AdmitsFrequency(kpi.Monthly))
	activity, _ := dte.Level(kpi.LevelActivity)
	assert.True(t, activity.AdmitsDimension(kpi.DimensionEconomy))
	assert.False(t, activity.AdmitsDimension(kpi.DimensionQuality))
}

func TestType(t *testing.T) {
	for _, want := range []pbr.Type{pbr.Strategic, pbr.Management} {
		text, err := want.MarshalText()
		require.NoError(t, err)
		var got pbr.Type
		require.NoError(t, got.UnmarshalText(text))
		assert.Equal(t, want, got)
	}
	_, err := pbr.Type(0).MarshalText()
	assert.Error(t, err)
	assert.Error(t, new(pbr.Type).UnmarshalText([]byte("gestión")))
}

func ExampleByKey() {
	template, _ := pbr.ByKey("COM-11")
	ind := template.Indicator("followers")
	fmt.Println(template.Name.EN)
	fmt.Println(ind.Formula, ind.Stage, ind.Variables[0].Accumulation, ind.Variables[1].Accumulation)
	// Output:
	// Change in followers
	// ((S1/S0)-1)*100 outtake last constant
}

func ExampleApizaco() {
	p := pbr.Apizaco()
	fmt.Println(p.Of(kpi.Ascending, exact.Percent(89)), p.Of(kpi.Ascending, exact.Percent(110)), p.Of(kpi.Ascending, exact.Percent(111)))
	// Output: at-risk on-target exceeded
}

func ExampleDteSpp() {
	profile := pbr.DteSpp()
	purpose, _ := profile.Level(kpi.LevelPurpose)
	fmt.Println(purpose.Dimensions, purpose.AdmitsFrequency(kpi.Monthly))
	// Output: [efficacy efficiency] false
}
