package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/poa/ics"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// listDeadlines prints the legal deadlines of a year, ordered by their nominal day, with
// whom each binds and the business day to meet it.
func listDeadlines(c *command, args []string, s streams) (int, error) {
	a := c.arguments(s)
	p, language := a.profile(), a.lang
	by := convention(calendar.Preceding)
	a.TextVar(&by, "roll", by, fmt.Sprintf(a.pick("el `AJUSTE` de un plazo que vence en día de descanso: %s", "the `CONVENTION` for a deadline on a day off: %s"), a.conventionNames()))
	list := a.list()
	operands, err := a.parse(args)
	if err != nil {
		return failed, err
	}
	var y year
	if err := y.UnmarshalText([]byte(operands[0])); err != nil {
		return failed, &usageError{valueError(operands[0], err)}
	}
	span := calendar.YearSpan(int(y))
	p.printNotes(span, s)
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
		rules[i].Roll = calendar.Convention(by)
	}
	for _, d := range term.Deadlines(rules, int(y), cal) {
		name := d.Name.In(string(*language))
		if period := printer.Period(d.Period); period != "" {
			name += ", " + period
		}
		binds := printer.Enum(d.Binds)
		if kinds := kindNames(printer, d.Offices); kinds != "" && d.Binds != term.Office && d.Binds != term.Treasury {
			binds += " (" + kinds + ")"
		}
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
	if len(t.rows) == 0 {
		return failed, usageErrorf("no hay plazos legales de %d: los que se conocen son de %d en adelante", "there are no legal deadlines of %d: those known are from %d on", int(y), firstDeadline(rules))
	}
	return clean, list.write(s, &t, language.pick("Plazos legales de ", "Legal deadlines of ")+operands[0], events)
}

// firstDeadline returns the first year in which one of the rules is in force.
func firstDeadline(rules []term.DeadlineRule) int {
	first := calendar.MaxYear
	for _, r := range rules {
		if !r.Valid.Start.IsZero() {
			first = min(first, r.Valid.Start.Year())
		}
	}
	return first
}

// convention is a calendar.Convention whose error is in both languages.
type convention calendar.Convention

func (c convention) MarshalText() ([]byte, error) { return calendar.Convention(c).MarshalText() }

func (c *convention) UnmarshalText(text []byte) error {
	if (*calendar.Convention)(c).UnmarshalText(text) != nil {
		return errorf("use %s", "use one of %s", conventions())
	}
	return nil
}

// conventionNames returns the keys of the conventions with their labels.
func (a arguments) conventionNames() string {
	printer := a.streams.language.printer(nil)
	var names []string
	for c := calendar.Convention(1); c.String() != ""; c++ {
		names = append(names, c.String()+" ("+strings.ToLower(printer.Enum(c))+")")
	}
	return strings.Join(names, ", ")
}

// conventions returns the keys of the conventions.
func conventions() string {
	var keys []string
	for c := calendar.Convention(1); c.String() != ""; c++ {
		keys = append(keys, c.String())
	}
	return strings.Join(keys, ", ")
}

// dueText returns the sentence with the day of a deadline and whom it binds.
func dueText(nominal calendar.Date, binds string, l language) string {
	return l.pick("A más tardar el ", "By ") + nominal.String() + l.pick("; obliga a: ", "; binds: ") + binds
}

// kindNames returns the names of kinds of office.
func kindNames(printer *lang.Printer, keys []string) string {
	var names []string
	for _, k := range mx.OfficeKinds() {
		if slices.Contains(keys, k.Key) {
			names = append(names, strings.ToLower(printer.Name(k.Name)))
		}
	}
	return strings.Join(names, ", ")
}
