package poa

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Diff returns the Change that turns a into b; elements are matched by id. It does
// not compare what a Change cannot edit: the schema, the id of the plan, and records. It
// leaves out notes of b about values that neither plan has.
func Diff(a, b *Plan) *Change {
	c := &Change{Edits: diffDocuments(a.doc, b.doc)}
	c.addNotes(newLookup(a.doc), newLookup(b.doc))
	return c
}

// diff is Diff for documents, with all notes of b. It returns ErrNotEditable if something
// differs that a Change cannot edit. b must have sorted notes.
func diff(a, b *Document) (*Change, error) {
	list := changedRecords(a, b)
	switch {
	case list != "":
		return nil, newRefusal(ErrNotEditable, norm.Path(list))
	case a.Schema != b.Schema:
		return nil, newRefusal(ErrNotEditable, "schema")
	case a.ID != b.ID:
		return nil, newRefusal(ErrNotEditable, "id")
	}
	c := &Change{Edits: diffDocuments(a, b)}
	c.diffNotes(newLookup(a), b)
	return c, nil
}

// diffDocuments returns the structural edits that turn a into b; elements are
// matched by id. Removals come first, then insertions and moves, then fields, so
// that no edit depends on a later one, except for references, which are checked
// after all edits. It does not compare records and notes.
func diffDocuments(a, b *Document) []norm.Edit {
	x := &differ{}
	heads := a.changed(b)&^readLists | readSchema | readID
	p, q := a.only(heads), b.only(heads)
	x.fields("", wire.Encode(&p, encodeDocument), wire.Encode(&q, encodeDocument), []string{"schema", "id"})
	for k := listKind(1); k <= lastTopList; k++ {
		if !k.record() {
			x.lists(norm.Path(k.String()), a.list(k), b.list(k))
		}
	}
	return slices.Concat(x.removed, x.placed, x.set)
}

type differ struct {
	removed, placed, set []norm.Edit
}

// lists compares the lists at path.
func (x *differ) lists(path norm.Path, a, b list) {
	if x.aligned(path, a, b) {
		return
	}
	at := make(map[string]int, a.len()) // positions in a
	for i := range a.len() {
		at[a.id(i)] = i
	}
	var from []int // positions in a of the common elements, in the order of b
	kept := make(map[string]bool, b.len())
	for j := range b.len() {
		if i, ok := at[b.id(j)]; ok {
			from = append(from, i)
			kept[b.id(j)] = true
			x.element(path, a, i, b, j)
		}
	}
	for i := range a.len() {
		if id := a.id(i); !kept[id] {
			x.removed = append(x.removed, norm.Edit{Op: norm.OpRemove, Path: path.Item(id)})
		}
	}
	fixed := make(map[int]bool, len(from)) // positions in a of elements that do not move
	for _, i := range longestIncreasing(from) {
		fixed[i] = true
	}
	// New and moved elements are put in front of the next fixed one.
	for j := 0; j < b.len(); {
		end := j
		for end < b.len() && !(kept[b.id(end)] && fixed[at[b.id(end)]]) {
			end++
		}
		before := ""
		if end < b.len() {
			before = b.id(end)
		}
		for ; j < end; j++ {
			if id := b.id(j); kept[id] {
				x.placed = append(x.placed, norm.Edit{Op: norm.OpMove, Path: path.Item(id), Before: before})
			} else {
				x.placed = append(x.placed, norm.Edit{Op: norm.OpInsert, Path: path, Value: b.json(j), Before: before})
			}
		}
		j++
	}
}

// aligned reports whether the lists have the same ids in the same order. If they do, it
// compares the elements.
func (x *differ) aligned(path norm.Path, a, b list) bool {
	if a.len() != b.len() {
		return false
	}
	for i := range a.len() {
		if !a.same(i, b, i) && a.id(i) != b.id(i) {
			return false
		}
	}
	for i := range a.len() {
		x.element(path, a, i, b, i)
	}
	return true
}

func (x *differ) element(path norm.Path, a list, i int, b list, j int) {
	if a.same(i, b, j) {
		return
	}
	at := path.Item(a.id(i))
	inner := b.nested(j)
	for k, n := range a.nested(i) {
		x.lists(at.Field(n.kind().String()), n, inner[k])
	}
	if p, q := a.fieldsJSON(i), b.fieldsJSON(j); p != q {
		x.fields(at, p, q, nil)
	}
}

// fields compares two JSON objects member by member, except for lists.
func (x *differ) fields(at norm.Path, a, b string, lists []string) {
	set := func(name, value string) {
		path := at.Field(name)
		if at == "ext" {
			path = at.Item(name)
		}
		x.set = append(x.set, norm.Edit{Op: norm.OpSet, Path: path, Value: strings.Clone(value)})
	}
	was := wire.Members(a)
	for _, m := range wire.Members(b) {
		i := -1
		if at == "ext" { // many, and sorted
			if j, ok := slices.BinarySearchFunc(was, m.Name, func(o wire.Member, name string) int { return strings.Compare(o.Name, name) }); ok {
				i = j
			}
		} else {
			i = slices.IndexFunc(was, func(o wire.Member) bool { return o.Name == m.Name })
		}
		switch {
		case slices.Contains(lists, m.Name):
		case i < 0:
			set(m.Name, m.Value)
		case was[i].Value == m.Value:
		case m.Value[0] == '{' && at != "ext":
			x.fields(at.Field(m.Name), was[i].Value, m.Value, nil)
		default:
			set(m.Name, m.Value)
		}
		if i >= 0 {
			was[i].Value = ""
		}
	}
	for _, m := range was {
		if m.Value != "" && !slices.Contains(lists, m.Name) {
			set(m.Name, "null")
		}
	}
}

// longestIncreasing returns the longest increasing subsequence of s, whose numbers
// are distinct.
func longestIncreasing(s []int) []int {
	var tails []int // tails[n] is the index in s of the least end of a run of n+1
	back := make([]int, len(s))
	for i, v := range s {
		n, _ := slices.BinarySearchFunc(tails, v, func(t, v int) int { return s[t] - v })
		back[i] = -1
		if n > 0 {
			back[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	run := make([]int, len(tails))
	if len(tails) > 0 {
		for n, i := len(tails)-1, tails[len(tails)-1]; n >= 0; n, i = n-1, back[i] {
			run[n] = s[i]
		}
	}
	return run
}
