package budget_test

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/budget"
)

func TestParseMoney(t *testing.T) {
	for text, centavos := range map[string]int64{
		"0.00": 0, "0.01": 1, "-0.01": -1, "0.10": 10, "1.00": 100, "10.05": 1005,
		"1234.50": 123450, "-1234.50": -123450,
		"90071992547409.91": budget.MaxCentavos, "-90071992547409.91": -budget.MaxCentavos,
	} {
		m, err := budget.ParseMoney(text)
		require.NoError(t, err, "ParseMoney(%q)", text)
		assert.Equal(t, centavos, m.Centavos(), "ParseMoney(%q)", text)
		assert.Equal(t, text, m.String())
	}
}

func TestParseMoneyErrors(t *testing.T) {
	for text, why := range map[string]string{
		"":                      "empty amount",
		"1":                     "has 0 decimals",
		"1.":                    "has 0 decimals",
		"1.5":                   "has one decimal",
		"1.500":                 "has 3 decimals",
		"1234.567":              "has 3 decimals",
		"0.0":                   "has one decimal",
		".50":                   "has no digit before the point",
		"-.50":                  "has no digit before the point",
		"1,234.50":              "has a comma",
		"1234,50":               "has a comma",
		"01.00":                 "has leading zeros",
		"00.00":                 "has leading zeros",
		"-01.00":                "has leading zeros",
		"-0.00":                 "is a negative zero",
		"+1.00":                 "is not a number",
		" 1.00":                 "is not a number",
		"1.00 ":                 "is not a number",
		"$1.00":                 "is not a number",
		"--1.00":                "is not a number",
		"1-.00":                 "is not a number",
		"1.-0":                  "is not a number",
		"1.0.00":                "is not a number",
		"-":                     "is not a number",
		".":                     "is not a number",
		"...":                   "is not a number",
		"1e5.00":                "is not a number",
		"NaN":                   "is not a number",
		"١.٠٠":                  "is not a number",
		"1.00\x00":              "is not a number",
		"null":                  "is not a number",
		"99999999999999999x.00": "is not a number",
	} {
		m, err := budget.ParseMoney(text)
		require.Error(t, err, "ParseMoney(%q)", text)
		assert.Contains(t, err.Error(), why, "ParseMoney(%q)", text)
		assert.True(t, strings.HasPrefix(err.Error(), "budget: "), err)
		assert.NotErrorIs(t, err, budget.ErrOverflow)
		assert.True(t, m.IsZero())
	}
	_, err := budget.ParseMoney(strings.Repeat("x", 1<<16))
	require.Error(t, err)
	assert.Less(t, len(err.Error()), 200, "a long text is truncated in the error")
}

func TestMoneyBounds(t *testing.T) {
	for _, text := range []string{
		"90071992547409.92", "-90071992547409.92", "100000000000000.00",
		"184467440737095516.16", "99999999999999999999999999999999999999.00",
	} {
		_, err := budget.ParseMoney(text)
		assert.ErrorIs(t, err, budget.ErrOverflow, "ParseMoney(%q)", text)
	}
	for _, c := range []int64{budget.MaxCentavos + 1, -budget.MaxCentavos - 1, math.MinInt64, math.MaxInt64} {
		_, err := budget.Centavos(c)
		assert.ErrorIs(t, err, budget.ErrOverflow, "Centavos(%d)", c)
	}
	top := money(t, budget.MaxCentavos)
	_, err := top.Add(budget.MustParseMoney("0.01"))
	assert.ErrorIs(t, err, budget.ErrOverflow)
	_, err = top.Neg().Sub(budget.MustParseMoney("0.01"))
	assert.ErrorIs(t, err, budget.ErrOverflow)
	assert.Panics(t, func() { budget.MustPesos(budget.MaxCentavos) })
	assert.Panics(t, func() { budget.MustParseMoney("1") })
	assert.Equal(t, float64(budget.MaxCentavos)+1, float64(budget.MaxCentavos+1), "float64 is exact up to the bound")
}

