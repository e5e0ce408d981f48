package input

import (
	"encoding"
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Codes of the errors. Each has the argument value, the text; what is in brackets may be
// missing. near is the part of the text that is not understood, want what would be right.
// If value is only a part of a span, such as one of its ends, the argument span is all of it.
const (
	// NotADate: the text is not a date. Arguments: value, [near], [month], the number that
	// is not a month, [year], the two digits that are no certain year, [want]; and what the
	// text is instead: the days from [start] to [end], or a yearly rule, with the day [rule]
	// on which it falls.
	NotADate norm.Code = "not-a-date"
	// NoSuchDay: the text is a date that does not exist, such as 31 February.
	// Arguments: value, [want], the last day of the month.
	NoSuchDay norm.Code = "no-such-day"
	// OtherWeekday: the date does not fall on the weekday in the text. Arguments:
	// value, date, weekday.
	OtherWeekday norm.Code = "other-weekday"
	// MonthOrDay: the text is both a month of a year and a day of a month, as in ene-27.
	// Arguments: value, month, date.
	MonthOrDay norm.Code = "month-or-day"
	// NotMidnight: the text has a time of the day that is not its beginning. Arguments:
	// value, near.
	NotMidnight norm.Code = "not-midnight"
	// SerialDate: the text is the number by which a spreadsheet stores a date. Arguments:
	// value, want.
	SerialDate norm.Code = "serial-date"
	// NotASpan: the text is neither two dates nor one, nor a part of a year, nor a list of
	// days that follow each other. Arguments: value, [near], [month], [year], [want] and
	// [rule] as of NotADate, and [gap], the first day that the list omits.
	NotASpan norm.Code = "not-a-span"
	// ReversedSpan: the last day comes before the first. Arguments: value, start, end.
	ReversedSpan norm.Code = "reversed-span"
	// NotARule: the text is not the rule of a yearly day. Arguments: value, [near].
	NotARule norm.Code = "not-a-rule"
	// Missing: the text is empty, which is neither zero nor no data. Arguments: value,
	// [want], an example of a date.
	Missing norm.Code = "missing-value"
	// NotAnAmount: the text is not an amount. Arguments: value, [near].
	NotAnAmount norm.Code = "not-an-amount"
	// NotANumber: the text is not a number. Arguments: value, [near].
	NotANumber norm.Code = "not-a-number"
	// TwoReadings: the text is one of two numbers, as -3.000 is three thousand or three, or
	// one of two dates or spans, as 27/03/15 is a day of 2015 or of 2027. Arguments: value;
	// first and second, or start and end, otherStart and otherEnd.
	TwoReadings norm.Code = "two-readings"
	// BadGroups: the separators of thousands are not between groups of three digits.
	// Arguments: value, [want].
	BadGroups norm.Code = "bad-groups"
	// FractionOfCentavo: the amount has a fraction of a centavo. Arguments: value, near.
	FractionOfCentavo norm.Code = "fraction-of-centavo"
	// HasExponent: the amount is in scientific notation. Argument: value.
	HasExponent norm.Code = "has-exponent"
	// CellError: the text is the error of a spreadsheet. Argument: value.
	CellError norm.Code = "cell-error"
	// OtherCurrency: the amount is not in Mexican pesos. Arguments: value, near.
	OtherCurrency norm.Code = "other-currency"
	// OutOfRange: the number or the amount is too large or has too many digits. Argument:
	// value.
	OutOfRange norm.Code = "out-of-range"
	// NotAFormula: the text is not a formula. Arguments: value, problem, column, [near].
	NotAFormula norm.Code = "not-a-formula"
)

// Error is the error for a text that cannot be parsed.
type Error struct {
	code norm.Code
	args []norm.Arg
}

func newError(code norm.Code, text string, args ...norm.Arg) *Error {
	return &Error{code, append([]norm.Arg{{Name: "value", Value: norm.Text(truncate(text))}}, args...)}
}

// withText returns e with the text as it was typed instead of the folded text.
func (e *Error) withText(text string) *Error {
	args := append([]norm.Arg(nil), e.args[1:]...)
	for i, a := range args {
		if near, ok := a.Value.(norm.Text); ok && a.Name == "near" {
			args[i].Value = norm.Text(unfold(string(near), text))
		}
	}
	return newError(e.code, text, args...)
}

// because returns e with more arguments.
func (e *Error) because(args []norm.Arg) *Error {
	return &Error{e.code, append(e.args[:len(e.args):len(e.args)], args...)}
}

// orIs returns e with what the text is instead, if this is known, and then without its other
// arguments.
func (e *Error) orIs(instead []norm.Arg) *Error {
	if len(instead) == 0 {
		return e
	}
	return &Error{e.code, append(e.args[:1:1], instead...)}
}

// ofEnd returns e, the error of an end of a span, with the end as its text and the span as
// typed.
func (e *Error) ofEnd(end, span string) *Error {
	e = e.withText(unfold(end, span))
	return e.because([]norm.Arg{arg("span", norm.Text(truncate(span)))})
}

// unfold returns the part of text that was folded to near.
func unfold(near, text string) string {
	typed, folded := []rune(clean(text)), fold(text)
	i := strings.Index(folded, near)
	if i < 0 || utf8.RuneCountInString(folded) != len(typed) {
		return near
	}
	start := utf8.RuneCountInString(folded[:i])
	return string(typed[start : start+utf8.RuneCountInString(near)])
}

func arg(name string, value encoding.TextMarshaler) norm.Arg {
	return norm.Arg{Name: name, Value: value}
}

func dateArg(name string, d calendar.Date) norm.Arg { return arg(name, d) }

// nearArg returns the argument near, or none if there is nothing to show.
func nearArg(near string) []norm.Arg {
	if near = clean(near); near == "" {
		return nil
	}
	return []norm.Arg{arg("near", norm.Text(truncate(near)))}
}

// Error returns the text and the code, for developers. Package lang has the sentence for
// users.
func (e *Error) Error() string {
	text, _ := e.args[0].Value.MarshalText()
	return "input: " + norm.Quote(string(text)) + " is " + string(e.code)
}

// Code returns the code.
func (e *Error) Code() norm.Code { return e.code }

// Args returns the arguments of the sentence, the text first.
func (e *Error) Args() []norm.Arg { return e.args }

// truncate shortens a text to maxText bytes and an ellipsis, for display.
func truncate(text string) string {
	if len(text) <= maxText {
		return text
	}
	end := maxText
	for end > 0 && text[end]&0xC0 == 0x80 {
		end--
	}
	return text[:end] + "…"
}
