package calendar

import (
	"errors"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// ErrUnverified is returned by Vouch for days for which the profile was not checked.
var ErrUnverified = errors.New("calendar: not verified")

// Verified returns the span for which the profile was checked against its sources, or
// the zero Span if it was not. The span may be narrower or wider than the window. It
// concerns the law only: With, Without, Working and package office do not change it.
func (c *Calendar) Verified() Span { return c.profile.Verified }

// Vouch returns nil if the profile was checked against its sources for every day of s.
// Otherwise it returns ErrUnverified: the results of c for the other days assume that
// the law is the same. The check does not include days that an employer added, moved
// or cancelled, whose source is the cited document, nor rules whose source is
// uncertain: see Doubts. Vouch returns another error if s is invalid.
func (c *Calendar) Vouch(s Span) error {
	if err := s.Validate(); err != nil {
		return err
	}
	v := c.profile.Verified
	switch {
	case v.Covers(s):
		return nil
	case !v.Valid():
		return withDetail(ErrUnverified, ": the profile "+norm.Quote(c.profile.Key)+" has no verified span")
	default:
		return withDetail(ErrUnverified, " for "+s.String()+": the profile "+norm.Quote(c.profile.Key)+" was checked for "+v.String())
	}
}

// Doubts returns the days off and half days of s, on weekdays of the working week,
// whose source is uncertain (projected, disputed, from memory, or without a status):
// each may turn out to be an ordinary day. It omits a day off that another rule makes
// certain.
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
			worked := c
			if !c.window.Covers(part) {
				worked = c.forWindow(part)
			}
			for _, o := range c.occurrences(c.collect(nil, part, effects(HalfDay))) {
				if o.Status != norm.Sourced && worked.IsHalfDay(o.Date) {
					list = append(list, o)
				}
			}
		}
	}
	return list
}
