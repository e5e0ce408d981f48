package poa

import (
	"encoding"
	"slices"
	"sort"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// How an activity lies in the fiscal year and in the periods. One of several years counts
// with its part in the year, and one that lasts several periods belongs to none of them. The
// months of its targets are enough of a schedule.

var (
	fixSetPeriod   = norm.FixKind{Code: "fix.set-period", Args: []string{"period"}}
	fixClearPeriod = norm.FixKind{Code: "fix.clear-period"}
)

// periodIndex finds the periods that a span has days in, in logarithmic time.
type periodIndex struct {
	byStart, byEnd []*Period // those with a valid span, by first and by last day
}

func indexPeriods(list []*Period) (x periodIndex) {
	for _, p := range list {
		if p.Span.Valid() {
			x.byStart = append(x.byStart, p)
		}
	}
	slices.SortStableFunc(x.byStart, func(a, b *Period) int { return a.Span.Start.Compare(b.Span.Start) })
	x.byEnd = slices.Clone(x.byStart)
	slices.SortStableFunc(x.byEnd, func(a, b *Period) int { return a.Span.End.Compare(b.Span.End) })
	return x
}

// count returns the number of periods that have a day in common with s.
func (x *periodIndex) count(s calendar.Span) int {
	begun := sort.Search(len(x.byStart), func(i int) bool { return x.byStart[i].Span.Start.After(s.End) })
	ended := sort.Search(len(x.byEnd), func(i int) bool { return !x.byEnd[i].Span.End.Before(s.Start) })
	return begun - ended
}

// around returns the period that begins last on or before the first day of s, if it has all
// days of s, or nil.
func (x *periodIndex) around(s calendar.Span) *Period {
	if i := sort.Search(len(x.byStart), func(i int) bool { return x.byStart[i].Span.Start.After(s.Start) }); i > 0 && x.byStart[i-1].Span.Covers(s) {
		return x.byStart[i-1]
	}
	return nil
}

// spansWhole reports whether s has all days of a period: of the first that begins in s.
func (x *periodIndex) spansWhole(s calendar.Span) bool {
	i := sort.Search(len(x.byStart), func(i int) bool { return !x.byStart[i].Span.Start.Before(s.Start) })
	return i < len(x.byStart) && s.Covers(x.byStart[i].Span)
}

// scheduledDays returns the days of an activity: its dates or, if it has none but monthly
// targets, those from its first month with a target to the last.
func (in *reader) scheduledDays(act *Activity) calendar.Span {
	if !act.Span.IsZero() || !in.year().Valid() {
		return act.Span
	}
	first, last := -1, -1
	for i := range act.Targets {
		if !act.Targets[i].IsZero() {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	if first < 0 {
		return act.Span
	}
	january := in.year().Start.YearMonth()
	return calendar.Span{Start: january.Add(first).First(), End: january.Add(last).Last()}
}

// inYear returns the part of a span in the fiscal year, or the span itself if there is none.
func (in *reader) inYear(s calendar.Span) calendar.Span {
	if part, ok := s.Intersect(in.year()); ok {
		return part
	}
	return s
}

// strays reports whether an activity has days outside its period by mistake, as it seems: it
// has no day in the period, or it does not last a whole period.
func (in *reader) strays(s, period calendar.Span) bool {
	return !period.Covers(s) && (!period.Overlaps(s) || !s.Covers(period) && !in.names().spans.spansWhole(s))
}

// checkNoPeriod reports an activity without a period, unless there is no one period for it:
// the plan has none, or the activity lasts longer than one.
func (in *reader) checkNoPeriod(act *Activity, report func(k *norm.FindingKind, field string, values ...encoding.TextMarshaler) *norm.Finding) {
	spans := &in.names().spans
	if act.Period != "" || len(in.doc.Periods) == 0 {
		return
	}
	days := in.scheduledDays(act)
	within := in.inYear(days)
	if days.Valid() && spans.count(within) > 1 {
		return
	}
	f := report(&activityWithoutPeriod, "period")
	if p := spans.around(within); p != nil && days.Valid() {
		f.Fixes = in.periodFix(act.ID, within)
	}
}

// periodFix returns the fix that gives an activity the period that has its days or, if it
// has days of several, none.
func (in *reader) periodFix(activity string, s calendar.Span) []norm.Fix {
	at := norm.Path("activities").Item(activity).Field("period")
	if p := in.names().spans.around(s); p != nil {
		edit := norm.Edit{Op: norm.OpSet, Path: at, Value: wire.Quote(p.ID)}
		return []norm.Fix{fixSetPeriod.With([]norm.Edit{edit}, norm.Text(p.Name))}
	}
	if in.names().spans.count(s) > 1 {
		return []norm.Fix{fixClearPeriod.With([]norm.Edit{{Op: norm.OpSet, Path: at, Value: "null"}})}
	}
	return nil
}

// periodsInUse sets inUse for the periods without an activity of their own that an activity
// of several periods, a target of an indicator or an evaluation has days of. In a plan
// without activities it sets it for all.
func (in *reader) periodsInUse(list []PeriodStatus) {
	year := in.year()
	if !slices.ContainsFunc(list, func(s PeriodStatus) bool { return s.Activities == 0 }) {
		return
	}
	// starts[i] is the number of spans that begin on day i of the year less the number of
	// those that end on the day before.
	starts := make([]int, max(year.Days(), 0)+1)
	use := func(s calendar.Span) {
		if part, ok := s.Intersect(year); ok {
			starts[part.Start.Sub(year.Start)]++
			starts[part.End.Sub(year.Start)+1]--
		}
	}
	work := in.activities().list
	for _, s := range work {
		in.counter.Count(1)
		use(in.scheduledDays(s.Activity))
	}
	for _, ind := range in.doc.Indicators {
		in.counter.Count(1)
		for _, t := range ind.Targets {
			in.counter.Count(1)
			use(t.Span)
		}
	}
	for _, e := range in.doc.Evaluations {
		in.counter.Count(1)
		use(e.Span)
	}
	// used[i] is the number of days in use before day i.
	used, open := make([]int, len(starts)), 0
	for i := range len(starts) - 1 {
		if used[i+1] = used[i]; open+starts[i] > 0 {
			used[i+1]++
		}
		open += starts[i]
	}
	for i := range list {
		s := &list[i]
		part, ok := s.Period.Span.Intersect(year)
		s.inUse = len(work) == 0 || ok && used[part.End.Sub(year.Start)+1] > used[part.Start.Sub(year.Start)]
	}
}
