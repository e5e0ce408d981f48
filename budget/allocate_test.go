package budget_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/budget"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		amount string
		n      int
		want   []string
	}{
		{"100.00", 3, []string{"33.34", "33.33", "33.33"}},
		{"-100.00", 3, []string{"-33.34", "-33.33", "-33.33"}},
		{"0.02", 3, []string{"0.01", "0.01", "0.00"}},
		{"0.00", 2, []string{"0.00", "0.00"}},
		{"5.00", 1, []string{"5.00"}},
	} {
		parts, err := budget.MustParseMoney(c.amount).Split(c.n)
		require.NoError(t, err)
		assert.Equal(t, c.want, texts(parts), "%s in %d", c.amount, c.n)
	}
	for _, n := range []int{0, -1} {
		_, err := budget.MustParseMoney("1.00").Split(n)
		assert.ErrorIs(t, err, budget.ErrWeights)
	}
}

func TestAllocate(t *testing.T) {
	for name, c := range map[string]struct {
		amount  string
		weights []int64
		want    []string
	}{
		"ties go to the earliest":         {"0.05", []int64{1, 1, 1}, []string{"0.02", "0.02", "0.01"}},
		"largest remainder first":         {"0.10", []int64{1, 2, 4}, []string{"0.01", "0.03", "0.06"}},
		"zero weight gets nothing":        {"0.05", []int64{0, 1, 0, 1}, []string{"0.00", "0.03", "0.00", "0.02"}},
		"negative amount":                 {"-0.05", []int64{1, 1, 1}, []string{"-0.02", "-0.02", "-0.01"}},
		"weights of 63 bits":              {"90071992547409.91", []int64{math.MaxInt64, math.MaxInt64}, []string{"45035996273704.96", "45035996273704.95"}},
		"one weight takes all":            {"7.77", []int64{0, 0, 9}, []string{"0.00", "0.00", "7.77"}},
		"more parts than the array holds": {"0.17", []int64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, append(repeat("0.01", 17), "0.00")},
	} {
		parts, err := budget.MustParseMoney(c.amount).Allocate(c.weights)
		require.NoError(t, err, name)
		assert.Equal(t, c.want, texts(parts), name)
	}
	for name, weights := range map[string][]int64{"none": nil, "all zero": {0, 0}, "negative": {3, -1}} {
		_, err := budget.MustParseMoney("1.00").Allocate(weights)
		assert.ErrorIs(t, err, budget.ErrWeights, name)
	}
	_, err := budget.MustParseMoney("1.00").Allocate([]int64{math.MaxInt64, math.MaxInt64, math.MaxInt64})
	assert.ErrorIs(t, err, budget.ErrOverflow)
}

// TestAllocateAgainstRationals distributes the remaining centavos one by one, each
// to the part with the largest remainder.
func TestAllocateAgainstRationals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyMoney(t, "amount")
		weights := rapid.SliceOfN(rapid.OneOf(
			rapid.Int64Range(0, 9), rapid.Int64Range(0, math.MaxInt64/20),
		), 1, 18).Filter(func(w []int64) bool {
			for _, n := range w {
				if n > 0 {
					return true
				}
			}
			return false
		}).Draw(t, "weights")
		parts, err := m.Allocate(weights)
		require.NoError(t, err)

		whole := new(big.Int)
		for _, w := range weights {
			whole.Add(whole, big.NewInt(w))
		}
		abs := m.Abs().Centavos()
		left, want, rest := abs, make([]int64, len(weights)), make([]*big.Rat, len(weights))
		for i, w := range weights {
			share := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(abs), big.NewInt(w)), whole)
			want[i] = new(big.Int).Quo(share.Num(), share.Denom()).Int64()
			rest[i] = share.Sub(share, new(big.Rat).SetInt64(want[i]))
			left -= want[i]
		}
		for ; left > 0; left-- {
			best := -1
			for i := range rest {
				if rest[i].Sign() > 0 && (best < 0 || rest[i].Cmp(rest[best]) > 0) {
					best = i
				}
			}
			want[best]++
			rest[best] = new(big.Rat)
		}
		for i := range want {
			if m.Sign() < 0 {
				want[i] = -want[i]
			}
			assert.Equal(t, want[i], parts[i].Centavos(), "part %d of %s by %v", i, m, weights)
		}
		sum, err := budget.Sum(parts...)
		require.NoError(t, err)
		assert.Equal(t, m, sum)
	})
}

func TestSplitIsAllocationByEqualWeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyMoney(t, "amount")
		var equal [12]int64
		for i := range equal {
			equal[i] = 7
		}
		byWeight, err := m.AllocateMonths(equal)
		require.NoError(t, err)
		assert.Equal(t, byWeight, m.Split12())
		parts, err := m.Split(12)
		require.NoError(t, err)
		assert.Equal(t, budget.Months(parts), m.Split12())
	})
}

func texts(parts []budget.Money) []string {
	var s []string
	for _, m := range parts {
		s = append(s, m.String())
	}
	return s
}

func repeat(s string, n int) []string {
	var list []string
	for range n {
		list = append(list, s)
	}
	return list
}
