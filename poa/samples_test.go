package poa_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// Parts of documents that governments published, entered as they are, have no false
// findings. The source of each is in its extension data.
func TestOfficialDocuments(t *testing.T) {
	for name, c := range map[string]struct {
		on       string
		findings []string // what is wrong with the document
		missing  string
	}{
		"apizaco":    {"2026-12-31", nil, "Al plan todavía le falta: presupuesto."},
		"cali":       {"2024-03-31", nil, "Al plan todavía le falta: misión e indicadores."},
		"comalcalco": {"2021-06-30", []string{"indicator.without-target indicators[fin].targets"}, "Al plan todavía le falta: misión y presupuesto."},
		"infop":      {"2025-01-15", nil, "Al plan todavía le falta: misión e indicadores."},
	} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", "samples", name+".json"))
			require.NoError(t, err)
			p, err := poa.Open(mexico.Env(), data)
			require.NoError(t, err)
			a := p.Analyze(calendar.MustParseDate(c.on))
			assert.ElementsMatch(t, c.findings, codes(a.Findings))
			assert.Equal(t, c.missing, lang.New(lang.Spanish, nil).Missing(a.Missing))
			for _, d := range a.Due(800) {
				assert.False(t, d.Basis != nil && d.Basis.Law == "LGCS", "the office is told about communication: %s", d.Label.ES)
			}
			require.Len(t, p.View().Ext, 1)
			assert.True(t, strings.Contains(p.View().Ext[0].JSON, `"source"`))
		})
	}
}
