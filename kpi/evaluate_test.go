package kpi_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

var (
	year    = calendar.YearSpan(2027)
	q1      = calendar.MustParseSpan("2027-01-01/2027-03-31")
	q2      = calendar.MustParseSpan("2027-04-01/2027-06-30")
	q3      = calendar.MustParseSpan("2027-07-01/2027-09-30")
	q4      = calendar.MustParseSpan("2027-10-01/2027-12-31")
	lastDay = calendar.MustParseDate("2027-12-31")
)

// month returns the days of a month of 2027.
func month(n int) calendar.Span { return calendar.MustMonth(2027, n).Span() }

// indicator returns an indicator with that formula and the accumulation of each
// variable.
func indicator(sense kpi.Sense, text string, variables map[string]kpi.Accumulation) *kpi.Indicator {
	ind := &kpi.Indicator{ID: "i", Formula: text, Sense: sense, Frequency: kpi.Quarterly}
	f, err := formula.Parse(text)
	if err != nil {
		panic(err)
	}
	for _, s := range f.Symbols() {
		ind.Variables = append(ind.Variables, &kpi.Variable{ID: "v-" + s, Symbol: s, Accumulation: variables[s]})
	}
	return ind
}

// capture returns a measurement captured on the day after its span; readings is as in
// "A=3 B=ND".
func capture(span calendar.Span, readings string) *kpi.Measurement {
	return captureOn(span, span.End.AddDays(1).String(), readings)
}

func captureOn(span calendar.Span, date, readings string) *kpi.Measurement {
	m := &kpi.Measurement{ID: "m-" + span.String(), Indicator: "i", Span: span, Date: calendar.MustParseDate(date)}
	for _, r := range strings.Fields(readings) {
		symbol, text, _ := strings.Cut(r, "=")
		reading := kpi.Reading{Symbol: symbol}
		if n, err := exact.Parse(text); err == nil {
			reading.Value = &n
		} else {
			reading.NoData = text
		}
		m.Values = append(m.Values, reading)
	}
	return m
}

func addTarget(ind *kpi.Indicator, span calendar.Span, value string) *kpi.Indicator {
	ind.Targets = append(ind.Targets, &kpi.Target{ID: "t-" + span.String(), Span: span, Value: exact.MustParse(value)})
	return ind
}

