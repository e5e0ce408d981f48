package formula_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// values returns a lookup function for a map of texts.
func values(m map[string]string) func(string) (exact.Number, bool) {
	return func(symbol string) (exact.Number, bool) {
		text, ok := m[symbol]
		if !ok {
			return exact.Number{}, false
		}
		return exact.MustParse(text), true
	}
}

func TestEval(t *testing.T) {
	v := map[string]string{
		"A": "120", "B": "100", "C0": "61.5", "Z": "0", "V1": "1", "V2": "2", "V3": "6", "x": "5", "año": "2027", "VFRH": "9409845",
		"TV": "34155615", "Número_de_viviendas": "7", "Vx": "9", "Α": "1", "Β": "2", "σ": "3", "sum": "8",
	}
	for _, tt := range []struct{ text, canonical, want string }{
		{"((A/B)-1)*100", "(A / B - 1) * 100", "20"}, // 19.999999999999996 in floats
		{"(A/B)*100", "A / B * 100", "120"},
		{"[A/B]*100", "A / B * 100", "120"},
		{"[(A)/(B)] x100", "A / B * 100", "120"},
		{"( A / B ) X 100", "A / B * 100", "120"},
		{"A × B ÷ 100 · 2", "A * B / 100 * 2", "240"},
		{"A*1,5", "A * 1.5", "180"},
		{"0,125 + 0.5", "0.125 + 0.5", "0.625"},
		{"9,941,077 / 1", "9941077 / 1", "9941077"},
		{"132,099", "132099", "132099"},
		{"1,234.5", "1234.5", "1234.5"},
		{"32,035,801/( 299,939,010 ) x 100", "32035801 / 299939010 * 100", "45765430/4284843"},
		{"(132,099/430,180)*100", "132099 / 430180 * 100", "660495/21509"},
		{"1,5 + 12,34", "1.5 + 12.34", "13.84"},
		{"A – B − 1", "A - B - 1", "19"},
		{"A - (B - 1)", "A - (B - 1)", "21"},
		{"-A^2", "-A^2", "-14400"},
		{"(-A)^2", "(-A)^2", "14400"},
		{"2^3", "2^3", "8"},
		{"A^0", "A^0", "1"},
		{"- -A", "-(-A)", "120"},
		{"A*-B", "A * -B", "-12000"},
		{"-(A*B)", "-(A * B)", "-12000"},
		{"suma(V1..V3)/3", "sum(V1, V2, V3) / 3", "3"},
		{"promedio(V1; V2; V3)", "average(V1, V2, V3)", "3"},
		{"Σ(V1,V2)", "sum(V1, V2)", "3"},
		{"∑(V1,V2)", "sum(V1, V2)", "3"},
		{"MÁX(1;5) + mínimo(V1; V2+V3)", "max(1, 5) + min(V1, V2 + V3)", "6"},
		{"porcentaje(A; B)", "percent(A, B)", "120"},
		{"x * x", "x * x", "25"},
		{"año", "año", "2027"},
		{"Número_de_viviendas*σ", "Número_de_viviendas * σ", "21"},
		{"sum + 1", "sum + 1", "9"},
		{"C0/3", "C0 / 3", "20.5"},
		{"1/3", "1 / 3", "1/3"},
		{"007", "7", "7"},
		{"A +\n\tB", "A + B", "220"},
		{"A\u00a0+ B", "A + B", "220"},
		// What word processors and spreadsheets write; see also testdata/typed.csv of poa/input.
		{"((A/B)−1)*100", "(A / B - 1) * 100", "20"},
		{"((A∕B)﹣1)＊100", "(A / B - 1) * 100", "20"},
		{"{[(A)/B]}•2", "A / B * 2", "2.4"},
		{"A — B – 1", "A - B - 1", "19"},
		{"A\u2062B", "A * B", "12000"},
		{"𝐀/𝘉 𝗑 𝟏𝟬𝟎", "A / B * 100", "120"},
		{"Ａ／Ｂ", "A / B", "1.2"},
		{"A²/B¹", "A^2 / B^1", "144"},
		{"2¹⁰", "2^10", "1024"},
		{"V₁ + V₂", "V1 + V2", "3"},
		{"Vₓ + 1", "Vx + 1", "10"},
		{"suma(V1…V3)", "sum(V1, V2, V3)", "9"},
		{"suma(V1...V3)", "sum(V1, V2, V3)", "9"},
		{"an\u0303o", "año", "2027"},
		{"mi\u0301nimo(A;B)", "min(A, B)", "100"},
		{"\ufeff=\u00a0(A/B)*100\u200b", "A / B * 100", "120"},
		{"Porcentaje de año = (A/B)*100 %", "A / B * 100", "120"},
		{"% de avance = A/B", "A / B", "1.2"},
		{"PT=(A/B)*100 ％", "A / B * 100", "120"},
		{"A/B %", "A / B", "1.2"},
		{"〖(A)/(B)〗", "A / B", "1.2"},
		{"Α + Β x 2", "Α + Β * 2", "5"}, // all Greek
		{"suma(Α; Β)", "sum(Α, Β)", "3"},
		{"+A", "A", "120"},
		{".5", "0.5", "0.5"},
		{"(A)(B)", "A * B", "12000"},
		{"2A", "2 * A", "240"},
		{"21 471", "21471", "21471"},
		{"1.234,5", "1234.5", "1234.5"},
		{"2⁻¹", "2^-1", "0.5"},
		{"2^-0", "2^0", "1"},
		{"(A/B)*100%", "A / B * 100", "120"},
		{"0.35999999999999999*100", "0.36 * 100", "36"},
	} {
		f, err := formula.Parse(tt.text)
		require.NoError(t, err, tt.text)
		assert.Equal(t, tt.canonical, f.String(), tt.text)
		got, err := f.Eval(values(v))
		require.NoError(t, err, tt.text)
		assert.Equal(t, tt.want, got.String(), tt.text)
		again, err := formula.Parse(f.String())
		require.NoError(t, err, f.String())
		assert.Equal(t, f.String(), again.String())
	}
}

