package input

import (
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Money parses an amount of Mexican pesos as people type it and spreadsheets print it. It
// accepts
//
//	1234.50, 1,234.50, 1 234.50, 1'234.50, 1'234,567.50
//	1.234,50, 1.234.567               a decimal comma, points between thousands
//	$1,234.50, MXN 1,234.50, 1,234.50 M.N., 1,234.50 pesos
//	(1,234.50), -1,234.50, 1234.50-   below zero
//	1.5 mdp, 25 mil pesos, 2 millones 500 mil pesos, 50 centavos, 100 pesos 50/100 M.N.
//	$ -                               zero, in accounting format
//
// A comma before three digits separates thousands, as Mexican forms print it. A point
// before three digits is in doubt (-3.000), which is the error TwoReadings. More than two
// decimals must be zeros, unless the text is the print of a double, as spreadsheets store
// numbers: 1234.5599999999999 is 1234.56.
//
// The error is an *Error: Missing, NotAnAmount, TwoReadings, BadGroups, FractionOfCentavo,
// HasExponent, CellError, OtherCurrency or OutOfRange.
func Money(text string) (budget.Money, error) {
	if len(text) > maxRaw {
		return budget.Money{}, newError(NotAnAmount, text)
	}
	m, err := parseMoney(fold(text))
	if err != nil {
		return budget.Money{}, err.withText(text)
	}
	return m, nil
}

func parseMoney(s string) (budget.Money, *Error) {
	switch {
	case s == "":
		return budget.Money{}, newError(Missing, s)
	case len(s) > maxText:
		return budget.Money{}, newError(NotAnAmount, s)
	case isCellError(s):
		return budget.Money{}, newError(CellError, s)
	}
	a := amount{rest: s}
	a.before()
	if a.problem == nil && a.rest == "" && a.pesos && a.signs == 1 && !a.open {
		return budget.Money{}, nil // $ -
	}
	a.number()
	a.after()
	if a.problem != nil {
		return budget.Money{}, a.problem
	}
	if a.rest != "" || a.open || a.signs > 1 {
		return budget.Money{}, newError(NotAnAmount, s, nearArg(firstWord(a.rest))...)
	}
	if a.signs == 1 {
		a.total = a.total.Neg()
	}
	if a.other.whole == "" {
		return a.total, nil
	}
	second, problem := centavos(a.other, a.scale)
	if a.signs == 1 {
		second = second.Neg()
	}
	if problem == "" {
		return budget.Money{}, newError(TwoReadings, s, arg("first", a.total), arg("second", second))
	}
	// The other reading is no amount, such as 1.234.
	v, _ := a.other.number(a.scale)
	if a.signs == 1 {
		v = v.Neg()
	}
	return budget.Money{}, newError(TwoReadings, s, arg("first", a.total), arg("second", v))
}

// amount is the state of parseMoney. rest is what is not read yet.
type amount struct {
	rest    string
	total   budget.Money
	other   numeral // the other reading, × 10^scale, of a text that has two
	scale   int
	signs   int
	open    bool // a bracket that is not closed
	pesos   bool // the currency is named
	problem *Error
}

func (a *amount) fail(code norm.Code, args ...norm.Arg) {
	if a.problem == nil {
		a.problem = newError(code, a.rest, args...)
	}
}

// before reads signs, an opening bracket and the currency.
func (a *amount) before() {
	for a.rest = strings.TrimLeft(a.rest, " "); a.rest != ""; a.rest = strings.TrimLeft(a.rest, " ") {
		switch c := a.rest[0]; {
		case c == '-':
			a.signs++
			a.rest = a.rest[1:]
		case c == '+' && a.signs == 0 && !a.open:
			a.rest = strings.TrimLeft(a.rest[1:], " ")
			if a.rest == "" || strings.IndexByte("-+(", a.rest[0]) >= 0 {
				a.fail(NotAnAmount)
				return
			}
		case c == '(' && !a.open:
			a.open = true
			a.signs++
			a.rest = a.rest[1:]
		default:
			if !a.currency() {
				return
			}
		}
	}
}

// currency reads the name or the sign of the currency.
func (a *amount) currency() bool {
	s := a.rest
	name, after := cutName(s)
	switch {
	case strings.HasPrefix(s, "$$"):
		a.fail(NotAnAmount, nearArg("$")...)
		return false
	case s[0] == '$':
		after = s[1:]
	case oneOf("|€|£|¥|¢|", firstSign(s)), oneOf("|usd|us|usa|dls|dlls|dolar|dolares|dollar|dollars|eur|euro|euros|cad|gbp|mdd|mde|udi|udis|uma|umas|", name):
		a.fail(OtherCurrency, nearArg(firstWord(s))...)
		return false
	case oneOf("|mx|mex|", name) && strings.HasPrefix(after, "$"), oneOf("|mxn|mxp|mn|ps|", name):
		after = strings.TrimPrefix(after, "$")
	case name == "m", name == "moneda": // M.N., moneda nacional
		next, end := cutName(after)
		if next != "nacional" && (name != "m" || next != "n" || after[0] == ' ' && s[1] != '.') {
			return false
		}
		after = end
	case oneOf("|pesos|peso|", name):
		if next, end := cutName(after); oneOf("|mexicanos|mexicano|", next) {
			after = end
		}
	default:
		return false
	}
	a.rest, a.pesos = after, true
	return true
}

// firstSign returns the first character of s.
func firstSign(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size]
}

