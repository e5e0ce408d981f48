package poa

import (
	"cmp"
	"slices"
	"sort"

	"github.com/rumbo-mx/rumbo/calendar"
)

// spanIndex finds the first of several spans that contains a day, in logarithmic time.
type spanIndex struct {
	// starts are the first days of consecutive ranges of days, as numbers of days, and
	// first is the position of the first span that covers each range, or -1.
	starts []int
	first  []int
}

// indexSpans returns the index of spans. It ignores those that are not valid. It takes
// time proportional to n log n.
func indexSpans(spans []calendar.Span) *spanIndex {
	x := &spanIndex{}
	for _, s := range spans {
		if s.Valid() {
			x.starts = append(x.starts, dayNumber(s.Start), dayNumber(s.End)+1)
		}
	}
	slices.SortStableFunc(x.starts, cmp.Compare[int])
	x.starts = slices.Compact(x.starts)
	x.first = make([]int, len(x.starts))
	free := make([]int, len(x.starts)+1) // a range from there on that no span covers yet
	for i := range free {
		free[i] = i
	}
	for i := range x.first {
		x.first[i] = -1
	}
	nextFree := func(i int) int {
		for free[i] != i {
			free[i] = free[free[i]]
			i = free[i]
		}
		return i
	}
	for i, s := range spans {
		if !s.Valid() {
			continue
		}
		from, to := sort.SearchInts(x.starts, dayNumber(s.Start)), sort.SearchInts(x.starts, dayNumber(s.End)+1)
		for r := nextFree(from); r < to; r = nextFree(r) {
			x.first[r], free[r] = i, r+1
		}
	}
	return x
}

// at returns the position of the first span that contains a day, or -1. The day may be
// zero.
func (x *spanIndex) at(d calendar.Date) int {
	if d.IsZero() {
		return -1
	}
	i := sort.SearchInts(x.starts, dayNumber(d)+1) // the first range that starts after d
	if i == 0 {
		return -1
	}
	return x.first[i-1]
}

func dayNumber(d calendar.Date) int { return d.Sub(calendar.MustDate(1, 1, 1)) }
