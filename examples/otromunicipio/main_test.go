package main

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/examples/internal/terminal"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

func Example() {
	main()
	// Output:
	// Días que sólo se descansan aquí:
	//   19 mar 2027   Cierre por fumigación (Oficio BIB/07/2027)
	//   16 ago 2027   Fiesta de San Roque (Acuerdo de cabildo 14/2026)
	//   27 sep 2027   28 de septiembre (día del servidor público) (Circular RH/09/2027)
	// Acciones:
	//   ● Terminada      Inventario del acervo          40 días hábiles
	//   ■ Con retraso    Curso de verano                9 días hábiles
	//   ▶ En curso       Mes de la lectura              14 días hábiles
	// ● Vamos bien: 330 de 400
}

// The same plan under the norm of Mexico has none of the town's decisions, and the town does
// not change the norm of Mexico.
func TestTownChangesOnlyItsOwnNorm(t *testing.T) {
	own, general := town(), mexico.Env()
	doc := library()
	ours, err := poa.New(own, doc)
	require.NoError(t, err)
	doc.Calendar = "jalisco"
	theirs, err := poa.New(general, doc)
	require.NoError(t, err)
	here, there := ours.Analyze(date("2027-09-30")), theirs.Analyze(date("2027-09-30"))

	assert.Equal(t, 9, here.Activities[1].BusinessDays, "the feast is a day off")
	assert.Equal(t, 10, there.Activities[1].BusinessDays)

	assert.False(t, here.Calendar.IsBusinessDay(date("2027-09-27")))
	assert.True(t, here.Calendar.IsBusinessDay(date("2027-09-28")), "the day off is moved")
	assert.True(t, there.Calendar.IsBusinessDay(date("2027-09-28")), "the plan moves it under any norm")
	assert.Equal(t, here.Activities[2].BusinessDays, there.Activities[2].BusinessDays)

	assert.Equal(t, kpi.LightOnTarget, here.Indicators[0].Result.Light)
	assert.Equal(t, kpi.LightAtRisk, there.Indicators[0].Result.Light)

	const key = "heading.activities"
	assert.Equal(t, "Acciones", lang.New(lang.Spanish, own).Text(key))
	assert.Equal(t, "Actividades", lang.New(lang.Spanish, general).Text(key))
	assert.Equal(t, "Activities", lang.New(lang.English, own).Text(key), "only Spanish labels differ")
}

// The profiles and lights of the town are valid, and its plan has no findings.
func TestTownIsValid(t *testing.T) {
	env := town()
	for _, p := range env.Profiles {
		assert.NoError(t, p.Validate())
		for _, h := range p.Holidays {
			assert.NoError(t, h.Basis.Validate(), h.Key)
		}
	}
	for _, l := range env.Lights {
		assert.NoError(t, l.Validate())
	}
	plan, err := poa.New(env, library())
	require.NoError(t, err)
	assert.Empty(t, plan.Check(date("2027-09-30")))
}

// Texts of a plan cannot do anything to the terminal, and a plan without a calendar is
// printed.
func TestWriteIsSafe(t *testing.T) {
	doc := library()
	doc.Activities[0].Name = "\x1b[31m\u202e" + strings.Repeat("x", 30_000)
	doc.OwnDays[1].Name = "\x1b[31m\u2066"
	for _, calendar := range []string{"san-roque", "", "marte"} {
		doc.Calendar = calendar
		plan, err := poa.New(town(), doc)
		require.NoError(t, err)
		var b bytes.Buffer
		out := terminal.NewWriter(&b)
		write(out, plan.Analyze(date("2027-09-30")), lang.New(lang.Spanish, plan.Env()))
		require.NoError(t, out.Close())
		assert.NotContains(t, b.String(), "\x1b")
		assert.NotContains(t, b.String(), "\u202e")
		assert.Contains(t, b.String(), `\u001b[31m\u202exxx`)
		for _, l := range strings.Split(b.String(), "\n") {
			assert.Less(t, utf8.RuneCountInString(l), 1000)
		}
	}
}
