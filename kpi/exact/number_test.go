package exact_test

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// rat returns n as a big.Rat, to which results are compared.
func rat(n exact.Number) *big.Rat { num, den := n.Fraction(); return big.NewRat(num, den) }

// fits reports whether a Number can represent r.
func fits(r *big.Rat) bool {
	return r.Num().IsInt64() && r.Num().Int64() != math.MinInt64 && r.Denom().IsInt64()
}

// numbers draws whole numbers, decimals, small fractions and the extremes.
func numbers() *rapid.Generator[exact.Number] {
	return rapid.Custom(func(t *rapid.T) exact.Number {
		num := rapid.OneOf(
			rapid.Int64Range(-1000, 1000),
			rapid.Int64(),
			rapid.SampledFrom([]int64{math.MaxInt64, math.MaxInt64 - 1, -math.MaxInt64, 1 << 62, 1e18}),
		).Draw(t, "num")
		den := rapid.OneOf(
			rapid.Just(int64(1)),
			rapid.SampledFrom([]int64{2, 3, 4, 7, 10, 12, 100, 1000, 1e18, 1 << 62, math.MaxInt64}),
			rapid.Int64Range(1, math.MaxInt64),
		).Draw(t, "den")
		n, err := exact.Ratio(num, den)
		if err != nil {
			return exact.Int(num)
		}
		return n
	})
}

func TestNumberAgainstBigRat(t *testing.T) {
	ops := []struct {
		name  string
		ours  func(a, b exact.Number) (exact.Number, error)
		exact func(a, b *big.Rat) *big.Rat
	}{
		{"Add", exact.Number.Add, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }},
		{"Sub", exact.Number.Sub, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }},
		{"Mul", exact.Number.Mul, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }},
		{"Div", exact.Number.Div, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }},
	}
	for _, op := range ops {
		t.Run(op.name, rapid.MakeCheck(func(t *rapid.T) {
			a, b := numbers().Draw(t, "a"), numbers().Draw(t, "b")
			got, err := op.ours(a, b)
			if op.name == "Div" && b.IsZero() {
				require.ErrorIs(t, err, exact.ErrDivisionByZero)
				return
			}
			want := op.exact(rat(a), rat(b))
			if !fits(want) {
				require.ErrorIs(t, err, exact.ErrOverflow)
				return
			}
			require.NoError(t, err)
			require.Zero(t, rat(got).Cmp(want), "%s(%s, %s) = %s, want %s", op.name, a, b, got, want)
			canonical, err := exact.Ratio(want.Num().Int64(), want.Denom().Int64())
			require.NoError(t, err)
			require.True(t, got == canonical, "%s is not in lowest terms", got)
		}))
	}
	t.Run("Cmp", rapid.MakeCheck(func(t *rapid.T) {
		a, b := numbers().Draw(t, "a"), numbers().Draw(t, "b")
		require.Equal(t, rat(a).Cmp(rat(b)), a.Cmp(b), "Cmp(%s, %s)", a, b)
		require.Equal(t, rat(a).Sign(), a.Sign())
		require.Zero(t, a.Cmp(a))
	}))
}

