package input

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Quantity is a number with its unit, or the reason why there is none. The zero Quantity
// is 0 without a unit.
type Quantity struct {
	Value exact.Number
	// Unit is the unit as it was written: "%", "habitantes". A percentage is in units: 6%
	// has the value 6.
	Unit string
	// NoData is the text that says that there is no value, such as "N/D" or "#¡DIV/0!";
	// Value and Unit are then zero.
	NoData string
}

// String returns the canonical form, which Number parses as the same quantity: "1234.5",
// "6%", "1/3", "21471 habitantes"; NoData if there is no value.
func (q Quantity) String() string {
	switch {
	case q.NoData != "":
		return q.NoData
	case q.Unit == "":
		return q.Value.String()
	case q.Unit == "%" || q.Unit == "‰":
		return q.Value.String() + q.Unit
	}
	return q.Value.String() + " " + q.Unit
}

// Number parses a number as people type it and spreadsheets print it. It accepts
//
//	1234.5, 1,234.5, 1 234.5, 1.234,5, 0,5, .5
//	6 %, 6.00%, 21 471 habitantes, 3 cuentas, $5 (the unit is then pesos)
//	1/3, 8.7E-02, 1.5 millones, 25 mil habitantes
//	-5, (5), 5-                       below zero
//	0.35999999999999999               the print of a double, which is 0.36
//	N/D, N/A, N/I, s/d, -, sin dato, #¡DIV/0!   no data: Quantity.NoData
//
// Separators of thousands are those of Money. A point separates decimals. A point before
// three digits of which the last is 0 is in doubt (3.500), unless a % follows, which is the
// error TwoReadings.
//
// The error is an *Error: Missing, NotANumber, TwoReadings, BadGroups or OutOfRange.
func Number(text string) (Quantity, error) {
	if len(text) > maxRaw {
		return Quantity{}, newError(NotANumber, text)
	}
	q, err := parseNumber(clean(text))
	if err != nil {
		return Quantity{}, err.withText(text)
	}
	return q, nil
}

func parseNumber(s string) (q Quantity, err *Error) {
	switch {
	case s == "":
		return q, newError(Missing, s)
	case len(s) > maxText:
		return q, newError(NotANumber, s)
	case isNoData(s):
		return Quantity{NoData: s}, nil
	}
	rest, signs, open := s, 0, false
	for rest != "" && (rest[0] == '-' || rest[0] == '(' && !open || rest[0] == '+' && rest == s) {
		if rest[0] != '+' {
			signs++
		}
		open = open || rest[0] == '('
		rest = strings.TrimLeft(rest[1:], " ")
	}
	number := rest
	rest, pesos := strings.CutPrefix(rest, "$")
	v, unit, err := parseValue(strings.TrimLeft(rest, " "))
	if err != nil {
		return q, err
	}
	if open {
		before, after, ok := strings.Cut(unit, ")")
		if !ok {
			return q, newError(NotANumber, s, nearArg("(")...)
		}
		unit = before + after
	}
	if unit = strings.TrimSpace(unit); unit == "-" || unit == "%-" {
		unit = strings.TrimSuffix(unit, "-")
		signs++
	}
	if pesos && unit == "" {
		unit = "pesos"
	}
	if !isUnit(unit) || signs > 1 {
		if unit == "" {
			unit = number
		}
		return q, newError(NotANumber, s, nearArg(firstWord(unit))...)
	}
	percent := unit == "%" || unit == "‰"
	if oneOf("|por ciento|porciento|percent|per cent|", fold(unit)) {
		unit, percent = "%", true
	}
	if signs == 1 {
		v.value, v.grouped = v.value.Neg(), v.grouped.Neg()
	}
	if v.twice && !percent {
		return q, newError(TwoReadings, s, arg("first", v.grouped), arg("second", v.value))
	}
	return Quantity{Value: v.value, Unit: unit}, nil
}

// reading is a number, and the other one that a text may mean if twice is set.
type reading struct {
	value, grouped exact.Number
	twice          bool
}

