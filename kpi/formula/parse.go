package formula

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Limits of a formula. The language was designed from 47 federal and municipal
// formulas, of which the longest has 60 bytes without its prose.
const (
	maxFormula  = 1000 // bytes
	maxDepth    = 32
	maxOps      = 500
	maxStack    = 64
	maxExponent = 12
	maxRange    = 60
)

// Parse parses an expression. The error is an *Error.
//
//   - Operators: + − * / ^, the variants × · • ÷ – — and those of full width, and a lone
//     x between two operands. ^ takes a whole number from 0 to 12; A² is A^2. Products
//     have precedence over sums; both associate to the left.
//   - Parentheses, square brackets and braces group.
//   - Functions, in Spanish or English, in any case: suma/sum/Σ, promedio/average,
//     min/mínimo, max/máximo of one or more arguments; porcentaje/percent of two,
//     (A/B)*100. Arguments are separated by a comma or a semicolon, and V1..V6
//     means V1, V2 … V6. Σ is a function, not part of a symbol: Σ A/n has no bounds
//     and is an error.
//   - A symbol begins with a letter, which may be accented or Greek, or an
//     underscore, followed by letters, digits and underscores. Case matters. The letters
//     of a word processor's equation (𝑁, Ａ) and indices (V₁, Vₙ) are those that people
//     type; see Symbol. A Greek letter that looks like a Latin one (Α) is an error in a
//     formula with Latin symbols, and a Cyrillic one in any.
//   - A number has a decimal point. Commas between groups of three digits, after
//     one to three digits, separate thousands, as Mexican forms print them:
//     9,941,077 and 132,099. Any other comma between digits is a decimal comma: 1,5
//     and 0,125. Inside a function every comma separates arguments.
//   - What the formula is written into is left out: a leading =, a name of the
//     indicator in front (PT = (A/B)*100), a % at the end that names the unit. (A/B)*100%
//     is an error, since 100% is 1 too. Invisible characters are ignored.
func Parse(text string) (*Formula, error) {
	if len(text) > 4*maxFormula { // the letters of an equation take four bytes
		return nil, &Error{Problem: ProblemTooLong, Column: maxFormula + 1}
	}
	f := &Formula{}
	p := parser{source: text, f: f}
	if p.text, p.at = plain(text); len(p.text) > maxFormula {
		return nil, &Error{Problem: ProblemTooLong, Column: maxFormula + 1}
	}
	p.checkLetters()
	p.space()
	if p.err == nil && p.pos == len(p.text) {
		return nil, &Error{Problem: ProblemEmpty, Column: 1}
	}
	name, equals := p.heading()
	if p.err == nil {
		p.sum()
	}
	p.unit()
	if p.err == nil && p.pos < len(p.text) {
		switch p.text[p.pos] {
		case ')', ']', '}':
			p.fail(ProblemUnopened)
		default:
			p.unexpected(ProblemOperator)
		}
	}
	if p.err == nil && name != "" && f.Uses(name) {
		p.failAt(ProblemEquals, equals) // an equation, not the name of the indicator
	}
	if p.err != nil {
		return nil, p.err
	}
	// Parse must accept the output of String, which is longer than text because of
	// spaces and expanded ranges.
	if (len(text) > maxFormula/4 || p.ranges) && len(f.String()) > maxFormula {
		return nil, &Error{Problem: ProblemTooLong, Column: 1}
	}
	return f, nil
}

