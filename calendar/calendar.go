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
	// ErrWindow is returned by Compile for a window that is not a valid span or has
	// more than 65,535 days.
	ErrWindow = errors.New("calendar: invalid window")
	// ErrNoBusinessDay is returned if a window has no business day, if a span does not
	// have the requested one, and if a search leaves the years 1 to 9999 or passes 400
	// years without one.
	ErrNoBusinessDay = errors.New("calendar: no business day")
)

// Calendar is a profile compiled for a window of days. Within the window, testing,
// counting, adding, rolling and finding business days costs one or two loads from a
// table, whatever the distance, and allocates nothing; methods that list or explain
// days (Holidays, Occurrences, Doubts, Explain) allocate their result. Outside the
// window, from year 1 to 9999, every method returns the same as a calendar compiled
// for those days: it computes the rules again, in the order of a microsecond for each
// year visited. Vouch reports whether those years were checked against the law.
//
// A nil *Calendar is the calendar of an unknown profile: it has no business day, no day
// off and no verified span. Its methods count 0, return no date, an empty list or an error
// that wraps ErrNoBusinessDay or ErrUnverified, and never panic. poa.Analysis has one if
// the plan names no calendar that exists.
//
// A Calendar is immutable and safe for concurrent use.
type Calendar struct {
	first int32 // first day of the window
	table
	// off lists the days off of the window by date, half its half days that are
	// business days.
	off  []occurrence
	half []Date

	window  Span
	profile Profile
	has     [Open + 1]bool // by effect: whether a rule of the profile has it
}

// withDetail returns an error that wraps a sentinel and appends a detail to its text.
func withDetail(sentinel error, detail string) error { return &detailError{sentinel, detail} }

type detailError struct {
	sentinel error
	detail   string
}

func (e *detailError) Error() string { return e.sentinel.Error() + e.detail }
func (e *detailError) Unwrap() error { return e.sentinel }

// Compile returns the calendar of a profile for a window of days, both ends included,
// such as the year of a plan with some years around it. It takes about a microsecond
// and two kilobytes for each year. It returns ErrWindow, ErrNoBusinessDay if the window
// has no business day, or the error of Profile.Validate.
func Compile(p Profile, window Span) (*Calendar, error) {
	if !window.Valid() || window.Days() > maxWindow {
		return nil, withDetail(ErrWindow, " "+norm.Quote(window.String())+": use two dates in order, with at most "+strconv.Itoa(maxWindow)+" days, both ends included")
	}
	if err := p.Validate(); err != nil {
		return nil, err
	}
	c := &Calendar{profile: p}
	c.profile.Holidays = slices.Clone(p.Holidays)
	c.profile.WeeklyRest = slices.Clone(p.WeeklyRest)
	for i := range p.Holidays {
		c.has[p.Holidays[i].Effect] = true
	}
	c.compile(window)
	if len(c.sel) == 0 {
		return nil, withDetail(ErrNoBusinessDay, ": profile "+norm.Quote(p.Key)+" has none in "+window.String()+": widen the window or check its days off")
	}
	return c, nil
}

// forWindow returns c compiled for another window.
func (c *Calendar) forWindow(window Span) *Calendar {
	o := &Calendar{profile: c.profile, has: c.has}
	o.compile(window)
	return o
}

func (c *Calendar) compile(window Span) {
	c.window, c.first = window, window.Start.n
	c.off = c.daysOff(window)
	c.table = newTable(window, c.profile.Week, c.off, c.openDays(window))
	if c.has[HalfDay] {
		for _, o := range c.collect(nil, window, effects(HalfDay)) {
			if c.worked(o.date) && (len(c.half) == 0 || c.half[len(c.half)-1] != o.date) {
				c.half = append(c.half, o.date)
			}
		}
	}
}

// worked reports whether a day of the window is a business day.
func (c *Calendar) worked(d Date) bool {
	i := d.n - c.first
	return c.rank[i] != c.rank[i+1]
}

