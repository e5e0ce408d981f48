package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// periods counts what falls into each period and checks that together they
// make the year.
func (w *analyzer) periods() {
	w.Periods = make([]PeriodStatus, len(w.doc.Periods))
	for i, p := range w.doc.Periods {
		s := &w.Periods[i]
		s.Period, s.Activities = p, w.told.periods[i]
		s.BusinessDays = w.businessDays(p.Span)
		if p.Span.Valid() && !w.Today.Before(p.Span.Start) {
			end := p.Span.End
			if w.Today.Before(end) {
				end = w.Today
			}
			s.Elapsed = w.businessDays(calendar.Span{Start: p.Span.Start, End: end})
		}
		for _, c := range w.doc.Closes {
			if c.Period == p.ID && !c.Date.After(w.Today) {
				s.Closed = c
			}
		}
	}
	for i := range w.Periods {
		w.checkPeriod(&w.Periods[i])
	}
	w.checkCover()
}

func (w *analyzer) checkPeriod(s *PeriodStatus) {
	p := s.Period
	at := norm.Path("periods").Item(p.ID)
	name := textArg("name", p.Name)
	dates := []norm.Arg{name, dateArg("start", p.Span.Start), dateArg("end", p.Span.End)}
	switch {
	case p.Span.Start.IsZero() || p.Span.End.IsZero():
		w.find(partPeriods, norm.Finding{Severity: norm.Blocking, Code: "period.undated", Path: at.Field("span"), Args: dates[:1]})
	case !p.Span.Valid():
		w.find(partPeriods, norm.Finding{
			Severity: norm.Blocking, Code: "period.end-before-start", Path: at.Field("span.end"), Args: dates,
			Fixes: []norm.Fix{swapDates(at.Field("span"), p.Span)},
		})
	case w.Year.Valid() && !w.Year.Covers(p.Span):
		f := norm.Finding{
			Severity: norm.Blocking, Code: "period.outside-year", Path: at.Field("span"),
			Args: append(dates, countArg("year", w.doc.FiscalYear)),
		}
		if fit, ok := p.Span.Intersect(w.Year); ok {
			f.Fixes = []norm.Fix{setDates("fix.fit-year", at.Field("span"), fit)}
		}
		w.find(partPeriods, f)
	}
	if s.Activities == 0 {
		w.find(partPeriods, norm.Finding{Severity: norm.Warning, Code: "period.without-activity", Path: at, Args: dates[:1]})
	}
}

// checkCover finds the days of the year that no period has, and those that two
// have.
func (w *analyzer) checkCover() {
	var sorted []*Period
	for _, p := range w.doc.Periods {
		if p.Span.Valid() {
			sorted = append(sorted, p)
		}
	}
	if len(sorted) == 0 || !w.Year.Valid() {
		return
	}
	slices.SortStableFunc(sorted, func(a, b *Period) int { return a.Span.Start.Compare(b.Span.Start) })
	gap := func(from, to calendar.Date, before *Period) {
		if to.Before(from) {
			return
		}
		f := norm.Finding{
			Severity: norm.Blocking, Code: "period.gap", Path: "periods",
			Args: []norm.Arg{dateArg("start", from), dateArg("end", to)},
		}
		if before != nil {
			at := norm.Path("periods").Item(before.ID)
			f.Related = []norm.Path{at}
			f.Fixes = []norm.Fix{setDates("fix.extend-period", at.Field("span"), calendar.Span{Start: before.Span.Start, End: to})}
		}
		w.find(partPeriods, f)
	}
	covered := w.Year.Start.AddDays(-1)
	var last *Period
	for _, p := range sorted {
		if last != nil && !p.Span.Start.After(covered) {
			end := covered
			if p.Span.End.Before(end) {
				end = p.Span.End
			}
			w.find(partPeriods, norm.Finding{
				Severity: norm.Blocking, Code: "period.overlap", Path: norm.Path("periods").Item(p.ID).Field("span"),
				Args: []norm.Arg{
					textArg("name", p.Name),
					textArg("other", last.Name),
					dateArg("start", p.Span.Start),
					dateArg("end", end),
				},
				Related: []norm.Path{norm.Path("periods").Item(last.ID)},
			})
		} else {
			gap(covered.AddDays(1), p.Span.Start.AddDays(-1), last)
		}
		if p.Span.End.After(covered) || last == nil {
			covered, last = p.Span.End, p
		}
	}
	gap(covered.AddDays(1), w.Year.End, last)
}
