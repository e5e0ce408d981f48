package store_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/memstore"
	"github.com/rumbo-mx/rumbo/poa/store"
)

const empty = `{"schema":1,"id":"p1","fiscalYear":2027}`

// Plan returns an error, and no plan, if a document or a command is invalid.
func TestPlanOfInvalidStored(t *testing.T) {
	lost := []poa.Command{&poa.Change{Edits: []norm.Edit{{Op: norm.OpRemove, Path: "activities[nobody]"}}}}
	for _, test := range []struct {
		name   string
		stored store.Stored
		want   norm.Code
	}{
		{"invalid document", store.Stored{Document: []byte("{")}, "syntax"},
		{"rejected command", store.Stored{Document: []byte(empty), Batches: []store.Batch{{Commands: title("x")}, {Commands: lost}}, Revision: 2}, "no-element"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := test.stored.Plan(&poa.Env{})
			assert.Nil(t, p)
			assert.Equal(t, test.want, poa.CodeOf(err))
		})
	}
}

// Plan returns the plan that results from applying all commands.
func TestPlanReplaysBatches(t *testing.T) {
	stored := store.Stored{Document: []byte(empty), Batches: []store.Batch{{Commands: title("uno")}, {Commands: title("dos")}}, Revision: 2}
	got, err := stored.Plan(&poa.Env{})
	require.NoError(t, err)
	want, err := poa.Open(&poa.Env{}, []byte(empty))
	require.NoError(t, err)
	for _, c := range append(title("uno"), title("dos")...) {
		want, _, err = want.Apply(c)
		require.NoError(t, err)
	}
	assert.Equal(t, string(want.AppendJSON(nil)), string(got.AppendJSON(nil)))
}

func TestCodes(t *testing.T) {
	for err, want := range map[error]norm.Code{
		store.ErrConflict: "conflict", store.ErrNoSuchPlan: "no-such-plan", store.ErrPlanExists: "plan-exists", store.ErrNoID: "no-id",
		store.ErrTooManyCommands: "too-many-commands", store.ErrTooManyPlans: "too-many-plans",
		store.ErrTooManyRevisions: "too-many-revisions", store.ErrDamaged: "damaged-plan",
	} {
		assert.Equal(t, want, poa.CodeOf(err))
		assert.Contains(t, err.Error(), "store: ")
	}
}

func newStore(t *testing.T, document string) *memstore.Store {
	t.Helper()
	plans := memstore.New()
	require.NoError(t, plans.Create(context.Background(), "p1", []byte(document)))
	return plans
}

// A rejected commit stores nothing.
func TestRejectedCommits(t *testing.T) {
	ctx := context.Background()
	lost := &poa.Change{Edits: []norm.Edit{{Op: norm.OpRemove, Path: "activities[nobody]"}}}
	many := make(poa.Commands, store.MaxCommands+1)
	for i := range many {
		many[i] = title("x")[0]
	}
	for _, test := range []struct {
		name     string
		id       string
		base     store.Revision
		commands poa.Commands
		want     norm.Code
	}{
		{"no commands", "p1", 0, nil, "empty-command"},
		{"too many commands", "p1", 0, many, "too-many-commands"},
		{"an old revision", "p1", -1, title("x"), "conflict"},
		{"a future revision", "p1", 1, title("x"), "conflict"},
		{"an unknown plan", "p2", 0, title("x"), "no-such-plan"},
		{"the second command is rejected", "p1", 0, append(title("x"), lost), "no-element"},
	} {
		t.Run(test.name, func(t *testing.T) {
			plans := newStore(t, empty)
			plan, _, err := store.Commit(ctx, plans, &poa.Env{}, test.id, test.base, store.Batch{Commands: test.commands})
			assert.Nil(t, plan)
			assert.Equal(t, test.want, poa.CodeOf(err), "%v", err)
			found, err := plans.Load(ctx, "p1")
			require.NoError(t, err)
			assert.Zero(t, found.Revision)
		})
	}
	_, revision, err := store.Commit(ctx, newStore(t, empty), &poa.Env{}, "p1", 0, store.Batch{Commands: many[1:]})
	require.NoError(t, err, "at the limit")
	assert.EqualValues(t, 1, revision)
}

// A plan that cannot be replayed is damaged, whatever the reason: the error is none of the
// caller's, who must not see the code of the reason.
func TestDamagedPlan(t *testing.T) {
	ctx := context.Background()
	plans := newStore(t, "{")
	_, _, err := store.Open(ctx, plans, &poa.Env{}, "p1")
	assert.ErrorIs(t, err, store.ErrDamaged)
	assert.Equal(t, norm.Code("damaged-plan"), poa.CodeOf(err))
	assert.ErrorContains(t, err, "p1")

	plans = newStore(t, empty)
	lost := []poa.Command{&poa.Change{Edits: []norm.Edit{{Op: norm.OpRemove, Path: "activities[nobody]"}}}}
	_, err = plans.Append(ctx, "p1", 0, store.Batch{Commands: lost})
	require.NoError(t, err)
	_, _, err = store.Commit(ctx, plans, &poa.Env{}, "p1", 1, store.Batch{Commands: title("x")})
	assert.ErrorIs(t, err, store.ErrDamaged)
}

