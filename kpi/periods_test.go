package kpi_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/pbr"
)

var quarters = []calendar.Span{q1, q2, q3, q4}

// line of a result: value, target, progress, reason, light, then what was left out.
func summary(r kpi.Result) string {
	number := func(n exact.Number, ok bool) string {
		if !ok {
			return "-"
		}
		return n.String()
	}
	s := fmt.Sprintf("%s of %s %s", number(r.Value, r.HasValue), number(r.Target, r.HasTarget), r.Light)
	if r.Reason != 0 {
		s += " " + r.Reason.String()
	}
	if r.Unmeasured > 0 {
		s += fmt.Sprintf(", %d unmeasured from %s", r.Unmeasured, r.FirstUnmeasured.Start)
	}
	if r.Incomplete > 0 {
		s += fmt.Sprintf(", %d incomplete", r.Incomplete)
	}
	if r.NotCompared > 0 {
		s += fmt.Sprintf(", %d not compared", r.NotCompared)
	}
	return s
}

// TestMissingIsNotZero checks that value and target are those of the same periods.
func TestMissingIsNotZero(t *testing.T) {
	half1 := calendar.MustParseSpan("2027-01-01/2027-06-30")
	sum := map[string]kpi.Accumulation{"A": kpi.AccumulateSum, "B": kpi.AccumulateSum}
	last := map[string]kpi.Accumulation{"A": kpi.AccumulateLast}
	of := func(formula string, acc map[string]kpi.Accumulation, f kpi.Frequency, targets ...any) *kpi.Indicator {
		ind := indicator(kpi.Ascending, formula, acc)
		ind.Frequency = f
		for i := 0; i < len(targets); i += 2 {
			addTarget(ind, targets[i].(calendar.Span), targets[i+1].(string))
		}
		return ind
	}
	each := func(formula string, acc map[string]kpi.Accumulation, f kpi.Frequency) *kpi.Indicator {
		return of(formula, acc, f, q1, "10", q2, "10", q3, "10", q4, "10")
	}
	months := func(first, last int, readings string) (ms []*kpi.Measurement) {
		for m := first; m <= last; m++ {
			ms = append(ms, capture(month(m), readings))
		}
		return ms
	}
	first := []*kpi.Measurement{captureOn(q1, "2027-04-05", "A=10")}
	early := append(first[:1:1], captureOn(q2, "2027-06-25", "A=10"))
	short := append(first[:1:1], captureOn(q2, "2027-06-25", "A=4"))
	var all []*kpi.Measurement
	for _, q := range quarters {
		all = append(all, capture(q, "A=10"))
	}
	descending := each("A", sum, kpi.Quarterly)
	descending.Sense = kpi.Descending
	descendingYear := of("A", sum, kpi.Quarterly, year, "40")
	descendingYear.Sense = kpi.Descending
	for _, tt := range []struct {
		name string
		ind  *kpi.Indicator
		ms   []*kpi.Measurement
		at   string
		want string
	}{
		// The amount of the issue.
		{"nothing has ended", each("A", sum, kpi.Quarterly), nil, "2027-03-31", "- of 10 no-data not-due"},
		{"nothing was measured", each("A", sum, kpi.Quarterly), nil, "2027-04-01", "- of 10 no-data no-measurement, 1 unmeasured from 2027-01-01"},
		{"a quarter was measured", each("A", sum, kpi.Quarterly), first, "2027-06-29", "10 of 10 on-target"},
		{"the last day of the next one", each("A", sum, kpi.Quarterly), first, "2027-06-30", "10 of 10 on-target"},
		{"the day after", each("A", sum, kpi.Quarterly), first, "2027-07-01", "10 of 10 on-target, 1 unmeasured from 2027-04-01"},
		{"the last day of the year", each("A", sum, kpi.Quarterly), first, "2027-12-31", "10 of 10 on-target, 2 unmeasured from 2027-04-01"},
		{"the next year", each("A", sum, kpi.Quarterly), first, "2028-01-01", "10 of 10 on-target, 3 unmeasured from 2027-04-01"},
		{"only the second quarter", each("A", sum, kpi.Quarterly), []*kpi.Measurement{capture(q2, "A=5")}, "2027-07-15", "5 of 10 behind, 1 unmeasured from 2027-01-01"},

		// A capture before the end of its period.
		{"early, reached", each("A", sum, kpi.Quarterly), early, "2027-06-28", "20 of 20 on-target target-not-due"},
		{"early, not reached yet", each("A", sum, kpi.Quarterly), short, "2027-06-30", "14 of 20 no-data target-not-due"},
		{"early, not reached at the end", each("A", sum, kpi.Quarterly), short, "2027-07-01", "14 of 20 at-risk"},

		// Measurements shorter than the targets.
		{"a month of the first quarter", each("A", sum, kpi.Monthly), months(1, 1, "A=4"), "2027-02-05", "4 of 10 no-data target-not-due"},
		{"a month of a quarter that has ended", each("A", sum, kpi.Monthly), months(1, 1, "A=4"), "2027-04-05", "4 of 10 no-data partly-measured, 2 unmeasured from 2027-02-01"},
		{"a month of it in a quarterly indicator", each("A", sum, kpi.Quarterly), months(1, 1, "A=4"), "2027-04-05", "4 of 10 no-data partly-measured, 1 unmeasured from 2027-01-01"},
		{"the months of a quarter", each("A", sum, kpi.Monthly), months(1, 3, "A=4"), "2027-04-05", "12 of 10 exceeded"},
		{"a month of the second quarter", each("A", sum, kpi.Monthly), months(1, 4, "A=3"), "2027-05-05", "9 of 10 on-target, 1 not compared"},
		{"two quarters of the year", of("A", sum, kpi.Quarterly, year, "40"), all[:2], "2027-07-15", "20 of 40 no-data target-not-due"},
		{"three quarters of a year that has ended", of("A", sum, kpi.Quarterly, year, "40"), all[:3], "2028-01-15", "30 of 40 no-data partly-measured, 1 unmeasured from 2027-10-01"},
		{"reached with three", of("A", sum, kpi.Quarterly, year, "30"), all[:3], "2028-01-15", "30 of 30 on-target partly-measured, 1 unmeasured from 2027-10-01"},
		{"the four quarters of the year", of("A", sum, kpi.Quarterly, year, "40"), all, "2028-01-15", "40 of 40 on-target"},
		{"quarters and the year", of("A", sum, kpi.Quarterly, q1, "10", q2, "10", q3, "10", q4, "10", year, "50"), all[:3], "2028-01-15", "30 of 30 on-target, 1 unmeasured from 2027-10-01"},
		{"quarters and the year, all measured", of("A", sum, kpi.Quarterly, q1, "10", q2, "10", q3, "10", q4, "10", year, "50"), all, "2028-01-15", "40 of 50 at-risk"},

		// Measurements longer than the targets.
		{"a half-year", each("A", sum, kpi.Semiannual), []*kpi.Measurement{capture(half1, "A=20")}, "2027-07-05", "20 of 20 on-target"},
		{"a half-year after a quarter", each("A", sum, kpi.Quarterly), append(first[:1:1], capture(half1, "A=18")), "2027-07-05", "18 of 20 on-target"},
		{"a half-year of which one quarter has a target", of("A", sum, kpi.Quarterly, q1, "10"), []*kpi.Measurement{capture(half1, "A=20")}, "2027-07-05", "20 of - no-data no-target"},
		{
			"a measurement with days of a quarter without a target", of("A", sum, kpi.Quarterly, q1, "10", q2, "10"),
			append(first[:1:1], capture(calendar.MustParseSpan("2027-04-01/2027-07-31"), "A=90")),
			"2027-08-01", "10 of 10 on-target, 1 not compared",
		},
		{
			"a half-year target does not hide the quarter that was measured apart", of("A", sum, kpi.Quarterly, half1, "20", q1, "10"),
			append(first[:1:1], capture(calendar.MustParseSpan("2027-04-01/2027-07-31"), "A=90")),
			"2027-08-01", "10 of 10 on-target, 1 not compared",
		},
		{"a quarter without a target", of("A", sum, kpi.Quarterly, q1, "10"), all[:2], "2027-07-05", "10 of 10 on-target, 1 not compared"},
		{"no measured quarter has a target", of("A", sum, kpi.Quarterly, q2, "10"), first, "2027-07-05", "10 of - no-data no-target, 1 unmeasured from 2027-04-01"},

		// Measurements without their figure, and replaced ones.
		{"a quarter with a reason instead of a value", each("A", sum, kpi.Quarterly), append(first[:1:1], capture(q2, "A=ND")), "2027-07-05", "10 of 10 on-target, 1 incomplete"},
		{"a variable is missing", each("A+B", sum, kpi.Quarterly), []*kpi.Measurement{capture(q1, "A=4 B=6"), capture(q2, "A=9")}, "2027-07-05", "10 of 10 on-target, 1 incomplete"},
		{"withdrawn", each("A", sum, kpi.Quarterly), append(all[:2:2], captureOn(q2, "2027-07-20", "A=ND")), "2027-07-20", "10 of 10 on-target, 1 incomplete"},
		{"corrected", each("A", sum, kpi.Quarterly), append(all[:2:2], captureOn(q2, "2027-07-20", "A=2")), "2027-07-20", "12 of 20 behind"},
		{"a year without a figure does not hide its quarters", each("A", sum, kpi.Quarterly), append(all[:4:4], capture(year, "A=ND")), "2028-01-15", "40 of 40 on-target"},

		// A descending amount only grows: that it is below its target says nothing yet.
		{"descending, below the target so far", descendingYear, all[:2], "2027-07-15", "20 of 40 no-data target-not-due"},
		{"descending, above the target already", descendingYear, append(all[:1:1], capture(q2, "A=50")), "2027-07-15", "60 of 40 behind target-not-due"},
		{"descending, a period is missing", descending, all[:1], "2027-07-15", "10 of 10 on-target, 1 unmeasured from 2027-04-01"},

		// Values that are not amounts.
		{"a ratio", each("A/B", sum, kpi.Quarterly), []*kpi.Measurement{capture(q1, "A=100 B=10")}, "2027-07-01", "10 of 10 on-target, 1 unmeasured from 2027-04-01"},
		{
			"a ratio with a higher target later", of("A/B", sum, kpi.Quarterly, q1, "10", q2, "20"),
			[]*kpi.Measurement{capture(q1, "A=100 B=10")},
			"2027-06-30", "10 of 10 on-target",
		},
		{
			"it has not been measured", of("A/B", sum, kpi.Quarterly, q1, "10", q2, "20"),
			[]*kpi.Measurement{capture(q1, "A=100 B=10")},
			"2027-07-01", "10 of 10 on-target, 1 unmeasured from 2027-04-01",
		},
		{
			"the month after a quarter", of("A/B", sum, kpi.Monthly, q1, "10", q2, "20"),
			append(months(1, 3, "A=10 B=1"), capture(month(4), "A=0 B=9")),
			"2027-05-05", "10 of 10 on-target, 1 not compared",
		},
		{"a month of a quarter, level in force", of("A/B", sum, kpi.Monthly, q1, "10"), months(1, 1, "A=10 B=1"), "2027-02-05", "10 of 10 on-target"},
		{
			"a ratio that lacks a variable", of("A/B", sum, kpi.Quarterly, q1, "10", q2, "20"),
			[]*kpi.Measurement{capture(q1, "A=100 B=10"), capture(q2, "A=9")},
			"2027-07-05", "10 of 10 on-target, 1 incomplete",
		},
		{
			"stocks of two days are not divided", of("A/B", map[string]kpi.Accumulation{"A": kpi.AccumulateLast, "B": kpi.AccumulateLast}, kpi.Quarterly, q1, "10", q2, "20"),
			[]*kpi.Measurement{capture(q1, "A=100 B=10"), capture(q2, "A=900")},
			"2027-07-05", "10 of 10 on-target, 1 incomplete",
		},
		{
			"a sum is not divided by the stock of another day", of("A/B", map[string]kpi.Accumulation{"A": kpi.AccumulateSum, "B": kpi.AccumulateLast}, kpi.Quarterly, q1, "10", q2, "20"),
			[]*kpi.Measurement{capture(q1, "A=100 B=10"), capture(q2, "B=20")},
			"2027-07-05", "10 of 10 on-target, 1 incomplete",
		},
		{"a stock", of("A", last, kpi.Quarterly, q1, "10", q2, "20"), first, "2027-07-05", "10 of 10 on-target, 1 unmeasured from 2027-04-01"},
		{"a stock without data", of("A", last, kpi.Quarterly, q1, "10", q2, "20"), append(first[:1:1], capture(q2, "A=ND")), "2027-07-05", "10 of 10 on-target, 1 incomplete"},
		{
			"a stock counted on the last day", of("A", last, kpi.Quarterly, q1, "10", q2, "20"),
			[]*kpi.Measurement{capture(calendar.MustParseSpan("2027-03-31/2027-03-31"), "A=10")},
			"2027-04-05", "10 of 10 on-target",
		},
		{"a level of the year", of("A", last, kpi.Quarterly, year, "10"), first, "2028-01-05", "10 of 10 on-target, 3 unmeasured from 2027-04-01"},

		// Without an interval.
		{"campaigns, in the year", of("A", sum, kpi.PerCampaign, year, "10"), months(5, 6, "A=4"), "2027-07-05", "8 of 10 no-data target-not-due"},
		{"campaigns, after it", of("A", sum, kpi.PerCampaign, year, "10"), months(5, 6, "A=3"), "2028-01-01", "6 of 10 behind"},
		{"campaigns, none", of("A", sum, kpi.PerCampaign, year, "10"), nil, "2028-01-01", "- of 10 no-data no-measurement, 1 unmeasured from 2027-01-01"},
		{"campaigns of a quarter", of("A", sum, kpi.PerCampaign, q1, "10", q2, "10"), months(2, 2, "A=9"), "2027-07-01", "9 of 10 on-target, 1 unmeasured from 2027-04-01"},
		{"no frequency", each("A", sum, 0), first, "2027-07-01", "10 of 10 on-target, 1 unmeasured from 2027-04-01"},
		{"every two years", of("A", sum, kpi.Biennial, calendar.MustParseSpan("2027-01-01/2028-12-31"), "20"), []*kpi.Measurement{capture(year, "A=8")}, "2028-02-01", "8 of 20 no-data target-not-due"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := pbr.Apizaco()
			got := p.Evaluate(tt.ind, tt.ms, year, calendar.MustParseDate(tt.at))
			assert.Equal(t, tt.want, summary(got))
			n := 0
			for _, f := range kpi.Check(tt.ind, tt.ms, calendar.MustParseDate(tt.at)) {
				if f.Code == "indicator.without-data" {
					count, err := f.Args[3].Value.MarshalText()
					require.NoError(t, err)
					_, err = fmt.Sscan(string(count), &n)
					require.NoError(t, err)
				}
			}
			assert.Equal(t, got.Unmeasured, n, "result and finding count the same periods")
		})
	}
}

