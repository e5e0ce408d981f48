package poa

import (
	"maps"

	"github.com/rumbo-mx/rumbo/poa/internal/interrupt"
)

// idIndex maps each id of a plan to the list of its element. Plans derived from one
// another share base, the ids of an earlier plan; changes has the differences, with zero
// for a removed id. The idIndex of a plan is not modified.
type idIndex struct {
	base, changes map[string]listKind
	count         int // number of ids
}

// maxChanges is the number of changes after which an index is built again.
const maxChanges = 256

// indexOf returns the index of d. If an id is used twice, it also returns the place of the
// second use.
func indexOf(d *Document) (ix *idIndex, duplicate *place) { return countedIndexOf(d, nil) }

// countedIndexOf is indexOf that counts the elements.
func countedIndexOf(d *Document, counter *interrupt.Counter) (ix *idIndex, duplicate *place) {
	n := 0
	for k := listKind(1); k <= lastTopList; k++ {
		n += d.list(k).len()
	}
	ix = &idIndex{base: make(map[string]listKind, n)}
	forEachElement(d, func(l list, i int, at place) bool {
		counter.Count(1)
		known := len(ix.base)
		ix.base[l.id(i)] = l.kind()
		if len(ix.base) == known && duplicate == nil {
			second := at
			duplicate = &second
		}
		return true
	})
	ix.count = len(ix.base)
	return ix, duplicate
}

// kind returns the list of the element with an id, or zero.
func (ix *idIndex) kind(id string) listKind {
	if k, changed := ix.changes[id]; changed {
		return k
	}
	return ix.base[id]
}

// has reports whether an element of list k has the id; listAny matches every list.
func (ix *idIndex) has(k listKind, id string) bool {
	got := ix.kind(id)
	return got == k || got != 0 && k == listAny
}

// draft returns a copy of ix that can be modified.
func (ix *idIndex) draft() *idIndex {
	changes := maps.Clone(ix.changes)
	if changes == nil {
		changes = make(map[string]listKind)
	}
	return &idIndex{base: ix.base, changes: changes, count: ix.count}
}

// set sets the list of an id; zero removes the id.
func (ix *idIndex) set(id string, k listKind) {
	switch known := ix.kind(id) != 0; {
	case known && k == 0:
		ix.count--
	case !known && k != 0:
		ix.count++
	}
	ix.changes[id] = k
}

// compacted returns ix, or a new index of d if ix has more than maxChanges changes.
func (ix *idIndex) compacted(d *Document) *idIndex {
	if len(ix.changes) <= maxChanges {
		return ix
	}
	fresh, _ := indexOf(d)
	return fresh
}
