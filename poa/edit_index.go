package poa

import "maps"

// idIndex knows the list that each id of a plan is in. The plans of a session share
// base, the ids of an earlier plan; since has the changes after it, with a zero for an
// id that was removed. An idIndex is not modified once a plan has it.
type idIndex struct {
	base, since map[string]listKind
}

// maxSince is how many changes an index has before it is built again.
const maxSince = 256

// indexOf returns the index of d; where an id is used twice, it also returns the place
// of the second.
func indexOf(d *Document) (ix *idIndex, twice *place) {
	ix = &idIndex{base: make(map[string]listKind, 64+len(d.Activities)+len(d.Progress))}
	forEachElement(d, func(l list, i int, at place) bool {
		id := l.id(i)
		if ix.base[id] != 0 && twice == nil {
			twice = &at
		}
		ix.base[id] = l.kind()
		return true
	})
	return ix, twice
}

// kind returns the list that an id is in, or zero.
func (ix *idIndex) kind(id string) listKind {
	if k, changed := ix.since[id]; changed {
		return k
	}
	return ix.base[id]
}

// has reports whether an element of the list has the id; listAny is any list.
func (ix *idIndex) has(k listKind, id string) bool {
	got := ix.kind(id)
	return got == k || got != 0 && k == listAny
}

// draft returns a copy of ix to set ids in.
func (ix *idIndex) draft() *idIndex {
	since := maps.Clone(ix.since)
	if since == nil {
		since = make(map[string]listKind)
	}
	return &idIndex{base: ix.base, since: since}
}

// set notes that an id is in a list, or with zero that it is in none.
func (ix *idIndex) set(id string, k listKind) { ix.since[id] = k }

// settled returns ix, or an index of d that is quicker once ix has many changes.
func (ix *idIndex) settled(d *Document) *idIndex {
	if len(ix.since) <= maxSince {
		return ix
	}
	fresh, _ := indexOf(d)
	return fresh
}
