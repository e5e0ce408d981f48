package input

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Codes of the errors.
const (
	// NotADate: the text is not a date. Argument: value.
	NotADate norm.Code = "not-a-date"
	// NoSuchDay: the text is a date that does not exist, such as 31 February.
	// Argument: value.
	NoSuchDay norm.Code = "no-such-day"
	// OtherWeekday: the date does not fall on the weekday in the text. Arguments:
	// value, date, weekday.
	OtherWeekday norm.Code = "other-weekday"
	// NotASpan: the text is neither two dates nor one. Argument: value.
	NotASpan norm.Code = "not-a-span"
	// ReversedSpan: the last day comes before the first. Arguments: value, start, end.
	ReversedSpan norm.Code = "reversed-span"
	// NotARule: the text is not the rule of a yearly day. Argument: value.
	NotARule norm.Code = "not-a-rule"
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
func (e *Error) withText(text string) *Error { return newError(e.code, text, e.args[1:]...) }

func dateArg(name string, d calendar.Date) norm.Arg { return norm.Arg{Name: name, Value: d} }

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

// maxText is the maximum length of a text, in bytes.
const maxText = 64

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
