package main

import (
	"io"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/examples/internal/terminal"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// horizon is the number of days covered by the list of upcoming due dates.
const horizon = 30

// writer formats an analysis as text. Figures come from Analyze, words from the Printer.
type writer struct {
	page
	*lang.Printer
	a   *poa.Analysis
	doc *poa.Document
}

// write prints the plan with its state on the day of the analysis.
func write(out io.Writer, a *poa.Analysis, p *lang.Printer) error {
	w := &writer{Printer: p, a: a, doc: a.Plan.View()}
	w.identity()
	w.summary()
	w.periods()
	w.activities()
	w.campaigns()
	w.money()
	w.statement()
	w.resources()
	w.indicators()
	w.evaluations()
	w.commitments()
	w.findings()
	w.due()
	w.terms()
	safe := terminal.NewWriter(out)
	if _, err := io.WriteString(safe, w.b.String()); err != nil {
		return err
	}
	return safe.Close()
}

func (w *writer) section(key string) { w.heading(w.Text("heading." + key)) }

// labelled returns a label and a value as "Título: valor".
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

// summary writes an overview of the state of the plan.
func (w *writer) summary() {
	w.section("summary")
	var states []string
	for s := poa.StateUndated; int(s) < len(w.a.Count); s++ {
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
	var lightCounts []string
	for l := kpi.LightOnTarget; l <= kpi.LightNoData; l++ {
		if lights[l] > 0 {
			badge := w.Light(l)
			lightCounts = append(lightCounts, badge.Shape+" "+badge.Label+" "+strconv.Itoa(lights[l]))
		}
	}
	w.text("", w.labelled("column.indicators", phrase(lightCounts...)))
	b := &w.a.Budget
	w.text("", w.labelled("heading.budget", phrase(w.Money(b.Cost), w.labelled("column.ceiling", w.Money(b.Ceiling)), w.gap(b.Gap))))
	var counts [norm.Suggestion + 1]int
	for _, f := range w.a.Findings {
		counts[f.Severity]++
	}
	w.text("", w.labelled("heading.findings", phrase(w.Count(counts[norm.Blocking], "blocking"),
		w.Count(counts[norm.Warning], "warning"), w.Count(counts[norm.Suggestion], "suggestion"))))
	if n := len(w.doc.Illustrative); n > 0 {
		w.text("", w.TextWith("word.illustrative-note", norm.Arg{Name: "count", Value: norm.Count(n)}))
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
			name := w.Text("word.no-period")
			if period != nil {
				name = period.Name
			}
			w.b.WriteByte('\n')
			w.text("  ", name)
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

// targets returns the months with a target: "ene 1, feb 5".
func (w *writer) targets(months *kpi.MonthlyTargets) string {
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
			w.NumberExact(exact.Int(int64(m.Quantity))), m.Unit, w.Money(m.Cost))
	}
}

// dayMonth returns a date without its year if that is the plan's.
func (w *writer) dayMonth(d calendar.Date) string {
	if d.Year() != w.doc.FiscalYear {
		return w.DateShort(d)
	}
	return strconv.Itoa(d.Day()) + " " + w.MonthShort(d.Month())
}