func TestMoneyText(t *testing.T) {
	m := budget.MustParseMoney("7.00")
	require.Error(t, m.UnmarshalText([]byte("8.0")))
	assert.Equal(t, "7.00", m.String(), "an invalid text leaves the value unchanged")
	require.NoError(t, m.UnmarshalText([]byte("-8.05")))
	text, err := m.MarshalText()
	require.NoError(t, err)
	assert.Equal(t, "-8.05", string(text))
	assert.Equal(t, 1, m.Abs().Sign())
	assert.Equal(t, -1, m.Sign())
	assert.Equal(t, 0, budget.Money{}.Sign())
}

func TestSumIgnoresIntermediateOverflow(t *testing.T) {
	top, cent := money(t, budget.MaxCentavos), budget.MustParseMoney("0.01")
	many := make([]budget.Money, 0, 4100)
	for range 2050 {
		many = append(many, top)
	}
	for range 2050 {
		many = append(many, top.Neg())
	}
	sum, err := budget.Sum(append(many, cent)...)
	require.NoError(t, err)
	assert.Equal(t, cent, sum)
	_, err = budget.Sum(many[:2050]...)
	require.ErrorIs(t, err, budget.ErrOverflow)
	_, err = budget.Sum(top, cent)
	require.ErrorIs(t, err, budget.ErrOverflow)
	sum, err = budget.Sum()
	require.NoError(t, err)
	assert.True(t, sum.IsZero())
}

func TestMulDivErrors(t *testing.T) {
	m := budget.MustParseMoney("1.00")
	_, err := m.MulDiv(1, 0, budget.HalfUp)
	require.ErrorIs(t, err, budget.ErrDivisor)
	_, err = m.MulDiv(math.MaxInt64, 1, budget.HalfUp)
	require.ErrorIs(t, err, budget.ErrOverflow)
	_, err = money(t, budget.MaxCentavos).MulDiv(math.MaxInt64, 3, budget.Down)
	require.ErrorIs(t, err, budget.ErrOverflow)
	_, err = money(t, budget.MaxCentavos).MulDiv(math.MinInt64, 1, budget.Down)
	require.ErrorIs(t, err, budget.ErrOverflow)
	back, err := m.MulDiv(math.MinInt64, math.MinInt64, budget.HalfUp)
	require.NoError(t, err)
	assert.Equal(t, m, back)
}

func TestRoundingAtTheHalf(t *testing.T) {
	for _, c := range []struct {
		num, den                   int64
		halfUp, halfEven, down, up string
	}{
		{1, 2, "0.01", "0.00", "0.00", "0.01"}, // 0.5 centavos
		{3, 2, "0.02", "0.02", "0.01", "0.02"}, // 1.5
		{5, 2, "0.03", "0.02", "0.02", "0.03"}, // 2.5
		{-1, 2, "-0.01", "0.00", "0.00", "-0.01"},
		{5, -2, "-0.03", "-0.02", "-0.02", "-0.03"},
		{1, 3, "0.00", "0.00", "0.00", "0.01"},
		{2, 3, "0.01", "0.01", "0.00", "0.01"},
		{4, 2, "0.02", "0.02", "0.02", "0.02"},
	} {
		for mode, want := range map[budget.Rounding]string{
			budget.HalfUp: c.halfUp, budget.HalfEven: c.halfEven, budget.Down: c.down, budget.Up: c.up,
		} {
			got, err := budget.MustParseMoney("0.01").MulDiv(c.num, c.den, mode)
			require.NoError(t, err)
			assert.Equal(t, want, got.String(), "0.01 × %d ÷ %d, %s", c.num, c.den, mode)
		}
	}
}

func TestMoneyAgainstRationals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyMoney(t, "a"), anyMoney(t, "b")
		x, y := rat(a), rat(b)
		sameResult(t, new(big.Rat).Add(x, y), func() (budget.Money, error) { return a.Add(b) })
		sameResult(t, new(big.Rat).Sub(x, y), func() (budget.Money, error) { return a.Sub(b) })
		sameResult(t, new(big.Rat).Add(x, y), func() (budget.Money, error) { return budget.Sum(a, b) })
		sameResult(t, new(big.Rat).Neg(x), func() (budget.Money, error) { return a.Neg(), nil })
		assert.Equal(t, x.Cmp(y), a.Cmp(b))

		num := rapid.Int64().Draw(t, "num")
		den := rapid.Int64().Filter(func(n int64) bool { return n != 0 }).Draw(t, "den")
		mode := rapid.SampledFrom([]budget.Rounding{budget.HalfUp, budget.HalfEven, budget.Down, budget.Up}).Draw(t, "mode")
		exact := new(big.Rat).Mul(x, new(big.Rat).SetFrac(big.NewInt(num), big.NewInt(den)))
		sameResult(t, rounded(exact, mode), func() (budget.Money, error) { return a.MulDiv(num, den, mode) })
	})
}

