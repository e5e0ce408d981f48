package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Date parses a date. near supplies a missing year, the century of a year of two digits, and
// the day that "hoy" and "+5d" count from; if near is zero, such a text is an error. Date
// accepts
//
//	2027-03-15, 2027/03/15, 2027.3.15 year first
//	20270315                          eight digits, from 1900 to 2199
//	15/03/2027, 15-3-27, 15.3, 15/mar, 15-III-2027, 15/03/'27, and otherwise always day first
//	15 mar, 15 de marzo de 2027, lunes 15 de marzo, 1º de enero, 1o. de enero, 5 agto
//	quince de marzo de dos mil veintisiete, primero de mayo, 15 (quince) de marzo
//	mar 15, March 15, 2027, 15th March
//	15 de marzo del año en curso, 15 del presente mes, 15 March next year
//	hoy, mañana, pasado mañana, ayer, antier
//	+5d, -2s, +1m, +1 año             days, weeks (s, w), months, years (a, y)
//	fin de mes, inicio de año, cierre de 2027, último día de marzo, end of month
//
// A weekday may precede or follow a date, and must be that of the date. A time may follow,
// and must be midnight. "al" may precede a date, quotation marks may be around the text, and
// an apostrophe, with which spreadsheets mark text, before it. The separators of a date in
// numbers are the same one.
//
// A name of a month and two digits are the error MonthOrDay: behind a hyphen or a bar
// (ene-27), since spreadsheets print months so, and otherwise if they are the year of near
// or a year beside it (ene 27). A year of two digits is at most ten years from near.
// 27/03/15 near 2027 is the error TwoReadings, since it is a date of 2015 or, year first,
// of 2027, and 15/03/99 is not complete.
//
// The error is an *Error: Missing, NotADate, NoSuchDay, OtherWeekday, MonthOrDay,
// TwoReadings, NotMidnight or SerialDate.
func Date(text string, near calendar.Date) (calendar.Date, error) {
	t, err := readWords(text, near, NotADate)
	if err != nil {
		return calendar.Date{}, err
	}
	if len(t.words) > 0 && t.words[0].text == "al" {
		t.words = t.words[1:]
	}
	d, err := t.date(near)
	switch {
	case err == nil:
		return d, nil
	case err.code == NotADate:
		err = err.orIs(notOneDay(t, near))
	}
	return calendar.Date{}, err.withText(text)
}

// notOneDay returns what a text that is not a date is instead: several days, or a rule.
func notOneDay(t dateText, near calendar.Date) []norm.Arg {
	if found, _ := spans(t.words, near); len(found) == 1 && t.time == "" {
		return []norm.Arg{dateArg("start", found[0].Start), dateArg("end", found[0].End)}
	}
	return ruleDate(t.folded, near)
}

// ruleDate returns the first day in the year of near of the yearly rule that a text is, if
// it is one.
func ruleDate(s string, near calendar.Date) []norm.Arg {
	rule, err := Rule(s)
	if err != nil || near.IsZero() {
		return nil
	}
	days, err := calendar.DaysOf(rule, near.Year())
	if err != nil || len(days) == 0 {
		return nil
	}
	return []norm.Arg{dateArg("rule", days[0])}
}

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
		return t, newError(code, text, nearArg(last)...)
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
		return t, newError(code, "", nearArg(bad)...).orIs(ruleDate(t.folded, near)).withText(text)
	}
	if _, ok := parseRelative(words, near); ok && s[len(s)-1] == '.' {
		return t, newError(code, text, nearArg(text)...)
	}
	t.words = words
	return t, nil
}

// exampleDate is the date that an error shows how to write.
func exampleDate(near calendar.Date) calendar.Date {
	return calendar.MustDate(max(near.Year(), 2000), 3, 15)
}

// foldQuoted folds a text and removes quotation marks around it and the apostrophe with
// which a spreadsheet marks text.
func foldQuoted(text string) string {
	s := fold(text)
	for _, marks := range [...][2]string{{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"'", "'"}, {"'", ""}} {
		inner, ok := strings.CutPrefix(s, marks[0])
		if inner, closed := strings.CutSuffix(inner, marks[1]); ok && closed {
			return strings.Trim(inner, " ")
		}
	}
	return s
}

// date returns the date that all words are.
func (t *dateText) date(near calendar.Date) (calendar.Date, *Error) {
	d, err := date(t.words, near)
	if err == nil && t.time != "" {
		return calendar.Date{}, newError(NotMidnight, "", nearArg(t.time)...)
	}
	return d, err
}

