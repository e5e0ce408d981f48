// Package bench measures Rumbo beside its peers. Each does the same work, and its answers
// are compared before it is timed. It is a module of its own, so that the peers stay out
// of the library's.
//
//	go test -run='^$' -bench=. -count=6 | tee bench.txt
//	benchstat -col /impl bench.txt
//
// Start with README.md, which has a description of each benchmark and the results. Names
// carry key=value, so that benchstat can put them side by side. Inputs come from
// generators with a fixed seed: Document for a plan as large as a whole municipality's,
// Dates and Spans for the calendar.
//
// It is not a gate: times are compared within one run, never asserted.
package bench
