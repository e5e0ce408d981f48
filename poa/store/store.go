// Package store defines the storage of plans that several people change. A stored plan
// is a document and the batches of commands appended to it. The first writer of a
// revision succeeds; the others receive ErrConflict. Start with the interface Store.
// Package poa/memstore implements it in memory, package poa/storetest is the test suite
// for implementations, and package httpapi serves a Store over HTTP.
//
// A Store only appends to a plan, and does not interpret commands: callers must apply
// them first, with package poa, which rejects invalid ones. A Store has no user accounts:
// an author is a name.
//
// Errors that a caller can act on: ErrConflict, ErrNoSuchPlan, ErrPlanExists. Any other
// error is specific to the implementation. After an error, nothing was stored.
package store

import (
	"context"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
)

// Revision is the number of batches that were appended to a stored plan: zero for a new
// plan, plus one for each Append.
type Revision int

// Batch is a list of commands that were applied to a stored plan in one step, with the
// author and the date.
type Batch struct {
	// Commands are applied in order, all or none.
	Commands poa.Commands `json:"commands"`
	// Author is the name of the author, in a form that the host defines.
	Author string `json:"author,omitzero"`
	// Date is the day of the step.
	Date calendar.Date `json:"date,omitzero"`
}

// Stored is a stored plan: a document and the batches appended to it. Replaying the
// batches on the document results in the plan at Revision.
type Stored struct {
	// Document is the canonical encoding of the plan at revision Base.
	Document []byte
	Base     Revision
	// Batches are those from Base to Revision, one for each revision.
	Batches  []Batch
	Revision Revision
}

// Store stores plans. Implementations must be safe for concurrent use, and must not share
// slices with their callers.
type Store interface {
	// Create stores the document of a new plan, or returns ErrPlanExists.
	Create(ctx context.Context, id string, document []byte) error
	// Load returns the plan with that id, or ErrNoSuchPlan.
	Load(ctx context.Context, id string) (Stored, error)
	// Append appends a batch to the plan at revision base and returns the new revision.
	// It returns ErrConflict if the plan is at another revision, and ErrNoSuchPlan if
	// there is no plan with that id; nothing is stored then.
	Append(ctx context.Context, id string, base Revision, batch Batch) (Revision, error)
}

// Plan replays the batches and returns the plan at s.Revision. It returns the error of
// poa.Open or of the first rejected command; there is none if the document and the commands
// were checked before they were stored. It takes the time to open the document and to apply
// all commands.
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
