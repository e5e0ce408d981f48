package httpapi

import (
	"context"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/rpc"
	"github.com/rumbo-mx/rumbo/poa/store"
)

// plans returns the methods of stored plans for one request, with its context.
func (h *handler) plans(ctx context.Context) []rpc.Method {
	if h.options.Store == nil {
		return nil
	}
	return []rpc.Method{
		rpc.Handle("create", func(q *rpc.CreateParams) (rpc.StoredResult, error) { return h.create(ctx, q) }),
		rpc.Handle("load", func(q *rpc.LoadParams) (rpc.LoadResult, error) { return h.load(ctx, q) }),
		rpc.Handle("append", func(q *rpc.AppendParams) (rpc.StoredResult, error) { return h.append(ctx, q) }),
	}
}

// create stores a new plan under its id. It does not replace a plan that has the id
// already: stored plans are changed only by append.
func (h *handler) create(ctx context.Context, q *rpc.CreateParams) (r rpc.StoredResult, err error) {
	plan, err := poa.Open(h.env, []byte(q.Document))
	if err != nil {
		return r, err
	}
	id := plan.View().ID
	return rpc.StoredResult{Plan: id}, h.options.Store.Create(ctx, id, plan.AppendJSON(nil))
}

// replay loads a plan and applies the batches appended to it.
func (h *handler) replay(ctx context.Context, id string) (*poa.Plan, store.Revision, error) {
	found, err := h.options.Store.Load(ctx, id)
	if err != nil {
		return nil, 0, err
	}
	plan, err := found.Plan(h.env)
	return plan, found.Revision, err
}

func (h *handler) load(ctx context.Context, q *rpc.LoadParams) (r rpc.LoadResult, err error) {
	plan, revision, err := h.replay(ctx, q.Plan)
	if err != nil {
		return r, err
	}
	return rpc.LoadResult{Revision: int(revision), Document: string(plan.AppendJSON(nil))}, nil
}

// append stores commands if the plan is still at the revision that the caller saw and
// all of them can be applied.
func (h *handler) append(ctx context.Context, q *rpc.AppendParams) (r rpc.StoredResult, err error) {
	if len(q.Commands) == 0 {
		return r, poa.ErrEmptyCommand
	}
	plan, revision, err := h.replay(ctx, q.Plan)
	if err != nil {
		return r, err
	}
	if revision != store.Revision(q.Base) {
		return r, store.ErrConflict
	}
	for _, c := range q.Commands {
		if plan, _, err = plan.Apply(c); err != nil {
			return r, err
		}
	}
	batch := store.Batch{Commands: q.Commands, Author: q.Author, Date: q.Context.Today}
	if revision, err = h.options.Store.Append(ctx, q.Plan, revision, batch); err != nil {
		return r, err
	}
	return rpc.StoredResult{Plan: q.Plan, Revision: int(revision)}, nil
}
