// Package house holds tests of the repository as a whole: which package may import which,
// that nothing runs before main, that exported names are documented, the size of the
// built files, which files the repository may contain, and that the commands of the
// READMEs work.
//
// Run them with
//
//	go test ./.ci/house
//
// The name of the parent folder begins with a dot so that ./... and all skip it: an
// importer who runs go test all neither builds the engine nor measures the page.
package house
