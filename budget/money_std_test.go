//go:build !lean

package budget_test

import (
	"bytes"
	"database/sql"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
)

// A DECIMAL column arrives as text with as many decimals as the column has.
func ExampleMoney_Scan() {
	var m budget.Money
	for _, column := range []any{"1234.5000", int64(1234), 1234.5, "1234.505", nil} {
		fmt.Println(m.Scan(column), m)
	}
	// Output:
	// <nil> 1234.50
	// <nil> 1234.00
	// <nil> 1234.50
	// budget: amount "1234.505" has 3 decimals: write it with two decimals, as in "1234.50" 1234.50
	// budget: an amount cannot be NULL: scan into sql.Null[budget.Money] 1234.50
}

func TestMoneyScanAndValue(t *testing.T) {
	for _, tt := range []struct {
		column any
		want   string // "" for an error
	}{
		{"0", "0.00"},
		{"-0.00", "0.00"},
		{"-1234.5", "-1234.50"},
		{[]byte("90071992547409.910000"), "90071992547409.91"},
		{"90071992547409.92", ""},
		{0.1, "0.10"},
		{0.29, "0.29"},
		{1e-3, ""},
		{int64(-7), "-7.00"},
		{"", ""},
		{".5", ""},
		{"1,234.50", ""},
		{"1.", "1.00"},
		{true, ""},
	} {
		m := budget.MustPesos(1)
		err := m.Scan(tt.column)
		if tt.want == "" {
			assert.ErrorContains(t, err, "budget: ", "%v", tt.column)
			assert.Equal(t, budget.MustPesos(1), m, "an error changes nothing")
			continue
		}
		require.NoError(t, err, "%v", tt.column)
		assert.Equal(t, tt.want, m.String(), "%v", tt.column)
		value, err := m.Value()
		require.NoError(t, err)
		assert.Equal(t, tt.want, value)
	}
	var maybe sql.Null[budget.Money]
	require.NoError(t, maybe.Scan(nil))
	assert.False(t, maybe.Valid)
	require.NoError(t, maybe.Scan("2.50"))
	assert.Equal(t, budget.MustParseMoney("2.50"), maybe.V)
}

func TestMoneyGobAndJSON(t *testing.T) {
	type record struct {
		Amount budget.Money
		Months budget.Months
	}
	want := record{Amount: budget.MustParseMoney("-0.05")}
	want.Months[3] = budget.MustPesos(7)
	var b bytes.Buffer
	require.NoError(t, gob.NewEncoder(&b).Encode(want))
	var got record
	require.NoError(t, gob.NewDecoder(&b).Decode(&got))
	assert.Equal(t, want, got)

	text, err := json.Marshal(want)
	require.NoError(t, err)
	got = record{}
	require.NoError(t, json.Unmarshal(text, &got))
	assert.Equal(t, want, got)
}
