package lang

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
)

// History says what a step of the history did, as it stands behind "undo":
// "Cambiar las fechas de la actividad". Of several commands it says the first
// and how many more there are.
func (p *Printer) History(commands ...poa.Command) string {
	if len(commands) == 0 {
		return ""
	}
	first := p.command(commands[0])
	return p.andOthers(first, len(commands)-1)
}

func (p *Printer) command(c poa.Command) string {
	change, ok := c.(*poa.Change)
	if !ok {
		return p.Text("history." + c.Kind())
	}
	if len(change.Edits) > 0 {
		e, merged := change.Edits[0], 1
		for _, next := range change.Edits[1:] {
			common, ok := together(e, next)
			if !ok {
				break
			}
			e.Path = common
			merged++
		}
		return p.andOthers(p.edit(e), len(change.Edits)-merged)
	}
	switch {
	case len(change.Pending) > 0:
		return p.what("history.pending", p.Place(change.Pending[0].Path))
	case len(change.Unmark) > 0:
		return p.Text("history.unmark")
	case len(change.Mark) > 0:
		return p.Text("history.mark")
	}
	return p.Text("history.change")
}

// together returns the field that two edits change between them: of the start
// and the end of a span, the span.
func together(a, b norm.Edit) (norm.Path, bool) {
	if a.Op != norm.OpSet || b.Op != norm.OpSet {
		return "", false
	}
	i := strings.LastIndexByte(string(a.Path), '.')
	j := strings.LastIndexByte(string(b.Path), '.')
	switch {
	case i > 0 && j > 0 && a.Path[:i] == b.Path[:j] && a.Path[i-1] != ']':
		return a.Path[:i], true
	case b.Path.Within(a.Path):
		return a.Path, true
	}
	return "", false
}

func (p *Printer) edit(e norm.Edit) string {
	key := "history." + e.Op.String()
	if e.Op == norm.OpInsert {
		return p.what(key, p.list(e.Path, 2))
	}
	return p.what(key, p.Place(e.Path))
}

func (p *Printer) what(key, what string) string {
	return p.TextWith(key, norm.Arg{Name: "what", Value: norm.Text(what)})
}

func (p *Printer) andOthers(first string, others int) string {
	if others <= 0 {
		return first
	}
	return p.TextWith("history.others",
		norm.Arg{Name: "first", Value: norm.Text(first)}, norm.Arg{Name: "count", Value: norm.Count(others)})
}

// Place says in words what a path leads to, without the names of the elements:
// "la fecha de inicio de la actividad". The empty path is the plan; a path it
// has no words for is shown as it is.
func (p *Printer) Place(path norm.Path) string {
	steps, ok := path.Steps()
	if !ok || len(steps) == 0 {
		if path == "" {
			return p.Text("word.plan")
		}
		return string(path)
	}
	// The element is the last id, the field what follows it.
	element := -1
	for i, s := range steps {
		if s.ID {
			element = i
		}
	}
	field := steps[element+1:]
	owner := ""
	switch {
	case element > 0:
		owner = steps[element-1].Name
	case len(field) > 1 && (field[0].Name == "office" || field[0].Name == "baseline"):
		owner, field = field[0].Name, field[1:]
	case len(field) == 1 && p.known("list."+field[0].Name):
		return p.form("list."+field[0].Name, 3)
	}
	if len(field) > 1 && field[0].Name == "baseline" {
		owner, field = "baseline", field[1:]
	}
	if len(field) == 0 {
		if !p.known("list." + owner) {
			return string(path)
		}
		return p.form("list."+owner, 0)
	}
	name, ok := p.field(field)
	if !ok {
		return string(path)
	}
	if owner == "" {
		return name
	}
	if !p.known("list." + owner) {
		return string(path)
	}
	return name + " " + p.form("list."+owner, 1)
}

// fieldOf says the field of an element that a path leads to, without the element.
func (p *Printer) fieldOf(path norm.Path) string {
	steps, _ := path.Steps()
	for i := len(steps) - 1; i >= 0; i-- {
		if steps[i].ID {
			steps = steps[i+1:]
			break
		}
	}
	if name, ok := p.field(steps); ok {
		return name
	}
	return p.Place(path)
}

// isDate reports whether a path leads to a date.
func isDate(path norm.Path) bool {
	steps, _ := path.Steps()
	if len(steps) == 0 {
		return false
	}
	switch steps[len(steps)-1].Name {
	case "start", "end", "date", "instead", "event", "due":
		return true
	}
	return false
}

// field finds the words of a field: of the whole of it, or of what it begins
// with.
func (p *Printer) field(steps []norm.Step) (string, bool) {
	for n := len(steps); n > 0; n-- {
		key := "field"
		for _, s := range steps[:n] {
			key += "." + s.Name
		}
		if text, ok := p.text(key); ok {
			return text, true
		}
	}
	return "", false
}

// list says one of the four forms of the list a path ends with.
func (p *Printer) list(path norm.Path, form int) string {
	steps, ok := path.Steps()
	if !ok || len(steps) == 0 || !p.known("list."+steps[len(steps)-1].Name) {
		return string(path)
	}
	return p.form("list."+steps[len(steps)-1].Name, form)
}

func (p *Printer) known(key string) bool {
	_, ok := p.text(key)
	return ok
}

// form returns one of the texts that stand between bars.
func (p *Printer) form(key string, n int) string {
	text := p.Text(key)
	for ; n > 0; n-- {
		if _, rest, ok := strings.Cut(text, "|"); ok {
			text = rest
		}
	}
	text, _, _ = strings.Cut(text, "|")
	return text
}
