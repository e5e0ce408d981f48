package kpi

import (
	"strings"

	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// method is how the value of an indicator is computed from its variables: by its
// formula or, without a formula, as the only variable or the captured value itself.
type method struct {
	// f is nil if the value is captured and not computed.
	f *formula.Formula
	// symbols are those that the method uses; variables has the variable of each, nil
	// if it is not defined. The symbol of a value without a variable is "".
	symbols   []string
	variables []*Variable
	// amount reports whether the value over two periods is the sum of their values.
	amount bool
}

// method returns the method of ind. The error is a *formula.Error.
func (ind *Indicator) method() (method, error) {
	var m method
	if only, ok := ind.captured(); ok {
		m.symbols, m.variables = []string{""}, []*Variable{only}
		if only != nil {
			m.symbols[0] = only.Symbol
			m.amount = only.Accumulation == AccumulateSum
		}
		return m, nil
	}
	f, err := formula.Parse(ind.Formula, ind.symbols()...)
	if err != nil {
		return method{}, err
	}
	m.f, m.symbols, m.amount = f, f.Symbols(), f.Additive()
	m.variables = make([]*Variable, len(m.symbols))
	for i, s := range m.symbols {
		m.variables[i] = ind.variable(s)
		m.amount = m.amount && m.variables[i] != nil && m.variables[i].Accumulation == AccumulateSum
	}
	return m, nil
}

// symbols returns the symbols of the variables.
func (ind *Indicator) symbols() []string {
	symbols := make([]string, 0, len(ind.Variables))
	for _, v := range ind.Variables {
		if v != nil {
			symbols = append(symbols, v.Symbol)
		}
	}
	return symbols
}

// captured reports whether the value of ind is captured and not computed: it has no
// formula and at most one variable. The variable is nil if there is none.
func (ind *Indicator) captured() (only *Variable, ok bool) {
	if strings.TrimSpace(ind.Formula) != "" {
		return nil, false
	}
	for _, v := range ind.Variables {
		if v == nil {
			continue
		}
		if only != nil {
			return nil, false
		}
		only = v
	}
	return only, true
}

// Accepts reports whether a measurement of ind may have these readings. Each must be of
// one of its variables. An indicator with neither formula nor variables has one reading
// at most, its value, of any symbol. If ok is false, symbol is the first that is not
// accepted.
func (ind *Indicator) Accepts(readings []Reading) (symbol string, ok bool) {
	if only, captured := ind.captured(); captured && only == nil {
		if len(readings) > 1 {
			return readings[1].Symbol, false
		}
		return "", true
	}
	for i := range readings {
		if ind.variable(readings[i].Symbol) == nil {
			return readings[i].Symbol, false
		}
	}
	return "", true
}

// eval computes the value. The error is a *formula.EvalError.
func (m *method) eval(zero formula.ZeroRule, lookup func(i int) (exact.Number, bool)) (exact.Number, error) {
	if m.f == nil {
		v, ok := lookup(0)
		if !ok {
			return v, &formula.EvalError{Symbol: m.symbols[0], Err: formula.ErrNoValue}
		}
		return v, nil
	}
	return m.f.EvalWith(zero, func(symbol string) (exact.Number, bool) {
		return lookup(m.index(symbol))
	})
}

func (m *method) index(symbol string) int {
	for i, s := range m.symbols {
		if sameSymbol(s, symbol) {
			return i
		}
	}
	return -1
}

// reading returns the reading of the symbol i, or nil. A value that is captured and
// not computed may be without its symbol, if it is the only reading.
func (m *method) reading(of *Measurement, i int) *Reading {
	if i < 0 {
		return nil
	}
	if rd := of.reading(m.symbols[i]); rd != nil {
		return rd
	}
	if m.f == nil && len(of.Values) == 1 && (m.variables[0] == nil || of.Values[0].Symbol == "") {
		return &of.Values[0]
	}
	return nil
}

// value returns the value of the symbol i, or nil if there is none.
func (m *method) value(of *Measurement, i int) *exact.Number {
	if rd := m.reading(of, i); rd != nil {
		return rd.Value
	}
	return nil
}

// complete reports whether a measurement has all values that belong to its period.
// What is the same in every period, or is measured once, may be in another one.
func (m *method) complete(of *Measurement) bool {
	some := len(m.symbols) == 0
	for i, v := range m.variables {
		has := m.value(of, i) != nil
		if !has && !v.once() {
			return false
		}
		some = some || has
	}
	return some
}

// once reports whether one value of v holds for all periods. v may be nil.
func (v *Variable) once() bool {
	return v != nil && (v.Accumulation == AccumulateConstant || v.Accumulation == AccumulateUnique)
}

// accumulate returns the value of the symbol i over the measurements of list. ok is
// false if there is none.
func (m *method) accumulate(i int, list []*selected) (total exact.Number, ok bool, err error) {
	if i < 0 || m.f != nil && m.variables[i] == nil {
		return exact.Number{}, false, nil
	}
	var how Accumulation
	if v := m.variables[i]; v != nil {
		how = v.Accumulation
	}
	once := m.variables[i].once()
	days := 0
	for _, s := range list {
		captured := m.value(s.m, i)
		if captured == nil || !s.complete && !once {
			continue
		}
		value := *captured
		switch how {
		case AccumulateSum, AccumulateAverage:
			if how == AccumulateAverage {
				n := s.m.Span.Days()
				days += n
				if value, err = value.Mul(exact.Int(int64(n))); err != nil {
					return exact.Number{}, false, err
				}
			}
			if total, err = total.Add(value); err != nil {
				return exact.Number{}, false, err
			}
		case AccumulateMax:
			if !ok || value.Cmp(total) > 0 {
				total = value
			}
		default:
			total = value
		}
		ok = true
	}
	if ok && how == AccumulateAverage {
		total, err = total.Div(exact.Int(int64(days)))
	}
	return total, ok && err == nil, err
}

func (ind *Indicator) variable(symbol string) *Variable {
	for _, v := range ind.Variables {
		if v != nil && sameSymbol(v.Symbol, symbol) {
			return v
		}
	}
	return nil
}

func (of *Measurement) reading(symbol string) *Reading {
	for i := range of.Values {
		if sameSymbol(of.Values[i].Symbol, symbol) {
			return &of.Values[i]
		}
	}
	return nil
}

// sameSymbol reports whether two symbols are equal for a formula: 𝑁𝑉𝐷, copied from the
// equation of a word processor, is NVD.
func sameSymbol(a, b string) bool { return a == b || formula.Symbol(a) == formula.Symbol(b) }
