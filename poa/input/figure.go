package input

import (
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// figure is a number without sign and unit.
type figure struct {
	value exact.Number
	// grouped is the other reading of a text such as 1.234, whose point may separate
	// thousands; twice is set if there is one, and padded if the decimals of the first
	// reading end in 0, as in 3.500.
	grouped       exact.Number
	twice, padded bool
	numeral       numeral // as written; of the first term of a sum
	scale         int     // the power of ten of the words behind the numeral
	word          bool    // it begins with number words
	parts         bool    // it has decimals, a fraction or an exponent
	pesos         bool    // the words of the scale mean pesos too, as mdp does
}

// cutFigure returns the figure at the beginning of s and the rest. It is a numeral or number
// words; behind it may be an exponent, a fraction, or words such as mil and millones, and
// behind these a smaller figure that is added, as in 2 millones 500 mil. Amounts of money
// have neither exponents nor fractions.
func cutFigure(s string, money bool) (f figure, rest string, err *Error) {
	f, rest, err = cutTerm(s, money)
	scale := f.scale
	for err == nil && scale > 0 && !f.parts && beginsFigure(rest) {
		more, after, problem := cutTerm(strings.TrimLeft(rest, " "), money)
		limit, _ := times10(exact.Int(1), scale)
		if problem != nil || more.parts || more.value.Cmp(limit) >= 0 {
			return f, rest, newError(MoreNumbers, s) // 2 millones 5000 mil
		}
		sum, over := f.value.Add(more.value)
		if over != nil {
			return f, rest, newError(OutOfRange, s)
		}
		f.value, f.twice = sum, f.twice || more.twice
		f.pesos = f.pesos || more.pesos
		scale, rest = more.scale, after
	}
	return f, rest, err
}

// beginsFigure reports whether a digit or a number word is at the beginning of s.
func beginsFigure(s string) bool {
	s = strings.TrimLeft(s, " ")
	_, _, word := cutCardinal(s)
	return word || s != "" && isDigit(s[0])
}

// cutTerm returns one term of a figure.
func cutTerm(s string, money bool) (f figure, rest string, err *Error) {
	if n, after, ok := cutCardinal(s); ok {
		f.value, f.word, rest = exact.Int(n), true, after
		if n%1e6 == 0 {
			rest = cutOf(rest) // un millón de pesos
		}
	} else if f, rest, err = cutNumber(s, money); err != nil {
		return f, s, err
	}
	if name, _ := cutName(rest); !f.word || !oneOf("|mil|miles|millon|millones|", name) { // two thousands in a row
		f.scale, f.pesos, rest = cutScale(rest)
	}
	ok := true
	if f.value, ok = times10(f.value, f.scale); ok && f.twice {
		f.grouped, ok = times10(f.grouped, f.scale)
	}
	if !ok {
		return f, s, newError(OutOfRange, s)
	}
	return f, rest, nil
}

// cutNumber returns the number in digits at the beginning of s.
func cutNumber(s string, money bool) (f figure, rest string, err *Error) {
	if part, after, ok := cutVulgar(s); ok && !money {
		return figure{value: part, parts: true}, after, nil
	}
	n, rest, problem := cutNumeral(s, money)
	switch problem {
	case "":
	case BadGroups:
		return f, s, newError(BadGroups, s, regrouped(s, money)...)
	default:
		return f, s, misread(money, s)
	}
	if k := ordinalEnding(rest); k > 0 && n.decimals == "" && (k == len(rest) || !isLetter(rest[k])) {
		return f, s, newError(OrdinalNumber, s)
	}
	f = figure{numeral: n, parts: n.decimals != ""}
	if exponent, after := cutExponent(rest); exponent != "" {
		f.parts = true
		if money {
			return f, s, newError(HasExponent, s)
		}
		value, overflow := exact.Parse(n.plain() + "E" + exponent)
		if overflow != nil {
			return f, s, newError(OutOfRange, s)
		}
		f.value = value
		return f, after, nil
	}
	ok := false
	if f.value, ok = n.value(); !ok {
		if _, fits := (numeral{whole: n.whole}).value(); fits && money {
			return f, s, newError(FractionOfCentavo, s, nearArg(firstWord(s))...)
		}
		return f, s, newError(OutOfRange, s)
	}
	if n.grouped != "" {
		if f.grouped, f.twice = (numeral{whole: n.grouped}).value(); !f.twice {
			return f, s, newError(OutOfRange, s)
		}
		f.padded = strings.HasSuffix(n.decimals, "0")
	}
	if !money && !f.parts {
		return cutFraction(s, rest, f)
	}
	return f, rest, nil
}

// cutFraction adds to f what makes a whole number a fraction, as in 1/3, 1 1/2 and 1½.
func cutFraction(s, rest string, f figure) (figure, string, *Error) {
	next := strings.TrimLeft(rest, " ")
	if part, after, ok := cutVulgar(next); ok {
		return addPart(s, after, f, part)
	}
	num, bar := cutDigits(next)
	bar = strings.TrimLeft(bar, " ")
	if !strings.HasPrefix(bar, "/") {
		return f, rest, nil
	}
	den, after := cutDigits(strings.TrimLeft(bar[1:], " "))
	switch {
	case den == "":
		return f, rest, nil // 60 km/h
	case after != "" && strings.IndexByte("/.,'", after[0]) >= 0:
		return f, s, newError(MoreNumbers, s) // 15/03/2027
	case f.numeral.spaced || len(num) > 2:
		return f, s, newError(MoreNumbers, s) // 1 100/200 is 1100/200 or 1 and a half
	case num == "":
		num = f.numeral.whole
		f.value = exact.Number{}
		if num[0] == '0' && len(num) > 1 || den[0] == '0' && len(den) > 1 {
			return f, s, newError(MoreNumbers, s) // 15/03, 03/2027
		}
	}
	part, err := exact.Parse(trimZeros(num) + "/" + trimZeros(den))
	switch {
	case err == exact.ErrDivisionByZero:
		return f, s, newError(NotANumber, s, nearArg("/"+den)...)
	case err != nil:
		return f, s, newError(OutOfRange, s)
	case !f.value.IsZero() && part.Cmp(exact.Int(1)) >= 0:
		return f, s, newError(MoreNumbers, s) // 1 5/2
	}
	return addPart(s, after, f, part)
}

func addPart(s, rest string, f figure, part exact.Number) (figure, string, *Error) {
	value, err := f.value.Add(part)
	if err != nil {
		return f, s, newError(OutOfRange, s)
	}
	f.value, f.parts = value, true
	return f, rest, nil
}

// cutVulgar returns the fraction that the first character of s is, as in ½.
func cutVulgar(s string) (part exact.Number, rest string, ok bool) {
	const fractions = "½1/2¼1/4¾3/4⅓1/3⅔2/3⅕1/5⅖2/5⅗3/5⅘4/5⅙1/6⅚5/6⅛1/8⅜3/8⅝5/8⅞7/8"
	r, size := utf8.DecodeRuneInString(s)
	i := strings.IndexRune(fractions, r)
	if i < 0 || r < utf8.RuneSelf || r == utf8.RuneError {
		return part, s, false
	}
	text := fractions[i+size:][:len("1/2")]
	part, err := exact.Parse(text)
	return part, s[size:], err == nil
}

// cutExponent returns the exponent at the beginning of s, with its sign, and the rest: E-02,
// or ×10³ and x 10^3. It is empty if there is none.
func cutExponent(s string) (exponent, rest string) {
	if strings.HasPrefix(s, "e") {
		return cutSigned(s[1:], s)
	}
	times := strings.TrimLeft(s, " ")
	sign := firstSign(times)
	if !oneOf("|x|×|*|·|•|∙|", sign) {
		return "", s
	}
	power, ok := strings.CutPrefix(strings.TrimLeft(times[len(sign):], " "), "10")
	if raised, after := cutSuperscript(power); ok && raised != "" {
		return raised, after
	}
	if power, ok = strings.CutPrefix(power, "^"); !ok {
		return "", s
	}
	return cutSigned(power, s)
}

// cutSigned returns the digits at the beginning of rest, with a sign before them; or
// nothing and s.
func cutSigned(rest, s string) (number, after string) {
	sign := ""
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		sign, rest = rest[:1], rest[1:]
	}
	digits, after := cutDigits(rest)
	if digits == "" {
		return "", s
	}
	return sign + digits, after
}