func TestErrors(t *testing.T) {
	deep := strings.Repeat("(", 40) + "A" + strings.Repeat(")", 40)
	for _, tt := range []struct {
		text    string
		problem formula.Problem
		column  int
		near    string
	}{
		{"", formula.ProblemEmpty, 1, ""},
		{" \n", formula.ProblemEmpty, 1, ""},
		{strings.Repeat("A+", 501), formula.ProblemTooLong, 1001, ""},
		{deep, formula.ProblemTooDeep, 33, "("},
		{strings.Repeat("-", 900) + "A", formula.ProblemTooDeep, 33, "-"},
		{strings.Repeat("(", 999), formula.ProblemTooDeep, 33, "("},
		{"A & B", formula.ProblemCharacter, 3, "&"},
		{"ñandú $ 2", formula.ProblemCharacter, 7, "$"},
		{"A\xff", formula.ProblemCharacter, 2, "\uFFFD"},
		{"A+", formula.ProblemOperand, 3, ""},
		{"A+*B", formula.ProblemOperand, 3, "*"},
		{"()", formula.ProblemOperand, 2, ")"},
		{"A B", formula.ProblemOperator, 3, "B"},
		{"(A+B", formula.ProblemUnclosed, 1, "("},
		{"A*(B]", formula.ProblemUnclosed, 3, "("},
		{"suma(A", formula.ProblemUnclosed, 5, "("},
		{"A)", formula.ProblemUnopened, 2, ")"},
		{"A]", formula.ProblemUnopened, 2, "]"},
		{"raíz(A)", formula.ProblemFunction, 1, "raíz"},
		{"percent(A)", formula.ProblemArguments, 1, "percent"},
		{"12,34,56", formula.ProblemNumber, 1, "12"},
		{"9,941,07", formula.ProblemNumber, 1, "9"},
		{"99999999999999999999", formula.ProblemNumber, 1, "99999999999999999999"},
		{"1.2.3", formula.ProblemNumber, 1, "1"},
		{"A^B", formula.ProblemExponent, 3, "B"},
		{"A^13", formula.ProblemExponent, 3, "13"},
		{"A^1.5", formula.ProblemExponent, 3, "1"},
		{"2^3^2", formula.ProblemExponent, 4, "^"},
		{"suma(V6..V1)", formula.ProblemRange, 6, "V6"},
		{"suma(V2..V1)", formula.ProblemRange, 6, "V2"},
		{"suma(V1..W3)", formula.ProblemRange, 6, "V1"},
		{"V1..V6", formula.ProblemRange, 3, "."},
		{"suma(V1..V99)", formula.ProblemRange, 6, "V1"},
		{"A/B = C", formula.ProblemEquals, 5, "="},
		{"PT = A = B", formula.ProblemEquals, 8, "="},
		{"A = A/B", formula.ProblemEquals, 3, "="},
		{"A x B = C", formula.ProblemEquals, 7, "="},
		{"PT =", formula.ProblemOperand, 5, ""},
		{"= =A", formula.ProblemEquals, 3, "="},
		{"%", formula.ProblemPercent, 1, "%"},
		{"A % B", formula.ProblemPercent, 3, "%"},
		{"(A/B)*100 % %", formula.ProblemPercent, 13, "%"},
		{"{A)", formula.ProblemUnclosed, 1, "{"},
		{"A}", formula.ProblemUnopened, 2, "}"},
		{"Σ A/n", formula.ProblemRange, 1, "Σ"},
		{"∑ A", formula.ProblemRange, 1, "∑"},
		{"A⁻¹³", formula.ProblemExponent, 2, "-"},
		{"Aⁿ", formula.ProblemExponent, 2, "n"},
		{"½*A", formula.ProblemCharacter, 1, "½"},
		{"2₁", formula.ProblemOperator, 2, "₁"},
		{"A\u202e+B", formula.ProblemCharacter, 2, "\u202e"},
		// The column counts what was written, not what it is read as.
		{"𝑁𝑉𝐷 +\u200b − ", formula.ProblemOperand, 10, ""},
		{"an\u0303o² & B", formula.ProblemCharacter, 7, "&"},
		{"𝐴 & B", formula.ProblemCharacter, 3, "&"},
		// Letters that look like others.
		{"Α/A", formula.ProblemLookalike, 1, "Α"},
		{"(A/Β)*100", formula.ProblemLookalike, 4, "Β"},
		{"NΡN*2", formula.ProblemLookalike, 2, "Ρ"},
		{"𝛢 + B", formula.ProblemLookalike, 1, "Α"},
		{"suma(A; Μ)", formula.ProblemLookalike, 9, "Μ"},
		{"А/В", formula.ProblemLookalike, 1, "А"}, // Cyrillic
		{"A х 100", formula.ProblemLookalike, 3, "х"},
		{strings.Repeat("1+", 300) + "1", formula.ProblemTooComplex, 500, "+"},
	} {
		f, err := formula.Parse(tt.text)
		var e *formula.Error
		require.ErrorAs(t, err, &e, "Parse(%.40q) = %v", tt.text, f)
		assert.Equal(t, formula.Error{Problem: tt.problem, Column: tt.column, Near: tt.near}, *e, "Parse(%.40q): %v", tt.text, err)
		assert.True(t, strings.HasPrefix(err.Error(), "formula: column "), err.Error())
	}
}

