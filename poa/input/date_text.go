package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// dateText is a text of dates as words.
type dateText struct {
	folded string
	words  []word
	time   string // the time of the day at the end, if it is not the beginning of the day
}

// readWords splits a text into words, with the month and the year that "próximo mes" and
// "año en curso" mean. The error has the code if the text cannot be split.
func readWords(text string, near calendar.Date, code norm.Code) (t dateText, err *Error) {
	if len(text) > maxRaw {
		return t, newError(code, text)
	}
	s := foldQuoted(text)
	if s == "" {
		return t, newError(Missing, text, dateArg("want", exampleDate(near)))
	}
	if last := s[len(s)-1:]; last == "-" || last == "/" {
		return t, newError(code, text).near(last)
	}
	if len(s) > maxText {
		return t, newError(code, text)
	}
	t.folded = s
	s, t.time = cutTimes(s)
	words, bad := splitWords(s)
	if bad == "" {
		words, bad = relativeWords(words, near)
	}
	if bad != "" {
		return t, refuse(code).near(bad).orIs(ruleDate(t.folded, near)).withText(text)
	}
	if _, ok := parseRelative(words, near); ok && s[len(s)-1] == '.' {
		return t, newError(code, text).near(text)
	}
	t.words = words
	return t, nil
}

// date returns the date that all words are.
func (t *dateText) date(near calendar.Date) (calendar.Date, *Error) {
	d, err := date(t.words, near)
	if err == nil && t.time != "" {
		return calendar.Date{}, refuse(NotMidnight).near(t.time)
	}
	return d, err
}

// foldQuoted folds a text and removes what is around it in a document: the mark of a list, a
// label, the end of a clause, quotation marks, and the apostrophe with which a spreadsheet
// marks text.
func foldQuoted(text string) string {
	s := strings.Trim(fold(text), " ;:•")
	if label, rest, ok := strings.Cut(s, ": "); ok && oneOf("|fecha|fecha limite|fecha de inicio|fecha de termino|periodo|vigencia|date|period|", label) {
		s = rest
	}
	for _, marks := range [...][2]string{{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"'", "'"}, {"'", ""}} {
		inner, ok := strings.CutPrefix(s, marks[0])
		if inner, closed := strings.CutSuffix(inner, marks[1]); ok && closed {
			return strings.Trim(inner, " ")
		}
	}
	return s
}