// cutSuperscript returns the raised digits at the beginning of s as digits.
func cutSuperscript(s string) (digits, rest string) {
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		n, ok := valueOf("|⁰:48|¹:49|²:50|³:51|⁴:52|⁵:53|⁶:54|⁷:55|⁸:56|⁹:57|⁻:45|⁺:43|", s[:size])
		if !ok || r == utf8.RuneError || digits != "" && n < '0' {
			break
		}
		digits, s = digits+string(rune(n)), s[size:]
	}
	if digits == "-" || digits == "+" {
		return "", s
	}
	return digits, s
}

// times10 returns v × 10^scale. ok is false if it does not fit.
func times10(v exact.Number, scale int) (n exact.Number, ok bool) {
	var err error
	for ; scale > 0 && err == nil; scale-- {
		v, err = v.Mul(exact.Int(10))
	}
	return v, err == nil
}

// cutScale returns the power of ten of the words at the beginning of s, as in mil, millones
// and mdp, and the rest. pesos is set if the words mean pesos too.
func cutScale(s string) (scale int, pesos bool, rest string) {
	rest = s
	for {
		name, after := cutName(rest)
		add, _ := valueOf("|mil:3|miles:3|thousand:3|thousands:3|millon:6|millones:6|million:6|millions:6|mdp:6|mmdp:9|", name)
		pesos = pesos || name == "mdp" || name == "mmdp"
		if add == 0 || scale > 3 || scale == 3 && add != 6 {
			if scale > 0 {
				rest = cutOf(rest)
			}
			return scale, pesos, rest
		}
		scale += add
		rest = after
	}
}

// cutOf removes the preposition of "millones de pesos".
func cutOf(s string) string {
	if name, after := cutName(s); name == "de" || name == "of" {
		return after
	}
	return s
}
