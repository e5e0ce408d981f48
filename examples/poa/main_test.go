package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// sample is the complete plan of the repository, which has no blocking finding.
const sample = "../valledejuarez/plan.json"

// blocking is a plan with one blocking finding: an activity that ends before it starts.
// Its name has an escape sequence for terminals.
const blocking = `{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco",
"periods":[{"id":"q1","name":"Todo","span":{"start":"2027-01-01","end":"2027-12-31"}}],
"posts":[{"id":"d","name":"Directora"}],
"activities":[{"id":"gaceta","name":"Gaceta \u001b[31m<b>","period":"q1","responsible":"d","unit":"número",
"targets":["0","0","1","0","0","0","0","0","0","0","0","0"],"span":{"start":"2027-03-15","end":"2027-03-01"}}]}`

// tool runs the command line and returns its exit status and its output.
func tool(stdin string, args ...string) (status int, stdout, stderr string) {
	var out, diagnostics bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &diagnostics)
	return status, out.String(), diagnostics.String()
}

// file writes text to a temporary file and returns its name.
func file(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "plan.json")
	require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
	return name
}

func TestRun(t *testing.T) {
	for _, c := range []struct {
		name   string
		stdin  string
		args   []string
		status int
		stdout []string // the substrings expected; nil means no output
		stderr []string
	}{
		{"no command", "", []string{"-lang", "en"}, 2, nil, []string{"no command", "check", "calendar"}},
		{"unknown command", "", []string{"chek"}, 2, nil, []string{`"chek"`, "check"}},
		{"help", "", []string{"-lang", "en", "help"}, 0, []string{"check", "report", "calendar", "days", "explain", "deadlines", "read", "new", "Exit status"}, nil},
		{"help by flag", "", []string{"-lang", "en", "--help"}, 0, []string{"Usage: poa COMMAND"}, nil},
		{"help of help", "", []string{"-lang", "en", "help", "help"}, 0, []string{"Usage: poa COMMAND"}, nil},
		{"help of a command", "", []string{"-lang", "en", "help", "days"}, 0, []string{"Usage: poa days [flags] FROM TO", "-profile"}, nil},
		{"help of an unknown command", "", []string{"help", "x"}, 2, nil, []string{`"x"`}},
		{"-h", "", []string{"check", "-h", "-lang", "en"}, 0, []string{"Usage: poa check [flags] FILE", "-lang", "-today"}, nil},
		{"-h after an operand", "", []string{"-lang", "en", "report", "x", "-h"}, 0, []string{"Usage: poa report", "-o OUT"}, nil},

		{"check", "", []string{"check", "-today", "2027-03-15", sample}, 0, []string{"campaign.inside-blackout · campaigns[fiestas].span · LGCS art. 21 · proyectado", "0 impiden cerrar"}, nil},
		{"check in English", "", []string{"check", sample, "-lang=en", "-today=2027-03-15"}, 0, []string{"LGCS art. 21 · projected", "Warning: The campaign"}, nil},
		{"check finds a blocking finding", blocking, []string{"check", "-", "-today", "2027-03-15"}, 1, []string{`Gaceta \u001b[31m<b>`, "activity.end-before-start · activities[gaceta].span", "→", "1 impide cerrar"}, nil},
		{"check without a file", "", []string{"-lang", "en", "check"}, 2, nil, []string{"the command needs FILE", "poa help check"}},
		{"check of two files", "", []string{"-lang", "en", "check", "a", "b"}, 2, nil, []string{"the command needs FILE"}},
		{"check of a missing file", "", []string{"check", "no-such-file.json"}, 2, nil, []string{"no-such-file.json"}},
		{"check of a folder", "", []string{"-lang", "en", "check", "testdata"}, 2, nil, []string{"testdata is a folder"}},
		{"check of an empty input", "", []string{"-lang", "en", "check", "-"}, 2, nil, []string{"standard input:1:1: syntax"}},
		{"check on an empty day", "", []string{"check", "-today", "", sample}, 2, nil, []string{"-today"}},
		{"check on an invalid day", "", []string{"-lang", "en", "check", "-today", "2027-02-30", sample}, 2, nil, []string{`-today "2027-02-30"`, "28 February 2027"}},
		{"check in an unknown language", "", []string{"check", "-lang", "fr", sample}, 2, nil, []string{`"fr"`, "es-MX, en"}},
		{"an unknown flag", "", []string{"check", sample, "-strict"}, 2, nil, []string{"-strict", "poa help check"}},
		{"a file named like a flag", "", []string{"-lang", "en", "check", "--", "-today"}, 2, nil, []string{"there is no file -today"}},

		{"report", blocking, []string{"report", "-"}, 0, []string{"<!DOCTYPE html>", `lang="es-MX"`, "Gaceta ", "&lt;b&gt;"}, nil},
		{"report in English", blocking, []string{"report", "-o", "-", "-lang", "en-US", "-"}, 0, []string{`lang="en"`}, nil},
		{"report of an invalid plan", "{}", []string{"report", "-"}, 2, nil, []string{"missing-field"}},
		{"report to a missing folder", blocking, []string{"report", "-", "-o", "no/such/folder/x.html"}, 2, nil, []string{"no/such/folder"}},

		{"days", "", []string{"days", "-profile", "lft", "2027-01-01", "2027-12-31"}, 0, []string{"256\n"}, nil},
		{"days of Jalisco", "", []string{"days", "2027-09-01", "2027-09-30", "-profile=jalisco"}, 0, []string{"20\n"}, nil},
		{"one day, both ends included", "", []string{"days", "2027-03-16", "2027-03-16"}, 0, []string{"1\n"}, nil},
		{"days that are not verified", "", []string{"-lang", "en", "days", "-profile", "lft", "2076-01-01", "2076-12-31"}, 0, []string{"\n"}, []string{"note", "1970-05-01 to 2075-12-31"}},
		{"days of all years", "", []string{"-lang", "en", "days", "-profile", "lft", "0001-01-01", "9999-12-31"}, 0, []string{"\n"}, []string{"note"}},
		{"disputed days off", "", []string{"-lang", "en", "days", "2026-06-01", "2026-06-30", "-profile", "jalisco"}, 0, []string{"21\n"}, []string{"1 of the days off is not certain and may be a business day: 2026-06-08 (disputed)\n"}},
		{"projected days off", "", []string{"-lang", "en", "days", "2027-01-01", "2027-12-31", "-profile", "bancos"}, 0, []string{"253\n"}, []string{"2027-01-01 (projected), 2027-02-01 (projected)", ", …\n"}},
		{"days reversed", "", []string{"-lang", "en", "days", "2027-12-31", "2027-01-01"}, 2, nil, []string{"2027-12-31 is after 2027-01-01"}},
		{"days from an invalid day", "", []string{"-lang", "en", "days", "2027-13-01", "2027-12-31"}, 2, nil, []string{"“2027-13-01”"}},
		{"days without an end", "", []string{"-lang", "en", "days", "2027-01-01"}, 2, nil, []string{"FROM and TO"}},
		{"days of an unknown profile", "", []string{"days", "-profile", "banks", "2027-01-01", "2027-12-31"}, 2, nil, []string{`"banks"`, "jalisco, lft, apf, bancos, jalisco-federal"}},

		{"calendar reversed", "", []string{"-lang", "en", "calendar", "-from", "2030", "-to", "2027"}, 2, nil, []string{"-from 2030 is after -to 2027"}},
		{"calendar of year 0", "", []string{"-lang", "en", "calendar", "-from", "0"}, 2, nil, []string{`"0"`, "0001 to 9999"}},
		{"calendar of year 10000", "", []string{"-lang", "en", "calendar", "-from", "2027", "-to", "10000"}, 2, nil, []string{"0001 to 9999"}},
		{"calendar of an invalid year", "", []string{"calendar", "-from", "0x7eb"}, 2, nil, []string{`"0x7eb"`}},
		{"calendar of an empty profile", "", []string{"calendar", "-profile", ""}, 2, nil, []string{"jalisco, lft, apf, bancos, jalisco-federal"}},
		{"calendar in an unknown format", "", []string{"-lang", "en", "calendar", "-format", "xml"}, 2, nil, []string{`"xml"`, "csv, json, ics or text"}},
		{"calendar with an invalid stamp", "", []string{"-lang", "en", "calendar", "-format", "ics", "-stamp", "31/02/2027"}, 2, nil, []string{"“31/02/2027”"}},
		{"calendar of federal servants", "", []string{"calendar", "-profile", "apf", "-from", "2010"}, 0, []string{"2010-09-15,bicentenary,", "2010-09-17,bicentenary,"}, nil},
		{"calendar that is not verified", "", []string{"calendar", "-profile", "bancos", "-from", "2027"}, 0, []string{"2027-12-12,bank-employee,Día del Empleado Bancario,bank,", ",projected\r\n"}, []string{"2006-01-01 al 2026-12-31"}},
		{"calendar as text that is not verified", "", []string{"calendar", "-profile", "bancos", "-from", "2027", "-format", "text"}, 0, []string{"2027-12-12  domingo    Día del Empleado Bancario · Disposiciones CNBV, LIC art. 95 (proyectado) · sin verificar\n"}, []string{"nota: el calendario bancos"}},
		{"calendar as text", "", []string{"calendar", "-profile", "lft", "-from", "2027", "-format", "text", "-lang", "en"}, 0, []string{"2027-06-06  Sunday     Ordinary federal election day · LFT art. 74 fr. IX (projected)\n"}, nil},
		{"calendar with commemorations", "", []string{"calendar", "-profile", "lft", "-from", "2027", "-civic"}, 0, []string{"2027-03-21,civic-juarez,", ",civic,", "2027-03-15,juarez,"}, nil},
		{"calendar without commemorations", "", []string{"calendar", "-profile", "lft", "-from", "2027", "-civic=false", "-format", "text"}, 0, []string{"2027-03-15"}, nil},

		{"days of a weekend", "", []string{"days", "2027-03-20", "2027-03-21"}, 0, []string{"0\n"}, nil},

		{
			"explain a day off", "",
			[]string{"explain", "2027-06-06", "-profile", "lft"},
			0,
			[]string{"domingo 6 de junio de 2027", "No se labora: la semana descansa ese día; una norma o un acuerdo lo hace día de descanso", "LFT art. 74 fr. IX (proyectado)", "[projected]", "vigente desde 1987-12-23", "LGCS art. 21", "3 de febrero de 2027"},
			nil,
		},
		{
			"explain a commemoration", "",
			[]string{"explain", "2025-03-21", "-lang", "en", "-profile", "lft"},
			0,
			[]string{"Friday 21 March 2025", "Business day: a working day of the week that no rule makes a day off", "Birthday of Benito Juárez (Civic commemoration)"},
			nil,
		},
		{"explain an election that is no day off", "", []string{"explain", "2027-06-06", "-profile", "jalisco"}, 0, []string{"Jornada: Elección de diputaciones federales · LGIPE art. 22.1 (proyectado)\n", "El perfil no la tiene", "art. 22.2", "Elección judicial · CPEUM art. 96 (en disputa)"}, nil},
		{"explain an election before fraction IX", "", []string{"explain", "1985-07-07", "-profile", "lft", "-lang", "en"}, 0, []string{"Vote: Election of federal deputies · CPEUM art. 51\n  The profile has no day of rest for it.\n", "government advertising: known only for"}, nil},
		{"explain a weekend", "", []string{"explain", "2027-03-07", "-profile", "lft"}, 0, []string{"la semana descansa ese día", "Descanso semanal · LFT art. 69\n", "artículo 71"}, nil},
		{"explain a business day", "", []string{"explain", "2027-03-16"}, 0, []string{"Día hábil"}, nil},
		{"explain a day off by a single decree", "", []string{"explain", "-profile", "apf", "2010-09-17"}, 0, []string{"No se labora", "Decreto DOF 10-09-2010", "hasta 2010-12-31"}, nil},
		{"explain a disputed day", "", []string{"explain", "-profile", "jalisco", "-lang", "en", "2027-06-14"}, 0, []string{"[disputed]", "art. 38 (disputed)", "Note (in Spanish)"}, nil},
		{"explain a day that is not verified", "", []string{"explain", "-profile", "jalisco", "2005-05-05"}, 0, []string{"Día hábil", "Sin verificar"}, []string{"2007-01-01 al 2075-12-31"}},
		{"explain without a day", "", []string{"-lang", "en", "explain"}, 2, nil, []string{"the command needs DATE"}},
		{"explain an invalid day", "", []string{"-lang", "en", "explain", "2027-02-30"}, 2, nil, []string{"“2027-02-30”"}},
		{"explain in year 0", "", []string{"-lang", "en", "explain", "0000-01-01"}, 2, nil, []string{"“0000-01-01”"}},
		{"explain by an unknown profile", "", []string{"explain", "2027-06-06", "-profile", "cnbv"}, 2, nil, []string{`"cnbv"`, "apf, bancos"}},

		{"deadlines", "", []string{"deadlines", "2027"}, 0, []string{
			"date,key,name,binds,basis,status,business-day\r\n",
			"2027-01-15,federal-transfers-return,Reintegro a la TESOFE", ",treasury,LDF art. 17,sourced,2027-01-15\r\n",
			"2027-01-30,quarterly-statements-2026-12,", ",public-body,LGCG art. 51,sourced,2027-01-29\r\n",
		}, nil},
		{"deadlines rolled forward", "", []string{"deadlines", "2027", "-roll", "following", "-lang", "en", "-format", "text"}, 0, []string{"2027-01-30 → do it on 2027-02-02"}, nil},
		{"deadlines without a year", "", []string{"-lang", "en", "deadlines"}, 2, nil, []string{"the command needs YEAR"}},
		{"deadlines of year 0", "", []string{"-lang", "en", "deadlines", "0"}, 2, nil, []string{`"0": it is not a year`, "0001 to 9999"}},
		{"deadlines of year 10000", "", []string{"deadlines", "10000"}, 2, nil, []string{`"10000"`}},
		{"deadlines of an invalid year", "", []string{"deadlines", "dos mil"}, 2, nil, []string{`"dos mil"`}},
		{"deadlines by an unknown convention", "", []string{"deadlines", "2027", "-roll", "up"}, 2, nil, []string{`"up"`, "preceding"}},
		{"deadlines in an unknown format", "", []string{"deadlines", "2027", "-format", "pdf"}, 2, nil, []string{`"pdf"`}},
		{"calendar with an operand", "", []string{"calendar", "2027"}, 2, nil, []string{`"2027"`}},

		{"new with an invalid id", "", []string{"new", "-id", "mi plan"}, 2, nil, []string{"“mi plan”"}},
		{"new with an operand", "", []string{"new", "plan.json"}, 2, nil, []string{"plan.json"}},
		{"new with an invalid year", "", []string{"new", "-year", "MMXXVII"}, 2, nil, []string{"MMXXVII"}},
		{"new with invalid UTF-8", "", []string{"new", "-office", "Direcci\xf3n"}, 2, nil, []string{"UTF-8"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, stdout, stderr := tool(c.stdin, c.args...)
			assert.Equal(t, c.status, status, "exit status; %s", stderr)
			for _, want := range c.stdout {
				assert.Contains(t, stdout, want)
			}
			for _, want := range c.stderr {
				assert.Contains(t, stderr, want)
			}
			assert.Equal(t, len(c.stdout) > 0, stdout != "", "standard output: %q", stdout)
			assert.Equal(t, len(c.stderr) > 0, stderr != "", "standard error: %q", stderr)
			assert.NotContains(t, stdout+stderr, "\x1b", "the output has an escape sequence")
		})
	}
}

