package mexico_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// placeFindings returns the codes of the findings about an office, each with its fixes in
// words.
func placeFindings(t *testing.T, env *poa.Env, o poa.Office) (list []string) {
	t.Helper()
	doc, err := poa.Empty("p", 2027)
	require.NoError(t, err)
	doc.Calendar, doc.Office = "jalisco", o
	p, err := poa.New(env, doc)
	require.NoError(t, err)
	printer := lang.New(lang.English, env)
	for _, f := range p.Check(calendar.MustDate(2027, 1, 11)) {
		if !strings.HasPrefix(string(f.Code), "office.") {
			continue
		}
		text := string(f.Code)
		for _, fix := range f.Fixes {
			text += " | " + printer.Fix(fix)
			fixed, _, err := p.Apply(&poa.Change{Edits: fix.Edits})
			require.NoError(t, err)
			for _, left := range fixed.Check(calendar.MustDate(2027, 1, 11)) {
				assert.NotEqual(t, f.Code, left.Code, "%+v: the fix %q", o, printer.Fix(fix))
			}
		}
		list = append(list, text)
	}
	return list
}

func TestPlaceOfTheOffice(t *testing.T) {
	const aguascalientes = "Use the code 01001: Aguascalientes, Aguascalientes"
	for _, c := range []struct {
		name string
		o    poa.Office
		want string
	}{
		{"the seed", poa.Office{Municipality: "Valle de Juárez", State: "Jalisco", INEGI: "14112"}, ""},
		{"without accents", poa.Office{Municipality: "VALLE DE JUAREZ", State: "Jal.", INEGI: "14112"}, ""},
		{"a name with a title", poa.Office{Municipality: "H. Ayuntamiento de Tonaya", State: "Jalisco", INEGI: "14102"}, ""},
		{"empty", poa.Office{}, ""},
		{"only a name", poa.Office{Municipality: "Comala"}, ""},
		{"only an unknown name", poa.Office{Municipality: "Springfield"}, ""},
		{"only a code", poa.Office{INEGI: "14112"}, ""},
		{"only a state", poa.Office{State: "Jalisco"}, ""},
		{"a state and its code", poa.Office{State: "Edo. Méx.", INEGI: "15106"}, ""},
		{"no state of Mexico", poa.Office{Municipality: "Tegucigalpa", State: "Francisco Morazán", INEGI: "0801"}, ""},
		{"one name in Oaxaca, first", poa.Office{Municipality: "San Pedro Mixtepec", State: "Oaxaca", INEGI: "20318"}, ""},
		{"one name in Oaxaca, second", poa.Office{Municipality: "San Pedro Mixtepec", State: "Oaxaca", INEGI: "20319"}, ""},
		{"a zero lost", poa.Office{Municipality: "Aguascalientes", State: "Aguascalientes", INEGI: "1001"}, "office.inegi-form | " + aguascalientes},
		{"a zero lost, nothing else", poa.Office{INEGI: "1001"}, "office.inegi-form | " + aguascalientes},
		{"the number of the municipality", poa.Office{State: "Aguascalientes", INEGI: "001"}, "office.inegi-form | " + aguascalientes},
		{"a hyphen", poa.Office{INEGI: "01-001"}, "office.inegi-form | " + aguascalientes},
		{"a number of a spreadsheet", poa.Office{INEGI: "1001.0"}, "office.inegi-form | " + aguascalientes},
		{"a zero lost, of another town", poa.Office{Municipality: "Tonaya", State: "Jalisco", INEGI: "1001"}, "office.inegi-form | Use the code 14102: Tonaya, Jalisco | " + aguascalientes},
		{"no code at all", poa.Office{Municipality: "Tonaya", State: "Jalisco", INEGI: "por definir"}, "office.inegi-form | Use the code 14102: Tonaya, Jalisco"},
		{"two candidates", poa.Office{Municipality: "San Pedro Mixtepec", State: "Oaxaca", INEGI: "20999"}, "office.inegi-unknown | Use the code 20318: San Pedro Mixtepec, Oaxaca | Use the code 20319: San Pedro Mixtepec, Oaxaca"},
		{"unknown code", poa.Office{INEGI: "99999"}, "office.inegi-unknown"},
		{"another town", poa.Office{Municipality: "Tonaya", State: "Jalisco", INEGI: "14112"}, "office.inegi-other | Use the code 14102: Tonaya, Jalisco | Change the municipality: Valle de Juárez, Jalisco"},
		{"another state", poa.Office{Municipality: "Tonaya", State: "Jalisco", INEGI: "01001"}, "office.inegi-other | Use the code 14102: Tonaya, Jalisco | Change the municipality: Aguascalientes, Aguascalientes"},
		{"a code of another state, no name", poa.Office{State: "Jalisco", INEGI: "01001"}, "office.inegi-other | Change the municipality: Aguascalientes, Aguascalientes"},
		{"a misspelt name with its code", poa.Office{Municipality: "Vale de Juárez", State: "Jalisco", INEGI: "14112"}, "office.inegi-other | Change the municipality: Valle de Juárez, Jalisco"},
		{"a misspelt name", poa.Office{Municipality: "Vale de Juárez", State: "Jalisco"}, "office.municipality-unknown | Change the municipality: Valle de Juárez, Jalisco"},
		{"a name of nowhere", poa.Office{Municipality: "San Roque del Monte", State: "Jalisco"}, "office.municipality-unknown"},
		{"a name of another state", poa.Office{Municipality: "Comala", State: "Jalisco"}, "office.municipality-unknown"},
		{"a misspelt name and a lost digit", poa.Office{Municipality: "Tonalla", State: "Jalisco", INEGI: "101"}, "office.inegi-form | Use the code 14101: Tonalá, Jalisco; office.municipality-unknown | Change the municipality: Tonalá, Jalisco"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, strings.Join(placeFindings(t, mexico.Env(), c.o), "; "))
		})
	}
	// The check is of the Mexican norm.
	assert.Empty(t, placeFindings(t, &poa.Env{Profiles: mexico.Env().Profiles}, poa.Office{Municipality: "Tonaya", State: "Jalisco", INEGI: "1001"}))
	// A name with many candidates offers few.
	many := placeFindings(t, mexico.Env(), poa.Office{Municipality: "Benito Juárez", INEGI: "00000"})
	require.Len(t, many, 1)
	assert.Equal(t, 3, strings.Count(many[0], " | "))
}

// The plan of the seed has no finding about its place.
func TestSeedHasItsPlace(t *testing.T) {
	data, err := os.ReadFile("../../examples/valledejuarez/plan.json")
	require.NoError(t, err)
	p, err := poa.Open(mexico.Env(), data)
	require.NoError(t, err)
	for _, f := range p.Check(calendar.MustDate(2027, 1, 11)) {
		assert.False(t, strings.HasPrefix(string(f.Code), "office."), f.Code)
	}
}
