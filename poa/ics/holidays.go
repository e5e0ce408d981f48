package ics

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// Holidays returns an event for each occurrence, in the order given: its title is the
// name of the day in a language ("es-MX", "en"), its description the citation, with the
// status if it is not sourced. Such days are tentative, and so are those outside the span
// for which the profile was verified. The UID is made of the date, the key of the holiday
// and the key of the profile. A holiday without a name has its key as title.
func Holidays(profile, language string, days []calendar.Occurrence) []Event {
	say := lang.New(language, &poa.Env{})
	list := make([]Event, len(days))
	for i, o := range days {
		h := o.Holiday
		basis := h.Basis
		basis.Status = o.Status
		e := Event{
			UID:         o.Date.String() + "." + h.Key + "@" + profile + ".calendar.rumbo-mx",
			Span:        calendar.Span{Start: o.Date, End: o.Date},
			Summary:     say.Name(h.Name),
			Description: say.Cite(basis),
			Categories:  []string{say.Enum(h.Kind)},
			Tentative:   o.Status == norm.Projected || o.Status == norm.Disputed || !o.Verified && h.Kind != calendar.Local && h.Kind != calendar.Employer,
		}
		if e.Summary == "" {
			e.Summary = h.Key
		}
		list[i] = e
	}
	return list
}
