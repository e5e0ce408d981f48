package ics

import "unicode/utf8"

// maxLine is the maximum length of a line in octets, without the line break (RFC 5545,
// 3.1).
const maxLine = 75

// appendText appends a property whose value is a list of texts, escaped and folded. A fold
// never splits a character.
func appendText(b []byte, name string, values ...string) []byte {
	b = append(b, name...)
	line := line{b, len(name)}
	for i, v := range values {
		if i > 0 {
			line.put(",")
		}
		for j := 0; j < len(v); {
			// Append a run of plain characters that fits in the line at once.
			k := j
			for end := min(len(v), j+maxLine-line.n); k < end && plain(v[k]); k++ {
			}
			if k > j {
				line.put(v[j:k])
				j = k
				continue
			}
			r, size := utf8.DecodeRuneInString(v[j:])
			s := v[j : j+size]
			switch {
			case r == utf8.RuneError && size == 1, hidden(r):
				s = "\uFFFD"
			case r == '\u2028' || r == '\u2029':
				s = `\n`
			case r == '\\':
				s = `\\`
			case r == ';':
				s = `\;`
			case r == ',':
				s = `\,`
			case r == '\r' && j+1 < len(v) && v[j+1] == '\n':
				s = ""
			case r == '\n' || r == '\r':
				s = `\n`
			case r < ' ' && r != '\t' || r >= 0x7f && r < 0xA0:
				s = " "
			}
			line.put(s)
			j += size
		}
	}
	return append(line.b, "\r\n"...)
}

// hidden reports whether r is a byte order mark, or a character that sets the direction of
// the text around it.
func hidden(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0x061C || r == 0xFEFF
}

// plain reports whether c is an ASCII character that needs no escape.
func plain(c byte) bool {
	return c >= ' ' && c < 0x7f && c != '\\' && c != ';' && c != ','
}

// line is a property being written.
type line struct {
	b []byte
	n int // octets in the last line
}

// put appends s, which is one character, one escape or a run that fits in the line. It
// starts a new line if s does not fit.
func (l *line) put(s string) {
	if l.n+len(s) > maxLine {
		l.b = append(l.b, "\r\n "...)
		l.n = 1
	}
	l.b = append(l.b, s...)
	l.n += len(s)
}
