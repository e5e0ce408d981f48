package office

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// decision is an adjustment whose fields are valid, with its rule parsed. It may still
// conflict with others.
type decision struct {
	*Adjustment
	rule calendar.Rule // nil for a Span or a Holiday
	// days are those of Span, or those of rule in one year: Year or, if that is 0, a
	// year in which the rule is in force.
	days []calendar.Date
}

// fallsOn reports whether day is a day of the decision, in any year.
func (d *decision) fallsOn(day calendar.Date) bool {
	if d.rule == nil {
		return d.Span.Contains(day)
	}
	h := calendar.Holiday{Rule: d.rule, Valid: d.Valid}
	return h.FallsOn(day)
}

// daysIn returns the days of the decision's rule in a year.
func (d *decision) daysIn(year int) []calendar.Date {
	h := calendar.Holiday{Valid: d.Valid}
	days, _ := calendar.DaysOf(d.rule, year) // the rule is valid
	return slices.DeleteFunc(days, func(day calendar.Date) bool { return !h.InForce(day) })
}

// daysField returns the name of the field with the days of a decision.
func (d *decision) daysField() string {
	if d.rule != nil {
		return "rule"
	}
	return "span"
}

// checkDays checks the values of a decision and sets its rule and its days. The decision
// must have passed checkFields.
func (w *adjuster) checkDays(d *decision) bool {
	switch {
	case d.Holiday != "":
		if keys := w.daysOff(); !slices.Contains(keys, baseKey(d.Holiday)) {
			list := strings.Join(keys, ", ")
			w.report(&unknownHoliday, d.Adjustment, "holiday", "the profile has no day off "+norm.Quote(d.Holiday)+": use one of "+list, norm.Text(d.Holiday), norm.Text(list))
			return false
		}
		return true
	case d.Rule != "":
		return w.checkRule(d)
	}
	s, year := d.Span, calendar.YearSpan(w.Year)
	outside := func(field, what string) bool {
		w.report(&otherYear, d.Adjustment, field, what+" is not in "+strconv.Itoa(w.Year), norm.Count(w.Year))
		return false
	}
	switch {
	case !s.Valid():
		w.reportReversed(d.Adjustment, "span", s)
		return false
	case s.Days() > d.Kind.maxDays():
		w.report(&tooLong, d.Adjustment, "span", s.String()+" has more than "+strconv.Itoa(d.Kind.maxDays())+" days: split it",
			norm.Count(s.Days()), s.Start, s.End, norm.Count(d.Kind.maxDays()))
		return false
	case w.Year != 0 && d.Kind == Vacation && !year.Overlaps(s), w.Year != 0 && d.Kind != Vacation && !year.Covers(s) && !year.Contains(d.Instead):
		return outside("span", s.String())
	case w.Year != 0 && !d.Instead.IsZero() && !w.nearYear(d.Instead):
		return outside("instead", d.Instead.String())
	case w.Year != 0 && !w.nearYear(s.Start):
		return outside("span", s.String())
	}
	d.days = make([]calendar.Date, 0, s.Days())
	for day := range s.All() {
		d.days = append(d.days, day)
	}
	return true
}

// daysOff returns the keys of the days off of the profile, each once.
func (w *adjuster) daysOff() []string {
	var keys []string
	for i := range w.profile.Holidays {
		if h := &w.profile.Holidays[i]; h.DayOff() && !slices.Contains(keys, baseKey(h.Key)) {
			keys = append(keys, baseKey(h.Key))
		}
	}
	return keys
}

// baseKey returns a key without the prefixes that calendar.Union adds.
func baseKey(key string) string { return key[strings.LastIndexByte(key, '.')+1:] }

// nearYear reports whether a day lies in Year, the year before or the year after.
func (w *adjuster) nearYear(d calendar.Date) bool {
	return d.Year() >= w.Year-1 && d.Year() <= w.Year+1
}

