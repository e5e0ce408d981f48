package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

const (
	// maxJoins is the maximum number of the hyphens of a span, which bounds the cost of a
	// text: 2027-05-13-2027-05-15 has five.
	maxJoins = 7
	// maxItems is the maximum number of the days of a list.
	maxItems = 31
	// maxCrossing is the greatest number of days that cross the end of a month without its
	// name: half a month. maxWinter is that for a year: half a year.
	maxCrossing = 15
	maxWinter   = 184
)

// several returns the different readings of words as more than one day, or why there is none.
// "al" has precedence over a hyphen between spaces, this over other hyphens and bars, and
// these over the commas and the "y" of a list. between is set if "y" stands for "al".
func several(words []word, near calendar.Date, between bool) (found []calendar.Span, reason *Error) {
	for level := range 3 {
		joins := 0
		for i := 1; i < len(words)-1; i++ {
			if joinsAt(words, i, level, between) {
				joins++
			}
		}
		if joins > maxJoins {
			continue
		}
		for i := 1; i < len(words); i++ {
			if !joinsAt(words, i, level, between) {
				continue
			}
			last := words[i:]
			if level == 0 || level == 1 && between {
				last = last[1:]
			}
			more, err := ends([][]word{words[:i], last}, near, level < 2)
			for _, span := range more {
				found = addSpan(found, span)
			}
			reason = better(reason, err)
		}
		if found != nil {
			return found, nil
		}
		if reason != nil {
			break
		}
	}
	return lists(words, near, reason)
}

// lists returns the days of a list with "y" and, if that fails, commas between its items.
// reason is the error if words are no list.
func lists(words []word, near calendar.Date, reason *Error) ([]calendar.Span, *Error) {
	for _, commas := range [...]bool{false, true} {
		items := listItems(words, commas)
		if len(items) < 2 || len(items) > maxItems || commas && len(items) == len(listItems(words, false)) {
			continue
		}
		span, err := list(items, near)
		if err == nil {
			return []calendar.Span{span}, nil
		}
		reason = better(reason, err)
	}
	return nil, reason
}

// joinsAt reports whether the word i, or what is before it, may join two ends of a span.
func joinsAt(words []word, i, level int, between bool) bool {
	w := &words[i]
	switch {
	case level == 0:
		return w.class == '>'
	case level == 1 && between:
		return w.class == '&'
	case w.sep == '-':
		return level == 2 || w.spaced
	}
	return level == 2 && w.sep == '/' && joinsWithBar(words[:i], w)
}

// joinsWithBar reports whether the bar before a word is between two ends, and not in a date:
// the first end has a year, or is a name before another one.
func joinsWithBar(first []word, last *word) bool {
	n := len(first)
	end := &first[n-1]
	if !end.isNumber() {
		return n == 1 && !last.isNumber()
	}
	return end.class == '8' || n >= 2 && (first[0].class == 'Y' || end.class == 'Y') && first[0].digits
}

// listItems splits words at "y" and at commas.
func listItems(words []word, commas bool) (items [][]word) {
	start := 0
	for i := range words {
		and := words[i].class == '&'
		if !and && !(commas && words[i].sep == ',') {
			continue
		}
		if start < i {
			items = append(items, words[start:i])
		}
		if start = i; and {
			start++
		}
	}
	if start < len(words) {
		items = append(items, words[start:])
	}
	return items
}

