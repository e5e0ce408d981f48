// Package release names the version that the programs of wasm were built from.
// Those for js/wasm are built without the marks of version control, so that
// the same source gives the same bytes; the version is written here instead.
package release

// Version is that of the module, to be raised with CHANGELOG.md.
const Version = "0.1.0"
