package input_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa/input"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

func ExampleFormula() {
	f, _ := input.Formula("PT = (𝐴 − 𝐵)•100 %")
	fmt.Println(f)
	_, err := input.Formula("(A/B)*100%")
	fmt.Println(lang.New(lang.English, nil).Error(err))
	// Output:
	// (A - B) * 100
	// The formula cannot be read from character 10, “%”. The % sign is only for the end, as a unit, and not next to a number: write *100 or /100.
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