func TestNumberText(t *testing.T) {
	t.Run("Parse inverts String", rapid.MakeCheck(func(t *rapid.T) {
		n := numbers().Draw(t, "n")
		got, err := exact.Parse(n.String())
		require.NoError(t, err, "Parse(%q)", n.String())
		require.True(t, got == n, "Parse(%q) = %s", n.String(), got)
		text, err := n.MarshalText()
		require.NoError(t, err)
		require.Equal(t, n.String(), string(text))
	}))
	t.Run("Format equals big.Rat.FloatString", rapid.MakeCheck(func(t *rapid.T) {
		n := numbers().Draw(t, "n")
		decimals := rapid.IntRange(0, 18).Draw(t, "decimals")
		want := rat(n).FloatString(decimals)
		if zero, _ := new(big.Rat).SetString(want); zero.Sign() == 0 && want[0] == '-' {
			want = want[1:]
		}
		require.Equal(t, want, n.Format(decimals))
		if r, err := n.Round(decimals); err == nil {
			require.Equal(t, want, r.Format(decimals))
			cut, err := r.Truncate(decimals)
			require.NoError(t, err)
			require.Equal(t, r, cut, "Round(%s) has no more decimals", n)
		}
	}))
	for _, tt := range []struct{ in, out string }{
		{"0", "0"},
		{"12.5", "12.5"},
		{"-3", "-3"},
		{"12.50", "12.5"},
		{"1/3", "1/3"},
		{"2/4", "0.5"},
		{"-6/9", "-2/3"},
		{"0.000000000000000001", "0.000000000000000001"},
		{"9223372036854775807", "9223372036854775807"},
		{"4611686018427387903.5", "4611686018427387903.5"},
		{"1/9223372036854775807", "1/9223372036854775807"},
		{"0/5", "0"},
		{"0.0", "0"},
		{"1/1048576", "1/1048576"}, // 20 decimals
		{"1E-3", "0.001"},
		{"1e3", "1000"},
		{"-2.5E+02", "-250"},
		{"8.7E-2", "0.087"},
		{"0E-999", "0"},
		{"0.0E5", "0"},
		{"9.223372036854775807E18", "9223372036854775807"},
		{"5E-19", "1/2000000000000000000"},
		{"524288E-19", "1/19073486328125"},
	} {
		n, err := exact.Parse(tt.in)
		require.NoError(t, err, tt.in)
		assert.Equal(t, tt.out, n.String())
	}
	for _, in := range []string{
		"", "-", "+1", "01", "00", "-0", "-0.0", ".5", "1.", "1,5", "1 000", "1/", "/2", "1/-2", "1/02", "--1",
		"ND", "N/I", "１", "1.2.3", "1/2/3", " 1", "12345678901234567890123456789012345678901",
		"1E", "1E+", "1E-", "1e1.5", "1E0003", "1.E3", "-0E3", "1/3E2", "1E2/3", "1Ee3", "E3", "1E 3",
	} {
		_, err := exact.Parse(in)
		assert.ErrorIs(t, err, exact.ErrSyntax, "Parse(%q)", in)
	}
	for _, in := range []string{"9223372036854775808", "99999999999999999999", "9223372036854775807.5", "1/9223372036854775808", "1.0000000000000000001", "1E19", "1E999", "3E-62", "0.3E999"} {
		_, err := exact.Parse(in)
		assert.ErrorIs(t, err, exact.ErrOverflow, "Parse(%q)", in)
	}
	_, err := exact.Parse("1/0")
	assert.ErrorIs(t, err, exact.ErrDivisionByZero)
	n := exact.Int(3)
	require.NoError(t, n.UnmarshalText([]byte("7")))
	appended, err := n.AppendText([]byte("n="))
	require.NoError(t, err)
	assert.Equal(t, "n=7", string(appended))
	assert.Error(t, n.UnmarshalText([]byte("x")))
	assert.Equal(t, exact.Int(7), n, "an invalid text changes nothing")
}

func TestNumberIsComparable(t *testing.T) {
	var zero exact.Number
	assert.Equal(t, "0", zero.String())
	assert.True(t, zero == exact.Int(0))
	third := exact.MustParse("1/3")
	sum, err := third.Add(exact.MustParse("2/3"))
	require.NoError(t, err)
	assert.True(t, sum == exact.Int(1), "a fraction that becomes whole equals the whole number")
	assert.Equal(t, 1, map[exact.Number]int{exact.Percent(50): 1}[exact.MustParse("0.5")])
	assert.Equal(t, exact.Int(-math.MaxInt64), exact.Int(math.MinInt64))
	_, err = exact.Ratio(math.MinInt64, 1)
	assert.ErrorIs(t, err, exact.ErrOverflow)
	_, err = exact.Int(-math.MaxInt64).Add(exact.Int(-1))
	assert.ErrorIs(t, err, exact.ErrOverflow, "the range is symmetric")
	half, err := exact.Ratio(math.MinInt64, math.MinInt64)
	require.NoError(t, err)
	assert.Equal(t, exact.Int(1), half)
	_, err = exact.Ratio(1, 0)
	assert.ErrorIs(t, err, exact.ErrDivisionByZero)
	assert.True(t, half.IsInt())
	assert.False(t, third.IsInt())
	assert.Equal(t, third, third.Neg().Abs())
	assert.Equal(t, third, third.Abs())
	assert.Panics(t, func() { exact.MustParse("x") })
}

