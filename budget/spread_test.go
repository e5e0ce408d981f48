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

func TestSpread(t *testing.T) {
	equal := func(n int) []int64 {
		w := make([]int64, n)
		for i := range w {
			w[i] = 7
		}
		return w
	}
	for _, c := range []struct {
		name, amount  string
		rows, columns []int64
		want          [][]string
	}{
		{"one cell", "7.77", []int64{9}, []int64{1}, [][]string{{"7.77"}}},
		{"one row is an allocation", "0.05", []int64{4}, []int64{1, 1, 1}, [][]string{{"0.02", "0.02", "0.01"}}},
		{"one column is an allocation", "0.05", []int64{1, 1, 1}, []int64{4}, [][]string{{"0.02"}, {"0.02"}, {"0.01"}}},
		{"a weight of zero gets nothing", "1.00", []int64{0, 1}, []int64{1, 0, 1}, [][]string{{"0.00", "0.00", "0.00"}, {"0.50", "0.00", "0.50"}}},
		{"a centavo", "0.01", []int64{1, 1}, []int64{1, 1}, [][]string{{"0.01", "0.00"}, {"0.00", "0.00"}}},
		{"exact", "6.00", []int64{1, 2}, []int64{2, 1}, [][]string{{"1.33", "0.67"}, {"2.67", "1.33"}}},
		{"negative", "-0.10", []int64{1, 1}, []int64{1, 1, 1}, [][]string{{"-0.02", "-0.02", "-0.01"}, {"-0.02", "-0.01", "-0.02"}}},
		{"zero", "0.00", []int64{1, 2}, []int64{3}, [][]string{{"0.00"}, {"0.00"}}},
		{
			"the largest amount and weights", "90071992547409.91",
			[]int64{math.MaxInt64, math.MaxInt64},
			[]int64{math.MaxInt64, 0},
			[][]string{{"45035996273704.96", "0.00"}, {"45035996273704.95", "0.00"}},
		},
	} {
		table, err := budget.MustParseMoney(c.amount).Spread(c.rows, c.columns)
		require.NoError(t, err, c.name)
		var got [][]string
		for _, row := range table {
			got = append(got, texts(row))
		}
		assert.Equal(t, c.want, got, c.name)
	}
	for name, c := range map[string]struct{ rows, columns []int64 }{
		"no rows": {nil, equal(2)}, "no columns": {equal(2), nil}, "all zero": {equal(2), []int64{0, 0}},
		"negative": {[]int64{2, -1}, equal(2)}, "negative column": {equal(2), []int64{2, -1}},
	} {
		_, err := budget.MustParseMoney("1.00").Spread(c.rows, c.columns)
		assert.ErrorIs(t, err, budget.ErrWeights, name)
	}
	_, err := budget.MustParseMoney("1.00").Spread([]int64{math.MaxInt64, math.MaxInt64, math.MaxInt64}, equal(2))
	assert.ErrorIs(t, err, budget.ErrOverflow)
}

// Issue 8: one hundred pesos in twelve months and two halves.
func TestSpreadOfTwelveMonthsInTwoHalves(t *testing.T) {
	total := budget.MustPesos(100)
	year := make([]int64, 12)
	for i := range year {
		year[i] = 1
	}
	table, err := total.Spread([]int64{1, 1}, year)
	require.NoError(t, err)
	var months budget.Months
	for _, half := range table {
		sum, err := budget.Sum(half...)
		require.NoError(t, err)
		assert.Equal(t, "50.00", sum.String())
		months, err = months.Add(budget.Months(half))
		require.NoError(t, err)
	}
	assert.Equal(t, total.Split12(), months)
}

