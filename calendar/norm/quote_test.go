package norm_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func TestQuote(t *testing.T) {
	for text, want := range map[string]string{
		"":             `""`,
		`a "b" \\ ñ`:   `"a \"b\" \\\\ ñ"`,
		"\n\x7f":       `"\x0a\x7f"`,
		"\u0085\u009f": `"\u0085\u009f"`,
		"\xff\ufffd":   `"\xff` + "\ufffd" + `"`,
		"0123456789012345678901234567890123456789x": `"0123456789012345678901234567890123456789…"`,
	} {
		assert.Equal(t, want, norm.Quote(text))
	}
}
