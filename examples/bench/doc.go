// Package bench compares the speed of Rumbo and its peers. Peers do the same work, and
// each benchmark first checks that their results agree. It is a separate module, so that
// the library does not depend on the peers.
//
//	go test -run='^$' -bench=. -count=6 | tee bench.txt
//	benchstat -col /impl bench.txt
//
// Start with README.md, which describes each benchmark and its results. Names of
// benchmarks have the form key=value, which benchstat uses for its columns. Inputs come
// from generators with a fixed seed: Document for a plan as large as a whole
// municipality's, Dates and Spans for the calendar.
//
// The tests do not assert times: compare them only within one run.
package bench
