package poa

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Illustrative marks and pending texts are notes about values. They are sorted by path,
// so that undo restores the same bytes.

// sortNotes sorts the notes of a document from elsewhere. Of several texts for one value,
// the last is used.
func (d *Document) sortNotes() {
	d.Illustrative = sortUnique(d.Illustrative, comparePaths)
	d.Pending = sortUnique(d.Pending, comparePending)
}

// sortUnique returns the list sorted, with the last of equal elements only. It returns a
// sorted list without duplicates unchanged.
func sortUnique[T any](list []T, compare func(T, T) int) []T {
	inOrder := true
	order := make([]*T, len(list))
	for i := range list {
		order[i] = &list[i]
		inOrder = inOrder && (i == 0 || compare(list[i-1], list[i]) < 0)
	}
	if inOrder {
		return list
	}
	slices.SortStableFunc(order, func(a, b *T) int { return compare(*a, *b) })
	sorted := make([]T, 0, len(order))
	for i, x := range order {
		if i+1 == len(order) || compare(*order[i+1], *x) != 0 {
			sorted = append(sorted, *x)
		}
	}
	return sorted
}

// applyNotes removes the notes of the values that the edits replaced, applies the notes of
// c, and adds to inverse the changes that restore the notes of old.
func (d *draft) applyNotes(old *Document, c, inverse *Change) error {
	marks, pending := c.remainingNotes(d.doc)
	if len(c.Mark)+len(c.Unmark) > 0 {
		marks = slices.DeleteFunc(slices.Clone(marks), func(p norm.Path) bool { return slices.Contains(c.Unmark, p) })
		for _, p := range c.Mark {
			if _, ok := valueAt(d.doc, p); !ok {
				return newRefusal(ErrNotFound, p)
			}
			marks = insertSorted(marks, p, comparePaths)
		}
	}
	if len(c.Pending) > 0 {
		pending = slices.Clone(pending)
		for _, n := range c.Pending {
			if _, ok := valueAt(d.doc, n.Path); !ok {
				return newRefusal(ErrNotFound, n.Path)
			}
			pending = slices.DeleteFunc(pending, func(p Pending) bool { return p.Path == n.Path })
			if n.Text != "" {
				pending = insertSorted(pending, n, comparePending)
			}
		}
	}
	after := *d.doc
	after.Illustrative, after.Pending = orNil(marks), orNil(pending)
	inverse.addNotes(&after, old)
	d.doc = &after
	return nil
}

// remainingNotes returns the notes of a document that the edits of c do not remove.
func (c *Change) remainingNotes(doc *Document) ([]norm.Path, []Pending) {
	stale := func(p norm.Path) bool {
		for _, e := range c.Edits {
			switch e.Op {
			case norm.OpSet:
				if p.Within(e.Path) || e.Path.Within(p) {
					return true
				}
			case norm.OpRemove:
				if p.Within(e.Path) {
					return true
				}
			}
		}
		return false
	}
	marks, pending := doc.Illustrative, doc.Pending
	if slices.ContainsFunc(marks, stale) {
		marks = slices.DeleteFunc(slices.Clone(marks), stale)
	}
	if slices.ContainsFunc(pending, func(p Pending) bool { return stale(p.Path) }) {
		pending = slices.DeleteFunc(slices.Clone(pending), func(p Pending) bool { return stale(p.Path) })
	}
	return marks, pending
}

// addNotes adds to c, whose edits turn a into b, the changes that produce the notes of b,
// except those about values that b does not have.
func (c *Change) addNotes(a, b *Document) {
	left := &Document{}
	left.Illustrative, left.Pending = c.remainingNotes(a)
	c.diffNotes(left, b)
	absent := func(p norm.Path) bool { _, ok := valueAt(b, p); return !ok }
	c.Mark = slices.DeleteFunc(c.Mark, absent)
	c.Pending = slices.DeleteFunc(c.Pending, func(p Pending) bool { return p.Text != "" && absent(p.Path) })
}

// diffNotes adds to c the changes that turn the notes of a into those of b.
func (c *Change) diffNotes(a, b *Document) {
	c.Unmark = append(c.Unmark, missing(a.Illustrative, b.Illustrative, comparePaths)...)
	c.Mark = append(c.Mark, missing(b.Illustrative, a.Illustrative, comparePaths)...)
	for _, p := range missing(a.Pending, b.Pending, comparePending) {
		c.Pending = append(c.Pending, Pending{Path: p.Path})
	}
	for _, p := range b.Pending {
		if !slices.Contains(a.Pending, p) {
			c.Pending = append(c.Pending, p)
		}
	}
}

// missing returns the elements of the sorted list a that are not in the sorted list b.
func missing[T any](a, b []T, compare func(T, T) int) (out []T) {
	if len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) {
		return nil
	}
	for _, x := range a {
		if _, ok := slices.BinarySearchFunc(b, x, compare); !ok {
			out = append(out, x)
		}
	}
	return out
}

func insertSorted[T any](list []T, x T, compare func(T, T) int) []T {
	i, ok := slices.BinarySearchFunc(list, x, compare)
	if ok {
		return list
	}
	list = append(list, x)
	copy(list[i+1:], list[i:])
	list[i] = x
	return list
}

func comparePaths(a, b norm.Path) int { return strings.Compare(string(a), string(b)) }

func comparePending(a, b Pending) int { return comparePaths(a.Path, b.Path) }

func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}
