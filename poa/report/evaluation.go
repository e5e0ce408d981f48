package report

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
)

func (d *document) evaluation() {
	lessons := lessonCount(d.doc)
	if len(d.doc.Evaluations) > 0 {
		d.el("h3", d.Text("heading.evaluations"))
		d.table("evaluations", d.Text("heading.evaluations"), "same", heads("date:dates evaluation:name evaluated responsible indicators")...)
		for i := range d.first("evaluations", len(d.doc.Evaluations)) {
			e := d.doc.Evaluations[i]
			path := norm.Path("evaluations").Item(e.ID)
			d.row()
			d.marked("td", d.DateShort(e.Date), "dates", path.Field("date"))
			d.rowHead(e.Name, path.Field("name"))
			d.markedCell(d.Span(e.Span), path.Field("span"))
			d.markedCell(d.name(e.Responsible), path.Field("responsible"))
			d.markedCell(d.joinKeys(e.Indicators), path.Field("indicators"))
			d.close("tr")
		}
		d.endTable()
	}
	if lessons > 0 {
		d.lessons()
	}
	if len(d.doc.Reports) > 0 {
		d.el("h3", d.Text("heading.reports"))
		d.table("reports", d.Text("heading.reports"), "same", heads("date:dates report:name kind covered responsible to")...)
		for i := range d.first("reports", len(d.doc.Reports)) {
			r := d.doc.Reports[i]
			path := norm.Path("reports").Item(r.ID)
			d.row()
			d.marked("td", d.DateShort(r.Date), "dates", path.Field("date"))
			d.rowHead(r.Name, path.Field("name"))
			d.markedCell(d.Enum(r.Kind), path.Field("kind"))
			d.markedCell(d.Span(r.Span), path.Field("span"))
			d.markedCell(d.name(r.Responsible), path.Field("responsible"))
			d.markedCell(r.To, path.Field("to"))
			d.close("tr")
		}
		d.endTable()
	}
}

func (d *document) lessons() {
	d.el("h3", d.Text("heading.lessons"))
	d.table("lessons", d.Text("heading.lessons"), "same", heads("evaluation lesson:name adjustment:name responsible date:dates")...)
	total, left := 0, d.shown(lessonCount(d.doc))
	for _, e := range d.doc.Evaluations {
		total += len(e.Findings)
		for _, l := range e.Findings[:min(len(e.Findings), left)] {
			if left--; d.err != nil {
				break
			}
			path := norm.Path("evaluations").Item(e.ID).Field("findings").Item(l.ID)
			d.row()
			d.cell(reference(e.Name))
			d.rowHead(l.Text, path.Field("text"))
			d.markedCell(l.Adjustment, path.Field("adjustment"))
			d.markedCell(d.name(l.Responsible), path.Field("responsible"))
			d.marked("td", d.DateShort(l.Due), "dates", path.Field("due"))
			d.close("tr")
		}
	}
	d.omit("findings", d.shown(total), total)
	d.endTable()
}

// lessonCount returns the number of findings of all evaluations.
func lessonCount(doc *poa.Document) (n int) {
	for _, e := range doc.Evaluations {
		n += len(e.Findings)
	}
	return n
}

func (d *document) commitments() {
	d.table("commitments", d.Text("heading.commitments"), "same tall columns", heads("commitment:name by:name")...)
	section := poa.CommitmentSection(0)
	for i := range d.first("commitments", len(d.doc.Commitments)) {
		c := d.doc.Commitments[i]
		if i == 0 || c.Section != section {
			section = c.Section
			d.group(d.Enum(section), 2)
		}
		path := norm.Path("commitments").Item(c.ID)
		d.row()
		d.rowHead(c.Text, path.Field("text"))
		d.open("td")
		d.nameList(c.FulfilledBy)
		d.close("td")
		d.close("tr")
	}
	d.endTable()
}

// nameList writes a list of the names of the elements with the given ids.
func (d *document) nameList(ids []string) {
	if len(ids) == 0 {
		d.text("–")
		return
	}
	d.open("ul")
	shown := d.shown(len(ids))
	for _, id := range ids[:shown] {
		if d.err != nil {
			return
		}
		d.el("li", d.name(id))
	}
	if shown < len(ids) {
		d.el("li", "… (+"+count(len(ids)-shown)+")")
	}
	d.close("ul")
}

// terms writes a table of the activities, posts and closes of each administration.
func (d *document) terms() {
	d.table("terms", d.Text("heading.terms"), "same tall", heads("administration:name activities:name posts closes")...)
	terms := d.a.Administrations()
	for i := range d.first("administrations", len(terms)) {
		t := &terms[i]
		path := norm.Path("administrations").Item(t.Administration.ID)
		d.row()
		d.open("th", "scope", "row")
		d.value(t.Administration.Name, path.Field("name"))
		d.detail(d.Text("column.term"), d.Span(t.Administration.Span), path.Field("span"))
		if t.Administration.Status != norm.Sourced {
			d.el("span", d.Enum(t.Administration.Status), "class", "under")
		}
		d.close("th")
		var activities, posts, closes []string
		for _, act := range t.Activities {
			activities = append(activities, act.ID)
		}
		for _, p := range t.Posts {
			posts = append(posts, p.ID)
		}
		for _, p := range t.Closes {
			closes = append(closes, p.ID)
		}
		for _, ids := range [][]string{activities, posts, closes} {
			d.open("td")
			d.nameList(ids)
			d.close("td")
		}
		d.close("tr")
	}
	d.endTable()
}
