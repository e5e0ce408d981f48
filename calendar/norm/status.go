package norm

// Status says how sure we are of a fact. The zero value is unspecified and invalid: every
// fact states how it is known.
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

// Severity says what a finding asks of the reader. The zero value is
// unspecified and invalid.
type Severity uint8

const (
	// Blocking: a period cannot be closed, nor an edition approved, until it is fixed.
	Blocking Severity = iota + 1
	// Warning: worth a look; a person may decide to leave it (advertencia).
	Warning
	// Suggestion: would make the plan better (menor).
	Suggestion
)
