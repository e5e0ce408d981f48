package poa

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Illustrative marks and pending texts are notes about values. They are sorted by path,
// so that undo restores the same bytes.

// sortNotes sorts the notes of a document from elsewhere.
func (d *Document) sortNotes() {
	d.Illustrative = sortUnique(d.Illustrative, comparePaths)
	d.Pending = sortUnique(d.Pending, comparePending)
}

// duplicatePending returns the position of the first of two pending texts for one path, or
// -1: a value has one text, and none is dropped in silence.
func (d *Document) duplicatePending() int {
	if len(d.Pending) < 2 {
		return -1
	}
	seen := make(map[norm.Path]int, len(d.Pending))
	for i, p := range d.Pending {
		if _, twice := seen[p.Path]; twice {
			return i
		}
		seen[p.Path] = i
	}
	return -1
}

// sortUnique returns the list sorted, with the last of equal elements only. It returns a
// sorted list without duplicates unchanged.
func sortUnique[T any](list []T, compare func(T, T) int) []T {
	order := uniqueOrder(len(list), func(i, j int) int { return compare(list[i], list[j]) })
	if order == nil {
		return list
	}
	sorted := make([]T, len(order))
	for i, at := range order {
		sorted[i] = list[at]
	}
	return sorted
}

// uniqueOrder returns the positions of the elements that sortUnique returns of a list of n,
// or nil if it returns the list. compare compares the elements at two positions.
func uniqueOrder(n int, compare func(i, j int) int) []int {
	inOrder := true
	order := make([]int, n)
	for i := range order {
		order[i] = i
		inOrder = inOrder && (i == 0 || compare(i-1, i) < 0)
	}
	if inOrder {
		return nil
	}
	slices.SortStableFunc(order, compare)
	kept := order[:0]
	for i, at := range order {
		if i+1 == n || compare(order[i+1], at) != 0 {
			kept = append(kept, at)
		}
	}
	return kept
}

// applyNotes removes the notes of the values that the edits replaced, applies the notes of
// c, and adds to inverse the changes that restore the notes of old.
func (d *draft) applyNotes(old *Document, c, inverse *Change) error {
	before := newLookup(old)
	before.counter = d.counter
	exists := func(p norm.Path) bool { return d.exists(p) || before.exists(p) }
	marks, pending := c.remainingNotes(before)
	if len(c.Mark)+len(c.Unmark) > 0 {
		for _, p := range c.Mark {
			if !exists(p) {
				return newRefusal(ErrNotFound, p)
			}
		}
		unmark := pathSet(c.Unmark)
		marks = slices.DeleteFunc(slices.Clone(marks), func(p norm.Path) bool { return unmark[p] })
		marks = sortUnique(append(marks, c.Mark...), comparePaths)
	}
	if len(c.Pending) > 0 {
		set := make(map[norm.Path]bool, len(c.Pending))
		for _, n := range c.Pending {
			switch {
			case len(n.Text) > MaxText:
				return wire.Limit(wire.TextTooLong, n.Path, MaxText)
			case !utf8.ValidString(n.Text):
				return wire.Refuse(wire.InvalidUTF8, n.Path)
			case n.Text != "" && !exists(n.Path):
				return newRefusal(ErrNotFound, n.Path)
			}
			set[n.Path] = true
		}
		pending = slices.DeleteFunc(slices.Clone(pending), func(p Pending) bool { return set[p.Path] })
		pending = sortUnique(append(pending, c.Pending...), comparePending)
		pending = slices.DeleteFunc(pending, func(p Pending) bool { return p.Text == "" && set[p.Path] })
	}
	switch {
	case len(marks) > MaxElements:
		return wire.Limit(wire.TooMany, "illustrative", MaxElements)
	case len(pending) > MaxElements:
		return wire.Limit(wire.TooMany, "pending", MaxElements)
	}
	after := *d.doc
	after.Illustrative, after.Pending = orNil(marks), orNil(pending)
	*d.doc = after
	inverse.addNotes(d.lookup, before)
	return nil
}

