package main

import (
	"flag"
	"fmt"
	"go/ast"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The generated files are those that wiregen generates from the current source.
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

var update = flag.Bool("update", false, "write testdata/keys.txt")

// Keys are wire format: testdata/keys.txt may only grow, at the end of a line or of the
// file.
func TestEnumKeys(t *testing.T) {
	m, err := load("../../..", enumPackages...)
	require.NoError(t, err)
	var got strings.Builder
	for _, dir := range enumPackages {
		p := m.packages[path.Base(dir)]
		for _, e := range p.enums() {
			fmt.Fprintf(&got, "%s.%s: %s\n", p.name, e.name, strings.Join(e.enumKeys(), " "))
		}
	}
	if *update {
		require.NoError(t, os.WriteFile("testdata/keys.txt", []byte(got.String()), 0o600))
	}
	want, err := os.ReadFile("testdata/keys.txt")
	require.NoError(t, err)
	assert.Equal(t, string(want), got.String())
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

// The generator names what an act lacks.
func TestIncompleteActs(t *testing.T) {
	for _, test := range []struct {
		name  string
		spoil func(p *pkg)
		want  string
	}{
		{"no method apply", func(p *pkg) { delete(p.types["ClosePeriod"].methods, "apply") }, "ClosePeriod has a method Kind, but no method apply of Command"},
		{"a list without its tag", func(p *pkg) {
			for _, f := range p.types["Document"].expr.(*ast.StructType).Fields.List {
				if f.Names[0].Name == "Progress" {
					f.Tag = nil
				}
			}
		}, "RecordProgress.Progress adds elements of Document.Progress, which is not a list of records"},
	} {
		t.Run(test.name, func(t *testing.T) {
			m, err := load("../../..", enumPackages...)
			require.NoError(t, err)
			test.spoil(m.packages["poa"])
			plan := newTarget(m, "poa")
			plan.root = "Document"
			plan.use("Document", both)
			plan.use("Command", both)
			if _, err = plan.codec(); err == nil {
				_, err = plan.inputs()
			}
			assert.ErrorContains(t, err, test.want)
		})
	}
}
