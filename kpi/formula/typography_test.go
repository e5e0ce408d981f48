package formula_test

import (
	"errors"
	"fmt"
	"math/big"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// written draws formulas as people type them and programs print them, with their values. Vn
// is n. A part that is neither a number nor a symbol is in brackets, so that each formula has
// one reading.
func written(depth int) *rapid.Generator[expression] {
	return rapid.Custom(func(t *rapid.T) expression {
		pick := func(of ...string) string { return rapid.SampledFrom(of).Draw(t, "glyph") }
		if depth == 0 || rapid.IntRange(0, 3).Draw(t, "leaf") == 0 {
			n := rapid.Int64Range(1, 9).Draw(t, "n")
			if rapid.Bool().Draw(t, "symbol") {
				return expression{pick(fmt.Sprintf("V%d", n), fmt.Sprintf("𝑉%d", n), fmt.Sprintf("Ｖ%d", n), "V"+string(rune('₀'+n)), fmt.Sprintf("“V%d”", n)), big.NewRat(n, 1), false}
			}
			return expression{
				pick(fmt.Sprintf("%d.5", n), fmt.Sprintf("(%d,5)", n), fmt.Sprintf("%d5E-01", n), fmt.Sprintf("%d5e-1", n), fmt.Sprintf("(%d50%%)", n), fmt.Sprintf("0%d.50", n)),
				big.NewRat(10*n+5, 10), false,
			}
		}
		space := func() string { return pick("", " ", "\u00a0", "\u2009", "\u200b", " \t") }
		part := func(label string) expression {
			e := written(depth-1).Draw(t, label)
			if e.want.Sign() == 0 { // not a divisor
				e = expression{"1.5", big.NewRat(3, 2), false}
			}
			open := rapid.IntRange(0, 3).Draw(t, "bracket")
			e.text = []string{"(", "[", "{", "〖"}[open] + space() + e.text + space() + []string{")", "]", "}", "〗"}[open]
			return e
		}
		a, b := part("a"), part("b")
		e := expression{want: new(big.Rat)}
		operator := func(sign string) { e.text = a.text + space() + sign + space() + b.text }
		switch rapid.SampledFrom([]string{"+", "-", "*", "/", "sign", "power", "inverse", "sum", "max", "percent"}).Draw(t, "op") {
		case "+":
			operator(pick("+", "＋", "➕"))
			e.want.Add(a.want, b.want)
		case "-":
			operator(pick("-", "−", "–", "—", "‐"))
			e.want.Sub(a.want, b.want)
		case "*":
			operator(pick("*", "×", "·", "•", "∗", "⋅", "x", "X", "𝑥", "\u2062"))
			if rapid.Bool().Draw(t, "without operator") {
				e.text = a.text + space() + "(" + b.text + "+0)"
			}
			e.want.Mul(a.want, b.want)
		case "/":
			operator(pick("/", "÷", "∶", "⁄", "∕", "／"))
			e.want.Quo(a.want, b.want)
		case "sign":
			e = expression{pick("-", "−", "- ") + a.text, e.want.Neg(a.want), false}
		case "power":
			e = expression{a.text + pick("²", "^2", "^(2)", "^{2}", " ^ 2"), e.want.Mul(a.want, a.want), false}
		case "inverse":
			e = expression{a.text + pick("⁻¹", "^-1", "^(−1)"), e.want.Inv(a.want), false}
		case "sum":
			e.text = pick("suma", "SUMA", "Sum", "Σ", "∑") + space() + "(" + a.text + pick(", ", ";", " ; ", ",") + b.text + ")"
			e.want.Add(a.want, b.want)
		case "max":
			e.text = pick("max", "MÁX", "Máximo", "ma\u0301x") + "(" + a.text + ";" + b.text + ")"
			if e.want.Set(a.want); b.want.Cmp(a.want) > 0 {
				e.want.Set(b.want)
			}
		case "percent":
			e.text = a.text + pick("/", "÷") + b.text + pick("*100%", " x 100%", "*100 %", "×100 ％")
			e.want.Mul(e.want.Quo(a.want, b.want), big.NewRat(100, 1))
			if depth < 4 { // only all of a formula is a percentage
				e.text = "porcentaje(" + a.text + "; " + b.text + ")"
			}
		}
		return e
	})
}

func TestTypographies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := written(4).Draw(t, "e")
		before := rapid.SampledFrom([]string{"", "=", "=+", "PT = ", "% de avance = ", "\ufeff= "}).Draw(t, "before")
		text := before + e.text + rapid.SampledFrom([]string{"", ".", " "}).Draw(t, "after")
		f, err := formula.Parse(text)
		require.NoError(t, err, text)
		again, err := formula.Parse(f.String())
		require.NoError(t, err, "%s, of %s", f, text)
		require.Equal(t, f.String(), again.String(), text)
		got, err := f.Eval(func(symbol string) (exact.Number, bool) {
			n, err := exact.Parse(symbol[1:])
			return n, err == nil
		})
		if !errors.Is(err, exact.ErrOverflow) {
			require.NoError(t, err, text)
			require.Zero(t, rat(got).Cmp(e.want), "%s = %s, want %s", text, got, e.want)
		}
	})
}

