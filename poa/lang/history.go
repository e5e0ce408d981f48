package lang

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
)

// History returns a description of a step of the history, to be shown with undo
// and redo: "Cambiar las fechas de la actividad". If there are several commands,
// it describes the first and counts the others.
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
			common, ok := commonPath(e, next)
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
		return p.phrase("history.pending", p.Place(change.Pending[0].Path))
	case len(change.Unmark) > 0:
		return p.Text("history.unmark")
	case len(change.Mark) > 0:
		return p.Text("history.mark")
	}
	return p.Text("history.change")
}

// commonPath returns one path that describes both edits, if there is one: the span for
// its start and its end, or the path of a if that of b is within it.
func commonPath(a, b norm.Edit) (norm.Path, bool) {
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
		return p.phrase(key, p.list(e.Path, 2))
	}
	return p.phrase(key, p.Place(e.Path))
}

func (p *Printer) phrase(key, what string) string {
	return p.TextWith(key, norm.Arg{Name: "what", Value: norm.Text(what)})
}

func (p *Printer) andOthers(first string, others int) string {
	if others <= 0 {
		return first
	}
	return p.TextWith("history.others",
		norm.Arg{Name: "first", Value: norm.Text(first)}, norm.Arg{Name: "count", Value: norm.Count(others)})
}

// Place returns in words what a path leads to, without the names of the elements:
// "la fecha de inicio de la actividad". The empty path is the plan; a path below a
// field is described as that field. An invalid path is returned unchanged.
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

// fieldOf returns in words the field that a path leads to, without its element.
func (p *Printer) fieldOf(path norm.Path) string {
	if _, field := p.split(path); field != "" {
		return field
	}
	return p.Place(path)
}

// split returns the name of the list of the last element of a path, and the words of
// the field below that element. Both are empty for an invalid path.
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
		if !p.hasText("list." + list) {
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

// list returns a form, from 0 to 3, of the list that a path ends with.
func (p *Printer) list(path norm.Path, form int) string {
	steps, ok := path.Steps()
	if !ok || len(steps) == 0 || !p.hasText("list."+steps[len(steps)-1].Name) {
		return string(path)
	}
	return p.form("list."+steps[len(steps)-1].Name, form)
}

func (p *Printer) hasText(key string) bool {
	_, ok := p.text(key)
	return ok
}

// form returns text n of those that the text of key separates with bars.
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