func TestEvalErrors(t *testing.T) {
	v := values(map[string]string{"A": "5", "B": "0", "C": "3", "D": "3", "big": "9223372036854775807"})
	for _, tt := range []struct {
		text   string
		err    error
		symbol string
		column int
	}{
		{"A/B", exact.ErrDivisionByZero, "B", 2},
		{"(A/(C-D))*100", exact.ErrDivisionByZero, "C - D", 3},
		{"1/(A/C*B)", exact.ErrDivisionByZero, "A / C * B", 2},
		{"percent(A, suma(B, B))", exact.ErrDivisionByZero, "sum(B, B)", 1},
		{"A + año", formula.ErrNoValue, "año", 5},
		{"big * 2", exact.ErrOverflow, "", 5},
		{"big^12", exact.ErrOverflow, "", 4},
		{"suma(big; 1)", exact.ErrOverflow, "", 1},
	} {
		f, err := formula.Parse(tt.text)
		require.NoError(t, err, tt.text)
		_, err = f.Eval(v)
		var e *formula.EvalError
		require.ErrorAs(t, err, &e, tt.text)
		assert.ErrorIs(t, err, tt.err, tt.text)
		assert.Equal(t, tt.symbol, e.Symbol, tt.text)
		assert.Equal(t, tt.column, e.Column, tt.text)
	}
	_, err := new(formula.Formula).Eval(v)
	assert.ErrorIs(t, err, formula.ErrNoValue)
	assert.Equal(t, "", new(formula.Formula).String())
}

