package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Analyze computes all there is to know of the plan on a day. It is a pure
// function of the plan and the day; it takes time in proportion to the plan,
// and much less where the plan came by Apply from one that was analyzed for the
// same day, because an element that did not change is not computed again.
func (p *Plan) Analyze(today calendar.Date) *Analysis {
	last := p.last.Load()
	if last != nil && last.Plan == p && last.Today == today {
		return last
	}
	a := &Analysis{Plan: p, Today: today, Year: p.Year()}
	w := analyzer{Analysis: a, doc: p.doc, env: p.env, was: &Document{}, last: &Analysis{}}
	if last != nil && last.Today == today && last.Year == a.Year && sameDays(p.doc, last.Plan.doc) {
		w.last, w.was = last, last.Plan.doc
	}
	w.run()
	p.last.Store(a)
	return a
}

// part is a stretch of the findings that is computed, and reused, as one.
type part uint8

const (
	partRoot part = iota
	partPeriods
	partActivities
	partCampaigns
	partBudget
	partIndicators
	partFollowUp
	partRecords
	partNotes
	partNorm
	partCount
)

// analyzer makes one Analysis. was and last are the document and the analysis
// to take unchanged parts from; they are empty, never nil, when there are none.
type analyzer struct {
	*Analysis
	doc, was *Document
	env      *Env
	last     *Analysis
}

func (w *analyzer) run() {
	w.calendar()
	w.names = w.lookup()
	w.activities()
	w.periods()
	w.campaigns()
	w.budget()
	w.indicators()
	w.followUp()
	w.records()
	w.notes()
	w.collect()
	for _, check := range w.env.Checks {
		w.parts[partNorm] = append(w.parts[partNorm], check(w.Plan, w.Analysis)...)
	}
	w.Findings = append(w.Findings, w.parts[partNorm]...)
}

// collect puts the parts in a row.
func (w *analyzer) collect() {
	n := 0
	for _, p := range w.parts {
		n += len(p)
	}
	w.Findings = make([]norm.Finding, 0, n)
	for _, p := range w.parts {
		w.Findings = append(w.Findings, p...)
	}
}

func (w *analyzer) find(p part, f norm.Finding) { w.parts[p] = append(w.parts[p], f) }

// calendar compiles the profile, and with it what is right of the office's own days,
// for a window that holds the year, the years a deadline or a campaign may reach into,
// and today.
func (w *analyzer) calendar() {
	if !w.Year.Valid() {
		w.find(partRoot, norm.Finding{Severity: norm.Blocking, Code: "plan.fiscal-year-missing", Path: "fiscalYear"})
		return
	}
	if w.last.Calendar != nil {
		w.Calendar, w.General, w.parts[partRoot] = w.last.Calendar, w.last.General, w.last.parts[partRoot]
		return
	}
	first, last := w.doc.FiscalYear-2, w.doc.FiscalYear+12
	window := calendar.Span{
		Start: calendar.YearSpan(max(first, calendar.MinYear)).Start,
		End:   calendar.YearSpan(min(last, calendar.MaxYear)).End,
	}
	profile, err := calendar.Compose(w.doc.Calendar, w.env.Profiles)
	if err == nil {
		w.General, err = calendar.Compile(profile, window)
	}
	if err == nil {
		w.Calendar, err = w.ownDays(profile, window)
	}
	if err != nil {
		w.find(partRoot, norm.Finding{
			Severity: norm.Blocking, Code: "plan.calendar-unknown", Path: "calendar",
			Args: []norm.Arg{textArg("calendar", w.doc.Calendar)},
		})
	}
}

// ownDays puts what the office decides itself on top of a profile that compiles.
func (w *analyzer) ownDays(p calendar.Profile, window calendar.Span) (*calendar.Calendar, error) {
	own := office.Adjustments{Year: w.doc.FiscalYear, WorkWeek: w.doc.WorkWeek, OwnDays: w.doc.OwnDays}
	if own.IsZero() {
		return w.General, nil
	}
	p, problems := own.ApplyValid(p)
	for _, e := range problems {
		w.find(partRoot, e.Finding)
	}
	return calendar.Compile(p, window)
}

// sameDays reports whether two documents of one year have the same calendar.
func sameDays(a, b *Document) bool {
	return a.Calendar == b.Calendar && slices.Equal(a.WorkWeek, b.WorkWeek) && same(a.OwnDays, b.OwnDays)
}

// businessDays counts the business days of a span, both ends in; without a
// calendar it counts none.
func (a *Analysis) businessDays(s calendar.Span) int {
	if a.Calendar == nil || !s.Valid() {
		return 0
	}
	return a.Calendar.CountBusinessDays(s)
}

