package store

import "github.com/rumbo-mx/rumbo/calendar/norm"

// Errors of a Store. Test with errors.Is; poa.CodeOf returns the wire code.
var (
	// ErrConflict has the code "conflict": the plan is at another revision. Load it
	// again, repeat the change, and append again.
	ErrConflict error = &codedError{"conflict", "store: the plan was changed by another writer: load it again and repeat the change"}
	// ErrNoSuchPlan has the code "no-such-plan".
	ErrNoSuchPlan error = &codedError{"no-such-plan", "store: no plan with this id"}
	// ErrPlanExists has the code "plan-exists".
	ErrPlanExists error = &codedError{"plan-exists", "store: a plan with this id exists: choose another id"}
)

// codedError is an error with a wire code.
type codedError struct {
	code norm.Code
	text string
}

func (e *codedError) Error() string   { return e.text }
func (e *codedError) Code() norm.Code { return e.code }
