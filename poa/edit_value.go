package poa

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Structural edits change a draft: a Document that shares lists and elements with a plan.
// They never modify shared memory: they replace the list, once for all edits, and the
// element on the path. A value is spliced into the JSON of its element, which is decoded
// again, so that the rules and errors for edits are those for files.

// draft is the state of a Change that is being applied: a document that shares unmodified
// elements with the plan, and the inverse edits.
type draft struct {
	*lookup
	ids     *idIndex
	inverse []norm.Edit // in the order of the edits; reversed at the end
	now     int         // the number of the current edit, from 1

	touched   []norm.Path // elements whose references must be checked
	isTouched map[norm.Path]bool
	set       map[norm.Path]int  // the last edit that set a field, or inserted an element
	removed   map[string]removal // by id
	copied    map[norm.Path]bool // elements that are copies for the draft
	ownExt    bool               // the list of extensions is not shared with a plan
}

// removal is the last removal of an element: the number of the edit, and its path.
type removal struct {
	edit int
	path norm.Path
}

func newDraft(d *Document, ids *idIndex) *draft {
	doc := *d
	return &draft{lookup: newLookup(&doc), ids: ids.draft()}
}

// spliced returns a decoder of whole, the JSON of an element or of the document, with the
// value at path set to json. The value is n bytes long and at begin.
func spliced(whole string, path norm.Path, json string) (dec *wire.Decoder, begin, n int, err error) {
	text, begin, end, err := wire.Splice(whole, path, json)
	if err != nil {
		return nil, 0, 0, err
	}
	dec = wire.NewStringDecoder(text)
	dec.LimitText()
	if json == "null" || end-begin > len(json) {
		dec.AllowNull(begin, end)
	}
	return dec, begin, len(json), nil
}

