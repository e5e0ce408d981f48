package input_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/input"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

func ExampleRule() {
	p := lang.New(lang.Spanish, nil)
	for _, text := range []string{"13 de mayo, 3 días", "primer lunes de febrero", "Viernes Santo"} {
		rule, _ := input.Rule(text)
		fmt.Println(rule, "·", p.Rule(rule))
	}
	// Output:
	// 05-13 3d · cada 13 de mayo, 3 días
	// Feb Mon1 · el primer lunes de febrero
	// Easter-2 · Viernes Santo
}

func TestRule(t *testing.T) {
	for text, want := range map[string]string{
		"05-13": "05-13", " 05-13 3d ": "05-13 3d", "2027-02-01, 2027-03-15": "2027-02-01, 2027-03-15",
		"13 de mayo": "05-13", "13/05": "05-13", "13-5": "05-13", "13 may": "05-13", "May 13": "05-13", "1º de enero": "01-01",
		"cada 13 de mayo": "05-13", "el 29 de febrero": "02-29", "13 de mayo 3d": "05-13 3d", "each 13 May, 3 days": "05-13 3d",
		"primer lunes de mayo": "May Mon1", "el último viernes de noviembre": "Nov Fri-1", "last Friday of November": "Nov Fri-1",
		"Third Monday of November": "Nov Mon3", "penúltimo domingo de mayo": "May Sun-2",
		"viernes santo": "Easter-2", "Jueves Santo": "Easter-3", "miércoles santo": "Easter-4", "Domingo de Pascua": "Easter",
		"Good Friday": "Easter-2", "Corpus Christi": "Easter+60", "miércoles de ceniza": "Easter-46", "jueves santo, 2 días": "Easter-3 2d",

		"": "", "mayo": "", "31 de febrero": "", "13 de mayo de 2027": "", "lunes": "", "sexto lunes de mayo": "", "13 de mayo, 0 días": "",
		"13 de mayo, 999 días": "", "primer lunes de 13": "", "días": "", "d": "", "0 de mayo": "", "256 de mayo": "", "13 de 257": "",
	} {
		rule, err := input.Rule(text)
		if want == "" {
			assert.Equal(t, input.NotARule, poa.CodeOf(err), text)
		} else if assert.NoError(t, err, text) {
			assert.Equal(t, want, rule.String(), text)
		}
	}
}

// A text that parses is a rule that the Printer has words for, and the rule's String
// parses as the same rule.
func FuzzRule(f *testing.F) {
	for _, s := range []string{
		"13 de mayo, 3 días", "primer lunes de febrero", "Viernes Santo", "05-13 3d", "1º/1", "12-01 (1994+6k)", "2do lunes de junio", "del 11 al 23 de mayo",
		"24 y 25 de diciembre", "20 dic - 6 ene", "60 días después de Pascua", "second to last Friday of May", "ene-27",
	} {
		f.Add(s)
	}
	p := lang.New(lang.Spanish, nil)
	f.Fuzz(func(t *testing.T, s string) {
		rule, err := input.Rule(s)
		spaced, _ := input.Rule("\u2003" + s + " \ufeff\t")
		if len(s) < 700 && ((rule == nil) != (spaced == nil) || rule != nil && rule.String() != spaced.String()) {
			t.Fatalf("%q is %v, and %v with spaces around it", s, rule, spaced)
		}
		checkError(t, s, err)
		if err != nil {
			if rule != nil {
				t.Fatalf("%q: %v", s, rule)
			}
			return
		}
		if again, err := calendar.ParseRule(rule.String()); err != nil || again.String() != rule.String() {
			t.Fatalf("%q is %v, which parses as %v, %v", s, rule, again, err)
		}
		if p.Rule(rule) == "" {
			t.Fatalf("%v has no words", rule)
		}
		if again, err := input.Rule(rule.String()); err != nil || again.String() != rule.String() {
			t.Fatalf("%v is read as %v, %v", rule, again, err)
		}
	})
}
