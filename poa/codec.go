package poa

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

//go:generate go run github.com/rumbo-mx/rumbo/poa/internal/wiregen -root ..

// MaxDocument is how many bytes a document may have: 32 MiB.
const MaxDocument = wire.MaxDocument

// DecodeError is why an input is not a document, or a value not one of the
// plan: what (Code, Args), where in the document (Path), where in the input
// (Offset, or -1). Each DecodeCode is an error to test for with errors.Is.
type DecodeError = wire.Error

// DecodeCode is what a DecodeError complains of; it is wire format.
type DecodeCode = wire.Code

// The codes of a DecodeError.
const (
	UnknownField      = wire.UnknownField      // a field that this version does not have; it is named
	DuplicateKey      = wire.DuplicateKey      // a field that is written twice
	DuplicateID       = wire.DuplicateID       // two elements with one id
	NewerSchema       = wire.NewerSchema       // written by a later version
	DanglingReference = wire.DanglingReference // the id of no element, or of one in another list
	ImpossibleDate    = wire.ImpossibleDate    // not a day of the calendar in the form 2027-01-31
	BadAmount         = wire.BadAmount         // not an amount with two decimals
	BadNumber         = wire.BadNumber         // not a number of the field's kind
	BadEnum           = wire.BadEnum           // not one of the keys
	WrongType         = wire.WrongType         // another JSON type; null included
	MissingField      = wire.MissingField      // a field that must be there is not
	TooDeep           = wire.TooDeep           // nested deeper than 64
	TooLarge          = wire.TooLarge          // more than MaxDocument bytes
	InvalidUTF8       = wire.InvalidUTF8       // bytes that are no text
	Syntax            = wire.Syntax            // not JSON
	BadID             = wire.BadID             // an id of other bytes than letters, digits and -_.: or beyond 64
	TrailingData      = wire.TrailingData      // something after the document
	NotEditable       = wire.NotEditable       // what only acts change
	NoElement         = wire.NoElement         // a path that leads nowhere
)

// DecodeDocument reads the bytes of a document. It refuses what cannot be
// represented with a *DecodeError: see the codes. The document shares the
// memory of one copy of data.
func DecodeDocument(data []byte) (*Document, error) {
	doc, _, err := decodePlan(data)
	return doc, err
}

// decodePlan returns the document and the index of its ids.
func decodePlan(data []byte) (*Document, *idIndex, error) {
	if len(data) > MaxDocument {
		return nil, nil, wire.Refuse(wire.TooLarge, "", countArg("limit", MaxDocument))
	}
	doc := &Document{}
	d := wire.NewDecoder(data)
	ids := readPlan(d, doc)
	if !d.End() {
		return nil, nil, d.Err()
	}
	return doc, ids, nil
}

// ReadDocument reads a document that stands inside another message; it is for
// the packages that speak the protocol. It reports success.
func ReadDocument(d *wire.Decoder, doc *Document) bool { return readPlan(d, doc) != nil }

// readPlan returns nil where the document was refused.
func readPlan(d *wire.Decoder, doc *Document) *idIndex {
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
		d.Refuse(wire.BadNumber, wire.NoOffset, countArg("value", doc.Schema))
		d.In("schema")
		return nil
	}
	ids, e := checkElements(doc)
	if e != nil {
		at := e.Path
		if e.Code == wire.DuplicateID {
			at = at.Field("id")
		}
		e.Offset = d.OffsetOf(at, e.Arg("id"))
		d.Fail(e)
		return nil
	}
	return ids
}

// AppendDocument appends the canonical bytes of doc to b; it is for the
// packages that speak the protocol, others call AppendJSON.
func AppendDocument(b []byte, doc *Document) []byte { return appendDocument(b, doc) }

// AppendJSON appends the canonical bytes of the document to b: the fields in
// the order of their declaration, without white space, zero values left out.
// Equal documents have equal bytes, which can stand in HTML as they are.
func (d *Document) AppendJSON(b []byte) []byte {
	if b == nil {
		b = make([]byte, 0, 1024+512*len(d.Activities))
	}
	return appendDocument(b, d)
}

// ReadCommand reads a command that stands inside another message; it is for
// the packages that speak the protocol. It reports success.
func ReadCommand(d *wire.Decoder, c *Command) bool { return decodeCommand(d, c) }

// AppendCommand appends the canonical bytes of a command to b.
func AppendCommand(b []byte, c Command) []byte { return appendCommand(b, c) }

// DecodeCommand reads the bytes of one command, {"kind":"change",…}. It
// refuses them with a *DecodeError; whether the command can be carried out is
// for Apply.
func DecodeCommand(data []byte) (Command, error) {
	d := wire.NewDecoder(data)
	var c Command
	if decodeCommand(d, &c); !d.End() {
		return nil, d.Err()
	}
	return c, nil
}

// validate returns why d, made by a Go program, cannot be a document: what
// DecodeDocument would say of its bytes.
func (d *Document) validate() error {
	if d.Schema > Schema {
		return wire.Refuse(wire.NewerSchema, "schema", countArg("value", d.Schema), countArg("limit", Schema))
	}
	_, err := DecodeDocument(d.AppendJSON(nil))
	if e, ok := err.(*wire.Error); ok {
		e.Offset = wire.NoOffset
	}
	return err
}

// validID reports whether id can be one: 1 to 64 bytes of letters, digits and
// -_.:
func validID(id string) bool { return wire.ValidID(id) }

func decodeExt(d *wire.Decoder, v *Ext) bool {
	if !d.Open() {
		return d.OK()
	}
	var list Ext
	for d.Next() {
		x := Extension{Namespace: d.Key()}
		if !wire.ValidID(x.Namespace) {
			return d.Refuse(wire.BadID, d.KeyOffset(), wire.Text("id", x.Namespace))
		}
		i, found := slices.BinarySearchFunc(list, x.Namespace, func(x Extension, name string) int {
			return strings.Compare(x.Namespace, name)
		})
		if found {
			return d.Duplicate(x.Namespace)
		}
		if d.Null() {
			continue
		}
		if !d.JSON(&x.JSON) || x.JSON == "null" && !d.WrongType("a value", "null") {
			return d.In(x.Namespace)
		}
		list = append(list, x)
		copy(list[i+1:], list[i:])
		list[i] = x
	}
	*v = list
	return d.OK()
}

func appendExt(b []byte, v Ext) []byte {
	b = append(b, '{')
	for _, x := range v {
		b = append(wire.AppendString(wire.Field(b, ""), x.Namespace), ':')
		b = wire.AppendJSON(b, x.JSON)
	}
	return wire.Close(b)
}
