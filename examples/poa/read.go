package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/input"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// readTexts prints one line for each text: what the page and the importers read in it, in
// its canonical form; "?" if it has two readings, nothing if it is refused. The reasons go
// to standard error.
func readTexts(c *command, args []string, s streams) (int, error) {
	a := c.arguments(s)
	var as reading
	a.TextVar(&as, "as", as, a.pick("la `CLASE` de los textos: ", "the `KIND` of the texts: ")+a.pick(spanishReadings(), strings.Join(readingNames(), ", ")))
	near := now()
	a.TextVar(near, "near", *near, a.pick("la `FECHA` que completa una fecha sin año y desde la que cuentan hoy y +5d, como 2027-01-11", "the `DATE` that completes a date without year and that hoy and +5d count from, as in 2027-01-11"))
	let := values{}
	a.Func("let", a.pick("el `VALOR` de un símbolo de la fórmula, como A=1, o de varios, como A=1;B=4; puede repetirse", "the `VALUE` of a symbol of a formula, as in A=1, or of several, as in A=1;B=4; may be repeated"), let.add)
	language := a.lang
	texts, err := a.parse(args)
	if err != nil {
		return failed, err
	}
	if as == "" {
		return failed, &usageError{errorf("falta -as, la clase de los textos: use ", "-as is missing: use one of ").with(spanishReadings(), strings.Join(readingNames(), ", "))}
	}
	printer := language.printer(mexico.Env())
	code := clean
	for _, text := range texts {
		value, err := as.read(text, near.Date, let)
		if err != nil {
			code = blocked
			value = ""
			if poa.CodeOf(err) == input.TwoReadings {
				value = "?"
			}
			if _, err := fmt.Fprintf(s.errors, "poa read: %s\n", line(language.reasonOf(printer, text, let, err))); err != nil {
				return failed, err
			}
		}
		if _, err := fmt.Fprintln(s.out, value); err != nil {
			return failed, err
		}
	}
	return code, nil
}

// reasonOf returns why a text was not read.
func (l language) reasonOf(printer *lang.Printer, text string, let values, err error) string {
	var eval *formula.EvalError
	if !errors.As(err, &eval) {
		return printer.Error(err)
	}
	reason := l.pick("un resultado no cabe en el número", "a result does not fit in the number")
	switch {
	case errors.Is(err, formula.ErrNoValue):
		reason = fmt.Sprintf(l.pick("falta el valor de %s: agregue -let %[1]s=1", "%s has no value: add -let %[1]s=1"), eval.Symbol)
		if near := formula.Nearest(eval.Symbol, let.symbols()); near != "" {
			reason = fmt.Sprintf(l.pick("falta el valor de %s. ¿Es %s?", "%s has no value. Is it %s?"), eval.Symbol, near)
			return fmt.Sprintf(l.pick("“%s” no tiene valor (carácter %d): %s", "“%s” has no value (character %d): %s"), text, eval.Column, reason)
		}
	case errors.Is(err, exact.ErrDivisionByZero):
		reason = fmt.Sprintf(l.pick("%s vale cero y divide", "%s is zero and divides"), eval.Symbol)
	}
	return fmt.Sprintf(l.pick("“%s” no tiene valor (carácter %d): %s.", "“%s” has no value (character %d): %s."), text, eval.Column, reason)
}

// reading is a kind of text.
type reading string

func readingNames() []string { return []string{"date", "span", "rule", "money", "number", "formula"} }

func (r reading) MarshalText() ([]byte, error) { return []byte(r), nil }

// spanishNames are the Spanish names of the kinds of text, in the order of readingNames.
func spanishNames() []string {
	return []string{"fecha", "intervalo", "regla", "importe", "número", "fórmula"}
}

// spanishReadings returns the kinds of text with their Spanish names.
func spanishReadings() string {
	names := readingNames()
	for i, name := range spanishNames() {
		names[i] += " (" + name + ")"
	}
	return strings.Join(names, ", ")
}

// UnmarshalText accepts the Spanish names too, with or without accents.
func (r *reading) UnmarshalText(text []byte) error {
	for i, name := range spanishNames() {
		if plain := strings.NewReplacer("ú", "u", "ó", "o").Replace(name); string(text) == name || string(text) == plain {
			*r = reading(readingNames()[i])
			return nil
		}
	}
	if !slices.Contains(readingNames(), string(text)) {
		return errorf("use ", "use one of ").with(spanishReadings(), strings.Join(readingNames(), ", "))
	}
	*r = reading(text)
	return nil
}

// read returns the canonical form of a text.
func (r reading) read(text string, near calendar.Date, let values) (string, error) {
	switch r {
	case "date":
		d, err := input.Date(text, near)
		return d.String(), err
	case "span":
		span, err := input.Span(text, near)
		return span.String(), err
	case "rule":
		rule, err := input.Rule(text)
		if err != nil {
			return "", err
		}
		return rule.String(), nil
	case "money":
		m, err := input.Money(text)
		return m.String(), err
	case "number":
		q, err := input.Number(text)
		if q.NoData != "" {
			return "no-data", nil
		}
		return q.String(), err
	}
	f, err := input.Formula(text, let.symbols()...)
	if err != nil {
		return "", err
	}
	v, err := f.Eval(func(symbol string) (exact.Number, bool) {
		n, ok := let[symbol]
		return n, ok
	})
	num, den := v.Fraction()
	if den == 1 {
		return fmt.Sprint(num), err
	}
	return fmt.Sprintf("%d/%d", num, den), err
}

// values are the values of the symbols of a formula.
type values map[string]exact.Number

// symbols returns the symbols, in the order of the alphabet.
func (v values) symbols() []string { return slices.Sorted(maps.Keys(v)) }

// add adds "A=1" or "A=1;B=4".
func (v values) add(text string) error {
	for _, pair := range strings.Split(text, ";") {
		if strings.TrimSpace(pair) == "" {
			continue
		}
		name, value, ok := strings.Cut(pair, "=")
		name = strings.TrimSpace(formula.Symbol(name))
		if !ok || name == "" {
			return errorf("%q: escriba el símbolo, un signo de igual y un número, como A=1", "%q: write the symbol, an equals sign and a number, as in A=1", pair)
		}
		q, err := input.Number(value)
		switch {
		case err != nil:
			return err
		case q.NoData != "" || q.Unit != "":
			return errorf("%q no es un número: escríbalo sin unidad", "%q is not a number: write it without a unit", value)
		}
		v[name] = q.Value
	}
	return nil
}
