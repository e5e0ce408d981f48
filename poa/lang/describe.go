package lang

import (
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa"
)

// Months returns the names of the months from first to last, 1 to 12: "abril,
// mayo y junio". It is empty if first comes after last.
func (p *Printer) Months(first, last int) string {
	s := ""
	for m := first; m <= last; m++ {
		switch {
		case m == first:
		case m == last:
			s += " " + p.Text("word.and") + " "
		default:
			s += ", "
		}
		s += p.Month(m)
	}
	return s
}

// Conflict returns a sentence with the blackout that a campaign overlaps, its
// status, and the days that both share.
func (p *Printer) Conflict(c poa.Conflict) string {
	key := "word.conflict"
	if c.Excepted {
		key = "word.conflict-excepted"
	}
	return p.fill(p.Text(key), &subject{
		args: []norm.Arg{
			{Name: "blackout", Value: norm.Citation(c.Blackout.Name)},
			{Name: "start", Value: c.Overlap.Start},
			{Name: "end", Value: c.Overlap.End},
		},
		basis: &c.Blackout.Basis,
	})
}

// Reason returns the reason why a result has no value, no target or no progress, with
// the variable in question, and what was left out of it: periods that ended without
// data, incomplete measurements, and measurements that are not compared yet. It is empty
// if there is nothing to explain.
func (p *Printer) Reason(r kpi.Result) string {
	var parts []string
	if r.Reason != 0 {
		s := p.Enum(r.Reason)
		switch {
		case r.Symbol == "":
		case r.NoData != "":
			s += " (" + r.Symbol + ": " + r.NoData + ")"
		default:
			s += " (" + r.Symbol + ")"
		}
		parts = append(parts, s)
	}
	if r.Unmeasured > 0 {
		parts = append(parts, p.TextWith("word.unmeasured",
			norm.Arg{Name: "count", Value: norm.Count(r.Unmeasured)}, text("period", p.Period(r.FirstUnmeasured))))
	}
	if r.Incomplete > 0 && r.HasValue {
		parts = append(parts, p.TextWith("word.incomplete", norm.Arg{Name: "count", Value: norm.Count(r.Incomplete)}))
	}
	if r.NotCompared > 0 {
		parts = append(parts, p.TextWith("word.not-compared", norm.Arg{Name: "count", Value: norm.Count(r.NotCompared)}))
	}
	return strings.Join(parts, "; ")
}

// Period returns the name of a month, two months, a quarter, four months, a half-year
// or a year: "primer trimestre de 2027", "Q1 2027". Any other span is returned as its
// dates, an invalid one as "".
func (p *Printer) Period(s calendar.Span) string {
	if !s.Valid() {
		return ""
	}
	first, last := s.Start.YearMonth(), s.End.YearMonth()
	months := last.Sub(first) + 1
	if s.Start != first.First() || s.End != last.Last() || 12%months != 0 || last.Number()%months != 0 {
		return p.Span(s)
	}
	n := last.Number() / months
	switch months {
	case 1:
		return p.Month(last.Number()) + p.yearSeparator() + year(last.Year())
	case 12:
		return year(last.Year())
	}
	return p.TextWith("word.period-"+strconv.Itoa(months), text("nth", p.Text("word.nth-"+strconv.Itoa(n))),
		norm.Arg{Name: "number", Value: norm.Count(n)}, text("months", p.Month(first.Number())+"–"+p.Month(last.Number())), norm.Arg{Name: "year", Value: norm.Count(last.Year())})
}

// Due returns the kind and the name of a due item, as in "Termina actividad:
// Calendario"; for a legal deadline, the name alone.
func (p *Printer) Due(d poa.Due) string {
	name := p.DueName(d)
	if d.Kind == poa.DueDeadline {
		return name
	}
	if name == "" {
		name = p.Text("word.unnamed")
	}
	return p.Enum(d.Kind) + ": " + name
}

// DueName returns the name of the element that is due, or the name of the deadline
// and the period that it reports on. It may be empty.
func (p *Printer) DueName(d poa.Due) string {
	name := d.Name
	if name == "" {
		name = p.Name(d.Label)
	}
	if period := p.Period(d.Period); period != "" {
		return name + ", " + period
	}
	return name
}
