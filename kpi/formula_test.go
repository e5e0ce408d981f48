package kpi_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/kpi"
)

// values looks symbols up in a map of texts.
func values(m map[string]string) func(string) (kpi.Number, bool) {
	return func(symbol string) (kpi.Number, bool) {
		text, ok := m[symbol]
		if !ok {
			return kpi.Number{}, false
		}
		return kpi.MustNumber(text), true
	}
}

func TestFormulaEval(t *testing.T) {
	v := map[string]string{
		"A": "120", "B": "100", "C0": "61.5", "Z": "0", "V1": "1", "V2": "2", "V3": "6", "x": "5", "año": "2027", "VFRH": "9409845",
		"TV": "34155615", "Número_de_viviendas": "7", "σ": "3", "sum": "8",
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
		{"MÁX(1,5) + mínimo(V1; V2+V3)", "max(1, 5) + min(V1, V2 + V3)", "6"},
		{"porcentaje(A; B)", "percent(A, B)", "120"},
		{"x x x", "x * x", "25"},
		{"año", "año", "2027"},
		{"Número_de_viviendas*σ", "Número_de_viviendas * σ", "21"},
		{"sum + 1", "sum + 1", "9"},
		{"C0/3", "C0 / 3", "20.5"},
		{"1/3", "1 / 3", "1/3"},
		{"007", "7", "7"},
		{"A +\n\tB", "A + B", "220"},
		{"A\u00a0+ B", "A + B", "220"},
	} {
		f, err := kpi.ParseFormula(tt.text)
		require.NoError(t, err, tt.text)
		assert.Equal(t, tt.canonical, f.String(), tt.text)
		got, err := f.Eval(values(v))
		require.NoError(t, err, tt.text)
		assert.Equal(t, tt.want, got.String(), tt.text)
		again, err := kpi.ParseFormula(f.String())
		require.NoError(t, err, f.String())
		assert.Equal(t, f.String(), again.String())
	}
}

