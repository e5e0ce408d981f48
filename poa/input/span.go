package input

import (
	"github.com/rumbo-mx/rumbo/calendar"
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
	t, err := readWords(text, near, NotASpan)
	if err != nil {
		return calendar.Span{}, err
	}
	var found []calendar.Span
	if t.time == "" {
		found, err = spans(t.words, near)
	} else {
		_, err = t.date(near)
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return calendar.Span{}, twoReadings(text, found[0], found[1])
	}
	all := refuse(NotASpan).at(t.words)
	end := ""
	if err.end > 0 && (err.start != all.start || err.end != all.end) {
		end = t.folded[err.start:err.end]
	}
	switch {
	case err.code == NotADate || err.code == NotASpan:
		err.code = NotASpan
		if len(err.args) == 1 {
			err = err.near(end)
		}
		return calendar.Span{}, err.orIs(ruleDate(t.folded, near)).withText(text)
	case end != "":
		return calendar.Span{}, err.ofEnd(end, text)
	}
	return calendar.Span{}, err.withText(text)
}

// dayReading is one reading of words that are an end of a span.
type dayReading struct {
	days calendar.Span
	part bool // a part of a year, not a date
}

// readings returns the readings of a date or a part of a year: two for ene-27.
func readings(words []word, near calendar.Date) ([]dayReading, *Error) {
	d, err := date(words, near)
	switch {
	case err == nil:
		return []dayReading{{days: oneDay(d)}}, nil
	case err.code == MonthOrDay || err.code == TwoReadings:
		return []dayReading{{err.days[0], err.code == MonthOrDay}, {days: err.days[1]}}, nil
	case err.code == NotADate:
		if span, ok := part(words, near); ok {
			return []dayReading{{span, true}}, nil
		}
	}
	return nil, err
}

func oneDay(d calendar.Date) calendar.Span { return calendar.Span{Start: d, End: d} }

// spans returns the different readings of words, or why there is none.
func spans(words []word, near calendar.Date) (found []calendar.Span, reason *Error) {
	whole, reason := readings(words, near)
	for _, r := range whole {
		found = addSpan(found, r.days)
	}
	// mar 1-3 is Tuesday 1 March, or 1 to 3 March
	mar := len(words) > 1 && words[0].text == "mar" && words[1].digits
	if !mar && (whole != nil || reason.code != NotADate) {
		return found, reason
	}
	if days, ok := twice(words, near); ok {
		return []calendar.Span{days}, nil
	}
	between, rest := cutBetween(words)
	more, err := several(rest, near, between)
	if more == nil && len(rest) > 1 && rest[0].in("pqs") {
		_, days := cutBetween(rest[1:])
		if more, _ = several(days, near, between); len(more) != 1 || !fits(&rest[0], more[0]) {
			more = nil
		}
	}
	for _, days := range more {
		found = addSpan(found, days)
	}
	if err == nil || reason != nil && reason.code != NotADate {
		err = reason
	}
	return found, err
}

func addSpan(found []calendar.Span, span calendar.Span) []calendar.Span {
	for _, other := range found {
		if other == span {
			return found
		}
	}
	return append(found, span)
}

// twice parses a span that is written twice, as in "1er trimestre (enero-marzo)".
func twice(words []word, near calendar.Date) (calendar.Span, bool) {
	for i := 1; i < len(words); i++ {
		if !words[i].bracket {
			continue
		}
		a, _ := spans(words[:i], near)
		if len(a) != 1 {
			break
		}
		b, _ := spans(words[i:], a[0].Start)
		return a[0], len(b) == 1 && a[0] == b[0]
	}
	return calendar.Span{}, false
}

// fits reports whether the days of a span may have the name of a part of a year before them,
// as in "semana del 3 al 7 de mayo" and "bimestre enero-febrero".
func fits(w *word, span calendar.Span) bool {
	days := span.End.Sub(span.Start) + 1
	switch {
	case days <= 7:
		return w.class == 's' || w.text == "sem"
	case w.class == 'p':
		return span == monthsFrom(span.Start.YearMonth(), w.n)
	}
	return w.class == 'q' && days <= 16
}

// cutBetween removes the words before the first day: "desde el", "a partir del". between is
// set if "y" joins the ends, as in "entre el 3 y el 7".
func cutBetween(words []word) (between bool, rest []word) {
	for len(words) > 1 && words[0].in("D>fLdikE") {
		between, words = between || words[0].class == 'E', words[1:]
	}
	return between, words
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