func TestEvaluateAccumulates(t *testing.T) {
	sum, last, most, constant := kpi.AccumulateSum, kpi.AccumulateLast, kpi.AccumulateMax, kpi.AccumulateConstant
	type acc = map[string]kpi.Accumulation
	for _, tt := range []struct {
		name      string
		formula   string
		variables acc
		ms        []*kpi.Measurement
		want      string
		measured  int
	}{
		{
			"percentages are not averaged", "(A/B)*100",
			acc{"A": sum, "B": sum},
			[]*kpi.Measurement{capture(q1, "A=20 B=100"), capture(q2, "A=3 B=10")},
			"230/11", 2,
		},
		{
			"a population is not added four times", "A/P*1000",
			acc{"A": sum, "P": constant},
			[]*kpi.Measurement{capture(q1, "A=1 P=2000"), capture(q2, "A=2 P=2000"), capture(q3, "A=3"), capture(q4, "A=4")},
			"5", 4,
		},
		{
			"a stock is its last value", "(S1/S0-1)*100",
			acc{"S1": last, "S0": constant},
			[]*kpi.Measurement{capture(q2, "S1=23100"), capture(q1, "S1=22000 S0=21000")},
			"10", 2,
		},
		{
			"reach is not added", "A",
			acc{"A": most},
			[]*kpi.Measurement{capture(q1, "A=9000"), capture(q2, "A=12000"), capture(q3, "A=8000")},
			"12000", 3,
		},
		{
			"a survey is not added", "(CO/EN)*100",
			acc{"CO": kpi.AccumulateUnique, "EN": kpi.AccumulateUnique},
			[]*kpi.Measurement{capture(q3, "CO=150 EN=400"), capture(q4, "CO=200 EN=500")},
			"40", 2,
		},
		{
			"a mean is weighted by the days of each period", "L",
			acc{"L": kpi.AccumulateAverage},
			[]*kpi.Measurement{capture(month(1), "L=10"), capture(month(2), "L=20")},
			"870/59", 2,
		},
		{
			"a difference in points", "C1-C0",
			acc{"C1": kpi.AccumulateUnique, "C0": constant},
			[]*kpi.Measurement{capture(q4, "C1=48.5 C0=45")},
			"3.5", 1,
		},
		{
			"a late correction replaces the capture of its period", "A",
			acc{"A": sum},
			[]*kpi.Measurement{captureOn(q1, "2027-07-20", "A=12"), captureOn(q1, "2027-04-05", "A=10"), capture(q2, "A=5")},
			"17", 2,
		},
		{
			"on the same day the later in the list replaces", "A",
			acc{"A": sum},
			[]*kpi.Measurement{capture(q1, "A=10"), capture(q1, "A=11")},
			"11", 1,
		},
		{
			"a quarter is not added to its months", "A",
			acc{"A": sum},
			[]*kpi.Measurement{capture(month(1), "A=1"), capture(q1, "A=9"), captureOn(month(2), "2027-05-01", "A=7"), capture(month(4), "A=2")},
			"11", 2,
		},
		{
			"a measurement that lacks a figure is left out of every sum", "(A/B)*100",
			acc{"A": sum, "B": sum},
			[]*kpi.Measurement{capture(q1, "A=5 B=10"), capture(q2, "A=ND B=10"), capture(q3, "B=80")},
			"50", 3,
		},
		{
			"without an accumulation the last value is taken", "A",
			acc{"A": 0},
			[]*kpi.Measurement{capture(q1, "A=5"), capture(q2, "A=7")},
			"7", 2,
		},
		{
			"outside the span, after the day, of another indicator, undated, without span, nil", "A",
			acc{"A": sum},
			[]*kpi.Measurement{
				capture(q1, "A=5"), capture(calendar.MustParseSpan("2026-10-01/2026-12-31"), "A=1"), captureOn(q2, "2028-02-01", "A=1"),
				{Indicator: "other", Span: q3, Date: lastDay},
				{Indicator: "i", Span: q3},
				{Indicator: "i", Date: lastDay},
				nil,
			},
			"5", 1,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := kpi.Evaluate(indicator(kpi.Ascending, tt.formula, tt.variables), tt.ms, year, calendar.MustParseDate("2028-01-15"))
			require.True(t, r.HasValue, "%s %s", r.Reason, r.Symbol)
			assert.Equal(t, tt.want, r.Value.String())
			assert.Equal(t, tt.measured, r.Measured)
			assert.Equal(t, kpi.ReasonNoTarget, r.Reason)
			assert.Zero(t, r.Light)
		})
	}
}

