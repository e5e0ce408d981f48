package mx

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Bancos returns the days on which banks, and the other bodies that the Comisión
// Nacional Bancaria y de Valores (CNBV) supervises, close their doors, from 2006:
// the list that the CNBV publishes each December for the year to come (LIC art.
// 95), from Monday to Friday.
//
// The profile is verified to the end of 2026, the last year that a list was
// published for. The same pattern is Projected from 2027, and so is 1 October of
// 2030 and of every sixth year after it. 21 March of 2006 is Disputed: it stands
// by analogy with LFT, and a peer has the Monday instead. Banks have no election
// days: elections fall on Sundays. The CNBV's own administrative days are another
// list and not here.
func Bancos() calendar.Profile {
	days := make([]calendar.Holiday, 0, len(bankPattern)*2+len(bankDays))
	for i := range bankPattern {
		p := &bankPattern[i]
		h := calendar.Holiday{
			Key: p.key, Name: p.name, Rule: p.rule, Kind: calendar.Bank, Jurisdiction: bankBodies,
			Valid: calendar.Span{Start: calendar.FromOrdinal(732312), End: calendar.FromOrdinal(739981)}, // 2006-01-01 2026-12-31
			Basis: cnbv(norm.Sourced, bankRead),
		}
		if p.key == "juarez" {
			h.Valid.Start = calendar.FromOrdinal(732677) // 2007-01-01
		}
		days = append(days, h)
		h.Valid = calendar.Span{Start: calendar.FromOrdinal(739982)} // 2027-01-01
		h.Basis = cnbv(norm.Projected, bankProjected)
		days = append(days, h)
	}
	return calendar.Profile{
		Key:          "bancos",
		Name:         norm.Label{ES: "Instituciones bancarias, disposiciones de la CNBV", EN: "Banks, provisions of the CNBV"},
		Jurisdiction: "MX",
		Holidays:     append(days, bankDays[:]...),
		Week:         calendar.MondayToFriday,
		Verified:     calendar.Span{Start: calendar.FromOrdinal(732312), End: calendar.FromOrdinal(739981)}, // 2006-01-01 2026-12-31
	}
}

// bankBodies is for whom the list of the CNBV holds.
const bankBodies = "MX, entidades supervisadas por la CNBV"

// cnbv cites the article that the CNBV publishes its lists by, and the law's
// publication: that of each list is another December's.
func cnbv(status norm.Status, note string) norm.Basis {
	return norm.Basis{Law: "Disposiciones CNBV, LIC", Article: "95", Fraction: norm.NoFraction, Published: "1990-07-18", Status: status, Checked: checked, Note: note}
}

const (
	bankRead      = "Lista que la CNBV publica en el DOF cada diciembre; leídas las de 2016, 2019 (DOF 2018-12-11), 2025 y 2026; los demás años, por el mismo patrón y el archivo de la bolsa. La fecha de publicación es la de la ley."
	bankProjected = "Proyección del patrón: la CNBV aún no publica la lista de este año. La fecha de publicación es la de la ley."
)

// bankPattern are the days that every list has, in the order of the year.
var bankPattern = [...]struct {
	key  string
	name norm.Label
	rule calendar.Rule
}{
	{"new-year", norm.Label{ES: "Año Nuevo", EN: "New Year's Day"}, calendar.Fixed{Month: 1, Day: 1}},
	{"constitution", norm.Label{ES: "En conmemoración del 5 de febrero", EN: "Constitution Day (5 February)"}, calendar.NthWeekday{Month: 2, N: 1, Weekday: calendar.Monday}},
	{"juarez", norm.Label{ES: "En conmemoración del 21 de marzo", EN: "Birthday of Benito Juárez (21 March)"}, calendar.NthWeekday{Month: 3, N: 3, Weekday: calendar.Monday}},
	{"holy-thursday", norm.Label{ES: "Jueves Santo", EN: "Holy Thursday"}, calendar.FromEaster{Days: -3}},
	{"good-friday", norm.Label{ES: "Viernes Santo", EN: "Good Friday"}, calendar.FromEaster{Days: -2}},
	{"labour", norm.Label{ES: "Día del Trabajo", EN: "Labour Day"}, calendar.Fixed{Month: 5, Day: 1}},
	{"independence", norm.Label{ES: "Independencia", EN: "Independence Day"}, calendar.Fixed{Month: 9, Day: 16}},
	{"dead", norm.Label{ES: "Día de Muertos", EN: "Day of the Dead"}, calendar.Fixed{Month: 11, Day: 2}},
	{"revolution", norm.Label{ES: "En conmemoración del 20 de noviembre", EN: "Revolution Day (20 November)"}, calendar.NthWeekday{Month: 11, N: 3, Weekday: calendar.Monday}},
	{"bank-employee", norm.Label{ES: "Día del Empleado Bancario", EN: "Bank Employees' Day"}, calendar.Fixed{Month: 12, Day: 12}},
	{"christmas", norm.Label{ES: "Navidad", EN: "Christmas Day"}, calendar.Fixed{Month: 12, Day: 25}},
}

