package mx

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// LFT returns the rest days of the Ley Federal del Trabajo, art. 74, in every
// version since the law came into force on 1970-05-01, and the week of public
// offices and most employers, Monday to Friday. The law itself allows six days
// (art. 69): Working(calendar.MondayToSaturday).
//
// Election days (fr. IX) are those of ordinary federal elections since the
// fraction was added in 1987; a state's own are not here. They are projected
// after 2024 and end with 2075, as does what the profile says it was verified
// for.
func LFT() calendar.Profile {
	return calendar.Profile{
		Key:          "lft",
		Name:         norm.Label{ES: "Ley Federal del Trabajo, artículo 74", EN: "Federal labour law, article 74"},
		Jurisdiction: "MX",
		Holidays:     append(append(make([]calendar.Holiday, 0, len(lftDays)+1), lftDays[:]...), electionDay()),
		Week:         calendar.MondayToFriday,
		Verified:     calendar.Span{Start: calendar.FromOrdinal(719283), End: calendar.FromOrdinal(757878)}, // 1970-05-01 2075-12-31
	}
}

// electionDay returns LFT art. 74 fr. IX over the ordinary federal elections.
func electionDay() calendar.Holiday {
	days := make(calendar.Listed, 0, len(elections))
	for i := range elections {
		if e := &elections[i]; e.Kind.Ordinary() {
			days = append(days, calendar.Listing{Date: e.Date, Status: e.Status})
		}
	}
	return calendar.Holiday{
		Key:          "election",
		Name:         norm.Label{ES: "Jornada electoral federal ordinaria", EN: "Ordinary federal election day"},
		Rule:         days,
		Valid:        calendar.Span{Start: calendar.FromOrdinal(725728)}, // 1987-12-23
		Kind:         calendar.Electoral,
		Jurisdiction: "MX",
		Basis:        lft74("IX", "1987-12-22", "Sólo elecciones ordinarias; se supone en vigor al día siguiente de su publicación."),
	}
}

func lft74(fraction, published, note string) norm.Basis {
	return norm.Basis{Law: "LFT", Article: "74", Fraction: fraction, Published: published, Status: norm.Sourced, Checked: checked, Note: note}
}

