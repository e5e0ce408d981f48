package storetest_test

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/memstore"
	"github.com/rumbo-mx/rumbo/poa/store"
	"github.com/rumbo-mx/rumbo/poa/storetest"
)

// recorder is a testing.TB that records the failures of a suite.
type recorder struct {
	testing.TB
	mu      sync.Mutex
	failed  []string
	skipped int
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failed = append(r.failed, fmt.Sprintf(format, args...))
}

func (r *recorder) FailNow() { runtime.Goexit() }

func (r *recorder) Fatal(args ...any) {
	r.Errorf("%s", fmt.Sprint(args...))
	r.FailNow()
}

func (r *recorder) Skip(...any) {
	r.skipped++
	runtime.Goexit()
}

// mutant is a store that breaks a promise in one call; the nil functions work.
type mutant struct {
	store.Snapshotter
	mu       sync.Mutex // for the state of the functions below
	create   func(ctx context.Context, id string, document []byte) error
	load     func(ctx context.Context, id string) (store.Stored, error)
	append   func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error)
	snapshot func(ctx context.Context, id string, at store.Revision, document []byte) error
	history  func(ctx context.Context, id string, after store.Revision, limit int) ([]store.Batch, error)
}

func (m *mutant) Create(ctx context.Context, id string, document []byte) error {
	if m.create != nil {
		return m.create(ctx, id, document)
	}
	return m.Snapshotter.Create(ctx, id, document)
}

func (m *mutant) Load(ctx context.Context, id string) (store.Stored, error) {
	if m.load != nil {
		return m.load(ctx, id)
	}
	return m.Snapshotter.Load(ctx, id)
}

func (m *mutant) Append(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
	if m.append != nil {
		return m.append(ctx, id, base, batch)
	}
	return m.Snapshotter.Append(ctx, id, base, batch)
}

func (m *mutant) Snapshot(ctx context.Context, id string, at store.Revision, document []byte) error {
	if m.snapshot != nil {
		return m.snapshot(ctx, id, at, document)
	}
	return m.Snapshotter.Snapshot(ctx, id, at, document)
}

func (m *mutant) History(ctx context.Context, id string, after store.Revision, limit int) ([]store.Batch, error) {
	if m.history != nil {
		return m.history(ctx, id, after, limit)
	}
	return m.Snapshotter.History(ctx, id, after, limit)
}

// changed returns a mutant that changes each batch before it is stored.
func changed(change func(*store.Batch)) func(*mutant) {
	return func(m *mutant) {
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			batch.Commands = slices.Clone(batch.Commands)
			change(&batch)
			return m.Snapshotter.Append(ctx, id, base, batch)
		}
	}
}

// loaded returns a mutant that changes what Load returns.
func loaded(change func(*store.Stored)) func(*mutant) {
	return func(m *mutant) {
		m.load = func(ctx context.Context, id string) (store.Stored, error) {
			got, err := m.Snapshotter.Load(ctx, id)
			if err == nil {
				change(&got)
			}
			return got, err
		}
	}
}

// renamed returns a mutant that stores plans under other ids.
func renamed(name func(string) string) func(*mutant) {
	return func(m *mutant) {
		m.create = func(ctx context.Context, id string, document []byte) error {
			return m.Snapshotter.Create(ctx, name(id), document)
		}
		m.load = func(ctx context.Context, id string) (store.Stored, error) { return m.Snapshotter.Load(ctx, name(id)) }
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			return m.Snapshotter.Append(ctx, name(id), base, batch)
		}
		m.snapshot = func(ctx context.Context, id string, at store.Revision, document []byte) error {
			return m.Snapshotter.Snapshot(ctx, name(id), at, document)
		}
		m.history = func(ctx context.Context, id string, after store.Revision, limit int) ([]store.Batch, error) {
			return m.Snapshotter.History(ctx, name(id), after, limit)
		}
	}
}

// replace makes a mutant replace the document of a plan that exists, and return an error.
func replace(m *mutant, err error) {
	replaced := map[string][]byte{}
	m.create = func(ctx context.Context, id string, document []byte) error {
		created := m.Snapshotter.Create(ctx, id, document)
		if created != store.ErrPlanExists {
			return created
		}
		m.mu.Lock()
		defer m.mu.Unlock()
		replaced[id] = slices.Clone(document)
		return err
	}
	m.load = func(ctx context.Context, id string) (store.Stored, error) {
		m.mu.Lock()
		defer m.mu.Unlock()
		got, err := m.Snapshotter.Load(ctx, id)
		if document := replaced[id]; err == nil && document != nil {
			got.Document = slices.Clone(document)
		}
		return got, err
	}
}

