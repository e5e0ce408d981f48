package mx

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Mandate is one term of office (mandato), both ends included: of a municipal
// government (administración municipal), or of the President.
type Mandate struct {
	// Key identifies the mandate: "2024-2027".
	Key  string        `json:"key,omitzero"`
	Name norm.Label    `json:"name,omitzero"`
	Span calendar.Span `json:"span,omitzero"`
	// Status is how certain the dates are.
	Status norm.Status `json:"status,omitzero"`
	// Federal is set for the President's.
	Federal bool `json:"federal,omitzero"`
	// Jurisdiction is where it applies.
	Jurisdiction string `json:"jurisdiction,omitzero"`
	// Basis is the law; its status is that of the citation.
	Basis norm.Basis `json:"basis,omitzero"`
}

// Mandates returns the mandates of Jalisco's municipal governments from 2010 to 2030 by
// date: three years from 1 October, except for the first, which led from those that
// began on 1 January to these. Those before 2024 are from memory, that of 2027 is
// projected.
func Mandates() []Mandate {
	return slices.DeleteFunc(slices.Clone(mexico().Mandates), func(m Mandate) bool { return m.Federal })
}

// FederalMandates returns the mandates of the President of the Republic from 1970 to
// 2036 by date: six years from 1 December, and since 2024 from 1 October, the days of
// LFT art. 74 fr. VII. That of 2030 is projected.
func FederalMandates() []Mandate {
	return slices.DeleteFunc(slices.Clone(mexico().Mandates), func(m Mandate) bool { return !m.Federal })
}

// MandateOn returns the mandate of Mandates that d falls in; ok is false for a day
// before 2010 or after September 2030.
func MandateOn(d calendar.Date) (m Mandate, ok bool) {
	for _, m := range mexico().Mandates {
		if !m.Federal && m.Span.Contains(d) {
			return m, true
		}
	}
	return Mandate{}, false
}
