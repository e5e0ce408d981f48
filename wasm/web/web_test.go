package web_test

import (
	"io/fs"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/wasm/web"
)

func TestPage(t *testing.T) {
	html, err := fs.ReadFile(web.Page(), "index.html")
	require.NoError(t, err)
	assert.Contains(t, string(html), `<html lang="es-MX">`)
	if !web.Built() {
		assert.Contains(t, string(html), "make run")
		return
	}
	worker, err := fs.ReadFile(web.Page(), "sw.js")
	require.NoError(t, err)
	built, err := fs.Glob(web.Page(), "assets/*")
	require.NoError(t, err)
	for _, name := range built {
		assert.Contains(t, string(worker), name, "the service worker does not cache it")
	}
}
