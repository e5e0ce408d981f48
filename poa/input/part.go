package input

import "github.com/rumbo-mx/rumbo/calendar"

// partOfYear parses a part of a year: "marzo", "mes marzo 2027", "primera quincena marzo",
// "segundo semestre 2027", "t1 2027", "2027", "todo ano". near supplies a missing year.
func partOfYear(words []word, near calendar.Date) (calendar.Span, bool) {
	for len(words) > 1 && words[0].kind == letters && oneOf("|todo|toda|whole|", words[0].text) {
		words = words[1:]
	}
	y := near.Year()
	if n := len(words) - 1; n > 0 && words[n].kind != ordinal && len(words[n].text) == 4 && words[n].year() > 0 {
		y, words = words[n].year(), words[:n]
		if n := len(words) - 1; n > 0 && words[n].kind == letters && oneOf("|ano|year|", words[n].text) {
			words = words[:n] // segundo semestre del año 2027
		}
	} else if n == 0 && words[0].kind == digits && len(words[0].text) == 4 {
		return calendar.YearSpan(words[0].n), words[0].n >= calendar.MinYear
	}
	if len(words) == 0 || y < calendar.MinYear {
		return calendar.Span{}, false
	}
	first := words[0]
	switch {
	case first.kind == letters && oneOf("|ano|year|", first.text) && len(words) == 1:
		return calendar.YearSpan(y), true
	case first.kind == letters && oneOf("|mes|month|", first.text):
		if words = words[1:]; len(words) != 1 || words[0].kind != letters {
			return calendar.Span{}, false
		}
		return monthSpan(y, monthNamed(words[0].text))
	case len(words) == 1 && first.kind == letters:
		return monthSpan(y, monthNamed(first.text))
	}
	nth, name := first, word{}
	rest := words[1:]
	switch {
	case len(rest) > 0 && rest[0].kind == letters:
		name, rest = rest[0], rest[1:]
		if monthsOf(nth.text) > 0 && nth.kind == letters { // trimestre i
			nth, name = word{kind: ordinal, n: romanMonth(name.text)}, nth
		}
	case len(rest) > 0 && nth.kind == letters && rest[0].kind == digits: // trimestre 1, t1
		nth, name, rest = rest[0], nth, rest[1:]
	default:
		return calendar.Span{}, false
	}
	switch months := monthsOf(name.text); {
	case nth.kind == letters || nth.n == 0:
		return calendar.Span{}, false
	case months > 0 && len(rest) == 0:
		k := nth.n
		if k == -1 {
			k = 12 / months
		}
		if k < 1 || k*months > 12 {
			return calendar.Span{}, false
		}
		return calendar.Span{Start: calendar.MustMonth(y, (k-1)*months+1).First(), End: calendar.MustMonth(y, k*months).Last()}, true
	case name.text == "quincena" && len(rest) > 0 && rest[0].kind == letters && rest[0].text == "mes":
		rest = rest[1:]
		fallthrough
	case name.text == "quincena" && len(rest) == 1 && rest[0].kind == letters:
		month, ok := monthSpan(y, monthNamed(rest[0].text))
		switch {
		case !ok || len(rest) != 1:
			return calendar.Span{}, false
		case nth.n == 1:
			return calendar.Span{Start: month.Start, End: month.Start.AddDays(14)}, true
		case nth.n == 2 || nth.n == -1:
			return calendar.Span{Start: month.Start.AddDays(15), End: month.End}, true
		}
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

// monthsOf returns the months of a named part of a year that begins with the year; 0 for
// another name.
func monthsOf(name string) int {
	n, _ := valueOf("|bimestre:2|bim:2|trimestre:3|trim:3|t:3|quarter:3|q:3|cuatrimestre:4|semestre:6|sem:6|half:6|", name)
	return n
}

func monthSpan(year, month int) (calendar.Span, bool) {
	m, err := calendar.NewMonth(year, month)
	return m.Span(), err == nil
}