// checkRule checks the rule of a decision and its validity.
func (w *adjuster) checkRule(d *decision) bool {
	rule, err := calendar.ParseRule(d.Rule)
	year, a := calendar.YearSpan(w.Year), d.Adjustment
	switch {
	case err != nil:
		w.report(&badRule, a, "rule", err.Error(), norm.Text(d.Rule))
	case d.Valid.Start.IsZero() && (!d.Valid.End.IsZero() || rule.Yearly()):
		w.report(&missingValue, a, "valid.start", "the first day on which the rule is in force is missing")
	case !d.Valid.End.IsZero() && !d.Valid.Valid():
		w.reportReversed(a, "valid", d.Valid)
	case w.Year != 0 && (d.Valid.Start.After(year.End) || !d.Valid.End.IsZero() && d.Valid.End.Before(year.Start)):
		w.report(&otherYear, a, "valid", "the rule is not in force in "+strconv.Itoa(w.Year), norm.Count(w.Year))
	default:
		d.rule = rule
		of := w.Year
		if of == 0 {
			of = max(d.Valid.Start.Year(), 2000)
		}
		d.days = d.daysIn(of)
		if w.Year != 0 && len(d.days) == 0 && !rule.Yearly() {
			w.report(&otherYear, a, "rule", "none of its dates is in "+strconv.Itoa(w.Year), norm.Count(w.Year))
			return false
		}
		return true
	}
	return false
}

// overlaps reports a problem, and returns true, if a decision before d excludes it. call
// is the number of the call, from 1.
func (w *adjuster) overlaps(d *decision, call int) bool {
	first := w.excluding(d, call)
	if first == len(w.applied.list) {
		return false
	}
	o := w.applied.list[first]
	w.report(&overlapping, d.Adjustment, w.excludes(o, d), norm.Quote(o.ID)+" has the same day: keep one of them, or split the days", w.nameOf(o.Adjustment))
	return true
}

// excludes returns the field of d with a day for which an earlier decision excludes it, or
// "".
func (w *adjuster) excludes(o, d *decision) (field string) {
	switch {
	case exclusive(o.Kind, d.Kind) && w.shareDay(o, d):
		return d.daysField()
	case !d.Instead.IsZero() && (d.Instead == o.Instead || o.Kind.worked() && o.fallsOn(d.Instead)):
		return "instead"
	case d.Kind.worked() && d.Span.Contains(o.Instead):
		return "span"
	}
	return ""
}

// exclusive reports whether decisions of two kinds must not have the same day.
func exclusive(a, b AdjustmentKind) bool {
	single := func(k AdjustmentKind) bool { return k.worked() || k == DayOff }
	return a == b || single(a) && single(b) || a == DayOff && b == HalfDay || a == HalfDay && b == DayOff
}

// shareDay reports whether two decisions have a day in common. If either has a rule, it
// considers only the days in their fields days.
func (w *adjuster) shareDay(a, b *decision) bool {
	if a.rule == nil && b.rule == nil {
		return a.Span.Overlaps(b.Span)
	}
	i := 0
	for _, day := range a.days {
		for i < len(b.days) && b.days[i].Before(day) {
			i++
		}
		if i < len(b.days) && b.days[i] == day {
			return true
		}
	}
	return w.Year == 0 && (slices.ContainsFunc(a.days, b.fallsOn) || slices.ContainsFunc(b.days, a.fallsOn))
}

// conflicts reports a problem, and returns true, if a rule of the profile with the
// effect Work or Open falls on a day of d.
func (w *adjuster) conflicts(d *decision) bool {
	for i := range w.base.Holidays {
		h := &w.base.Holidays[i]
		if h.Effect != calendar.Work && h.Effect != calendar.Open {
			continue
		}
		day, field := d.Instead, "instead"
		if day.IsZero() || !h.FallsOn(day) {
			at := slices.IndexFunc(d.days, h.FallsOn)
			if at < 0 {
				continue
			}
			day, field = d.days[at], d.daysField()
		}
		w.report(&conflicting, d.Adjustment, field, "the profile makes "+day.String()+" a business day, by "+h.Basis.Cite()+": leave that day out", day)
		return true
	}
	return false
}

