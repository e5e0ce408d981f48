package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

func TestRun(t *testing.T) {
	dir := t.TempDir()
	html, document := filepath.Join(dir, "informe.html"), filepath.Join(dir, "plan.json")
	today := day("2027-03-15")
	plan := open(t)
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"the default day", nil, render(t, plan, "2027-03-15", lang.Spanish)},
		{"another day", []string{"-today", "2027-12-31"}, render(t, plan, "2027-12-31", lang.Spanish)},
		{"another language", []string{"-lang", "en", "-today=2027-05-10"}, render(t, plan, "2027-05-10", lang.English)},
		{"with files", []string{"-html", html, "-json", document}, render(t, plan, "2027-03-15", lang.Spanish)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out, diagnostics bytes.Buffer
			require.NoError(t, run(test.args, today, &out, &diagnostics))
			sameText(t, test.want, out.String(), test.name)
			assert.Empty(t, diagnostics.String())
		})
	}

	data, err := os.ReadFile(document)
	require.NoError(t, err)
	written, err := poa.Open(mexico.Env(), data)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(written.AppendJSON(nil)))
	page, err := os.ReadFile(html)
	require.NoError(t, err)
	assert.Contains(t, string(page), "<html lang=\"es-MX\"")
	assert.Contains(t, string(page), plan.View().Activities[0].Name)
}

func TestRunUsageErrors(t *testing.T) {
	for name, args := range map[string][]string{
		"an invalid day":           {"-today", "2027-02-30"},
		"another date format":      {"-today", "15/03/2027"},
		"an unknown language":      {"-lang", "fr"},
		"an operand":               {"plan.json"},
		"an unknown flag":          {"-year", "2027"},
		"a flag without its value": {"-html"},
	} {
		t.Run(name, func(t *testing.T) {
			var out, diagnostics bytes.Buffer
			require.ErrorIs(t, run(args, day("2027-03-15"), &out, &diagnostics), errUsage)
			assert.Empty(t, out.String())
			assert.NotEmpty(t, diagnostics.String(), "the error is printed")
		})
	}
	var out, diagnostics bytes.Buffer
	err := run([]string{"-json", filepath.Join(t.TempDir(), "no", "such", "directory.json")}, day("2027-03-15"), &out, &diagnostics)
	require.Error(t, err)
	assert.NotErrorIs(t, err, errUsage)
}
