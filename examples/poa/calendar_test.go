package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var columns = []string{"date", "key", "name", "kind", "basis", "status"}

// readCSV reads what the tool writes, a byte order mark first.
func readCSV(text string) ([][]string, error) {
	rest, ok := strings.CutPrefix(text, byteOrderMark)
	if !ok {
		return nil, errors.New("no byte order mark")
	}
	return csv.NewReader(strings.NewReader(rest)).ReadAll()
}

// Banks are not verified for all years of their table, which the command notes.
func TestCalendarOfBanks(t *testing.T) {
	status, stdout, stderr := tool("", "calendar", "-profile", "bancos", "-from", "2010", "-to", "2030")
	require.Equal(t, clean, status, stderr)
	assert.Contains(t, stderr, "nota: el calendario bancos está cotejado del 2006-01-01 al 2026-12-31")
	rows, err := readCSV(stdout)
	require.NoError(t, err)
	assert.Equal(t, pick(publishedDays(t, "bancos.csv"), 0), pick(rows[1:], 0))
	for _, row := range rows[1:] {
		assert.Equal(t, "bank", row[3])
		assert.Equal(t, row[0] > "2026-12-31", row[5] == "projected", row[0])
	}
}

// All formats have the same content.
func TestFormatsAgree(t *testing.T) {
	for _, command := range [][]string{
		{"calendar", "-profile", "lft", "-from", "2020", "-to", "2030"},
		{"calendar", "-profile", "jalisco", "-from", "2027", "-lang", "en", "-civic"},
		{"deadlines", "2027", "-profile", "lft"},
	} {
		as := func(format string) string {
			status, stdout, stderr := tool("", append(slices.Clone(command), "-format", format, "-stamp", "2026-11-22")...)
			require.Equal(t, clean, status, stderr)
			return stdout
		}
		rows, err := readCSV(as("csv"))
		require.NoError(t, err)
		var objects []map[string]string
		require.NoError(t, json.Unmarshal([]byte(as("json")), &objects))
		require.Len(t, objects, len(rows)-1)
		for i, o := range objects {
			for j, column := range rows[0] {
				assert.Equal(t, rows[i+1][j], o[column])
			}
			assert.NotEmpty(t, o["checked"])
		}
		lines := strings.Split(strings.TrimSuffix(as("text"), "\n"), "\n")
		require.Len(t, lines, len(objects))
		day := len(rows[0]) - 1 // of deadlines, the business day
		if command[0] == "calendar" {
			day = 0
		}
		var starts []string
		file := strings.ReplaceAll(as("ics"), "\r\n ", "")
		for _, l := range strings.Split(file, "\r\n") {
			if d, ok := strings.CutPrefix(l, "DTSTART;VALUE=DATE:"); ok {
				starts = append(starts, d[:4]+"-"+d[4:6]+"-"+d[6:])
			}
		}
		require.Len(t, starts, len(objects))
		for i := range objects {
			assert.Contains(t, lines[i], rows[i+1][0])
			assert.Contains(t, lines[i], rows[i+1][2])
			assert.Equal(t, rows[i+1][day], starts[i])
		}
		assert.Contains(t, file, "DTSTAMP:20261122T000000Z\r\n")
		assert.Equal(t, as("ics"), as("ics"))
	}
}

// daysOff returns the CSV rows of the command calendar without the header.
func daysOff(t *testing.T, args ...string) [][]string {
	t.Helper()
	status, stdout, stderr := tool("", append([]string{"calendar"}, args...)...)
	require.Equal(t, clean, status, stderr)
	rows, err := readCSV(stdout)
	require.NoError(t, err)
	require.Equal(t, columns, rows[0])
	assert.True(t, slices.IsSortedFunc(rows[1:], func(a, b []string) int { return strings.Compare(a[0], b[0]) }))
	return rows[1:]
}

func publishedDays(t *testing.T, name string) [][]string {
	t.Helper()
	text, err := os.ReadFile("../../calendar/mx/testdata/" + name)
	require.NoError(t, err)
	rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	require.NoError(t, err)
	return rows[1:]
}

// pick returns some columns of each row.
func pick(rows [][]string, columns ...int) [][]string {
	picked := make([][]string, len(rows))
	for i, row := range rows {
		for _, c := range columns {
			picked[i] = append(picked[i], row[c])
		}
	}
	return picked
}

