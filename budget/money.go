package budget

import (
	"errors"
	"math/bits"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// MaxCentavos is the largest amount in centavos, of either sign: 2^53 − 1, the
// largest integer that JavaScript represents exactly. It is 90,071,992,547,409.91
// pesos, about nine times the federal budget.
const MaxCentavos = 1<<53 - 1

// ErrOverflow reports that an amount is beyond ±MaxCentavos.
var ErrOverflow error = &coded{"amount-overflow", "budget: amount beyond ±90071992547409.91"}

// ErrDivisor reports a division of an amount by zero.
var ErrDivisor = errors.New("budget: division by zero: use a divisor other than 0")

// Money is an exact amount of Mexican pesos, counted in centavos. The zero value is
// zero pesos. It is comparable with ==, may be a map key, and is safe for concurrent
// use.
//
// Its text form is strict and independent of locale: "1234.50", "-0.05"; JSON has
// it as a string. Display formats are left to renderers.
type Money struct{ c int64 }

// Centavos returns the amount of c centavos, or ErrOverflow beyond
// ±MaxCentavos.
func Centavos(c int64) (Money, error) {
	if c > MaxCentavos || c < -MaxCentavos {
		return Money{}, ErrOverflow
	}
	return Money{c}, nil
}

// MustPesos returns the amount of p whole pesos. It is for amounts written in
// source code and panics if the amount is beyond ±MaxCentavos.
func MustPesos(p int64) Money {
	if p > MaxCentavos/100 || p < -MaxCentavos/100 {
		panic(ErrOverflow)
	}
	return Money{p * 100}
}

// MustParseMoney is like ParseMoney but panics on error. It is for amounts written
// in source code.
func MustParseMoney(text string) Money {
	m, err := ParseMoney(text)
	if err != nil {
		panic(err)
	}
	return m
}

// ParseMoney parses the wire form: an optional "-", the pesos with no leading zero
// and no separator, a point, and exactly two decimals. It accepts what String
// returns and nothing else: "1234.5", "1234.500", "1,234.50", "01.00", "+1.00",
// "-0.00" and " 1.00" are errors. Beyond ±MaxCentavos the error is ErrOverflow.
func ParseMoney(text string) (Money, error) { return parseMoney(text) }

func parseMoney[T string | []byte](text T) (Money, error) {
	i, negative := 0, false
	if len(text) > 0 && text[0] == '-' {
		i, negative = 1, true
	}
	point := len(text) - 3
	if point <= i || text[point] != '.' || text[i] == '0' && point > i+1 {
		return Money{}, moneyError(string(text))
	}
	var c uint64
	for j := i; j < len(text); j++ {
		if j == point {
			continue
		}
		d := text[j] - '0'
		if d > 9 {
			return Money{}, moneyError(string(text))
		}
		if c = c*10 + uint64(d); c > MaxCentavos {
			// It is an overflow only if the rest is digits too.
			for j++; j < len(text); j++ {
				if d := text[j] - '0'; d > 9 && j != point {
					return Money{}, moneyError(string(text))
				}
			}
			return Money{}, ErrOverflow
		}
	}
	if negative {
		if c == 0 {
			return Money{}, moneyError(string(text))
		}
		return Money{-int64(c)}, nil
	}
	return Money{int64(c)}, nil
}

// moneyError describes why text is not an amount.
func moneyError(text string) error {
	why, decimals, digits := "", -1, 0
	for i := 0; i < len(text) && why == ""; i++ {
		switch ch := text[i]; {
		case ch >= '0' && ch <= '9':
			digits++
			if decimals >= 0 {
				decimals++
			}
		case ch == '.' && decimals < 0:
			decimals = 0
		case ch == ',':
			why = " has a comma"
		case ch != '-' || i > 0:
			why = " is not a number"
		}
	}
	switch {
	case text == "":
		return errors.New(`budget: empty amount: write it as in "1234.50"`)
	case why != "":
	case digits == 0:
		why = " is not a number"
	case decimals == 1:
		why = " has one decimal"
	case decimals != 2:
		why = " has " + strconv.Itoa(max(decimals, 0)) + " decimals"
	case digits == decimals:
		why = " has no digit before the point"
	case text == "-0.00":
		why = " is a negative zero"
	default:
		why = " has leading zeros"
	}
	if len(text) > 40 {
		text = text[:40] + "…"
	}
	return errors.New("budget: amount " + norm.Quote(text) + why + `: write it with two decimals, as in "1234.50"`)
}

// String returns the wire form, as in "1234.50" or "-0.05".
func (m Money) String() string {
	var buf [20]byte
	return string(m.append(buf[:0]))
}

// AppendText appends the wire form to b. The error is always nil.
func (m Money) AppendText(b []byte) ([]byte, error) { return m.append(b), nil }

// MarshalText returns the wire form. The error is always nil.
func (m Money) MarshalText() ([]byte, error) { return m.append(make([]byte, 0, 20)), nil }

// UnmarshalText parses the wire form as ParseMoney does. On error m is unchanged.
func (m *Money) UnmarshalText(text []byte) error {
	v, err := parseMoney(text)
	if err == nil {
		*m = v
	}
	return err
}

func (m Money) append(b []byte) []byte {
	c := m.c
	if c < 0 {
		b, c = append(b, '-'), -c
	}
	b = strconv.AppendInt(b, c/100, 10)
	c %= 100
	return append(b, '.', byte('0'+c/10), byte('0'+c%10))
}

// Centavos returns the amount in centavos.
func (m Money) Centavos() int64 { return m.c }

// IsZero reports whether m is zero.
func (m Money) IsZero() bool { return m.c == 0 }

// Sign returns −1, 0 or +1 for an amount below, at or above zero.
func (m Money) Sign() int { return m.Cmp(Money{}) }

// Cmp returns −1, 0 or +1 if m is less than, equal to or greater than n.
func (m Money) Cmp(n Money) int {
	switch {
	case m.c < n.c:
		return -1
	case m.c > n.c:
		return 1
	}
	return 0
}

// Neg returns −m.
func (m Money) Neg() Money { return Money{-m.c} }

// Abs returns the absolute value of m.
func (m Money) Abs() Money {
	if m.c < 0 {
		return Money{-m.c}
	}
	return m
}

// Add returns m + n, or ErrOverflow.
func (m Money) Add(n Money) (Money, error) { return Centavos(m.c + n.c) }

// Sub returns m − n, or ErrOverflow.
func (m Money) Sub(n Money) (Money, error) { return Centavos(m.c - n.c) }

// Sum returns the sum of the amounts; that of no amounts is zero. It returns
// ErrOverflow only if the sum itself is out of bounds; intermediate sums may be.
func Sum(amounts ...Money) (Money, error) {
	var hi, lo, carry uint64
	for _, m := range amounts {
		lo, carry = bits.Add64(lo, uint64(m.c), 0)
		hi += uint64(m.c>>63) + carry
	}
	if hi != uint64(int64(lo)>>63) {
		return Money{}, ErrOverflow
	}
	return Centavos(int64(lo))
}

// MulDiv returns m × num ÷ den, computed with a 128-bit product and rounded once to
// the centavo. MulDiv(16, 100, HalfUp) is the VAT of a net amount. The error is
// ErrDivisor if den is zero, ErrOverflow if the result is out of bounds.
func (m Money) MulDiv(num, den int64, mode Rounding) (Money, error) {
	if den == 0 {
		return Money{}, ErrDivisor
	}
	negative := m.c < 0 != (num < 0) != (den < 0)
	d := magnitude(den)
	hi, lo := bits.Mul64(magnitude(m.c), magnitude(num))
	if hi >= d {
		return Money{}, ErrOverflow
	}
	q, r := bits.Div64(hi, lo, d)
	if q > MaxCentavos {
		return Money{}, ErrOverflow
	}
	if mode.up(q, r, d) {
		q++
	}
	c := int64(q)
	if negative {
		c = -c
	}
	return Centavos(c)
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
