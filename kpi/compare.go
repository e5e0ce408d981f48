package kpi

import (
	"cmp"
	"slices"
	"sort"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// comparison is a target and the measurements of the same periods.
type comparison struct {
	target exact.Number
	// ok is false if there is no target. overflow reports that the sum of the targets
	// does not fit in a Number.
	ok, overflow bool
	// remark is ReasonTargetNotDue, ReasonPartlyMeasured, or unspecified.
	remark Reason
	// list are the measurements to compare with the target, and the incomplete ones.
	list []*selected
}

// compare returns the target to compare the measurements of list with, and those of them
// that it is compared with.
func (m *method) compare(ind *Indicator, list []*selected, span calendar.Span, at calendar.Date) comparison {
	data := make([]*selected, 0, len(list))
	for _, s := range list {
		if s.complete {
			data = append(data, s)
		}
	}
	c := comparison{list: list}
	switch {
	case !span.Valid():
	case len(data) == 0:
		c.programmed(ind, m.amount, span, at)
	case m.amount:
		c.amount(ind, data, span, at)
	default:
		c.level(ind, data, span)
	}
	return c
}

// programmed sets the target of the periods that have ended, or the one in force.
func (c *comparison) programmed(ind *Indicator, amount bool, span calendar.Span, at calendar.Date) {
	if amount {
		list := targetsWithin(ind, span, func(t *Target) bool { return ended(t.Span, at) })
		c.sum(disjoint(list))
	} else {
		var latest *Target
		for _, t := range ind.Targets {
			if ind.Counts(spanOf(t), span) && ended(t.Span, at) {
				latest = later(latest, t)
			}
		}
		c.set(latest)
	}
	if c.ok || c.overflow {
		return
	}
	if ended(span, at) {
		at = span.End
	}
	c.set(inForce(ind, span, at))
}

// amount sets the target of an amount. data are the complete measurements; there is at
// least one.
func (c *comparison) amount(ind *Indicator, data []*selected, span calendar.Span, at calendar.Date) {
	irregular := ind.Frequency.irregular()
	var list []*Target
	if irregular {
		list = disjoint(targetsWithin(ind, span, func(t *Target) bool {
			return ended(t.Span, at) && endsWithin(data, t.Span) >= 0
		}))
	} else {
		list = covered(ind, data, span)
	}
	if len(list) > 0 {
		compared := daysOf(list)
		c.keep(func(s calendar.Span) bool {
			if irregular {
				s.Start = s.End
			}
			return compared.covers(s)
		})
		c.sum(list)
		for _, t := range list {
			if !ended(t.Span, at) {
				c.remark = ReasonTargetNotDue
			}
		}
		return
	}
	t := partial(ind, data, span)
	if c.set(t); t == nil {
		return
	}
	c.remark = ReasonPartlyMeasured
	if !ended(t.Span, at) {
		c.remark = ReasonTargetNotDue
	}
	c.keep(t.Span.Covers)
}

// level sets the target of a value that is not an amount. data are the complete
// measurements; there is at least one.
func (c *comparison) level(ind *Indicator, data []*selected, span calendar.Span) {
	last := data[len(data)-1].m.Span.End
	var latest *Target
	for _, t := range ind.Targets {
		if s := spanOf(t); ind.Counts(s, span) && !s.End.After(last) && endsWithin(data, s) >= 0 {
			latest = later(latest, t)
		}
	}
	if latest == nil {
		c.set(inForce(ind, span, last))
		return
	}
	c.set(latest)
	c.keep(func(s calendar.Span) bool { return !s.End.After(latest.Span.End) })
}

// keep drops the complete measurements that are not compared.
func (c *comparison) keep(compared func(calendar.Span) bool) {
	list := make([]*selected, 0, len(c.list))
	for _, s := range c.list {
		if !s.complete || compared(s.m.Span) {
			list = append(list, s)
		}
	}
	c.list = list
}

func (c *comparison) set(t *Target) {
	if t != nil {
		c.target, c.ok = t.Value, true
	}
}

func (c *comparison) sum(list []*Target) {
	for _, t := range list {
		total, err := c.target.Add(t.Value)
		if err != nil {
			c.ok, c.overflow = false, true
			return
		}
		c.target, c.ok = total, true
	}
}

// covered returns the targets that count in span whose days the measurements cover exactly: of
// two that overlap the longer, of two for the same span the later in the list, and none
// of which a measurement has days that no other target has.
func covered(ind *Indicator, data []*selected, span calendar.Span) []*Target {
	measured := newDays(len(data), func(i int) calendar.Span { return data[i].m.Span })
	starts := make(map[calendar.Date]bool, len(data))
	ends := make(map[calendar.Date]bool, len(data))
	for _, s := range data {
		starts[s.m.Span.Start], ends[s.m.Span.End] = true, true
	}
	list := targetsWithin(ind, span, func(t *Target) bool { return measured.covers(t.Span) })
	// Targets that begin and end with a measurement come first, so that a longer one
	// with the days of a part of a measurement does not displace them.
	slices.SortStableFunc(list, func(a, b *Target) int {
		count()
		return cmp.Compare(borders(b, starts, ends), borders(a, starts, ends))
	})
	list = disjoint(list)

	// Drop targets that share a measurement with days outside all targets. Targets and
	// measurements that share days form groups, which are runs in the order of days.
	slices.SortStableFunc(list, func(a, b *Target) int { return bySpan(a.Span, b.Span) })
	programmed := daysOf(list)
	kept := list[:0]
	k := 0 // measurements before k end before the current target
	for i := 0; i < len(list); {
		group := list[i].Span
		whole := true
		j := i
		for ; k < len(data) && data[k].m.Span.End.Before(group.Start); k++ {
			count()
		}
		for grown := true; grown; {
			grown = false
			for j < len(list) && list[j].Span.Overlaps(group) {
				count()
				group, grown = hull(group, list[j].Span), true
				j++
			}
			for k < len(data) && data[k].m.Span.Overlaps(group) {
				count()
				whole = whole && programmed.covers(data[k].m.Span)
				group, grown = hull(group, data[k].m.Span), true
				k++
			}
		}
		if whole {
			kept = append(kept, list[i:j]...)
		}
		i = j
	}
	return kept
}

func borders(t *Target, starts, ends map[calendar.Date]bool) int {
	if starts[t.Span.Start] && ends[t.Span.End] {
		return 1
	}
	return 0
}

// targetsWithin returns the targets that count in span for which use is true, the longer first
// and of two equally long the later in the list.
func targetsWithin(ind *Indicator, span calendar.Span, use func(*Target) bool) []*Target {
	var list []*Target
	for i := len(ind.Targets) - 1; i >= 0; i-- {
		t := ind.Targets[i]
		if ind.Counts(spanOf(t), span) && use(t) {
			list = append(list, t)
		}
	}
	slices.SortStableFunc(list, func(a, b *Target) int {
		count()
		return cmp.Compare(b.Span.Days(), a.Span.Days())
	})
	return list
}

// disjoint returns the targets of list that do not overlap an earlier one that is
// returned.
func disjoint(list []*Target) []*Target {
	free := newOccupancy(len(list), func(i int) calendar.Span { return list[i].Span })
	kept := make([]*Target, 0, len(list))
	for _, t := range list {
		if free.take(t.Span) {
			kept = append(kept, t)
		}
	}
	return kept
}

func daysOf(list []*Target) days {
	return newDays(len(list), func(i int) calendar.Span { return list[i].Span })
}

// endsWithin returns the position of the last measurement that ends within span, or -1.
func endsWithin(data []*selected, span calendar.Span) int {
	i := sort.Search(len(data), func(i int) bool {
		count()
		return data[i].m.Span.End.After(span.End)
	}) - 1
	if i < 0 || data[i].m.Span.End.Before(span.Start) {
		return -1
	}
	return i
}

// partial returns the shortest target that covers the latest measurement that a target
// covers. Of two equally long it is the later in the list.
func partial(ind *Indicator, data []*selected, span calendar.Span) (best *Target) {
	latest := -1
	for _, t := range ind.Targets {
		s := spanOf(t)
		if !s.Overlaps(span) {
			continue
		}
		i := endsWithin(data, s)
		if i < 0 || data[i].m.Span.Start.Before(s.Start) || i < latest {
			continue
		}
		if i > latest || s.Days() <= best.Span.Days() {
			latest, best = i, t
		}
	}
	return best
}

// later returns the target that ends later; of two that end on one day the longer, of
// two for the same span the second.
func later(a, b *Target) *Target {
	if a == nil || b.Span.End.After(a.Span.End) || b.Span.End == a.Span.End && !b.Span.Start.After(a.Span.Start) {
		return b
	}
	return a
}

// inForce returns the shortest target that overlaps span and contains at.
func inForce(ind *Indicator, span calendar.Span, at calendar.Date) *Target {
	var best *Target
	for _, t := range ind.Targets {
		s := spanOf(t)
		if !s.Overlaps(span) || !s.Contains(at) {
			continue
		}
		if best == nil || s.Days() <= best.Span.Days() {
			best = t
		}
	}
	return best
}

func bySpan(a, b calendar.Span) int {
	return cmp.Or(a.Start.Compare(b.Start), a.End.Compare(b.End))
}