type parser struct {
	source     string   // the formula as it was written
	text       string   // and in plain characters
	at         []uint16 // the position in source of each byte of text; nil if they are equal
	pos        int
	f          *Formula
	err        *Error
	depth      int // nesting of parentheses and signs
	calls      int // nesting of functions
	held       int // values on the stack
	literalEnd int // where the last number ends
	ranges     bool
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

// unit skips a percent sign at the end, unless it follows a number: 100% is 1.
func (p *parser) unit() {
	pos := p.pos
	if p.err != nil || pos == len(p.text) || p.text[pos] != '%' || p.literalEnd == pos {
		return
	}
	if p.pos++; strings.TrimLeft(p.text[p.pos:], " \t\r\n") != "" {
		p.failAt(ProblemPercent, pos)
	}
	p.pos = len(p.text)
}

func (p *parser) fail(problem Problem) { p.failAt(problem, p.pos) }

func (p *parser) failAt(problem Problem, pos int) {
	if p.err == nil {
		p.err = &Error{problem, p.column(pos), near(p.text[pos:])}
		p.pos = len(p.text)
	}
}

// unexpected fails with the problem of the character at pos, if it has one of its
// own, and otherwise with problem.
func (p *parser) unexpected(problem Problem) {
	r, size := utf8.DecodeRuneInString(p.text[p.pos:])
	switch {
	case size == 0:
	case r == '%':
		problem = ProblemPercent
	case r == '=':
		problem = ProblemEquals
	case r == '.' && strings.HasPrefix(p.text[p.pos:], ".."):
		problem = ProblemRange
	case !isLetter(r) && !isDigit(r) && !strings.ContainsRune("()[]{},;.+-*/^", r):
		problem = ProblemCharacter
	}
	p.fail(problem)
}

// column counts the characters of the formula as it was written.
func (p *parser) column(pos int) int {
	if p.at != nil {
		pos = int(p.at[pos])
	}
	return utf8.RuneCountInString(p.source[:pos]) + 1
}

// near returns the word or the character at the beginning of text.
func near(text string) string {
	end := 0
	for i, r := range text {
		if i > 0 && (i >= 24 || !isLetter(r) && !isDigit(r)) {
			break
		}
		end = i + utf8.RuneLen(r)
		if r == utf8.RuneError || !isLetter(r) && !isDigit(r) {
			break
		}
	}
	if text = text[:min(end, len(text))]; !utf8.ValidString(text) {
		return "\uFFFD"
	}
	return text
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isLetter reports whether r is a letter of a Latin script or Greek, a subscript
// digit, or a combining accent, which some systems write after its letter.
func isLetter(r rune) bool {
	switch {
	case r < 0x80:
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_'
	case r == '×' || r == '÷':
		return false
	case r >= 0xC0 && r <= 0x24F, r >= 0x300 && r <= 0x36F, r >= 0x370 && r <= 0x3FF, r >= 0x2080 && r <= 0x2089:
		return true
	}
	return r == '∑'
}

func (p *parser) space() {
	for p.pos < len(p.text) && strings.IndexByte(" \t\n\r", p.text[p.pos]) >= 0 {
		p.pos++
	}
}

// take consumes one of the characters of set and the space after it.
func (p *parser) take(set string) bool {
	if p.pos == len(p.text) || strings.IndexByte(set, p.text[p.pos]) < 0 {
		return false
	}
	p.pos++
	p.space()
	return true
}

// times consumes a lone x used as an operator: "A x 100", "] x100".
func (p *parser) times() bool {
	rest := p.text[p.pos:]
	if rest == "" || rest[0] != 'x' && rest[0] != 'X' {
		return false
	}
	if r, size := utf8.DecodeRuneInString(rest[1:]); size > 0 && isLetter(r) {
		return false
	}
	p.pos++
	p.space()
	return true
}

func (p *parser) emit(op opcode, n, arg, pos, grow int) {
	if p.err != nil {
		return
	}
	p.held += grow
	p.f.stack = max(p.f.stack, p.held)
	if len(p.f.code) == maxOps || p.held > maxStack {
		p.failAt(ProblemTooComplex, pos)
		return
	}
	if p.f.code == nil {
		p.f.code = make([]instr, 0, 8)
	}
	p.f.code = append(p.f.code, instr{op, uint8(n), uint16(arg), uint16(p.column(pos))})
}

func (p *parser) enter(pos int) bool {
	if p.depth++; p.depth > maxDepth {
		p.failAt(ProblemTooDeep, pos)
	}
	return p.err == nil
}

func (p *parser) sum() {
	p.product()
	for p.err == nil {
		pos := p.pos
		op := opAdd
		switch {
		case p.take("+"):
		case p.take("-"):
			op = opSub
		default:
			return
		}
		p.product()
		p.emit(op, 0, 0, pos, -1)
	}
}

func (p *parser) product() {
	p.signed()
	for p.err == nil {
		pos := p.pos
		op := opMul
		switch {
		case p.take("*") || p.times():
		case p.take("/"):
			op = opDiv
		default:
			return
		}
		p.signed()
		p.emit(op, 0, 0, pos, -1)
	}
}

func (p *parser) signed() {
	pos := p.pos
	if !p.take("-") {
		p.power()
		return
	}
	// String writes --A as -(-A), which must not be deeper than what was parsed: a sign
	// before a bracket is part of it.
	if p.pos < len(p.text) && strings.IndexByte("([{", p.text[p.pos]) >= 0 {
		p.signed()
		p.emit(opNeg, 0, 0, pos, 0)
		return
	}
	if p.enter(pos) {
		p.signed()
		p.emit(opNeg, 0, 0, pos, 0)
	}
	p.depth--
}

func (p *parser) power() {
	p.operand()
	p.space()
	pos := p.pos
	if p.err != nil || !p.take("^") {
		return
	}
	start := p.pos
	for p.pos < len(p.text) && isDigit(rune(p.text[p.pos])) {
		p.pos++
	}
	n, ok := smallInt(p.text[start:p.pos])
	if !ok || n > maxExponent {
		p.failAt(ProblemExponent, start)
		return
	}
	if p.pos < len(p.text) && (p.text[p.pos] == '.' || p.text[p.pos] == ',' && p.calls == 0) {
		p.failAt(ProblemExponent, start)
		return
	}
	p.space()
	if p.pos < len(p.text) && p.text[p.pos] == '^' {
		p.fail(ProblemExponent)
		return
	}
	p.emit(opPow, n, 0, pos, 0)
}

func (p *parser) operand() {
	r, _ := utf8.DecodeRuneInString(p.text[p.pos:])
	switch {
	case p.pos == len(p.text):
		p.fail(ProblemOperand)
	case r == '(':
		p.group(")")
	case r == '[':
		p.group("]")
	case r == '{':
		p.group("}")
	case isDigit(r):
		p.number()
	case isLetter(r):
		p.name()
	default:
		p.unexpected(ProblemOperand)
	}
}

func (p *parser) group(closing string) {
	pos := p.pos
	if !p.enter(pos) {
		return
	}
	p.pos++
	p.space()
	p.sum()
	p.close(closing, pos)
	p.depth--
}

// close consumes the closing parenthesis or bracket of the one at pos.
func (p *parser) close(closing string, pos int) {
	if p.err != nil || p.take(closing) {
		return
	}
	if p.pos == len(p.text) || strings.IndexByte(")]}", p.text[p.pos]) >= 0 {
		p.failAt(ProblemUnclosed, pos)
		return
	}
	p.unexpected(ProblemOperator)
}

func (p *parser) word() string {
	start := p.pos
	for p.pos < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.pos:])
		if !isLetter(r) && !isDigit(r) {
			break
		}
		p.pos += size
	}
	return p.text[start:p.pos]
}

