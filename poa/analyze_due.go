package poa

import (
	"math"
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/kpi"
)

// Due returns the items due up to and including the day that is days calendar days after
// today, with the overdue ones, ordered by date. It omits legal deadlines before today: a
// plan does not record whether they were met.
func (a *Analysis) Due(days int) []Due {
	all, _ := a.due(days, math.MaxInt/4)
	return all
}

// DueFirst returns the first limit items of Due, and the number of items of Due. On a
// large plan it is much faster than Due.
func (a *Analysis) DueFirst(days, limit int) (first []Due, total int) {
	return a.due(days, max(limit, 0))
}

// agenda counts the items due up to last, and collects the first limit of them by date.
// Items of one day stay in the order in which they are added.
type agenda struct {
	*Analysis
	last  calendar.Date
	limit int
	total int
	// list is trimmed from time to time. Once it is full, an item that is not before
	// list[limit-1] is only counted.
	list []*Due
	full bool
}

func (a *Analysis) due(days, limit int) (first []Due, total int) {
	g := &agenda{Analysis: a, last: daysAfter(a.Today, max(days, 0)), limit: limit}
	g.addWork()
	g.addMeasurements()
	g.addFollowUp()
	g.addRequests()
	for _, d := range a.results[partDeadlines].value.([]Due) {
		g.add(d, false)
	}
	g.trim()
	first = make([]Due, len(g.list))
	for i, d := range g.list {
		first[i] = *d
		if !d.Late && g.Calendar != nil {
			first[i].BusinessDays = g.Calendar.CountBusinessDays(calendar.Span{Start: g.Today.AddDays(1), End: d.Date})
		}
	}
	return first, g.total
}

// daysAfter returns the date n days after d, or the last date of the calendar if that is
// later.
func daysAfter(d calendar.Date, n int) calendar.Date {
	if last := calendar.YearSpan(calendar.MaxYear).End; !d.IsZero() && n > last.Sub(d) {
		return last
	}
	return d.AddDays(n)
}

// trim sorts the list and drops the items after the first limit.
func (g *agenda) trim() {
	slices.SortStableFunc(g.list, func(x, y *Due) int { return x.Date.Compare(y.Date) })
	if g.full = len(g.list) >= g.limit; g.full {
		g.list = g.list[:g.limit]
	}
}

// add adds d if it is due up to last. overdue is set if d is still due after its date.
func (g *agenda) add(d Due, overdue bool) {
	if g.count(d.Date, overdue) {
		g.push(d)
	}
}

// count counts an item that is due on a day, if it is to be added, and reports whether it
// may be one of the first limit.
func (g *agenda) count(day calendar.Date, overdue bool) bool {
	if day.IsZero() || day.After(g.last) || day.Before(g.Today) && !overdue {
		return false
	}
	g.total++
	return g.limit > 0 && (!g.full || day.Before(g.list[g.limit-1].Date))
}

// push adds a counted item to the list.
func (g *agenda) push(d Due) {
	d.Late = d.Date.Before(g.Today)
	if g.list = append(g.list, &d); len(g.list) >= 4*g.limit {
		g.trim()
	}
}

// addWork adds the starts and ends of activities and the starts of campaigns.
func (g *agenda) addWork() {
	path := func(act *Activity) norm.Path { return norm.Path("activities").Item(act.ID) }
	list := g.Activities
	if !g.last.After(daysAfter(g.Today, nearDays)) {
		list, _ = g.results[partNear].value.([]*ActivityStatus)
	}
	for _, s := range list {
		act := s.Activity
		if !act.Span.Valid() || s.State == StateDone {
			continue
		}
		if g.count(act.Span.Start, false) {
			g.push(Due{Date: act.Span.Start, Kind: DueActivityStart, Path: path(act), Name: act.Name})
		}
		if g.count(act.Span.End, true) {
			g.push(Due{Date: act.Span.End, Kind: DueActivityEnd, Path: path(act), Name: act.Name})
		}
	}
	for _, s := range g.Campaigns {
		c := s.Campaign
		if c.Span.Valid() && g.count(c.Span.Start, false) {
			g.push(Due{Date: c.Span.Start, Kind: DueCampaignStart, Path: norm.Path("campaigns").Item(c.ID), Name: c.Name})
		}
	}
}