// date parses the words of a date.
func date(words []word, near calendar.Date) (calendar.Date, *Error) {
	if len(words) == 0 || len(words) > 10 {
		return calendar.Date{}, newError(NotADate, "").at(words)
	}
	if d, ok := parseRelative(words, near); ok && !d.IsZero() {
		return d, nil
	}
	if d, ok := parseEdge(words, near); ok {
		return d, nil
	}
	if n := len(words[0].text); words[0].kind == digits && n > 4 && (len(words) == 1 || n == 5 && len(words) == 2 && words[1].sep == '.') {
		return parseDigits(words)
	}
	return parseDayMonth(words, near)
}

// parseDigits parses a date of eight digits, and explains the serial number of a date.
func parseDigits(words []word) (calendar.Date, *Error) {
	n := words[0].n
	const first, last = 36526, 73050 // the serial numbers of 2000-01-01 and 2099-12-31
	switch length := len(words[0].text); {
	case length == 8 && n >= 1900_00_00 && n < 2200_00_00 && n/100%100 >= 1 && n/100%100 <= 12:
		return newDate(words, n/10000, n/100%100, n%100, 0)
	case length == 5 && n >= first && n <= last:
		return calendar.Date{}, newError(SerialDate, "", dateArg("want", calendar.MustDate(2000, 1, 1).AddDays(n-first))).at(words)
	}
	return calendar.Date{}, newError(NotADate, "").at(words)
}

// isMonthAndNumber reports whether words are the name of a month and two digits.
func isMonthAndNumber(words []word) bool {
	return len(words) == 2 && words[0].kind == letters && monthNamed(words[0].text) > 0 && words[1].kind == digits && len(words[1].text) == 2
}

// monthOrDay returns an error for a month's name and two digits that are not just its day.
func monthOrDay(words []word, near calendar.Date) *Error {
	month, number := monthNamed(words[0].text), words[1]
	year, _ := number.year(near.Year())
	d, err := calendar.NewDate(near.Year(), month, number.n)
	switch sep := number.sep; {
	case sep == '\'':
		return newError(NotADate, "") // only the month of a year
	case sep == '-' || sep == '/':
		if err != nil {
			return newError(NotADate, "")
		}
	case err != nil || year < near.Year()-1 || year > near.Year()+1:
		return nil
	}
	m := calendar.MustMonth(year, month)
	return newError(MonthOrDay, "", arg("month", m), dateArg("date", d)).with(m.Span(), oneDay(d))
}

// parseDayMonth is dayMonth with the place of the words in its error.
func parseDayMonth(words []word, near calendar.Date) (calendar.Date, *Error) {
	d, err := dayMonth(words, near)
	if err != nil {
		err = err.at(words)
	}
	return d, err
}

// dayMonth parses a day, a month and an optional year, or a year, a month and a day. A
// month that is a name may precede the day. A weekday may precede or follow the date.
func dayMonth(all []word, near calendar.Date) (calendar.Date, *Error) {
	kept := cutFillers(all)
	if isMonthAndNumber(kept) {
		if err := monthOrDay(kept, near); err != nil {
			return calendar.Date{}, err
		}
	}
	words, weekday := cutWeekday(kept)
	w, ok := wordsOf(words)
	y, certain := near.Year(), true
	if len(words) == 3 {
		y, certain = w.year.year(near.Year())
	}
	if !ok || y == 0 {
		return calendar.Date{}, notADate(all)
	}
	same := sameSeparators(words)
	if w.month.n > 12 {
		return calendar.Date{}, noSuchMonth(w, y, same)
	}
	d, err := newDate(all, y, w.month.n, w.day.n, weekday)
	switch {
	case !same && err == nil && certain:
		return calendar.Date{}, newError(NotADate, "", dateArg("want", d))
	case !same:
		return calendar.Date{}, newError(NotADate, "")
	case err == nil && !certain:
		return calendar.Date{}, otherCentury(words, near, d)
	}
	return d, err
}

// dayMonthYear are the words of a date. The month has its number.
type dayMonthYear struct {
	day, month, year word
	yearFirst        bool
}

