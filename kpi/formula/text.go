package formula

import "strconv"

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

type piece struct {
	text string
	prec int
}

func (p piece) at(prec int) string {
	if p.prec < prec {
		return "(" + p.text + ")"
	}
	return p.text
}

// text returns the text of f.code[from:to], which must be one subexpression.
func (f *Formula) text(from, to int) string {
	stack := make([]piece, 0, f.stack)
	for _, in := range f.code[from:to] {
		top := len(stack) - 1
		switch in.op {
		case opConst:
			stack = append(stack, piece{f.consts[in.arg].String(), precAtom})
		case opSymbol:
			stack = append(stack, piece{f.symbols[in.arg], precAtom})
		case opNeg:
			stack[top] = piece{"-" + stack[top].at(precPower), precSign}
		case opPow:
			stack[top] = piece{stack[top].at(precAtom) + "^" + strconv.Itoa(int(in.n)), precPower}
		case opAdd, opSub, opMul, opDiv:
			prec := precSum
			if in.op == opMul || in.op == opDiv {
				prec = precProduct
			}
			a, b := stack[top-1], stack[top]
			stack = append(stack[:top-1], piece{a.at(prec) + opNames[in.op] + b.at(prec+1), prec})
		default:
			first := len(stack) - int(in.n)
			s := opNames[in.op] + "("
			for i, a := range stack[first:] {
				if i > 0 {
					s += ", "
				}
				s += a.text
			}
			stack = append(stack[:first], piece{s + ")", precAtom})
		}
	}
	if len(stack) == 0 {
		return ""
	}
	return stack[len(stack)-1].text
}
