package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Span parses two dates, both included, or one date, which is a span of one day, or a part
// of a year, or a list of days that follow each other:
//
//	13 al 15 de mayo, del 9 al 13 de agosto, desde el 9 hasta el 13 de agosto
//	entre el 3 y el 7 de mayo, semana del 3 al 7 de mayo, May 3 to 7
//	30 mayo–9 ago, 9 ago - 13 ago, 9-13 ago, 3-7/05/2027, 3/05-7/05
//	28 al 3 de marzo                  the first day is in the month before
//	20 dic al 6 ene                   the last day is in the year after
//	15 mar al +5d                     counted from the first day
//	3 y 4 de mayo, 15, 16 y 17 de marzo, enero y febrero
//	2027-05-13/2027-05-15             ISO
//	marzo, enero a marzo de 2027, ene/mar, 2027-03, 03/2027
//	primera quincena de marzo         the 1st to the 15th; the second from the 16th
//	segundo semestre, 1er trimestre de 2027, trimestre II, T1 2027, 1S 2027, año 2027
//	primer y segundo trimestre, bimestre enero-febrero, trimestre en curso
//
// The dates may have any form that Date accepts; an end that is only a day has the month
// and year of the other. A bar joins complete dates and names of months only. The days may
// cross the end of a month without its name if they are at most 15, and the end of a year
// without its number if they are at most half a year; otherwise they are the error
// ReversedSpan, as in "5 al 3 de mayo" and "mayo a abril".
//
// A text with more than one reading is the error TwoReadings: ene-27 is a month or a day,
// and so are the ends of ene-27 a mar-27. near is passed to Date. The error is an *Error:
// Missing, NotASpan, ReversedSpan, TwoReadings, or the error of Date for one of the ends or
// for the whole text.
func Span(text string, near calendar.Date) (calendar.Span, error) {
	if len(text) > maxRaw {
		return calendar.Span{}, newError(NotASpan, text)
	}
	s := foldQuoted(text)
	switch {
	case s == "":
		return calendar.Span{}, newError(Missing, text, dateArg("want", exampleDate(near)))
	case len(s) > maxText:
		return calendar.Span{}, newError(NotASpan, text)
	}
	found, err := spans(s, near)
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return calendar.Span{}, twoReadings(text, found[0], found[1])
	case err.code == NotADate || err.code == NotASpan:
		err = &Error{NotASpan, err.args}
		return calendar.Span{}, err.orIs(ruleDate(s, near)).withText(text)
	case err.code != ReversedSpan && err.args[0].Value != norm.Text(s):
		return calendar.Span{}, err.ofEnd(string(err.args[0].Value.(norm.Text)), text)
	}
	return calendar.Span{}, err.withText(text)
}

// spanReading is one reading of a text that is an end of a span.
type spanReading struct {
	days calendar.Span
	part bool // a part of a year, not a date
}

// spanReadings returns the readings of a date or a part of a year: two for ene-27.
func spanReadings(s string, near calendar.Date) ([]spanReading, *Error) {
	d, err := date(s, near)
	switch {
	case err == nil:
		return []spanReading{{days: oneDay(d)}}, nil
	case err.code == MonthOrDay:
		month, day := err.args[1].Value.(calendar.Month), err.args[2].Value.(calendar.Date)
		return []spanReading{{month.Span(), true}, {days: oneDay(day)}}, nil
	case err.code == TwoReadings:
		first, second := err.args[1].Value.(calendar.Date), err.args[3].Value.(calendar.Date)
		return []spanReading{{days: oneDay(first)}, {days: oneDay(second)}}, nil
	case err.code == NotADate:
		if span, ok := part(s, near); ok {
			return []spanReading{{span, true}}, nil
		}
	}
	return nil, err
}

func oneDay(d calendar.Date) calendar.Span { return calendar.Span{Start: d, End: d} }

// spans returns the different readings of a folded text, or why there is none.
func spans(s string, near calendar.Date) ([]calendar.Span, *Error) {
	whole, reason := spanReadings(s, near)
	if !beginsWithMar(s) && (whole != nil || reason.code != NotADate && reason.code != NotMidnight) {
		return distinct(whole), reason
	}
	between, rest := cutBetween(s)
	found, err := several(rest, near, between)
	if name, days := cutLead(rest); found == nil && name != "" {
		if found, _ = several(days, near, between); len(found) == 1 && !name.fits(found[0]) {
			found = nil
		}
	}
	for _, w := range whole {
		found = addSpan(found, w.days)
	}
	if err == nil || reason != nil && reason.code != NotADate {
		err = reason
	}
	return found, err
}

