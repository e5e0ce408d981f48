package memstore_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/memstore"
	"github.com/rumbo-mx/rumbo/poa/store"
	"github.com/rumbo-mx/rumbo/poa/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return memstore.New() })
}

// A limit is reported by an error that has it; what was stored before is unchanged.
func TestLimits(t *testing.T) {
	ctx := context.Background()
	document := []byte(`{"schema":1,"id":"p1","fiscalYear":2027}`)
	plans := &memstore.Store{MaxPlans: 2, MaxRevisions: 1}
	require.NoError(t, plans.Create(ctx, "p1", document))
	require.NoError(t, plans.Create(ctx, "p2", document))
	limitOf := func(err, want error) int {
		var limit *store.LimitError
		require.ErrorAs(t, err, &limit)
		require.ErrorIs(t, err, want)
		assert.Equal(t, poa.CodeOf(want), poa.CodeOf(err))
		return limit.Limit
	}
	assert.Equal(t, 2, limitOf(plans.Create(ctx, "p3", document), store.ErrTooManyPlans))
	assert.ErrorIs(t, plans.Create(ctx, "p1", document), store.ErrPlanExists)
	_, err := plans.Load(ctx, "p3")
	assert.ErrorIs(t, err, store.ErrNoSuchPlan)

	_, err = plans.Append(ctx, "p1", 0, store.Batch{Author: "jefa"})
	require.NoError(t, err)
	_, err = plans.Append(ctx, "p1", 1, store.Batch{Author: "jefa"})
	assert.Equal(t, 1, limitOf(err, store.ErrTooManyRevisions))
	_, err = plans.Append(ctx, "p1", 0, store.Batch{Author: "jefa"})
	assert.ErrorIs(t, err, store.ErrConflict)
	found, err := plans.Load(ctx, "p1")
	require.NoError(t, err)
	assert.EqualValues(t, 1, found.Revision)
}
