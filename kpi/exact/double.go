package exact

import "strconv"

// doubleDigits is the smallest number of significant digits that only a program prints:
// a double holds 15 digits exactly, and needs up to 17 to be printed without loss.
const doubleDigits = 16

// shortest returns the shortest decimal of the double that a program printed as text, as
// in 0.36 for 0.35999999999999999 and 0.087 for 8.6999999999999994E-2. ok is false for any
// other text, which is read as it is: one of fewer than 16 significant digits, a whole
// number without an exponent, a decimal that is not what its double prints with as many
// digits, and a decimal that is exactly its double.
func shortest(text string) (n Number, ok bool) {
	digits, end, fraction := significant(text)
	if len(digits) < doubleDigits || !fraction && end == len(text) {
		return Number{}, false
	}
	if end < len(text) && text[end] != 'e' && text[end] != 'E' {
		return Number{}, false
	}
	plain := end == len(text) // without an exponent
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
