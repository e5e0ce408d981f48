package formula

import (
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/kpi/exact"
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
//   - Operators: + − * / ^, the variants × · • ÷ ∶ – — and those of full width, and a lone
//     x between two operands. ^ takes a whole number from -12 to 12; A² is A^2 and A⁻¹ is
//     1/A. Products have precedence over sums; both associate to the left.
//   - A product may be written without an operator, as sheets print it: a number before a
//     symbol or a bracket (2A, 100(A/B)), and a bracket before a number, a symbol or another
//     bracket ((A/B)100). A symbol before a bracket is the name of a function.
//   - Parentheses, square brackets, braces and quotation marks group.
//   - Functions, in Spanish or English, in any case: suma/sum/Σ, promedio/media/average,
//     min/mínimo, max/máximo of one or more arguments; porcentaje/percent of two,
//     (A/B)*100. Arguments are separated by commas, or all of them by semicolons, and
//     V1..V6 or V1:V6 means V1, V2 … V6. Σ is a function of two or more arguments or a
//     range, not part of a symbol: Σ A/n and Σ(A)/n have no bounds and are errors.
//   - A symbol begins with a letter, which may be accented or Greek, or an
//     underscore, followed by letters, digits and underscores. Case matters. The letters
//     of a word processor's equation (𝑁, Ａ) and indices (V₁, Vₙ) are those that people
//     type; see Symbol. A Greek letter that looks like a Latin one (Α) is an error in a
//     formula with Latin symbols, and a Cyrillic one in any.
//   - A number has a decimal point. Commas, spaces or points between groups of three
//     digits, after one to three digits, separate thousands: 9,941,077, 21 471 and
//     1.234.567. Any other comma between digits is a decimal comma: 1,5 and 0,125, and
//     between semicolons too. 1.5E+02 is 150, and 50% and 50 por ciento are 0.5.
//   - What the formula is written into is left out: a leading = or +, a name of the
//     indicator in front (PT = (A/B)*100), quotation marks around all of it, a point at the
//     end, a % at the end that names the unit. (A/B)*100% is a percentage, (A/B)*100.
//     Invisible characters are ignored.
//
// A text that has two meanings is an error of ProblemTwoReadings, with both:
//
//   - 3.000, which is three thousand or three;
//   - a comma between two digits among arguments that commas separate, as in max(A,0,5),
//     and 1,234 among arguments that semicolons separate;
//   - A/2B, which is (A/2)*B or A/(2*B);
//   - 5% after a sum or a difference, as in A+5%, which spreadsheets and calculators compute
//     differently; 50 % at the end, which may name the unit; 100% without a quotient; A*B%;
//   - Vt-1, Xn-1 and Pi-1, which are the value of the period before or a difference; Vt - 1 is
//     the difference;
//   - A -- B, and --- between two lines, which may be the bar of a fraction;
//   - 1.1 (A/B) at the beginning, where 1.1 may be the number of the indicator;
//   - (A+B)2, which may have been a square, and 100², where the 2 may be a footnote;
//   - V1–V6 and V1∶V6 among arguments, which may be a range;
//   - A x B and 1e2 if there is a variable x or e2.
//
// Whether there is such a variable, Parse takes from variables or, if there are none, from
// the symbols of the formula.
func Parse(text string, variables ...string) (*Formula, error) {
	if len(text) > 4*maxFormula { // the letters of an equation take four bytes
		return nil, &Error{Problem: ProblemTooLong, Column: maxFormula + 1}
	}
	f := &Formula{}
	p := parser{source: text, f: f, variables: variables, unitConst: -1}
	if p.text, p.at = plain(text); len(p.text) > maxFormula {
		return nil, &Error{Problem: ProblemTooLong, Column: maxFormula + 1}
	}
	p.checkLetters()
	p.space()
	if p.err == nil && p.pos == len(p.text) {
		return nil, &Error{Problem: ProblemEmpty, Column: 1}
	}
	p.unwrap()
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
	p.resolve()
	if p.err != nil {
		return nil, p.err
	}
	// Parse must accept the output of String, which is longer than text because of
	// spaces, expanded ranges and powers of ten.
	if (len(text) > maxFormula/8 || p.ranges) && len(f.String()) > maxFormula {
		return nil, &Error{Problem: ProblemTooLong, Column: 1}
	}
	return f, nil
}

type parser struct {
	source    string   // the formula as it was written
	text      string   // and in plain characters
	at        []uint16 // the position in source of each byte of text; nil if they are equal
	pos       int
	f         *Formula
	err       *Error
	depth     int  // nesting of parentheses and signs
	held      int  // values on the stack
	after     last // what was parsed last
	symbolPos int  // where the last symbol begins
	separator byte // of the arguments around pos: a comma, a semicolon, or 0 if there are none
	ranges    bool
	variables []string
	doubts    []doubt
	doubted   bool   // one of them has two meanings in any case
	comma     *doubt // the first comma between two digits among these arguments
	unitConst int    // the instruction of the 100 of a 100% at the end, or -1
	unitPos   int    // its position
	unitSpace bool   // it is written 100 %
}

// last is what ends before a position, which determines whether a product without an
// operator can follow.
type last uint8

const (
	lastSymbol  last = iota // nothing can follow
	lastNumber              // a symbol or a bracket
	lastPercent             // nothing
	lastPower               // a bracket: in A^2B it is not clear where the exponent ends
	lastClosed              // a symbol, a bracket or a number
)

func (p *parser) fail(problem Problem) { p.failAt(problem, p.pos) }

func (p *parser) failAt(problem Problem, pos int) {
	if p.err == nil {
		p.err = &Error{Problem: problem, Column: p.column(pos), Near: near(p.text[pos:])}
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
	start := p.pos
	code := len(p.f.code)
	p.take("+")
	p.product()
	percent := p.after == lastPercent
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
		left := p.f.code[code:]
		one := len(left) == 1 && left[0].op == opConst && p.f.consts[left[0].arg] == exact.Int(1)
		right := p.pos
		whole := percent && one && op == opSub
		p.product()
		p.doubtDashes(start, pos)
		if p.err == nil && !p.doubted && whole && p.after != lastPercent {
			rest := strings.TrimSpace(p.text[right:p.pos])
			p.doubt(start, p.pos, "1-"+rest, "100-"+rest) // 100%-A
		}
		percent = percent && p.after == lastPercent
		if p.err == nil && !p.doubted && p.after == lastPercent && !percent && !one && len(p.f.code) == code+len(left)+1 {
			share := p.f.consts[p.f.code[len(p.f.code)-1].arg].String()
			p.doubt(start, p.pos, p.text[start:right]+share,
				"("+strings.TrimSpace(p.text[start:pos])+")*(1"+p.text[pos:pos+1]+share+")")
		}
		p.emit(op, 0, 0, pos, -1)
	}
}

func (p *parser) product() {
	start := p.pos
	factor := start // where the last factor begins
	divisor := -1   // and the divisor, if the last operator is a division
	p.signed()
	for p.err == nil {
		pos := p.pos
		before := p.after
		op, sign := opMul, p.multiplication()
		switch {
		case sign == signNone && p.take("/"):
			op, divisor = opDiv, p.pos
		case sign == signNone:
			return
		case sign != signImplied:
			divisor = -1
		}
		operands := len(p.f.code)
		right := p.pos
		p.signed()
		if p.err != nil {
			return
		}
		text := func(from, to int) string { return strings.TrimSpace(p.text[from:to]) }
		if p.doubted {
			p.emit(op, 0, 0, pos, -1)
			continue
		}
		switch left, product := text(factor, pos), text(factor, pos)+"*"+text(right, p.pos); {
		case sign == signImplied && divisor >= 0: // A/2B
			p.doubt(start, p.pos, text(start, pos)+"*"+text(right, p.pos), p.text[start:divisor]+"("+text(divisor, pos)+"*"+text(right, p.pos)+")")
		case sign == signImplied && factor == 0 && isSpace(p.text[pos-1]) && isOrdinal(left):
			p.doubt(factor, p.pos, product, text(right, p.pos)) // 1.1 (A/B), the number of the indicator
		case sign == signImplied && before == lastClosed && (text(right, p.pos) == "2" || text(right, p.pos) == "3"):
			p.doubt(factor, p.pos, product, left+"^"+text(right, p.pos)) // (A+B)2, where the raised 2 was lost
		case sign == signImplied && before == lastNumber && len(p.f.code) == operands+1 && p.f.code[operands].op == opConst:
			p.doubt(factor, p.pos, product, left) // 100 (2), where 2 may be a footnote
		case sign == signX:
			p.doubtX(factor, pos, right, before)
		}
		if sign != signImplied {
			factor = right
		}
		p.emit(op, 0, 0, pos, -1)
	}
}

// sign is how a product is written.
type sign uint8

const (
	signNone sign = iota
	signStar
	signX       // A x B
	signImplied // 2A
)

// multiplication consumes the sign of a product.
func (p *parser) multiplication() sign {
	switch {
	case p.take("*"):
		return signStar
	case p.times():
		return signX
	case p.juxtaposed():
		return signImplied
	}
	return signNone
}

// juxtaposed reports whether the second factor of a product without an operator comes next.
func (p *parser) juxtaposed() bool {
	r, _ := utf8.DecodeRuneInString(p.text[p.pos:])
	switch {
	case p.pos == len(p.text):
		return false
	case strings.ContainsRune("([{", r):
		return p.after == lastNumber || p.after == lastPower || p.after == lastClosed
	case isDigit(r) || r == '.' && p.digitAt(p.pos+1):
		return p.after == lastClosed
	case isLetter(r) && r&^0x7F != 0x300 && subscript(r) == 0 && (p.after == lastNumber || p.after == lastClosed):
		// A word in lower case after a space is a unit or the beginning of a sentence, unless
		// it is a function.
		word := p.wordAt(p.pos)
		if rest := strings.TrimLeft(p.text[p.pos+len(word):], " "); function(word) != 0 && strings.HasPrefix(rest, "(") {
			return true
		}
		return !p.spaceBefore() || len(word) == utf8.RuneLen(r) || isDigit(rune(word[1])) || lower(word) != word
	}
	return false
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
	base := p.pos
	p.operand()
	p.space()
	pos := p.pos
	if p.err != nil || !p.take("^") {
		return
	}
	p.after = lastClosed
	if p.sourceAt(pos) == '^' || p.sourceAt(pos) == '＾' {
		p.after = lastPower
	} else if number := strings.TrimSpace(p.text[base:pos]); strings.HasPrefix(number, "100") && strings.Trim(number, "0") == "1" && len(p.f.code) > 1 {
		p.doubt(base, pos+2, number+p.text[pos:pos+2], number) // 100², where the 2 may be a footnote
	}
	start := p.pos
	closing := ""
	if i := strings.IndexByte("([{", p.byteAt(p.pos)); i >= 0 {
		closing = ")]}"[i : i+1]
		p.take("([{")
	}
	negative := 0
	if p.take("-") {
		negative = 1
	}
	n, ok := smallInt(p.digits())
	if n == 0 {
		negative = 0
	}
	if !ok || n > maxExponent || p.digitAt(p.pos+1) && (p.byteAt(p.pos) == '.' || p.byteAt(p.pos) == ',' && p.separator != ',') {
		p.failAt(ProblemExponent, start)
		return
	}
	p.space()
	if closing != "" {
		if !p.take(closing) {
			p.failAt(ProblemExponent, start)
			return
		}
		p.after = lastClosed
	}
	if p.byteAt(p.pos) == '^' {
		p.fail(ProblemExponent)
		return
	}
	p.emit(opPow, n, negative, pos, 0)
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
	case r == '"' || r == '\'':
		p.group(string(r))
	case isDigit(r) || r == '.' && p.digitAt(p.pos+1):
		p.number()
	case isLetter(r):
		p.name()
	default:
		if r == '#' {
			p.words(p.pos)
		}
		p.unexpected(ProblemOperand)
	}
}

