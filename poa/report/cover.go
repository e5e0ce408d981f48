package report

import (
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

func (d *document) title() string {
	if d.doc.Title != "" {
		return d.doc.Title
	}
	return d.Text("heading.plan")
}

func (d *document) year() string {
	return d.TextWith("word.fiscal-year", norm.Arg{Name: "year", Value: norm.Count(d.doc.FiscalYear)})
}

// policy is the content security policy: the document has a style sheet of its own, and
// neither runs scripts nor loads or sends anything, whatever its texts contain.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

func (d *document) head() {
	d.open("head")
	d.void("meta", "charset", "utf-8")
	d.void("meta", "http-equiv", "Content-Security-Policy", "content", policy)
	d.void("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
	d.void("meta", "name", "color-scheme", "content", "light dark")
	title := d.title()
	if d.doc.FiscalYear != 0 {
		title += " " + count(d.doc.FiscalYear)
	}
	for _, s := range []string{d.doc.Office.Name, d.doc.Office.Municipality} {
		if s != "" {
			title += " · " + s
		}
	}
	title = cut(title, maxTitle)
	d.open("title")
	d.escape(title)
	d.close("title")
	d.open("style")
	d.raw(style)
	d.raw("@page{@bottom-left{content:" + cssString(title) + "}@bottom-right{content:" +
		cssString(d.Text("word.page")+" ") + " counter(page) " + cssString(" "+d.Text("word.of")+" ") + " counter(pages)}}\n" +
		"@page cover{@bottom-left{content:none}@bottom-right{content:none}}\n")
	d.close("style")
	d.close("head")
}

// maxTitle is the maximum number of characters of the title of the file, which is also at
// the foot of a sheet.
const maxTitle = 120

// cut returns s or, if it has more than n characters, its first n-1 and an ellipsis.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	for i := range s {
		if n--; n == 0 {
			return s[:i] + "…"
		}
	}
	return s
}

// cover writes the first sheet: the office, the main figures and the date of the plan.
func (d *document) cover() {
	office := d.doc.Office
	d.open("header", "class", "cover")
	d.open("div", "class", "council")
	if office.Municipality != "" {
		d.open("p")
		d.value(d.TextWith("word.council", text("municipality", office.Municipality)), "office.municipality")
		d.close("p")
	}
	if office.State != "" {
		d.marked("p", office.State, "state", "office.state")
	}
	d.close("div")
	d.open("div", "class", "name")
	d.open("h1")
	d.value(d.title(), "title")
	d.close("h1")
	d.el("p", d.year(), "class", "year")
	if office.Name != "" {
		d.marked("p", office.Name, "office", "office.name")
	}
	d.close("div")

	d.open("dl", "class", "figures")
	d.figure(count(len(d.a.Periods)), "heading.periods")
	d.figure(count(len(d.a.Activities)), "heading.activities")
	d.figure(count(len(d.a.Campaigns)), "heading.campaigns")
	d.figure(count(len(d.a.Indicators)), "heading.indicators")
	d.figure(d.MoneyWhole(d.a.Budget.Cost), "heading.budget")
	d.close("dl")

	d.open("dl", "class", "facts")
	d.fact("word.office", office.Name, "office.name")
	d.fact("word.office-kind", d.officeKind(), "office.kind")
	d.fact("word.unit-key", office.Key, "office.key")
	d.fact("word.inegi", office.INEGI, "office.inegi")
	d.fact("word.calendar", d.calendarName(), "")
	d.close("dl")
	d.open("div", "class", "asof")
	d.el("p", d.TextWith("word.as-of", norm.Arg{Name: "date", Value: d.a.Today}))
	if n := d.doc.Norm; n.ID != "" {
		d.el("p", d.TextWith("word.norm", text("norm", n.ID), norm.Arg{Name: "date", Value: n.Verified}))
	}
	if len(d.marks) > 0 {
		d.open("p")
		d.el("b", "† ")
		d.text(d.TextWith("word.illustrative-note", norm.Arg{Name: "count", Value: norm.Count(len(d.marks))}))
		d.close("p")
	}
	d.close("div")
	d.close("header")
}

func (d *document) figure(value, title string) {
	d.open("div")
	d.el("dt", d.Text(title))
	d.el("dd", value)
	d.close("div")
}

// officeKind returns the name of the kind of office, or its key if the Env does not know it.
func (d *document) officeKind() string {
	for _, k := range d.a.Plan.Env().OfficeKinds {
		if k.Key == d.doc.Office.Kind {
			return d.Name(k.Name)
		}
	}
	return d.doc.Office.Kind
}

func (d *document) calendarName() string {
	if d.a.Calendar == nil {
		return d.doc.Calendar
	}
	return d.Name(d.a.Calendar.Profile().Name)
}

func (d *document) contents(included []*section) {
	d.open("nav", "class", "contents", "aria-labelledby", "h-contents")
	d.el("h2", d.Text("heading.contents"), "id", "h-contents")
	d.open("ol")
	for _, s := range included {
		d.open("li")
		d.el("a", d.heading(s.name), "href", "#"+string(s.name))
		d.close("li")
	}
	d.close("ol")
	d.close("nav")
}

func (d *document) identity() {
	if d.doc.Mission != "" {
		d.el("h3", d.Text("heading.mission"))
		d.marked("p", d.doc.Mission, "creed", "mission")
	}
	if d.doc.Vision != "" {
		d.el("h3", d.Text("heading.vision"))
		d.marked("p", d.doc.Vision, "creed", "vision")
	}
}

// badge writes the shape and the word of a badge, in its colour.
func (d *document) badge(b lang.Badge) {
	d.open("span", "class", "badge "+b.Tone)
	d.el("span", b.Shape, "class", "shape", "aria-hidden", "true")
	d.text(" " + b.Label)
	d.close("span")
}

func (d *document) signatures() {
	where := d.doc.Office.Municipality
	if s := d.doc.Office.State; s != "" && where != "" {
		where += ", " + s
	}
	d.el("p", d.title()+", "+d.year()+". "+d.TextWith("word.signed-at", text("where", or(where, "______________"))), "class", "signed")
	d.open("div", "class", "signatures")
	for _, s := range [...]struct {
		role string
		Signatory
	}{
		{"word.prepared", d.o.Prepared}, {"word.reviewed", d.o.Reviewed}, {"word.authorized", d.o.Authorized},
	} {
		d.open("div", "class", "signatory")
		d.el("h3", d.Text(s.role))
		d.raw(`<div class="line"></div>`)
		if s.Name == "" && s.Post == "" {
			d.el("p", d.Text("word.signature-line"), "class", "blank")
		} else {
			d.el("p", s.Name, "class", "who")
			d.el("p", s.Post)
		}
		d.close("div")
	}
	d.close("div")
}
