// Package store defines how plans are stored that several people change: a document and
// the batches of commands appended to it, so that the first writer of a revision wins and
// the second receives ErrConflict. Start with the interface Store; package poa/memstore
// implements it, package poa/storetest is the suite that every implementation passes, and
// package httpapi offers one over HTTP.
//
// A Store changes a plan only by appending to it, and does not interpret the commands:
// the caller applies them first, with package poa, which rejects invalid ones. A Store
// has no accounts: an author is a name.
//
// Errors that a caller can act on: ErrConflict, ErrNoSuchPlan, ErrPlanExists. Any other
// error is internal to the store. After an error nothing was stored.
package store

import (
	"context"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
)

// Revision counts what was appended to a stored plan: a new plan has revision
// zero, each Append adds one.
type Revision int

// Batch is what was done to a stored plan in one step, by whom and when.
type Batch struct {
	// Commands are applied in order, all or none.
	Commands poa.Commands `json:"commands"`
	// Author names who did it; the host decides what a name is.
	Author string `json:"author,omitzero"`
	// Date is the day it was done.
	Date calendar.Date `json:"date,omitzero"`
}

// Stored is a stored plan: a document and the batches appended to it. Replaying them
// leads to the plan at Revision.
type Stored struct {
	// Document is the canonical bytes of the plan at revision Base.
	Document []byte
	Base     Revision
	// Batches lead from Base to Revision, one each.
	Batches  []Batch
	Revision Revision
}

// Store keeps plans. Implementations are safe for concurrent use, keep no
// slice of a caller and return none of their own.
type Store interface {
	// Create stores the document of a new plan, or returns ErrPlanExists.
	Create(ctx context.Context, id string, document []byte) error
	// Load returns the plan with that id, or ErrNoSuchPlan.
	Load(ctx context.Context, id string) (Stored, error)
	// Append adds a batch to the plan at revision base and returns the new revision. It
	// returns ErrConflict if the plan is not at base, and ErrNoSuchPlan if there is no
	// such plan; nothing is stored then.
	Append(ctx context.Context, id string, base Revision, batch Batch) (Revision, error)
}

// Plan replays the batches and returns the plan at s.Revision. Its error is that of
// poa.Open or of the first rejected command; a plan that was checked before it was stored
// has neither. It opens the document and applies every command.
func (s *Stored) Plan(env *poa.Env) (*poa.Plan, error) {
	p, err := poa.Open(env, s.Document)
	if err != nil {
		return nil, err
	}
	for _, e := range s.Batches {
		for _, c := range e.Commands {
			if p, _, err = p.Apply(c); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}