// wordsOf returns which of two or three words are the day, the month and the year. ok is
// false if they are none; the month may be too large.
func wordsOf(words []word) (w dayMonthYear, ok bool) {
	if len(words) < 2 || len(words) > 3 {
		return w, false
	}
	w.day, w.month = words[0], words[1]
	if len(words) == 3 {
		w.year = words[2]
		if w.yearFirst = w.day.kind == digits && len(w.day.text) == 4; w.yearFirst {
			w.day, w.year = w.year, w.day
		}
	}
	if w.day.kind == letters && monthNamed(w.day.text) > 0 {
		w.day, w.month = w.month, w.day
	}
	if w.month.kind == letters {
		w.month.n = monthOf(w.month.text)
	} else if len(w.month.text) > 2 {
		return w, false
	}
	return w, w.day.isDay() && w.month.kind != ordinal && w.month.n > 0
}

// noSuchMonth returns the error for a month above 12, with the date of the day and the month
// in the other order, unless the text is no date in numbers.
func noSuchMonth(w dayMonthYear, year int, same bool) *Error {
	err := newError(NotADate, "")
	if same && !w.yearFirst {
		err = newError(NotADate, "", arg("month", norm.Count(w.month.n)))
	}
	if want, wrong := calendar.NewDate(year, w.day.n, w.month.n); same && wrong == nil {
		err = err.because([]norm.Arg{dateArg("want", want)}).with(oneDay(want), oneDay(want))
	}
	return err
}

// isDay reports whether w may be the day of a month.
func (w word) isDay() bool { return w.counts() && len(w.text) <= 2 && w.sep != '\'' }

// sameSeparators reports whether a date in numbers has the same separator twice, as in
// 15/03/2027, and 15/03 a separator at all. The year may also stand behind a space.
func sameSeparators(words []word) bool {
	if words[0].kind == letters || words[1].kind == letters {
		return true
	}
	sep := words[1].sep
	if len(words) < 3 {
		return strings.IndexByte("/-.", sep) >= 0
	}
	year := words[2].sep
	return strings.IndexByte("/-. ", sep) >= 0 && (year == sep || year == '\'' || len(words[2].text) == 4 && year == ' ')
}

// otherCentury returns the error for the date d whose year has two digits and is far from
// near: year first, the text may be another date.
func otherCentury(words []word, near, d calendar.Date) *Error {
	if y, certain := words[0].year(near.Year()); certain && words[1].kind == digits {
		if other, err := calendar.NewDate(y, words[1].n, words[2].n); err == nil {
			return twoReadings("", oneDay(d), oneDay(other))
		}
	}
	return newError(NotADate, "", arg("year", norm.Text(words[2].text)), dateArg("want", d))
}

// twoReadings returns the error for a text that is one of two spans.
func twoReadings(text string, a, b calendar.Span) *Error {
	return newError(TwoReadings, text, dateArg("start", a.Start), dateArg("end", a.End), dateArg("otherStart", b.Start), dateArg("otherEnd", b.End)).with(a, b)
}

// cutWeekday removes a weekday at the beginning or at the end. "mar" is the month in mar
// 15 and in 15 mar, and Tuesday in mar 15/03 and in mar 15 de marzo.
func cutWeekday(words []word) ([]word, calendar.Weekday) {
	if len(words) == 0 {
		return words, 0
	}
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
		if i > 0 && w.kind == digits && words[i-1].kind == digits && len(w.text) <= 2 && w.n >= 1 && w.n <= 12 && strings.IndexByte("/-.", w.sep) >= 0 {
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
func notADate(words []word) *Error {
	for _, w := range words {
		if len(w.text) > 4 && w.kind == digits || w.kind == letters && monthOf(w.text) == 0 && weekdayNamed(w.text) == 0 && len(cutFillers([]word{w})) > 0 {
			return newError(NotADate, "", nearArg(w.text)...)
		}
	}
	return newError(NotADate, "")
}

// newDate returns a date if it exists and falls on weekday; a zero weekday matches any.
func newDate(words []word, year, month, day int, weekday calendar.Weekday) (calendar.Date, *Error) {
	d, err := calendar.NewDate(year, month, day)
	switch {
	case err != nil:
		if m, err := calendar.NewMonth(year, month); err == nil && day > 0 {
			return calendar.Date{}, newError(NoSuchDay, "", dateArg("want", m.Last())).with(m.Span(), m.Span()).at(words)
		}
		return calendar.Date{}, newError(NoSuchDay, "").at(words)
	case weekday != 0 && d.Weekday() != weekday:
		return calendar.Date{}, newError(OtherWeekday, "", dateArg("date", d), weekdayArg(d.Weekday())).at(words)
	}
	return d, nil
}