// Flags may come before, between or after the operands.
func TestOrderOfFlags(t *testing.T) {
	_, want, _ := tool("", "days", "-profile", "lft", "2027-01-01", "2027-12-31")
	for _, args := range [][]string{
		{"days", "2027-01-01", "-profile", "lft", "2027-12-31"},
		{"days", "2027-01-01", "2027-12-31", "-profile", "lft"},
		{"days", "-profile=lft", "--", "2027-01-01", "2027-12-31"},
	} {
		status, got, stderr := tool("", args...)
		assert.Equal(t, clean, status, stderr)
		assert.Equal(t, want, got, "%q", args)
	}
}

func TestReportToFile(t *testing.T) {
	plan, out := file(t, blocking), filepath.Join(t.TempDir(), "informe.html")
	status, stdout, stderr := tool("", "report", plan, "-o", out, "-today", "2027-03-15")
	require.Equal(t, clean, status, stderr)
	assert.Empty(t, stdout)
	page, err := os.ReadFile(out)
	require.NoError(t, err)
	_, printed, _ := tool("", "report", plan, "-today", "2027-03-15")
	assert.Equal(t, printed, string(page))

	status, _, stderr = tool("", "report", plan, "-o", plan, "-lang", "en")
	assert.Equal(t, failed, status)
	assert.Contains(t, stderr, "is the plan itself")
	after, err := os.ReadFile(plan)
	require.NoError(t, err)
	assert.Equal(t, blocking, string(after), "the plan was overwritten")
}

