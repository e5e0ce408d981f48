package lang

import (
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar"
)

// ParseDate reads a date as people type it, in Spanish or English whatever the
// language of p, because people mix them. near supplies what they leave out:
// the year, and the day that "+5d" counts from. It reads
//
//	2027-03-15                        ISO
//	15/03/2027, 15-3-27, 15.3, 15/mar day first, always
//	15 mar, 15 de marzo de 2027, lunes 15 de marzo, 1º de enero
//	March 15, 2027, 15th March
//	+5d, -2s, +1m, +1 año             days, weeks (s, w), months, years (a, y)
//	fin de mes, inicio de año, fin de marzo, end of month
//
// A day that does not exist, a day of the week that does not agree, and
// anything else gives ok = false.
func (p *Printer) ParseDate(text string, near calendar.Date) (d calendar.Date, ok bool) {
	if len(text) > 64 {
		return calendar.Date{}, false
	}
	s := fold(text)
	if d, err := calendar.ParseDate(s); err == nil {
		return d, true
	}
	if d, ok := parseRelative(s, near); ok {
		return d, !d.IsZero()
	}
	words, ok := dateWords(s)
	if !ok || len(words) == 0 {
		return calendar.Date{}, false
	}
	if d, ok := parseEdge(words, near); ok {
		return d, true
	}
	return parseDayMonth(words, near)
}

// fold lower-cases, drops accents and the space around.
func fold(s string) string {
	folded := make([]byte, 0, len(s))
	for _, r := range trim(s) {
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

// trim drops the spaces, tabs and line ends around s, and those that do not
// break.
func trim(s string) string {
	space := func(s string, i int) int {
		switch {
		case strings.IndexByte(" \t\r\n", s[i]) >= 0:
			return 1
		case strings.HasPrefix(s[i:], "\u00a0"):
			return 2
		}
		return 0
	}
	for s != "" {
		n := space(s, 0)
		if n == 0 {
			break
		}
		s = s[n:]
	}
	for s != "" {
		if space(s, len(s)-1) > 0 {
			s = s[:len(s)-1]
		} else if strings.HasSuffix(s, "\u00a0") {
			s = s[:len(s)-2]
		} else {
			break
		}
	}
	return s
}

// parseRelative reads "+5d". A bare number counts days.
func parseRelative(s string, near calendar.Date) (calendar.Date, bool) {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return calendar.Date{}, false
	}
	rest := trim(s[1:])
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
	switch trim(rest[digits:]) {
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

// dateWords splits s and leaves out what only joins: "de", "del", "the",
// ordinal endings, punctuation.
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

// parseEdge reads "fin mes", "inicio ano", "end march 2027".
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

// parseDayMonth reads day, month and perhaps year, or month, day and perhaps
// year where the month is a name; a day of the week may stand first.
func parseDayMonth(words []word, near calendar.Date) (calendar.Date, bool) {
	weekday := calendar.Weekday(0)
	if words[0].number < 0 {
		if weekday = weekdayNamed(words[0].text); weekday != 0 {
			words = words[1:]
		}
	}
	if len(words) < 2 || len(words) > 3 {
		return calendar.Date{}, false
	}
	first, second := words[0], words[1]
	if first.number < 0 {
		if second.number < 0 {
			return calendar.Date{}, false
		}
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
	if len(first.text) > 2 || second.number >= 0 && len(second.text) > 2 {
		return calendar.Date{}, false
	}
	d, err := calendar.NewDate(y, month, first.number)
	if err != nil || weekday != 0 && d.Weekday() != weekday {
		return calendar.Date{}, false
	}
	return d, true
}

// fullYear reads a year of four digits, or of two in this century; 0 for
// another word.
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

// monthNamed returns the month that a name, or its beginning of three letters
// or more, means in either language; 0 for none.
func monthNamed(name string) int {
	if len(name) < 3 {
		return 0
	}
	if name == "set" || name == "sept" || name == "setiembre" {
		return 9
	}
	for i := range monthsES {
		if strings.HasPrefix(monthsES[i], name) || strings.HasPrefix(fold(monthsEN[i]), name) {
			return i + 1
		}
	}
	return 0
}

func weekdayNamed(name string) calendar.Weekday {
	if len(name) < 3 {
		return 0
	}
	for i := range daysES {
		if strings.HasPrefix(fold(daysES[i]), name) || strings.HasPrefix(fold(daysEN[i]), name) {
			return calendar.Weekday(i + 1)
		}
	}
	return 0
}
