package poa

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Apply carries a command out and returns the next plan, with the command that
// leads back to this one; the inverse of an act is nil. A rejected command
// returns an error, almost always a *Refusal, and changes nothing.
//
// A Change costs one copy of each list it touches and nothing that grows with
// the rest of the plan.
func (p *Plan) Apply(c Command) (next *Plan, inverse Command, err error) {
	if c == nil {
		return nil, nil, refuse(ErrEmptyCommand, "")
	}
	if next, inverse, err = c.apply(p); err != nil {
		return nil, nil, decodeError(err)
	}
	return next, inverse, nil
}

// Edit calls f with a copy of the document and applies what f changed as one
// Change, which it returns with its inverse. An error of f is returned as it
// is. What f does to the records is refused with ErrNotEditable.
//
// It copies and compares the whole document: a program that makes many small
// edits to a large plan applies a Change instead.
func (p *Plan) Edit(f func(*Document) error) (next *Plan, done, inverse *Change, err error) {
	doc := p.doc.clone()
	if err := f(doc); err != nil {
		return nil, nil, nil, err
	}
	if err := doc.validate(); err != nil {
		return nil, nil, nil, decodeError(err)
	}
	done, err = diff(p.doc, doc)
	if err != nil {
		return nil, nil, nil, err
	}
	if done.isEmpty() {
		return p, done, &Change{}, nil
	}
	next, back, err := p.Apply(done)
	if err != nil {
		return nil, nil, nil, err
	}
	return next, done, back.(*Change), nil
}

func (c *Change) isEmpty() bool {
	return len(c.Edits)+len(c.Mark)+len(c.Unmark)+len(c.Pending) == 0
}

// draft is a Change while it is applied: a document that shares with the plan what the
// edits have not touched, and the way back.
type draft struct {
	doc     *Document
	ids     *idIndex
	back    []norm.Edit // in the order of the edits; reversed at the end
	touched []norm.Path // elements and fields whose references are checked
}

func (c *Change) apply(p *Plan) (*Plan, Command, error) {
	switch {
	case c == nil:
		return nil, nil, refuse(ErrEmptyCommand, "")
	case c.isEmpty():
		return p, &Change{}, nil
	}
	doc := *p.doc
	d := &draft{doc: &doc, ids: p.ids.draft()}
	for _, e := range c.Edits {
		if err := d.edit(e); err != nil {
			return nil, nil, err
		}
	}
	for _, path := range d.touched {
		if err := checkReferences(d.doc, path, d.ids); err != nil {
			return nil, nil, err
		}
	}
	slices.Reverse(d.back)
	inverse := &Change{Edits: d.back}
	if err := d.notes(p.doc, c, inverse); err != nil {
		return nil, nil, err
	}
	return p.next(d.doc, d.ids.settled(d.doc)), inverse, nil
}

func (d *draft) edit(e norm.Edit) error {
	switch e.Op {
	case norm.OpSet:
		old, err := setValue(d.doc, e.Path, e.Value)
		if err != nil {
			return err
		}
		d.back = append(d.back, norm.Edit{Op: norm.OpSet, Path: e.Path, Value: old})
		d.touched = append(d.touched, e.Path)
		return nil
	case norm.OpInsert:
		return d.insert(e)
	case norm.OpRemove:
		return d.remove(e)
	case norm.OpMove:
		before, err := moveElement(d.doc, e.Path, e.Before)
		if err != nil {
			return err
		}
		d.back = append(d.back, norm.Edit{Op: norm.OpMove, Path: e.Path, Before: before})
		return nil
	default:
		return refuse(ErrEmptyCommand, e.Path)
	}
}

func (d *draft) insert(e norm.Edit) error {
	id, err := insertElement(d.doc, e.Path, e.Value, e.Before)
	if err != nil {
		return err
	}
	path := e.Path.Item(id)
	t, err := resolve(d.doc, path)
	if err != nil {
		return err
	}
	visitElements(t.l, t.i, path, func(l list, i int, _ norm.Path) {
		id := l.id(i)
		if d.ids.kind(id) != 0 && err == nil {
			err = refuse(ErrDuplicateID, path, textArg("id", id))
		}
		d.ids.set(id, l.kind())
	})
	d.back = append(d.back, norm.Edit{Op: norm.OpRemove, Path: path})
	d.touched = append(d.touched, path)
	return err
}

// remove removes an element with every reference to it, so that the inverse
// brings all of it back.
func (d *draft) remove(e norm.Edit) error {
	t, err := element(d.doc, e.Path)
	if err != nil {
		return err
	}
	var gone []string
	visitElements(t.l, t.i, e.Path, func(l list, i int, _ norm.Path) { gone = append(gone, l.id(i)) })
	if recordsRefer(d.doc, gone) {
		return refuse(ErrHasRecords, e.Path)
	}
	json, before := t.remove()
	// The way back runs in reverse: first the element, then what referred to it.
	d.back = append(d.back, dropReferences(d.doc, gone)...)
	list := e.Path[:strings.LastIndexByte(string(e.Path), '[')]
	d.back = append(d.back, norm.Edit{Op: norm.OpInsert, Path: list, Value: json, Before: before})
	for _, id := range gone {
		d.ids.set(id, 0)
	}
	return nil
}
