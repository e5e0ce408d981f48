package ics

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// Holidays returns an event for each occurrence, in the given order. Its title is the
// name of the holiday in language ("es-MX", "en"), or its key if it has no name; its
// description is the citation, with its status unless it is sourced. A day is tentative
// if it is projected or disputed, or if it comes from the law and is outside the span for
// which the profile was verified. The UID consists of the date, the key of the holiday
// and the key of the profile.
func Holidays(profile, language string, days []calendar.Occurrence) []Event {
	p := lang.New(language, &poa.Env{})
	list := make([]Event, len(days))
	for i, o := range days {
		h := o.Holiday
		basis := h.Basis
		basis.Status = o.Status
		e := Event{
			UID:         o.Date.String() + "." + h.Key + "@" + profile + ".calendar.rumbo-mx",
			Span:        calendar.Span{Start: o.Date, End: o.Date},
			Summary:     p.Name(h.Name),
			Description: p.Cite(basis),
			Categories:  []string{p.Enum(h.Kind)},
			Tentative:   o.Status == norm.Projected || o.Status == norm.Disputed || !o.Verified && h.Kind != calendar.Local && h.Kind != calendar.Employer,
		}
		if e.Summary == "" {
			e.Summary = h.Key
		}
		list[i] = e
	}
	return list
}
