package report

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
)

func (d *document) periods() {
	if len(d.a.Periods) == 0 {
		d.note(d.Text("word.nothing"))
		return
	}
	d.table("periods", d.Text("heading.periods"), "", heads("period dates business-days:num activities:num state")...)
	for i := range d.first("periods", len(d.a.Periods)) {
		s := &d.a.Periods[i]
		path := norm.Path("periods").Item(s.Period.ID)
		d.row()
		d.rowHead(s.Period.Name, path.Field("name"))
		d.markedCell(d.Span(s.Period.Span), path.Field("span"))
		d.num(count(s.BusinessDays))
		d.num(count(s.Activities))
		if s.Closed != nil {
			d.cell(d.TextWith("word.closed", norm.Arg{Name: "date", Value: s.Closed.Date}))
		} else {
			d.cell(d.Text("word.open"))
		}
		d.close("tr")
	}
	d.endTable()
	if d.a.Calendar != nil {
		d.note(d.TextWith("word.business-days-note", text("calendar", d.calendarName())))
	}
}

// activityColumns is the number of columns of the table of activities.
const activityColumns = 6 + 12 + 3

// activities writes one table with a group of rows for each period, so that the
// column heads repeat on every sheet.
func (d *document) activities() {
	if len(d.a.Activities) == 0 {
		d.note(d.Text("word.no-activities"))
		return
	}
	columns := []column{
		{"column.key", "key", "key"},
		{"column.activity", "name", "name"},
		{"column.responsible", "", "post"},
		{"column.dates", "dates", "dates"},
		{"column.business-days", "num", "days"},
		{"column.unit", "", "unit"},
	}
	for m := 1; m <= 12; m++ {
		columns = append(columns, column{d.MonthShort(m), "num month", "month"})
	}
	columns = append(columns, column{"column.annual-target", "num", "sum"}, column{"column.done", "num", "done"}, column{"column.state", "", "state"})
	d.table("activities", d.Text("heading.monthly-targets")+". "+d.year(), "dense plan", columns...)
	groups := byPeriod(d.a)
	left := d.shown(len(d.a.Activities))
	for i := range d.a.Periods {
		p := d.a.Periods[i].Period
		left -= d.activityGroup(groups[p], left, p.Name+": "+d.Span(p.Span))
	}
	d.activityGroup(groups[nil], left, d.Text("word.no-period"))
	d.omit("activities", d.shown(len(d.a.Activities)), len(d.a.Activities))
	d.endTable()

	d.el("h3", d.Text("heading.means"))
	d.table("means", d.Text("heading.means"), "same", heads("key:key activity:name heading.channels verification")...)
	for i := range d.first("activities", len(d.a.Activities)) {
		act := d.a.Activities[i].Activity
		path := norm.Path("activities").Item(act.ID)
		d.row()
		d.marked("td", act.Key, "key", path.Field("key"))
		d.rowHead(act.Name, path.Field("name"))
		d.markedCell(or(d.joinNames(act.Channels), "–"), path.Field("channels"))
		d.markedCell(or(act.Verification, "–"), path.Field("verification"))
		d.close("tr")
	}
	d.endTable()
}

// byPeriod returns the activities of each period, and those without one under nil, in the
// order of the analysis.
func byPeriod(a *poa.Analysis) map[*poa.Period][]*poa.ActivityStatus {
	groups := make(map[*poa.Period][]*poa.ActivityStatus, len(a.Periods)+1)
	for _, s := range a.Activities {
		groups[s.Period] = append(groups[s.Period], s)
	}
	return groups
}

// activityGroup writes a group of up to most rows with a title, unless it is empty. It
// returns the number of rows.
func (d *document) activityGroup(group []*poa.ActivityStatus, most int, title string) int {
	group = group[:min(len(group), most)]
	d.visited += len(group) + 1
	if len(group) == 0 || d.err != nil {
		return 0
	}
	d.group(title, activityColumns)
	for _, s := range group {
		if d.err != nil {
			break
		}
		d.activity(s)
	}
	return len(group)
}

func (d *document) activity(s *poa.ActivityStatus) {
	act := s.Activity
	path := norm.Path("activities").Item(act.ID)
	d.row()
	d.marked("td", act.Key, "key", path.Field("key"))
	d.rowHead(act.Name, path.Field("name"))
	if s.Post != nil {
		d.markedCell(reference(s.Post.Name), path.Field("responsible"))
	} else {
		d.cell(d.Text("word.no-post"))
	}
	d.marked("td", d.SpanShort(act.Span), "dates", path.Field("span"))
	d.num(count(s.BusinessDays))
	d.open("td")
	d.value(act.Unit, path.Field("unit"))
	d.detail(d.Text("column.target-text"), act.TargetText, path.Field("targetText"))
	d.close("td")
	for i, n := range act.Targets {
		text := ""
		if !n.IsZero() {
			text = d.NumberExact(n)
		}
		d.marked("td", text, "num month", path.Field("targets."+count(i+1)))
	}
	unit := ""
	if s.InPercent() {
		unit = "\u00a0%"
	}
	d.el("td", d.NumberExact(s.Planned)+unit, "class", "num sum")
	d.num(d.NumberExact(s.Done) + unit)
	d.open("td")
	d.badge(d.ActivityState(s))
	d.close("td")
	d.close("tr")
}

// detail writes a line with a title below the main text of a cell, unless text is empty.
func (d *document) detail(title, text string, path norm.Path) {
	if text == "" {
		return
	}
	d.raw(" ")
	d.open("span", "class", "under")
	d.text(title + ": ")
	d.value(text, path)
	d.close("span")
}

// joinNames returns the names of the elements with the given ids, separated by commas.
func (d *document) joinNames(ids []string) string {
	return join(ids, d.name)
}

// joinKeys is like joinNames, but returns the key instead of the name if an element has one.
func (d *document) joinKeys(ids []string) string {
	return join(ids, func(id string) string {
		if key, ok := d.keys[id]; ok {
			return reference(key)
		}
		return d.name(id)
	})
}