// TestSamePeriods gives each month its own decimal digit in the values and the targets, so
// that they are equal only if they are of the same months.
func TestSamePeriods(t *testing.T) {
	digit := func(span calendar.Span) exact.Number {
		var sum int64
		for m := span.Start.Month(); m <= span.End.Month(); m++ {
			d := int64(1)
			for range m {
				d *= 10
			}
			sum += d
		}
		return exact.Int(sum)
	}
	rapid.Check(t, func(t *rapid.T) {
		span := func(label string) calendar.Span {
			n := rapid.SampledFrom([]int{1, 1, 2, 3, 6, 12}).Draw(t, label+" months")
			first := calendar.MustMonth(2027, rapid.IntRange(0, 12/n-1).Draw(t, label)*n+1)
			return calendar.Span{Start: first.First(), End: first.Add(n - 1).Last()}
		}
		ind := indicator(kpi.Regular, "A", map[string]kpi.Accumulation{"A": kpi.AccumulateSum})
		ind.Frequency = rapid.SampledFrom([]kpi.Frequency{0, kpi.Monthly, kpi.Quarterly, kpi.Annual}).Draw(t, "frequency")
		for range rapid.IntRange(1, 12).Draw(t, "targets") {
			s := span("target")
			ind.Targets = append(ind.Targets, &kpi.Target{Span: s, Value: digit(s)})
		}
		var ms []*kpi.Measurement
		for range rapid.IntRange(1, 12).Draw(t, "measurements") {
			s := span("measurement")
			m := capture(s, "A="+digit(s).String())
			if rapid.IntRange(0, 5).Draw(t, "missing") == 0 {
				m = capture(s, "A=ND")
			}
			ms = append(ms, m)
		}
		at := calendar.MustDate(2028, 1, 1).AddDays(rapid.IntRange(-400, 20).Draw(t, "day"))
		r := kpi.Evaluate(ind, ms, year, at)
		if !r.HasValue || !r.HasTarget {
			return
		}
		switch r.Reason {
		case 0:
			require.Equal(t, r.Target.String(), r.Value.String())
		case kpi.ReasonTargetNotDue, kpi.ReasonPartlyMeasured:
			value, target := r.Value.String(), r.Target.String()
			require.LessOrEqual(t, len(value), len(target))
			for i := range value { // from January
				require.LessOrEqual(t, value[len(value)-1-i], target[len(target)-1-i], "%s of %s", value, target)
			}
		default:
			require.Fail(t, "unexpected reason", r.Reason)
		}
	})
}

