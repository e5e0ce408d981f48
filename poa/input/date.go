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
// Behind a month and a day the year has four digits or an apostrophe, since marzo 15-17 is
// two days. 27/03/15 near 2027 is the error TwoReadings, since it is a date of 2015 or, year first,
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

// exampleDate is the date that an error shows how to write.
func exampleDate(near calendar.Date) calendar.Date {
	return calendar.MustDate(max(near.Year(), 2000), 3, 15)
}

// date parses the words of a date.
func date(words []word, near calendar.Date) (calendar.Date, *Error) {
	d, err := dateOf(words, near)
	if err != nil {
		err = err.at(words)
	}
	return d, err
}

// dateOf is date without the place of the words in its error.
func dateOf(words []word, near calendar.Date) (calendar.Date, *Error) {
	if len(words) == 0 || len(words) > 10 {
		return calendar.Date{}, refuse(NotADate)
	}
	if d, ok := parseRelative(words, near); ok && !d.IsZero() {
		return d, nil
	}
	if d, ok := parseEdge(words, near); ok {
		return d, nil
	}
	if words[0].class == '8' && (len(words) == 1 || len(words) == 2 && words[1].sep == '.') {
		return parseDigits(words[0].text, words[0].n)
	}
	return dayMonth(words, near)
}

// parseDigits parses a date of eight digits, and explains the serial number of a date.
func parseDigits(s string, n int) (calendar.Date, *Error) {
	const first, last = 36526, 73050 // the serial numbers of 2000-01-01 and 2099-12-31
	switch month := n / 100 % 100; {
	case len(s) == 8 && n >= 1900_00_00 && n < 2200_00_00 && month >= 1 && month <= 12:
		return newDate(n/10000, month, n%100, 0)
	case len(s) == 5 && n >= first && n <= last:
		return calendar.Date{}, refuse(SerialDate).date("want", calendar.MustDate(2000, 1, 1).AddDays(n-first))
	}
	return calendar.Date{}, refuse(NotADate)
}

// isMonthAndNumber reports whether words are the name of a month and two digits.
func isMonthAndNumber(words []word) bool {
	return classesOf(words) == "M0" && words[1].digits && len(words[1].text) == 2
}

// monthOrDay returns an error for a month's name and two digits that are not just its day.
// Behind a hyphen or a bar they are its year too, as spreadsheets print ene-27.
func monthOrDay(words []word, near calendar.Date) *Error {
	month, number := words[0].n, &words[1]
	year, _ := number.year(near.Year())
	d, err := calendar.NewDate(near.Year(), month, number.n)
	switch sep := number.sep; {
	case sep == '\'' || (sep == '-' || sep == '/') && err != nil:
		return refuse(NotADate) // only the month of a year
	case sep != '-' && sep != '/' && (err != nil || year < near.Year()-1 || year > near.Year()+1):
		return nil
	}
	m := calendar.MustMonth(year, month)
	return refuse(MonthOrDay).add("month", m).date("date", d).with(m.Span(), oneDay(d))
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
	n := len(words)
	if n < 2 || n > 3 {
		return calendar.Date{}, notADate(all)
	}
	day, month := &words[0], &words[1]
	y, certain, yearFirst := near.Year(), true, false
	if n == 3 {
		year := &words[2]
		if yearFirst = day.class == 'Y' && day.digits; yearFirst {
			day, year = year, day
		}
		y, certain = year.year(y)
		if day.class == 'M' && year.class == '0' && year.sep != '\'' {
			y = 0 // marzo 15-17 is two days
		}
	}
	if day.class == 'M' {
		day, month = month, day
	}
	if month.text == "mar" && day.class == 'o' && day.n > 1 {
		return calendar.Date{}, notADate(all) // the second Tuesday
	}
	if y == 0 || !day.isDay() || !month.in("MR0") || len(month.text) > 2 && month.class == '0' || month.n == 0 {
		return calendar.Date{}, notADate(all)
	}
	same := sameSeparators(words)
	if month.n > 12 {
		return calendar.Date{}, noSuchMonth(y, day.n, month.n, same, yearFirst)
	}
	d, err := newDate(y, month.n, day.n, weekday)
	switch {
	case !same && err == nil && certain:
		return calendar.Date{}, refuse(NotADate).date("want", d)
	case !same:
		return calendar.Date{}, refuse(NotADate)
	case err == nil && !certain:
		return calendar.Date{}, otherCentury(words, near, d)
	}
	return d, err
}

