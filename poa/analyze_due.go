package poa

import (
	"math"
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/kpi"
)

// Due returns what is to be done by the end of the day that lies days natural
// days after today, and what is overdue, by date. Legal deadlines that have
// passed are left out: nothing in a plan says whether they were met.
func (a *Analysis) Due(days int) []Due {
	all, _ := a.due(days, math.MaxInt/4)
	return all
}

// DueFirst returns the first most of Due, and how many Due has. On a large
// plan it costs much less.
func (a *Analysis) DueFirst(days, most int) (first []Due, total int) {
	return a.due(days, max(most, 0))
}

// agenda collects the items due up to a date, overdue ones first, and keeps the first
// of them by date. Items of one day stay in the order of the document.
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
	for _, d := range a.results[partDeadlines].value.([]Due) {
		g.add(d, false)
	}
	g.cut()
	first = make([]Due, len(g.list))
	for i, d := range g.list {
		first[i] = *d
		if !d.Late && g.Calendar != nil {
			first[i].BusinessDays = g.Calendar.CountBusinessDays(calendar.Span{Start: g.Today.AddDays(1), End: d.Date})
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

func (g *agenda) work() {
	path := func(act *Activity) norm.Path { return norm.Path("activities").Item(act.ID) }
	list := g.Activities
	if !g.last.After(g.Today.AddDays(nearDays)) {
		list, _ = g.results[partNear].value.([]*ActivityStatus)
	}
	for _, s := range list {
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

// analyzeDeadlines returns the deadlines of the law in the fiscal year and the one after
// it, in which the year's last reports fall due. The office's own days do not move
// them: a Saturday that is opened is no last business day of a month.
func analyzeDeadlines(in *reader) any {
	var list []Due
	general := in.calendars().general
	if general == nil {
		return list
	}
	for year := in.doc.FiscalYear; year <= in.doc.FiscalYear+1; year++ {
		for _, d := range term.Deadlines(in.env().Deadlines, year, general) {
			basis := d.Basis
			list = append(list, Due{Date: d.Date, Kind: DueDeadline, Label: d.Name, Period: d.Period, Basis: &basis})
		}
	}
	return list
}
