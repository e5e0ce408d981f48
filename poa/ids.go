package poa

import "maps"

// idIndex is the set of the ids of a plan, shared between the plans of a
// session: base holds those of an earlier plan, and the two small maps what
// came and went since.
type idIndex struct {
	base           map[string]bool
	added, removed map[string]bool
}

// rebase is how many changes an index carries before it is made anew.
const rebase = 256

func indexOf(doc *Document) *idIndex {
	ix := &idIndex{base: make(map[string]bool, 64+len(doc.Activities))}
	forEachElement(doc, func(_ place, id string) { ix.base[id] = true })
	return ix
}

func (ix *idIndex) has(id string) bool {
	return ix.added[id] || ix.base[id] && !ix.removed[id]
}

// with returns the index after ids came and went; ix stays as it was.
func (ix *idIndex) with(doc *Document, added, removed []string) *idIndex {
	if len(added)+len(removed) == 0 {
		return ix
	}
	if len(ix.added)+len(ix.removed) > rebase {
		return indexOf(doc)
	}
	n := &idIndex{base: ix.base, added: maps.Clone(ix.added), removed: maps.Clone(ix.removed)}
	if n.added == nil {
		n.added, n.removed = map[string]bool{}, map[string]bool{}
	}
	for _, id := range removed {
		delete(n.added, id)
		n.removed[id] = true
	}
	for _, id := range added {
		n.added[id] = true
	}
	return n
}