func TestFormulaErrors(t *testing.T) {
	deep := strings.Repeat("(", 40) + "A" + strings.Repeat(")", 40)
	for _, tt := range []struct {
		text    string
		problem kpi.Problem
		column  int
		near    string
	}{
		{"", kpi.ProblemEmpty, 1, ""},
		{" \n", kpi.ProblemEmpty, 1, ""},
		{strings.Repeat("A+", 501), kpi.ProblemTooLong, 1001, ""},
		{deep, kpi.ProblemTooDeep, 33, "("},
		{strings.Repeat("-", 900) + "A", kpi.ProblemTooDeep, 33, "-"},
		{strings.Repeat("(", 999), kpi.ProblemTooDeep, 33, "("},
		{"A & B", kpi.ProblemCharacter, 3, "&"},
		{"ñandú $ 2", kpi.ProblemCharacter, 7, "$"},
		{"A\xff", kpi.ProblemCharacter, 2, "\uFFFD"},
		{"A+", kpi.ProblemOperand, 3, ""},
		{"A+*B", kpi.ProblemOperand, 3, "*"},
		{"()", kpi.ProblemOperand, 2, ")"},
		{"+A", kpi.ProblemOperand, 1, "+"},
		{".5", kpi.ProblemOperand, 1, "."},
		{"A B", kpi.ProblemOperator, 3, "B"},
		{"(A)(B)", kpi.ProblemOperator, 4, "("},
		{"21 471", kpi.ProblemOperator, 4, "471"},
		{"2A", kpi.ProblemOperator, 2, "A"},
		{"(A+B", kpi.ProblemUnclosed, 1, "("},
		{"A*(B]", kpi.ProblemUnclosed, 3, "("},
		{"suma(A", kpi.ProblemUnclosed, 5, "("},
		{"A)", kpi.ProblemUnopened, 2, ")"},
		{"A]", kpi.ProblemUnopened, 2, "]"},
		{"raíz(A)", kpi.ProblemFunction, 1, "raíz"},
		{"percent(A)", kpi.ProblemArguments, 1, "percent"},
		{"12,34,56", kpi.ProblemNumber, 1, "12"},
		{"1.234,5", kpi.ProblemNumber, 1, "1"},
		{"9,941,07", kpi.ProblemNumber, 1, "9"},
		{"99999999999999999999", kpi.ProblemNumber, 1, "99999999999999999999"},
		{"1.2.3", kpi.ProblemNumber, 1, "1"},
		{"A^B", kpi.ProblemExponent, 3, "B"},
		{"A^13", kpi.ProblemExponent, 3, "13"},
		{"A^1.5", kpi.ProblemExponent, 3, "1"},
		{"A^-1", kpi.ProblemExponent, 3, "-"},
		{"2^3^2", kpi.ProblemExponent, 4, "^"},
		{"suma(V6..V1)", kpi.ProblemRange, 6, "V6"},
		{"suma(V2..V1)", kpi.ProblemRange, 6, "V2"},
		{"suma(V1..W3)", kpi.ProblemRange, 6, "V1"},
		{"V1..V6", kpi.ProblemRange, 3, "."},
		{"suma(V1..V99)", kpi.ProblemRange, 6, "V1"},
		{"(A/B)*100%", kpi.ProblemPercent, 10, "%"},
		{"PVRH = (VFRH/TV)*100", kpi.ProblemEquals, 6, "="},
		{strings.Repeat("1+", 300) + "1", kpi.ProblemTooComplex, 500, "+"},
	} {
		f, err := kpi.ParseFormula(tt.text)
		var e *kpi.FormulaError
		require.ErrorAs(t, err, &e, "ParseFormula(%.40q) = %v", tt.text, f)
		assert.Equal(t, kpi.FormulaError{Problem: tt.problem, Column: tt.column, Near: tt.near}, *e, "ParseFormula(%.40q): %v", tt.text, err)
		assert.True(t, strings.HasPrefix(err.Error(), "kpi: formula: column "), err.Error())
	}
}

func TestFormulaEvalErrors(t *testing.T) {
	v := values(map[string]string{"A": "5", "B": "0", "C": "3", "D": "3", "big": "9223372036854775807"})
	for _, tt := range []struct {
		text   string
		err    error
		symbol string
		column int
	}{
		{"A/B", kpi.ErrZeroDenominator, "B", 2},
		{"(A/(C-D))*100", kpi.ErrZeroDenominator, "C - D", 3},
		{"1/(A/C*B)", kpi.ErrZeroDenominator, "A / C * B", 2},
		{"percent(A, suma(B, B))", kpi.ErrZeroDenominator, "sum(B, B)", 1},
		{"A + año", kpi.ErrNoValue, "año", 5},
		{"big * 2", kpi.ErrOverflow, "", 5},
		{"big^12", kpi.ErrOverflow, "", 4},
		{"suma(big; 1)", kpi.ErrOverflow, "", 1},
	} {
		f, err := kpi.ParseFormula(tt.text)
		require.NoError(t, err, tt.text)
		_, err = f.Eval(v)
		var e *kpi.EvalError
		require.ErrorAs(t, err, &e, tt.text)
		assert.ErrorIs(t, err, tt.err, tt.text)
		assert.Equal(t, tt.symbol, e.Symbol, tt.text)
		assert.Equal(t, tt.column, e.Column, tt.text)
	}
	_, err := new(kpi.Formula).Eval(v)
	assert.ErrorIs(t, err, kpi.ErrNoValue)
	assert.Equal(t, "", new(kpi.Formula).String())
}

// expression is a formula in three independent forms: its text, its value, and
// whether that divides by zero.
type expression struct {
	text string
	want *big.Rat
	zero bool
}

