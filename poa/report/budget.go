package report

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func (d *document) budget() {
	if len(d.doc.Lines) == 0 && len(d.doc.Funds) == 0 {
		d.note(d.Text("word.nothing"))
		return
	}
	b := &d.a.Budget
	columns := []column{{"column.chapter", "name", ""}}
	for m := 1; m <= 12; m++ {
		columns = append(columns, column{d.MonthShort(m), "num month", ""})
	}
	columns = append(columns, column{"column.total", "num", ""})
	d.table("budget-months", d.Text("heading.budget-months")+". "+d.Text("word.whole-pesos"), "dense keep", columns...)
	concepts := b.Concepts
	for i := range d.first("lines", len(b.Chapters)) {
		row := &b.Chapters[i]
		d.monthRow(d.chapter(row.Chapter), &row.Months, row.Total)
		for len(concepts) > 0 && inChapter(concepts[0].Code, row.Chapter) {
			if c := &concepts[0]; c.Code != row.Chapter {
				d.monthRow("\u2003"+labelled(d, c.Code, d.env.Budget.Class), &c.Months, c.Total)
			}
			concepts = concepts[1:]
		}
	}
	d.total(1)
	d.months(&b.Months)
	d.el("td", d.MoneyWhole(b.Cost), "class", "num sum")
	d.close("tr")
	d.endTable()
	d.open("p")
	d.el("b", d.Text("word.in-words")+": ")
	d.text(d.Money(b.Cost) + " (" + d.AmountInWords(b.Cost) + ")")
	d.close("p")

	d.chart(&b.Months)
	d.funds()
	d.lines()
	if len(d.doc.Ledger) > 0 && b.Statement != nil {
		d.statement(b.Statement)
	}
}

func (d *document) monthRow(head string, months *budget.Months, total budget.Money) {
	d.row()
	d.rowHead(head, "")
	d.months(months)
	d.el("td", d.MoneyWhole(total), "class", "num sum")
	d.close("tr")
}

// inChapter reports whether the code of a concept, or "", belongs to a chapter, or "".
func inChapter(concept, chapter string) bool {
	if concept == "" || chapter == "" {
		return concept == chapter
	}
	return concept[0] == chapter[0]
}

func (d *document) months(m *budget.Months) {
	for _, amount := range m {
		text := "–"
		if !amount.IsZero() {
			text = d.MoneyWhole(amount)
		}
		d.el("td", text, "class", "num month")
	}
}

// chapter returns the code and the name of a COG chapter.
func (d *document) chapter(code string) string {
	if code == "" {
		return d.Text("word.no-chapter")
	}
	return labelled(d, code, d.env.Chapter)
}

// labelled returns a code, and its name if find has one.
func labelled(d *document, code string, find func(string) (norm.Label, bool)) string {
	if find != nil {
		if l, ok := find(code); ok {
			return code + " " + d.Name(l)
		}
	}
	return code
}

func (d *document) funds() {
	b := &d.a.Budget
	if len(b.Funds) == 0 {
		return
	}
	d.el("h3", d.Text("heading.funds"))
	d.table("funds", d.Text("heading.funds"), "same keep", heads("fund:name code ceiling:num cost:num gap:num")...)
	for i := range d.first("funds", len(b.Funds)) {
		row := &b.Funds[i]
		path := norm.Path("funds").Item(row.Fund.ID)
		d.row()
		d.rowHead(row.Fund.Name, path.Field("name"))
		d.markedCell(labelled(d, row.Fund.CFF, d.env.Source), path.Field("cff"))
		d.markedNum(d.ceiling(row.Ceiling, row.HasCeiling), path.Field("ceiling"))
		d.num(d.Money(row.Cost))
		d.num(d.gap(row.Gap, row.HasCeiling))
		d.close("tr")
	}
	d.total(2)
	d.num(d.ceiling(b.Ceiling, b.HasCeiling))
	d.num(d.Money(b.Cost))
	d.num(d.gap(b.Gap, b.HasCeiling))
	d.close("tr")
	d.endTable()
}

func (d *document) ceiling(ceiling budget.Money, known bool) string {
	if !known {
		return d.Text("word.ceiling-unknown")
	}
	return d.Money(ceiling)
}

// gap returns in words the amount that is lacking, if gap is positive, or left.
func (d *document) gap(gap budget.Money, known bool) string {
	if !known {
		return "–"
	}
	key := "word.short"
	switch gap.Sign() {
	case 0:
		return d.Text("word.balanced")
	case -1:
		key = "word.left"
	}
	return d.TextWith(key, norm.Arg{Name: "amount", Value: gap.Abs()})
}