func TestNew(t *testing.T) {
	status, stdout, stderr := tool("", "new", "-year", "2027", "-id", "vj-2027", "-office", "Comunicación Social",
		"-municipality", "Valle de Juárez", "-state", "Jalisco", "-inegi", "14112", "-profile", "lft")
	require.Equal(t, clean, status, stderr)
	plan, err := poa.Open(mexico.Env(), []byte(stdout))
	require.NoError(t, err)
	doc := plan.View()
	assert.Equal(t, "vj-2027", doc.ID)
	assert.Equal(t, 2027, doc.FiscalYear)
	assert.Equal(t, poa.Office{Name: "Comunicación Social", Municipality: "Valle de Juárez", State: "Jalisco", INEGI: "14112"}, doc.Office)
	assert.Equal(t, "lft", doc.Calendar)
	assert.Equal(t, mexico.Env().Norm, doc.Norm)
	require.Len(t, doc.Periods, 4)
	assert.Equal(t, "Enero, febrero y marzo", doc.Periods[0].Name)
	assert.Equal(t, calendar.MustDate(2027, 12, 31), doc.Periods[3].Span.End)

	status, _, stderr = tool(stdout, "check", "-")
	assert.Equal(t, clean, status, stderr)
}

// The kind of office is that of -kind, by its key or its name; another one is refused with
// the known kinds.
func TestNewWithAKindOfOffice(t *testing.T) {
	for text, want := range map[string]string{"public-works": "public-works", "Obras públicas": "public-works", "Public works": "public-works"} {
		status, stdout, stderr := tool("", "new", "-year", "2027", "-office", "Obras", "-kind", text)
		require.Equal(t, clean, status, stderr)
		plan, err := poa.Open(mexico.Env(), []byte(stdout))
		require.NoError(t, err)
		assert.Equal(t, want, plan.View().Office.Kind)
	}
	for _, text := range []string{"foo", "obras", ""} {
		status, stdout, stderr := tool("", "new", "-kind", text)
		assert.Equal(t, failed, status)
		assert.Empty(t, stdout)
		assert.Contains(t, stderr, "public-works (Obras públicas)")
		assert.Equal(t, text == "obras", strings.Contains(stderr, "¿es public-works?"), stderr)
	}
}

