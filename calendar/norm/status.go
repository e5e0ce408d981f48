package norm

// Status is the certainty of a fact. The zero value is unspecified and invalid.
type Status uint8

const (
	// Sourced: found in a text that can be cited.
	Sourced Status = iota + 1
	// Projected: computed from a rule for the future; the authority may still decide
	// otherwise.
	Projected
	// Disputed: sources disagree, or the outcome of an announced change is unknown.
	Disputed
	// FromMemory: general knowledge that was not checked against a source.
	FromMemory
)

// Severity is the severity of a finding. The zero value is unspecified and invalid.
type Severity uint8

const (
	// Blocking: it prevents closing a period and approving an edition (crítico).
	Blocking Severity = iota + 1
	// Warning: it should be reviewed, but may be left uncorrected (advertencia).
	Warning
	// Suggestion: correcting it would improve the plan (menor).
	Suggestion
)