// beginsWithMar reports whether s begins with the abbreviation of martes and marzo: mar 1-3
// is Tuesday 1 March, or 1 to 3 March.
func beginsWithMar(s string) bool {
	name, rest := cutName(s)
	return name == "mar" && strings.TrimLeft(rest, " ") != "" && isDigit(strings.TrimLeft(rest, " ")[0])
}

// several returns the different readings of a text as more than one day, or why there is
// none; nil if nothing joins days in it.
func several(s string, near calendar.Date, between bool) ([]calendar.Span, *Error) {
	found, err := ranges(s, near, between)
	if found != nil {
		return found, nil
	}
	return list(s, near, err)
}

// distinct returns the different spans of readings.
func distinct(all []spanReading) (found []calendar.Span) {
	for _, r := range all {
		found = addSpan(found, r.days)
	}
	return found
}

func addSpan(found []calendar.Span, span calendar.Span) []calendar.Span {
	for _, other := range found {
		if other == span {
			return found
		}
	}
	return append(found, span)
}

// lead is the name of a part of a year before its days, as in "semana del 3 al 7 de mayo"
// and "bimestre enero-febrero".
type lead string

// fits reports whether the days of a span may have the name.
func (l lead) fits(span calendar.Span) bool {
	days := span.End.Sub(span.Start) + 1
	switch months := monthsOf(string(l)); {
	case months > 0:
		first := span.Start.YearMonth()
		return span.Start == first.First() && span.End == first.Add(months-1).Last()
	case l == "semana" || l == "week":
		return days <= 7
	case l == "quincena":
		return days <= 16
	}
	return true
}

// cutLead removes the name of a part of a year before its days.
func cutLead(s string) (name lead, days string) {
	first, days, _ := strings.Cut(s, " ")
	if !isPart(word{text: first}) && !oneOf("|semana|week|", first) {
		return "", s
	}
	_, days = cutBetween(days)
	return lead(first), days
}

// cutBetween removes the words before the first day: "desde el", "a partir del". between is
// set if "y" joins the ends, as in "entre el 3 y el 7".
func cutBetween(s string) (between bool, rest string) {
	const words = "|del|de|desde|from|since|a|partir|los|las|el|la|the|of|dia|dias|periodo|period|durante|en|during|in|on|"
	for {
		first, after, ok := strings.Cut(s, " ")
		isBetween := oneOf("|entre|between|", first)
		if !ok || !isBetween && !oneOf(words, first) {
			return between, s
		}
		between, s = between || isBetween, after
	}
}

// ranges returns the different readings of a text as a first and a last day with a word, a
// hyphen or a bar between them, or the error of the ends that comes closest to a span; nil
// if nothing joins two ends. A word has precedence over a hyphen between spaces, and this
// over the others.
func ranges(s string, near calendar.Date, between bool) (found []calendar.Span, reason *Error) {
	joins := [...][]string{{" al ", " a ", " hasta ", " to ", " until ", " till ", " through ", " thru "}, {" - "}, {"-", "/"}}
	if between {
		joins[1] = []string{" y ", " and "}
	}
	for i, list := range joins {
		for _, join := range list {
			for at := strings.Index(s, join); at >= 0; {
				first, last := trimEnd(s[:at]), trimEnd(s[at+len(join):])
				if join != "/" || joinsWithBar(first, last) {
					spans, err := parseEnds(first, last, near, i < 2)
					for _, span := range spans {
						found = addSpan(found, span)
					}
					reason = better(reason, err)
				}
				next := strings.Index(s[at+1:], join)
				if next < 0 {
					break
				}
				at += 1 + next
			}
		}
		if found != nil || reason != nil {
			break
		}
	}
	return found, reason
}

// trimEnd removes what may be around one end of a span.
func trimEnd(s string) string {
	s = strings.Trim(s, " ,")
	s = strings.TrimPrefix(strings.TrimSuffix(s, " y"), "hasta ")
	return strings.TrimPrefix(s, "el ")
}

// joinsWithBar reports whether a bar is between two ends, and not in a date: the first end
// has a year, or is a name before another one.
func joinsWithBar(first, last string) bool {
	if number, rest := cutDigits(first); len(number) == 8 && rest == "" {
		return true
	}
	if len(first) < 3 || last == "" {
		return false
	}
	words, _ := splitWords(first)
	n := len(words)
	if isLetter(first[len(first)-1]) {
		return n == 1 && isLetter(last[0])
	}
	return n >= 2 && (len(words[0].text) == 4 || len(words[n-1].text) == 4) && words[0].kind == digits
}

