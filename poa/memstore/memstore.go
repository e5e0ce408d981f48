// Package memstore implements store.Store in memory, for tests and for servers that may
// lose their plans when they stop. Start with New.
package memstore

import (
	"context"
	"slices"
	"sync"

	"github.com/rumbo-mx/rumbo/poa/store"
)

// Store is a store.Store in memory. The zero value is an empty store. It is safe for
// concurrent use.
type Store struct {
	mu    sync.RWMutex
	plans map[string]*store.Stored
}

var _ store.Store = (*Store)(nil)

// New returns an empty store.
func New() *Store { return &Store{} }

// Create stores the document of a new plan; see store.Store.
func (s *Store) Create(ctx context.Context, id string, document []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.plans[id]; ok {
		return store.ErrPlanExists
	}
	if s.plans == nil {
		s.plans = make(map[string]*store.Stored)
	}
	s.plans[id] = &store.Stored{Document: slices.Clone(document)}
	return nil
}

// Load returns a plan; see store.Store.
func (s *Store) Load(ctx context.Context, id string) (store.Stored, error) {
	if err := ctx.Err(); err != nil {
		return store.Stored{}, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	p, ok := s.plans[id]
	if !ok {
		return store.Stored{}, store.ErrNoSuchPlan
	}
	found := *p
	found.Document = slices.Clone(p.Document)
	found.Batches = slices.Clone(p.Batches)
	return found, nil
}

// Append appends a batch to a plan; see store.Store.
func (s *Store) Append(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	p, ok := s.plans[id]
	switch {
	case !ok:
		return 0, store.ErrNoSuchPlan
	case p.Revision != base:
		return p.Revision, store.ErrConflict
	}
	batch.Commands = slices.Clone(batch.Commands)
	p.Batches = append(p.Batches, batch)
	p.Revision++
	return p.Revision, nil
}
