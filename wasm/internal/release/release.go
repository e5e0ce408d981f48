// Package release has the version of the programs in wasm. Those for js/wasm are built
// without version control information, so that builds are reproducible.
package release

// Version is the version of the module. It must match CHANGELOG.md.
const Version = "0.1.0"
