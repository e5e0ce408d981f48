package poa

import (
	"errors"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Errors that a caller can act on; test with errors.Is. They come in a *Refusal, or in a
// *DecodeError where an input, a path or a value could not be read, which say where.
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
	ErrNewerSchema     = errors.New("poa: the document was written by a later version: update this program")
	ErrDocumentTooLong = errors.New("poa: the plan has grown beyond the bound of a document")
)

// CodeOf returns the wire code of an error, or "" where it has none: that of the first
// error with a method Code() norm.Code among err and those that it wraps, joined ones
// too, or of the first of the errors above that errors.Is finds. Package lang has the
// text of a code.
func CodeOf(err error) norm.Code {
	if coded, ok := wire.Find[interface{ Code() norm.Code }](err); ok {
		return coded.Code()
	}
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
		{ErrNewerSchema, "newer-schema"},
		{ErrDocumentTooLong, "too-large"},
	}
	for _, c := range codes {
		if errors.Is(err, c.err) {
			return c.code
		}
	}
	return ""
}

// DecodeError is why an input is not a document or a command, or why a value is not one
// of the plan. Its codes are
//
//	unknown-field, missing-field, duplicate-key
//	duplicate-id, bad-id, dangling-reference
//	wrong-type, bad-number, bad-amount, bad-enum, impossible-date
//	syntax, invalid-utf8, trailing-data, too-deep, too-large
//	newer-schema
//
// and, for an edit, no-element for a path that leads nowhere and not-editable for what
// only acts change. errors.Is finds the error of this package that it amounts to.
type DecodeError struct {
	// Path is the value in the document, empty for the document as a whole.
	Path norm.Path
	// Offset is the place in the input, in bytes from its beginning, or -1 where the
	// error has none.
	Offset int
	// With are the arguments of its text: the name of the field, the value that was
	// written and what is accepted instead, the id, the limit.
	With []norm.Arg
	// Cause is the error of this package that it amounts to, or that of the type that
	// rejected a text, such as one that lists the keys there are; it may be nil.
	Cause error

	read *wire.Error
}

// Error returns the code, the path, the arguments and the offset in English, for
// developers. Package lang writes the sentence for a reader.
func (e *DecodeError) Error() string { return e.wire().Error() }

// Code returns the wire code.
func (e *DecodeError) Code() norm.Code { return e.wire().Code() }

// Args returns the arguments of the text, the path first.
func (e *DecodeError) Args() []norm.Arg { return e.wire().Args() }

// Unwrap returns the error of the codec, which wraps Cause.
func (e *DecodeError) Unwrap() error { return e.wire() }

// wire returns the error of the codec, or one without a code for a zero DecodeError.
func (e *DecodeError) wire() *wire.Error {
	if e.read == nil {
		return wire.Refuse("", e.Path, e.With...)
	}
	return e.read
}

// decodeError makes a *DecodeError of an error of the codec; any other is returned as
// it is.
func decodeError(err error) error {
	e, ok := err.(*wire.Error)
	if !ok {
		return err
	}
	if e.Cause == nil {
		switch e.Kind {
		case wire.NoElement:
			e.Cause = ErrNotFound
		case wire.DanglingReference:
			e.Cause = ErrDangling
		case wire.NotEditable:
			e.Cause = ErrNotEditable
		case wire.DuplicateID:
			e.Cause = ErrDuplicateID
		case wire.NewerSchema:
			e.Cause = ErrNewerSchema
		case wire.TooLarge:
			e.Cause = ErrDocumentTooLong
		}
	}
	return &DecodeError{Path: e.Path, Offset: e.Offset, With: e.With, Cause: e.Cause, read: e}
}

// Refusal is a command that was not carried out. The plan is as it was.
type Refusal struct {
	// Err is one of the errors of this package.
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
func (r *Refusal) Code() norm.Code { return CodeOf(r.Err) }

// Args returns the arguments of the text, the path first.
func (r *Refusal) Args() []norm.Arg {
	return append([]norm.Arg{textArg("path", string(r.Path))}, r.With...)
}

func refuse(err error, path norm.Path, with ...norm.Arg) error {
	return &Refusal{Err: err, Path: path, With: with}
}