func TestEvaluateWithoutValue(t *testing.T) {
	ratio := map[string]kpi.Accumulation{"A": kpi.AccumulateSum, "B": kpi.AccumulateSum}
	for _, tt := range []struct {
		name           string
		formula        string
		ms             []*kpi.Measurement
		at             string
		reason         kpi.Reason
		symbol, noData string
	}{
		{"nothing due", "A/B", nil, "2027-03-31", kpi.ReasonNotDue, "", ""},
		{"nothing measured", "A/B", nil, "2027-04-01", kpi.ReasonNoMeasurement, "", ""},
		{"captured later", "A/B", []*kpi.Measurement{captureOn(q1, "2027-04-09", "A=1 B=1")}, "2027-04-08", kpi.ReasonNoMeasurement, "", ""},
		{"zero denominator", "(A/B)*100", []*kpi.Measurement{capture(q1, "A=3 B=0")}, "2027-04-01", kpi.ReasonZeroDenominator, "B", ""},
		{
			"missing with its reason", "(A/B)*100",
			[]*kpi.Measurement{capture(q1, "A=3 B=encuesta-pendiente")},
			"2027-04-01",
			kpi.ReasonVariableMissing, "B", "encuesta-pendiente",
		},
		{"another variable is missing", "(A/B)*100", []*kpi.Measurement{capture(q1, "A=ND B=3")}, "2027-04-01", kpi.ReasonVariableMissing, "A", "ND"},
		{"missing", "A+C", []*kpi.Measurement{capture(q1, "A=3 C=N/I")}, "2027-04-01", kpi.ReasonVariableMissing, "C", "N/I"},
		{"overflow while adding", "A", []*kpi.Measurement{capture(q1, "A=9223372036854775807"), capture(q2, "A=1")}, "2027-07-01", kpi.ReasonOverflow, "A", ""},
		{"overflow in the formula", "A*A", []*kpi.Measurement{capture(q1, "A=9223372036854775807")}, "2027-07-01", kpi.ReasonOverflow, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ind := indicator(kpi.Ascending, tt.formula, ratio)
			addTarget(ind, year, "100")
			r := kpi.Evaluate(ind, tt.ms, year, calendar.MustParseDate(tt.at))
			assert.False(t, r.HasValue)
			assert.False(t, r.HasProgress)
			assert.True(t, r.HasTarget, "a target does not need a value")
			assert.Equal(t, tt.reason.String(), r.Reason.String())
			assert.Equal(t, tt.symbol, r.Symbol)
			assert.Equal(t, tt.noData, r.NoData)
		})
	}
	invalid := indicator(kpi.Ascending, "A", ratio)
	invalid.Formula = "A+"
	assert.Equal(t, kpi.ReasonFormula, kpi.Evaluate(invalid, nil, year, lastDay).Reason)
	undefined := indicator(kpi.Ascending, "A", ratio)
	undefined.Variables = nil
	r := kpi.Evaluate(undefined, []*kpi.Measurement{capture(q1, "A=1")}, year, lastDay)
	assert.Equal(t, kpi.ReasonVariableMissing, r.Reason)
	assert.Equal(t, kpi.ReasonNotDue, kpi.Evaluate(indicator(kpi.Ascending, "A", ratio), nil, calendar.Span{}, lastDay).Reason)
}

func TestEvaluateIncomplete(t *testing.T) {
	ind := indicator(kpi.Ascending, "A/B", map[string]kpi.Accumulation{"A": kpi.AccumulateSum, "B": kpi.AccumulateSum})
	r := kpi.Evaluate(ind, []*kpi.Measurement{capture(q1, "A=1 B=2"), capture(q2, "A=9")}, year, lastDay)
	assert.Equal(t, 2, r.Measured)
	assert.Equal(t, 1, r.Incomplete)
	assert.Equal(t, "0.5", r.Value.String())
}

func TestEvaluateZeroFull(t *testing.T) {
	ind := indicator(kpi.Ascending, "(CP/CC)*100", map[string]kpi.Accumulation{"CP": kpi.AccumulateSum, "CC": kpi.AccumulateSum})
	ind.ZeroDenominator = formula.ZeroFull
	addTarget(ind, q1, "100")
	r := kpi.Evaluate(ind, []*kpi.Measurement{capture(q1, "CP=0 CC=0")}, year, lastDay)
	require.True(t, r.HasValue)
	assert.Equal(t, "100", r.Value.String())
	assert.Equal(t, "1", r.Progress.String())
	assert.Empty(t, kpi.Check(ind, []*kpi.Measurement{capture(q1, "CP=0 CC=0")}, q2.Start))
}

func TestEvaluateOverlappingCampaigns(t *testing.T) {
	ind := indicator(kpi.Ascending, "A", map[string]kpi.Accumulation{"A": kpi.AccumulateSum})
	ms := []*kpi.Measurement{capture(calendar.MustParseSpan("2027-05-01/2027-05-20"), "A=2"), capture(month(5), "A=3")}
	assert.Equal(t, "3", kpi.Evaluate(ind, ms, year, lastDay).Value.String())
	ind.Frequency = kpi.PerCampaign
	assert.Equal(t, "5", kpi.Evaluate(ind, ms, year, lastDay).Value.String(), "two campaigns may run at once")
}

