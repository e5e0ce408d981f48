package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa"
)

// Each command that writes a document writes the same bytes to a file as to standard output.
func TestOutputFiles(t *testing.T) {
	plan := file(t, blocking)
	for _, args := range [][]string{
		{"report", plan, "-today", "2027-03-15"},
		{"new", "-id", "p", "-year", "2027"},
		{"calendar", "-profile", "lft", "-from", "2027"},
		{"calendar", "-profile", "lft", "-from", "2027", "-format", "json"},
		{"calendar", "-profile", "lft", "-from", "2027", "-format", "text"},
		{"calendar", "-profile", "lft", "-from", "2027", "-format", "ics", "-stamp", "2026-11-22"},
		{"deadlines", "2027", "-format", "ics", "-stamp", "2026-11-22"},
		{"deadlines", "2027"},
	} {
		folder := t.TempDir()
		out := filepath.Join(folder, "salida")
		_, printed, _ := tool("", args...)
		require.NotEmpty(t, printed)
		for range 2 { // again: a file with the same content is no obstacle
			status, stdout, stderr := tool("", append(args, "-o", out)...)
			require.Equal(t, clean, status, "%q: %s", args, stderr)
			assert.Empty(t, stdout)
		}
		written, err := os.ReadFile(out)
		require.NoError(t, err)
		assert.Equal(t, printed, string(written), "%q", args)
		entries, err := os.ReadDir(folder)
		require.NoError(t, err)
		assert.Len(t, entries, 1, "%q leaves other files", args)

		status, _, stderr := tool("", append(args, "-o", filepath.Join(folder, "no", "such"))...)
		assert.Equal(t, failed, status)
		assert.Contains(t, stderr, filepath.Join("no", "such"))
		status, _, stderr = tool("", append(args, "-o", folder, "-lang", "en")...)
		assert.Equal(t, failed, status)
		assert.Contains(t, stderr, "is a folder")
		_, help, _ := tool("", "help", args[0], "-lang", "en")
		assert.Contains(t, help, "-o OUT")
	}
}

// A plan is never replaced; another file is, except by new.
func TestOutputDoesNotReplacePlans(t *testing.T) {
	for _, c := range []struct {
		before   string
		args     []string
		replaced bool
	}{
		{blocking, []string{"calendar", "-format", "json"}, false},
		{"\uFEFF" + blocking, []string{"deadlines", "2027"}, false},
		{blocking, []string{"report", sample}, false},
		{blocking, []string{"new"}, false},
		{"notas", []string{"new"}, false},
		{"", []string{"new"}, false},
		{"notas", []string{"calendar"}, true},
		{"<html>", []string{"report", sample}, true},
		{`{"name":"x"}`, []string{"deadlines", "2027", "-format", "json"}, true},
	} {
		out := file(t, c.before)
		require.NoError(t, os.Chmod(out, 0o600))
		status, stdout, stderr := tool("", append(c.args, "-o", out)...)
		assert.Empty(t, stdout)
		after, err := os.ReadFile(out)
		require.NoError(t, err)
		assert.Equal(t, c.replaced, status == clean, "%q: %s", c.args, stderr)
		assert.Equal(t, c.replaced, string(after) != c.before, "%q", c.args)
		info, err := os.Stat(out)
		require.NoError(t, err)
		assert.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "the permissions are kept")
	}
}

func TestOutputThroughALink(t *testing.T) {
	folder := t.TempDir()
	target, link := filepath.Join(folder, "real.csv"), filepath.Join(folder, "link.csv")
	require.NoError(t, os.WriteFile(target, []byte("viejo"), 0o644))
	require.NoError(t, os.Symlink(target, link))
	status, _, stderr := tool("", "calendar", "-o", link)
	require.Equal(t, clean, status, stderr)
	info, err := os.Lstat(link)
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeSymlink, "the link remains")
	data, err := os.ReadFile(target)
	require.NoError(t, err)
	assert.True(t, bytes.HasPrefix(data, []byte("\xEF\xBB\xBFdate,")))
}

