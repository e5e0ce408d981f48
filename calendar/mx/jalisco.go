package mx

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Jalisco returns the rest days of the public servants of Jalisco, of the state
// and of its municipalities: art. 38 of the Ley para los Servidores Públicos del
// Estado de Jalisco y sus Municipios, as reformed in 2006 and 2023, from
// Monday to Friday. Earlier text is unread: before 2007 nobody vouches.
//
// The article as quoted has neither the day of the presidential inauguration nor
// election days; JaliscoWithFederalDays adds them. The second Monday of June is
// marked Disputed from 2026. Many town halls move 28 September by an act of their
// own: calendar.Profile.Moved.
func Jalisco() calendar.Profile {
	return calendar.Profile{
		Key:          "jalisco",
		Name:         norm.Label{ES: "Servidores públicos de Jalisco y sus municipios, artículo 38", EN: "Public servants of Jalisco and its municipalities, article 38"},
		Jurisdiction: "MX-JAL",
		Holidays:     append([]calendar.Holiday(nil), jaliscoDays[:]...),
		Week:         calendar.MondayToFriday,
		Verified:     calendar.Span{Start: calendar.FromOrdinal(732677), End: calendar.FromOrdinal(757878)}, // 2007-01-01 2075-12-31
	}
}

// JaliscoWithFederalDays returns Jalisco with the two days off that the federal
// labour law has and art. 38 as quoted has not: the presidential inauguration
// (LFT art. 74 fr. VII) and ordinary federal election days (fr. IX; LGIPE art. 22
// makes them non-working nation-wide). Whether an office rests on them is for its
// personnel department to say.
func JaliscoWithFederalDays() calendar.Profile {
	p := Jalisco()
	p.Key = "jalisco-federal"
	p.Name = norm.Label{
		ES: "Servidores públicos de Jalisco, con transmisión del Poder Ejecutivo y jornadas electorales",
		EN: "Public servants of Jalisco, with inaugurations and election days",
	}
	for i := range lftDays {
		if lftDays[i].Key == "transmission" {
			p.Holidays = append(p.Holidays, lftDays[i])
		}
	}
	p.Holidays = append(p.Holidays, electionDay())
	return p
}

// jaliscoLaw is how the Ley para los Servidores Públicos del Estado de Jalisco y
// sus Municipios is cited here.
const jaliscoLaw = "Ley de Servidores Públicos de Jalisco"

const jaliscoNote = "Decreto 21593/LVII/06; lista citada por avisos municipales de 2022. Si el artículo termina con una cláusula residual no se ha leído."

func jalisco38(note string) norm.Basis {
	return norm.Basis{Law: jaliscoLaw, Article: "38", Fraction: norm.NoFraction, Published: "2006-12-02", Status: norm.Sourced, Checked: checked, Note: note}
}

func jaliscoJune(status norm.Status, published, note string) norm.Basis {
	return norm.Basis{Law: jaliscoLaw, Article: "38", Fraction: norm.NoFraction, Published: published, Status: status, Checked: checked, Note: note}
}

