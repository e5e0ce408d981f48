//go:build !lean

package exact_test

import (
	"bytes"
	"database/sql"
	"encoding/gob"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/kpi/exact"
)

func ExampleNumber_Scan() {
	var n exact.Number
	for _, column := range []any{"12.5000", int64(7), 0.1, nil} {
		fmt.Println(n.Scan(column), n)
	}
	// Output:
	// <nil> 12.5
	// <nil> 7
	// <nil> 0.1
	// exact: a number cannot be NULL: scan into sql.Null[exact.Number] 0.1
}

func TestNumberScanAndValue(t *testing.T) {
	for _, tt := range []struct {
		column any
		want   string // "" for an error
	}{
		{"1/3", "1/3"},
		{[]byte("-0.000"), "0"},
		{"12.", "12"},
		{"0.12500000000000000000000000", "0.125"},
		{0.35999999999999999, "0.36"},
		{8.6999999999999994e-2, "0.087"},
		{1e300, ""},
		{"1.5E10", "15000000000"},
		{"1.50E-3", "0.0015"},
		{"1e", ""},
		{"", ""},
		{true, ""},
	} {
		n := exact.Int(1)
		err := n.Scan(tt.column)
		if tt.want == "" {
			assert.ErrorContains(t, err, "exact: ", "%v", tt.column)
			assert.Equal(t, exact.Int(1), n, "an error changes nothing")
			continue
		}
		require.NoError(t, err, "%v", tt.column)
		assert.Equal(t, tt.want, n.String(), "%v", tt.column)
		value, err := n.Value()
		require.NoError(t, err)
		assert.Equal(t, tt.want, value)
	}
	var maybe sql.Null[exact.Number]
	require.NoError(t, maybe.Scan(nil))
	assert.False(t, maybe.Valid)
}

func TestNumberGob(t *testing.T) {
	want := []exact.Number{exact.MustParse("1/3"), exact.Int(0), exact.MustParse("-12.5")}
	var b bytes.Buffer
	require.NoError(t, gob.NewEncoder(&b).Encode(want))
	var got []exact.Number
	require.NoError(t, gob.NewDecoder(&b).Decode(&got))
	assert.Equal(t, want, got)
}
