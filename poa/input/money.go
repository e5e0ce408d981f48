package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// maxAmount is the maximum length of an amount in plain characters, in bytes: its figure, and
// the sum in words behind it.
const maxAmount = 3 * maxText

// Money parses an amount of Mexican pesos as people type it and programs print it. It accepts
//
//	1234.50, 1,234.50, 1 234.50, 1'234.50, 1'234,567.50
//	1.234,50, 1.234.567               a decimal comma, points between thousands
//	$1,234.50, MXN 1,234.50, 1,234.50 M.N., 1,234.50 pesos, 1,234.50 (M.N.)
//	(1,234.50), -1,234.50, 1234.50-, menos 1,234.50      below zero
//	1.5 mdp, 25 mil pesos, 2 millones 500 mil pesos, 50 centavos
//	mil doscientos pesos, 100 pesos 50/100 M.N., cien pesos con 50 centavos
//	$1,234.50 (mil doscientos treinta y cuatro pesos 50/100 M.N.)   if both agree
//	1,234.-, 1,234.00=, **1,234.00**  what fills the space around an amount
//	"1,234.50", '1234.50, =1234.50    the quotes of a file, the marks of a spreadsheet
//	1,234.50 IVA incluido             the tax is in the amount
//	$ -, ($ -)                        zero, in accounting format
//
// A comma before three digits separates thousands, as Mexican forms print them. A point
// before three digits, with at most three before it, is in doubt (1.234, -3.000), which is the
// error TwoReadings, unless the sum in words decides. A fraction of a centavo is an error, but
// two prints of doubles are read, both as 1234.56: 1234.5599999999999, which is the same
// double, and 1234.5600000000002, the result of a computation, with at least 15 significant
// digits and in whole centavos if rounded to 14 of them and at least four decimals.
//
// The error is an *Error: Missing, NotAnAmount, NoAmount, MoreNumbers, NotExact, OrdinalNumber,
// TwoReadings, WordsDisagree, BadGroups, FractionOfCentavo, HasExponent, CellError,
// HiddenCell, OtherCurrency or OutOfRange.
func Money(text string) (budget.Money, error) {
	if len(text) > maxRaw {
		return budget.Money{}, newError(NotAnAmount, text)
	}
	m, err := parseMoney(unquote(fold(text)))
	if err != nil {
		return budget.Money{}, err.withText(text)
	}
	return m, nil
}

func parseMoney(s string) (budget.Money, *Error) {
	switch {
	case s == "":
		return budget.Money{}, newError(Missing, s)
	case len(s) > maxAmount:
		return budget.Money{}, newError(NotAnAmount, s)
	case isHiddenCell(s):
		return budget.Money{}, newError(HiddenCell, s)
	case isCellError(s):
		return budget.Money{}, newError(CellError, s)
	case isNoData(s):
		return budget.Money{}, newError(NoAmount, s)
	}
	a := amount{rest: s, money: true}
	a.before()
	if !a.zero() {
		a.readFigure()
		a.after()
	}
	a.finish()
	if a.problem != nil {
		return budget.Money{}, a.problem
	}
	m, problem := centavos(a.value)
	switch {
	case a.twice:
		if _, problem := centavos(a.grouped); problem != "" {
			return budget.Money{}, newError(problem, s)
		}
		return budget.Money{}, newError(TwoReadings, s, reading("first", a.grouped, true), reading("second", a.value, true))
	case problem != "":
		return budget.Money{}, newError(problem, s, nearArg(s)...)
	}
	return m, nil
}

// amount is the state of parseMoney, and of parseNumber up to the unit. rest is what is not
// read yet; the value of figure is in pesos.
type amount struct {
	figure
	rest    string
	money   bool
	signs   int
	open    bool // a bracket that is not closed
	dash    bool // one of the signs is a dash
	named   bool // the currency is named
	cents   bool // there are centavos behind the pesos
	starred bool // asterisks fill the space around the figure
	differs bool // what follows the figure repeats it with the value again
	again   exact.Number
	problem *Error
}

func (a *amount) fail(err *Error) {
	if a.problem == nil {
		a.problem = err
	}
}

// bad reports that the text is not understood from rest on.
func (a *amount) bad(rest string) { a.fail(misread(a.money, rest)) }

// invalid reports a sign or a bracket that is out of place.
func (a *amount) invalid(near string) { a.fail(newError(notANumber(a.money), near, nearArg(near)...)) }

