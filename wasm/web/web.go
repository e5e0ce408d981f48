// Package web embeds the page of the planner as it was last built. Page returns it as
// an [io/fs.FS], to be served as static files.
//
// The page shows the results of the engine and sends it commands. Its source is in src,
// that of the engine in wasm/engine. The package does not build the page: see Page.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:dist all:fallback
var files embed.FS

// Page returns the files of the page, with index.html at the root. The names under
// assets/ have a hash of the content, so that a server may allow browsers to cache them
// without limit; browsers must revalidate index.html and sw.js.
//
// If the page was not built (Built), Page returns a small page that explains how to
// build it.
func Page() fs.FS {
	dir := "fallback"
	if Built() {
		dir = "dist"
	}
	page, err := fs.Sub(files, dir)
	if err != nil {
		return files
	}
	return page
}

// Built reports whether the page was built before this program.
func Built() bool {
	_, err := fs.Stat(files, "dist/index.html")
	return err == nil
}
