package poa

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Structural edits work on a draft: a Document of its own whose lists and
// elements are shared with a plan. They never write to what is shared: the
// list and the element on the path are replaced. A value is put into the JSON
// of its element and the element is read again, so that an edit is refused by
// the same rules and in the same words as a file.

// cursor walks the steps of a path.
type cursor struct {
	path norm.Path // what is left
	ok   bool
}

// next takes one step off. It is not ok at the end of the path and where the
// path is not well formed.
func (c *cursor) next() norm.Step {
	c.ok = false
	s := string(c.path)
	if s == "" {
		return norm.Step{}
	}
	if s[0] == '[' {
		for i := 1; i < len(s); i++ {
			if s[i] != ']' {
				continue
			}
			rest := s[i+1:]
			c.ok = i > 1 && (rest == "" || rest[0] == '[' || rest[0] == '.' && len(rest) > 1)
			if c.path = norm.Path(rest); rest != "" && rest[0] == '.' {
				c.path = norm.Path(rest[1:])
			}
			return norm.Step{Name: s[1:i], ID: true}
		}
		return norm.Step{}
	}
	i := 0
	for i < len(s) && s[i] != '.' && s[i] != '[' && s[i] != ']' {
		i++
	}
	c.ok = i > 0 && (i == len(s) || s[i] == '[' || s[i] == '.' && i+1 < len(s))
	name := s[:i]
	if i < len(s) && s[i] == '.' {
		i++
	}
	c.path = norm.Path(s[i:])
	return norm.Step{Name: name}
}

// target is what a path leads to: the value called rest of an element, of the
// document itself where l is nil, or the element where rest is empty.
type target struct {
	l    *list
	i    int
	at   norm.Path // of the element
	rest norm.Path
	// parent and j are the element that holds l, where l is nested.
	parent *list
	j      int
}

// resolve finds what path leads to. It refuses what no edit may touch and
// paths that lead to no element; whether a field exists is for the codec.
func resolve(d *Document, path norm.Path) (t target, err error) {
	c := cursor{path: path}
	name := c.next()
	if !c.ok || name.ID {
		return t, wire.Refuse(wire.NoElement, path)
	}
	l := d.listNamed(name.Name)
	if l == nil {
		// Extension data is opaque: only a namespace is addressed by its name.
		if name.Name == "ext" && c.path != "" {
			if namespace := c.next(); !c.ok || !namespace.ID || c.path != "" {
				return t, wire.Refuse(wire.NoElement, path)
			}
		} else if strings.IndexByte(string(path), '[') >= 0 {
			return t, wire.Refuse(wire.NoElement, path)
		}
		t.rest = path
		return t, nil
	}
	t.at = norm.Path(name.Name)
	for depth := 0; ; depth++ {
		id := c.next()
		if !c.ok || !id.ID {
			return t, wire.Refuse(wire.NoElement, path)
		}
		i := l.find(id.Name)
		if i < 0 {
			return t, wire.Refuse(wire.NoElement, path, wire.Text("id", id.Name))
		}
		t.l, t.i, t.at, t.rest = l, i, t.at.Item(id.Name), c.path
		if depth > 0 && strings.IndexByte(string(c.path), '[') >= 0 {
			return t, wire.Refuse(wire.NoElement, path)
		}
		if c.path == "" || depth > 0 {
			return t, nil
		}
		inner := c
		name := inner.next()
		if !inner.ok {
			return t, wire.Refuse(wire.NoElement, path)
		}
		n := nestedList(l, i, name.Name)
		if n == nil && strings.IndexByte(string(c.path), '[') >= 0 {
			return t, wire.Refuse(wire.NoElement, path)
		}
		if n == nil || inner.path == "" {
			return t, nil
		}
		t.parent, t.j = l, i
		t.at = t.at.Field(name.Name)
		l, c = n, inner
	}
}

// editable refuses the paths that structural edits cannot address.
func editable(path norm.Path) error {
	c := cursor{path: path}
	name := c.next()
	switch name.Name {
	case "schema", "id", "illustrative", "pending":
		return wire.Refuse(wire.NotEditable, path)
	}
	for k := listKind(1); k <= lastTopList; k++ {
		if k.record() && listNames[k] == name.Name {
			return wire.Refuse(wire.NotEditable, path)
		}
	}
	return nil
}

