package httpapi

import "github.com/rumbo-mx/rumbo/calendar/norm"

// ErrForbidden has the code "forbidden". Options.Stamp returns it, or an error that wraps
// it, if the caller may not change plans.
var ErrForbidden error = &codedError{"forbidden", "httpapi: the caller may not change this plan"}

// codedError is an error with a wire code.
type codedError struct {
	code norm.Code
	text string
}

func (e *codedError) Error() string   { return e.text }
func (e *codedError) Code() norm.Code { return e.code }