// expression is a formula as text, its value, and whether it divides by zero.
type expression struct {
	text string
	want *big.Rat
	zero bool
}

// rat returns n as a big.Rat, to which results are compared.
func rat(n exact.Number) *big.Rat { num, den := n.Fraction(); return big.NewRat(num, den) }

// expressions draws formulas of every operator and function, with and without redundant
// parentheses.
func expressions(depth int) *rapid.Generator[expression] {
	return rapid.Custom(func(t *rapid.T) expression {
		if depth == 0 || rapid.IntRange(0, 3).Draw(t, "leaf") == 0 {
			n := rapid.IntRange(0, 9).Draw(t, "n")
			if rapid.Bool().Draw(t, "symbol") {
				return expression{fmt.Sprintf("V%d", n), big.NewRat(int64(n), 1), false}
			}
			return expression{fmt.Sprintf("%d.5", n), big.NewRat(int64(2*n+1), 2), false}
		}
		a := expressions(depth-1).Draw(t, "a")
		b := expressions(depth-1).Draw(t, "b")
		e := expression{want: new(big.Rat), zero: a.zero || b.zero}
		switch op := rapid.SampledFrom([]string{"+", "-", "*", "/", "neg", "^", "suma", "max", "min", "promedio", "porcentaje"}).Draw(t, "op"); op {
		case "+":
			e.text = "(" + a.text + ")+(" + b.text + ")"
			e.want.Add(a.want, b.want)
		case "-":
			e.text = a.text + " − [" + b.text + "]"
			e.want.Sub(a.want, b.want)
			if strings.ContainsAny(a.text, "^−/*+-") { // parentheses are needed
				e.text = "(" + a.text + ") − [" + b.text + "]"
			}
		case "*":
			e.text = "(" + a.text + ") x (" + b.text + ")"
			e.want.Mul(a.want, b.want)
		case "/":
			e.text = "(" + a.text + ")/(" + b.text + ")"
			if b.want.Sign() == 0 {
				e.zero = true
			} else {
				e.want.Quo(a.want, b.want)
			}
		case "neg":
			e = expression{"-(" + a.text + ")", new(big.Rat).Neg(a.want), a.zero}
		case "^":
			e = expression{"(" + a.text + ")^2", new(big.Rat).Mul(a.want, a.want), a.zero}
		case "porcentaje":
			e.text = op + "(" + a.text + "; " + b.text + ")"
			if b.want.Sign() == 0 {
				e.zero = true
			} else {
				e.want.Mul(e.want.Quo(a.want, b.want), big.NewRat(100, 1))
			}
		default:
			e.text = op + "(" + a.text + ", " + b.text + ")"
			switch {
			case op == "suma":
				e.want.Add(a.want, b.want)
			case op == "promedio":
				e.want.Mul(e.want.Add(a.want, b.want), big.NewRat(1, 2))
			case (a.want.Cmp(b.want) > 0) == (op == "max"):
				e.want.Set(a.want)
			default:
				e.want.Set(b.want)
			}
		}
		return e
	})
}

