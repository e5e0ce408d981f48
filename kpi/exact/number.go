package exact

import (
	"errors"
	"math"
	"math/bits"
)

// Errors of exact arithmetic. Compare them with errors.Is.
var (
	// ErrOverflow reports that the exact result does not fit in a Number. It is not
	// rounded to fit.
	ErrOverflow = errors.New("exact: the exact result needs more than 63 bits: measure in a larger unit")
	// ErrDivisionByZero reports a division by zero.
	ErrDivisionByZero = errors.New("exact: division by zero: there is no value to report")
	// ErrSyntax reports that a text is not a number; the error adds why.
	ErrSyntax = errors.New("exact: not a number")
)

// Number is an exact rational: a numerator and a denominator of at most 63 bits,
// always in lowest terms, so that == compares values and numbers may be map keys.
// The zero value is 0.
//
// Arithmetic never rounds: a result that does not fit is ErrOverflow. Format, Round
// and Truncate shorten a number for display.
//
// A Number is an immutable value, safe for concurrent use.
type Number struct {
	num int64 // never math.MinInt64
	den int64 // 0 for a whole number, else > 1 and coprime with num
}

// Int returns n. math.MinInt64, which a Number cannot represent, becomes
// -math.MaxInt64.
func Int(n int64) Number {
	if n == math.MinInt64 {
		n++
	}
	return Number{num: n}
}

// Percent returns p hundredths, exactly: Percent(90) is 0.9. Its range is that of
// Int.
func Percent(p int64) Number {
	n, _ := fraction(p < 0, magnitude(Int(p).num), 100)
	return n
}

// Ratio returns num/den in lowest terms. The error is ErrDivisionByZero, or
// ErrOverflow for math.MinInt64.
func Ratio(num, den int64) (Number, error) {
	if den == 0 {
		return Number{}, ErrDivisionByZero
	}
	return fraction(num < 0 != (den < 0), magnitude(num), magnitude(den))
}

// Fraction returns n as num/den in lowest terms, den ≥ 1.
func (n Number) Fraction() (num, den int64) {
	if n.den == 0 {
		return n.num, 1
	}
	return n.num, n.den
}

// Sign returns -1, 0 or +1.
func (n Number) Sign() int {
	switch {
	case n.num < 0:
		return -1
	case n.num > 0:
		return 1
	}
	return 0
}

// IsZero reports whether n is 0.
func (n Number) IsZero() bool { return n.num == 0 }

// IsInt reports whether n is an integer.
func (n Number) IsInt() bool { return n.den == 0 }

// Neg returns -n.
func (n Number) Neg() Number { return Number{-n.num, n.den} }

// Abs returns the absolute value of n.
func (n Number) Abs() Number {
	if n.num < 0 {
		return n.Neg()
	}
	return n
}

// Cmp returns -1 if n < m, 0 if they are equal, +1 if n > m.
func (n Number) Cmp(m Number) int {
	if n.den == m.den {
		switch {
		case n.num < m.num:
			return -1
		case n.num > m.num:
			return 1
		}
		return 0
	}
	if s, t := n.Sign(), m.Sign(); s != t {
		if s < t {
			return -1
		}
		return 1
	}
	ah, al := bits.Mul64(magnitude(n.num), m.denominator())
	bh, bl := bits.Mul64(magnitude(m.num), n.denominator())
	if ah < bh || ah == bh && al < bl {
		return -n.Sign()
	}
	return n.Sign() // not equal: in lowest terms, different denominators mean different values
}