// better returns the error that says more.
func better(a, b *Error) *Error {
	switch {
	case b == nil || a != nil && a.code != NotADate && a.code != NotASpan:
		return a
	case a == nil || b.code != NotADate && b.code != NotASpan || len(a.args) == 1:
		return b
	}
	return a
}

// parseEnds returns the different readings of a first and a last day. Ends of different
// kinds, a date and a part of a year, are accepted only if loose is set.
func parseEnds(first, last string, near calendar.Date, loose bool) ([]calendar.Span, *Error) {
	if first == "" || last == "" {
		return nil, newError(NotASpan, first+last)
	}
	if strings.HasPrefix(last, "+") {
		return fromFirst(first, last, near)
	}
	if day := parseDay(first); day.n > 0 {
		if found, err := toLast(first, day, last, near); found != nil || err != nil {
			return found, err
		}
	}
	if day := parseDay(last); day.n > 0 {
		if found, err := sameMonth(first, last, day, near); found != nil || err != nil {
			return found, err
		}
	}
	if start, end, ok := borrow(first, last, near); ok {
		return inOrder(nil, calendar.Span{Start: start.Start, End: end.End}, first+" "+last)
	}
	found, err := twoEnds(first, last, near, loose)
	if d := parseTuesday(first); d.n > 0 && !isLetter(last[0]) {
		more, _ := toLast(first, d, last, near)
		for _, span := range more {
			found = addSpan(found, span)
		}
	}
	return found, err
}

// parseTuesday parses "mar 4", which is Tuesday the 4th or 4 March; n is 0 for another text.
func parseTuesday(s string) day {
	words, bad := splitWords(s)
	if bad != "" || len(words) != 2 || words[0].text != "mar" || !words[1].isDay() {
		return day{}
	}
	return day{n: words[1].n, weekday: calendar.Tuesday}
}

// fromFirst parses "15 mar" and "+5d".
func fromFirst(first, last string, near calendar.Date) ([]calendar.Span, *Error) {
	start, err := date(first, near)
	if err != nil {
		return nil, err
	}
	end, err := date(last, start)
	if err != nil {
		return nil, err
	}
	return inOrder(nil, calendar.Span{Start: start, End: end}, first+" "+last)
}

// inOrder adds a span to found if it is not reversed.
func inOrder(found []calendar.Span, span calendar.Span, text string) ([]calendar.Span, *Error) {
	if !span.Valid() {
		return found, reversed(text, span)
	}
	return addSpan(found, span), nil
}

func reversed(text string, span calendar.Span) *Error {
	return newError(ReversedSpan, text, dateArg("start", span.Start), dateArg("end", span.End))
}

// day is an end that is only a day of a month, with its weekday and the year behind it, if
// it has them.
type day struct {
	n       int
	weekday calendar.Weekday
	year    int
}

// on returns the day in a month.
func (d day) on(text string, m calendar.Month) (calendar.Date, *Error) {
	return newDate(text, m.Year(), m.Number(), d.n, d.weekday)
}

// parseDay parses an end that is only a day: "15", "1º", "lunes 15" or, at the end of a span
// with the month first, "15, 2027". n is 0 for another text.
func parseDay(s string) (d day) {
	words, bad := splitWords(s)
	if bad != "" || len(words) == 0 || len(words) > 4 {
		return day{}
	}
	words, d.weekday = cutWeekday(cutFillers(words))
	if len(words) == 2 && words[1].kind == digits && len(words[1].text) == 4 && oneOf("|,| |", string(words[1].sep)) {
		d.year, words = words[1].n, words[:1]
	}
	if len(words) == 1 && words[0].isDay() {
		d.n = words[0].n
	}
	return d
}

// toLast parses a day and a last date, whose month the day has, or else the month before:
// "28 al 3 de marzo". It returns nothing if last is no date.
func toLast(first string, start day, last string, near calendar.Date) (found []calendar.Span, reason *Error) {
	ends, err := spanReadings(last, near)
	if err != nil && err.code != NotADate {
		return nil, err
	}
	for _, end := range ends {
		if end.part {
			continue
		}
		span := calendar.Span{End: end.days.End}
		month := span.End.YearMonth()
		if start.n > span.End.Day() {
			if span.Start, err = start.on(first, month); err == nil && daysBefore(start.n, span.End) > maxCrossing {
				reason = better(reason, reversed(first+" "+last, span))
				continue
			}
			month = month.Add(-1)
		}
		if span.Start, err = start.on(first, month); err == nil {
			found, err = inOrder(found, span, first+" "+last)
		}
		reason = better(reason, err)
	}
	if found != nil {
		return found, nil
	}
	return nil, reason
}