func TestAgainstBigRat(t *testing.T) {
	lookup := func(symbol string) (exact.Number, bool) {
		n, err := exact.Parse(symbol[1:])
		return n, err == nil
	}
	rapid.Check(t, func(t *rapid.T) {
		e := expressions(4).Draw(t, "e")
		f, err := formula.Parse(e.text)
		require.NoError(t, err, e.text)
		again, err := formula.Parse(f.String())
		require.NoError(t, err, "%s, of %s", f, e.text)
		require.Equal(t, f.String(), again.String())
		require.LessOrEqual(t, len(f.String()), 2*len(e.text))
		got, err := f.Eval(lookup)
		same, errSame := again.Eval(lookup)
		require.True(t, got == same && (err == nil) == (errSame == nil), "%s = %s, %s = %s", e.text, got, again, same)
		switch {
		case errors.Is(err, exact.ErrOverflow):
		case e.zero:
			require.ErrorIs(t, err, exact.ErrDivisionByZero, e.text)
		default:
			require.NoError(t, err, e.text)
			require.Zero(t, rat(got).Cmp(e.want), "%s = %s, want %s", e.text, got, e.want)
		}
	})
}

func TestDeepStack(t *testing.T) {
	f, err := formula.Parse("suma(V1..V20) + A/(A-(A-(A-(A-(A-(A-(A-1)))))))")
	require.NoError(t, err)
	one := func(string) (exact.Number, bool) { return exact.Int(1), true }
	_, err = f.Eval(one)
	require.ErrorIs(t, err, exact.ErrDivisionByZero)
	f, err = formula.Parse("suma(V1..V60)")
	require.NoError(t, err)
	got, err := f.Eval(one)
	require.NoError(t, err)
	assert.Equal(t, "60", got.String())
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = f.Eval(one) }))
	_, err = formula.Parse("suma(V1..V60) + suma(V1..V60)")
	require.NoError(t, err, "the first sum is reduced to one value before the second")
	_, err = formula.Parse("suma(V1..V60, W1..W60)")
	assert.Error(t, err)
	_, err = formula.Parse(strings.Repeat("suma(Variable100..Variable159)+", 8) + "1")
	assert.Error(t, err, "the output of String is too long for Parse")
}

func TestSymbols(t *testing.T) {
	f, err := formula.Parse("(MP - MN)/MT*100 + MP")
	require.NoError(t, err)
	assert.Equal(t, []string{"MP", "MN", "MT"}, f.Symbols())
	assert.True(t, f.Uses("MT"))
	assert.False(t, f.Uses("mt"), "case matters")
	assert.True(t, f.Uses("𝑀𝑇"), "the letters of an equation are those that people type")
}

func ExampleSymbol() {
	fmt.Println(formula.Symbol("𝑁𝑉𝐷ₙ"), formula.Symbol("NVD_n"))
	// Output: NVDn NVD_n
}

// The message names the alphabet, since the letters look the same.
func TestLookalikeMessage(t *testing.T) {
	_, err := formula.Parse("Α/A")
	assert.EqualError(t, err, `formula: column 1: "Α": this is a Greek letter, not the Latin A: type it again`)
	_, err = formula.Parse("Σ A/n")
	assert.ErrorContains(t, err, "a sum needs its bounds")
}

