package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

func (w *writer) indicators() {
	w.section("indicators")
	t := w.table(
		column{title: w.Text("column.key"), width: 6},
		column{title: w.Text("column.indicator")},
		column{title: w.Text("column.stage"), width: 10},
		column{title: w.Text("column.result"), width: 10, right: true},
		column{title: w.Text("column.target"), width: 8, right: true},
		column{title: w.Text("column.unit"), width: 16},
		column{title: w.Text("column.light"), width: 15})
	for i := range w.a.Indicators {
		s := &w.a.Indicators[i]
		ind, r := s.Indicator, &s.Result
		value, target := "—", "—"
		if r.HasValue {
			value = w.Number(r.Value, ind.Decimals)
		}
		if r.HasTarget {
			target = w.Number(r.Target, ind.Decimals)
		}
		light := w.Light(r.Light)
		t.row(ind.Key, ind.Name, w.Enum(ind.Stage), value, target, ind.Unit, light.Shape+" "+light.Label)
		if why := w.Reason(*r); why != "" && r.Reason != kpi.ReasonNotDue {
			w.text("          ", why)
		}
	}
}

// evaluations lists the evaluations and reports of the year. Findings of an evaluation
// are listed from its date on.
func (w *writer) evaluations() {
	w.section("evaluation")
	t := w.table(
		column{title: w.Text("column.date"), width: 11},
		column{title: w.Text("column.evaluation")},
		column{title: w.Text("column.evaluated"), width: 40})
	for _, e := range w.doc.Evaluations {
		t.row(w.DateShort(e.Date), e.Name, w.Span(e.Span))
		if e.Date.After(w.a.Today) {
			continue
		}
		for _, l := range e.Findings {
			w.text("               – ", l.Text)
			w.text("                 → ", phrase(l.Adjustment, w.DateShort(l.Due)))
		}
	}
	w.b.WriteByte('\n')
	t = w.table(
		column{title: w.Text("column.date"), width: 11},
		column{title: w.Text("column.report")},
		column{title: w.Text("column.to"), width: 40})
	for _, r := range w.doc.Reports {
		t.row(w.DateShort(r.Date), r.Name, r.To)
	}
}

// commitments lists the commitments outside any period, with the number of elements in
// each list that fulfil them.
func (w *writer) commitments() {
	w.section("commitments")
	var section poa.CommitmentSection
	for _, c := range w.doc.Commitments {
		if c.Section != section {
			section = c.Section
			w.text("  ", w.Enum(section))
		}
		w.text("  – ", c.Text)
		w.text("    ", w.labelled("column.by", w.lists(c.FulfilledBy)))
	}
}

// lists counts elements by their list: "los puestos (4), …".
func (w *writer) lists(ids []string) string {
	d := w.doc
	var names []string
	count := func(list norm.Path, has func(id string) bool) {
		n := 0
		for _, id := range ids {
			if has(id) {
				n++
			}
		}
		if n > 0 {
			names = append(names, w.Place(list)+" ("+strconv.Itoa(n)+")")
		}
	}
	count("posts", among(d.Posts, func(p *poa.Post) string { return p.ID }))
	count("equipment", among(d.Equipment, func(e *poa.Equipment) string { return e.ID }))
	count("lines", among(d.Lines, func(l *budget.Line) string { return l.ID }))
	count("funds", among(d.Funds, func(f *budget.Fund) string { return f.ID }))
	count("indicators", among(d.Indicators, func(i *kpi.Indicator) string { return i.ID }))
	count("evaluations", among(d.Evaluations, func(e *poa.Evaluation) string { return e.ID }))
	count("reports", among(d.Reports, func(r *poa.FollowUp) string { return r.ID }))
	return strings.Join(names, ", ")
}

func among[T any](list []*T, id func(*T) string) func(string) bool {
	return func(wanted string) bool {
		return slices.ContainsFunc(list, func(e *T) bool { return id(e) == wanted })
	}
}

func (w *writer) findings() {
	w.section("findings")
	if len(w.a.Findings) == 0 {
		w.text("  ", w.Text("word.no-findings"))
	}
	for _, f := range w.a.Findings {
		badge := w.Severity(f.Severity)
		text := w.Finding(f)
		w.text("  "+badge.Shape+" "+badge.Label+". ", text)
		if name := w.nameAt(f.Path); !strings.Contains(text, name) {
			w.text("      ", phrase(w.Place(f.Path), name))
		}
		if f.Basis != nil {
			w.text("      ", w.labelled("column.basis", w.Cite(*f.Basis)))
			if w.Tag() == lang.Spanish { // notes of a basis are in Spanish
				w.text("      ", f.Basis.Note)
			}
		}
		for _, fix := range f.Fixes {
			w.text("      → ", w.Fix(fix))
		}
	}
}

// nameAt returns the name of the innermost element on a path, or "".
func (w *writer) nameAt(path norm.Path) string {
	end := strings.LastIndexByte(string(path), ']')
	if end < 0 {
		return ""
	}
	value, ok := w.a.Plan.ValueAt((path[:end+1]).Field("name"))
	if !ok || len(value) < 2 || value[0] != '"' {
		return ""
	}
	name, _ := strconv.Unquote(value)
	return name
}

func (w *writer) due() {
	w.section("due")
	list := w.a.Due(horizon)
	if len(list) == 0 {
		w.text("  ", w.Text("word.no-due"))
		return
	}
	t := w.table(
		column{title: w.Text("column.date"), width: 11},
		column{title: w.Text("column.kind"), width: 20},
		column{title: w.Text("column.name")},
		column{title: w.Text("column.days"), width: 20})
	for _, d := range list {
		when := w.TextWith("word.days-left", norm.Arg{Name: "count", Value: norm.Count(d.BusinessDays)})
		switch {
		case d.Late:
			when = w.Text("word.late")
		case d.Date == w.a.Today:
			when = w.Text("word.today")
		}
		name := w.DueName(d)
		if d.Basis != nil {
			name = phrase(name, w.Cite(*d.Basis))
		}
		t.row(w.DateShort(d.Date), w.Enum(d.Kind), name, when)
	}
}

// terms lists what part of the plan falls to each administration.
func (w *writer) terms() {
	w.section("terms")
	for i, s := range w.a.Administrations() {
		if i > 0 {
			w.b.WriteByte('\n')
		}
		adm := s.Administration
		w.text("  ", phrase(adm.Name, w.Span(adm.Span), w.Enum(adm.Status)))
		var posts, activities, closes []string
		for _, p := range s.Posts {
			posts = append(posts, p.Name)
		}
		for _, a := range s.Activities {
			activities = append(activities, strings.TrimSpace(a.Key+" "+a.Name))
		}
		for _, p := range s.Closes {
			closes = append(closes, p.Name)
		}
		w.list("column.posts", posts)
		w.list("column.activities", activities)
		w.list("column.closes", closes)
	}
}

func (w *writer) list(key string, items []string) {
	if len(items) == 0 {
		return
	}
	w.text("    ", w.Text(key)+":")
	for _, item := range items {
		w.text("      – ", item)
	}
}
