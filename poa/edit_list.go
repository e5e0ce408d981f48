package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// listKind identifies a list of elements, of the document or of an element.
type listKind uint8

// listAny is the target of a reference to an element of any list.
const listAny listKind = 0xFF

func (k listKind) String() string {
	if int(k) < len(listNames) {
		return listNames[k]
	}
	return "*"
}

// record reports whether the elements of the list are records, which only acts add.
func (k listKind) record() bool { return listRecords[k] }

// list is a list of elements of any type, for edits and checks. Methods that change a list
// replace its slice: they do not modify the slice and the elements that a plan shares.
type list interface {
	kind() listKind
	len() int
	id(i int) string
	// name returns the name of an element, "" if its type has no name.
	name(i int) string
	// find returns the position of an element, or -1.
	find(id string) int
	// json appends the canonical encoding of an element.
	json(b []byte, i int) []byte
	// same reports whether element i and element j of o are the same pointer.
	same(i int, o list, j int) bool
	// refs passes the references of an element to r. If r changes them, the caller must
	// first copy the slice, with unshare, and the element, with unshareElement.
	refs(i int, r *references)
	unshare()
	unshareElement(i int)
	// nested returns the lists of an element.
	nested(i int) []list
	// try decodes an element and discards it.
	try(d *wire.Decoder) bool
	// replace decodes an element and puts it in place of element i; insert puts it in
	// front of it.
	replace(i int, d *wire.Decoder) bool
	insert(i int, d *wire.Decoder) (id string, ok bool)
	remove(i int)
	move(from, to int)
}

// elementType has the functions of a type of elements, by pointer; name, refs and nested
// may be nil.
type elementType[P any] struct {
	id     func(P) string
	name   func(P) string
	decode func(*wire.Decoder) (P, bool)
	append func([]byte, P) []byte
	clone  func(P) P
	refs   func(P, *references)
	nested func(P) []list
}

// listOf is a list for a []P. P is a pointer: the compiler generates the code once for all
// pointers, but once for each type of structs.
type listOf[P any] struct {
	of      listKind
	at      *[]P
	element *elementType[P]
}

func (l *listOf[P]) kind() listKind              { return l.of }
func (l *listOf[P]) len() int                    { return len(*l.at) }
func (l *listOf[P]) id(i int) string             { return l.element.id((*l.at)[i]) }
func (l *listOf[P]) json(b []byte, i int) []byte { return l.element.append(b, (*l.at)[i]) }

func (l *listOf[P]) name(i int) string {
	if l.element.name == nil {
		return ""
	}
	return l.element.name((*l.at)[i])
}

func (l *listOf[P]) find(id string) int {
	for i, v := range *l.at {
		if l.element.id(v) == id {
			return i
		}
	}
	return -1
}

func (l *listOf[P]) same(i int, o list, j int) bool {
	other, ok := o.(*listOf[P])
	return ok && any((*l.at)[i]) == any((*other.at)[j])
}

func (l *listOf[P]) refs(i int, r *references) {
	if l.element.refs != nil {
		l.element.refs((*l.at)[i], r)
	}
}

func (l *listOf[P]) unshare()             { *l.at = slices.Clone(*l.at) }
func (l *listOf[P]) unshareElement(i int) { (*l.at)[i] = l.element.clone((*l.at)[i]) }

func (l *listOf[P]) nested(i int) []list {
	if l.element.nested == nil {
		return nil
	}
	return l.element.nested((*l.at)[i])
}

func (l *listOf[P]) try(d *wire.Decoder) bool {
	_, ok := l.element.decode(d)
	return ok && d.End()
}

func (l *listOf[P]) replace(i int, d *wire.Decoder) bool {
	v, ok := l.element.decode(d)
	if !ok || !d.End() {
		return false
	}
	l.unshare()
	(*l.at)[i] = v
	return true
}

func (l *listOf[P]) insert(i int, d *wire.Decoder) (id string, ok bool) {
	v, ok := l.element.decode(d)
	if !ok || !d.End() {
		return "", false
	}
	*l.at = slices.Insert(slices.Clip(*l.at), i, v)
	return l.element.id(v), true
}

func (l *listOf[P]) remove(i int) {
	*l.at = slices.Delete(slices.Clone(*l.at), i, i+1)
	if len(*l.at) == 0 {
		*l.at = nil
	}
}

func (l *listOf[P]) move(from, to int) {
	v := (*l.at)[from]
	*l.at = slices.Insert(slices.Delete(slices.Clone(*l.at), from, from+1), to, v)
}

// place is the place of an element in a document. The method path computes its path.
type place struct {
	list  listKind // a list of the document
	owner string   // id of an element of list
	sub   listKind // a list of owner, or zero for owner itself
	id    string   // id of an element of sub
}

// path returns the path of the element.
func (p place) path() norm.Path {
	path := norm.Path(p.list.String()).Item(p.owner)
	if p.sub != 0 {
		path = path.Field(p.sub.String()).Item(p.id)
	}
	return path
}

// lastID returns the id of the element.
func (p place) lastID() string {
	if p.sub != 0 {
		return p.id
	}
	return p.owner
}

// forEachElement visits the elements of d in the order of the document, each before the
// elements of its lists, until visit returns false.
func forEachElement(d *Document, visit func(l list, i int, at place) bool) {
	for k := listKind(1); k <= lastTopList; k++ {
		l := d.list(k)
		for i := range l.len() {
			at := place{list: k, owner: l.id(i)}
			if !visit(l, i, at) {
				return
			}
			for _, n := range l.nested(i) {
				for j := range n.len() {
					at.sub, at.id = n.kind(), n.id(j)
					if !visit(n, j, at) {
						return
					}
				}
			}
		}
	}
}

// visitElements visits an element, whose path is at, and the elements of its lists.
func visitElements(l list, i int, at norm.Path, visit func(l list, i int, at norm.Path)) {
	visit(l, i, at)
	for _, n := range l.nested(i) {
		for j := range n.len() {
			visit(n, j, at.Field(n.kind().String()).Item(n.id(j)))
		}
	}
}

// listNamed returns a list of d by name, or nil.
func (d *Document) listNamed(name string) list {
	for k := listKind(1); k <= lastTopList; k++ {
		if listNames[k] == name {
			return d.list(k)
		}
	}
	return nil
}

// nestedNamed returns a list of an element by name, or nil.
func nestedNamed(l list, i int, name string) list {
	for _, n := range l.nested(i) {
		if n.kind().String() == name {
			return n
		}
	}
	return nil
}
