package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	spanish = regexp.MustCompile(`(?i)\b(el|la|los|las|una|con|sin|para|que|fecha|archivo|escriba|Uso|opciones|nota|entrada|Consulte|falta|vea)\b|[¿¡]`)
	english = regexp.MustCompile(`(?i)\b(the|of|and|with|write|default|usage|flags|note|see|must|needs|file|cannot|invalid|unknown|is)\b`)
)

// mixed returns what is not in the language of the output: words of the other one, without
// what the user typed and the names of things.
func mixed(language, text string) string {
	for _, name := range []string{"“[^”]*”", `"[^"]*"`, "unknown-field", `-[a-z]+`, `/tmp/\S*`, `[a-z]+\.json`, `hoy`, "[a-z]+(-[a-z]+)+", "poa help [a-z]+"} {
		text = regexp.MustCompile(name).ReplaceAllString(text, "")
	}
	if language == "en" {
		return spanish.FindString(text)
	}
	return english.FindString(text)
}

// Usage, help, notes and errors are in the language of -lang, wherever it is in the command
// line, and in Spanish without it.
func TestEverythingIsInOneLanguage(t *testing.T) {
	folder := t.TempDir()
	lines := [][]string{{}, {"help"}, {"-h"}, {"help", "help"}, {"help", "x"}, {"chek"}, {"-x"}}
	for _, c := range commands() {
		lines = append(lines, []string{c.name, "-h"}, []string{"help", c.name}, []string{c.name, "-nope=1", "x"}, []string{c.name, "a", "b", "c"})
		if c.operands.es != "" {
			lines = append(lines, []string{c.name})
		}
	}
	lines = append(lines,
		[]string{"check", "no-such.json"}, []string{"check", folder}, []string{"check", sample, "-today", "31/02/2027"}, []string{"check", sample, "-today"},
		[]string{"check", "testdata/bad/unknown-field.json"}, []string{"check", "testdata/bad/syntax.json"},
		[]string{"report", sample, "-o", sample}, []string{"report", sample, "-o", filepath.Join(folder, "no", "x.html")}, []string{"report", sample, "-o", folder},
		[]string{"calendar", "-from", "27"}, []string{"calendar", "-from", "2028", "-to", "2027"}, []string{"calendar", "-profile", "sonora"},
		[]string{"calendar", "-profile", "jalisco +"}, []string{"calendar", "-format", "xml"}, []string{"calendar", "-civic=x"}, []string{"calendar", "-revision", "x"},
		[]string{"calendar", "-plan", "no-such.json"}, []string{"calendar", "-plan", sample, "-profile", "lft"}, []string{"calendar", "-stamp", "x"},
		[]string{"days", "2027-12-31", "2027-01-01"}, []string{"days", "32/01/2027", "2027-01-01"}, []string{"days", "-profile", "bancos", "2027-01-01", "2027-12-31"},
		[]string{"days", "-profile", "jalisco", "2026-06-01", "2026-06-30"}, []string{"explain", "15/13/2027"},
		[]string{"deadlines", "27"}, []string{"deadlines", "x"}, []string{"deadlines", "1950"}, []string{"deadlines", "2027", "-roll", "x"},
		[]string{"read", "1"}, []string{"read", "-as", "x", "1"}, []string{"read", "-as", "date", "x"}, []string{"read", "-as", "rule", "05-12"},
		[]string{"read", "-as", "formula", "-let", "A", "A"}, []string{"read", "-as", "formula", "-let", "A=x", "A"}, []string{"read", "-as", "formula", "-let", "A=5%", "A"},
		[]string{"read", "-as", "formula", "A"}, []string{"read", "-as", "money", ""},
		[]string{"new", "-kind", "foo"}, []string{"new", "-inegi", "abc"}, []string{"new", "-inegi", "1001"}, []string{"new", "-inegi", "99999"}, []string{"new", "-id", "a b"}, []string{"new", "-year", "27"},
		[]string{"new", "-o", "testdata/bad/syntax.json"},
	)
	for _, args := range lines {
		for language, languageArgs := range map[string][]string{"es": {"-lang", "es"}, "en": {"-lang=en"}} {
			_, stdout, stderr := tool("", append(append([]string(nil), languageArgs...), args...)...)
			text := stderr
			if len(args) == 0 || args[0] == "help" || strings.HasPrefix(args[len(args)-1], "-h") {
				text += stdout
			}
			require.NotEmpty(t, text, "%q", args)
			assert.Empty(t, mixed(language, text), "%q: %s", args, text)
			if language == "es" {
				_, otherOut, other := tool("", args...)
				assert.Equal(t, stdout+stderr, otherOut+other, "Spanish is the default: %q", args)
			} else if len(args) > 0 && !strings.HasPrefix(args[0], "-") && args[len(args)-1] != "-today" {
				_, otherOut, other := tool("", append(append([]string(nil), args...), "-lang", "en")...)
				assert.Equal(t, stdout+stderr, otherOut+other, "the place of -lang: %q", args)
			}
		}
	}
}