// A text with two readings has two formulas: the text with each in place of the part.
func TestTwoReadings(t *testing.T) {
	for _, c := range []struct{ text, column, near, first, second string }{
		{"A*3.000", "3", "3.000", "3000", "3"},
		{"1 + 12.340*A", "5", "12.340", "12340", "12.34"},
		{"SUMA(A,1,234)", "8", "1,234", "1234", "1, 234"},
		{"MAX(1,2,3)", "5", "1,2", "1.2", "1, 2"},
		{"MAX(A;1,234)", "7", "1,234", "1234", "1.234"},
		{"SUMA(1.234,5)", "6", "1.234,5", "1234.5", "1.234, 5"},
		{"B + A/2B", "5", "A/2B", "A/2*B", "A/(2*B)"},
		{"(A)/(B)100*C", "1", "(A)/(B)100", "(A)/(B)*100", "(A)/((B)*100)"},
		{"A+5%", "1", "A+5%", "A+0.05", "(A)*(1+0.05)"},
		{"C*(A - 10%)", "4", "A - 10%", "A - 0.1", "(A)*(1-0.1)"},
		{"A*50 %", "3", "50 %", "0.5", "50"},
		{"A*100%", "3", "100%", "1", "100"},
		{"50%", "1", "50%", "0.5", "50"},
		{"A/B%", "3", "B%", "(B/100)", "B %"},
		{"Vt-1", "1", "Vt-1", "Vt - 1", "Vt_1"},
		{"A*100 (2)", "3", "100 (2)", "100*(2)", "100"},
		{"A x B + x", "1", "A x B", "A*B", "A*x*B"},
		{"2x-A", "1", "2x-A", "2*-A", "2*x-A"},
		{"(A/B)xC", "1", "(A/B)xC", "(A/B)*C", "(A/B)*xC"},
		{"X1 X2", "1", "X1 X2", "X1*2", "X1*X2"},
		{"1e2*e2", "1", "1e2", "100", "1*e2"},
		{"𝐴 + 2E−1*E", "5", "2E−1", "0.2", "2*E-1"},
		{"SUMA(V1–V3)", "6", "V1–V3", "V1..V3", "(V1-V3)"},
		{"SUMA(V1∶V3)", "6", "V1∶V3", "V1..V3", "(V1/V3)"},
	} {
		_, err := formula.Parse(c.text)
		var e *formula.Error
		require.ErrorAs(t, err, &e, c.text)
		assert.Equal(t, formula.ProblemTwoReadings, e.Problem, c.text)
		assert.Equal(t, c, struct{ text, column, near, first, second string }{c.text, fmt.Sprint(e.Column), e.Near, e.First, e.Second})
		head, rest := string([]rune(c.text)[:e.Column-1]), string([]rune(c.text)[e.Column-1+len([]rune(e.Near)):])
		first, errFirst := formula.Parse(head + e.First + rest)
		second, errSecond := formula.Parse(head + e.Second + rest)
		for _, err := range []error{errFirst, errSecond} {
			if errors.As(err, &e) { // another part of it
				assert.Equal(t, formula.ProblemTwoReadings, e.Problem, c.text)
			}
		}
		if errFirst == nil && errSecond == nil {
			assert.NotEqual(t, first.String(), second.String(), c.text)
		}
	}
}

