package httpapi

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/rpc"
	"github.com/rumbo-mx/rumbo/poa/store"
)

// plans returns the methods of stored plans for one request, with its context.
func (h *handler) plans(r *http.Request) []rpc.Method {
	if h.options.Store == nil {
		return nil
	}
	ctx := r.Context()
	return []rpc.Method{
		rpc.Handle("create", func(q *rpc.CreateParams) (rpc.StoredResult, error) {
			a, err := h.create(ctx, q)
			return a, public(ctx, err)
		}),
		rpc.Handle("load", func(q *rpc.LoadParams) (rpc.LoadResult, error) {
			a, err := h.load(ctx, q)
			return a, public(ctx, err)
		}),
		rpc.Handle("append", func(q *rpc.AppendParams) (rpc.StoredResult, error) {
			a, err := h.append(r, q)
			return a, public(ctx, err)
		}),
	}
}

// public returns the error of a call; once its context is done, that the call expired.
func public(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return fmt.Errorf("httpapi: %w (%v)", poa.ErrExpired, err)
	}
	return err
}

// create stores a new plan under its id. It does not replace a plan that has the id
// already: stored plans are changed only by append.
func (h *handler) create(ctx context.Context, q *rpc.CreateParams) (r rpc.StoredResult, err error) {
	plan, err := poa.Open(h.env, []byte(q.Document))
	if err != nil {
		return r, err
	}
	id := plan.View().ID
	if err := h.options.Store.Create(ctx, id, plan.AppendJSON(nil)); err != nil {
		return r, store.Wrap("create", id, err)
	}
	return rpc.StoredResult{Plan: id}, nil
}

func (h *handler) load(ctx context.Context, q *rpc.LoadParams) (r rpc.LoadResult, err error) {
	plan, revision, err := store.Open(ctx, h.options.Store, h.env, q.Plan)
	if err != nil {
		return r, err
	}
	return rpc.LoadResult{Revision: int(revision), Document: string(plan.AppendJSON(nil))}, nil
}

// append stores commands if the plan is still at the revision that the caller saw and
// all of them can be applied. The author and the day are those of Options.Stamp.
func (h *handler) append(r *http.Request, q *rpc.AppendParams) (a rpc.StoredResult, err error) {
	batch := store.Batch{Commands: q.Commands}
	if h.options.Stamp != nil {
		if batch.Author, batch.Date, err = h.options.Stamp(r); err != nil {
			if !errors.Is(err, ErrForbidden) {
				err = fmt.Errorf("httpapi: stamp: %v", err) // without its code
			}
			return a, err
		}
	}
	if limit := h.options.MaxRevisions; limit > 0 && q.Base >= limit {
		return a, &store.LimitError{Err: store.ErrTooManyRevisions, Limit: limit}
	}
	_, revision, err := store.Commit(r.Context(), h.options.Store, h.env, q.Plan, store.Revision(q.Base), batch)
	if err != nil {
		return a, err
	}
	return rpc.StoredResult{Plan: q.Plan, Revision: int(revision)}, nil
}
