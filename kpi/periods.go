package kpi

import (
	"iter"
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
)

// ended reports whether a period has ended on the day at: its last day is before at.
// Every comparison of a period with a day uses it, so that a period whose target counts
// and a period whose data is missing are the same.
func ended(s calendar.Span, at calendar.Date) bool { return s.Valid() && s.End.Before(at) }

// Counts reports whether a period, that of a measurement or of a target, counts in a span
// of days, such as a fiscal year: it lies within the span or, if ind is measured per
// campaign, per event or less than once a year, ends in it. A quarter that begins before
// the span is in no one year, and a campaign around New Year is of the year in which it
// ends. Evaluate, Check and Unmeasured use nothing that does not count.
func (ind *Indicator) Counts(period, span calendar.Span) bool {
	if ind.Frequency.irregular() || ind.Frequency.Months() > 12 {
		return period.Valid() && span.Contains(period.End)
	}
	return span.Covers(period)
}

// Unmeasured visits the periods within span, ended or not, for which ind has a target
// and, as known on the day at, no data; in order. The data are the measurements that
// Evaluate uses over the same span. An amount has data if they cover all days of the
// period, another value if one has a day of it. A measurement without a value is data: it
// has the reason.
//
// The periods are those of the frequency, from January on, that lie within the days of
// the targets. An indicator measured per campaign or event, less than once a year, or
// without a frequency has those of its targets that count in span.
func Unmeasured(ind *Indicator, ms []*Measurement, span calendar.Span, at calendar.Date) iter.Seq[calendar.Span] {
	return func(yield func(calendar.Span) bool) {
		if _, ok := programmedSpan(ind); !ok {
			return
		}
		method, err := ind.method()
		amount := err == nil && method.amount && !ind.Frequency.irregular()
		used := method.selectMeasurements(ind, ms, span, at)
		captured := newDays(len(used), func(i int) calendar.Span { return used[i].m.Span })
		programmed := newDays(len(ind.Targets), func(i int) calendar.Span { return spanOf(ind.Targets[i]) })
		for p := range ind.periods(span) {
			data := captured.covers(p) || !amount && captured.overlaps(p)
			if programmed.overlaps(p) && !data && !yield(p) {
				return
			}
		}
	}
}

// missing returns the first period of span that has ended without data, and the number
// of such periods.
func missing(ind *Indicator, ms []*Measurement, span calendar.Span, at calendar.Date) (first calendar.Span, n int) {
	for p := range Unmeasured(ind, ms, span, at) {
		if !ended(p, at) {
			continue
		}
		if n == 0 {
			first = p
		}
		n++
	}
	return first, n
}

// periods visits the periods to measure that count in span, in order: the regular ones
// that lie within the days of the targets, if there are any, or else the targets.
func (ind *Indicator) periods(span calendar.Span) iter.Seq[calendar.Span] {
	months := ind.Frequency.Months()
	if months >= 1 && months <= 12 {
		if all, ok := programmedSpan(ind); ok {
			span, _ = all.Intersect(span)
		}
		return wholePeriods(span, months)
	}
	var list []*Target
	for _, t := range ind.Targets {
		if ind.Counts(spanOf(t), span) {
			list = append(list, t)
		}
	}
	slices.SortStableFunc(list, func(a, b *Target) int { return bySpan(spanOf(a), spanOf(b)) })
	list = slices.CompactFunc(list, func(a, b *Target) bool { return spanOf(a) == spanOf(b) })
	return func(yield func(calendar.Span) bool) {
		for _, t := range list {
			if !yield(spanOf(t)) {
				return
			}
		}
	}
}

// wholePeriods visits the periods of a number of months, a divisor of 12, that lie within
// span. The first of a year begins in January.
func wholePeriods(span calendar.Span, months int) iter.Seq[calendar.Span] {
	return func(yield func(calendar.Span) bool) {
		if !span.Valid() {
			return
		}
		first := span.Start.YearMonth()
		first = first.Add(-((first.Number() - 1) % months))
		// The number of periods ends the loop: there is no month after the last one.
		for i := range span.End.YearMonth().Sub(first)/months + 1 {
			m := first.Add(i * months)
			p := calendar.Span{Start: m.First(), End: m.Add(months - 1).Last()}
			if span.Covers(p) && !yield(p) {
				return
			}
		}
	}
}

// spanOf returns the span of a target, or the zero Span if t is nil or has no value: then
// it is no target.
func spanOf(t *Target) calendar.Span {
	if t == nil || t.NoValue {
		return calendar.Span{}
	}
	return t.Span
}

// programmedSpan returns the span from the first to the last day that a target of
// ind covers.
func programmedSpan(ind *Indicator) (calendar.Span, bool) {
	var all calendar.Span
	for _, t := range ind.Targets {
		if s := spanOf(t); s.Valid() {
			all = hull(all, s)
		}
	}
	return all, all.Valid()
}

func hull(a, b calendar.Span) calendar.Span {
	if !a.Valid() {
		return b
	}
	if b.Start.Before(a.Start) {
		a.Start = b.Start
	}
	if b.End.After(a.End) {
		a.End = b.End
	}
	return a
}