// jaliscoDays are the days of art. 38 in the order of the year.
var jaliscoDays = [...]calendar.Holiday{
	{
		Key:   "new-year",
		Name:  norm.Label{ES: "Año Nuevo", EN: "New Year's Day"},
		Rule:  calendar.Fixed{Month: 1, Day: 1},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732648)}, // 2006-12-03
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jalisco38(jaliscoNote),
	},
	{
		Key:   "constitution",
		Name:  norm.Label{ES: "En conmemoración del 5 de febrero", EN: "Constitution Day (5 February)"},
		Rule:  calendar.NthWeekday{Month: 2, N: 1, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732648)}, // 2006-12-03
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jalisco38(jaliscoNote),
	},
	{
		Key:   "juarez",
		Name:  norm.Label{ES: "En conmemoración del 21 de marzo", EN: "Birthday of Benito Juárez (21 March)"},
		Rule:  calendar.NthWeekday{Month: 3, N: 3, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732648)}, // 2006-12-03
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jalisco38(jaliscoNote),
	},
	{
		Key:   "labour",
		Name:  norm.Label{ES: "Día del Trabajo", EN: "Labour Day"},
		Rule:  calendar.Fixed{Month: 5, Day: 1},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732648)}, // 2006-12-03
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jalisco38(jaliscoNote),
	},
	{
		Key:   "puebla",
		Name:  norm.Label{ES: "5 de mayo", EN: "Battle of Puebla (5 May)"},
		Rule:  calendar.Fixed{Month: 5, Day: 5},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732648)}, // 2006-12-03
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jalisco38(jaliscoNote),
	},
	{
		Key:   "jalisco",
		Name:  norm.Label{ES: "Día Estatal del Nacimiento del Estado Libre y Soberano de Jalisco (Bicentenario)", EN: "Birth of the Free and Sovereign State of Jalisco (bicentenary)"},
		Rule:  calendar.Listed{{Date: calendar.FromOrdinal(738687)}},                                 // 2023-06-16
		Valid: calendar.Span{Start: calendar.FromOrdinal(738672), End: calendar.FromOrdinal(738885)}, // 2023-06-01 2023-12-31
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jaliscoJune(norm.Sourced, "2023-06-09", "Día único por decreto; la fecha es la del anuncio oficial."),
	},
	{
		Key:   "jalisco",
		Name:  norm.Label{ES: "Día Estatal del Nacimiento del Estado Libre y Soberano de Jalisco", EN: "Birth of the Free and Sovereign State of Jalisco"},
		Rule:  calendar.NthWeekday{Month: 6, N: 2, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(738886), End: calendar.FromOrdinal(739616)}, // 2024-01-01 2025-12-31
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jaliscoJune(norm.Sourced, "2023-06-09", "Segundo lunes de junio, por el 16 de junio de 1823; observado el 10 de junio de 2024 y el 9 de junio de 2025; véanse también la Ley de Justicia Administrativa, art. 20, y la Ley del Procedimiento Administrativo, art. 77. La fecha es la del anuncio oficial, la del periódico oficial no se ha leído."),
	},
	{
		Key:   "jalisco",
		Name:  norm.Label{ES: "Día Estatal del Nacimiento del Estado Libre y Soberano de Jalisco", EN: "Birth of the Free and Sovereign State of Jalisco"},
		Rule:  calendar.NthWeekday{Month: 6, N: 2, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(739617)}, // 2026-01-01
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jaliscoJune(norm.Disputed, "2023-06-09", "El 9 de junio de 2025 el gobernador anunció una iniciativa para conservar la fecha sin descanso; no se conoce el resultado. Confirme con la oficina de personal. La fecha de publicación es la del anuncio oficial de 2023."),
	},
	{
		Key:   "independence",
		Name:  norm.Label{ES: "16 de septiembre", EN: "Independence Day (16 September)"},
		Rule:  calendar.Fixed{Month: 9, Day: 16},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732648)}, // 2006-12-03
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jalisco38(jaliscoNote),
	},
	{
		Key:   "public-servant",
		Name:  norm.Label{ES: "28 de septiembre (día del servidor público)", EN: "Public Servants' Day (28 September)"},
		Rule:  calendar.Fixed{Month: 9, Day: 28},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732648)}, // 2006-12-03
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jalisco38(jaliscoNote),
	},
	{
		Key:   "october-12",
		Name:  norm.Label{ES: "12 de octubre", EN: "12 October"},
		Rule:  calendar.Fixed{Month: 10, Day: 12},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732648)}, // 2006-12-03
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jalisco38(jaliscoNote),
	},
	{
		Key:   "dead",
		Name:  norm.Label{ES: "2 de noviembre", EN: "Day of the Dead (2 November)"},
		Rule:  calendar.Fixed{Month: 11, Day: 2},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732648)}, // 2006-12-03
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jalisco38(jaliscoNote),
	},
	{
		Key:   "revolution",
		Name:  norm.Label{ES: "En conmemoración del 20 de noviembre", EN: "Revolution Day (20 November)"},
		Rule:  calendar.NthWeekday{Month: 11, N: 3, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732648)}, // 2006-12-03
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jalisco38(jaliscoNote),
	},
	{
		Key:   "christmas",
		Name:  norm.Label{ES: "Navidad", EN: "Christmas Day"},
		Rule:  calendar.Fixed{Month: 12, Day: 25},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732648)}, // 2006-12-03
		Kind:  calendar.PublicServant, Jurisdiction: "MX-JAL",
		Basis: jalisco38(jaliscoNote),
	},
}
