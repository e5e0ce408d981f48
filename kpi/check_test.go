package kpi_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// line returns a finding as one line: severity, code, path, arguments.
func line(t *testing.T, f norm.Finding) string {
	t.Helper()
	s := fmt.Sprintf("%s %s %s", f.Severity, f.Code, f.Path)
	for _, a := range f.Args {
		text, err := a.Value.MarshalText()
		require.NoError(t, err)
		s += " " + a.Name + "=" + string(text)
	}
	return s
}

// TestCheck has one indicator for each code, which yields that code alone.
func TestCheck(t *testing.T) {
	ratio := func() *kpi.Indicator {
		return addTarget(indicator(kpi.Ascending, "(A/B)*100",
			map[string]kpi.Accumulation{"A": kpi.AccumulateSum, "B": kpi.AccumulateSum}), year, "100")
	}
	four := func(readings string) []*kpi.Measurement {
		return []*kpi.Measurement{capture(q1, readings), capture(q2, readings), capture(q3, readings), capture(q4, readings)}
	}
	for _, tt := range []struct {
		name string
		ind  func(ind *kpi.Indicator)
		ms   []*kpi.Measurement
		at   string
		want string
	}{
		{"no finding", func(*kpi.Indicator) {}, four("A=1 B=2"), "2028-01-01", ""},
		{"nothing due yet", func(*kpi.Indicator) {}, nil, "2027-03-31", ""},
		{
			"formula", func(i *kpi.Indicator) { i.Formula = "(A/B)*100%%" }, nil, "2027-01-01",
			"blocking indicator.formula-invalid formula name=Tone problem=percent column=11 near=%",
		},
		{
			"a formula with two readings", func(i *kpi.Indicator) { i.Formula = "(A/B) x 100"; i.Variables[1].Symbol = "x" }, nil, "2027-01-01",
			"blocking indicator.formula-invalid formula name=Tone problem=two-readings column=1 near=(A/B) x 100",
		},
		{
			"nearly a variable", func(i *kpi.Indicator) { i.Formula = "(A/B+b)*100" }, nil, "2027-01-01",
			"blocking indicator.variable-undefined formula name=Tone symbol=b want=B",
		},
		{
			"a captured value", func(i *kpi.Indicator) { i.Formula, i.Variables = "", nil }, nil, "2027-01-01", "",
		},
		{
			"a captured variable", func(i *kpi.Indicator) { i.Formula, i.Variables = " ", i.Variables[:1] },
			[]*kpi.Measurement{capture(q1, "A=1")},
			"2027-06-30", "",
		},
		{
			"two variables and no formula", func(i *kpi.Indicator) { i.Formula = "" }, nil, "2027-01-01",
			"blocking indicator.formula-invalid formula name=Tone problem=empty column=1 near=",
		},
		{
			"undefined", func(i *kpi.Indicator) { i.Variables = i.Variables[:1] }, nil, "2027-01-01",
			"blocking indicator.variable-undefined formula name=Tone symbol=B",
		},
		{
			"unused", func(i *kpi.Indicator) { i.Variables = append(i.Variables, &kpi.Variable{ID: "x1", Symbol: "PVNA"}) }, nil, "2027-01-01",
			"warning indicator.variable-unused variables[x1] name=Tone symbol=PVNA",
		},
		{
			"no target", func(i *kpi.Indicator) { i.Targets = nil }, four("A=1 B=2"), "2028-01-01",
			"warning indicator.without-target targets name=Tone",
		},
		{
			"a target in words", func(i *kpi.Indicator) { i.Targets, i.TargetText = nil, "Mantener o mejorar" },
			four("A=1 B=2"), "2028-01-01", "",
		},
		{
			"not measured", func(*kpi.Indicator) {}, four("A=1 B=2")[:1], "2027-10-01",
			"warning indicator.without-data  name=Tone start=2027-04-01 end=2027-06-30 count=2",
		},
		{"a reason is data", func(*kpi.Indicator) {}, []*kpi.Measurement{capture(q1, "A=ND B=ND")}, "2027-04-05", ""},
		{
			"captured after the day", func(*kpi.Indicator) {},
			[]*kpi.Measurement{captureOn(q1, "2027-05-01", "A=1 B=2")},
			"2027-04-30",
			"warning indicator.without-data  name=Tone start=2027-01-01 end=2027-03-31 count=1",
		},
		{
			"per campaign", func(i *kpi.Indicator) { i.Frequency = kpi.PerCampaign; i.Targets[0].Span = month(5) }, nil, "2027-06-01",
			"warning indicator.without-data  name=Tone start=2027-05-01 end=2027-05-31 count=1",
		},
		{
			"zero denominator", func(*kpi.Indicator) {},
			[]*kpi.Measurement{capture(q1, "A=1 B=0"), capture(q2, "A=1 B=2")},
			"2027-07-01",
			"warning indicator.zero-denominator  name=Tone divisor=B start=2027-01-01 end=2027-03-31 count=1",
		},
		{"ZeroFull", func(i *kpi.Indicator) { i.ZeroDenominator = formula.ZeroFull }, []*kpi.Measurement{capture(q1, "A=1 B=0")}, "2027-04-01", ""},
		{
			"always 100 %", func(*kpi.Indicator) {}, four("A=3 B=3"), "2028-01-01",
			"warning indicator.always-hundred formula name=Tone numerator=A denominator=B count=4",
		},
		{
			"not 100 % once", func(i *kpi.Indicator) { i.Frequency = kpi.Monthly; i.Targets[0].Span = month(1) },
			append(four("A=3 B=3"), capture(calendar.MustParseSpan("2026-12-01/2026-12-31"), "A=1 B=2")), "2028-01-01", "",
		},
		{
			"a period that began before the first target is not due", func(i *kpi.Indicator) { i.Targets[0].Span.Start = month(2).Start }, nil, "2027-07-01",
			"warning indicator.without-data  name=Tone start=2027-04-01 end=2027-06-30 count=1",
		},
		{"three periods are too few", func(*kpi.Indicator) {}, four("A=3 B=3")[:3], "2027-12-31", ""},
		{
			"always 100 % by its formula", func(i *kpi.Indicator) { i.Formula, i.Variables = "100*A/A", i.Variables[:1] }, nil, "2027-01-01",
			"warning indicator.always-hundred formula name=Tone numerator=A denominator=A count=0",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ind := ratio()
			ind.Name = "Tone"
			tt.ind(ind)
			var got []string
			for _, f := range kpi.Check(ind, tt.ms, calendar.MustParseDate(tt.at)) {
				got = append(got, line(t, f))
			}
			assert.Equal(t, tt.want, strings.Join(got, "\n"))
		})
	}
}

