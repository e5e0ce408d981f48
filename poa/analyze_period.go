package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

var (
	periodUndated         = norm.FindingKind{Code: "period.undated", Severity: norm.Blocking, Args: []string{"name"}}
	periodEndBeforeStart  = norm.FindingKind{Code: "period.end-before-start", Severity: norm.Blocking, Args: []string{"name", "start", "end"}}
	periodOutsideYear     = norm.FindingKind{Code: "period.outside-year", Severity: norm.Blocking, Args: []string{"name", "start", "end", "year"}}
	periodWithoutActivity = norm.FindingKind{Code: "period.without-activity", Severity: norm.Warning, Args: []string{"name"}}
	// Some days of the year are in no period.
	periodGap = norm.FindingKind{Code: "period.gap", Severity: norm.Blocking, Args: []string{"start", "end"}}
	// Two periods have days in common.
	periodOverlap = norm.FindingKind{Code: "period.overlap", Severity: norm.Blocking, Args: []string{"name", "other", "start", "end"}}

	fixExtendPeriod = norm.FixKind{Code: "fix.extend-period", Args: []string{"start", "end"}}
)

// analyzePeriods computes the status of each period and checks that together they cover
// the year.
func analyzePeriods(in *reader) any {
	work, days, today := in.activities(), in.calendars(), in.today()
	list, closed := make([]PeriodStatus, len(in.doc.Periods)), in.doc.closed(today)
	for i, p := range in.doc.Periods {
		in.counter.Count(1)
		s := &list[i]
		s.Period, s.Activities = p, work.byPeriod[i]
		s.BusinessDays = days.businessDays(p.Span)
		if p.Span.Valid() && !today.Before(p.Span.Start) {
			end := p.Span.End
			if today.Before(end) {
				end = today
			}
			s.Elapsed = days.businessDays(calendar.Span{Start: p.Span.Start, End: end})
		}
		s.Closed = closed[p.ID]
	}
	in.periodsInUse(list)
	if in.last != nil && in.dirty == 0 && slices.Equal(list, in.last.value.([]PeriodStatus)) {
		in.keep()
		return nil
	}
	for i := range list {
		in.counter.Count(1)
		in.checkPeriod(&list[i])
	}
	in.checkCoverage()
	return list
}

func (in *reader) checkPeriod(s *PeriodStatus) {
	p := s.Period
	at := norm.Path("periods").Item(p.ID)
	name, start, end := norm.Text(p.Name), p.Span.Start, p.Span.End
	year := in.year()
	switch {
	case start.IsZero() || end.IsZero():
		in.report(periodUndated.At(at.Field("span"), name))
	case !p.Span.Valid():
		f := periodEndBeforeStart.At(at.Field("span.end"), name, start, end)
		f.Fixes = []norm.Fix{swapDates(at.Field("span"), p.Span)}
		in.report(f)
	case year.Valid() && !year.Covers(p.Span):
		f := periodOutsideYear.At(at.Field("span"), name, start, end, norm.Count(in.doc.FiscalYear))
		if fit, ok := p.Span.Intersect(year); ok {
			f.Fixes = []norm.Fix{setDates(&fixFitYear, at.Field("span"), fit)}
		}
		in.report(f)
	}
	if s.Activities == 0 && !s.inUse {
		in.report(periodWithoutActivity.At(at, name))
	}
}

// checkCoverage reports the days of the year that are in no period, and those that are in
// two.
func (in *reader) checkCoverage() {
	var sorted []*Period
	for _, p := range in.doc.Periods {
		in.counter.Count(1)
		if p.Span.Valid() {
			sorted = append(sorted, p)
		}
	}
	year := in.year()
	if len(sorted) == 0 || !year.Valid() {
		return
	}
	slices.SortStableFunc(sorted, func(a, b *Period) int { return a.Span.Start.Compare(b.Span.Start) })
	gap := func(from, to calendar.Date, before *Period) {
		f := periodGap.At("periods", from, to)
		if before != nil {
			at := norm.Path("periods").Item(before.ID)
			f.Related = []norm.Path{at}
			f.Fixes = []norm.Fix{setDates(&fixExtendPeriod, at.Field("span"), calendar.Span{Start: before.Span.Start, End: to})}
		}
		in.report(f)
	}
	var last *Period // the one that ends last, so far
	for _, p := range sorted {
		in.counter.Count(1)
		switch {
		case last == nil:
			if year.Start.Before(p.Span.Start) {
				gap(year.Start, p.Span.Start.AddDays(-1), nil)
			}
		case !p.Span.Start.After(last.Span.End):
			end := last.Span.End
			if p.Span.End.Before(end) {
				end = p.Span.End
			}
			f := periodOverlap.At(norm.Path("periods").Item(p.ID).Field("span"), norm.Text(p.Name), norm.Text(last.Name), p.Span.Start, end)
			f.Related = []norm.Path{norm.Path("periods").Item(last.ID)}
			in.report(f)
		case p.Span.Start.Sub(last.Span.End) > 1:
			gap(last.Span.End.AddDays(1), p.Span.Start.AddDays(-1), last)
		}
		if last == nil || p.Span.End.After(last.Span.End) {
			last = p
		}
	}
	if last.Span.End.Before(year.End) {
		gap(last.Span.End.AddDays(1), year.End, last)
	}
}
