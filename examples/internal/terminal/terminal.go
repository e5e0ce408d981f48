// Package terminal prints texts of other people, such as those of a plan, safely: they
// cannot move the cursor, change colours, reverse the direction of a line or widen a table.
//
// Start with NewWriter, through which a program prints everything, and Line, for a text
// within a line.
package terminal

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWord is the number of characters after which Line cuts a word, and maxWidth that
// after which Clip cuts a text.
const (
	maxWord  = 400
	maxWidth = 160
)

// Line returns text as one line: white space becomes single spaces, control characters,
// bidirectional formatting characters and byte order marks are escaped as in \u001b,
// bytes that are not UTF-8 as in \x9b, and words of more than 400 characters are cut.
func Line(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		words[i] = cut(w, maxWord)
	}
	return string(appendEscaped(nil, strings.Join(words, " "), true))
}

// Clip is Line for a cell of a table: it also cuts what is longer than 160 characters.
func Clip(text string) string { return cut(Line(text), maxWidth) }

// cut returns s or, if it has more than n characters, its first n-1 and an ellipsis.
func cut(s string, n int) string {
	if len(s) <= n || utf8.RuneCountInString(s) <= n {
		return s
	}
	end := 0
	for range n - 1 {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	return s[:end] + "…"
}

// Writer escapes what is written to another writer, as Line does, except for line ends,
// tabs and a byte order mark that everything begins with. Escapes of text within JSON
// remain the same text.
type Writer struct {
	w    io.Writer
	used bool   // something was written
	rest []byte // the beginning of a character, or a CR, at the end of the last Write
	buf  []byte
}

// NewWriter returns a Writer to w. Call Close after the last Write.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// Write writes the escaped form of p. The length that it returns is that of p.
func (w *Writer) Write(p []byte) (int, error) {
	text := string(append(w.rest, p...))
	whole := len(text) - incomplete(text)
	w.rest = append([]byte(nil), text[whole:]...)
	text, w.buf = text[:whole], w.buf[:0]
	if !w.used && strings.HasPrefix(text, byteOrderMark) {
		text, w.buf = text[len(byteOrderMark):], append(w.buf, byteOrderMark...)
	}
	w.used = w.used || whole > 0
	w.buf = appendEscaped(w.buf, text, false)
	if _, err := w.w.Write(w.buf); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Close writes what remains of an incomplete character. It does not close the other writer.
func (w *Writer) Close() error {
	if len(w.rest) == 0 {
		return nil
	}
	w.buf = appendEscaped(w.buf[:0], string(w.rest), true)
	w.rest = nil
	_, err := w.w.Write(w.buf)
	return err
}

// incomplete returns the number of bytes at the end of s that depend on what follows: the
// beginning of a character, or a CR.
func incomplete(s string) int {
	if strings.HasSuffix(s, "\r") {
		return 1
	}
	for n := 1; n < utf8.UTFMax && n <= len(s); n++ {
		if c := s[len(s)-n]; utf8.RuneStart(c) {
			if c >= utf8.RuneSelf && !utf8.FullRuneInString(s[len(s)-n:]) {
				return n
			}
			break
		}
	}
	return 0
}

// appendEscaped appends s with its dangerous characters escaped; line ends and tabs are
// among them if line is set.
func appendEscaped(b []byte, s string, line bool) []byte {
	const hex = "0123456789abcdef"
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			b = append(b, '\\', 'x', hex[s[i]>>4], hex[s[i]&15])
		case !line && (r == '\n' || r == '\t' || r == '\r' && strings.HasPrefix(s[i+1:], "\n")):
			b = append(b, byte(r))
		case dangerous(r):
			b = append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			b = append(b, s[i:i+size]...)
		}
		i += size
	}
	return b
}

const byteOrderMark = "\uFEFF"

// dangerous reports whether r is a control character, formats text in the other direction,
// breaks a line, or is invisible, such as a byte order mark. Soft hyphens and the joiners
// of letters are part of text.
func dangerous(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' ||
		r == 0x180E || r == 0x200B || r >= 0x2060 && r <= 0x206F || r == '\uFEFF' || r >= 0xFFF9 && r <= 0xFFFB
}
