package calendar

import (
	"errors"
	"slices"
	"sort"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// maxWindow is the largest number of days of a Calendar's window: 179 years.
const maxWindow = 1<<16 - 1

var (
	// ErrWindow is the error of Compile for a window that is not a valid span
	// or has more than 65,535 days.
	ErrWindow = errors.New("calendar: bad window")
	// ErrNoBusinessDay is the error for a calendar in which no day is worked, for a span
	// that has no such business day, for one that would lie outside the years 1 to 9999,
	// and if 400 years pass without a business day.
	ErrNoBusinessDay = errors.New("calendar: no business day")
)

// Calendar is a profile compiled for a window of days. In the window, testing a day and
// counting, adding, rolling and finding the next, the previous and the nth cost one or
// two loads from its tables at any distance, and allocate nothing; methods that return
// lists (Holidays, Occurrences, Doubts, Explain) allocate them. Outside the window, from
// year 1 to 9999, every method returns the same as a calendar compiled for those days, by
// computing the rules again, which takes about a microsecond for each year visited. Vouch
// reports whether those years were checked against the law.
//
// A Calendar is immutable and safe for concurrent use.
type Calendar struct {
	first int32 // of the window's days
	table
	// off are the window's days off by date, half its half days that are worked.
	off  []fired
	half []Date

	window  Span
	profile Profile
	has     [Open + 1]bool // effects that a rule of the profile has
}

// because returns an error that wraps a sentinel and adds the particulars of a case.
func because(sentinel error, particulars string) error { return &caseOf{sentinel, particulars} }

type caseOf struct {
	sentinel    error
	particulars string
}

func (c *caseOf) Error() string { return c.sentinel.Error() + c.particulars }
func (c *caseOf) Unwrap() error { return c.sentinel }

// Compile returns the calendar of a profile for a window of days, both ends included,
// such as the year of a plan with some years around it. It costs about a microsecond and
// two kilobytes for each year. It returns ErrWindow, ErrNoBusinessDay if no day of the
// window is worked, or the error of Profile.Validate.
func Compile(p Profile, window Span) (*Calendar, error) {
	if !window.Valid() || window.Days() > maxWindow {
		return nil, because(ErrWindow, " "+norm.Quote(window.String())+": use two dates in order, with at most "+strconv.Itoa(maxWindow)+" days, both ends included")
	}
	if err := p.Validate(); err != nil {
		return nil, err
	}
	c := &Calendar{profile: p}
	c.profile.Holidays = slices.Clone(p.Holidays)
	for i := range p.Holidays {
		c.has[p.Holidays[i].Effect] = true
	}
	c.compile(window)
	if len(c.sel) == 0 {
		return nil, because(ErrNoBusinessDay, ": profile "+norm.Quote(p.Key)+" works no day of "+window.String()+": widen the window or check its days off")
	}
	return c, nil
}

// beyond compiles the same rules for another window.
func (c *Calendar) beyond(window Span) *Calendar {
	o := &Calendar{profile: c.profile, has: c.has}
	o.compile(window)
	return o
}

func (c *Calendar) compile(window Span) {
	c.window, c.first = window, window.Start.n
	c.off = c.daysOff(window)
	c.table = newTable(window, c.profile.Week, c.off, c.opened(window))
	if c.has[HalfDay] {
		for _, f := range c.collect(nil, window, effects(HalfDay)) {
			if c.worked(f.day) && (len(c.half) == 0 || c.half[len(c.half)-1] != f.day) {
				c.half = append(c.half, f.day)
			}
		}
	}
}

// worked reports whether a day of the window is a business day.
func (c *Calendar) worked(d Date) bool {
	i := d.n - c.first
	return c.rank[i] != c.rank[i+1]
}

// fired is an Occurrence without pointers, so that the garbage collector need not visit
// the lists of a calendar.
type fired struct {
	day     Date
	holiday int32 // its index in the profile
	status  norm.Status
}

// effectSet is a set of effects, one bit each.
type effectSet uint8

func effects(list ...Effect) effectSet {
	var s effectSet
	for _, e := range list {
		s |= 1 << e
	}
	return s
}

const allEffects = 1<<(Open+1) - 1

// daysOff returns the days off of a span that are taken: not those that another rule
// has worked.
func (c *Calendar) daysOff(span Span) []fired {
	off := c.collect(make([]fired, 0, c.most(span)), span, effects(Rest))
	if !c.has[Work] && !c.has[Open] {
		return off
	}
	worked := c.collect(nil, span, effects(Work, Open))
	return slices.DeleteFunc(off, func(f fired) bool {
		_, found := slices.BinarySearchFunc(worked, f.day, func(w fired, d Date) int { return w.day.Compare(d) })
		return found
	})
}

// opened returns the days of a span that are worked although the week rests, by date.
func (c *Calendar) opened(span Span) []Date {
	if !c.has[Open] {
		return nil
	}
	var days []Date
	for _, f := range c.collect(nil, span, effects(Open)) {
		if !c.profile.Week.Works(f.day.Weekday()) && (len(days) == 0 || days[len(days)-1] != f.day) {
			days = append(days, f.day)
		}
	}
	return days
}

// most estimates how many days off a span has, too high rather than too low: each
// holiday once for each year in which it is in force.
func (c *Calendar) most(span Span) int {
	n := 0
	for i := range c.profile.Holidays {
		h := &c.profile.Holidays[i]
		first, last := max(h.Valid.Start.n, span.Start.n), span.End.n
		if !h.Valid.End.IsZero() {
			last = min(last, h.Valid.End.n)
		}
		if h.Effect == Rest && first <= last {
			n += int(last-first)/365 + 1
		}
	}
	return n
}

// collect appends what the rules of some effects name in a span, by date and then in
// the order of the profile.
func (c *Calendar) collect(dst []fired, span Span, of effectSet) []fired {
	var array [4]firing
	buf := array[:0]
	for year, last := span.Start.Year(), span.End.Year(); year <= last; year++ {
		begin := len(dst)
		first, end := max(civil(year, 1, 1).n, span.Start.n), min(civil(year, 12, 31).n, span.End.n)
		for i := range c.profile.Holidays {
			h := &c.profile.Holidays[i]
			if of>>h.Effect&1 == 0 || h.Valid.Start.n > end || h.Valid.End.n != 0 && h.Valid.End.n < first {
				continue
			}
			buf = h.Rule.appendYear(buf[:0], year)
			for _, f := range buf {
				if f.day.n < first || f.day.n > end || !h.InForce(f.day) {
					continue
				}
				if f.status == 0 {
					f.status = h.Basis.Status
				}
				dst = append(dst, fired{f.day, int32(i), f.status})
			}
		}
		slices.SortStableFunc(dst[begin:], func(a, b fired) int { return a.day.Compare(b.day) })
	}
	return dst
}

// occurrences returns the public form of a list.
func (c *Calendar) occurrences(list []fired) []Occurrence {
	if len(list) == 0 {
		return nil
	}
	all := make([]Occurrence, len(list))
	for i, f := range list {
		all[i] = Occurrence{f.day, f.status, c.profile.Verified.Contains(f.day), &c.profile.Holidays[f.holiday]}
	}
	return all
}

// Window returns the days that c was compiled for, both ends included.
func (c *Calendar) Window() Span { return c.window }

// Profile returns a copy of the profile that c was compiled from.
func (c *Calendar) Profile() Profile {
	p := c.profile
	p.Holidays = slices.Clone(p.Holidays)
	return p
}

// Holidays returns the days off in span that are taken, by date, those on weekends too,
// one Occurrence for each rule, in the profile's order if two fall together. A day off
// that was moved is listed on the day it was moved to. Commemorations and half days are
// not listed; Occurrences has them. A span that is not valid has none. The caller owns
// the slice.
func (c *Calendar) Holidays(span Span) []Occurrence {
	switch {
	case !span.Valid():
		return nil
	case !c.window.Covers(span):
		return c.occurrences(c.daysOff(span))
	}
	from := sort.Search(len(c.off), func(i int) bool { return !c.off[i].day.Before(span.Start) })
	to := from
	for to < len(c.off) && !c.off[to].day.After(span.End) {
		to++
	}
	return c.occurrences(c.off[from:to])
}
