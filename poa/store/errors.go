package store

import "github.com/rumbo-mx/rumbo/calendar/norm"

// The errors of a Store. Test with errors.Is; poa.CodeOf returns the wire code.
var (
	// ErrConflict is the code "conflict": load again, repeat the change on
	// what is there now, and append once more.
	ErrConflict error = &refusal{"conflict", "store: somebody else saved first: load again and repeat the change"}
	// ErrNoSuchPlan is the code "no-such-plan".
	ErrNoSuchPlan error = &refusal{"no-such-plan", "store: no plan with that id is stored"}
	// ErrPlanExists is the code "plan-exists".
	ErrPlanExists error = &refusal{"plan-exists", "store: a plan with that id is stored already: choose another id"}
)

// refusal is an error with a wire code.
type refusal struct {
	code norm.Code
	text string
}

func (r *refusal) Error() string   { return r.text }
func (r *refusal) Code() norm.Code { return r.code }