// A plan without findings is not complete while something is missing.
func TestCheckSaysWhatIsMissing(t *testing.T) {
	_, text, _ := tool(`{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco","posts":[{"id":"j","name":"Jefa"}],`+
		`"activities":[{"id":"a","name":"Gaceta","responsible":"j","span":{"start":"2027-02-01","end":"2027-03-01"}}]}`, "check", "-", "-today", "2027-01-11")
	assert.Equal(t, "Sin observaciones: se revisaron fechas, responsables, metas, presupuesto, indicadores y campañas.\n"+
		"Al plan todavía le falta: misión, meta o unidad de medida en 1 actividad, presupuesto e indicadores.\n", text)
}

// A deadline that binds some kinds of office says which.
func TestDeadlinesNameTheKindOfOffice(t *testing.T) {
	status, text, stderr := tool("", "deadlines", "2027", "-format", "text")
	require.Equal(t, clean, status, stderr)
	for _, line := range strings.Split(text, "\n") {
		if strings.Contains(line, "LGCS") {
			assert.Regexp(t, `\(comunicación social\)|Oficina de comunicación social ·`, line)
		}
		if strings.Contains(line, "LDF") {
			assert.NotContains(t, line, "(comunicación social)")
		}
	}
}

func TestNewMakesIDs(t *testing.T) {
	ids := map[string]bool{}
	for range 3 {
		status, stdout, stderr := tool("", "new", "-lang", "en")
		require.Equal(t, clean, status, stderr)
		plan, err := poa.Open(mexico.Env(), []byte(stdout))
		require.NoError(t, err)
		ids[plan.View().ID] = true
		assert.Equal(t, "Annual operating plan", plan.View().Title)
	}
	assert.Len(t, ids, 3)
}

// A failure to write is reported.
func TestWriteErrors(t *testing.T) {
	for _, args := range [][]string{
		{"help"},
		{"help", "days"},
		{"check", "-"},
		{"report", "-"},
		{"calendar"},
		{"calendar", "-format", "json"},
		{"calendar", "-format", "ics"},
		{"calendar", "-format", "text"},
		{"days", "2027-01-01", "2027-12-31"},
		{"explain", "2027-01-01"},
		{"deadlines", "2027"},
		{"deadlines", "2027", "-format", "ics"},
		{"new"},
	} {
		var diagnostics bytes.Buffer
		assert.Equal(t, failed, run(args, strings.NewReader(blocking), full{}, &diagnostics), "%q", args)
		assert.Contains(t, diagnostics.String(), errFull.Error())
	}
}

type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }
