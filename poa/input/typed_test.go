package input_test

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/input"
)

// read returns the value of a text as testdata/typed.csv has it: its canonical form, "?"
// for two readings, "" for a text that is refused.
func read(t *testing.T, kind, text string) string {
	t.Helper()
	var value string
	var err error
	switch near := calendar.MustDate(2027, 1, 11); kind {
	case "date":
		var d calendar.Date
		d, err = input.Date(text, near)
		value = d.String()
	case "span":
		var s calendar.Span
		s, err = input.Span(text, near)
		value = s.String()
	case "rule":
		var r calendar.Rule
		if r, err = input.Rule(text); err == nil {
			value = r.String()
		}
	case "money":
		m, e := input.Money(text)
		value, err = m.String(), e
	case "number":
		var q input.Quantity
		if q, err = input.Number(text); q.NoData != "" {
			value = "no-data"
		} else {
			value = q.String()
		}
	case "formula":
		text, let, _ := strings.Cut(text, "|")
		var f *formula.Formula
		if f, err = input.Formula(text); err == nil {
			v, evalErr := f.Eval(func(symbol string) (exact.Number, bool) {
				for _, pair := range strings.Split(let, ";") {
					if name, n, ok := strings.Cut(pair, "="); ok && name == symbol {
						return exact.MustParse(n), true
					}
				}
				return exact.Number{}, false
			})
			require.NoError(t, evalErr, text)
			value = fraction(v)
		}
	default:
		t.Fatalf("unknown kind %q", kind)
	}
	switch {
	case poa.CodeOf(err) == input.TwoReadings:
		return "?"
	case err != nil:
		return ""
	}
	return value
}

// fraction returns a number as a fraction in lowest terms, or as a whole number.
func fraction(n exact.Number) string {
	num, den := n.Fraction()
	text := exact.Int(num).String()
	if den > 1 {
		text += "/" + exact.Int(den).String()
	}
	return text
}

// TestTyped reads what people type and programs print; testdata/typed.csv has a row for
// each kind of writing, the other files more of them, near 2027-01-11.
func TestTyped(t *testing.T) {
	for _, name := range []string{"testdata/typed.csv", "testdata/more_typed.csv", "testdata/dates.csv", "testdata/typed_amounts.csv"} {
		file, err := os.Open(name)
		require.NoError(t, err)
		rows, err := csv.NewReader(file).ReadAll()
		require.NoError(t, err)
		require.Greater(t, len(rows), 80, name)
		for _, row := range rows[1:] {
			kind, text, want := row[0], row[1], row[2]
			got := read(t, kind, text)
			assert.Equal(t, want, got, "%s %+q", kind, text)
			spaced := "\u00a0 " + strings.Replace(text, "|", "\u2003|", 1)
			assert.Equal(t, got, read(t, kind, spaced+map[bool]string{true: "\t\u202f"}[kind != "formula"]), "%s %+q with spaces around it", kind, text)
		}
	}
}
