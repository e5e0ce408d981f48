package report

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa"
)

func (d *document) indicators() {
	d.table("indicators", d.Text("heading.indicators")+". "+d.TextWith("word.as-of", norm.Arg{Name: "date", Value: d.a.Today}), "dense indicators",
		column{"column.key", "key"}, column{"column.indicator", "name"}, column{"column.formula", "name"},
		column{"column.frequency", ""}, column{"column.sense", ""}, column{"column.unit", ""},
		column{"column.baseline", "num"}, column{"column.target", "num"}, column{"column.result", "num"},
		column{"column.progress", "num"}, column{"column.light", ""})
	for i := range d.a.Indicators {
		d.indicator(&d.a.Indicators[i])
	}
	d.endTable()
}

func (d *document) indicator(s *poa.IndicatorStatus) {
	ind, r := s.Indicator, &s.Result
	path := norm.Path("indicators").Item(ind.ID)
	d.open("tr")
	d.cellOf(ind.Key, path.Field("key"))
	d.open("th", "scope", "row", "class", "name")
	d.value(ind.Name, path.Field("name"))
	d.under(d.Text("column.level"), d.Enum(ind.Level), path.Field("level"))
	d.under(d.Text("column.stage"), d.Enum(ind.Stage), path.Field("stage"))
	d.under(d.Text("column.dimension"), d.Enum(ind.Dimension), path.Field("dimension"))
	d.under(d.Text("column.verification"), ind.Verification, path.Field("verification"))
	if ind.Responsible != "" {
		d.under(d.Text("column.responsible"), d.name(ind.Responsible), path.Field("responsible"))
	}
	d.close("th")
	d.open("td", "class", "formula")
	d.value(ind.Formula, path.Field("formula"))
	for _, v := range ind.Variables {
		d.under(v.Symbol, v.Name, path.Field("variables").Item(v.ID))
	}
	d.close("td")
	d.cellOf(d.Enum(ind.Frequency), path.Field("frequency"))
	d.cellOf(d.Enum(ind.Sense), path.Field("sense"))
	d.cellOf(ind.Unit, path.Field("unit"))
	if ind.Baseline != nil {
		d.numOf(d.Number(ind.Baseline.Value, ind.Decimals), path.Field("baseline.value"))
	} else {
		d.num("–")
	}
	d.number2(r.Target, r.HasTarget, ind.Decimals, path.Field("targets"))
	d.number2(r.Value, r.HasValue, ind.Decimals, "")
	progress := "–"
	if r.HasProgress {
		progress = d.Percent(r.Progress, 1)
	}
	d.num(progress)
	d.open("td")
	d.badge(d.Light(r.Light))
	if r.Reason.String() != "" {
		d.el("span", d.reason(r), "class", "under")
	}
	d.close("td")
	d.close("tr")
}

func (d *document) number2(n kpi.Number, has bool, decimals int, path norm.Path) {
	if !has {
		d.num("–")
		return
	}
	d.numOf(d.Number(n, decimals), path)
}

// reason says why a result is not complete, with the variable it speaks of and
// what the person who captured wrote instead.
func (d *document) reason(r *kpi.Result) string {
	s := d.Enum(r.Reason)
	if r.Symbol != "" {
		s += " (" + r.Symbol + ")"
	}
	if r.NoData != "" {
		s += ": " + r.NoData
	}
	return s
}
