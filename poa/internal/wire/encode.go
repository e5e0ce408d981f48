package wire

import (
	"strconv"
	"unicode/utf8"
)

const hexDigits = "0123456789abcdef"

// AppendString appends s as a JSON string. It escapes control characters, '"',
// '\\', '<', '>', '&', U+2028 and U+2029, so that the result is safe in HTML.
// Invalid UTF-8 is copied, and every decoder rejects it; decoded text has none.
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

// AppendStrings appends a list of strings.
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

// Field appends key, which has its quotes and colon, after a comma if the object
// already has a member.
func Field(b []byte, key string) []byte {
	if b[len(b)-1] != '{' {
		b = append(b, ',')
	}
	return append(b, key...)
}

// TextField appends a member, or nothing if its text is empty.
func TextField(b []byte, key, text string) []byte {
	if text == "" {
		return b
	}
	return AppendString(Field(b, key), text)
}

// Close ends an object.
func Close(b []byte) []byte { return append(b, '}') }

// CloseList ends an array, of which each element was followed by a comma.
func CloseList(b []byte) []byte {
	if b[len(b)-1] == ',' {
		b[len(b)-1] = ']'
		return b
	}
	return append(b, ']')
}

// AppendJSON appends a JSON value in canonical form. For invalid JSON it appends
// nothing, which makes the output invalid: every decoder rejects it.
func AppendJSON(b []byte, json string) []byte {
	d := NewStringDecoder(json)
	d.Skip()
	if !d.End() {
		return b
	}
	return append(b, compact(json)...)
}

// Compact returns a JSON value without white space between its tokens and with
// the escapes of AppendString. It returns an error if json is not one JSON value.
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
