package poa

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
)

// Command is an operation that changes a plan. Commands are a closed set:
//
//   - *Change: structural edits, applied all or none; it has an exact inverse;
//   - acts, which have legal meaning, add records and have no inverse:
//     *RecordProgress, *Measure, *Withdraw, *PostEntries, *ClosePeriod,
//     *ReopenPeriod. An act is corrected by another act: a progress record and a
//     measurement by *Withdraw, an entry of the ledger by the entry with the opposite
//     amount, the close of a period by *ReopenPeriod.
//
// An act is rejected if its date, its amount or the period that it is about does not
// fit the plan; see ErrRecordDate, ErrRecordAmount and ErrPeriodClosed. In a plan without
// a fiscal year every act is; see ErrNoFiscalYear. A Change is
// rejected if records depend on what it changes; see ErrBoundByRecords and
// ErrPeriodFrozen.
//
// A command is encoded as an object with its kind: {"kind":"change",
// "edits":[…]}. Kinds are never renamed.
type Command interface {
	// Kind returns the wire key of the command.
	Kind() string
	// apply returns the next plan and the inverse, nil for an act.
	apply(p *Plan) (next *Plan, inverse Command, err error)
}

// Change is a list of structural edits that are applied in order, all or none,
// followed by changes of the notes about values.
//
// An edit that replaces or removes a value removes its illustrative mark and its
// pending text; the inverse restores them. Notes can be made about values that the plan
// has before or after the edits. Edits do not touch a note about a value that the plan
// does not have, as a document may contain; Unmark and Pending remove it, and the inverse
// does not restore it. Of several pending texts for one value, the last is used.
type Change struct {
	Edits []norm.Edit
	// Mark adds illustrative marks to values, Unmark removes them.
	Mark, Unmark []norm.Path
	// Pending sets the pending texts of values; an empty text removes one.
	Pending []Pending
}

// RecordProgress records how much of an activity was done in a month.
type RecordProgress struct {
	Progress Progress
}

// Measure records the variables of an indicator for a period.
type Measure struct {
	Measurement kpi.Measurement
}

// Withdraw withdraws a progress record or a measurement.
type Withdraw struct {
	Withdrawal Withdrawal
}

// PostEntries posts entries to the ledger, all or none. A transfer between lines
// is one entry out and one in, and must sum to zero.
type PostEntries struct {
	Entries []*budget.Entry
}

// ClosePeriod closes a period. It is rejected if there are blocking findings.
type ClosePeriod struct {
	Close Close
}

// ReopenPeriod reopens a closed period.
type ReopenPeriod struct {
	Reopening Reopening
}

func (*Change) Kind() string         { return "change" }
func (*RecordProgress) Kind() string { return "record-progress" }
func (*Measure) Kind() string        { return "measure" }
func (*Withdraw) Kind() string       { return "withdraw" }
func (*PostEntries) Kind() string    { return "post-entries" }
func (*ClosePeriod) Kind() string    { return "close-period" }
func (*ReopenPeriod) Kind() string   { return "reopen-period" }
