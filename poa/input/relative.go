package input

import (
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// parseRelative parses "hoy" and "+5d". A number without a unit counts days behind a plus;
// behind a hyphen, which may be the mark of a list, it is none.
func parseRelative(words []word, near calendar.Date) (calendar.Date, bool) {
	const days = "|hoy:0|hoy dia:0|dia hoy:0|today:0|manana:1|dia manana:1|tomorrow:1|pasado manana:2|day after tomorrow:2|" +
		"ayer:-1|yesterday:-1|antier:-2|anteayer:-2|antes ayer:-2|day before yesterday:-2|"
	if len(words) == 0 {
		return calendar.Date{}, false
	}
	if n, ok := valueOf(days, joined(words)); ok {
		return near.AddDays(n), true
	}
	n, sep := words[0].n, words[0].sep
	if !words[0].digits || sep != '+' && sep != '-' || len(words[0].text) > 5 {
		return calendar.Date{}, false
	}
	if sep == '-' {
		n = -n
	}
	const unitDays = "|:1|d:1|dia:1|dias:1|day:1|days:1|s:7|sem:7|semana:7|semanas:7|w:7|week:7|weeks:7|"
	const unitMonths = "|m:1|mes:1|meses:1|month:1|months:1|a:12|ano:12|anos:12|y:12|year:12|years:12|"
	unit := joined(words[1:])
	if unit == "" && (sep == '-' || len(words[0].text) > 3) {
		return calendar.Date{}, false
	}
	if each, ok := valueOf(unitDays, unit); ok {
		return near.AddDays(each * n), true
	}
	each, ok := valueOf(unitMonths, unit)
	return near.AddMonths(each * n), ok
}

// relativeWords replaces "año en curso" and "próximo mes" by the year and the month that they
// mean. bad is the first word behind several separators, if any.
func relativeWords(words []word, near calendar.Date) (out []word, bad string) {
	n := 0
	for i := 0; i < len(words); i++ {
		if words[i].sep == mixed {
			return nil, words[i].text
		}
		unit, ahead, used := relativePart(words[i:])
		if used == 0 || near.IsZero() {
			words[n] = words[i]
			n++
			continue
		}
		m := near.YearMonth().Add(unit * ahead)
		month, year := monthWord(m.Number(), words[i:i+used]), yearWord(m.Year(), words[i:i+used])
		if unit == 1 {
			words[n] = month
			n++
		}
		if unit == 12 || m.Year() != near.Year() {
			words[n] = year
			n++
		}
		i += used - 1
	}
	return words[:n], ""
}

// yearWord returns the word of a year at the place of other words.
func yearWord(year int, at []word) word {
	return word{text: strconv.Itoa(year), class: 'Y', digits: true, n: year, sep: ' ', start: at[0].start, end: at[len(at)-1].end}
}

// monthWord returns the word of a month at the place of other words.
func monthWord(month int, at []word) word {
	return word{text: fold(lang.New(lang.Spanish, nil).Month(month)), class: 'M', n: month, sep: ' ', start: at[0].start, end: at[len(at)-1].end}
}

// relativePart parses a month or a year counted from the present one at the beginning of
// words: "presente mes", "ano en curso", "presente mes y ano", "next year". unit is its
// number of months, used the number of its words, or 0.
func relativePart(words []word) (unit, ahead, used int) {
	const units = "|mes:1|month:1|ano:12|year:12|ejercicio:12|ejercicio fiscal:12|"
	const before = "|presente:0|este:0|actual:0|corriente:0|proximo:1|this:0|current:0|next:1|"
	const after = "|en curso:0|actual:0|presente:0|corriente:0|proximo:1|entrante:1|que viene:1|pasado:-1|anterior:-1|y ano en curso:0|"
	for n := min(len(words), 5); n >= 2; n-- {
		first, rest := words[0].text, joined(words[1:n])
		if ahead, ok := valueOf(before, first); ok {
			if unit, ok := valueOf(units, strings.TrimSuffix(rest, " y ano")); ok {
				return unit, ahead, n
			}
		}
		if unit, ok := valueOf(units, first); ok {
			if ahead, ok := valueOf(after, rest); ok {
				return unit, ahead, n
			}
		}
	}
	return 0, 0, 0
}

// joined returns words with spaces between them.
func joined(words []word) string {
	text := ""
	for _, w := range words {
		text += " " + w.text
	}
	return strings.TrimPrefix(text, " ")
}

// parseEdge parses the start or the end of a part of a year: "fin mes", "inicio ano",
// "end march 2027", "ultimo dia marzo".
func parseEdge(words []word, near calendar.Date) (calendar.Date, bool) {
	end, c := false, classesOf(words)
	switch {
	case strings.HasPrefix(c, "od") && (words[0].n == -1 || words[0].n == 1):
		end = words[0].n == -1
		words = words[2:]
	case c[0] == 'F' || c[0] == 'I':
		end = c[0] == 'F'
		words = words[1:]
	default:
		return calendar.Date{}, false
	}
	if len(words) == 0 || words[0].in("0Y8") {
		return calendar.Date{}, false
	}
	span, ok := currentPart(words, near)
	if !ok {
		span, ok = partOfYear(words, near)
	}
	if !ok || !span.Valid() {
		return calendar.Date{}, false
	}
	if end {
		return span.End, true
	}
	return span.Start, true
}
