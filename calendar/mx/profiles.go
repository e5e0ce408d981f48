package mx

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Checked returns the day on which the facts of this package were last checked
// against their sources.
func Checked() calendar.Date { return calendar.MustDate(2026, 11, 22) }

// Profiles returns every profile of the tables: the general law, LFT, first, and the
// others by key.
func Profiles() []calendar.Profile {
	list := slices.Clone(mexico().Profiles)
	for i := range list {
		list[i].Holidays = slices.Clone(list[i].Holidays)
	}
	slices.SortFunc(list, func(a, b calendar.Profile) int {
		switch "lft" {
		case a.Key:
			return -1
		case b.Key:
			return 1
		}
		return strings.Compare(a.Key, b.Key)
	})
	return list
}

// ProfileByKey returns the profile with that key: "lft", "jalisco".
func ProfileByKey(key string) (p calendar.Profile, ok bool) {
	for _, p := range mexico().Profiles {
		if p.Key == key {
			p.Holidays = slices.Clone(p.Holidays)
			return p, true
		}
	}
	return calendar.Profile{}, false
}

// profile returns a profile of the embedded tables.
func profile(key string) calendar.Profile {
	p, _ := ProfileByKey(key)
	return p
}

// LFT returns the rest days of the Ley Federal del Trabajo, art. 74, in every
// version since the law came into force on 1970-05-01, and the week of public
// offices and most employers, Monday to Friday. The law itself allows six days
// (art. 69): Working(calendar.MondayToSaturday).
//
// Election days (fr. IX) are those of ordinary federal elections since the
// fraction was added in 1987; a state's own are not included. They are projected
// after 2024 and end with 2075, as does the span that the profile was verified for.
func LFT() calendar.Profile { return profile("lft") }

// Jalisco returns the rest days of the public servants of Jalisco, of the state
// and of its municipalities: art. 38 of the Ley para los Servidores Públicos del
// Estado de Jalisco y sus Municipios, as reformed in 2006 and 2023, from
// Monday to Friday. Earlier text is unread, so that the profile is verified from 2007.
//
// The article as quoted has neither the day of the presidential inauguration nor
// election days; JaliscoWithFederalDays adds them. The second Monday of June is
// marked Disputed from 2026. Many town halls move 28 September by an act of their
// own: see package office.
func Jalisco() calendar.Profile { return profile("jalisco") }

// JaliscoWithFederalDays returns Jalisco with the two days off that the federal labour
// law has and art. 38 as quoted does not: the presidential inauguration (LFT art. 74 fr.
// VII) and ordinary federal election days (fr. IX; LGIPE art. 22 makes them non-working
// nation-wide). The personnel department of an office decides whether it takes them.
func JaliscoWithFederalDays() calendar.Profile { return profile("jalisco-federal") }

// APF returns the rest days of federal public servants (Administración Pública Federal,
// apartado B): the Calendario Oficial of 1993 in its three texts, of 1993, 2006 and 2024,
// the two days of a decree of September 2010, and the ordinary federal elections of art.
// 29 of their law (LFTSE), from Monday to Friday.
//
// It differs from LFT by 5 May, and by having no day but elections before
// 1993-10-06: what preceded the Calendario Oficial is unread, and the profile
// is verified from that day. The list of 1993 is FromMemory, and so is 21 March of
// 2006, kept by analogy with the second transitory article of LFT. Elections are
// projected after 2024 and end with 2075.
func APF() calendar.Profile { return profile("apf") }

// Bancos returns the days on which banks, and the other bodies that the Comisión
// Nacional Bancaria y de Valores (CNBV) supervises, close their doors, from 2006:
// the list that the CNBV publishes each December for the next year (LIC art.
// 95), from Monday to Friday.
//
// The profile is verified to the end of 2026, the last year that a list was
// published for. The same pattern is Projected from 2027, and so is 1 October of
// 2030 and of every sixth year after it. 21 March of 2006 is Disputed: it is there
// by analogy with LFT, and a peer has the Monday instead. Banks have no election
// days: elections fall on Sundays. The CNBV's own administrative days are another
// list and not included.
func Bancos() calendar.Profile { return profile("bancos") }

// CustomHolidays returns the days on which offices commonly close by an agreement of
// their own though no law of this package makes them days off: Holy Thursday and
// Good Friday. No profile has them but that of banks, whose list names them. An office
// that closes adds them: mx.Jalisco().With(mx.CustomHolidays()...).
func CustomHolidays() []calendar.Holiday { return slices.Clone(mexico().customs) }
