package formula

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

func function(name string) opcode {
	switch lower(name) {
	case "sum", "suma", "Σ", "∑":
		return opSum
	case "average", "promedio", "media", "mean", "avg":
		return opAverage
	case "min", "mín", "minimum", "mínimo", "minimo":
		return opMin
	case "max", "máx", "maximum", "máximo", "maximo":
		return opMax
	case "percent", "porcentaje":
		return opPercent
	}
	return 0
}

func (p *parser) call(name string, pos int) {
	op := function(name)
	if op == 0 {
		p.failAt(ProblemFunction, pos)
		return
	}
	open := p.pos
	if !p.enter(open) {
		return
	}
	separator, comma := p.separator, p.comma
	p.separator, p.comma = p.separatorIn(open), nil
	p.pos++
	p.space()
	n := 0
	ranges := false
	for p.err == nil {
		values := p.argument()
		ranges = ranges || values > 1
		n += values
		if p.separator == ';' && p.byteAt(p.pos) == ',' {
			p.fail(ProblemSeparator)
		}
		if !p.take(",;") {
			break
		}
	}
	if p.comma != nil && (op != opPercent || n != 2) {
		p.doubts = append(p.doubts, *p.comma)
	}
	p.separator, p.comma = separator, comma
	p.close(")", open)
	p.depth--
	if r, _ := utf8.DecodeRuneInString(name); n == 1 && !ranges && (r == 'Σ' || r == '∑') {
		p.failAt(ProblemRange, pos) // Σ(A/n) has no bounds
	}
	if n > maxStack || op == opPercent && n != 2 {
		p.failAt(ProblemArguments, pos)
	}
	p.emit(op, n, 0, pos, 1-n)
}

// separatorIn returns the separator of the arguments of the function whose parenthesis is at
// open: a semicolon if there is one, since the commas are then those of numbers.
func (p *parser) separatorIn(open int) byte {
	depth := 0
	for i := open; i < len(p.text); i++ {
		switch p.text[i] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			if depth--; depth == 0 {
				return ','
			}
		case ';':
			if depth == 1 {
				return ';'
			}
		}
	}
	return ','
}

// argument parses one argument, or a range of symbols, and returns the number of
// values it leaves on the stack.
func (p *parser) argument() int {
	start := p.pos
	from := p.word()
	p.space()
	mark := p.rangeMark()
	if from == "" || isDigit(rune(from[0])) || mark == 0 {
		p.pos = start
		p.sum()
		return 1
	}
	p.pos += mark
	p.space()
	to := p.word()
	p.space()
	prefix := strings.TrimRight(from, "0123456789")
	a, okA := smallInt(from[len(prefix):])
	b, okB := smallInt(strings.TrimPrefix(to, prefix))
	ok := okA && okB && strings.HasPrefix(to, prefix) && a <= b && b-a < maxRange &&
		prefix+strconv.Itoa(a) == from && prefix+strconv.Itoa(b) == to
	if c := p.text[start+len(from):]; strings.IndexByte("-/", strings.TrimLeft(c, " \t\r\n")[0]) >= 0 {
		// V1–V6 with a dash, or V1∶V6 with the sign of a ratio
		end := p.pos
		if ok = ok && strings.IndexByte(",;)", p.byteAt(end)) >= 0; ok {
			p.doubt(start, end, from+".."+to, "("+p.text[start:end]+")")
		}
		p.pos = start
		p.sum()
		return 1
	}
	if !ok {
		p.failAt(ProblemRange, start)
		return 1
	}
	p.after = lastSymbol
	p.ranges = true
	for i := a; i <= b; i++ {
		p.symbol(prefix+strconv.Itoa(i), start)
	}
	return b - a + 1
}

// rangeMark returns the length of the mark between the two ends of a range: two or three
// points, a colon, and what may be one, a dash that is not a minus sign or the sign of a
// ratio. It is 0 if there is none.
func (p *parser) rangeMark() int {
	rest := p.text[p.pos:]
	switch {
	case strings.HasPrefix(rest, "..."):
		return 3
	case strings.HasPrefix(rest, ".."):
		return 2
	case strings.HasPrefix(rest, ":"):
		return 1
	case strings.HasPrefix(rest, "-"), strings.HasPrefix(rest, "/"):
		if r := p.sourceAt(p.pos); r == '∶' || r >= '‐' && r <= '―' {
			return 1
		}
	}
	return 0
}
