package poa

import (
	"slices"
	"unsafe"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// listKind names one list of elements: of the document, or of its elements.
type listKind uint8

// listAny is what a reference to an element of any list refers to.
const listAny listKind = 0xFF

func (k listKind) String() string {
	if int(k) < len(listNames) {
		return listNames[k]
	}
	return "*"
}

// record tells that acts make the elements of the list.
func (k listKind) record() bool { return listRecords[k] }

// list is a list of elements as checks and structural edits see it, whatever
// the type of its elements: a []*T is looked at as a []unsafe.Pointer, which has
// the same layout, and the functions of its ops know the T. One body of code
// serves all lists; with type parameters, the wrappers that the compiler makes
// for each of twenty types weigh 25 kB gzip in the browser.
type list struct {
	of listKind
	at *[]unsafe.Pointer
	do *elementOps
}

type elementOps struct {
	id     func(unsafe.Pointer) string
	decode func(*wire.Decoder) (unsafe.Pointer, bool)
	append func([]byte, unsafe.Pointer) []byte
	clone  func(unsafe.Pointer) unsafe.Pointer
	refs   func(unsafe.Pointer, *references)
	nested func(unsafe.Pointer, func(*list))
}

func noReferences(unsafe.Pointer, *references) {}

func noLists(unsafe.Pointer, func(*list)) {}

func (l *list) kind() listKind { return l.of }
func (l *list) len() int       { return len(*l.at) }
func (l *list) id(i int) string {
	return l.do.id((*l.at)[i])
}

// json appends the canonical bytes of an element.
func (l *list) json(b []byte, i int) []byte { return l.do.append(b, (*l.at)[i]) }

// same reports whether both lists hold one and the same element there.
func (l *list) same(i int, o *list, j int) bool { return (*l.at)[i] == (*o.at)[j] }

// find returns the position of an element, or -1.
func (l *list) find(id string) int {
	n := len(id) - 1
	if n < 0 {
		return -1
	}
	last := id[n] // ids that are counted up begin alike
	for i, v := range *l.at {
		if s := l.do.id(v); len(s) == n+1 && s[n] == last && s == id {
			return i
		}
	}
	return -1
}

// refs shows the references of an element to r. own puts a copy of the element
// in the list, for an r that changes them; unshare copies the list before the
// first.
func (l *list) refs(i int, r *references) { l.do.refs((*l.at)[i], r) }
func (l *list) unshare()                  { *l.at = slices.Clone(*l.at) }
func (l *list) own(i int)                 { (*l.at)[i] = l.do.clone((*l.at)[i]) }

// nested shows the lists of an element.
func (l *list) nested(i int, visit func(*list)) { l.do.nested((*l.at)[i], visit) }

// try reads an element and forgets it.
func (l *list) try(d *wire.Decoder) bool {
	_, ok := l.do.decode(d)
	return ok && d.End()
}

// put reads an element and puts it at i, in place of the one there or in front
// of it. cut takes one out, shift moves one. All of them leave the slice they
// found as it was and put a new one in its place.
func (l *list) put(i int, d *wire.Decoder, insert bool) (id string, ok bool) {
	v, ok := l.do.decode(d)
	if !ok || !d.End() {
		return "", false
	}
	fresh := make([]unsafe.Pointer, 0, len(*l.at)+1)
	fresh = append(append(fresh, (*l.at)[:i]...), v)
	if !insert {
		i++
	}
	*l.at = append(fresh, (*l.at)[i:]...)
	return l.do.id(v), true
}

func (l *list) cut(i int) {
	if len(*l.at) == 1 {
		*l.at = nil
		return
	}
	fresh := make([]unsafe.Pointer, 0, len(*l.at)-1)
	*l.at = append(append(fresh, (*l.at)[:i]...), (*l.at)[i+1:]...)
}

func (l *list) shift(from, to int) {
	fresh := slices.Clone(*l.at)
	if from < to {
		copy(fresh[from:], fresh[from+1:to+1])
	} else {
		copy(fresh[to+1:], fresh[to:from])
	}
	fresh[to] = (*l.at)[from]
	*l.at = fresh
}

// place is where an element stands. Its path is made only when it is asked for.
type place struct {
	list, sub     listKind // sub is zero for an element of the document's own lists
	owner, subOwn string
}

// path returns the path of the element.
func (p place) path() norm.Path {
	path := norm.Path(p.list.String()).Item(p.owner)
	if p.sub != 0 {
		path = path.Field(p.sub.String()).Item(p.subOwn)
	}
	return path
}

// indexElements puts every id of d into t and reports whether all differ.
func indexElements(d *Document, t *idTable) bool {
	ok := true
	for k := listKind(1); k <= lastTopList; k++ {
		l := d.list(k)
		for i, v := range *l.at {
			ok = t.add(l.do.id(v), k) && ok
			if listNests[k] {
				l.nested(i, func(n *list) {
					for j := range n.len() {
						ok = t.add(n.id(j), n.of) && ok
					}
				})
			}
		}
	}
	return ok
}

// forEachElement shows every element of d, in the order of the document, an
// element before those of its own lists.
func forEachElement(d *Document, visit func(at place, id string)) {
	for k := listKind(1); k <= lastTopList; k++ {
		l := d.list(k)
		for i := range l.len() {
			at := place{list: k, owner: l.id(i)}
			visit(at, at.owner)
			if !listNests[k] {
				continue
			}
			l.nested(i, func(n *list) {
				for j := range n.len() {
					at := place{k, n.kind(), at.owner, n.id(j)}
					visit(at, at.subOwn)
				}
			})
		}
	}
}

// elementList returns the list that holds the element at path, and its
// position; nil where there is none.
func elementList(d *Document, path norm.Path) (l *list, i int) {
	c := cursor{path: path}
	name, id := c.next(), c.next()
	if !c.ok || !id.ID {
		return nil, 0
	}
	if l = d.listNamed(name.Name); l == nil {
		return nil, 0
	}
	if i = l.find(id.Name); i < 0 {
		return nil, 0
	}
	if c.path == "" {
		return l, i
	}
	name, id = c.next(), c.next()
	if !c.ok || !id.ID || c.path != "" {
		return nil, 0
	}
	n := nestedList(l, i, name.Name)
	if n == nil {
		return nil, 0
	}
	if i = n.find(id.Name); i < 0 {
		return nil, 0
	}
	return n, i
}

// nestedList returns the list called name of an element, or nil.
func nestedList(l *list, i int, name string) (found *list) {
	l.nested(i, func(n *list) {
		if n.kind().String() == name {
			found = n
		}
	})
	return found
}

// listNamed returns a list of d, or nil.
func (d *Document) listNamed(name string) *list {
	for k := listKind(1); k <= lastTopList; k++ {
		if listNames[k] == name {
			return d.list(k)
		}
	}
	return nil
}

// idsUnder returns the id of the element at path and those of the elements in
// it, or nil where path leads to none.
func idsUnder(d *Document, path norm.Path) []string {
	l, i := elementList(d, path)
	if l == nil {
		return nil
	}
	ids := []string{l.id(i)}
	l.nested(i, func(n *list) {
		for j := range n.len() {
			ids = append(ids, n.id(j))
		}
	})
	return ids
}
