// Package release names the version that the programs of wasm were built from. Those for
// js/wasm are built without version control information, for reproducible bytes; the
// version is here instead.
package release

// Version is that of the module, to be raised with CHANGELOG.md.
const Version = "0.1.0"
