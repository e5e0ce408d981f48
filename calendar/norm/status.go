package norm

// Status is how certain a fact is. The zero value is unspecified and invalid: every fact
// has a status.
type Status uint8

const (
	// Sourced: read in a text that can be named.
	Sourced Status = iota + 1
	// Projected: computed from a rule for a time that has not come; the
	// authority may still decide otherwise.
	Projected
	// Disputed: sources disagree, or a change was announced and its outcome
	// is not known.
	Disputed
	// FromMemory: general knowledge, not checked against a source yet.
	FromMemory
)

// Severity is how much a finding matters. The zero value is unspecified and invalid.
type Severity uint8

const (
	// Blocking: a period cannot be closed, nor an edition approved, until it is fixed.
	Blocking Severity = iota + 1
	// Warning: worth a look; a person may decide to leave it (advertencia).
	Warning
	// Suggestion: would make the plan better (menor).
	Suggestion
)
