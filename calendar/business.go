package calendar

import (
	"errors"
	"iter"
	"sort"
	"strconv"
)

// stride is the number of days that are compiled at a time outside the window.
const stride = 16 * 366

// cycleDays is the number of days in 400 years, after which the Gregorian calendar
// repeats. A search ends after so many days without a business day.
const cycleDays = 146_097

const outOfReach = ": it would lie outside the years 1 to 9999, or 400 years pass without a business day"

// IsBusinessDay reports whether d is a business day. It returns false for no date.
func (c *Calendar) IsBusinessDay(d Date) bool { return c.CountBusinessDays(Span{d, d}) != 0 }

// CountBusinessDays returns the number of business days of s, both ends included. It
// returns 0 for an invalid span, reversed or with an end missing: see Span.Validate.
func (c *Calendar) CountBusinessDays(s Span) int {
	if c == nil {
		return 0
	}
	lo, hi := uint(int(s.Start.n-c.first)), uint(int(s.End.n-c.first)+1)
	if lo < hi && hi < uint(len(c.rank)) {
		return int(c.rank[hi]) - int(c.rank[lo])
	}
	return c.countOutside(s)
}

// countOutside is CountBusinessDays for a span that the window does not cover.
func (c *Calendar) countOutside(s Span) int {
	if !s.Valid() {
		return 0
	}
	n := 0
	for part := range s.parts() {
		n += len(c.forWindow(part).sel)
	}
	return n
}

// parts splits a valid span into spans of at most stride days.
func (s Span) parts() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for at := s.Start.n; at <= s.End.n; at += stride {
			if !yield(Span{Date{at}, Date{min(s.End.n, at+stride-1)}}) {
				return
			}
		}
	}
}

// partsBack is parts from the end.
func (s Span) partsBack() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for at := s.End.n; at >= s.Start.n; at -= stride {
			if !yield(Span{Date{max(s.Start.n, at-stride+1)}, Date{at}}) {
				return
			}
		}
	}
}

// AddBusinessDays returns the n-th business day after d, or before d if n is negative.
// d itself need not be a business day and is never counted; if n is 0, d is returned.
// It returns ErrNoBusinessDay if the result would lie outside the years 1 to 9999 or
// after 400 years without a business day, and another error if d is no date.
func (c *Calendar) AddBusinessDays(d Date, n int) (Date, error) {
	if c == nil {
		return c.addOutside(d, n)
	}
	i, step := uint(int(d.n-c.first)), n
	if n > 0 {
		i, step = i+1, n-1
	}
	if n != 0 && !d.IsZero() && i < uint(len(c.rank)) {
		if k := uint(int(c.rank[i]) + step); k < uint(len(c.sel)) {
			return Date{c.first + int32(c.sel[k])}, nil
		}
	}
	return c.addOutside(d, n)
}

// addOutside is AddBusinessDays for a result that the table does not have.
func (c *Calendar) addOutside(d Date, n int) (Date, error) {
	if d.IsZero() {
		return Date{}, errors.New("calendar: cannot add " + strconv.Itoa(n) + " business days: the date is missing")
	}
	if n == 0 {
		return d, nil
	}
	if c == nil {
		return Date{}, withDetail(ErrNoBusinessDay, ": there is no calendar")
	}
	if r := c.walk(d.AddDays(sign(n)), n); !r.IsZero() {
		return r, nil
	}
	return Date{}, withDetail(ErrNoBusinessDay, " "+strconv.Itoa(n)+" from "+d.String()+outOfReach)
}

// walk returns the |n|-th business day from d, d included, forwards or, if n is
// negative, backwards. It returns no date if that day would lie outside the years 1 to
// 9999 or after 400 years without a business day.
func (c *Calendar) walk(d Date, n int) Date {
	if c == nil {
		return Date{}
	}
	switch {
	case d.IsZero():
		return Date{}
	case n > 0:
		return c.walkForward(d, n)
	default:
		return c.walkBack(d, -max(n, -lastDay-1)) // more days than there are
	}
}