// Files that are no plans are named as what they are, and a byte order mark is none of them.
func TestFilesOfOtherKinds(t *testing.T) {
	status, _, stderr := tool("\uFEFF"+blocking, "check", "-", "-today", "2027-03-15")
	assert.Equal(t, blocked, status, stderr)
	utf16 := func(s string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteByte(byte(r))
			b.WriteByte(byte(r >> 8))
		}
		return b.String()
	}
	for _, c := range []struct{ name, data, es, en string }{
		{"UTF-16", utf16("\uFEFF" + `{"schema":1}`), "UTF-16", "use -o instead of"},
		{"UTF-16 without a mark", utf16(`{"schema":1}`), "UTF-16", "UTF-16"},
		{"Excel", "PK\x03\x04xl/workbook.xml", "Excel", "Excel"},
		{"ZIP", "PK\x03\x04plan", "ZIP", "ZIP"},
		{"gzip", "\x1F\x8B\x08\x00", "gzip", "gzip"},
		{"PDF", "%PDF-1.7", "PDF", "PDF"},
		{"HTML", "<!doctype html>", "HTML", "HTML"},
		{"empty", "", "vacío", "empty"},
		{"CSV", "clave;nombre\r\n", "es texto", "is text"},
		{"another program", `{"name":"x"}`, "otro programa", "another program"},
		{"date", `{"schema":1,"id":"p","fiscalYear":2027,"closes":[{"id":"c","date":"01/01/2027"}]}`, "2027-01-01", "2027-01-01"},
	} {
		for _, args := range [][]string{{"check", "-"}, {"report", "-"}} {
			status, stdout, stderr := tool(c.data, args...)
			assert.Equal(t, failed, status, c.name)
			assert.Empty(t, stdout)
			assert.Contains(t, stderr, c.es, c.name)
			assert.NotContains(t, stderr, "dañado", c.name)
			assert.NotContains(t, stderr, "exista", c.name)
			_, _, stderr = tool(c.data, append(args, "-lang", "en")...)
			assert.Contains(t, stderr, c.en, c.name)
		}
		status, _, stderr := tool(c.data, "days", "-plan", "-", "2027-01-01", "2027-01-02")
		assert.Equal(t, failed, status, c.name)
		assert.Contains(t, stderr, c.es, c.name)
	}
}

// hostile is a plan whose every text of the office has characters that a terminal obeys,
// and a long word. Its own day begins like a formula.
func hostile(t *testing.T) string {
	t.Helper()
	const bad = "\u001b[31m\u0007\u202e\u2066\u009b "
	text, err := json.Marshal(bad + strings.Repeat("x", 30_000))
	require.NoError(t, err)
	formula, err := json.Marshal("＝1+1\r\n" + bad)
	require.NoError(t, err)
	return `{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco","title":` + string(text) + `,
"office":{"name":` + string(text) + `,"municipality":` + string(text) + `},
"ownDays":[{"id":"f","kind":"local-day","name":` + string(formula) + `,"span":{"start":"2027-05-13","end":"2027-05-14"},"document":` + string(text) + `},
{"id":"m","kind":"moved-day","span":{"start":"2027-09-28","end":"2027-09-28"},"instead":"2027-09-27","reason":` + string(text) + `,"document":` + string(text) + `}],
"activities":[{"id":"a","name":` + string(text) + `,"span":{"start":"2027-03-15","end":"2027-03-01"}}]}`
}

