package mx

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// CivicDate is a commemoration (fecha cívica). It stays on its historic date, and it is
// worked: if it is also a day off, that is another rule, which may be on another day. The
// ceremony for Juárez is on 21 March, the rest on a Monday.
type CivicDate struct {
	// Holiday is the commemoration as a rule of kind calendar.Civic, usable in any
	// profile: Profile.With. Its Basis is Sourced if the date was seen in a source,
	// FromMemory otherwise. Its validity starts with the text that it is cited by, or,
	// for a custom, on 1970-05-01, the first day of this package, or later; it does not
	// state since when a custom is kept.
	Holiday calendar.Holiday `json:"holiday,omitzero"`
	// Honours is set if federal, state and municipal offices must render honours to the
	// flag (honores a la Bandera).
	Honours bool `json:"honours,omitzero"`
	// HalfMast is set if the flag flies at half-mast (media asta).
	HalfMast bool `json:"halfMast,omitzero"`
	// Rest is the key of the day off that commemorates the same event in the profiles of
	// this package that have it, as "juarez", or "" if none does.
	Rest string `json:"rest,omitzero"`
}

// CivicDates returns the commemorations in the order of the year. The Basis of each
// states whether it is confirmed.
func CivicDates() []CivicDate { return slices.Clone(mexico().Civic) }

// CivicHolidays returns the commemorations as holidays, to be added to a profile
// that is to explain them: mx.Jalisco().With(mx.CivicHolidays()...). They make no
// day one of rest.
func CivicHolidays() []calendar.Holiday {
	var list []calendar.Holiday
	for _, c := range mexico().Civic {
		list = append(list, c.Holiday)
	}
	return list
}

// CivicDay is a commemoration in one year.
type CivicDay struct {
	Date calendar.Date `json:"date,omitzero"`
	CivicDate
}

// CivicYear returns the commemorations of a year by date, with how sure we are of
// each in its Basis: fewer in the years before some law spoke of them, and none
// outside 1970 to 9999.
func CivicYear(year int) []CivicDay {
	var list []CivicDay
	for _, c := range mexico().Civic {
		days, err := calendar.DaysOf(c.Holiday.Rule, year)
		if err != nil {
			return nil
		}
		for _, d := range days {
			if c.Holiday.InForce(d) {
				list = append(list, CivicDay{d, c})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b CivicDay) int {
		if c := a.Date.Compare(b.Date); c != 0 {
			return c
		}
		return strings.Compare(a.Holiday.Key, b.Holiday.Key)
	})
	return list
}
