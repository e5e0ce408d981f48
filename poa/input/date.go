package input

import (
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// Date parses a date. near supplies a missing year and the day that "+5d" counts from; if
// near is zero, such a text is an error. Date accepts
//
//	2027-03-15                        ISO
//	15/03/2027, 15-3-27, 15.3, 15/mar always day first
//	15 mar, 15 de marzo de 2027, lunes 15 de marzo, 1º de enero
//	March 15, 2027, 15th March
//	+5d, -2s, +1m, +1 año             days, weeks (s, w), months, years (a, y)
//	fin de mes, inicio de año, fin de marzo, end of month
//
// The error is an *Error: NotADate, NoSuchDay or OtherWeekday.
func Date(text string, near calendar.Date) (calendar.Date, error) {
	d, err := date(fold(text), near)
	if err != nil {
		return calendar.Date{}, err.withText(text)
	}
	return d, nil
}

// date is Date for a folded text.
func date(s string, near calendar.Date) (calendar.Date, *Error) {
	if len(s) > maxText {
		return calendar.Date{}, newError(NotADate, s)
	}
	if d, err := calendar.ParseDate(s); err == nil {
		return d, nil
	}
	if d, ok := parseRelative(s, near); ok {
		if d.IsZero() {
			return d, newError(NotADate, s)
		}
		return d, nil
	}
	words, ok := dateWords(s)
	if !ok || len(words) == 0 {
		return calendar.Date{}, newError(NotADate, s)
	}
	if d, ok := parseEdge(words, near); ok {
		return d, nil
	}
	return parseDayMonth(s, words, near)
}

// fold returns s in lower case, without accents and surrounding space, and with plain
// spaces and hyphens.
func fold(s string) string {
	folded := make([]byte, 0, len(s))
	for _, r := range strings.TrimSpace(s) {
		folded = utf8.AppendRune(folded, foldRune(r))
	}
	return string(folded)
}

func foldRune(r rune) rune {
	switch r {
	case 'á', 'Á':
		return 'a'
	case 'é', 'É':
		return 'e'
	case 'í', 'Í':
		return 'i'
	case 'ó', 'Ó':
		return 'o'
	case 'ú', 'Ú', 'ü', 'Ü':
		return 'u'
	case 'ñ', 'Ñ':
		return 'n'
	case '\u00a0', '\t':
		return ' '
	case '−', '–':
		return '-'
	}
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

// parseRelative parses a text such as "+5d". A number without a unit counts days.
func parseRelative(s string, near calendar.Date) (calendar.Date, bool) {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return calendar.Date{}, false
	}
	rest := strings.TrimSpace(s[1:])
	digits := 0
	n := 0
	for digits < len(rest) && rest[digits] >= '0' && rest[digits] <= '9' {
		n = n*10 + int(rest[digits]-'0')
		if digits++; digits > 5 {
			return calendar.Date{}, false
		}
	}
	if digits == 0 {
		return calendar.Date{}, false
	}
	if s[0] == '-' {
		n = -n
	}
	switch strings.TrimSpace(rest[digits:]) {
	case "", "d", "dia", "dias", "day", "days":
		return near.AddDays(n), true
	case "s", "sem", "semana", "semanas", "w", "week", "weeks":
		return near.AddDays(7 * n), true
	case "m", "mes", "meses", "month", "months":
		return near.AddMonths(n), true
	case "a", "ano", "anos", "y", "year", "years":
		return near.AddMonths(12 * n), true
	}
	return calendar.Date{}, false
}

// word is a run of digits or of letters.
type word struct {
	text   string
	number int // -1 for letters
}

// dateWords splits s into words, without articles, prepositions, ordinal endings and
// punctuation. It reports whether s has only characters and words that a date may have.
func dateWords(s string) ([]word, bool) {
	var words []word
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			start, n := i, 0
			for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
				n = n*10 + int(s[i]-'0')
				if i-start >= 4 {
					return nil, false
				}
			}
			words = append(words, word{s[start:i], n})
			for _, ending := range [...]string{"ero", "er", "ro", "o", "º", "°", "st", "nd", "rd", "th"} {
				rest, ok := strings.CutPrefix(s[i:], ending)
				if ok && (rest == "" || !isLetter(rest[0])) {
					i += len(ending)
					break
				}
			}
		case isLetter(c):
			start := i
			for i < len(s) && isLetter(s[i]) {
				i++
			}
			switch w := s[start:i]; w {
			case "de", "del", "el", "the", "of":
			case "primero":
				words = append(words, word{"1", 1})
			default:
				words = append(words, word{w, -1})
			}
		case c == ' ' || c == '/' || c == '-' || c == '.' || c == ',':
			i++
		default:
			return nil, false
		}
		if len(words) > 6 {
			return nil, false
		}
	}
	return words, true
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

