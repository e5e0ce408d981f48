package calendar

import (
	"errors"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Profile is everything that decides which days an employer works: the days off
// with their law, the week, and what the employer changed. It is a plain value:
// write one, or take one from a norm and derive your own with its methods, which
// return copies and leave the receiver as it was.
type Profile struct {
	// Key names the profile on the command line and in documents: "jalisco".
	Key  string
	Name norm.Label
	// Jurisdiction is where and for whom it holds; it is shown only.
	Jurisdiction string
	Holidays     []Holiday
	// Changes are what this employer decided by a document of its own.
	Changes []Change
	// Week are the weekdays that are worked; it must have one.
	Week WeekMask
	// Verified are the days for which the holidays have been held against their
	// sources. Outside it a Calendar still computes, and nobody vouches. The methods
	// below keep it: who adds or changes a day answers for that day.
	Verified Span
}

// With returns a copy of p with more holidays: a local feast, a day that a decree
// added. Two holidays with one key must not be valid at the same time; Compile
// tells.
func (p Profile) With(h ...Holiday) Profile {
	p.Holidays = append(p.Holidays[:len(p.Holidays):len(p.Holidays)], h...)
	return p
}

// Without returns a copy of p that lacks the holidays with that key, in all their
// versions. Where there is none it equals p; Has tells.
func (p Profile) Without(key string) Profile {
	kept := make([]Holiday, 0, len(p.Holidays))
	for i := range p.Holidays {
		if p.Holidays[i].Key != key {
			kept = append(kept, p.Holidays[i])
		}
	}
	p.Holidays = kept
	return p
}

// Has reports whether p has a holiday with that key.
func (p Profile) Has(key string) bool {
	for i := range p.Holidays {
		if p.Holidays[i].Key == key {
			return true
		}
	}
	return false
}

// Working returns a copy of p that works other days of the week.
func (p Profile) Working(week WeekMask) Profile {
	p.Week = week
	return p
}

// Validate reports the first contradiction in p: a week without work, a holiday
// that cannot be computed or has no validity, two versions of one holiday valid on
// the same day, a change that gives or takes nothing or that contradicts another, a
// verified span that is reversed or half there.
func (p Profile) Validate() error {
	if p.Week&AllWeek == 0 {
		return p.errorf(trimPrefix(errNoWeek))
	}
	if !p.Verified.IsZero() && !p.Verified.Valid() {
		return p.errorf("the verified span " + norm.Quote(p.Verified.String()) + " needs two dates in order, or none")
	}
	for i := range p.Holidays {
		h := &p.Holidays[i]
		if err := h.Validate(); err != nil {
			return p.errorf(trimPrefix(err))
		}
		for j := range p.Holidays[:i] {
			if o := &p.Holidays[j]; o.Key == h.Key && h.overlaps(o) {
				return p.errorf("two versions of holiday " + h.Key + " are valid at the same time: end the first on the day before the second, or give one another key")
			}
		}
	}
	for i := range p.Changes {
		if err := p.validateChange(i); err != "" {
			return p.errorf(err)
		}
	}
	return nil
}

// dayOff returns a holiday of p that makes d a day off, before any change of a day.
func (p Profile) dayOff(d Date) *Holiday {
	var buf []firing
	for i := range p.Holidays {
		h := &p.Holidays[i]
		if !h.Kind.DayOff() || h.Half || !h.InForce(d) || p.forgoes(h) {
			continue
		}
		buf = h.Rule.appendYear(buf[:0], d.Year())
		for _, f := range buf {
			if f.day == d {
				return h
			}
		}
	}
	return nil
}

func (p Profile) errorf(text string) error {
	return errors.New("calendar: profile " + norm.Quote(p.Key) + ": " + text)
}

func (h *Holiday) overlaps(o *Holiday) bool {
	before := func(a, b *Holiday) bool { return !a.Valid.End.IsZero() && a.Valid.End.n < b.Valid.Start.n }
	return !before(h, o) && !before(o, h)
}

// works reports whether d is worked, as the changes of p have it.
func (p Profile) works(d Date) bool {
	open, cancelled := p.Week.Works(d.Weekday()), false
	for i := range p.Changes {
		c := &p.Changes[i]
		if c.To == d {
			return false
		}
		open = open || c.Open == d
		cancelled = cancelled || c.From == d
	}
	return open && (cancelled || p.dayOff(d) == nil)
}
