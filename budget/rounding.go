package budget

// Rounding is how a fraction of a centavo is rounded. Every mode treats an amount and its
// negative alike. The zero value is HalfUp.
//
//wire:unlabelled
type Rounding uint8

const (
	// HalfUp rounds to the nearest centavo and a half away from zero, as
	// tax rules and people do.
	HalfUp Rounding = iota
	// HalfEven rounds to the nearest centavo and a half to the even one.
	HalfEven
	// Down drops the fraction: the result is never larger in magnitude.
	Down
	// Up rounds any part away from zero.
	Up
)

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
