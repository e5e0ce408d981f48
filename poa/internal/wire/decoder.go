package wire

import (
	"math/bits"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/interrupt"
)

const (
	// MaxDepth is the maximum nesting of arrays and objects.
	MaxDepth = 64
	// MaxDocument is the maximum size of a document, in bytes: 32 MiB, ten times
	// a plan of 10,000 activities.
	MaxDocument = 32 << 20
	// MaxID is the maximum length of an id, in bytes.
	MaxID = 64
	// MaxElements is the maximum number of elements of a list, of any type.
	MaxElements = 200_000
	// MaxDocumentElements is the maximum number of elements with an id in a document.
	MaxDocumentElements = 500_000
	// MaxText is the maximum length of a text of a document, in bytes.
	MaxText = 1 << 16
	// MaxExtensions is the maximum number of namespaces of extension data.
	MaxExtensions = 1000
	// MaxExtension is the maximum size of the data of a namespace, in bytes.
	MaxExtension = 4 << 20
	// MaxExtensionDepth is the maximum nesting of the data of a namespace. It is less
	// than MaxDepth because commands nest the data deeper than documents do.
	MaxExtensionDepth = 32
	// MaxCommands is the maximum number of commands of a list of commands.
	MaxCommands = 10_000

	// padding is the number of zero bytes after the input: eight bytes can be
	// loaded at any offset, and every scan ends at a zero byte.
	padding = 8
)

// Decoder reads one JSON value. Its methods report success; after the first
// error, which Err returns, callers must return. A Decoder is used by one
// goroutine, once.
type Decoder struct {
	s         string // the input and its padding
	i         int    // next byte
	start     int    // offset of the value read last
	key       string // the key read last
	depth     int
	deepest   int  // the greatest depth reached
	fresh     bool // no member of the current object or array was read yet
	nullBegin int  // null is accepted as the zero value from here
	nullEnd   int  // to here
	err       *Error
	strs      []string           // unused part of a chunk for lists of strings
	maxText   int                // maximum length of a text, or 0
	elements  int                // number of elements with an id
	counter   *interrupt.Counter // counts the elements of lists
}

// NewDecoder returns a Decoder of a copy of data. Decoded text shares the memory
// of that copy.
func NewDecoder(data []byte) *Decoder {
	var b strings.Builder
	b.Grow(len(data) + padding)
	b.Write(data)
	return padded(&b)
}

// NewStringDecoder is NewDecoder for a string.
func NewStringDecoder(data string) *Decoder {
	var b strings.Builder
	b.Grow(len(data) + padding)
	b.WriteString(data)
	return padded(&b)
}

func padded(b *strings.Builder) *Decoder {
	var zeros [padding]byte
	b.Write(zeros[:])
	d := &Decoder{s: b.String()}
	if b.Len()-padding > MaxDocument {
		d.err = &Error{Kind: TooLarge, Offset: NoOffset, With: []norm.Arg{{Name: "limit", Value: norm.Count(MaxDocument)}}}
	}
	return d
}

// AllowNull makes d accept a null between two offsets as the zero value, for an
// edit that clears a field.
func (d *Decoder) AllowNull(begin, end int) { d.nullBegin, d.nullEnd = begin, end }

func (d *Decoder) nullAllowed() bool { return d.nullBegin <= d.i && d.i < d.nullEnd }

// LimitText makes d reject texts longer than MaxText.
func (d *Decoder) LimitText() { d.maxText = MaxText }

// Count makes d count the elements of lists with m, which may end the decoding: see
// interrupt.Run.
func (d *Decoder) Count(m *interrupt.Counter) { d.counter = m }

// Limit returns the error for a value that exceeds a limit.
func Limit(code Code, path norm.Path, limit int) *Error {
	return Refuse(code, path, norm.Arg{Name: "limit", Value: norm.Count(limit)})
}

// Room rejects element n of a list, from 0, if the list would be too long. It must be
// called before the element is read.
func (d *Decoder) Room(n int) bool {
	d.counter.Count(1)
	return n < MaxElements || d.overLimit(MaxElements)
}

// Element is Room for an element with an id: it also rejects one with which the document
// has too many.
func (d *Decoder) Element(n int) bool {
	d.elements++
	return d.Room(n) && (d.elements <= MaxDocumentElements || d.overLimit(MaxDocumentElements))
}

// overLimit rejects the next element of a list. It returns false.
func (d *Decoder) overLimit(limit int) bool {
	return d.Refuse(TooMany, d.Begin(), norm.Arg{Name: "limit", Value: norm.Count(limit)})
}

// Err returns the first error, or nil.
func (d *Decoder) Err() *Error { return d.err }

// OK reports whether there was no error.
func (d *Decoder) OK() bool { return d.err == nil }

// End reports success if only white space follows; anything else is an error.
func (d *Decoder) End() bool {
	if d.err != nil {
		return false
	}
	d.space()
	if d.i < len(d.s)-padding {
		return d.Refuse(TrailingData, d.i)
	}
	return true
}

// Offset returns the offset of the value read last.
func (d *Decoder) Offset() int { return d.start }

// Refuse records an error at an offset, unless there is one already, and returns
// false.
func (d *Decoder) Refuse(code Code, offset int, args ...norm.Arg) bool {
	if d.err == nil {
		d.err = &Error{Kind: code, Offset: offset, With: args}
	}
	return false
}

// Fail records e, unless there is an error already, and returns false.
func (d *Decoder) Fail(e *Error) bool {
	if d.err == nil {
		d.err = e
	}
	return false
}

