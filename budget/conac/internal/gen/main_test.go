package main

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTableIsUpToDate(t *testing.T) {
	want, err := generate("../../testdata")
	require.NoError(t, err)
	got, err := os.ReadFile("../../cog_gen.go")
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got), "cog_gen.go is stale: run go generate ./budget/conac")
}

func TestKeyRejectsACodeOfAnotherLevel(t *testing.T) {
	for _, bad := range [][2]string{
		{"1100", "capitulo"},
		{"1000", "concepto"},
		{"110", "partida_generica"},
		{"1110", "partida_generica"},
		{"x", "capitulo"},
		{"1000", "rubro"},
	} {
		_, err := key(bad[0], bad[1])
		assert.Error(t, err, "key(%q, %q)", bad[0], bad[1])
	}
}
