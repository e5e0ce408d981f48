package main

import (
	"io"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// horizon is how many days ahead "what comes next" looks.
const horizon = 30

// writer turns an analysis into text. Every figure it shows was computed by
// Analyze, and every word comes from the Printer.
type writer struct {
	page
	*lang.Printer
	a   *poa.Analysis
	doc *poa.Document
}

// write prints the plan as it stands on the day of the analysis.
func write(out io.Writer, a *poa.Analysis, p *lang.Printer) error {
	w := &writer{Printer: p, a: a, doc: a.Plan.View()}
	w.identity()
	w.summary()
	w.periods()
	w.activities()
	w.campaigns()
	w.money()
	w.statement()
	w.indicators()
	w.evaluations()
	w.findings()
	w.due()
	w.terms()
	_, err := io.WriteString(out, w.b.String())
	return err
}

func (w *writer) section(key string) { w.heading(w.Text("heading." + key)) }

// labelled joins a title and a value as "Título: valor".
func (w *writer) labelled(key, value string) string { return w.Text(key) + ": " + value }

// phrase joins the parts that are not empty.
func phrase(parts ...string) string {
	kept := parts[:0:0]
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, " · ")
}

func (w *writer) identity() {
	o := w.doc.Office
	w.text("", phrase(w.doc.Title, o.Name))
	w.text("", phrase(o.Municipality+", "+o.State, w.labelled("word.inegi", o.INEGI)))
	w.text("", phrase(
		w.TextWith("word.fiscal-year", norm.Arg{Name: "year", Value: norm.Text(strconv.Itoa(w.doc.FiscalYear))}),
		w.TextWith("word.as-of", norm.Arg{Name: "date", Value: w.a.Today})))
	if w.a.Calendar != nil {
		w.text("", w.labelled("word.calendar", w.Name(w.a.Calendar.Profile().Name)))
	}
	w.text("", w.TextWith("word.norm",
		norm.Arg{Name: "norm", Value: norm.Text(w.doc.Norm.ID)}, norm.Arg{Name: "date", Value: w.doc.Norm.Verified}))
	w.section("mission")
	w.text("", w.doc.Mission)
	w.section("vision")
	w.text("", w.doc.Vision)
}

// summary says in a few lines how the plan stands.
func (w *writer) summary() {
	w.section("summary")
	var states []string
	for s := poa.StateUndated; s <= poa.StateLate; s++ {
		if n := w.a.Count[s]; n > 0 {
			badge := w.State(s)
			states = append(states, badge.Shape+" "+badge.Label+" "+strconv.Itoa(n))
		}
	}
	w.text("", w.labelled("column.activities", phrase(states...)))
	var lights [kpi.LightNoData + 1]int
	for i := range w.a.Indicators {
		lights[w.a.Indicators[i].Result.Light]++
	}
	var shown []string
	for l := kpi.LightOnTarget; l <= kpi.LightNoData; l++ {
		if lights[l] > 0 {
			badge := w.Light(l)
			shown = append(shown, badge.Shape+" "+badge.Label+" "+strconv.Itoa(lights[l]))
		}
	}
	w.text("", w.labelled("column.indicators", phrase(shown...)))
	b := &w.a.Budget
	w.text("", w.labelled("heading.budget", phrase(w.Money(b.Cost), w.labelled("column.ceiling", w.Money(b.Ceiling)), w.gap(b.Gap))))
	var counts [norm.Suggestion + 1]int
	for _, f := range w.a.Findings {
		counts[f.Severity]++
	}
	w.text("", w.labelled("heading.findings", phrase(w.Count(counts[norm.Blocking], "blocking"),
		w.Count(counts[norm.Warning], "warning"), w.Count(counts[norm.Suggestion], "suggestion"))))
	if n := len(w.doc.Illustrative); n > 0 {
		w.text("", w.Count(n, "illustrative")+". "+w.Text("word.illustrative-note"))
	}
}

func (w *writer) periods() {
	w.section("periods")
	t := w.table(
		column{title: w.Text("column.period")},
		column{title: w.Text("column.start"), width: 11}, column{title: w.Text("column.end"), width: 11},
		column{title: w.Text("column.business-days"), width: 10, right: true},
		column{title: w.Text("column.activities"), width: 11, right: true},
		column{title: w.Text("column.state"), width: 13})
	for _, s := range w.a.Periods {
		days := strconv.Itoa(s.BusinessDays)
		if s.Elapsed > 0 && s.Elapsed < s.BusinessDays {
			days = strconv.Itoa(s.Elapsed) + " " + w.Text("word.of") + " " + days
		}
		state := w.Text("word.open")
		if s.Closed != nil {
			state = w.TextWith("word.closed", norm.Arg{Name: "date", Value: norm.Text(w.DateShort(s.Closed.Date))})
		}
		t.row(s.Period.Name, w.DateShort(s.Period.Span.Start), w.DateShort(s.Period.Span.End), days,
			strconv.Itoa(s.Activities), state)
	}
}