// lftDays are fractions I to VIII in the order of the year.
var lftDays = [...]calendar.Holiday{
	{
		Key:   "new-year",
		Name:  norm.Label{ES: "Año Nuevo", EN: "New Year's Day"},
		Rule:  calendar.Fixed{Month: 1, Day: 1},
		Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
		Kind:  calendar.Mandatory, Jurisdiction: "MX",
		Basis: lft74("I", "1970-04-01", "Fecha de publicación de la ley, de memoria."),
	},
	{
		Key:   "constitution",
		Name:  norm.Label{ES: "Día de la Constitución", EN: "Constitution Day"},
		Rule:  calendar.Fixed{Month: 2, Day: 5},
		Valid: calendar.Span{Start: calendar.FromOrdinal(719283), End: calendar.FromOrdinal(732328)}, // 1970-05-01 2006-01-17
		Kind:  calendar.Mandatory, Jurisdiction: "MX",
		Basis: lft74("II", "1970-04-01", "El 5 de febrero por última vez en 2005. Fecha de publicación de la ley, de memoria."),
	},
	{
		Key:   "constitution",
		Name:  norm.Label{ES: "Día de la Constitución", EN: "Constitution Day"},
		Rule:  calendar.NthWeekday{Month: 2, N: 1, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732329)}, // 2006-01-18
		Kind:  calendar.Mandatory, Jurisdiction: "MX",
		Basis: lft74("II", "2006-01-17", "Primer lunes de febrero, en conmemoración del día 5; por primera vez el 6 de febrero de 2006."),
	},
	{
		Key:   "juarez",
		Name:  norm.Label{ES: "Natalicio de Benito Juárez", EN: "Birthday of Benito Juárez"},
		Rule:  calendar.Fixed{Month: 3, Day: 21},
		Valid: calendar.Span{Start: calendar.FromOrdinal(719283), End: calendar.FromOrdinal(732676)}, // 1970-05-01 2006-12-31
		Kind:  calendar.Mandatory, Jurisdiction: "MX",
		Basis: lft74("III", "1970-04-01", "En 2006 siguió el día 21: segundo transitorio del decreto publicado el 17 de enero de 2006. Fecha de publicación de la ley, de memoria."),
	},
	{
		Key:   "juarez",
		Name:  norm.Label{ES: "Natalicio de Benito Juárez", EN: "Birthday of Benito Juárez"},
		Rule:  calendar.NthWeekday{Month: 3, N: 3, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732677)}, // 2007-01-01
		Kind:  calendar.Mandatory, Jurisdiction: "MX",
		Basis: lft74("III", "2006-01-17", "Tercer lunes de marzo, en conmemoración del día 21, desde 2007: segundo transitorio."),
	},
	{
		Key:   "labour",
		Name:  norm.Label{ES: "Día del Trabajo", EN: "Labour Day"},
		Rule:  calendar.Fixed{Month: 5, Day: 1},
		Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
		Kind:  calendar.Mandatory, Jurisdiction: "MX",
		Basis: lft74("IV", "1970-04-01", "Fecha de publicación de la ley, de memoria."),
	},
	{
		Key:   "independence",
		Name:  norm.Label{ES: "Día de la Independencia", EN: "Independence Day"},
		Rule:  calendar.Fixed{Month: 9, Day: 16},
		Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
		Kind:  calendar.Mandatory, Jurisdiction: "MX",
		Basis: lft74("V", "1970-04-01", "Fecha de publicación de la ley, de memoria."),
	},
	{
		Key:   "transmission",
		Name:  norm.Label{ES: "Transmisión del Poder Ejecutivo Federal", EN: "Presidential inauguration"},
		Rule:  calendar.Every{Years: 6, First: 2024, Rule: calendar.Fixed{Month: 10, Day: 1}},
		Valid: calendar.Span{Start: calendar.FromOrdinal(739160)}, // 2024-10-01
		Kind:  calendar.Mandatory, Jurisdiction: "MX",
		Basis: lft74("VII", "2024-09-30", "Cada seis años; el decreto entró en vigor el mismo día en que se aplicó por primera vez."),
	},
	{
		Key:   "revolution",
		Name:  norm.Label{ES: "Día de la Revolución", EN: "Revolution Day"},
		Rule:  calendar.Fixed{Month: 11, Day: 20},
		Valid: calendar.Span{Start: calendar.FromOrdinal(719283), End: calendar.FromOrdinal(732328)}, // 1970-05-01 2006-01-17
		Kind:  calendar.Mandatory, Jurisdiction: "MX",
		Basis: lft74("VI", "1970-04-01", "El 20 de noviembre por última vez en 2005. Fecha de publicación de la ley, de memoria."),
	},
	{
		Key:   "revolution",
		Name:  norm.Label{ES: "Día de la Revolución", EN: "Revolution Day"},
		Rule:  calendar.NthWeekday{Month: 11, N: 3, Weekday: calendar.Monday},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732329)}, // 2006-01-18
		Kind:  calendar.Mandatory, Jurisdiction: "MX",
		Basis: lft74("VI", "2006-01-17", "Tercer lunes de noviembre, en conmemoración del día 20."),
	},
	{
		Key:   "transmission",
		Name:  norm.Label{ES: "Transmisión del Poder Ejecutivo Federal", EN: "Presidential inauguration"},
		Rule:  calendar.Every{Years: 6, First: 1970, Rule: calendar.Fixed{Month: 12, Day: 1}},
		Valid: calendar.Span{Start: calendar.FromOrdinal(719283), End: calendar.FromOrdinal(739159)}, // 1970-05-01 2024-09-30
		Kind:  calendar.Mandatory, Jurisdiction: "MX",
		Basis: lft74("VII", "1970-04-01", "Cada seis años, de 1970 a 2018. Fecha de publicación de la ley, de memoria."),
	},
	{
		Key:   "christmas",
		Name:  norm.Label{ES: "Navidad", EN: "Christmas Day"},
		Rule:  calendar.Fixed{Month: 12, Day: 25},
		Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
		Kind:  calendar.Mandatory, Jurisdiction: "MX",
		Basis: lft74("VIII", "1970-04-01", "Fecha de publicación de la ley, de memoria."),
	},
}
