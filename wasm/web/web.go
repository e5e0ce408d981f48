// Package web has the planner's page as it was last built: Page is an [io/fs.FS] to serve
// as static files.
//
// The page shows the responses of the engine and sends it commands. Its sources are in
// src, those of the engine in wasm/engine. If the page was not built, the package has a
// page that explains how to.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:dist all:fallback
var files embed.FS

// Page returns the files of the planner's page, index.html at the top. Names under
// assets/ have a hash of their content, so that browsers may cache them for ever;
// index.html and sw.js must be revalidated.
//
// If the page was not built, the files are those of a small page that explains how to
// build it; Built reports which.
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

// Built reports whether the page had been built when this program was.
func Built() bool {
	_, err := fs.Stat(files, "dist/index.html")
	return err == nil
}
