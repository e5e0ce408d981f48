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
}

// cutNumeral returns the numeral at the beginning of s, which is in plain characters, and
// the rest. problem is "" or the code of what is wrong: BadGroups, or NotANumber if there is
// no digit. money is set for amounts, which have no thousandths: a point before three
// digits is in doubt.
//
// Separators of thousands are commas, points, spaces or apostrophes between groups of
// three digits, all the same; or commas for thousands and apostrophes for millions, as in
// 1'234,567.50. The last separator separates decimals if it is a point, or a comma that
// separates no thousands.
func cutNumeral(s string, money bool) (n numeral, rest string, problem norm.Code) {
	var groups []string
	var separators []byte
	group, rest := cutDigits(s)
	groups = append(groups, group)
	for len(rest) > 1 && strings.IndexByte(".,' ", rest[0]) >= 0 && isDigit(rest[1]) {
		separators = append(separators, rest[0])
		group, rest = cutDigits(rest[1:])
		groups = append(groups, group)
	}
	if rest == "." { // 1,234.
		rest = ""
	}
	last := len(separators) - 1
	if last < 0 {
		if groups[0] == "" {
			return n, s, NotANumber
		}
		return numeral{whole: groups[0]}, rest, ""
	}
	thousands := areThousands(groups, separators)
	switch sep := separators[last]; {
	case last == 0 && groups[0] == "":
		if sep != '.' { // .5
			return n, s, NotANumber
		}
		thousands = false
	case last == 0 && sep == '.':
		n = numeral{whole: groups[0], decimals: groups[1]}
		if thousands && (money || groups[1][2] == '0') {
			n.grouped = groups[0] + groups[1]
		}
		return n, rest, ""
	case last == 0 && sep == ',' && !thousands && groups[0] != "0" && (len(groups[1]) == 3 || money && len(groups[1]) > 3 && len(groups[0]) <= 3):
		return n, rest, BadGroups // 1234,567 and 12,3456
	}
	if thousands {
		return numeral{whole: strings.Join(groups, "")}, rest, ""
	}
	sep := separators[last]
	if sep != '.' && sep != ',' || last > 0 && (strings.IndexByte(string(separators[:last]), sep) >= 0 || !areThousands(groups[:last+1], separators[:last])) {
		return n, rest, BadGroups
	}
	return numeral{whole: strings.Join(groups[:last+1], ""), decimals: groups[last+1]}, rest, ""
}

// areThousands reports whether separators are between groups of three digits.
func areThousands(groups []string, separators []byte) bool {
	if len(groups[0]) < 1 || len(groups[0]) > 3 || groups[0][0] == '0' {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	same, mexican := true, true
	for i, sep := range separators {
		same = same && sep == separators[0]
		mexican = mexican && sep == ",'"[(len(separators)-1-i)%2]
	}
	return same || mexican
}

// regrouped returns the digits of a badly grouped number as an amount, or nothing.
func regrouped(s string) []norm.Arg {
	end := 0
	for end < len(s) && (isDigit(s[end]) || strings.IndexByte(".,' ", s[end]) >= 0) {
		end++
	}
	whole, decimals := s[:end], ""
	if i := strings.LastIndexByte(whole, '.'); i >= 0 && strings.IndexByte(whole, '.') == i && end-i <= 3 {
		whole, decimals = whole[:i], whole[i+1:]
	}
	whole = without(whole, ".,' ")
	if m, err := centavos(numeral{whole: whole, decimals: decimals}, 0); err == "" {
		return []norm.Arg{arg("want", m)}
	}
	return nil
}

// centavos returns n × 10^scale pesos; a scale of -2 is centavos. problem is "",
// FractionOfCentavo or OutOfRange.
func centavos(n numeral, scale int) (m budget.Money, problem norm.Code) {
	if scale < 0 {
		if !zero(n.decimals) {
			return m, FractionOfCentavo
		}
		whole := "00" + n.whole
		n, scale = numeral{whole: whole[:len(whole)-2], decimals: whole[len(whole)-2:]}, 0
	}
	decimals := n.decimals
	if len(n.whole)+len(decimals) > 15 && decimals != "" {
		// It may be the text of a double.
		if v, err := exact.Parse(trimZeros(n.whole) + "." + decimals); err == nil {
			n.whole, decimals, _ = strings.Cut(v.Abs().String(), ".")
			if strings.Contains(n.whole, "/") {
				return m, OutOfRange
			}
		}
	}
	for len(decimals) < scale+2 {
		decimals += "0"
	}
	if !zero(decimals[scale+2:]) {
		return m, FractionOfCentavo
	}
	m, err := budget.ParseMoney(trimZeros(n.whole+decimals[:scale]) + "." + decimals[scale:scale+2])
	if err != nil {
		return budget.Money{}, OutOfRange
	}
	return m, ""
}

// number returns n × 10^scale. ok is false if it does not fit.
func (n numeral) number(scale int) (v exact.Number, ok bool) {
	text := trimZeros(n.whole)
	if n.decimals != "" {
		text += "." + n.decimals
	}
	v, err := exact.Parse(text)
	if err != nil {
		return v, false
	}
	for ; scale < 0 && err == nil; scale++ {
		v, err = v.Div(exact.Int(10))
	}
	for ; scale > 0 && err == nil; scale-- {
		v, err = v.Mul(exact.Int(10))
	}
	return v, err == nil
}

// trimZeros removes leading zeros but leaves one digit.
func trimZeros(s string) string {
	if s = strings.TrimLeft(s, "0"); s == "" {
		return "0"
	}
	return s
}

// isCellError reports whether s, in lower case, is the error of a spreadsheet, in Spanish
// or English, as in #¡VALOR!, #N/A and #REF!.
func isCellError(s string) bool {
	if !strings.HasPrefix(s, "#") {
		return false
	}
	return oneOf("|valor|value|div/0|n/a|n/d|ref|nombre|name|num|nulo|null|desbordamiento|derrame|spill|calc|ocupado|busy|campo|field|bloqueado|blocked|desconocido|unknown|conectar|connect|getting_data|obteniendo_datos|", strings.Trim(s, "#¡!¿? "))
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
