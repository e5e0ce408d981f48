package wire

import (
	"math/bits"
	"strconv"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// load returns the eight bytes of s from i, the first in the low bits. It compiles
// to one load.
func load(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// special sets the high bit of each byte of w that ends a run of plain text: a
// quote, a backslash, a control character or a byte beyond ASCII. Only the lowest
// bit is exact; a borrow may set bits above it.
func special(w uint64) uint64 {
	quote := w ^ ('"' * ones)
	slash := w ^ ('\\' * ones)
	return ((quote-ones)&^quote | (slash-ones)&^slash | (w-' '*ones)&^w | w) & highs
}

// quoted reads the string whose opening quote is at d.i.
func (d *Decoder) quoted() (string, bool) {
	begin := d.i + 1
	i := begin
	for {
		m := special(load(d.s, i))
		if m == 0 {
			i += 8
			continue
		}
		i += bits.TrailingZeros64(m) >> 3
		c := d.s[i]
		if c == '"' {
			d.i = i + 1
			return d.s[begin:i], true
		}
		if c < utf8.RuneSelf {
			if c == '\\' {
				return d.escaped(begin, i)
			}
			d.i = i
			return "", d.bad("text without control characters")
		}
		if c >= 0xC2 && c <= 0xDF && d.s[i+1]&0xC0 == 0x80 {
			i += 2
			continue
		}
		_, n := utf8.DecodeRuneInString(d.s[i:])
		if n == 1 {
			return "", d.Refuse(InvalidUTF8, i)
		}
		i += n
	}
}

// escaped continues quoted at the first backslash, which is at i.
func (d *Decoder) escaped(begin, i int) (string, bool) {
	b := append(make([]byte, 0, i-begin+32), d.s[begin:i]...)
	for {
		switch c := d.s[i]; {
		case c == '"':
			d.i = i + 1
			return string(b), true
		case c == '\\':
			r, n := unescape(d.s, i)
			if n == 0 {
				d.i = i
				return "", d.Refuse(Syntax, i, Text("value", `\`), Text("want", "an escape"))
			}
			if r < 0 {
				return "", d.Refuse(InvalidUTF8, i, Text("value", d.s[i:i+6]))
			}
			b = utf8.AppendRune(b, r)
			i += n
		case c < ' ':
			d.i = i
			return "", d.bad("text without control characters")
		case c < utf8.RuneSelf:
			b = append(b, c)
			i++
		default:
			_, n := utf8.DecodeRuneInString(d.s[i:])
			if n == 1 {
				return "", d.Refuse(InvalidUTF8, i)
			}
			b = append(b, d.s[i:i+n]...)
			i += n
		}
	}
}

// unescape reads the escape at i. n is zero if the escape is invalid; r is negative
// for an unpaired surrogate.
func unescape(s string, i int) (r rune, n int) {
	switch s[i+1] {
	case '"', '\\', '/':
		return rune(s[i+1]), 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		r, ok := hex4(s, i+2)
		switch {
		case !ok:
			return 0, 0
		case r < 0xD800 || r > 0xDFFF:
			return r, 6
		case r < 0xDC00 && s[i+6] == '\\' && s[i+7] == 'u':
			low, ok := hex4(s, i+8)
			if !ok {
				return 0, 0
			}
			if 0xDC00 <= low && low <= 0xDFFF {
				return (r-0xD800)<<10 + (low - 0xDC00) + 0x10000, 12
			}
		}
		return -1, 6
	}
	return 0, 0
}

// hex4 reads four hexadecimal digits. The padding keeps it within the input.
func hex4(s string, i int) (r rune, ok bool) {
	for end := i + 4; i < end; i++ {
		c := s[i]
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c && c <= 'f':
			c -= 'a' - 10
		case 'A' <= c && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// number finds the end of the number at d.i. plain reports whether it is an integer
// without an exponent.
func (d *Decoder) number() (end int, plain, ok bool) {
	s, i := d.s, d.i
	if s[i] == '-' {
		i++
	}
	switch {
	case s[i] == '0':
		i++
	case '1' <= s[i] && s[i] <= '9':
		i = digits(s, i)
	default:
		d.i = i
		return 0, false, d.bad("a digit")
	}
	plain = true
	if s[i] == '.' {
		plain = false
		j := digits(s, i+1)
		if j == i+1 {
			d.i = j
			return 0, false, d.bad("a digit")
		}
		i = j
	}
	if s[i] == 'e' || s[i] == 'E' {
		plain = false
		i++
		if s[i] == '+' || s[i] == '-' {
			i++
		}
		j := digits(s, i)
		if j == i {
			d.i = j
			return 0, false, d.bad("a digit")
		}
		i = j
	}
	return i, plain, true
}

func digits(s string, i int) int {
	for '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return i
}

// Raw reads any JSON value and returns it unchanged.
func (d *Decoder) Raw() (string, bool) {
	d.space()
	begin := d.i
	ok := d.Skip()
	d.start = begin
	if !ok {
		return "", false
	}
	return d.s[begin:d.i], true
}

// Verbatim reads any JSON value into v unchanged.
func (d *Decoder) Verbatim(v *string) bool {
	raw, ok := d.Raw()
	if ok {
		*v = raw
	}
	return ok
}

// Unmarshal reads any JSON value with the method UnmarshalJSON of its type. It takes the
// method, not an interface that has it: a call through an interface makes the linker keep
// the method UnmarshalJSON of every type.
func (d *Decoder) Unmarshal(unmarshalJSON func([]byte) error) bool {
	raw, ok := d.Raw()
	if !ok {
		return false
	}
	err := unmarshalJSON([]byte(raw))
	if err == nil {
		return true
	}
	e, ok := Find[*Error](err)
	if !ok {
		return d.Bad(WrongType, raw, err)
	}
	inner := *e
	if inner.Offset != NoOffset {
		inner.Offset += d.start
	}
	return d.Fail(&inner)
}

// JSON reads any JSON value into v, in canonical form.
func (d *Decoder) JSON(v *string) bool {
	raw, ok := d.Raw()
	if ok {
		*v = compact(raw)
	}
	return ok
}

// bytesCounted are the bytes of extension data that count as one element.
const bytesCounted = 256

// Extension is JSON for the data of a namespace, whose size and depth are limited.
func (d *Decoder) Extension(v *string) bool {
	outer, deepest := d.depth, d.deepest
	d.deepest = 0
	ok := d.JSON(v)
	d.counter.Count(len(*v) / bytesCounted)
	depth := d.deepest - outer
	d.deepest = max(d.deepest, deepest)
	switch {
	case ok && depth > MaxExtensionDepth:
		return d.Refuse(TooDeep, d.start, norm.Arg{Name: "limit", Value: norm.Count(MaxExtensionDepth)})
	case ok && len(*v) > MaxExtension:
		return d.Refuse(TooLarge, d.start, norm.Arg{Name: "limit", Value: norm.Count(MaxExtension)})
	}
	return ok
}

// Skip reads and discards any JSON value. It is as strict as the other methods,
// except that it accepts null and duplicate keys.
func (d *Decoder) Skip() bool {
	switch c := d.space(); {
	case c == '"':
		_, ok := d.quoted()
		return ok
	case c == '{':
		if !d.Open() {
			return false
		}
		for d.Next() {
			if key := d.key; !d.Skip() {
				return d.In(key)
			}
		}
		return d.err == nil
	case c == '[':
		if !d.OpenList() {
			return false
		}
		for n := 0; d.More(); n++ {
			if !d.Skip() {
				return d.InItem("", n)
			}
		}
		return d.err == nil
	case c == '-' || '0' <= c && c <= '9':
		end, _, ok := d.number()
		if ok {
			d.i = end
		}
		return ok
	case d.s[d.i:d.i+4] == "null", d.s[d.i:d.i+4] == "true":
		d.i += 4
		return true
	case c == 'f' && d.s[d.i:d.i+5] == "false":
		d.i += 5
		return true
	}
	return d.bad("a value")
}

// Peek returns the text of the field called name of the next object, without moving.
// ok is false if there is no such field, or it is not text.
func (d *Decoder) Peek(name string) (text string, ok bool) {
	saved := *d
	defer func() { *d = saved }()
	if !d.Open() {
		return "", false
	}
	for d.Next() {
		if d.key == name {
			return d.Text()
		}
		if !d.Skip() {
			return "", false
		}
	}
	return "", false
}

// Lacks rejects the next object, after Peek failed, with the error that made it fail.
// It returns false.
func (d *Decoder) Lacks(name string) bool {
	if !d.Open() {
		return false
	}
	for d.Next() {
		if d.key == name {
			d.Text()
			return d.In(name)
		}
		if key := d.key; !d.Skip() {
			return d.In(key)
		}
	}
	return d.Require(false, name)
}

// PeekInt is Peek for an integer.
func (d *Decoder) PeekInt(name string) (n int, ok bool) {
	saved := *d
	defer func() { *d = saved }()
	if !d.Open() {
		return 0, false
	}
	for d.Next() {
		if d.key == name {
			return n, d.Int(&n)
		}
		if !d.Skip() {
			return 0, false
		}
	}
	return 0, false
}

// Array rejects an array of n elements that must have want. It reports success.
func (d *Decoder) Array(n, want int) bool {
	if n == want || d.err != nil {
		return d.err == nil
	}
	return d.wrong(listOf(want), listOf(n))
}

func listOf(n int) Type { return TypeList + Type(" of "+strconv.Itoa(n)) }

// Begin returns the offset of the next value, for At.
func (d *Decoder) Begin() int {
	d.space()
	return d.i
}

// At sets the offset of the value read last.
func (d *Decoder) At(offset int) { d.start = offset }
