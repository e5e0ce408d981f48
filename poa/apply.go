package poa

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Apply carries a command out and returns the next plan, with the command that
// leads back to this one; the inverse of an act is nil. A refused command
// returns an error, almost always a *Refusal, and changes nothing.
//
// A Change costs one copy of each list it touches and nothing that grows with
// the rest of the plan.
func (p *Plan) Apply(c Command) (next *Plan, inverse Command, err error) {
	err = refuse(ErrEmptyCommand, "")
	switch c := c.(type) {
	case *Change:
		if c != nil {
			return p.change(c)
		}
	case *RecordProgress:
		if c != nil {
			next, err = p.recordProgress(c)
		}
	case *Measure:
		if c != nil {
			next, err = p.measure(c)
		}
	case *PostEntries:
		if c != nil {
			next, err = p.postEntries(c)
		}
	case *ClosePeriod:
		if c != nil {
			next, err = p.closePeriod(c)
		}
	}
	return next, nil, err
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
		return nil, nil, nil, err
	}
	done, err = diff(p.doc, doc)
	if err != nil {
		return nil, nil, nil, err
	}
	if done.empty() {
		return p, done, &Change{}, nil
	}
	next, back, err := p.change(done)
	if err != nil {
		return nil, nil, nil, err
	}
	return next, done, back.(*Change), nil
}

// Diff returns the Change that makes b of a; elements are matched by id. The
// records are not compared: they are history, not content.
func Diff(a, b *Plan) *Change {
	c := &Change{Edits: diffDocuments(a.doc, b.doc)}
	c.noteWhatStays(a.doc, b.doc)
	return c
}

func diff(a, b *Document) (*Change, error) {
	if list := changedRecords(a, b); list != "" {
		return nil, refuse(ErrNotEditable, norm.Path(list))
	}
	c := &Change{Edits: diffDocuments(a, b)}
	c.noteWhatStays(a, b)
	return c, nil
}

func (c *Change) empty() bool {
	return len(c.Edits)+len(c.Mark)+len(c.Unmark)+len(c.Pending) == 0
}

// draft is a Change on its way: a document that shares with the plan what the
// edits have not touched, and the way back.
type draft struct {
	plan           *Plan
	doc            *Document
	back           []norm.Edit // in the order of the edits; reversed at the end
	touched        []norm.Path // elements and fields whose references are checked
	added, removed []string
}

func (p *Plan) change(c *Change) (*Plan, Command, error) {
	if c.empty() {
		return p, &Change{}, nil
	}
	doc := *p.doc
	d := &draft{plan: p, doc: &doc}
	for _, e := range c.Edits {
		if err := d.edit(e); err != nil {
			return nil, nil, because(err)
		}
	}
	ids := p.ids.with(d.doc, d.added, d.removed)
	for _, path := range d.touched {
		if err := checkReferences(d.doc, path, ids.has); err != nil {
			return nil, nil, because(err)
		}
	}
	slices.Reverse(d.back)
	inverse := &Change{Edits: d.back}
	if err := d.notes(c, inverse); err != nil {
		return nil, nil, err
	}
	return p.next(d.doc, ids), inverse, nil
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
	ids := d.plan.ids.with(d.doc, d.added, d.removed)
	for _, id := range idsUnder(d.doc, path) {
		if ids.has(id) || slices.Contains(d.added, id) {
			return refuse(ErrDuplicateID, path, textArg("id", id))
		}
		d.added = append(d.added, id)
		d.removed = slices.DeleteFunc(d.removed, func(s string) bool { return s == id })
	}
	d.back = append(d.back, norm.Edit{Op: norm.OpRemove, Path: path})
	d.touched = append(d.touched, path)
	return nil
}

// remove takes an element away with every reference to it, so that its inverse
// can bring all of it back.
func (d *draft) remove(e norm.Edit) error {
	gone := idsUnder(d.doc, e.Path)
	if len(gone) > 0 && recordsRefer(d.doc, gone) {
		return refuse(ErrHasRecords, e.Path)
	}
	json, before, err := removeElement(d.doc, e.Path)
	if err != nil {
		return err
	}
	// The way back runs in reverse: first the element, then what referred to it.
	d.back = append(d.back, dropReferences(d.doc, gone)...)
	list := e.Path[:strings.LastIndexByte(string(e.Path), '[')]
	d.back = append(d.back, norm.Edit{Op: norm.OpInsert, Path: list, Value: json, Before: before})
	d.removed = append(d.removed, gone...)
	d.added = slices.DeleteFunc(d.added, func(s string) bool { return slices.Contains(gone, s) })
	return nil
}
