package mx

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Mandate is a term of office (mandato), both ends included: of a municipal government
// (administración municipal), or of the President.
type Mandate struct {
	// Key identifies the mandate: "2024-2027".
	Key  string        `json:"key,omitzero"`
	Name norm.Label    `json:"name,omitzero"`
	Span calendar.Span `json:"span,omitzero"`
	// Status is the certainty of the dates.
	Status norm.Status `json:"status,omitzero"`
	// Federal is true for the President.
	Federal bool `json:"federal,omitzero"`
	// Jurisdiction is the territory of the mandate.
	Jurisdiction string `json:"jurisdiction,omitzero"`
	// Basis is the law. Its status is that of the citation, not of the dates.
	Basis norm.Basis `json:"basis,omitzero"`
}

// Mandates returns the mandates of Jalisco's municipal governments from 2010 to 2030 by
// date: three years from 1 October, except the first, which began on 1 January as
// earlier ones did. Those before 2024 are FromMemory, that of 2027 is Projected.
func Mandates() []Mandate {
	return slices.DeleteFunc(slices.Clone(mexico().Mandates), func(m Mandate) bool { return m.Federal })
}

// FederalMandates returns the mandates of the President of the Republic from 1970 to
// 2036 by date: six years from 1 December and, since 2024, from 1 October, which are the
// days off of LFT art. 74 fr. VII. That of 2030 is Projected.
func FederalMandates() []Mandate {
	return slices.DeleteFunc(slices.Clone(mexico().Mandates), func(m Mandate) bool { return !m.Federal })
}

// MandateOn returns the municipal mandate that includes d. ok is false for a day before
// 2010 or after September 2030.
func MandateOn(d calendar.Date) (m Mandate, ok bool) {
	for _, m := range mexico().Mandates {
		if !m.Federal && m.Span.Contains(d) {
			return m, true
		}
	}
	return Mandate{}, false
}