// Official sheets entered as they are have no findings while nothing is due, nor when the
// year was measured, and a year later only for what was not.
func TestOfficialSheets(t *testing.T) {
	sheet := func(name, formula string, sense kpi.Sense, target string, symbols ...string) *kpi.Indicator {
		// The sheets give the year of the baseline and not its value.
		ind := &kpi.Indicator{ID: "i", Name: name, Formula: formula, Sense: sense, Frequency: kpi.Annual, Baseline: &kpi.Baseline{Year: 2025}}
		for _, s := range symbols {
			ind.Variables = append(ind.Variables, &kpi.Variable{ID: s, Symbol: s})
		}
		if target != "" {
			addTarget(ind, year, target)
		}
		return ind
	}
	inWords := sheet("Percepción de asistencia social", "CAE-LB", 0, "", "CAE", "LB")
	inWords.TargetText = "Mejorar la calificación"
	for _, tt := range []struct {
		ind      *kpi.Indicator
		readings string
	}{
		// github.com/kalel79/sima-apizaco b2962ffc, programme 005: indicators 1, 5 and 13.
		{sheet("Percepción de inseguridad", "(PSI/TE)*100", kpi.Descending, "60.88", "PSI", "TE"), "PSI=37251 TE=60739"},
		{sheet("Variación de unidades operativas", "((UOAA/UAB)-1)*100", kpi.Regular, "8.62", "UOAA", "UAB"), "UOAA=63 UAB=58"},
		{sheet("Campañas de cultura de la legalidad", "(CR/CP)*100", kpi.Regular, "100", "CR", "CP"), "CR=4 CP=4"},
		// fdocumento.com, MIR of Comalcalco 2021, Fin: a difference, with a target in words.
		{inWords, "CAE=8.9 LB=8.47"},
		// github.com/Juanpgm/api_dashboard_cali 10c5bc5e: a product with its count and no formula.
		{sheet("personas capacitadas", "", kpi.Ascending, "400"), "=64"},
		// github.com/dplinfop2024/INFOP_PLANIFICACION 7f533405: a count with its unit.
		{sheet("Construcciones y remodelaciones", "", kpi.Ascending, "2", "V"), "V=2"},
	} {
		assert.Empty(t, kpi.Check(tt.ind, nil, year.End), "%s: nothing is due", tt.ind.Name)
		assert.Empty(t, kpi.Check(tt.ind, []*kpi.Measurement{capture(year, tt.readings)}, calendar.MustDate(2028, 1, 10)), "%s: measured", tt.ind.Name)
	}
	for text, want := range map[string]int{"NA": 1, "N/A": 1, " no aplica ": 1, "–": 1, "": 1, "0": 1, "Mantener": 0, "100 % del padrón": 0} {
		inWords.TargetText = text
		assert.Len(t, kpi.Check(inWords, nil, year.End), want, text)
	}
}

func TestCheckFollowsTheOrderOfFields(t *testing.T) {
	ind := &kpi.Indicator{ID: "i", Formula: "X/Y", Variables: []*kpi.Variable{{ID: "1", Symbol: "Z"}, nil}, Targets: []*kpi.Target{nil}}
	var codes []norm.Code
	for _, f := range kpi.Check(ind, []*kpi.Measurement{nil}, lastDay) {
		codes = append(codes, f.Code)
	}
	assert.Equal(t, []norm.Code{
		"indicator.variable-undefined", "indicator.variable-undefined", "indicator.variable-unused", "indicator.without-target",
	}, codes)
}

func ExampleCheck() {
	ind := &kpi.Indicator{
		ID: "tone", Formula: "((MP-MN)/MT)*100", Frequency: kpi.Quarterly,
		Variables: []*kpi.Variable{{ID: "v1", Symbol: "MP"}, {ID: "v2", Symbol: "MN"}},
		Targets:   []*kpi.Target{{Span: calendar.YearSpan(2027), Value: exact.Int(20)}},
	}
	for _, f := range kpi.Check(ind, nil, calendar.MustDate(2027, 4, 1)) {
		fmt.Println(f.Severity, f.Code, f.Path)
	}
	// Output:
	// blocking indicator.variable-undefined formula
	// warning indicator.without-data
}