func TestNumberRound(t *testing.T) {
	for _, tt := range []struct {
		n                  string
		decimals           int
		rounded, truncated string
	}{
		{"3/16", 4, "0.1875", "0.1875"},
		{"18.75", 1, "18.8", "18.7"},
		{"0.125", 2, "0.13", "0.12"},
		{"-0.125", 2, "-0.13", "-0.12"},
		{"-0.004", 2, "0.00", "0.00"},
		{"99.995", 2, "100.00", "99.99"},
		{"2/3", 0, "1", "0"},
		{"2/3", -4, "1", "0"},
		{"1/3", 40, "0.333333333333333333", "0.333333333333333333"},
		{"4611686018427387903.5", 0, "4611686018427387904", "4611686018427387903"},
	} {
		n, err := exact.Parse(tt.n)
		require.NoError(t, err, tt.n)
		assert.Equal(t, tt.rounded, n.Format(tt.decimals), "%s.Format(%d)", tt.n, tt.decimals)
		cut, err := n.Truncate(tt.decimals)
		require.NoError(t, err, tt.n)
		assert.Equal(t, tt.truncated, cut.Format(tt.decimals), "%s.Truncate(%d)", tt.n, tt.decimals)
	}
	n := exact.MustParse("9223372036854775807/2")
	_, err := n.Round(0)
	require.NoError(t, err)
	_, err = exact.MustParse("9223372036854775807/4").Round(1)
	assert.ErrorIs(t, err, exact.ErrOverflow)
}

// A decimal with an exponent is the number that its digits are without.
func TestExponents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mantissa := rapid.StringMatching(`-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?`).Draw(t, "mantissa")
		exponent := rapid.IntRange(-30, 30).Draw(t, "exponent")
		text := mantissa + rapid.SampledFrom([]string{"e", "E"}).Draw(t, "e") + strconv.Itoa(exponent)
		if exponent >= 0 && rapid.Bool().Draw(t, "plus") {
			text = mantissa + "E+0" + strconv.Itoa(exponent)
		}
		want, ok := new(big.Rat).SetString(text)
		require.True(t, ok)
		got, err := exact.Parse(text)
		switch {
		case want.Sign() == 0 && text[0] == '-':
			require.ErrorIs(t, err, exact.ErrSyntax, text)
		case !fits(want):
			require.ErrorIs(t, err, exact.ErrOverflow, text)
		default:
			require.NoError(t, err, text)
			require.Zero(t, rat(got).Cmp(want), "%s is %s", text, got)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"0", "-12.5", "1/3", "9223372036854775807/2", "1e9", "1E-3", "524288E-19", "0.1000", "0.35999999999999999", "8.6999999999999994E-2", "1000000000000001E0", "-0", "4611686018427387903.5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := exact.Parse(s)
		if err != nil {
			if n != (exact.Number{}) {
				t.Fatalf("Parse(%q) = %s with an error", s, n)
			}
			return
		}
		want, ok := new(big.Rat).SetString(s)
		if !ok || rat(n).Cmp(want) != 0 {
			text, _ := strconv.ParseFloat(s, 64)
			if double, _ := rat(n).Float64(); !ok || double != text || digits(s) < 16 {
				t.Fatalf("Parse(%q) = %s, want %s", s, n, want)
			}
		}
		again, err := exact.Parse(n.String())
		if err != nil || again != n {
			t.Fatalf("Parse(%q) = %s, %v, want %s", n.String(), again, err, n)
		}
	})
}

// digits counts the significant digits of a decimal.
func digits(s string) int {
	s, _, _ = strings.Cut(strings.ToLower(s), "e")
	return len(strings.TrimLeft(strings.Replace(s, ".", "", 1), "-0"))
}

