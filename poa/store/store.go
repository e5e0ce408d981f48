// Package store defines the storage of plans that several people change. A stored plan
// is a document and the batches of commands appended to it. The first writer of a
// revision succeeds; the others receive ErrConflict. Start with the interface Store.
// Package poa/memstore implements it in memory, package poa/storetest is the test suite
// for implementations, and package httpapi serves a Store over HTTP.
//
// A Store only appends to a plan, and does not interpret commands: callers must apply
// them first, with package poa, which rejects invalid ones. Commit does both. A Store has
// no user accounts: an author is a name.
//
// Errors that a caller can act on are declared in this package, such as ErrConflict. Any
// other error is specific to the implementation. After an error, nothing was stored.
//
// Bounds: a batch has at most MaxCommands commands; an implementation may limit its plans
// and the revisions of each (see memstore.Store). Both are reported as a *LimitError.
//
// Costs: opening a plan takes the time to decode its document and to apply the batches
// after it. A Store that implements Snapshotter returns at most SnapshotEvery batches to
// Commit, so that n commits take time proportional to n; without it, each commit replays
// all batches before it.
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

const (
	// MaxCommands is the maximum number of commands in a batch.
	MaxCommands = 1000
	// SnapshotEvery is the number of batches after a snapshot at which Open and Commit
	// store the next one.
	SnapshotEvery = 64
)

// Store stores plans. An id is any text of at least 1 byte; one of at most 100 bytes is
// accepted. Ids are compared byte by byte: case, accents and spaces distinguish them.
// Documents, commands, authors and dates are loaded as they were stored, also an empty
// author and the zero date. Implementations must be safe for concurrent use, must not
// share slices with their callers, and must return the error of a context that is done.
// Package storetest tests these promises.
type Store interface {
	// Create stores the document of a new plan, or returns ErrPlanExists. An empty id is
	// an error, such as ErrNoID.
	Create(ctx context.Context, id string, document []byte) error
	// Load returns the plan with that id, or ErrNoSuchPlan.
	Load(ctx context.Context, id string) (Stored, error)
	// Append appends a batch to the plan at revision base and returns the new revision.
	// It returns ErrConflict if the plan is at another revision, and ErrNoSuchPlan if
	// there is no plan with that id; nothing is stored then.
	Append(ctx context.Context, id string, base Revision, batch Batch) (Revision, error)
}

// Snapshotter is a Store that can store the document of a later revision, so that Load
// need not return all batches.
type Snapshotter interface {
	Store
	// Snapshot stores the canonical encoding of the plan at a revision. After it, Load
	// returns that revision as Base and the batches after it. A revision that is not
	// after the current Base changes nothing. It returns ErrConflict if the plan has no
	// such revision yet, and ErrNoSuchPlan if there is no plan with that id.
	Snapshot(ctx context.Context, id string, at Revision, document []byte) error
	// History returns the batches of the revisions after a revision, oldest first, at
	// most limit: also those that Load does not return any more. It returns
	// ErrNoSuchPlan if there is no plan with that id.
	History(ctx context.Context, id string, after Revision, limit int) ([]Batch, error)
}

// Open loads a plan and replays its batches. If s is a Snapshotter and returned
// SnapshotEvery batches or more, it stores a snapshot. It returns the errors of s, as Wrap
// does, ErrDamaged if the plan cannot be replayed, and that of a context that is done.
func Open(ctx context.Context, s Store, env *poa.Env, id string) (*poa.Plan, Revision, error) {
	plan, found, err := open(ctx, s, env, id)
	return plan, found.Revision, err
}

func open(ctx context.Context, s Store, env *poa.Env, id string) (*poa.Plan, Stored, error) {
	found, err := s.Load(ctx, id)
	if err != nil {
		return nil, Stored{}, Wrap("load", id, err)
	}
	plan, err := found.replay(ctx, env)
	if done := ctx.Err(); done != nil {
		return nil, Stored{}, done
	}
	if err != nil {
		return nil, Stored{}, &damagedError{id, err}
	}
	if snapshots, ok := s.(Snapshotter); ok && len(found.Batches) >= SnapshotEvery {
		if err := snapshots.Snapshot(ctx, id, found.Revision, plan.AppendJSON(nil)); err != nil {
			return nil, Stored{}, Wrap("snapshot", id, err)
		}
	}
	return plan, found, nil
}

// Commit opens a plan, applies the commands of a batch to it and appends the batch. It
// returns the plan and the new revision. Nothing is stored if the plan is not at revision
// base (ErrConflict), if the batch is empty (poa.ErrEmptyCommand) or too long
// (ErrTooManyCommands), if a command is rejected, if the plan would be longer than a document
// may be (poa.ErrDocumentTooLong), or on an error of Open or of s.
func Commit(ctx context.Context, s Store, env *poa.Env, id string, base Revision, batch Batch) (*poa.Plan, Revision, error) {
	switch n := len(batch.Commands); {
	case n == 0:
		return nil, 0, poa.ErrEmptyCommand
	case n > MaxCommands:
		return nil, 0, &LimitError{ErrTooManyCommands, MaxCommands}
	}
	plan, found, err := open(ctx, s, env, id)
	if err != nil {
		return nil, 0, err
	}
	if found.Revision != base {
		return nil, 0, ErrConflict
	}
	if plan, err = apply(ctx, plan, batch.Commands); err != nil {
		return nil, 0, err
	}
	if found.Batches = append(found.Batches, batch); found.mayBeTooLong() && len(plan.AppendJSON(nil)) > poa.MaxDocument {
		return nil, 0, poa.ErrDocumentTooLong
	}
	revision, err := s.Append(ctx, id, base, batch)
	if err != nil {
		return nil, 0, Wrap("append", id, err)
	}
	return plan, revision, nil
}

// mayBeTooLong reports whether the plan may be longer than a document may be. Commands add
// less to a document than eight times their own length, so that its exact length is
// rarely needed.
func (s *Stored) mayBeTooLong() bool {
	n := len(s.Document)
	for _, batch := range s.Batches {
		n += 8 * len(batch.Commands.AppendJSON(nil))
	}
	return n > poa.MaxDocument
}

// Plan replays the batches and returns the plan at s.Revision. It returns the error of
// poa.Open or of the first rejected command; there is none if the document and the commands
// were checked before they were stored. It takes the time to open the document and to apply
// all commands.
func (s *Stored) Plan(env *poa.Env) (*poa.Plan, error) { return s.replay(context.Background(), env) }

// replay is Plan for a context, whose error it returns once it is done.
func (s *Stored) replay(ctx context.Context, env *poa.Env) (*poa.Plan, error) {
	p, err := poa.Open(env, s.Document)
	if err != nil {
		return nil, err
	}
	for _, batch := range s.Batches {
		if p, err = apply(ctx, p, batch.Commands); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// apply applies commands to a plan until the context is done.
func apply(ctx context.Context, p *poa.Plan, commands []poa.Command) (*poa.Plan, error) {
	for _, c := range commands {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		next, _, err := p.Apply(c)
		if err != nil {
			return nil, err
		}
		p = next
	}
	return p, nil
}