// json appends the canonical bytes of the element, or of the document without
// its lists and notes.
func (t *target) json(b []byte, d *Document) []byte {
	if t.l != nil {
		return t.l.json(b, t.i)
	}
	head := *d
	head.takeLists(&Document{})
	return appendDocument(b, &head)
}

// valueAt returns the value at path as canonical JSON: a field, an element, a
// list; "null" where it is zero or absent. ok is false where path leads to no
// element or names no field.
func valueAt(d *Document, path norm.Path) (json string, ok bool) {
	t, err := resolve(d, path)
	if err != nil {
		c := cursor{path: path}
		if name := c.next(); c.ok && c.path == "" {
			if l := d.listNamed(name.Name); l != nil {
				return listJSON(l), true
			}
		}
		return "", false
	}
	if t.l == nil {
		switch path {
		case "illustrative":
			return orNull(appendNormPathValues(nil, d.Illustrative), len(d.Illustrative)), true
		case "pending":
			return orNull(appendPendingValues(nil, d.Pending), len(d.Pending)), true
		}
	}
	whole := string(t.json(nil, d))
	if t.rest == "" {
		return whole, true
	}
	spot, ok := wire.Locate(whole, t.rest)
	if ok {
		return whole[spot.Begin:spot.End], true
	}
	// Nothing is written there: a field that is zero, or none at all. The
	// codec knows, when it is told to clear it.
	if t.set(d, whole, "null", true) != nil {
		return "", false
	}
	return "null", true
}

func orNull(json []byte, n int) string {
	if n == 0 {
		return "null"
	}
	return string(json)
}

func listJSON(l *list) string {
	if l.len() == 0 {
		return "null"
	}
	b := []byte{'['}
	for i := range l.len() {
		b = append(l.json(b, i), ',')
	}
	return string(wire.CloseList(b))
}

// set puts a value at t.rest of the JSON of the element and reads the element
// again; dry leaves it at that.
func (t *target) set(d *Document, whole, json string, dry bool) error {
	spliced, begin, end, err := wire.Splice(whole, t.rest, json)
	if err != nil {
		return under(err, t.at)
	}
	dec := wire.NewStringDecoder(spliced)
	if json == "null" || end-begin > len(json) {
		dec.AllowNull(begin, end)
	}
	switch {
	case t.l == nil:
		fresh := &Document{}
		if decodeDocument(dec, fresh); dec.End() && !dry {
			fresh.takeLists(d)
			*d = *fresh
		}
	case dry:
		t.l.try(dec)
	default:
		t.l.put(t.i, dec, false)
	}
	if e := dec.Err(); e != nil {
		if e.Offset -= begin; e.Offset < 0 || e.Offset > len(json) {
			e.Offset = wire.NoOffset
		}
		return under(e, t.at)
	}
	return nil
}

// under seats an error of the codec at the path of its element.
func under(err error, at norm.Path) error {
	if e, ok := err.(*wire.Error); ok {
		e.Path = e.Path.Under(at)
	}
	return err
}

// parse refuses a value that is not one JSON value.
func parse(json string, path norm.Path) (string, error) {
	compact, err := wire.Compact(json)
	if err != nil {
		return "", under(err, path)
	}
	return compact, nil
}

// setValue replaces the value at path in the draft d and returns the one it
// had, both as JSON; "null" clears. A month of an array of twelve is addressed
// by its number: targets.3 is March. To set a field of an optional struct
// makes the struct; a struct whose fields are all zero is absent.
func setValue(d *Document, path norm.Path, json string) (old string, err error) {
	if err := editable(path); err != nil {
		return "", err
	}
	json, err = parse(json, path)
	if err != nil {
		return "", err
	}
	t, err := resolve(d, path)
	if err != nil {
		return "", err
	}
	if t.rest == "" || t.rest == "id" || t.l != nil && t.rest != "" && nestedList(t.l, t.i, string(t.rest)) != nil {
		return "", wire.Refuse(wire.NotEditable, path)
	}
	t.unshare()
	whole := string(t.json(nil, d))
	old = "null"
	if spot, ok := wire.Locate(whole, t.rest); ok {
		old = whole[spot.Begin:spot.End]
	}
	if err := t.set(d, whole, json, false); err != nil {
		return "", err
	}
	return old, nil
}