func (d *document) lines() {
	if len(d.doc.Lines) == 0 {
		return
	}
	d.el("h3", d.Text("heading.lines"))
	d.table("lines", d.Text("heading.lines"), "same", heads("line:name item fund activities total:num")...)
	for i := range d.first("lines", len(d.doc.Lines)) {
		l := d.doc.Lines[i]
		path := norm.Path("lines").Item(l.ID)
		d.row()
		d.rowHead(l.Name, path.Field("name"))
		d.markedCell(labelled(d, l.Item, d.env.Budget.Item), path.Field("item"))
		d.markedCell(d.name(l.Fund), path.Field("fund"))
		d.markedCell(d.joinKeys(l.Activities), path.Field("activities"))
		total := "–"
		if sum, err := l.Months.Total(); err == nil {
			total = d.Money(sum)
		}
		d.markedNum(total, path.Field("months"))
		d.close("tr")
	}
	d.total(4)
	d.num(d.Money(d.a.Budget.Cost))
	d.close("tr")
	d.endTable()
}

var statementMoments = [...]budget.Moment{
	budget.MomentModified, budget.MomentCommitted, budget.MomentAccrued, budget.MomentExercised, budget.MomentPaid,
}

func (d *document) statement(s *budget.Statement) {
	d.el("h3", d.Text("heading.statement"))
	columns := []column{{"column.chapter", "name", ""}, {d.Enum(budget.MomentApproved), "num", ""}, {"column.adjustments", "num", ""}}
	for _, m := range statementMoments {
		columns = append(columns, column{d.Enum(m), "num", ""})
	}
	columns = append(columns, column{"column.underspending", "num", ""})
	d.table("statement", d.Text("heading.statement")+". "+d.TextWith("word.as-of", norm.Arg{Name: "date", Value: d.a.Today}), "keep", columns...)
	for i := range d.first("lines", len(s.Chapters)) {
		d.row()
		d.rowHead(d.chapter(s.Chapters[i].Chapter), "")
		d.moments(s, &s.Chapters[i].StatementRow)
		d.close("tr")
	}
	d.total(1)
	d.moments(s, &s.Total)
	d.close("tr")
	d.endTable()
}

// moments writes the columns of a row, with a dash for what the ledger does not report.
func (d *document) moments(s *budget.Statement, r *budget.StatementRow) {
	reported := func(amount budget.Money, moments ...budget.Moment) {
		for _, m := range moments {
			if !s.Reports(m) {
				d.num("–")
				return
			}
		}
		d.num(d.Money(amount))
	}
	reported(r.Approved, budget.MomentApproved)
	d.num(d.Money(r.Adjustments))
	for _, m := range statementMoments {
		reported(r.At(m), m)
	}
	reported(r.Underspending(), budget.MomentModified, budget.MomentAccrued)
}

func (d *document) resources() {
	if len(d.doc.Posts) > 0 {
		d.el("h3", d.Text("heading.posts"))
		d.table("posts", d.Text("heading.posts"), "same", heads("post:name holder reports-to administration monthly:num")...)
		for i := range d.first("posts", len(d.doc.Posts)) {
			p := d.doc.Posts[i]
			path := norm.Path("posts").Item(p.ID)
			d.row()
			d.rowHead(p.Name, path.Field("name"))
			d.marked("td", or(p.Holder, d.Text("word.vacant")), "tight", path.Field("holder"))
			d.markedCell(d.name(p.ReportsTo), path.Field("reportsTo"))
			d.markedCell(or(d.name(p.Administration), d.Text("word.permanent")), path.Field("administration"))
			monthly := "–" // not known
			if !p.Monthly.IsZero() {
				monthly = d.Money(p.Monthly)
			}
			d.markedNum(monthly, path.Field("monthly"))
			d.close("tr")
		}
		d.endTable()
	}
	if len(d.doc.Equipment) > 0 {
		d.el("h3", d.Text("heading.equipment"))
		d.table("equipment", d.Text("heading.equipment"), "same", heads("equipment:name quantity:num owned line")...)
		for i := range d.first("equipment", len(d.doc.Equipment)) {
			e := d.doc.Equipment[i]
			path := norm.Path("equipment").Item(e.ID)
			owned := "word.to-buy"
			if e.Owned {
				owned = "word.owned"
			}
			d.row()
			d.rowHead(e.Name, path.Field("name"))
			d.markedNum(d.quantity(e.Quantity), path.Field("quantity"))
			d.marked("td", d.Text(owned), "tight", path.Field("owned"))
			d.markedCell(d.name(e.Line), path.Field("line"))
			d.close("tr")
		}
		d.endTable()
	}
	if len(d.doc.Channels) > 0 {
		d.el("h3", d.Text("heading.channels"))
		d.table("channels", d.Text("heading.channels"), "same", heads("channel:name kind audience")...)
		for i := range d.first("channels", len(d.doc.Channels)) {
			c := d.doc.Channels[i]
			path := norm.Path("channels").Item(c.ID)
			d.row()
			d.rowHead(c.Name, path.Field("name"))
			d.markedCell(d.Enum(c.Kind), path.Field("kind"))
			d.markedCell(c.Audience, path.Field("audience"))
			d.close("tr")
		}
		d.endTable()
	}
}

func or(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}
