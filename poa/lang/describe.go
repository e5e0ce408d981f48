package lang

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa"
)

// Months names the months from first to last, 1 to 12: "abril, mayo y junio".
// It is empty where first comes after last.
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

// Conflict says the blackout a campaign falls into, how sure it is, and the
// days both share.
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

// Reason says why a result has no value, no target or no progress, with the
// variable it is about; it is empty where there is nothing to explain.
func (p *Printer) Reason(r kpi.Result) string {
	if r.Reason == 0 {
		return ""
	}
	s := p.Enum(r.Reason)
	switch {
	case r.Symbol == "":
		return s
	case r.NoData != "":
		return s + " (" + r.Symbol + ": " + r.NoData + ")"
	default:
		return s + " (" + r.Symbol + ")"
	}
}

// Due says what is due: the element's own name, or the norm's name for a date
// of the law, after what kind of thing it is.
func (p *Printer) Due(d poa.Due) string {
	name := d.Name
	if name == "" {
		name = p.Name(d.Label)
	}
	if d.Kind == poa.DueDeadline {
		return name
	}
	if name == "" {
		name = p.Text("word.unnamed")
	}
	return p.Enum(d.Kind) + ": " + name
}