// Add returns n + m, or ErrOverflow.
func (n Number) Add(m Number) (Number, error) {
	if n.den|m.den == 0 {
		if s := n.num + m.num; (s > n.num) == (m.num > 0) && s != math.MinInt64 {
			return Number{num: s}, nil
		}
		return Number{}, ErrOverflow
	}
	// Knuth, TAOCP 4.5.1: with g = gcd(b, d), a/b + c/d = t / (b·(d/g)), t =
	// a·(d/g) + c·(b/g), and only a factor of g is left to cancel.
	b, d := n.denominator(), m.denominator()
	g := gcd(b, d)
	ph, pl := bits.Mul64(magnitude(n.num), d/g)
	qh, ql := bits.Mul64(magnitude(m.num), b/g)
	neg := n.num < 0
	var th, tl uint64
	switch {
	case neg == (m.num < 0):
		var carry uint64
		tl, carry = bits.Add64(pl, ql, 0)
		th, _ = bits.Add64(ph, qh, carry) // both below 2^126: no carry out
	case ph > qh || ph == qh && pl >= ql:
		var borrow uint64
		tl, borrow = bits.Sub64(pl, ql, 0)
		th, _ = bits.Sub64(ph, qh, borrow)
	default:
		neg = !neg
		var borrow uint64
		tl, borrow = bits.Sub64(ql, pl, 0)
		th, _ = bits.Sub64(qh, ph, borrow)
	}
	g2 := gcd(rem128(th, tl, g), g)
	th, tl = div128(th, tl, g2)
	dh, dl := bits.Mul64(b/g, d/g2)
	if th != 0 || dh != 0 {
		return Number{}, ErrOverflow
	}
	return lowest(neg, tl, dl)
}

// Sub returns n - m, or ErrOverflow.
func (n Number) Sub(m Number) (Number, error) { return n.Add(m.Neg()) }

// Mul returns n × m, or ErrOverflow.
func (n Number) Mul(m Number) (Number, error) {
	return product(n.num < 0 != (m.num < 0),
		magnitude(n.num), n.denominator(), magnitude(m.num), m.denominator())
}

// Div returns n ÷ m; the error is ErrDivisionByZero or ErrOverflow.
func (n Number) Div(m Number) (Number, error) {
	if m.num == 0 {
		return Number{}, ErrDivisionByZero
	}
	return product(n.num < 0 != (m.num < 0),
		magnitude(n.num), n.denominator(), m.denominator(), magnitude(m.num))
}

// product returns a/b × c/d, both in lowest terms.
func product(neg bool, a, b, c, d uint64) (Number, error) {
	if d > 1 {
		if g := gcd(a, d); g > 1 {
			a, d = a/g, d/g
		}
	}
	if b > 1 {
		if g := gcd(c, b); g > 1 {
			c, b = c/g, b/g
		}
	}
	nh, nl := bits.Mul64(a, c)
	dh, dl := bits.Mul64(b, d)
	if nl == 0 && nh == 0 {
		return Number{}, nil
	}
	if nh != 0 || dh != 0 {
		return Number{}, ErrOverflow
	}
	return lowest(neg, nl, dl)
}

// lowest returns the Number of a fraction in lowest terms.
func lowest(neg bool, num, den uint64) (Number, error) {
	if num == 0 {
		return Number{}, nil
	}
	if num > math.MaxInt64 || den > math.MaxInt64 {
		return Number{}, ErrOverflow
	}
	n := Number{int64(num), int64(den)}
	if den == 1 {
		n.den = 0
	}
	if neg {
		n.num = -n.num
	}
	return n, nil
}

// fraction returns the Number of any fraction with den > 0.
func fraction(neg bool, num, den uint64) (Number, error) {
	if num == 0 {
		return Number{}, nil
	}
	g := gcd(num, den)
	return lowest(neg, num/g, den/g)
}

func (n Number) denominator() uint64 {
	if n.den == 0 {
		return 1
	}
	return uint64(n.den)
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n) // correct for math.MinInt64 too
	}
	return uint64(n)
}

// gcd returns the greatest common divisor; gcd(0, b) is b.
func gcd(a, b uint64) uint64 {
	if a == 0 || b == 0 {
		return a | b
	}
	shift := bits.TrailingZeros64(a | b)
	a >>= bits.TrailingZeros64(a)
	for b != 0 {
		b >>= bits.TrailingZeros64(b)
		if a > b {
			a, b = b, a
		}
		b -= a
	}
	return a << shift
}

func rem128(hi, lo, d uint64) uint64 {
	if hi == 0 {
		return lo % d
	}
	_, r := bits.Div64(hi%d, lo, d)
	return r
}

func div128(hi, lo, d uint64) (qh, ql uint64) {
	if d == 1 {
		return hi, lo
	}
	qh = hi / d
	ql, _ = bits.Div64(hi%d, lo, d)
	return qh, ql
}
