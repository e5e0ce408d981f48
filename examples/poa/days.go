package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// countDays prints only the number of business days, for use in scripts. Notes about
// uncertain days go to standard error.
func countDays(c *command, args []string, s streams) (int, error) {
	a := c.arguments()
	p := a.profileOrPlan(s.in)
	operands, err := a.parse(args, s.out)
	if err != nil {
		return failed, err
	}
	var ends [2]day
	for i, text := range operands {
		if err := ends[i].UnmarshalText([]byte(text)); err != nil {
			return failed, usageErrorf("%s", err)
		}
	}
	span := calendar.Span{Start: ends[0].Date, End: ends[1].Date}
	if !span.Valid() {
		return failed, usageErrorf("%s is after %s: swap them", span.Start, span.End)
	}
	p.printNotes(span, s.errors)
	cal, err := compile(p.Profile, span)
	if err != nil {
		return failed, err
	}
	printDoubts(cal.Doubts(span), s.errors)
	if _, err := fmt.Fprintln(s.out, cal.CountBusinessDays(span)); err != nil {
		return failed, err
	}
	return clean, nil
}

// printDoubts prints the first days off that may turn out to be business days.
func printDoubts(days []calendar.Occurrence, notes io.Writer) {
	const most = 5
	if len(days) == 0 {
		return
	}
	named := make([]string, 0, most+1)
	for i, o := range days {
		if i == most {
			named = append(named, "…")
			break
		}
		named = append(named, fmt.Sprintf("%s (%s)", o.Date, o.Status))
	}
	certain := "1 of the days off is not certain and may be a business day"
	if len(days) > 1 {
		certain = strconv.Itoa(len(days)) + " of the days off are not certain and may be business days"
	}
	fmt.Fprintf(notes, "poa: note: %s: %s\n", certain, strings.Join(named, ", "))
}
