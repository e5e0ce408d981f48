package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// numeral is a decimal without sign.
type numeral struct {
	whole, decimals string // digits only; whole may have leading zeros
	// grouped is the other reading of a text such as 3.000: its point separates
	// thousands. It is empty if there is no other.
	grouped string
	spaced  bool // a space separates thousands
}

// cutNumeral returns the numeral at the beginning of s, which is in plain characters, and
// the rest. problem is "" or the code of what is wrong: BadGroups, or NotANumber if there is
// no digit. money is set for amounts, which have no thousandths: a comma before more
// than three digits separates nothing.
//
// Separators of thousands are commas, points, spaces or apostrophes between groups of
// three digits, all the same; or commas for thousands and apostrophes for millions, as in
// 1'234,567.50. The last separator separates decimals if it is a point, or a comma that
// separates no thousands. A point alone between up to three digits and three others
// may separate either. A space before the numerator of a fraction separates no thousands.
func cutNumeral(s string, money bool) (n numeral, rest string, problem norm.Code) {
	var groups []string
	var separators []byte
	group, rest := cutDigits(s)
	groups = append(groups, group)
	for len(rest) > 1 && strings.IndexByte(".,' ", rest[0]) >= 0 && isDigit(rest[1]) {
		digits, after := cutDigits(rest[1:])
		if rest[0] == ' ' {
			if len(digits) < 3 && strings.HasPrefix(strings.TrimLeft(after, " "), "/") {
				break // 1 1/2
			}
			n.spaced = true
		}
		separators = append(separators, rest[0])
		groups, rest = append(groups, digits), after
	}
	if rest == "." { // 1,234.
		rest = ""
	}
	last := len(separators) - 1
	if last < 0 {
		if groups[0] == "" {
			return n, s, NotANumber
		}
		n.whole = groups[0]
		return n, rest, ""
	}
	thousands := norm.AreThousands(groups, separators)
	switch sep := separators[last]; {
	case last == 0 && groups[0] == "":
		if sep != '.' { // .5
			return n, s, NotANumber
		}
		thousands = false
	case last == 0 && sep == '.':
		n.whole, n.decimals = groups[0], groups[1]
		if thousands {
			n.grouped = groups[0] + groups[1]
		}
		return n, rest, ""
	case last == 0 && sep == ',' && !thousands && groups[0] != "0" && (len(groups[1]) == 3 || money && len(groups[1]) > 3 && len(groups[0]) <= 3):
		return n, rest, BadGroups // 1234,567 and 12,3456
	}
	if thousands {
		n.whole = strings.Join(groups, "")
		return n, rest, ""
	}
	sep := separators[last]
	if sep != '.' && sep != ',' || last > 0 && (strings.IndexByte(string(separators[:last]), sep) >= 0 || !norm.AreThousands(groups[:last+1], separators[:last])) {
		return n, rest, BadGroups
	}
	if n.spaced && sep == ',' && len(groups[last+1]) == 3 {
		return n, rest, BadGroups // 1 234,567 is 1234.567 or 1234567
	}
	n.whole, n.decimals = strings.Join(groups[:last+1], ""), groups[last+1]
	return n, rest, ""
}

// regrouped returns the digits of a badly grouped number, as an amount if money is set, if
// there is only one way to group them: with commas between all groups, of which the last has
// three digits and the others two, as people group in India (12,34,567.00). It returns nothing
// for 12,34,56, which may be 123456 or 1234.56.
func regrouped(s string, money bool) []norm.Arg {
	whole, rest := "", s
	for {
		digits, after := cutDigits(rest)
		whole, rest = whole+digits, after
		if len(after) < 2 || after[0] != ',' || !isDigit(after[1]) {
			if len(digits) != 3 {
				return nil
			}
			break
		}
		if len(digits) > 2 || len(digits) < 2 && whole != digits {
			return nil
		}
		rest = after[1:]
	}
	n := numeral{whole: whole}
	if strings.HasPrefix(rest, ".") {
		n.decimals, rest = cutDigits(rest[1:])
	}
	if rest != "" {
		return nil // it may have another scale
	}
	v, ok := n.value()
	switch m, problem := centavos(v); {
	case !ok:
		return nil
	case !money:
		return []norm.Arg{arg("want", v)}
	case problem == "":
		return []norm.Arg{arg("want", m)}
	}
	return nil
}

