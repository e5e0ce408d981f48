package mx

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// CivicDate is a commemoration (fecha cívica). It falls on its historic date and is not
// a day off. A day off for the same event is another rule, which may fall on another
// day: the ceremony for Juárez is on 21 March, the day off on a Monday.
type CivicDate struct {
	// Holiday is the commemoration as a rule of kind calendar.Civic, for
	// Profile.With. The status of its Basis is Sourced if the date was found in a
	// source, and FromMemory if not. Its validity starts with the law or the reform that
	// is cited or, for a custom, on 1970-05-01 or later. The start is not the year in
	// which the commemoration began.
	Holiday calendar.Holiday `json:"holiday,omitzero"`
	// Honours is true if federal, state and municipal offices must render honours to
	// the flag (honores a la Bandera).
	Honours bool `json:"honours,omitzero"`
	// HalfMast is true if the flag flies at half-mast (media asta). On the other dates of
	// the flag law, it flies at full mast.
	HalfMast bool `json:"halfMast,omitzero"`
	// Rest is the key of the day off for the same event in the profiles of this
	// package, such as "juarez", or "" if no profile has one.
	Rest string `json:"rest,omitzero"`
}

// CivicDates returns the commemorations by source: the 83 dates on which the flag is
// flown (Ley sobre el Escudo, la Bandera y el Himno Nacionales art. 18, reform of
// 2025-07-21), those of Jalisco, and customs. The Basis of the first two is Sourced.
func CivicDates() []CivicDate { return slices.Clone(mexico().Civic) }

// CivicHolidays returns the commemorations as holidays, so that Explain lists them for a
// profile: mx.Jalisco().With(mx.CivicHolidays()...). They are not days off.
func CivicHolidays() []calendar.Holiday {
	var list []calendar.Holiday
	for _, c := range mexico().Civic {
		list = append(list, c.Holiday)
	}
	return list
}

// CivicDay is a commemoration in a year.
type CivicDay struct {
	Date calendar.Date `json:"date,omitzero"`
	CivicDate
}

// CivicYear returns the commemorations that are in force in a year, by date. The status
// of their Basis is their certainty. It returns no dates for a year outside 1970 to 9999.
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
