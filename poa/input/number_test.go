package input_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/input"
)

func ExampleNumber() {
	for _, text := range []string{"21 471 habitantes", "6.00 %", "0,5", "1/3", "8.6999999999999994E-2", "#¡DIV/0!"} {
		q, err := input.Number(text)
		fmt.Printf("%v · %q · %q · %v\n", q.Value, q.Unit, q.NoData, err)
	}
	_, err := input.Number("3.500")
	fmt.Println(poa.CodeOf(err))
	// Output:
	// 21471 · "habitantes" · "" · <nil>
	// 6 · "%" · "" · <nil>
	// 0.5 · "" · "" · <nil>
	// 1/3 · "" · "" · <nil>
	// 0.087 · "" · "" · <nil>
	// 0 · "" · "#¡DIV/0!" · <nil>
	// two-readings
}

func ExampleQuantity_String() {
	fmt.Println(input.Quantity{Value: exact.Int(6), Unit: "%"}, input.Quantity{Value: exact.Int(3), Unit: "cuentas"}, input.Quantity{NoData: "N/D"})
	// Output: 6% 3 cuentas N/D
}

// What spreadsheets print for a decimal of up to 15 digits is read as that decimal.
func TestNumberReadsSpreadsheets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want, err := exact.Ratio(rapid.Int64Range(1, 1e15-1).Draw(t, "num"), int64(rapid.SampledFrom([]int{1e3, 1e7, 1e12}).Draw(t, "den")))
		require.NoError(t, err)
		num, den := want.Fraction()
		v := float64(num) / float64(den)
		for _, text := range []string{strconv.FormatFloat(v, 'g', 17, 64), strconv.FormatFloat(v, 'E', 16, 64), strconv.FormatFloat(v, 'f', -1, 64)} {
			got, err := input.Number(text)
			if poa.CodeOf(err) == input.TwoReadings || want.IsInt() {
				continue
			}
			require.NoError(t, err, text)
			require.Equal(t, want, got.Value, text)
		}
	})
}

// A text that parses is a quantity whose canonical form parses as the same, whatever
// spaces are around it.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"21 471 habitantes", "6,00 %", "1/3", "8.7E-02", "1e400", "3.500", "N/D", "#¡DIV/0!", "-", "2 millones de habitantes", "(5%)", "2.5 km²", "3 o 4", "$5", "½", "1.1000000000000001", "12 m3 (aprox.)", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := input.Number(text)
		spaced, err2 := input.Number("\u2003" + text + " \ufeff\t")
		if len(text) < 700 {
			assert.Equal(t, q, spaced)
			assert.Equal(t, poa.CodeOf(err), poa.CodeOf(err2))
		}
		checkError(t, text, err)
		if err != nil {
			require.Zero(t, q)
			return
		}
		require.LessOrEqual(t, len(q.Unit)+len(q.NoData), 2*len(text)+len("pesos"))
		again, err := input.Number(q.String())
		require.NoError(t, err, "%q is %s", text, q)
		require.Equal(t, q, again, text)
	})
}
