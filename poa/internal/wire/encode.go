package wire

import (
	"strconv"
	"unicode/utf8"
)

const hexDigits = "0123456789abcdef"

// Quote returns s as a JSON string.
func Quote(s string) string { return string(appendString(nil, s)) }

// appendString appends s as a JSON string. It escapes control characters, '"',
// '\\', '<', '>', '&', U+2028 and U+2029, so that the result is safe in HTML.
// Invalid UTF-8 is copied, and every decoder rejects it; decoded text has none.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	begin := 0
	i := 0
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if plain[c] {
				i++
				continue
			}
			b = append(b, s[begin:i]...)
			b = appendEscape(b, c)
			i++
			begin = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '\u2028' || r == '\u2029' {
			b = append(b, s[begin:i]...)
			b = append(b, `\u202`...)
			b = append(b, hexDigits[r&15])
			begin = i + n
		}
		i += n
	}
	b = append(b, s[begin:]...)
	return append(b, '"')
}

// plain has the ASCII characters that are not escaped in text.
var plain = [128]bool{
	' ': true, '!': true, '#': true, '$': true, '%': true, '\'': true, '(': true, ')': true, '*': true, '+': true,
	',': true, '-': true, '.': true, '/': true, '0': true, '1': true, '2': true, '3': true, '4': true, '5': true,
	'6': true, '7': true, '8': true, '9': true, ':': true, ';': true, '=': true, '?': true, '@': true, 'A': true,
	'B': true, 'C': true, 'D': true, 'E': true, 'F': true, 'G': true, 'H': true, 'I': true, 'J': true, 'K': true,
	'L': true, 'M': true, 'N': true, 'O': true, 'P': true, 'Q': true, 'R': true, 'S': true, 'T': true, 'U': true,
	'V': true, 'W': true, 'X': true, 'Y': true, 'Z': true, '[': true, ']': true, '^': true, '_': true, '`': true,
	'a': true, 'b': true, 'c': true, 'd': true, 'e': true, 'f': true, 'g': true, 'h': true, 'i': true, 'j': true,
	'k': true, 'l': true, 'm': true, 'n': true, 'o': true, 'p': true, 'q': true, 'r': true, 's': true, 't': true,
	'u': true, 'v': true, 'w': true, 'x': true, 'y': true, 'z': true, '{': true, '|': true, '}': true, '~': true,
	0x7F: true,
}

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
}

// Encoder writes canonical JSON: members and elements without white space between them.
// The zero Encoder is empty.
type Encoder struct{ b []byte }

// NewEncoder returns an Encoder that appends to b.
func NewEncoder(b []byte) *Encoder { return &Encoder{b} }

// Encode returns the JSON that encode writes for v.
func Encode[P any](v P, encode func(*Encoder, P)) string {
	var e Encoder
	encode(&e, v)
	return string(e.b)
}

// Bytes returns what was written. It shares the memory of e.
func (e *Encoder) Bytes() []byte { return e.b }

// Len returns the length of what was written.
func (e *Encoder) Len() int { return len(e.b) }

// Reset removes what was written.
func (e *Encoder) Reset() { e.b = e.b[:0] }

// Verbatim writes JSON unchanged.
func (e *Encoder) Verbatim(json string) { e.b = append(e.b, json...) }

// Append writes what f appends.
func (e *Encoder) Append(f func([]byte) []byte) { e.b = f(e.b) }

// Open begins an object.
func (e *Encoder) Open() { e.b = append(e.b, '{') }

// Close ends an object.
func (e *Encoder) Close() { e.b = append(e.b, '}') }

// OpenList begins an array.
func (e *Encoder) OpenList() { e.b = append(e.b, '[') }

// CloseList ends an array.
func (e *Encoder) CloseList() { e.b = append(e.b, ']') }

// Item begins an element of an array.
func (e *Encoder) Item() {
	if e.b[len(e.b)-1] != '[' {
		e.b = append(e.b, ',')
	}
}

