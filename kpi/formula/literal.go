package formula

import "github.com/rumbo-mx/rumbo/kpi/exact"

func (p *parser) number() {
	start := p.pos
	text, ok := p.literal(nil)
	if !ok {
		p.failAt(ProblemNumber, start)
		return
	}
	v, err := exact.Parse(string(text))
	if err != nil {
		p.failAt(ProblemNumber, start)
		return
	}
	i := 0
	for i < len(p.f.consts) && p.f.consts[i] != v {
		i++
	}
	if i == len(p.f.consts) {
		p.f.consts = append(p.f.consts, v)
	}
	p.emit(opConst, 0, i, start, 1)
	p.literalEnd = p.pos
}

// literal consumes a number as people write it and appends it to dst in the form
// that exact.Parse accepts.
func (p *parser) literal(dst []byte) ([]byte, bool) {
	run := func() string {
		start := p.pos
		for p.pos < len(p.text) && isDigit(rune(p.text[p.pos])) {
			p.pos++
		}
		return p.text[start:p.pos]
	}
	// follows reports whether sep and a digit come next.
	follows := func(sep byte) bool {
		return p.pos+1 < len(p.text) && p.text[p.pos] == sep && isDigit(rune(p.text[p.pos+1]))
	}
	head := run()
	whole := head
	point := false
	if p.calls == 0 && follows(',') {
		p.pos++
		group := run()
		thousands := len(group) == 3 && len(head) <= 3 && head[0] != '0'
		whole += group
		for thousands && follows(',') {
			p.pos++
			if group = run(); len(group) != 3 {
				return nil, false
			}
			whole += group
		}
		if !thousands {
			whole, point = head, true
			dst = append(dst, trimZeros(head)...)
			dst = append(append(dst, '.'), group...)
		}
		if p.pos < len(p.text) && p.text[p.pos] == ',' {
			return nil, false
		}
	}
	if !point {
		dst = append(dst, trimZeros(whole)...)
		if follows('.') {
			p.pos++
			dst = append(append(dst, '.'), run()...)
			point = true
		}
	}
	if point && (follows('.') || p.calls == 0 && follows(',')) {
		return nil, false
	}
	return dst, true
}

// trimZeros removes leading zeros but leaves at least one digit.
func trimZeros(s string) string {
	for len(s) > 1 && s[0] == '0' {
		s = s[1:]
	}
	return s
}
