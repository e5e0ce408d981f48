// Package storetest is a test suite for implementations of store.Store. The test of an
// implementation calls Run with a function that returns an empty store:
//
//	func TestStore(t *testing.T) { storetest.Run(t, func(*testing.T) store.Store { return memstore.New() }) }
//
// A store whose plans outlast the process is tested with a Suite, which can open it again:
//
//	storetest.Suite{Open: open, Reopen: reopen}.Run(t)
//
// The suite is a list of promises, which Promises returns. A failure begins with the
// promise that was broken, also if the store panics. A store that implements store.Snapshotter is also held to the
// promises about snapshots.
package storetest

import (
	"context"
	"testing"

	"github.com/rumbo-mx/rumbo/poa/store"
)

// Suite describes how the store under test is opened.
type Suite struct {
	// Open returns an empty store. It is called once for each promise.
	Open func(testing.TB) store.Store
	// Reopen closes a store that Open returned and opens what it stored again, as after
	// a restart of the program. If it is nil, the store does not outlast the program,
	// and nothing is tested about it.
	Reopen func(testing.TB, store.Store) store.Store
}

// Run runs the suite for a store that is not opened again. open must return an empty
// store; it is called once for each promise.
func Run(t *testing.T, open func(*testing.T) store.Store) {
	t.Helper()
	for _, p := range promises() {
		t.Run(p.name, func(t *testing.T) {
			p.test(t, func(testing.TB) store.Store { return open(t) }, nil)
		})
	}
}

// Run runs the suite: each promise as a subtest if t has a method Run as *testing.T has,
// and otherwise one after another.
func (s Suite) Run(t testing.TB) {
	t.Helper()
	for _, p := range promises() {
		run := func(t testing.TB) {
			p.test(t, s.Open, s.Reopen)
		}
		if parent, ok := t.(interface {
			Run(string, func(*testing.T)) bool
		}); ok {
			parent.Run(p.name, func(t *testing.T) { run(t) })
			continue
		}
		// FailNow ends the goroutine: the next promise needs another.
		done := make(chan struct{})
		go func() {
			defer close(done)
			run(t)
		}()
		<-done
	}
}

// Promises returns the names of the promises, in the order of the suite.
func Promises() []string {
	list := promises()
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.name
	}
	return names
}

// promises returns the suite.
func promises() []namedPromise {
	return []namedPromise{
		{"a plan is loaded as it was created", testCreate},
		{"a plan is created once", testCreateOnce},
		{"the store shares no memory with its callers", testCopies},
		{"every command of a batch is stored", testCommands},
		{"acts are stored like edits", testActs},
		{"every field of a batch is stored", testFields},
		{"every batch keeps its author and its date", testAuthors},
		{"the history is complete and in order", testHistory},
		{"plans are kept apart", testSeveralPlans},
		{"an append to another revision is a conflict", testConflict},
		{"an unknown plan is an error", testUnknown},
		{"an empty id names no plan", testEmptyID},
		{"one of several writers succeeds at each revision", testOneWriter},
		{"one of several creators succeeds", testOneCreator},
		{"writers of different plans do not hinder each other", testWritersOfPlans},
		{"a reader sees whole revisions", testReaders},
		{"a cancelled call stores nothing", testCancelled},
		{"a store that is opened again has every plan", testReopen},
		{"a snapshot changes nothing but what is replayed", testSnapshot},
		{"a snapshot of another revision is rejected or ignored", testSnapshotRevision},
		{"a commit replays a bounded number of batches", testBoundedReplay},
	}
}

// namedPromise is a promise of package store, and the function that tests it.
type namedPromise struct {
	name string
	run  func(*promise)
}

// test tests the promise with a store that open returns.
func (n namedPromise) test(t testing.TB, open func(testing.TB) store.Store, reopen func(testing.TB, store.Store) store.Store) {
	t.Helper()
	p := &promise{TB: t, ctx: context.Background(), name: n.name, reopen: reopen}
	p.runTest(func(p *promise) {
		if p.store = open(t); p.store == nil {
			p.broken("Open returned nil, want an empty store")
		}
		n.run(p)
	})
}
