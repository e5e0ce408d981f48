package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// planWithOwnDays writes a plan with own days and returns its path. Some texts are malicious:
// they have control and bidirectional formatting characters.
func planWithOwnDays(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "plan.json")
	require.NoError(t, os.WriteFile(path, []byte(`{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco + bancos","ownDays":[
		{"id":"feria","kind":"local-day","name":"Feria \u001b[31m","span":{"start":"2027-05-13","end":"2027-05-14"},"document":"Acuerdo 3/2026"},
		{"id":"puente","kind":"work-day","span":{"start":"2027-09-28","end":"2027-09-28"},"instead":"2027-09-27","reason":"Puente \u202e","document":"Circular 1"},
		{"id":"domingo","kind":"work-day","span":{"start":"2027-06-13","end":"2027-06-13"},"reason":"Jornada","document":"Circular 2"},
		{"id":"santo","kind":"half-day","name":"Miércoles Santo","span":{"start":"2027-03-24","end":"2027-03-24"}},
		{"id":"octubre","kind":"work-day","holiday":"october-12","reason":"Se labora","document":"Oficio 3"},
		{"id":"falta","kind":"day-off","span":{"start":"2027-10-04","end":"2027-10-04"}}]}`), 0o600))
	return path
}

// The commands that count and explain use the calendar of a plan with its valid own days.
func TestDaysOfAPlan(t *testing.T) {
	plan := planWithOwnDays(t)
	for day, wants := range map[string][]string{
		"2027-05-13": {"No se labora", `Feria \u001b[31m (Festividad local) · Acuerdo 3/2026`},
		"2027-09-27": {"No se labora: descanso recorrido a este día", "Circular 1", "Se trabaja el 28 de septiembre de 2027"},
		"2027-09-28": {"Día hábil: se trabaja: el descanso se recorrió", `Puente \u202e · Circular 1`, "Se descansa el 27 de septiembre de 2027"},
		"2027-06-13": {"Día hábil: día habilitado; la semana descansa ese día", "Jornada · Circular 2"},
		"2027-03-24": {"Día hábil: media jornada", "Miércoles Santo", "(de memoria)"},
		"2027-03-25": {"No se labora", "Cierre bancario"},
		"2027-10-12": {"Día hábil: se trabaja: el descanso se canceló", "Se labora · Oficio 3", "12 de octubre (Descanso de servidores públicos)"},
		"2027-10-04": {"Día hábil: la semana lo trabaja"},
	} {
		status, stdout, stderr := tool("", "explain", "-plan", plan, day)
		require.Equal(t, clean, status, stderr)
		for _, want := range wants {
			assert.Contains(t, stdout, want, day)
		}
		assert.NotContains(t, stdout, "\u001b")
	}
	_, stdout, stderr := tool("", "days", "-plan", plan, "2027-05-01", "2027-05-31")
	assert.Equal(t, "18\n", stdout)
	assert.Contains(t, stderr, "1 de los días propios del plan no tiene efecto")
	data, err := os.ReadFile(plan)
	require.NoError(t, err)
	_, stdout, _ = tool(string(data), "days", "-plan", "-", "2027-05-01", "2027-05-31")
	assert.Equal(t, "18\n", stdout)
	_, stdout, _ = tool("", "calendar", "-plan", plan, "-from", "2027", "-format", "text")
	assert.Contains(t, stdout, "2027-05-14  viernes    Feria \\u001b[31m · Acuerdo 3/2026\n")

	for _, args := range [][]string{
		{"explain", "-plan", "nowhere.json", "2027-05-13"},
		{"explain", "-plan", "-", "2027-05-13"}, // an empty input
		{"days", "-plan", plan, "-profile", "lft", "2027-05-01", "2027-05-31"},
		{"explain", "-profile", "jalisco * lft", "2027-05-13"},
		{"explain", "-profile", "jalisco + x", "2027-05-13"},
	} {
		status, _, stderr := tool("", args...)
		assert.Equal(t, failed, status, args)
		assert.Contains(t, stderr, "poa")
	}
	empty := filepath.Join(t.TempDir(), "empty.json")
	require.NoError(t, os.WriteFile(empty, []byte(`{"schema":1,"id":"p"}`), 0o600))
	_, _, stderr = tool("", "days", "-plan", empty, "2027-05-01", "2027-05-31")
	assert.Contains(t, stderr, "no tiene un año y un calendario válidos")
}

// Profiles are combined on the command line as in a plan.
func TestDaysOfSeveralProfiles(t *testing.T) {
	for profile, days := range map[string]string{"jalisco": "23\n", "jalisco + bancos": "21\n"} {
		status, stdout, stderr := tool("", "days", "-profile", profile, "2027-03-01", "2027-04-01")
		require.Equal(t, clean, status, stderr)
		assert.Equal(t, days, stdout, profile)
	}
}
