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

// list is a list of elements of any type, for edits and checks. Except for unshare and
// permute, the methods that change a list modify its slice: the caller must first unshare
// a slice that a plan shares. They do not modify elements.
type list interface {
	kind() listKind
	len() int
	id(i int) string
	// name returns the name of an element, "" if its type has no name.
	name(i int) string
	// find returns the position of an element, or -1. It searches the whole list.
	find(id string) int
	// json appends the canonical encoding of an element, fieldsJSON the same without the
	// lists of the element.
	json(b []byte, i int) []byte
	fieldsJSON(b []byte, i int) []byte
	// same reports whether element i and element j of o are the same pointer.
	same(i int, o list, j int) bool
	// refs passes the references of an element to r. If r changes them, the caller must
	// first copy the element.
	refs(i int, r *references)
	// nested returns the lists of an element.
	nested(i int) []list
	// unshare replaces the slice with a copy, copyElement an element with a copy that
	// shares the slices of the element.
	unshare()
	copyElement(i int)
	// try decodes an element and discards it.
	try(d *wire.Decoder) bool
	// replace decodes an element without lists and puts it in place of element i, whose
	// lists it gets; push appends it to the list.
	replace(i int, d *wire.Decoder) bool
	push(d *wire.Decoder) bool
	remove(i int)
	move(from, to int)
	// permute replaces the slice with one of the elements at some positions.
	permute(positions []int32)
	// clear makes the list empty, adopt makes it share the slice of o.
	clear()
	adopt(o list)
}

// elementType has the functions of a type of elements, by pointer; name, refs and nested
// may be nil.
type elementType[P any] struct {
	id     func(P) string
	name   func(P) string
	decode func(*wire.Decoder) (P, bool)
	append func([]byte, P) []byte
	copy   func(P) P
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

func (l *listOf[P]) fieldsJSON(b []byte, i int) []byte {
	v := (*l.at)[i]
	if l.element.nested != nil {
		v = l.element.copy(v)
		for _, n := range l.element.nested(v) {
			n.clear()
		}
	}
	return l.element.append(b, v)
}

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

func (l *listOf[P]) nested(i int) []list {
	if l.element.nested == nil {
		return nil
	}
	return l.element.nested((*l.at)[i])
}

func (l *listOf[P]) unshare()          { *l.at = slices.Clone(*l.at) }
func (l *listOf[P]) copyElement(i int) { (*l.at)[i] = l.element.copy((*l.at)[i]) }

func (l *listOf[P]) decode(d *wire.Decoder) (v P, ok bool) {
	d.LimitText()
	v, ok = l.element.decode(d)
	return v, ok && d.End()
}

func (l *listOf[P]) try(d *wire.Decoder) bool {
	_, ok := l.decode(d)
	return ok
}

func (l *listOf[P]) replace(i int, d *wire.Decoder) bool {
	v, ok := l.decode(d)
	if !ok {
		return false
	}
	if l.element.nested != nil {
		old := l.element.nested((*l.at)[i])
		for k, n := range l.element.nested(v) {
			n.adopt(old[k])
		}
	}
	(*l.at)[i] = v
	return true
}

func (l *listOf[P]) push(d *wire.Decoder) bool {
	v, ok := l.decode(d)
	if ok {
		*l.at = append(*l.at, v)
	}
	return ok
}

func (l *listOf[P]) remove(i int) {
	if *l.at = slices.Delete(*l.at, i, i+1); len(*l.at) == 0 {
		*l.at = nil
	}
}

func (l *listOf[P]) move(from, to int) {
	v := (*l.at)[from]
	if from < to {
		copy((*l.at)[from:to], (*l.at)[from+1:to+1])
	} else {
		copy((*l.at)[to+1:from+1], (*l.at)[to:from])
	}
	(*l.at)[to] = v
}

func (l *listOf[P]) permute(positions []int32) {
	if len(positions) == 0 {
		*l.at = nil
		return
	}
	list := make([]P, len(positions))
	for i, from := range positions {
		list[i] = (*l.at)[from]
	}
	*l.at = list
}

func (l *listOf[P]) clear() { *l.at = nil }

func (l *listOf[P]) adopt(o list) { *l.at = *o.(*listOf[P]).at }

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

// nestedNamed returns a list of an element by name, or nil.
func nestedNamed(l list, i int, name string) list {
	for _, n := range l.nested(i) {
		if n.kind().String() == name {
			return n
		}
	}
	return nil
}