// maxCrossing is the greatest number of days that cross the end of a month without its
// name: half a month. maxWinter is that for a year: half a year.
const (
	maxCrossing = 15
	maxWinter   = 184
)

// daysBefore returns the days from a day of the month before end's to end, both included.
func daysBefore(day int, end calendar.Date) int {
	return end.YearMonth().Add(-1).Last().Day() - day + 1 + end.Day()
}

// sameMonth parses a first date and a day, which is in its month: "13 de mayo al 15". It
// returns nothing if first is no date.
func sameMonth(first, last string, end day, near calendar.Date) (found []calendar.Span, reason *Error) {
	if end.year > 0 {
		var err error
		if near, err = calendar.NewDate(end.year, 1, 1); err != nil {
			return nil, newError(NotADate, last)
		}
	}
	starts, err := spanReadings(first, near)
	if err != nil && err.code != NotADate {
		return nil, err
	}
	for _, start := range starts {
		if start.part {
			continue
		}
		span := start.days
		if span.End, err = end.on(last, span.Start.YearMonth()); err == nil {
			found, err = inOrder(found, span, first+" "+last)
		}
		reason = better(reason, err)
	}
	if found != nil {
		return found, nil
	}
	return nil, reason
}

// borrow parses two parts of a year of which one has only its number, as in "primer al
// tercer trimestre" and "trimestres 1 al 3".
func borrow(first, last string, near calendar.Date) (start, end calendar.Span, ok bool) {
	a, bad1 := dateWords(first, near)
	b, bad2 := dateWords(last, near)
	switch {
	case bad1 != "" || bad2 != "" || len(a) == 0 || len(b) == 0:
		return start, end, false
	case len(a) == 1 && isNumber(a[0]) && len(b) > 1 && isPart(b[1]):
		a = append(a, b[1:]...)
	case isPart(a[0]) && isNumber(b[0]) && (len(b) == 1 || !isPart(b[1])):
		b = append([]word{a[0]}, b...)
	default:
		return start, end, false
	}
	if end, ok = partOfYear(b, near); ok {
		start, ok = partOfYear(a, end.End)
	}
	return start, end, ok
}

// isNumber reports whether w is a number in digits, words or Roman numerals.
func isNumber(w word) bool { return w.kind != letters || romanMonth(w.text) > 0 }

// twoEnds parses two dates, or two parts of a year. The first end has the year of the last
// one if it has none.
func twoEnds(first, last string, near calendar.Date, loose bool) (found []calendar.Span, reason *Error) {
	ends, err := spanReadings(last, near)
	if err != nil {
		if _, reason = spanReadings(first, near); reason != nil && reason.code != NotADate {
			return nil, reason
		}
		return nil, better(badEnd(err, last), badEnd(reason, first))
	}
	pairs := 0
	for _, same := range [...]bool{true, false} {
		for i, end := range ends {
			starts, err := spanReadings(first, end.days.End)
			if err != nil {
				return nil, badEnd(err, first)
			}
			for j, start := range starts {
				// Both ends have the same of two readings: 27/03/15 al 30/03/15.
				if start.part == end.part != same || len(starts) == len(ends) && i != j {
					continue
				}
				pairs++
				e := endTexts{first, last, i, j}
				span, err := e.inYears(calendar.Span{Start: start.days.Start, End: end.days.End}, near)
				if err == nil {
					found = addSpan(found, span)
				}
				reason = better(reason, err)
			}
		}
		if pairs > 0 || !loose {
			break
		}
	}
	switch {
	case found != nil:
		return found, nil
	case pairs == 0:
		return nil, newError(NotASpan, last, nearArg(last)...)
	}
	return nil, reason
}

// badEnd returns the error of an end that is neither a date nor a part of a year, with the
// end if it has no more to say.
func badEnd(err *Error, end string) *Error {
	if err != nil && err.code == NotADate && len(err.args) == 1 {
		return err.because(nearArg(end))
	}
	return err
}

// endTexts are the texts of two ends, and which readings of them are meant.
type endTexts struct {
	first, last string
	i, j        int
}

// inYears returns span if its ends are in order. If they are not, and one of them has no
// written year, it moves this one to another year if the days are then at most half a year.
func (e endTexts) inYears(span calendar.Span, near calendar.Date) (calendar.Span, *Error) {
	if span.Valid() {
		return span, nil
	}
	moved := span
	if next, _ := spanReadings(e.last, near.AddMonths(12)); len(next) > e.i && next[e.i].days.End != span.End {
		moved.End = next[e.i].days.End
	} else if before, _ := spanReadings(e.first, span.End.AddMonths(-12)); len(before) > e.j {
		moved.Start = before[e.j].days.Start
	}
	if !moved.Valid() || moved.End.Sub(moved.Start) >= maxWinter {
		return span, reversed(e.first+" "+e.last, span)
	}
	return moved, nil
}

