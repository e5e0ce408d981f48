package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// references is shown the fields of an element that hold ids of others. What
// it does with them depends on which of its members are set.
type references struct {
	// ids resolves; the first reference that does not is noted.
	ids *idTable
	// holds resolves without such a map.
	holds func(kind listKind, id string) bool
	// drop are ids to look for; take tells to take them out.
	drop []string
	take bool

	bad       bool
	field, id string // of the reference that is bad
	hits      []hit
}

// hit is a field that refers to a dropped id, and its value as it was.
type hit struct{ field, old string }

func (r *references) refuse(field, id string) { r.bad, r.field, r.id = true, field, id }

// must is one for a reference that may not be empty.
func (r *references) must(field string, kind listKind, p *string) {
	if *p == "" && r.drop == nil && !r.bad {
		r.refuse(field, "")
		return
	}
	r.one(field, kind, p)
}

func (r *references) one(field string, kind listKind, p *string) {
	if *p == "" || r.bad {
		return
	}
	switch {
	case r.ids != nil:
		if k := r.ids.kind(*p); k != kind && (k == 0 || kind != listAny) {
			r.refuse(field, *p)
		}
	case r.drop != nil:
		if slices.Contains(r.drop, *p) {
			r.hits = append(r.hits, hit{field, string(wire.AppendString(nil, *p))})
			if r.take {
				*p = ""
			}
		}
	case !r.resolves(kind, *p):
		r.refuse(field, *p)
	}
}

func (r *references) many(field string, kind listKind, p *[]string) {
	if r.bad {
		return
	}
	if r.drop == nil {
		for _, id := range *p {
			if !r.resolves(kind, id) {
				r.refuse(field, id)
				return
			}
		}
		return
	}
	gone := func(id string) bool { return slices.Contains(r.drop, id) }
	if !slices.ContainsFunc(*p, gone) {
		return
	}
	r.hits = append(r.hits, hit{field, string(wire.AppendStrings(nil, *p))})
	if r.take {
		if *p = slices.DeleteFunc(slices.Clone(*p), gone); len(*p) == 0 {
			*p = nil
		}
	}
}

func (r *references) resolves(kind listKind, id string) bool {
	if r.holds != nil {
		return r.holds(kind, id)
	}
	k := r.ids.kind(id)
	return k == kind || k != 0 && kind == listAny
}

// forEachReferrer shows the references of every element of d to r, and stops
// where after returns false.
func forEachReferrer(d *Document, r *references, after func(l *list, i int, at place) bool) {
	going := true
	for k := listKind(1); k <= lastTopList && going; k++ {
		l := d.list(k)
		for i := 0; i < l.len() && going; i++ {
			l.refs(i, r)
			if going = after(l, i, place{list: k, owner: l.id(i)}); !going {
				return
			}
			if !listNests[k] {
				continue
			}
			l.nested(i, func(n *list) {
				for j := 0; j < n.len() && going; j++ {
					n.refs(j, r)
					going = after(n, j, place{k, n.kind(), l.id(i), n.id(j)})
				}
			})
		}
	}
}

// checkElements refuses an id that two elements have and a reference that
// leads to none; it also returns the id, as it was read.
func checkElements(d *Document) (e *wire.Error, id string) {
	ids := newIDTable(countElements(d))
	if !indexElements(d, ids) {
		return duplicateID(d)
	}
	if resolveReferences(d, &references{ids: ids}) {
		return nil, ""
	}
	r := &references{ids: ids}
	forEachReferrer(d, r, func(_ *list, _ int, at place) bool {
		if r.bad {
			e, id = wire.Refuse(wire.DanglingReference, at.path().Field(r.field), wire.Text("id", r.id)), r.id
		}
		return e == nil
	})
	return e, id
}

func duplicateID(d *Document) (e *wire.Error, id string) {
	seen := map[string]bool{}
	forEachElement(d, func(at place, own string) {
		if seen[own] && e == nil {
			e, id = wire.Refuse(wire.DuplicateID, at.path(), wire.Text("id", own)), own
		}
		seen[own] = true
	})
	return e, id
}

