package main

import (
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// money lists the chapters over twelve months, in whole pesos so that a year fits on a
// line, and the funds with centavos.
func (w *writer) money() {
	w.section("budget-months")
	w.text("  ", w.Text("word.whole-pesos"))
	columns := []column{{width: 5}}
	for m := 1; m <= 12; m++ {
		columns = append(columns, column{title: w.MonthShort(m), width: 6, right: true})
	}
	t := w.narrow(append(columns, column{title: w.Text("column.total"), right: true})...)
	b := &w.a.Budget
	for i := range b.Chapters {
		w.monthRow(t, b.Chapters[i].Chapter, &b.Chapters[i].Months, b.Chapters[i].Total)
	}
	w.monthRow(t, w.Text("word.total"), &b.Months, b.Cost)
	for i := range b.Chapters {
		w.text("  "+b.Chapters[i].Chapter+"  ", w.chapter(b.Chapters[i].Chapter))
	}
	w.b.WriteByte('\n')
	f := w.table(
		column{title: w.Text("column.fund")},
		column{title: w.Text("column.cost"), width: 14, right: true},
		column{title: w.Text("column.ceiling"), width: 14, right: true},
		column{title: w.Text("column.gap"), width: 22, right: true})
	for _, r := range b.Funds {
		f.row(phrase(r.Fund.Name, w.source(r.Fund.CFF)), w.Money(r.Cost), w.ceiling(r.Ceiling, r.HasCeiling), w.gap(r.Gap, r.HasCeiling))
	}
	f.row(w.Text("word.total"), w.Money(b.Cost), w.ceiling(b.Ceiling, b.HasCeiling), w.gap(b.Gap, b.HasCeiling))
}

func (w *writer) monthRow(t *table, title string, months *budget.Months, total budget.Money) {
	cells := []string{title}
	for _, m := range months {
		cells = append(cells, w.pesos(m))
	}
	t.row(append(cells, w.pesos(total))...)
}

func (w *writer) pesos(m budget.Money) string {
	if m.IsZero() {
		return "·"
	}
	return strings.Replace(w.MoneyWhole(m), "$", "", 1)
}

func (w *writer) chapter(code string) string {
	if name := w.a.Plan.Env().Chapter; name != nil {
		if l, ok := name(code); ok {
			return w.Name(l)
		}
	}
	return w.Text("word.no-chapter")
}

func (w *writer) source(code string) string {
	if name := w.a.Plan.Env().Source; name != nil {
		if l, ok := name(code); ok {
			return "CFF " + code + " " + w.Name(l)
		}
	}
	return ""
}

func (w *writer) ceiling(ceiling budget.Money, known bool) string {
	if !known {
		return w.Text("word.ceiling-unknown")
	}
	return w.Money(ceiling)
}

// gap returns what is left below a ceiling or lacking above it.
func (w *writer) gap(gap budget.Money, known bool) string {
	if !known {
		return "–"
	}
	amount := norm.Arg{Name: "amount", Value: gap.Abs()}
	switch gap.Sign() {
	case 0:
		return w.Text("word.balanced")
	case -1:
		return w.TextWith("word.left", amount)
	}
	return w.TextWith("word.short", amount)
}

var moments = [...]budget.Moment{
	budget.MomentApproved, budget.MomentModified, budget.MomentCommitted,
	budget.MomentAccrued, budget.MomentExercised, budget.MomentPaid,
}

// statement lists the six moments by chapter on the day of the analysis.
func (w *writer) statement() {
	w.section("statement")
	s := w.a.Budget.Statement
	if s == nil {
		w.text("  ", w.Text("word.nothing"))
		return
	}
	columns := []column{{width: 5}}
	for _, m := range moments {
		columns = append(columns, column{title: w.Enum(m), width: 12, right: true})
	}
	t := w.narrow(append(columns, column{title: w.Text("column.underspending"), right: true})...)
	row := func(title string, r *budget.StatementRow) {
		cells := []string{title}
		for _, m := range moments {
			cells = append(cells, w.pesos(r.At(m)))
		}
		t.row(append(cells, w.pesos(r.Underspending()))...)
	}
	for i := range s.Chapters {
		row(s.Chapters[i].Chapter, &s.Chapters[i].StatementRow)
	}
	row(w.Text("word.total"), &s.Total)
}

// resources lists the posts, the equipment and the channels.
func (w *writer) resources() {
	w.section("resources")
	t := w.table(
		column{title: w.Text("column.post")},
		column{title: w.Text("column.administration"), width: 36},
		column{title: w.Text("column.monthly"), width: 14, right: true})
	terms := map[string]string{"": w.Text("word.permanent")}
	for _, adm := range w.doc.Administrations {
		terms[adm.ID] = adm.Name
	}
	for _, p := range w.doc.Posts {
		t.row(p.Name, terms[p.Administration], w.Money(p.Monthly))
	}
	w.b.WriteByte('\n')
	t = w.table(
		column{title: w.Text("column.equipment")},
		column{title: w.Text("column.owned"), width: 36},
		column{title: w.Text("column.quantity"), width: 14, right: true})
	for _, e := range w.doc.Equipment {
		owned := "word.to-buy"
		if e.Owned {
			owned = "word.owned"
		}
		t.row(e.Name, w.Text(owned), strconv.Itoa(e.Quantity))
	}
	w.b.WriteByte('\n')
	t = w.table(
		column{title: w.Text("column.channel"), width: 34},
		column{title: w.Text("column.kind"), width: 18},
		column{title: w.Text("column.audience")})
	for _, c := range w.doc.Channels {
		t.row(c.Name, w.Enum(c.Kind), c.Audience)
	}
}
