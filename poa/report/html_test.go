package report

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func TestCSSString(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"POA 2027", `"POA 2027"`},
		{`a"b`, `"a\000022 b"`},
		{"</style>", `"\00003c \00002f style\00003e "`},
		{"Año\n\x00\u202e", `"A\0000f1 o   "`},
		{`\`, `"\00005c "`},
	} {
		assert.Equal(t, c.want, cssString(c.text), "cssString(%q)", c.text)
	}
}

// An XML parser recovers the text, except for the characters that XML or HTML does not
// allow.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "a<b&c>\"'", "\x00\x1f\x7f", "línea\r\notra\r", "\xff\xfe", "\u202e\u2066", "]]>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var b bytes.Buffer
		var h html
		h.begin(&b)
		h.el("p", s, "title", s)
		require.NoError(t, h.end())
		require.True(t, utf8.Valid(b.Bytes()))
		d := xml.NewDecoder(bytes.NewReader(b.Bytes()))
		var text strings.Builder
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			require.NoError(t, err)
			if c, ok := token.(xml.CharData); ok {
				text.Write(c)
			}
		}
		want := strings.Map(func(r rune) rune {
			if r == '\u2028' || r == '\u2029' {
				return ' '
			}
			if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && !allowed(r, 2) {
				return '\uFFFD'
			}
			return r
		}, strings.ReplaceAll(strings.ReplaceAll(strings.ToValidUTF8(s, "\x01"), "\r\n", "\n"), "\r", " "))
		// A run of invalid bytes is one U+FFFD in one result and several in the other.
		squeeze := func(s string) string {
			for strings.Contains(s, "\uFFFD\uFFFD") {
				s = strings.ReplaceAll(s, "\uFFFD\uFFFD", "\uFFFD")
			}
			return s
		}
		assert.Equal(t, squeeze(want+"\n"), squeeze(text.String()))
	})
}

func TestMarks(t *testing.T) {
	m := marks{"a[x].span.start", "a[x].targets", "a[xy].name", "b.c"}
	for path, want := range map[norm.Path]bool{
		"b.c": true, "b": true, "b.cd": false, "a[x].span": true, "a[x].span.start": true, "a[x].span.end": false,
		"a[x].targets.3": true, "a[x].name": false, "a[xy].name": true, "a[z].name": false, "c": false,
	} {
		assert.Equal(t, want, m.has(path), "has(%q)", path)
	}
	assert.False(t, marks(nil).has("a"))
}
