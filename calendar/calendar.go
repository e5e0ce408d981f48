package calendar

import (
	"errors"
	"slices"
	"strconv"
)

// MaxWindow is the largest number of days of a Calendar's window: 65,535, which
// is 179 years.
const MaxWindow = 1<<16 - 1

var (
	// ErrWindow is the error of Compile for a window that is not a valid span
	// or has more than MaxWindow days.
	ErrWindow = errors.New("calendar: bad window")
	// ErrNoBusinessDay is the error for a calendar in which no day is worked,
	// and for a business day that would lie outside the years 1 to 9999.
	ErrNoBusinessDay = errors.New("calendar: no business day")
)

// Calendar is a profile compiled for a window of days. Questions about days in
// the window cost one or two loads from its tables, whatever the distance, and
// allocate nothing. Outside the window every method gives the same answer as a
// calendar compiled for those days would, by computing the rules anew: right but
// slow, in the order of a microsecond for each year that it has to look at.
//
// A Calendar is immutable and safe for concurrent use.
type Calendar struct {
	first int32 // ordinal of the window's first day
	// rank[i] is the number of business days before day i of the window; it has
	// one element more than the window has days.
	rank []uint16
	// sel[k] is the day of the window that is business day k, from 0.
	sel []uint16
	// off are the window's days off, by date.
	off []Occurrence

	window    Span
	profile   Profile
	holidays  []Holiday // the profile's and, behind them, one for each change's To
	cancelled []Date
}

// because is a sentinel with the particulars of one case behind it.
func because(sentinel error, particulars string) error { return &caseOf{sentinel, particulars} }

type caseOf struct {
	sentinel    error
	particulars string
}

func (c *caseOf) Error() string { return c.sentinel.Error() + c.particulars }
func (c *caseOf) Unwrap() error { return c.sentinel }

// Compile makes the calendar of a profile for a window of days, both ends in,
// such as the year of a plan with some years around it. It costs less than a
// microsecond and three kilobytes for each year. It returns ErrWindow,
// ErrNoBusinessDay where no day of the window is worked, or what
// Profile.Validate finds.
func Compile(p Profile, window Span) (*Calendar, error) {
	if !window.Valid() || window.Days() > MaxWindow {
		return nil, because(ErrWindow, " "+quote(window.String())+": use two dates in order, at most "+strconv.Itoa(MaxWindow)+" days apart")
	}
	if err := p.Validate(); err != nil {
		return nil, err
	}
	c := &Calendar{profile: p}
	c.profile.Changes = slices.Clone(p.Changes)
	c.holidays = make([]Holiday, len(p.Holidays), len(p.Holidays)+len(p.Changes))
	copy(c.holidays, p.Holidays)
	for i := range p.Changes {
		change := &p.Changes[i]
		var replaced *Holiday
		if !change.From.IsZero() {
			c.cancelled = append(c.cancelled, change.From)
			replaced = p.dayOff(change.From)
		}
		if !change.To.IsZero() {
			c.holidays = append(c.holidays, change.holiday(replaced))
		}
	}
	c.profile.Holidays = c.holidays[:len(p.Holidays):len(p.Holidays)]
	c.compile(window)
	if len(c.sel) == 0 {
		return nil, because(ErrNoBusinessDay, ": profile "+quote(p.Key)+" works no day of "+window.String()+": widen the window or check its days off")
	}
	return c, nil
}

// beyond compiles the same rules for another window.
func (c *Calendar) beyond(window Span) *Calendar {
	o := &Calendar{profile: c.profile, holidays: c.holidays, cancelled: c.cancelled}
	o.compile(window)
	return o
}

func (c *Calendar) compile(window Span) {
	c.window = window
	c.first = window.Start.n
	years := window.End.Year() - window.Start.Year() + 1
	c.off = c.collect(make([]Occurrence, 0, years*len(c.holidays)), window, false)

	days := window.Days()
	most := (days/7 + 1) * c.profile.Week.Days()
	table := make([]uint16, days+1+most+1)
	rank, sel := table[:days+1:days+1], table[days+1:]
	week := c.weekFrom(window.Start)
	i, n := 0, 0
	for k := 0; k <= len(c.off); k++ {
		stop := days
		if k < len(c.off) {
			stop = int(c.off[k].Date.n - c.first)
		}
		if stop < i {
			continue // a second holiday on the same day
		}
		n = fill(rank[i:stop], sel, week, i, n)
		week = rotate(week, stop-i)
		rank[stop] = uint16(n)
		if stop < days {
			week = rotate(week, 1)
		}
		i = stop + 1
	}
	c.rank, c.sel = rank, sel[:n:n]
}

