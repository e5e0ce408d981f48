package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"time"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/clock"
)

// listDaysOff prints a line for each rule that makes a day off, by date: the days
// that the norm names, those on a Saturday or Sunday too.
func listDaysOff(c *command, args []string, s streams) (int, error) {
	a := c.arguments()
	p, language := a.profile(), a.language()
	now := year(clock.Date(time.Now()).Year())
	from, to := now, year(0)
	a.TextVar(&from, "from", now, "the first `YEAR`")
	a.TextVar(&to, "to", year(0), "the last `YEAR`, -from where it is left out")
	format := a.String("format", "csv", "the `FORMAT`; there is csv")
	if _, err := a.parse(args, s.out); err != nil {
		return unusable, err
	}
	if to == 0 {
		to = from
	}
	if *format != "csv" {
		return unusable, misuse("-format %q is none there is; use csv", *format)
	}
	if from > to {
		return unusable, misuse("-from %d comes after -to %d: exchange them", from, to)
	}
	span := calendar.Span{Start: calendar.YearSpan(int(from)).Start, End: calendar.YearSpan(int(to)).End}
	cal, err := compile(p.Profile, span, s.errors)
	if err != nil {
		return unusable, err
	}
	w := csv.NewWriter(s.out)
	_ = w.Write([]string{"date", "key", "name", "kind", "basis", "status"})
	for _, o := range cal.Holidays(span) {
		h := o.Holiday
		_ = w.Write([]string{
			o.Date.String(), cell(h.Key), cell(h.Name.In(string(*language))), h.Kind.String(), cell(h.Basis.Cite()), o.Status.String(),
		})
	}
	w.Flush() // and the error of any Write
	if err := w.Error(); err != nil {
		return unusable, err
	}
	return clean, nil
}

// compile makes the calendar for a span, which it answers for whatever its length,
// and warns of days that nobody has held against the law.
func compile(p calendar.Profile, span calendar.Span, warnings io.Writer) (*calendar.Calendar, error) {
	if !p.Verified.Contains(span.Start) || !p.Verified.Contains(span.End) {
		fmt.Fprintf(warnings, "poa: note: the profile %s is verified for %s to %s; beyond, days are computed and nobody vouches for them\n",
			p.Key, p.Verified.Start, p.Verified.End)
	}
	window := span
	if last := span.Start.AddDays(calendar.MaxWindow - 1); !last.IsZero() && last.Before(window.End) {
		window.End = last
	}
	return calendar.Compile(p, window)
}

// cell returns text that a spreadsheet shows and does not compute: what begins
// like a formula gets an apostrophe before it.
func cell(text string) string {
	if text != "" {
		switch text[0] {
		case '=', '+', '-', '@', '\t', '\r':
			return "'" + text
		}
	}
	return text
}
