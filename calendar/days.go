package calendar

import "iter"

// BusinessDays returns the business days of s in order. An invalid span has no days. To
// count from the end, use NthBusinessDay with -1, -2 and so on.
func (c *Calendar) BusinessDays(s Span) iter.Seq[Date] {
	return func(yield func(Date) bool) {
		if c == nil || !s.Valid() {
			return
		}
		if c.window.Covers(s) {
			c.each(s, yield)
			return
		}
		for part := range s.parts() {
			if !c.forWindow(part).each(part, yield) {
				return
			}
		}
	}
}

// each yields the business days of a span within the window, until yield returns
// false.
func (c *Calendar) each(s Span, yield func(Date) bool) bool {
	from, to := c.rank[s.Start.n-c.first], c.rank[s.End.n-c.first+1]
	for _, i := range c.sel[from:to] {
		if !yield(Date{c.first + int32(i)}) {
			return false
		}
	}
	return true
}

// Occurrences returns every rule that falls on a day of s, by date and then in the
// order of the profile: days off, cancelled or not, half days, commemorations, and rules
// of the effect Work or Open. Holidays returns the days off that are not cancelled.
func (c *Calendar) Occurrences(s Span) iter.Seq[Occurrence] {
	return func(yield func(Occurrence) bool) {
		if c == nil || !s.Valid() {
			return
		}
		for part := range s.parts() {
			for _, o := range c.occurrences(c.collect(nil, part, allEffects)) {
				if !yield(o) {
					return
				}
			}
		}
	}
}
