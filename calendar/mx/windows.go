package mx

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

// Window is a span in which something must or may be done, both ends included.
type Window struct {
	Key          string
	Name         norm.Label
	Span         calendar.Span
	Jurisdiction string
	Basis        norm.Basis

	rule calendar.Rule // the days of the window in every year
}

// windowIn returns a window of the tables with the span that begins in a year. The span
// is zero for a year outside 1 to 9999.
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

// ReportWindow returns the window in which the mayor reports to the council on the
// state of the administration (informe de gobierno): the first fortnight of September.
// Its status is norm.FromMemory, because the article was not read. The span is zero for
// a year outside 1 to 9999.
func ReportWindow(year int) Window { return windowIn("annual-report", year) }

// ProgrammeWindow returns the window in which the operating programme (POA) of a fiscal
// year is approved and published: December and January around its start. Its status is
// norm.FromMemory, because no article sets these dates. The span is zero for a year
// outside 2 to 9999.
func ProgrammeWindow(year int) Window { return windowIn("programme", year-1) }

// ReportPublicity returns the window in which the annual report of a day may be
// advertised: from seven days before it to five after it, once a year and not during an
// electoral campaign (LGCS art. 14; LGIPE art. 242.5; both were read). The span is zero if day is no
// date.
func ReportPublicity(day calendar.Date) Window {
	p := mexico().provisionOf("report-publicity")
	w := Window{Key: p.key, Name: p.name, Jurisdiction: "MX", Basis: p.basis}
	if s := (calendar.Span{Start: day.AddDays(-7), End: day.AddDays(5)}); s.Valid() {
		w.Span = s
	}
	return w
}

// ProgrammesPublished returns the first and the last fiscal year, both included, whose
// operating programmes a municipality of Jalisco must have published on d: the current
// one and at least the three before it (state transparency law art. 15 fr. VI). ok is
// false if d is no date or the first year would be before year 1.
func ProgrammesPublished(d calendar.Date) (first, last int, basis norm.Basis, ok bool) {
	last = d.Year()
	if last < calendar.MinYear+3 {
		return 0, 0, norm.Basis{}, false
	}
	return last - 3, last, mexico().provisionOf("programmes-published").basis, true
}

// EvaluationResults returns the deadline for publishing the results of an evaluation of
// federal funds, with the names of the evaluators: 30 days after the evaluation is
// concluded (LGCG art. 79). Its date is no date if concluded is no date.
func EvaluationResults(concluded calendar.Date) term.Deadline {
	p := mexico().provisionOf("evaluation-results")
	due := concluded.AddDays(30)
	return term.Deadline{Key: p.key, Name: p.name, Date: due, Nominal: due, Binds: term.PublicBody, Jurisdiction: "MX", Basis: p.basis}
}

// Deadlines returns the rules of the yearly deadlines of a municipal office, in the
// order of the year, with an earlier version of a deadline before the current one.
// term.Deadlines computes the deadlines of a year. The rules do not roll, because no law
// in this package determines where a deadline on a day off moves; calendar.Preceding is
// the safe convention.
func Deadlines() []term.DeadlineRule { return append([]term.DeadlineRule(nil), mexico().Deadlines...) }

// OtherDeadlines returns the rules of the yearly deadlines of the treasury, the council,
// the state and the federation on which the work of a municipal office depends.
func OtherDeadlines() []term.DeadlineRule {
	return append([]term.DeadlineRule(nil), mexico().others...)
}
