package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/kpi"
)

// agenda collects what is due from what is late to its last day, and keeps the
// first of it by date. Things of one day stay in the order of the document.
type agenda struct {
	*Analysis
	last  calendar.Date
	most  int
	total int
	// list is cut from time to time; once it is full, what is not earlier than
	// the last of its first most no longer counts.
	list []*Due
	full bool
}

func (a *Analysis) due(days, most int) (first []Due, total int) {
	g := &agenda{Analysis: a, last: a.Today.AddDays(max(days, 0)), most: most}
	g.work()
	g.measurements()
	g.followUp()
	g.requests()
	g.deadlines()
	g.cut()
	first = make([]Due, len(g.list))
	for i, d := range g.list {
		first[i] = *d
		if !d.Late {
			first[i].BusinessDays = g.businessDays(calendar.Span{Start: g.Today.AddDays(1), End: d.Date})
		}
	}
	return first, g.total
}

// cut sorts the list and drops what lies beyond most.
func (g *agenda) cut() {
	slices.SortStableFunc(g.list, func(x, y *Due) int { return x.Date.Compare(y.Date) })
	if g.full = len(g.list) >= g.most; g.full {
		g.list = g.list[:g.most]
	}
}

// add puts d on the agenda when it falls in its time. late says whether a day
// that has passed is still owed.
func (g *agenda) add(d Due, late bool) {
	if g.takes(d.Date, late) {
		g.keep(d)
	}
}

// takes counts what is due on a day when it falls in the agenda's time, and
// reports whether there is room for it.
func (g *agenda) takes(day calendar.Date, late bool) bool {
	if day.IsZero() || day.After(g.last) || day.Before(g.Today) && !late {
		return false
	}
	g.total++
	return g.most > 0 && (!g.full || day.Before(g.list[g.most-1].Date))
}

func (g *agenda) keep(d Due) {
	d.Late = d.Date.Before(g.Today)
	if g.list = append(g.list, &d); len(g.list) >= 4*g.most {
		g.cut()
	}
}

func (a *Analysis) sameDue(b *Analysis, days int) bool {
	x, y := a.Plan.doc, b.Plan.doc
	if a.Today != b.Today || a.Calendar != b.Calendar || len(a.Activities) != len(b.Activities) ||
		!same(x.Campaigns, y.Campaigns) || !same(x.Indicators, y.Indicators) || !same(x.Measurements, y.Measurements) ||
		!same(x.Evaluations, y.Evaluations) || !same(x.Reports, y.Reports) || !same(x.Periods, y.Periods) || !same(x.Closes, y.Closes) {
		return false
	}
	last := a.Today.AddDays(max(days, 0))
	for i, s := range a.Activities {
		if t := b.Activities[i]; s != t && (s.isDue(a.Today, last) || t.isDue(a.Today, last)) {
			return false
		}
	}
	return true
}

// isDue reports whether the activity is on an agenda from today to last.
func (s *ActivityStatus) isDue(today, last calendar.Date) bool {
	span := s.Activity.Span
	return span.Valid() && s.State != StateDone &&
		(!span.End.After(last) || !span.Start.Before(today) && !span.Start.After(last))
}

func (g *agenda) work() {
	path := func(act *Activity) norm.Path { return norm.Path("activities").Item(act.ID) }
	for _, s := range g.Activities {
		act := s.Activity
		if !act.Span.Valid() || s.State == StateDone {
			continue
		}
		if g.takes(act.Span.Start, false) {
			g.keep(Due{Date: act.Span.Start, Kind: DueActivityStart, Path: path(act), Name: act.Name})
		}
		if g.takes(act.Span.End, true) {
			g.keep(Due{Date: act.Span.End, Kind: DueActivityEnd, Path: path(act), Name: act.Name})
		}
	}
	for _, s := range g.Campaigns {
		c := s.Campaign
		if c.Span.Valid() {
			g.add(Due{Date: c.Span.Start, Kind: DueCampaignStart, Path: norm.Path("campaigns").Item(c.ID), Name: c.Name}, false)
		}
	}
}