// The rows agree with the tables that were compiled from the law.
func TestCalendarAgainstTheTables(t *testing.T) {
	lft := daysOff(t, "-profile", "lft", "-from", "2000", "-to", "2030", "-format", "csv")
	assert.Equal(t, pick(publishedDays(t, "lft.csv"), 0, 1, 2), pick(lft, 0, 2, 4))

	jalisco := daysOff(t, "-to", "2030", "-from", "2018", "-profile", "jalisco")
	assert.Equal(t, pick(publishedDays(t, "jalisco.csv"), 0), pick(jalisco, 0))

	apf := daysOff(t, "-from", "2000", "-to", "2030", "-profile", "apf")
	assert.Equal(t, pick(publishedDays(t, "apf.csv"), 0), pick(apf, 0))

	var elections []string
	for _, row := range publishedDays(t, "elections.csv") {
		if row[3] == "1" {
			elections = append(elections, row[0])
		}
	}
	var listed []string
	for _, row := range daysOff(t, "-profile", "lft", "-from", "1970", "-to", "2075") {
		if row[3] == "electoral" {
			listed = append(listed, row[0])
			if row[0] > "2026" {
				assert.Equal(t, "projected", row[5], row[0])
			}
		}
	}
	assert.Equal(t, elections, listed)
}

func TestCalendarOfOneYear(t *testing.T) {
	assert.Equal(t, daysOff(t, "-profile", "lft", "-from", "2027", "-to", "2027"), daysOff(t, "-profile", "lft", "-from", "2027"))
	day := slices.IndexFunc(daysOff(t, "-profile", "lft", "-from", "2027", "-lang", "en"), func(row []string) bool {
		return slices.Equal(row, []string{"2027-05-01", "labour", "Labour Day", "mandatory", "LFT art. 74 fr. IV", "sourced"}) // a Saturday
	})
	assert.NotEqual(t, -1, day)
}

func TestCalendarOfAllYears(t *testing.T) {
	rows := daysOff(t, "-profile", "lft", "-from", "0001", "-to", "9999")
	assert.Equal(t, "1970-05-01", rows[0][0], "there is no day off before the law")
	assert.Equal(t, "9999-12-25", rows[len(rows)-1][0])
}

// Text that a spreadsheet would parse as a formula is shown as text.
func TestCell(t *testing.T) {
	for text, want := range map[string]string{
		"":               "",
		"Navidad":        "Navidad",
		"=1+1":           "'=1+1",
		"+52 33":         "'+52 33",
		"-1":             "-1",
		"-1,234.50":      "-1,234.50",
		"-$1,234.50":     "-$1,234.50",
		"-6%":            "-6%",
		"-.5":            "'-.5",
		"-1,23":          "'-1,23",
		"-1+2":           "'-1+2",
		"--1":            "'--1",
		"-":              "'-",
		"-A1":            "'-A1",
		"1=1":            "1=1",
		"＝1+1":           "'＝1+1",
		"＋1":             "'＋1",
		"－1":             "'－1",
		"＠SUM(A1)":       "'＠SUM(A1)",
		"\uFEFF=1+1":     "'\uFEFF=1+1",
		" =1":            "' =1",
		"\u00a0\u200b@x": "'\u00a0\u200b@x",
		"\u202e=1":       "'\u202e=1",
		"\x00=1":         "'\x00=1",
		" -5":            "' -5",
		"@SUM(A1)":       "'@SUM(A1)",
		"\t=1":           "'\t=1",
		"\r=1":           "'\r=1",
		"Día, \"Feast\"": "Día, \"Feast\"",
	} {
		assert.Equal(t, want, cell(text))
	}
}

// No cell is a formula, and only an apostrophe is added to one.
func FuzzCell(f *testing.F) {
	for _, s := range []string{"", "=1", "-1", "-1,234.50", "\uFEFF=x", " \t\r@", "\u200b\u202e＝", "\xff=1", "'=1", "-1-1"} {
		f.Add(s)
	}
	number := regexp.MustCompile(`^-\$?[0-9][0-9,]*(\.[0-9]+)?%?$`)
	f.Fuzz(func(t *testing.T, s string) {
		got := cell(s)
		require.True(t, got == s || got == "'"+s)
		first := strings.TrimLeftFunc(got, func(r rune) bool {
			return unicode.IsSpace(r) || !unicode.IsGraphic(r)
		})
		if strings.HasPrefix(first, "-") {
			assert.Regexp(t, number, got)
		}
		for _, sign := range []string{"=", "+", "@", "＝", "＋", "－", "＠"} {
			assert.False(t, strings.HasPrefix(first, sign), "%q", got)
		}
		if number.MatchString(s) && !strings.Contains(s, ",") {
			assert.Equal(t, s, got)
		}
	})
}
