package mx

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// CustomHolidays returns the days on which offices commonly close by an agreement of
// their own though no law that is held here makes them days off: Holy Thursday and
// Good Friday. No profile has them, but for banks, whose list names them. An office
// that closes takes them in: mx.Jalisco().With(mx.CustomHolidays()...).
func CustomHolidays() []calendar.Holiday {
	return append([]calendar.Holiday(nil), customs[:]...)
}

func officeCustom() norm.Basis {
	return norm.Basis{
		Law: "Costumbre o acuerdo de cada oficina", Article: norm.NoFraction, Fraction: norm.NoFraction, Status: norm.FromMemory, Checked: checked,
		Note: "No es descanso de la LFT ni del artículo 38 de Jalisco; anote el acuerdo que lo concede.",
	}
}

var customs = [...]calendar.Holiday{
	{
		Key:   "holy-thursday",
		Name:  norm.Label{ES: "Jueves Santo", EN: "Holy Thursday"},
		Rule:  calendar.FromEaster{Days: -3},
		Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
		Kind:  calendar.Employer, Jurisdiction: "MX",
		Basis: officeCustom(),
	},
	{
		Key:   "good-friday",
		Name:  norm.Label{ES: "Viernes Santo", EN: "Good Friday"},
		Rule:  calendar.FromEaster{Days: -2},
		Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
		Kind:  calendar.Employer, Jurisdiction: "MX",
		Basis: officeCustom(),
	},
}
