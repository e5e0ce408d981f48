package mx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// DeadlineRules returns the yearly deadlines of a municipal office as rules, in
// the order of the year. Obligations has those of others too.
func DeadlineRules() []calendar.DeadlineRule {
	return append(append([]calendar.DeadlineRule(nil), deadlines[:]...), annualReport)
}

// Deadlines returns the legal deadlines that fall in a year, by date. Where one
// returns for each quarter or half-year its name says which: that of the last
// quarter falls in the January after it. Days are as the law names them, worked
// or not; only "last business day" asks the calendar, and with a nil calendar, or
// one that works no day of that month, those deadlines are left out. For a year
// outside 1 to 9999 there are none.
func Deadlines(year int, cal *calendar.Calendar) []calendar.Deadline {
	var order []*calendar.Deadline
	for _, r := range DeadlineRules() {
		due, err := r.In(year, cal)
		if err != nil {
			continue
		}
		for i := range due {
			due[i].Name = withPeriod(due[i].Name, due[i].Period)
			order = append(order, &due[i])
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

func remembered(law, article, fraction, note string) norm.Basis {
	return norm.Basis{Law: law, Article: article, Fraction: fraction, Status: norm.FromMemory, Checked: checked, Note: note}
}

var annualReport = calendar.DeadlineRule{
	Key:   "annual-report",
	Name:  norm.Label{ES: "Informe anual de gobierno ante el ayuntamiento", EN: "Annual government report to the council"},
	Due:   calendar.OnDay{Month: 9, Day: 15},
	Basis: remembered("LGAPM", "47", "VIII", "Primera quincena de septiembre; el texto del artículo no se ha leído."),
}

var deadlines = [...]calendar.DeadlineRule{
	{
		Key:   "communication-programme",
		Name:  norm.Label{ES: "Estrategia y Programa Anual de Comunicación Social", EN: "Annual communication strategy and programme"},
		Due:   calendar.OnDay{Month: 1, Day: 15},
		Basis: lgcs("25", norm.Sourced, "Primera quincena de enero."),
	},
	{
		Key:   "federal-indicators-review",
		Name:  norm.Label{ES: "Revisión y actualización de los indicadores de fondos federales", EN: "Review of the indicators of federal funds"},
		Due:   calendar.LastBusinessDayOf{Month: 3},
		Basis: lgcg("80", "Último día hábil de marzo. Texto leído con la última reforma."),
	},
	{
		Key:   "evaluation-programme",
		Name:  norm.Label{ES: "Programa Anual de Evaluación (PAE), metodologías e indicadores", EN: "Annual evaluation programme (PAE), methods and indicators"},
		Due:   calendar.LastBusinessDayOf{Month: 4},
		Basis: lgcg("79", "Último día hábil de abril. Texto leído con la última reforma."),
	},
	{
		Key:   "federal-funds-report",
		Name:  norm.Label{ES: "Informe de recursos federales (SRFT)", EN: "Report on federal funds (SRFT)"},
		Due:   calendar.DaysAfter{Cycle: calendar.Quarterly, Days: 20},
		Basis: remembered("LCF", "48", norm.NoFraction, "Veinte días naturales tras cada trimestre; por conducto del estado."),
	},
	{
		Key:   "quarterly-statements",
		Name:  norm.Label{ES: "Información financiera trimestral en internet", EN: "Quarterly financial statements on the web"},
		Due:   calendar.DaysAfter{Cycle: calendar.Quarterly, Days: 30},
		Basis: lgcg("51", "Véase también el artículo 58: treinta días naturales tras el cierre. Texto leído con la última reforma."),
	},
	{
		Key:   "transparency-advertising",
		Name:  norm.Label{ES: "Gasto en publicidad oficial en la Plataforma Nacional de Transparencia", EN: "Spending on official advertising on the national transparency platform"},
		Due:   calendar.DaysAfter{Cycle: calendar.Quarterly, Days: 30},
		Basis: remembered("LGTAIP", "65", "XXI", "Trimestral; los treinta días naturales son de los lineamientos técnicos, no leídos."),
	},
	{
		Key:   "communication-spending",
		Name:  norm.Label{ES: "Informe de gasto en publicidad oficial", EN: "Report on spending on official advertising"},
		Due:   calendar.DaysAfter{Cycle: calendar.HalfYearly},
		Basis: lgcs("41", norm.FromMemory, "Semestral; la ley no fija el día aquí: se muestra el último del semestre, el plazo es el de la norma local."),
	},
	{
		Key:   "budget-approval",
		Name:  norm.Label{ES: "Aprobación del presupuesto de egresos y la plantilla de personal", EN: "Approval of the budget and the staff list"},
		Due:   calendar.OnDay{Month: 12, Day: 15},
		Basis: remembered("LGAPM", "79", norm.NoFraction, "Véase también el artículo 37-II; confírmelo con la norma local."),
	},
}
