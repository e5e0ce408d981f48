package mx

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// APF returns the rest days of federal public servants (Administración Pública
// Federal, apartado B): the Calendario Oficial of 1993 in its three texts, of
// 1993, 2006 and 2024, the two days that a decree gave in September 2010, and the
// ordinary federal elections of art. 29 of their law (LFTSE), from Monday to
// Friday.
//
// It differs from LFT by 5 May, and by having no day but elections before
// 1993-10-06: what stood before the Calendario Oficial is unread, and the profile
// is verified from that day. The list of 1993 is FromMemory, and so is 21 March of
// 2006, kept by analogy with the second transitory article of LFT. Elections are
// projected after 2024 and end with 2075.
func APF() calendar.Profile {
	days := make([]calendar.Holiday, 0, len(apfFixed)*len(apfTexts)+len(apfDays)+1)
	for i := range apfFixed {
		f := &apfFixed[i]
		for j := range apfTexts {
			text := &apfTexts[j]
			days = append(days, calendar.Holiday{
				Key: f.key, Name: f.name, Rule: f.rule, Valid: text.valid,
				Kind: calendar.PublicServant, Jurisdiction: apfServants,
				Basis: officialCalendar(text.published, text.status, text.note),
			})
		}
	}
	days = append(days, apfDays[:]...)
	election := electionDay()
	election.Jurisdiction = apfServants
	election.Basis = norm.Basis{
		Law: "LFTSE", Article: "29", Fraction: norm.NoFraction, Published: "1987-12-22", Status: norm.Sourced, Checked: checked,
		Note: "Sólo elecciones ordinarias; se supone en vigor al día siguiente de su publicación.",
	}
	return calendar.Profile{
		Key:          "apf",
		Name:         norm.Label{ES: "Servidores públicos federales, Calendario Oficial", EN: "Federal public servants, official calendar"},
		Jurisdiction: "MX",
		Holidays:     append(days, election),
		Week:         calendar.MondayToFriday,
		Verified:     calendar.Span{Start: calendar.FromOrdinal(727842), End: calendar.FromOrdinal(757878)}, // 1993-10-06 2075-12-31
	}
}

// apfServants is for whom the Calendario Oficial holds.
const apfServants = "MX, servidores públicos federales"

func officialCalendar(published string, status norm.Status, note string) norm.Basis {
	return norm.Basis{Law: "Decreto del Calendario Oficial", Article: "Segundo", Fraction: norm.NoFraction, Published: published, Status: status, Checked: checked, Note: note}
}

const (
	apfNote1993 = "Lista inferida del decreto, cuyo texto de 1993 no se ha leído."
	apfNote2006 = "El texto completo de 2006 no se ha leído; sólo difiere del de 2024 en el día de la transmisión."
	apfNote2024 = "Texto reformado el 12 de julio de 2024, leído en la prensa que lo cita."
)

// apfTexts are the three texts of the decree, each with the days it was in force.
var apfTexts = [...]struct {
	valid     calendar.Span
	published string
	status    norm.Status
	note      string
}{
	{calendar.Span{Start: calendar.FromOrdinal(727842), End: calendar.FromOrdinal(732338)}, "1993-10-06", norm.FromMemory, apfNote1993}, // 1993-10-06 2006-01-27
	{calendar.Span{Start: calendar.FromOrdinal(732339), End: calendar.FromOrdinal(739079)}, "2006-01-27", norm.Sourced, apfNote2006},    // 2006-01-28 2024-07-12
	{calendar.Span{Start: calendar.FromOrdinal(739080)}, "2024-07-12", norm.Sourced, apfNote2024},                                       // 2024-07-13
}

// apfFixed are the days that all three texts have.
var apfFixed = [...]struct {
	key  string
	name norm.Label
	rule calendar.Fixed
}{
	{"new-year", norm.Label{ES: "Año Nuevo", EN: "New Year's Day"}, calendar.Fixed{Month: 1, Day: 1}},
	{"labour", norm.Label{ES: "Día del Trabajo", EN: "Labour Day"}, calendar.Fixed{Month: 5, Day: 1}},
	{"puebla", norm.Label{ES: "5 de mayo", EN: "Battle of Puebla (5 May)"}, calendar.Fixed{Month: 5, Day: 5}},
	{"independence", norm.Label{ES: "Independencia", EN: "Independence Day"}, calendar.Fixed{Month: 9, Day: 16}},
	{"christmas", norm.Label{ES: "Navidad", EN: "Christmas Day"}, calendar.Fixed{Month: 12, Day: 25}},
}

