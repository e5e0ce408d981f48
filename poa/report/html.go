package report

import (
	"io"
	"strings"
	"unicode/utf8"
)

// html writes HTML elements. Tags and attribute names are literals of this package;
// text and attribute values are escaped. The output is well-formed XML too, so that
// tests can check it with an XML parser. After an error of w it writes nothing; end
// returns the error.
type html struct {
	w   io.Writer
	buf []byte // flushed when it has bufferSize bytes
	err error
}

const bufferSize = 16 << 10

func (h *html) begin(w io.Writer) { h.w, h.buf = w, make([]byte, 0, bufferSize+bufferSize/4) }

func (h *html) end() error {
	h.flush()
	return h.err
}

func (h *html) flush() {
	if h.err == nil && len(h.buf) > 0 {
		_, h.err = h.w.Write(h.buf)
	}
	h.buf = h.buf[:0]
}

// raw writes markup without escaping it.
func (h *html) raw(markup string) {
	if h.buf = append(h.buf, markup...); len(h.buf) >= bufferSize {
		h.flush()
	}
}

// open writes a start tag. attributes are alternating names and values; those with an
// empty value are omitted.
func (h *html) open(tag string, attributes ...string) {
	h.tag(tag, attributes)
	h.raw(">")
}

func (h *html) close(tag string) {
	h.raw("</")
	h.raw(tag)
	h.raw(">")
	switch tag {
	case "p", "h1", "h2", "h3", "tr", "table", "section", "ul", "ol", "dl", "li", "header", "nav", "head", "div", "caption":
		h.raw("\n")
	}
}

// void writes an element without content.
func (h *html) void(tag string, attributes ...string) {
	h.tag(tag, attributes)
	h.raw("/>")
}

// el writes an element that contains only text. A long word in it may break.
func (h *html) el(tag, text string, attributes ...string) {
	h.open(tag, attributes...)
	h.text(text)
	h.close(tag)
}

func (h *html) tag(tag string, attributes []string) {
	h.raw("<")
	h.raw(tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] == "" {
			continue
		}
		h.raw(" ")
		h.raw(attributes[i])
		h.raw(`="`)
		h.escape(attributes[i+1])
		h.raw(`"`)
	}
}

// maxWord is the number of characters after which a word may break, so that no word makes
// a table wider than its sheet.
const maxWord = 40

// text writes escaped text, in which a word breaks after each maxWord characters if it
// must.
func (h *html) text(s string) {
	n, start := 0, 0 // characters of the current word, and what is not written yet
	for i := 0; len(s)-start > maxWord && i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == ' ' || r == '\n' || r == '\t' || r == '\r':
			n = 0
		case n == maxWord && !accent(r):
			h.escape(s[start:i])
			h.raw("<wbr/>")
			start, n = i, 1
		case !accent(r):
			n++ // an accent that is a character of its own stays with its letter
		}
		i += size
	}
	h.escape(s[start:])
}

// accent reports whether r is a diacritical mark that belongs to the letter before it.
func accent(r rune) bool { return r >= 0x300 && r <= 0x36F }

// escape writes escaped text or the escaped value of an attribute.
func (h *html) escape(s string) {
	start := 0
	for i := 0; i < len(s); {
		with, size := "", 1
		switch c := s[i]; {
		case c == '&':
			with = "&amp;"
		case c == '<':
			with = "&lt;"
		case c == '>':
			with = "&gt;"
		case c == '"':
			with = "&#34;"
		case c == '\'':
			with = "&#39;"
		case c == '\r':
			with = " "
			if i+1 < len(s) && s[i+1] == '\n' {
				with, size = "\n", 2
			}
		case c < ' ' && c != '\n' && c != '\t' || c == 0x7f:
			with = "\uFFFD"
		case c >= utf8.RuneSelf:
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			switch {
			case r == '\u2028' || r == '\u2029': // a line break elsewhere, nothing in HTML
				with = " "
			case !allowed(r, size):
				with = "\uFFFD"
			}
		}
		if with != "" {
			h.raw(s[start:i])
			h.raw(with)
			start = i + size
		}
		i += size
	}
	h.raw(s[start:])
}

// allowed reports whether both HTML and XML allow r. It is false for byte order marks, which
// no browser shows, and bidirectional control characters too, which can disguise the text
// of a line.
func allowed(r rune, size int) bool {
	switch {
	case r == utf8.RuneError && size == 1:
		return false
	case r < 0xA0:
		return false // C1 controls
	case r == 0xFFFE || r == 0xFFFF:
		return false
	case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0x061C || r == 0xFEFF:
		return false
	}
	return true
}

// cssString returns s as a CSS string. Everything except ASCII letters, digits and spaces
// is escaped by its code point, so that s cannot end the string or the style element.
func cssString(s string) string {
	const hex = "0123456789abcdef"
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == ' ' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			b.WriteRune(r)
		case r < ' ' || !allowed(max(r, 0xA0), 2):
			b.WriteByte(' ')
		default:
			b.WriteByte('\\')
			for shift := 20; shift >= 0; shift -= 4 {
				b.WriteByte(hex[r>>shift&15])
			}
			b.WriteByte(' ')
		}
	}
	b.WriteByte('"')
	return b.String()
}