// mutants are stores that break a promise, with the promise.
var mutants = []struct {
	name, promise string
	change        func(*mutant)
}{
	{
		"loads another document", "a plan is loaded as it was created",
		loaded(func(s *store.Stored) { s.Document = append(s.Document, '\n') }),
	},
	{"replaces a plan", "a plan is created once", func(m *mutant) {
		replace(m, nil)
	}},
	{"replaces a plan and reports an error", "a plan is created once", func(m *mutant) {
		replace(m, store.ErrPlanExists)
	}},
	{"shares the commands of a batch", "the store shares no memory with its callers", func(m *mutant) {
		shared := map[string][]store.Batch{}
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			m.mu.Lock()
			defer m.mu.Unlock()
			revision, err := m.Snapshotter.Append(ctx, id, base, batch)
			if err == nil {
				shared[id] = append(shared[id], batch)
			}
			return revision, err
		}
		m.load = func(ctx context.Context, id string) (store.Stored, error) {
			m.mu.Lock()
			defer m.mu.Unlock()
			got, err := m.Snapshotter.Load(ctx, id)
			if err == nil {
				got.Batches = shared[id][got.Base:]
			}
			return got, err
		}
	}},
	{
		"keeps the first command of a batch", "every command of a batch is stored",
		changed(func(b *store.Batch) { b.Commands = b.Commands[:1] }),
	},
	{
		"keeps the last command of a batch", "every command of a batch is stored",
		changed(func(b *store.Batch) { b.Commands = b.Commands[len(b.Commands)-1:] }),
	},
	{
		"keeps a hundred commands of a batch", "every command of a batch is stored",
		changed(func(b *store.Batch) { b.Commands = b.Commands[:min(len(b.Commands), 100)] }),
	},
	{
		"reverses the commands of a batch", "every command of a batch is stored",
		changed(func(b *store.Batch) { slices.Reverse(b.Commands) }),
	},
	{
		"drops acts", "acts are stored like edits",
		changed(func(b *store.Batch) {
			b.Commands = slices.DeleteFunc(b.Commands, func(c poa.Command) bool { return c.Kind() != "change" })
		}),
	},
	{
		"drops one kind of act", "acts are stored like edits",
		changed(func(b *store.Batch) {
			b.Commands = slices.DeleteFunc(b.Commands, func(c poa.Command) bool { return c.Kind() == "close-period" })
		}),
	},
	{
		"drops pending texts", "every field of a batch is stored",
		changed(func(b *store.Batch) {
			for i, c := range b.Commands {
				if change, ok := c.(*poa.Change); ok && len(change.Pending) > 0 {
					b.Commands[i] = &poa.Change{Edits: change.Edits}
				}
			}
		}),
	},
	{
		"drops authors", "every batch keeps its author and its date",
		changed(func(b *store.Batch) { b.Author = "" }),
	},
	{
		"stores its own date", "every batch keeps its author and its date",
		changed(func(b *store.Batch) { b.Date = calendar.MustDate(2000, 1, 1) }),
	},
	{
		"keeps the last batch", "the history is complete and in order",
		loaded(func(s *store.Stored) {
			if n := len(s.Batches); n > 0 {
				s.Batches = s.Batches[n-1:]
			}
		}),
	},
	{
		"sorts batches by author", "the history is complete and in order",
		loaded(func(s *store.Stored) {
			slices.SortFunc(s.Batches, func(a, b store.Batch) int { return strings.Compare(a.Author, b.Author) })
		}),
	},
	{
		"counts the revision wrong", "the history is complete and in order",
		loaded(func(s *store.Stored) { s.Revision++ }),
	},
	{
		"loads a hundred batches", "the history is complete and in order",
		loaded(func(s *store.Stored) {
			if n := min(len(s.Batches), 100); n < len(s.Batches) {
				s.Batches, s.Revision = s.Batches[:n], s.Base+store.Revision(n)
			}
		}),
	},
	{"mixes plans whose ids differ in case", "plans are kept apart", renamed(strings.ToLower)},
	{"mixes plans with a common prefix", "plans are kept apart", renamed(func(id string) string { return id[:min(len(id), 2)] })},
	{"mixes plans with punctuation", "plans are kept apart", renamed(func(id string) string { return strings.ReplaceAll(id, ":", "_") })},
	{"mixes the batches of plans", "plans are kept apart", func(m *mutant) {
		var last store.Batch
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			m.mu.Lock()
			defer m.mu.Unlock()
			if base > 0 {
				batch, last = last, batch
			} else {
				last = batch
			}
			return m.Snapshotter.Append(ctx, id, base, batch)
		}
	}},
	{"lets the last writer win", "an append to another revision is a conflict", func(m *mutant) {
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			revision, err := m.Snapshotter.Append(ctx, id, base, batch)
			if err == store.ErrConflict {
				return m.Snapshotter.Append(ctx, id, revision, batch)
			}
			return revision, err
		}
	}},
	{"stores a batch and reports a conflict", "an append to another revision is a conflict", func(m *mutant) {
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			revision, err := m.Snapshotter.Append(ctx, id, base, batch)
			if err == store.ErrConflict {
				_, _ = m.Snapshotter.Append(ctx, id, revision, batch)
			}
			return revision, err
		}
	}},
	{"accepts a future revision", "an append to another revision is a conflict", func(m *mutant) {
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			revision, err := m.Snapshotter.Append(ctx, id, base, batch)
			if err == store.ErrConflict && base > revision {
				return m.Snapshotter.Append(ctx, id, revision, batch)
			}
			return revision, err
		}
	}},
	{"creates unknown plans", "an unknown plan is an error", func(m *mutant) {
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			_ = m.Snapshotter.Create(ctx, id, []byte(`{"schema":1}`))
			return m.Snapshotter.Append(ctx, id, base, batch)
		}
	}},
	{"loads an empty plan for an unknown id", "an unknown plan is an error", func(m *mutant) {
		m.load = func(ctx context.Context, id string) (store.Stored, error) {
			if got, err := m.Snapshotter.Load(ctx, id); err != store.ErrNoSuchPlan {
				return got, err
			}
			return store.Stored{}, nil
		}
	}},
	{"accepts an empty id", "an empty id names no plan", renamed(func(id string) string {
		if id == "" {
			return "empty"
		}
		return id
	})},
	{"checks the revision before it writes", "one of several writers succeeds at each revision", func(m *mutant) {
		var mu sync.Mutex
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			found, err := m.Snapshotter.Load(ctx, id)
			if err != nil {
				return 0, err
			}
			if found.Revision != base {
				return 0, store.ErrConflict
			}
			for range 100 {
				runtime.Gosched()
			}
			mu.Lock()
			defer mu.Unlock()
			found, err = m.Snapshotter.Load(ctx, id)
			if err != nil {
				return 0, err
			}
			if _, err := m.Snapshotter.Append(ctx, id, found.Revision, batch); err != nil {
				return 0, err
			}
			return base + 1, nil
		}
	}},
	{"reports success to every creator", "one of several creators succeeds", func(m *mutant) {
		m.create = func(ctx context.Context, id string, document []byte) error {
			if err := m.Snapshotter.Create(ctx, id, document); err != store.ErrPlanExists {
				return err
			}
			return nil
		}
	}},
	{"knows one writer", "writers of different plans do not hinder each other", func(m *mutant) {
		var busy sync.Mutex
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			if !busy.TryLock() {
				return 0, store.ErrConflict
			}
			defer busy.Unlock()
			for range 100 {
				runtime.Gosched()
			}
			return m.Snapshotter.Append(ctx, id, base, batch)
		}
	}},
	{"loads a batch of which half is stored", "a reader sees whole revisions", func(m *mutant) {
		var half map[string]store.Batch
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			m.mu.Lock()
			half = map[string]store.Batch{id: {Author: batch.Author, Date: batch.Date, Commands: batch.Commands[:1:1]}}
			m.mu.Unlock()
			for range 100 {
				runtime.Gosched()
			}
			m.mu.Lock()
			defer m.mu.Unlock()
			half = nil
			return m.Snapshotter.Append(ctx, id, base, batch)
		}
		m.load = func(ctx context.Context, id string) (store.Stored, error) {
			m.mu.Lock()
			defer m.mu.Unlock()
			got, err := m.Snapshotter.Load(ctx, id)
			if b, ok := half[id]; ok && err == nil {
				got.Batches, got.Revision = append(got.Batches, b), got.Revision+1
			}
			return got, err
		}
	}},
	{"goes back to an old revision", "a reader sees whole revisions", func(m *mutant) {
		loads := 0
		m.load = func(ctx context.Context, id string) (store.Stored, error) {
			m.mu.Lock()
			defer m.mu.Unlock()
			got, err := m.Snapshotter.Load(ctx, id)
			if loads++; loads%3 == 0 && len(got.Batches) > 0 {
				got.Batches, got.Revision = got.Batches[:len(got.Batches)-1], got.Revision-1
			}
			return got, err
		}
	}},
	{"stores each batch twice", "the history is complete and in order", func(m *mutant) {
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			revision, err := m.Snapshotter.Append(ctx, id, 2*base, batch)
			if err != nil {
				return 0, err
			}
			_, err = m.Snapshotter.Append(ctx, id, revision, batch)
			return base + 1, err
		}
	}},
	{"appends although the call was cancelled", "a cancelled call stores nothing", func(m *mutant) {
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			return m.Snapshotter.Append(context.WithoutCancel(ctx), id, base, batch)
		}
	}},
	{"appends and reports that the call was cancelled", "a cancelled call stores nothing", func(m *mutant) {
		m.append = func(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
			revision, err := m.Snapshotter.Append(context.WithoutCancel(ctx), id, base, batch)
			if err == nil {
				err = ctx.Err()
			}
			return revision, err
		}
	}},
	{"creates although the call was cancelled", "a cancelled call stores nothing", func(m *mutant) {
		m.create = func(ctx context.Context, id string, document []byte) error {
			return m.Snapshotter.Create(context.WithoutCancel(ctx), id, document)
		}
	}},
	{"loads although the call was cancelled", "a cancelled call stores nothing", func(m *mutant) {
		m.load = func(ctx context.Context, id string) (store.Stored, error) {
			return m.Snapshotter.Load(context.WithoutCancel(ctx), id)
		}
	}},
	{"ignores snapshots", "a snapshot changes nothing but what is replayed", func(m *mutant) {
		m.snapshot = func(context.Context, string, store.Revision, []byte) error { return nil }
	}},
	{"forgets what a snapshot includes", "a snapshot changes nothing but what is replayed", func(m *mutant) {
		m.history = func(ctx context.Context, id string, _ store.Revision, _ int) ([]store.Batch, error) {
			got, err := m.Snapshotter.Load(ctx, id)
			return got.Batches, err
		}
	}},
	{"goes back to an older snapshot", "a snapshot of another revision is rejected or ignored", func(m *mutant) {
		documents := map[string][]byte{}
		m.snapshot = func(ctx context.Context, id string, at store.Revision, document []byte) error {
			err := m.Snapshotter.Snapshot(ctx, id, at, document)
			if err == nil {
				documents[id] = slices.Clone(document)
			}
			return err
		}
		m.load = func(ctx context.Context, id string) (store.Stored, error) {
			got, err := m.Snapshotter.Load(ctx, id)
			if document := documents[id]; err == nil && document != nil {
				got.Document = slices.Clone(document)
			}
			return got, err
		}
	}},
	{"accepts a snapshot of the future", "a snapshot of another revision is rejected or ignored", func(m *mutant) {
		m.snapshot = func(ctx context.Context, id string, at store.Revision, document []byte) error {
			if err := m.Snapshotter.Snapshot(ctx, id, at, document); err != store.ErrConflict {
				return err
			}
			return nil
		}
	}},
	{"stores snapshots a little late", "a commit replays a bounded number of batches", func(m *mutant) {
		m.snapshot = func(ctx context.Context, id string, at store.Revision, document []byte) error {
			if at < 10 {
				return m.Snapshotter.Snapshot(ctx, id, at, document)
			}
			return nil
		}
	}},
}

