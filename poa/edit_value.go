package poa

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Structural edits change a draft: a Document that shares lists and elements with a plan.
// They never modify shared memory: they replace the list and the element on the path. A
// value is spliced into the JSON of its element, which is decoded again, so that the rules
// and errors for edits are those for files.

// valueAt returns the value at path as canonical JSON: a field, an element or a list;
// "null" if it is zero or absent. ok is false if there is no such element or field.
func valueAt(d *Document, path norm.Path) (json string, ok bool) {
	t, err := resolve(d, path)
	if err != nil {
		return "", false
	}
	if l := t.list(d); l != nil {
		return listJSON(l), true
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
	// The JSON has no such field: it is zero, or does not exist. The decoder rejects a
	// null only in the latter case.
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

func listJSON(l list) string {
	if l.len() == 0 {
		return "null"
	}
	b := []byte{'['}
	for i := range l.len() {
		b = append(l.json(b, i), ',')
	}
	return string(wire.CloseList(b))
}

// set sets the value at t.rest in whole, the JSON of the element, and replaces the element
// with the result. If dry, it only decodes the result.
func (t *target) set(d *Document, whole, json string, dry bool) error {
	spliced, begin, end, err := wire.Splice(whole, t.rest, json)
	if err != nil {
		return prefixPath(err, t.at)
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
		t.l.replace(t.i, dec)
	}
	if e := dec.Err(); e != nil {
		if e.Offset -= begin; e.Offset < 0 || e.Offset > len(json) {
			e.Offset = wire.NoOffset
		}
		return prefixPath(e, t.at)
	}
	return nil
}

// prefixPath puts at in front of the path of an error of the codec.
func prefixPath(err error, at norm.Path) error {
	if e, ok := err.(*wire.Error); ok {
		e.Path = e.Path.Under(at)
	}
	return err
}

// compactJSON is wire.Compact for the value of an edit at path.
func compactJSON(json string, path norm.Path) (string, error) {
	compact, err := wire.Compact(json)
	if err != nil {
		return "", prefixPath(err, path)
	}
	return compact, nil
}

// setValue replaces the value at path in the draft d and returns the old one, both as
// JSON; "null" clears the value. A month in an array of twelve is addressed by its number:
// targets.3 is March. Setting a field of an optional struct creates the struct; a struct
// whose fields are all zero is absent.
func setValue(d *Document, path norm.Path, json string) (old string, err error) {
	if err := editable(path); err != nil {
		return "", err
	}
	json, err = compactJSON(json, path)
	if err != nil {
		return "", err
	}
	t, err := resolve(d, path)
	if err != nil {
		return "", err
	}
	if t.rest == "" || t.rest == "id" || t.list(d) != nil {
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

// listAt returns the list at path, after copying the elements on the path.
func listAt(d *Document, path norm.Path) (list, error) {
	if err := editable(path); err != nil {
		return nil, err
	}
	t, err := resolve(d, path)
	if err != nil {
		return nil, err
	}
	l := t.list(d)
	if l == nil {
		return nil, wire.Refuse(wire.NoElement, path)
	}
	if t.l == nil {
		return l, nil
	}
	t.unshare()
	t.l.unshare()
	t.l.unshareElement(t.i)
	return t.list(d), nil
}

// position returns the position at which to insert an element in front of the one with id
// before, or the end of the list if before is "".
func position(l list, path norm.Path, before string) (int, error) {
	if before == "" {
		return l.len(), nil
	}
	if i := l.find(before); i >= 0 {
		return i, nil
	}
	return 0, wire.Refuse(wire.NoElement, path, wire.Text("id", before))
}

// insertElement inserts an element into the list at path, in front of the one with id
// before, or at the end, and returns its id. The caller must check that the id is unused.
func insertElement(d *Document, path norm.Path, json, before string) (id string, err error) {
	l, err := listAt(d, path)
	if err != nil {
		return "", err
	}
	i, err := position(l, path, before)
	if err != nil {
		return "", err
	}
	dec := wire.NewStringDecoder(json)
	id, ok := l.insert(i, dec)
	if !ok {
		return "", prefixPath(dec.Err(), path)
	}
	return id, nil
}

// remove removes the element from its list and returns its JSON and the id of the element
// that followed it, "" at the end. It does not remove references to it: see dropReferences.
func (t *target) remove() (json, before string) {
	json = string(t.l.json(nil, t.i))
	if t.i+1 < t.l.len() {
		before = t.l.id(t.i + 1)
	}
	t.l.remove(t.i)
	return json, before
}

// moveElement moves the element at path in front of the one with id before, or to the end
// of its list, and returns the id of the element that followed it, "" at the end.
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
	t.l.move(t.i, to)
	return oldBefore, nil
}

// element returns the target of an element to be removed or moved.
func element(d *Document, path norm.Path) (target, error) {
	if err := editable(path); err != nil {
		return target{}, err
	}
	t, err := resolve(d, path)
	if err == nil && !t.element() {
		err = wire.Refuse(wire.NoElement, path)
	}
	if err != nil {
		return target{}, err
	}
	t.unshare()
	return t, nil
}
