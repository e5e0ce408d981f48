package main

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa"
)

// hidden has a character of each kind that deceives a reader or obeys a writer: control
// characters of both sets, every mark of direction, a byte order mark, separators of lines.
const hidden = "\uFEFF\x00\x07\x1b[31m\x7f\u0080\u009b\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\uFEFF"

// everyTextHostile returns a plan with a value in every field, in which every text is hostile:
// it begins with a marker, and has a word of 30,000 letters.
func everyTextHostile(t *testing.T) (plan string, texts int) {
	t.Helper()
	data, err := os.ReadFile("../../poa/testdata/everything.json")
	require.NoError(t, err)
	doc, err := poa.DecodeDocument(data)
	require.NoError(t, err)
	doc.Calendar, doc.FiscalYear = "jalisco", 2027
	doc.Pending, doc.Illustrative, doc.Ext = nil, nil, nil
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				fill(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				fill(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				switch {
				case !f.IsExported() || f.Name == "ID" || f.Name == "Calendar" || f.Name == "Rule" || f.Name == "Holiday" || strings.Contains(f.Tag.Get("poa"), "ref="):
				case f.Type == reflect.TypeFor[[]string]() || f.Type == reflect.TypeFor[poa.NormRef]():
				case f.Type == reflect.TypeFor[string]():
					texts++
					v.Field(i).SetString(fmt.Sprint("＝", hidden, "texto", texts, " ", strings.Repeat("x", 30_000)))
				default:
					fill(v.Field(i))
				}
			}
		}
	}
	fill(reflect.ValueOf(doc).Elem())
	require.Greater(t, texts, 60)
	return string(doc.AppendJSON(nil)), texts
}

// Whatever the texts of a plan are, no output of the tool has a character that is not
// shown, moves a cursor or turns a line around; a byte order mark is only at the beginning
// of CSV; and no word widens a page or a terminal.
func TestNoOutputHasHiddenCharacters(t *testing.T) {
	data, texts := everyTextHostile(t)
	plan := file(t, data)
	word := regexp.MustCompile(`x+`)
	longest := func(s string) (n int) {
		for _, w := range word.FindAllString(s, -1) {
			n = max(n, len(w))
		}
		return n
	}
	for _, test := range []struct {
		name string
		args []string
		// word is the maximum length of a word of the plan; 0 if it has its full length,
		// because a program reads it.
		word int
		mark bool
	}{
		{"findings", []string{"check", plan}, 400, false},
		{"findings in English", []string{"check", plan, "-lang", "en"}, 400, false},
		{"document", []string{"report", plan}, 120, false},
		{"document in English", []string{"report", plan, "-lang", "en"}, 120, false},
		{"calendar as CSV", []string{"calendar", "-plan", plan, "-from", "2027", "-civic"}, 0, true},
		{"calendar as text", []string{"calendar", "-plan", plan, "-from", "2027", "-format", "text"}, 400, false},
		{"calendar as JSON", []string{"calendar", "-plan", plan, "-from", "2027", "-format", "json"}, 0, false},
		{"calendar as iCalendar", []string{"calendar", "-plan", plan, "-from", "2027", "-format", "ics"}, 75, false},
		{"count of days", []string{"days", "-plan", plan, "2027-01-01", "2027-12-31"}, 400, false},
		{"reasons of a day", []string{"explain", "-plan", plan, "2027-05-13"}, 400, false},
		{"texts", []string{"read", "-as", "money", "--", hidden + strings.Repeat("x", 30_000)}, 400, false},
		{"a flag", []string{"check", "-" + hidden}, 400, false},
		{"a file", []string{"check", hidden + ".json"}, 400, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, stdout, stderr := tool("", test.args...)
			require.NotEmpty(t, stdout+stderr)
			for _, output := range []string{strings.TrimPrefix(stdout, mark(test.mark)), stderr} {
				require.True(t, utf8.ValidString(output))
				at := strings.IndexFunc(output, func(r rune) bool {
					return unicode.IsControl(r) && !strings.ContainsRune("\r\n\t", r) || unicode.Is(unicode.Bidi_Control, r) || strings.ContainsRune("\uFEFF\u2028\u2029", r)
				})
				assert.Equal(t, -1, at, "%q", output[max(at, 0):min(len(output), max(at, 0)+60)])
				if test.word > 0 {
					assert.LessOrEqual(t, longest(output), test.word)
				}
			}
		})
	}
	_, html, _ := tool("", "report", plan)
	assert.Greater(t, strings.Count(html, "texto"), texts/2, "the document has the texts")
	_, list, _ := tool("", "calendar", "-plan", plan, "-from", "2027", "-format", "json")
	assert.Contains(t, list, `texto`)
	assert.True(t, json.Valid([]byte(list)))
	_, cells, _ := tool("", "calendar", "-plan", plan, "-from", "2027")
	rows, err := readCSV(cells)
	require.NoError(t, err)
	for _, row := range rows {
		for _, c := range row {
			assert.False(t, strings.HasPrefix(c, "＝") || strings.HasPrefix(c, "="), "%.40q", c)
		}
	}
}

// mark returns a byte order mark, if an output begins with one.
func mark(has bool) string {
	if has {
		return "\uFEFF"
	}
	return ""
}
