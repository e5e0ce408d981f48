package formula

import (
	"strconv"
	"strings"
)

// Precedence of a piece of text, which determines where parentheses are needed.
const (
	precSum = iota + 1
	precProduct
	precSign
	precPower
	precAtom
)

var opNames = [...]string{
	opAdd: " + ", opSub: " - ", opMul: " * ", opDiv: " / ",
	opSum: "sum", opAverage: "average", opMin: "min", opMax: "max", opPercent: "percent",
}

// String returns the canonical text of the formula: ASCII operators with spaces
// around them, the fewest parentheses, English function names, decimal points.
// Parse returns the same formula for it.
func (f *Formula) String() string { return f.text(0, len(f.code)) }

// MarshalText returns the text of String.
func (f *Formula) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText parses a formula, as Parse does.
func (f *Formula) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*f = *parsed
	return nil
}

// start returns the first instruction of the subexpression that ends at instruction
// end.
func (f *Formula) start(end int) int {
	need := 1
	i := end
	for ; i >= 0; i-- {
		need--
		switch in := f.code[i]; in.op {
		case opConst, opSymbol:
		case opNeg, opPow:
			need++
		case opAdd, opSub, opMul, opDiv:
			need += 2
		default:
			need += int(in.n)
		}
		if need == 0 {
			break
		}
	}
	return max(i, 0)
}

// writer writes subexpressions one after another into one text.
type writer struct {
	text  []byte
	stack []piece
}

// piece is a subexpression, from start to the next one or the end of the text.
type piece struct{ start, prec int }

func (w *writer) push(text string, prec int) {
	w.stack = append(w.stack, piece{len(w.text), prec})
	w.text = append(w.text, text...)
}

func (w *writer) insert(at int, text string) {
	w.text = append(w.text[:at], text+string(w.text[at:])...)
}

// enclose writes parentheses around the last piece if its precedence is lower than prec.
func (w *writer) enclose(prec int) {
	if top := w.stack[len(w.stack)-1]; top.prec < prec {
		w.insert(top.start, "(")
		w.text = append(w.text, ')')
	}
}

// binary joins the last two pieces.
func (w *writer) binary(op string, prec int) {
	w.enclose(prec + 1)
	top := len(w.stack) - 1
	right := w.stack[top].start
	w.insert(right, op)
	if left := &w.stack[top-1]; left.prec < prec {
		w.insert(right, ")")
		w.insert(left.start, "(")
	}
	w.stack = w.stack[:top]
	w.stack[top-1].prec = prec
}

// call joins the last n pieces as the arguments of a function.
func (w *writer) call(name string, n int) {
	first := len(w.stack) - n
	for i := len(w.stack) - 1; i > first; i-- {
		w.insert(w.stack[i].start, ", ")
	}
	w.insert(w.stack[first].start, name+"(")
	w.text = append(w.text, ')')
	w.stack = w.stack[:first+1]
	w.stack[first].prec = precAtom
}

// text returns the text of f.code[from:to], which must be one subexpression.
func (f *Formula) text(from, to int) string {
	w := writer{stack: make([]piece, 0, f.stack)}
	for _, in := range f.code[from:to] {
		top := len(w.stack) - 1
		switch in.op {
		case opConst:
			text := f.consts[in.arg].String()
			if num, den, ok := strings.Cut(text, "/"); ok { // more than 18 decimals
				w.push(num+" / "+den, precProduct)
			} else {
				w.push(text, precAtom)
			}
		case opSymbol:
			w.push(f.symbols[in.arg], precAtom)
		case opNeg:
			w.enclose(precPower)
			w.insert(w.stack[top].start, "-")
			w.stack[top].prec = precSign
		case opPow:
			w.enclose(precAtom)
			exponent := "^"
			if in.arg != 0 {
				exponent = "^-"
			}
			w.text = append(w.text, exponent+strconv.Itoa(int(in.n))...)
			w.stack[top].prec = precPower
		case opAdd, opSub:
			w.binary(opNames[in.op], precSum)
		case opMul, opDiv:
			w.binary(opNames[in.op], precProduct)
		default:
			w.call(opNames[in.op], int(in.n))
		}
	}
	return string(w.text)
}
