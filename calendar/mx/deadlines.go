package mx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// DeadlineRules returns the yearly deadlines of a municipal office that are in force
// today as rules, in the order of the year. Obligations has those of others too, and
// says since when each holds.
func DeadlineRules() []calendar.DeadlineRule {
	list := make([]calendar.DeadlineRule, 0, len(deadlines))
	for i := range deadlines {
		if o := &deadlines[i]; o.Valid.End.IsZero() {
			list = append(list, o.DeadlineRule)
		}
	}
	return list
}

// Deadlines returns the legal deadlines that fall in a year, by date. Where one
// returns for each quarter or half-year its name says which: that of the last
// quarter falls in the January after it. Days are as the law names them, worked
// or not; only "last business day" asks the calendar, and with a nil calendar, or
// one that works no day of that month, those deadlines are left out, as are those
// of a year in which the law that is cited did not hold. For a year outside 1 to
// 9999 there are none.
func Deadlines(year int, cal *calendar.Calendar) []calendar.Deadline {
	var order []*calendar.Deadline
	for i := range deadlines {
		o := &deadlines[i]
		due, err := o.In(year, cal)
		if err != nil {
			continue
		}
		for j := range due {
			if d := &due[j]; o.InForce(d.Nominal) {
				d.Name = withPeriod(d.Name, d.Period)
				order = append(order, d)
			}
		}
	}
	slices.SortStableFunc(order, func(a, b *calendar.Deadline) int {
		if c := a.Date.Compare(b.Date); c != 0 {
			return c
		}
		return strings.Compare(a.Key, b.Key)
	})
	list := make([]calendar.Deadline, len(order))
	for i, d := range order {
		list[i] = *d
	}
	return list
}

// withPeriod says which month, quarter or half-year a deadline is about.
func withPeriod(name norm.Label, period calendar.Span) norm.Label {
	if !period.Valid() {
		return name
	}
	last := period.End.YearMonth()
	year, months := strconv.Itoa(last.Year()), last.Sub(period.Start.YearMonth())+1
	n := last.Number() / months
	switch months {
	case 3:
		name.ES += ", " + ordinals[n] + " trimestre de " + year
		name.EN += ", Q" + strconv.Itoa(n) + " " + year
	case 6:
		name.ES += ", " + ordinals[n] + " semestre de " + year
		name.EN += ", H" + strconv.Itoa(n) + " " + year
	case 2:
		name.ES += ", " + ordinals[n] + " bimestre de " + year
		name.EN += ", " + period.String()
	case 1:
		name.ES += ", " + last.String()
		name.EN += ", " + last.String()
	default:
		name.ES += ", " + period.String()
		name.EN += ", " + period.String()
	}
	return name
}

var ordinals = [...]string{1: "primer", 2: "segundo", 3: "tercer", 4: "cuarto", 5: "quinto", 6: "sexto"}

func lgcs(article string, status norm.Status, note string) norm.Basis {
	return norm.Basis{Law: "LGCS", Article: article, Fraction: norm.NoFraction, Published: "2018-05-11", Status: status, Checked: checked, Note: note}
}

func lgcg(article, note string) norm.Basis {
	return norm.Basis{Law: "LGCG", Article: article, Fraction: norm.NoFraction, Published: "2025-07-16", Status: norm.Sourced, Checked: checked, Note: note}
}

func lcf(article, published, note string) norm.Basis {
	return norm.Basis{Law: "LCF", Article: article, Fraction: norm.NoFraction, Published: published, Status: norm.Sourced, Checked: checked, Note: note}
}

func ldf17(note string) norm.Basis {
	return norm.Basis{Law: "LDF", Article: "17", Fraction: norm.NoFraction, Published: "2016-04-27", Status: norm.Sourced, Checked: checked, Note: note}
}

// remembered cites a law whose text nobody has read here: the publication is that
// of the law, and from memory too.
func remembered(law, article, fraction, published, note string) norm.Basis {
	return norm.Basis{Law: law, Article: article, Fraction: fraction, Published: published, Status: norm.FromMemory, Checked: checked, Note: note}
}

func lgapm(article, fraction, note string) norm.Basis {
	return norm.Basis{Law: "LGAPM", Article: article, Fraction: fraction, Published: "2000-10-05", Status: norm.FromMemory, Checked: checked, Note: note}
}

// reportRule is the deadline of the window that ReportWindow returns.
const reportRule = "annual-report"

var reportName = norm.Label{ES: "Informe anual de gobierno ante el ayuntamiento", EN: "Annual government report to the council"}

func reportBasis() norm.Basis { return lgapm("47", "VIII", reportNote) }

const reportNote = "Primera quincena de septiembre; el texto del artículo no se ha leído."

