package poa

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
)

// analyzeIndicators evaluates every indicator over the fiscal year.
func analyzeIndicators(in *reader) any {
	taken := make(map[string][]*kpi.Measurement, len(in.doc.Indicators))
	withdrawn := in.withdrawn()
	for _, m := range in.doc.Measurements {
		if !withdrawn[m.ID] {
			taken[m.Indicator] = append(taken[m.Indicator], m)
		}
	}
	list := make([]IndicatorStatus, len(in.doc.Indicators))
	for i, ind := range in.doc.Indicators {
		list[i] = IndicatorStatus{Indicator: ind, Result: in.evaluate(ind, taken[ind.ID])}
		at := norm.Path("indicators").Item(ind.ID)
		for _, f := range kpi.Check(ind, taken[ind.ID], in.today()) {
			in.report(f.Under(at))
		}
	}
	return list
}

// evaluate returns the result of an indicator over the fiscal year. Its light is that of
// the preset that it names, or of the first preset of the Env if it names none.
func (in *reader) evaluate(ind *kpi.Indicator, taken []*kpi.Measurement) kpi.Result {
	lights := in.env().Lights
	for i := range lights {
		if l := &lights[i]; l.Key == ind.Light || ind.Light == "" {
			return l.Evaluate(ind, taken, in.year(), in.today())
		}
	}
	return kpi.Evaluate(ind, taken, in.year(), in.today())
}
