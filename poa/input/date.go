package input

import (
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// Date parses a date. near supplies a missing year and the day that "hoy" and "+5d" count
// from; if near is zero, such a text is an error. Date accepts
//
//	2027-03-15, 2027/03/15, 2027.3.15 year first
//	20270315                          eight digits, from 1900 to 2199
//	15/03/2027, 15-3-27, 15.3, 15/mar, 15-III-2027, and otherwise always day first
//	15 mar, 15 de marzo de 2027, lunes 15 de marzo, 1º de enero, 1o. de enero
//	quince de marzo de dos mil veintisiete, primero de mayo
//	mar 15, March 15, 2027, 15th March
//	hoy, mañana, pasado mañana, ayer, antier
//	+5d, -2s, +1m, +1 año             days, weeks (s, w), months, years (a, y)
//	fin de mes, inicio de año, último día de marzo, end of month
//
// A weekday may precede or follow a date, and must be that of the date. A time may follow,
// and must be midnight. A name of a month and a number behind a hyphen or a bar (ene-27)
// is the error MonthOrDay, since spreadsheets print months so.
//
// The error is an *Error: NotADate, NoSuchDay, OtherWeekday, MonthOrDay, NotMidnight or
// SerialDate.
func Date(text string, near calendar.Date) (calendar.Date, error) {
	if len(text) > maxRaw {
		return calendar.Date{}, newError(NotADate, text)
	}
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
	day, time, midnight := cutTime(s)
	d, err := dateOnly(day, near)
	if err == nil && time != "" && !midnight {
		return calendar.Date{}, newError(NotMidnight, s, nearArg(time)...)
	}
	return d, err
}

// dateOnly is date for a text without a time.
func dateOnly(s string, near calendar.Date) (calendar.Date, *Error) {
	if d, err := calendar.ParseDate(s); err == nil {
		return d, nil
	}
	if d, ok := parseRelative(s, near); ok {
		if d.IsZero() {
			return d, newError(NotADate, s)
		}
		return d, nil
	}
	if number, rest := cutDigits(s); number != "" && rest == "" && (len(number) == 5 || len(number) == 8) {
		return parseDigits(number)
	}
	if err := monthOrDay(s, near); err != nil {
		return calendar.Date{}, err
	}
	words, bad := splitWords(s)
	if bad != "" || len(words) == 0 || len(words) > 10 {
		return calendar.Date{}, newError(NotADate, s, nearArg(bad)...)
	}
	if d, ok := parseEdge(words, near); ok {
		return d, nil
	}
	return parseDayMonth(s, words, near)
}

// parseRelative parses a text such as "hoy" or "+5d". A number without a unit counts days.
func parseRelative(s string, near calendar.Date) (calendar.Date, bool) {
	const days = "|hoy:0|hoy dia:0|el dia de hoy:0|today:0|manana:1|el dia de manana:1|tomorrow:1|pasado manana:2|day after tomorrow:2|" +
		"the day after tomorrow:2|ayer:-1|yesterday:-1|antier:-2|anteayer:-2|antes de ayer:-2|day before yesterday:-2|the day before yesterday:-2|"
	if n, ok := valueOf(days, s); ok {
		return near.AddDays(n), true
	}
	if s == "" || s[0] != '+' && s[0] != '-' {
		return calendar.Date{}, false
	}
	number, rest := cutDigits(strings.TrimSpace(s[1:]))
	if number == "" || len(number) > 5 {
		return calendar.Date{}, false
	}
	n, _ := strconv.Atoi(number)
	if s[0] == '-' {
		n = -n
	}
	const unitDays = "|:1|d:1|dia:1|dias:1|day:1|days:1|s:7|sem:7|semana:7|semanas:7|w:7|week:7|weeks:7|"
	const unitMonths = "|m:1|mes:1|meses:1|month:1|months:1|a:12|ano:12|anos:12|y:12|year:12|years:12|"
	unit := strings.TrimSpace(rest)
	if each, ok := valueOf(unitDays, unit); ok {
		return near.AddDays(each * n), true
	}
	each, ok := valueOf(unitMonths, unit)
	return near.AddMonths(each * n), ok
}

// parseDigits parses a date of eight digits, and explains the serial number of a date.
func parseDigits(s string) (calendar.Date, *Error) {
	n, _ := strconv.Atoi(s)
	const first, last = 36526, 73050 // the serial numbers of 2000-01-01 and 2099-12-31
	switch {
	case len(s) == 8 && n >= 1900_00_00 && n < 2200_00_00 && n/100%100 >= 1 && n/100%100 <= 12:
		return newDate(s, n/10000, n/100%100, n%100, 0)
	case len(s) == 5 && n >= first && n <= last:
		return calendar.Date{}, newError(SerialDate, s, dateArg("want", calendar.MustDate(2000, 1, 1).AddDays(n-first)))
	}
	return calendar.Date{}, newError(NotADate, s)
}

// monthOrDay returns an error for a month's name and two digits behind a hyphen or a bar:
// spreadsheets print the first of January 2027 as ene-27, which is 27 January too.
func monthOrDay(s string, near calendar.Date) *Error {
	i := 0
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	month := monthNamed(s[:i])
	rest := strings.TrimPrefix(strings.TrimPrefix(s[i:], "."), " ")
	if month == 0 || rest == "" || rest[0] != '-' && rest[0] != '/' {
		return nil
	}
	number, rest := cutDigits(strings.TrimPrefix(rest[1:], " "))
	if len(number) != 2 || rest != "" {
		return nil
	}
	n, _ := strconv.Atoi(number)
	d, err := calendar.NewDate(near.Year(), month, n)
	if err != nil {
		return newError(NotADate, s) // only the month of a year
	}
	return newError(MonthOrDay, s, arg("month", calendar.MustMonth(2000+n, month)), dateArg("date", d))
}

// parseEdge parses the start or the end of a part of a year: "fin mes", "inicio ano",
// "end march 2027", "ultimo dia marzo".
func parseEdge(words []word, near calendar.Date) (calendar.Date, bool) {
	end := false
	switch w := words[0]; {
	case w.kind == ordinal && (w.n == -1 || w.n == 1) && len(words) > 1 && oneOf("|dia|day|", words[1].text):
		end = w.n == -1
		words = words[2:]
	case w.kind != letters:
		return calendar.Date{}, false
	case oneOf("|fin|final|finales|end|", w.text):
		end = true
		words = words[1:]
	case oneOf("|inicio|principio|principios|start|beginning|", w.text):
		words = words[1:]
	default:
		return calendar.Date{}, false
	}
	if len(words) == 0 || words[0].kind != letters && words[0].kind != ordinal {
		return calendar.Date{}, false
	}
	span, ok := currentPart(words, near)
	if !ok {
		span, ok = partOfYear(words, near)
	}
	if !ok || !span.Valid() {
		return calendar.Date{}, false
	}
	if end {
		return span.End, true
	}
	return span.Start, true
}

// parseDayMonth parses a day, a month and an optional year, or a year, a month and a day. A
// month that is a name may precede the day. A weekday may precede or follow the date.
func parseDayMonth(s string, all []word, near calendar.Date) (calendar.Date, *Error) {
	words, weekday := cutWeekday(all)
	words = cutFillers(words)
	if len(words) < 2 || len(words) > 3 {
		return calendar.Date{}, notADate(s, all)
	}
	first, second, y := words[0], words[1], near.Year()
	switch {
	case len(words) == 3 && first.kind == digits && len(first.text) == 4:
		y, first = first.year(), words[2]
	case len(words) == 3:
		y = words[2].year()
		fallthrough
	default:
		if first.kind == letters {
			first, second = second, first
		}
	}
	month := second.n
	if second.kind == letters {
		if month = monthNamed(second.text); month == 0 {
			month = romanMonth(second.text)
		}
	}
	if !first.counts() || len(first.text) > 2 || y == 0 || second.kind == ordinal || second.kind != letters && len(second.text) > 2 {
		return calendar.Date{}, notADate(s, all)
	}
	if month < 1 || month > 12 {
		if second.kind == letters || month == 0 {
			return calendar.Date{}, notADate(s, all)
		}
		args := []norm.Arg{arg("month", norm.Count(month))}
		if want, err := calendar.NewDate(y, first.n, month); err == nil {
			args = append(args, dateArg("want", want))
		}
		return calendar.Date{}, newError(NotADate, s, args...)
	}
	return newDate(s, y, month, first.n, weekday)
}

// cutWeekday removes a weekday at the beginning or at the end. "mar" is the month in mar
// 15 and in 15 mar, and Tuesday in mar 15/03 and in mar 15 de marzo.
func cutWeekday(words []word) ([]word, calendar.Weekday) {
	for _, first := range [...]bool{true, false} {
		w, rest := words[len(words)-1], words[:len(words)-1]
		if first {
			w, rest = words[0], words[1:]
		}
		if w.kind != letters {
			continue
		}
		weekday := weekdayNamed(w.text)
		if weekday == 0 {
			continue
		}
		if monthNamed(w.text) == 0 || hasMonth(rest) {
			return rest, weekday
		}
	}
	return words, 0
}

// hasMonth reports whether words have a month: a name, or a number behind a number.
func hasMonth(words []word) bool {
	for i, w := range words {
		if w.kind == letters && monthNamed(w.text) != 0 {
			return true
		}
		if i > 0 && w.kind == digits && words[i-1].kind == digits && len(w.text) <= 2 && w.n >= 1 && w.n <= 12 {
			return true
		}
	}
	return false
}

// cutFillers removes the words of "a los 15 días del mes de marzo del año 2027".
func cutFillers(words []word) []word {
	var kept []word
	for i, w := range words {
		if w.kind == letters {
			if oneOf("|los|las|dia|dias|mes|ano|day|month|year|", w.text) || i == 0 && oneOf("|a|on|", w.text) {
				continue
			}
		}
		kept = append(kept, w)
	}
	return kept
}

// notADate returns NotADate with the first word that is in no date.
func notADate(s string, words []word) *Error {
	for _, w := range words {
		if w.kind == letters && monthNamed(w.text) == 0 && weekdayNamed(w.text) == 0 && romanMonth(w.text) == 0 && len(cutFillers([]word{w})) > 0 {
			return newError(NotADate, s, nearArg(w.text)...)
		}
	}
	return newError(NotADate, s)
}

// newDate returns a date if it exists and falls on weekday; a zero weekday matches any.
func newDate(text string, year, month, day int, weekday calendar.Weekday) (calendar.Date, *Error) {
	d, err := calendar.NewDate(year, month, day)
	switch {
	case err != nil:
		if m, err := calendar.NewMonth(year, month); err == nil && day > 0 {
			return calendar.Date{}, newError(NoSuchDay, text, dateArg("want", m.Last()))
		}
		return calendar.Date{}, newError(NoSuchDay, text)
	case weekday != 0 && d.Weekday() != weekday:
		return calendar.Date{}, newError(OtherWeekday, text, dateArg("date", d), norm.Arg{Name: "weekday", Value: d.Weekday()})
	}
	return d, nil
}

// monthNamed returns the month whose name in one of the languages begins with name, which
// must have at least three letters; 0 if there is no such month.
func monthNamed(name string) int {
	if name == "set" || name == "sept" || name == "setiembre" {
		return 9
	}
	return matchName(name, 12, (*lang.Printer).Month)
}

// romanMonth returns the month of a Roman numeral, as in 15-III-2027; 0 if there is none.
func romanMonth(name string) int {
	n, _ := valueOf("|i:1|ii:2|iii:3|iv:4|v:5|vi:6|vii:7|viii:8|ix:9|x:10|xi:11|xii:12|", name)
	return n
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