// A flag -lang without a language, or with another one, is refused.
func TestLanguageIsRefused(t *testing.T) {
	for _, args := range [][]string{{"-lang"}, {"-lang", "fr", "help"}, {"help", "-lang=fr"}, {"days", "-lang", "fr", "2027-01-01", "2027-01-02"}, {"check", "-lang"}} {
		status, stdout, stderr := tool("", args...)
		assert.Equal(t, failed, status, "%q", args)
		assert.Empty(t, stdout)
		assert.Contains(t, stderr, "-lang", "%q", args)
	}
	status, _, stderr := tool("", "read", "-as", "money", "--", "-lang", "en")
	assert.Equal(t, blocked, status)
	assert.Contains(t, stderr, "no es un importe", "what follows -- is no flag")
}

// Every flag and operand that is a date reads what people write, and says what is wrong.
func TestDatesOfTheCommandLine(t *testing.T) {
	uses := map[string]func(date string) []string{
		"explain":  func(d string) []string { return []string{"explain", "-profile", "lft", d} },
		"days":     func(d string) []string { return []string{"days", "-profile", "lft", d, d} },
		"-today":   func(d string) []string { return []string{"check", sample, "-today", d} },
		"-report":  func(d string) []string { return []string{"report", sample, "-today", d} },
		"-near":    func(d string) []string { return []string{"read", "-as", "date", "-near", d, "hoy"} },
		"-stamp":   func(d string) []string { return []string{"calendar", "-from", "2027", "-format", "ics", "-stamp", d} },
		"-stamp 2": func(d string) []string { return []string{"deadlines", "2027", "-format", "ics", "-stamp", d} },
	}
	for name, args := range uses {
		_, want, _ := tool("", args("2027-03-15")...)
		require.NotEmpty(t, want, name)
		for _, text := range []string{"15/03/2027", "15-03-2027", "15 de marzo de 2027", "March 15, 2027", "lunes 15 de marzo de 2027", "20270315"} {
			_, got, stderr := tool("", args(text)...)
			assert.Equal(t, want, got, "%s %s: %s", name, text, stderr)
		}
		for text, reason := range map[string]string{"31/02/2027": "no existe en el calendario", "03/15/2027": "no hay mes 15", "ayer no": "no es una fecha", "martes 15/03/2027": "es lunes"} {
			status, stdout, stderr := tool("", args(text)...)
			assert.Equal(t, failed, status, "%s %s", name, text)
			assert.Empty(t, stdout)
			assert.Contains(t, stderr, "“"+text+"”", name)
			assert.Contains(t, stderr, reason, name)
		}
	}
}