var deadlines = [...]Obligation{
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "communication-programme",
			Name:  norm.Label{ES: "Estrategia y Programa Anual de Comunicación Social", EN: "Annual communication strategy and programme"},
			Due:   calendar.OnDay{Month: 1, Day: 15},
			Basis: lgcs("25", norm.Sourced, "Primera quincena de enero."),
		},
		Binds: Office, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(737060)}, // 2019-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "federal-indicators-review",
			Name:  norm.Label{ES: "Revisión y actualización de los indicadores de fondos federales", EN: "Review of the indicators of federal funds"},
			Due:   calendar.LastBusinessDayOf{Month: 3},
			Basis: lgcg("80", "Último día hábil de marzo. Texto leído con la última reforma."),
		},
		Binds: PublicBody, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(734869)}, // 2013-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "evaluation-programme",
			Name:  norm.Label{ES: "Programa Anual de Evaluación (PAE), metodologías e indicadores", EN: "Annual evaluation programme (PAE), methods and indicators"},
			Due:   calendar.LastBusinessDayOf{Month: 4},
			Basis: lgcg("79", "Último día hábil de abril. Texto leído con la última reforma."),
		},
		Binds: PublicBody, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(734869)}, // 2013-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "federal-funds-report",
			Name:  norm.Label{ES: "Informe de recursos federales (SRFT)", EN: "Report on federal funds (SRFT)"},
			Due:   calendar.DaysAfter{Cycle: calendar.Quarterly, Days: 20},
			Basis: lcf("48", "2006-12-27", "Veinte días naturales tras cada trimestre; por conducto del estado, que consolida. Texto leído con la reforma de 2024."),
		},
		Binds: Municipality, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(732677)}, // 2007-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "quarterly-statements",
			Name:  norm.Label{ES: "Información financiera trimestral en internet", EN: "Quarterly financial statements on the web"},
			Due:   calendar.DaysAfter{Cycle: calendar.Quarterly, Days: 30},
			Basis: lgcg("51", "Véase también el artículo 58: treinta días naturales tras el cierre. Texto leído con la última reforma."),
		},
		Binds: PublicBody, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(733408)}, // 2009-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "transparency-advertising",
			Name:  norm.Label{ES: "Gasto en publicidad oficial en la Plataforma Nacional de Transparencia", EN: "Spending on official advertising on the national transparency platform"},
			Due:   calendar.DaysAfter{Cycle: calendar.Quarterly, Days: 30},
			Basis: remembered("LGTAIP", "70", "XXIII", "2015-05-04", "Ley de 2015, abrogada por la de 2025. Los treinta días naturales son de los lineamientos técnicos, no leídos."),
		},
		Binds: PublicBody, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(735723), End: calendar.FromOrdinal(739330)}, // 2015-05-05 2025-03-20
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "transparency-advertising",
			Name:  norm.Label{ES: "Gasto en publicidad oficial en la Plataforma Nacional de Transparencia", EN: "Spending on official advertising on the national transparency platform"},
			Due:   calendar.DaysAfter{Cycle: calendar.Quarterly, Days: 30},
			Basis: remembered("LGTAIP", "65", "XXI", "2025-03-20", "Trimestral; hasta 2025, artículo 70 fracción XXIII de la ley anterior. Los treinta días naturales son de los lineamientos técnicos, no leídos."),
		},
		Binds: PublicBody, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(739331)}, // 2025-03-21
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "communication-spending",
			Name:  norm.Label{ES: "Informe de gasto en publicidad oficial", EN: "Report on spending on official advertising"},
			Due:   calendar.DaysAfter{Cycle: calendar.HalfYearly},
			Basis: lgcs("41", norm.FromMemory, "Semestral; la ley no fija el día aquí: se muestra el último del semestre, el plazo es el de la norma local."),
		},
		Binds: PublicBody, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(737060)}, // 2019-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   reportRule,
			Name:  reportName,
			Due:   calendar.OnDay{Month: 9, Day: 15},
			Basis: lgapm("47", "VIII", reportNote),
		},
		Binds: Municipality, Jurisdiction: "MX-JAL",
		Valid: calendar.Span{Start: calendar.FromOrdinal(734777)}, // 2012-10-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "budget-approval",
			Name:  norm.Label{ES: "Aprobación del presupuesto de egresos y la plantilla de personal", EN: "Approval of the budget and the staff list"},
			Due:   calendar.OnDay{Month: 12, Day: 15},
			Basis: lgapm("79", norm.NoFraction, "Véanse también el artículo 37-II y la CPEUM, art. 115-IV; el día es de memoria, confírmelo con la norma local."),
		},
		Binds: Council, Jurisdiction: "MX-JAL",
		Valid: calendar.Span{Start: calendar.FromOrdinal(730486)}, // 2001-01-01
	},
}
