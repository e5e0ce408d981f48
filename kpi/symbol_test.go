package kpi_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// A formula and its variables may be copied from the equation of a word processor, and the
// measurements typed: their symbols are the same.
func TestSymbolsOfAnEquation(t *testing.T) {
	ind := indicator(kpi.Ascending, "(A/B)*100", map[string]kpi.Accumulation{"A": kpi.AccumulateSum, "B": kpi.AccumulateSum})
	ind.Formula = "(𝐴∕𝐵)•100"
	ind.Variables[0].Symbol = "𝐴"
	ind.Targets = []*kpi.Target{{ID: "t", Span: q1, Value: exact.MustParse("50")}}
	r := kpi.Evaluate(ind, []*kpi.Measurement{capture(q1, "A=1 Ｂ=4")}, year, lastDay)
	assert.True(t, r.HasValue, r.Reason)
	assert.Equal(t, "25", r.Value.String())
	for _, f := range kpi.Check(ind, nil, q1.Start) {
		assert.NotEqual(t, "indicator.variable-undefined", string(f.Code))
		assert.NotEqual(t, "indicator.variable-unused", string(f.Code))
	}
}