// addMeasurements adds the measurements that are missing. One is due on the last day to
// capture each period of the fiscal year that is to be measured; see kpi.Unmeasured.
func (g *agenda) addMeasurements() {
	days := captureDays(g.Plan.doc, g.Plan.env)
	taken := g.results[partIndicators].value.(*indicators).measurements
	for _, s := range g.Indicators {
		ind := s.Indicator
		for period := range kpi.Unmeasured(ind, taken[ind.ID], g.Year, g.Today) {
			if period.End.After(g.last) {
				break
			}
			if day := captureEnd(g.Calendar, period.End, days); g.count(day, true) {
				g.push(Due{Date: day, Kind: DueMeasurement, Path: norm.Path("indicators").Item(ind.ID), Name: ind.Name})
			}
		}
	}
}

// nextBusinessDay returns the first business day after d, or the day after d without a
// calendar.
func (g *agenda) nextBusinessDay(d calendar.Date) calendar.Date {
	d = d.AddDays(1)
	if g.Calendar != nil {
		return g.Calendar.NextBusinessDay(d)
	}
	return d
}

func (g *agenda) addFollowUp() {
	doc := g.Plan.doc
	for _, e := range doc.Evaluations {
		path := func() norm.Path { return norm.Path("evaluations").Item(e.ID) }
		if g.count(e.Date, len(e.Findings) == 0) {
			g.push(Due{Date: e.Date, Kind: DueEvaluation, Path: path(), Name: e.Name})
		}
		for _, l := range e.Findings {
			if g.count(l.Due, false) {
				g.push(Due{Date: l.Due, Kind: DueAdjustment, Path: path().Field("findings").Item(l.ID), Name: l.Adjustment})
			}
		}
	}
	for _, r := range doc.Reports {
		if g.count(r.Date, false) {
			g.push(Due{Date: r.Date, Kind: DueReport, Path: norm.Path("reports").Item(r.ID), Name: r.Name})
		}
	}
	for _, s := range g.Periods {
		if s.Closed == nil && s.Period.Span.Valid() {
			if day := g.nextBusinessDay(s.Period.Span.End); g.count(day, true) {
				g.push(Due{Date: day, Kind: DuePeriodClose, Path: norm.Path("periods").Item(s.Period.ID), Name: s.Period.Name})
			}
		}
	}
}

// addRequests adds the last days to request an exception for campaigns in a blackout.
func (g *agenda) addRequests() {
	for _, s := range g.Campaigns {
		for _, c := range s.Conflicts {
			if !c.Excepted && g.count(c.Blackout.RequestBy, false) {
				g.push(Due{
					Date: c.Blackout.RequestBy, Kind: DueRequest, Path: norm.Path("campaigns").Item(s.Campaign.ID),
					Name: s.Campaign.Name, Label: c.Blackout.Name, Basis: &c.Blackout.Basis,
				})
			}
		}
	}
}

// analyzeDeadlines returns the legal deadlines, for the kind and the state of the office, of
// the fiscal year and of the next one, in which the last reports of the year are due. The
// office's own days do not move them: a Saturday on which the office works is not the last business day of a month.
func analyzeDeadlines(in *reader) any {
	var list []Due
	general := in.calendars().general
	if general == nil {
		return list
	}
	var rules []term.DeadlineRule
	for _, i := range in.use(partOffice).([]int) {
		rules = append(rules, in.env().Deadlines[i])
	}
	for year := in.doc.FiscalYear; year <= in.doc.FiscalYear+1; year++ {
		for _, d := range term.Deadlines(rules, year, general) {
			basis := d.Basis
			list = append(list, Due{Date: d.Date, Kind: DueDeadline, Label: d.Name, Period: d.Period, Basis: &basis})
		}
	}
	return list
}
