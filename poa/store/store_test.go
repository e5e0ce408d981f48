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

// An invalid stored plan is an error, never a partial plan.
func TestPlanOfWhatCannotBeReplayed(t *testing.T) {
	lost := []poa.Command{&poa.Change{Edits: []norm.Edit{{Op: norm.OpRemove, Path: "activities[nobody]"}}}}
	for _, test := range []struct {
		name   string
		stored store.Stored
		want   norm.Code
	}{
		{"the document is none", store.Stored{Document: []byte("{")}, "syntax"},
		{"an entry is refused", store.Stored{Document: []byte(empty), Batches: []store.Batch{{Commands: title("x")}, {Commands: lost}}, Revision: 2}, "no-element"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := test.stored.Plan(&poa.Env{})
			assert.Nil(t, p)
			assert.Equal(t, test.want, poa.CodeOf(err))
		})
	}
}

// The plan of a stored one is that of the same commands applied in one go.
func TestPlanIsTheSumOfItsEntries(t *testing.T) {
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
