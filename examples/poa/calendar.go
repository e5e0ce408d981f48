package main

import (
	"fmt"
	"strconv"
	"time"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/examples/internal/terminal"
	"github.com/rumbo-mx/rumbo/poa/ics"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// listDaysOff prints a line for each rule that makes a day off, by date, including those
// on a Saturday or Sunday.
func listDaysOff(c *command, args []string, s streams) (int, error) {
	a := c.arguments(s)
	p, language := a.profileOrPlan(), a.lang
	now := year(calendar.DateOf(time.Now()).Year())
	from, to := now, year(0)
	a.TextVar(&from, "from", now, a.pick("el primer `AÑO`", "the first `YEAR`"))
	a.TextVar(&to, "to", year(0), a.pick("el último `AÑO`; si no se indica, el de -from", "the last `YEAR`, by default -from"))
	civic := a.Bool("civic", false, a.pick("lista también las fechas cívicas, que son hábiles", "list commemorations too, which are business days"))
	list := a.list()
	if _, err := a.parse(args); err != nil {
		return failed, err
	}
	if to == 0 {
		to = from
	}
	if from > to {
		return failed, usageErrorf("-from %d es posterior a -to %d: inviértalos", "-from %d is after -to %d: swap them", from, to)
	}
	span := calendar.Span{Start: calendar.YearSpan(int(from)).Start, End: calendar.YearSpan(int(to)).End}
	rules := p.Profile
	if *civic {
		rules = rules.With(mx.CivicHolidays()...)
	}
	p.printNotes(span, s)
	cal, err := compile(rules, span)
	if err != nil {
		return failed, err
	}
	days := cal.Holidays(span)
	if *civic {
		days = withCommemorations(cal, span, days)
	}

	printer := language.printer(mexico.Env())
	t := table{
		columns: []string{"date", "key", "name", "kind", "basis", "status"},
		details: []string{"jurisdiction", "validFrom", "validTo", "published", "checked", "verified", "note"},
	}
	for _, o := range days {
		h := o.Holiday
		t.rows = append(t.rows, []string{
			o.Date.String(), h.Key, h.Name.In(string(*language)), h.Kind.String(), h.Basis.Cite(), o.Status.String(),
			h.Jurisdiction, h.Valid.Start.String(), h.Valid.End.String(), h.Basis.Published, h.Basis.Checked, strconv.FormatBool(o.Verified), h.Basis.Note,
		})
		unverified := ""
		if !o.Verified && h.Kind != calendar.Local && h.Kind != calendar.Employer {
			unverified = language.pick(" · sin verificar", " · not verified")
		}
		t.lines = append(t.lines, fmt.Sprintf("%s  %-9s  %s · %s%s", o.Date, printer.Weekday(o.Date.Weekday()), terminal.Clip(h.Name.In(string(*language))), terminal.Clip(cite(printer, &o)), unverified))
	}
	return clean, list.write(s, &t, p.title(*language), ics.Holidays(p.scope(), string(*language), days))
}

// withCommemorations returns the days off, and all other rules that make no day worked.
func withCommemorations(cal *calendar.Calendar, span calendar.Span, off []calendar.Occurrence) []calendar.Occurrence {
	var days []calendar.Occurrence
	for o := range cal.Occurrences(span) {
		switch o.Holiday.Effect {
		case calendar.Work, calendar.Open:
		case calendar.Rest: // unless it is cancelled
			if len(off) > 0 && off[0].Date == o.Date && off[0].Holiday.Key == o.Holiday.Key {
				off, days = off[1:], append(days, o)
			}
		default:
			days = append(days, o)
		}
	}
	return days
}

// cite returns the citation of the rule that applies, with the status of the day.
func cite(printer *lang.Printer, o *calendar.Occurrence) string {
	basis := o.Holiday.Basis
	basis.Status = o.Status
	return printer.Cite(basis)
}

// printNotes prints the limits of a result: own days without effect, and days that were not
// checked against the law.
func (p *profile) printNotes(span calendar.Span, s streams) {
	if p.idle == 1 {
		s.note("1 de los días propios del plan no tiene efecto porque está incompleto o no es válido: revíselo con poa check %s",
			"1 of the plan's own days has no effect because it is incomplete or invalid: see poa check %s", p.file)
	} else if p.idle > 1 {
		s.note("%d de los días propios del plan no tienen efecto porque están incompletos o no son válidos: revíselos con poa check %s",
			"%d of the plan's own days have no effect because they are incomplete or invalid: see poa check %s", p.idle, p.file)
	}
	if !p.Verified.Contains(span.Start) || !p.Verified.Contains(span.End) {
		s.note("el calendario %s está cotejado del %s al %s; los demás días se calculan, pero no se han cotejado",
			"the profile %s is verified from %s to %s; other days are computed but not verified", p.Key, p.Verified.Start, p.Verified.End)
	}
}

// compile returns the calendar for a span, which also answers queries outside its window.
// The window is extended to whole years, because a short span may have no business day,
// and is limited to a hundred of them.
func compile(p calendar.Profile, span calendar.Span) (*calendar.Calendar, error) {
	first, last := span.Start.Year(), span.End.Year()
	last = min(last, first+99)
	return calendar.Compile(p, calendar.Span{Start: calendar.YearSpan(first).Start, End: calendar.YearSpan(last).End})
}
