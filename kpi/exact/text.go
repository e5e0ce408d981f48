package exact

import (
	"math"
	"math/bits"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// maxDecimals is the largest number of decimals of the wire form and of Round;
// 10^18 is the largest power of ten in an int64.
const maxDecimals = 18

// maxText limits the length of a number: sign, 19 digits, point, 18 decimals, or a
// fraction of two 19-digit numbers.
const maxText = 40

// Parse parses the wire form: a decimal ("12.5", "-3") or a fraction ("1/3"). It
// also accepts trailing zeros, fractions not in lowest terms and decimals with an
// exponent of up to three digits ("1E-3", "8.7e+02"), which String does not return. It
// rejects thousands separators, decimal commas, spaces, a plus sign except that of an
// exponent, leading zeros and "-0". The error is ErrSyntax, ErrDivisionByZero or
// ErrOverflow, which is also the error for more than 18 decimals, and for a decimal that
// does not fit before its exponent is applied.
//
// The only texts that it does not read digit by digit are those that a program prints
// for a double: 0.35999999999999999 is 0.36, and 8.6999999999999994E-2 is 0.087. The
// comment of the package has the rule.
func Parse(text string) (Number, error) {
	if text == "" || len(text) > maxText {
		return Number{}, numberError(text, "write a decimal such as 12.5 or a fraction such as 1/3")
	}
	s := text
	neg := s[0] == '-'
	if neg {
		s = s[1:]
	}
	whole, s, ok := digits(s)
	if !ok {
		return Number{}, numberError(text, "it must begin with a whole number without leading zeros")
	}
	if whole.over {
		return Number{}, ErrOverflow
	}
	if s != "" && s[0] != '/' {
		if n, ok := shortest(text); ok {
			return n, nil
		}
	}
	var n Number
	var err error
	switch {
	case s == "":
		n, err = fraction(neg, whole.value, 1)
	case s[0] == '/':
		den, rest, ok := digits(s[1:])
		if !ok || rest != "" {
			return Number{}, numberError(text, "a whole number must follow the bar")
		}
		if den.over {
			return Number{}, ErrOverflow
		}
		if den.value == 0 {
			return Number{}, ErrDivisionByZero
		}
		n, err = fraction(neg, whole.value, den.value)
	case s[0] == '.':
		decimals, exponent := s[1:], ""
		if i := strings.IndexAny(s, "eE"); i > 0 {
			decimals, exponent = s[1:i], s[i:]
		}
		if n, err = parseDecimals(text, neg, whole.value, decimals); err == nil && exponent != "" {
			n, err = n.shift(text, exponent[1:])
		}
	case s[0] == 'e' || s[0] == 'E':
		if n, err = fraction(neg, whole.value, 1); err == nil {
			n, err = n.shift(text, s[1:])
		}
	default:
		return Number{}, numberError(text, "use only digits, one point or one bar")
	}
	if err == nil && neg && n.IsZero() {
		return Number{}, numberError(text, "write zero without a sign")
	}
	return n, err
}

func parseDecimals(text string, neg bool, whole uint64, s string) (Number, error) {
	var frac uint64
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return Number{}, numberError(text, "only digits may follow the point")
		}
		frac = frac*10 + uint64(s[i]-'0')
	}
	switch {
	case s == "":
		return Number{}, numberError(text, "digits must follow the point")
	case len(s) > maxDecimals:
		return Number{}, &badNumber{text, "at most 18 digits may follow the point", ErrOverflow}
	}
	den := pow10(len(s))
	hi, lo := bits.Mul64(whole, den)
	lo, carry := bits.Add64(lo, frac, 0)
	hi += carry
	g := gcd(rem128(hi, lo, den), den)
	hi, lo = div128(hi, lo, g)
	if hi != 0 {
		return Number{}, ErrOverflow
	}
	return lowest(neg, lo, den/g)
}

// shift returns n × 10^exponent, for an exponent of one to three digits with or without a
// sign. The numbers on the way fit if the result does, so the loop ends early.
func (n Number) shift(text, exponent string) (Number, error) {
	digits := exponent
	if digits != "" && (digits[0] == '-' || digits[0] == '+') {
		digits = digits[1:]
	}
	k, err := strconv.ParseUint(digits, 10, 16)
	if err != nil || len(digits) > 3 {
		return Number{}, numberError(text, "an exponent has one to three digits, as in 1E-3")
	}
	ten := Int(10)
	if exponent[0] == '-' {
		ten = Number{1, 10}
	}
	for err == nil && k > 0 && !n.IsZero() {
		n, err = n.Mul(ten)
		k--
	}
	return n, err
}

type digitRun struct {
	value uint64
	over  bool
}

// digits parses a whole number without leading zeros at the start of s.
func digits(s string) (run digitRun, rest string, ok bool) {
	i := 0
	for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		if run.value > (math.MaxInt64-9)/10 {
			run.over = run.over || run.value*10+uint64(s[i]-'0') > math.MaxInt64 || run.value > math.MaxInt64/10
		}
		run.value = run.value*10 + uint64(s[i]-'0')
	}
	return run, s[i:], i == 1 || i > 1 && s[0] != '0'
}

func numberError(text, advice string) error {
	if len(text) > maxText {
		text = text[:maxText]
	}
	return &badNumber{text, advice, ErrSyntax}
}

