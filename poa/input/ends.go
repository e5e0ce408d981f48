package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

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
	return newError(ReversedSpan, text, dateArg("start", span.Start), dateArg("end", span.End)).with(span, span)
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
				if start.part == end.part != same || len(starts) == len(ends) && i != j || isYear(start.days) != isYear(end.days) {
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

// isYear reports whether days are a whole year.
func isYear(days calendar.Span) bool { return days == calendar.YearSpan(days.Start.Year()) }

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
	if next, _ := spanReadings(e.last, near.AddMonths(12)); len(next) > e.i && lacksYear(e.last, next[e.i].part, near) {
		moved.End = next[e.i].days.End
	} else if before, _ := spanReadings(e.first, span.End.AddMonths(-12)); len(before) > e.j && lacksYear(e.first, before[e.j].part, near) {
		moved.Start = before[e.j].days.Start
	}
	if !moved.Valid() || moved.End.Sub(moved.Start) >= maxWinter {
		return span, reversed(e.first+" "+e.last, span)
	}
	return moved, nil
}

// lacksYear reports whether a date or a part of a year has no year, not even a relative one
// such as "próximo año".
func lacksYear(s string, isPart bool, near calendar.Date) bool {
	words, bad := dateWords(s, near)
	if bad != "" || len(words) == 0 {
		return false
	}
	if isPart {
		_, _, written := cutYear(words, near.Year())
		_, ok := partOfYear(words, near)
		return ok && !written
	}
	words, _ = cutWeekday(cutFillers(words))
	return len(words) == 2
}
