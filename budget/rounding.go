package budget

import "github.com/rumbo-mx/rumbo/calendar/norm"

// Rounding says what becomes of a part of a centavo. Every mode treats an
// amount and its negative alike. The zero value is HalfUp.
type Rounding uint8

const (
	// HalfUp rounds to the nearest centavo and a half away from zero, as
	// tax rules and people do.
	HalfUp Rounding = iota
	// HalfEven rounds to the nearest centavo and a half to the even one.
	HalfEven
	// Down drops the part: what is left is never more than what was there.
	Down
	// Up rounds any part away from zero.
	Up
)

var roundingKeys = [...]string{HalfUp: "half-up", HalfEven: "half-even", Down: "down", Up: "up"}

// up reports whether q + r/d, with r < d, is rounded to q + 1.
func (r Rounding) up(q, rest, d uint64) bool {
	switch r {
	case Down:
		return false
	case Up:
		return rest > 0
	case HalfEven:
		return rest > d-rest || rest == d-rest && q&1 == 1
	default:
		return rest >= d-rest && rest > 0
	}
}

// String returns the wire key of r, or "" when r is not a rounding mode.
func (r Rounding) String() string { return norm.Key(roundingKeys[:], int(r)) }

// MarshalText returns the wire key; what is not a rounding mode is an error.
func (r Rounding) MarshalText() ([]byte, error) {
	return norm.MarshalKey("budget", "rounding mode", roundingKeys[:], int(r))
}

// UnmarshalText reads a wire key; on error r keeps its value.
func (r *Rounding) UnmarshalText(text []byte) error {
	i, err := norm.UnmarshalKey("budget", "rounding mode", roundingKeys[:], text)
	if err == nil {
		*r = Rounding(i)
	}
	return err
}