// TestAmounts checks that targets are summed only for amounts: formulas that only add
// variables that are summed.
func TestAmounts(t *testing.T) {
	for formula, amount := range map[string]bool{
		"A": true, "A+B": true, "2*A - B/4": true, "-(A+B)": true, "suma(A; B)*3": true, "A*(2^3)": true,
		"A/B": false, "A*B": false, "A^2": false, "A+1": false, "2": false, "promedio(A; B)": false, "max(A; B)": false,
		"porcentaje(A; B)": false, "1/A": false, "max(1; 2)*A": true, "suma(A; 1)": false,
	} {
		ind := indicator(kpi.Ascending, formula, map[string]kpi.Accumulation{"A": kpi.AccumulateSum, "B": kpi.AccumulateSum})
		addTarget(addTarget(ind, q1, "10"), q2, "20")
		r := kpi.Evaluate(ind, nil, year, lastDay)
		require.True(t, r.HasTarget)
		want := "20"
		if amount {
			want = "30"
		}
		assert.Equal(t, want, r.Target.String(), formula)
	}
}

func TestEvaluateTarget(t *testing.T) {
	quarters := func(ind *kpi.Indicator) *kpi.Indicator {
		return addTarget(addTarget(addTarget(addTarget(addTarget(ind, q1, "10"), q2, "20"), q3, "30"), q4, "40"), year, "100")
	}
	amount := func() *kpi.Indicator {
		return indicator(kpi.Ascending, "2*A", map[string]kpi.Accumulation{"A": kpi.AccumulateSum})
	}
	ratio := func() *kpi.Indicator {
		return indicator(kpi.Ascending, "(A/B)*100", map[string]kpi.Accumulation{"A": kpi.AccumulateSum, "B": kpi.AccumulateSum})
	}
	changed := addTarget(quarters(amount()), q1, "8") // adjusted: the later in the list applies
	for _, tt := range []struct {
		name   string
		ind    *kpi.Indicator
		span   calendar.Span
		at     string
		want   string
		reason kpi.Reason
	}{
		{"an amount is compared with the quarter that was measured", quarters(amount()), year, "2027-07-15", "20", 0},
		{"a year of which two quarters were not measured", quarters(amount()), year, "2028-01-15", "20", 0},
		{"an amount of a quarter", quarters(amount()), q2, "2027-12-31", "20", 0},
		{"before any period ended, the shortest in force", quarters(amount()), year, "2027-02-01", "10", kpi.ReasonTargetNotDue},
		{"only the year", addTarget(amount(), year, "100"), year, "2027-07-15", "100", kpi.ReasonTargetNotDue},
		{"an adjusted target of a quarter of which one month was measured", changed, year, "2027-04-15", "8", kpi.ReasonPartlyMeasured},
		{"a ratio is compared with the latest target", quarters(ratio()), year, "2027-07-15", "20", 0},
		{"a ratio before any period ended", addTarget(ratio(), year, "90"), year, "2027-02-15", "90", 0},
		{"a ratio of a year of which the second half was not measured", quarters(ratio()), year, "2027-12-31", "20", 0},
		{"after the end of the span, a longer target", addTarget(ratio(), calendar.MustParseSpan("2027-01-01/2027-06-30"), "60"), q1, "2027-12-31", "60", 0},
		{
			"a stock is not an amount", addTarget(addTarget(indicator(kpi.Ascending, "A", map[string]kpi.Accumulation{"A": kpi.AccumulateLast}), q1, "10"), q2, "20"),
			year, "2027-07-15", "20", 0,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ms := []*kpi.Measurement{captureOn(month(1), "2027-02-01", "A=4 B=10"), capture(q2, "A=4 B=10")}
			r := kpi.Evaluate(tt.ind, ms, tt.span, calendar.MustParseDate(tt.at))
			require.True(t, r.HasTarget)
			assert.Equal(t, tt.want, r.Target.String())
			assert.Equal(t, tt.reason.String(), r.Reason.String())
			assert.True(t, r.HasProgress)
		})
	}
	r := kpi.Evaluate(addTarget(amount(), q4, "5"), []*kpi.Measurement{capture(q1, "A=4")}, year, q2.Start)
	assert.False(t, r.HasTarget, "a target that has not begun is not in force")
}

