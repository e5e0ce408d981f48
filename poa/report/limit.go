package report

import (
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// DefaultRows is the default of Options.Rows.
const DefaultRows = 5000

const (
	// maxNames is the maximum number of elements that a cell names.
	maxNames = 100
	// maxReference is the maximum length in bytes of the name of an element where another
	// refers to it.
	maxReference = 300
)

// first returns how many of the n elements of a list the document has, and notes it for the
// end of the table if it does not have all. It returns 0 when nothing more can be written.
// list is a list of the plan.
func (d *document) first(list string, n int) int {
	if d.err != nil {
		return 0
	}
	shown := d.shown(n)
	d.omit(list, shown, n)
	return shown
}

// shown returns how many of n elements of a list the document has.
func (d *document) shown(n int) int {
	switch most := d.o.Rows; {
	case most == 0:
		return min(n, DefaultRows)
	case most > 0:
		return min(n, most)
	}
	return n
}

// omit notes that the document does not have all elements of a list.
func (d *document) omit(list string, shown, total int) {
	if shown < total {
		forms := strings.Split(d.Text("list."+list), "|")
		d.omitted = d.TextWith("word.listed",
			norm.Arg{Name: "count", Value: norm.Count(shown)}, norm.Arg{Name: "total", Value: norm.Count(total)}, text("what", forms[len(forms)-1]))
	}
}

// noteOmitted writes the note of first.
func (d *document) noteOmitted() {
	if d.omitted != "" {
		d.note(d.omitted)
		d.omitted = ""
	}
}

// reference returns the name of an element for another that refers to it: the name, cut if
// it is very long.
func reference(name string) string {
	if len(name) <= maxReference {
		return name
	}
	cut := maxReference
	for cut > 0 && !utf8.RuneStart(name[cut]) {
		cut--
	}
	return name[:cut] + "…"
}

// join returns the names of elements, separated by commas: the first maxNames, and how many
// there are besides.
func join(ids []string, name func(string) string) string {
	shown := ids[:min(len(ids), maxNames)]
	all := make([]string, len(shown), len(shown)+1)
	for i, id := range shown {
		all[i] = name(id)
	}
	if more := len(ids) - len(shown); more > 0 {
		all = append(all, "… (+"+count(more)+")")
	}
	return strings.Join(all, ", ")
}
