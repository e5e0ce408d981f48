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
	// sources. Outside it a Calendar still computes, and nobody vouches.
	Verified Span
}

// Change is one employer's exception: the days off of From are worked, the day
// To is rested. Either may be missing.
type Change struct {
	From, To Date
	// Name is the name of To; where it is empty To takes that of From's
	// holiday.
	Name norm.Label
	// Reason is why, as the employer puts it.
	Reason string
	// Document is the act that says so, as it is cited: "Circular DRH/031/2027".
	Document string
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

// Moved returns a copy of p in which the day off that falls on from is taken on
// to. Both the reason and the document are required.
func (p Profile) Moved(from, to Date, reason, document string) Profile {
	return p.changed(Change{From: from, To: to, Reason: reason, Document: document})
}

// Cancelled returns a copy of p in which the days off that fall on day are not
// taken. The week still holds: a Sunday stays a Sunday.
func (p Profile) Cancelled(day Date, reason, document string) Profile {
	return p.changed(Change{From: day, Reason: reason, Document: document})
}

// Granted returns a copy of p with one more day off.
func (p Profile) Granted(day Date, name norm.Label, reason, document string) Profile {
	return p.changed(Change{To: day, Name: name, Reason: reason, Document: document})
}

// Working returns a copy of p that works other days of the week.
func (p Profile) Working(week WeekMask) Profile {
	p.Week = week
	return p
}

func (p Profile) changed(c Change) Profile {
	p.Changes = append(p.Changes[:len(p.Changes):len(p.Changes)], c)
	return p
}

// Validate reports the first contradiction in p: a week without work, a holiday
// that cannot be computed, two versions of one holiday valid on the same day, a
// change that changes nothing or that contradicts another.
func (p Profile) Validate() error {
	if p.Week&AllWeek == 0 {
		return p.errorf(trimPrefix(errNoWeek))
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

func (p Profile) validateChange(i int) string {
	c := &p.Changes[i]
	day := c.From
	if day.IsZero() {
		day = c.To
	}
	name := "the change of " + day.String()
	switch {
	case day.IsZero():
		return "a change names no day: write the day that is worked in From, the day that is rested in To"
	case c.From == c.To:
		return name + " moves the day to itself"
	case c.Reason == "" || c.Document == "":
		return name + " lacks its reason or its document: write both"
	case !c.From.IsZero() && p.dayOff(c.From) == nil:
		return name + " takes back a day off that the profile does not have"
	case !c.To.IsZero() && p.dayOff(c.To) != nil:
		return name + " rests on " + c.To.String() + ", which is a day off already"
	}
	for _, o := range p.Changes[:i] {
		if !c.From.IsZero() && c.From == o.From || !c.To.IsZero() && c.To == o.To {
			return name + " contradicts another one on the same day: keep one of them"
		}
	}
	return ""
}

// dayOff returns a holiday of p that makes d a day off, before any change.
func (p Profile) dayOff(d Date) *Holiday {
	var buf []firing
	for i := range p.Holidays {
		h := &p.Holidays[i]
		if !h.Kind.DayOff() || !h.InForce(d) {
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
	return errors.New("calendar: profile " + quote(p.Key) + ": " + text)
}

func (h *Holiday) overlaps(o *Holiday) bool {
	before := func(a, b *Holiday) bool { return !a.Valid.End.IsZero() && a.Valid.End.n < b.Valid.Start.n }
	return !before(h, o) && !before(o, h)
}

// holiday returns the day off that the change makes, named after the one it
// replaces.
func (c *Change) holiday(replaced *Holiday) Holiday {
	h := Holiday{
		Key:   "employer-" + c.To.String(),
		Name:  c.Name,
		Rule:  Dates(c.To),
		Kind:  Employer,
		Basis: norm.Basis{Law: c.Document, Fraction: norm.NoFraction, Status: norm.Sourced, Note: c.Reason},
	}
	if replaced != nil {
		h.Key, h.Jurisdiction = replaced.Key, replaced.Jurisdiction
		if h.Name == (norm.Label{}) {
			h.Name = replaced.Name
		}
	}
	if h.Name == (norm.Label{}) {
		h.Name = norm.Label{ES: c.Reason, EN: c.Reason}
	}
	return h
}