// TestPrintedSubstitutions recomputes the substitutions printed on real sheets. Several
// results differ from the printed ones, and one agrees only if truncated.
func TestPrintedSubstitutions(t *testing.T) {
	rows := readCSV(t, "testdata/printed_substitutions.csv")
	require.Len(t, rows, 11)
	for _, row := range rows {
		text, printed, recomputed := row[0], row[1], row[2]
		f, err := formula.Parse(text)
		require.NoError(t, err, text)
		v, err := f.Eval(values(nil))
		require.NoError(t, err, text)
		assert.Equal(t, recomputed, v.Format(6), text)
		decimals := 0
		if dot := strings.IndexByte(printed, '.'); dot >= 0 {
			decimals = len(printed) - dot - 1
		}
		cut, err := v.Truncate(decimals)
		require.NoError(t, err, text)
		rounded, truncated := v.Format(decimals) == printed, cut.Format(decimals) == printed
		assert.Equal(t, row[3], strconv.FormatBool(rounded), "%s rounds to %s", text, printed)
		assert.Equal(t, row[4], strconv.FormatBool(truncated), "%s is cut to %s", text, printed)
	}
}

func TestRealFormulas(t *testing.T) {
	rows := readCSV(t, "testdata/real_formulas.csv")
	require.Len(t, rows, 15)
	for _, row := range rows {
		f, err := formula.Parse(row[0])
		if row[2] == "" {
			require.NoError(t, err, row[0])
			assert.Equal(t, row[1], f.String())
			continue
		}
		var e *formula.Error
		require.ErrorAs(t, err, &e, row[0])
		assert.Equal(t, row[2]+" "+row[3], e.Problem.String()+" "+strconv.Itoa(e.Column), row[0])
	}
}

// readCSV returns the rows below the header.
func readCSV(t *testing.T, name string) [][]string {
	t.Helper()
	file, err := os.Open(name)
	require.NoError(t, err)
	defer file.Close()
	r := csv.NewReader(file)
	r.Comment = '#'
	rows, err := r.ReadAll()
	require.NoError(t, err)
	return rows[1:]
}

func TestEvalDoesNotAllocate(t *testing.T) {
	f, err := formula.Parse("((A/B)-1)*100")
	require.NoError(t, err)
	a, b := exact.Int(120), exact.Int(100)
	lookup := func(s string) (exact.Number, bool) {
		if s == "A" {
			return a, true
		}
		return b, true
	}
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = f.Eval(lookup) }))
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"((A/B)-1)*100", "suma(V1..V6)/6", "[A/B] x100", "A*1,5", "9,941,077/34,155,613*100", "-A^2", "(-A)^2", "promedio(a;b)",
		"x x x", "max(1,5)", "1/(A-A)", "(𝑁 − Ａ)/B 𝑥100", "PT = {A•B}² %", "Vₙ\u200b÷Α", "A⁻¹", "\ufeff=A…B", "%=A", "²", "\u0301", "------------------------8", "-(-[-{---A}])", "Σ(vi)", "porcentaje(A; B)", "2809 / 34.1 - 32.9", "((((((1))))))", "A\u0301^2", "0X0A", "(A)/(B)100%",
		"MAX(A;0,5) + SUMA(1,234)", "1.5E+02 x 3.000", "“A”/“B”.", "=+A1:A3", "sum(A1:A3, V1–V3)", "A+5% - 100 (2)", "21 471,5", "2x-1", "A^(-2)B", "A*B%", "Vt-1", "Núm. de A", "#A b", "5 por ciento", "3.000E", "2 max(A;B)", "50%",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		first, err := formula.Parse(s)
		if err != nil {
			var e *formula.Error
			if !errors.As(err, &e) || e.Problem.String() == "" || e.Column < 1 || err.Error() == "" ||
				e.Column > utf8.RuneCountInString(s)+1 && e.Problem != formula.ProblemTooLong {
				t.Fatalf("Parse(%q): %v", s, err)
			}
			return
		}
		if len(first.String()) > 1000 {
			t.Fatalf("%d bytes became %d", len(s), len(first.String()))
		}
		if spaced, err := formula.Parse("\u00a0 " + s + "\u2009\t"); len(s) < 900 && (err != nil || spaced.String() != first.String()) {
			t.Fatalf("Parse(%q) with spaces around it: %v, %v", s, spaced, err)
		}
		again, err := formula.Parse(first.String())
		if err != nil {
			t.Fatalf("Parse(%q) of %q: %v", first.String(), s, err)
		}
		if again.String() != first.String() {
			t.Fatalf("%q: %q, then %q", s, first.String(), again.String())
		}
		if known, err := formula.Parse(s, first.Symbols()...); err != nil || known.String() != first.String() {
			t.Fatalf("%q = %s; with its variables: %v, %v", s, first, known, err)
		}
		lookup := func(symbol string) (exact.Number, bool) {
			n, err := exact.Ratio(int64(len(symbol))-3, int64(len(symbol)%5)+1)
			return n, err == nil
		}
		a, errA := first.Eval(lookup)
		b, errB := again.Eval(lookup)
		if a != b || (errA == nil) != (errB == nil) {
			t.Fatalf("%q = %s, %v; %q = %s, %v", s, a, errA, first, b, errB)
		}
	})
}

