// Package house holds the tests of the house around the code: which package may
// import which, that nothing runs before main, that what is exported is
// explained, how large the built things may be, what may stand in the
// repository, and that the commands of the READMEs work.
//
// Run them with
//
//	go test ./.ci/house
//
// They are tests of this repository and not of a package. They live in a folder
// whose name begins with a dot because ./... and all leave such folders out: who
// imports the library and runs go test all builds no engine and measures no page.
package house