// expressions draws formulas of every operator and function, written with and
// without needless parentheses.
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
			if strings.ContainsAny(a.text, "^−/*+-") { // parenthesised where it matters
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

func TestFormulaAgainstBigRat(t *testing.T) {
	lookup := func(symbol string) (kpi.Number, bool) {
		n, err := kpi.ParseNumber(symbol[1:])
		return n, err == nil
	}
	rapid.Check(t, func(t *rapid.T) {
		e := expressions(4).Draw(t, "e")
		f, err := kpi.ParseFormula(e.text)
		require.NoError(t, err, e.text)
		again, err := kpi.ParseFormula(f.String())
		require.NoError(t, err, "%s, of %s", f, e.text)
		require.Equal(t, f.String(), again.String())
		require.LessOrEqual(t, len(f.String()), 2*len(e.text))
		got, err := f.Eval(lookup)
		same, errSame := again.Eval(lookup)
		require.True(t, got == same && (err == nil) == (errSame == nil), "%s = %s, %s = %s", e.text, got, again, same)
		switch {
		case errors.Is(err, kpi.ErrOverflow):
		case e.zero:
			require.ErrorIs(t, err, kpi.ErrZeroDenominator, e.text)
		default:
			require.NoError(t, err, e.text)
			require.Zero(t, rat(got).Cmp(e.want), "%s = %s, want %s", e.text, got, e.want)
		}
	})
}

func TestFormulaDeepStack(t *testing.T) {
	f, err := kpi.ParseFormula("suma(V1..V20) + A/(A-(A-(A-(A-(A-(A-(A-1)))))))")
	require.NoError(t, err)
	one := func(string) (kpi.Number, bool) { return kpi.Int(1), true }
	_, err = f.Eval(one)
	require.ErrorIs(t, err, kpi.ErrZeroDenominator)
	f, err = kpi.ParseFormula("suma(V1..V60)")
	require.NoError(t, err)
	got, err := f.Eval(one)
	require.NoError(t, err)
	assert.Equal(t, "60", got.String())
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = f.Eval(one) }))
	_, err = kpi.ParseFormula("suma(V1..V60) + suma(V1..V60)")
	require.NoError(t, err, "the first sum is one value by then")
	_, err = kpi.ParseFormula("suma(V1..V60, W1..W60)")
	assert.Error(t, err)
	_, err = kpi.ParseFormula(strings.Repeat("suma(Variable100..Variable159)+", 8) + "1")
	assert.Error(t, err, "what String would write is too long to be read")
}

func TestFormulaSymbols(t *testing.T) {
	f, err := kpi.ParseFormula("(MP - MN)/MT*100 + MP")
	require.NoError(t, err)
	assert.Equal(t, []string{"MP", "MN", "MT"}, f.Symbols())
	assert.True(t, f.Uses("MT"))
	assert.False(t, f.Uses("mt"), "case matters")
}

// TestPrintedSubstitutions recomputes what real sheets print. Several do not
// give what they say, and one only by truncation.
func TestPrintedSubstitutions(t *testing.T) {
	rows := readCSV(t, "testdata/printed_substitutions.csv")
	require.Len(t, rows, 11)
	for _, row := range rows {
		text, printed, recomputed := row[0], row[1], row[2]
		f, err := kpi.ParseFormula(text)
		require.NoError(t, err, text)
		v, err := f.Eval(values(nil))
		require.NoError(t, err, text)
		assert.Equal(t, recomputed, v.Format(6, kpi.HalfUp), text)
		decimals := 0
		if dot := strings.IndexByte(printed, '.'); dot >= 0 {
			decimals = len(printed) - dot - 1
		}
		rounded, truncated := v.Format(decimals, kpi.HalfUp) == printed, v.Format(decimals, kpi.Truncate) == printed
		assert.Equal(t, row[3], strconv.FormatBool(rounded), "%s rounds to %s", text, printed)
		assert.Equal(t, row[4], strconv.FormatBool(truncated), "%s is cut to %s", text, printed)
	}
}

