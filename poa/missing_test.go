package poa_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// A plan without findings may still lack something as a whole.
func TestMissing(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*poa.Document)
		es, en string
	}{
		{"nothing", func(*poa.Document) {}, "", ""},
		{
			"a mission", func(d *poa.Document) { d.Mission = "" },
			"Al plan todavía le falta: misión.", "The plan still lacks: a mission.",
		},
		{
			"one activity with a name and dates only", func(d *poa.Document) {
				*d = poa.Document{
					Schema: poa.Schema, ID: "p", FiscalYear: 2027, Calendar: "jalisco", Posts: d.Posts[1:],
					Activities: []*poa.Activity{{ID: "a", Name: "Gaceta", Span: span("2027-02-01", "2027-03-01"), Responsible: "redactor"}},
				}
				d.Posts[0].Administration = ""
			},
			"Al plan todavía le falta: misión, meta o unidad de medida en 1 actividad, presupuesto e indicadores.",
			"The plan still lacks: a mission, a target or a unit of measure in 1 activity, a budget and indicators.",
		},
		{
			"activities without a target, but for those with a unit, a target in words or progress in percent", func(d *poa.Document) {
				for i := range 10_000 {
					a := later(fmt.Sprintf("x%d", i), "s2")
					a.Targets = kpi.MonthlyTargets{}
					d.Activities = append(d.Activities, a)
				}
				d.Activities[2].Unit, d.Activities[3].TargetText, d.Activities[4].Targets[7] = "gaceta", "Llegar a todos", exact.Int(1)
				d.Activities[5].ProgressForm = poa.ProgressPercent
				d.Lines, d.Commitments, d.Campaigns[0].Media = nil, nil, nil
			},
			"Al plan todavía le falta: meta o unidad de medida en 9,996 actividades y presupuesto.",
			"The plan still lacks: a target or a unit of measure in 9,996 activities and a budget.",
		},
		{
			"a plan of indicators", func(d *poa.Document) {
				d.Activities, d.Campaigns, d.Lines, d.Commitments, d.Indicators[0].Activities = nil, nil, nil, nil, nil
			},
			"Al plan todavía le falta: presupuesto.", "The plan still lacks: a budget.",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := plan(t, c.change).Analyze(today)
			assert.Empty(t, a.Findings)
			assert.Equal(t, c.es, lang.New(lang.Spanish, nil).Missing(a.Missing))
			assert.Equal(t, c.en, lang.New(lang.English, nil).Missing(a.Missing))
		})
	}
	empty, err := poa.Empty("p", 2027)
	require.NoError(t, err)
	empty.Calendar = "jalisco"
	p, err := poa.New(plan(t, nil).Env(), empty)
	require.NoError(t, err)
	a := p.Analyze(today)
	assert.Empty(t, a.Findings, "an empty plan is not told that its periods have no activities")
	assert.Equal(t, "Al plan todavía le falta: misión, actividades, presupuesto e indicadores.", lang.New(lang.Spanish, nil).Missing(a.Missing))
}

// What is missing follows each edit, and other edits do not compute it again.
func TestMissingFollowsEdits(t *testing.T) {
	p := plan(t, nil)
	for _, c := range []poa.Command{
		set("activities[gaceta].unit", "null"), set("activities[gaceta].targets", "null"), set("activities[gaceta].targetText", `"Llegar a todos"`),
		set("mission", "null"), remove("activities[gaceta]"), remove("activities[informe]"), remove("lines[l1]"),
	} {
		p.Analyze(today)
		next, _, err := p.Apply(c)
		if err != nil {
			continue
		}
		p = next
		requireSameFromScratch(t, p, today, c)
	}
	before := p.Analyze(calendar.MustDate(2027, 2, 1))
	next, _, err := p.Apply(set("title", `"Otro"`))
	require.NoError(t, err)
	assert.False(t, next.Analyze(calendar.MustDate(2027, 2, 1)).Changed(before, "missing"))
}
