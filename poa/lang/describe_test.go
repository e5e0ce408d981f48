package lang_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

func TestDescribe(t *testing.T) {
	es, en := lang.New("es-MX", nil), lang.New("en", nil)
	assert.Equal(t, "abril, mayo y junio", es.Months(4, 6))
	assert.Equal(t, "May", en.Months(5, 5))
	assert.Equal(t, "", es.Months(6, 4))

	window := &term.Blackout{Name: norm.Label{ES: "Proceso 2027", EN: "2027 elections"}, Basis: norm.Basis{Status: norm.Projected}}
	c := poa.Conflict{Blackout: window, Overlap: calendar.MustSpan(calendar.MustDate(2027, 5, 10), calendar.MustDate(2027, 5, 23))}
	assert.Equal(t, "Veda “Proceso 2027” (proyectada): coinciden del 10 al 23 de mayo de 2027", es.Conflict(c))
	c.Excepted = true
	assert.Equal(t, "Blackout “2027 elections” (projected): they share 10–23 May 2027, with an exception", en.Conflict(c))

	assert.Equal(t, "", es.Reason(kpi.Result{}))
	assert.Equal(t, "El denominador es cero (BE)", es.Reason(kpi.Result{Reason: kpi.ReasonZeroDenominator, Symbol: "BE"}))
	assert.Equal(t, "A variable has no value (BE: no survey)",
		en.Reason(kpi.Result{Reason: kpi.ReasonVariableMissing, Symbol: "BE", NoData: "no survey"}))

	missing := kpi.Result{Unmeasured: 1, FirstUnmeasured: calendar.MustParseSpan("2027-04-01/2027-06-30")}
	assert.Equal(t, "1 periodo que ya terminó sin datos: segundo trimestre de 2027", es.Reason(missing))
	assert.Equal(t, "1 period without data: Q2 2027", en.Reason(missing))
	missing.Unmeasured, missing.Reason = 2, kpi.ReasonNoMeasurement
	assert.Equal(t, "No se midió; 2 periodos que ya terminaron sin datos; el primero, segundo trimestre de 2027", es.Reason(missing))
	assert.Equal(t, "Not measured; 2 periods without data: the first is Q2 2027", en.Reason(missing))
	left := kpi.Result{HasValue: true, Incomplete: 1, NotCompared: 2}
	assert.Equal(t, "1 medición incompleta, que no cuenta; 2 mediciones que todavía no se comparan, porque falta medir parte del periodo de su meta", es.Reason(left))
	assert.Equal(t, "1 incomplete measurement, which does not count; 2 measurements not compared yet, because a part of the period of their target is not measured", en.Reason(left))

	assert.Equal(t, "Termina actividad: Calendario", es.Due(poa.Due{Kind: poa.DueActivityEnd, Name: "Calendario"}))
	assert.Equal(t, "Evaluation programme", en.Due(poa.Due{Kind: poa.DueDeadline, Label: norm.Label{ES: "Programa", EN: "Evaluation programme"}}))
}