// A year has four digits; one without deadlines is refused too.
func TestYearsOfTheCommandLine(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"deadlines 27", "¿es 2027?"},
		{"calendar -from 27", "¿es 2027?"},
		{"calendar -to 30", "¿es 2030?"},
		{"new -year 27", "¿es 2027?"},
		{"deadlines 127", "cuatro cifras"},
		{"deadlines 20270", "cuatro cifras"},
		{"deadlines 0000", "cuatro cifras"},
		{"deadlines -1", "no se conoce la opción -1"},
		{"deadlines 0027", "de 2"},
		{"deadlines 1950", "no hay plazos legales de 1950"},
	} {
		status, stdout, stderr := tool("", strings.Fields(c.args)...)
		assert.Equal(t, failed, status, c.args)
		assert.Empty(t, stdout, c.args)
		assert.Contains(t, stderr, c.want, c.args)
	}
}

// The INEGI code of no municipality is refused, with the one that may be meant.
func TestNewChecksTheINEGICode(t *testing.T) {
	for code, want := range map[string]string{
		"1001": "¿es 01001, Aguascalientes", "abc": "cinco cifras", "99999": "ningún municipio", "141121": "cinco cifras", "14 112": "¿es 14112",
	} {
		status, stdout, stderr := tool("", "new", "-inegi", code)
		assert.Equal(t, failed, status, code)
		assert.Empty(t, stdout)
		assert.Contains(t, stderr, want, code)
	}
	status, stdout, stderr := tool("", "new", "-inegi", "01001")
	require.Equal(t, clean, status, stderr)
	assert.Contains(t, stdout, `"01001"`)
	assert.Contains(t, stdout, `"calendar": "lft"`, "no profile is of Aguascalientes")
}

// The finding on a plan without a calendar offers one.
func TestCheckOffersACalendar(t *testing.T) {
	for state, want := range map[string]string{"Jalisco": "Usar el calendario “Servidores públicos de Jalisco", "Sonora": "Usar el calendario “Ley Federal del Trabajo", "": "Usar el calendario “Ley Federal del Trabajo"} {
		status, stdout, _ := tool(`{"schema":1,"id":"p","fiscalYear":2027,"office":{"name":"x","state":"`+state+`"}}`, "check", "-", "-today", "2027-01-11")
		assert.Equal(t, blocked, status)
		assert.Contains(t, stdout, "→ "+want, state)
	}
}

// Errors of files are sentences with the path, not those of the system.
func TestErrorsOfFiles(t *testing.T) {
	folder := t.TempDir()
	plan := filepath.Join(folder, "plan.json")
	require.NoError(t, os.WriteFile(plan, []byte(blocking), 0o644))
	raw := regexp.MustCompile(`no such file|permission denied|is a directory|not a directory|no space left on device|too long|open /|stat /|write /|rename|file name`)
	for _, c := range []struct {
		args         []string
		name, es, en string
	}{
		{[]string{"check", filepath.Join(folder, "no.json")}, "no.json", "no existe el archivo", "there is no file"},
		{[]string{"check", folder}, folder, "es una carpeta", "is a folder"},
		{[]string{"check", filepath.Join(plan, "x.json")}, "x.json", "una parte de la ruta es un archivo", "a part of its path is a file"},
		{[]string{"check", filepath.Join(folder, strings.Repeat("a", 400))}, "aaa", "es demasiado largo", "name"},
		{[]string{"calendar", "-plan", filepath.Join(folder, "no.json")}, "no.json", "no existe el archivo", "there is no file"},
		{[]string{"report", plan, "-o", filepath.Join(folder, "no", "x.html")}, "x.html", "no existe la carpeta de", "the folder of"},
		{[]string{"report", plan, "-o", filepath.Join(plan, "x.html")}, "x.html", "una parte de la ruta es un archivo", "a part of its path is a file"},
		{[]string{"report", plan, "-o", folder}, folder, "es una carpeta", "is a folder"},
	} {
		for language, want := range map[string]string{"es": c.es, "en": c.en} {
			status, stdout, stderr := tool("", append(c.args, "-lang", language)...)
			assert.Equal(t, failed, status, "%q", c.args)
			assert.Empty(t, stdout)
			assert.Contains(t, stderr, c.name)
			assert.Contains(t, stderr, want)
			if language == "es" {
				assert.Empty(t, raw.FindString(stderr), stderr)
			}
		}
	}
	for _, c := range []struct {
		err    error
		es, en string
	}{
		{syscall.ENOSPC, "no se pudo escribir en x: ya no hay espacio en el disco", "x cannot be written: there is no space left on the disk"},
		{syscall.EACCES, "no tiene permiso para escribir en x", "you have no permission to write x"},
		{syscall.EROFS, "no se pudo escribir en x: el disco es de solo lectura", "x cannot be written: the disk is read-only"},
		{errors.New("boom"), "no se pudo escribir en x (boom)", "x cannot be written (boom)"},
	} {
		for _, err := range []error{&fileError{"x", true, c.err}, &fs.PathError{Op: "write", Path: "x", Err: c.err}, &os.LinkError{Op: "rename", Old: "y", New: "x", Err: c.err}} {
			assert.Equal(t, c.es, language("es-MX").sentence(err))
			assert.Equal(t, c.en, language("en").sentence(err))
		}
	}
	if runtime.GOOS == "linux" && os.Getuid() != 0 {
		require.NoError(t, os.Chmod(plan, 0))
		_, _, stderr := tool("", "check", plan)
		assert.Contains(t, stderr, "no tiene permiso para leer "+plan)
	}
	if _, err := os.Stat("/dev/full"); err == nil {
		_, _, stderr := tool("", "calendar", "-from", "2027", "-o", "/dev/full")
		assert.Contains(t, stderr, "/dev/full: ya no hay espacio")
	}
}

