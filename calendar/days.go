package calendar

import "iter"

// BusinessDays returns the business days of s in order. A span that is not valid
// has none. To start over from the end, use NthBusinessDay with -1, -2 and so on.
func (c *Calendar) BusinessDays(s Span) iter.Seq[Date] { return c.days(s, true) }

// RestDays returns the days of s that are not worked, in order: weekends, days off
// and what the employer granted.
func (c *Calendar) RestDays(s Span) iter.Seq[Date] { return c.days(s, false) }

func (c *Calendar) days(s Span, worked bool) iter.Seq[Date] {
	return func(yield func(Date) bool) {
		if !s.Valid() {
			return
		}
		if c.window.Covers(s) {
			c.each(s, worked, yield)
			return
		}
		for part := range s.parts() {
			if !c.beyond(part).each(part, worked, yield) {
				return
			}
		}
	}
}

// each yields days of a span within the window until it is told to stop.
func (c *Calendar) each(s Span, worked bool, yield func(Date) bool) bool {
	for i := s.Start.n - c.first; i <= s.End.n-c.first; i++ {
		if (c.rank[i] != c.rank[i+1]) == worked && !yield(Date{c.first + i}) {
			return false
		}
	}
	return true
}

// BusinessDayList returns the business days of s in order, as many as
// CountBusinessDays counts.
func (c *Calendar) BusinessDayList(s Span) []Date {
	n := c.CountBusinessDays(s)
	if n == 0 {
		return nil
	}
	list := make([]Date, 0, n)
	for d := range c.BusinessDays(s) {
		list = append(list, d)
	}
	return list
}

// Occurrences returns every rule that fires in s, by date and then in the profile's
// order: days off, half days, commemorations, and the days off that a change took
// away. Holidays returns days off alone.
func (c *Calendar) Occurrences(s Span) iter.Seq[Occurrence] {
	return func(yield func(Occurrence) bool) {
		if !s.Valid() {
			return
		}
		for part := range s.parts() {
			for _, o := range c.occurrences(c.collect(nil, part, anyRule)) {
				if !yield(o) {
					return
				}
			}
		}
	}
}