// checkSpread compares a table with the exact shares: every cell, row and column is its
// share rounded down or up, and all add up. It reports whether the totals are those of
// Allocate.
func checkSpread(t require.TestingT, m budget.Money, rows, columns []int64) (allocated bool) {
	table, err := m.Spread(rows, columns)
	require.NoError(t, err)
	sum := func(w []int64) *big.Int {
		s := new(big.Int)
		for _, n := range w {
			s.Add(s, big.NewInt(n))
		}
		return s
	}
	share := func(num, den *big.Int) *big.Rat {
		return new(big.Rat).Mul(new(big.Rat).SetInt64(m.Centavos()), new(big.Rat).SetFrac(num, den))
	}
	rounds := func(got int64, exact *big.Rat, what string) {
		away := new(big.Rat).Sub(new(big.Rat).SetInt64(got), exact)
		require.Negative(t, new(big.Rat).Abs(away).Cmp(big.NewRat(1, 1)), "%s: %d centavos for %s", what, got, exact.FloatString(4))
		if exact.IsInt() {
			require.Zero(t, away.Sign(), what)
		}
	}
	r, c := sum(rows), sum(columns)
	byRow, byColumn := make([]int64, len(rows)), make([]int64, len(columns))
	require.Len(t, table, len(rows))
	for i, row := range table {
		require.Len(t, row, len(columns))
		for j, cell := range row {
			rounds(cell.Centavos(), share(new(big.Int).Mul(big.NewInt(rows[i]), big.NewInt(columns[j])), new(big.Int).Mul(r, c)), "cell")
			byRow[i] += cell.Centavos()
			byColumn[j] += cell.Centavos()
		}
	}
	allocated = true
	for name, side := range map[string]struct {
		weights, totals []int64
		sum             *big.Int
	}{"row": {rows, byRow, r}, "column": {columns, byColumn, c}} {
		parts, err := m.Allocate(side.weights)
		require.NoError(t, err)
		total := int64(0)
		for i, got := range side.totals {
			rounds(got, share(big.NewInt(side.weights[i]), side.sum), name)
			allocated = allocated && got == parts[i].Centavos()
			total += got
		}
		require.Equal(t, m.Centavos(), total, name)
	}
	return allocated
}

func TestSpreadAgainstRationals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		margin := func(name string) []int64 {
			return rapid.SliceOfN(rapid.OneOf(
				rapid.Int64Range(0, 9), rapid.Int64Range(1, 3), rapid.Int64Range(0, math.MaxInt64/20),
			), 1, 14).Filter(func(w []int64) bool {
				for _, n := range w {
					if n > 0 {
						return true
					}
				}
				return false
			}).Draw(t, name)
		}
		amount := rapid.OneOf(
			rapid.Int64Range(-400, 400), rapid.Int64Range(-budget.MaxCentavos, budget.MaxCentavos),
		).Draw(t, "centavos")
		m, err := budget.Centavos(amount)
		require.NoError(t, err)
		checkSpread(t, m, margin("rows"), margin("columns"))
	})
}

// No table has the totals of Allocate and cells that are rounded shares for these; they
// were found by trying all tables.
func TestSpreadWithoutATableOfAllocatedTotals(t *testing.T) {
	for _, c := range []struct {
		centavos      int64
		rows, columns []int64
	}{
		{15, []int64{3, 4}, []int64{1, 1, 7}},
		{-16, []int64{3, 4, 4, 3}, []int64{7, 5}},
		{248, []int64{3, 2, 3, 2}, []int64{5, 7}},
		{290, []int64{3, 7, 5, 5}, []int64{2, 7}},
		{188, []int64{2, 8, 2, 7, 7}, []int64{3, 5}},
		{102, []int64{4, 6, 6, 4}, []int64{7, 8, 4, 8}},
		{85, []int64{8, 3, 3, 8, 2, 6}, []int64{2, 4, 9, 2}},
	} {
		m, err := budget.Centavos(c.centavos)
		require.NoError(t, err)
		assert.False(t, checkSpread(t, m, c.rows, c.columns), "%v", c)
	}
}

// All small tables: those whose totals are not those of Allocate are very few.
func TestSpreadOfSmallTables(t *testing.T) {
	other, all := 0, 0
	for a := int64(1); a <= 5; a++ {
		for b := int64(0); b <= 5; b++ {
			for c := int64(1); c <= 5; c++ {
				for centavos := int64(1); centavos < 60; centavos += 2 {
					m, err := budget.Centavos(centavos)
					require.NoError(t, err)
					all++
					if !checkSpread(t, m, []int64{a, b, 3, a}, []int64{c, 2, c, 7}) {
						other++
					}
				}
			}
		}
	}
	assert.Less(t, other*200, all, "%d of %d", other, all)
}

// The number of allocations does not depend on the number of cells.
func TestSpreadAllocations(t *testing.T) {
	allocations := func(funds int) float64 {
		weights := make([]int64, funds)
		for i := range weights {
			weights[i] = int64(i%13 + 1)
		}
		year := []int64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
		m := budget.MustPesos(1_234_567)
		return testing.AllocsPerRun(3, func() {
			_, err := m.Spread(weights, year)
			require.NoError(t, err)
		})
	}
	assert.LessOrEqual(t, allocations(4000), allocations(40)+20)
}