func TestRealFormulas(t *testing.T) {
	rows := readCSV(t, "testdata/real_formulas.csv")
	require.Len(t, rows, 15)
	for _, row := range rows {
		f, err := kpi.ParseFormula(row[0])
		if row[2] == "" {
			require.NoError(t, err, row[0])
			assert.Equal(t, row[1], f.String())
			continue
		}
		var e *kpi.FormulaError
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

func TestFormulaEvalDoesNotAllocate(t *testing.T) {
	f, err := kpi.ParseFormula("((A/B)-1)*100")
	require.NoError(t, err)
	a, b := kpi.Int(120), kpi.Int(100)
	lookup := func(s string) (kpi.Number, bool) {
		if s == "A" {
			return a, true
		}
		return b, true
	}
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = f.Eval(lookup) }))
}

func FuzzParseFormula(f *testing.F) {
	for _, s := range []string{
		"((A/B)-1)*100", "suma(V1..V6)/6", "[A/B] x100", "A*1,5", "9,941,077/34,155,613*100", "-A^2", "(-A)^2", "promedio(a;b)",
		"x x x", "max(1,5)", "1/(A-A)", "Σ(vi)", "porcentaje(A; B)", "2809 / 34.1 - 32.9", "((((((1))))))", "A\u0301^2",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		formula, err := kpi.ParseFormula(s)
		if err != nil {
			var e *kpi.FormulaError
			if !errors.As(err, &e) || e.Problem.String() == "" || e.Column < 1 || err.Error() == "" {
				t.Fatalf("ParseFormula(%q): %v", s, err)
			}
			return
		}
		again, err := kpi.ParseFormula(formula.String())
		if err != nil {
			t.Fatalf("ParseFormula(%q) of %q: %v", formula.String(), s, err)
		}
		if again.String() != formula.String() {
			t.Fatalf("%q: %q, then %q", s, formula.String(), again.String())
		}
		lookup := func(symbol string) (kpi.Number, bool) {
			n, err := kpi.Ratio(int64(len(symbol))-3, int64(len(symbol)%5)+1)
			return n, err == nil
		}
		a, errA := formula.Eval(lookup)
		b, errB := again.Eval(lookup)
		if a != b || (errA == nil) != (errB == nil) {
			t.Fatalf("%q = %s, %v; %q = %s, %v", s, a, errA, formula, b, errB)
		}
	})
}

func BenchmarkFormula(b *testing.B) {
	f, err := kpi.ParseFormula("((A/B)-1)*100")
	require.NoError(b, err)
	x, y := kpi.Int(23000), kpi.Int(21000)
	lookup := func(s string) (kpi.Number, bool) {
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
			_, _ = kpi.ParseFormula("((A/B)-1)*100")
		}
	})
}

func ExampleParseFormula() {
	f, _ := kpi.ParseFormula("[A/B] x100")
	fmt.Println(f, f.Symbols())
	_, err := kpi.ParseFormula("(A/B)*100%")
	fmt.Println(err)
	// Output:
	// A / B * 100 [A B]
	// kpi: formula: column 10: "%": write *100 or /100
}

func ExampleFormula_Eval() {
	f, _ := kpi.ParseFormula("((S1/S0)-1)*100")
	followers := func(symbol string) (kpi.Number, bool) {
		switch symbol {
		case "S1":
			return kpi.Int(23000), true
		case "S0":
			return kpi.Int(21000), true
		}
		return kpi.Number{}, false
	}
	growth, err := f.Eval(followers)
	fmt.Println(growth, growth.Format(1, kpi.HalfUp), err)
	_, err = f.Eval(func(symbol string) (kpi.Number, bool) { return kpi.Int(0), true })
	fmt.Println(err)
	// Output:
	// 200/21 9.5 <nil>
	// kpi: division by zero: there is no value to report: S0 (column 5)
}