// waiveAll cancels the holidays of decisions, in every year.
func (w *adjuster) waiveAll(list []*decision) {
	first := map[string]int{} // positions by holiday, from 1
	for n, d := range list {
		if d.Holiday == "" {
			continue
		}
		key := baseKey(d.Holiday)
		if i := first[key]; i > 0 {
			o := list[i-1]
			w.report(&overlapping, d.Adjustment, "holiday", norm.Quote(o.ID)+" has the same holiday: keep one of them", w.nameOf(o.Adjustment))
			continue
		}
		if len(first) == 0 {
			w.profile.Holidays = slices.Clone(w.profile.Holidays)
		}
		first[key] = n + 1
		for i := range w.profile.Holidays {
			if h := &w.profile.Holidays[i]; h.Named(d.Holiday) && h.DayOff() {
				h.Effect, h.Waiver = calendar.Observance, d.basis()
			}
		}
	}
}

// basis returns the Basis that cites the document of a decision.
func (d *decision) basis() norm.Basis {
	b := norm.Basis{Law: d.Document, Fraction: norm.NoFraction, Status: norm.Sourced, Note: d.Reason}
	if d.Document == "" {
		b.Status = norm.FromMemory
	}
	return b
}

// apply adds the holidays of a decision to the profile. It reports a problem, and
// returns false, if the decision has no effect; a yearly rule may have one in another
// year.
func (w *adjuster) apply(d *decision) bool {
	if d.Kind.worked() {
		return w.applyWork(d)
	}
	if (d.Kind == DayOff || d.Kind == HalfDay) && (d.rule == nil || !d.rule.Yearly()) && len(d.days) > 0 && !slices.ContainsFunc(d.days, w.works) {
		w.report(&restedAnyway, d.Adjustment, d.daysField(), d.days[0].String()+" is not a business day: choose one that is", d.days[0])
		return false
	}
	h := calendar.Holiday{
		Key: d.ID, Name: d.label(), Rule: d.rule, Valid: d.Valid, Kind: calendar.Employer, Basis: d.basis(), Jurisdiction: w.profile.Jurisdiction,
	}
	if h.Rule == nil {
		h.Rule = calendar.EachDay{Span: d.Span}
	}
	if d.Kind == LocalDay {
		h.Kind = calendar.Local
	}
	if d.Kind == HalfDay {
		h.Effect = calendar.HalfDay
	}
	days := d.days
	if d.rule != nil {
		days = nil // a rule has others in other years
	}
	w.added.add(&h, days)
	return true
}

// applyWork is apply for a MovedDay or a WorkDay.
func (w *adjuster) applyWork(d *decision) bool {
	if !d.Instead.IsZero() && (d.fallsOn(d.Instead) || !w.works(d.Instead)) {
		w.report(&restedAnyway, d.Adjustment, "instead", d.Instead.String()+" is not a business day: choose one that is", d.Instead)
		return false
	}
	work := calendar.Holiday{
		Key: d.ID, Name: d.label(), Rule: calendar.EachDay{Span: d.Span}, Valid: d.Span, Kind: calendar.Employer,
		Effect: calendar.Work, Exchange: d.Instead, Basis: d.basis(), Jurisdiction: w.profile.Jurisdiction,
	}
	var taken *calendar.Holiday // the day off that falls on the first day
	for i, day := range d.days {
		off := w.dayOff(day)
		rests := !w.profile.Week.Works(day.Weekday())
		if off == nil && (d.Kind == MovedDay || !rests) {
			w.report(&workedAnyway, d.Adjustment, "span", day.String()+" is not a day off: choose one that is", day)
			return false
		}
		if d.Kind == WorkDay && rests {
			work.Effect = calendar.Open
		}
		if i == 0 {
			taken = off
		}
	}
	w.added.add(&work, d.days)
	if !d.Instead.IsZero() {
		rest := work
		rest.Effect, rest.Exchange = calendar.Rest, d.Span.Start
		rest.Rule, rest.Valid = calendar.Dates(d.Instead), calendar.Span{Start: d.Instead, End: d.Instead}
		if d.Name == "" && taken != nil {
			rest.Name, rest.Jurisdiction = taken.Name, taken.Jurisdiction
		}
		w.added.add(&rest, []calendar.Date{d.Instead})
	}
	return true
}
