package mx

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Checked returns the day on which the facts of this package were last checked
// against their sources.
func Checked() calendar.Date { return calendar.MustDate(2026, 11, 22) }

// Profiles returns all profiles of the tables: first LFT, then the others by key.
func Profiles() []calendar.Profile {
	all := mexico().Profiles
	order := make([]*calendar.Profile, len(all))
	for i := range all {
		order[i] = &all[i]
	}
	slices.SortStableFunc(order, func(a, b *calendar.Profile) int {
		switch "lft" {
		case a.Key:
			return -1
		case b.Key:
			return 1
		}
		return strings.Compare(a.Key, b.Key)
	})
	list := make([]calendar.Profile, len(order))
	for i, p := range order {
		list[i] = clone(*p)
	}
	return list
}

// ProfileByKey returns the profile with that key: "lft", "jalisco".
func ProfileByKey(key string) (p calendar.Profile, ok bool) {
	for _, p := range mexico().Profiles {
		if p.Key == key {
			return clone(p), true
		}
	}
	return calendar.Profile{}, false
}

func clone(p calendar.Profile) calendar.Profile {
	p.Holidays, p.WeeklyRest = slices.Clone(p.Holidays), slices.Clone(p.WeeklyRest)
	return p
}

// profile returns a profile of the embedded tables.
func profile(key string) calendar.Profile {
	p, _ := ProfileByKey(key)
	return p
}

// LFT returns the days off of the Ley Federal del Trabajo, art. 74, in all versions
// since the law came into force on 1970-05-01, and the working week of public offices
// and most employers, Monday to Friday. The law allows six days (art. 69):
// Working(calendar.MondayToSaturday). The consolidated text of 2026-05-14 has the same
// nine fractions.
//
// Election days (fr. IX) are those of ordinary federal elections since the fraction was
// added in 1987 (LGIPE art. 22.2 makes them non-working nation-wide). Local elections,
// whose day is non-working in the state that votes (art. 25.2), are not included. They are projected after 2024 and end
// with 2075, as does the verified span.
func LFT() calendar.Profile { return profile("lft") }

// Jalisco returns the days off of the public servants of Jalisco, of the state and of
// its municipalities: art. 38 of the Ley para los Servidores Públicos del Estado de
// Jalisco y sus Municipios, as reformed in 2006 and 2023. The working week is Monday to
// Friday. The profile is verified from 2007, because earlier texts were not read.
//
// The quoted article does not include the presidential inauguration or election days;
// JaliscoWithFederalDays adds them. The second Monday of June is Disputed from 2026.
// Many town halls move 28 September by an act of their own: see package office.
func Jalisco() calendar.Profile { return profile("jalisco") }

// JaliscoWithFederalDays returns Jalisco with the two days off of the federal labour law
// that art. 38 does not include: the presidential inauguration (LFT art. 74 fr. VII) and
// ordinary federal election days (fr. IX; LGIPE art. 22.2 makes them non-working
// nation-wide). The personnel department of an office decides whether it takes them.
func JaliscoWithFederalDays() calendar.Profile { return profile("jalisco-federal") }

// APF returns the days off of federal public servants (Administración Pública Federal,
// apartado B): the Calendario Oficial in its texts of 1993, 2006 and 2024, the two days
// that a decree added in September 2010, and the ordinary federal elections of art. 29
// of their law (LFTSE). The working week is Monday to Friday.
//
// It differs from LFT by 5 May, and by having only elections before 1993-10-06: earlier
// texts were not read, and the profile is verified from that day. The list of 1993 is
// FromMemory, and so is 21 March of 2006, by analogy with the second transitory article
// of LFT. Elections are projected after 2024 and end with 2075.
func APF() calendar.Profile { return profile("apf") }

// Bancos returns the days on which banks, and the other bodies supervised by the
// Comisión Nacional Bancaria y de Valores (CNBV), are closed, from 2006: the list that
// the CNBV publishes each December for the next year (LIC art. 95). The working week is
// Monday to Friday.
//
// The days of 2016, 2019, 2025 and 2026, whose lists were read, are Sourced. Those of the
// other years to 2026 are FromMemory: they follow the pattern of the lists. 17 September
// of 2010 and 1 October of 2024, outside the pattern, were in the press and are Sourced.
//
// The profile is verified to the end of 2026, the last year with a published list. From
// 2027 the same days are Projected, and so is 1 October of 2030 and of every sixth year
// after it. 21 March of 2006 is Disputed: it is included by analogy with LFT, but another
// calendar library has the Monday instead. Banks have no election days, because
// elections fall on Sundays. The administrative days of the CNBV itself are not included.
func Bancos() calendar.Profile { return profile("bancos") }

// CustomHolidays returns the days on which offices commonly close by custom although no
// law in this package makes them days off: Holy Thursday and Good Friday. They are in no
// profile except that of banks. An office that closes adds them:
// mx.Jalisco().With(mx.CustomHolidays()...).
func CustomHolidays() []calendar.Holiday { return slices.Clone(mexico().customs) }
