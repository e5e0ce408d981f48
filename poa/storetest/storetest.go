// Package storetest is a test suite for implementations of store.Store. The test of an
// implementation calls Run with a function that returns an empty store:
//
//	func TestStore(t *testing.T) { storetest.Run(t, func(*testing.T) store.Store { return memstore.New() }) }
package storetest

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/store"
)

// Run runs the suite. open must return an empty store; it is called for each test.
func Run(t *testing.T, open func(*testing.T) store.Store) {
	for _, test := range [...]struct {
		name string
		run  func(*testing.T, store.Store)
	}{
		{"a plan is loaded as it was stored", testLoad},
		{"batches are replayed in order", testReplay},
		{"an append to another revision is a conflict", testConflict},
		{"a missing plan is an error", testMissing},
		{"one of several writers succeeds at each revision", testConcurrentAppend},
		{"a cancelled call stores nothing", testCancelled},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
}

const id = "p1"

// document returns the canonical encoding of an empty plan.
func document(t *testing.T) []byte {
	t.Helper()
	doc, err := poa.Empty(id, 2027)
	if err != nil {
		t.Fatal(err)
	}
	return doc.AppendJSON(nil)
}

func title(s string) store.Batch {
	return store.Batch{
		Author: "titular", Date: calendar.MustDate(2027, 1, 4),
		Commands: []poa.Command{&poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "title", Value: `"` + s + `"`}}}},
	}
}

func create(t *testing.T, s store.Store) []byte {
	t.Helper()
	doc := document(t)
	if err := s.Create(context.Background(), id, doc); err != nil {
		t.Fatalf("Create = %v, want nil", err)
	}
	return doc
}

func load(t *testing.T, s store.Store) store.Stored {
	t.Helper()
	got, err := s.Load(context.Background(), id)
	if err != nil {
		t.Fatalf("Load = %v, want nil", err)
	}
	return got
}

func testLoad(t *testing.T, s store.Store) {
	doc := create(t, s)
	got := load(t, s)
	if string(got.Document) != string(doc) || got.Revision != 0 || got.Base != 0 || len(got.Batches) != 0 {
		t.Errorf("Load = %+v, want the document at revision 0", got)
	}
	if err := s.Create(context.Background(), id, doc); !errors.Is(err, store.ErrPlanExists) {
		t.Errorf("Create again = %v, want ErrPlanExists", err)
	}
	doc[0] = 'x' // the store must not share memory with the caller
	got.Document[1] = 'x'
	if again := load(t, s); again.Document[0] == 'x' || again.Document[1] == 'x' {
		t.Error("the store shares memory with the caller")
	}
}

func testReplay(t *testing.T, s store.Store) {
	create(t, s)
	for i, name := range []string{"uno", "dos"} {
		rev, err := s.Append(context.Background(), id, store.Revision(i), title(name))
		if err != nil || rev != store.Revision(i+1) {
			t.Fatalf("Append at %d = %d, %v, want %d, nil", i, rev, err, i+1)
		}
	}
	got := load(t, s)
	if got.Revision != 2 {
		t.Errorf("Revision = %d, want 2", got.Revision)
	}
	p, err := got.Plan(&poa.Env{})
	if err != nil {
		t.Fatal(err)
	}
	if p.View().Title != "dos" {
		t.Errorf("Title = %q, want %q", p.View().Title, "dos")
	}
	if n := len(got.Batches); n > 0 && (got.Batches[n-1].Author != "titular" || got.Batches[n-1].Date != calendar.MustDate(2027, 1, 4)) {
		t.Errorf("last batch = %+v, want its author and date", got.Batches[n-1])
	}
}

func testConflict(t *testing.T, s store.Store) {
	create(t, s)
	if _, err := s.Append(context.Background(), id, 0, title("mine")); err != nil {
		t.Fatal(err)
	}
	for _, base := range []store.Revision{0, 2, -1} {
		if _, err := s.Append(context.Background(), id, base, title("theirs")); !errors.Is(err, store.ErrConflict) {
			t.Errorf("Append at %d = %v, want ErrConflict", base, err)
		}
	}
	if got := load(t, s); got.Revision != 1 {
		t.Errorf("Revision = %d after rejected appends, want 1", got.Revision)
	}
}

func testMissing(t *testing.T, s store.Store) {
	if _, err := s.Load(context.Background(), "nobody"); !errors.Is(err, store.ErrNoSuchPlan) {
		t.Errorf("Load = %v, want ErrNoSuchPlan", err)
	}
	if _, err := s.Append(context.Background(), "nobody", 0, title("x")); !errors.Is(err, store.ErrNoSuchPlan) {
		t.Errorf("Append = %v, want ErrNoSuchPlan", err)
	}
}

func testConcurrentAppend(t *testing.T, s store.Store) {
	create(t, s)
	const writers, rounds = 4, 8
	succeeded := make([]int, writers)
	for base := range store.Revision(rounds) {
		var wg sync.WaitGroup
		for w := range writers {
			wg.Add(1)
			go func() {
				defer wg.Done()
				if _, err := s.Append(context.Background(), id, base, title("x")); err == nil {
					succeeded[w]++
				} else if !errors.Is(err, store.ErrConflict) {
					t.Errorf("Append = %v, want nil or ErrConflict", err)
				}
			}()
		}
		wg.Wait()
	}
	sum := 0
	for _, n := range succeeded {
		sum += n
	}
	if got := load(t, s).Revision; sum != rounds || got != rounds {
		t.Errorf("%d appends succeeded, revision %d, want %d for both", sum, got, rounds)
	}
}

func testCancelled(t *testing.T, s store.Store) {
	create(t, s)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Append(ctx, id, 0, title("x")); !errors.Is(err, context.Canceled) {
		t.Errorf("Append = %v, want context.Canceled", err)
	}
	if got := load(t, s).Revision; got != 0 {
		t.Errorf("Revision = %d, want 0", got)
	}
}
