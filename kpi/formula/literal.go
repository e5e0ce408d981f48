package formula

import (
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// number consumes a number, with a percent sign or the exponent of scientific notation.
func (p *parser) number() {
	start := p.pos
	text, ok := p.literal()
	exponent := 0
	if ok {
		exponent, ok = p.exponent(start, text)
	}
	if !ok {
		p.failAt(ProblemNumber, start)
		return
	}
	v, err := scaled(text, exponent)
	if err != nil {
		p.failAt(ProblemNumber, start)
		return
	}
	p.after = lastNumber
	if sign, size := p.percentNext(); size > 0 {
		if v, err = p.percent(v, start, sign, sign+size); err != nil {
			p.failAt(ProblemNumber, start)
			return
		}
	}
	i := 0
	for i < len(p.f.consts) && p.f.consts[i] != v {
		i++
	}
	if i == len(p.f.consts) {
		p.f.consts = append(p.f.consts, v)
	}
	p.emit(opConst, 0, i, start, 1)
}

// percent consumes the percent sign from sign to end and returns the value of the number before it,
// v: 50% is 0.5. The 100 of a percentage stays 100, as in (A/B)*100%, where the sign is the
// unit of the result; resolve checks that it is one.
func (p *parser) percent(v exact.Number, start, sign, end int) (exact.Number, error) {
	spaced := sign > p.pos
	p.pos = end
	p.space()
	p.after = lastPercent
	share, err := v.Div(exact.Int(100))
	if err != nil {
		return v, err
	}
	hundred := v == exact.Int(100)
	before := strings.TrimRight(p.text[:start], " \t\r\n")
	switch atEnd := strings.Trim(p.text[p.pos:], ")]}\"' \t\r\n") == ""; {
	case atEnd && hundred:
		p.unitConst, p.unitPos, p.unitSpace = len(p.f.code), start, spaced
		return v, nil
	case atEnd && spaced, hundred && (strings.HasSuffix(before, "*") || strings.IndexByte("*(xX", p.byteAt(p.pos)) >= 0 && p.pos < len(p.text)):
		p.doubt(start, end, share.String(), v.String())
	}
	return share, nil
}

// exponent consumes the exponent of scientific notation, e2 or E-02, and returns it; ok is
// false if it has more than two digits.
func (p *parser) exponent(start int, mantissa string) (n int, ok bool) {
	if !p.exponentNext() {
		return 0, true
	}
	pos := p.pos
	symbol := p.text[pos : pos+1]
	sign := p.byteAt(pos + 1)
	p.pos++
	if sign == '+' || sign == '-' {
		p.pos++
	}
	digits := p.digits()
	if p.wordAt(p.pos) != "" || p.byteAt(p.pos) == '.' && p.digitAt(p.pos+1) {
		p.pos = pos
		return 0, true
	}
	if len(digits) > 2 {
		return 0, false
	}
	n, _ = smallInt(digits)
	if sign == '-' {
		n = -n
	}
	if v, err := scaled(mantissa, n); err == nil {
		d := doubt{start: start, end: p.pos, first: v.String(), second: p.text[start:pos] + "*" + p.text[pos:p.pos], symbol: symbol}
		if sign != '+' && sign != '-' {
			d.symbol += digits
		}
		p.doubts = append(p.doubts, d)
	}
	return n, true
}

// exponentNext reports whether an exponent follows.
func (p *parser) exponentNext() bool {
	c, sign := p.byteAt(p.pos), p.byteAt(p.pos+1)
	return (c == 'e' || c == 'E') && (isDigit(rune(sign)) || (sign == '+' || sign == '-') && p.digitAt(p.pos+2))
}

// scaled returns a number in the form of exact.Parse times a power of ten.
func scaled(text string, exponent int) (v exact.Number, err error) {
	if exponent != 0 {
		// The print of a double has its own rule.
		if v, err = exact.Parse(text + "E" + strconv.Itoa(exponent)); err == nil {
			return v, nil
		}
	}
	if v, err = exact.Parse(text); err != nil {
		return v, err
	}
	for ; exponent > 0 && err == nil; exponent-- {
		v, err = v.Mul(exact.Int(10))
	}
	for ; exponent < 0 && err == nil; exponent++ {
		v, err = v.Div(exact.Int(10))
	}
	return v, err
}

// literal consumes a number as people write it, without sign, and returns it in the form
// that exact.Parse accepts. ok is false if its separators make no number.
func (p *parser) literal() (text string, ok bool) {
	start := p.pos
	groups, separators := p.groups()
	last := len(separators) - 1
	head := groups[0]
	text, ok = assemble(groups, separators)
	switch {
	case !ok:
		return "", false
	case last == 0 && separators[0] == '.' && norm.AreThousands(groups, separators) && strings.HasSuffix(text, "0"):
		if _, size := p.percentNext(); size == 0 && !p.exponentNext() { // a percentage or a mantissa has no thousands
			p.doubt(start, p.pos, head+groups[1], scaledText(text)) // 3.000
		}
	case last == 0 && separators[0] == ',' && p.separator == ';' && norm.AreThousands(groups, separators):
		p.doubt(start, p.pos, text, head+"."+groups[1]) // 1,234 beside semicolons
	}
	if p.separator == ',' && p.comma == nil && p.byteAt(p.pos) == ',' && p.digitAt(p.pos+1) {
		p.decimalComma(start, last < 0 || norm.AreThousands(groups, separators))
	}
	return text, true
}

// decimalComma notes that the comma at pos, which separates arguments, may be part of the
// number that begins at start, if its digits so far may be whole.
func (p *parser) decimalComma(start int, whole bool) {
	pos := p.pos
	p.separator = 0
	defer func() { p.pos, p.separator = pos, ',' }()
	p.pos = start
	groups, separators := p.groups()
	joined, ok := assemble(groups, separators)
	if !ok { // 1,2,3
		p.pos = pos + 1
		joined = p.text[start:pos] + "." + p.digits()
	}
	if whole {
		second := strings.ReplaceAll(p.text[start:p.pos], ",", ", ")
		p.comma = &doubt{start: start, end: p.pos, first: joined, second: second}
	}
}

// maxGroups is the number of groups of digits of the longest number.
const maxGroups = 8

// groups consumes the groups of digits of a number and returns them with the separators
// between them. The first group is empty in .5.
func (p *parser) groups() (groups []string, separators []byte) {
	groups = append(groups, p.digits())
	for len(groups) <= maxGroups && p.digitAt(p.pos+1) {
		sep := p.text[p.pos]
		switch {
		case sep == '.':
		case sep == ',' && p.separator != ',' && groups[0] != "":
		case sep == ' ' || sep == '\'':
			// Only thousands are so separated: 21 471, 1'234,567.
			if !p.digitAt(p.pos+2) || !p.digitAt(p.pos+3) || p.digitAt(p.pos+4) || !norm.AreThousands(groups, separators) ||
				sep == ' ' && len(separators) > 0 && separators[0] != ' ' {
				return groups, separators
			}
		default:
			return groups, separators
		}
		p.pos++
		groups, separators = append(groups, p.digits()), append(separators, sep)
	}
	return groups, separators
}

// assemble returns the number of some groups of digits in the form of exact.Parse. Groups of
// three digits are thousands, and the last separator that is not one of thousands separates
// decimals.
func assemble(groups []string, separators []byte) (text string, ok bool) {
	last := len(separators) - 1
	switch {
	case last < 0:
		return trimZeros(groups[0]), true
	case len(groups) > maxGroups:
		return "", false
	}
	sep := separators[last]
	decimals := groups[last+1]
	switch {
	case last == 0 && sep == '.':
		return trimZeros(groups[0]) + "." + decimals, true
	case norm.AreThousands(groups, separators):
		return strings.Join(groups, ""), true
	case last == 0 && sep == ',' && (len(decimals) != 3 || groups[0] == "0"):
		return trimZeros(groups[0]) + "." + decimals, true
	case last == 0 || strings.IndexByte(string(separators[:last]), sep) >= 0 || !norm.AreThousands(groups[:last+1], separators[:last]):
		return "", false
	}
	return strings.Join(groups[:last+1], "") + "." + decimals, true
}

// percentNext returns the position and the length of the percent sign that follows, with or
// without a space; the length is 0 if there is none.
func (p *parser) percentNext() (sign, size int) {
	for sign = p.pos; sign < len(p.text) && isSpace(p.text[sign]); sign++ {
	}
	return sign, p.percentAt(sign)
}

// trimZeros removes leading zeros but leaves at least one digit.
func trimZeros(s string) string {
	for len(s) > 1 && s[0] == '0' {
		s = s[1:]
	}
	if s == "" {
		return "0"
	}
	return s
}

// scaledText returns a decimal without the zeros at its end.
func scaledText(decimal string) string {
	return strings.TrimRight(strings.TrimRight(decimal, "0"), ".")
}