// fill writes the ranks of a run of days without days off, and the places of its
// business days, and returns the number of business days up to its end. Bit 0 of
// week tells whether the first day is worked, bit 1 the second, round by round.
func fill(rank, sel []uint16, week uint, first, n int) int {
	for i := range rank {
		rank[i] = uint16(n)
		sel[n] = uint16(first + i)
		worked := week & 1
		n += int(worked)
		week = week>>1 | worked<<6
	}
	return n
}

func rotate(week uint, days int) uint {
	d := uint(days) % 7
	return (week>>d | week<<(7-d)) & 0x7f
}

// weekFrom returns the week with its bit 0 at d.
func (c *Calendar) weekFrom(d Date) uint {
	return rotate(uint(c.profile.Week&AllWeek)>>Monday, int(d.Weekday()-Monday))
}

// collect appends the occurrences that fall in span, by date and then in the
// profile's order: days off as they are taken, or, where all is set, every rule
// that fires, commemorations and cancelled days off too.
func (c *Calendar) collect(dst []Occurrence, span Span, all bool) []Occurrence {
	var buf []firing
	for year, last := span.Start.Year(), span.End.Year(); year <= last; year++ {
		base := len(dst)
		for i := range c.holidays {
			h := &c.holidays[i]
			if !all && h.Kind == Civic {
				continue
			}
			buf = h.Rule.appendYear(buf[:0], year)
			for _, f := range buf {
				if f.day.n < span.Start.n || f.day.n > span.End.n || !h.InForce(f.day) ||
					!all && i < len(c.profile.Holidays) && slices.Contains(c.cancelled, f.day) {
					continue
				}
				if f.status == 0 {
					f.status = h.Basis.Status
				}
				dst = append(dst, Occurrence{f.day, h, f.status})
				for j := len(dst) - 1; j > base && dst[j-1].Date.n > dst[j].Date.n; j-- {
					dst[j-1], dst[j] = dst[j], dst[j-1]
				}
			}
		}
	}
	return dst
}

// Window returns the days that c was compiled for, both ends in.
func (c *Calendar) Window() Span { return c.window }

// Verified returns the days for which the profile has been held against its
// sources. It may be narrower or wider than the window.
func (c *Calendar) Verified() Span { return c.profile.Verified }

// Profile returns a copy of the profile that c was compiled from.
func (c *Calendar) Profile() Profile {
	p := c.profile
	p.Holidays = slices.Clone(p.Holidays)
	p.Changes = slices.Clone(p.Changes)
	return p
}

// Holidays returns the days off in span by date, those on weekends too, one
// Occurrence for each rule that makes the day one, in the profile's order where
// two fall together. Changes are applied: a day off that was moved is listed on
// the day it was moved to. Commemorations (Civic) are not listed. The slice is
// the caller's.
func (c *Calendar) Holidays(span Span) []Occurrence {
	if !span.Valid() {
		return nil
	}
	if !c.window.Covers(span) {
		return c.collect(nil, span, false)
	}
	lo, hi := c.search(span.Start.n), c.search(span.End.n+1)
	return append([]Occurrence(nil), c.off[lo:hi]...)
}

// search returns the index of the first day off on or after ordinal n.
func (c *Calendar) search(n int32) int {
	lo, hi := 0, len(c.off)
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		if c.off[m].Date.n < n {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// Explanation is why a day is worked or not.
type Explanation struct {
	Date        Date
	BusinessDay bool
	// Weekend is set where the week of the profile rests on that weekday.
	Weekend bool
	// Occurrences are all rules that fire on the day, commemorations and days
	// off that a change took away included.
	Occurrences []Occurrence
	// Changes are the employer's changes that touch the day.
	Changes []Change
}

// Explain returns why d is worked or not: every rule that fires, whether the week
// rests, what the employer changed. It is the zero Explanation when d is no date.
func (c *Calendar) Explain(d Date) Explanation {
	if d.IsZero() {
		return Explanation{}
	}
	e := Explanation{
		Date:        d,
		BusinessDay: c.IsBusinessDay(d),
		Weekend:     !c.profile.Week.Works(d.Weekday()),
		Occurrences: c.collect(nil, Span{d, d}, true),
	}
	for _, change := range c.profile.Changes {
		if change.From == d || change.To == d {
			e.Changes = append(e.Changes, change)
		}
	}
	return e
}