// Bad records that the text read last is invalid for its type; cause is the
// error of that type. For a date, code is ImpossibleDate, which becomes BadDate if the
// text has another form. It returns false.
func (d *Decoder) Bad(code Code, text string, cause error) bool {
	if d.err != nil {
		return false
	}
	e := &Error{Kind: code, Offset: d.start, With: []norm.Arg{Text("value", text)}}
	switch code {
	case ImpossibleDate:
		e = badDate(text, d.start)
	case BadEnum:
		if cause != nil {
			// The generated error of an enum lists its keys.
			if _, keys, ok := strings.Cut(cause.Error(), ": use one of "); ok {
				e.With = append(e.With, norm.Arg{Name: "want", Value: norm.Text(keys)})
			}
		}
	}
	e.Cause = cause
	d.err = e
	return false
}

// In puts the field called key in front of the path of the error and returns
// false. Callers use it as they return.
func (d *Decoder) In(key string) bool {
	if d.err != nil {
		d.err.Path = d.err.Path.Under(norm.Path(pathKey(key)))
	}
	return false
}

// InItem puts an element in front of the path of the error: its id, or its
// position if the id is not known. It returns false.
func (d *Decoder) InItem(id string, position int) bool {
	if !ValidID(id) {
		id = "#" + strconv.Itoa(position)
	}
	if d.err != nil {
		d.err.Path = d.err.Path.Under("[" + norm.Path(id) + "]")
	}
	return false
}

// pathKey returns key, or "?" if it cannot be part of a path.
func pathKey(key string) string {
	if ValidID(key) {
		return key
	}
	return "?"
}

// space skips white space and returns the byte that follows it.
func (d *Decoder) space() byte {
	for {
		c := d.s[d.i]
		if c > ' ' || c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return c
		}
		d.i++
	}
}

// Open enters an object. On a null that is allowed it returns false without an
// error.
func (d *Decoder) Open() bool { return d.enter('{') }

// OpenList is Open for an array.
func (d *Decoder) OpenList() bool { return d.enter('[') }

func (d *Decoder) enter(bracket byte) bool {
	c := d.space()
	d.start = d.i
	if c != bracket {
		if bracket == '{' {
			return d.unexpected(TypeObject)
		}
		return d.unexpected(TypeList)
	}
	if d.depth++; d.depth > MaxDepth {
		return d.Refuse(TooDeep, d.i, norm.Arg{Name: "limit", Value: norm.Count(MaxDepth)})
	}
	d.deepest = max(d.deepest, d.depth)
	d.i++
	d.fresh = true
	return true
}

// Next reads the next key of the current object and stops before its value. It
// returns false at the end of the object and on an error.
func (d *Decoder) Next() bool {
	c := d.s[d.i]
	if c <= ' ' {
		c = d.space()
	}
	if c == ',' && !d.fresh {
		d.i++
		if c = d.s[d.i]; c <= ' ' {
			c = d.space()
		}
	} else if c == '}' {
		d.i++
		d.depth--
		d.fresh = false
		return false
	} else if !d.fresh {
		return d.bad("',' or '}'")
	}
	if c != '"' {
		return d.bad("a key")
	}
	d.fresh = false
	begin := d.i + 1
	if m := special(load(d.s, begin)); m != 0 {
		if end := begin + bits.TrailingZeros64(m)>>3; d.s[end] == '"' && d.s[end+1] == ':' {
			d.key, d.i = d.s[begin:end], end+2
			return true
		}
	}
	return d.longKey()
}

// longKey is Next for a key that is longer than seven bytes, is not plain, or has
// white space before its colon.
func (d *Decoder) longKey() bool {
	key, ok := d.quoted()
	if !ok {
		return false
	}
	d.key = key
	if c := d.s[d.i]; c != ':' && d.space() != ':' {
		return d.bad("':'")
	}
	d.i++
	return true
}

// Key returns the key read by Next.
func (d *Decoder) Key() string { return d.key }

// More reports whether the current array has another element, and stops before
// it.
func (d *Decoder) More() bool {
	c := d.s[d.i]
	if c <= ' ' {
		c = d.space()
	}
	if c == ',' && !d.fresh {
		d.i++
		if c = d.space(); c == ']' {
			return d.bad("a value")
		}
		return true
	}
	if c == ']' {
		d.i++
		d.depth--
		d.fresh = false
		return false
	}
	if !d.fresh {
		return d.bad("',' or ']'")
	}
	d.fresh = false
	return true
}

// Unknown rejects the key read last as unknown and returns false.
func (d *Decoder) Unknown(key string) bool {
	d.Refuse(UnknownField, d.KeyOffset(), Text("name", key))
	return d.In(key)
}

// Duplicate rejects the key read last as a duplicate and returns false.
func (d *Decoder) Duplicate(key string) bool {
	d.Refuse(DuplicateKey, d.KeyOffset(), Text("name", key))
	return d.In(key)
}

// KeyOffset returns the offset of the key read last. It must be called before the
// value is read.
func (d *Decoder) KeyOffset() int {
	i := d.i - 1
	for i > 0 && d.s[i] != '"' {
		i--
	}
	for i--; i >= 0; i-- {
		if d.s[i] != '"' {
			continue
		}
		n := 0
		for i-n-1 >= 0 && d.s[i-n-1] == '\\' {
			n++
		}
		if n%2 == 0 {
			return i
		}
	}
	return 0
}

// Require rejects an object that ended without the field called name. It reports
// whether there is no error.
func (d *Decoder) Require(present bool, name string) bool {
	if present || d.err != nil {
		return d.err == nil
	}
	d.Refuse(MissingField, d.i-1, Text("name", name))
	return d.In(name)
}
