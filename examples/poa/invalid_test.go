package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa"
)

// Each file of testdata/bad has one error, that of the code in its name.
func TestInvalidDocuments(t *testing.T) {
	want := map[string]string{
		"bad-amount":         ":5:70: bad-amount at funds[propios].ceiling: “1500.125”",
		"bad-enum":           ":5:40: bad-enum at channels[radio].kind: “shortwave”",
		"bad-id":             ":5:20: bad-id at posts[#0].id: ",
		"bad-number":         ":4:17: bad-number at fiscalYear: “2027.5”",
		"dangling-reference": ":5:68: dangling-reference at activities[gaceta].responsible: ",
		"duplicate-id":       ":6:25: duplicate-id at activities[x]: ",
		"duplicate-key":      ":6:3: duplicate-key at title: ",
		"impossible-date":    ":5:74: impossible-date at activities[gaceta].span.end: “2027-02-30”",
		"invalid-utf8":       ":5:30: invalid-utf8 at office.name: ",
		"missing-field":      ":6:83: missing-field at progress[a1].quantity: ",
		"newer-schema":       ":1:1: newer-schema at schema: ",
		"syntax":             ":5:1: syntax: ",
		"trailing-data":      ":2:1: trailing-data: ",
		"unknown-field":      ":6:40: unknown-field at activities[gaceta].nombre: Unknown field “nombre”",
		"wrong-type":         ":5:14: wrong-type at mission: ",
	}
	files, err := filepath.Glob("testdata/bad/*.json")
	require.NoError(t, err)
	require.Len(t, files, len(want))
	for _, name := range files {
		code := strings.TrimSuffix(filepath.Base(name), ".json")
		t.Run(code, func(t *testing.T) {
			require.Contains(t, want, code)
			for _, args := range [][]string{{"check", name}, {"report", name}} {
				status, stdout, stderr := tool("", append(args, "-lang", "en")...)
				assert.Equal(t, failed, status)
				assert.Empty(t, stdout)
				assert.True(t, strings.HasPrefix(stderr, "poa "+args[0]+": "+name+want[code]), stderr)
				assert.Equal(t, 1, strings.Count(stderr, "\n"), "one line: %s", stderr)
			}
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			status, _, stderr := tool(string(data), "check", "-", "-lang", "en")
			assert.Equal(t, failed, status)
			assert.Contains(t, stderr, "standard input:")
			assert.Contains(t, stderr, code)
		})
	}
	t.Run("bad-enum lists the valid keys", func(t *testing.T) {
		_, _, stderr := tool("", "check", "testdata/bad/bad-enum.json")
		assert.Contains(t, stderr, "loudspeaker")
	})
}

// Documents that are too deep or too long to be files of the repository.
func TestLimits(t *testing.T) {
	nested := strings.Repeat("[", 1000) + strings.Repeat("]", 1000)
	long := `{"schema":1,"id":"p","fiscalYear":2027,"title":"` + strings.Repeat("a", poa.MaxDocument) + `"}`
	for _, c := range []struct{ name, document, want string }{
		{"nesting of extension data", `{"schema":1,"id":"p","fiscalYear":2027,"ext":{"mx.ejemplo":` + nested + `}}`, "too-deep at ext"},
		{"nesting of an unknown field", `{"schema":1,"id":"p","fiscalYear":2027,"x":` + nested + `}`, "unknown-field at x"},
		{"nesting of the document itself", nested, "wrong-type"},
		{"length", long, "too-large"},
		{"length of an invalid document", strings.Repeat(" ", poa.MaxDocument+1), "too-large"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, stdout, stderr := tool(c.document, "check", "-", "-lang", "en")
			assert.Equal(t, failed, status)
			assert.Empty(t, stdout)
			assert.Contains(t, stderr, c.want)
			assert.Less(t, len(stderr), 400)
		})
	}
}

func TestInputIsReadToTheLimitOnly(t *testing.T) {
	endless := &blanks{}
	var out, diagnostics strings.Builder
	assert.Equal(t, failed, run([]string{"check", "-"}, endless, &out, &diagnostics))
	assert.Contains(t, diagnostics.String(), "too-large")
	assert.LessOrEqual(t, endless.read, 2*poa.MaxDocument)
}

// blanks is an endless input of spaces.
type blanks struct{ read int }

func (b *blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	b.read += len(p)
	return len(p), nil
}