// badNumber is ErrSyntax or ErrOverflow with the invalid text and advice on what to write.
type badNumber struct {
	text, advice string
	kind         error
}

func (e *badNumber) Error() string {
	return e.kind.Error() + ": " + norm.Quote(e.text) + ": " + e.advice
}

func (e *badNumber) Unwrap() error { return e.kind }

// MustParse is like Parse but panics on error. It is for numbers written in source
// code.
func MustParse(text string) Number {
	n, err := Parse(text)
	if err != nil {
		panic(err)
	}
	return n
}

// String returns the wire form: a decimal if n has at most 18 decimals ("0.125"),
// otherwise a fraction in lowest terms ("1/3"). A number whose decimal Parse would read
// as the shortest one of its double is a fraction too.
func (n Number) String() string {
	if n.den == 0 {
		return strconv.FormatInt(n.num, 10)
	}
	var buf [maxText]byte
	return string(n.appendWire(buf[:0]))
}

// AppendText appends the wire form to dst. The error is always nil.
func (n Number) AppendText(dst []byte) ([]byte, error) { return n.appendWire(dst), nil }

// MarshalText returns the wire form. The error is always nil.
func (n Number) MarshalText() ([]byte, error) {
	return n.appendWire(make([]byte, 0, 16)), nil
}

// UnmarshalText parses the wire form, as Parse does. On error n is unchanged.
func (n *Number) UnmarshalText(text []byte) error {
	v, err := Parse(string(text))
	if err != nil {
		return err
	}
	*n = v
	return nil
}

func (n Number) appendWire(dst []byte) []byte {
	if n.den == 0 {
		return strconv.AppendInt(dst, n.num, 10)
	}
	if decimals, ok := n.decimals(); ok {
		text := n.appendFormat(dst, decimals, false)
		if len(text)-len(dst) < doubleDigits {
			return text
		}
		if _, double := shortest(string(text[len(dst):])); !double {
			return text
		}
	}
	dst = strconv.AppendInt(dst, n.num, 10)
	dst = append(dst, '/')
	return strconv.AppendInt(dst, n.den, 10)
}

// decimals returns the number of decimals of n, and whether it is exact with at
// most maxDecimals.
func (n Number) decimals() (int, bool) {
	d := n.denominator()
	twos := bits.TrailingZeros64(d)
	d >>= twos
	fives := 0
	for d%5 == 0 {
		d /= 5
		fives++
	}
	k := max(twos, fives)
	return k, d == 1 && k <= maxDecimals
}

// Format returns n with exactly that many decimals, rounded to the nearest, a half
// away from zero: 0.125 with two is "0.13" and -0.125 is "-0.13". It is for display
// only. Negative decimals count as 0, and more than 18 as 18. A number that rounds
// to zero has no sign.
func (n Number) Format(decimals int) string {
	var buf [maxText]byte
	return string(n.appendFormat(buf[:0], decimals, true))
}

func (n Number) appendFormat(dst []byte, decimals int, halfUp bool) []byte {
	decimals = min(max(decimals, 0), maxDecimals)
	num, den := magnitude(n.num), n.denominator()
	whole, rem := num/den, num%den
	scale := pow10(decimals)
	hi, lo := bits.Mul64(rem, scale)
	frac, rest := bits.Div64(hi, lo, den) // rem < den, so frac < scale
	if halfUp && rest >= den-rest {
		if frac++; frac == scale {
			frac = 0
			whole++
		}
	}
	if n.num < 0 && whole|frac != 0 {
		dst = append(dst, '-')
	}
	dst = strconv.AppendUint(dst, whole, 10)
	if decimals == 0 {
		return dst
	}
	dst = append(dst, '.')
	start := len(dst)
	for i := 0; i < decimals; i++ {
		dst = append(dst, '0')
	}
	for i := len(dst) - 1; i >= start; i-- {
		dst[i] = byte('0' + frac%10)
		frac /= 10
	}
	return dst
}

// Round returns n with at most that many decimals, rounded as Format does, or
// ErrOverflow if the rounded value needs more than 63 bits.
func (n Number) Round(decimals int) (Number, error) { return n.shorten(decimals, true) }

// Truncate returns n with at most that many decimals and drops the others: 27.549
// with two is 27.54, as several federal sheets print it. The error is that of
// Round.
func (n Number) Truncate(decimals int) (Number, error) { return n.shorten(decimals, false) }

func (n Number) shorten(decimals int, halfUp bool) (Number, error) {
	if n.den == 0 {
		return n, nil
	}
	decimals = min(max(decimals, 0), maxDecimals)
	if k, ok := n.decimals(); ok && k <= decimals {
		return n, nil
	}
	num, den := magnitude(n.num), n.denominator()
	scale := pow10(decimals)
	hi, lo := bits.Mul64(num, scale)
	if hi >= den {
		return Number{}, ErrOverflow
	}
	q, rest := bits.Div64(hi, lo, den)
	if halfUp && rest >= den-rest {
		if q++; q == 0 {
			return Number{}, ErrOverflow
		}
	}
	return fraction(n.num < 0, q, scale)
}

// pow10 returns 10^k for 0 ≤ k ≤ 18.
func pow10(k int) uint64 {
	p := uint64(1)
	for ; k > 0; k-- {
		p *= 10
	}
	return p
}
