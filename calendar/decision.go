package calendar

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// fits checks the values of a decision that is complete, by themselves, and reads its
// rule and its days.
func (w *adjuster) fits(d *decision) bool {
	switch {
	case d.Holiday != "":
		if !w.profile.hasDayOff(d.Holiday) {
			w.refuse(d.Adjustment, "holiday", AdjustmentHoliday, "value", norm.Text(d.Holiday), "the profile has no day off "+norm.Quote(d.Holiday)+": use one of "+w.keys())
			w.with(norm.Arg{Name: "keys", Value: norm.Text(w.keys())})
			return false
		}
		return true
	case d.Rule != "":
		return w.ruleFits(d)
	}
	s, year := d.Span, YearSpan(w.Year)
	outside := func(field, what string) {
		w.refuse(d.Adjustment, field, AdjustmentYear, "year", norm.Count(w.Year), what+" is not in "+strconv.Itoa(w.Year))
	}
	switch {
	case !s.Valid():
		w.reversed(d.Adjustment, "span", s)
		return false
	case s.Days() > d.Kind.most():
		w.refuse(d.Adjustment, "span", AdjustmentLong, "count", norm.Count(s.Days()), s.String()+" has more than "+strconv.Itoa(d.Kind.most())+" days: divide it")
		w.with(norm.Arg{Name: "start", Value: s.Start}, norm.Arg{Name: "end", Value: s.End}, norm.Arg{Name: "limit", Value: norm.Count(d.Kind.most())})
		return false
	case w.Year != 0 && d.Kind == Vacation && !year.Overlaps(s), w.Year != 0 && d.Kind != Vacation && !year.Covers(s) && !year.Contains(d.Instead):
		outside("span", s.String())
		return false
	case w.Year != 0 && !d.Instead.IsZero() && !w.near(d.Instead):
		outside("instead", d.Instead.String())
		return false
	case w.Year != 0 && !w.near(s.Start):
		outside("span", s.String())
		return false
	}
	for day := s.Start; day.n <= s.End.n; day.n++ {
		d.days = append(d.days, day)
	}
	return true
}

// most is how many days the span of a kind may have.
func (k AdjustmentKind) most() int {
	if k == MovedDay {
		return 1
	}
	return maxEachDay
}

// keys lists the days off of the profile, each once.
func (w *adjuster) keys() string {
	var keys []string
	for i := range w.profile.Holidays {
		if h := &w.profile.Holidays[i]; h.Kind.DayOff() && !h.Half && !slices.Contains(keys, ownKey(h.Key)) {
			keys = append(keys, ownKey(h.Key))
		}
	}
	return strings.Join(keys, ", ")
}

// near reports whether a day lies in the year or in one beside it.
func (w *adjuster) near(d Date) bool { return d.Year() >= w.Year-1 && d.Year() <= w.Year+1 }

// ruleFits checks the rule of a decision and its validity.
func (w *adjuster) ruleFits(d *decision) bool {
	rule, err := ParseRule(d.Rule)
	year, a := YearSpan(w.Year), d.Adjustment
	switch {
	case err != nil:
		w.refuse(a, "rule", AdjustmentRule, "value", norm.Text(d.Rule), trimPrefix(err))
	case d.Valid.Start.IsZero() && (!d.Valid.End.IsZero() || !namesYears(rule)):
		w.refuse(a, "valid.start", AdjustmentMissing, "", nil, "the first day on which the rule holds is missing")
	case !d.Valid.End.IsZero() && !d.Valid.Valid():
		w.reversed(a, "valid", d.Valid)
	case w.Year != 0 && (d.Valid.Start.n > year.End.n || !d.Valid.End.IsZero() && d.Valid.End.n < year.Start.n):
		w.refuse(a, "valid", AdjustmentYear, "year", norm.Count(w.Year), "the rule does not hold in "+strconv.Itoa(w.Year))
	default:
		d.rule = rule
		of := w.Year
		if of == 0 {
			of = max(d.Valid.Start.Year(), 2000)
		}
		h := Holiday{Valid: d.Valid}
		for _, f := range rule.appendYear(nil, of) {
			if h.InForce(f.day) {
				d.days = append(d.days, f.day)
			}
		}
		if w.Year != 0 && len(d.days) == 0 && namesYears(rule) {
			w.refuse(a, "rule", AdjustmentYear, "year", norm.Count(w.Year), "none of its dates is in "+strconv.Itoa(w.Year))
			return false
		}
		return true
	}
	return false
}

// falls reports whether a decision names a day, in whatever year.
func (d *decision) falls(day Date) bool {
	if d.rule == nil {
		return d.Span.Contains(day)
	}
	h := Holiday{Valid: d.Valid}
	return h.InForce(day) && slices.ContainsFunc(d.rule.appendYear(nil, day.Year()), func(f firing) bool { return f.day == day })
}

// overlaps tells of an earlier decision that cannot hold together with d.
func (w *adjuster) overlaps(d *decision, before []*decision) bool {
	for _, o := range before {
		field := ""
		switch {
		case o.Holiday != "":
		case exclusive(o.Kind, d.Kind) && w.meet(o, d):
			field = "span"
			if d.rule != nil {
				field = "rule"
			}
		case !d.Instead.IsZero() && (d.Instead == o.Instead || o.Kind.changes() && o.falls(d.Instead)):
			field = "instead"
		case d.Kind.changes() && d.Span.Contains(o.Instead):
			field = "span"
		}
		if field != "" {
			w.refuse(d.Adjustment, field, AdjustmentOverlap, "other", w.told(o.Adjustment), norm.Quote(o.ID)+" is about the same day: keep one of them, or divide the days")
			return true
		}
	}
	return false
}