// TestUnmeasured checks the periods of each frequency.
func TestUnmeasured(t *testing.T) {
	ind := addTarget(indicator(kpi.Ascending, "A", map[string]kpi.Accumulation{"A": kpi.AccumulateSum}), year, "1")
	for f, want := range map[kpi.Frequency]int{
		kpi.Monthly: 12, kpi.Bimonthly: 6, kpi.Quarterly: 4, kpi.FourMonthly: 3, kpi.Semiannual: 2, kpi.Annual: 1,
		kpi.Biennial: 1, kpi.PerCampaign: 1, kpi.PerEvent: 1, 0: 1,
	} {
		ind.Frequency = f
		list := slices.Collect(kpi.Unmeasured(ind, nil, year, year.Start))
		require.Len(t, list, want, f.String())
		assert.Equal(t, year.Start, list[0].Start)
		assert.Equal(t, year.End, list[want-1].End)
	}
	ind.Frequency = kpi.Quarterly
	ind.Targets[0].Span = calendar.MustParseSpan("2027-02-01/2028-12-31")
	for p := range kpi.Unmeasured(ind, nil, year, year.Start) {
		assert.Equal(t, q2, p, "a period that began before the first target is not due")
		break
	}
	ind.Targets = nil
	assert.Empty(t, slices.Collect(kpi.Unmeasured(ind, nil, year, year.Start)), "nothing is due without a target")
}

