package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// misread returns the error for a number, or an amount if money is set, of which rest is not
// understood.
func misread(money bool, rest string) *Error {
	rest = strings.TrimLeft(rest, " ")
	code, near := notANumber(money), firstWord(rest)
	next := strings.TrimLeft(strings.TrimPrefix(rest, "%"), " ") // 5% a 10%
	switch {
	case isCurrencySign(firstSign(rest)):
		code = OtherCurrency
	case joinsNumbers(next):
		code = MoreNumbers
	case isInexact(next):
		code, near = NotExact, firstWord(next)
		if sign := firstSign(next); !isLetter(sign[0]) {
			near = sign
		}
	}
	return newError(code, rest, nearArg(near)...)
}

// notANumber returns the general code, NotAnAmount or NotANumber.
func notANumber(money bool) norm.Code {
	if money {
		return NotAnAmount
	}
	return NotANumber
}

// joinsNumbers reports whether s begins with an operator or a word, and a number behind it:
// "-60", "a 60", "de 5".
func joinsNumbers(s string) bool {
	name, after := cutName(s)
	if sign := firstSign(s); oneOf("|-|+|*|/|×|·|•|÷|:|;|&|=|^|", sign) {
		after = s[len(sign):]
	} else if !oneOf("|a|al|o|u|y|e|de|del|entre|por|x|vs|mas|menos|to|of|and|or|by|plus|minus|", name) {
		return false
	}
	return beginsFigure(strings.TrimLeft(after, "$ "))
}

// isInexact reports whether s begins with a sign or a word of a limit or an approximation.
func isInexact(s string) bool {
	name, after := cutName(s)
	next, _ := cutName(after)
	return oneOf("|>|<|≥|≤|~|≈|±|∼|≃|≅|+|", firstSign(s)) || inexactWord(name) ||
		name == "al" && next == "menos" || strings.HasPrefix(s, "por lo menos") || strings.HasPrefix(s, "por confirmar") ||
		oneOf("|como|cuando|", name) && next == "mucho" || name == "en" && next == "adelante" || name == "no" && next == "mas" || name == "cerca" && next == "de" ||
		oneOf("|mas|menos|", name) && oneOf("|o|de|", next) || oneOf("|o|y|", name) && oneOf("|mas|menos|", next)
}

// inexactWord reports whether a word makes a limit or an approximation of the number beside
// it.
func inexactWord(name string) bool {
	return oneOf("|aprox|aproximado|aproximada|aproximados|aproximadas|aproximadamente|aproximada|casi|unos|unas|alrededor|ca|hasta|desde|entre|maximo|maxima|minimo|minima|"+
		"max|preliminar|estimado|estimada|estimados|estimadas|about|around|approx|approximately|over|under|between|", name)
}

// reading returns an argument with a value as an amount, or as a number if it is none.
func reading(name string, v exact.Number, money bool) norm.Arg {
	if m, problem := centavos(v); money && problem == "" {
		return arg(name, m)
	}
	return arg(name, v)
}

// unquote returns s without the quotes of a file of values or the marks of a spreadsheet
// before a value: "1,234.50", '1234.50, =1234.50 and ="1,234.50".
func unquote(s string) string {
	if len(s) > 1 {
		s = strings.TrimLeft(strings.TrimPrefix(s, "="), " ")
	}
	for _, quotes := range [...]string{`""`, "“”", "«»", "''", "”“", "””"} {
		first := firstSign(quotes)
		if rest, ok := strings.CutPrefix(s, first); ok {
			if rest, ok = strings.CutSuffix(rest, quotes[len(first):]); ok {
				return strings.Trim(rest, " ")
			}
		}
	}
	return strings.TrimLeft(strings.TrimPrefix(s, "'"), " ")
}
