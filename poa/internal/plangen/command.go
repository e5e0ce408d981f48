package plangen

import (
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Read makes a document the current one, to which the next commands refer. It must be
// valid JSON.
func (g *Generator) Read(document string) {
	g.ids, g.all, g.paths, g.elements = map[string][]string{}, nil, nil, nil
	g.scan("", document)
}

func (g *Generator) scan(at norm.Path, value string) {
	d := wire.NewStringDecoder(value)
	switch value[0] {
	case '{':
		for d.Open(); d.Next(); {
			path := at.Field(d.Key())
			if at == "ext" {
				path = at.Item(d.Key())
			}
			below, _ := d.Raw()
			if g.scan(path, below); at != "ext" {
				g.paths = append(g.paths, path)
			}
		}
	case '[':
		list := string(at[strings.LastIndexByte(string(at), '.')+1:])
		for d.OpenList(); d.More(); {
			element, _ := d.Raw()
			if element[0] != '{' {
				continue
			}
			id, ok := wire.NewStringDecoder(element).Peek("id")
			if !ok {
				continue
			}
			g.ids[list], g.all, g.elements = append(g.ids[list], id), append(g.all, id), append(g.elements, at.Item(id))
			g.scan(at.Item(id), element)
		}
	}
}

// Command returns a command for the current document, in JSON: a Change, or sometimes an
// act. It may be rejected: an act may be of a closed period.
func (g *Generator) Command() string {
	if g.N(5) == 4 {
		return g.Act()
	}
	return g.Change()
}

// Act returns an act, or a Change if there are no elements that records can be about.
func (g *Generator) Act() string {
	kinds := model.Commands()
	kind := kinds[g.N(len(kinds))]
	fields := model.CommandFields()
	if !g.have(requiredRefs(fields, norm.Path(kind+"."))) {
		return g.Change()
	}
	var members []string
	for _, f := range fields {
		name, ok := strings.CutPrefix(string(f.Path), kind+".")
		switch {
		case !ok || strings.ContainsAny(name, ".["):
		case f.IsList():
			var list []string
			for range 1 + g.N(3) {
				list = append(list, g.object(fields, f.Path+"[].", "", `"id":`+quote(g.newID("record", "x"))))
			}
			members = append(members, quote(name)+":["+strings.Join(list, ",")+"]")
		case hasFields(fields, f.Path+"."):
			members = append(members, quote(name)+":"+g.object(fields, f.Path+".", "", `"id":`+quote(g.newID("record", "x"))))
		}
	}
	if len(members) == 0 {
		return g.Change()
	}
	return `{"kind":` + quote(kind) + "," + strings.Join(members, ",") + "}"
}

// Change returns a Change with up to six edits and some notes. Each edit is valid by
// itself, but may be rejected after the others.
func (g *Generator) Change() string {
	var edits, marks, unmarks, pending []string
	for range 1 + g.N(6) {
		if e := g.edit(); e != "" {
			edits = append(edits, e)
		}
	}
	if g.N(4) == 3 {
		marks = append(marks, quote(string(g.path(g.Wrong))))
		unmarks = append(unmarks, quote(string(g.path(false))))
	}
	if g.N(4) == 3 {
		for range 1 + g.N(2) {
			pending = append(pending, `{"path":`+quote(string(g.path(false)))+`,"text":`+quote(g.text())+`}`)
		}
	}
	c := `{"kind":"change"`
	for _, part := range []struct {
		name string
		list []string
	}{{"edits", edits}, {"mark", marks}, {"unmark", unmarks}, {"pending", pending}} {
		if len(part.list) > 0 {
			c += `,"` + part.name + `":[` + strings.Join(part.list, ",") + "]"
		}
	}
	return c + "}"
}

// edit returns an edit, or "".
func (g *Generator) edit() string {
	switch g.N(8) {
	case 5:
		return g.insert()
	case 6:
		if len(g.elements) > 0 {
			return `{"op":"remove","path":` + quote(string(g.elements[g.N(len(g.elements))])) + "}"
		}
	case 7:
		if len(g.elements) > 0 {
			path := g.elements[g.N(len(g.elements))]
			list := path[:strings.LastIndexByte(string(path), '[')]
			name := string(list[strings.LastIndexByte(string(list), '.')+1:])
			before := ""
			if ids := g.ids[name]; g.N(3) > 0 && len(ids) > 0 {
				before = `,"before":` + quote(ids[g.N(len(ids))])
			}
			return `{"op":"move","path":` + quote(string(path)) + before + "}"
		}
	}
	return g.set()
}

// set returns an edit of a field of the document or of an element.
func (g *Generator) set() string {
	fields := model.Fields()
	f := fields[g.N(len(fields))]
	switch f.Path {
	case "illustrative", "pending":
		return ""
	}
	if f.IsList() {
		return g.insert()
	}
	path, ok := g.instance(f.Path)
	if !ok {
		return ""
	}
	value := g.value(fields, f, path)
	switch {
	case value == "" || g.N(6) == 5:
		value = "null"
	case value[0] == '[' && strings.Count(value, ",") == 11 && g.N(2) == 1:
		value = value[1:strings.IndexByte(value, ',')]
		path = path.Field(strconv.Itoa(1 + g.N(12)))
	case f.Type == "poa.Ext" && g.N(2) == 1:
		path, value = path.Item(pick(g, "mx.gob0", "mx.a1", "new")), pick(g, "1", "null", `{"a":[]}`)
	}
	return `{"op":"set","path":` + quote(string(path)) + `,"value":` + value + "}"
}

// insert returns an edit that inserts an element into a list.
func (g *Generator) insert() string {
	var lists []model.Field
	for _, f := range model.Fields() {
		if f.IsList() && !isRecord(f) {
			lists = append(lists, f)
		}
	}
	f := lists[g.N(len(lists))]
	path, ok := g.instance(f.Path)
	if !ok {
		return ""
	}
	name := string(path[strings.LastIndexByte(string(path), '.')+1:])
	before := ""
	if ids := g.ids[name]; g.N(2) > 0 && len(ids) > 0 {
		before = `,"before":` + quote(ids[g.N(len(ids))])
	}
	id := g.newID(name, "n")
	value := g.object(model.Fields(), f.Path+"[].", path.Item(id), `"id":`+quote(id))
	g.elements = append(g.elements, path.Item(id))
	return `{"op":"insert","path":` + quote(string(path)) + `,"value":` + value + before + "}"
}

func isRecord(f model.Field) bool {
	for _, l := range model.Lists() {
		if l.Record && l.Name == string(f.Path) {
			return true
		}
	}
	return false
}

// instance returns a path of the current document for the path of a field, with the ids of
// elements in the brackets. ok is false if there are no such elements.
func (g *Generator) instance(field norm.Path) (path norm.Path, ok bool) {
	i := strings.LastIndex(string(field), "[]")
	if i < 0 {
		return field, true
	}
	var of []norm.Path
	for _, e := range g.elements {
		if shape(e) == field[:i+2] {
			of = append(of, e)
		}
	}
	if len(of) == 0 {
		return "", false
	}
	return of[g.N(len(of))] + field[i+2:], true
}

// shape returns a path without ids: "activities[].name".
func shape(path norm.Path) norm.Path {
	var b strings.Builder
	inside := false
	for i := range len(path) {
		switch c := path[i]; {
		case c == ']':
			inside = false
			b.WriteString("]")
		case !inside:
			b.WriteByte(c)
			inside = c == '['
		}
	}
	return norm.Path(b.String())
}

// Paths returns the paths of the values of the current document.
func (g *Generator) Paths() []norm.Path { return g.paths }
