package formula

import (
	"strings"
)

// unwrap leaves out what a formula is copied with: quotation marks around it, the apostrophe
// by which a spreadsheet marks a text, a label, the unit in brackets, and the mark at the end of
// a sentence or a clause.
func (p *parser) unwrap() {
	for _, label := range [...]string{"fórmula:", "formula:"} {
		if rest := p.text[p.pos:]; len(rest) > len(label) && lower(rest[:len(label)]) == label {
			p.pos += len(label)
			p.space()
		}
	}
	rest := strings.TrimRight(p.text[p.pos:], " \t\r\n")
	for _, mark := range [...]string{".", ";", ",", "(%)", "[%]"} {
		if inner, ok := strings.CutSuffix(rest, mark); ok && inner != "" && !strings.HasSuffix(inner, ".") {
			rest = strings.TrimRight(inner, " ")
			p.text = p.text[:p.pos+len(rest)]
			break
		}
	}
	if rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return
	}
	switch end := 1 + strings.IndexByte(rest[1:], rest[0]); {
	case end == 0 && rest[0] == '\'':
		p.pos++
	case end == 0 || end != len(rest)-1 || end == 1:
		return
	default:
		p.text = p.text[:p.pos+end]
		p.pos++
	}
	p.space()
}

// heading skips a leading equals sign, or a name and its equals sign, and returns both.
func (p *parser) heading() (name string, equals int) {
	equals = strings.IndexByte(p.text, '=')
	if equals < p.pos {
		return "", 0
	}
	name = strings.TrimSpace(p.text[p.pos:equals])
	for i, word := range strings.Fields(name) {
		for j, r := range word {
			if i == 0 && j == 0 && isDigit(r) || !isLetter(r) && !isDigit(r) && r != '%' && r != '.' {
				return "", 0
			}
		}
		if i > 0 && (word == "x" || word == "X") {
			return "", 0
		}
	}
	p.pos = equals + 1
	p.space()
	return name, equals
}

// unit skips a percent sign at the end. After a number it is a part of it; see number.
func (p *parser) unit() {
	pos := p.pos
	size := p.percentAt(pos)
	if p.err != nil || size == 0 || p.after == lastPercent {
		return
	}
	if strings.TrimLeft(p.text[pos+size:], " \t\r\n") != "" {
		p.failAt(ProblemPercent, pos)
	}
	if p.after == lastSymbol && !p.spaceBefore() {
		symbol := p.text[p.symbolPos:pos]
		p.doubt(p.symbolPos, pos+size, "("+symbol+"/100)", symbol+" %") // A*B%
	}
	p.pos = len(p.text)
}

// percentAt returns the length of the percent sign at i, which may be in words, or 0 if there
// is none.
func (p *parser) percentAt(i int) int {
	if p.byteAt(i) == '%' {
		return 1
	}
	for _, words := range []string{"por ciento", "porciento", "percent", "per cent"} {
		end := i + len(words)
		if end <= len(p.text) && lower(p.text[i:end]) == words && p.wordAt(end) == "" && !strings.HasPrefix(strings.TrimLeft(p.text[end:], " "), "(") {
			return len(words)
		}
	}
	return 0
}