// Field begins a member, whose name is not escaped.
func (e *Encoder) Field(name string) {
	if e.b[len(e.b)-1] != '{' {
		e.b = append(e.b, ',')
	}
	e.b = append(e.b, '"')
	e.b = append(e.b, name...)
	e.b = append(e.b, '"', ':')
}

// TextKey begins a member, whose name is escaped.
func (e *Encoder) TextKey(name string) {
	if e.b[len(e.b)-1] != '{' {
		e.b = append(e.b, ',')
	}
	e.String(name)
	e.b = append(e.b, ':')
}

// TextField writes a member, or nothing if its text is empty.
func (e *Encoder) TextField(name, text string) {
	if text != "" {
		e.Field(name)
		e.String(text)
	}
}

// TrueField writes a member if it is true.
func (e *Encoder) TrueField(name string, v bool) {
	if v {
		e.Field(name)
		e.Bool(v)
	}
}

// IntField writes a member, or nothing if it is zero.
func (e *Encoder) IntField(name string, n int) {
	if n != 0 {
		e.Field(name)
		e.Int(n)
	}
}

// String writes a string as Quote does.
func (e *Encoder) String(s string) { e.b = appendString(e.b, s) }

// Key writes the key of an enum, which is not escaped.
func (e *Encoder) Key(key string) {
	e.b = append(e.b, '"')
	e.b = append(e.b, key...)
	e.b = append(e.b, '"')
}

// Text writes the string that appendText appends, which is not escaped.
func (e *Encoder) Text(appendText func([]byte) ([]byte, error)) {
	e.b, _ = appendText(append(e.b, '"'))
	e.b = append(e.b, '"')
}

// Int writes an integer.
func (e *Encoder) Int(n int) { e.b = strconv.AppendInt(e.b, int64(n), 10) }

// Bool writes true or false.
func (e *Encoder) Bool(v bool) { e.b = strconv.AppendBool(e.b, v) }

// Strings writes a list of strings.
func (e *Encoder) Strings(list []string) {
	e.OpenList()
	for _, s := range list {
		e.Item()
		e.String(s)
	}
	e.CloseList()
}

// EncodeList writes a list of pointers.
func EncodeList[P any](e *Encoder, list []P, encode func(*Encoder, P)) {
	e.OpenList()
	for _, v := range list {
		e.Item()
		encode(e, v)
	}
	e.CloseList()
}

// JSON writes a JSON value in canonical form. For invalid JSON it writes nothing,
// which makes the output invalid: every decoder rejects it.
func (e *Encoder) JSON(json string) {
	d := NewStringDecoder(json)
	d.Skip()
	if d.End() {
		e.Verbatim(compact(json))
	}
}

// Compact returns a JSON value without white space between its tokens and with
// the escapes of Quote. It returns an error if json is not one JSON value.
func Compact(json string) (string, error) {
	d := NewStringDecoder(json)
	d.Skip()
	if !d.End() {
		return "", d.Err()
	}
	return compact(json), nil
}

// compact is Compact for valid JSON. It returns compact JSON unchanged.
func compact(json string) string {
	var b []byte // nil while the output is the input
	begin := 0
	text := false
	for i := 0; i < len(json); {
		drop, put := 0, ""
		switch c := json[i]; {
		case text && c == '\\':
			i += 2
			continue
		case c == '"':
			text = !text
		case !text && (c == ' ' || c == '\n' || c == '\t' || c == '\r'):
			drop = 1
		case c == '<':
			drop, put = 1, `\u003c`
		case c == '>':
			drop, put = 1, `\u003e`
		case c == '&':
			drop, put = 1, `\u0026`
		case c == 0xE2 && i+2 < len(json) && json[i+1] == 0x80 && json[i+2]&^1 == 0xA8:
			drop, put = 3, `\u2028`
			if json[i+2] == 0xA9 {
				put = `\u2029`
			}
		}
		if drop == 0 {
			i++
			continue
		}
		b = append(append(b, json[begin:i]...), put...)
		i += drop
		begin = i
	}
	if begin == 0 {
		return json
	}
	return string(append(b, json[begin:]...))
}
