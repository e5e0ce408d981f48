package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A generated file that is not what the source gives today is a defect.
func TestGeneratedFilesAreCurrent(t *testing.T) {
	const root = "../../.."
	outputs, err := generate(root)
	require.NoError(t, err)
	require.NotEmpty(t, outputs)
	for _, o := range outputs {
		committed, err := os.ReadFile(filepath.Join(root, o.path))
		require.NoError(t, err)
		assert.True(t, string(committed) == string(o.text), "%s is stale: run go generate ./poa", o.path)
	}
}

func TestWireName(t *testing.T) {
	for name, want := range map[string]string{
		"ID": "id", "CFF": "cff", "INEGI": "inegi", "FiscalYear": "fiscalYear", "ReportsTo": "reportsTo",
		"URLPath": "urlPath", "HTML": "html", "Name": "name", "X": "x",
	} {
		assert.Equal(t, want, wireName(name), name)
	}
}

func TestFirstSentence(t *testing.T) {
	for doc, want := range map[string]string{
		"It is one. And two.":                  "It is one.",
		"As the law says (LGCS art. 4-I). Two": "As the law says (LGCS art. 4-I).",
		"One line\nof two. More.":              "One line of two.",
		"First\n\nSecond paragraph.":           "First",
	} {
		assert.Equal(t, want, firstSentence(doc))
	}
}
