package formula

import "github.com/rumbo-mx/rumbo/kpi/exact"

// ZeroRule determines the value of a quotient whose divisor is zero. The zero value
// is ZeroNoData.
type ZeroRule uint8

const (
	// ZeroNoData means there is no value, which is not 0.
	ZeroNoData ZeroRule = iota
	// ZeroFull means nothing was due and so nothing is missing: the quotient is 1,
	// a percentage 100.
	ZeroFull
)

// Formula is a parsed expression over the symbols of an indicator's variables. Use
// Parse to create one; the zero Formula has no value.
//
// It is immutable and safe for concurrent use.
type Formula struct {
	code    []instr
	consts  []exact.Number
	symbols []string
	stack   int // depth of the stack that Eval needs
}

// instr is one instruction of a stack machine; the code is the expression in
// postfix order.
type instr struct {
	op  opcode
	n   uint8  // arguments of a function, or the size of an exponent
	arg uint16 // index into consts or symbols; 1 for an exponent below zero
	col uint16 // column of the source, from 1
}

type opcode uint8

const (
	opConst opcode = iota + 1
	opSymbol
	opAdd
	opSub
	opMul
	opDiv
	opNeg
	opPow
	opSum
	opAverage
	opMin
	opMax
	opPercent
)

// Symbols returns the symbols of the formula, each once, in order of first
// appearance. The caller owns the slice.
func (f *Formula) Symbols() []string { return append([]string(nil), f.symbols...) }

// Uses reports whether the formula has that symbol, in any of the letters that Symbol
// accepts.
func (f *Formula) Uses(symbol string) bool { return f.symbol(Symbol(symbol)) >= 0 }

func (f *Formula) symbol(symbol string) int {
	for i, s := range f.symbols {
		if s == symbol {
			return i
		}
	}
	return -1
}

// smallStack is deep enough for nearly every real formula and cheap to clear.
const smallStack = 8

// Eval computes the formula exactly. lookup returns the value of a symbol, or false
// if there is none. The error is an *EvalError that wraps ErrNoValue,
// exact.ErrDivisionByZero or exact.ErrOverflow. Eval does not allocate unless it
// fails.
func (f *Formula) Eval(lookup func(symbol string) (exact.Number, bool)) (exact.Number, error) {
	return f.EvalWith(ZeroNoData, lookup)
}

// EvalWith is like Eval with a rule for divisors that are zero.
func (f *Formula) EvalWith(zero ZeroRule, lookup func(symbol string) (exact.Number, bool)) (exact.Number, error) {
	if f.stack <= smallStack {
		var stack [smallStack]exact.Number
		return f.run(stack[:], lookup, zero)
	}
	var stack [maxStack]exact.Number
	return f.run(stack[:], lookup, zero)
}

func (f *Formula) run(stack []exact.Number, lookup func(symbol string) (exact.Number, bool), zero ZeroRule) (exact.Number, error) {
	sp := 0 // index of the next free slot
	for i := range f.code {
		in := &f.code[i]
		var v exact.Number
		var err error
		switch in.op {
		case opConst:
			v = f.consts[in.arg]
		case opSymbol:
			var ok bool
			if v, ok = lookup(f.symbols[in.arg]); !ok {
				err = ErrNoValue
			}
		case opAdd:
			sp -= 2
			v, err = stack[sp].Add(stack[sp+1])
		case opSub:
			sp -= 2
			v, err = stack[sp].Sub(stack[sp+1])
		case opMul:
			sp -= 2
			v, err = stack[sp].Mul(stack[sp+1])
		case opDiv:
			sp -= 2
			v, err = quotient(stack[sp], stack[sp+1], zero)
		case opNeg:
			sp--
			v = stack[sp].Neg()
		case opPow:
			sp--
			if v, err = power(stack[sp], in.n); in.arg != 0 && err == nil {
				v, err = quotient(exact.Int(1), v, zero)
			}
		default:
			sp -= int(in.n)
			v, err = call(in.op, stack[sp:sp+int(in.n)], zero)
		}
		if err != nil {
			return exact.Number{}, f.evalError(i, err)
		}
		stack[sp] = v
		sp++
	}
	if sp != 1 {
		return exact.Number{}, &EvalError{Err: ErrNoValue}
	}
	return stack[0], nil
}

func quotient(a, b exact.Number, zero ZeroRule) (exact.Number, error) {
	if zero == ZeroFull && b.IsZero() {
		return exact.Int(1), nil
	}
	return a.Div(b)
}

func power(base exact.Number, exponent uint8) (v exact.Number, err error) {
	v = exact.Int(1)
	for ; exponent > 0 && err == nil; exponent-- {
		v, err = v.Mul(base)
	}
	return v, err
}

func call(op opcode, args []exact.Number, zero ZeroRule) (v exact.Number, err error) {
	if op == opPercent {
		if v, err = quotient(args[0], args[1], zero); err == nil {
			v, err = v.Mul(exact.Int(100))
		}
		return v, err
	}
	v = args[0]
	for _, a := range args[1:] {
		switch op {
		case opMin:
			if a.Cmp(v) < 0 {
				v = a
			}
		case opMax:
			if a.Cmp(v) > 0 {
				v = a
			}
		default:
			if v, err = v.Add(a); err != nil {
				return v, err
			}
		}
	}
	if op == opAverage {
		return v.Div(exact.Int(int64(len(args))))
	}
	return v, nil
}

// Additive reports whether the formula is a sum of its variables times constants,
// so that the values of two periods, and their targets, may be added. A quotient of
// variables is not additive.
func (f *Formula) Additive() bool {
	const constant, linear, other = 0, 1, 2
	var stack [maxStack]uint8
	sp := 0
	for i := range f.code {
		in := &f.code[i]
		var v uint8
		switch in.op {
		case opConst:
			v = constant
		case opSymbol:
			v = linear
		case opNeg:
			sp--
			v = stack[sp]
		case opPow:
			sp--
			if v = stack[sp]; v != constant {
				v = other
			}
		case opAdd, opSub:
			sp -= 2
			if v = stack[sp]; v != stack[sp+1] {
				v = other
			}
		case opMul:
			sp -= 2
			v = min(stack[sp]+stack[sp+1], other)
		case opDiv:
			sp -= 2
			if v = stack[sp]; stack[sp+1] != constant {
				v = other
			}
		default:
			sp -= int(in.n)
			v = stack[sp]
			for _, a := range stack[sp : sp+int(in.n)] {
				if a != v || a == linear && in.op != opSum {
					v = other
				}
			}
		}
		stack[sp] = v
		sp++
	}
	return sp == 1 && stack[0] == linear
}

// Percentage reports whether f is (num/den)*100 over two symbols, in any of the
// usual notations.
func (f *Formula) Percentage() (num, den string, ok bool) {
	shape := ""
	var symbols [2]string
	n := 0
	for _, in := range f.code {
		switch in.op {
		case opConst:
			if f.consts[in.arg] != exact.Int(100) {
				return "", "", false
			}
			shape += "c"
		case opSymbol:
			if n == len(symbols) {
				return "", "", false
			}
			symbols[n] = f.symbols[in.arg]
			n++
			shape += "s"
		case opMul:
			shape += "*"
		case opDiv:
			shape += "/"
		case opPercent:
			shape += "%"
		default:
			return "", "", false
		}
	}
	switch shape {
	case "ss/c*", "css/*", "cs*s/", "sc*s/", "ss%":
		return symbols[0], symbols[1], true
	}
	return "", "", false
}