func (p *parser) group(closing string) {
	pos := p.pos
	if !p.enter(pos) {
		return
	}
	separator := p.separator
	p.separator = 0
	p.pos++
	p.space()
	p.sum()
	p.close(closing, pos)
	p.separator = separator
	p.depth--
}

// close consumes the closing parenthesis or bracket of the one at pos.
func (p *parser) close(closing string, pos int) {
	p.after = lastClosed
	if p.err != nil || p.take(closing) {
		return
	}
	if p.pos == len(p.text) || strings.IndexByte(")]}", p.text[p.pos]) >= 0 {
		p.failAt(ProblemUnclosed, pos)
		return
	}
	p.unexpected(ProblemOperator)
}

func (p *parser) name() {
	pos := p.pos
	name := p.word()
	end := p.pos
	p.space()
	if p.byteAt(p.pos) == '(' {
		p.call(name, pos)
		return
	}
	if r, _ := utf8.DecodeRuneInString(name); r == 'Σ' || r == '∑' {
		p.failAt(ProblemRange, pos) // Σvi does not define which symbols to add
		return
	}
	if r, _ := utf8.DecodeRuneInString(p.text[end:]); p.pos > end || strings.ContainsRune(".°ºª", r) {
		p.words(pos)
	}
	if p.err == nil {
		p.doubtSymbol(name, pos)
	}
	p.after, p.symbolPos = lastSymbol, pos
	p.symbol(name, pos)
}

// words fails if the name at pos consists of several words, and not of symbols between
// which an operator is missing. Núm., N° and # are such words.
func (p *parser) words(pos int) {
	end, n, plain := pos, 0, false
	for i := pos; i < len(p.text); {
		r, size := utf8.DecodeRuneInString(p.text[i:])
		if strings.ContainsRune(" \t\n\r#°ºª", r) || r == '.' && p.byteAt(i+1) != '.' && p.byteAt(i-1) != '.' {
			i += size
			continue
		}
		word := p.wordAt(i)
		if word == "" || n == 1 && (word == "x" || word == "X") {
			break
		}
		n++
		if isLetter(r) && len(word) > size {
			plain = plain || lower(word[size:]) == word[size:] && !isDigit(rune(word[size]))
		}
		i += len(word)
		end = i
	}
	if n < 2 || !plain {
		return
	}
	p.failAt(ProblemWords, pos)
	p.err.Near = shorten(p.text[pos:end])
}

func (p *parser) symbol(name string, pos int) {
	i := p.f.symbol(name)
	if i < 0 {
		i = len(p.f.symbols)
		p.f.symbols = append(p.f.symbols, name)
	}
	p.emit(opSymbol, 0, i, pos, 1)
}