// The variables of an indicator determine whether an x is a sign or a symbol.
func TestVariables(t *testing.T) {
	for _, c := range []struct {
		text      string
		variables []string
		want      string
	}{
		{"A x 100", []string{"A"}, "A * 100"},
		{"A x100", []string{"A", "x"}, "A * 100"},
		{"A x100", []string{"A", "x100"}, ""},
		{"A 𝑥 100", []string{"A", "𝑥"}, ""},
		{"(A)xB", []string{"A", "B"}, "A * B"},
		{"(A)xB", []string{"A", "xB"}, "A * xB"},
		{"(A)xB", []string{"A", "B", "xB"}, ""},
		{"(A)xB", []string{"A"}, ""},
		{"2x-A", []string{"A"}, "2 * -A"},
		{"2x-A", []string{"A", "x"}, ""},
		{"2x3B", []string{"B", "x3"}, "2 * 3 * B"},
		{"2x3B", []string{"B", "x3B"}, ""},
		{"1e2", []string{"A", "e"}, "100"},
		{"1e2", []string{"A", "e2"}, ""},
		{"1e+2", []string{"A", "e"}, ""},
		{"1E+2", []string{"A", "e"}, "100"},
	} {
		f, err := formula.Parse(c.text, c.variables...)
		if c.want != "" {
			require.NoError(t, err, "%s with %v", c.text, c.variables)
			assert.Equal(t, c.want, f.String(), "%s with %v", c.text, c.variables)
			continue
		}
		var e *formula.Error
		require.ErrorAs(t, err, &e, "%s with %v", c.text, c.variables)
		assert.Equal(t, formula.ProblemTwoReadings, e.Problem, c.text)
	}
}

func ExampleNearest() {
	variables := []string{"NPCE", "TPCP", "V1", "V2", "Año"}
	fmt.Printf("%q %q %q %q\n", formula.Nearest("NPEC", variables), formula.Nearest("ano", variables), formula.Nearest("V3", variables), formula.Nearest("X", variables))
	// Output: "NPCE" "Año" "" ""
}

func TestNearest(t *testing.T) {
	for _, c := range []struct {
		symbol, want string
		variables    []string
	}{
		{"a", "A", []string{"A", "B"}},
		{"A", "", []string{"B"}},
		{"Numero_de_boletines", "Número_de_boletines", []string{"Número_de_boletines"}},
		{"NumeroDeBoletines", "Número_de_boletines", []string{"Número_de_boletines"}},
		{"TPC", "TPCP", []string{"TPCP", "A"}},
		{"TPCPP", "TPCP", []string{"TPCP", "A"}},
		{"TPXP", "TPCP", []string{"TPCP", "A"}},
		{"TXXP", "", []string{"TPCP", "A"}},
		{"TPCX", "", []string{"TPCA", "TPCB"}},
		{"TPCX", "tpcx", []string{"TPCA", "tpcx"}},
		{"BE1", "", []string{"BE2", "BE10"}},
		{"BE", "", []string{"BP"}},
		{"𝑁𝑃𝐶𝐸", "npce", []string{"npce"}},
		{"A", "", nil},
	} {
		assert.Equal(t, c.want, formula.Nearest(c.symbol, c.variables), "%s in %v", c.symbol, c.variables)
	}
}

// What Parse allocates grows no faster than the text, whatever it is made of.
func TestParseGrowth(t *testing.T) {
	for _, c := range []struct{ before, unit, after string }{
		{"", "3.000+", "1"},
		{"", "A+5%+", "1"},
		{"A/2", "(B+1)", ""},
		{"A/2", "(B)", "x 2"},
		{"", "(A)xB*", "1"},
		{"", "A x ", "x"},
		{"", "2x3B+", "1"},
		{"1", " 000", ""},
		{"1", ",000", ""},
		{"1", ".000", ""},
		{"SUMA(1", ",2", ")"},
		{"SUMA(1", ",234", ";2)"},
		{"", "SUMA(1,2)+", "1"},
		{"", "SUMA(V1..V2)*", "1"},
		{"", "1e2+", "e2"},
		{"", "A^-2*", "1"},
		{"", "B%", ""},
		{"", "Vt-1+", "1"},
		{"", "de ", "x"},
		{"", "SUMA(", "1"},
		{"", "9^", "9"},
		{"A", "⁹", ""},
	} {
		allocated := func(n int) uint64 {
			text := c.before + strings.Repeat(c.unit, n/len(c.unit)) + c.after
			return bytesOf(func() { _, _ = formula.Parse(text) })
		}
		short, long := allocated(240), allocated(960)
		assert.LessOrEqual(t, long, 6*short+8192, "%s%s…%s", c.before, c.unit, c.after)
	}
}

// bytesOf returns the bytes that f allocates.
func bytesOf(f func()) uint64 {
	const runs = 20
	var before, after runtime.MemStats
	f()
	runtime.ReadMemStats(&before)
	for range runs {
		f()
	}
	runtime.ReadMemStats(&after)
	return (after.TotalAlloc - before.TotalAlloc) / runs
}
