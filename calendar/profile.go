package calendar

import (
	"errors"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Profile is everything that decides which days an employer works: the special days with
// their law, and the week. It is a plain value: write one, or take one from a norm and
// derive another with its methods, which return copies and do not change the receiver.
// Package office derives one from what an employer decides.
type Profile struct {
	// Key identifies the profile on the command line and in documents: "jalisco".
	Key  string
	Name norm.Label
	// Jurisdiction is the place and the people that the profile applies to; it is only
	// shown.
	Jurisdiction string
	Holidays     []Holiday
	// Week are the weekdays that are worked; at least one.
	Week WeekMask
	// Verified are the days for which the holidays were checked against their sources.
	// Outside it a Calendar still computes. The methods below keep it: it does not cover
	// days that they add.
	Verified Span
}

// With returns a copy of p with more holidays: a local feast, a day that a decree
// added. Two holidays with one key must not be valid at the same time, or Compile
// returns an error.
func (p Profile) With(h ...Holiday) Profile {
	p.Holidays = append(p.Holidays[:len(p.Holidays):len(p.Holidays)], h...)
	return p
}

// Without returns a copy of p that lacks the holidays with that key, in all their
// versions.
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

// Working returns a copy of p with another working week.
func (p Profile) Working(week WeekMask) Profile {
	p.Week = week
	return p
}

// Has reports whether p has a holiday with that key.
func (p Profile) Has(key string) bool { return hasKey(p.Holidays, key) }

// DayOff returns a holiday of p that makes d a day off; ok is false if there is none, or
// another rule has d worked.
func (p Profile) DayOff(d Date) (h Holiday, ok bool) {
	for i := range p.Holidays {
		switch rule := &p.Holidays[i]; {
		case rule.Effect == Rest && !ok && rule.FallsOn(d):
			h, ok = *rule, true
		case (rule.Effect == Work || rule.Effect == Open) && rule.FallsOn(d):
			return Holiday{}, false
		}
	}
	return h, ok
}

// Works reports whether d is worked, from the rules and the week of p. It evaluates every
// rule; a Calendar answers in constant time.
func (p Profile) Works(d Date) bool {
	if d.IsZero() {
		return false
	}
	for i := range p.Holidays {
		if h := &p.Holidays[i]; h.Effect == Open && h.FallsOn(d) {
			return true
		}
	}
	_, off := p.DayOff(d)
	return p.Week.Works(d.Weekday()) && !off
}

// Validate returns the first contradiction in p: a week without work, a holiday
// that cannot be computed or has no validity, two versions of one holiday valid on
// the same day, a verified span that is reversed or lacks an end.
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
	return nil
}

func (p Profile) errorf(text string) error {
	return errors.New("calendar: profile " + norm.Quote(p.Key) + ": " + text)
}

func hasKey(list []Holiday, key string) bool {
	for i := range list {
		if list[i].Key == key {
			return true
		}
	}
	return false
}
