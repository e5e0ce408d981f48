package mx_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
)

// All rows of all tables are valid, and the embedded tables are those of the folder.
func TestTables(t *testing.T) {
	files, err := filepath.Glob("tables/*.md")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var rows []mx.Row
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		parsed, err := mx.ParseTables(file, string(text))
		require.NoError(t, err)
		rows = append(rows, parsed...)
	}
	n, err := mx.ReadNorm(rows)
	require.NoError(t, err)
	assert.ElementsMatch(t, mx.Profiles(), n.Profiles)
	assert.Equal(t, mx.Elections(), n.Elections)
	assert.Equal(t, mx.CivicDates(), n.Civic)
	assert.Equal(t, mx.Deadlines(), n.Deadlines)
	for _, row := range rows {
		for _, f := range row.Fields {
			if f.Name == "checked" {
				assert.LessOrEqual(t, f.Value, mx.Checked().String(), row.Where)
			}
		}
	}
}

const goodTables = `# A town
checked: 2026-11-22
table: days
group: town
kind: local
jurisdiction: 14112
law: Acuerdo 3/2026
article: -
fraction: -
published: 2026-12-01
status: sourced
note: -

| key | es | en | rule | from | to |
|---|---|---|---|---|---|
| feast | Fiesta \| feria | Feast | 05-11 5d | 2020-01-01 | - |

table: profiles
| key | es | en | jurisdiction | week | groups | from | to |
| town | Pueblo | Town | 14112 | 1111100 | town | 2026-01-01 | 2027-12-31 |
`

func TestTablesOfATown(t *testing.T) {
	rows, err := mx.ParseTables("town.md", goodTables)
	require.NoError(t, err)
	n, err := mx.ReadNorm(rows)
	require.NoError(t, err)
	require.Len(t, n.Profiles, 1)
	assert.Equal(t, "Fiesta | feria", n.Profiles[0].Holidays[0].Name.ES)
	cal, err := calendar.Compile(n.Profiles[0], calendar.YearSpan(2027))
	require.NoError(t, err)
	assert.False(t, cal.IsBusinessDay(calendar.MustDate(2027, 5, 12)))
}

// The error of an invalid row has its file and line.
func TestTableErrors(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"empty field":        {"| Feast |", "|  |", "town.md:16: the field en is empty"},
		"too few fields":     {"| 2020-01-01 | - |", "| 2020-01-01 |", "town.md:16: the row has 5 fields, and there are 6 names"},
		"no date":            {"2020-01-01", "2020-02-30", "town.md:16: the field from: calendar: \"2020-02-30\" is not a date"},
		"not a rule":         {"05-11 5d", "11 May", "town.md:16: calendar: \"11 May\" is not a rule"},
		"unknown kind":       {"kind: local", "kind: feast", "town.md:16: the field kind: calendar: unknown holiday kind \"feast\""},
		"missing field":      {"kind: local\n", "", "town.md:15: the field kind is missing"},
		"misspelt field":     {"note: -", "note: -\nnotes: x", "town.md:17: the table days has no field \"notes\""},
		"field twice":        {"note: -", "note: -\nnote: -", "town.md:17: the field note is written twice"},
		"field after rows":   {"table: profiles", "note: x\n\ntable: profiles", "town.md:18: the field note must come before the rows"},
		"no status":          {"status: sourced", "status: -", "town.md:16: the field status must not be empty"},
		"no publication":     {"published: 2026-12-01", "published: -", "town.md:16: norm: basis Acuerdo 3/2026 without a publication date"},
		"reversed validity":  {"| 2020-01-01 | - |", "| 2020-01-01 | 2019-01-01 |", "town.md:16: to, 2019-01-01, comes before from"},
		"unknown table":      {"table: profiles", "table: profile", "town.md:20: there is no table \"profile\""},
		"unknown group":      {"| town | 2026-01-01", "| city | 2026-01-01", "town.md:20: there is no group of days \"city\""},
		"row without table":  {"table: days\n", "", "town.md:13: a row without a table"},
		"stray line":         {"# A town", "A town", "town.md:1: this line is neither a row"},
		"a week without day": {"1111100", "0000000", "town.md:20: the field week"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(goodTables, c.old, c.new, 1)
			require.NotEqual(t, goodTables, text)
			rows, err := mx.ParseTables("town.md", text)
			if err == nil {
				_, err = mx.ReadNorm(rows)
			}
			require.ErrorContains(t, err, "mx: "+c.want)
		})
	}
}

func TestConcurrentUse(t *testing.T) {
	var group sync.WaitGroup
	for range 8 {
		group.Add(1)
		go func() {
			defer group.Done()
			assert.NotEmpty(t, mx.Jalisco().Holidays)
			assert.NotEmpty(t, mx.Blackouts())
		}()
	}
	group.Wait()
}

// For any text, the errors have a place and the resulting rules are valid.
func FuzzTables(f *testing.F) {
	f.Add(goodTables)
	f.Add("table: days\n| key | rule |\n| a \\| b | elections |")
	f.Add("table: blackouts\n|key|\n||")
	f.Fuzz(func(t *testing.T, text string) {
		rows, err := mx.ParseTables("x.md", text)
		if err != nil && !strings.HasPrefix(err.Error(), "mx: x.md:") {
			t.Fatalf("error without a place: %v", err)
		}
		n, err := mx.ReadNorm(rows)
		if err != nil && !strings.HasPrefix(err.Error(), "mx: x.md:") {
			t.Fatalf("error without a place: %v", err)
		}
		for _, p := range n.Profiles {
			if err := p.Validate(); err != nil {
				t.Fatal(err)
			}
		}
		for _, d := range n.Deadlines {
			if err := d.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func BenchmarkReadTables(b *testing.B) {
	files, err := filepath.Glob("tables/*.md")
	if err != nil {
		b.Fatal(err)
	}
	var texts []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	for b.Loop() {
		var rows []mx.Row
		for i, text := range texts {
			parsed, err := mx.ParseTables(files[i], text)
			if err != nil {
				b.Fatal(err)
			}
			rows = append(rows, parsed...)
		}
		if _, err := mx.ReadNorm(rows); err != nil {
			b.Fatal(err)
		}
	}
}