func ExampleUnmeasured() {
	ind := &kpi.Indicator{
		ID: "bulletins", Formula: "B", Frequency: kpi.Quarterly,
		Variables: []*kpi.Variable{{Symbol: "B", Accumulation: kpi.AccumulateSum}},
		Targets:   []*kpi.Target{{Span: calendar.YearSpan(2027), Value: exact.Int(40)}},
	}
	issued, today := exact.Int(10), calendar.MustDate(2027, 7, 1)
	ms := []*kpi.Measurement{{
		Indicator: "bulletins", Span: calendar.MustParseSpan("2027-01-01/2027-03-31"), Date: calendar.MustDate(2027, 4, 5),
		Values: []kpi.Reading{{Symbol: "B", Value: &issued}},
	}}
	for period := range kpi.Unmeasured(ind, ms, calendar.YearSpan(2027), today) {
		fmt.Println(period, period.End.Before(today))
	}
	// Output:
	// 2027-04-01/2027-06-30 true
	// 2027-07-01/2027-09-30 false
	// 2027-10-01/2027-12-31 false
}

// TestEndsOfTheCalendar calls what takes a date with dates at both ends of the calendar.
// It fails by not ending.
func TestEndsOfTheCalendar(t *testing.T) {
	firstYear, lastYear := calendar.YearSpan(calendar.MinYear), calendar.YearSpan(calendar.MaxYear)
	p := pbr.Communication()
	rapid.Check(t, func(t *rapid.T) {
		date := func(label string) calendar.Date {
			n := rapid.IntRange(0, 800).Draw(t, label)
			switch rapid.IntRange(0, 4).Draw(t, label+" end") {
			case 0:
				return calendar.Date{}
			case 1, 2:
				return lastYear.End.AddDays(-n)
			}
			return firstYear.Start.AddDays(n)
		}
		span := func(label string) calendar.Span {
			switch rapid.IntRange(0, 3).Draw(t, label+" kind") {
			case 0:
				return lastYear
			case 1:
				return firstYear
			}
			return calendar.Span{Start: date(label + " start"), End: date(label + " end")}
		}
		ind := indicator(kpi.Sense(rapid.IntRange(0, 6).Draw(t, "sense")), "A", map[string]kpi.Accumulation{
			"A": kpi.Accumulation(rapid.IntRange(0, 6).Draw(t, "accumulation")),
		})
		ind.Frequency = kpi.Frequency(rapid.IntRange(0, 12).Draw(t, "frequency"))
		for range rapid.IntRange(0, 3).Draw(t, "targets") {
			ind.Targets = append(ind.Targets, &kpi.Target{Span: span("target"), Value: exact.Int(10)})
		}
		var ms []*kpi.Measurement
		for range rapid.IntRange(0, 3).Draw(t, "measurements") {
			m := capture(q1, "A=10")
			m.Span, m.Date = span("measured"), date("captured")
			ms = append(ms, m)
		}
		of, at := span("of"), date("at")
		r := p.Evaluate(ind, ms, of, at)
		require.LessOrEqual(t, r.Unmeasured, 12*(calendar.MaxYear+1))
		kpi.Check(ind, ms, at)
		last := calendar.Date{}
		for period := range kpi.Unmeasured(ind, ms, of, at) {
			require.True(t, ind.Counts(period, of), "%s in %s", period, of)
			require.False(t, period.Start.Before(last) && ind.Frequency != 0 && ind.Frequency.Months() <= 12 && ind.Frequency.Months() > 0, "in order")
			last = period.Start
		}
	})
}