func (w *writer) activities() {
	w.section("activities")
	t := w.table(
		column{title: w.Text("column.key"), width: 5},
		column{title: w.Text("column.activity")},
		column{title: w.Text("column.start"), width: 7}, column{title: w.Text("column.end"), width: 7},
		column{title: w.Text("column.business-days"), width: 8, right: true},
		column{title: w.Text("column.done"), width: 9, right: true},
		column{title: w.Text("column.state"), width: 13})
	var period *poa.Period
	for _, s := range w.a.Activities {
		if s.Period != period {
			period = s.Period
			w.b.WriteByte('\n')
			w.text("  ", period.Name)
		}
		state := w.State(s.State)
		act := s.Activity
		t.row(act.Key, act.Name, w.dayMonth(act.Span.Start), w.dayMonth(act.Span.End), strconv.Itoa(s.BusinessDays),
			w.NumberExact(s.Done)+"/"+w.NumberExact(s.Planned), state.Shape+" "+state.Label)
		w.text("         ", phrase(w.post(s.Post), act.Unit+": "+w.targets(&act.Targets)))
	}
}

func (w *writer) post(p *poa.Post) string {
	if p == nil {
		return w.Text("word.no-post")
	}
	return p.Name
}

// targets lists the months that have a target: "ene 1, feb 5".
func (w *writer) targets(months *kpi.Months) string {
	var list []string
	for i, n := range months {
		if !n.IsZero() {
			list = append(list, w.MonthShort(i+1)+" "+w.NumberExact(n))
		}
	}
	return strings.Join(list, ", ")
}

func (w *writer) campaigns() {
	w.section("campaigns")
	for i := range w.a.Campaigns {
		s := &w.a.Campaigns[i]
		c := s.Campaign
		if i > 0 {
			w.b.WriteByte('\n')
		}
		w.text("  ", phrase(c.Key+" "+c.Name, w.Enum(c.Kind)))
		w.text("  ", phrase(w.Span(c.Span), w.Count(s.Days, "natural-day"),
			w.labelled("column.event", w.Date(c.Event)), w.labelled("column.cost-vat", w.Money(s.Cost))))
		w.text("  ", w.labelled("column.objective", c.Objective))
		w.text("  ", w.labelled("column.message", c.Message))
		for _, k := range s.Conflicts {
			w.text("  ◆ ", w.Conflict(k))
		}
		w.placements(c)
	}
}

func (w *writer) placements(c *poa.Campaign) {
	channels := map[string]string{}
	for _, ch := range w.doc.Channels {
		channels[ch.ID] = ch.Name
	}
	t := w.table(
		column{title: w.Text("column.placement")},
		column{title: w.Text("column.channel"), width: 24},
		column{title: w.Text("column.start"), width: 7}, column{title: w.Text("column.end"), width: 7},
		column{title: w.Text("column.quantity"), width: 8, right: true},
		column{title: w.Text("column.unit"), width: 11},
		column{title: w.Text("column.cost"), width: 10, right: true})
	for _, m := range c.Media {
		t.row(m.Name, channels[m.Channel], w.dayMonth(m.Span.Start), w.dayMonth(m.Span.End),
			w.NumberExact(kpi.Int(int64(m.Quantity))), m.Unit, w.Money(m.Cost))
	}
}

// dayMonth leaves the year out where it is the plan's.
func (w *writer) dayMonth(d calendar.Date) string {
	if d.Year() != w.doc.FiscalYear {
		return w.DateShort(d)
	}
	return strconv.Itoa(d.Day()) + " " + w.MonthShort(d.Month())
}

// money shows the chapters over twelve months, in whole pesos so that the year
// fits on a line, and the funds to the centavo.
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
		f.row(phrase(r.Fund.Name, w.source(r.Fund.CFF)), w.Money(r.Cost), w.Money(r.Ceiling), w.gap(r.Gap))
	}
	f.row(w.Text("word.total"), w.Money(b.Cost), w.Money(b.Ceiling), w.gap(b.Gap))
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

// gap says what is left under a ceiling, or short of it.
func (w *writer) gap(gap budget.Money) string {
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

// statement shows the six moments by chapter on the day.
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
	row := func(title string, r *budget.Row) {
		cells := []string{title}
		for _, m := range moments {
			cells = append(cells, w.pesos(r.At(m)))
		}
		t.row(append(cells, w.pesos(r.Underspending()))...)
	}
	for i := range s.Chapters {
		row(s.Chapters[i].Chapter, &s.Chapters[i].Row)
	}
	row(w.Text("word.total"), &s.Total)
}

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
		if r.Light == kpi.LightNoData && r.Reason != kpi.ReasonNotDue && r.Reason != 0 {
			w.text("          ", w.Reason(*r))
		}
	}
}

// evaluations lists the evaluations and reports of the year; what an
// evaluation found is known from its day on.
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
			if w.Tag() == lang.Spanish { // the norm's own language
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
		name := phrase(d.Name, w.Name(d.Label))
		if d.Basis != nil {
			name = phrase(name, w.Cite(*d.Basis))
		}
		t.row(w.DateShort(d.Date), w.Enum(d.Kind), name, when)
	}
}

// terms says what of the plan falls to each administration.
func (w *writer) terms() {
	w.section("terms")
	for i, s := range w.a.Terms {
		if i > 0 {
			w.b.WriteByte('\n')
		}
		adm := s.Administration
		w.text("  ", phrase(adm.Name, w.Span(adm.Term), w.Enum(adm.Status)))
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
