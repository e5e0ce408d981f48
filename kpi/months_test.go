package kpi_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

func ExampleMonthlyTargets_Through() {
	m := kpi.MonthlyTargets{exact.Int(4), exact.Int(4), exact.Int(6)}
	quarter, _ := m.Through(3)
	fmt.Println(quarter)
	// Output: 14
}

func TestMonths(t *testing.T) {
	m := kpi.MonthlyTargets{exact.Int(1), exact.MustParse("0.5"), 11: exact.Int(7)}
	total, err := m.Total()
	require.NoError(t, err)
	assert.Equal(t, "8.5", total.String())
	for month, want := range map[int]string{-1: "0", 0: "0", 1: "1", 2: "1.5", 11: "1.5", 12: "8.5", 13: "8.5"} {
		got, err := m.Through(month)
		require.NoError(t, err)
		assert.Equal(t, want, got.String(), "Through(%d)", month)
	}
	m[0] = exact.Int(math.MaxInt64)
	_, err = m.Total()
	assert.ErrorIs(t, err, exact.ErrOverflow)
}
