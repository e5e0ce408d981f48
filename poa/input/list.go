package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// list parses days or parts of a year with commas and "y" between them, which follow each
// other. reason is the error if s is no list.
func list(s string, near calendar.Date, reason *Error) ([]calendar.Span, *Error) {
	for _, commas := range [...]bool{false, true} {
		items := splitList(s, commas)
		if len(items) < 2 || len(items) > 31 {
			continue
		}
		span, err := follow(items, near)
		if err == nil {
			if span.Start.Year() < near.Year() && span.End.Year() == near.Year() { // 31 dic y 1 ene
				if next, err := follow(items, near.AddMonths(12)); err == nil && next.Start.Year() == near.Year() {
					span = next
				}
			}
			return []calendar.Span{span}, nil
		}
		reason = better(reason, err)
	}
	return nil, reason
}

// splitList splits s at "y", which is not that of a number such as treinta y uno, and at
// commas.
func splitList(s string, commas bool) []string {
	var items []string
	start := 0
	add := func(end, next int) {
		if item := strings.Trim(s[start:end], " ,"); item != "" {
			items = append(items, item)
		}
		start = next
	}
	for i := range len(s) {
		for _, join := range [...]string{" y ", " and ", ","} {
			if i < start || !strings.HasPrefix(s[i:], join) || join == "," && !commas {
				continue
			}
			if !joinsNumber(s[start:i], join, s[i+len(join):]) {
				add(i, i+len(join))
			}
		}
	}
	add(len(s), len(s))
	return items
}

// joinsNumber reports whether join is in a number, as in treinta y uno.
func joinsNumber(before, join, after string) bool {
	tens := before[strings.LastIndexByte(before, ' ')+1:]
	ones, _, _ := strings.Cut(after, " ")
	_, _, used := smallNumber([]word{{text: tens}, {text: strings.TrimSpace(join)}, {text: ones}})
	return used == 3
}

// follow parses the items of a list, which must follow each other. Items that are only a
// day, or the number of a part of a year, have the rest of a complete one.
func follow(items []string, near calendar.Date) (all calendar.Span, err *Error) {
	complete := len(items) - 1
	found := make([]calendar.Span, len(items))
	for ; complete >= 0; complete-- {
		whole, reason := spanReadings(items[complete], near)
		if len(whole) == 1 {
			found[complete] = whole[0].days
			break
		}
		if len(whole) > 1 {
			reason = newError(NotASpan, items[complete], nearArg(items[complete])...)
		}
		err = better(err, reason)
	}
	if complete < 0 {
		return all, err
	}
	for i := complete - 1; i >= 0; i-- {
		if found[i], err = itemBefore(items[i], items[complete], found[i+1], near); err != nil {
			return all, err
		}
	}
	for i := complete + 1; i < len(items); i++ {
		if found[i], err = itemAfter(items[complete], items[i], found[i-1], near); err != nil {
			return all, err
		}
	}
	for i := 1; i < len(found); i++ {
		switch next := found[i-1].End.AddDays(1); {
		case found[i].Start.Before(next):
			return all, reversed(strings.Join(items, ", "), calendar.Span{Start: found[i-1].Start, End: found[i].End})
		case found[i].Start != next:
			return all, newError(NotASpan, strings.Join(items, ", "), dateArg("gap", next))
		}
	}
	return calendar.Span{Start: found[0].Start, End: found[len(found)-1].End}, nil
}

// itemBefore parses an item of a list before next, whose month or name of a part it may have.
func itemBefore(item, complete string, next calendar.Span, near calendar.Date) (calendar.Span, *Error) {
	if d := parseDay(item); d.n > 0 && next.Start == next.End {
		month := next.Start.YearMonth()
		if d.n > next.Start.Day() {
			month = month.Add(-1)
		}
		day, err := d.on(item, month)
		return oneDay(day), err
	}
	if part, _, ok := borrow(item, complete, near); ok {
		return part, nil
	}
	return onlyReading(item, next.Start.AddDays(-1))
}

// itemAfter parses an item of a list after previous.
func itemAfter(complete, item string, previous calendar.Span, near calendar.Date) (calendar.Span, *Error) {
	if d := parseDay(item); d.n > 0 && previous.Start == previous.End {
		day, err := d.on(item, previous.Start.YearMonth())
		return oneDay(day), err
	}
	if _, part, ok := borrow(complete, item, near); ok {
		return part, nil
	}
	return onlyReading(item, previous.End.AddDays(1))
}

// onlyReading parses an item of a list that is complete.
func onlyReading(item string, near calendar.Date) (calendar.Span, *Error) {
	whole, err := spanReadings(item, near)
	if len(whole) == 1 {
		return whole[0].days, nil
	}
	if err == nil {
		err = newError(NotASpan, item)
	}
	return calendar.Span{}, err
}