// measurements are due on the first business day after each stretch of an
// indicator's frequency that has a target, until one was captured for it.
func (g *agenda) measurements() {
	for _, s := range g.Indicators {
		ind := s.Indicator
		months := ind.Frequency.Months()
		if months < 1 || months > 12 || !g.Year.Valid() {
			continue
		}
		for first := g.Year.Start.YearMonth(); !first.First().After(g.Year.End); first = first.Add(months) {
			span := calendar.Span{Start: first.First(), End: first.Add(months - 1).Last()}
			if span.End.After(g.last) {
				break
			}
			if programmed(ind, span) && !g.measured(ind, span) {
				g.add(Due{Date: g.nextBusinessDay(span.End), Kind: DueMeasurement, Path: norm.Path("indicators").Item(ind.ID), Name: ind.Name}, true)
			}
		}
	}
}

func programmed(ind *kpi.Indicator, span calendar.Span) bool {
	return slices.ContainsFunc(ind.Targets, func(t *kpi.Target) bool { return t.Span.Overlaps(span) })
}

func (g *agenda) measured(ind *kpi.Indicator, span calendar.Span) bool {
	return slices.ContainsFunc(g.Plan.doc.Measurements, func(m *kpi.Measurement) bool {
		return m.Indicator == ind.ID && !m.Date.After(g.Today) && span.Contains(m.Span.End)
	})
}

// nextBusinessDay returns the first business day after d, or the day after d
// where no calendar can tell.
func (g *agenda) nextBusinessDay(d calendar.Date) calendar.Date {
	d = d.AddDays(1)
	if g.Calendar != nil {
		return g.Calendar.NextBusinessDay(d)
	}
	return d
}

func (g *agenda) followUp() {
	doc := g.Plan.doc
	for _, e := range doc.Evaluations {
		path := norm.Path("evaluations").Item(e.ID)
		g.add(Due{Date: e.Date, Kind: DueEvaluation, Path: path, Name: e.Name}, len(e.Findings) == 0)
		for _, l := range e.Findings {
			g.add(Due{Date: l.Due, Kind: DueAdjustment, Path: path.Field("findings").Item(l.ID), Name: l.Adjustment}, false)
		}
	}
	for _, r := range doc.Reports {
		g.add(Due{Date: r.Date, Kind: DueReport, Path: norm.Path("reports").Item(r.ID), Name: r.Name}, false)
	}
	for _, s := range g.Periods {
		if s.Closed == nil && s.Period.Span.Valid() {
			g.add(Due{Date: g.nextBusinessDay(s.Period.Span.End), Kind: DuePeriodClose, Path: norm.Path("periods").Item(s.Period.ID), Name: s.Period.Name}, true)
		}
	}
}

// requests are the last days to ask for leave to run a campaign in a blackout.
func (g *agenda) requests() {
	for _, s := range g.Campaigns {
		for _, c := range s.Conflicts {
			if !c.Excepted {
				g.add(Due{
					Date: c.Blackout.RequestBy, Kind: DueRequest, Path: norm.Path("campaigns").Item(s.Campaign.ID),
					Name: s.Campaign.Name, Label: c.Blackout.Name, Basis: &c.Blackout.Basis,
				}, false)
			}
		}
	}
}

// deadlines are the dates of the law in the fiscal year and the one after it,
// in which the year's last reports fall due. The law does not know the office's
// own days: a Saturday that is opened makes no last business day of a month later.
func (g *agenda) deadlines() {
	env := g.Plan.env
	if g.General == nil {
		return
	}
	for year := g.Plan.doc.FiscalYear; year <= g.Plan.doc.FiscalYear+1; year++ {
		for _, d := range term.Deadlines(env.Deadlines, year, g.General) {
			basis := d.Basis
			g.add(Due{Date: d.Date, Kind: DueDeadline, Label: d.Name, Period: d.Period, Basis: &basis}, false)
		}
	}
}
