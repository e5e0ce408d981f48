package formula

import (
	"strings"
	"unicode/utf8"
)

// column counts the characters of the formula as it was written.
func (p *parser) column(pos int) int {
	if p.at != nil {
		pos = int(p.at[pos])
	}
	return utf8.RuneCountInString(p.source[:pos]) + 1
}

// near returns the word or the character at the beginning of text.
func near(text string) string {
	end := 0
	for i, r := range text {
		if i > 0 && (i >= 24 || !isLetter(r) && !isDigit(r)) {
			break
		}
		end = i + utf8.RuneLen(r)
		if r == utf8.RuneError || !isLetter(r) && !isDigit(r) {
			break
		}
	}
	if text = text[:min(end, len(text))]; !utf8.ValidString(text) {
		return "\uFFFD"
	}
	return text
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isLetter reports whether r is a letter of a Latin script or Greek, a subscript
// digit, or a combining accent, which some systems write after its letter.
func isLetter(r rune) bool {
	switch {
	case r < 0x80:
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_'
	case r == '×' || r == '÷':
		return false
	case r >= 0xC0 && r <= 0x24F, r >= 0x300 && r <= 0x36F, r >= 0x370 && r <= 0x3FF, r >= 0x2080 && r <= 0x2089:
		return true
	}
	return r == '∑'
}

func (p *parser) space() {
	for p.pos < len(p.text) && isSpace(p.text[p.pos]) {
		p.pos++
	}
}

// take consumes one of the characters of set and the space after it.
func (p *parser) take(set string) bool {
	if p.pos == len(p.text) || strings.IndexByte(set, p.text[p.pos]) < 0 {
		return false
	}
	p.pos++
	p.space()
	return true
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// spaceBefore reports whether there is a space before pos.
func (p *parser) spaceBefore() bool { return p.pos > 0 && isSpace(p.text[p.pos-1]) }

// byteAt returns a byte of the text, or 0 after its end.
func (p *parser) byteAt(i int) byte {
	if i < len(p.text) {
		return p.text[i]
	}
	return 0
}

func (p *parser) digitAt(i int) bool { return isDigit(rune(p.byteAt(i))) }

// sourceAt returns the character of the formula as it was written.
func (p *parser) sourceAt(pos int) rune {
	if p.at != nil {
		pos = int(p.at[pos])
	}
	r, _ := utf8.DecodeRuneInString(p.source[pos:])
	return r
}

// digits consumes digits.
func (p *parser) digits() string {
	start := p.pos
	for p.digitAt(p.pos) {
		p.pos++
	}
	return p.text[start:p.pos]
}

// word consumes letters and digits.
func (p *parser) word() string {
	word := p.wordAt(p.pos)
	p.pos += len(word)
	return word
}

// wordAt returns the letters and digits from i on.
func (p *parser) wordAt(i int) string {
	end := i
	for end < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[end:])
		if !isLetter(r) && !isDigit(r) {
			break
		}
		end += size
	}
	return p.text[i:end]
}

// smallInt parses a number of one to six digits.
func smallInt(s string) (n int, ok bool) {
	for i := range len(s) {
		if !isDigit(rune(s[i])) {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, 1 <= len(s) && len(s) <= 6
}

// lower converts A to Z and the letters of Latin-1, which in UTF-8 are the byte C3
// and another, to lower case.
func lower(name string) string {
	b := []byte(name)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' || i > 0 && b[i-1] == 0xC3 && 0x80 <= c && c <= 0x9E {
			b[i] = c + 0x20
		}
	}
	return string(b)
}

// shorten returns at most 60 bytes of a text.
func shorten(text string) string {
	const most = 60
	if len(text) <= most {
		return text
	}
	end := most
	for end > 0 && text[end]&0xC0 == 0x80 {
		end--
	}
	return text[:end] + "…"
}
