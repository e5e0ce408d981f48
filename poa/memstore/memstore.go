// Package memstore implements store.Store in memory, for tests and for servers that may
// lose their plans when they stop. Start with New, or with a Store that has limits:
//
//	plans := &memstore.Store{MaxPlans: 100, MaxRevisions: 10_000}
package memstore

import (
	"context"
	"slices"
	"sync"

	"github.com/rumbo-mx/rumbo/poa/store"
)

// Store is a store.Store in memory, and a store.Snapshotter. The zero value is an empty
// store without limits. It is safe for concurrent use; the limits must not be changed
// once it is used.
type Store struct {
	// MaxPlans is the maximum number of plans; zero means no limit. Beyond it Create
	// returns store.ErrTooManyPlans.
	MaxPlans int
	// MaxRevisions is the maximum revision of a plan; zero means no limit. Beyond it
	// Append returns store.ErrTooManyRevisions.
	MaxRevisions int

	mu    sync.RWMutex
	plans map[string]*stored
}

// stored is a stored plan: the document at revision base, and the batches of all
// revisions from the first.
type stored struct {
	document []byte
	base     store.Revision
	batches  []store.Batch
}

func (p *stored) revision() store.Revision { return store.Revision(len(p.batches)) }

var _ store.Snapshotter = (*Store)(nil)

// New returns an empty store without limits.
func New() *Store { return &Store{} }

// Create stores the document of a new plan; see store.Store.
func (s *Store) Create(ctx context.Context, id string, document []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if id == "" {
		return store.ErrNoID
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.plans[id]; ok {
		return store.ErrPlanExists
	}
	if s.MaxPlans > 0 && len(s.plans) >= s.MaxPlans {
		return &store.LimitError{Err: store.ErrTooManyPlans, Limit: s.MaxPlans}
	}
	if s.plans == nil {
		s.plans = make(map[string]*stored)
	}
	s.plans[id] = &stored{document: slices.Clone(document)}
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
	return store.Stored{
		Document: slices.Clone(p.document), Base: p.base, Batches: copyOf(p.batches[p.base:]), Revision: p.revision(),
	}, nil
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
	case p.revision() != base:
		return p.revision(), store.ErrConflict
	case s.MaxRevisions > 0 && len(p.batches) >= s.MaxRevisions:
		return p.revision(), &store.LimitError{Err: store.ErrTooManyRevisions, Limit: s.MaxRevisions}
	}
	batch.Commands = slices.Clone(batch.Commands)
	p.batches = append(p.batches, batch)
	return p.revision(), nil
}

// Snapshot stores the document of a plan at a revision; see store.Snapshotter.
func (s *Store) Snapshot(ctx context.Context, id string, at store.Revision, document []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	p, ok := s.plans[id]
	switch {
	case !ok:
		return store.ErrNoSuchPlan
	case at > p.revision():
		return store.ErrConflict
	case at > p.base:
		p.document, p.base = slices.Clone(document), at
	}
	return nil
}

// History returns batches of a plan; see store.Snapshotter.
func (s *Store) History(ctx context.Context, id string, after store.Revision, limit int) ([]store.Batch, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	p, ok := s.plans[id]
	if !ok {
		return nil, store.ErrNoSuchPlan
	}
	list := p.batches[min(max(int(after), 0), len(p.batches)):]
	return copyOf(list[:min(max(limit, 0), len(list))]), nil
}

// copyOf returns a copy of batches that shares no slice with them. Commands are immutable.
func copyOf(batches []store.Batch) []store.Batch {
	list := slices.Clone(batches)
	for i := range list {
		list[i].Commands = slices.Clone(list[i].Commands)
	}
	return list
}
