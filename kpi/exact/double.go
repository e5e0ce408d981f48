package exact

import (
	"math"
	"strconv"
)

// doubleDigits is the number of significant digits with which programs print doubles: any
// double needs at most so many. If the last one is a zero there are 16; but a decimal of 16
// digits may be one that somebody means, such as 90071992547409.91.
const doubleDigits = 17

// shortest returns the shortest decimal of the double that a program printed as text, as
// in 0.36 for 0.35999999999999999 and 0.087 for 8.6999999999999994E-2. ok is false for any
// other text, which is read as it is: one of fewer than 16 significant digits, or of 16 of
// which the shortest decimal saves only one; a whole number without an exponent; a decimal
// that is not what its double prints with as many digits; and a decimal that is exactly its
// double.
func shortest(text string) (n Number, ok bool) {
	d := scan(text)
	plain := d.end == len(text) // without an exponent
	exponent := 0
	switch {
	case plain && (len(d.digits) < doubleDigits-1 || !d.fraction):
		return Number{}, false
	case !plain:
		var err error
		if exponent, err = strconv.Atoi(text[d.end+1:]); err != nil || len(d.digits) < doubleDigits-1 || text[d.end] != 'e' && text[d.end] != 'E' {
			return Number{}, false
		}
	}
	v, ok := printedAs(d.digits, exponent+d.point)
	if !ok {
		return Number{}, false
	}
	mantissa, point := printed(v, 0) // as many as needed
	if whole, _ := printed(v, maxPrinted/2); whole == d.digits {
		mantissa = d.digits // the text is exactly the double, and no approximation of it
	}
	if len(mantissa) >= min(len(d.digits), 2*len(d.digits)-doubleDigits) {
		if plain {
			return Number{}, false
		}
		mantissa, point = d.digits, exponent+d.point // nothing is saved: it is meant
	}
	return scaled(text[0] == '-', mantissa, point-len(mantissa))
}

// printedAs returns the double that is printed as 0.digits × 10^point with as many digits.
func printedAs(digits string, point int) (v float64, ok bool) {
	first := digits[:min(len(digits), doubleDigits)]
	whole, err := strconv.ParseUint(first, 10, 63)
	k := point - len(first)
	if err != nil || k < -44 || k > 22 {
		return 0, false
	}
	// The powers up to 10^22 are exact, so v is at most a few doubles away.
	for v = float64(whole); k < 0; k += 22 {
		v /= float64(pow10(min(-k, 11))) * float64(pow10(min(max(-k-11, 0), 11)))
	}
	if k = point - len(first); k > 0 {
		v *= float64(pow10(min(k, 11))) * float64(pow10(max(k-11, 0)))
	}
	for i := range uint64(9) {
		near := math.Float64frombits(math.Float64bits(v) + i - 4)
		if same, _ := printed(near, len(digits)); same == digits {
			return near, true
		}
	}
	return 0, false
}

// printed returns v as 0.digits × 10^point, rounded to so many digits, without trailing
// zeros; 0 means as many as are needed to distinguish it from other doubles.
func printed(v float64, digits int) (text string, point int) {
	var buf [maxPrinted]byte
	s := string(strconv.AppendFloat(buf[:0], v, 'e', digits-1, 64))
	d := scan(s)
	point, _ = strconv.Atoi(s[d.end+1:])
	return d.digits, point + 1
}

// maxPrinted is enough for the text of a double with maxPrinted/2 digits.
const maxPrinted = 4 * maxText

// scanned is the decimal at the beginning of a text: 0.digits × 10^point, without zeros at
// either end of digits. It ends at end, and has a point if fraction is set.
type scanned struct {
	digits     string
	point, end int
	fraction   bool
}

func scan(text string) (d scanned) {
	var buf [maxPrinted]byte
	b := buf[:0]
	if text != "" && text[0] == '-' {
		d.end = 1
	}
	for ; d.end < len(text) && len(b) < len(buf); d.end++ {
		c := text[d.end]
		switch {
		case c == '.' && !d.fraction:
			d.fraction = true
			continue
		case c < '0' || c > '9':
			d.digits = string(b[:trimmed(b)])
			return d
		case c != '0' || len(b) > 0:
			b = append(b, c)
			if !d.fraction {
				d.point++
			}
		case d.fraction:
			d.point--
		}
	}
	d.digits = string(b[:trimmed(b)])
	return d
}

// trimmed returns the length of digits without trailing zeros.
func trimmed(digits []byte) int {
	n := len(digits)
	for n > 0 && digits[n-1] == '0' {
		n--
	}
	return n
}

// scaled returns digits × 10^exponent, for at most 17 digits; ok is false if it does not
// fit in a Number.
func scaled(neg bool, digits string, exponent int) (n Number, ok bool) {
	whole, err := strconv.ParseUint(digits, 10, 63)
	if err != nil || exponent > maxDecimals || exponent < -maxDecimals {
		return Number{}, false
	}
	if exponent < 0 {
		n, err = fraction(neg, whole, pow10(-exponent))
		return n, err == nil
	}
	if n, err = fraction(neg, whole, 1); err == nil {
		n, err = n.Mul(Int(int64(pow10(exponent))))
	}
	return n, err == nil
}
