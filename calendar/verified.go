package calendar

import (
	"errors"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// ErrUnverified is the error of Vouch for days that the profile was not verified
// for.
var ErrUnverified = errors.New("calendar: not verified")

// Verified returns the days for which the profile has been held against its
// sources. It may be narrower or wider than the window, and zero where nobody has.
// It speaks of the law that the profile began with: With, Without, Working, Changed
// and what they serve keep it, whoever adds what.
func (c *Calendar) Verified() Span { return c.profile.Verified }

// Vouch returns nil where the profile has been held against its sources for every
// day of s. It does not answer for what an employer added, moved or took away
// afterwards, which rests on the documents cited, nor for rules whose source leaves a
// doubt within those days: ask Doubts too. Where Vouch returns nil, Doubts lists
// nothing and the profile is as its norm has it, what c says is law as far as it can
// be known today. It returns ErrUnverified where some of the days lie outside: what c
// says there is arithmetic, a guess that the law was or stays the same. It returns
// another error when s is not valid.
func (c *Calendar) Vouch(s Span) error {
	if err := s.Validate(); err != nil {
		return err
	}
	v := c.profile.Verified
	switch {
	case v.Covers(s):
		return nil
	case !v.Valid():
		return because(ErrUnverified, ": the profile "+norm.Quote(c.profile.Key)+" does not say for which days it was held against its sources")
	default:
		return because(ErrUnverified, " for "+s.String()+": the profile "+norm.Quote(c.profile.Key)+" was held against its sources for "+v.String())
	}
}

// Doubts returns the days off and half days of s whose source leaves a doubt
// (projected, disputed, from memory) and which the week works: each may turn out to
// be an ordinary day, and an answer about s with it. A rule whose Basis has no status
// leaves a doubt: most that an employer writes. A day off that another rule makes
// certain is not listed.
func (c *Calendar) Doubts(s Span) []Occurrence {
	if !s.Valid() {
		return nil
	}
	var list []Occurrence
	off := c.Holidays(s)
	for i, o := range off {
		certain := o.Status == norm.Sourced || !c.profile.Week.Works(o.Date.Weekday())
		for j := i - 1; j >= 0 && off[j].Date == o.Date; j-- {
			certain = certain || off[j].Status == norm.Sourced
		}
		for j := i + 1; j < len(off) && off[j].Date == o.Date; j++ {
			certain = certain || off[j].Status == norm.Sourced
		}
		if !certain {
			list = append(list, o)
		}
	}
	if c.hasHalfDays() {
		for part := range s.parts() {
			for _, o := range c.occurrences(c.collect(nil, part, halfDays)) {
				if o.Status != norm.Sourced && c.IsHalfDay(o.Date) {
					list = append(list, o)
				}
			}
		}
	}
	return list
}
