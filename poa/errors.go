package poa

import (
	"errors"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Errors that a caller can act on; test with errors.Is. They are wrapped in a *DecodeError
// if an input, a path or a value is invalid, and in a *Refusal otherwise; both have the
// path.
var (
	ErrNotFound         = errors.New("poa: no value at this path: check the ids, the plan may have changed")
	ErrNotEditable      = errors.New("poa: edits cannot change this value: use an act to add a record")
	ErrHasRecords       = errors.New("poa: the element has records and cannot be removed")
	ErrDuplicateID      = errors.New("poa: an element with this id exists: choose another id")
	ErrDangling         = errors.New("poa: reference to an element that does not exist")
	ErrPeriodClosed     = errors.New("poa: the period is closed: use a later period for the record")
	ErrAlreadyClosed    = errors.New("poa: the period is already closed")
	ErrPeriodNotReady   = errors.New("poa: findings block the close of the period")
	ErrNotClosed        = errors.New("poa: the period is not closed")
	ErrPeriodFrozen     = errors.New("poa: the period is closed: reopen it to change its dates or what was planned in it")
	ErrBoundByRecords   = errors.New("poa: records depend on this value: it can no longer be changed")
	ErrRecordDate       = errors.New("poa: the date of the record does not fit the plan: use one within the limits")
	ErrNoFiscalYear     = errors.New("poa: the plan has no fiscal year: set it before records are made")
	ErrRecordAmount     = errors.New("poa: with this quantity, the progress is negative or above 100 percent")
	ErrAlreadyWithdrawn = errors.New("poa: the record is already withdrawn")
	ErrUnbalanced       = errors.New("poa: the amounts out and in of a transfer must be equal")
	ErrInvalidRecord    = errors.New("poa: a field of the record is missing or invalid")
	ErrNotUndoable      = errors.New("poa: an act cannot be undone: correct it with another act")
	ErrNothingToUndo    = errors.New("poa: nothing to undo")
	ErrNothingToRedo    = errors.New("poa: nothing to redo")
	ErrEmptyCommand     = errors.New("poa: empty command: add an edit or an entry")
	ErrNewerSchema      = errors.New("poa: the document was written by a later version: update this program")
	ErrDocumentTooLong  = errors.New("poa: the document is longer than MaxDocument")
	ErrLimit            = errors.New("poa: a list, a text or extension data exceeds its limit: split it")
	ErrExpired          = errors.New("poa: the time for the call expired: nothing was changed")
)

// CodeOf returns the wire code of an error, or "" if it has no code. It is the code of the
// first error with a method Code() norm.Code among err and the errors that it wraps,
// including joined ones, or else of the first error above that errors.Is finds. Package
// lang has the text of each code.
func CodeOf(err error) norm.Code {
	if coded, ok := wire.Find[interface{ Code() norm.Code }](err); ok {
		return coded.Code()
	}
	// A package variable would be initialized at the start of the program.
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
		{ErrNotClosed, "not-closed"},
		{ErrPeriodFrozen, "period-frozen"},
		{ErrBoundByRecords, "bound-by-records"},
		{ErrRecordDate, "record-date"},
		{ErrNoFiscalYear, "no-fiscal-year"},
		{ErrRecordAmount, "record-amount"},
		{ErrAlreadyWithdrawn, "already-withdrawn"},
		{ErrUnbalanced, "unbalanced-transfer"},
		{ErrInvalidRecord, "invalid-record"},
		{ErrNotUndoable, "not-undoable"},
		{ErrNothingToUndo, "nothing-to-undo"},
		{ErrNothingToRedo, "nothing-to-redo"},
		{ErrEmptyCommand, "empty-command"},
		{ErrNewerSchema, "newer-schema"},
		{ErrDocumentTooLong, "too-large"},
		{ErrLimit, "too-many"},
		{ErrExpired, "timeout"},
	}
	for _, c := range codes {
		if errors.Is(err, c.err) {
			return c.code
		}
	}
	return ""
}

// DecodeError reports an invalid document, an invalid command, or an invalid path or value
// of an edit. Its codes are
//
//	unknown-field, missing-field, duplicate-key
//	duplicate-id, bad-id, dangling-reference
//	wrong-type, bad-number, bad-amount, bad-enum
//	bad-date, impossible-date
//	syntax, invalid-utf8, trailing-data
//	too-deep, too-large, too-many, text-too-long
//	other-format, not-a-plan, newer-schema
//
// and, for an edit, no-element if the path leads to no element and not-editable if the
// value cannot be edited. errors.Is finds the corresponding error of this package.
type DecodeError struct {
	// Path is the path of the value, empty for the whole document.
	Path norm.Path
	// Offset is the offset in the input, in bytes, or -1 if the error has no offset.
	Offset int
	// With are the arguments of the text: the name of the field, the invalid value and
	// what is accepted instead, the id, the limit, the format of a file that is no plan,
	// the line and the column of an error of syntax.
	With []norm.Arg
	// Cause is the corresponding error of this package, or the error of the type that
	// rejected a text, which may list the valid keys. It may be nil.
	Cause error

	read *wire.Error
}

// Error returns the code, the path, the arguments and the offset in English, for
// developers. Package lang has the text for users.
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

// decodeError converts an error of the codec to a *DecodeError. It returns any other
// error unchanged.
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
			if e.Cause = ErrDocumentTooLong; e.Path != "" {
				e.Cause = ErrLimit // of extension data
			}
		case wire.TooMany, wire.TextTooLong:
			e.Cause = ErrLimit
		}
	}
	return &DecodeError{Path: e.Path, Offset: e.Offset, With: e.With, Cause: e.Cause, read: e}
}

// Refusal is the error of a rejected command. The plan is unchanged.
type Refusal struct {
	// Err is one of the errors of this package.
	Err error
	// Path is the path of the invalid value.
	Path norm.Path
	// With are the arguments of the text, such as the date of the close or the id.
	With []norm.Arg
	// Findings are the blocking findings, for ErrPeriodNotReady.
	Findings []norm.Finding
}

// Error returns the text of Err, and the path.
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

func newRefusal(err error, path norm.Path, with ...norm.Arg) error {
	return &Refusal{Err: err, Path: path, With: with}
}