// Up to 20 unknown fields of a document are listed, and the first other error.
func TestCheckTellsAllUnknownFields(t *testing.T) {
	status, stdout, stderr := tool("\uFEFF"+`{"schema":1,"id":"p","fiscalYear":2027,"uno":1,
"office":{"name":"x", "dos" : {"a":[1,"}"]} },
"activities":[{"tres":null,"id":"a"},{"id":"b","cuatro":"x,"}],
"cinco":[]}`, "check", "-")
	assert.Equal(t, failed, status)
	assert.Empty(t, stdout)
	lines := strings.Split(strings.TrimSpace(stderr), "\n")
	require.Len(t, lines, 5, stderr)
	for i, want := range []string{":1:", ":2:", ":3:", ":3:", ":4:1: unknown-field en cinco"} {
		assert.True(t, strings.HasPrefix(lines[i], "poa check: entrada estándar"+want), lines[i])
	}
	for i, name := range []string{"uno", "dos", "tres", "cuatro", "cinco"} {
		assert.Contains(t, lines[i], "“"+name+"”")
	}

	_, _, stderr = tool(`{"schema":1,"id":"p","x":1,"fiscalYear":"MMXXVII","y":2}`, "check", "-")
	assert.Equal(t, 2, strings.Count(stderr, "\n"), "an unknown field and another error: %s", stderr)
	assert.Contains(t, stderr, "wrong-type")

	many := strings.Builder{}
	for i := range 100 {
		many.WriteString(`,"x` + strings.Repeat("a", i+1) + `":1`)
	}
	_, _, stderr = tool(`{"schema":1,"id":"p"`+many.String()+`}`, "check", "-", "-lang", "en")
	assert.Equal(t, maxUnknown+1, strings.Count(stderr, "\n"))
	assert.Contains(t, stderr, "there are more errors")
}

// An invisible character in a text of a plan is shown as its code.
func TestInvisibleCharacters(t *testing.T) {
	plan := file(t, `{"schema":1,"id":"p","fiscalYear":2027,"calendar":"lft","ownDays":[{"id":"d","kind":"local-day","name":"Fies\ufeffta\u200bs","span":{"start":"2027-05-13","end":"2027-05-13"}}]}`)
	for _, format := range []string{"text", "csv", "json"} {
		_, stdout, _ := tool("", "calendar", "-plan", plan, "-from", "2027", "-format", format)
		assert.Contains(t, stdout, `Fies\ufeffta\u200bs`, format)
		assert.NotContains(t, strings.TrimPrefix(stdout, "\uFEFF"), "\uFEFF", format)
	}
}
