package calendar

import (
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// fits checks the values of a decision that is complete, by themselves.
func (w *adjuster) fits(d *Adjustment) bool {
	switch {
	case d.Holiday != "":
		if !w.profile.Has(d.Holiday) {
			w.refuse(d, "holiday", AdjustmentHoliday, "value", norm.Text(d.Holiday), "the profile has no holiday "+norm.Quote(d.Holiday)+": use one of its keys")
			return false
		}
		return true
	case d.Rule != "":
		return w.ruleFits(d)
	}
	s, year := d.Span, YearSpan(w.Year)
	switch {
	case !s.Valid():
		w.reversed(d, "span", s)
	case s.Days() > maxEachDay:
		w.refuse(d, "span", AdjustmentValue, "value", norm.Text(s.String()), s.String()+" has more than "+strconv.Itoa(maxEachDay)+" days: divide it")
	case w.Year == 0 || year.Covers(s) || d.Kind == Vacation && year.Overlaps(s) || d.Kind == WorkDay && d.Instead.Year() == w.Year:
		return true
	default:
		w.refuse(d, "span", AdjustmentYear, "year", norm.Count(w.Year), s.String()+" is not in "+strconv.Itoa(w.Year))
	}
	return false
}

// ruleFits checks the rule of a decision and its validity.
func (w *adjuster) ruleFits(d *Adjustment) bool {
	r, err := ParseRule(d.Rule)
	year := YearSpan(w.Year)
	switch {
	case err != nil:
		w.refuse(d, "rule", AdjustmentValue, "value", norm.Text(d.Rule), trimPrefix(err))
	case d.Valid.Start.IsZero() && (!d.Valid.End.IsZero() || !namesYears(r)):
		w.refuse(d, "valid.start", AdjustmentMissing, "", nil, "the first day on which the rule holds is missing")
	case !d.Valid.End.IsZero() && !d.Valid.Valid():
		w.reversed(d, "valid", d.Valid)
	case w.Year != 0 && (d.Valid.Start.n > year.End.n || !d.Valid.End.IsZero() && d.Valid.End.n < year.Start.n):
		w.refuse(d, "valid", AdjustmentYear, "year", norm.Count(w.Year), "the rule does not hold in "+strconv.Itoa(w.Year))
	case w.Year != 0 && namesYears(r) && len(r.appendYear(nil, w.Year)) == 0:
		w.refuse(d, "rule", AdjustmentYear, "year", norm.Count(w.Year), "none of its dates is in "+strconv.Itoa(w.Year))
	default:
		return true
	}
	return false
}

// days returns how many days of a year a decision that fits names, about.
func (w *adjuster) days(d *Adjustment) int {
	if d.Rule == "" {
		return d.Span.Days()
	}
	year := w.Year
	if year == 0 {
		year = max(d.Valid.Start.Year(), 2000)
	}
	r, _ := ParseRule(d.Rule) // fits has read it
	return len(r.appendYear(nil, year))
}

// overlaps tells of days that an earlier decision of the same kind is about too.
func (w *adjuster) overlaps(d *Adjustment, before []*Adjustment) bool {
	for _, o := range before {
		if o.Kind == d.Kind && (o.Span.Overlaps(d.Span) || !d.Instead.IsZero() && d.Instead == o.Instead) {
			w.refuse(d, "span", AdjustmentOverlap, "other", o.told(), "some of its days are those of "+norm.Quote(o.ID)+" too: divide them")
			return true
		}
	}
	return false
}

// works reports whether the profile works d.
func (w *adjuster) works(d Date) bool {
	return w.profile.Week.Works(d.Weekday()) && w.profile.dayOff(d) == nil
}

// rest adds the holiday that a decision makes.
func (w *adjuster) rest(d *Adjustment) {
	h := Holiday{
		Key: d.ID, Name: norm.Label{ES: d.called(), EN: d.called()}, Rule: EachDay{d.Span}, Kind: Employer, Half: d.Kind == HalfDay,
		Basis:        norm.Basis{Law: d.Document, Fraction: norm.NoFraction, Status: norm.Sourced, Note: d.Reason},
		Jurisdiction: w.profile.Jurisdiction,
	}
	if d.Kind == LocalDay {
		h.Kind = Local
	}
	if d.Document == "" {
		h.Basis.Status = norm.FromMemory
	}
	switch {
	case d.Rule != "":
		h.Valid = d.Valid
		h.Rule, _ = ParseRule(d.Rule) // fits has read it
	case d.Kind == HalfDay || d.Kind == DayOff:
		day := d.Span.Start
		for !w.works(day) {
			if day == d.Span.End {
				w.refuse(d, "span", AdjustmentRested, "date", d.Span.Start, d.Span.String()+" is not worked anyway: choose days that are")
				return
			}
			day = day.AddDays(1)
		}
	}
	w.profile = w.profile.With(h)
}

// work makes the changes by which the days of a decision are worked.
func (w *adjuster) work(d *Adjustment) {
	if !d.Instead.IsZero() && (d.Span.Contains(d.Instead) || !w.works(d.Instead)) {
		w.refuse(d, "instead", AdjustmentRested, "date", d.Instead, d.Instead.String()+" is not worked anyway: choose a day that is")
		return
	}
	p := w.profile
	for day := d.Span.Start; day.n <= d.Span.End.n; day.n++ {
		c := Change{To: d.Instead, Reason: d.Reason, Document: d.Document}
		if d.Name != "" {
			c.Name = norm.Label{ES: d.Name, EN: d.Name}
		}
		if w.profile.dayOff(day) != nil {
			c.From = day
		}
		if !w.profile.Week.Works(day.Weekday()) {
			c.Open = day
		}
		if c.From.IsZero() && c.Open.IsZero() {
			w.refuse(d, "span", AdjustmentWorked, "date", day, day.String()+" is worked anyway: choose a day that rests")
			return
		}
		p = p.Changed(c)
		if text := p.validateChange(len(p.Changes) - 1); text != "" {
			w.refuse(d, "span", AdjustmentOverlap, "other", d.told(), text)
			return
		}
	}
	w.profile = p
}