// remainingNotes returns the notes of a document that the edits of c do not remove. They
// do not remove a note about a value that the document does not have.
func (c *Change) remainingNotes(in *lookup) ([]norm.Path, []Pending) {
	marks, pending := in.doc.Illustrative, in.doc.Pending
	if len(c.Edits) == 0 || len(marks)+len(pending) == 0 {
		return marks, pending
	}
	s := staleOf(c.Edits)
	staleMark := func(p norm.Path) bool { in.counter.Count(1); return s.has(p) && in.exists(p) }
	if slices.ContainsFunc(marks, staleMark) {
		marks = slices.DeleteFunc(slices.Clone(marks), staleMark)
	}
	staleText := func(p Pending) bool { return staleMark(p.Path) }
	if slices.ContainsFunc(pending, staleText) {
		pending = slices.DeleteFunc(slices.Clone(pending), staleText)
	}
	return marks, pending
}

// stale are the paths of the values that edits replace or remove.
type stale struct {
	// whole are the values that are set or removed, with all below them.
	whole map[norm.Path]bool
	// part are the values of which a part is set.
	part map[norm.Path]bool
}

func staleOf(edits []norm.Edit) *stale {
	s := &stale{make(map[norm.Path]bool), make(map[norm.Path]bool)}
	for _, e := range edits {
		switch e.Op {
		case norm.OpSet:
			if s.whole[e.Path] {
				continue
			}
			s.whole[e.Path] = true
			eachPrefix(e.Path, func(p norm.Path) bool {
				known := s.part[p]
				s.part[p] = true
				return !known
			})
		case norm.OpRemove:
			s.whole[e.Path] = true
		}
	}
	return s
}

// has reports whether the edits replace or remove the value at a path, or a part of it.
func (s *stale) has(path norm.Path) bool {
	if s.part[path] {
		return true
	}
	found := false
	eachPrefix(path, func(p norm.Path) bool {
		found = s.whole[p]
		return !found
	})
	return found
}

// eachPrefix visits path and the paths that it is within, the longest first, until visit
// returns false. It visits nothing of a path with more than maxSteps steps: no value of a plan
// has one, and the prefixes of one of MaxText bytes would be a gigabyte.
func eachPrefix(path norm.Path, visit func(norm.Path) bool) {
	var ends [maxSteps]int
	n := 0
	for rest := path; rest != ""; n++ {
		_, next, ok := rest.Cut()
		if !ok || n == maxSteps {
			return
		}
		end := len(path) - len(next)
		if ends[n] = end; next != "" && path[end-1] == '.' {
			ends[n]--
		}
		rest = next
	}
	for n--; n >= 0 && visit(path[:ends[n]]); n-- {
	}
}

// maxSteps is more than the number of steps of any path: campaigns[x].media[y].span.start has 6.
const maxSteps = 12

func pathSet(list []norm.Path) map[norm.Path]bool {
	set := make(map[norm.Path]bool, len(list))
	for _, p := range list {
		set[p] = true
	}
	return set
}

// addNotes adds to c, whose edits turn a into b, the changes that produce the notes of b,
// except those about values that neither has.
func (c *Change) addNotes(a, b *lookup) {
	c.diffNotes(a, b.doc)
	absent := func(p norm.Path) bool { return !b.exists(p) && !a.exists(p) }
	c.Mark = slices.DeleteFunc(c.Mark, absent)
	c.Pending = slices.DeleteFunc(c.Pending, func(p Pending) bool { return p.Text != "" && absent(p.Path) })
}

// diffNotes adds to c, whose edits turn a into b, the changes that produce the notes of b.
func (c *Change) diffNotes(a *lookup, b *Document) {
	marks, pending := c.remainingNotes(a)
	c.Unmark = append(c.Unmark, missing(marks, b.Illustrative, comparePaths)...)
	c.Mark = append(c.Mark, missing(b.Illustrative, marks, comparePaths)...)
	for _, p := range missing(pending, b.Pending, comparePending) {
		c.Pending = append(c.Pending, Pending{Path: p.Path})
	}
	c.Pending = append(c.Pending, missing(b.Pending, pending, func(x, y Pending) int {
		if order := comparePending(x, y); order != 0 {
			return order
		}
		return strings.Compare(x.Text, y.Text)
	})...)
}

// missing returns the elements of the sorted list a that are not in the sorted list b.
func missing[T any](a, b []T, compare func(T, T) int) (out []T) {
	if same(a, b) {
		return nil
	}
	i := 0
	for _, x := range a {
		for i < len(b) && compare(b[i], x) < 0 {
			i++
		}
		if i == len(b) || compare(b[i], x) != 0 {
			out = append(out, x)
		}
	}
	return out
}

func comparePaths(a, b norm.Path) int { return strings.Compare(string(a), string(b)) }

func comparePending(a, b Pending) int { return comparePaths(a.Path, b.Path) }

func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}
