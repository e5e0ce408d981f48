package input_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/input"
	"github.com/rumbo-mx/rumbo/poa/lang"
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

// Every way in which a number is written is read as that number.
func TestNumberReadsWhatIsWritten(t *testing.T) {
	p := lang.New(lang.Spanish, nil)
	rapid.Check(t, func(t *rapid.T) {
		decimals := rapid.SampledFrom([]int{0, 1, 2, 4, 6}).Draw(t, "decimals")
		digits := rapid.Int64Range(0, 1e12).Draw(t, "digits") / int64(rapid.SampledFrom([]int{1, 1e3, 1e6, 1e9}).Draw(t, "scale"))
		v, err := exact.Ratio(digits, int64(math.Pow10(decimals)))
		require.NoError(t, err)
		printed := p.Number(v, decimals)
		european := strings.NewReplacer(",", ".", ".", ",").Replace(printed)
		texts := []string{v.String(), printed, "+" + printed, strings.ReplaceAll(printed, ",", "\u202f"), strings.ReplaceAll(printed, ",", "'"), `"` + printed + `"`, "'" + printed, printed + "."}
		if decimals > 0 && decimals != 3 || strings.Count(european, ".") > 1 {
			texts = append(texts, european)
		}
		if !v.IsZero() {
			num, den := v.Fraction()
			texts = append(texts, strconv.FormatInt(digits, 10)+"E-"+strconv.Itoa(decimals), strconv.FormatInt(digits, 10)+"×10^-"+strconv.Itoa(decimals))
			if den > 1 {
				texts = append(texts, strconv.FormatInt(num, 10)+"/"+strconv.FormatInt(den, 10))
			}
		}
		for _, text := range texts {
			for unit, behind := range map[string]string{"": "", "%": " %", "habitantes": " habitantes", "km²": " km²"} {
				if unit != "" && (strings.Trim(text, "0123456789.,'") != "" || strings.HasSuffix(text, ".") || text[0] == '\'') {
					continue
				}
				got, err := input.Number(text + behind)
				if poa.CodeOf(err) == input.TwoReadings && (strings.HasSuffix(v.String(), "0") || unit != "") && len(v.String())-strings.IndexByte(v.String(), '.') == 4 {
					continue // 3 decimals are left of 4
				}
				require.NoError(t, err, text+behind)
				require.Equal(t, input.Quantity{Value: v, Unit: unit}, got, text+behind)
			}
			if text[0] == '+' || text[0] == '"' || text[0] == '\'' || strings.HasSuffix(text, ".") || strings.ContainsAny(text, "E^") {
				continue
			}
			for _, below := range []string{"-" + text, "(" + text + ")", text + "-", "− " + text, "menos " + text} {
				got, err := input.Number(below)
				require.NoError(t, err, below)
				require.Equal(t, v.Neg(), got.Value, below)
			}
		}
	})
}

// A text that parses is a quantity whose canonical form parses as the same, whatever
// spaces are around it.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"21 471 habitantes", "6,00 %", "1/3", "8.7E-02", "1e400", "3.500", "N/D", "#¡DIV/0!", "-", "2 millones de habitantes", "(5%)", "2.5 km²", "3 o 4", "$5", "½", "1.1000000000000001", "12 m3 (aprox.)", "\xff", "1½ horas", "2 1/2", "1,5×10³", "5 (cinco) días", "1.2340 km", "doce mil", "100% (cien por ciento)", "1.5 mdp", "3er"} {
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
