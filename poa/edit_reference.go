package poa

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/interrupt"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// references visits the fields of an element that refer to other elements. It either looks
// them up in ids, up to the first invalid reference, or, if drop is set, finds those for
// which it returns true.
type references struct {
	ids   *idIndex
	drop  func(field string, kind listKind, id string) bool
	clear bool // remove the ids that were found from the fields

	bad       bool
	field, id string // of the invalid reference
	hits      []hit
}

// hit is a field with a reference that was found: its id, or the first of several, and the
// JSON of the old value if clear is set.
type hit struct {
	field, id, old string
	required       bool
}

func (r *references) reject(field, id string) { r.bad, r.field, r.id = true, field, id }

// must visits a required reference.
func (r *references) must(field string, kind listKind, p *string) {
	if *p == "" && r.drop == nil && !r.bad {
		r.reject(field, "")
		return
	}
	n := len(r.hits)
	if r.one(field, kind, p); len(r.hits) > n {
		r.hits[n].required = true
	}
}

// one visits an optional reference.
func (r *references) one(field string, kind listKind, p *string) {
	switch {
	case *p == "" || r.bad:
	case r.drop == nil:
		if !r.ids.has(kind, *p) {
			r.reject(field, *p)
		}
	case r.drop(field, kind, *p):
		h := hit{field: field, id: *p}
		if r.clear {
			h.old = wire.Quote(*p)
			*p = ""
		}
		r.hits = append(r.hits, h)
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
	dropped := func(id string) bool { return r.drop(field, kind, id) }
	i := slices.IndexFunc(*p, dropped)
	if i < 0 {
		return
	}
	h := hit{field: field, id: (*p)[i]}
	if r.clear {
		h.old = wire.Encode(*p, (*wire.Encoder).Strings)
		if *p = slices.DeleteFunc(slices.Clone(*p), dropped); len(*p) == 0 {
			*p = nil
		}
	}
	r.hits = append(r.hits, h)
}

// checkElements rejects duplicate ids and references to missing elements. It returns the
// index of the ids.
func checkElements(d *Document, counter *interrupt.Counter) (*idIndex, *wire.Error) {
	ids, duplicate := countedIndexOf(d, counter)
	if duplicate != nil {
		return nil, wire.Refuse(wire.DuplicateID, duplicate.path(), wire.Text("id", duplicate.lastID()))
	}
	var e *wire.Error
	r := &references{ids: ids}
	forEachElement(d, func(l list, i int, at place) bool {
		counter.Count(1)
		if l.refs(i, r); r.bad {
			e = wire.Refuse(wire.DanglingReference, at.path().Field(r.field), wire.Text("id", r.id))
		}
		return !r.bad
	})
	return ids, e
}

// touch records that the references of the element that path leads to or through must be
// checked, and which edit set the field or inserted the element at path.
func (d *draft) touch(path norm.Path) {
	element, rest := cutElement(path)
	if field, _, _ := rest.Cut(); field.Name != "" {
		path = element.Field(field.Name)
	}
	if d.set == nil {
		d.set, d.isTouched = make(map[norm.Path]int), make(map[norm.Path]bool)
	}
	d.set[path] = d.now
	if element != "" && !d.isTouched[element] {
		d.isTouched[element] = true
		d.touched = append(d.touched, element)
	}
}

// checkTouched rejects references to missing elements in the elements that the edits set
// or inserted, and in the elements of their lists. Elements that were removed are skipped.
func (d *draft) checkTouched() error {
	var dangling error
	r := &references{ids: d.ids}
	check := func(l list, i int, at norm.Path) {
		d.counter.Count(1)
		if l.refs(i, r); r.bad && dangling == nil {
			dangling = wire.Refuse(wire.DanglingReference, at.Field(r.field), wire.Text("id", r.id))
		}
	}
	for _, path := range d.touched {
		t, err := d.resolve(path)
		if err != nil || t.l == nil {
			continue
		}
		if inserted := d.set[path] > 0; inserted {
			visitElements(t.l.list, t.i, path, check)
		} else {
			check(t.l.list, t.i, path)
		}
		if dangling != nil {
			return dangling
		}
	}
	return nil
}

// dropReferences removes the references to the elements that the edits removed, except
// those that edits set afterwards. It rejects the removal of an element that a record
// refers to. It returns the edits that restore the fields that no edit set.
//
// The lists must be settled.
func (d *draft) dropReferences() (restore []norm.Edit, err error) {
	if len(d.removed) == 0 {
		return nil, nil
	}
	search := &references{drop: func(_ string, _ listKind, id string) bool { return d.removed[id].edit > 0 }}
	for k := listKind(1); k <= lastTopList; k++ {
		l := d.topList(k.String())
		for i := range l.len() {
			d.counter.Count(1)
			search.hits = search.hits[:0]
			if visitElements(l.list, i, "", func(l list, i int, _ norm.Path) { l.refs(i, search) }); len(search.hits) == 0 {
				continue
			}
			if k.record() {
				return nil, newRefusal(ErrHasRecords, d.removed[search.hits[0].id].path)
			}
			restore = append(restore, d.dropFrom(l, i, norm.Path(k.String()).Item(l.id(i)))...)
		}
	}
	slices.Reverse(restore)
	return restore, nil
}

// dropFrom is dropReferences for an element at a path, and the elements of its lists.
func (d *draft) dropFrom(l *openList, i int, at norm.Path) (restore []norm.Edit) {
	inserted := d.set[at]
	d.dropFromOne(&target{l: l, i: i, at: at}, inserted, &restore)
	for _, n := range l.nested(i) {
		name := n.kind().String()
		for j := range n.len() {
			element := &target{i: j, at: at.Field(name).Item(n.id(j)), owner: &target{l: l, i: i, at: at}}
			element.l = d.nestedList(l, i, at, name)
			d.dropFromOne(element, max(inserted, d.set[element.at]), &restore)
		}
	}
	return restore
}

// dropFromOne is dropFrom for the fields of one element, which the edit with the number
// inserted put into the plan, or 0.
func (d *draft) dropFromOne(t *target, inserted int, restore *[]norm.Edit) {
	stale := func(field string, _ listKind, id string) bool {
		return max(inserted, d.set[t.at.Field(field)]) < d.removed[id].edit
	}
	search := &references{drop: stale}
	if t.l.refs(t.i, search); len(search.hits) == 0 {
		return
	}
	d.unshare(t)
	d.copyElement(t)
	drop := &references{drop: stale, clear: true}
	t.l.refs(t.i, drop)
	for _, h := range drop.hits {
		if field := t.at.Field(h.field); max(inserted, d.set[field]) == 0 {
			*restore = append(*restore, norm.Edit{Op: norm.OpSet, Path: field, Value: h.old})
		}
	}
}

// changedRecords returns the name of the first list of records that differs in a and b,
// or "".
func changedRecords(a, b *Document) string {
	for k := listKind(1); k <= lastTopList; k++ {
		if k.record() && !equalLists(a.list(k), b.list(k)) {
			return k.String()
		}
	}
	return ""
}

// cutElement returns the path of the last element that path leads to or through, or "",
// and the rest of the path.
func cutElement(path norm.Path) (element, rest norm.Path) {
	i := strings.LastIndexByte(string(path), ']') + 1
	if rest = path[i:]; rest != "" && rest[0] == '.' {
		rest = rest[1:]
	}
	return path[:i], rest
}
