package wire

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Null reads a null if it is next and allowed, and reports whether it did.
func (d *Decoder) Null() bool {
	if d.nullEnd == 0 || d.space() != 'n' || !d.nullAllowed() || d.s[d.i:d.i+4] != "null" {
		return false
	}
	d.i += 4
	return true
}

// Text reads a string. It returns false on an error and, without an error, on a
// null that is allowed.
func (d *Decoder) Text() (string, bool) { return d.TextOf(TypeText) }

// TextOf is Text for a text of a type, which the error of another value names.
func (d *Decoder) TextOf(want Type) (string, bool) {
	i := d.i
	if d.s[i] == '"' {
		if m := special(load(d.s, i+1)); m != 0 {
			if end := i + 1 + bits.TrailingZeros64(m)>>3; d.s[end] == '"' {
				d.start, d.i = i, end+1
				return d.s[i+1 : end], true
			}
		}
	}
	return d.longText(want)
}

// longText is Text for a string that is longer than seven bytes or is not plain.
func (d *Decoder) longText(want Type) (string, bool) {
	c := d.s[d.i]
	if c <= ' ' {
		c = d.space()
	}
	d.start = d.i
	if c != '"' {
		return "", d.unexpected(want)
	}
	s, ok := d.quoted()
	if ok && d.maxText > 0 && len(s) > d.maxText {
		return "", d.Refuse(TextTooLong, d.start, norm.Arg{Name: "limit", Value: norm.Count(d.maxText)})
	}
	return s, ok
}

// String reads a string into v.
func (d *Decoder) String(v *string) bool {
	s, ok := d.Text()
	if ok {
		*v = s
	}
	return d.err == nil
}

// ID reads the id of an element into v.
func (d *Decoder) ID(v *string) bool {
	s, ok := d.Text()
	if !ok {
		return d.err == nil
	}
	if !ValidID(s) {
		return d.Refuse(BadID, d.start, Text("id", s))
	}
	*v = s
	return true
}

// Strings reads a list of strings into v; an empty list is nil.
func (d *Decoder) Strings(v *[]string) bool {
	if !d.OpenList() {
		return d.err == nil
	}
	list := d.strs
	n := 0
	for d.More() {
		if !d.Room(n) {
			return false
		}
		s, ok := d.Text()
		if !ok {
			if d.err == nil {
				d.wrong(TypeText, TypeNull)
			}
			return d.InItem("", n)
		}
		if n == cap(list) {
			grown := make([]string, n, max(4*n, 256))
			copy(grown, list[:n])
			list = grown
		}
		list = append(list[:n], s)
		n++
	}
	if d.err != nil {
		return false
	}
	*v = nil
	if n > 0 {
		*v = list[:n:n]
		list = list[n:n:cap(list)]
	}
	d.strs = list
	return true
}

// Int reads an integer that a JavaScript number represents exactly.
func (d *Decoder) Int(v *int) bool {
	c := d.space()
	d.start = d.i
	if c != '-' && (c < '0' || c > '9') {
		return d.unexpected(TypeInteger)
	}
	end, plain, ok := d.number()
	if !ok {
		return false
	}
	text := d.s[d.i:end]
	d.i = end
	if plain && len(text) <= 17 {
		digits, negative := strings.CutPrefix(text, "-")
		var n int64
		for i := range len(digits) {
			n = 10*n + int64(digits[i]-'0')
		}
		if negative {
			n = -n
		}
		if -1<<53 <= n && n <= 1<<53 && int64(int(n)) == n {
			*v = int(n)
			return true
		}
	}
	return d.Refuse(BadNumber, d.start, Text("value", text), norm.Arg{Name: "want", Value: TypeInteger})
}

// Bool reads true or false.
func (d *Decoder) Bool(v *bool) bool {
	c := d.space()
	d.start = d.i
	switch {
	case c == 't' && d.s[d.i:d.i+4] == "true":
		d.i += 4
		*v = true
		return true
	case c == 'f' && d.s[d.i:d.i+5] == "false":
		d.i += 5
		*v = false
		return true
	}
	return d.unexpected(TypeBool)
}

// unexpected rejects the value at d.i because it is not of type want, unless it is
// a null that is allowed. It returns false.
func (d *Decoder) unexpected(want Type) bool {
	d.start = d.i
	var got Type
	switch c := d.s[d.i]; {
	case c == '"':
		got = TypeText
	case c == '{':
		got = TypeObject
	case c == '[':
		got = TypeList
	case c == '-' || '0' <= c && c <= '9':
		got = TypeNumber
	case d.s[d.i:d.i+4] == "null":
		if d.nullAllowed() {
			d.i += 4
			return false
		}
		got = TypeNull
	case d.s[d.i:d.i+4] == "true":
		got = TypeTrue
	case c == 'f' && d.s[d.i:d.i+5] == "false":
		got = TypeFalse
	default:
		return d.bad("a value")
	}
	return d.wrong(want, got)
}

// WrongType rejects the value read last and returns false.
func (d *Decoder) WrongType(want, got Type) bool { return d.wrong(want, got) }

func (d *Decoder) wrong(want, got Type) bool {
	return d.Refuse(WrongType, d.start, norm.Arg{Name: "want", Value: want}, norm.Arg{Name: "value", Value: got})
}

// bad reports a syntax error at d.i and returns false.
func (d *Decoder) bad(want string) bool {
	got := "end of input"
	if d.i < len(d.s)-padding {
		r, n := utf8.DecodeRuneInString(d.s[d.i : len(d.s)-padding])
		if r == utf8.RuneError && n == 1 {
			return d.Refuse(InvalidUTF8, d.i)
		}
		got = d.s[d.i : d.i+n]
	}
	return d.Refuse(Syntax, d.i, Text("value", got), Text("want", want))
}

// ValidID reports whether s is a valid id: 1 to MaxID bytes of letters, digits,
// '-', '_', '.' and ':'.
func ValidID(s string) bool {
	if len(s) == 0 || len(s) > MaxID {
		return false
	}
	for i := 0; i < len(s); i++ {
		if !idByte[s[i]] {
			return false
		}
	}
	return true
}

var idByte = [256]bool{
	'-': true, '_': true, '.': true, ':': true,
	'0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true, '9': true,
	'A': true, 'B': true, 'C': true, 'D': true, 'E': true, 'F': true, 'G': true, 'H': true, 'I': true, 'J': true,
	'K': true, 'L': true, 'M': true, 'N': true, 'O': true, 'P': true, 'Q': true, 'R': true, 'S': true, 'T': true,
	'U': true, 'V': true, 'W': true, 'X': true, 'Y': true, 'Z': true,
	'a': true, 'b': true, 'c': true, 'd': true, 'e': true, 'f': true, 'g': true, 'h': true, 'i': true, 'j': true,
	'k': true, 'l': true, 'm': true, 'n': true, 'o': true, 'p': true, 'q': true, 'r': true, 's': true, 't': true,
	'u': true, 'v': true, 'w': true, 'x': true, 'y': true, 'z': true,
}
