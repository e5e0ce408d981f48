// Package poa is the annual operating plan (Plan Operativo Anual) of a
// municipal office: a document that may be wrong, a plan that is always whole,
// the commands that change it, and the analysis that says how it stands on a
// day.
//
// Start with Open, which makes a Plan of a document's bytes, and Plan.Analyze:
//
//	plan, err := poa.Open(mexico.Env(), data)
//	…
//	analysis := plan.Analyze(calendar.MustDate(2027, 3, 15))
//	for _, f := range analysis.Findings { … }
//
// A Plan is immutable. Plan.Apply and Plan.Edit return the next one, with the
// command that leads back; History keeps both for undo. Everything computed
// comes from Analyze: reports and pages only show it.
//
// Three tiers keep bad input apart. What cannot be represented is refused when
// a document is decoded (*DecodeError, with path and code). What would break
// the plan is refused when a command is applied (*Refusal), and the plan stays
// as it was. Everything else that may be wrong in a draft is a norm.Finding
// and stays in the plan until somebody mends it.
//
// The package reads no clock, no zone, no random source, no network and no
// disk: today is a parameter, ids come with the command. It knows no country:
// what a law, a catalogue or a town decides comes with the Env.
//
// Errors that a caller can act on:
//
//	ErrNotFound        the path leads nowhere
//	ErrNotEditable     the value is a record, an id or the schema
//	ErrHasRecords      the element to remove has records
//	ErrDuplicateID     the id of the new element is taken
//	ErrDangling        a reference to an element that does not exist
//	ErrPeriodClosed    a record dated inside a closed period
//	ErrAlreadyClosed   a second close of a period
//	ErrPeriodNotReady  findings block the close; they come with the Refusal
//	ErrUnbalanced      a transfer that does not net to zero
//	ErrInvalidRecord   a record without id, date or amount
//	ErrNotUndoable     the last step was an act
//	ErrNothingToUndo, ErrNothingToRedo
//	ErrEmptyCommand    no command, an edit without an operation, no postings
//	ErrDocumentTooLong the document is beyond MaxDocument
package poa
