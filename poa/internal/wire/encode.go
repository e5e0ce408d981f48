package wire

import (
	"strconv"
	"unicode/utf8"
)

const hexDigits = "0123456789abcdef"

// AppendString appends s as a JSON string with as few escapes as let the bytes
// stand in HTML: control characters, '"', '\\', '<', '>', '&', U+2028, U+2029.
// Bytes that are not UTF-8 stay as they are, for every reader to refuse; what
// was decoded has none.
func AppendString(b []byte, s string) []byte {
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

// plain tells which ASCII characters stand for themselves in text.
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

// AppendStrings appends a list of text.
func AppendStrings(b []byte, list []string) []byte {
	b = append(b, '[')
	for i, s := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = AppendString(b, s)
	}
	return append(b, ']')
}

// AppendInt appends an integer.
func AppendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

// AppendBool appends true or false.
func AppendBool(b []byte, v bool) []byte { return strconv.AppendBool(b, v) }

// Field appends the key of a member of an object, which is given with its
// quotes and colon, and the comma that parts it from the member before.
func Field(b []byte, key string) []byte {
	if b[len(b)-1] != '{' {
		b = append(b, ',')
	}
	return append(b, key...)
}

// TextField appends a member that is left out when its text is empty.
func TextField(b []byte, key, text string) []byte {
	if text == "" {
		return b
	}
	return AppendString(Field(b, key), text)
}

// Close ends an object.
func Close(b []byte) []byte { return append(b, '}') }

// CloseList ends the array whose elements, if any, each left a comma behind.
func CloseList(b []byte) []byte {
	if b[len(b)-1] == ',' {
		b[len(b)-1] = ']'
		return b
	}
	return append(b, ']')
}

// AppendJSON appends a JSON value in canonical form. What is not JSON is
// appended as nothing at all, which every reader refuses: it is never lost in
// silence.
func AppendJSON(b []byte, json string) []byte {
	d := NewStringDecoder(json)
	d.Skip()
	if !d.End() {
		return b
	}
	return append(b, compact(json)...)
}

// Compact returns a JSON value without white space between its tokens and with
// the escapes of AppendString, or the reason why it is none.
func Compact(json string) (string, error) {
	d := NewStringDecoder(json)
	d.Skip()
	if !d.End() {
		return "", d.Err()
	}
	return compact(json), nil
}

// compact does it to valid JSON; one that is compact is returned as it is.
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