func (c *Calendar) walkForward(d Date, n int) Date {
	seen := d.n - 1 // the last business day seen, or the day before the search
	for part := range (Span{d, Date{lastDay}}).parts() {
		o := c.forWindow(part)
		worked := len(o.sel)
		first := part.End.n // if there is none
		if worked > 0 {
			first = o.first + int32(o.sel[0]) - 1
		}
		switch {
		case first-seen >= cycleDays:
			return Date{}
		case n <= worked:
			return Date{o.first + int32(o.sel[n-1])}
		case worked > 0:
			seen = o.first + int32(o.sel[worked-1])
		}
		n -= worked
	}
	return Date{}
}

func (c *Calendar) walkBack(d Date, n int) Date {
	seen := d.n + 1 // the first business day seen, or the day after the search
	for part := range (Span{Date{1}, d}).partsBack() {
		o := c.forWindow(part)
		worked := len(o.sel)
		last := part.Start.n // if there is none
		if worked > 0 {
			last = o.first + int32(o.sel[worked-1]) + 1
		}
		switch {
		case seen-last >= cycleDays:
			return Date{}
		case n <= worked:
			return Date{o.first + int32(o.sel[worked-n])}
		case worked > 0:
			seen = o.first + int32(o.sel[0])
		}
		n -= worked
	}
	return Date{}
}

// NextBusinessDay returns the first business day on or after d. It returns no date if
// d is no date, if the years end first, or after 400 years without a business day.
func (c *Calendar) NextBusinessDay(d Date) Date {
	if c == nil {
		return Date{}
	}
	if i := uint32(d.n - c.first); i < uint32(len(c.rank)) {
		if k := int(c.rank[i]); k < len(c.sel) {
			return Date{c.first + int32(c.sel[k])}
		}
	}
	return c.walk(d, 1)
}

// PreviousBusinessDay returns the last business day on or before d. It returns no date
// if d is no date, if the years end first, or after 400 years without a business day.
func (c *Calendar) PreviousBusinessDay(d Date) Date {
	if c == nil {
		return Date{}
	}
	if i := uint32(d.n - c.first + 1); i < uint32(len(c.rank)) {
		if k := int(c.rank[i]) - 1; k >= 0 {
			return Date{c.first + int32(c.sel[k])}
		}
	}
	return c.walk(d, -1)
}

// NthBusinessDay returns the n-th business day of s, counted from 1, or from the end if
// n is negative: -1 is the last. It returns ErrNoBusinessDay if s has fewer business
// days or the search passes 400 years without one, and another error if s is invalid
// or n is 0.
func (c *Calendar) NthBusinessDay(s Span, n int) (Date, error) {
	if err := s.Validate(); err != nil {
		return Date{}, err
	}
	var d Date
	switch {
	case n > 0:
		if d = c.NextBusinessDay(s.Start); !d.IsZero() {
			d, _ = c.AddBusinessDays(d, n-1)
		}
	case n < 0:
		if d = c.PreviousBusinessDay(s.End); !d.IsZero() {
			d, _ = c.AddBusinessDays(d, n+1)
		}
	default:
		return Date{}, errors.New("calendar: there is no business day number 0: count from 1, or from -1 for the last")
	}
	if !s.Contains(d) {
		return Date{}, withDetail(ErrNoBusinessDay, " number "+strconv.Itoa(n)+" in "+s.String()+", which has "+strconv.Itoa(c.CountBusinessDays(s)))
	}
	return d, nil
}

// IsHalfDay reports whether d is a half day, which is a business day worked in part.
func (c *Calendar) IsHalfDay(d Date) bool { return c.CountHalfDays(Span{d, d}) != 0 }

// CountHalfDays returns the number of half days of s, both ends included.
// CountBusinessDays counts each as one: to add up working time, subtract half of
// CountHalfDays.
func (c *Calendar) CountHalfDays(s Span) int {
	if c == nil || !s.Valid() || !c.has[HalfDay] {
		return 0
	}
	if !c.window.Covers(s) {
		n := 0
		for part := range s.parts() {
			n += len(c.forWindow(part).half)
		}
		return n
	}
	lo := sort.Search(len(c.half), func(i int) bool { return !c.half[i].Before(s.Start) })
	hi := sort.Search(len(c.half), func(i int) bool { return c.half[i].After(s.End) })
	return hi - lo
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}
