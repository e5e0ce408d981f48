package formula

import (
	"strings"
	"unicode/utf8"
)

// doubt is a part of the text with two meanings.
type doubt struct {
	start, end    int
	first, second string
	// symbol is the one without which the part has only its first meaning; "" if it has two
	// in any case.
	symbol string
}

// doubt notes a part with two meanings in any case. Those after it do not count.
func (p *parser) doubt(start, end int, first, second string) {
	p.doubted = true
	p.doubts = append(p.doubts, doubt{start: start, end: end, first: first, second: second})
}

// resolve fails for the first part of the text that has two meanings.
func (p *parser) resolve() {
	if p.err != nil {
		return
	}
	code := p.f.code
	if p.unitConst >= 0 && !p.unitAtEnd() {
		p.doubt(p.unitPos, len(p.text), "1", "100")
	}
	if len(code) == 1 && p.after == lastPercent && p.unitConst < 0 {
		v := p.f.consts[code[0].arg].String()
		p.doubt(0, len(p.text), v, strings.TrimRight(p.text, "% "))
	}
	for _, d := range p.doubts {
		if d.symbol != "" && !p.isVariable(d.symbol) {
			continue
		}
		p.failAt(ProblemTwoReadings, d.start)
		p.err.Near = p.written(d.start, d.end)
		p.err.First, p.err.Second = d.first, d.second
		return
	}
}

// unitAtEnd reports whether the 100% at the end is the factor of a percentage: of a
// quotient, as in (A/B)*100%, or with a space before the sign, as in (A-B)*100 %.
func (p *parser) unitAtEnd() bool {
	n := len(p.f.code)
	if n < 3 || p.f.code[n-1].op != opMul || p.unitConst != n-2 {
		return false
	}
	for _, in := range p.f.code {
		if in.op == opDiv {
			return true
		}
	}
	return p.unitSpace
}

// written returns a part of the formula as it was written.
func (p *parser) written(start, end int) string {
	if p.at != nil {
		start, end = int(p.at[start]), int(p.at[end])
	}
	return strings.TrimSpace(p.source[start:end])
}

// isVariable reports whether a symbol is a variable. If the variables are not known, those
// of the formula are, and x1 is if the formula has x2.
func (p *parser) isVariable(symbol string) bool {
	for _, v := range p.variables {
		if v == symbol || Symbol(v) == symbol {
			return true
		}
	}
	if len(p.variables) > 0 {
		return false
	}
	numbered := strings.TrimRight(symbol, "0123456789")
	for _, s := range p.f.symbols {
		if s == symbol || numbered != symbol && s != numbered && strings.TrimRight(s, "0123456789") == numbered {
			return true
		}
	}
	return false
}

// times consumes an x used as an operator: "A x 100", "] x100".
func (p *parser) times() bool {
	if c := p.byteAt(p.pos); c != 'x' && c != 'X' {
		return false
	}
	word := p.wordAt(p.pos)
	rest := strings.TrimLeft(p.text[p.pos+len(word):], " \t\r\n")
	factors := p.after == lastNumber || p.after == lastClosed
	switch r, _ := utf8.DecodeRuneInString(word[1:]); {
	case len(word) == 1 && rest == "" && factors && !p.spaceBefore(),
		len(word) == 1 && rest != "" && strings.IndexByte("+*/^)]};,", rest[0]) >= 0 && factors:
		return false // 2x+1
	case len(word) > 1 && isLetter(r) && (!factors || len(p.variables) > 0 && p.isVariable(word) && !p.isVariable(word[1:])):
		return false
	}
	p.pos++
	p.space()
	return true
}

// doubtX notes that the x at pos, between the factors that begin at left and right, may be
// a variable, or the letter with which one begins.
func (p *parser) doubtX(left, pos, right int, before last) {
	factors := before == lastNumber || before == lastClosed
	known := len(p.variables) > 0
	word := p.wordAt(pos)
	end := max(p.pos, pos+len(word)) // 2x3B, where the symbol is x3B
	multiplicand, multiplier := strings.TrimSpace(p.text[left:pos]), strings.TrimSpace(p.text[right:end])
	d := doubt{start: left, end: end, first: multiplicand + "*" + multiplier, second: multiplicand + "*" + word, symbol: word}
	switch r, _ := utf8.DecodeRuneInString(word[1:]); {
	case len(word) > 1:
		d.second += p.text[pos+len(word) : end]
		if isLetter(r) && (!known || p.isVariable(word) == p.isVariable(word[1:])) { // (A/B)xC
			d.symbol = ""
		}
	case multiplier[0] != '-':
		d.second += "*" + multiplier
	default: // 2x-1
		d.second += multiplier
		if factors && !known && !isSpace(p.text[pos-1]) {
			d.symbol = ""
		}
	}
	p.doubts = append(p.doubts, d)
}

// doubtDashes notes that the minus at pos, in the sum that begins at start, may be a dash or
// the bar of a fraction: A -- B, or --- between two lines.
func (p *parser) doubtDashes(start, pos int) {
	if p.err != nil || p.doubted || p.byteAt(pos) != '-' {
		return
	}
	rest := strings.TrimLeft(p.text[pos:], "-")
	dashes := len(p.text) - len(rest) - pos
	bar := dashes > 2 || dashes == 1 && p.aloneOnLine(pos)
	if dashes == 1 && !bar {
		return
	}
	left, right := strings.TrimSpace(p.text[start:pos]), strings.TrimSpace(p.text[len(p.text)-len(rest):p.pos])
	second := left + "+" + right
	if bar {
		second = left + "/" + right
	}
	p.doubt(start, p.pos, left+"-"+right, second)
}

// aloneOnLine reports whether the character at pos is the only one of its line.
func (p *parser) aloneOnLine(pos int) bool {
	if p.at != nil {
		pos = int(p.at[pos])
	}
	_, size := utf8.DecodeRuneInString(p.source[pos:])
	before, after := strings.TrimRight(p.source[:pos], " \t\r"), strings.TrimLeft(p.source[pos+size:], " \t\r")
	return strings.HasSuffix(before, "\n") && strings.HasPrefix(after, "\n")
}

// isOrdinal reports whether text may be the number of an indicator before its formula: 1.1
// or (2).
func isOrdinal(text string) bool {
	digits := strings.Trim(text, "()[]")
	if strings.Trim(digits, "0123456789") == "" {
		return digits != text
	}
	return strings.Trim(digits, "0123456789.") == "" && digits[0] >= '1'
}

// doubtSymbol notes that the name at pos, Vt in Vt-1, may be a value of the period before,
// as sheets write it, or a symbol less 1.
func (p *parser) doubtSymbol(name string, pos int) {
	end := pos + len(name)
	n := len(name)
	if n < 2 || strings.IndexByte("tni", name[n-1]) < 0 || name[n-2] != '_' && lower(name[n-2:]) == name[n-2:] || p.byteAt(end) != '-' || !p.digitAt(end+1) {
		return
	}
	period := p.wordAt(end + 1)
	if _, ok := smallInt(period); !ok || len(period) > 2 || p.byteAt(end+1+len(period)) == '.' {
		return
	}
	p.doubt(pos, end+1+len(period), name+" - "+period, name+"_"+period)
}
