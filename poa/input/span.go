package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Span parses two dates, both included, or one date, which is a span of one day:
//
//	13 al 15 de mayo, del 9 al 13 de agosto
//	30 mayo–9 ago, 9 ago - 13 ago, 9-13 ago
//	28 al 3 de marzo                  the first day is in the month before
//	20 dic al 6 ene                   the last day is in the year after
//	15 mar al +5d                     counted from the first day
//	2027-05-13/2027-05-15             ISO
//
// The dates may have any form that Date accepts; an end that is only a day has the month
// and year of the other. near is passed to Date. The error is an *Error: NotASpan,
// ReversedSpan, or the error of Date for one of the ends or for the whole text.
func Span(text string, near calendar.Date) (calendar.Span, error) {
	s := fold(text)
	single, reason := date(s, near)
	if reason == nil {
		return calendar.Span{Start: single, End: single}, nil
	}
	reason = reason.withText(text)
	if len(s) > maxText {
		return calendar.Span{}, newError(NotASpan, text)
	}
	for _, prefix := range [...]string{"del ", "de ", "from "} {
		if rest, ok := strings.CutPrefix(s, prefix); ok {
			s = rest
			break
		}
	}
	for _, sep := range [...]string{" al ", " a ", " hasta ", " to ", " until ", " through ", " - ", "/", "-"} {
		for at := 0; ; {
			i := strings.Index(s[at:], sep)
			if i < 0 {
				break
			}
			first, last := strings.TrimSpace(s[:at+i]), strings.TrimSpace(s[at+i+len(sep):])
			at += i + len(sep)
			span, err := parseEnds(first, last, near)
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
		return calendar.Span{}, newError(NotASpan, text)
	}
	return calendar.Span{}, newError(NotADate, text)
}

// parseEnds parses both parseEnds of a span.
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
	if s.End, err = date(last, near); err != nil {
		return s, err
	}
	if s.Start, err = date(first, s.End); err != nil || s.Valid() {
		return s, err
	}
	// The ends are reversed. If one of them has no written year, it is in another year.
	if next, err := date(last, near.AddMonths(12)); err == nil && next != s.End {
		s.End = next
	} else if before, err := date(first, s.End.AddMonths(-12)); err == nil {
		s.Start = before
	}
	return s, nil
}

// parseDay parses an end that is only a day, "15" or "lunes 15"; otherwise day is 0.
func parseDay(s string) (day int, weekday calendar.Weekday) {
	if name, rest, ok := strings.Cut(s, " "); ok {
		if weekday = weekdayNamed(name); weekday != 0 {
			s = rest
		}
	}
	return number(s, 2), weekday
}
