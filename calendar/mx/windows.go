package mx

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

// Window is a run of days in which something has to be done or may be done, both
// ends included.
type Window struct {
	Key          string
	Name         norm.Label
	Span         calendar.Span
	Jurisdiction string
	Basis        norm.Basis

	rule calendar.Rule // of its days in every year
}

// windowIn returns the days of a window that begins in a year; the span is zero for a
// year outside 1 to 9999.
func windowIn(key string, year int) Window {
	for _, w := range mexico().Windows {
		if w.Key != key {
			continue
		}
		lasting, ok := w.rule.(calendar.Lasting)
		if !ok {
			lasting = calendar.Lasting{Rule: w.rule, Days: 1}
		}
		if first, err := calendar.DaysOf(lasting.Rule, year); err == nil && len(first) > 0 {
			if s := (calendar.Span{Start: first[0], End: first[0].AddDays(int(lasting.Days) - 1)}); s.Valid() {
				w.Span = s
			}
		}
		return w
	}
	return Window{}
}

// ReportWindow returns the days in which the mayor reports to the council on the
// state of the administration (informe de gobierno): the first fortnight of
// September. It is from memory: the article is unread. The span is zero for a
// year outside 1 to 9999.
func ReportWindow(year int) Window { return windowIn("annual-report", year) }

// ProgrammeWindow returns the days in which the operating programme (POA) of a
// fiscal year is approved and published: December and January around its start. No
// article sets them, so that it is FromMemory. The span is zero for a year
// outside 2 to 9999.
func ProgrammeWindow(year int) Window { return windowIn("programme", year-1) }

// ReportPublicity returns the days in which the annual report that is given on
// day may be advertised: from seven days before it to five after it, once a year
// (LGCS art. 14; LGIPE art. 242.5), never during an electoral campaign. The span
// is zero when day is no date.
func ReportPublicity(day calendar.Date) Window {
	p := mexico().provisionOf("report-publicity")
	w := Window{Key: p.key, Name: p.name, Jurisdiction: "MX", Basis: p.basis}
	if s := (calendar.Span{Start: day.AddDays(-7), End: day.AddDays(5)}); s.Valid() {
		w.Span = s
	}
	return w
}

// ProgrammesPublished returns the fiscal years, both ends included, whose operating
// programmes a municipality of Jalisco must keep published on d: the current one
// and at least the three before it (state transparency law art. 15 fr. VI). ok is
// false when d is no date or the years would begin before 1.
func ProgrammesPublished(d calendar.Date) (first, last int, basis norm.Basis, ok bool) {
	last = d.Year()
	if last < calendar.MinYear+3 {
		return 0, 0, norm.Basis{}, false
	}
	return last - 3, last, mexico().provisionOf("programmes-published").basis, true
}

// EvaluationResults returns the day by which the results of an evaluation of
// federal funds must be published, with the names of the evaluators: 30 days after
// the evaluation is concluded (LGCG art. 79). The date is no date when concluded is
// none.
func EvaluationResults(concluded calendar.Date) term.Deadline {
	p := mexico().provisionOf("evaluation-results")
	due := concluded.AddDays(30)
	return term.Deadline{Key: p.key, Name: p.name, Date: due, Nominal: due, Binds: term.PublicBody, Jurisdiction: "MX", Basis: p.basis}
}

// Deadlines returns the rules of the yearly deadlines of a municipal office, in the order
// of the year, with an earlier text of a deadline before the present one. term.Deadlines
// computes those of a year. Days are those of the law, worked or not: no law of this
// package states which day replaces a day off; calendar.Preceding is safe.
func Deadlines() []term.DeadlineRule { return append([]term.DeadlineRule(nil), mexico().Deadlines...) }

// OtherDeadlines returns the rules of the yearly deadlines of the treasury, the
// council, the state and the federation that the work of a municipal office depends on.
func OtherDeadlines() []term.DeadlineRule {
	return append([]term.DeadlineRule(nil), mexico().others...)
}
