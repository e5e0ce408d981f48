package poa

import (
	"context"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Revision counts what was appended to a stored plan: a new plan has revision
// zero, each Append adds one.
type Revision int

// Entry is what was done to a stored plan in one step, by whom and when.
type Entry struct {
	// Commands are applied in order, all or none.
	Commands []Command
	// Author names who did it; the host decides what a name is.
	Author string
	// Date is the day it was done.
	Date calendar.Date
}

// Stored is a plan as a Store holds it: a document, and what was appended
// since. Replaying the entries on the document gives the plan at Revision.
type Stored struct {
	// Document is the canonical bytes of the plan at revision Base.
	Document []byte
	Base     Revision
	// Entries lead from Base to Revision, one each.
	Entries  []Entry
	Revision Revision
}

// Store keeps plans: it never changes one but by appending to it. Package
// storetest holds the suite every Store passes. Implementations are safe for
// concurrent use.
type Store interface {
	// Create stores the document of a new plan, or returns ErrPlanExists.
	Create(ctx context.Context, id string, document []byte) error
	// Load returns the plan with that id, or ErrNoSuchPlan.
	Load(ctx context.Context, id string) (Stored, error)
	// Append adds an entry to the plan at revision base and returns the new
	// revision. It returns ErrConflict when the plan is not at base, and
	// ErrNoSuchPlan when there is none; nothing is stored then.
	Append(ctx context.Context, id string, base Revision, entry Entry) (Revision, error)
}

// Plan replays the entries and returns the plan at s.Revision.
func (s *Stored) Plan(env *Env) (*Plan, error) {
	p, err := Open(env, s.Document)
	if err != nil {
		return nil, err
	}
	for _, e := range s.Entries {
		for _, c := range e.Commands {
			if p, _, err = p.Apply(c); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}
