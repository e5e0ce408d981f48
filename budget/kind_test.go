package budget_test

import (
	"encoding"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
)

type enum interface {
	encoding.TextMarshaler
	String() string
}

// TestEnumKeys pins the wire keys, in the order of the values.
func TestEnumKeys(t *testing.T) {
	for _, c := range []struct {
		name  string
		first int // value of the first key; what is below it is unspecified
		keys  []string
		value func(int) enum
		parse func(string) (enum, error)
	}{
		{
			"Kind", 1,
			[]string{"approved", "extension", "reduction", "transfer-in", "transfer-out", "committed", "accrued", "exercised", "paid"},
			func(i int) enum { return budget.Kind(i) },
			func(s string) (enum, error) { k := budget.Kind(77); err := k.UnmarshalText([]byte(s)); return k, err },
		},
		{
			"Moment", 1,
			[]string{"approved", "modified", "committed", "accrued", "exercised", "paid"},
			func(i int) enum { return budget.Moment(i) },
			func(s string) (enum, error) { k := budget.Moment(77); err := k.UnmarshalText([]byte(s)); return k, err },
		},
		{
			"Rounding", 0,
			[]string{"half-up", "half-even", "down", "up"},
			func(i int) enum { return budget.Rounding(i) },
			func(s string) (enum, error) {
				k := budget.Rounding(77)
				err := k.UnmarshalText([]byte(s))
				return k, err
			},
		},
	} {
		for i, key := range c.keys {
			v := c.value(c.first + i)
			assert.Equal(t, key, v.String(), c.name)
			text, err := v.MarshalText()
			require.NoError(t, err)
			assert.Equal(t, key, string(text), c.name)
			got, err := c.parse(key)
			require.NoError(t, err)
			assert.Equal(t, v, got, c.name)
		}
		for _, i := range []int{c.first - 1, c.first + len(c.keys)} {
			if i < 0 {
				continue
			}
			assert.Empty(t, c.value(i).String(), c.name)
			_, err := c.value(i).MarshalText()
			require.Error(t, err, c.name)
			assert.Contains(t, err.Error(), c.keys[0], c.name)
		}
		for _, bad := range []string{"", "Paid", "paid ", "x"} {
			got, err := c.parse(bad)
			require.Error(t, err, "%s %q", c.name, bad)
			assert.Contains(t, err.Error(), ": use one of "+c.keys[0]+", ", c.name)
			assert.Equal(t, c.value(77), got, "a refused text leaves the value")
		}
	}
}

func TestMomentOfAKind(t *testing.T) {
	for kind, moment := range map[budget.Kind]budget.Moment{
		0: 0, budget.Approved: budget.MomentApproved,
		budget.Extension: budget.MomentModified, budget.Reduction: budget.MomentModified,
		budget.TransferIn: budget.MomentModified, budget.TransferOut: budget.MomentModified,
		budget.Committed: budget.MomentCommitted, budget.Accrued: budget.MomentAccrued,
		budget.Exercised: budget.MomentExercised, budget.Paid: budget.MomentPaid, budget.Paid + 1: 0,
	} {
		assert.Equal(t, moment, kind.Moment(), kind.String())
	}
}
