package exact

import "strconv"

// doubleDigits is the number of significant digits with which programs print doubles: any
// double needs at most so many. A decimal of 16 digits may be one that somebody means, such
// as 90071992547409.91.
const doubleDigits = 17

// shortest returns the shortest decimal of the double that a program printed as text, as
// in 0.36 for 0.35999999999999999 and 0.087 for 8.6999999999999994E-2. ok is false for any
// other text, which is read as it is: one of fewer than 17 significant digits, or 16 before
// an exponent, a whole
// number without an exponent, a decimal that is not what its double prints with as many
// digits, and a decimal that is exactly its double.
func shortest(text string) (n Number, ok bool) {
	digits, end, fraction := significant(text)
	plain := end == len(text) // without an exponent
	switch {
	case plain && (len(digits) < doubleDigits || !fraction):
		return Number{}, false
	case !plain && (len(digits) < doubleDigits-1 || text[end] != 'e' && text[end] != 'E'):
		return Number{}, false // the last of 17 digits may be a zero
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || v == 0 {
		return Number{}, false
	}
	var buf [maxPrinted]byte
	printed := func(digits int) string { return string(strconv.AppendFloat(buf[:0], v, 'e', digits-1, 64)) }
	if same, _, _ := significant(printed(len(digits))); same != digits {
		return Number{}, false
	}
	s := printed(0) // as many as needed
	mantissa, end, _ := significant(s)
	exponent, err := strconv.Atoi(s[end+1:])
	if err != nil {
		return Number{}, false
	}
	if whole, _, _ := significant(printed(maxPrinted / 2)); whole == digits {
		mantissa = digits // the text is exactly the double, and no approximation of it
	}
	if plain && len(mantissa) >= len(digits) {
		return Number{}, false
	}
	return scaled(v < 0, mantissa, exponent-len(mantissa)+1)
}

// maxPrinted is enough for the text of a double with maxPrinted/2 digits.
const maxPrinted = 4 * maxText

// significant returns the significant digits of a decimal, without zeros at either end,
// and the index of the first character that is not part of it. fraction reports whether it
// has a point.
func significant(text string) (digits string, end int, fraction bool) {
	var buf [maxPrinted]byte
	b := buf[:0]
	if text != "" && text[0] == '-' {
		end = 1
	}
	for ; end < len(text) && len(b) < len(buf); end++ {
		c := text[end]
		if c == '.' && !fraction {
			fraction = true
			continue
		}
		if c < '0' || c > '9' {
			break
		}
		if c != '0' || len(b) > 0 {
			b = append(b, c)
		}
	}
	for len(b) > 0 && b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	return string(b), end, fraction
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
