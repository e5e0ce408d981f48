// Package web holds the planner's page as it was last built. Page is all there
// is: an [io/fs.FS] to serve as static files.
//
// The page is thin: it shows what the engine answers and sends it commands.
// Its sources are in src, the engine's in wasm/engine. The package builds
// nothing; before the page was built it serves one that says how to.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:dist all:fallback
var files embed.FS

// Page returns the files of the planner's page, index.html at the top. Names
// under assets/ carry a hash of their content, so a server may let browsers
// keep them for ever; index.html and sw.js are asked for each time.
//
// Where the page was not built, the files are those of a small page that says
// how to build it; Built tells which.
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
