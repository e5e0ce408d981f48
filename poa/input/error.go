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
	// Arguments: value, [want], the last day of the month, [count], the number of days
	// that the month has at most.
	NoSuchDay norm.Code = "no-such-day"
	// OtherWeekday: the date does not fall on the weekday in the text. Arguments:
	// value, date, weekday.
	OtherWeekday norm.Code = "other-weekday"
	// MonthOrDay: the text is both a month of a year and a day of a month, as in ene-27.
	// Arguments: value, month, and date or, if a rule was expected, rule.
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
	// NotARule: the text is not the rule of a yearly day. Arguments: value, [near],
	// [month], the number that is not a month, and [rule], what may be meant.
	NotARule norm.Code = "not-a-rule"
	// RuleHasYear: the text is a date of one year. Arguments: value, near, the year, and
	// [rule], the rule without it.
	RuleHasYear norm.Code = "rule-has-year"
	// RuleHasWeekday: a fixed date has a weekday, on which it does not fall every year.
	// Arguments: value, weekday.
	RuleHasWeekday norm.Code = "rule-has-weekday"
	// RuleLacksMonth: the text has no month. Argument: value.
	RuleLacksMonth norm.Code = "rule-lacks-month"
	// RuleLacksDay: the text is a month, or a week, without a day. Argument: value.
	RuleLacksDay norm.Code = "rule-lacks-day"
	// RuleLacksFirstYear: a rule of every few years has no first year. Argument: value.
	RuleLacksFirstYear norm.Code = "rule-lacks-first-year"
	// RuleWhichWeekday: the text does not say which weekday of the month. Arguments:
	// value, weekday.
	RuleWhichWeekday norm.Code = "rule-which-weekday"
	// RuleNoSuchWeekday: no month has a sixth Monday. Arguments: value, weekday.
	RuleNoSuchWeekday norm.Code = "rule-no-such-weekday"
	// RuleNotYearly: the text repeats within a year. Argument: value.
	RuleNotYearly norm.Code = "rule-not-yearly"
	// RuleNotFixed: the day depends on the weekday of another day, or on business days,
	// which no rule can express. Argument: value.
	RuleNotFixed norm.Code = "rule-not-fixed"
	// RuleNotARun: the days do not follow each other. Argument: value.
	RuleNotARun norm.Code = "rule-not-a-run"
	// RuleLengthVaries: the days are more in leap years. Argument: value.
	RuleLengthVaries norm.Code = "rule-length-varies"
	// RuleLength: the number of days is not from 2 to 300. Argument: value.
	RuleLength norm.Code = "rule-length"
	// Missing: the text is empty, which is neither zero nor no data. Arguments: value, and
	// zero, the number 0, or an example: want, of a date, or rule.
	Missing norm.Code = "missing-value"
	// NotAnAmount: the text is not an amount. Arguments: value, [near].
	NotAnAmount norm.Code = "not-an-amount"
	// NotANumber: the text is not a number. Arguments: value, [near].
	NotANumber norm.Code = "not-a-number"
	// MoreNumbers: the text has more than one number, as in 50-60, 3 de 5 and 5×2.
	// Arguments: value, [near].
	MoreNumbers norm.Code = "more-numbers"
	// NotExact: the text is a limit or an approximation, as in > 50. Arguments: value, near.
	NotExact norm.Code = "not-exact"
	// OrdinalNumber: the text is an ordinal, as in 3er. Argument: value.
	OrdinalNumber norm.Code = "ordinal-number"
	// TwoReadings: the text is one of two numbers, as -3.000 is three thousand or three, one
	// of two dates or spans, as 27/03/15 is a day of 2015 or of 2027, or one of two rules, as
	// 05-12 is 12 May or 5 December. Arguments: value, and first and second; start and end,
	// otherStart and otherEnd; or rule and otherRule. For a formula, near and column too, the
	// part that has two readings and where it begins.
	TwoReadings norm.Code = "two-readings"
	// WordsDisagree: the text has a figure and the same in words, and their values differ.
	// Arguments: value, first, second.
	WordsDisagree norm.Code = "words-disagree"
	// BadGroups: the separators of thousands are not between groups of three digits.
	// Arguments: value, [want].
	BadGroups norm.Code = "bad-groups"
	// FractionOfCentavo: the amount has a fraction of a centavo. Arguments: value, near.
	FractionOfCentavo norm.Code = "fraction-of-centavo"
	// HasExponent: the amount is in scientific notation. Argument: value.
	HasExponent norm.Code = "has-exponent"
	// CellError: the text is the error of a spreadsheet. Argument: value.
	CellError norm.Code = "cell-error"
	// HiddenCell: the text is ####, by which a spreadsheet shows a value that its column has no
	// room for. Argument: value.
	HiddenCell norm.Code = "hidden-cell"
	// NoAmount: the text says that there is no value, as in N/D. Argument: value.
	NoAmount norm.Code = "no-amount"
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
	// days are the dates among the arguments: the two readings of a text, the start and the
	// end of a reversed span, the date that would be right.
	days [2]calendar.Span
	// start and end are where the words that are wrong are in the folded text, or 0.
	start, end uint8
}

func newError(code norm.Code, text string, args ...norm.Arg) *Error {
	if code == Missing && len(args) == 0 {
		args = []norm.Arg{arg("zero", norm.Count(0))}
	}
	return &Error{code: code, args: append([]norm.Arg{{Name: "value", Value: norm.Text(truncate(text))}}, args...)}
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

// refuse returns an error for words, whose text is added later.
func refuse(code norm.Code) *Error { return newError(code, "") }

// date adds a date to the arguments.
func (e *Error) date(name string, d calendar.Date) *Error {
	return e.add(name, d)
}

// add adds an argument.
func (e *Error) add(name string, value encoding.TextMarshaler) *Error {
	e.args = append(e.args, arg(name, value))
	return e
}

// near adds the part of the text that is wrong, if there is one.
func (e *Error) near(text string) *Error {
	e.args = append(e.args, nearArg(text)...)
	return e
}

// rule adds a rule to the arguments.
func (e *Error) rule(name string, r calendar.Rule) *Error { return e.add(name, ruleValue{r}) }

// weekday adds a weekday to the arguments.
func (e *Error) weekday(w calendar.Weekday) *Error {
	e.args = append(e.args, norm.Arg{Name: "weekday", Value: w})
	return e
}

// with returns e with the dates among its arguments.
func (e *Error) with(first, second calendar.Span) *Error {
	e.days = [2]calendar.Span{first, second}
	return e
}

// at returns e for some of the words of a text.
func (e *Error) at(words []word) *Error {
	if n := len(words); e.end == 0 && n > 0 {
		e.start, e.end = words[0].start, words[n-1].end
	}
	return e
}

// orIs returns e with what the text is instead, if this is known, and then without its other
// arguments.
func (e *Error) orIs(instead []norm.Arg) *Error {
	if len(instead) == 0 {
		return e
	}
	return &Error{code: e.code, args: append(e.args[:1:1], instead...)}
}

// ofEnd returns e, the error of an end of a span, with the end as its text and the span as
// typed.
func (e *Error) ofEnd(end, span string) *Error {
	e = e.withText(unfold(end, span))
	return e.add("span", norm.Text(truncate(span)))
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
