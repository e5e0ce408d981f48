package poa

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Apply applies a command and returns the next plan and the inverse command, which is
// nil for an act. It rejects an invalid command with a *Refusal, or with a *DecodeError
// for an invalid path, value or reference.
//
// A Change copies the lists that it modifies; a removal also searches the plan for
// references. Its cost does not depend on the rest of the plan.
func (p *Plan) Apply(c Command) (next *Plan, inverse Command, err error) {
	if c == nil {
		return nil, nil, newRefusal(ErrEmptyCommand, "")
	}
	if next, inverse, err = c.apply(p); err != nil {
		return nil, nil, decodeError(err)
	}
	return next, inverse, nil
}

// Edit calls f with a copy of the document and applies the differences as one Change,
// which it returns with its inverse. It returns an error of f unchanged. It returns
// ErrNotEditable if f changed a record.
//
// It copies and compares the whole document: a program that makes many small edits to
// a large plan should use Apply instead.
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

// draft is the state of a Change that is being applied: a document that shares unmodified
// elements with the plan, and the inverse edits.
type draft struct {
	doc     *Document
	ids     *idIndex
	inverse []norm.Edit // in the order of the edits; reversed at the end
	touched []norm.Path // elements and fields whose references must be checked
}

func (c *Change) apply(p *Plan) (*Plan, Command, error) {
	switch {
	case c == nil:
		return nil, nil, newRefusal(ErrEmptyCommand, "")
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
	if err := p.checkActs(d.doc); err != nil {
		return nil, nil, err
	}
	slices.Reverse(d.inverse)
	inverse := &Change{Edits: d.inverse}
	if err := d.applyNotes(p.doc, c, inverse); err != nil {
		return nil, nil, err
	}
	return p.next(d.doc, d.ids.compacted(d.doc)), inverse, nil
}

func (d *draft) edit(e norm.Edit) error {
	switch e.Op {
	case norm.OpSet:
		old, err := setValue(d.doc, e.Path, e.Value)
		if err != nil {
			return err
		}
		d.inverse = append(d.inverse, norm.Edit{Op: norm.OpSet, Path: e.Path, Value: old})
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
		d.inverse = append(d.inverse, norm.Edit{Op: norm.OpMove, Path: e.Path, Before: before})
		return nil
	default:
		return newRefusal(ErrEmptyCommand, e.Path)
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
			err = newRefusal(ErrDuplicateID, path, textArg("id", id))
		}
		d.ids.set(id, l.kind())
	})
	d.inverse = append(d.inverse, norm.Edit{Op: norm.OpRemove, Path: path})
	d.touched = append(d.touched, path)
	return err
}

// remove removes an element and every reference to it; the inverse restores both.
func (d *draft) remove(e norm.Edit) error {
	t, err := element(d.doc, e.Path)
	if err != nil {
		return err
	}
	var removed []string
	visitElements(t.l, t.i, e.Path, func(l list, i int, _ norm.Path) { removed = append(removed, l.id(i)) })
	if recordsRefer(d.doc, removed) {
		return newRefusal(ErrHasRecords, e.Path)
	}
	json, before := t.remove()
	// The inverse is reversed: first the element, then the references to it.
	d.inverse = append(d.inverse, dropReferences(d.doc, removed)...)
	list := e.Path[:strings.LastIndexByte(string(e.Path), '[')]
	d.inverse = append(d.inverse, norm.Edit{Op: norm.OpInsert, Path: list, Value: json, Before: before})
	for _, id := range removed {
		d.ids.set(id, 0)
	}
	return nil
}