// counting counts what a store is asked to read and write.
type counting struct {
	store.Snapshotter
	batches, longest, snapshots int
	cancel                      func()
	fail                        error
}

func (c *counting) Load(ctx context.Context, id string) (store.Stored, error) {
	got, err := c.Snapshotter.Load(ctx, id)
	c.batches += len(got.Batches)
	c.longest = max(c.longest, len(got.Batches))
	if c.cancel != nil {
		c.cancel()
	}
	return got, err
}

func (c *counting) Snapshot(ctx context.Context, id string, at store.Revision, document []byte) error {
	if c.fail != nil {
		return c.fail
	}
	c.snapshots++
	return c.Snapshotter.Snapshot(ctx, id, at, document)
}

// The work of n commits grows with n, not with its square.
func TestCommitsAreLinear(t *testing.T) {
	ctx := context.Background()
	work := func(n int) counting {
		c := &counting{Snapshotter: newStore(t, empty)}
		for i := range n {
			_, _, err := store.Commit(ctx, c, &poa.Env{}, "p1", store.Revision(i), store.Batch{Commands: title("x")})
			require.NoError(t, err)
		}
		return *c
	}
	const n = 20 * store.SnapshotEvery
	small, large := work(n), work(4*n)
	assert.InDelta(t, 4*small.batches, large.batches, float64(small.batches)/4)
	assert.LessOrEqual(t, large.longest, store.SnapshotEvery)
	assert.LessOrEqual(t, large.snapshots, 4*n/store.SnapshotEvery)
	assert.NotZero(t, small.snapshots)
}

// A snapshot that cannot be stored is an error before anything is appended.
func TestSnapshotFails(t *testing.T) {
	ctx := context.Background()
	c := &counting{Snapshotter: newStore(t, empty), fail: errors.New("disk full")}
	for i := range store.SnapshotEvery {
		_, _, err := store.Commit(ctx, c, &poa.Env{}, "p1", store.Revision(i), store.Batch{Commands: title("x")})
		require.NoError(t, err)
	}
	_, _, err := store.Commit(ctx, c, &poa.Env{}, "p1", store.SnapshotEvery, store.Batch{Commands: title("x")})
	assert.ErrorIs(t, err, c.fail)
	found, err := c.Load(ctx, "p1")
	require.NoError(t, err)
	assert.EqualValues(t, store.SnapshotEvery, found.Revision)
}

// Once the context is done nothing more is replayed, and the error is that of the context.
func TestCommitStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	c := &counting{Snapshotter: newStore(t, empty), cancel: cancel}
	_, err := c.Append(ctx, "p1", 0, store.Batch{Commands: []poa.Command{nil}}) // cannot be applied
	require.NoError(t, err)
	_, _, err = store.Commit(ctx, c, &poa.Env{}, "p1", 1, store.Batch{Commands: title("x")})
	assert.ErrorIs(t, err, context.Canceled)
}

// A commit does not make a plan so long that it could not be opened again.
func TestCommitOfTooLongPlan(t *testing.T) {
	ctx := context.Background()
	text := strings.Repeat("<", 60_000) // six times as long in a document
	long := title(text)                 // of the mission, which is added to the title
	long[0].(*poa.Change).Edits[0].Path = "mission"
	document := `{"schema":1,"id":"p1","title":"` + text + `","fiscalYear":2027,"posts":[`
	for i := range poa.MaxDocument/(6*len(text)) - 2 {
		document += fmt.Sprintf(`{"id":"a%d","name":"%s"},`, i, text)
	}
	plans := newStore(t, document+`{"id":"z","name":"`+text+`"}]}`)
	_, revision, err := store.Commit(ctx, plans, &poa.Env{}, "p1", 0, store.Batch{Commands: long})
	assert.ErrorIs(t, err, poa.ErrDocumentTooLong)
	assert.Zero(t, revision)
	short := title("x")
	short[0].(*poa.Change).Edits[0].Path = "mission"
	_, revision, err = store.Commit(ctx, plans, &poa.Env{}, "p1", 0, store.Batch{Commands: short})
	require.NoError(t, err)
	assert.EqualValues(t, 1, revision)
	_, _, err = store.Commit(ctx, plans, &poa.Env{}, "p1", 1, store.Batch{Commands: append(title("x"), long...)})
	require.NoError(t, err, "the title is short now")
	_, _, err = store.Open(ctx, plans, &poa.Env{}, "p1")
	assert.NoError(t, err)
}