// decoded returns the error of a decoder of spliced, with the offset in the value and the
// path in the document. The element is at a path.
func decoded(dec *wire.Decoder, begin, n int, at norm.Path) error {
	dec.End()
	e := dec.Err()
	if e == nil {
		return nil
	}
	if e.Offset -= begin; e.Offset < 0 || e.Offset > n {
		e.Offset = wire.NoOffset
	}
	return prefixPath(e, at)
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

// unshare replaces the list of t, and the elements on the path to it, with copies that
// belong to the draft. It does nothing to those that already do.
func (d *draft) unshare(t *target) {
	if t.owner != nil {
		d.unshare(t.owner)
		d.copyElement(t.owner)
	}
	if !t.l.own {
		t.l.unshare()
		t.l.own = true
	}
}

// copyElement replaces the element of t, whose list belongs to the draft, with a copy.
func (d *draft) copyElement(t *target) {
	if d.copied[t.at] {
		return
	}
	t.l.copyElement(t.i)
	d.rebind(t.l, t.i, t.at)
	d.markCopied(t.at)
}

func (d *draft) markCopied(at norm.Path) {
	if d.copied == nil {
		d.copied = make(map[norm.Path]bool)
	}
	d.copied[at] = true
}

// setValue replaces the value at path and returns the old one, both as JSON; "null" clears
// the value. A month in an array of twelve is addressed by its number: targets.3 is March.
// Setting a field of an optional struct creates the struct; a struct whose fields are all
// zero is absent. The old value does not share memory with the document.
func (d *draft) setValue(path norm.Path, json string) (old string, err error) {
	if err := editable(path); err != nil {
		return "", err
	}
	json, err = compactJSON(json, path)
	if err != nil {
		return "", err
	}
	t, err := d.resolve(path)
	if err != nil {
		return "", err
	}
	if t.rest == "" || t.rest == "id" || d.list(&t) != nil {
		return "", wire.Refuse(wire.NotEditable, path)
	}
	if t.l == nil {
		return d.setHead(path, json)
	}
	whole := t.l.fieldsJSON(t.i)
	d.counter.Count(len(whole) / bytesCounted)
	dec, begin, n, err := spliced(whole, t.rest, json)
	if err != nil {
		return "", prefixPath(err, t.at)
	}
	old = valueIn(whole, t.rest)
	d.unshare(&t)
	t.l.replace(t.i, dec)
	if err := decoded(dec, begin, n, t.at); err != nil {
		return "", err
	}
	d.rebind(t.l, t.i, t.at)
	d.markCopied(t.at)
	return old, nil
}

// valueIn returns a copy of the value at path in whole, or "null".
func valueIn(whole string, path norm.Path) string {
	if spot, ok := wire.Locate(whole, path); ok {
		return strings.Clone(whole[spot.Begin:spot.End])
	}
	return "null"
}

// setHead is setValue for a value that is not in a list. It decodes only the field of the
// document that path begins with, or the namespace of extension data.
func (d *draft) setHead(path norm.Path, json string) (old string, err error) {
	if name, rest, _ := path.Cut(); name.Name == "ext" && rest != "" {
		namespace, _, _ := rest.Cut()
		return d.setExtension(path, namespace.Name, json)
	}
	whole := string(d.doc.headJSON(path))
	d.counter.Count(len(whole) / bytesCounted)
	old = valueIn(whole, path)
	fresh, err := decodeHead(whole, path, json)
	if err != nil {
		return "", err
	}
	d.doc.take(fresh, fieldAt(path))
	d.ownExt = false
	return old, nil
}

func decodeHead(whole string, path norm.Path, json string) (*Document, error) {
	dec, begin, n, err := spliced(whole, path, json)
	if err != nil {
		return nil, err
	}
	fresh := &Document{}
	decodeDocument(dec, fresh)
	return fresh, decoded(dec, begin, n, "")
}

// setExtension is setValue for the data of a namespace.
func (d *draft) setExtension(path norm.Path, namespace, json string) (old string, err error) {
	fresh, err := decodeHead(string((&Document{Schema: Schema, ID: "x"}).headJSON(path)), path, json)
	if err != nil {
		return "", err
	}
	i, found := searchExt(d.doc.Ext, namespace)
	old = "null"
	if found {
		old = strings.Clone(d.doc.Ext[i].JSON)
	}
	if !d.ownExt {
		d.doc.Ext, d.ownExt = slices.Clone(d.doc.Ext), true
	}
	switch {
	case len(fresh.Ext) == 0 && found:
		d.doc.Ext = orNil(slices.Delete(d.doc.Ext, i, i+1))
	case len(fresh.Ext) == 0:
	case found:
		d.doc.Ext[i] = fresh.Ext[0]
	case len(d.doc.Ext) >= MaxExtensions:
		return "", wire.Limit(wire.TooMany, "ext", MaxExtensions)
	default:
		d.doc.Ext = append(d.doc.Ext, Extension{})
		copy(d.doc.Ext[i+1:], d.doc.Ext[i:])
		d.doc.Ext[i] = fresh.Ext[0]
	}
	return old, nil
}

// listAt returns the list at path, and its element in front of which to insert another, or
// -1 for the end. Both belong to the draft.
func (d *draft) listAt(path norm.Path, before string) (l *openList, i int, err error) {
	if err := editable(path); err != nil {
		return nil, 0, err
	}
	t, err := d.resolve(path)
	if err != nil {
		return nil, 0, err
	}
	if l = d.list(&t); l == nil {
		return nil, 0, wire.Refuse(wire.NoElement, path)
	}
	if i, err = position(l, path, before); err != nil {
		return nil, 0, err
	}
	if t.l != nil {
		d.unshare(&t)
		d.copyElement(&t)
	}
	if !l.own {
		l.unshare()
		l.own = true
	}
	return l, i, nil
}

// position returns the position of the element with id before, or -1 if before is "".
func position(l *openList, path norm.Path, before string) (int, error) {
	if before == "" {
		return -1, nil
	}
	if i := l.find(before); i >= 0 {
		return i, nil
	}
	return 0, wire.Refuse(wire.NoElement, path, wire.Text("id", before))
}

// insertElement inserts an element into the list at path, in front of the one with id
// before, or at the end. It rejects an id that is in use.
func (d *draft) insertElement(path norm.Path, json, before string) (at norm.Path, err error) {
	l, i, err := d.listAt(path, before)
	if err != nil {
		return "", err
	}
	if l.count() >= MaxElements {
		return "", wire.Limit(wire.TooMany, path, MaxElements)
	}
	dec := wire.NewStringDecoder(json)
	if !l.push(dec) {
		return "", prefixPath(dec.Err(), path)
	}
	last := l.len() - 1
	at = path.Item(l.id(last))
	visitElements(l.list, last, at, func(l list, i int, _ norm.Path) {
		id := l.id(i)
		if d.ids.kind(id) != 0 && err == nil {
			err = newRefusal(ErrDuplicateID, at, textArg("id", id))
		}
		d.ids.set(id, l.kind())
	})
	if err == nil && d.ids.count > MaxDocumentElements {
		err = wire.Limit(wire.TooMany, "", MaxDocumentElements)
	}
	l.insertLast(i)
	d.markCopied(at)
	return at, err
}

// removeElement removes an element from its list and returns its JSON and the id of the
// element that followed it, "" at the end. It does not remove references to it.
func (d *draft) removeElement(path norm.Path) (json, before string, err error) {
	t, err := d.element(path)
	if err != nil {
		return "", "", err
	}
	d.close(t.l, t.i, path)
	visitElements(t.l.list, t.i, path, func(l list, i int, _ norm.Path) {
		if d.removed == nil {
			d.removed = make(map[string]removal)
		}
		d.removed[l.id(i)] = removal{d.now, path}
		d.ids.set(l.id(i), 0)
	})
	json, before = t.l.json(t.i), t.l.after(t.i)
	t.l.take(t.i)
	delete(d.copied, path)
	return json, before, nil
}

// moveElement moves the element at path in front of the one with id before, or to the end
// of its list, and returns the id of the element that followed it, "" at the end.
func (d *draft) moveElement(path norm.Path, before string) (oldBefore string, err error) {
	t, err := d.element(path)
	if err != nil {
		return "", err
	}
	to, err := position(t.l, path, before)
	if err != nil {
		return "", err
	}
	oldBefore = t.l.after(t.i)
	t.l.put(t.i, to)
	return oldBefore, nil
}

// element returns the target of an element to be removed or moved.
func (d *draft) element(path norm.Path) (target, error) {
	if err := editable(path); err != nil {
		return target{}, err
	}
	t, err := d.resolve(path)
	if err == nil && !t.element() {
		err = wire.Refuse(wire.NoElement, path)
	}
	if err != nil {
		return target{}, err
	}
	d.unshare(&t)
	return t, nil
}
