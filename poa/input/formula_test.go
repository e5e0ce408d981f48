package input_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/input"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

func ExampleFormula() {
	f, _ := input.Formula("PT = (𝐴 − 𝐵)•100 %")
	fmt.Println(f)
	_, err := input.Formula("MAX(A,0,5)")
	fmt.Println(lang.New(lang.English, nil).Error(err))
	// Output:
	// (A - B) * 100
	// The formula has two readings at character 7: “0,5” may be “0.5” or “0, 5”. Write the one that is meant.
}

// valueOf returns the value of a formula as testdata/formulas.csv has it: "?" for two
// readings, "" if it is refused or has no value.
func valueOf(text, let string, variables ...string) string {
	f, err := input.Formula(text, variables...)
	if poa.CodeOf(err) == input.TwoReadings {
		return "?"
	}
	if err != nil {
		return ""
	}
	v, err := f.Eval(func(symbol string) (exact.Number, bool) {
		for _, pair := range strings.Split(let, ";") {
			if name, n, ok := strings.Cut(pair, "="); ok && name == symbol {
				return exact.MustParse(n), true
			}
		}
		return exact.Number{}, false
	})
	if err != nil {
		return ""
	}
	return fraction(v)
}

// testdata/formulas.csv has formulas as people type them and sheets print them, with the
// variables that the indicator has, and why each has that value.
func TestFormulas(t *testing.T) {
	file, err := os.Open("testdata/formulas.csv")
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	require.Greater(t, len(rows), 150)
	for _, row := range rows[1:] {
		text, let, want := row[0], row[1], row[2]
		var variables []string
		for _, pair := range strings.Split(let, ";") {
			if name, _, ok := strings.Cut(pair, "="); ok {
				variables = append(variables, name)
			}
		}
		assert.Equal(t, want, valueOf(text, let, variables...), "%s with %s: %s", text, let, row[3])
		if unknown := valueOf(text, let); unknown != "?" && want != "?" {
			assert.Equal(t, want, unknown, "%s without its variables", text)
		}
		f, err := input.Formula(text, variables...)
		checkError(t, text, err)
		if err != nil {
			continue
		}
		again, err := input.Formula(f.String(), variables...)
		require.NoError(t, err, "%s of %s", f, text)
		assert.Equal(t, f.String(), again.String(), text)
	}
}

// A refusal says where, what is wrong, and what would be right.
func TestFormulaMessages(t *testing.T) {
	for _, c := range []struct {
		text      string
		variables []string
		es, en    string
	}{
		{
			"MAX(A,0,5)", nil,
			"La fórmula tiene dos lecturas en el carácter 7: “0,5” puede ser “0.5” o “0, 5”. Escriba la que corresponde.",
			"The formula has two readings at character 7: “0,5” may be “0.5” or “0, 5”. Write the one that is meant.",
		},
		{
			"(A/B) x 100",
			[]string{"A", "B", "x"},
			"La fórmula tiene dos lecturas en el carácter 1: “(A/B) x 100” puede ser “(A/B)*100” o “(A/B)*x*100”. Escriba la que corresponde.",
			"The formula has two readings at character 1: “(A/B) x 100” may be “(A/B)*100” or “(A/B)*x*100”. Write the one that is meant.",
		},
		{
			"2 + A/2B", nil,
			"La fórmula tiene dos lecturas en el carácter 5: “A/2B” puede ser “A/2*B” o “A/(2*B)”. Escriba la que corresponde.",
			"The formula has two readings at character 5: “A/2B” may be “A/2*B” or “A/(2*B)”. Write the one that is meant.",
		},
		{
			"A+5%", nil,
			"La fórmula tiene dos lecturas en el carácter 1: “A+5%” puede ser “A+0.05” o “(A)*(1+0.05)”. Escriba la que corresponde.",
			"The formula has two readings at character 1: “A+5%” may be “A+0.05” or “(A)*(1+0.05)”. Write the one that is meant.",
		},
		{
			"(Número de boletines / B) * 100", nil,
			"La fórmula no se puede leer a partir del carácter 2, “Número de boletines”. Una variable se escribe con una letra o una sola palabra: defina una variable con ese nombre, por ejemplo A, y escriba A en la fórmula.",
			"The formula cannot be read from character 2, “Número de boletines”. A variable is written as one letter or one word: define a variable of that name, such as A, and write A in the formula.",
		},
		{
			"A*(B+1]", nil,
			"La fórmula no se puede leer a partir del carácter 3, “(”. Falta el signo que lo cierra: paréntesis con paréntesis, corchete con corchete y llave con llave.",
			"The formula cannot be read from character 3, “(”. The sign that closes it is missing: a parenthesis closes a parenthesis, a bracket a bracket and a brace a brace.",
		},
		{
			"A/B)*100", nil,
			"La fórmula no se puede leer a partir del carácter 4, “)”. Hay un paréntesis de cierre de más, o falta el que lo abre.",
			"The formula cannot be read from character 4, “)”. There is one closing parenthesis too many, or its opening one is missing.",
		},
		{
			"SI(A>0;1;0)", nil,
			"La fórmula no se puede leer a partir del carácter 1, “SI”. No existe esa función: use suma, promedio, min, max o porcentaje. Si es un producto, escriba * antes del paréntesis.",
			"The formula cannot be read from character 1, “SI”. There is no such function: use suma, promedio, min, max or porcentaje. If it is a product, write * before the parenthesis.",
		},
		{
			"100*MAX(A,B;0)", nil,
			"La fórmula no se puede leer a partir del carácter 10, “,”. La coma se mezcla con punto y coma: separe todos los argumentos con punto y coma.",
			"The formula cannot be read from character 10, “,”. The comma is mixed with semicolons: separate all arguments with semicolons.",
		},
	} {
		_, err := input.Formula(c.text, c.variables...)
		assert.Equal(t, c.es, lang.New(lang.Spanish, nil).Error(err), c.text)
		assert.Equal(t, c.en, lang.New(lang.English, nil).Error(err), c.text)
	}
}

// A formula that parses has a canonical form that parses as the same, whatever spaces are
// around it; formula.FuzzParse checks its value.
func FuzzFormula(f *testing.F) {
	for _, s := range []string{"(A/B)*100", "PT = (𝐴 − 𝐵)•100 %", "Σ A/n", "A/Α", "А", "{A}²", "=A", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		formula, err := input.Formula(text)
		checkError(t, text, err)
		if err != nil {
			require.Nil(t, formula)
			return
		}
		again, err := input.Formula(formula.String())
		require.NoError(t, err)
		require.Equal(t, formula.String(), again.String())
		if len(text) < 900 {
			spaced, err := input.Formula("\u2003" + text + " \ufeff\t")
			require.NoError(t, err)
			require.Equal(t, formula.String(), spaced.String())
		}
	})
}