// exclusive reports whether decisions of two kinds cannot be about the same day.
func exclusive(a, b AdjustmentKind) bool {
	single := func(k AdjustmentKind) bool { return k.changes() || k == DayOff }
	return a == b || single(a) && single(b) || a == DayOff && b == HalfDay || a == HalfDay && b == DayOff
}

// meet reports whether two decisions name a day in common, in the year or among
// their spans.
func (w *adjuster) meet(a, b *decision) bool {
	if a.rule == nil && b.rule == nil {
		return a.Span.Overlaps(b.Span)
	}
	i := 0
	for _, day := range a.days {
		for i < len(b.days) && b.days[i].n < day.n {
			i++
		}
		if i < len(b.days) && b.days[i] == day {
			return true
		}
	}
	return w.Year == 0 && (slices.ContainsFunc(a.days, b.falls) || slices.ContainsFunc(b.days, a.falls))
}

// conflicts tells of a change of the profile's own that is about a day of d.
func (w *adjuster) conflicts(d *decision) bool {
	for i := range w.base {
		c := &w.base[i]
		for _, day := range [...]Date{c.From, c.To, c.Open} {
			if day.IsZero() || !d.falls(day) && d.Instead != day {
				continue
			}
			field := "span"
			switch {
			case d.rule != nil:
				field = "rule"
			case d.Instead == day:
				field = "instead"
			}
			w.refuse(d.Adjustment, field, AdjustmentConflict, "date", day, "the profile decides about "+day.String()+" itself, by "+c.Document+": leave that day out")
			return true
		}
	}
	return false
}

// forgo has the holiday of a decision worked in every year.
func (w *adjuster) forgo(d *decision) {
	p := w.profile.Forgone(d.Holiday, d.Reason, d.Document)
	for i := range p.Changes {
		text := p.validateChange(i)
		if text == "" {
			continue
		}
		if i == len(p.Changes)-1 {
			w.refuse(d.Adjustment, "holiday", AdjustmentOverlap, "other", w.told(d.Adjustment), text)
		} else {
			w.refuse(d.Adjustment, "holiday", AdjustmentConflict, "date", p.Changes[i].day(), text)
		}
		return
	}
	w.profile = p
}

// take puts a decision into the profile and reports whether it did: not where it would
// have no effect. A rule for every year has one in other years.
func (w *adjuster) take(d *decision) bool {
	if d.Kind.changes() {
		return w.change(d)
	}
	if (d.Kind == DayOff || d.Kind == HalfDay) && (d.rule == nil || namesYears(d.rule)) && len(d.days) > 0 && !slices.ContainsFunc(d.days, w.profile.works) {
		field := "span"
		if d.rule != nil {
			field = "rule"
		}
		w.refuse(d.Adjustment, field, AdjustmentRested, "date", d.days[0], d.days[0].String()+" is not worked anyway: choose a day that is")
		return false
	}
	h := Holiday{
		Key: d.ID, Name: d.label(), Rule: d.rule, Valid: d.Valid, Kind: Employer, Half: d.Kind == HalfDay,
		Basis:        norm.Basis{Law: d.Document, Fraction: norm.NoFraction, Status: norm.Sourced, Note: d.Reason},
		Jurisdiction: w.profile.Jurisdiction,
	}
	if h.Rule == nil {
		h.Rule = EachDay{d.Span}
	}
	if d.Kind == LocalDay {
		h.Kind = Local
	}
	if d.Document == "" {
		h.Basis.Status = norm.FromMemory
	}
	w.profile = w.profile.With(h)
	return true
}

// label is the name of the holiday that a decision makes: what it is called, or what it
// is.
func (d *Adjustment) label() norm.Label {
	if called := d.called(); called != d.ID {
		return norm.Label{ES: called, EN: called}
	}
	return kindNames[d.Kind]
}

var kindNames = [...]norm.Label{
	LocalDay: {ES: "Descanso local", EN: "Local day off"},
	Vacation: {ES: "Vacaciones", EN: "Vacation"},
	HalfDay:  {ES: "Media jornada", EN: "Half day"},
	DayOff:   {ES: "Descanso", EN: "Day off"},
}

// change makes the changes by which a day is moved, or days are worked.
func (w *adjuster) change(d *decision) bool {
	if !d.Instead.IsZero() && (d.falls(d.Instead) || !w.profile.works(d.Instead)) {
		w.refuse(d.Adjustment, "instead", AdjustmentRested, "date", d.Instead, d.Instead.String()+" is not worked anyway: choose a day that is")
		return false
	}
	p := w.profile
	for _, day := range d.days {
		c := Change{To: d.Instead, Reason: d.Reason, Document: d.Document}
		if d.Name != "" {
			c.Name = norm.Label{ES: d.Name, EN: d.Name}
		}
		if w.profile.dayOff(day) != nil {
			c.From = day
		}
		if d.Kind == WorkDay && !w.profile.Week.Works(day.Weekday()) {
			c.Open = day
		}
		if c.From.IsZero() && c.Open.IsZero() {
			w.refuse(d.Adjustment, "span", AdjustmentWorked, "date", day, day.String()+" is no day off: choose a day that is")
			return false
		}
		p = p.Changed(c)
		if text := p.validateChange(len(p.Changes) - 1); text != "" {
			w.refuse(d.Adjustment, "span", AdjustmentConflict, "date", day, text)
			return false
		}
	}
	w.profile = p
	return true
}
