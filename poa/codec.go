package poa

import (
	"slices"
	"sort"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/interrupt"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

//go:generate go run github.com/rumbo-mx/rumbo/poa/internal/wiregen -root ..

// The limits of documents and commands. What exceeds one is rejected with the code
// too-large, too-many, text-too-long or too-deep, and ErrLimit or ErrDocumentTooLong.
const (
	// MaxDocument is the maximum size of an encoded document, in bytes: 32 MiB.
	MaxDocument = wire.MaxDocument
	// MaxElements is the maximum number of elements of a list, of edits and notes of a
	// Change, and of entries of PostEntries.
	MaxElements = wire.MaxElements
	// MaxDocumentElements is the maximum number of elements with an id in a document.
	MaxDocumentElements = wire.MaxDocumentElements
	// MaxText is the maximum length of a text, in bytes: 64 KiB.
	MaxText = wire.MaxText
	// MaxExtensions is the maximum number of namespaces in Ext; MaxExtension is the
	// maximum size of the data of one, in bytes (4 MiB), and MaxExtensionDepth its
	// maximum nesting.
	MaxExtensions     = wire.MaxExtensions
	MaxExtension      = wire.MaxExtension
	MaxExtensionDepth = wire.MaxExtensionDepth
	// MaxCommands is the maximum number of commands in Commands.
	MaxCommands = wire.MaxCommands
)

// DecodeDocument decodes a document, such as the content of a file: it skips a byte order
// mark. It rejects an invalid document, and a file of another format, with a *DecodeError.
// The document shares the memory of one copy of data.
func DecodeDocument(data []byte) (*Document, error) {
	doc, _, err := decodePlan(data, nil)
	return doc, decodeError(err)
}

// decodePlan returns the document and the index of its ids.
func decodePlan(data []byte, counter *interrupt.Counter) (*Document, *idIndex, error) {
	if len(data) > MaxDocument {
		return nil, nil, wire.Refuse(wire.TooLarge, "", countArg("limit", MaxDocument))
	}
	doc := &Document{}
	d := wire.NewFileDecoder(data)
	d.LimitText()
	d.Count(counter)
	ids := readPlan(d, doc, counter)
	if !d.End() {
		d.LocateError()
		return nil, nil, notAPlan(d)
	}
	if maxEscape*len(data) > MaxDocument && len(doc.AppendJSON(nil)) > MaxDocument {
		return nil, nil, wire.Limit(wire.TooLarge, "", MaxDocument)
	}
	return doc, ids, nil
}

// notAPlan returns the error of d, or NotAPlan if d is an object of another program: one
// without the member schema and with a member that no plan has.
func notAPlan(d *wire.Decoder) *wire.Error {
	e := d.Err()
	if e.Kind != wire.UnknownField && e.Kind != wire.MissingField && e.Kind != wire.WrongType && e.Kind != wire.DuplicateKey {
		return e
	}
	name, ok := d.FirstUnknown("schema", fieldsOfDocument[:])
	if !ok {
		return e
	}
	return wire.Refuse(wire.NotAPlan, "", wire.Text("name", name))
}

// readPlan decodes and checks doc. It returns the index of its ids, or nil on an error.
func readPlan(d *wire.Decoder, doc *Document, counter *interrupt.Counter) *idIndex {
	if n, ok := d.PeekInt("schema"); ok && n > Schema {
		d.Open()
		d.Next()
		d.Refuse(wire.NewerSchema, d.Offset(), countArg("value", n), countArg("limit", Schema))
		d.In("schema")
		return nil
	}
	if !decodeDocument(d, doc) {
		return nil
	}
	if doc.Schema < 1 {
		d.Refuse(wire.BadNumber, wire.NoOffset, countArg("value", doc.Schema), norm.Arg{Name: "want", Value: wire.TypeInteger})
		d.In("schema")
		return nil
	}
	if i := doc.duplicatePending(); i >= 0 {
		d.Refuse(wire.DuplicateKey, wire.NoOffset, textArg("name", string(doc.Pending[i].Path)))
		d.In("path")
		d.InItem("", i)
		d.In("pending")
		return nil
	}
	// An empty text is no text, as for every other value.
	doc.Pending = orNil(slices.DeleteFunc(doc.Pending, func(p Pending) bool { return p.Text == "" }))
	ids, e := checkElements(doc, counter)
	if e != nil {
		at := e.Path
		if e.Kind == wire.DuplicateID {
			at = at.Field("id")
		}
		e.Offset = d.OffsetOf(at, e.Arg("id"))
		d.Fail(e)
		return nil
	}
	return ids
}

// AppendJSON appends the canonical encoding of the document to b: the fields in
// the order of their declaration, without white space and without zero values.
// Equal documents have equal encodings. An encoding is safe in HTML.
func (d *Document) AppendJSON(b []byte) []byte {
	if b == nil {
		b = make([]byte, 0, 1024+512*len(d.Activities))
	}
	e := wire.NewEncoder(b)
	encodeDocument(e, d)
	return e.Bytes()
}

// AppendCommand appends the canonical encoding of a command to b.
func AppendCommand(b []byte, c Command) []byte {
	e := wire.NewEncoder(b)
	encodeCommand(e, c)
	return e.Bytes()
}

// DecodeCommand decodes one command, {"kind":"change",…}. It rejects an invalid
// one with a *DecodeError. It does not check that the command applies to a plan:
// see Plan.Apply.
func DecodeCommand(data []byte) (Command, error) {
	c, err := decodeCommandText(data)
	if err != nil {
		return nil, decodeError(err)
	}
	return c, nil
}

// decodeCommandText is DecodeCommand with an error of the codec.
func decodeCommandText(data []byte) (Command, error) {
	d := wire.NewDecoder(data)
	d.LimitText()
	var c Command
	if decodeCommand(d, &c); !d.End() {
		return nil, d.Err()
	}
	return c, nil
}

// copied returns the document that its encoding decodes to, which shares no memory with d,
// and the index of its ids. Its error is that of DecodeDocument, without an offset.
func (d *Document) copied() (*Document, *idIndex, error) {
	if d.Schema > Schema {
		return nil, nil, wire.Refuse(wire.NewerSchema, "schema", countArg("value", d.Schema), countArg("limit", Schema))
	}
	doc, ids, err := decodePlan(d.AppendJSON(nil), nil)
	if e, ok := err.(*wire.Error); ok {
		e.Offset = wire.NoOffset
	}
	return doc, ids, err
}

// validID reports whether id is valid: 1 to 64 bytes of letters, digits and -_.:
func validID(id string) bool { return wire.ValidID(id) }

func decodeExt(d *wire.Decoder, v *Ext) bool {
	if !d.Open() {
		return d.OK()
	}
	var list Ext
	var seen map[string]bool // if the namespaces are not in order
	for d.Next() {
		x := Extension{Namespace: d.Key()}
		if !wire.ValidID(x.Namespace) {
			return d.Refuse(wire.BadID, d.KeyOffset(), wire.Text("id", x.Namespace))
		}
		if n := len(list); seen == nil && n > 0 && x.Namespace <= list[n-1].Namespace {
			seen = make(map[string]bool)
			for _, known := range list {
				seen[known.Namespace] = true
			}
		}
		if seen[x.Namespace] {
			return d.Duplicate(x.Namespace)
		}
		if d.Null() {
			continue
		}
		if len(list) >= MaxExtensions {
			return d.Fail(wire.Limit(wire.TooMany, "", MaxExtensions))
		}
		if !d.Extension(&x.JSON) || x.JSON == "null" && !d.WrongType(wire.TypeAny, wire.TypeNull) {
			return d.In(x.Namespace)
		}
		if list = append(list, x); seen != nil {
			seen[x.Namespace] = true
		}
	}
	*v = sortUnique(list, func(a, b Extension) int { return strings.Compare(a.Namespace, b.Namespace) })
	return d.OK()
}

// searchExt returns the position of a namespace, or that at which to insert it.
func searchExt(list Ext, namespace string) (i int, found bool) {
	i = sort.Search(len(list), func(i int) bool { return list[i].Namespace >= namespace })
	return i, i < len(list) && list[i].Namespace == namespace
}

func encodeExt(e *wire.Encoder, v Ext) {
	e.Open()
	for _, x := range v {
		e.TextKey(x.Namespace)
		e.JSON(x.JSON)
	}
	e.Close()
}
