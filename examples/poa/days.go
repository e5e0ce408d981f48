package main

import (
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar"
)

// countDays prints the number of business days and nothing else, so that a script
// can use it.
func countDays(c *command, args []string, s streams) (int, error) {
	a := c.arguments()
	p := a.profile()
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
	warn(p.Profile, span, s.errors)
	cal, err := compile(p.Profile, span)
	if err != nil {
		return unusable, err
	}
	if _, err := fmt.Fprintln(s.out, cal.CountBusinessDays(span)); err != nil {
		return unusable, err
	}
	return clean, nil
}
