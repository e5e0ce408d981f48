package calendar

import (
	"errors"
	"strconv"
)

// stride is how many days the slow path compiles at a time.
const stride = 16 * 366

// IsBusinessDay reports whether d is worked. No date is not.
func (c *Calendar) IsBusinessDay(d Date) bool {
	if i := uint32(d.n - c.first); i < uint32(len(c.rank)-1) {
		return c.rank[i] != c.rank[i+1]
	}
	if d.IsZero() {
		return false
	}
	return len(c.beyond(Span{d, d}).sel) != 0
}

// CountBusinessDays returns the number of days of s that are worked, both ends
// in. A span that is not valid, reversed or with an end missing, has none.
func (c *Calendar) CountBusinessDays(s Span) int {
	lo, hi := uint32(s.Start.n-c.first), uint32(s.End.n-c.first)
	if lo <= hi && hi < uint32(len(c.rank)-1) {
		return int(c.rank[hi+1]) - int(c.rank[lo])
	}
	return c.countBeyond(s)
}

func (c *Calendar) countBeyond(s Span) int {
	if !s.Valid() {
		return 0
	}
	n := 0
	for at := s.Start; ; {
		part := Span{at, Date{min(s.End.n, at.n+stride-1)}}
		n += len(c.beyond(part).sel)
		if part.End == s.End {
			return n
		}
		at = Date{part.End.n + 1}
	}
}

// AddBusinessDays returns the n-th business day after d, or before d where n is
// negative. d itself need not be worked and is never counted; for n = 0 it is
// returned as it is. It returns ErrNoBusinessDay where that day would lie outside
// the years 1 to 9999, and an error when d is no date.
func (c *Calendar) AddBusinessDays(d Date, n int) (Date, error) {
	if i := uint32(d.n - c.first); i < uint32(len(c.rank)-1) && n != 0 {
		k := int(c.rank[i]) + n
		if n > 0 {
			k = int(c.rank[i+1]) + n - 1
		}
		if uint(k) < uint(len(c.sel)) {
			return Date{c.first + int32(c.sel[k])}, nil
		}
	}
	return c.addBeyond(d, n)
}

func (c *Calendar) addBeyond(d Date, n int) (Date, error) {
	if d.IsZero() {
		return Date{}, errors.New("calendar: cannot add " + strconv.Itoa(n) + " business days to no date")
	}
	if n == 0 {
		return d, nil
	}
	if r := c.walk(d.AddDays(sign(n)), n); !r.IsZero() {
		return r, nil
	}
	return Date{}, because(ErrNoBusinessDay, " "+strconv.Itoa(n)+" from "+d.String()+": it would lie outside the years 1 to 9999")
}

// walk returns the |n|-th business day from d on, d included, onwards or, where n
// is negative, backwards. It is no date when the years end first.
func (c *Calendar) walk(d Date, n int) Date {
	for !d.IsZero() {
		if n > 0 {
			part := Span{d, Date{min(lastDay, d.n+stride-1)}}
			o := c.beyond(part)
			if n <= len(o.sel) {
				return Date{o.first + int32(o.sel[n-1])}
			}
			n -= len(o.sel)
			d = part.End.AddDays(1)
			continue
		}
		part := Span{Date{max(1, d.n-stride+1)}, d}
		o := c.beyond(part)
		if k := len(o.sel) + n; k >= 0 && k < len(o.sel) {
			return Date{o.first + int32(o.sel[k])}
		}
		n += len(o.sel)
		d = part.Start.AddDays(-1)
	}
	return Date{}
}

// NextBusinessDay returns the first business day on or after d: d itself where it
// is worked. It is no date when d is none or the years end first.
func (c *Calendar) NextBusinessDay(d Date) Date {
	if i := uint32(d.n - c.first); i < uint32(len(c.rank)-1) {
		if k := int(c.rank[i]); k < len(c.sel) {
			return Date{c.first + int32(c.sel[k])}
		}
	}
	return c.walk(d, 1)
}

// PreviousBusinessDay returns the last business day on or before d: d itself where
// it is worked. It is no date when d is none or the years end first.
func (c *Calendar) PreviousBusinessDay(d Date) Date {
	if i := uint32(d.n - c.first); i < uint32(len(c.rank)-1) {
		if k := int(c.rank[i+1]) - 1; k >= 0 {
			return Date{c.first + int32(c.sel[k])}
		}
	}
	return c.walk(d, -1)
}

// FirstBusinessDay returns the first business day of s, or no date when it has
// none.
func (c *Calendar) FirstBusinessDay(s Span) Date {
	if d := c.NextBusinessDay(s.Start); s.Contains(d) {
		return d
	}
	return Date{}
}

// LastBusinessDay returns the last business day of s, or no date when it has none.
func (c *Calendar) LastBusinessDay(s Span) Date {
	if d := c.PreviousBusinessDay(s.End); s.Contains(d) {
		return d
	}
	return Date{}
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}
