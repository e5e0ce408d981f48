package rpc

import (
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// create stores a new plan. The plan of an id that is taken is never replaced:
// a stored plan changes by append alone.
func (s *Server) create(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeCreateParams)
	if err != nil {
		return nil, err
	}
	if s.options.Store == nil {
		return nil, errStore
	}
	plan, err := poa.Open(s.env, wire.Bytes(q.Document))
	if err != nil {
		return nil, err
	}
	id := plan.View().ID
	if err := s.options.Store.Create(s.ctx, id, plan.AppendJSON(nil)); err != nil {
		return nil, err
	}
	return appendStoredResult(b, &StoredResult{Plan: id}), nil
}

// stored loads a plan and replays what was appended to it.
func (s *Server) stored(id string) (*poa.Plan, poa.Revision, error) {
	if s.options.Store == nil {
		return nil, 0, errStore
	}
	found, err := s.options.Store.Load(s.ctx, id)
	if err != nil {
		return nil, 0, err
	}
	plan, err := found.Plan(s.env)
	return plan, found.Revision, err
}

func (s *Server) load(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeLoadParams)
	if err != nil {
		return nil, err
	}
	plan, revision, err := s.stored(q.Plan)
	if err != nil {
		return nil, err
	}
	return appendLoadResult(b, &LoadResult{Revision: int(revision), Document: string(plan.AppendJSON(nil))}), nil
}

// append applies commands to a stored plan and stores them when all of them
// can be carried out on the revision the caller saw.
func (s *Server) append(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeAppendParams)
	if err != nil {
		return nil, err
	}
	plan, revision, err := s.stored(q.Plan)
	if err != nil {
		return nil, err
	}
	if revision != poa.Revision(q.Base) {
		return nil, poa.ErrConflict
	}
	for _, c := range q.Commands {
		if plan, _, err = plan.Apply(c); err != nil {
			return nil, err
		}
	}
	entry := poa.Entry{Commands: q.Commands, Author: q.Author, Date: q.Context.Today}
	if revision, err = s.options.Store.Append(s.ctx, q.Plan, revision, entry); err != nil {
		return nil, err
	}
	return appendStoredResult(b, &StoredResult{Plan: q.Plan, Revision: int(revision)}), nil
}
