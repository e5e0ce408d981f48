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

// list is a list of elements of any type, for edits and checks.
type list = *elements

// elements is a slice of pointers to elements, of the document or of an element. The
// methods for one element take and return it as a pointer in any. Except for unshare and
// permute, the methods that change a list modify its slice: the caller must first unshare a
// slice that a plan shares. They do not modify elements.
//
// What differs between the types of elements is in the generated file, in switches.
type elements struct {
	of    listKind
	slice any // a pointer to a field of the document or of an element
}

// The methods set, add, pop, unshare, assign and adopt for a slice of pointers, which are compiled
// once for all of them.

func setAt[P any](s *[]P, i int, v any) { (*s)[i] = v.(P) }
func appendTo[P any](s *[]P, v any)     { *s = append(*s, v.(P)) }
func copySlice[P any](s *[]P)           { *s = append([]P(nil), *s...) }
func setSlice[P any](s *[]P, slice any) { *s = *slice.(*[]P) }

func removeLast[P any](s *[]P) {
	if *s = slices.Delete(*s, len(*s)-1, len(*s)); len(*s) == 0 {
		*s = nil
	}
}

func assign[P any](s *[]P, list []any) {
	*s = nil
	if len(list) > 0 {
		*s = make([]P, len(list))
	}
	for i, v := range list {
		(*s)[i] = v.(P)
	}
}

func (l *elements) kind() listKind  { return l.of }
func (l *elements) id(i int) string { return elementID(l.at(i)) }

// elementID is idOf. A test replaces it to count the calls.
var elementID = idOf

// encode writes an element. json returns what it writes, fieldsJSON the same without the
// lists of the element.
func (l *elements) encode(e *wire.Encoder, i int) { encodeElement(e, l.at(i)) }

func (l *elements) json(i int) string { return wire.Encode(l.at(i), encodeElement) }

func (l *elements) fieldsJSON(i int) string {
	v := l.at(i)
	if len(nestedOf(v)) > 0 {
		v = copyOf(v)
		for _, n := range nestedOf(v) {
			n.clear()
		}
	}
	return wire.Encode(v, encodeElement)
}

// name returns the name of an element, "" if its type has no name.
func (l *elements) name(i int) string { return nameOfElement(l.at(i)) }

// find returns the position of an element, or -1. It searches the whole list.
func (l *elements) find(id string) int {
	for i := range l.len() {
		if l.id(i) == id {
			return i
		}
	}
	return -1
}

// same reports whether element i and element j of o are the same pointer.
func (l *elements) same(i int, o list, j int) bool { return l.at(i) == o.at(j) }

// refs passes the references of an element to r. If r changes them, the caller must
// first copy the element.
func (l *elements) refs(i int, r *references) { visitReferences(l.at(i), r) }

// nested returns the lists of an element.
func (l *elements) nested(i int) []list { return nestedOf(l.at(i)) }

// copyElement replaces an element with a copy that shares the slices of the element.
func (l *elements) copyElement(i int) { l.set(i, copyOf(l.at(i))) }

// decodeList decodes a list of elements. P is a pointer to an element of the lists of a kind.
func decodeList[P any](d *wire.Decoder, v *[]P, of listKind) bool {
	if !d.OpenList() {
		return d.OK()
	}
	var list []P
	for d.More() {
		if !d.Element(len(list)) {
			return false
		}
		x, ok := decodeElement(d, of)
		if !ok {
			return d.InItem(idOf(x), len(list))
		}
		list = append(list, x.(P))
	}
	*v = list
	return d.OK()
}

func (l *elements) decode(d *wire.Decoder) (v any, ok bool) {
	d.LimitText()
	v, ok = decodeElement(d, l.of)
	return v, ok && d.End()
}

// try decodes an element and discards it.
func (l *elements) try(d *wire.Decoder) bool {
	_, ok := l.decode(d)
	return ok
}

// replace decodes an element without lists and puts it in place of element i, whose
// lists it gets; push appends it to the list.
func (l *elements) replace(i int, d *wire.Decoder) bool {
	v, ok := l.decode(d)
	if !ok {
		return false
	}
	old := l.nested(i)
	for k, n := range nestedOf(v) {
		n.adopt(old[k])
	}
	l.set(i, v)
	return true
}

func (l *elements) push(d *wire.Decoder) bool {
	v, ok := l.decode(d)
	if ok {
		l.add(v)
	}
	return ok
}

func (l *elements) remove(i int) {
	l.move(i, l.len()-1)
	l.pop()
}

func (l *elements) move(from, to int) {
	v := l.at(from)
	for ; from < to; from++ {
		l.set(from, l.at(from+1))
	}
	for ; from > to; from-- {
		l.set(from, l.at(from-1))
	}
	l.set(to, v)
}

// permute replaces the slice with one of the elements at some positions.
func (l *elements) permute(positions []int32) {
	list := make([]any, len(positions))
	for i, from := range positions {
		list[i] = l.at(int(from))
	}
	l.assign(list)
}

// clear makes the list empty.
func (l *elements) clear() { l.assign(nil) }

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
