package poa

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// mergeList is a list of elements of one version: the ids in order, and the JSON by id.
type mergeList struct {
	ids  []string
	json map[string]string
}

func newMergeList(json string) *mergeList {
	elements := items(json)
	l := &mergeList{ids: make([]string, 0, len(elements)), json: make(map[string]string, len(elements))}
	for _, e := range elements {
		id, _ := wire.NewStringDecoder(e).Peek("id")
		l.ids, l.json[id] = append(l.ids, id), e
	}
	return l
}

// of returns the JSON of an element, or null.
func (l *mergeList) of(id string) string {
	if json, ok := l.json[id]; ok {
		return json
	}
	return null
}

// list merges lists of elements.
func (m *merger) list(path norm.Path, versions ...string) string {
	record := isRecordList(path)
	if base, mine, theirs := versions[0], versions[1], versions[2]; mine == theirs && mine == base || len(m.keep) == 0 && !record && (mine == base || theirs == base) {
		return m.one(path, base, mine, theirs)
	}
	var of [3]*mergeList
	for n, v := range versions {
		of[n] = newMergeList(v)
	}
	moved := [3]map[string]bool{1: movedIn(of[0], of[1]), 2: movedIn(of[0], of[2])}
	result := &mergeList{json: make(map[string]string)}
	add := func(id string) {
		m.counter.Count(1)
		if _, done := result.json[id]; done {
			return
		}
		at := path.Item(id)
		result.json[id] = m.element(at, id, [3]string{of[0].of(id), of[1].of(id), of[2].of(id)}, record, moved[1][id] || moved[2][id])
	}
	for _, l := range of {
		for _, id := range l.ids {
			add(id)
		}
	}
	ids := m.order(path, of, result)
	if len(ids) == 0 {
		return null
	}
	var e wire.Encoder
	e.OpenList()
	for _, id := range ids {
		e.Item()
		e.Verbatim(result.json[id])
	}
	e.CloseList()
	return string(e.Bytes())
}

// isRecordList reports whether path leads to a list of records.
func isRecordList(path norm.Path) bool {
	for k := listKind(1); k <= lastTopList; k++ {
		if k.record() && k.String() == string(path) {
			return true
		}
	}
	return false
}

// element returns the merged element at a path, or null if it is not in the merged plan.
func (m *merger) element(at norm.Path, id string, of [3]string, record, moved bool) string {
	base, mine, theirs := of[0], of[1], of[2]
	one := mine // the one that is not null, if only one is
	if mine == null {
		one = theirs
	}
	switch {
	case mine == theirs:
		return theirs
	case base == null && (mine == null || theirs == null):
		return one
	case mine == null || theirs == null:
		if one == base && !record && !moved && !m.keep[id] {
			return null // removed
		}
		m.conflict(at, base, mine, theirs)
		return one
	case record:
		return m.one(at, base, mine, theirs)
	case base == null:
		m.conflict(at, base, mine, theirs)
		return m.inserted(at, mine, theirs)
	}
	return m.object(at, base, mine, theirs)
}

// inserted returns the element that both inserted: that of theirs, with the elements of the
// lists of both.
func (m *merger) inserted(at norm.Path, mine, theirs string) string {
	var e wire.Encoder
	e.Open()
	for _, v := range columns(null, mine, theirs) {
		value := v.of[2]
		if f, ok := model.At(at.Field(v.name)); ok && f.IsList() {
			value = m.list(at.Field(v.name), null, v.of[1], v.of[2])
		}
		if value != null {
			e.Field(v.name)
			e.Verbatim(value)
		}
	}
	e.Close()
	return string(e.Bytes())
}

// movedIn returns the elements that must be moved to bring those of base into the order
// that they have in version.
func movedIn(base, version *mergeList) map[string]bool {
	at := make(map[string]int, len(base.ids))
	for i, id := range base.ids {
		at[id] = i
	}
	var from []int
	for _, id := range version.ids {
		if i, ok := at[id]; ok {
			from = append(from, i)
		}
	}
	if slices.IsSorted(from) {
		return nil
	}
	fixed := make(map[int]bool, len(from))
	for _, i := range longestIncreasing(from) {
		fixed[i] = true
	}
	moved := make(map[string]bool)
	for _, i := range from {
		if !fixed[i] {
			moved[base.ids[i]] = true
		}
	}
	return moved
}

