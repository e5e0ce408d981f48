package mx

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// civicDates are the commemorations in the order of the year.
var civicDates = [...]CivicDate{
	{
		Holiday: calendar.Holiday{
			Key:   "civic-journalist",
			Name:  norm.Label{ES: "Día del Periodista", EN: "Journalists' Day"},
			Rule:  calendar.Fixed{Month: 1, Day: 4},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-constitution",
			Name:  norm.Label{ES: "Aniversario de la Constitución de 1917", EN: "Anniversary of the Constitution of 1917"},
			Rule:  calendar.Fixed{Month: 2, Day: 5},
			Valid: calendar.Span{Start: calendar.FromOrdinal(724314)}, // 1984-02-08
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: flagLaw("18", civicUnread),
		},
		Rest: "constitution",
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-guerrero",
			Name:  norm.Label{ES: "Aniversario luctuoso de Vicente Guerrero", EN: "Death of Vicente Guerrero"},
			Rule:  calendar.Fixed{Month: 2, Day: 14},
			Valid: calendar.Span{Start: calendar.FromOrdinal(724314)}, // 1984-02-08
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: flagLaw("18", civicUnread),
		},
		HalfMast: true,
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-army",
			Name:  norm.Label{ES: "Día del Ejército", EN: "Army Day"},
			Rule:  calendar.Fixed{Month: 2, Day: 19},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-madero",
			Name:  norm.Label{ES: "Aniversario luctuoso de Francisco I. Madero", EN: "Death of Francisco I. Madero"},
			Rule:  calendar.Fixed{Month: 2, Day: 22},
			Valid: calendar.Span{Start: calendar.FromOrdinal(724314)}, // 1984-02-08
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: flagLaw("18", civicUnread),
		},
		HalfMast: true,
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-flag",
			Name:  norm.Label{ES: "Día de la Bandera", EN: "Flag Day"},
			Rule:  calendar.Fixed{Month: 2, Day: 24},
			Valid: calendar.Span{Start: calendar.FromOrdinal(724314)}, // 1984-02-08
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: flagLaw("15", civicUnread),
		},
		Honours: true,
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-cuauhtemoc",
			Name:  norm.Label{ES: "Aniversario luctuoso de Cuauhtémoc", EN: "Death of Cuauhtémoc"},
			Rule:  calendar.Fixed{Month: 2, Day: 28},
			Valid: calendar.Span{Start: calendar.FromOrdinal(724314)}, // 1984-02-08
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: flagLaw("18", civicUnread),
		},
		HalfMast: true,
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-women",
			Name:  norm.Label{ES: "Día Internacional de la Mujer", EN: "International Women's Day"},
			Rule:  calendar.Fixed{Month: 3, Day: 8},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-oil",
			Name:  norm.Label{ES: "Aniversario de la Expropiación Petrolera", EN: "Anniversary of the oil expropriation"},
			Rule:  calendar.Fixed{Month: 3, Day: 18},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-juarez",
			Name:  norm.Label{ES: "Natalicio de Benito Juárez", EN: "Birthday of Benito Juárez"},
			Rule:  calendar.Fixed{Month: 3, Day: 21},
			Valid: calendar.Span{Start: calendar.FromOrdinal(724314)}, // 1984-02-08
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: flagLaw("18", civicHistoric),
		},
		Rest: "juarez",
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-earth",
			Name:  norm.Label{ES: "Día de la Tierra", EN: "Earth Day"},
			Rule:  calendar.Fixed{Month: 4, Day: 22},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-children",
			Name:  norm.Label{ES: "Día del Niño", EN: "Children's Day"},
			Rule:  calendar.Fixed{Month: 4, Day: 30},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-press-freedom",
			Name:  norm.Label{ES: "Día de la Libertad de Prensa y de la Santa Cruz", EN: "World Press Freedom Day, and the Holy Cross"},
			Rule:  calendar.Fixed{Month: 5, Day: 3},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-puebla",
			Name:  norm.Label{ES: "Aniversario de la Batalla de Puebla", EN: "Anniversary of the Battle of Puebla"},
			Rule:  calendar.Fixed{Month: 5, Day: 5},
			Valid: calendar.Span{Start: calendar.FromOrdinal(724314)}, // 1984-02-08
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: flagLaw("18", civicUnread),
		},
		Rest: "puebla",
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-hidalgo",
			Name:  norm.Label{ES: "Natalicio de Miguel Hidalgo", EN: "Birthday of Miguel Hidalgo"},
			Rule:  calendar.Fixed{Month: 5, Day: 8},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-mothers",
			Name:  norm.Label{ES: "Día de las Madres", EN: "Mothers' Day"},
			Rule:  calendar.Fixed{Month: 5, Day: 10},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-teachers",
			Name:  norm.Label{ES: "Día del Maestro", EN: "Teachers' Day"},
			Rule:  calendar.Fixed{Month: 5, Day: 15},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-students",
			Name:  norm.Label{ES: "Día del Estudiante", EN: "Students' Day"},
			Rule:  calendar.Fixed{Month: 5, Day: 23},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-environment",
			Name:  norm.Label{ES: "Día del Medio Ambiente", EN: "Environment Day"},
			Rule:  calendar.Fixed{Month: 6, Day: 5},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-expression",
			Name:  norm.Label{ES: "Día de la Libertad de Expresión", EN: "Freedom of Expression Day"},
			Rule:  calendar.Fixed{Month: 6, Day: 7},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-jalisco",
			Name:  norm.Label{ES: "Aniversario del Estado Libre y Soberano de Jalisco (1823)", EN: "Anniversary of the Free and Sovereign State of Jalisco (1823)"},
			Rule:  calendar.Fixed{Month: 6, Day: 16},
			Valid: calendar.Span{Start: calendar.FromOrdinal(738680)}, // 2023-06-09
			Kind:  calendar.Civic, Jurisdiction: "MX-JAL",
			Basis: jaliscoJune(norm.Sourced, "2023-06-09", "Nacimiento del Estado, 16 de junio de 1823. La fecha de publicación es la del anuncio oficial."),
		},
		Rest: "jalisco",
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-fathers",
			Name:  norm.Label{ES: "Día del Padre", EN: "Fathers' Day"},
			Rule:  calendar.NthWeekday{Month: 6, N: 3, Weekday: calendar.Sunday},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-juarez-death",
			Name:  norm.Label{ES: "Aniversario luctuoso de Benito Juárez", EN: "Death of Benito Juárez"},
			Rule:  calendar.Fixed{Month: 7, Day: 18},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-grandparents",
			Name:  norm.Label{ES: "Día del Abuelo", EN: "Grandparents' Day"},
			Rule:  calendar.Fixed{Month: 8, Day: 28},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-cadets",
			Name:  norm.Label{ES: "Aniversario de los Niños Héroes", EN: "Anniversary of the Boy Heroes"},
			Rule:  calendar.Fixed{Month: 9, Day: 13},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-cry",
			Name:  norm.Label{ES: "Grito de Independencia", EN: "Cry of Independence"},
			Rule:  calendar.Fixed{Month: 9, Day: 15},
			Valid: calendar.Span{Start: calendar.FromOrdinal(724314)}, // 1984-02-08
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: flagLaw("15", civicUnread),
		},
		Honours: true,
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-independence",
			Name:  norm.Label{ES: "Aniversario del inicio de la Independencia", EN: "Anniversary of the start of Independence"},
			Rule:  calendar.Fixed{Month: 9, Day: 16},
			Valid: calendar.Span{Start: calendar.FromOrdinal(724314)}, // 1984-02-08
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: flagLaw("15", civicUnread),
		},
		Honours: true, Rest: "independence",
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-earthquakes",
			Name:  norm.Label{ES: "Aniversario de los sismos de 1985 y 2017; simulacro nacional", EN: "Anniversary of the earthquakes of 1985 and 2017; national drill"},
			Rule:  calendar.Fixed{Month: 9, Day: 19},
			Valid: calendar.Span{Start: calendar.FromOrdinal(725007)}, // 1986-01-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-consummation",
			Name:  norm.Label{ES: "Consumación de la Independencia", EN: "Consummation of Independence"},
			Rule:  calendar.Fixed{Month: 9, Day: 27},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-public-servant",
			Name:  norm.Label{ES: "Día del Servidor Público", EN: "Public Servants' Day"},
			Rule:  calendar.Fixed{Month: 9, Day: 28},
			Valid: calendar.Span{Start: calendar.FromOrdinal(732648)}, // 2006-12-03
			Kind:  calendar.Civic, Jurisdiction: "MX-JAL",
			Basis: jalisco38("Día del servidor público del estado y de los municipios."),
		},
		Rest: "public-servant",
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-morelos",
			Name:  norm.Label{ES: "Natalicio de José María Morelos", EN: "Birthday of José María Morelos"},
			Rule:  calendar.Fixed{Month: 9, Day: 30},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-tlatelolco",
			Name:  norm.Label{ES: "Aniversario de Tlatelolco", EN: "Anniversary of Tlatelolco"},
			Rule:  calendar.Fixed{Month: 10, Day: 2},
			Valid: calendar.Span{Start: calendar.FromOrdinal(734503)}, // 2012-01-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: norm.Basis{
				Law: "Ley sobre el Escudo, la Bandera y el Himno Nacionales", Article: "18", Fraction: norm.NoFraction, Published: "1984-02-08", Status: norm.FromMemory, Checked: checked,
				Note: "A media asta desde 2012, por una reforma de diciembre de 2011, de la que habla la prensa; el texto no se ha leído.",
			},
		},
		HalfMast: true,
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-nations",
			Name:  norm.Label{ES: "Día de la Nación Pluricultural", EN: "Day of the Pluricultural Nation"},
			Rule:  calendar.Fixed{Month: 10, Day: 12},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
		Rest: "october-12",
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-breast-cancer",
			Name:  norm.Label{ES: "Día contra el Cáncer de Mama", EN: "Breast Cancer Day"},
			Rule:  calendar.Fixed{Month: 10, Day: 19},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-all-saints",
			Name:  norm.Label{ES: "Todos los Santos", EN: "All Saints"},
			Rule:  calendar.Fixed{Month: 11, Day: 1},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-dead",
			Name:  norm.Label{ES: "Día de Muertos", EN: "Day of the Dead"},
			Rule:  calendar.Fixed{Month: 11, Day: 2},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
		Rest: "dead",
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-jalisco-constitution",
			Name:  norm.Label{ES: "Primera Constitución de Jalisco (1824)", EN: "First Constitution of Jalisco (1824)"},
			Rule:  calendar.Fixed{Month: 11, Day: 18},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX-JAL",
			Basis: norm.Basis{Law: "Constitución Política del Estado Libre de Jalisco", Article: norm.NoFraction, Fraction: norm.NoFraction, Published: "1824-11-18", Status: norm.Sourced, Checked: checked, Note: "La fecha conmemorada es la de su expedición."},
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-revolution",
			Name:  norm.Label{ES: "Aniversario de la Revolución", EN: "Anniversary of the Revolution"},
			Rule:  calendar.Fixed{Month: 11, Day: 20},
			Valid: calendar.Span{Start: calendar.FromOrdinal(724314)}, // 1984-02-08
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: flagLaw("15", civicHistoric),
		},
		Honours: true, Rest: "revolution",
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-no-violence",
			Name:  norm.Label{ES: "Día de la Eliminación de la Violencia contra la Mujer", EN: "Day for the Elimination of Violence against Women"},
			Rule:  calendar.Fixed{Month: 11, Day: 25},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-guadalupe",
			Name:  norm.Label{ES: "Día de la Virgen de Guadalupe", EN: "Our Lady of Guadalupe"},
			Rule:  calendar.Fixed{Month: 12, Day: 12},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
	{
		Holiday: calendar.Holiday{
			Key:   "civic-morelos-death",
			Name:  norm.Label{ES: "Aniversario luctuoso de José María Morelos", EN: "Death of José María Morelos"},
			Rule:  calendar.Fixed{Month: 12, Day: 22},
			Valid: calendar.Span{Start: calendar.FromOrdinal(719283)}, // 1970-05-01
			Kind:  calendar.Civic, Jurisdiction: "MX",
			Basis: civicCustom(),
		},
	},
}
