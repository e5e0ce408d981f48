package main

import (
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/poa/ics"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// listDeadlines prints the legal deadlines of a year, ordered by their nominal day, with
// whom each binds and the business day to meet it.
func listDeadlines(c *command, args []string, s streams) (int, error) {
	a := c.arguments()
	p, language := a.profile(), a.language()
	by := calendar.Preceding
	a.TextVar(&by, "roll", by, "the `CONVENTION` for a deadline on a day off: preceding, following, modified-following, nearest, unadjusted …")
	list := a.list()
	operands, err := a.parse(args, s.out)
	if err != nil {
		return failed, err
	}
	var y year
	if err := y.UnmarshalText([]byte(operands[0])); err != nil {
		return failed, usageErrorf("%q is not a year: %s", operands[0], err)
	}
	span := calendar.YearSpan(int(y))
	p.printNotes(span, s.errors)
	cal, err := compile(p.Profile, span)
	if err != nil {
		return failed, err
	}
	printer := language.printer(mexico.Env())
	t := table{
		columns: []string{"date", "key", "name", "binds", "basis", "status", "business-day"},
		details: []string{"period", "jurisdiction", "validFrom", "validTo", "published", "checked", "note"},
	}
	var events []ics.Event
	ordinals := map[string]int{}
	rules := append(mx.Deadlines(), mx.OtherDeadlines()...)
	for i := range rules {
		rules[i].Roll = by
	}
	for _, d := range term.Deadlines(rules, int(y), cal) {
		name := d.Name.In(string(*language))
		if period := printer.Period(d.Period); period != "" {
			name += ", " + period
		}
		binds := printer.Enum(d.Binds)
		t.rows = append(t.rows, []string{
			d.Nominal.String(), d.Key, name, d.Binds.String(), d.Basis.Cite(), d.Basis.Status.String(), d.Date.String(),
			d.Period.String(), d.Jurisdiction, d.Valid.Start.String(), d.Valid.End.String(), d.Basis.Published, d.Basis.Checked, d.Basis.Note,
		})
		done := ""
		if d.Date != d.Nominal {
			done = language.pick(" → hágase el ", " → do it on ") + d.Date.String()
		}
		t.lines = append(t.lines, fmt.Sprintf("%s%s  %s · %s · %s", d.Nominal, done, name, binds, printer.Cite(d.Basis)))
		ordinals[d.Key]++
		events = append(events, ics.Event{
			UID:         ics.UID("deadlines", d.Key, int(y), ordinals[d.Key]),
			Span:        calendar.Span{Start: d.Date, End: d.Date},
			Summary:     name,
			Description: printer.Cite(d.Basis) + "\n" + dueText(d.Nominal, binds, *language),
		})
	}
	return clean, list.write(s, &t, language.pick("Plazos legales de ", "Legal deadlines of ")+operands[0], events)
}

// dueText returns the sentence with the day of a deadline and whom it binds.
func dueText(nominal calendar.Date, binds string, l language) string {
	return l.pick("A más tardar el ", "By ") + nominal.String() + l.pick("; obliga a: ", "; binds: ") + binds
}
