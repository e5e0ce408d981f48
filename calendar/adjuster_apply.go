package calendar

import (
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// add adds the holiday of a decision, which is held against those before it.
func (w *adjuster) add(d *decision, before []*decision) {
	var rule Rule = EachDay{d.span}
	var valid Span // a span says itself when it is
	if d.rule != "" {
		if rule, valid = w.rule(d), d.valid; rule == nil {
			return
		}
	} else if !w.spanFits(d, before) {
		return
	}
	h := Holiday{
		Key: d.id, Name: norm.Label{ES: d.name, EN: d.name}, Rule: rule, Valid: valid, Kind: d.kind, Half: d.half,
		Basis:        norm.Basis{Law: d.document, Fraction: norm.NoFraction, Status: norm.Sourced},
		Jurisdiction: w.profile.Jurisdiction,
	}
	if d.name == "" {
		h.Name = norm.Label{ES: d.id, EN: d.id}
	}
	if d.document == "" {
		h.Basis.Status = norm.FromMemory
	}
	w.profile = w.profile.With(h)
}

// rule reads the rule of a decision and checks its validity; nil where it cannot be.
func (w *adjuster) rule(d *decision) Rule {
	r, err := ParseRule(d.rule)
	year, valid := YearSpan(w.Year), d.path().Field("valid")
	switch {
	case err != nil:
		w.refuse(d.path().Field("rule"), AdjustmentValue, "", trimPrefix(err), "")
	case d.valid.Start.IsZero() && !namesYears(r):
		w.refuse(valid, AdjustmentMissing, "the rule has no validity: write the first day on which it holds", "", "")
	case !d.valid.Start.IsZero() && !d.valid.End.IsZero() && !d.valid.Valid():
		w.refuse(valid, AdjustmentValue, "the validity ", d.valid.String(), " ends before it starts")
	case w.Year != 0 && (d.valid.Start.n > year.End.n || !d.valid.End.IsZero() && d.valid.End.n < year.Start.n):
		w.refuse(valid, AdjustmentYear, "the rule does not hold in ", strconv.Itoa(w.Year), "")
	default:
		return r
	}
	return nil
}

// spanFits checks the days of a decision.
func (w *adjuster) spanFits(d *decision, before []*decision) bool {
	s, year, path := d.span, YearSpan(w.Year), d.path().Field(string(d.field))
	switch {
	case !s.Valid() || s.Days() > maxEachDay:
		w.refuse(path, AdjustmentValue, "", s.String(), " needs two dates in order, at most 400 days apart")
	case w.Year != 0 && (!s.Overlaps(year) || !d.reach && !year.Covers(s)):
		w.refuse(path, AdjustmentYear, "", s.String(), " is not in the year")
	case d.half && (w.profile.dayOff(s.Start) != nil || !w.profile.Week.Works(s.Start.Weekday())):
		w.refuse(path, AdjustmentConflict, "", s.Start.String(), " is not worked at all")
	default:
		for _, o := range before {
			if !o.changes && o.list == d.list && o.rule == "" && o.span.Overlaps(s) {
				w.refuse(path, AdjustmentOverlap, "some of its days are those of ", norm.Quote(o.id), " too: divide them")
				return false
			}
		}
		return true
	}
	return false
}

// apply makes the change of a decision where it fits the profile. A day that the week
// rests on anyway is not worth a day off.
func (w *adjuster) apply(d *decision) {
	c, path := d.change, d.path()
	day, field := c.From, "date"
	switch {
	case d.list == "moves":
		if field = "from"; c.To.Year() == w.Year {
			day = c.To // one of the two in the year is enough
		}
	case !c.Open.IsZero():
		day = c.Open
	case c.From.IsZero():
		day = c.To
	}
	switch {
	case w.Year != 0 && day.Year() != w.Year:
		w.refuse(path.Field(field), AdjustmentYear, "", day.String(), " is not in the year")
		return
	case d.holiday != "" && !w.profile.falls(d.holiday, c.From):
		w.refuse(path.Field("holiday"), AdjustmentHoliday, "the holiday does not fall on ", c.From.String(), "")
		return
	case !c.To.IsZero() && !w.profile.Week.Works(c.To.Weekday()):
		w.refuse(path, AdjustmentConflict, "the week rests on ", c.To.String(), " anyway: choose a day that is worked")
		return
	}
	next := w.profile.Changed(c)
	if text := next.validateChange(len(next.Changes) - 1); text != "" {
		w.refuse(path, AdjustmentConflict, "", text, "")
		return
	}
	w.profile = next
}

// falls reports whether the holiday with a key makes d a day off.
func (p Profile) falls(key string, d Date) bool {
	one := Profile{}
	for i := range p.Holidays {
		if p.Holidays[i].Key == key {
			one.Holidays = append(one.Holidays, p.Holidays[i])
		}
	}
	return one.dayOff(d) != nil
}

// next begins the decision that an element is.
func (w *adjuster) next(list norm.Path, index int, there bool) *decision {
	d := &decision{list: list, index: index, there: there}
	w.decisions = append(w.decisions, d)
	return d
}

// list writes all elements down as decisions, list by list.
func (w *adjuster) list() {
	for i, e := range w.LocalDays {
		if d := w.next("localDays", i, e != nil); e != nil {
			d.id, d.name, d.document, d.span, d.rule, d.valid = e.ID, e.Name, e.Document, e.Span, e.Rule, e.Valid
			d.field, d.kind = "span", Local
		}
	}
	for i, e := range w.Moves {
		d := w.next("moves", i, e != nil)
		if d.changes = true; e != nil {
			d.id, d.holiday = e.ID, e.Holiday
			d.change = Change{From: e.From, To: e.To, Reason: e.Reason, Document: e.Document}
		}
	}
	for i, e := range w.Vacations {
		if d := w.next("vacations", i, e != nil); e != nil {
			d.id, d.name, d.document, d.span = e.ID, e.Name, e.Document, e.Span
			d.field, d.kind, d.reach = "span", Employer, true
		}
	}
	for i, e := range w.HalfDays {
		if d := w.next("halfDays", i, e != nil); e != nil {
			d.id, d.name, d.document, d.span, d.rule, d.valid = e.ID, e.Name, e.Document, Span{e.Date, e.Date}, e.Rule, e.Valid
			d.field, d.kind, d.half = "date", Employer, true
		}
	}
	for i, e := range w.Added {
		d := w.next("added", i, e != nil)
		if d.changes = true; e != nil {
			d.id = e.ID
			d.change = Change{To: e.Date, Name: norm.Label{ES: e.Name, EN: e.Name}, Reason: e.Reason, Document: e.Document}
		}
	}
	for i, e := range w.Removed {
		d := w.next("removed", i, e != nil)
		if d.changes = true; e != nil {
			d.id, d.holiday = e.ID, e.Holiday
			d.change = Change{From: e.Date, Reason: e.Reason, Document: e.Document}
		}
	}
	for i, e := range w.Opened {
		d := w.next("opened", i, e != nil)
		if d.changes = true; e != nil {
			d.id = e.ID
			d.change = Change{Open: e.Date, To: e.Rest, Reason: e.Reason, Document: e.Document}
		}
	}
}