// ends returns the different readings of a first and a last day. A date and a part of a year
// are accepted only if loose is set, and nothing else is possible.
func ends(items [][]word, near calendar.Date, loose bool) (found []calendar.Span, reason *Error) {
	if n := len(items[0]) - 1; n > 0 && items[0][n].class == '&' { // 3 de mayo y hasta el 7
		items[0] = items[0][:n]
	}
	if len(items[1]) > 0 && items[1][0].class == '>' {
		items[1] = items[1][1:]
	}
	if len(items[1]) == 0 {
		return nil, refuse(NotASpan)
	}
	var mixed []calendar.Span
	for k := range 2 {
		all, err := together(items, near, k, 0)
		if err != nil {
			reason = better(reason, err)
			continue
		}
		first, last := all[0], all[1]
		span, err := inYears(items, calendar.Span{Start: first.days.Start, End: last.days.End}, k)
		switch {
		case isYear(first.days) != isYear(last.days) || first.part != last.part && !loose:
			reason = better(reason, refuse(NotASpan).at(items[1]))
		case err != nil:
			reason = better(reason, err)
		case first.part != last.part:
			mixed = addSpan(mixed, span)
		default:
			found = addSpan(found, span)
		}
	}
	if found == nil {
		found = mixed
	}
	if found != nil {
		reason = nil
	}
	return found, reason
}

func isYear(days calendar.Span) bool { return days == calendar.YearSpan(days.Start.Year()) }

// list parses days or parts of a year that must follow each other.
func list(items [][]word, near calendar.Date) (calendar.Span, *Error) {
	all, err := together(items, near, 0, 1)
	if err != nil {
		return calendar.Span{}, err
	}
	first, last := all[0].days, all[len(all)-1].days
	if first.Start.Year() < near.Year() && last.End.Year() == near.Year() { // 31 dic y 1 ene
		next, err := together(items, near.AddMonths(12), 0, 1)
		if err == nil && next[0].days.Start.Year() == near.Year() {
			all, first, last = next, next[0].days, next[len(next)-1].days
		}
	}
	for i, r := range all[1:] {
		switch next := all[i].days.End.AddDays(1); {
		case r.days.Start.Before(next):
			return first, refuse(ReversedSpan).date("start", all[i].days.Start).date("end", r.days.End)
		case r.days.Start != next:
			return first, refuse(NotASpan).date("gap", next)
		}
	}
	return calendar.Span{Start: first.Start, End: last.End}, nil
}

// together parses days or parts of a year that lend each other their month, their year or the
// name of the part. k is the reading of an item that has two. step is 1 for a list of days that
// follow each other.
func together(items [][]word, near calendar.Date, k, step int) (found []dayReading, reason *Error) {
	items = append([][]word(nil), items...)
	lendYear(items, near)
	at := len(items) - 1
	found = make([]dayReading, len(items))
	for ; at >= 0; at-- {
		if at > 0 && (items[at][0].sep == '+' || isEdge(items[at]) && dayOnly(items[0]) == 0) {
			continue // +5d and the end of the month count from the item before
		}
		all, err := readings(alone(items[at]), near)
		if err == nil {
			found[at], reason = all[min(k, len(all)-1)], nil
			break
		}
		reason = better(err, reason)
	}
	if at < 0 {
		return nil, reason
	}
	for i := at - 1; i >= 0 && reason == nil; i-- {
		if d, ok := parseRelative(items[i], near); ok && !d.IsZero() {
			found[i].days = oneDay(d) // counted from near, not from the end
			continue
		}
		found[i], reason = beside(alone(items[i]), items[at], found[i+1], true, k, step)
	}
	for i := at + 1; i < len(items) && reason == nil; i++ {
		found[i], reason = beside(alone(items[i]), items[at], found[i-1], false, k, step)
	}
	return found, reason
}

// alone returns words without what joins them to the words before.
func alone(words []word) []word {
	words = append([]word(nil), words...)
	if words[0].sep == '-' || words[0].sep == '/' {
		words[0].sep = ' '
	}
	return words
}

// lendYear moves a year at the end of the last item to the first one, as in "May 3 to 7,
// 2027" and "trimestres 1 y 2 de 2027", unless it belongs to the last item.
func lendYear(items [][]word, near calendar.Date) {
	last := items[len(items)-1]
	n := len(last) - 1
	if n < 1 || last[n].class != 'Y' || strings.IndexByte(" ,", last[n].sep) < 0 {
		return
	}
	if all, err := readings(alone(last), near); all == nil && err.code == NotADate {
		items[0] = append(items[0][:len(items[0]):len(items[0])], last[n])
		items[len(items)-1] = last[:n]
	}
}

