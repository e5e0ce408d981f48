package budget

import (
	"cmp"
	"errors"
	"math/bits"
	"slices"
)

// ErrWeights reports weights by which an amount cannot be allocated: no weight, a
// negative one, or only zeros.
var ErrWeights = errors.New("budget: weights must be zero or more, and at least one above zero")

// Split divides m into n parts that add up to m and differ by at most one centavo;
// the larger parts come first. If n is less than one, the error is ErrWeights.
func (m Money) Split(n int) ([]Money, error) {
	if n < 1 {
		return nil, ErrWeights
	}
	parts := make([]Money, n)
	m.split(parts)
	return parts, nil
}

// Split12 divides m over the twelve months as Split does.
func (m Money) Split12() Months {
	var parts Months
	m.split(parts[:])
	return parts
}

func (m Money) split(parts []Money) {
	n := int64(len(parts))
	each, rest, unit := m.c/n, m.c%n, int64(1)
	if rest < 0 {
		rest, unit = -rest, -1
	}
	for i := range parts {
		c := each
		if int64(i) < rest {
			c += unit
		}
		parts[i] = Money{c}
	}
}

// Allocate divides m in proportion to the weights. The parts add up to m, and each
// is its exact share rounded down or up to the centavo: the centavos left over go
// to the largest remainders, ties to the earliest. A weight of zero gets nothing. A
// negative amount is allocated like its absolute value. The error is ErrWeights, or
// ErrOverflow if the sum of the weights exceeds 64 bits.
func (m Money) Allocate(weights []int64) ([]Money, error) {
	parts := make([]Money, len(weights))
	if err := m.allocate(weights, parts); err != nil {
		return nil, err
	}
	return parts, nil
}

// AllocateMonths is Allocate over the twelve months.
func (m Money) AllocateMonths(weights [12]int64) (Months, error) {
	var parts Months
	err := m.allocate(weights[:], parts[:])
	return parts, err
}

func (m Money) allocate(weights []int64, parts []Money) error {
	var whole, carry uint64
	for _, w := range weights {
		if w < 0 {
			return ErrWeights
		}
		if whole, carry = bits.Add64(whole, uint64(w), 0); carry != 0 {
			return ErrOverflow
		}
	}
	if whole == 0 {
		return ErrWeights
	}
	var restBuf [16]uint64
	var orderBuf [16]int
	rests, order := restBuf[:0], orderBuf[:0]
	total := magnitude(m.c)
	left := total
	for i, w := range weights {
		// w ≤ whole, so the quotient fits and is at most total.
		hi, lo := bits.Mul64(total, uint64(w))
		q, rest := bits.Div64(hi, lo, whole)
		parts[i] = Money{int64(q)}
		left -= q
		rests = append(rests, rest)
		if rest > 0 {
			order = append(order, i)
		}
	}
	// The remainders add up to left × whole and each is below whole, so there are
	// more remainders than centavos left.
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(rests[j], rests[i]) })
	for _, i := range order[:left] {
		parts[i].c++
	}
	if m.c < 0 {
		for i := range parts {
			parts[i].c = -parts[i].c
		}
	}
	return nil
}