// number reads "1,234.50", "1.5 mdp" or "2 millones 500 mil".
func (a *amount) number() {
	for limit := 0; a.problem == nil; {
		s := a.rest
		n, rest, problem := cutNumeral(s, true)
		switch {
		case problem == BadGroups:
			a.fail(BadGroups, regrouped(s)...)
			return
		case problem != "":
			a.fail(NotAnAmount, nearArg(firstWord(s))...)
			return
		case hasExponent(rest):
			a.fail(HasExponent)
			return
		}
		scale, pesos, rest := cutScale(rest)
		if limit > 0 && (n.decimals != "" || len(n.whole) > limit-scale) {
			a.fail(NotAnAmount, nearArg(firstWord(s))...) // 2 millones 5000 mil
			return
		}
		if name, after := cutName(rest); scale == 0 && oneOf("|centavos|centavo|cts|", name) {
			scale, pesos, rest = -2, true, after
		}
		a.rest, a.pesos = rest, a.pesos || pesos
		if n.grouped != "" {
			a.other, a.scale = numeral{whole: n.whole, decimals: n.decimals}, scale
			n = numeral{whole: n.grouped}
		}
		a.add(n, scale, s)
		// The next one, after the larger one, is smaller: 2 millones 500 mil.
		next := strings.TrimLeft(rest, " ")
		if scale <= 0 || next == "" || !isDigit(next[0]) || n.decimals != "" || a.other.whole != "" {
			return
		}
		limit, a.rest = scale, next
	}
}

// hasExponent reports whether the exponent of scientific notation follows a numeral.
func hasExponent(rest string) bool {
	return len(rest) > 1 && (rest[0] == 'e' || rest[0] == 'E') && (isDigit(rest[1]) || len(rest) > 2 && (rest[1] == '-' || rest[1] == '+') && isDigit(rest[2]))
}

// add adds n × 10^scale pesos; a scale of -2 is centavos.
func (a *amount) add(n numeral, scale int, text string) {
	m, problem := centavos(n, scale)
	if problem == "" {
		total, err := a.total.Add(m)
		if err == nil {
			a.total = total
			return
		}
		problem = OutOfRange
	}
	a.fail(problem, nearArg(firstWord(text))...)
}

// after reads what follows the number: the currency, centavos as in 50/100 M.N., a closing
// bracket, a minus sign.
func (a *amount) after() {
	for a.rest = strings.TrimLeft(a.rest, " "); a.rest != "" && a.problem == nil; a.rest = strings.TrimLeft(a.rest, " ") {
		hundredths, after := cutDigits(a.rest)
		switch {
		case a.rest[0] == '-' && len(a.rest) == 1:
			a.signs++
			a.rest = ""
		case a.rest[0] == ')' && a.open:
			a.open = false
			a.rest = a.rest[1:]
		case a.rest[0] == '.' && len(a.rest) == 1 && a.pesos:
			a.rest = ""
		case len(hundredths) == 2 && strings.HasPrefix(after, "/100") && a.total.Centavos()%100 == 0 && a.other.whole == "":
			a.add(numeral{whole: "0", decimals: hundredths}, 0, a.rest)
			a.rest = after[len("/100"):]
		case !a.currency():
			return
		}
	}
}
