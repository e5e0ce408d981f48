package formula

import (
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Symbol returns a symbol as Parse reads it and Formula.Symbols returns it: in the letters
// that people type. 𝑁𝑉𝐷ₙ, as the equations of a word processor write it, is NVDn. Use it to
// compare the symbol of a variable with those of a formula.
func Symbol(text string) string {
	s, _ := plain(text)
	return s
}

// plain returns a formula in plain characters: ASCII operators, brackets, digits and
// letters, composed accents, powers with ^, and nothing invisible. at has for each byte of
// the result, and for its end, the position in text; it is nil if the result is text.
func plain(text string) (folded string, at []uint16) {
	if isPlain(text) {
		return text, nil
	}
	b := make([]byte, 0, len(text)+8)
	at = make([]uint16, 0, len(text)+9)
	var (
		last     rune // the last one of b, and where it begins
		start    int
		inSymbol bool
		power    bool // the last one is part of an exponent
	)
	for i, r := range text {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(text[i:])
		}
		write := func(s string) {
			for range len(s) {
				at = append(at, uint16(i))
			}
			start = len(b)
			b = append(b, s...)
			last, _ = utf8.DecodeLastRuneInString(s)
			if !isDigit(last) {
				inSymbol = isLetter(last)
			}
		}
		wasPower := power
		power = false
		if c := norm.Accented(last, r); c != 0 {
			b, at = b[:start], at[:start]
			write(string(c))
			continue
		}
		switch sub, sup := subscript(r), superscript(r); {
		case sub != 0 && inSymbol:
			write(string(sub))
			continue
		case sup != 0:
			if power = true; wasPower {
				write(string(sup))
			} else {
				write("^" + string(sup))
			}
			continue
		}
		switch r = plainOperator(r); {
		case r < 0:
		case r == '…':
			write("..")
		case r == utf8.RuneError:
			write(text[i : i+size])
		default:
			write(string(r))
		}
	}
	return string(b), append(at, uint16(len(text)))
}

func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= utf8.RuneSelf || c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	return true
}

// plainOperator is norm.PlainRune with the operators and brackets of formulas.
func plainOperator(r rune) rune {
	switch r {
	case '×', '·', '•', '⋅', '∙', '∗', '✕', '✖', '⨯', '⨉', '╳', '‧', 0x2062: // the last one is the invisible times
		return '*'
	case '÷', '➗', '∶': // the last one is the sign of a ratio
		return '/'
	case '➕', 0x2064:
		return '+'
	case 0x2063:
		return ','
	case 0x2061: // invisible application of a function
		return -1
	case '〖': // the brackets of linear equations
		return '('
	case '〗':
		return ')'
	case '“', '”', '„', '‟', '«', '»':
		return '"'
	}
	return norm.PlainRune(r)
}

// superscript returns the digit or letter for one that is written as an exponent; 0 for
// other characters.
func superscript(r rune) rune {
	switch {
	case r == '²' || r == '³':
		return r - '²' + '2'
	case r == '¹':
		return '1'
	case r == '⁰' || r >= '⁴' && r <= '⁹':
		return r - '⁰' + '0'
	case r == '⁻':
		return '-'
	case r == 'ⁿ':
		return 'n'
	}
	return 0
}

// subscript returns the digit or letter for one that is written as an index.
func subscript(r rune) rune {
	if r >= '₀' && r <= '₉' {
		return r - '₀' + '0'
	}
	const indices, letters = "ₐₑₒₓₕₖₗₘₙₚₛₜᵢᵣᵤᵥⱼ", "aeoxhklmnpstiruvj"
	if i := strings.IndexRune(indices, r); i >= 0 && r != utf8.RuneError {
		return rune(letters[utf8.RuneCountInString(indices[:i])])
	}
	return 0
}

// lookalike returns the Latin letter for which people take a Greek or Cyrillic one, and 0
// for other letters.
func lookalike(r rune) (latin rune, script string) {
	const (
		greek, asGreek       = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϹϲϳ", "ABEZHIKMNOPTYXoCcj"
		cyrillic, asCyrillic = "АВЕКМНОРСТУХЅІЈаеорсухѕіј", "ABEKMHOPCTYXSIJaeopcyxsij"
	)
	if r == utf8.RuneError {
		return 0, ""
	}
	if i := strings.IndexRune(greek, r); i >= 0 {
		return rune(asGreek[utf8.RuneCountInString(greek[:i])]), "Greek"
	}
	if i := strings.IndexRune(cyrillic, r); i >= 0 {
		return rune(asCyrillic[utf8.RuneCountInString(cyrillic[:i])]), "Cyrillic"
	}
	return 0, ""
}

// checkLetters rejects a letter that looks like a Latin one: a Cyrillic one, and a Greek
// one in a formula with Latin symbols, since nobody sees that Α and A are two symbols.
func (p *parser) checkLetters() {
	if p.at == nil {
		return
	}
	latin, found := false, -1
	for i := 0; i < len(p.text); {
		r, size := utf8.DecodeRuneInString(p.text[i:])
		if l, _ := lookalike(r); !isLetter(r) && l == 0 {
			i += size
			continue
		}
		start := i
		for i < len(p.text) {
			r, size = utf8.DecodeRuneInString(p.text[i:])
			l, script := lookalike(r)
			if !isLetter(r) && !isDigit(r) && l == 0 {
				break
			}
			switch {
			case script == "Cyrillic":
				p.failLookalike(i)
				return
			case l != 0 && found < 0:
				found = i
			}
			i += size
		}
		word := p.text[start:i]
		rest := strings.TrimLeft(p.text[i:], " ")
		if word != "x" && word != "X" && (function(word) == 0 || !strings.HasPrefix(rest, "(")) {
			latin = latin || strings.ContainsFunc(word, func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' })
		}
	}
	if latin && found >= 0 {
		p.failLookalike(found)
	}
}

func (p *parser) failLookalike(pos int) {
	p.failAt(ProblemLookalike, pos)
	r, _ := utf8.DecodeRuneInString(p.text[pos:])
	p.err.Near = string(r)
}
