package main

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTablesAreCurrent(t *testing.T) {
	want, err := generate("../..")
	require.NoError(t, err)
	got, err := os.ReadFile("../../tables_gen.go")
	require.NoError(t, err)
	assert.True(t, string(want) == string(got), "tables_gen.go is stale: run go generate ./calendar/mx")
}