// The case of the issue: the last month of the calendar.
func TestLastMonthOfTheCalendar(t *testing.T) {
	last := calendar.YearSpan(calendar.MaxYear)
	ind := addTarget(indicator(kpi.Ascending, "A", map[string]kpi.Accumulation{"A": kpi.AccumulateSum}), last, "12")
	ind.Frequency = kpi.Monthly
	r := kpi.Evaluate(ind, nil, last, calendar.MustDate(9999, 12, 16))
	assert.Equal(t, 11, r.Unmeasured)
	assert.Len(t, slices.Collect(kpi.Unmeasured(ind, nil, last, last.End)), 12)
}

// A period counts in the year that it lies in; that of a campaign or of several years, in
// the one in which it ends.
func ExampleIndicator_Counts() {
	year := calendar.YearSpan(2027)
	around := calendar.MustParseSpan("2026-12-15/2027-01-15")
	for _, f := range []kpi.Frequency{kpi.Quarterly, kpi.PerCampaign, kpi.Biennial} {
		ind := &kpi.Indicator{Frequency: f}
		fmt.Println(ind.Counts(around, year))
	}
	// Output:
	// false
	// true
	// true
}

// Of what was measured, Evaluate, Unmeasured and CheckSpan use the same measurements: those
// that count. The others change nothing.
func TestWhatDoesNotCount(t *testing.T) {
	long := calendar.MustParseSpan("2020-01-01/2027-03-31")
	for _, tt := range []struct {
		name         string
		frequency    kpi.Frequency
		accumulation kpi.Accumulation
		of           calendar.Span
		want         string
	}{
		{"an amount of a quarter that begins years before", kpi.Quarterly, kpi.AccumulateSum, long, "- of 10 no-data no-measurement, 1 unmeasured from 2027-01-01"},
		{"a level of a quarter that begins years before", kpi.Quarterly, kpi.AccumulateLast, long, "- of 10 no-data no-measurement, 1 unmeasured from 2027-01-01"},
		{"a campaign that begins in the year before", kpi.PerCampaign, kpi.AccumulateSum, calendar.MustParseSpan("2026-12-15/2027-01-15"), "10 of 10 on-target"},
		{"a quarter", kpi.Quarterly, kpi.AccumulateSum, q1, "10 of 10 on-target"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ind := addTarget(indicator(kpi.Ascending, "A", map[string]kpi.Accumulation{"A": tt.accumulation}), q1, "10")
			ind.Frequency = tt.frequency
			ms := []*kpi.Measurement{captureOn(tt.of, "2027-04-05", "A=10")}
			p := pbr.Apizaco()
			assert.Equal(t, tt.want, summary(p.Evaluate(ind, ms, year, calendar.MustDate(2027, 4, 10))))
		})
	}
	both := calendar.MustParseSpan("2026-01-01/2027-12-31")
	ind := addTarget(indicator(kpi.Ascending, "A", map[string]kpi.Accumulation{"A": kpi.AccumulateSum}), both, "10")
	ind.Frequency = kpi.Biennial
	p := pbr.Apizaco()
	assert.Equal(t, "- of 10 no-data no-measurement, 1 unmeasured from 2026-01-01", summary(p.Evaluate(ind, nil, year, calendar.MustDate(2028, 1, 1))))
	assert.Equal(t, "10 of 10 on-target", summary(p.Evaluate(ind, []*kpi.Measurement{captureOn(both, "2028-01-01", "A=10")}, year, calendar.MustDate(2028, 1, 1))))

	rapid.Check(t, func(t *rapid.T) {
		day := func(label string) calendar.Date {
			return calendar.MustDate(2026, 7, 1).AddDays(rapid.IntRange(0, 730).Draw(t, label))
		}
		span := func(label string) calendar.Span {
			quarter := rapid.IntRange(-4, 7).Draw(t, label)
			s := calendar.Span{Start: calendar.MustDate(2027, 1, 1), End: calendar.MustDate(2027, 3, 31)}
			if m := s.Start.YearMonth().Add(3 * quarter); rapid.Bool().Draw(t, label+" whole") {
				return calendar.Span{Start: m.First(), End: m.Add(rapid.IntRange(0, 11).Draw(t, label+" months")).Last()}
			}
			s = calendar.Span{Start: day(label + " start"), End: day(label + " end")}
			if !s.Valid() {
				s.Start, s.End = s.End, s.Start
			}
			return s
		}
		ind := indicator(kpi.Ascending, "A", map[string]kpi.Accumulation{"A": kpi.Accumulation(rapid.IntRange(1, 6).Draw(t, "accumulation"))})
		ind.Frequency = kpi.Frequency(rapid.IntRange(0, 11).Draw(t, "frequency"))
		for range rapid.IntRange(0, 4).Draw(t, "targets") {
			ind.Targets = append(ind.Targets, &kpi.Target{Span: span("target"), Value: exact.Int(10)})
		}
		var ms, counted []*kpi.Measurement
		for range rapid.IntRange(0, 4).Draw(t, "measurements") {
			m := capture(span("measured"), "A=10")
			m.Date = m.Span.End
			ms = append(ms, m)
			if ind.Counts(m.Span, year) {
				counted = append(counted, m)
			}
		}
		at := day("at")
		r := kpi.Evaluate(ind, ms, year, at)
		require.Equal(t, kpi.Evaluate(ind, counted, year, at), r)
		require.Equal(t, slices.Collect(kpi.Unmeasured(ind, counted, year, at)), slices.Collect(kpi.Unmeasured(ind, ms, year, at)))
		found := kpi.CheckSpan(ind, ms, year, at)
		require.Equal(t, kpi.CheckSpan(ind, counted, year, at), found)
		without := slices.ContainsFunc(found, func(f norm.Finding) bool { return f.Code == "indicator.without-data" })
		require.Equal(t, r.Unmeasured > 0, without)
	})
}