// apfDays are those that a reform changed, and the one decree of 2010.
var apfDays = [...]calendar.Holiday{
	{
		Key:   "constitution",
		Name:  norm.Label{ES: "5 de febrero", EN: "Constitution Day (5 February)"},
		Rule:  calendar.Fixed{Month: 2, Day: 5},
		Valid: calendar.Span{Start: calendar.FromOrdinal(727842), End: calendar.FromOrdinal(732338)}, // 1993-10-06 2006-01-27
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: officialCalendar("1993-10-06", norm.FromMemory, apfNote1993),
	},
	{
		Key:   "constitution",
		Name:  norm.Label{ES: "En conmemoración del 5 de febrero", EN: "Constitution Day (5 February)"},
		Rule:  calendar.NthWeekday{Month: 2, N: 1, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732339), End: calendar.FromOrdinal(739079)}, // 2006-01-28 2024-07-12
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: officialCalendar("2006-01-27", norm.Sourced, apfNote2006),
	},
	{
		Key:   "constitution",
		Name:  norm.Label{ES: "En conmemoración del 5 de febrero", EN: "Constitution Day (5 February)"},
		Rule:  calendar.NthWeekday{Month: 2, N: 1, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(739080)}, // 2024-07-13
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: officialCalendar("2024-07-12", norm.Sourced, apfNote2024),
	},
	{
		Key:   "juarez",
		Name:  norm.Label{ES: "21 de marzo", EN: "Birthday of Benito Juárez (21 March)"},
		Rule:  calendar.Fixed{Month: 3, Day: 21},
		Valid: calendar.Span{Start: calendar.FromOrdinal(727842), End: calendar.FromOrdinal(732338)}, // 1993-10-06 2006-01-27
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: officialCalendar("1993-10-06", norm.FromMemory, apfNote1993),
	},
	{
		Key:   "juarez",
		Name:  norm.Label{ES: "21 de marzo", EN: "Birthday of Benito Juárez (21 March)"},
		Rule:  calendar.Fixed{Month: 3, Day: 21},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732339), End: calendar.FromOrdinal(732676)}, // 2006-01-28 2006-12-31
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: officialCalendar("2006-01-27", norm.FromMemory, "Dudoso: que en 2006 siguiera el día 21 se supone por analogía con el segundo transitorio de la reforma a la LFT; no se ha leído en este decreto."),
	},
	{
		Key:   "juarez",
		Name:  norm.Label{ES: "En conmemoración del 21 de marzo", EN: "Birthday of Benito Juárez (21 March)"},
		Rule:  calendar.NthWeekday{Month: 3, N: 3, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732677), End: calendar.FromOrdinal(739079)}, // 2007-01-01 2024-07-12
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: officialCalendar("2006-01-27", norm.Sourced, apfNote2006),
	},
	{
		Key:   "juarez",
		Name:  norm.Label{ES: "En conmemoración del 21 de marzo", EN: "Birthday of Benito Juárez (21 March)"},
		Rule:  calendar.NthWeekday{Month: 3, N: 3, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(739080)}, // 2024-07-13
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: officialCalendar("2024-07-12", norm.Sourced, apfNote2024),
	},
	{
		Key:   "bicentenary",
		Name:  norm.Label{ES: "Bicentenario", EN: "Bicentenary of Independence"},
		Rule:  calendar.Listed{{Date: calendar.FromOrdinal(734030)}, {Date: calendar.FromOrdinal(734032)}}, // 2010-09-15 2010-09-17
		Valid: calendar.Span{Start: calendar.FromOrdinal(734025), End: calendar.FromOrdinal(734137)},       // 2010-09-10 2010-12-31
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: norm.Basis{
			Law: "Decreto DOF 10-09-2010", Article: "Único", Fraction: norm.NoFraction, Published: "2010-09-10", Status: norm.Sourced, Checked: checked,
			Note: "Días únicos, 15 y 17 de septiembre de 2010; leído en la prensa del día siguiente, el número del artículo se supone.",
		},
	},
	{
		Key:   "transmission",
		Name:  norm.Label{ES: "Transmisión del Poder Ejecutivo Federal", EN: "Presidential inauguration"},
		Rule:  calendar.Every{Years: 6, First: 2024, Rule: calendar.Fixed{Month: 10, Day: 1}},
		Valid: calendar.Span{Start: calendar.FromOrdinal(739080)}, // 2024-07-13
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: officialCalendar("2024-07-12", norm.Sourced, apfNote2024),
	},
	{
		Key:   "revolution",
		Name:  norm.Label{ES: "20 de noviembre", EN: "Revolution Day (20 November)"},
		Rule:  calendar.Fixed{Month: 11, Day: 20},
		Valid: calendar.Span{Start: calendar.FromOrdinal(727842), End: calendar.FromOrdinal(732338)}, // 1993-10-06 2006-01-27
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: officialCalendar("1993-10-06", norm.FromMemory, apfNote1993),
	},
	{
		Key:   "revolution",
		Name:  norm.Label{ES: "En conmemoración del 20 de noviembre", EN: "Revolution Day (20 November)"},
		Rule:  calendar.NthWeekday{Month: 11, N: 3, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732339), End: calendar.FromOrdinal(739079)}, // 2006-01-28 2024-07-12
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: officialCalendar("2006-01-27", norm.Sourced, apfNote2006),
	},
	{
		Key:   "revolution",
		Name:  norm.Label{ES: "En conmemoración del 20 de noviembre", EN: "Revolution Day (20 November)"},
		Rule:  calendar.NthWeekday{Month: 11, N: 3, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(739080)}, // 2024-07-13
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: officialCalendar("2024-07-12", norm.Sourced, apfNote2024),
	},
	{
		Key:   "transmission",
		Name:  norm.Label{ES: "Transmisión del Poder Ejecutivo Federal", EN: "Presidential inauguration"},
		Rule:  calendar.Every{Years: 6, First: 1994, Rule: calendar.Fixed{Month: 12, Day: 1}},
		Valid: calendar.Span{Start: calendar.FromOrdinal(727842), End: calendar.FromOrdinal(732338)}, // 1993-10-06 2006-01-27
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: officialCalendar("1993-10-06", norm.FromMemory, apfNote1993),
	},
	{
		Key:   "transmission",
		Name:  norm.Label{ES: "Transmisión del Poder Ejecutivo Federal", EN: "Presidential inauguration"},
		Rule:  calendar.Every{Years: 6, First: 1994, Rule: calendar.Fixed{Month: 12, Day: 1}},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732339), End: calendar.FromOrdinal(739079)}, // 2006-01-28 2024-07-12
		Kind:  calendar.PublicServant, Jurisdiction: apfServants,
		Basis: officialCalendar("2006-01-27", norm.Sourced, apfNote2006),
	},
}
