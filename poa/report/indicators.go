package report

import (
	"encoding"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
)

func (d *document) indicators() {
	d.table("indicators", d.Text("heading.indicators")+". "+d.TextWith("word.as-of", norm.Arg{Name: "date", Value: d.a.Today}), "dense indicators", heads("key:key indicator:name formula:name frequency sense unit baseline:num targets target-so-far:num result:num progress:num light")...)
	for i := range d.first("indicators", len(d.a.Indicators)) {
		d.indicator(&d.a.Indicators[i])
	}
	d.endTable()
}

func (d *document) indicator(s *poa.IndicatorStatus) {
	ind, r := s.Indicator, &s.Result
	path := norm.Path("indicators").Item(ind.ID)
	d.row()
	d.marked("td", ind.Key, "key", path.Field("key"))
	d.open("th", "scope", "row", "class", "name")
	d.value(ind.Name, path.Field("name"))
	d.open("span", "class", "under")
	d.classification("column.level", ind.Level, path.Field("level"))
	d.classification("column.stage", ind.Stage, path.Field("stage"))
	d.classification("column.dimension", ind.Dimension, path.Field("dimension"))
	d.close("span")
	d.detail(d.Text("column.verification"), ind.Verification, path.Field("verification"))
	if ind.Responsible != "" {
		d.detail(d.Text("column.responsible"), d.name(ind.Responsible), path.Field("responsible"))
	}
	d.close("th")
	d.open("td", "class", "formula")
	d.value(ind.Formula, path.Field("formula"))
	shown := d.shown(len(ind.Variables))
	for _, v := range ind.Variables[:shown] {
		d.detail(v.Symbol, v.Name, path.Field("variables").Item(v.ID))
	}
	if more := len(ind.Variables) - shown; more > 0 {
		d.text(" … (+" + count(more) + ")")
	}
	d.close("td")
	d.markedCell(d.Enum(ind.Frequency), path.Field("frequency"))
	d.markedCell(d.Enum(ind.Sense), path.Field("sense"))
	d.markedCell(ind.Unit, path.Field("unit"))
	if ind.Baseline != nil && ind.Baseline.Value != nil {
		d.markedNum(d.Number(*ind.Baseline.Value, ind.Decimals), path.Field("baseline.value"))
	} else {
		d.num("–")
	}
	d.targets(ind, path)
	d.num(d.numberOrDash(r.Target, r.HasTarget, ind.Decimals))
	d.num(d.numberOrDash(r.Value, r.HasValue, ind.Decimals))
	progress := "–"
	if r.HasProgress {
		progress = d.Percent(r.Progress, 1)
	}
	d.num(progress)
	d.open("td")
	d.badge(d.Light(r.Light))
	if why := d.Reason(*r); why != "" {
		d.el("span", why, "class", "under")
	}
	d.close("td")
	d.close("tr")
}

// classification writes one of the classes of an indicator, unless it is unspecified.
func (d *document) classification(title string, class encoding.TextMarshaler, path norm.Path) {
	if _, err := class.MarshalText(); err == nil {
		d.text(d.Text(title) + ": ")
		d.value(d.Enum(class), path)
		d.text(". ")
	}
}

// maxTargets is the maximum number of targets that are listed; more are counted.
const maxTargets = 4

func (d *document) targets(ind *kpi.Indicator, at norm.Path) {
	path := at.Field("targets")
	d.open("td", "class", "targets")
	switch n := len(ind.Targets); {
	case n == 0 && ind.TargetText != "":
		d.value(ind.TargetText, at.Field("targetText"))
	case n == 0:
		d.text("–")
	case n > maxTargets:
		d.value(d.Count(n, "target"), path)
	default:
		for _, t := range ind.Targets {
			d.open("span", "class", "line-of")
			d.value(d.SpanShort(t.Span)+": "+d.numberOrDash(t.Value, !t.NoValue, ind.Decimals), path.Item(t.ID))
			d.close("span")
		}
	}
	d.close("td")
}

// quantity returns a formatted quantity, or "–" for zero, which is one that is not known.
func (d *document) quantity(n int) string {
	return d.numberOrDash(exact.Int(int64(n)), n != 0, 0)
}

// numberOrDash returns a formatted number, or "–" if there is none.
func (d *document) numberOrDash(n exact.Number, has bool, decimals int) string {
	if !has {
		return "–"
	}
	return d.Number(n, decimals)
}