// parseValue parses the number at the beginning of s and returns the rest.
func parseValue(s string) (v reading, rest string, err *Error) {
	n, rest, problem := cutNumeral(s, false)
	if problem != "" {
		return v, s, newError(problem, s, nearArg(firstWord(s))...)
	}
	if den, after := cutDenominator(n, rest); den != "" {
		value, err := exact.Parse(trimZeros(n.whole) + "/" + trimZeros(den))
		switch {
		case err == exact.ErrDivisionByZero:
			return v, s, newError(NotANumber, s, nearArg("/"+den)...)
		case err != nil:
			return v, s, newError(OutOfRange, s)
		}
		return reading{value: value}, after, nil
	}
	if hasExponent(rest) {
		return parseExponent(s, n, rest)
	}
	scale, _, after := 0, false, rest
	if words, pesos, end := cutScale(fold(rest)); words > 0 && !pesos {
		scale, after = words, cutSame(rest, end)
	}
	ok := false
	if v.value, ok = n.number(scale); !ok {
		return v, s, newError(OutOfRange, s)
	}
	if n.grouped != "" {
		if v.grouped, v.twice = (numeral{whole: n.grouped}).number(scale); !v.twice {
			return v, s, newError(OutOfRange, s)
		}
	}
	return v, after, nil
}

// cutDenominator returns the denominator of a fraction, as in 1/3.
func cutDenominator(n numeral, rest string) (den, after string) {
	bar := strings.TrimLeft(rest, " ")
	if n.decimals != "" || !strings.HasPrefix(bar, "/") {
		return "", ""
	}
	den, after = cutDigits(strings.TrimLeft(bar[1:], " "))
	if after != "" && strings.IndexByte("/.,'", after[0]) >= 0 {
		return "", ""
	}
	return den, after
}

// parseExponent parses scientific notation, as spreadsheets print it.
func parseExponent(s string, n numeral, rest string) (v reading, after string, problem *Error) {
	text, sign := rest[1:], 1
	if text[0] == '-' || text[0] == '+' {
		if text[0] == '-' {
			sign = -1
		}
		text = text[1:]
	}
	digits, after := cutDigits(text)
	// The print of a double has its own rule.
	if value, err := exact.Parse(trimZeros(n.whole) + "." + n.decimals + rest[:len(rest)-len(after)]); err == nil && n.decimals != "" {
		return reading{value: value}, after, nil
	}
	exponent, err := strconv.Atoi(digits)
	if err != nil || exponent > 60 {
		return v, s, newError(OutOfRange, s)
	}
	exponent *= sign
	// Move the point within the digits.
	whole, decimals := strings.TrimLeft(n.whole, "0"), strings.TrimRight(n.decimals, "0")
	for ; exponent > 0; exponent-- {
		if decimals == "" {
			decimals = "0"
		}
		whole, decimals = whole+decimals[:1], decimals[1:]
	}
	for ; exponent < 0; exponent++ {
		if whole == "" {
			whole = "0"
		}
		whole, decimals = whole[:len(whole)-1], whole[len(whole)-1:]+decimals
	}
	value, ok := numeral{whole: whole, decimals: strings.TrimRight(decimals, "0")}.number(0)
	if !ok {
		return v, s, newError(OutOfRange, s)
	}
	return reading{value: value}, after, nil
}

// cutSame returns the end of s that folds to end: s without as many words.
func cutSame(s, end string) string {
	for s != "" && len(fold(s)) > len(strings.TrimSpace(end)) {
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
	return strings.TrimSpace(s)
}

// isUnit reports whether s may be a unit: words, or a sign such as %. It has no number of
// its own, and begins neither with a month nor with a word that joins two numbers.
func isUnit(s string) bool {
	before := ' '
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && r <= 0x24F
		switch {
		case letter || r == '°' || r == 'µ' || r == '%' || r == '‰':
		case i == 0:
			return false
		case r == '²' || r == '³' || r >= '0' && r <= '9':
			if before == ' ' || before == '.' || before == '/' || before == '-' {
				return false
			}
		case r != ' ' && r != '/' && r != '.' && r != '-' && r != '(' && r != ')':
			return false
		}
		before = r
	}
	name, _ := cutName(fold(s))
	if oneOf("|de|del|al|a|o|u|y|e|x|mas|menos|to|of|and|or|plus|minus|", name) {
		return false
	}
	return monthNamed(name) == 0
}

// isNoData reports whether s says that there is no value.
func isNoData(s string) bool {
	s = fold(s)
	if isCellError(s) {
		return true
	}
	const reasons = "|nd|na|ni|ne|ns|nr|nss|sd|sindato|sindatos|sininformacion|sinregistro|nodisponible|nodisponibles|noaplica|noaplicable|noidentificado|noespecificado|" +
		"noreportado|noreporta|nohaydato|nohaydatos|nodata|notavailable|notapplicable|null|nan|"
	short := without(s, ". /")
	return short != "" && (oneOf(reasons, short) || strings.Trim(s, "- ") == "" || s == "…") || s == "..." || s == ".."
}
