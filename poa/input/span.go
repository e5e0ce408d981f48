package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Span parses two dates, both included, or one date, which is a span of one day, or a part
// of a year:
//
//	13 al 15 de mayo, del 9 al 13 de agosto
//	30 mayo–9 ago, 9 ago - 13 ago, 9-13 ago
//	28 al 3 de marzo                  the first day is in the month before
//	20 dic al 6 ene                   the last day is in the year after
//	15 mar al +5d                     counted from the first day
//	2027-05-13/2027-05-15             ISO
//	marzo, enero a marzo de 2027, 2027-03, 03/2027
//	primera quincena de marzo         the 1st to the 15th; the second from the 16th
//	segundo semestre, 1er trimestre de 2027, T1 2027, año 2027
//
// The dates may have any form that Date accepts; an end that is only a day has the month
// and year of the other. near is passed to Date. The error is an *Error: NotASpan,
// ReversedSpan, or the error of Date for one of the ends or for the whole text.
func Span(text string, near calendar.Date) (calendar.Span, error) {
	if len(text) > maxRaw {
		return calendar.Span{}, newError(NotASpan, text)
	}
	s := fold(text)
	single, reason := date(s, near)
	if reason == nil {
		return calendar.Span{Start: single, End: single}, nil
	}
	reason = reason.withText(text)
	if len(s) > maxText {
		return calendar.Span{}, newError(NotASpan, text)
	}
	if span, ok := part(s, near); ok {
		return span, nil
	}
	for _, prefix := range [...]string{"del ", "de ", "from "} {
		if rest, ok := strings.CutPrefix(s, prefix); ok {
			s = rest
			break
		}
	}
	whole := reason.near()
	var unknown []norm.Arg // what is not understood in one of the ends
	for _, sep := range [...]string{" al ", " a ", " hasta ", " to ", " until ", " through ", " - ", "/", "-"} {
		for at := 0; ; {
			i := strings.Index(s[at:], sep)
			if i < 0 {
				break
			}
			first, last := strings.TrimSpace(s[:at+i]), strings.TrimSpace(s[at+i+len(sep):])
			at += i + len(sep)
			span, err := parseEnds(first, last, near)
			if err != nil && unknown == nil {
				unknown = err.near()
			}
			switch {
			case err != nil && reason.code == NotADate:
				reason = err
			case err != nil:
			case span.Valid():
				return span, nil
			default:
				return calendar.Span{}, newError(ReversedSpan, text, dateArg("start", span.Start), dateArg("end", span.End))
			}
		}
	}
	if reason.code != NotADate {
		return calendar.Span{}, reason
	}
	if strings.ContainsAny(s, "-/") || strings.Contains(s, " a") {
		return calendar.Span{}, newError(NotASpan, s, unknown...).withText(text)
	}
	return calendar.Span{}, newError(NotADate, text, whole...)
}

// parseEnds parses both ends of a span.
func parseEnds(first, last string, near calendar.Date) (s calendar.Span, err *Error) {
	if day, weekday := parseDay(first); day > 0 {
		if s.End, err = date(last, near); err != nil {
			return s, err
		}
		month := s.End.YearMonth()
		if day > s.End.Day() {
			month = month.Add(-1)
		}
		s.Start, err = newDate(first, month.Year(), month.Number(), day, weekday)
		return s, err
	}
	if day, weekday := parseDay(last); day > 0 {
		if s.Start, err = date(first, near); err == nil {
			s.End, err = newDate(last, s.Start.Year(), s.Start.Month(), day, weekday)
		}
		return s, err
	}
	if strings.HasPrefix(last, "+") {
		if s.Start, err = date(first, near); err == nil {
			s.End, err = date(last, s.Start)
		}
		return s, err
	}
	whole, err := bounds(last, near)
	if err != nil {
		return s, err
	}
	s.End = whole.End
	if whole, err = bounds(first, s.End); err != nil {
		return s, err
	}
	if s.Start = whole.Start; s.Valid() {
		return s, nil
	}
	// The ends are reversed. If one of them has no written year, it is in another year.
	if next, err := bounds(last, near.AddMonths(12)); err == nil && next.End != s.End {
		s.End = next.End
	} else if before, err := bounds(first, s.End.AddMonths(-12)); err == nil {
		s.Start = before.Start
	}
	return s, nil
}

// bounds returns the first and the last day of one end of a span: a date, or a part of a
// year.
func bounds(s string, near calendar.Date) (calendar.Span, *Error) {
	d, err := date(s, near)
	if err != nil && err.code == NotADate {
		if span, ok := part(s, near); ok {
			return span, nil
		}
	}
	return calendar.Span{Start: d, End: d}, err
}

// part parses a part of a year: the forms of partOfYear, 2027-03 and 03/2027.
func part(s string, near calendar.Date) (calendar.Span, bool) {
	words, bad := splitWords(s)
	if bad != "" || len(words) == 0 || len(words) > 8 {
		return calendar.Span{}, false
	}
	if len(words) == 2 && words[0].kind == digits && words[1].kind == digits {
		month, year := words[0], words[1]
		if len(month.text) == 4 {
			month, year = year, month
		}
		if len(month.text) > 2 || len(year.text) != 4 || strings.Count(s, "-")+strings.Count(s, "/") != 1 {
			return calendar.Span{}, false
		}
		return monthSpan(year.n, month.n)
	}
	return partOfYear(words, near)
}

// parseDay parses an end that is only a day, "15", "1º" or "lunes 15"; otherwise day is 0.
func parseDay(s string) (day int, weekday calendar.Weekday) {
	words, bad := splitWords(s)
	if bad != "" || len(words) == 0 || len(words) > 3 {
		return 0, 0
	}
	words, weekday = cutWeekday(words)
	if words = cutFillers(words); len(words) != 1 || !words[0].counts() || len(words[0].text) > 2 {
		return 0, 0
	}
	return words[0].n, weekday
}
