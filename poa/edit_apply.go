package poa

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/interrupt"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Apply applies a command and returns the next plan and the inverse command, which is
// nil for an act. It rejects an invalid command with a *Refusal, or with a *DecodeError
// for an invalid path, value or reference.
//
// A Change copies the lists that it modifies, once for all its edits; removals also search
// the plan for references, once. Its cost does not depend on the rest of the plan.
//
// A Change that changes nothing, such as one that sets a value to what it is, returns the
// plan itself and an empty Change.
func (p *Plan) Apply(c Command) (next *Plan, inverse Command, err error) { return p.apply(c, nil) }

// apply is Apply that counts the edits of a Change.
func (p *Plan) apply(c Command, counter *interrupt.Counter) (next *Plan, inverse Command, err error) {
	if c == nil {
		return nil, nil, newRefusal(ErrEmptyCommand, "")
	}
	if change, ok := c.(*Change); ok {
		next, inverse, err = change.applyUntil(p, counter)
	} else {
		next, inverse, err = c.apply(p)
	}
	if err != nil {
		return nil, nil, decodeError(err)
	}
	if next != p {
		if err := p.checkGrowth(next, c); err != nil {
			return nil, nil, decodeError(err)
		}
	}
	return next, inverse, nil
}

// checkGrowth rejects a command after which the document exceeds a limit, and sets the
// room of next. A Change checks the lengths of lists itself.
func (p *Plan) checkGrowth(next *Plan, c Command) error {
	change, ok := c.(*Change)
	if ok {
		next.room = p.room - change.maxGrowth()
	} else {
		encoded := AppendCommand(nil, c)
		if _, err := decodeCommandText(encoded); err != nil {
			return err
		}
		next.room = p.room - len(encoded)
		for k := listKind(1); k <= lastTopList; k++ {
			if next.doc.list(k).len() > MaxElements {
				return wire.Limit(wire.TooMany, norm.Path(k.String()), MaxElements)
			}
		}
		if next.ids.count > MaxDocumentElements {
			return wire.Limit(wire.TooMany, "", MaxDocumentElements)
		}
	}
	if next.room >= 0 {
		return nil
	}
	if next.room = MaxDocument - len(next.doc.AppendJSON(nil)); next.room < 0 {
		return wire.Limit(wire.TooLarge, "", MaxDocument)
	}
	return nil
}

// maxGrowth returns an upper bound of the bytes that c adds to the encoding of a document.
func (c *Change) maxGrowth() int {
	n := 0
	for _, e := range c.Edits {
		n += growth + maxEscape*len(e.Value) + len(e.Path)
	}
	for _, p := range c.Mark {
		n += growth + maxEscape*len(p)
	}
	for _, p := range c.Pending {
		n += growth + maxEscape*(len(p.Path)+len(p.Text))
	}
	return n
}

const (
	// growth is a bound of what an edit adds besides its value: names of fields, and the
	// months of an array.
	growth = 256
	// maxEscape is the maximum ratio of the lengths of the canonical encoding of a value
	// and of another encoding of it: \u003c for <.
	maxEscape = 6
)

