package lang

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
)

// History describes a step of the history, as an undo button shows it: "Cambiar las
// fechas de la actividad". Of several commands it describes the first and counts the
// others.
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

// Place describes the value of a path, without the names of the elements: "la fecha de
// inicio de la actividad". The empty path is the plan, and a path below a field is that
// field. An unknown path is returned unchanged.
func (p *Printer) Place(path norm.Path) string {
	if path == "" {
		return p.Text("word.plan")
	}
	list, field := p.split(path)
	switch {
	case field == "" && list == "":
		return string(path)
	case field == "":
		return p.form("list."+list, 0)
	case list == "":
		return field
	}
	return field + " " + p.form("list."+list, 1)
}

// fieldOf describes the field of a path, without its element.
func (p *Printer) fieldOf(path norm.Path) string {
	if _, field := p.split(path); field != "" {
		return field
	}
	return p.Place(path)
}

// split returns the list of the last element of a path, and the words of the field
// below it. Both are empty for a path that leads nowhere.
func (p *Printer) split(path norm.Path) (list, field string) {
	steps, ok := path.Steps()
	if !ok {
		return "", ""
	}
	element := len(steps) - 1
	for element >= 0 && !steps[element].ID {
		element--
	}
	if element > 0 {
		list = steps[element-1].Name
		if !p.known("list." + list) {
			return "", ""
		}
	}
	below := steps[element+1:]
	if f, ok := model.At(path); ok && f.IsList() {
		return list, p.form("list."+below[len(below)-1].Name, 3)
	}
	for n := len(below); n > 0; n-- {
		key := "field"
		for _, s := range below[:n] {
			key += "." + s.Name
		}
		if words, ok := p.text(key); ok {
			return list, words
		}
	}
	if len(below) > 0 {
		return "", ""
	}
	return list, ""
}

// isDate reports whether a path leads to a date.
func isDate(path norm.Path) bool {
	f, ok := model.At(path)
	return ok && f.Type == "calendar.Date"
}

// list returns one of the four forms of the list that a path ends with.
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

// form returns one of the texts between bars.
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
