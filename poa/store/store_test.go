package store_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
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
		store.ErrConflict: "conflict", store.ErrNoSuchPlan: "no-such-plan", store.ErrPlanExists: "plan-exists",
	} {
		assert.Equal(t, want, poa.CodeOf(err))
		assert.Contains(t, err.Error(), "store: ")
	}
}