// Each mutant fails the suite, and the failure names the promise that it breaks.
func TestMutants(t *testing.T) {
	covered := map[string]bool{}
	for _, test := range mutants {
		covered[test.promise] = true
		t.Run(test.name, func(t *testing.T) {
			r := &recorder{TB: t}
			storetest.Suite{Open: func(testing.TB) store.Store {
				m := &mutant{Snapshotter: memstore.New()}
				test.change(m)
				return m
			}}.Run(r)
			broken := slices.ContainsFunc(r.failed, func(s string) bool { return strings.HasPrefix(s, "promise broken: "+test.promise+": ") })
			assert.True(t, broken, "the promise %q is not reported as broken: %q", test.promise, r.failed)
		})
	}
	for _, name := range storetest.Promises() {
		assert.True(t, covered[name] || name == reopenPromise, "no mutant breaks the promise %q", name)
	}
}

const reopenPromise = "a store that is opened again has every plan"

// A store that loses something when it is opened again breaks that promise.
func TestReopenMutants(t *testing.T) {
	ctx := context.Background()
	copyStore := func(from store.Store, keep func(id string, s *store.Stored) bool) store.Store {
		to := memstore.New()
		for _, id := range []string{"p1", "P1", "p10", "p1.1", "p1:1", "p1_1", "p1-1", "..", ".", strings.Repeat("p", 64), "p2"} {
			got, err := from.Load(ctx, id)
			if err != nil || !keep(id, &got) {
				continue
			}
			require.NoError(t, to.Create(ctx, id, got.Document))
			for i, b := range got.Batches {
				_, err := to.Append(ctx, id, store.Revision(i), b)
				require.NoError(t, err)
			}
		}
		return to
	}
	for _, test := range []struct {
		name, promise string
		keep          func(id string, s *store.Stored) bool
	}{
		{"everything", reopenPromise, func(string, *store.Stored) bool { return false }},
		{"the last plan", reopenPromise, func(id string, _ *store.Stored) bool { return len(id) < 64 }},
		{"the last batch", reopenPromise, func(_ string, s *store.Stored) bool {
			s.Batches = s.Batches[:max(0, len(s.Batches)-1)]
			return true
		}},
		{"the authors of batches", reopenPromise, func(_ string, s *store.Stored) bool {
			for i := range s.Batches {
				s.Batches[i].Author = ""
			}
			return true
		}},
		{"the snapshot", "a snapshot changes nothing but what is replayed", func(string, *store.Stored) bool { return true }},
	} {
		t.Run("loses "+test.name, func(t *testing.T) {
			r := &recorder{TB: t}
			storetest.Suite{
				Open:   func(testing.TB) store.Store { return memstore.New() },
				Reopen: func(_ testing.TB, s store.Store) store.Store { return copyStore(s, test.keep) },
			}.Run(r)
			broken := slices.ContainsFunc(r.failed, func(s string) bool { return strings.HasPrefix(s, "promise broken: "+test.promise+": ") })
			assert.True(t, broken, "%q", r.failed)
		})
	}
}

