package poa

import (
	"errors"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Refusals that a caller can act on. Each is wrapped in a *Refusal, or in a
// *DecodeError where the codec refused a path or a value, that says where; test
// with errors.Is.
var (
	ErrNotFound        = errors.New("poa: nothing at that path: check the ids, the plan may have changed")
	ErrNotEditable     = errors.New("poa: this value is not changed by an edit: records are made by acts")
	ErrHasRecords      = errors.New("poa: records refer to it: it cannot be removed any more")
	ErrDuplicateID     = errors.New("poa: an element with that id exists: choose another id")
	ErrDangling        = errors.New("poa: it refers to an element that does not exist")
	ErrPeriodClosed    = errors.New("poa: the period is closed: record it in a later one")
	ErrAlreadyClosed   = errors.New("poa: the period is closed already")
	ErrPeriodNotReady  = errors.New("poa: the period cannot be closed while findings block it")
	ErrUnbalanced      = errors.New("poa: a transfer must take out as much as it puts in")
	ErrInvalidRecord   = errors.New("poa: the record is incomplete")
	ErrNotUndoable     = errors.New("poa: an act is not undone: record another act that makes up for it")
	ErrNothingToUndo   = errors.New("poa: there is nothing to undo")
	ErrNothingToRedo   = errors.New("poa: there is nothing to redo")
	ErrEmptyCommand    = errors.New("poa: the command does nothing: give it an edit")
	ErrDocumentTooLong = errors.New("poa: the plan has grown beyond the bound of a document")
)

// CodeOf returns the wire code of a refusal, or "" for an error that is none:
// one of this package, or any that has a method Code() norm.Code. Package lang
// says it in words.
func CodeOf(err error) norm.Code {
	if unread, ok := wire.Find[*DecodeError](err); ok {
		return norm.Code(unread.Code)
	}
	if coded, ok := wire.Find[interface{ Code() norm.Code }](err); ok {
		return coded.Code()
	}
	return sentinelCode(err)
}

func sentinelCode(err error) norm.Code {
	// A table of the package would read the sentinels at start.
	codes := [...]struct {
		err  error
		code norm.Code
	}{
		{ErrNotFound, "not-found"},
		{ErrNotEditable, "not-editable"},
		{ErrHasRecords, "has-records"},
		{ErrDuplicateID, "duplicate-id"},
		{ErrDangling, "dangling-reference"},
		{ErrPeriodClosed, "period-closed"},
		{ErrAlreadyClosed, "already-closed"},
		{ErrPeriodNotReady, "period-not-ready"},
		{ErrUnbalanced, "unbalanced-transfer"},
		{ErrInvalidRecord, "invalid-record"},
		{ErrNotUndoable, "not-undoable"},
		{ErrNothingToUndo, "nothing-to-undo"},
		{ErrNothingToRedo, "nothing-to-redo"},
		{ErrEmptyCommand, "empty-command"},
		{ErrDocumentTooLong, "too-large"},
	}
	for _, c := range codes {
		if wire.Wraps(err, c.err) {
			return c.code
		}
	}
	return ""
}

// Refusal is a command that was not carried out. The plan is as it was.
type Refusal struct {
	// Err is one of the sentinels, or what the codec said of a value.
	Err error
	// Path is what the refusal is about.
	Path norm.Path
	// With are the arguments of its text: the date of the close, the id.
	With []norm.Arg
	// Findings are those that block, for ErrPeriodNotReady.
	Findings []norm.Finding
}

// Error says what was refused, where and what to do.
func (r *Refusal) Error() string {
	s := r.Err.Error()
	if r.Path != "" && !strings.Contains(s, string(r.Path)) {
		s += " (" + string(r.Path) + ")"
	}
	return s
}

// Unwrap returns the sentinel.
func (r *Refusal) Unwrap() error { return r.Err }

// Code returns the wire code.
func (r *Refusal) Code() norm.Code { return sentinelCode(r.Err) }

// Args returns the arguments of the text, the path first.
func (r *Refusal) Args() []norm.Arg {
	return append([]norm.Arg{textArg("path", string(r.Path))}, r.With...)
}

// because gives a refusal of the codec the sentinel of this package that it
// amounts to, for errors.Is.
func because(err error) error {
	e, ok := err.(*wire.Error)
	if !ok || e.Cause != nil {
		return err
	}
	switch e.Code {
	case wire.NoElement:
		e.Cause = ErrNotFound
	case wire.DanglingReference:
		e.Cause = ErrDangling
	case wire.NotEditable:
		e.Cause = ErrNotEditable
	case wire.DuplicateID:
		e.Cause = ErrDuplicateID
	}
	return e
}

func refuse(err error, path norm.Path, with ...norm.Arg) error {
	return &Refusal{Err: err, Path: path, With: with}
}
