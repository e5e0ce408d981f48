package mx

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Body is whom a legal deadline binds. The zero value is unspecified and invalid.
type Body uint8

const (
	// Office is the office of social communication.
	Office Body = iota + 1
	// PublicBody is every public body (ente público, sujeto obligado), the
	// municipality among them.
	PublicBody
	// Treasury is the treasury of the municipality or of the state.
	Treasury
	// Municipality is the municipality, by its mayor.
	Municipality
	// Council is the council of the municipality (ayuntamiento).
	Council
	// State is the government of the state.
	State
	// Federation is the federal administration: a municipality has its own
	// local term, if any.
	Federation
)

// Name returns what the body is called, or the zero Label when b is none.
func (b Body) Name() norm.Label {
	if int(b) >= len(bodyNames) {
		return norm.Label{}
	}
	return bodyNames[b]
}

var bodyNames = [...]norm.Label{
	Office:       {ES: "oficina de comunicación social", EN: "office of social communication"},
	PublicBody:   {ES: "ente público", EN: "public body"},
	Treasury:     {ES: "tesorería", EN: "treasury"},
	Municipality: {ES: "municipio", EN: "municipality"},
	Council:      {ES: "ayuntamiento", EN: "municipal council"},
	State:        {ES: "gobierno del estado", EN: "state government"},
	Federation:   {ES: "Administración Pública Federal", EN: "federal administration"},
}

// Obligation is a yearly deadline, whom it binds, where, and since when.
type Obligation struct {
	calendar.DeadlineRule
	Binds Body
	// Jurisdiction is where it holds: "MX", or "MX-JAL" for Jalisco.
	Jurisdiction string
	// Valid are the days on which the text that is cited has been in force: End is
	// zero for the present one. When it began is mostly from memory, whatever the
	// status of the text.
	Valid calendar.Span
}

// InForce reports whether the text that is cited is in force on d. It is false when
// d is no date.
func (o *Obligation) InForce(d calendar.Date) bool {
	return !d.IsZero() && !d.Before(o.Valid.Start) && (o.Valid.End.IsZero() || !d.After(o.Valid.End))
}

// Obligations returns every yearly deadline of this package: those of
// DeadlineRules, which concern the municipal office, and those of the treasury,
// the council, the state and the federation that its work depends on. An earlier
// text of a deadline stands before the present one, with its key.
func Obligations() []Obligation {
	return append(append(make([]Obligation, 0, len(deadlines)+len(others)), deadlines[:]...), others[:]...)
}

// ObligationDay is an obligation that falls due.
type ObligationDay struct {
	calendar.Deadline
	Binds        Body
	Jurisdiction string
	// Valid is that of the Obligation.
	Valid calendar.Span
}

