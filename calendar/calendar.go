package calendar

import (
	"errors"
	"slices"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// MaxWindow is the largest number of days of a Calendar's window: 65,535, which
// is 179 years.
const MaxWindow = 1<<16 - 1

var (
	// ErrWindow is the error of Compile for a window that is not a valid span
	// or has more than MaxWindow days.
	ErrWindow = errors.New("calendar: bad window")
	// ErrNoBusinessDay is the error for a calendar in which no day is worked,
	// for a span that has no such business day, for one that would lie outside the
	// years 1 to 9999, and where 400 years pass without a business day.
	ErrNoBusinessDay = errors.New("calendar: no business day")
)

// Calendar is a profile compiled for a window of days. In the window, to test a day
// and to count, add, roll and find the next, the previous and the nth cost one or two
// loads from its tables, whatever the distance, and allocate nothing; what lists days
// or explains one (Holidays, Occurrences, Doubts, Explain) makes its list. Outside the
// window, from year 1 to 9999, every method gives the same answer as a calendar
// compiled for those days would, by computing the rules anew: right but slow, in the
// order of a microsecond for each year that it has to look at, and of a hundred for a
// profile that is the intersection of several. Whether somebody has held those years
// against the law is another question: Vouch answers it.
//
// A Calendar is immutable and safe for concurrent use.
type Calendar struct {
	first int32 // the ordinal of the window's first day
	table
	// off are the window's days off by date, half its half days that are worked.
	off  []fired
	half []Date

	window    Span
	profile   Profile
	holidays  []Holiday // the profile's and, behind them, one for each change's To
	forgone   []bool    // of the profile's holidays; nil where none is
	cancelled []Date
	opened    []Date // by date
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
// such as the year of a plan with some years around it. It costs about a microsecond
// and two kilobytes for each year. It returns ErrWindow,
// ErrNoBusinessDay where no day of the window is worked, or what
// Profile.Validate finds.
func Compile(p Profile, window Span) (*Calendar, error) {
	if !window.Valid() || window.Days() > MaxWindow {
		return nil, because(ErrWindow, " "+norm.Quote(window.String())+": use two dates in order, with at most "+strconv.Itoa(MaxWindow)+" days, both ends in")
	}
	if err := p.Validate(); err != nil {
		return nil, err
	}
	c := newCalendar(p)
	c.compile(window)
	if len(c.sel) == 0 {
		return nil, because(ErrNoBusinessDay, ": profile "+norm.Quote(p.Key)+" works no day of "+window.String()+": widen the window or check its days off")
	}
	return c, nil
}

// newCalendar returns a calendar that has taken over the rules of p and has no
// tables yet.
func newCalendar(p Profile) *Calendar {
	c := &Calendar{profile: p}
	c.profile.Changes = slices.Clone(p.Changes)
	c.holidays = make([]Holiday, len(p.Holidays), len(p.Holidays)+len(p.Changes))
	copy(c.holidays, p.Holidays)
	for i := range p.Changes {
		change := &p.Changes[i]
		if change.Holiday != "" && c.forgone == nil {
			c.forgone = make([]bool, len(p.Holidays))
			for i := range p.Holidays {
				c.forgone[i] = p.forgoes(&p.Holidays[i])
			}
		}
		var replaced *Holiday
		if !change.From.IsZero() {
			c.cancelled = append(c.cancelled, change.From)
			replaced = p.dayOff(change.From)
		}
		if !change.Open.IsZero() {
			c.opened = append(c.opened, change.Open)
		}
		if !change.To.IsZero() {
			c.holidays = append(c.holidays, change.holiday(replaced))
		}
	}
	sortDates(c.opened)
	c.profile.Holidays = c.holidays[:len(p.Holidays):len(p.Holidays)]
	return c
}

// beyond compiles the same rules for another window.
func (c *Calendar) beyond(window Span) *Calendar {
	o := &Calendar{profile: c.profile, holidays: c.holidays, forgone: c.forgone, cancelled: c.cancelled, opened: c.opened}
	o.compile(window)
	return o
}

func (c *Calendar) compile(window Span) {
	c.window = window
	c.off = c.collect(make([]fired, 0, c.most(window)), window, daysOff)
	open := c.opened
	for len(open) > 0 && open[0].n < window.Start.n {
		open = open[1:]
	}
	for len(open) > 0 && open[len(open)-1].n > window.End.n {
		open = open[:len(open)-1]
	}
	c.first = window.Start.n
	c.table = newTable(window, c.profile.Week, c.off, open)
	if c.hasHalfDays() {
		for _, o := range c.collect(nil, window, halfDays) {
			i := o.day.n - c.first
			if c.rank[i] != c.rank[i+1] && (len(c.half) == 0 || c.half[len(c.half)-1] != o.day) {
				c.half = append(c.half, o.day)
			}
		}
	}
}

// most returns about how many days off a window has, rather more than fewer: each
// holiday once for each year in which it is in force.
func (c *Calendar) most(window Span) int {
	n := 0
	for i := range c.holidays {
		h := &c.holidays[i]
		if !daysOff.takes(h) {
			continue
		}
		first, last := max(h.Valid.Start.n, window.Start.n), window.End.n
		if h.Valid.End.n != 0 {
			last = min(last, h.Valid.End.n)
		}
		if first <= last {
			n += int(last-first)/365 + 1
		}
	}
	return n
}

func (c *Calendar) hasHalfDays() bool {
	for i := range c.holidays {
		if c.holidays[i].Half {
			return true
		}
	}
	return false
}

// selection says which occurrences collect takes.
type selection uint8

const (
	daysOff  selection = iota // as they are taken: without those cancelled
	halfDays                  // those that are worked in part, or would be
	anyRule                   // commemorations, half days, and what was cancelled
)

// takes reports whether s wants a holiday.
func (s selection) takes(h *Holiday) bool {
	switch s {
	case daysOff:
		return h.Kind != Civic && !h.Half
	case halfDays:
		return h.Half
	default:
		return true
	}
}

// fired is an Occurrence without pointers, by which lists are made and kept: the
// collector of garbage need not look at them.
type fired struct {
	day     Date
	holiday int32 // its index in the calendar's
	status  norm.Status
}

// occurrences returns what a list of those says.
func (c *Calendar) occurrences(list []fired) []Occurrence {
	if len(list) == 0 {
		return nil
	}
	verified := c.profile.Verified
	if !verified.Valid() {
		verified = Span{}
	}
	all := make([]Occurrence, len(list))
	for i, f := range list {
		all[i] = Occurrence{f.day, f.status, verified.Start.n <= f.day.n && f.day.n <= verified.End.n, &c.holidays[f.holiday]}
	}
	return all
}

// collect appends what falls in span, by date and then in the profile's order.
func (c *Calendar) collect(dst []fired, span Span, which selection) []fired {
	var array [4]firing
	buf := array[:0]
	for year, last := span.Start.Year(), span.End.Year(); year <= last; year++ {
		base := len(dst)
		first, end := max(civil(year, 1, 1).n, span.Start.n), min(civil(year, 12, 31).n, span.End.n)
		for i := range c.holidays {
			h := &c.holidays[i]
			if h.Valid.Start.n > end || h.Valid.End.n != 0 && h.Valid.End.n < first || !which.takes(h) ||
				which == daysOff && i < len(c.forgone) && c.forgone[i] {
				continue
			}
			buf = h.Rule.appendYear(buf[:0], year)
			for _, f := range buf {
				if f.day.n < first || f.day.n > end || !h.InForce(f.day) ||
					len(c.cancelled) > 0 && which == daysOff && i < len(c.profile.Holidays) && slices.Contains(c.cancelled, f.day) {
					continue
				}
				if f.status == 0 {
					f.status = h.Basis.Status
				}
				dst = append(dst, fired{f.day, int32(i), f.status})
			}
		}
		sortYear(dst[base:], first)
	}
	return dst
}

// sortYear puts what falls in one year in the order of its days, and leaves what falls
// on one day as it is. first is the ordinal of a day on or before all of them, in that
// year.
func sortYear(list []fired, first int32) {
	if len(list) <= 64 {
		for i := 1; i < len(list); i++ {
			if f := list[i]; f.day.n < list[i-1].day.n {
				j := i
				for ; j > 0 && list[j-1].day.n > f.day.n; j-- {
					list[j] = list[j-1]
				}
				list[j] = f
			}
		}
		return
	}
	var next [367]int32 // where what falls on a day of the year goes
	for _, f := range list {
		next[f.day.n-first+1]++
	}
	for i := range next[1:] {
		next[i+1] += next[i]
	}
	for _, f := range slices.Clone(list) {
		list[next[f.day.n-first]] = f
		next[f.day.n-first]++
	}
}

// Window returns the days that c was compiled for, both ends in.
func (c *Calendar) Window() Span { return c.window }

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
// the day it was moved to. Commemorations (Civic) and half days are not listed;
// Occurrences has them. A span that is not valid has none. The slice is the
// caller's.
func (c *Calendar) Holidays(span Span) []Occurrence {
	if first, last := span.Start.n, span.End.n; first > last || first < c.window.Start.n || last > c.window.End.n {
		if !span.Valid() {
			return nil
		}
		return c.occurrences(c.collect(nil, span, daysOff))
	}
	lo := c.search(span.Start.n)
	hi := lo
	if span.End.n-span.Start.n <= 366 { // a year has few: walking is cheaper than halving
		for hi < len(c.off) && c.off[hi].day.n <= span.End.n {
			hi++
		}
	} else {
		hi = c.search(span.End.n + 1)
	}
	return c.occurrences(c.off[lo:hi])
}

// search returns the index of the first day off on or after ordinal n.
func (c *Calendar) search(n int32) int {
	lo, hi := 0, len(c.off)
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		if c.off[m].day.n < n {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// sortDates sorts the few days that an employer opens by inserting each in its
// place; the sort of the standard library weighs 5 kB gzip in the browser.
func sortDates(list []Date) {
	for i, d := range list {
		for ; i > 0 && d.Before(list[i-1]); i-- {
			list[i] = list[i-1]
		}
		list[i] = d
	}
}
