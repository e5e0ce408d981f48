package kpi_test

import (
	"encoding"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/kpi"
)

type enum[T any] interface {
	*T
	encoding.TextUnmarshaler
}

type value interface {
	~uint8
	encoding.TextMarshaler
	String() string
}

// keys holds the wire keys of an enum, the zero first ("" where it has none).
func keys[T value, P enum[T]](t *testing.T, want ...string) {
	t.Helper()
	for i, k := range want {
		v := T(i)
		assert.Equal(t, k, v.String())
		text, err := v.MarshalText()
		if k == "" {
			assert.Error(t, err, "an unspecified %T does not marshal", v)
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, k, string(text))
		var back T
		require.NoError(t, P(&back).UnmarshalText(text))
		assert.Equal(t, v, back)
	}
	beyond := T(len(want))
	assert.Equal(t, "", beyond.String(), "%T has another key", beyond)
	_, err := beyond.MarshalText()
	assert.Error(t, err)
	var v T
	assert.Error(t, P(&v).UnmarshalText(nil))
	assert.ErrorContains(t, P(&v).UnmarshalText([]byte("Eficacia")), want[len(want)-1], "the error lists the keys")
}

// TestKeys holds the wire format: keys may be added at the end, never changed.
func TestKeys(t *testing.T) {
	keys[kpi.Level](t, "", "goal", "purpose", "component", "activity")
	keys[kpi.Stage](t, "", "input", "activity", "output", "outtake", "outcome", "impact")
	keys[kpi.Dimension](t, "", "efficacy", "efficiency", "quality", "economy")
	keys[kpi.Sense](t, "", "ascending", "descending", "ascending-from-baseline", "descending-from-baseline", "regular", "nominal")
	keys[kpi.Accumulation](t, "", "sum", "last", "max", "constant", "average", "unique")
	keys[kpi.ZeroRule](t, "no-data", "full")
	keys[kpi.Rounding](t, "half-up", "truncate")
	keys[kpi.Light](t, "", "on-target", "at-risk", "behind", "exceeded", "no-data")
	keys[kpi.Edge](t, "none", "open", "closed")
	keys[kpi.Frequency](t, "", "monthly", "bimonthly", "quarterly", "four-monthly", "semiannual", "annual", "biennial",
		"triennial", "six-yearly", "per-campaign", "per-event")
	keys[kpi.Reason](t, "", "not-due", "no-measurement", "variable-missing", "zero-denominator", "overflow", "formula", "no-target",
		"target-not-due", "not-programmed", "unprogrammed", "negative-target", "no-baseline", "baseline-is-target", "no-sense")
	keys[kpi.Problem](t, "", "empty", "too-long", "too-deep", "too-complex", "character", "operand", "operator", "unclosed",
		"unopened", "function", "arguments", "number", "exponent", "range", "percent", "equals")
}

func TestFrequencyMonths(t *testing.T) {
	for f, want := range map[kpi.Frequency]int{
		kpi.Monthly: 1, kpi.FourMonthly: 4, kpi.Annual: 12, kpi.SixYearly: 72, kpi.PerCampaign: 0, kpi.PerEvent: 0, 0: 0, 99: 0,
	} {
		assert.Equal(t, want, f.Months(), f.String())
	}
}
