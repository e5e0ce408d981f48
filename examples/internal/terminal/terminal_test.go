package terminal_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/examples/internal/terminal"
)

// A byte order mark is written only where everything begins, however it is written.
func TestByteOrderMark(t *testing.T) {
	const mark = "\uFEFF"
	for text, want := range map[string]string{
		mark: mark, mark + "a" + mark: mark + `a\ufeff`, "a" + mark: `a\ufeff`, mark + mark: mark + `\ufeff`, "\n" + mark: "\n" + `\ufeff`,
	} {
		var whole, bytewise bytes.Buffer
		w := terminal.NewWriter(&whole)
		_, err := w.Write([]byte(text))
		require.NoError(t, err)
		require.NoError(t, w.Close())
		assert.Equal(t, want, whole.String(), "%q", text)
		w = terminal.NewWriter(&bytewise)
		for i := range len(text) {
			_, err := w.Write([]byte(text[i : i+1]))
			require.NoError(t, err)
		}
		require.NoError(t, w.Close())
		assert.Equal(t, want, bytewise.String(), "%q byte by byte", text)
	}
	assert.Equal(t, `\ufeffa`, terminal.Line(mark+"a"))
}

func TestLine(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "",
		" Día  de\r\nMuertos\t":         "Día de Muertos",
		"\x1b[31mrojo\x07":              `\u001b[31mrojo\u0007`,
		"\u202eatsef\u2069":             `\u202eatsef\u2069`,
		"\u200f\u061c":                  `\u200f\u061c`,
		"\x9b31m":                       `\x9b31m`,
		"Fies\ufeffta\u200b\u2060":      `Fies\ufeffta\u200b\u2060`,
		"\ufeffFiesta":                  `\ufeffFiesta`,
		"co\u00adope\u200dra":           "co\u00adope\u200dra",
		"\u009b31m":                     `\u009b31m`,
		"uno\u2028dos":                  "uno dos",
		"a\u0000b":                      `a\u0000b`,
		strings.Repeat("ñ", 30_000):     strings.Repeat("ñ", 399) + "…",
		strings.Repeat("ñ ", 500):       strings.TrimSpace(strings.Repeat("ñ ", 500)),
		strings.Repeat("x", 400) + " y": strings.Repeat("x", 400) + " y",
	} {
		assert.Equal(t, want, terminal.Line(text))
	}
	assert.Equal(t, strings.Repeat("ñ ", 79)+"ñ…", terminal.Clip(strings.Repeat("ñ ", 500)))
}

func TestWriteError(t *testing.T) {
	w := terminal.NewWriter(full{})
	_, err := w.Write([]byte("x"))
	assert.ErrorIs(t, err, errFull)
}

var errFull = errors.New("no space left")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

// Whatever is written, in pieces of any size, nothing dangerous comes out, other text is
// unchanged, and text within JSON is the same text.
func FuzzWriter(f *testing.F) {
	for _, s := range []string{"", "Día\r\n", "\r", "\r\r\n", "\x1b[31m", "ñ\xc3", "\xf0\x9f", "\u202e\u2066", "\x00\x7f\u0085", "\ufeffa\ufeffb", "\u200b"} {
		f.Add(s, 1)
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, size int) {
		size = max(size, 1)
		pieces := func(s string) string {
			var b bytes.Buffer
			w := terminal.NewWriter(&b)
			for rest := s; rest != ""; {
				n := min(size, len(rest))
				written, err := w.Write([]byte(rest[:n]))
				require.NoError(t, err)
				require.Equal(t, n, written)
				rest = rest[n:]
			}
			require.NoError(t, w.Close())
			return b.String()
		}
		got := pieces(s)
		require.True(t, utf8.ValidString(got))
		for i, r := range got {
			if r != '\n' && r != '\t' && !(r == '\r' && strings.HasPrefix(got[i+1:], "\n")) {
				require.False(t, i > 0 && r == 0xFEFF, "%q", got)
				require.False(t, unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r), "%q", got)
			}
		}
		if strings.IndexFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) < 0 && utf8.ValidString(s) {
			assert.Equal(t, s, got)
		}
		encoded, err := json.Marshal(s)
		require.NoError(t, err)
		var want, back string
		require.NoError(t, json.Unmarshal(encoded, &want))
		require.NoError(t, json.Unmarshal([]byte(pieces(string(encoded))), &back))
		assert.Equal(t, want, back)
	})
}
