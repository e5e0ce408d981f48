package store

import (
	"errors"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Errors of a Store and of Commit. Test with errors.Is; poa.CodeOf returns the wire code.
var (
	// ErrConflict has the code "conflict": the plan is at another revision. Load it
	// again, repeat the change, and append again.
	ErrConflict error = &codedError{"conflict", "store: the plan was changed by another writer: load it again and repeat the change"}
	// ErrNoSuchPlan has the code "no-such-plan".
	ErrNoSuchPlan error = &codedError{"no-such-plan", "store: no plan with this id"}
	// ErrPlanExists has the code "plan-exists".
	ErrPlanExists error = &codedError{"plan-exists", "store: a plan with this id exists: choose another id"}
	// ErrNoID has the code "no-id": a plan cannot be stored under an empty id.
	ErrNoID error = &codedError{"no-id", "store: a plan needs an id"}
	// ErrTooManyCommands has the code "too-many-commands": a batch has more than
	// MaxCommands. It is wrapped in a *LimitError, as are the next two.
	ErrTooManyCommands error = &codedError{"too-many-commands", "store: too many commands in one batch: append them in several batches"}
	// ErrTooManyPlans has the code "too-many-plans": the store is full.
	ErrTooManyPlans error = &codedError{"too-many-plans", "store: the store is full: no further plan can be created"}
	// ErrTooManyRevisions has the code "too-many-revisions": the plan cannot be changed
	// any more.
	ErrTooManyRevisions error = &codedError{"too-many-revisions", "store: the plan has the maximum of revisions: continue with a copy"}
	// ErrDamaged has the code "damaged-plan": what is stored of a plan cannot be
	// opened or replayed. The caller did nothing wrong.
	ErrDamaged error = &codedError{"damaged-plan", "store: the stored plan cannot be replayed"}
)

// codedError is an error with a wire code.
type codedError struct {
	code norm.Code
	text string
}

func (e *codedError) Error() string   { return e.text }
func (e *codedError) Code() norm.Code { return e.code }

// LimitError reports a bound that a call would exceed. Nothing was stored.
type LimitError struct {
	// Err is ErrTooManyCommands, ErrTooManyPlans or ErrTooManyRevisions.
	Err error
	// Limit is the maximum.
	Limit int
}

// Error returns the text of Err and the limit.
func (e *LimitError) Error() string {
	return e.Err.Error() + " (limit " + strconv.Itoa(e.Limit) + ")"
}

// Unwrap returns Err.
func (e *LimitError) Unwrap() error { return e.Err }

// Args returns the argument "limit", for the texts of package lang.
func (e *LimitError) Args() []norm.Arg {
	return []norm.Arg{{Name: "limit", Value: norm.Count(e.Limit)}}
}

// Error is an error of an implementation, such as a lost connection, as Open and Commit
// return it. The caller of a server did nothing wrong and must not see its text.
type Error struct {
	// Op is what failed: "create", "load", "append" or "snapshot"; Plan is the id.
	Op, Plan string
	// Err is the error of the implementation.
	Err error
}

// Error returns the method, the id and the text of Err.
func (e *Error) Error() string {
	return "store: " + e.Op + " " + strconv.Quote(e.Plan) + ": " + e.Err.Error()
}

// Unwrap returns Err.
func (e *Error) Unwrap() error { return e.Err }

// Code returns "failed", whatever code Err has.
func (e *Error) Code() norm.Code { return "failed" }

// Wrap returns an error of a Store as it is if it is one of this package, and otherwise as
// an *Error.
func Wrap(op, plan string, err error) error {
	for _, known := range [...]error{
		nil, ErrConflict, ErrNoSuchPlan, ErrPlanExists, ErrNoID, ErrTooManyCommands, ErrTooManyPlans, ErrTooManyRevisions, ErrDamaged,
	} {
		if errors.Is(err, known) {
			return err
		}
	}
	return &Error{op, plan, err}
}

// damagedError wraps the reason why a stored plan cannot be replayed. It has no method
// Unwrap to that reason: poa.CodeOf must not take it for an error of the caller.
type damagedError struct {
	id     string
	reason error
}

func (e *damagedError) Error() string {
	return "store: the stored plan " + strconv.Quote(e.id) + " cannot be replayed: " + e.reason.Error()
}
func (e *damagedError) Is(target error) bool { return target == ErrDamaged }
func (e *damagedError) Code() norm.Code      { return "damaged-plan" }
