package wire

import (
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Code is the kind of an error. Codes are part of the wire format. A Code is
// itself an error, so that errors.Is(err, wire.DanglingReference) works on an
// *Error and on errors that wrap it.
type Code string

// The closed set of codes.
const (
	UnknownField      Code = "unknown-field"
	DuplicateKey      Code = "duplicate-key"
	DuplicateID       Code = "duplicate-id"
	NewerSchema       Code = "newer-schema"
	DanglingReference Code = "dangling-reference"
	ImpossibleDate    Code = "impossible-date"
	BadDate           Code = "bad-date"
	BadAmount         Code = "bad-amount"
	BadNumber         Code = "bad-number"
	BadEnum           Code = "bad-enum"
	WrongType         Code = "wrong-type"
	MissingField      Code = "missing-field"
	TooDeep           Code = "too-deep"
	TooLarge          Code = "too-large"
	TooMany           Code = "too-many"
	TextTooLong       Code = "text-too-long"
	InvalidUTF8       Code = "invalid-utf8"
	Syntax            Code = "syntax"
	BadID             Code = "bad-id"
	TrailingData      Code = "trailing-data"
	// OtherFormat and NotAPlan are errors of a file that is no plan: one of another
	// Format, and JSON of another program.
	OtherFormat Code = "other-format"
	NotAPlan    Code = "not-a-plan"
	// NotEditable and NoElement are errors of structural edits: the value cannot
	// be edited, or the path leads to no element.
	NotEditable Code = "not-editable"
	NoElement   Code = "no-element"
)

// Error returns the code as text.
func (c Code) Error() string { return string(c) }

// NoOffset is the Offset of an error without a place in the input.
const NoOffset = -1

// Error is an error of the codec: its kind and arguments (Kind and With), its path
// in the document (Path) and its offset in the input (Offset, in bytes). The text
// of the method Error is for developers; texts for users are made from Code and
// Args.
type Error struct {
	Kind   Code
	Path   norm.Path
	Offset int
	// With are, by code: "name" (unknown-field, duplicate-key, missing-field),
	// "id" (duplicate-id, dangling-reference, bad-id), "value" (the invalid
	// value), "want" (what is accepted, a Type unless it is text), "limit", "format"
	// (other-format, syntax), "line" and "column" (syntax, trailing-data, invalid-utf8).
	With []norm.Arg
	// Cause is the error of the type that rejected the text, or nil.
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

// Refuse returns an Error without an offset.
func Refuse(code Code, path norm.Path, args ...norm.Arg) *Error {
	return &Error{Kind: code, Path: path, Offset: NoOffset, With: args}
}

// Text returns an argument with a value from the input, cut to 64 bytes and an
// ellipsis if it is longer.
func Text(name, value string) norm.Arg {
	const limit = 64
	if len(value) > limit {
		cut := limit
		for cut > 0 && value[cut]&0xC0 == 0x80 {
			cut--
		}
		value = value[:cut] + "…"
	}
	return norm.Arg{Name: name, Value: norm.Text(value)}
}
