package kpi

import (
	"cmp"
	"slices"
	"sort"

	"github.com/rumbo-mx/rumbo/calendar"
)

// selected is a measurement that is evaluated.
type selected struct {
	m *Measurement
	// i is the position in the list of measurements.
	i int
	// complete is the result of method.complete.
	complete bool
}

// known reports whether m is a measurement of ind captured by the day at.
func (ind *Indicator) known(m *Measurement, at calendar.Date) bool {
	return m != nil && m.Indicator == ind.ID && !m.Date.IsZero() && !m.Date.After(at) && m.Span.Valid()
}

// selectMeasurements returns the measurements to evaluate that count in span, ordered by the
// end of their spans. A capture replaces the earlier ones of the same span. Of two that
// overlap it takes the complete one, of two complete ones the longer, of two equally
// long ones the later capture. Measurements per campaign or per event may overlap.
func (m *method) selectMeasurements(ind *Indicator, ms []*Measurement, span calendar.Span, at calendar.Date) []*selected {
	var list []*selected
	for i, taken := range ms {
		if ind.known(taken, at) && ind.Counts(taken.Span, span) {
			list = append(list, &selected{m: taken, i: i})
		}
	}
	slices.SortStableFunc(list, func(a, b *selected) int {
		count()
		return cmp.Or(a.m.Span.End.Compare(b.m.Span.End), a.m.Span.Start.Compare(b.m.Span.Start), laterFirst(a, b))
	})
	list = slices.CompactFunc(list, func(a, b *selected) bool { return a.m.Span == b.m.Span })
	for i := range list {
		list[i].complete = m.complete(list[i].m)
	}
	if ind.Frequency.irregular() {
		return list
	}
	order := slices.Clone(list)
	slices.SortStableFunc(order, func(a, b *selected) int {
		count()
		if a.complete != b.complete {
			if a.complete {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.m.Span.Days(), a.m.Span.Days()), laterFirst(a, b))
	})
	free := newOccupancy(len(list), func(i int) calendar.Span { return list[i].m.Span })
	kept := make(map[int]bool, len(list))
	for _, s := range order {
		kept[s.i] = free.take(s.m.Span)
	}
	return slices.DeleteFunc(list, func(s *selected) bool { return !kept[s.i] })
}

func laterFirst(a, b *selected) int {
	return cmp.Or(b.m.Date.Compare(a.m.Date), cmp.Compare(b.i, a.i))
}

// days is a set of days, as runs that neither overlap nor touch, in order.
type days []run

// run is a run of days, from start to before end, as numbers of days.
type run struct{ start, end int32 }

func runOf(s calendar.Span) run { return run{s.Start.Days(), s.End.Days() + 1} }

// newDays returns the days of n spans; invalid ones have none.
func newDays(n int, span func(i int) calendar.Span) days {
	all := make(days, n)
	runs := make([]*run, 0, n)
	for i := range all {
		if s := span(i); s.Valid() {
			all[i] = runOf(s)
			runs = append(runs, &all[i])
		}
	}
	slices.SortStableFunc(runs, func(a, b *run) int {
		count()
		return cmp.Compare(a.start, b.start)
	})
	merged := make(days, 0, len(runs))
	for _, r := range runs {
		if k := len(merged) - 1; k >= 0 && r.start <= merged[k].end {
			merged[k].end = max(merged[k].end, r.end)
		} else {
			merged = append(merged, *r)
		}
	}
	return merged
}

// from returns the position of the first run that ends after the start of r.
func (d days) from(r run) int {
	return sort.Search(len(d), func(i int) bool {
		count()
		return d[i].end > r.start
	})
}

// covers reports whether d has every day of s.
func (d days) covers(s calendar.Span) bool {
	r := runOf(s)
	i := d.from(r)
	return s.Valid() && i < len(d) && d[i].start <= r.start && d[i].end >= r.end
}

// overlaps reports whether d has a day of s.
func (d days) overlaps(s calendar.Span) bool {
	r := runOf(s)
	i := d.from(r)
	return s.Valid() && i < len(d) && d[i].start < r.end
}

// occupancy takes spans one after another if all their days are free. Of n spans it
// takes O(n log n).
type occupancy struct {
	// bounds are the starts and ends of the spans, in order. They divide the days into
	// cells; a Fenwick tree counts those that are occupied.
	bounds []int
	tree   []int32
}

// newOccupancy returns an occupancy for n valid spans, with all days free.
func newOccupancy(n int, span func(i int) calendar.Span) *occupancy {
	bounds := make([]int, 0, 2*n)
	for i := range n {
		r := runOf(span(i))
		bounds = append(bounds, int(r.start), int(r.end))
	}
	slices.SortStableFunc(bounds, cmp.Compare[int])
	bounds = slices.Compact(bounds)
	return &occupancy{bounds: bounds, tree: make([]int32, len(bounds)+1)}
}

// take occupies the days of one of the spans, or returns false if some are occupied.
func (o *occupancy) take(s calendar.Span) bool {
	r := runOf(s)
	i, j := sort.SearchInts(o.bounds, int(r.start)), sort.SearchInts(o.bounds, int(r.end))
	if o.before(j) != o.before(i) {
		return false
	}
	for ; i < j; i++ {
		for k := i + 1; k < len(o.tree); k += k & -k {
			count()
			o.tree[k]++
		}
	}
	return true
}

// before returns the number of occupied cells before the cell i.
func (o *occupancy) before(i int) (n int32) {
	for ; i > 0; i -= i & -i {
		count()
		n += o.tree[i]
	}
	return n
}

// steps counts the elementary steps for the tests of growth; it is nil otherwise.
var steps *int

func count() {
	if steps != nil {
		*steps++
	}
}