// Edit calls f with a copy of the document and applies the differences as one Change,
// which it returns with its inverse. It returns an error of f unchanged. It returns
// ErrNotEditable if f changed a record, the schema or the id of the plan. An element to
// which f gives another id is removed and a new one inserted: f must change the references
// to it as well, or ErrDangling is returned.
//
// It copies and compares the whole document: a program that makes many small edits to
// a large plan should use Apply instead.
func (p *Plan) Edit(f func(*Document) error) (next *Plan, done, inverse *Change, err error) {
	doc := p.doc.clone()
	if err := f(doc); err != nil {
		return nil, nil, nil, err
	}
	doc, _, err = doc.copied()
	if err != nil {
		return nil, nil, nil, decodeError(err)
	}
	doc.sortNotes()
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

func (c *Change) apply(p *Plan) (*Plan, Command, error) { return c.applyUntil(p, nil) }

func (c *Change) applyUntil(p *Plan, counter *interrupt.Counter) (*Plan, Command, error) {
	switch {
	case c == nil:
		return nil, nil, newRefusal(ErrEmptyCommand, "")
	case c.isEmpty():
		return p, &Change{}, nil
	}
	if n := max(len(c.Edits), len(c.Mark), len(c.Unmark), len(c.Pending)); n > MaxElements {
		return nil, nil, wire.Limit(wire.TooMany, "", MaxElements)
	}
	d := newDraft(p.doc, p.ids)
	d.counter = counter
	for _, e := range c.Edits {
		counter.Count(1 + len(e.Value)/bytesCounted)
		d.now++
		if err := d.edit(e); err != nil {
			return nil, nil, err
		}
	}
	d.settle()
	restored, err := d.dropReferences()
	if err != nil {
		return nil, nil, err
	}
	if err := d.checkTouched(); err != nil {
		return nil, nil, err
	}
	counter.Ask()
	if err := p.checkActs(d.doc); err != nil {
		return nil, nil, err
	}
	slices.Reverse(d.inverse)
	inverse := &Change{Edits: append(d.inverse, restored...)}
	if err := d.applyNotes(p.doc, c, inverse); err != nil {
		return nil, nil, err
	}
	if n := max(len(inverse.Edits), len(inverse.Mark), len(inverse.Unmark), len(inverse.Pending)); n > MaxElements {
		return nil, nil, wire.Limit(wire.TooMany, "", MaxElements)
	}
	counter.Ask()
	if equal(p.doc, d.doc) {
		return p, &Change{}, nil
	}
	counter.Ask()
	return p.next(d.doc, d.ids.compacted(d.doc)), inverse, nil
}

func (d *draft) edit(e norm.Edit) error {
	d.read = nil
	switch e.Op {
	case norm.OpSet:
		old, err := d.setValue(e.Path, e.Value)
		if err != nil {
			return err
		}
		d.inverse = append(d.inverse, norm.Edit{Op: norm.OpSet, Path: e.Path, Value: old})
		d.touch(e.Path)
		return nil
	case norm.OpInsert:
		at, err := d.insertElement(e.Path, e.Value, e.Before)
		if err != nil {
			return err
		}
		d.inverse = append(d.inverse, norm.Edit{Op: norm.OpRemove, Path: at})
		d.touch(at)
		return nil
	case norm.OpRemove:
		json, before, err := d.removeElement(e.Path)
		if err != nil {
			return err
		}
		list := e.Path[:strings.LastIndexByte(string(e.Path), '[')]
		d.inverse = append(d.inverse, norm.Edit{Op: norm.OpInsert, Path: list, Value: json, Before: before})
		return nil
	case norm.OpMove:
		before, err := d.moveElement(e.Path, e.Before)
		if err != nil {
			return err
		}
		d.inverse = append(d.inverse, norm.Edit{Op: norm.OpMove, Path: e.Path, Before: before})
		return nil
	default:
		return newRefusal(ErrEmptyCommand, e.Path)
	}
}

// equal reports whether two documents, of which one is derived from the other, have the
// same encoding. It compares only what they do not share.
func equal(a, b *Document) bool {
	changed := a.changed(b)
	if changed == 0 {
		return true
	}
	for k := listKind(1); k <= lastTopList; k++ {
		i := slices.Index(inputNames[:], k.String())
		if changed>>i&1 == 0 {
			continue
		}
		if changed &^= 1 << i; !equalLists(a.list(k), b.list(k)) {
			return false
		}
	}
	if !slices.Equal(a.Illustrative, b.Illustrative) || !slices.Equal(a.Pending, b.Pending) || !slices.Equal(a.Ext, b.Ext) {
		return false
	}
	changed &^= readIllustrative | readPending | readExt
	x, y := a.only(changed), b.only(changed)
	return changed == 0 || wire.Encode(&x, encodeDocument) == wire.Encode(&y, encodeDocument)
}

// equalLists reports whether two lists have the same encoding.
func equalLists(a, b list) bool {
	if a.len() != b.len() {
		return false
	}
	var x, y wire.Encoder
	for i := range a.len() {
		if a.same(i, b, i) {
			continue
		}
		x.Reset()
		y.Reset()
		a.encode(&x, i)
		b.encode(&y, i)
		if string(x.Bytes()) != string(y.Bytes()) {
			return false
		}
	}
	return true
}