// sameResult compares the result of f with the exact number of centavos.
func sameResult(t *rapid.T, want *big.Rat, f func() (budget.Money, error)) {
	t.Helper()
	got, err := f()
	bound := new(big.Rat).SetInt64(budget.MaxCentavos)
	if new(big.Rat).Abs(want).Cmp(bound) > 0 {
		assert.ErrorIs(t, err, budget.ErrOverflow)
		return
	}
	if assert.NoError(t, err) {
		assert.Zero(t, want.Cmp(rat(got)), "got %s centavos, want %s", rat(got), want)
	}
}

// rounded rounds x by comparing its fraction with one half.
func rounded(x *big.Rat, mode budget.Rounding) *big.Rat {
	abs := new(big.Rat).Abs(x)
	floor := new(big.Int).Quo(abs.Num(), abs.Denom())
	rest := new(big.Rat).Sub(abs, new(big.Rat).SetInt(floor))
	half := rest.Cmp(big.NewRat(1, 2))
	up := false
	switch mode {
	case budget.HalfUp:
		up = half >= 0
	case budget.HalfEven:
		up = half > 0 || half == 0 && floor.Bit(0) == 1
	case budget.Up:
		up = rest.Sign() > 0
	}
	if up {
		floor.Add(floor, big.NewInt(1))
	}
	if x.Sign() < 0 {
		floor.Neg(floor)
	}
	return new(big.Rat).SetInt(floor)
}

func TestMoneyTextDoesNotAllocate(t *testing.T) {
	m, buf, text := budget.MustParseMoney("-90071992547409.91"), make([]byte, 0, 32), []byte("1234567.89")
	assert.Zero(t, testing.AllocsPerRun(100, func() { buf, _ = m.AppendText(buf[:0]) }))
	assert.Zero(t, testing.AllocsPerRun(100, func() { _ = m.UnmarshalText(text) }))
	assert.Zero(t, testing.AllocsPerRun(100, func() { months = m.Split12() }))
	weights := [12]int64{3, 0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5}
	assert.Zero(t, testing.AllocsPerRun(100, func() { months, _ = m.AllocateMonths(weights) }))
}

var months budget.Months

// FuzzParseMoney checks that String returns the text that was parsed, and that
// every text of String can be parsed.
func FuzzParseMoney(f *testing.F) {
	for _, seed := range []string{"0.00", "-0.01", "1234.50", "90071992547409.91", "-0.00", "01.00", "1.5", "1,0.00", "90071992547409.92"} {
		f.Add(seed, int64(len(seed)))
	}
	f.Fuzz(func(t *testing.T, text string, c int64) {
		if m, err := budget.ParseMoney(text); err == nil {
			if m.String() != text {
				t.Errorf("ParseMoney(%q).String() = %q", text, m.String())
			}
		} else if !strings.HasPrefix(err.Error(), "budget: ") {
			t.Errorf("ParseMoney(%q): error %q", text, err)
		}
		m, err := budget.Centavos(c)
		if errors.Is(err, budget.ErrOverflow) {
			return
		}
		if again, err := budget.ParseMoney(m.String()); err != nil || again != m {
			t.Errorf("ParseMoney(%q) = %v, %v", m.String(), again, err)
		}
	})
}

func money(t require.TestingT, c int64) budget.Money {
	m, err := budget.Centavos(c)
	require.NoError(t, err)
	return m
}

func anyMoney(t *rapid.T, name string) budget.Money {
	return money(t, rapid.OneOf(
		rapid.Int64Range(-budget.MaxCentavos, budget.MaxCentavos),
		rapid.Int64Range(-100000, 100000),
	).Draw(t, name))
}

func rat(m budget.Money) *big.Rat { return new(big.Rat).SetInt64(m.Centavos()) }
