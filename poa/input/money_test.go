package input_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/input"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

func ExampleMoney() {
	for _, text := range []string{"$1,234.50", "(1.234,50)", "1'234,567 M.N.", "1.5 mdp", "$ -", "-3.000", "1,234.505"} {
		m, err := input.Money(text)
		if err != nil {
			fmt.Println(text, "·", poa.CodeOf(err))
			continue
		}
		fmt.Println(text, "·", m)
	}
	// Output:
	// $1,234.50 · 1234.50
	// (1.234,50) · -1234.50
	// 1'234,567 M.N. · 1234567.00
	// 1.5 mdp · 1500000.00
	// $ - · 0.00
	// -3.000 · two-readings
	// 1,234.505 · fraction-of-centavo
}

// amounts draws amounts of every magnitude.
func amounts() *rapid.Generator[budget.Money] {
	return rapid.Custom(func(t *rapid.T) budget.Money {
		m, err := budget.Centavos(rapid.Int64Range(-budget.MaxCentavos, budget.MaxCentavos).Draw(t, "c") / int64(rapid.SampledFrom([]int{1, 100, 1e6, 1e9}).Draw(t, "d")))
		require.NoError(t, err)
		return m
	})
}

// Every way in which an amount is written is read as that amount.
func TestMoneyReadsWhatIsWritten(t *testing.T) {
	p := lang.New(lang.Spanish, nil)
	rapid.Check(t, func(t *rapid.T) {
		m := amounts().Draw(t, "m")
		printed := p.Money(m)
		plain := strings.Replace(printed, "$", "", 1)
		european := strings.NewReplacer(",", ".", ".", ",").Replace(plain)
		for _, text := range []string{
			m.String(), printed, plain, european, strings.ReplaceAll(plain, ",", "\u202f"), strings.ReplaceAll(plain, ",", "'"),
			printed + " M.N.", "MXN " + plain, m.String() + "00", "\u200e" + printed, `"` + printed + `"`, "'" + plain, printed + "=",
			p.AmountInWords(m), printed + " (" + p.AmountInWords(m.Abs()) + ")", p.AmountInWords(m) + " (" + strings.TrimPrefix(printed, "-") + ")",
		} {
			got, err := input.Money(text)
			require.NoError(t, err, text)
			require.Equal(t, m, got, text)
		}
		if m.Sign() < 0 {
			positive := strings.TrimPrefix(plain, "-")
			for _, text := range []string{"(" + positive + ")", "($" + positive + ")", positive + "-", "−$" + positive} {
				got, err := input.Money(text)
				require.NoError(t, err, text)
				require.Equal(t, m, got, text)
			}
		}
	})
}

// An amount whose words have another value is refused.
func TestWordsDisagree(t *testing.T) {
	p := lang.New(lang.Spanish, nil)
	rapid.Check(t, func(t *rapid.T) {
		m, other := amounts().Draw(t, "m").Abs(), amounts().Draw(t, "other").Abs()
		text := p.Money(m) + " (" + p.AmountInWords(other) + ")"
		got, err := input.Money(text)
		if m == other {
			require.NoError(t, err, text)
			require.Equal(t, m, got, text)
			return
		}
		require.Equal(t, input.WordsDisagree, poa.CodeOf(err), text)
	})
}

// A sum of doubles is printed with a tail, which is no fraction of a centavo.
func TestMoneyReadsSumsOfDoubles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sum float64
		var centavos int64
		for range rapid.IntRange(1, 40).Draw(t, "n") {
			c := rapid.Int64Range(1, 1e9).Draw(t, "c")
			sum, centavos = sum+float64(c)/100, centavos+c
		}
		want, err := budget.Centavos(centavos)
		require.NoError(t, err)
		for _, text := range []string{strconv.FormatFloat(sum, 'f', -1, 64), strconv.FormatFloat(sum, 'f', 17-len(strconv.FormatInt(int64(sum), 10)), 64)} {
			got, err := input.Money(text)
			require.NoError(t, err, text)
			require.Equal(t, want, got, text)
		}
	})
}

// A text that parses is an amount whose canonical form parses as the same, whatever spaces
// are around it.
func FuzzMoney(f *testing.F) {
	for _, s := range []string{"1,234.50", "$ (1'234,567.50)", "-3.000", "1.5 mdp", "2 millones 500 mil pesos", "100 pesos 50/100 M.N.", "50 centavos", "1e3", "½", "$ -", "MX$1 234,5-", "#REF!", "1234.5599999999999", "100 usd", "\xff", "١", "$1,234.50 (mil doscientos treinta y cuatro pesos 50/100 M.N.)", "cien pesos con 50 centavos", "1234.5600000000002", "$***5.00***", "1,234.-", "'5", "5 (IVA incluido)", "menos mil"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := input.Money(text)
		spaced, err2 := input.Money("\u2003" + text + " \ufeff\t")
		if len(text) < 700 {
			assert.Equal(t, m, spaced)
			assert.Equal(t, poa.CodeOf(err), poa.CodeOf(err2))
		}
		checkError(t, text, err)
		if err != nil {
			require.True(t, m.IsZero())
			return
		}
		again, err := input.Money(m.String())
		require.NoError(t, err, "%q is %s", text, m)
		require.Equal(t, m, again)
	})
}