// order returns the ids of the elements of result in the merged order of three versions of
// the list at path.
func (m *merger) order(path norm.Path, of [3]*mergeList, result *mergeList) []string {
	common := func(l *mergeList) (ids []string) {
		for _, id := range l.ids {
			if of[0].json[id] != "" && of[1].json[id] != "" && of[2].json[id] != "" {
				ids = append(ids, id)
			}
		}
		return ids
	}
	base, mine, theirs := common(of[0]), common(of[1]), common(of[2])
	first, second := of[2], of[1] // in the order of theirs
	switch {
	case slices.Equal(base, mine), slices.Equal(mine, theirs):
	case slices.Equal(base, theirs):
		first, second = second, first
	default:
		m.conflict(path, idsJSON(base), idsJSON(mine), idsJSON(theirs))
	}
	// A list of links; the elements that only second has follow the same element as there.
	next, last := make(map[string]string), ""
	for _, id := range first.ids {
		if result.json[id] != null {
			next[last], last = id, id
		}
	}
	last = ""
	for _, id := range second.ids {
		if result.json[id] == null {
			continue
		}
		if _, known := first.json[id]; !known {
			next[id], next[last] = next[last], id
		}
		last = id
	}
	var ids []string
	for id := next[""]; id != ""; id = next[id] {
		ids = append(ids, id)
	}
	return ids
}

func idsJSON(ids []string) string { return wire.Encode(ids, (*wire.Encoder).Strings) }

// keepUsed keeps the elements of base that user has and remover has not, if user refers to
// them where base does not.
func (m *merger) keepUsed(user, remover *Plan) {
	base := newLookup(m.docs[0])
	owners := make(map[string]string) // of the elements of lists of elements
	var used []string
	forEachElement(user.doc, func(l list, i int, at place) bool {
		m.counter.Count(1)
		if at.sub != 0 {
			owners[at.id] = at.owner
		}
		var hits []hit
		l.refs(i, &references{drop: func(field string, _ listKind, id string) bool {
			if remover.ids.kind(id) == 0 {
				hits = append(hits, hit{field: field, id: id})
			}
			return false
		}})
		if len(hits) == 0 {
			return true
		}
		old := make(map[hit]bool)
		if t, err := base.resolve(at.path()); err == nil {
			t.l.refs(t.i, &references{drop: func(field string, _ listKind, id string) bool {
				old[hit{field: field, id: id}] = true
				return false
			}})
		}
		for _, h := range hits {
			if !old[h] {
				used = append(used, h.id)
			}
		}
		return true
	})
	for _, id := range used {
		m.keep[id] = true
		if owner := owners[id]; owner != "" {
			m.keep[owner] = true
		}
	}
}

// repairer removes from a merged document what makes it invalid.
type repairer struct {
	*merger
	doc      *Document
	versions [3]*lookup
	known    map[norm.Path]bool // the paths of conflicts
}

// repair removes the elements of doc whose id another element has, the references to
// missing elements, and the records that would lack one, restores what acts of mine and
// theirs established, and checks the records of both against one another. These are conflicts, unless they are in a conflict already.
func (m *merger) repair(doc *Document, mine, theirs *Plan) {
	r := &repairer{merger: m, doc: doc, known: make(map[norm.Path]bool, len(m.conflicts))}
	for _, c := range m.conflicts {
		r.known[c.Path] = true
	}
	for n, d := range m.docs {
		r.versions[n] = newLookup(d)
	}
	r.removeDuplicates()
	r.removeDangling()
	r.keepActs(mine)
	r.keepActs(theirs)
	r.counter.Ask()
	r.checkRecords()
	r.removeDangling()
}

// maxKept is the number of values of acts that are restored one by one.
const maxKept = 64

// keepActs restores the values that acts of a version established and that the merged
// document changes. After maxKept of them, it restores whole lists.
func (r *repairer) keepActs(version *Plan) {
	from := newLookup(version.doc)
	// What was closed in the version may be open since a reopening of the other one.
	established := *version.doc
	established.Reopenings = r.doc.Reopenings
	acts := &Plan{env: version.env, doc: &established}
	for n := 0; ; n++ {
		r.counter.Ask()
		refusal, ok := acts.checkActs(r.doc).(*Refusal)
		if !ok {
			return
		}
		if n >= maxKept {
			list, _, _ := refusal.Path.Cut()
			r.report(norm.Path(list.Name))
			r.doc.take(version.doc, 1<<slices.Index(inputNames[:], list.Name))
			continue
		}
		element, _ := cutElement(refusal.Path)
		d := newDraft(r.doc, &idIndex{})
		here, there := element == "" || d.exists(element), element == "" || from.exists(element)
		var err error
		switch {
		case here && there:
			r.report(refusal.Path)
			value, _ := from.valueAt(refusal.Path)
			_, err = d.setValue(refusal.Path, value)
		case here:
			r.report(element)
			_, _, err = d.removeElement(element)
		default:
			r.report(element)
			value, _ := from.valueAt(element)
			_, err = d.insertElement(element[:strings.LastIndexByte(string(element), '[')], value, "")
		}
		if err != nil {
			n = maxKept // the paths of checkActs can be edited, unless an owner is missing
			continue
		}
		d.settle()
		*r.doc = *d.doc
	}
}