// Nothing that the tool prints has a character that a terminal obeys, and no line of its
// lists is wide.
func TestOutputIsSafe(t *testing.T) {
	plan := file(t, hostile(t))
	for _, args := range [][]string{
		{"check", plan},
		{"report", plan},
		{"calendar", "-plan", plan, "-from", "2027", "-civic"},
		{"calendar", "-plan", plan, "-from", "2027", "-format", "json"},
		{"calendar", "-plan", plan, "-from", "2027", "-format", "text"},
		{"calendar", "-plan", plan, "-from", "2027", "-format", "ics"},
		{"days", "-plan", plan, "2027-05-01", "2027-05-31"},
		{"explain", "-plan", plan, "2027-05-13"},
		{"explain", "-plan", plan, "2027-09-27"},
		{"new", "-office", "\x1b[31m\u202e\u0085"},
		{"check", "no\x1b[31m\u202e\x9b.json"},
		{"check", plan, "-\x1b[31m"},
		{"\x1b[31m"},
		{"days", "\x1b[31m", "\u202e"},
		{"report", plan, "-o", "no/\x1b\u202e/x"},
	} {
		_, stdout, stderr := tool("", args...)
		require.NotEmpty(t, stdout+stderr, "%q", args)
		require.True(t, utf8.ValidString(stdout+stderr))
		for _, l := range strings.Split(stdout+stderr, "\n") {
			l = strings.TrimSuffix(l, "\r")
			i := strings.IndexFunc(l, func(r rune) bool {
				return unicode.IsControl(r) && r != '\t' || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
			})
			assert.Equal(t, -1, i, "%q prints %.80q", args, l)
			if args[0] == "check" || args[0] == "explain" || args[len(args)-1] == "text" {
				assert.Less(t, utf8.RuneCountInString(l), 2000, "%q", args)
			}
		}
	}
	_, stdout, _ := tool("", "calendar", "-plan", plan, "-from", "2027")
	rows, err := readCSV(stdout)
	require.NoError(t, err)
	found := false
	for _, row := range rows {
		found = found || row[1] == "f" && row[2] == `'＝1+1 \u001b[31m\u0007\u202e\u2066\u009b`
	}
	assert.True(t, found, "the formula is text")
	_, stdout, _ = tool("", "new", "-office", "\x1b\u202e", "-id", "x")
	doc, err := poa.DecodeDocument([]byte(stdout))
	require.NoError(t, err)
	assert.Equal(t, "\x1b\u202e", doc.Office.Name, "the document is as given")
}

// A plan without a year, a calendar or both can be printed by every command, or is an error.
func TestPlansWithoutACalendar(t *testing.T) {
	for _, head := range []string{
		`"fiscalYear":2027`, `"fiscalYear":2027,"calendar":""`, `"fiscalYear":2027,"calendar":"marte"`, `"fiscalYear":2027,"calendar":"jalisco + marte"`,
		`"calendar":"jalisco"`, `"fiscalYear":0`, `"fiscalYear":-1,"calendar":"jalisco"`, `"fiscalYear":99999,"calendar":"jalisco"`, `"fiscalYear":9999,"calendar":"lft"`,
		`"fiscalYear":1,"calendar":"lft"`, `"fiscalYear":2027,"calendar":"jalisco","workWeek":["monday","monday"]`,
	} {
		rest := `,"ownDays":[{"id":"v","kind":"vacation","span":{"start":"2027-12-20","end":"2028-01-05"}}],
"periods":[{"id":"q","name":"Todo","span":{"start":"2027-01-01","end":"2027-12-31"}},{"id":"r"}],"posts":[{"id":"d"}],
"activities":[{"id":"a","period":"q","span":{"start":"2027-03-15","end":"2027-03-01"}},{"id":"b"}],
"campaigns":[{"id":"c","span":{"start":"2027-03-15","end":"2027-06-01"},"media":[{"id":"m"}]}],
"funds":[{"id":"f"}],"lines":[{"id":"l"}],"indicators":[{"id":"i","variables":[{"id":"x"}],"targets":[{"id":"t"}]}],
"evaluations":[{"id":"e"}],"reports":[{"id":"s"}],"commitments":[{"id":"k"}],"administrations":[{"id":"w"}]}`
		document := `{"schema":1,"id":"p",` + head + rest
		for _, args := range [][]string{
			{"check", "-"},
			{"check", "-", "-today", "0001-01-01"},
			{"check", "-", "-today", "2099-12-31"},
			{"report", "-"},
			{"report", "-", "-today", "2028-12-31", "-lang", "en"},
			{"calendar", "-plan", "-", "-from", "2027"},
			{"calendar", "-plan", "-", "-from", "9999", "-format", "ics", "-civic"},
			{"calendar", "-plan", "-", "-format", "text"},
			{"days", "-plan", "-", "2027-01-01", "2027-12-31"},
			{"explain", "-plan", "-", "2027-03-15"},
			{"explain", "-plan", "-", "9999-12-31"},
		} {
			require.NotPanics(t, func() {
				status, stdout, stderr := tool(document, args...)
				if args[0] == "check" || args[0] == "report" {
					assert.NotEqual(t, failed, status, "%s %q: %s", head, args, stderr)
					assert.NotEmpty(t, stdout)
				} else {
					assert.True(t, status == clean || strings.Contains(stderr, "no tiene un año y un calendario válidos"), "%s %q: %s", head, args, stderr)
				}
			}, "%s %q", head, args)
		}
	}
}

