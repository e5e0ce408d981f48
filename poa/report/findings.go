package report

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func (d *document) findings() {
	if len(d.a.Findings) == 0 {
		d.el("p", d.Text("word.no-findings"))
		return
	}
	var counts [norm.Suggestion + 1]int
	for i := range d.a.Findings {
		if s := d.a.Findings[i].Severity; s <= norm.Suggestion {
			counts[s]++
		}
	}
	d.el("p", d.Count(len(d.a.Findings), "finding")+": "+d.Count(counts[norm.Blocking], "blocking")+", "+
		d.Count(counts[norm.Warning], "warning")+", "+d.Count(counts[norm.Suggestion], "suggestion")+".")
	d.table("findings", d.Text("heading.findings"), "same", heads("severity:badge-column finding:name basis")...)
	for i := range d.a.Findings {
		f := &d.a.Findings[i]
		d.row()
		d.open("td")
		d.badge(d.Severity(f.Severity))
		d.close("td")
		d.open("th", "scope", "row", "class", "prose")
		d.text(d.Finding(*f))
		if len(f.Fixes) > 0 {
			d.open("span", "class", "under")
			d.el("b", d.Text("heading.fixes")+":")
			d.close("span")
			for _, fix := range f.Fixes {
				d.el("span", "– "+d.Fix(fix), "class", "under")
			}
		}
		d.close("th")
		d.open("td")
		if f.Basis != nil {
			d.citation(*f.Basis)
		} else {
			d.text(d.Text("word.no-basis"))
		}
		d.close("td")
		d.close("tr")
	}
	d.endTable()
}

// citation writes an article and, unless it is sourced, its status.
func (d *document) citation(b norm.Basis) {
	d.spanish(b.Cite())
	d.status(b.Status)
}

func (d *document) status(s norm.Status) {
	if s != norm.Sourced && s.String() != "" {
		d.text(" ")
		d.el("span", d.Enum(s), "class", "status "+s.String())
	}
}

// citedArticle is an article and what cites it.
type citedArticle struct {
	basis   norm.Basis
	subject string
}

// citations returns the articles that blackouts and findings cite, without
// duplicates, ordered by citation.
func (d *document) citations() []*citedArticle {
	if d.isCited {
		return d.cited
	}
	d.isCited = true
	seen := make(map[norm.Basis]bool)
	isNew := func(b norm.Basis) bool {
		d.visited++
		if b.IsZero() || seen[b] {
			return false
		}
		seen[b] = true
		return true
	}
	for i := range d.a.Campaigns {
		for _, c := range d.a.Campaigns[i].Conflicts {
			if isNew(c.Blackout.Basis) {
				d.cited = append(d.cited, &citedArticle{c.Blackout.Basis, d.Name(c.Blackout.Name)})
			}
		}
	}
	for i := range d.a.Findings {
		if f := &d.a.Findings[i]; f.Basis != nil && isNew(*f.Basis) {
			d.cited = append(d.cited, &citedArticle{*f.Basis, d.Finding(*f)})
		}
	}
	slices.SortStableFunc(d.cited, func(x, y *citedArticle) int { return strings.Compare(x.basis.Cite(), y.basis.Cite()) })
	return d.cited
}

func (d *document) basis() {
	used := [norm.FromMemory + 1]bool{}
	d.daysOff(&used)
	d.ownDays()
	if list := d.citations(); len(list) > 0 {
		d.el("h3", d.Text("heading.citations"))
		d.table("citations", d.Text("heading.citations"), "same", heads("basis:name subject:name published checked status")...)
		for i := range list {
			b := &list[i].basis
			used[min(b.Status, norm.FromMemory)] = true
			d.row()
			d.open("th", "scope", "row")
			d.spanish(b.Cite())
			d.close("th")
			d.open("td")
			d.text(list[i].subject)
			if b.Note != "" {
				d.open("span", "class", "under")
				d.spanish(b.Note)
				d.close("span")
			}
			d.close("td")
			d.el("td", d.citationDate(b.Published), "class", "tight")
			d.el("td", d.citationDate(b.Checked), "class", "tight")
			d.el("td", d.Enum(b.Status), "class", "tight")
			d.close("tr")
		}
		d.endTable()
	}
	d.open("dl", "class", "legend")
	for s := norm.Sourced; s <= norm.FromMemory; s++ {
		if used[s] {
			d.fact("enum.norm.status."+s.String(), d.Text("word.status-"+s.String()), "")
		}
	}
	d.close("dl")
}

// citationDate formats an ISO date of a citation; it returns any other text unchanged, and "–"
// for "".
func (d *document) citationDate(text string) string {
	date, err := calendar.ParseDate(text)
	if err != nil {
		return or(text, "–")
	}
	return d.DateShort(date)
}
