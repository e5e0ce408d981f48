package input

import "github.com/rumbo-mx/rumbo/calendar"

// part parses a part of a year: the forms of partOfYear, 2027-03 and 03/2027.
func part(words []word, near calendar.Date) (calendar.Span, bool) {
	if name := cutWords(words, "|este|esta|presente|curso|actual|corriente|this|current|"); len(name) < len(words) {
		if span, ok := currentPart(cutWords(name, "|en|"), near); ok { // trimestre en curso
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
	words = cutWords(words, "|todo|toda|all|whole|entire|durante|en|during|in|fiscal|completo|completa|periodo|period|")
	y, rest, written := cutYear(words, near.Year())
	if n := len(rest); n > 0 && rest[n-1].kind == letters && oneOf(yearNames, rest[n-1].text) {
		rest, written = rest[:n-1], true // segundo semestre del año 2027
	}
	if y < minPartYear || y > maxPartYear {
		return calendar.Span{}, false
	}
	switch first := firstOf(rest); {
	case len(rest) == 0:
		return calendar.YearSpan(y), written
	case len(rest) == 1 && first.kind == letters:
		return monthSpan(y, monthNamed(first.text))
	case len(rest) == 1:
		return monthSpan(y, monthNumber(words))
	case first.kind == letters && oneOf("|mes|month|", first.text) && len(rest) == 2 && rest[1].kind == letters:
		return monthSpan(y, monthNamed(rest[1].text))
	}
	if span, ok := edgeDays(rest, y); ok {
		return span, true
	}
	return nthPart(rest, y)
}

// edgeDays parses the first or the last days of a month: "primeros 5 dias mayo", "5 ultimos
// dias mayo".
func edgeDays(words []word, y int) (calendar.Span, bool) {
	if len(words) != 4 || !isWord(&words[2], "|dias|days|") {
		return calendar.Span{}, false
	}
	which, days := words[0], words[1].n
	if isWord(&words[1], "|primeros|ultimos|") {
		which, days = words[1], words[0].n
	}
	month, ok := monthSpan(y, monthNamed(words[3].text))
	switch {
	case !ok || days < 2 || days > month.End.Day():
	case isWord(&which, "|primeros|") || which.kind == ordinal && which.n == 1:
		month.End = month.Start.AddDays(days - 1)
		return month, true
	case isWord(&which, "|ultimos|") || which.kind == ordinal && which.n == -1:
		month.Start = month.End.AddDays(1 - days)
		return month, true
	}
	return calendar.Span{}, false
}

// The years of four digits that a part of a year may have; 2715 is rather two numbers.
const (
	minPartYear = 1900
	maxPartYear = 2199
)

const yearNames = "|ano|year|ejercicio|"

func firstOf(words []word) word {
	if len(words) == 0 {
		return word{}
	}
	return words[0]
}

// cutWords removes the words of a list.
func cutWords(words []word, list string) []word {
	var kept []word
	for _, w := range words {
		if w.kind != letters || !oneOf(list, w.text) {
			kept = append(kept, w)
		}
	}
	return kept
}

// cutYear removes a year at the end, or one of four digits at the beginning. written is
// false if there is none, and y is near.
func cutYear(words []word, near int) (y int, rest []word, written bool) {
	n := len(words) - 1
	if n < 0 {
		return near, words, false
	}
	if y, certain := words[n].year(near); certain && (n > 0 || len(words[n].text) == 4) {
		return y, words[:n], true
	}
	if y := words[0]; y.kind == digits && len(y.text) == 4 {
		return y.n, words[1:], true
	}
	return near, words, false
}

// monthNumber returns the month of 2027-03 or 03/2027, or 0.
func monthNumber(words []word) int {
	if len(words) != 2 || words[0].kind != digits || words[1].kind != digits || words[1].sep != '-' && words[1].sep != '/' {
		return 0
	}
	month, year := words[0], words[1]
	if len(month.text) == 4 {
		month, year = year, month
	}
	if len(month.text) > 2 || len(year.text) != 4 {
		return 0
	}
	return month.n
}

// nthPart parses a number and the name of a part of the year y, in any order, and of a half
// of a month: "primer semestre", "trimestre ii", "1 t", "2 quincena mes marzo".
func nthPart(words []word, y int) (calendar.Span, bool) {
	nth, name, rest := words[0], words[1], words[2:]
	if isPart(nth) {
		nth, name = name, nth
	}
	if nth.kind == letters { // trimestre i
		nth = word{text: nth.text, kind: ordinal, n: romanMonth(nth.text)}
	}
	if !isPart(name) || nth.n == 0 {
		return calendar.Span{}, false
	}
	if name.text == "quincena" {
		return halfMonth(nth.n, cutWords(rest, "|mes|"), y)
	}
	months, k := monthsOf(name.text), nth.n
	if k == -1 {
		k = 12 / months
	}
	// A sem is a semestre, or a semana, which is feminine.
	if len(rest) > 0 || k < 1 || k*months > 12 || name.text == "sem" && (nth.kind != ordinal || nth.feminine) {
		return calendar.Span{}, false
	}
	return calendar.Span{Start: calendar.MustMonth(y, (k-1)*months+1).First(), End: calendar.MustMonth(y, k*months).Last()}, true
}

// halfMonth returns the first or second half of the month that words name.
func halfMonth(nth int, words []word, y int) (calendar.Span, bool) {
	if len(words) != 1 || words[0].kind != letters {
		return calendar.Span{}, false
	}
	month, ok := monthSpan(y, monthNamed(words[0].text))
	switch {
	case !ok:
		return calendar.Span{}, false
	case nth == 1:
		return calendar.Span{Start: month.Start, End: month.Start.AddDays(14)}, true
	case nth == 2 || nth == -1:
		return calendar.Span{Start: month.Start.AddDays(15), End: month.End}, true
	}
	return calendar.Span{}, false
}

// currentPart returns the part of the year that near is in: "mes", "ano", "quincena",
// "trimestre".
func currentPart(words []word, near calendar.Date) (calendar.Span, bool) {
	if len(words) != 1 || words[0].kind != letters || near.IsZero() {
		return calendar.Span{}, false
	}
	m := near.YearMonth()
	switch name := words[0].text; name {
	case "mes", "month":
		return m.Span(), true
	case "quincena":
		if near.Day() <= 15 {
			return calendar.Span{Start: m.First(), End: m.First().AddDays(14)}, true
		}
		return calendar.Span{Start: m.First().AddDays(15), End: m.Last()}, true
	default:
		months := monthsOf(name)
		if months == 0 || len(name) < 3 {
			return calendar.Span{}, false
		}
		first := m.Add(-((m.Number() - 1) % months))
		return calendar.Span{Start: first.First(), End: first.Add(months - 1).Last()}, true
	}
}

// isPart reports whether w is the name of a part of a year that is counted.
func isPart(w word) bool {
	return w.kind == letters && (w.text == "quincena" || monthsOf(w.text) > 0)
}

// monthsOf returns the months of a named part of a year that begins with the year; 0 for
// another name. The plural is for "trimestres 1 y 2".
func monthsOf(name string) int {
	n, _ := valueOf("|bimestre:2|bimestres:2|bim:2|b:2|trimestre:3|trimestres:3|trim:3|t:3|quarter:3|quarters:3|q:3|"+
		"cuatrimestre:4|cuatrimestres:4|cuatr:4|semestre:6|semestres:6|sem:6|s:6|half:6|h:6|", name)
	return n
}

func monthSpan(year, month int) (calendar.Span, bool) {
	m, err := calendar.NewMonth(year, month)
	return m.Span(), err == nil
}
