package calendar

import "github.com/rumbo-mx/rumbo/calendar/norm"

// ProfileProblem is why a profile or one of its holidays is invalid. The zero value is
// unspecified.
type ProfileProblem uint8

const (
	// ProblemNoWeek: no day of the week is worked.
	ProblemNoWeek ProfileProblem = iota + 1
	// ProblemVerified: the verified span is reversed or lacks an end.
	ProblemVerified
	// ProblemNoKey: a holiday has no key.
	ProblemNoKey
	// ProblemNoRule: a holiday has no rule.
	ProblemNoRule
	// ProblemRule: the rule of a holiday has no days, such as 30 February.
	ProblemRule
	// ProblemNoKind: a holiday has no kind.
	ProblemNoKind
	// ProblemNoEffect: the effect of a holiday is none of the known ones.
	ProblemNoEffect
	// ProblemCommemoration: a holiday of the kind Civic has an effect.
	ProblemCommemoration
	// ProblemNoValidity: a holiday does not say since when its rule is in force.
	ProblemNoValidity
	// ProblemValidity: the validity of a holiday ends before it starts.
	ProblemValidity
	// ProblemTwoVersions: two versions of a holiday are valid on the same day.
	ProblemTwoVersions
	// ProblemAdjusted: Union cannot combine a profile with a holiday of the effect Work or
	// Open.
	ProblemAdjusted
)

// ProfileError is the error of Profile.Validate and Holiday.Validate, also if Compile,
// Compose or Union returns it.
type ProfileError struct {
	// Profile is the key of the profile; it is empty in the error of a holiday alone.
	Profile string
	// Holiday is the key of the holiday, or empty.
	Holiday string
	Problem ProfileProblem
	text    string // without the profile
}

// Error returns what is wrong and what to do.
func (e *ProfileError) Error() string {
	if e.Profile == "" {
		return "calendar: " + e.text
	}
	return "calendar: profile " + norm.Quote(e.Profile) + ": " + e.text
}

// invalid returns an error about the holiday.
func (h *Holiday) invalid(problem ProfileProblem, text string) *ProfileError {
	if h.Key != "" {
		text = "holiday " + h.Key + text
	}
	return &ProfileError{Holiday: h.Key, Problem: problem, text: text}
}
