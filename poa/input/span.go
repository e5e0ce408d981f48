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
	case len(s) > maxText || unfinished(s) != "":
		return calendar.Span{}, newError(NotASpan, text, nearArg(unfinished(s))...)
	}
	found, err := spans(s, near)
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return calendar.Span{}, twoReadings(text, found[0], found[1])
	case err.code == NotADate || err.code == NotASpan:
		err = &Error{code: NotASpan, args: err.args}
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
		return []spanReading{{err.days[0], true}, {days: err.days[1]}}, nil
	case err.code == TwoReadings:
		return []spanReading{{days: err.days[0]}, {days: err.days[1]}}, nil
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
	if days, ok := twice(s, near); ok {
		return []calendar.Span{days}, nil
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

// twice parses a span that is written twice, as in "1er trimestre (enero-marzo)".
func twice(s string, near calendar.Date) (calendar.Span, bool) {
	inner, closed := strings.CutSuffix(s, ")")
	outer, inner, open := strings.Cut(inner, "(")
	if !open || !closed || strings.Contains(inner, "(") {
		return calendar.Span{}, false
	}
	a, _ := spans(strings.TrimRight(outer, " "), near)
	if len(a) != 1 {
		return calendar.Span{}, false
	}
	b, _ := spans(strings.Trim(inner, " "), a[0].Start)
	return a[0], len(b) == 1 && a[0] == b[0]
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
	case days <= 7 && l == "sem":
		return true
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
	first = strings.TrimSuffix(first, ".")
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

// maxJoins is the maximum number of the hyphens of a span, which bounds the cost of a text:
// 2027-05-13-2027-05-15 has five.
const maxJoins = 7

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
		for _, ends := range cutsAt(s, list) {
			spans, err := parseEnds(ends[0], ends[1], near, i < 2)
			for _, span := range spans {
				found = addSpan(found, span)
			}
			reason = better(reason, err)
		}
		if found != nil || reason != nil {
			break
		}
	}
	return found, reason
}

// cutsAt returns both ends of s for each place where one of the joins may join them.
func cutsAt(s string, joins []string) (cuts [][2]string) {
	for _, join := range joins {
		if strings.Count(s, join) > maxJoins {
			continue
		}
		for at := range len(s) {
			if !strings.HasPrefix(s[at:], join) {
				continue
			}
			first, last := trimEnd(s[:at]), trimEnd(s[at+len(join):])
			if join != "/" || joinsWithBar(first, last) {
				cuts = append(cuts, [2]string{first, last})
			}
		}
	}
	return cuts
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
