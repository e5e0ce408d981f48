package wire

import (
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Code says what is wrong with an input. Codes are wire format. A Code is
// itself an error, so that errors.Is(err, wire.DanglingReference) works on an
// *Error and on whatever wraps it.
type Code string

// The closed set of codes.
const (
	UnknownField      Code = "unknown-field"
	DuplicateKey      Code = "duplicate-key"
	DuplicateID       Code = "duplicate-id"
	NewerSchema       Code = "newer-schema"
	DanglingReference Code = "dangling-reference"
	ImpossibleDate    Code = "impossible-date"
	BadAmount         Code = "bad-amount"
	BadNumber         Code = "bad-number"
	BadEnum           Code = "bad-enum"
	WrongType         Code = "wrong-type"
	MissingField      Code = "missing-field"
	TooDeep           Code = "too-deep"
	TooLarge          Code = "too-large"
	InvalidUTF8       Code = "invalid-utf8"
	Syntax            Code = "syntax"
	BadID             Code = "bad-id"
	TrailingData      Code = "trailing-data"
	// NotEditable and NoElement are refusals of structural edits: the path
	// leads to what only acts change, or to nothing.
	NotEditable Code = "not-editable"
	NoElement   Code = "no-element"
)

// Error returns the code as text.
func (c Code) Error() string { return string(c) }

// NoOffset is the Offset of an error that has no place in the input.
const NoOffset = -1

// Error is one refusal: what (Kind and With), where in the document (Path),
// and where in the input (Offset, in bytes from its beginning). The sentence
// of Error is for developers; a reader's sentence is made from Code and Args.
type Error struct {
	Kind   Code
	Path   norm.Path
	Offset int
	// With are, by code: "name" (unknown-field, duplicate-key, missing-field),
	// "id" (duplicate-id, dangling-reference, bad-id), "value" (what was
	// written), "want" (what is accepted), "limit".
	With []norm.Arg
	// Cause is the error of the type that refused the text, or nil.
	Cause error
}

// Error returns the code, the path, the arguments and the offset in English.
func (e *Error) Error() string {
	b := append([]byte("poa: "), e.Kind...)
	if e.Path != "" {
		b = append(append(b, " at "...), e.Path...)
	}
	for i, a := range e.With {
		if i == 0 {
			b = append(b, ": "...)
		} else {
			b = append(b, ", "...)
		}
		text, _ := a.Value.MarshalText()
		b = append(append(b, a.Name...), ' ')
		b = append(b, norm.Quote(string(text))...)
	}
	if e.Offset >= 0 {
		b = append(b, " (byte "...)
		b = append(strconv.AppendInt(b, int64(e.Offset), 10), ')')
	}
	if e.Cause != nil {
		b = append(append(b, ": "...), e.Cause.Error()...)
	}
	return string(b)
}

// Is reports whether target is the Kind of e.
func (e *Error) Is(target error) bool { return target == error(e.Kind) }

// Code returns the wire code.
func (e *Error) Code() norm.Code { return norm.Code(e.Kind) }

// Args returns the arguments of the text, the path first.
func (e *Error) Args() []norm.Arg {
	return append([]norm.Arg{{Name: "path", Value: norm.Text(e.Path)}}, e.With...)
}

// Unwrap returns the Cause.
func (e *Error) Unwrap() error { return e.Cause }

// Arg returns the text of the argument called name, or "".
func (e *Error) Arg(name string) string {
	for _, a := range e.With {
		if a.Name == name {
			text, _ := a.Value.MarshalText()
			return string(text)
		}
	}
	return ""
}

// Refuse returns an Error without a place in the input.
func Refuse(code Code, path norm.Path, args ...norm.Arg) *Error {
	return &Error{Kind: code, Path: path, Offset: NoOffset, With: args}
}

// Text returns an argument whose value is what somebody wrote, cut where it is
// longer than a message should be.
func Text(name, value string) norm.Arg {
	const most = 64
	if len(value) > most {
		cut := most
		for cut > 0 && value[cut]&0xC0 == 0x80 {
			cut--
		}
		value = value[:cut] + "…"
	}
	return norm.Arg{Name: name, Value: norm.Text(value)}
}
