package poa_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// A statement of the budget has no activities that its lines could pay for.
func TestBudgetWithoutActivities(t *testing.T) {
	p := plan(t, func(d *poa.Document) { d.Lines[0].Activities = nil })
	assert.Contains(t, codes(p.Check(today)), "budget.line-without-activity lines[l1].activities")
	doc := p.Document()
	for _, c := range doc.Campaigns {
		c.Activities = nil
	}
	for _, ind := range doc.Indicators {
		ind.Activities = nil
	}
	doc.Activities, doc.Commitments = nil, nil
	alone, err := poa.New(p.Env(), doc)
	require.NoError(t, err)
	for _, code := range codes(alone.Check(today)) {
		assert.NotContains(t, code, "budget.")
	}
	again, _, err := alone.Apply(&poa.Change{Edits: []norm.Edit{{Op: norm.OpInsert, Path: "activities", Value: `{"id":"nueva"}`}}})
	require.NoError(t, err)
	requireSameFromScratch(t, again, today, nil)
	assert.Contains(t, codes(again.Check(today)), "budget.line-without-activity lines[l1].activities")
}

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
