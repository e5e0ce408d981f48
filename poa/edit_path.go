package poa

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// target is the element or value at a path, in an element or in the document.
type target struct {
	l  list // the list with the element; nil for the document itself
	i  int
	at norm.Path // path of the element
	// rest is the path of the value in the element, empty for the element itself.
	rest norm.Path
	// owner is the element with the list l, or nil if l is a list of the document.
	owner *target
}

// resolve returns the target of path. It rejects a path that leads to no element. It does
// not check that a field exists: the decoder does.
func resolve(d *Document, path norm.Path) (target, error) {
	t := target{rest: path}
	for {
		name, rest, ok := t.rest.Cut()
		if !ok || name.ID {
			return t, wire.Refuse(wire.NoElement, path)
		}
		l := t.listNamed(d, name.Name)
		if l == nil && t.l == nil && name.Name == "ext" && rest != "" {
			// Extension data is opaque: a path can only lead to a namespace.
			namespace, rest, ok := rest.Cut()
			if !ok || !namespace.ID || rest != "" {
				return t, wire.Refuse(wire.NoElement, path)
			}
			return t, nil
		}
		if l == nil && strings.Contains(string(rest), "[") {
			return t, wire.Refuse(wire.NoElement, path)
		}
		if l == nil || rest == "" {
			return t, nil
		}
		id, rest, ok := rest.Cut()
		if !ok || !id.ID {
			return t, wire.Refuse(wire.NoElement, path)
		}
		i := l.find(id.Name)
		if i < 0 {
			return t, wire.Refuse(wire.NoElement, path, wire.Text("id", id.Name))
		}
		element := target{l: l, i: i, at: t.at.Field(name.Name).Item(id.Name), rest: rest}
		if t.l != nil {
			owner := t
			element.owner = &owner
		}
		if t = element; rest == "" {
			return t, nil
		}
	}
}

// listNamed returns a list of the element, or of the document, by name, or nil.
func (t *target) listNamed(d *Document, name string) list {
	if t.l == nil {
		return d.listNamed(name)
	}
	return nestedNamed(t.l, t.i, name)
}

// list returns the list that the path leads to, or nil if it leads to another value.
func (t *target) list(d *Document) list { return t.listNamed(d, string(t.rest)) }

// element reports whether the path leads to an element.
func (t *target) element() bool { return t.l != nil && t.rest == "" }

// unshare copies the elements that contain the list of t, so that the list can be replaced
// in them.
func (t *target) unshare() {
	if t.owner == nil {
		return
	}
	t.owner.unshare()
	t.owner.l.unshare()
	t.owner.l.unshareElement(t.owner.i)
	t.l = nestedNamed(t.owner.l, t.owner.i, t.l.kind().String())
}

// json appends the canonical encoding of the element, or of the document without its
// lists and notes.
func (t *target) json(b []byte, d *Document) []byte {
	if t.l != nil {
		return t.l.json(b, t.i)
	}
	head := *d
	head.takeLists(&Document{})
	return appendDocument(b, &head)
}

// editable rejects a path that structural edits cannot address.
func editable(path norm.Path) error {
	name, _, _ := path.Cut()
	switch name.Name {
	case "schema", "id", "illustrative", "pending":
		return wire.Refuse(wire.NotEditable, path)
	}
	for k := listKind(1); k <= lastTopList; k++ {
		if k.record() && listNames[k] == name.Name {
			return wire.Refuse(wire.NotEditable, path)
		}
	}
	return nil
}
