package poa

// idIndex is the set of the ids of a plan, shared between the plans of a
// session: base holds those of an earlier plan, and since says which came
// (true) and which went.
type idIndex struct {
	base, since map[string]bool
}

// rebase is how many changes an index carries before it is made anew.
const rebase = 256

func indexOf(doc *Document) *idIndex {
	ix := &idIndex{base: make(map[string]bool, 64+len(doc.Activities))}
	forEachElement(doc, func(_ place, id string) { ix.base[id] = true })
	return ix
}

func (ix *idIndex) has(id string) bool {
	if here, changed := ix.since[id]; changed {
		return here
	}
	return ix.base[id]
}

// with returns the index after ids came and went; ix stays as it was.
func (ix *idIndex) with(doc *Document, added, removed []string) *idIndex {
	if len(added)+len(removed) == 0 {
		return ix
	}
	if len(ix.since) > rebase {
		return indexOf(doc)
	}
	since := make(map[string]bool, len(ix.since)+len(added)+len(removed))
	for id, here := range ix.since {
		since[id] = here
	}
	for _, id := range removed {
		since[id] = false
	}
	for _, id := range added {
		since[id] = true
	}
	return &idIndex{base: ix.base, since: since}
}