// centavos returns v pesos as an amount. problem is "", FractionOfCentavo or OutOfRange.
func centavos(v exact.Number) (m budget.Money, problem norm.Code) {
	v, err := v.Mul(exact.Int(100))
	if err != nil {
		return m, OutOfRange
	}
	n, den := v.Fraction()
	if den > 1 {
		return m, FractionOfCentavo
	}
	if m, err = budget.Centavos(n); err != nil {
		return budget.Money{}, OutOfRange
	}
	return m, ""
}

// plain returns n in the form that exact.Parse reads.
func (n numeral) plain() string {
	decimals := n.decimals
	if len(decimals) > 17 { // more than a double has: zeros of a DECIMAL(38,20)
		decimals = strings.TrimRight(decimals, "0")
	}
	if decimals == "" {
		return trimZeros(n.whole)
	}
	return trimZeros(n.whole) + "." + decimals
}

// value returns the value of n. ok is false if it does not fit.
func (n numeral) value() (v exact.Number, ok bool) {
	v, err := exact.Parse(n.plain())
	return v, err == nil
}

// withoutNoise returns the whole centavos that a program computed in floating point and
// printed as n, as in 1234.5600000000002 for 1234.56. ok is false for any other text: one of
// fewer than 15 significant digits, or one that is not in whole centavos when it is rounded to
// 14 significant digits and at least four decimals.
func (n numeral) withoutNoise() (v exact.Number, ok bool) {
	whole, decimals := strings.TrimLeft(n.whole, "0"), n.decimals
	places := max(4, 14-len(whole))
	if len(strings.TrimLeft(whole+decimals, "0")) < 15 || len(decimals) <= places {
		return v, false
	}
	up := decimals[places] >= '5'
	if strings.Trim(decimals[2:places], map[bool]string{false: "0", true: "9"}[up]) != "" {
		return v, false
	}
	v, ok = numeral{whole: whole, decimals: decimals[:2]}.value()
	if ok && up {
		sum, err := v.Add(exact.Percent(1))
		return sum, err == nil
	}
	return v, ok
}

// trimZeros removes leading zeros but leaves one digit.
func trimZeros(s string) string {
	if s = strings.TrimLeft(s, "0"); s == "" {
		return "0"
	}
	return s
}

// isHiddenCell reports whether s is ####, which a spreadsheet shows in a column too narrow.
func isHiddenCell(s string) bool { return len(s) > 1 && strings.Trim(s, "#") == "" }

// isCellError reports whether s, in lower case, is the error of a spreadsheet, in Spanish
// or English, as in #¡VALOR!, #N/A and #REF!.
func isCellError(s string) bool {
	if code, ok := strings.CutPrefix(s, "err:"); ok { // LibreOffice
		_, rest := cutDigits(code)
		return code != "" && rest == ""
	}
	if !strings.HasPrefix(s, "#") {
		return false
	}
	return oneOf("|error|python|valor|value|div/0|n/a|n/d|ref|nombre|name|num|nulo|null|desbordamiento|derrame|spill|calc|ocupado|busy|campo|field|bloqueado|blocked|desconocido|unknown|conectar|connect|getting_data|obteniendo_datos|", strings.Trim(s, "#¡!¿? "))
}

// cutName returns the letters at the beginning of s, without a space before them, and the
// rest, without a point that ends an abbreviation.
func cutName(s string) (name, rest string) {
	s = strings.TrimLeft(s, " ")
	i := 0
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	name, rest = s[:i], s[i:]
	if i > 0 && strings.HasPrefix(rest, ".") && (len(rest) == 1 || !isDigit(rest[1])) {
		rest = rest[1:]
	}
	return name, rest
}
