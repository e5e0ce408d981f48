package poa

import (
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/interrupt"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// lookup finds the elements of a document by path. It is for the edits, or the notes, of
// one command: it builds an index of a list that it has searched several times, so that n
// searches take time proportional to n and to the size of the document.
type lookup struct {
	doc    *Document
	top    [lastTopList + 1]*openList
	nested map[norm.Path]*openList // by path of the list
	read   map[norm.Path]*jsonNode // what exists read, by path of the element or the field

	counter *interrupt.Counter // counts the work of a command; may be nil
}

func newLookup(d *Document) *lookup { return &lookup{doc: d} }

// openList is a list with an index of its elements.
//
// While the index exists, elements are moved and removed in the links only: next and prev
// have the positions of the neighbours of each element, -1 at the ends. settle puts the
// elements in that order.
type openList struct {
	list
	own      bool // the slice is not shared with a plan
	searches int
	at       map[string]int32 // positions by id; nil without an index
	next     []int32
	prev     []int32
	first    int32
	last     int32
}

// maxSearches is the number of searches of a list before an index is built.
const maxSearches = 8

// find returns the position of an element, or -1.
func (o *openList) find(id string) int {
	if o.at == nil {
		if o.searches++; o.searches <= maxSearches {
			return o.list.find(id)
		}
		o.index()
	}
	if i, ok := o.at[id]; ok {
		return int(i)
	}
	return -1
}

func (o *openList) index() {
	n := o.len()
	o.at, o.next, o.prev = make(map[string]int32, n), make([]int32, n), make([]int32, n)
	for i := range int32(n) {
		o.at[o.id(int(i))], o.prev[i], o.next[i] = i, i-1, i+1
	}
	o.first, o.last = 0, int32(n)-1
	if n == 0 {
		o.first = -1
	} else {
		o.next[n-1] = -1
	}
}

// count returns the number of elements.
func (o *openList) count() int {
	if o.at != nil {
		return len(o.at)
	}
	return o.len()
}

// after returns the id of the element that follows element i, or "".
func (o *openList) after(i int) string {
	next := i + 1
	if o.at != nil {
		next = int(o.next[i])
	}
	if next < 0 || next >= o.len() {
		return ""
	}
	return o.id(next)
}

// insertLast moves the element that was appended last in front of element before, or to
// the end if before is -1.
func (o *openList) insertLast(before int) {
	i := o.len() - 1
	if o.at == nil {
		if before >= 0 {
			o.move(i, before)
		}
		return
	}
	o.at[o.id(i)] = int32(i)
	o.next, o.prev = append(o.next, -1), append(o.prev, -1)
	o.link(int32(i), int32(before))
}

// take removes element i.
func (o *openList) take(i int) {
	if o.at == nil {
		o.remove(i)
		return
	}
	delete(o.at, o.id(i))
	o.unlink(int32(i))
}

// put moves element i in front of element before, or to the end if before is -1.
func (o *openList) put(i, before int) {
	switch {
	case i == before:
	case o.at != nil:
		o.unlink(int32(i))
		o.link(int32(i), int32(before))
	case before < 0:
		o.move(i, o.len()-1)
	case before > i:
		o.move(i, before-1)
	default:
		o.move(i, before)
	}
}

func (o *openList) unlink(i int32) {
	prev, next := o.prev[i], o.next[i]
	*o.nextOf(prev), *o.prevOf(next) = next, prev
}

func (o *openList) link(i, before int32) {
	prev := *o.prevOf(before)
	o.prev[i], o.next[i] = prev, before
	*o.nextOf(prev), *o.prevOf(before) = i, i
}

// nextOf returns the link from element i, or that to the first element if i is -1.
func (o *openList) nextOf(i int32) *int32 {
	if i < 0 {
		return &o.first
	}
	return &o.next[i]
}

// prevOf returns the link back from element i, or that to the last element if i is -1.
func (o *openList) prevOf(i int32) *int32 {
	if i < 0 {
		return &o.last
	}
	return &o.prev[i]
}

// settle puts the elements in the order of the links and drops the index.
func (o *openList) settle() {
	if o.at == nil {
		return
	}
	order := make([]int32, 0, len(o.at))
	inOrder := len(o.at) == o.len()
	for i := o.first; i >= 0; i = o.next[i] {
		inOrder = inOrder && int(i) == len(order)
		order = append(order, i)
	}
	if !inOrder {
		o.permute(order)
		o.own = true
	}
	o.at, o.next, o.prev, o.searches = nil, nil, nil, 0
}

// settle settles all lists.
func (x *lookup) settle() {
	for _, o := range x.nested {
		o.settle()
	}
	for _, o := range x.top {
		if o != nil {
			o.settle()
		}
	}
}

// topList returns a list of the document by name, or nil.
func (x *lookup) topList(name string) *openList {
	for k := listKind(1); k <= lastTopList; k++ {
		if listNames[k] != name {
			continue
		}
		if x.top[k] == nil {
			x.top[k] = &openList{list: x.doc.list(k)}
		}
		return x.top[k]
	}
	return nil
}

// nestedList returns a list of element i of l, which is at a path, by name, or nil.
func (x *lookup) nestedList(l *openList, i int, at norm.Path, name string) *openList {
	n := nestedNamed(l.list, i, name)
	if n == nil {
		return nil
	}
	path := at.Field(name)
	if o := x.nested[path]; o != nil {
		return o
	}
	if x.nested == nil {
		x.nested = make(map[norm.Path]*openList)
	}
	o := &openList{list: n}
	x.nested[path] = o
	return o
}

// rebind makes the open lists of an element at path those of its new value.
func (x *lookup) rebind(l *openList, i int, path norm.Path) {
	for _, n := range l.nested(i) {
		if o := x.nested[path.Field(n.kind().String())]; o != nil {
			o.list = n
		}
	}
}

// close settles and forgets the open lists of an element at path.
func (x *lookup) close(l *openList, i int, path norm.Path) {
	for _, n := range l.nested(i) {
		at := path.Field(n.kind().String())
		if o := x.nested[at]; o != nil {
			o.settle()
			delete(x.nested, at)
		}
	}
}

// target is the element or value at a path, in an element or in the document.
type target struct {
	l  *openList // the list with the element; nil for the document itself
	i  int
	at norm.Path // path of the element
	// rest is the path of the value in the element, empty for the element itself.
	rest norm.Path
	// owner is the element with the list l, or nil if l is a list of the document.
	owner *target
}

// resolve returns the target of path. It rejects a path that leads to no element. It does
// not check that a field exists: the decoder does.
func (x *lookup) resolve(path norm.Path) (target, error) {
	t := target{rest: path}
	for {
		name, rest, ok := t.rest.Cut()
		if !ok || name.ID {
			return t, wire.Refuse(wire.NoElement, path)
		}
		l := x.listNamed(&t, name.Name)
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
func (x *lookup) listNamed(t *target, name string) *openList {
	if t.l == nil {
		return x.topList(name)
	}
	return x.nestedList(t.l, t.i, t.at, name)
}

// list returns the list that the path leads to, or nil if it leads to another value.
func (x *lookup) list(t *target) *openList { return x.listNamed(t, string(t.rest)) }

// element reports whether the path leads to an element.
func (t *target) element() bool { return t.l != nil && t.rest == "" }

// valueAt returns the value at path as canonical JSON: a field, an element or a list;
// "null" if it is zero or absent. ok is false if there is no such element or field.
func (x *lookup) valueAt(path norm.Path) (json string, ok bool) {
	t, err := x.resolve(path)
	if err != nil {
		return "", false
	}
	if l := x.list(&t); l != nil {
		return listJSON(l), true
	}
	var whole string
	switch {
	case t.l != nil && t.rest == "":
		return t.l.json(t.i), true
	case t.l != nil:
		whole = t.l.fieldsJSON(t.i)
	case path == "illustrative":
		return orNull(wire.Encode(x.doc.Illustrative, encodeNormPathValues), len(x.doc.Illustrative)), true
	case path == "pending":
		return orNull(wire.Encode(x.doc.Pending, encodePendingValues), len(x.doc.Pending)), true
	default:
		whole = x.doc.headJSON(path)
	}
	if spot, ok := wire.Locate(whole, t.rest); ok {
		return whole[spot.Begin:spot.End], true
	}
	// The JSON has no such field: it is zero, or does not exist. The decoder rejects a
	// null only in the latter case.
	dec, begin, n, err := spliced(whole, t.rest, "null")
	if err != nil {
		return "", false
	}
	if t.l == nil {
		decodeDocument(dec, &Document{})
	} else {
		t.l.try(dec)
	}
	return "null", decoded(dec, begin, n, t.at) == nil
}

// exists reports whether valueAt has a value for path. It reads each element, and each field
// of the document, once until the next edit: there may be many notes about one.
func (x *lookup) exists(path norm.Path) bool {
	x.counter.Count(1 + len(path)/maxFieldPath)
	t, err := x.resolve(path)
	switch {
	case err != nil:
		return false
	case t.element() || x.list(&t) != nil || path == "illustrative" || path == "pending":
		return true
	case len(t.rest) > maxFieldPath:
		return false
	}
	steps, ok := t.rest.Steps()
	if !ok {
		return false
	}
	node := x.nodeOf(&t, steps[0].Name)
	for _, s := range steps {
		child := node.child(s.Name)
		if child == nil {
			return node.json[0] == '{' && x.isField(&t)
		}
		node = child
	}
	return true
}

// maxFieldPath is longer than any path of a field within an element, and of a namespace of
// Ext.
const maxFieldPath = 4 * wire.MaxID

// bytesCounted are the bytes of JSON whose reading counts as one element.
const bytesCounted = 256

// nodeOf returns the JSON of the element of t or, if t is in no element, of the document with
// the field name.
func (x *lookup) nodeOf(t *target, name string) *jsonNode {
	at := t.at
	if t.l == nil {
		at = norm.Path(name)
	}
	node := x.read[at]
	if node == nil {
		if node = (&jsonNode{}); t.l == nil {
			node.json = string(x.doc.headJSON(at))
		} else {
			node.json = t.l.fieldsJSON(t.i)
		}
		x.counter.Count(len(node.json) / bytesCounted)
		if x.read == nil {
			x.read = make(map[norm.Path]*jsonNode)
		}
		x.read[at] = node
	}
	return node
}

// isField reports whether the type of an element, or a document, has the field t.rest, whose
// value is zero. The decoder accepts null for such a field; it may miss required ones.
func (x *lookup) isField(t *target) bool {
	dec, begin, n, err := spliced("{}", t.rest, "null")
	if err != nil {
		return false
	}
	if t.l == nil {
		decodeDocument(dec, &Document{})
	} else {
		t.l.try(dec)
	}
	e, failed := decoded(dec, begin, n, t.at).(*wire.Error)
	return !failed || e.Kind == wire.MissingField
}

// jsonNode is a value of canonical JSON, whose members are read when one is first asked for.
type jsonNode struct {
	json    string
	members map[string]*jsonNode // of an object
	items   []string             // of an array
}

// child returns a member of an object, or an item of an array by its number, from 1; or nil.
func (n *jsonNode) child(name string) *jsonNode {
	switch n.json[0] {
	case '{':
		if n.members == nil {
			n.members = make(map[string]*jsonNode)
			for _, m := range wire.Members(n.json) {
				n.members[m.Name] = &jsonNode{json: m.Value}
			}
		}
		return n.members[name]
	case '[':
		if n.items == nil {
			n.items = items(n.json)
		}
		if i, err := strconv.Atoi(name); err == nil && 1 <= i && i <= len(n.items) && strconv.Itoa(i) == name {
			return &jsonNode{json: n.items[i-1]}
		}
	}
	return nil
}

func orNull(json string, n int) string {
	if n == 0 {
		return "null"
	}
	return json
}

func listJSON(l *openList) string {
	if l.len() == 0 {
		return "null"
	}
	var e wire.Encoder
	e.OpenList()
	for i := range l.len() {
		e.Item()
		l.encode(&e, i)
	}
	e.CloseList()
	return string(e.Bytes())
}

// headJSON returns the canonical encoding of the document with only the field that path
// begins with, besides its schema and id.
func (d *Document) headJSON(path norm.Path) string {
	head := d.only(fieldAt(path) | readSchema | readID)
	return wire.Encode(&head, encodeDocument)
}

// fieldAt returns the field of the document that path begins with, or zero.
func fieldAt(path norm.Path) inputs {
	name, _, _ := path.Cut()
	for i, field := range inputNames {
		if field == name.Name {
			return 1 << i &^ readLists
		}
	}
	return 0
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