// A correct store passes, with and without snapshots; what cannot be tested is skipped.
func TestCorrectStores(t *testing.T) {
	r := &recorder{TB: t}
	same := func(_ testing.TB, s store.Store) store.Store { return s }
	storetest.Suite{Open: func(testing.TB) store.Store { return memstore.New() }, Reopen: same}.Run(r)
	assert.Empty(t, r.failed)
	assert.Zero(t, r.skipped)

	plain := func(testing.TB) store.Store { return struct{ store.Store }{memstore.New()} }
	r = &recorder{TB: t}
	storetest.Suite{Open: plain}.Run(r)
	assert.Empty(t, r.failed)
	assert.Equal(t, 4, r.skipped, "reopening and snapshots")
}

// The suite has an instance of each kind of command.
func TestEveryKindOfCommand(t *testing.T) {
	data, err := os.ReadFile("../testdata/commands.json")
	require.NoError(t, err)
	var want poa.Commands
	require.NoError(t, want.UnmarshalJSON(data))
	stored := map[string]bool{}
	r := &recorder{TB: t}
	storetest.Suite{Open: func(testing.TB) store.Store {
		m := &mutant{Snapshotter: memstore.New()}
		changed(func(b *store.Batch) {
			for _, c := range b.Commands {
				r.mu.Lock()
				stored[c.Kind()] = true
				r.mu.Unlock()
			}
		})(m)
		return m
	}}.Run(r)
	for _, c := range want {
		assert.True(t, stored[c.Kind()], "add a command of the kind %s to the constant commands in fixture.go", c.Kind())
	}
}

func ExampleSuite_Run() {
	plans := memstore.New()
	suite := storetest.Suite{
		Open: func(testing.TB) store.Store { return memstore.New() },
		// A store in a database is opened again here.
		Reopen: func(_ testing.TB, s store.Store) store.Store { return s },
	}
	_ = func(t *testing.T) { suite.Run(t) } // TestStore
	fmt.Println(plans.Create(context.Background(), "p1", []byte(`{}`)))
	// Output: <nil>
}

func ExamplePromises() {
	fmt.Println(strings.Join(storetest.Promises()[:3], "\n"))
	// Output:
	// a plan is loaded as it was created
	// a plan is created once
	// the store shares no memory with its callers
}

func ExampleRun() {
	_ = func(t *testing.T) { // TestStore
		storetest.Run(t, func(*testing.T) store.Store { return memstore.New() })
	}
	fmt.Println(storetest.Promises()[0])
	// Output: a plan is loaded as it was created
}