func (p *parser) name() {
	pos := p.pos
	name := p.word()
	p.space()
	if p.pos < len(p.text) && p.text[p.pos] == '(' {
		p.call(name, pos)
		return
	}
	if r, _ := utf8.DecodeRuneInString(name); r == 'Σ' || r == '∑' {
		p.failAt(ProblemRange, pos) // Σvi does not define which symbols to add
		return
	}
	p.symbol(name, pos)
}

func (p *parser) symbol(name string, pos int) {
	i := p.f.symbol(name)
	if i < 0 {
		i = len(p.f.symbols)
		p.f.symbols = append(p.f.symbols, name)
	}
	p.emit(opSymbol, 0, i, pos, 1)
}

// smallInt parses a number of one to six digits.
func smallInt(s string) (n int, ok bool) {
	for i := range len(s) {
		if !isDigit(rune(s[i])) {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, 1 <= len(s) && len(s) <= 6
}

// lower converts A to Z and the letters of Latin-1, which in UTF-8 are the byte C3
// and another, to lower case.
func lower(name string) string {
	b := []byte(name)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' || i > 0 && b[i-1] == 0xC3 && 0x80 <= c && c <= 0x9E {
			b[i] = c + 0x20
		}
	}
	return string(b)
}

func function(name string) opcode {
	switch lower(name) {
	case "sum", "suma", "σ", "Σ", "∑":
		return opSum
	case "average", "promedio", "media":
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
	p.calls++
	p.pos++
	p.space()
	n := 0
	for p.err == nil {
		n += p.argument()
		if !p.take(",;") {
			break
		}
	}
	p.close(")", open)
	p.calls--
	p.depth--
	if n > maxStack || op == opPercent && n != 2 {
		p.failAt(ProblemArguments, pos)
	}
	p.emit(op, n, 0, pos, 1-n)
}

// argument parses one argument, or a range of symbols, and returns the number of
// values it leaves on the stack.
func (p *parser) argument() int {
	start := p.pos
	from := p.word()
	p.space()
	if from == "" || isDigit(rune(from[0])) || !strings.HasPrefix(p.text[p.pos:], "..") {
		p.pos = start
		p.sum()
		return 1
	}
	p.pos += 2
	if strings.HasPrefix(p.text[p.pos:], ".") { // an ellipsis of three points
		p.pos++
	}
	p.space()
	to := p.word()
	p.space()
	digits := len(from)
	for digits > 0 && isDigit(rune(from[digits-1])) {
		digits--
	}
	prefix := from[:digits]
	a, okA := smallInt(from[len(prefix):])
	b, okB := smallInt(strings.TrimPrefix(to, prefix))
	if !okA || !okB || !strings.HasPrefix(to, prefix) || a > b || b-a >= maxRange ||
		prefix+strconv.Itoa(a) != from || prefix+strconv.Itoa(b) != to {
		p.failAt(ProblemRange, start)
		return 1
	}
	p.ranges = true
	for i := a; i <= b; i++ {
		p.symbol(prefix+strconv.Itoa(i), start)
	}
	return b - a + 1
}