func countElements(d *Document) int {
	n := 0
	for k := listKind(1); k <= lastTopList; k++ {
		l := d.list(k)
		n += l.len()
		if l.len() > 0 && listNests[k] {
			l.nested(0, func(*list) { n += l.len() }) // one each, for the map's size
		}
	}
	return n
}

// checkReferences refuses a reference of the element at path, or of the one
// whose field it is, that has does not know or that leads to another list. A
// path that leads nowhere any more has none.
func checkReferences(d *Document, path norm.Path, has func(id string) bool) error {
	var refused error
	holds := func(kind listKind, id string) bool {
		return has(id) && (kind == listAny || d.list(kind).find(id) >= 0)
	}
	check := func(l *list, i int, at norm.Path) {
		r := &references{holds: holds}
		if l.refs(i, r); r.bad && refused == nil {
			refused = wire.Refuse(wire.DanglingReference, at.Field(r.field), wire.Text("id", r.id))
		}
	}
	forOwners(d, path, check)
	return refused
}

// forOwners shows the elements that path leads to or through, and those in
// the element it leads to.
func forOwners(d *Document, path norm.Path, visit func(l *list, i int, at norm.Path)) {
	c := cursor{path: path}
	name, id := c.next(), c.next()
	l := d.listNamed(name.Name)
	if !c.ok || l == nil || !id.ID {
		return
	}
	i := l.find(id.Name)
	if i < 0 {
		return
	}
	at := norm.Path(name.Name).Item(id.Name)
	visit(l, i, at)
	l.nested(i, func(n *list) {
		for j := range n.len() {
			visit(n, j, at.Field(n.kind().String()).Item(n.id(j)))
		}
	})
}

// dropReferences takes every reference to one of ids out of d, but for those
// of records, and returns the edits that put them back. It replaces the
// elements it changes and the lists they are in; the old ones stay as they
// were.
func dropReferences(d *Document, ids []string) []norm.Edit {
	if len(ids) == 0 {
		return nil
	}
	var back []norm.Edit
	r := &references{drop: ids}
	for k := listKind(1); k <= lastTopList; k++ {
		if k.record() {
			continue
		}
		l := d.list(k)
		unshared := false
		for i := range l.len() {
			l.refs(i, r)
			l.nested(i, func(n *list) {
				for j := range n.len() {
					n.refs(j, r)
				}
			})
			if len(r.hits) == 0 {
				continue
			}
			r.hits, r.take = nil, true
			if !unshared {
				l.unshare()
				unshared = true
			}
			l.own(i)
			note := func(at norm.Path) {
				for _, h := range r.hits {
					back = append(back, norm.Edit{Op: norm.OpSet, Path: at.Field(h.field), Value: h.old})
				}
				r.hits = nil
			}
			at := norm.Path(k.String()).Item(l.id(i))
			l.refs(i, r)
			note(at)
			l.nested(i, func(n *list) {
				for j := range n.len() {
					n.refs(j, r) // own has copied the element whole
					note(at.Field(n.kind().String()).Item(n.id(j)))
				}
			})
			r.take = false
		}
	}
	return back
}

// recordsRefer reports whether a record refers to one of ids.
func recordsRefer(d *Document, ids []string) bool {
	r := &references{drop: ids}
	for k := listKind(1); k <= lastTopList; k++ {
		if !k.record() {
			continue
		}
		l := d.list(k)
		for i := range l.len() {
			if l.refs(i, r); len(r.hits) > 0 {
				return true
			}
		}
	}
	return false
}

// changedRecords returns the name of the first list of records in which a and
// b differ, or "".
func changedRecords(a, b *Document) string {
	var x, y []byte
	for k := listKind(1); k <= lastTopList; k++ {
		if !k.record() {
			continue
		}
		l, m := a.list(k), b.list(k)
		if l.len() != m.len() {
			return k.String()
		}
		for i := range l.len() {
			if l.same(i, m, i) {
				continue
			}
			x, y = l.json(x[:0], i), m.json(y[:0], i)
			if string(x) != string(y) {
				return k.String()
			}
		}
	}
	return ""
}