func TestProgress(t *testing.T) {
	base := func(text string) *kpi.Baseline {
		n := exact.MustParse(text)
		return &kpi.Baseline{Value: &n}
	}
	for _, tt := range []struct {
		name          string
		sense         kpi.Sense
		value, target string
		baseline      *kpi.Baseline
		want          string
		reason        kpi.Reason
	}{
		{"ascending", kpi.Ascending, "45", "50", nil, "0.9", 0},
		{"not capped", kpi.Ascending, "130", "100", nil, "1.3", 0},
		{"nothing programmed, nothing done", kpi.Ascending, "0", "0", nil, "", kpi.ReasonNotProgrammed},
		{"nothing programmed, something done", kpi.Ascending, "3", "0", nil, "", kpi.ReasonUnprogrammed},
		{"negative target, exceeded", kpi.Ascending, "-5", "-10", nil, "2", 0},
		{"negative target, reached", kpi.Ascending, "-10", "-10", nil, "1", 0},
		{"negative target, not reached", kpi.Ascending, "-20", "-10", nil, "0.5", 0},
		{"negative target, value above zero", kpi.Ascending, "3", "-10", nil, "1", 0},
		{"a fall where none was programmed", kpi.Ascending, "-2", "0", nil, "0", 0},
		{"regular, negative target", kpi.Regular, "-12", "-10", nil, "1.2", 0},
		{"regular, negative target, value above zero", kpi.Regular, "5", "-10", nil, "-0.5", 0},
		{"regular, no deviation programmed, one below", kpi.Regular, "-2", "0", nil, "", kpi.ReasonUnprogrammed},
		{"descending", kpi.Descending, "35", "30", base("40"), "6/7", 0},
		{"descending from the baseline", kpi.DescendingFromBaseline, "35", "30", base("40"), "0.5", 0},
		{"descending with zero is fulfilled", kpi.Descending, "0", "5", nil, "1", 0},
		{"descending to zero, not reached", kpi.Descending, "3", "0", nil, "0", 0},
		{"descending to zero, reached", kpi.Descending, "0", "0", nil, "1", 0},
		{"descending, negative target, a rise", kpi.Descending, "3", "-1", nil, "-3", 0},
		{"descending, negative target, a smaller fall", kpi.Descending, "-2", "-5", nil, "0.4", 0},
		{"descending, negative target, a larger fall", kpi.Descending, "-10", "-5", nil, "2", 0},
		{"descending, negative target, no change", kpi.Descending, "0", "-5", nil, "0", 0},
		{"descending to zero, a fall", kpi.Descending, "-2", "0", nil, "1", 0},
		{"descending from the baseline to a negative target", kpi.DescendingFromBaseline, "-2", "-5", base("5"), "0.7", 0},
		{"ascending from a negative baseline", kpi.AscendingFromBaseline, "-5", "0", base("-10"), "0.5", 0},
		{"ascending from a baseline of zero", kpi.AscendingFromBaseline, "7", "8", base("0"), "0.875", 0},
		{"a baseline with a year and no value", kpi.AscendingFromBaseline, "7", "8", &kpi.Baseline{Year: 2026}, "", kpi.ReasonNoBaseline},
		{"a baseline with a year and no value, descending", kpi.DescendingFromBaseline, "7", "8", &kpi.Baseline{Year: 2026}, "", kpi.ReasonNoBaseline},
		{"ascending from the baseline", kpi.AscendingFromBaseline, "22000", "23000", base("21000"), "0.5", 0},
		{"moving away from the target", kpi.DescendingFromBaseline, "42", "30", base("40"), "-0.2", 0},
		{"baseline is the target, descending", kpi.DescendingFromBaseline, "50", "40", base("40"), "0.8", kpi.ReasonBaselineIsTarget},
		{"baseline is the target, ascending", kpi.AscendingFromBaseline, "50", "40", base("40"), "1.25", kpi.ReasonBaselineIsTarget},
		{"baseline and target are zero", kpi.AscendingFromBaseline, "1", "0", base("0"), "", kpi.ReasonUnprogrammed},
		{"no baseline", kpi.AscendingFromBaseline, "50", "40", nil, "", kpi.ReasonNoBaseline},
		{"regular", kpi.Regular, "120", "100", nil, "1.2", 0},
		{"nominal", kpi.Nominal, "1", "1", nil, "", 0},
		{"no sense", 0, "1", "1", nil, "", kpi.ReasonNoSense},
		{"overflow", kpi.Ascending, "9223372036854775807", "1/3", nil, "", kpi.ReasonOverflow},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, ok, reason := kpi.Progress(tt.sense, exact.MustParse(tt.value), exact.MustParse(tt.target), tt.baseline)
			assert.Equal(t, tt.want != "", ok)
			assert.Equal(t, tt.reason.String(), reason.String())
			if ok {
				assert.Equal(t, tt.want, p.String())
			}
		})
	}
}