// lookup finds elements by id. Lists that did not change keep their maps.
type lookup struct {
	posts           map[string]*Post
	administrations map[string]*Administration
	periods         map[string]int
	done            map[string]exact.Number // by activity, reported by today
	overflow        []norm.Path             // of the records that could not be added
}

func (w *analyzer) lookup() lookup {
	l := w.last.names
	if l.posts == nil || !same(w.doc.Posts, w.was.Posts) {
		l.posts = byID(w.doc.Posts, func(p *Post) string { return p.ID })
	}
	if l.administrations == nil || !same(w.doc.Administrations, w.was.Administrations) {
		l.administrations = byID(w.doc.Administrations, func(a *Administration) string { return a.ID })
	}
	if l.periods == nil || !same(w.doc.Periods, w.was.Periods) {
		l.periods = make(map[string]int, len(w.doc.Periods))
		for i, p := range w.doc.Periods {
			l.periods[p.ID] = i
		}
	}
	if l.done == nil || !same(w.doc.Progress, w.was.Progress) {
		l.done, l.overflow = make(map[string]exact.Number), nil
		for _, r := range w.doc.Progress {
			if r.Date.After(w.Today) {
				continue
			}
			sum, err := l.done[r.Activity].Add(r.Quantity)
			if err != nil {
				l.overflow = append(l.overflow, norm.Path("progress").Item(r.ID).Field("quantity"))
				continue
			}
			l.done[r.Activity] = sum
		}
	}
	return l
}

func byID[T any](list []*T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(list))
	for _, e := range list {
		m[id(e)] = e
	}
	return m
}

// same reports whether two lists are one: plans never modify a list they share.
func same[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// budget computes the money. A sum beyond the bounds of Money is a finding,
// and leaves the part it belongs to empty.
func (w *analyzer) budget() {
	if w.last.Plan != nil && same(w.doc.Lines, w.was.Lines) && same(w.doc.Funds, w.was.Funds) && same(w.doc.Ledger, w.was.Ledger) {
		w.Budget, w.parts[partBudget] = w.last.Budget, w.last.parts[partBudget]
		return
	}
	if err := w.money(); err != nil {
		w.find(partBudget, overflow("lines"))
	}
}

func (w *analyzer) money() (err error) {
	b := &w.Budget
	if b.Chapters, err = budget.ByChapter(w.doc.Lines); err != nil {
		return err
	}
	if b.Months, err = budget.Schedule(w.doc.Lines); err != nil {
		return err
	}
	if b.Cost, err = b.Months.Total(); err != nil {
		return err
	}
	if b.Funds, err = budget.ByFund(w.doc.Funds, w.doc.Lines); err != nil {
		return err
	}
	for _, f := range w.doc.Funds {
		if b.Ceiling, err = b.Ceiling.Add(f.Ceiling); err != nil {
			return err
		}
	}
	if b.Gap, err = b.Cost.Sub(b.Ceiling); err != nil {
		return err
	}
	if b.Statement, err = budget.Fold(w.doc.Lines, w.doc.Ledger, w.Today); err != nil {
		return err
	}
	w.parts[partBudget] = w.env.Budget.Findings(b.Funds, b.Statement, w.doc.Ledger)
	return nil
}

func overflow(path norm.Path) norm.Finding {
	return norm.Finding{Severity: norm.Blocking, Code: "value.overflow", Path: path}
}

// indicators evaluates every indicator over the fiscal year.
func (w *analyzer) indicators() {
	if w.last.Plan != nil && same(w.doc.Indicators, w.was.Indicators) && same(w.doc.Measurements, w.was.Measurements) {
		w.Indicators, w.parts[partIndicators] = w.last.Indicators, w.last.parts[partIndicators]
		return
	}
	taken := make(map[string][]*kpi.Measurement, len(w.doc.Indicators))
	for _, m := range w.doc.Measurements {
		taken[m.Indicator] = append(taken[m.Indicator], m)
	}
	w.Indicators = make([]IndicatorStatus, len(w.doc.Indicators))
	for i, ind := range w.doc.Indicators {
		w.Indicators[i] = IndicatorStatus{Indicator: ind, Result: w.evaluate(ind, taken[ind.ID])}
		at := norm.Path("indicators").Item(ind.ID)
		for _, f := range kpi.Check(ind, taken[ind.ID], w.Today) {
			w.find(partIndicators, f.Under(at))
		}
	}
}

// evaluate computes an indicator over the fiscal year, and its light by the
// preset it names, or by the first of the Env.
func (w *analyzer) evaluate(ind *kpi.Indicator, taken []*kpi.Measurement) kpi.Result {
	for i := range w.env.Lights {
		if l := &w.env.Lights[i]; l.Key == ind.Light || ind.Light == "" {
			return l.Evaluate(ind, taken, w.Year, w.Today)
		}
	}
	return kpi.Evaluate(ind, taken, w.Year, w.Today)
}
