// Package plangen generates random plans and commands for tests, from bytes: a fuzz target
// passes its input, and rapid a slice of bytes. It derives them from package model, so
// that a new list, field, enum key or command is generated without a change here; a field
// of a new type needs an entry in Generator.typed.
//
// Start with New, then Generator.Document and Generator.Command. Bytes that are used up
// count as zero, for which the smallest choice is made.
package plangen

import (
	"sort"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Generator generates documents and commands.
type Generator struct {
	// Wrong makes it generate wrong values too: of another type, impossible dates,
	// references to nothing, ids in use.
	Wrong bool
	// Lengths are the lengths of lists by their names, of the document or of each element;
	// the default is up to three.
	Lengths map[string]int

	data []byte
	next int // the number of ids generated

	ids      map[string][]string // of the current document, by list
	all      []string            // ids of all lists
	paths    []norm.Path         // of the values of the current document
	elements []norm.Path         // of its elements
}

// New returns a Generator that reads its choices from data.
func New(data []byte) *Generator { return &Generator{data: data} }

// Seeded returns a Generator that reads Bytes(seed, n).
func Seeded(seed uint64, n int) *Generator { return New(Bytes(seed, n)) }

// Bytes returns the first n bytes of a sequence that seed determines.
func Bytes(seed uint64, n int) []byte {
	data := make([]byte, n)
	for i := range data { // splitmix64
		seed += 0x9E3779B97F4A7C15
		x := seed
		x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
		x = (x ^ x>>27) * 0x94D049BB133111EB
		data[i] = byte(x >> 56)
	}
	return data
}

// length returns the length of a list.
func (g *Generator) length(list string) int {
	if n, ok := g.Lengths[list]; ok {
		return n
	}
	return g.N(4)
}

// Done reports whether the bytes are used up.
func (g *Generator) Done() bool { return len(g.data) == 0 }

// N returns a number from 0 to n-1, or 0 if the bytes are used up.
func (g *Generator) N(n int) int {
	if n < 2 || len(g.data) == 0 {
		return 0
	}
	v := int(g.data[0])
	g.data = g.data[1:]
	if n > 256 && len(g.data) > 0 {
		v = v<<8 | int(g.data[0])
		g.data = g.data[1:]
	}
	return v % n
}

func pick[T any](g *Generator, list ...T) T { return list[g.N(len(list))] }

// Document returns a document with valid references, in JSON. Without Wrong, it can be
// opened.
func (g *Generator) Document() string {
	g.ids, g.all, g.paths, g.elements = map[string][]string{}, nil, nil, nil
	for _, dependent := range []bool{false, true} {
		for _, f := range model.Fields() {
			needed := requiredRefs(model.Fields(), f.Path+"[].")
			if !f.IsList() || strings.Contains(string(f.Path), "[]") || len(needed) > 0 != dependent || !g.have(needed) {
				continue
			}
			for range g.length(string(f.Path)) {
				g.newID(string(f.Path), "")
			}
		}
	}
	doc := g.object(model.Fields(), "", "", `"schema":1,"id":"plan"`)
	return doc[:len(doc)-1] + g.notes() + "}"
}

// notes returns the members of the illustrative marks and the pending texts.
func (g *Generator) notes() string {
	var marks, pending []string
	used := map[norm.Path]bool{}
	for range g.N(4) {
		marks = append(marks, quote(string(g.path(true))))
	}
	for range g.N(4) {
		if p := g.path(true); !used[p] {
			used[p] = true
			pending = append(pending, `{"path":`+quote(string(p))+`,"text":`+quote(g.text())+`}`)
		}
	}
	s := ""
	if len(marks) > 0 {
		s += `,"illustrative":[` + strings.Join(marks, ",") + "]"
	}
	if len(pending) > 0 {
		s += `,"pending":[` + strings.Join(pending, ",") + "]"
	}
	return s
}

// path returns the path of a value of the current document, or sometimes, if absent is
// set, one that leads nowhere.
func (g *Generator) path(absent bool) norm.Path {
	if len(g.paths) == 0 {
		return "mission"
	}
	if g.N(12) == 11 && absent {
		return pick(g, norm.Path("activities[nobody].name"), "activities[", "x.y")
	}
	return g.paths[g.N(len(g.paths))]
}

// newID adds an id to a list. nested is set if the list is one of an element.
func (g *Generator) newID(list, of string) string {
	if g.Wrong && len(g.all) > 0 && g.N(30) == 29 {
		return g.all[g.N(len(g.all))]
	}
	g.next++
	id := list[:2] + of + strconv.Itoa(g.next)
	g.ids[list] = append(g.ids[list], id)
	g.all = append(g.all, id)
	return id
}

// object returns an object with the fields whose path begins with prefix. at is the path
// of the object in the document, and head its first members.
func (g *Generator) object(fields []model.Field, prefix, at norm.Path, head string) string {
	var members []string
	if head != "" {
		members = append(members, head)
	}
	for _, f := range fields {
		name, ok := strings.CutPrefix(string(f.Path), string(prefix))
		if !ok || strings.ContainsAny(name, ".[") || (name == "id" || name == "schema") && head != "" {
			continue
		}
		switch name {
		case "illustrative", "pending", "edits", "mark", "unmark":
			continue
		}
		if top := f.IsList() && at == ""; top && len(g.ids[name]) == 0 || !top && !f.Required && name != "fiscalYear" && g.N(3) == 0 {
			continue
		}
		path := at.Field(name)
		value := g.value(fields, f, path)
		if value == "" {
			continue
		}
		members = append(members, quote(name)+":"+value)
		g.paths = append(g.paths, path)
	}
	if g.Wrong && g.N(60) == 59 {
		members = append(members, `"nobody":1`)
	}
	return "{" + strings.Join(members, ",") + "}"
}

// value returns a value of a field, or "" if there is none: a reference to an empty list.
func (g *Generator) value(fields []model.Field, f model.Field, at norm.Path) string {
	if g.Wrong && g.N(40) == 39 {
		return pick(g, "null", "5", `"31/02"`, "[]", "{}", `"2027-02-30"`, `"nobody"`, "true", `"1.005"`, "[null]", `""`, "-1e999")
	}
	switch {
	case f.IsList():
		return g.list(fields, f, at)
	case f.Ref != "" && f.Type == "[]string":
		return g.references(f.Ref)
	case f.Ref != "":
		ids := g.targets(f.Ref)
		if made := append(g.ids["progress"][:len(g.ids["progress"]):len(g.ids["progress"])], g.ids["measurements"]...); f.Required && f.Ref == "*" && len(made) > 0 {
			ids = made // what can be withdrawn
		}
		if len(ids) == 0 {
			return ""
		}
		return quote(ids[g.N(len(ids))])
	}
	if f.Required && f.Type == "calendar.Span" && g.N(4) > 0 { // of a measurement
		return pick(g, `{"start":"2027-01-01","end":"2027-03-31"}`, `{"start":"2027-04-01","end":"2027-06-30"}`, `{"start":"2027-01-01","end":"2027-12-31"}`)
	}
	if hasFields(fields, f.Path+".") {
		return g.object(fields, f.Path+".", at, "")
	}
	return g.typed(f)
}

func hasFields(fields []model.Field, prefix norm.Path) bool {
	i := sort.Search(len(fields), func(i int) bool { return fields[i].Path >= prefix })
	if i < len(fields) && strings.HasPrefix(string(fields[i].Path), string(prefix)) {
		return true
	}
	for _, f := range fields { // the fields of commands are not sorted
		if strings.HasPrefix(string(f.Path), string(prefix)) {
			return true
		}
	}
	return false
}

// requiredRefs returns the lists that the elements with the fields that begin with prefix
// must refer to.
func requiredRefs(fields []model.Field, prefix norm.Path) (lists []string) {
	for _, f := range fields {
		if f.Required && f.Ref != "" && strings.HasPrefix(string(f.Path), string(prefix)) {
			lists = append(lists, f.Ref)
		}
	}
	return lists
}

// have reports whether none of the lists is empty.
func (g *Generator) have(lists []string) bool {
	for _, l := range lists {
		if len(g.targets(l)) == 0 {
			return false
		}
	}
	return true
}

// list returns the elements of a list.
func (g *Generator) list(fields []model.Field, f model.Field, at norm.Path) string {
	prefix := f.Path + "[]."
	name := string(f.Path[strings.LastIndexAny(string(f.Path), ".")+1:])
	ids := g.ids[name]
	if nested := strings.Contains(string(f.Path), "."); nested {
		ids = nil
		for range g.length(name) {
			ids = append(ids, g.newID(name, ""))
		}
	}
	var elements []string
	for _, id := range ids {
		elements = append(elements, g.object(fields, prefix, at.Item(id), `"id":`+quote(id)))
		g.elements = append(g.elements, at.Item(id))
	}
	return "[" + strings.Join(elements, ",") + "]"
}

// targets returns the ids that a reference may have.
func (g *Generator) targets(list string) []string {
	if list == "*" {
		return g.all
	}
	return g.ids[list]
}

func (g *Generator) references(list string) string {
	ids := g.targets(list)
	var refs []string
	for range g.N(4) {
		if len(ids) > 0 {
			refs = append(refs, quote(ids[g.N(len(ids))]))
		}
	}
	return "[" + strings.Join(refs, ",") + "]"
}

// typed returns a value of the type of a field. It panics on a type that it does not know:
// add it here.
func (g *Generator) typed(f model.Field) string {
	if keys := model.EnumKeys(f.Type); keys != nil {
		return quote(keys[g.N(len(keys))])
	}
	name := string(f.Path[strings.LastIndexByte(string(f.Path), '.')+1:])
	switch strings.TrimPrefix(f.Type, "*") {
	case "string":
		return quote(g.named(name))
	case "int":
		switch name {
		case "fiscalYear":
			return pick(g, "2027", "2027", "2027", "2027", "2027", "2027", "2027", "2027", "2026", "1", "9999", "0", "-5")
		case "month":
			return strconv.Itoa(1 + g.N(12))
		}
		return pick(g, "1", "2", "3", "12", "100", "0", "-1", "9007199254740992")
	case "bool":
		return pick(g, "true", "false")
	case "calendar.Date":
		if f.Required && g.N(2) == 1 { // of a record: after most of what it may be about
			return quote(pick(g, "2027-12-31", "2028-01-05", "2028-12-31"))
		}
		return quote(g.date())
	case "budget.Money":
		return quote(g.money())
	case "exact.Number":
		return quote(g.number())
	case "budget.Months":
		return g.twelve(g.money)
	case "kpi.MonthlyTargets":
		return g.twelve(g.number)
	case "[]calendar.Weekday":
		return pick(g, `["monday","tuesday","wednesday","thursday","friday"]`, `["saturday"]`, `[]`, `["monday","sunday"]`)
	case "[]kpi.Reading":
		return `[{"symbol":` + quote(g.named("symbol")) + `,"value":` + quote(g.number()) + `}]`
	case "[]string":
		return `["` + g.named(name) + `"]`
	case "poa.Ext":
		return g.ext()
	}
	panic("plangen: no values of type " + f.Type + " (" + string(f.Path) + ")")
}

func (g *Generator) twelve(value func() string) string {
	list := make([]string, 12)
	for i := range list {
		list[i] = quote(value())
	}
	return "[" + strings.Join(list, ",") + "]"
}

func (g *Generator) ext() string {
	var members []string
	for i := range g.N(3) {
		members = append(members, quote(pick(g, "mx.gob", "mx.a", "z")+strconv.Itoa(i))+":"+pick(g, "1", `"\u003cb\u003e"`, `{"a":[1,null,{"b":"ñ"}]}`, "[]", "true"))
	}
	return "{" + strings.Join(members, ",") + "}"
}

func (g *Generator) text() string {
	return pick(g, "Gaceta", "", "áéí ñ", "<b>&", "=1+1", "31/02", "a\nb", "\u2028", "🎉", `"\`, "\u202e")
}

// named returns a text for a field called name.
func (g *Generator) named(name string) string {
	switch name {
	case "calendar":
		return pick(g, "jalisco", "lft", "jalisco + bancos", "nobody", "")
	case "formula":
		return pick(g, "A", "A/B*100", "(A/B-1)*100", "A+", "C", "")
	case "symbol":
		return pick(g, "A", "B", "C", "")
	case "item":
		return pick(g, "361", "211", "999", "36")
	case "cff":
		return pick(g, "15", "25", "99", "1")
	case "inegi":
		return pick(g, "14112", "14085", "1001", "x")
	case "light":
		return pick(g, "shcp", "nope", "")
	case "rule":
		return pick(g, "05-13", "May Mon1", "05-13 3d", "nope", "")
	case "holiday":
		return pick(g, "navidad", "nope", "")
	}
	return g.text()
}

func (g *Generator) date() string {
	if g.N(20) == 19 {
		return pick(g, "0001-01-01", "9999-12-31", "2026-12-31", "2028-01-01", "1999-05-05")
	}
	month, day := strconv.Itoa(101 + g.N(12))[1:], strconv.Itoa(101 + g.N(28))[1:]
	return "2027-" + month + "-" + day
}

func (g *Generator) money() string {
	return pick(g, "0.00", "1.00", "1000.50", "-3.25", "90071992547409.91")
}

func (g *Generator) number() string {
	return pick(g, "0", "1", "2.5", "1/3", "100", "-7", "9223372036854775807")
}

func quote(s string) string { return wire.Quote(s) }
