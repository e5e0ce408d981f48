package mx

import (
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Term is one term of office, both ends in: of the municipal governments of Jalisco
// (administración municipal), or of the President.
type Term struct {
	// Key tells the term apart: "2024-2027".
	Key  string
	Name norm.Label
	Span calendar.Span
	// Status is how sure we are of the dates.
	Status norm.Status
	// Basis is the law; its status is that of the citation.
	Basis norm.Basis
}

// Terms returns the terms of Jalisco's municipalities from 2010 to 2030 by date:
// three years from 1 October, but for the first, which led from the terms that
// began on 1 January to these. Those before 2024 are from memory, that of 2027 is
// projected.
func Terms() []Term { return append([]Term(nil), terms[:]...) }

// TermOn returns the term of Terms that d falls in; of a day before 2010 or after
// September 2030 it knows none.
func TermOn(d calendar.Date) (t Term, ok bool) {
	for i := range terms {
		if terms[i].Span.Contains(d) {
			return terms[i], true
		}
	}
	return Term{}, false
}

// FederalTerms returns the terms of the President of the Republic from 1970 to 2036
// by date: six years from 1 December, and since 2024 from 1 October, the days of
// LFT art. 74 fr. VII. That of 2030 is projected. Terms of governors are not here.
func FederalTerms() []Term {
	list := make([]Term, 0, 11)
	for y := 1970; y <= 2030; y += 6 {
		years := strconv.Itoa(y) + "-" + strconv.Itoa(y+6)
		t := Term{
			Key:    years,
			Name:   norm.Label{ES: "Presidencia de la República " + years, EN: "President of the Republic " + years},
			Span:   calendar.Span{Start: transmission(y), End: transmission(y + 6).AddDays(-1)},
			Status: norm.Sourced,
			Basis:  norm.Basis{Law: "CPEUM", Article: "83", Fraction: norm.NoFraction, Published: "1917-02-05", Status: norm.FromMemory, Checked: checked, Note: unreadGazette},
		}
		if y >= 2024 {
			t.Basis.Published = "2014-02-10" // the reform that moved the day
		}
		if y == 2030 {
			t.Status = norm.Projected
		}
		list = append(list, t)
	}
	return list
}

// transmission returns the day on which the President who is elected in a year
// takes office.
func transmission(year int) calendar.Date {
	month := 12
	if year >= 2024 {
		month = 10
	}
	m, err := calendar.NewMonth(year, month)
	if err != nil {
		return calendar.Date{}
	}
	return m.First()
}

// Window is a run of days in which something has to be done or may be done, both
// ends in.
type Window struct {
	Key   string
	Name  norm.Label
	Span  calendar.Span
	Basis norm.Basis
}

// ReportWindow returns the days in which the mayor reports to the council on the
// state of the administration (informe de gobierno): the first fortnight of
// September. It is from memory: the article is unread. The span is zero for a
// year outside 1 to 9999.
func ReportWindow(year int) Window {
	w := Window{Key: reportRule, Name: reportName, Basis: reportBasis()}
	if m, err := calendar.NewMonth(year, 9); err == nil {
		w.Span = calendar.Span{Start: m.First(), End: m.First().AddDays(14)}
	}
	return w
}

// ReportPublicity returns the days in which the annual report that is given on
// day may be advertised: from seven days before it to five after it, once a year
// (LGCS art. 14; LGIPE art. 242.5), never during an electoral campaign. The span
// is zero when day is no date.
func ReportPublicity(day calendar.Date) Window {
	w := Window{
		Key:   "report-publicity",
		Name:  norm.Label{ES: "Difusión del informe de gobierno", EN: "Publicity of the annual report"},
		Basis: norm.Basis{Law: "LGCS", Article: "14", Fraction: norm.NoFraction, Published: "2018-05-11", Status: norm.Sourced, Checked: checked, Note: "Una vez al año; véase también LGIPE art. 242.5."},
	}
	if s := (calendar.Span{Start: day.AddDays(-7), End: day.AddDays(5)}); s.Valid() {
		w.Span = s
	}
	return w
}

// ProgrammeWindow returns the days in which the operating programme (POA) of a
// fiscal year is approved and published: December and January around its start. No
// article sets them: it is configuration, FromMemory. The span is zero for a year
// outside 2 to 9999.
func ProgrammeWindow(year int) Window {
	w := Window{
		Key:   "programme",
		Name:  norm.Label{ES: "Aprobación y publicación del programa operativo anual", EN: "Approval and publication of the annual operating programme"},
		Basis: remembered(transparencyJalisco, "15", "VI", "2013-08-08", "El artículo obliga a publicarlo y no fija el día: diciembre y enero son costumbre; confírmelo con la norma local."),
	}
	if m, err := calendar.NewMonth(year-1, 12); err == nil {
		if next := m.Add(1); !next.IsZero() {
			w.Span = calendar.Span{Start: m.First(), End: next.Last()}
		}
	}
	return w
}

// ProgrammesPublished returns the fiscal years, both ends in, whose operating
// programmes a municipality of Jalisco must keep published on d: the current one
// and at least the three before it (state transparency law art. 15 fr. VI). ok is
// false when d is no date or the years would begin before 1.
func ProgrammesPublished(d calendar.Date) (first, last int, basis norm.Basis, ok bool) {
	last = d.Year()
	if last < calendar.MinYear+3 {
		return 0, 0, norm.Basis{}, false
	}
	return last - 3, last, remembered(transparencyJalisco, "15", "VI", "2013-08-08", "El del año en curso y los de al menos los tres anteriores, por cada oficina; leído en el portal de un ayuntamiento."), true
}

// transparencyJalisco is how the transparency law of Jalisco is cited here.
const transparencyJalisco = "Ley de Transparencia de Jalisco"

func municipalTerm() norm.Basis {
	return norm.Basis{Law: "Constitución de Jalisco", Article: "73", Fraction: norm.NoFraction, Published: "1917-08-01", Status: norm.FromMemory, Checked: checked, Note: "Tres años desde el 1 de octubre; el texto vigente no se ha leído, los hechos de 2024 lo confirman. Fecha de publicación, de memoria."}
}

var terms = [...]Term{
	{
		Key:    "2010-2012",
		Name:   norm.Label{ES: "Administración municipal 2010-2012", EN: "Municipal government 2010-2012"},
		Span:   calendar.Span{Start: calendar.FromOrdinal(733773), End: calendar.FromOrdinal(734776)}, // 2010-01-01 2012-09-30
		Status: norm.FromMemory, Basis: municipalTerm(),
	},
	{
		Key:    "2012-2015",
		Name:   norm.Label{ES: "Administración municipal 2012-2015", EN: "Municipal government 2012-2015"},
		Span:   calendar.Span{Start: calendar.FromOrdinal(734777), End: calendar.FromOrdinal(735871)}, // 2012-10-01 2015-09-30
		Status: norm.FromMemory, Basis: municipalTerm(),
	},
	{
		Key:    "2015-2018",
		Name:   norm.Label{ES: "Administración municipal 2015-2018", EN: "Municipal government 2015-2018"},
		Span:   calendar.Span{Start: calendar.FromOrdinal(735872), End: calendar.FromOrdinal(736967)}, // 2015-10-01 2018-09-30
		Status: norm.FromMemory, Basis: municipalTerm(),
	},
	{
		Key:    "2018-2021",
		Name:   norm.Label{ES: "Administración municipal 2018-2021", EN: "Municipal government 2018-2021"},
		Span:   calendar.Span{Start: calendar.FromOrdinal(736968), End: calendar.FromOrdinal(738063)}, // 2018-10-01 2021-09-30
		Status: norm.FromMemory, Basis: municipalTerm(),
	},
	{
		Key:    "2021-2024",
		Name:   norm.Label{ES: "Administración municipal 2021-2024", EN: "Municipal government 2021-2024"},
		Span:   calendar.Span{Start: calendar.FromOrdinal(738064), End: calendar.FromOrdinal(739159)}, // 2021-10-01 2024-09-30
		Status: norm.FromMemory, Basis: municipalTerm(),
	},
	{
		Key:    "2024-2027",
		Name:   norm.Label{ES: "Administración municipal 2024-2027", EN: "Municipal government 2024-2027"},
		Span:   calendar.Span{Start: calendar.FromOrdinal(739160), End: calendar.FromOrdinal(740254)}, // 2024-10-01 2027-09-30
		Status: norm.Sourced, Basis: municipalTerm(),
	},
	{
		Key:    "2027-2030",
		Name:   norm.Label{ES: "Administración municipal 2027-2030", EN: "Municipal government 2027-2030"},
		Span:   calendar.Span{Start: calendar.FromOrdinal(740255), End: calendar.FromOrdinal(741350)}, // 2027-10-01 2030-09-30
		Status: norm.Projected, Basis: municipalTerm(),
	},
}
