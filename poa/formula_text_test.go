package poa_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// A plan keeps a formula as it was typed, also one that is refused, and the analysis reads it.
func TestFormulaIsKeptAsTyped(t *testing.T) {
	for typed, want := range map[string]string{
		"(B/4)100":           "25",
		"=+(B÷4)*100%":       "25",
		"“(𝐵∶4) x 100”":      "25",
		"suma(B; 0,5)":       "1.5",
		"MAX(B,0,5)":         "",
		"Número de B / meta": "",
	} {
		p := plan(t, func(d *poa.Document) {
			d.Indicators[0].Formula = typed
			d.Measurements = []*kpi.Measurement{{
				ID: "x1", Indicator: "i1", Span: d.Indicators[0].Targets[0].Span, Date: calendar.MustDate(2027, 12, 31), Values: reading("B", 1),
			}}
		})
		data := p.AppendJSON(nil)
		again, err := poa.Open(mexico.Env(), data)
		require.NoError(t, err, typed)
		assert.Equal(t, string(data), string(again.AppendJSON(nil)), typed)
		assert.Equal(t, typed, again.Document().Indicators[0].Formula)
		result := kpi.Evaluate(again.Document().Indicators[0], again.Document().Measurements, calendar.YearSpan(2027), calendar.MustDate(2027, 12, 31))
		assert.Equal(t, want != "", result.HasValue, typed)
		if want != "" {
			assert.Equal(t, want, result.Value.String(), typed)
		} else {
			assert.Equal(t, kpi.ReasonFormula, result.Reason, typed)
		}
	}
}