// What a longer measurement replaces is no data of its own: the days that only it has are
// unmeasured.
func TestReplacedMeasurement(t *testing.T) {
	ind := indicator(kpi.Ascending, "A", map[string]kpi.Accumulation{"A": kpi.AccumulateSum})
	ind.Frequency = kpi.Monthly
	for m := 1; m <= 4; m++ {
		addTarget(ind, month(m), "10")
	}
	ms := []*kpi.Measurement{
		capture(q1, "A=30"),
		capture(calendar.MustParseSpan("2027-03-01/2027-04-30"), "A=20"),
	}
	r := kpi.Evaluate(ind, ms, year, calendar.MustDate(2027, 5, 1))
	assert.Equal(t, "30 of 30", r.Value.String()+" of "+r.Target.String())
	assert.Equal(t, 1, r.Unmeasured)
	assert.Equal(t, month(4), r.FirstUnmeasured)
}

// A target without a value is none, whatever its Value; one of zero is a target.
func TestTargetWithoutValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ind := indicator(kpi.Descending, "A", map[string]kpi.Accumulation{"A": kpi.Accumulation(rapid.IntRange(1, 6).Draw(t, "accumulation"))})
		ind.Frequency = kpi.Frequency(rapid.IntRange(0, 11).Draw(t, "frequency"))
		with := *ind
		for range rapid.IntRange(1, 5).Draw(t, "targets") {
			target := &kpi.Target{Span: rapid.SampledFrom(append(quarters, year)).Draw(t, "span"), Value: exact.Int(rapid.Int64Range(0, 2).Draw(t, "value"))}
			if target.NoValue = rapid.Bool().Draw(t, "no value"); !target.NoValue {
				ind.Targets = append(ind.Targets, target)
			}
			with.Targets = append(with.Targets, target)
		}
		ms := []*kpi.Measurement{capture(rapid.SampledFrom(quarters).Draw(t, "measured"), "A=0")}
		at := year.Start.AddDays(rapid.IntRange(0, 400).Draw(t, "at"))
		p := pbr.Apizaco()
		require.Equal(t, p.Evaluate(ind, ms, year, at), p.Evaluate(&with, ms, year, at))
	})
	zero := addTarget(indicator(kpi.Descending, "A", map[string]kpi.Accumulation{"A": kpi.AccumulateSum}), q1, "0")
	zero.Frequency = kpi.Quarterly
	r := kpi.Evaluate(zero, nil, year, q2.Start)
	assert.True(t, r.HasTarget)
	assert.Equal(t, 1, r.Unmeasured)
}

func ExampleCheckSpan() {
	ind := &kpi.Indicator{
		ID: "i1", Name: "Boletines", Frequency: kpi.Quarterly, Sense: kpi.Ascending,
		Variables: []*kpi.Variable{{ID: "v", Symbol: "B", Accumulation: kpi.AccumulateSum}},
		Targets:   []*kpi.Target{{Span: calendar.MustParseSpan("2026-01-01/2027-12-31"), Value: exact.Int(80)}},
	}
	for _, f := range kpi.CheckSpan(ind, nil, calendar.YearSpan(2027), calendar.MustDate(2027, 7, 1)) {
		fmt.Println(f.Code, f.Args[3].Value)
	}
	// Output:
	// indicator.without-data 2
}