func BenchmarkFormula(b *testing.B) {
	f, err := formula.Parse("((A/B)-1)*100")
	require.NoError(b, err)
	x, y := exact.Int(23000), exact.Int(21000)
	lookup := func(s string) (exact.Number, bool) {
		if s == "A" {
			return x, true
		}
		return y, true
	}
	b.Run("op=eval", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; i < b.N; i++ {
			_, _ = f.Eval(lookup)
		}
	})
	b.Run("op=parse", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; i < b.N; i++ {
			_, _ = formula.Parse("((A/B)-1)*100")
		}
	})
}

func ExampleParse() {
	f, _ := formula.Parse("[A/B] x100")
	fmt.Println(f, f.Symbols())
	_, err := formula.Parse("max(A,0,5)")
	fmt.Println(err)
	_, err = formula.Parse("A x 100", "A", "x")
	fmt.Println(err)
	// Output:
	// A / B * 100 [A B]
	// formula: column 7: "0,5": write "0.5" or "0, 5"
	// formula: column 1: "A x 100": write "A*100" or "A*x*100"
}

func ExampleFormula_Eval() {
	f, _ := formula.Parse("((S1/S0)-1)*100")
	followers := func(symbol string) (exact.Number, bool) {
		switch symbol {
		case "S1":
			return exact.Int(23000), true
		case "S0":
			return exact.Int(21000), true
		}
		return exact.Number{}, false
	}
	growth, err := f.Eval(followers)
	fmt.Println(growth, growth.Format(1), err)
	_, err = f.Eval(func(symbol string) (exact.Number, bool) { return exact.Int(0), true })
	fmt.Println(err)
	// Output:
	// 200/21 9.5 <nil>
	// exact: division by zero: there is no value to report: S0 (column 5)
}

// If nothing was due, nothing is missing: the percentage is 100.
func ExampleFormula_EvalWith() {
	f, _ := formula.Parse("porcentaje(answered; asked)")
	zero := func(string) (exact.Number, bool) { return exact.Int(0), true }
	fmt.Println(f.EvalWith(formula.ZeroFull, zero))
	// Output: 100 <nil>
}

// Properties of a formula: its symbols, whether its value adds up over periods, and
// whether it is a percentage.
func ExampleFormula_Symbols() {
	for _, text := range []string{"A + B", "(A/B)*100"} {
		f, _ := formula.Parse(text)
		num, den, percentage := f.Percentage()
		fmt.Printf("%v %v %v %v %q %q\n", f.Symbols(), f.Uses("B"), f.Additive(), percentage, num, den)
	}
	// Output:
	// [A B] true true false "" ""
	// [A B] true false true "A" "B"
}
