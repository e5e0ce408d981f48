package httpapi

import (
	"context"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
	"github.com/rumbo-mx/rumbo/poa/rpc"
	"github.com/rumbo-mx/rumbo/poa/store"
)

// plans returns the methods of stored plans for one request, whose context
// bounds what the store does.
func (h *handler) plans(ctx context.Context) []rpc.Method {
	if h.options.Store == nil {
		return nil
	}
	return []rpc.Method{
		{Name: "create", Answer: func(b []byte, params string) ([]byte, error) { return h.create(ctx, b, params) }},
		{Name: "load", Answer: func(b []byte, params string) ([]byte, error) { return h.load(ctx, b, params) }},
		{Name: "append", Answer: func(b []byte, params string) ([]byte, error) { return h.append(ctx, b, params) }},
	}
}

// create stores a new plan under its own id. The plan of an id that is taken
// is never replaced: a stored plan changes by append alone.
func (h *handler) create(ctx context.Context, b []byte, params string) ([]byte, error) {
	q, err := rpc.DecodeCreateParams(params)
	if err != nil {
		return nil, err
	}
	plan, err := poa.Open(h.env, wire.Bytes(q.Document))
	if err != nil {
		return nil, err
	}
	id := plan.View().ID
	if err := h.options.Store.Create(ctx, id, plan.AppendJSON(nil)); err != nil {
		return nil, err
	}
	return (&rpc.StoredResult{Plan: id}).AppendJSON(b), nil
}

// replay loads a plan and replays what was appended to it.
func (h *handler) replay(ctx context.Context, id string) (*poa.Plan, store.Revision, error) {
	found, err := h.options.Store.Load(ctx, id)
	if err != nil {
		return nil, 0, err
	}
	plan, err := found.Plan(h.env)
	return plan, found.Revision, err
}

func (h *handler) load(ctx context.Context, b []byte, params string) ([]byte, error) {
	q, err := rpc.DecodeLoadParams(params)
	if err != nil {
		return nil, err
	}
	plan, revision, err := h.replay(ctx, q.Plan)
	if err != nil {
		return nil, err
	}
	return (&rpc.LoadResult{Revision: int(revision), Document: string(plan.AppendJSON(nil))}).AppendJSON(b), nil
}

// append applies commands to a stored plan and stores them when all of them
// can be carried out on the revision the caller saw.
func (h *handler) append(ctx context.Context, b []byte, params string) ([]byte, error) {
	q, err := rpc.DecodeAppendParams(params)
	if err != nil {
		return nil, err
	}
	if len(q.Commands) == 0 {
		return nil, poa.ErrEmptyCommand
	}
	plan, revision, err := h.replay(ctx, q.Plan)
	if err != nil {
		return nil, err
	}
	if revision != store.Revision(q.Base) {
		return nil, store.ErrConflict
	}
	for _, c := range q.Commands {
		if plan, _, err = plan.Apply(c); err != nil {
			return nil, err
		}
	}
	entry := store.Entry{Commands: q.Commands, Author: q.Author, Date: q.Context.Today}
	if revision, err = h.options.Store.Append(ctx, q.Plan, revision, entry); err != nil {
		return nil, err
	}
	return (&rpc.StoredResult{Plan: q.Plan, Revision: int(revision)}).AppendJSON(b), nil
}
