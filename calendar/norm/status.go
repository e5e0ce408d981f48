package norm

// Status says how sure we are of a fact. The zero value is unspecified and
// invalid: whoever writes a fact down says how it is known.
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
	// FromMemory: general knowledge that nobody has yet held against a source.
	FromMemory
)

var statusKeys = [...]string{Sourced: "sourced", Projected: "projected", Disputed: "disputed", FromMemory: "from-memory"}

// String returns the wire key of s, or "" when s is not a status.
func (s Status) String() string { return Key(statusKeys[:], int(s)) }

// MarshalText returns the wire key; an unspecified status is an error.
func (s Status) MarshalText() ([]byte, error) {
	return MarshalKey("norm", "status", statusKeys[:], int(s))
}

// UnmarshalText reads a wire key; on an error the value is unchanged.
func (s *Status) UnmarshalText(text []byte) error {
	i, err := UnmarshalKey("norm", "status", statusKeys[:], text)
	if err == nil {
		*s = Status(i)
	}
	return err
}

// Severity says what a finding asks of the reader. The zero value is
// unspecified and invalid.
type Severity uint8

const (
	// Blocking: a period cannot be closed, nor an edition approved, while it
	// stands (crítico).
	Blocking Severity = iota + 1
	// Warning: worth a look; a person may decide to leave it (advertencia).
	Warning
	// Suggestion: would make the plan better (menor).
	Suggestion
)

var severityKeys = [...]string{Blocking: "blocking", Warning: "warning", Suggestion: "suggestion"}

// String returns the wire key of s, or "" when s is not a severity.
func (s Severity) String() string { return Key(severityKeys[:], int(s)) }

// MarshalText returns the wire key; an unspecified severity is an error.
func (s Severity) MarshalText() ([]byte, error) {
	return MarshalKey("norm", "severity", severityKeys[:], int(s))
}

// UnmarshalText reads a wire key; on an error the value is unchanged.
func (s *Severity) UnmarshalText(text []byte) error {
	i, err := UnmarshalKey("norm", "severity", severityKeys[:], text)
	if err == nil {
		*s = Severity(i)
	}
	return err
}