// The list with commemorations has every day off that is taken, and no day that is worked.
func TestCommemorationsOfAPlan(t *testing.T) {
	plan := planWithOwnDays(t)
	days := func(args ...string) map[string]bool {
		set := map[string]bool{}
		for _, row := range daysOff(t, append(args, "-plan", plan, "-from", "2027")...) {
			set[row[0]+" "+row[1]] = true
		}
		return set
	}
	off, all := days(), days("-civic")
	for day := range off {
		assert.True(t, all[day], day)
	}
	assert.True(t, all["2027-09-27 puente"] && all["2027-03-21 civic-juarez"] && all["2027-03-24 santo"])
	assert.False(t, all["2027-09-28 puente"] || all["2027-09-28 public-servant"] || all["2027-06-13 domingo"])
}

// Two plans do not share an event, and a vacation is one.
func TestFeedOfAPlan(t *testing.T) {
	feed := func(id, start string) []string {
		plan := file(t, `{"schema":1,"id":"`+id+`","fiscalYear":2027,"office":{"municipality":"`+id+`"},"calendar":"jalisco + bancos","ownDays":[
{"id":"feria","kind":"local-day","name":"Feria","span":{"start":"`+start+`","end":"`+start+`"},"document":"Acuerdo"},
{"id":"invierno","kind":"vacation","span":{"start":"2027-12-20","end":"2027-12-31"},"document":"Acuerdo"}]}`)
		status, stdout, stderr := tool("", "calendar", "-plan", plan, "-from", "2027", "-format", "ics", "-stamp", "2026-11-22")
		require.Equal(t, clean, status, stderr)
		assert.Equal(t, 1, strings.Count(stdout, "SUMMARY:Año Nuevo\r\n"))
		assert.Equal(t, strings.Count(stdout, "BEGIN:VEVENT"), strings.Count(stdout, "\r\nSEQUENCE:20779\r\n"), "the days from 1970 to the stamp")
		assert.Contains(t, stdout, "\r\nX-WR-CALNAME:"+id+" · ")
		var uids []string
		for _, l := range strings.Split(strings.ReplaceAll(stdout, "\r\n ", ""), "\r\n") {
			if uid, ok := strings.CutPrefix(l, "UID:"); ok {
				uids = append(uids, uid)
			}
		}
		return uids
	}
	a, moved, b := feed("tonaya", "2027-05-13"), feed("tonaya", "2027-05-14"), feed("valle", "2027-05-13")
	assert.ElementsMatch(t, a, moved)
	assert.Contains(t, a, "feria.2027.1@tonaya.calendar.rumbo-mx")
	assert.Contains(t, a, "invierno.2027.1@tonaya.calendar.rumbo-mx")
	for _, uid := range b {
		assert.NotContains(t, a, uid)
	}
	_, stdout, _ := tool("", "calendar", "-format", "ics", "-revision", "7")
	assert.Contains(t, stdout, "\r\nSEQUENCE:7\r\n")
	status, _, stderr := tool("", "calendar", "-format", "ics", "-revision", "-7")
	assert.Equal(t, failed, status)
	assert.Contains(t, stderr, "de 0 en adelante")
}
