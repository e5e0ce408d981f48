package poa

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
)

// Command is one thing that can be done to a plan. It is a closed set:
//
//   - *Change: structural edits, applied all or none; it has an exact inverse;
//   - acts, which have legal meaning, make records and have no inverse:
//     *RecordProgress, *Measure, *PostEntries, *ClosePeriod. What undoes an
//     act is another act.
//
// On the wire a command is an object with its kind: {"kind":"change",
// "edits":[…]}. Kinds are never renamed.
type Command interface {
	// Kind returns the wire key of the command.
	Kind() string
	// apply returns the next plan and the inverse, nil for an act.
	apply(p *Plan) (next *Plan, inverse Command, err error)
}

// Change is a list of structural edits that are applied in order, all or none,
// and what is noted about values afterwards.
//
// An edit that replaces or removes a value takes its illustrative mark and its
// pending text away; the inverse brings them back.
type Change struct {
	Edits []norm.Edit
	// Mark and Unmark say which values are illustrative, and no longer.
	Mark, Unmark []norm.Path
	// Pending keeps what was typed for values that it does not make; an empty
	// text forgets what was kept.
	Pending []Pending
}

// RecordProgress reports how much of an activity was done in a month.
type RecordProgress struct {
	Progress Progress
}

// Measure captures the variables of an indicator for a period.
type Measure struct {
	Measurement kpi.Measurement
}

// PostEntries posts to the ledger. Entries are posted together: a transfer
// between lines is one entry out and one in, and sums to zero.
type PostEntries struct {
	Entries []*budget.Entry
}

// ClosePeriod closes a period. Findings that block refuse it.
type ClosePeriod struct {
	Close Close
}

func (*Change) Kind() string         { return "change" }
func (*RecordProgress) Kind() string { return "record-progress" }
func (*Measure) Kind() string        { return "measure" }
func (*PostEntries) Kind() string    { return "post-entries" }
func (*ClosePeriod) Kind() string    { return "close-period" }
