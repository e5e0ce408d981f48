package lang_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

func ExamplePrinter_Rule() {
	es, en := lang.New(lang.Spanish, nil), lang.New("en", nil)
	for _, text := range []string{"05-13", "05-13 3d", "Nov Thu-1", "Easter-2", "12-01 (1994+6k)"} {
		rule := calendar.MustParseRule(text)
		fmt.Println(es.Rule(rule), "·", en.Rule(rule))
	}
	// Output:
	// cada 13 de mayo · each 13 May
	// cada 13 de mayo, 3 días · each 13 May, 3 days
	// el último jueves de noviembre · the last Thursday of November
	// Viernes Santo · Good Friday
	// cada 1 de diciembre, cada 6 años a partir de 1994 · each 1 December, every 6 years from 1994
}

func TestRule(t *testing.T) {
	p := lang.New(lang.Spanish, nil)
	for text, want := range map[string]string{
		"Easter":                     "Domingo de Pascua",
		"Easter-9":                   "9 días antes del Domingo de Pascua",
		"Easter+1":                   "1 día después del Domingo de Pascua",
		"02-29":                      "cada 29 de febrero",
		"May Sun-3":                  "el antepenúltimo domingo de mayo",
		"May Sun-4":                  "el cuarto domingo de mayo, contado desde el final",
		"2027-02-01, 2027-03-15":     "1 feb 2027, 15 mar 2027",
		"2027-05-11/2027-05-15":      "11 al 15 de mayo de 2027",
		"2027-02-01 projected":       "1 feb 2027",
		"12-30 (2024+6k) 5d":         "cada 30 de diciembre, cada 6 años a partir de 2024, 5 días",
		"Feb Mon1":                   "el primer lunes de febrero",
		"2027-02-01 projected  (2d)": "",
	} {
		rule, err := calendar.ParseRule(text)
		if want == "" {
			assert.Error(t, err)
			continue
		}
		assert.Equal(t, want, p.Rule(rule), text)
	}
	assert.Empty(t, p.Rule(nil))
	assert.Empty(t, p.Rule(calendar.Fixed{Month: 13}))
}

func TestWhen(t *testing.T) {
	p := lang.New("en", nil)
	assert.Equal(t, "13–14 May 2027", p.When(&office.Adjustment{Span: calendar.MustParseSpan("2027-05-13/2027-05-14")}))
	assert.Equal(t, "the first Monday of May", p.When(&office.Adjustment{Rule: "May Mon1"}))
	assert.Equal(t, "el 3 de mayo", p.When(&office.Adjustment{Rule: "el 3 de mayo"}))
	assert.Equal(t, "every year", p.When(&office.Adjustment{Holiday: "christmas"}))
	assert.Equal(t, p.Text("word.no-dates"), p.When(&office.Adjustment{}))
}
