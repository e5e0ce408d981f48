package input

import "github.com/rumbo-mx/rumbo/calendar"

// part parses a part of a year: the forms of partOfYear, 2027-03 and 03/2027, and "trimestre en
// curso".
func part(words []word, near calendar.Date) (calendar.Span, bool) {
	if name := cutWords(words, "c"); len(name) < len(words) {
		if span, ok := currentPart(cutWords(name, "i"), near); ok {
			return span, true
		}
	}
	return partOfYear(words, near)
}

// partOfYear parses a part of a year: "marzo", "mes marzo 2027", "2027 03", "primera quincena
// marzo", "segundo semestre 2027", "t1 27", "2027", "todo ano". near supplies a missing year.
func partOfYear(words []word, near calendar.Date) (calendar.Span, bool) {
	if len(words) > 10 {
		return calendar.Span{}, false
	}
	words = cutWords(words, "tikL")
	y, rest, written := cutYear(words, near.Year())
	if n := len(rest) - 1; n >= 0 && rest[n].class == 'a' {
		rest, written = rest[:n], true // segundo semestre del año 2027
	}
	if y < minPartYear || y > maxPartYear {
		return calendar.Span{}, false
	}
	switch classesOf(rest) {
	case "":
		return calendar.YearSpan(y), written
	case "M":
		return monthSpan(y, rest[0].n)
	case "mM":
		return monthSpan(y, rest[1].n)
	case "0":
		if len(words) != 2 || words[1].sep != '-' && words[1].sep != '/' || !rest[0].digits || !words[0].in("Y") && !words[1].in("Y") || len(rest[0].text) > 2 {
			return calendar.Span{}, false
		}
		return monthSpan(y, rest[0].n) // 2027-03 and 03/2027
	case "P0dM", "o0dM":
		return edgeDays(rest[0].n, rest[1].n, y, rest[3].n)
	case "0PdM":
		return edgeDays(rest[1].n, rest[0].n, y, rest[3].n)
	}
	return nthPart(rest, y)
}

// edgeDays returns the first days of a month, or the last ones if which is -1.
func edgeDays(which, days, year, month int) (calendar.Span, bool) {
	span, _ := monthSpan(year, month)
	switch ok := days > 1 && days <= span.End.Day(); which {
	case 1:
		span.End = span.Start.AddDays(days - 1)
		return span, ok
	case -1:
		span.Start = span.End.AddDays(1 - days)
		return span, ok
	}
	return span, false
}

// The years of four digits that a part of a year may have; 2715 is rather two numbers.
const (
	minPartYear = 1900
	maxPartYear = 2199
)

// cutYear removes a year at the end, or one of four digits at the beginning. written is
// false if there is none, and y is near.
func cutYear(words []word, near int) (y int, rest []word, written bool) {
	n := len(words) - 1
	if n < 0 {
		return near, words, false
	}
	if y, certain := words[n].year(near); certain && (n > 0 || words[n].class == 'Y') {
		return y, words[:n], true
	}
	if y := &words[0]; y.class == 'Y' {
		return y.n, words[1:], true
	}
	return near, words, false
}

// nthPart parses a number and the name of a part of the year y, in any order, and of a half
// of a month: "primer semestre", "trimestre ii", "1 t", "2 quincena mes marzo".
func nthPart(words []word, y int) (calendar.Span, bool) {
	if len(words) < 2 {
		return calendar.Span{}, false
	}
	nth, name, rest := &words[0], &words[1], words[2:]
	if nth.in("pq") {
		nth, name = name, nth
	}
	if !name.in("pq") || !nth.in("0oR") || nth.n == 0 {
		return calendar.Span{}, false
	}
	if name.class == 'q' {
		rest = cutWords(rest, "m")
		return halfMonth(nth.n, rest, y)
	}
	months, k := name.n, nth.n
	if k == -1 {
		k = 12 / months
	}
	// A sem is a semestre, or a semana, which is feminine.
	if len(rest) > 0 || k < 1 || k*months > 12 || name.text == "sem" && (nth.class == '0' || nth.feminine) {
		return calendar.Span{}, false
	}
	return monthsFrom(calendar.MustMonth(y, (k-1)*months+1), months), true
}

// monthsFrom returns some months that follow each other.
func monthsFrom(m calendar.Month, months int) calendar.Span {
	return calendar.Span{Start: m.First(), End: m.Add(months - 1).Last()}
}

// halfMonth returns the first or second half of the month that words name.
func halfMonth(nth int, words []word, y int) (calendar.Span, bool) {
	if classesOf(words) != "M" {
		return calendar.Span{}, false
	}
	month, ok := monthSpan(y, words[0].n)
	switch nth {
	case 1:
		month.End = month.Start.AddDays(14)
	case 2, -1:
		month.Start = month.Start.AddDays(15)
	default:
		return month, false
	}
	return month, ok
}

// currentPart returns the part of the year that near is in: "mes", "quincena", "trimestre".
func currentPart(words []word, near calendar.Date) (calendar.Span, bool) {
	if len(words) != 1 || near.IsZero() {
		return calendar.Span{}, false
	}
	m := near.YearMonth()
	switch w := &words[0]; {
	case w.class == 'm':
		return m.Span(), true
	case w.class == 'q':
		return halfMonth(1+min(1, (near.Day()-1)/15), []word{monthWord(m.Number(), words)}, m.Year())
	case w.class == 'p' && len(w.text) > 2:
		return monthsFrom(m.Add(-((m.Number() - 1) % w.n)), w.n), true
	}
	return calendar.Span{}, false
}

func monthSpan(year, month int) (calendar.Span, bool) {
	m, err := calendar.NewMonth(year, month)
	return m.Span(), err == nil
}
