package main

import (
	"fmt"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// countDays prints only the number of business days, for use in scripts. Notes about
// uncertain days go to standard error.
func countDays(c *command, args []string, s streams) (int, error) {
	a := c.arguments(s)
	p := a.profileOrPlan()
	operands, err := a.parse(args)
	if err != nil {
		return failed, err
	}
	var ends [2]day
	for i, text := range operands {
		if err := ends[i].operand(text); err != nil {
			return failed, err
		}
	}
	span := calendar.Span{Start: ends[0].Date, End: ends[1].Date}
	if !span.Valid() {
		return failed, usageErrorf("%s es posterior a %s: inviértalas", "%s is after %s: swap them", span.Start, span.End)
	}
	p.printNotes(span, s)
	cal, err := compile(p.Profile, span)
	if err != nil {
		return failed, err
	}
	printDoubts(cal.Doubts(span), s)
	if _, err := fmt.Fprintln(s.out, cal.CountBusinessDays(span)); err != nil {
		return failed, err
	}
	return clean, nil
}

// printDoubts prints the first days off that may turn out to be business days.
func printDoubts(days []calendar.Occurrence, s streams) {
	const most = 5
	if len(days) == 0 {
		return
	}
	printer := s.language.printer(mexico.Env())
	named := make([]string, 0, most+1)
	for i, o := range days {
		if i == most {
			named = append(named, "…")
			break
		}
		named = append(named, fmt.Sprintf("%s (%s)", o.Date, strings.ToLower(printer.Enum(o.Status))))
	}
	list := strings.Join(named, ", ")
	if len(days) == 1 {
		s.note("1 de los días de descanso no es seguro y puede ser hábil: %s", "1 of the days off is not certain and may be a business day: %s", list)
		return
	}
	s.note("%d de los días de descanso no son seguros y pueden ser hábiles: %s", "%d of the days off are not certain and may be business days: %s", len(days), list)
}