// bankDays are those outside the pattern.
var bankDays = [...]calendar.Holiday{
	{
		Key:   "juarez",
		Name:  norm.Label{ES: "21 de marzo", EN: "Birthday of Benito Juárez (21 March)"},
		Rule:  calendar.Fixed{Month: 3, Day: 21},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732312), End: calendar.FromOrdinal(732676)}, // 2006-01-01 2006-12-31
		Kind:  calendar.Bank, Jurisdiction: bankBodies,
		Basis: cnbv(norm.Disputed, "El martes 21 de marzo de 2006 por analogía con la LFT; otra fuente da el lunes 20. La lista de ese año no se ha leído."),
	},
	{
		Key:   "transmission",
		Name:  norm.Label{ES: "Transmisión del Poder Ejecutivo Federal", EN: "Presidential inauguration"},
		Rule:  calendar.Every{Years: 6, First: 2006, Rule: calendar.Fixed{Month: 12, Day: 1}},
		Valid: calendar.Span{Start: calendar.FromOrdinal(732312), End: calendar.FromOrdinal(738885)}, // 2006-01-01 2023-12-31
		Kind:  calendar.Bank, Jurisdiction: bankBodies,
		Basis: cnbv(norm.Sourced, "1 de diciembre de 2006, 2012 y 2018. La fecha de publicación es la de la ley."),
	},
	{
		Key:   "transmission",
		Name:  norm.Label{ES: "Transmisión del Poder Ejecutivo Federal", EN: "Presidential inauguration"},
		Rule:  calendar.Every{Years: 6, First: 2024, Rule: calendar.Fixed{Month: 10, Day: 1}},
		Valid: calendar.Span{Start: calendar.FromOrdinal(738886), End: calendar.FromOrdinal(739251)}, // 2024-01-01 2024-12-31
		Kind:  calendar.Bank, Jurisdiction: bankBodies,
		Basis: cnbv(norm.Sourced, "1 de octubre de 2024, en la lista de ese año. La fecha de publicación es la de la ley."),
	},
	{
		Key:   "transmission",
		Name:  norm.Label{ES: "Transmisión del Poder Ejecutivo Federal", EN: "Presidential inauguration"},
		Rule:  calendar.Every{Years: 6, First: 2024, Rule: calendar.Fixed{Month: 10, Day: 1}},
		Valid: calendar.Span{Start: calendar.FromOrdinal(739252)}, // 2025-01-01
		Kind:  calendar.Bank, Jurisdiction: bankBodies,
		Basis: cnbv(norm.Projected, "1 de octubre de 2030 y cada seis años: lo decidirá la lista de cada año. La fecha de publicación es la de la ley."),
	},
	{
		Key:   "independence-bridge",
		Name:  norm.Label{ES: "Bicentenario (puente)", EN: "Bicentenary of Independence (bridge)"},
		Rule:  calendar.Listed{{Date: calendar.FromOrdinal(734032)}},                                 // 2010-09-17
		Valid: calendar.Span{Start: calendar.FromOrdinal(733773), End: calendar.FromOrdinal(734137)}, // 2010-01-01 2010-12-31
		Kind:  calendar.Bank, Jurisdiction: bankBodies,
		Basis: cnbv(norm.Sourced, "Día único; leído en la prensa de 2010 y en el archivo de la bolsa. La fecha de publicación es la de la ley."),
	},
}
