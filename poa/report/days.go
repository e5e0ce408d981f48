package report

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// holidays returns the days off of the fiscal year, legal ones and those of the office.
func (d *document) holidays() []calendar.Occurrence {
	if d.a.Calendar == nil || !d.a.Year.Valid() {
		return nil
	}
	return d.a.Calendar.Holidays(d.a.Year)
}

// daysOff writes the table of the days off, with consecutive days of one holiday in one
// row. It sets used for each status in the table.
func (d *document) daysOff(used *[norm.FromMemory + 1]bool) {
	off := d.holidays()
	if len(off) == 0 {
		return
	}
	d.el("h3", d.Text("heading.days-off"))
	d.table("days-off", d.Text("heading.days-off")+". "+d.year(), "same", heads("date name:name basis status")...)
	for _, r := range runsOf(off) {
		first := r.first
		d.visited++
		used[min(first.Status, norm.FromMemory)] = true
		d.row()
		if r.last == first.Date {
			d.day(first.Date)
		} else {
			d.el("td", d.Span(calendar.Span{Start: first.Date, End: r.last}), "class", "tight")
		}
		d.rowHead(d.Name(first.Holiday.Name), "")
		d.open("td")
		d.spanish(or(first.Holiday.Basis.Cite(), "–"))
		d.close("td")
		d.el("td", d.Enum(first.Status), "class", "tight")
		d.close("tr")
	}
	d.endTable()
}

// dayRun is a run of consecutive days off of one holiday and status.
type dayRun struct {
	first *calendar.Occurrence
	last  calendar.Date
}

// runsOf returns the runs of days off, which are ordered by date.
func runsOf(off []calendar.Occurrence) []*dayRun {
	type rule struct {
		holiday *calendar.Holiday
		status  norm.Status
	}
	current := make(map[rule]*dayRun)
	var runs []*dayRun
	for i := range off {
		o := &off[i]
		of := rule{o.Holiday, o.Status}
		if r := current[of]; r != nil && r.last.AddDays(1) == o.Date {
			r.last = o.Date
			continue
		}
		r := &dayRun{o, o.Date}
		current[of], runs = r, append(runs, r)
	}
	return runs
}

// day writes a date with its weekday.
func (d *document) day(date calendar.Date) {
	text := "–"
	if !date.IsZero() {
		text = d.Weekday(date.Weekday()) + " " + d.Date(date)
	}
	d.el("td", text, "class", "tight")
}

// ownDays writes the office's own working week and days as they are in the plan,
// including those that are not in force.
func (d *document) ownDays() {
	if len(d.doc.OwnDays) == 0 && len(d.doc.WorkWeek) == 0 {
		return
	}
	d.el("h3", d.Text("heading.own-days"))
	if len(d.doc.WorkWeek) > 0 {
		week, written := "", [8]bool{}
		for _, w := range d.doc.WorkWeek {
			if written[w&7] {
				continue
			}
			if week != "" {
				week += ", "
			}
			week, written[w&7] = week+d.Weekday(w), true
		}
		d.open("dl", "class", "facts")
		d.fact("word.work-week", week, "workWeek")
		d.close("dl")
	}
	if len(d.doc.OwnDays) == 0 {
		return
	}
	d.table("own-days", d.Text("heading.own-days")+". "+d.year(), "same", heads("kind name:name dates instead reason document")...)
	own := d.a.OwnDays()
	for i := range d.first("ownDays", len(own)) {
		o := own[i]
		a, path := o.Adjustment, norm.Path("ownDays").Item(o.ID)
		name := a.Name
		if name == "" && len(o.Holidays) > 0 {
			name = d.Name(o.Holidays[0].Holiday.Name)
		}
		d.row()
		d.open("td")
		d.value(d.Enum(a.Kind), path.Field("kind"))
		if o.Idle {
			d.el("span", lang.Capital(d.Text("word.idle")), "class", "under")
		}
		d.close("td")
		d.rowHead(or(name, "–"), path.Field("name"))
		when := d.When(a)
		if a.Rule == "" && a.Span.Days() == 1 {
			when = d.Weekday(a.Span.Start.Weekday()) + " " + when
		}
		d.markedCell(when, path.Field("span"))
		d.day(a.Instead)
		d.markedCell(or(a.Reason, "–"), path.Field("reason"))
		d.markedCell(or(a.Document, "–"), path.Field("document"))
		d.close("tr")
	}
	d.endTable()
}