// beside parses an item before or after another one, other, from which it has its month or
// year. The day before may be of the month before: "28 al 3 de marzo". complete is an item that
// lends the name of a part of the year to a number.
func beside(item, complete []word, other dayReading, before bool, k, step int) (dayReading, *Error) {
	near, part := other.days.End, complete
	if before {
		near = other.days.Start
		step = -step
		if k == 1 && len(item) == 2 && item[0].text == "mar" && complete[0].in("0oW") {
			item[0].class, item[0].n = 'W', int(calendar.Tuesday)
		}
	}
	if day := dayOnly(item); day > 0 && !other.part {
		d, err := dayIn(item, near.YearMonth())
		if before && day > near.Day() {
			last := near.YearMonth().Add(-1)
			if step == 0 && err == nil && last.Last().Day()-day+1+near.Day() > maxCrossing {
				return dayReading{}, reversed(calendar.Span{Start: d, End: near})
			}
			d, err = dayIn(item, last)
		}
		return dayReading{days: oneDay(d)}, err
	}
	switch {
	case !item[0].in("0oR"):
	case before && len(item) == 1 && len(complete) > 1 && complete[1].in("pq"):
		part = append(item, complete[1:]...)
	case !before && complete[0].in("pq") && (len(item) == 1 || !item[1].in("pq")):
		part = append(complete[:1:1], item...)
	}
	if len(part) > 0 && &part[0] != &complete[0] {
		if span, ok := partOfYear(part, near); ok {
			return dayReading{span, true}, nil
		}
	}
	return only(item, near.AddDays(step), k)
}

// isEdge reports whether words are the start or the end of the month or of the year, without
// its name.
func isEdge(words []word) bool {
	_, ok := valueOf("|fin mes:0|final mes:0|fin ano:0|final ano:0|inicio mes:0|inicio ano:0|cierre mes:0|cierre ano:0|end month:0|end year:0|", joined(words))
	return ok
}

// only parses an item that is complete.
func only(item []word, near calendar.Date, k int) (dayReading, *Error) {
	all, err := readings(item, near)
	if err != nil {
		return dayReading{}, err
	}
	return all[min(k, len(all)-1)], nil
}

// dayOnly returns the day if words are only a day, with or without a weekday, or 0.
func dayOnly(words []word) int {
	if words[0].sep == '+' {
		return 0
	}
	words, _ = cutWeekday(cutFillers(words))
	if len(words) == 1 && words[0].isDay() {
		return words[0].n
	}
	return 0
}

// dayIn returns the day that words are in a month.
func dayIn(words []word, m calendar.Month) (calendar.Date, *Error) {
	return date(append(words[:len(words):len(words)], monthWord(m.Number(), words), yearWord(m.Year(), words)), m.First())
}

func reversed(span calendar.Span) *Error {
	return refuse(ReversedSpan).date("start", span.Start).date("end", span.End).with(span, span)
}

// inYears returns span if its ends are in order. If they are not, and one of them has no
// written year, it moves this one to another year if the days are then at most half a year.
func inYears(items [][]word, span calendar.Span, k int) (calendar.Span, *Error) {
	if span.Valid() {
		return span, nil
	}
	moved := span
	if next, err := inYear(items[1], span.End.Year()+1, k); err == nil {
		moved.End = next.End
	} else if previous, err := inYear(items[0], span.Start.Year()-1, k); err == nil {
		moved.Start = previous.Start
	}
	if !moved.Valid() || moved.End.Sub(moved.Start) >= maxWinter {
		return span, reversed(span)
	}
	return moved, nil
}

// inYear parses an end in a year that it does not have.
func inYear(words []word, year, k int) (calendar.Span, *Error) {
	words = append(alone(words), yearWord(year, words))
	r, err := only(words, calendar.MustDate(year, 1, 1), k)
	return r.days, err
}