// unshare copies the element that holds the list of t, where that list is
// nested: put, cut and shift write to the element's field.
func (t *target) unshare() {
	if t.parent == nil {
		return
	}
	name := t.l.kind().String()
	t.parent.unshare()
	t.parent.own(t.j)
	t.l = nestedList(t.parent, t.j, name)
}

// listOfPath returns the list at path, of a draft whose element on the path is
// its own.
func listOfPath(d *Document, path norm.Path) (*list, error) {
	if err := editable(path); err != nil {
		return nil, err
	}
	c := cursor{path: path}
	if name := c.next(); c.ok && c.path == "" {
		if l := d.listNamed(name.Name); l != nil {
			return l, nil
		}
		return nil, wire.Refuse(wire.NoElement, path)
	}
	t, err := resolve(d, path)
	if err != nil {
		return nil, err
	}
	if t.l == nil || t.parent != nil || nestedList(t.l, t.i, string(t.rest)) == nil {
		return nil, wire.Refuse(wire.NoElement, path)
	}
	t.l.unshare()
	t.l.own(t.i)
	return nestedList(t.l, t.i, string(t.rest)), nil
}

// position returns where an element is put that is to stand before another.
func position(l *list, path norm.Path, before string) (int, error) {
	if before == "" {
		return l.len(), nil
	}
	if i := l.find(before); i >= 0 {
		return i, nil
	}
	return 0, wire.Refuse(wire.NoElement, path, wire.Text("id", before))
}

// insertElement adds an element to the list at path, in front of the one
// called before, or at the end, and returns its id. An id that the list has
// already is refused; whether the rest of the document has it is for the
// caller.
func insertElement(d *Document, path norm.Path, json, before string) (id string, err error) {
	l, err := listOfPath(d, path)
	if err != nil {
		return "", err
	}
	i, err := position(l, path, before)
	if err != nil {
		return "", err
	}
	dec := wire.NewStringDecoder(json)
	if id, _ = dec.Peek("id"); id != "" && l.find(id) >= 0 {
		return "", wire.Refuse(wire.DuplicateID, path.Item(id), wire.Text("id", id))
	}
	id, ok := l.put(i, dec, true)
	if !ok {
		return "", under(dec.Err(), path)
	}
	return id, nil
}

// removeElement takes the element at path out of the draft d and returns its
// JSON and the id of the one that followed it, "" at the end. References to it
// stay; see dropReferences.
func removeElement(d *Document, path norm.Path) (json, before string, err error) {
	t, err := element(d, path)
	if err != nil {
		return "", "", err
	}
	json = string(t.l.json(nil, t.i))
	if t.i+1 < t.l.len() {
		before = t.l.id(t.i + 1)
	}
	t.l.cut(t.i)
	return json, before, nil
}

// moveElement puts the element at path in front of the one called before, or
// at the end, of the same list, and returns the id of the one that followed
// it, "" at the end.
func moveElement(d *Document, path norm.Path, before string) (oldBefore string, err error) {
	t, err := element(d, path)
	if err != nil {
		return "", err
	}
	to, err := position(t.l, path, before)
	if err != nil {
		return "", err
	}
	if t.i+1 < t.l.len() {
		oldBefore = t.l.id(t.i + 1)
	}
	if before == t.l.id(t.i) {
		return oldBefore, nil
	}
	if to > t.i {
		to--
	}
	t.l.shift(t.i, to)
	return oldBefore, nil
}

// element resolves the path of an element that an edit may take.
func element(d *Document, path norm.Path) (target, error) {
	if err := editable(path); err != nil {
		return target{}, err
	}
	t, err := resolve(d, path)
	if err == nil && (t.l == nil || t.rest != "") {
		err = wire.Refuse(wire.NoElement, path)
	}
	if err != nil {
		return target{}, err
	}
	t.unshare()
	return t, nil
}