// ObligationsIn returns what falls due in a year, by the day that the law names and
// then by key: as Deadlines, and with whom each binds. Where that day is not worked
// Date is what the convention makes of it, and Nominal stays the day that the law
// names. No law held here says which way a term that ends on a day off goes:
// calendar.Preceding is safe, calendar.Unadjusted leaves it. With a nil calendar
// nothing is rolled, and what depends on business days is left out. So is what the
// law did not ask for yet, or no longer. For a year outside 1 to 9999, and for a
// convention that is none, there is nothing.
func ObligationsIn(year int, cal *calendar.Calendar, by calendar.Convention) []ObligationDay {
	if by.String() == "" {
		return nil
	}
	if cal == nil {
		by = calendar.Unadjusted
	}
	var list []ObligationDay
	for _, o := range Obligations() {
		o.Roll = by
		due, err := o.In(year, cal)
		if err != nil {
			continue
		}
		for _, d := range due {
			if o.InForce(d.Nominal) {
				d.Name = withPeriod(d.Name, d.Period)
				list = append(list, ObligationDay{d, o.Binds, o.Jurisdiction, o.Valid})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b ObligationDay) int {
		if c := a.Nominal.Compare(b.Nominal); c != 0 {
			return c
		}
		return strings.Compare(a.Key, b.Key)
	})
	return list
}

// EvaluationResults returns the day by which the results of an evaluation of
// federal funds must be published, with the names of the evaluators: 30 days after
// the evaluation is concluded (LGCG art. 79). The date is no date when concluded is
// none.
func EvaluationResults(concluded calendar.Date) calendar.Deadline {
	due := concluded.AddDays(30)
	return calendar.Deadline{
		Key:  "evaluation-results",
		Name: norm.Label{ES: "Publicación de los resultados de la evaluación", EN: "Publication of the results of the evaluation"},
		Date: due, Nominal: due,
		Basis: lgcg("79", "Treinta días tras concluir la evaluación, con el nombre de los evaluadores. Texto leído con la última reforma."),
	}
}

var others = [...]Obligation{
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "federal-transfers-return",
			Name:  norm.Label{ES: "Reintegro a la TESOFE de transferencias federales etiquetadas no devengadas", EN: "Return of earmarked federal transfers not accrued to the federal treasury"},
			Due:   calendar.OnDay{Month: 1, Day: 15},
			Basis: ldf17("Aplicable al municipio por el artículo 21, desde el ejercicio de 2018: décimo transitorio."),
		},
		Binds: Treasury, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(736695)}, // 2018-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "federal-funds-distribution",
			Name:  norm.Label{ES: "Publicación estatal de la distribución y el calendario del FISM y el FORTAMUN", EN: "State publication of the distribution and calendar of FISM and FORTAMUN"},
			Due:   calendar.OnDay{Month: 1, Day: 31},
			Basis: lcf("35", "2013-12-09", "El FISM; del FORTAMUN, el artículo 36. Texto leído con la reforma de 2024."),
		},
		Binds: State, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(729390)}, // 1998-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "federal-transfers-paid",
			Name:  norm.Label{ES: "Fin del pago de lo comprometido o devengado con transferencias federales etiquetadas del año anterior", EN: "Last payments of earmarked federal transfers committed or accrued the year before"},
			Due:   calendar.OnDay{Month: 3, Day: 31},
			Basis: ldf17("Primer trimestre del ejercicio siguiente, o lo que diga el convenio."),
		},
		Binds: Treasury, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(736695)}, // 2018-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "federal-transfers-second-return",
			Name:  norm.Label{ES: "Segundo reintegro: transferencias federales comprometidas y no pagadas", EN: "Second return: federal transfers committed and not paid"},
			Due:   calendar.OnDay{Month: 4, Day: 15},
			Basis: ldf17("Quince días naturales tras el primer trimestre."),
		},
		Binds: Treasury, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(736695)}, // 2018-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "budget-calendar",
			Name:  norm.Label{ES: "Calendario de ingresos y egresos con base mensual, en internet", EN: "Monthly calendar of revenue and spending on the web"},
			Due:   calendar.DaysAfter{Cycle: calendar.Monthly},
			Basis: norm.Basis{Law: "LGCG", Article: "66", Fraction: norm.NoFraction, Published: "2025-07-16", Status: norm.FromMemory, Checked: checked, Note: "Con base mensual, en los formatos y plazos del CONAC, que no se han leído: se muestra el último día del mes."},
		},
		Binds: Treasury, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(734869)}, // 2013-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "financial-information",
			Name:  norm.Label{ES: "Publicación de la información financiera, disponible seis ejercicios", EN: "Financial information published, and kept for six years"},
			Due:   calendar.DaysAfter{Cycle: calendar.Quarterly, Days: 30},
			Basis: lgcg("58", "Treinta días naturales tras el cierre del periodo. Texto leído con la última reforma."),
		},
		Binds: PublicBody, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(734869)}, // 2013-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "communication-monthly",
			Name:  norm.Label{ES: "Informe de erogaciones de comunicación social", EN: "Report of spending on social communication"},
			Due:   calendar.DaysAfter{Cycle: calendar.Monthly, Days: 10},
			Basis: lgcs("33", norm.Sourced, "Diez días naturales tras cada mes en la Administración Pública Federal; el municipio tiene el plazo de su norma local."),
		},
		Binds: Federation, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(737060)}, // 2019-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "communication-congress",
			Name:  norm.Label{ES: "Informe al Congreso: monto erogado, proveedores y propaganda", EN: "Report to Congress: spending, suppliers and advertising"},
			Due:   calendar.DaysAfter{Cycle: calendar.Bimonthly},
			Basis: lgcs("42", norm.FromMemory, "Bimestral, de la Secretaría Administradora a la Cámara de Diputados o al congreso local; la ley no fija el día: se muestra el último del bimestre."),
		},
		Binds: Federation, Jurisdiction: "MX",
		Valid: calendar.Span{Start: calendar.FromOrdinal(737060)}, // 2019-01-01
	},
	{
		DeadlineRule: calendar.DeadlineRule{
			Key:   "revenue-law",
			Name:  norm.Label{ES: "Iniciativa de ley de ingresos municipal al Congreso del Estado", EN: "Municipal revenue bill to the state congress"},
			Due:   calendar.OnDay{Month: 8, Day: 31},
			Basis: lgapm("37", norm.NoFraction, "Plazo y artículo, de memoria; confírmelos con la norma local."),
		},
		Binds: Council, Jurisdiction: "MX-JAL",
		Valid: calendar.Span{Start: calendar.FromOrdinal(730486)}, // 2001-01-01
	},
}