// before reads signs, an opening bracket and the currency.
func (a *amount) before() {
	start := a.rest
	for a.rest = strings.TrimLeft(a.rest, " "); a.rest != "" && a.problem == nil; a.rest = strings.TrimLeft(a.rest, " ") {
		name, after := cutName(a.rest)
		switch c := a.rest[0]; {
		case c == '-':
			a.signs++
			a.dash = true
			a.rest = a.rest[1:]
		case c == '*':
			a.starred = true
			a.rest = a.rest[1:]
		case name == "menos" && a.signs == 0 && beginsFigure(strings.TrimLeft(after, "$ ")):
			a.signs++
			a.rest = after
		case c == '+' && a.rest == start:
			a.rest = strings.TrimLeft(a.rest[1:], " ")
			if a.rest == "" || strings.IndexByte("-+(", a.rest[0]) >= 0 {
				a.invalid("+")
			}
		case c == '(' && !a.open:
			a.open = true
			a.signs++
			a.rest = a.rest[1:]
		case !a.currency():
			return
		}
	}
}

// zero reads the rest of $ -, by which accounting formats print zero.
func (a *amount) zero() bool {
	if a.problem != nil || !a.named || !a.dash || strings.Trim(a.rest, ") ") != "" || a.open != (a.rest != "") {
		return false
	}
	a.rest, a.open, a.signs = "", false, 0
	return true
}

// readFigure reads "1,234.50", "1.5 mdp", "2 millones 500 mil" or "mil doscientos".
func (a *amount) readFigure() {
	if a.problem != nil {
		return
	}
	f, rest, err := cutFigure(a.rest, a.money)
	if err != nil {
		if err.code == BadGroups && a.signs > 0 {
			err = newError(BadGroups, a.rest) // what would be right has a sign
		}
		a.fail(err)
		return
	}
	if f.word && a.open {
		a.invalid(firstWord(a.rest))
	}
	a.figure, a.rest, a.named = f, rest, a.named || f.pesos
	if name, after := cutName(rest); a.money && f.scale == 0 && isCentavos(name) {
		a.value, a.rest, a.named, a.cents = hundredths(f.value), after, true, true
		a.grouped = hundredths(f.grouped)
	}
	if _, problem := centavos(f.value); problem == FractionOfCentavo && a.money && f.scale == 0 && !a.cents {
		if v, ok := f.numeral.withoutNoise(); ok {
			a.value = v
		}
	}
}

func isCentavos(name string) bool { return oneOf("|centavos|centavo|cts|ctvs|", name) }

// hundredths returns v / 100, or v if the quotient does not fit.
func hundredths(v exact.Number) exact.Number {
	if q, err := v.Div(exact.Int(100)); err == nil {
		return q
	}
	return v
}

// after reads what follows the figure: the currency, centavos, the sum in words, a closing
// bracket, a minus sign, what fills the space.
func (a *amount) after() {
	for a.rest = strings.TrimLeft(a.rest, " "); a.rest != "" && a.problem == nil; a.rest = strings.TrimLeft(a.rest, " ") {
		name, words := cutName(a.rest)
		switch c := a.rest[0]; {
		case c == '-' && len(a.rest) == 1:
			a.signs++
			a.rest = ""
		case c == ')' && a.open:
			a.open = false
			a.rest = a.rest[1:]
		case c == '(' && !a.open:
			a.inBrackets()
		case name == "son" && !a.open:
			a.repeated(words, "")
		case oneOf("|.|.-|.--|.=|=|==|--|,-|,--|", without(a.rest, " ")): // 1,234.- and 1,234.00=
			a.rest = ""
		case c == '*' && a.starred, c == ',' && a.named && len(a.rest) > 1: // pesos, 50/100
			a.rest = a.rest[1:]
		case a.readCents(), a.taxed(), a.currency():
		default:
			return
		}
	}
}

// readCents reads the centavos of "100 pesos 50/100 M.N." and "100 pesos con 50 centavos".
func (a *amount) readCents() bool {
	s := a.rest
	if name, after := cutName(s); oneOf("|con|y|", name) {
		s = strings.TrimLeft(after, " ")
	}
	var cents int64
	digits, rest := cutDigits(s)
	after, ok := strings.CutPrefix(strings.TrimLeft(rest, " "), "/100")
	if ok && len(digits) == 2 {
		cents = int64(digits[0]-'0')*10 + int64(digits[1]-'0')
	} else {
		f, rest, err := cutFigure(s, true)
		name, end := cutName(rest)
		n, den := f.value.Fraction()
		if err != nil || !isCentavos(name) || f.twice || den > 1 || n >= 100 {
			return false
		}
		cents, after = n, end
	}
	total, err := exact.Int(whole(a.value)).Add(hundredths(exact.Int(cents)))
	switch {
	case err != nil || a.cents || a.scale > 0 && a.parts:
		return false
	case a.numeral.decimals != "" && total != a.value: // 1,234.00 pesos 50/100
		a.differs, a.again = true, total
	case a.twice:
		a.bad(s)
	default:
		a.value = total
	}
	a.cents, a.named, a.rest = true, true, after
	return true
}

