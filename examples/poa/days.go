package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// countDays prints the number of business days and nothing else, so that a script
// can use it. On which days that are not certain the number rests is a note.
func countDays(c *command, args []string, s streams) (int, error) {
	a := c.arguments()
	p := a.profileOrPlan(s.in)
	operands, err := a.parse(args, s.out)
	if err != nil {
		return unusable, err
	}
	var ends [2]day
	for i, text := range operands {
		if err := ends[i].UnmarshalText([]byte(text)); err != nil {
			return unusable, misuse("%s", err)
		}
	}
	span := calendar.Span{Start: ends[0].Date, End: ends[1].Date}
	if !span.Valid() {
		return unusable, misuse("%s comes after %s: exchange them", span.Start, span.End)
	}
	p.warn(span, s.errors)
	cal, err := compile(p.Profile, span)
	if err != nil {
		return unusable, err
	}
	doubt(cal.Doubts(span), s.errors)
	if _, err := fmt.Fprintln(s.out, cal.CountBusinessDays(span)); err != nil {
		return unusable, err
	}
	return clean, nil
}

// doubt names the first days off that may turn out to be worked.
func doubt(days []calendar.Occurrence, notes io.Writer) {
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
	fmt.Fprintf(notes, "poa: note: %d of the days off are not certain, and each may be worked: %s\n", len(days), strings.Join(named, ", "))
}
