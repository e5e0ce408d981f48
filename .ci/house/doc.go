// Package house has the tests of the repository as a whole: which package may import
// which, that nothing runs before main, that exported names are documented and unique,
// the sizes of what is built, the files in the repository, and the commands of the
// READMEs.
//
// Run them with
//
//	go test ./.ci/house
//
// They are in a folder whose name begins with a dot, which ./... and all do not match, so
// that go test all of an importer does not build engines and pages.
package house