// parseEdge parses the start or the end of a month or a year: "fin mes", "inicio ano",
// "end march 2027".
func parseEdge(words []word, near calendar.Date) (calendar.Date, bool) {
	if len(words) < 2 || words[0].number >= 0 || words[1].number >= 0 {
		return calendar.Date{}, false
	}
	end := false
	switch words[0].text {
	case "fin", "final", "finales", "end":
		end = true
	case "inicio", "principio", "principios", "start", "beginning":
	default:
		return calendar.Date{}, false
	}
	y, rest := near.Year(), words[2:]
	var span calendar.Span
	switch name := words[1].text; name {
	case "mes", "month":
		span = near.YearMonth().Span()
	case "ano", "year":
		if len(rest) == 1 {
			y, rest = fullYear(rest[0]), nil
		}
		span = calendar.YearSpan(y)
	default:
		m := monthNamed(name)
		if m == 0 {
			return calendar.Date{}, false
		}
		if len(rest) == 1 {
			y, rest = fullYear(rest[0]), nil
		}
		if month, err := calendar.NewMonth(y, m); err == nil {
			span = month.Span()
		}
	}
	if len(rest) > 0 || !span.Valid() {
		return calendar.Date{}, false
	}
	if end {
		return span.End, true
	}
	return span.Start, true
}

// parseDayMonth parses a day, a month and an optional year. A month that is a name may
// precede the day, and a weekday may precede both.
func parseDayMonth(s string, words []word, near calendar.Date) (calendar.Date, *Error) {
	weekday := calendar.Weekday(0)
	if words[0].number < 0 {
		if weekday = weekdayNamed(words[0].text); weekday != 0 {
			words = words[1:]
		}
	}
	if len(words) < 2 || len(words) > 3 {
		return calendar.Date{}, newError(NotADate, s)
	}
	first, second := words[0], words[1]
	if first.number < 0 {
		first, second = second, first
	}
	month := second.number
	if month < 0 {
		month = monthNamed(second.text)
	}
	y := near.Year()
	if len(words) == 3 {
		y = fullYear(words[2])
	}
	if first.number < 0 || len(first.text) > 2 || second.number >= 0 && len(second.text) > 2 || month < 1 || month > 12 || y == 0 {
		return calendar.Date{}, newError(NotADate, s)
	}
	return newDate(s, y, month, first.number, weekday)
}

// newDate returns a date if it exists and falls on weekday; a zero weekday matches any.
func newDate(text string, year, month, day int, weekday calendar.Weekday) (calendar.Date, *Error) {
	d, err := calendar.NewDate(year, month, day)
	switch {
	case err != nil:
		return calendar.Date{}, newError(NoSuchDay, text)
	case weekday != 0 && d.Weekday() != weekday:
		return calendar.Date{}, newError(OtherWeekday, text, dateArg("date", d), norm.Arg{Name: "weekday", Value: d.Weekday()})
	}
	return d, nil
}

// fullYear returns a year of four digits, or of two digits from 2000; 0 for any other
// word.
func fullYear(w word) int {
	switch {
	case w.number < 0:
		return 0
	case len(w.text) == 4:
		return w.number
	case len(w.text) == 2:
		return 2000 + w.number
	}
	return 0
}

// monthNamed returns the month whose name in one of the languages begins with name, which
// must have at least three letters; 0 if there is no such month.
func monthNamed(name string) int {
	if name == "set" || name == "sept" || name == "setiembre" {
		return 9
	}
	return matchName(name, 12, (*lang.Printer).Month)
}

// weekdayNamed is monthNamed for weekdays.
func weekdayNamed(name string) calendar.Weekday {
	return calendar.Weekday(matchName(name, 7, func(p *lang.Printer, n int) string { return p.Weekday(calendar.Weekday(n)) }))
}

func matchName(name string, count int, nameOf func(*lang.Printer, int) string) int {
	if len(name) < 3 {
		return 0
	}
	for _, tag := range lang.Languages() {
		p := lang.New(tag, nil)
		for n := 1; n <= count; n++ {
			if strings.HasPrefix(fold(nameOf(p, n)), name) {
				return n
			}
		}
	}
	return 0
}