// TestDoubles has the texts that programs print for doubles, and near them decimals that
// are not and stay exact.
func TestDoubles(t *testing.T) {
	for in, want := range map[string]string{
		"0.35999999999999999":                  "0.36",
		"8.6999999999999994E-2":                "0.087",
		"-8.6999999999999994e-02":              "-0.087",
		"86.999999999999986":                   "86.99999999999999",
		"1.1000000000000001":                   "1.1",
		"27.100000000000001":                   "27.1",
		"0.10000000000000001":                  "0.1",
		"0.33333333333333331":                  "0.3333333333333333",
		"66.666666666666671":                   "66.66666666666667",
		"1.2345678901234567E+5":                "123456.78901234567",
		"1.1000000000000001E+5":                "110000.00000000001",
		"0.1000000000000000055511151231257827": "0.1",
		"0.359999999999999990":                 "0.36",
		"123456.78901234567":                   "123456.78901234567", // as long as its double needs
		"0.12345678901234565":                  "0.12345678901234565",
		"0.123456789012345678":                 "0.123456789012345678",
		"0.35999999999999998":                  "0.35999999999999998", // no program prints it
		"4611686018427387903.5":                "4611686018427387903.5",
		"9007199254740993":                     "9007199254740993",
		"35999999999999999":                    "35999999999999999",
		"90071992547409.91":                    "90071992547409.91", // its double is that of 90071992547409.9
		"0.0009772762989999999":                "0.000977276299",    // the 17th digit is a zero
		"0.3600000000000000":                   "0.36",
		"35999999999999999/100000000000000000": "35999999999999999/100000000000000000",
		"0.000000000000000001":                 "0.000000000000000001",
		"900719925474099.25":                   "900719925474099.25",
		"1.0000000000000000001":                "",
		"8.7E-2":                               "0.087",
		"8.6999999999999994E":                  "",
		"8.6999999999999994E-2x":               "",
		"08.6999999999999994E-2":               "",
		"8.6999999999999994E-200":              "",
		"1.1000000000000001E+19":               "",
		"8.6999999999999994E-2/3":              "",
		"0x1.1000000000000001p2":               "",
		"1_000.1000000000000001":               "",
	} {
		n, err := exact.Parse(in)
		if want == "" {
			assert.Error(t, err, in)
			continue
		}
		if assert.NoError(t, err, in) {
			assert.Equal(t, want, n.String(), in)
			again, err := exact.Parse(n.String())
			require.NoError(t, err)
			assert.Equal(t, n, again, in)
		}
	}
	t.Run("every double", rapid.MakeCheck(func(t *rapid.T) {
		// A decimal of at most 15 digits survives being printed as a double.
		want, err := exact.Ratio(rapid.Int64Range(-1e15+1, 1e15-1).Draw(t, "num"), int64(math.Pow10(rapid.IntRange(0, 15).Draw(t, "decimals"))))
		require.NoError(t, err)
		v, _ := rat(want).Float64()
		for _, text := range []string{strconv.FormatFloat(v, 'g', 17, 64), strconv.FormatFloat(v, 'E', 16, 64)} {
			got, err := exact.Parse(text)
			require.NoError(t, err, text)
			require.Equal(t, want, got, "%s of %s", text, want)
		}
	}))
}

func ExampleParse_spreadsheet() {
	for _, text := range []string{"0.35999999999999999", "8.6999999999999994E-2", "0.123456789012345678"} {
		fmt.Println(exact.Parse(text))
	}
	// Output:
	// 0.36 <nil>
	// 0.087 <nil>
	// 0.123456789012345678 <nil>
}

func ExampleParse() {
	n, _ := exact.Parse("12.50")
	fmt.Println(n)
	_, err := exact.Parse("12,5")
	fmt.Println(err)
	// Output:
	// 12.5
	// exact: not a number: "12,5": use only digits, one point or one bar
}

func ExampleRatio() {
	n, _ := exact.Ratio(-6, 8)
	num, den := n.Fraction()
	fmt.Println(n, num, den)
	// Output: -0.75 -3 4
}

func ExampleNumber_Add() {
	third := exact.MustParse("1/3")
	sum, _ := third.Add(exact.MustParse("0.5"))
	fmt.Println(sum)
	_, err := exact.Int(9223372036854775807).Add(exact.Int(1))
	fmt.Println(err)
	// Output:
	// 5/6
	// exact: the exact result needs more than 63 bits: measure in a larger unit
}

func ExampleNumber_Div() {
	share, _ := exact.Int(3).Div(exact.Int(16))
	third, _ := exact.Int(1).Div(exact.Int(3))
	_, err := exact.Int(3).Div(exact.Int(0))
	fmt.Println(share, third, err)
	// Output: 0.1875 1/3 exact: division by zero: there is no value to report
}

func ExampleNumber_Format() {
	n := exact.MustParse("27.549921")
	fmt.Println(n, n.Format(2))
	// Output: 27.549921 27.55
}

func ExampleNumber_Round() {
	n, _ := exact.MustParse("2/3").Round(3)
	fmt.Println(n)
	// Output: 0.667
}

func ExampleNumber_Truncate() {
	n, _ := exact.MustParse("27.549921").Truncate(2)
	fmt.Println(n)
	// Output: 27.54
}

func ExamplePercent() {
	fmt.Println(exact.Percent(90), exact.Percent(5))
	// Output: 0.9 0.05
}

func ExampleNumber_Mul() {
	share, _ := exact.MustParse("1/3").Mul(exact.Int(300))
	fmt.Println(share, share.IsInt(), share.Cmp(exact.Int(99)))
	// Output: 100 true 1
}

func ExampleNumber_Sub() {
	rest, _ := exact.Int(6).Sub(exact.Int(7))
	fmt.Println(rest, rest.Sign(), rest.Abs(), rest.Neg())
	// Output: -1 -1 1 1
}
