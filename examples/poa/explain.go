package main

import (
	"fmt"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// explainDay prints why a day is worked or not: the article on the weekly rest, each rule
// that applies to it, commemorations included, with its article, the elections held on it and the blackout
// that contains it.
func explainDay(c *command, args []string, s streams) (int, error) {
	a := c.arguments(s)
	p, language := a.profileOrPlan(), a.lang
	operands, err := a.parse(args)
	if err != nil {
		return failed, err
	}
	var d day
	if err := d.operand(operands[0]); err != nil {
		return failed, err
	}
	span := calendar.Span{Start: d.Date, End: d.Date}
	p.printNotes(span, s)
	cal, err := compile(p.Profile.With(mx.CivicHolidays()...), span)
	if err != nil {
		return failed, err
	}

	printer := language.printer(mexico.Env())
	pick := language.pick
	e := cal.Explain(d.Date)
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s · %s · %s\n", printer.Weekday(d.Weekday()), printer.Date(d.Date), p.Key, p.Name.In(string(*language)))
	verdict := pick("No se labora", "Not worked")
	if e.BusinessDay {
		verdict = pick("Día hábil", "Business day")
	}
	var reasons []string
	for _, r := range e.Reasons {
		if text := language.reason(printer, r); len(reasons) == 0 || reasons[len(reasons)-1] != text {
			reasons = append(reasons, text)
		}
	}
	fmt.Fprintf(&b, "%s: %s\n", verdict, strings.Join(reasons, "; "))
	for _, o := range e.Occurrences {
		language.exchange(&b, printer, &o)
	}
	if !e.Verified {
		fmt.Fprintf(&b, "%s\n", pick("Sin verificar: nadie ha cotejado este perfil con su fuente para ese día.", "Not verified: this profile has not been checked against its source for that day."))
	}
	for _, basis := range e.WeeklyRest {
		fmt.Fprintf(&b, "\n%s · %s\n", pick("Descanso semanal", "Weekly rest"), line(printer.Cite(basis)))
		language.source(&b, printer, basis, basis.Status, calendar.Span{}, p.Jurisdiction)
	}
	for _, o := range e.Occurrences {
		b.WriteByte('\n')
		language.rule(&b, printer, &o)
	}
	for _, v := range mx.Elections() {
		if v.Date == d.Date {
			language.vote(&b, printer, v, e.Occurrences)
		}
	}
	if w, ok := mx.BlackoutOf(span); ok {
		fmt.Fprintf(&b, "\n%s, %s · %s\n", w.Name.In(string(*language)), printer.Span(w.Span), printer.Cite(w.Basis))
		fmt.Fprintf(&b, "  %s\n", pick("No es un descanso: se suspende la propaganda gubernamental.", "Not a day of rest: government advertising is suspended."))
		if !w.RequestBy.IsZero() {
			fmt.Fprintf(&b, "  %s %s\n", pick("Una excepción se solicita a más tardar el", "An exception must be requested by"), printer.Date(w.RequestBy))
		}
	} else if known := mx.BlackoutsKnown(); !known.Contains(d.Date) {
		fmt.Fprintf(&b, "\n%s %s.\n", pick("Suspensión de propaganda gubernamental: sólo se conoce la de", "Suspension of government advertising: known only for"), printer.Span(known))
	}
	return clean, write(s.out, b.String())
}

// rule prints a rule with its legal basis and status.
func (l language) rule(b *strings.Builder, printer *lang.Printer, o *calendar.Occurrence) {
	h := o.Holiday
	fmt.Fprintf(b, "%s (%s) · %s\n", line(h.Name.In(string(l))), printer.Enum(h.Kind), line(cite(printer, o)))
	l.source(b, printer, h.Basis, o.Status, h.Valid, h.Jurisdiction)
}

// source prints the status, the dates and the note of a legal basis.
func (l language) source(b *strings.Builder, printer *lang.Printer, basis norm.Basis, status norm.Status, valid calendar.Span, jurisdiction string) {
	fmt.Fprintf(b, "  %s: %s [%s]. %s\n", l.pick("Certeza", "Certainty"), printer.Enum(status), status, printer.Text("word.status-"+status.String()))
	var facts []string
	if basis.Published != "" {
		facts = append(facts, l.pick("publicado", "published")+" "+basis.Published)
	}
	if !valid.Start.IsZero() {
		facts = append(facts, l.pick("vigente desde", "in force since")+" "+valid.Start.String())
	}
	if !valid.End.IsZero() {
		facts = append(facts, l.pick("vigente hasta", "in force until")+" "+valid.End.String())
	}
	if basis.Checked != "" {
		facts = append(facts, l.pick("cotejado", "checked")+" "+basis.Checked)
	}
	if len(facts) > 0 {
		fmt.Fprintf(b, "  %s · %s\n", lang.Capital(strings.Join(facts, ", ")), jurisdiction)
	}
	if basis.Note != "" {
		note := l.pick("Nota: ", "Note (in Spanish): ")
		fmt.Fprintf(b, "  %s%s\n", note, line(basis.Note))
	}
}

// vote prints an election and whether the profile has a day off for it.
func (l language) vote(b *strings.Builder, printer *lang.Printer, v mx.Election, fires []calendar.Occurrence) {
	basis := v.Basis
	basis.Status = v.Status
	fmt.Fprintf(b, "\n%s: %s · %s\n", l.pick("Jornada", "Vote"), v.Kind.Name().In(string(l)), printer.Cite(basis))
	for _, o := range fires {
		if o.Holiday.Kind == calendar.Electoral {
			return
		}
	}
	fmt.Fprintf(b, "  %s\n", l.pick("El perfil no la tiene como día de descanso.", "The profile has no day of rest for it."))
	if v.Kind.Ordinary() && basis.Law == "LGIPE" {
		fmt.Fprintf(b, "  %s\n", l.pick("La LGIPE, art. 22.2, hace ese día no laborable en todo el país.", "LGIPE art. 22.2 makes the day non-working nation-wide."))
	}
}

// exchange prints an employer's decision to work on a day off, with the day off taken
// instead, if any.
func (l language) exchange(b *strings.Builder, printer *lang.Printer, o *calendar.Occurrence) {
	h, worked, rested := o.Holiday, o.Date, o.Holiday.Exchange
	name, document := h.Name.In(string(l)), h.Basis.Cite()
	switch {
	case h.Effect == calendar.Work, h.Effect == calendar.Open:
	case h.Effect == calendar.Rest && !h.Exchange.IsZero():
		worked, rested = h.Exchange, o.Date
	case h.Effect == calendar.Observance && !h.Waiver.IsZero():
		name, document = h.Waiver.Note, h.Waiver.Cite()
	default:
		return
	}
	fmt.Fprintf(b, "\n%s · %s\n  %s %s\n", line(name), line(document), l.pick("Se trabaja el", "Worked:"), printer.Date(worked))
	if !rested.IsZero() {
		fmt.Fprintf(b, "  %s %s\n", l.pick("Se descansa el", "Rested:"), printer.Date(rested))
	}
}

// reason returns the text of a reason why a day is worked or not.
func (l language) reason(printer *lang.Printer, r calendar.DayReason) string {
	switch r {
	case calendar.ReasonOrdinary:
		return l.pick("la semana lo trabaja y ninguna norma lo hace descanso", "a working day of the week that no rule makes a day off")
	case calendar.ReasonWeekend:
		return l.pick("la semana descansa ese día", "not a working day of the week")
	case calendar.ReasonDayOff:
		return l.pick("una norma o un acuerdo lo hace día de descanso", "a rule makes it a day off")
	default: // a decision of the employer
		label := []rune(printer.Enum(r))
		return strings.ToLower(string(label[:1])) + string(label[1:])
	}
}