// noSuchMonth returns the error for a month above 12, with the date of the day and the month
// in the other order, unless the text is no date in numbers.
func noSuchMonth(year, day, month int, same, yearFirst bool) *Error {
	err := refuse(NotADate)
	if same && !yearFirst {
		err = err.add("month", norm.Count(month))
	}
	if want, wrong := calendar.NewDate(year, day, month); same && wrong == nil {
		err = err.date("want", want).with(oneDay(want), oneDay(want))
	}
	return err
}

// sameSeparators reports whether a date in numbers has the same separator twice, as in
// 15/03/2027, and 15/03 a separator at all. The year may also stand behind a space.
func sameSeparators(words []word) bool {
	if !words[0].isNumber() || !words[1].isNumber() {
		return true
	}
	sep := words[1].sep
	if len(words) < 3 {
		return isTight(sep)
	}
	year := &words[2]
	return (sep == ' ' || isTight(sep)) && (year.sep == sep || year.sep == '\'' || len(year.text) == 4 && year.sep == ' ')
}

// otherCentury returns the error for the date d whose year has two digits and is far from
// near: year first, the text may be another date.
func otherCentury(words []word, near, d calendar.Date) *Error {
	if y, certain := words[0].year(near.Year()); certain && words[1].digits {
		if other, err := calendar.NewDate(y, words[1].n, words[2].n); err == nil {
			return twoReadings("", oneDay(d), oneDay(other))
		}
	}
	return refuse(NotADate).add("year", norm.Text(words[2].text)).date("want", d)
}

// twoReadings returns the error for a text that is one of two spans.
func twoReadings(text string, a, b calendar.Span) *Error {
	return newError(TwoReadings, text).date("start", a.Start).date("end", a.End).date("otherStart", b.Start).date("otherEnd", b.End).with(a, b)
}

// cutWeekday removes a weekday at the beginning or at the end. "mar" is Tuesday only before
// a day with its month (mar 15/03, mar 15 de marzo) and behind a month or a whole year
// (15 de marzo mar, 15/03/2027 mar), and the month everywhere else.
func cutWeekday(words []word) ([]word, calendar.Weekday) {
	n := len(words) - 1
	if n < 1 {
		return words, 0
	}
	first, last := &words[0], &words[n]
	day, before := &words[1], &words[n-1]
	if w := first.weekday(); w != 0 && (first.class == 'W' || day.isNumber() && day.sep != '-' && day.sep != '/' && (n > 2 || words[n].sep != '-') && hasMonth(words[1:])) {
		return words[1:], w
	}
	if w := last.weekday(); w != 0 && (last.class == 'W' || before.in("MY") && last.sep != '-' && last.sep != '/' && hasMonth(words[:n])) {
		return words[:n], w
	}
	return words, 0
}

// hasMonth reports whether words have a month: a name, or a number behind a number.
func hasMonth(words []word) bool {
	c := classesOf(words)
	at := strings.Index(c, "00")
	return strings.IndexByte(c, 'M') >= 0 || at >= 0 && isTight(words[at+1].sep) && words[at+1].n <= 12
}

// cutFillers removes the words of "a los 15 días del mes de marzo del año 2027".
func cutFillers(words []word) []word {
	if len(words) > 0 && (words[0].text == "a" || words[0].text == "on") {
		words = words[1:]
	}
	return cutWords(words, "Ldma")
}

// notADate returns NotADate with the first word that is in no date.
func notADate(words []word) *Error {
	words = cutFillers(words)
	for i := range words {
		if !words[i].in("0YoMRW") && words[i].text != "a" {
			return refuse(NotADate).near(words[i].text)
		}
	}
	return refuse(NotADate)
}

// newDate returns a date if it exists and falls on weekday; a zero weekday matches any.
func newDate(year, month, day int, weekday calendar.Weekday) (calendar.Date, *Error) {
	d, err := calendar.NewDate(year, month, day)
	if err != nil {
		m, err := calendar.NewMonth(year, month)
		if err != nil || day == 0 {
			return d, refuse(NoSuchDay)
		}
		return d, refuse(NoSuchDay).date("want", m.Last()).with(m.Span(), m.Span())
	}
	if weekday != 0 && d.Weekday() != weekday {
		return calendar.Date{}, refuse(OtherWeekday).date("date", d).weekday(d.Weekday())
	}
	return d, nil
}