// TestEvaluateIgnoresOrder checks that the order of measurements with distinct dates does
// not matter.
func TestEvaluateIgnoresOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ind := indicator(kpi.Ascending, "A/B", map[string]kpi.Accumulation{"A": kpi.AccumulateSum, "B": kpi.AccumulateLast})
		var ms []*kpi.Measurement
		for i := range rapid.IntRange(1, 20).Draw(t, "n") {
			span := month(rapid.IntRange(1, 12).Draw(t, "month"))
			if rapid.Bool().Draw(t, "wide") {
				span.End = span.Start.AddMonths(3).AddDays(-1)
			}
			m := captureOn(span, year.Start.AddDays(i).String(), fmt.Sprintf("A=%d B=%d", rapid.IntRange(0, 99).Draw(t, "A"), i))
			ms = append(ms, m)
		}
		want := kpi.Evaluate(ind, ms, year, lastDay)
		got := kpi.Evaluate(ind, rapid.Permutation(ms).Draw(t, "shuffled"), year, lastDay)
		require.Equal(t, want, got)
	})
}

func ExampleEvaluate() {
	ind := &kpi.Indicator{
		ID: "campaigns", Formula: "(NPCE/TPCP)*100", Sense: kpi.Regular, Frequency: kpi.Quarterly,
		Variables: []*kpi.Variable{
			{Symbol: "NPCE", Accumulation: kpi.AccumulateSum},
			{Symbol: "TPCP", Accumulation: kpi.AccumulateSum},
		},
		Targets: []*kpi.Target{{Span: calendar.YearSpan(2027), Value: exact.Int(100)}},
	}
	reading := func(symbol string, n int64) kpi.Reading {
		v := exact.Int(n)
		return kpi.Reading{Symbol: symbol, Value: &v}
	}
	ms := []*kpi.Measurement{
		{
			Indicator: "campaigns", Span: calendar.MustParseSpan("2027-01-01/2027-03-31"), Date: calendar.MustDate(2027, 4, 5),
			Values: []kpi.Reading{reading("NPCE", 1), reading("TPCP", 2)},
		},
		{
			Indicator: "campaigns", Span: calendar.MustParseSpan("2027-04-01/2027-06-30"), Date: calendar.MustDate(2027, 7, 5),
			Values: []kpi.Reading{reading("NPCE", 8), reading("TPCP", 8)},
		},
	}
	r := kpi.Evaluate(ind, ms, calendar.YearSpan(2027), calendar.MustDate(2027, 7, 15))
	fmt.Println(r.Value, r.Target, r.Progress) // 9 of 10, not the mean of 50 % and 100 %
	// Output: 90 100 0.9
}

func ExampleProgress() {
	forty := exact.Int(40)
	baseline := &kpi.Baseline{Value: &forty, Year: 2026}
	a, _, _ := kpi.Progress(kpi.Descending, exact.Int(35), exact.Int(30), baseline)
	b, _, _ := kpi.Progress(kpi.DescendingFromBaseline, exact.Int(35), exact.Int(30), baseline)
	fmt.Println(a.Format(3), b.Format(3))
	// Output: 0.857 0.500
}

func BenchmarkEvaluate(b *testing.B) {
	ind := indicator(kpi.Ascending, "(A/B)*100", map[string]kpi.Accumulation{"A": kpi.AccumulateSum, "B": kpi.AccumulateSum})
	var ms []*kpi.Measurement
	for m := 1; m <= 12; m++ {
		ms = append(ms, capture(month(m), "A=7 B=9"))
		addTarget(ind, month(m), "80")
	}
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		kpi.Evaluate(ind, ms, year, lastDay)
	}
}
