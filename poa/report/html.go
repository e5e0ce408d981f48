package report

import (
	"io"
	"strings"
	"unicode/utf8"
)

// html writes elements. Tags and the names of attributes are literals of this package;
// text and the values of attributes are escaped. The output is well-formed XML too, so
// that a test can check its structure. The first error of the writer is returned by end.
type html struct {
	w   io.Writer
	buf []byte // written when it is full
	err error
}

const full = 16 << 10

func (h *html) begin(w io.Writer) { h.w, h.buf = w, make([]byte, 0, full+full/4) }

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

// raw writes markup of this package.
func (h *html) raw(markup string) {
	if h.buf = append(h.buf, markup...); len(h.buf) >= full {
		h.flush()
	}
}

// open begins an element. attributes are names and values in turn; one with
// an empty value is left out.
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

// void writes an element that has no content.
func (h *html) void(tag string, attributes ...string) {
	h.tag(tag, attributes)
	h.raw("/>")
}

// el writes an element with text only.
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
		h.text(attributes[i+1])
		h.raw(`"`)
	}
}

// text writes text of the plan.
func (h *html) text(s string) {
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
			if !allowed(r, size) {
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

// allowed reports whether HTML and XML both hold r. Bidirectional control characters are
// not allowed: they can disguise a text.
func allowed(r rune, size int) bool {
	switch {
	case r == utf8.RuneError && size == 1:
		return false
	case r < 0xA0:
		return false // C1 controls
	case r == 0xFFFE || r == 0xFFFF:
		return false
	case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069:
		return false
	}
	return true
}

// cssString writes s as a string of CSS: all but letters, digits and spaces is
// escaped by its number, so that it ends neither the string nor the element.
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