// whole returns v without its fraction.
func whole(v exact.Number) int64 {
	n, den := v.Fraction()
	return n / den
}

// taxed reads a note that the tax is in the amount.
func (a *amount) taxed() bool {
	for _, note := range [...]string{"iva incluido", "i.v.a. incluido", "con iva", "incluye iva"} {
		if after, ok := strings.CutPrefix(a.rest, note); ok && strings.Trim(after, " .") == "" {
			a.rest = after
			return true
		}
	}
	return false
}

// inBrackets reads brackets behind the figure.
func (a *amount) inBrackets() {
	inner, rest, ok := strings.Cut(a.rest[1:], ")")
	if !ok {
		a.bad(a.rest)
		return
	}
	if name, after := cutName(inner); name == "son" {
		inner = after
	}
	a.repeated(inner, rest)
}

// repeated reads the same amount once more, in words or figures, or the currency or a note on
// the tax; rest is what follows them.
func (a *amount) repeated(inner, rest string) {
	again := amount{rest: strings.TrimLeft(inner, ": "), money: a.money}
	again.before()
	if again.problem == nil && again.signs == 0 && (again.rest == "" && again.named || again.taxed()) {
		a.rest, a.named = rest, true // (M.N.)
		return
	}
	again.readFigure()
	again.after()
	if percentage(again.rest) != "" && !a.money {
		again.rest = "" // cien por ciento
	}
	switch {
	case again.problem != nil || again.rest != "" || again.signs > 0 || again.twice:
		a.bad(a.rest)
	case again.value == a.value:
	case a.twice && again.value == a.grouped:
		a.value = a.grouped
	default:
		a.differs, a.again = true, again.value
	}
	a.twice, a.rest, a.named = false, rest, a.named || again.named
}

// finish rejects what is not read or has two values, and applies the sign.
func (a *amount) finish() {
	switch {
	case a.rest != "":
		a.bad(a.rest)
	case a.open:
		a.invalid("(")
	case a.signs > 1:
		a.invalid("-")
	}
	if a.signs == 1 {
		a.value, a.grouped, a.again = a.value.Neg(), a.grouped.Neg(), a.again.Neg()
	}
	if a.differs {
		a.fail(newError(WordsDisagree, "", reading("first", a.value, a.money), reading("second", a.again, a.money)))
	}
}

// currency reads the name or the sign of the currency.
func (a *amount) currency() bool {
	s := a.rest
	name, after := cutName(s)
	switch {
	case strings.HasPrefix(s, "$$"):
		a.invalid("$$")
		return false
	case s[0] == '$':
		after = s[1:]
	case isOtherCurrency(s):
		a.fail(newError(OtherCurrency, s, nearArg(firstWord(s))...))
		return false
	case oneOf("|mx|mex|", name) && strings.HasPrefix(after, "$"), oneOf("|mxn|mxp|mn|ps|", name):
		after = strings.TrimPrefix(after, "$")
	case name != "" && strings.HasPrefix(after, "$"): // R$, US$
		a.fail(newError(OtherCurrency, s, nearArg(firstWord(s))...))
		return false
	case name == "m" && strings.HasPrefix(after, "/n") && (len(after) == 2 || !isLetter(after[2])):
		after = after[2:]
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
	a.rest, a.named = after, true
	return true
}

// isOtherCurrency reports whether s begins with the name or the sign of another currency.
func isOtherCurrency(s string) bool {
	name, _ := cutName(s)
	return isCurrencySign(firstSign(s)) ||
		oneOf("|usd|us|u|usa|dls|dlls|dolar|dolares|dollar|dollars|eur|euro|euros|cad|gbp|jpy|cny|chf|gtq|cop|ars|clp|brl|mdd|mde|udi|udis|uma|umas|libras|yenes|yuanes|quetzales|centimos|cents|", name)
}

func isCurrencySign(sign string) bool { return oneOf("|€|£|¥|¢|₡|₲|₽|₿|", sign) }