// report adds a conflict at a path, unless the path is in a conflict.
func (r *repairer) report(path norm.Path) {
	r.counter.Count(1)
	covered := false
	eachPrefix(path, func(p norm.Path) bool {
		covered = r.known[p]
		return !covered
	})
	if covered {
		return
	}
	var of [3]string
	for n, v := range r.versions {
		var ok bool
		if of[n], ok = v.valueAt(path); !ok {
			of[n] = null
		}
	}
	r.conflict(path, of[0], of[1], of[2])
	r.known[path] = true
}

// removeDuplicates removes the elements whose id another element has. The one that base
// has stays, or else the first by path.
func (r *repairer) removeDuplicates() {
	first := make(map[string]place)
	places := make(map[string][]norm.Path)
	forEachElement(r.doc, func(_ list, _ int, at place) bool {
		id := at.lastID()
		known, twice := first[id]
		switch {
		case !twice:
			first[id] = at
		case places[id] == nil:
			places[id] = []norm.Path{known.path(), at.path()}
		default:
			places[id] = append(places[id], at.path())
		}
		return true
	})
	if len(places) == 0 {
		return
	}
	omit := make(map[norm.Path]bool)
	for _, paths := range places {
		slices.Sort(paths)
		stays := 0
		for i, path := range paths {
			if _, err := r.versions[0].resolve(path); err == nil {
				stays = i
			}
		}
		for i, path := range paths {
			r.report(path)
			omit[path] = i != stays
		}
	}
	for k := listKind(1); k <= lastTopList; k++ {
		l := r.doc.list(k)
		at := norm.Path(k.String())
		for i := range l.len() {
			for _, n := range l.nested(i) {
				removeFrom(n, at.Item(l.id(i)).Field(n.kind().String()), omit)
			}
		}
		removeFrom(l, at, omit)
	}
}

// removeFrom removes the elements in omit from the list at a path.
func removeFrom(l list, at norm.Path, omit map[norm.Path]bool) {
	var stay []int32
	for i := range l.len() {
		if !omit[at.Item(l.id(i))] {
			stay = append(stay, int32(i))
		}
	}
	if len(stay) < l.len() {
		l.permute(stay)
	}
}

// removeDangling removes the records that lack an element, those that lack one of these, and
// so on, and then the references to missing elements.
func (r *repairer) removeDangling() {
	ids, _ := countedIndexOf(r.doc, r.counter)
	if omit := r.lacking(ids); len(omit) > 0 {
		for k := listKind(1); k <= lastTopList; k++ {
			removeFrom(r.doc.list(k), norm.Path(k.String()), omit)
		}
		ids, _ = countedIndexOf(r.doc, r.counter)
	}
	forEachElement(r.doc, func(l list, i int, at place) bool {
		r.counter.Count(1)
		refs := &references{clear: true, drop: func(_ string, kind listKind, id string) bool { return !ids.has(kind, id) }}
		if l.refs(i, refs); len(refs.hits) == 0 {
			return true
		}
		for _, h := range refs.hits {
			r.report(at.path().Field(h.field))
		}
		return true
	})
}

// lacking reports the records that lack an element which they must refer to, and those that
// would lack one without these, and returns their paths.
func (r *repairer) lacking(ids *idIndex) map[norm.Path]bool {
	omit := make(map[norm.Path]bool)
	users := make(map[string][]place) // the records that must refer to a record, by its id
	var lost []place
	for k := listKind(1); k <= lastTopList; k++ {
		if !k.record() {
			continue
		}
		l := r.doc.list(k)
		for i := range l.len() {
			r.counter.Count(1)
			at, missing := place{list: k, owner: l.id(i)}, false
			refs := &references{drop: func(_ string, kind listKind, id string) bool {
				missing = missing || !ids.has(kind, id)
				return true
			}}
			l.refs(i, refs)
			for _, h := range refs.hits {
				if to := ids.kind(h.id); h.required && to != 0 && to.record() {
					users[h.id] = append(users[h.id], at)
				}
			}
			if missing && r.lacks(l, i, ids) {
				lost = append(lost, at)
			}
		}
	}
	for len(lost) > 0 {
		at := lost[len(lost)-1]
		lost = lost[:len(lost)-1]
		path := at.path()
		if omit[path] {
			continue
		}
		r.counter.Count(1)
		r.report(path)
		omit[path] = true
		lost = append(lost, users[at.owner]...)
	}
	return omit
}

// lacks reports whether a record lacks an element that it must refer to.
func (r *repairer) lacks(l list, i int, ids *idIndex) bool {
	refs := &references{drop: func(_ string, kind listKind, id string) bool { return !ids.has(kind, id) }}
	l.refs(i, refs)
	return slices.ContainsFunc(refs.hits, func(h hit) bool { return h.required })
}