// occurrence is an Occurrence without pointers, so that the garbage collector need not
// scan lists of them.
type occurrence struct {
	date    Date
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

// daysOff returns the days off of a span, without those that a rule of the effect Work
// or Open cancels.
func (c *Calendar) daysOff(span Span) []occurrence {
	off := c.collect(make([]occurrence, 0, c.estimateDaysOff(span)), span, effects(Rest))
	if !c.has[Work] && !c.has[Open] {
		return off
	}
	worked := c.collect(nil, span, effects(Work, Open))
	kept := off[:0]
	for _, o := range off {
		for len(worked) > 0 && worked[0].date.Before(o.date) {
			worked = worked[1:]
		}
		if len(worked) == 0 || worked[0].date != o.date {
			kept = append(kept, o)
		}
	}
	return kept
}

// openDays returns, by date, the days of a span that are not in the working week but
// that a rule of the effect Open makes business days.
func (c *Calendar) openDays(span Span) []Date {
	if !c.has[Open] {
		return nil
	}
	var days []Date
	for _, o := range c.collect(nil, span, effects(Open)) {
		if !c.profile.Week.Works(o.date.Weekday()) && (len(days) == 0 || days[len(days)-1] != o.date) {
			days = append(days, o.date)
		}
	}
	return days
}

// estimateDaysOff returns a capacity for the days off of a span: one for each holiday
// and year in which it is in force.
func (c *Calendar) estimateDaysOff(span Span) int {
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

// collect appends the occurrences in a span of the rules with some effects, by date and
// then in the order of the profile.
func (c *Calendar) collect(dst []occurrence, span Span, with effectSet) []occurrence {
	var array [4]ruleDay
	buf := array[:0]
	for year, last := span.Start.Year(), span.End.Year(); year <= last; year++ {
		begin := len(dst)
		first, end := max(civil(year, 1, 1).n, span.Start.n), min(civil(year, 12, 31).n, span.End.n)
		for i := range c.profile.Holidays {
			h := &c.profile.Holidays[i]
			if with>>h.Effect&1 == 0 || h.Valid.Start.n > end || h.Valid.End.n != 0 && h.Valid.End.n < first {
				continue
			}
			buf = h.Rule.appendYear(buf[:0], year)
			for _, day := range buf {
				if day.date.n < first || day.date.n > end || !h.InForce(day.date) {
					continue
				}
				if day.status == 0 {
					day.status = h.statusOn(day.date)
				}
				dst = append(dst, occurrence{day.date, int32(i), day.status})
			}
		}
		slices.SortStableFunc(dst[begin:], func(a, b occurrence) int { return a.date.Compare(b.date) })
	}
	return dst
}

// occurrences converts a list to its exported form.
func (c *Calendar) occurrences(list []occurrence) []Occurrence {
	if len(list) == 0 {
		return nil
	}
	all := make([]Occurrence, len(list))
	for i, o := range list {
		all[i] = Occurrence{o.date, o.status, c.profile.Verified.Contains(o.date), &c.profile.Holidays[o.holiday]}
	}
	return all
}

// Window returns the days that c was compiled for, both ends included; the zero Span if c
// is nil.
func (c *Calendar) Window() Span {
	if c == nil {
		return Span{}
	}
	return c.window
}

// Profile returns a copy of the profile that c was compiled from; the zero Profile if c is
// nil.
func (c *Calendar) Profile() Profile {
	if c == nil {
		return Profile{}
	}
	p := c.profile
	p.Holidays, p.WeeklyRest = slices.Clone(p.Holidays), slices.Clone(p.WeeklyRest)
	return p
}

// Holidays returns the days off in span by date, including those on weekends and
// without those that a rule of the effect Work or Open cancels: one Occurrence for each
// rule, in the order of the profile if two fall on one day. A day off that was moved is
// listed on the day it was moved to. Commemorations and half days are not listed: see
// Occurrences. An invalid span has no days. The caller owns the slice.
func (c *Calendar) Holidays(span Span) []Occurrence {
	switch {
	case c == nil || !span.Valid():
		return nil
	case !c.window.Covers(span):
		return c.occurrences(c.daysOff(span))
	}
	from := sort.Search(len(c.off), func(i int) bool { return !c.off[i].date.Before(span.Start) })
	to := from
	for to < len(c.off) && !c.off[to].date.After(span.End) {
		to++
	}
	return c.occurrences(c.off[from:to])
}
