package input

import (
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
// "6%", "1/3", "21471 habitantes"; NoData if there is no value. Three decimals before a unit
// other than a percentage are four, "2.1250 km", because 2.125 km is in doubt.
func (q Quantity) String() string {
	value := q.Value.String()
	switch {
	case q.NoData != "":
		return q.NoData
	case q.Unit == "":
		return value
	case q.Unit == "%" || q.Unit == "‰":
		return value + q.Unit
	}
	if n, rest, _ := cutNumeral(strings.TrimPrefix(value, "-"), false); n.grouped != "" && rest == "" && !isPercent(q.Unit) {
		value += "0"
	}
	return value + " " + q.Unit
}

// Number parses a number as people type it and programs print it. It accepts
//
//	1234.5, 1,234.5, 1 234.5, 1.234,5, 0,5, .5
//	6 %, 6.00%, 21 471 habitantes, 3 cuentas, 5 (cinco) cuentas
//	$5, MXN 5, 5 pesos, 1.5 mdp       the unit is pesos
//	1/3, ½, 1 1/2, 1½, 8.7E-02, 1,5×10³, 1.5 x 10^3
//	1.5 millones, 25 mil habitantes, 2 millones 500 mil, tres, doce mil
//	-5, (5), 5-, menos 5              below zero
//	"5", '5, =5, ="5"                 the quotes of a file, the marks of a spreadsheet
//	0.35999999999999999               the print of a double, which is 0.36
//	N/D, N/A, S/I, s/d, -, sin dato, pendiente, #¡DIV/0!   no data: Quantity.NoData
//
// Separators of thousands are those of Money. A point separates decimals, as in Mexico. It
// is in doubt before three digits, with at most three before it, if the last one is 0 (3.500)
// or a unit follows (1.234 habitantes), unless the unit is a percentage; that is the error
// TwoReadings.
//
// A unit is made of words, %, ‰ and the symbols of measures: 60 km/h, 2.5 km², 25 °C. A letter
// alone is one only if it is the symbol of a measure (5 m, but not 2A).
//
// The error is an *Error: Missing, NotANumber, MoreNumbers, NotExact, OrdinalNumber,
// TwoReadings, WordsDisagree, BadGroups, OtherCurrency, HiddenCell or OutOfRange.
func Number(text string) (Quantity, error) {
	if len(text) > maxRaw {
		return Quantity{}, newError(NotANumber, text)
	}
	q, err := parseNumber(unquote(clean(text)))
	if err != nil {
		return Quantity{}, err.withText(text)
	}
	return q, nil
}

// parseNumber parses a text that is clean.
func parseNumber(s string) (q Quantity, err *Error) {
	folded := fold(s)
	switch {
	case s == "":
		return q, newError(Missing, s)
	case len(s) > maxText:
		return q, newError(NotANumber, s)
	case isNoData(folded) || isCellError(folded):
		return Quantity{NoData: s}, nil
	case isHiddenCell(folded):
		return q, newError(HiddenCell, s)
	}
	a := amount{rest: folded}
	a.before()
	var unit string
	if !a.zero() {
		a.readFigure()
		unit = a.unit(s)
	}
	a.finish()
	if a.problem != nil {
		return q, a.problem
	}
	if a.named {
		unit = "pesos"
	} else if unit != "" && !isPercent(unit) && folded[0] == '(' && strings.IndexByte(folded, ')') < len(folded)-1 {
		return q, newError(NotANumber, s, nearArg("(")...) // (3) informes is 3, or -3
	}
	if a.twice && !isPercent(unit) && (a.padded || unit != "") {
		return q, newError(TwoReadings, s, arg("first", a.grouped), arg("second", a.value))
	}
	return Quantity{Value: a.value, Unit: unit}, nil
}

// unit reads what follows the figure of a number: its value once more in brackets, the unit,
// a closing bracket, a minus sign. s is the whole text as it was typed. The unit of an amount
// of pesos is empty.
func (a *amount) unit(s string) string {
	if a.problem != nil {
		return ""
	}
	sign := "" // of 100% (cien por ciento)
	for _, percent := range [...]string{"%", "‰"} {
		if after, ok := strings.CutPrefix(strings.TrimLeft(a.rest, " "), percent); ok && strings.HasPrefix(strings.TrimLeft(after, " "), "(") && !a.open {
			sign, a.rest = percent, after
		}
	}
	if rest := strings.TrimLeft(a.rest, " "); strings.HasPrefix(rest, "(") && !a.open {
		a.rest = rest
		a.inBrackets()
	}
	if pesos := *a; sign == "" {
		if pesos.after(); a.named || pesos.named && (pesos.rest == "" || pesos.problem != nil) {
			*a = pesos
			return ""
		}
	}
	s = a.closing(s)
	if rest := sign + a.rest; percentage(rest) != "" {
		a.rest = ""
		return percentage(rest)
	}
	unit := cutSame(s, a.rest)
	if sign != "" || !isUnit(withoutRate(unit)) {
		return ""
	}
	word := badWord(withoutRate(a.rest))
	if a.rest = word; word != "" {
		return ""
	}
	return unit
}

// closing removes a period, the closing bracket and a minus sign that stand behind the
// number or behind its unit, from the rest and from s, the text as it was typed, which it
// returns.
func (a *amount) closing(s string) string {
	cut := func(mark string) bool {
		rest, ok := strings.CutSuffix(a.rest, mark)
		if ok {
			a.rest, s = strings.TrimRight(rest, " "), strings.TrimRight(strings.TrimSuffix(s, mark), " ")
		}
		return ok
	}
	period := strings.Count(a.rest, ".") == 1 // but not that of p.p.
	if period {
		cut(".")
	}
	if after, ok := strings.CutPrefix(strings.TrimLeft(a.rest, " "), ")"); ok && a.open {
		a.rest, a.open = after, false
	} else if a.open {
		if a.open = !cut(")"); period {
			cut(".") // (5 hab.)
		}
	}
	a.rest = strings.TrimLeft(a.rest, " ")
	if before, ok := strings.CutSuffix(a.rest, "-"); ok && strings.Trim(before, "% ") == "" && cut("-") {
		a.signs++
	}
	return s
}

// percentage returns % or ‰ if s is a percentage in signs or words, and otherwise nothing.
func percentage(s string) string {
	switch {
	case s == "%" || oneOf("|por ciento|porciento|percent|per cent|", s):
		return "%"
	case s == "‰" || oneOf("|por mil|al millar|per mille|", s):
		return "‰"
	}
	return ""
}

func isPercent(unit string) bool {
	return strings.HasPrefix(unit, "%") || strings.HasPrefix(unit, "‰")
}

// cutSame returns the end of s that folds to end: s without as many words.
func cutSame(s, end string) string {
	for s != "" && len(fold(s)) > len(strings.TrimSpace(end)) {
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
	return strings.TrimSpace(s)
}

// withoutRate returns a unit without the number that it is a rate for: "por cada 100 mil
// habitantes" is "por habitantes".
func withoutRate(unit string) string {
	before, rest, ok := strings.Cut(" "+unit, " por ")
	if !ok {
		return unit
	}
	rest = strings.TrimPrefix(rest, "cada ")
	after := strings.TrimLeft(rest, "0123456789, ")
	for _, scale := range [...]string{"mil ", "millón de ", "millon de ", "millones de "} {
		after = strings.TrimPrefix(after, scale)
	}
	if after == rest || after == "" {
		return unit
	}
	return strings.TrimPrefix(before+" por "+after, " ")
}

// isUnit reports whether s has the characters of a unit: words, of which a letter may have a
// 2 or a 3 behind it, with spaces, points, bars, hyphens and brackets between them, and a sign
// such as % or ° in front. A letter alone is the symbol of a measure.
func isUnit(s string) bool {
	before, open := ' ', 0
	for i, r := range s {
		letter := isWordRune(r)
		if r == '(' {
			open++
		} else if r == ')' {
			open--
		}
		switch {
		case open < 0 || open > 1:
			return false
		case r == '%' || r == '‰' || r == '°':
			if i > 0 {
				return false
			}
		case r == '²' || r == '³' || r == '2' || r == '3':
			if !isWordRune(before) {
				return false
			}
		case letter || r == 'µ':
			if i > 0 && before >= '0' && before <= '9' {
				return false
			}
		case i == 0 || r == '.' && before == '.' || !strings.ContainsRune(" /.-()", r):
			return false
		}
		before = r
	}
	return s != "°" && open == 0 && !strings.ContainsRune(" /-(", before) && (utf8.RuneCountInString(s) > 1 || oneOf("|m|g|l|L|h|s|t|%|‰|", s))
}

func isWordRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && r <= 0x24F && r != '×' && r != '÷'
}

// badWord returns the end of a folded unit that begins with a word that no unit has: one that
// joins two numbers or makes an approximation of one, a number, a month, no data. It is empty
// if there is none.
func badWord(unit string) string {
	words := strings.TrimLeft(unit, "%‰ ")
	name, _ := cutName(words)
	if isNoData(unit) || oneOf("|a|al|o|u|y|e|x|mas|menos|del|to|of|and|or|plus|minus|am|pm|c|bis|", name) || words == unit && name == "de" || monthNamed(name) != 0 {
		return unit
	}
	for rest := words; rest != ""; {
		name, after := cutName(rest)
		_, _, number := cutCardinal(rest)
		if scale, _, _ := cutScale(rest); scale > 0 || number || isInexact(rest) || oneOf("|hundred|cientos|medio|tercio|tercios|cuarta|cuartas|tercera|terceras|quinto|quintos|decimo|decimos|", name) {
			return rest
		}
		if rest = strings.TrimLeft(after, " "); name == "" {
			rest = rest[len(firstSign(rest)):]
		}
	}
	return ""
}

// isNoData reports whether a folded text says that there is no value.
func isNoData(s string) bool {
	if first, second, ok := strings.Cut(s, "("); ok && first != "" {
		return isNoData(strings.TrimRight(first, " ")) && isNoData(second) // N/A (no aplica)
	}
	const reasons = "|nd|na|ni|ne|np|ns|nr|nss|nsnc|sd|sinf|sininf|sininfo|sindato|sindatos|sininformacion|sinregistro|sinregistros|sinvalor|sincaptura|sincapturar|" +
		"nodisponible|nodisponibles|noaplica|noaplicable|noidentificado|noespecificado|noreportado|noreporta|nosereporto|nohaydato|nohaydatos|nohayinformacion|" +
		"noprogramado|nodefinido|nodeterminado|nocapturado|nocuantificado|nocuantificable|nomedido|nc|nocontesta|nosabe|noevaluado|sinevaluar|sinmedicion|sinlineabase|nosemidio|noexiste|nosetiene|nodata|nodato|notavailable|" +
		"notapplicable|pending|pendiente|porcapturar|pordefinir|pordeterminar|enproceso|desconocido|sedesconoce|vacio|tbd|null|nan|"
	s = strings.Trim(s, "()[]")
	switch without(s, " ") {
	case "…", "...", "..", "s/i", "s.i.", "s.i", "s/r", "s.r.":
		return true
	case "":
		return false
	}
	return strings.Trim(s, "- ") == "" || oneOf(reasons, without(s, ". /-"))
}
