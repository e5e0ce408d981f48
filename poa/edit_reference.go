package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// references visits the fields of an element that refer to other elements. It either looks
// them up in ids, up to the first invalid reference, or, if drop is set, finds those to
// ids of drop.
type references struct {
	ids   *idIndex
	drop  []string
	clear bool // remove the ids of drop from the fields

	bad       bool
	field, id string // of the invalid reference
	hits      []hit
}

// hit is a field that refers to an id of drop, and the JSON of its old value.
type hit struct{ field, old string }

func (r *references) reject(field, id string) { r.bad, r.field, r.id = true, field, id }

// must visits a required reference.
func (r *references) must(field string, kind listKind, p *string) {
	if *p == "" && r.drop == nil && !r.bad {
		r.reject(field, "")
		return
	}
	r.one(field, kind, p)
}

// one visits an optional reference.
func (r *references) one(field string, kind listKind, p *string) {
	switch {
	case *p == "" || r.bad:
	case r.drop == nil:
		if !r.ids.has(kind, *p) {
			r.reject(field, *p)
		}
	case slices.Contains(r.drop, *p):
		r.hits = append(r.hits, hit{field, string(wire.AppendString(nil, *p))})
		if r.clear {
			*p = ""
		}
	}
}

// many visits a list of references.
func (r *references) many(field string, kind listKind, p *[]string) {
	if r.bad {
		return
	}
	if r.drop == nil {
		for _, id := range *p {
			if !r.ids.has(kind, id) {
				r.reject(field, id)
				return
			}
		}
		return
	}
	dropped := func(id string) bool { return slices.Contains(r.drop, id) }
	if !slices.ContainsFunc(*p, dropped) {
		return
	}
	r.hits = append(r.hits, hit{field, string(wire.AppendStrings(nil, *p))})
	if r.clear {
		if *p = slices.DeleteFunc(slices.Clone(*p), dropped); len(*p) == 0 {
			*p = nil
		}
	}
}

// checkElements rejects duplicate ids and references to missing elements. It returns the
// index of the ids.
func checkElements(d *Document) (*idIndex, *wire.Error) {
	ids, duplicate := indexOf(d)
	if duplicate != nil {
		return nil, wire.Refuse(wire.DuplicateID, duplicate.path(), wire.Text("id", duplicate.lastID()))
	}
	var e *wire.Error
	r := &references{ids: ids}
	forEachElement(d, func(l list, i int, at place) bool {
		if l.refs(i, r); r.bad {
			e = wire.Refuse(wire.DanglingReference, at.path().Field(r.field), wire.Text("id", r.id))
		}
		return !r.bad
	})
	return ids, e
}

// checkReferences rejects references to missing elements in the element that path leads to
// or through, and in the elements of its lists. It accepts a path to a removed element.
func checkReferences(d *Document, path norm.Path, ids *idIndex) error {
	t, err := resolve(d, path)
	if err != nil || t.l == nil {
		return nil
	}
	var dangling error
	visitElements(t.l, t.i, t.at, func(l list, i int, at norm.Path) {
		r := &references{ids: ids}
		if l.refs(i, r); r.bad && dangling == nil {
			dangling = wire.Refuse(wire.DanglingReference, at.Field(r.field), wire.Text("id", r.id))
		}
	})
	return dangling
}

// dropReferences removes all references to ids from d, except those of records, and
// returns the edits that restore them. It replaces the elements that it changes, and their
// lists.
func dropReferences(d *Document, ids []string) (back []norm.Edit) {
	if len(ids) == 0 {
		return nil
	}
	search := &references{drop: ids}
	for k := listKind(1); k <= lastTopList; k++ {
		if k.record() {
			continue
		}
		l := d.list(k)
		shared := true
		for i := range l.len() {
			search.hits = nil
			visitElements(l, i, "", func(l list, i int, _ norm.Path) { l.refs(i, search) })
			if len(search.hits) == 0 {
				continue
			}
			if shared {
				l.unshare()
				shared = false
			}
			l.unshareElement(i) // a deep copy, with the elements of its lists
			visitElements(l, i, norm.Path(k.String()).Item(l.id(i)), func(l list, i int, at norm.Path) {
				remove := &references{drop: ids, clear: true}
				l.refs(i, remove)
				for _, h := range remove.hits {
					back = append(back, norm.Edit{Op: norm.OpSet, Path: at.Field(h.field), Value: h.old})
				}
			})
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

// changedRecords returns the name of the first list of records that differs in a and b,
// or "".
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
