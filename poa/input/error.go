package input

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Codes of the errors.
const (
	// NotADate: the text is not a date. Argument: value.
	NotADate norm.Code = "not-a-date"
	// NoSuchDay: the text is a date that does not exist, as 31 February. Argument:
	// value.
	NoSuchDay norm.Code = "no-such-day"
	// OtherWeekday: the date has another weekday than the text. Arguments: value, date,
	// weekday.
	OtherWeekday norm.Code = "other-weekday"
	// NotASpan: the text is neither two dates nor one. Argument: value.
	NotASpan norm.Code = "not-a-span"
	// ReversedSpan: the last day comes before the first. Arguments: value, start, end.
	ReversedSpan norm.Code = "reversed-span"
	// NotARule: the text is not the rule of a day that comes every year. Argument:
	// value.
	NotARule norm.Code = "not-a-rule"
)

// Error is the reason why a text is not a value.
type Error struct {
	code norm.Code
	args []norm.Arg
}

func fail(code norm.Code, text string, args ...norm.Arg) *Error {
	return &Error{code, append([]norm.Arg{{Name: "value", Value: norm.Text(cut(text))}}, args...)}
}

// about returns e about the text as it was typed, if that of e is folded.
func (e *Error) about(text string) *Error { return fail(e.code, text, e.args[1:]...) }

func dateArg(name string, d calendar.Date) norm.Arg { return norm.Arg{Name: name, Value: d} }

// Error returns the code and the text, for developers. Package lang has the sentence for
// a reader.
func (e *Error) Error() string {
	text, _ := e.args[0].Value.MarshalText()
	return "input: " + norm.Quote(string(text)) + " is " + string(e.code)
}

// Code returns the code.
func (e *Error) Code() norm.Code { return e.code }

// Args returns the arguments of the sentence, the text first.
func (e *Error) Args() []norm.Arg { return e.args }

// maxText is how many bytes a text may have that is parsed.
const maxText = 64

// cut shortens a text that is too long to be shown.
func cut(text string) string {
	if len(text) <= maxText {
		return text
	}
	end := maxText
	for end > 0 && text[end]&0xC0 == 0x80 {
		end--
	}
	return text[:end] + "…"
}
