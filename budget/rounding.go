package budget

// Rounding determines how a fraction of a centavo is rounded. Every mode rounds an
// amount and its negative symmetrically. The zero value is HalfUp.
//
//wire:unlabelled
type Rounding uint8

const (
	// HalfUp rounds to the nearest centavo, a half away from zero, as tax rules do.
	HalfUp Rounding = iota
	// HalfEven rounds to the nearest centavo, a half to the even one.
	HalfEven
	// Down rounds toward zero.
	Down
	// Up rounds away from zero.
	Up
)

// up reports whether q + rest/d, with rest < d, is rounded to q + 1.
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