// list parses days or parts of a year with commas and "y" between them, which follow each
// other. reason is the error if s is no list.
func list(s string, near calendar.Date, reason *Error) ([]calendar.Span, *Error) {
	for _, commas := range [...]bool{false, true} {
		items := splitList(s, commas)
		if len(items) < 2 {
			continue
		}
		span, err := follow(items, near)
		if err == nil {
			return []calendar.Span{span}, nil
		}
		reason = better(reason, err)
	}
	return nil, reason
}

// splitList splits s at "y", which is not that of a number such as treinta y uno, and at
// commas.
func splitList(s string, commas bool) []string {
	var items []string
	start := 0
	add := func(end, next int) {
		if item := strings.Trim(s[start:end], " ,"); item != "" {
			items = append(items, item)
		}
		start = next
	}
	for i := range len(s) {
		for _, join := range [...]string{" y ", " and ", ","} {
			if i < start || !strings.HasPrefix(s[i:], join) || join == "," && !commas {
				continue
			}
			if !joinsNumber(s[start:i], join, s[i+len(join):]) {
				add(i, i+len(join))
			}
		}
	}
	add(len(s), len(s))
	return items
}

// joinsNumber reports whether join is in a number, as in treinta y uno.
func joinsNumber(before, join, after string) bool {
	tens := before[strings.LastIndexByte(before, ' ')+1:]
	ones, _, _ := strings.Cut(after, " ")
	_, _, used := smallNumber([]word{{text: tens}, {text: strings.TrimSpace(join)}, {text: ones}})
	return used == 3
}

// follow parses the items of a list, which must follow each other. Items that are only a
// day, or the number of a part of a year, have the rest of a complete one.
func follow(items []string, near calendar.Date) (all calendar.Span, err *Error) {
	complete := len(items) - 1
	found := make([]calendar.Span, len(items))
	for ; complete >= 0; complete-- {
		whole, reason := spanReadings(items[complete], near)
		if len(whole) == 1 {
			found[complete] = whole[0].days
			break
		}
		if len(whole) > 1 {
			reason = newError(NotASpan, items[complete], nearArg(items[complete])...)
		}
		err = better(err, reason)
	}
	if complete < 0 {
		return all, err
	}
	for i := complete - 1; i >= 0; i-- {
		if found[i], err = before(items[i], items[complete], found[i+1], near); err != nil {
			return all, err
		}
	}
	for i := complete + 1; i < len(items); i++ {
		if found[i], err = after(items[complete], items[i], found[i-1], near); err != nil {
			return all, err
		}
	}
	for i := 1; i < len(found); i++ {
		switch next := found[i-1].End.AddDays(1); {
		case found[i].Start.Before(next):
			return all, reversed(strings.Join(items, ", "), calendar.Span{Start: found[i-1].Start, End: found[i].End})
		case found[i].Start != next:
			return all, newError(NotASpan, strings.Join(items, ", "), dateArg("gap", next))
		}
	}
	return calendar.Span{Start: found[0].Start, End: found[len(found)-1].End}, nil
}

// before parses an item of a list before next, whose month or name of a part it may have.
func before(item, complete string, next calendar.Span, near calendar.Date) (calendar.Span, *Error) {
	if d := parseDay(item); d.n > 0 && next.Start == next.End {
		month := next.Start.YearMonth()
		if d.n > next.Start.Day() {
			month = month.Add(-1)
		}
		day, err := d.on(item, month)
		return oneDay(day), err
	}
	if part, _, ok := borrow(item, complete, near); ok {
		return part, nil
	}
	return onlyReading(item, next.Start)
}

// after parses an item of a list after previous.
func after(complete, item string, previous calendar.Span, near calendar.Date) (calendar.Span, *Error) {
	if d := parseDay(item); d.n > 0 && previous.Start == previous.End {
		day, err := d.on(item, previous.Start.YearMonth())
		return oneDay(day), err
	}
	if _, part, ok := borrow(complete, item, near); ok {
		return part, nil
	}
	return onlyReading(item, previous.End)
}

// onlyReading parses an item of a list that is complete.
func onlyReading(item string, near calendar.Date) (calendar.Span, *Error) {
	whole, err := spanReadings(item, near)
	if len(whole) == 1 {
		return whole[0].days, nil
	}
	if err == nil {
		err = newError(NotASpan, item)
	}
	return calendar.Span{}, err
}
