package calendar

import (
	"errors"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// ErrUnverified is the error of Vouch for days that the profile was not verified
// for.
var ErrUnverified = errors.New("calendar: not verified")

// Verified returns the days for which the profile was checked against its sources. It may
// be narrower or wider than the window, and is zero for an unchecked profile. It covers
// the law only: a profile that With, Without, Working or package office derived keeps the
// span of the one that it was derived from.
func (c *Calendar) Verified() Span { return c.profile.Verified }

// Vouch returns nil if the profile was checked against its sources for every day of s. It
// does not cover the decisions of an employer, which cite their documents, nor rules that
// are not certain: see Doubts. It returns ErrUnverified if some of the days lie outside
// Verified: answers for them assume that the law was or stays the same. It returns
// another error if s is not valid.
func (c *Calendar) Vouch(s Span) error {
	if err := s.Validate(); err != nil {
		return err
	}
	v := c.profile.Verified
	switch {
	case v.Covers(s):
		return nil
	case !v.Valid():
		return because(ErrUnverified, ": the profile "+norm.Quote(c.profile.Key)+" does not say for which days it was checked")
	default:
		return because(ErrUnverified, " for "+s.String()+": the profile "+norm.Quote(c.profile.Key)+" was checked for "+v.String())
	}
}

// Doubts returns the days off and half days of s that the week works and whose rule is
// not certain (projected, disputed, from memory): each may turn out to be an ordinary
// day. A rule whose Basis has no status is not certain. A day off that another rule makes
// certain is not listed.
func (c *Calendar) Doubts(s Span) []Occurrence {
	if !s.Valid() {
		return nil
	}
	var list []Occurrence
	off := c.Holidays(s)
	for len(off) > 0 {
		sameDay, certain := 1, false
		for sameDay < len(off) && off[sameDay].Date == off[0].Date {
			sameDay++
		}
		for _, o := range off[:sameDay] {
			certain = certain || o.Status == norm.Sourced
		}
		if !certain && c.profile.Week.Works(off[0].Date.Weekday()) {
			list = append(list, off[:sameDay]...)
		}
		off = off[sameDay:]
	}
	if c.has[HalfDay] {
		for part := range s.parts() {
			for _, o := range c.occurrences(c.collect(nil, part, effects(HalfDay))) {
				if o.Status != norm.Sourced && c.IsHalfDay(o.Date) {
					list = append(list, o)
				}
			}
		}
	}
	return list
}
