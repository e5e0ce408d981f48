package calendar

import (
	"encoding"
	"slices"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// What Adjustments may hold: a decision for each day of a year, and the days of all of
// them in one year. Each decision is held against all others, and each day is put in
// its place among all.
const (
	maxAdjustments  = 366
	maxAdjustedDays = 2000
)

// adjuster applies Adjustments to a profile and notes what is wrong with them.
type adjuster struct {
	*Adjustments
	profile Profile
	ids     map[string]bool
	wrong   []*AdjustmentError
}

// refuse notes what is wrong with a field of a decision, or with all of it where
// the field is "". value is what the reader needs to see, nil for nothing.
func (w *adjuster) refuse(d *Adjustment, field string, code norm.Code, arg string, value encoding.TextMarshaler, text string) {
	e := &AdjustmentError{norm.Finding{Severity: norm.Blocking, Code: code}, text}
	if d != nil {
		e.Path = norm.Path("ownDays").Item(d.ID)
		e.Finding = e.With("name", d.told())
	}
	if field != "" {
		e.Path = e.Path.Field(field)
	}
	if value != nil {
		e.Finding = e.With(arg, value)
	}
	w.wrong = append(w.wrong, e)
}

// reversed refuses a span that ends before it starts, and offers to swap its dates.
func (w *adjuster) reversed(d *Adjustment, field string, s Span) {
	w.refuse(d, field, AdjustmentReversed, "start", s.Start, s.String()+" ends before it starts: swap the dates")
	e := w.wrong[len(w.wrong)-1]
	e.Finding = e.With("end", s.End)
	e.Fixes = []norm.Fix{{Code: "fix.swap-dates", Edits: []norm.Edit{
		{Op: norm.OpSet, Path: e.Path.Field("start"), Value: `"` + s.End.String() + `"`},
		{Op: norm.OpSet, Path: e.Path.Field("end"), Value: `"` + s.Start.String() + `"`},
	}}}
}

// told is what people are told d is: what it is called, or its kind, for an id says
// nothing to them.
func (d *Adjustment) told() encoding.TextMarshaler {
	if called := d.called(); called != d.ID || d.Kind.String() == "" {
		return norm.Text(called)
	}
	return d.Kind
}

// called returns what tells d apart from other decisions.
func (d *Adjustment) called() string {
	for _, s := range [...]string{d.Name, d.Reason, d.Holiday} {
		if s != "" {
			return s
		}
	}
	return d.ID
}

// run reports whether the profile that it leaves can be worked with.
func (w *adjuster) run() bool {
	year := strconv.Itoa(w.Year)
	switch {
	case len(w.OwnDays) > maxAdjustments:
		w.refuse(nil, "ownDays", AdjustmentValue, "value", norm.Count(len(w.OwnDays)), "there are more than "+strconv.Itoa(maxAdjustments)+": write fewer")
		return false
	case w.Year != 0 && !YearSpan(w.Year).Valid():
		w.refuse(nil, "year", AdjustmentValue, "value", norm.Text(year), "there is no year "+year+": use 1 to 9999, or 0 for any")
		return false
	}
	w.week()
	w.ids = make(map[string]bool, len(w.OwnDays))
	var ready []*Adjustment
	days := 0
	for i, d := range w.OwnDays {
		if w.identified(i, d) && w.complete(d) && w.fits(d) {
			ready = append(ready, d)
			days += w.days(d)
		}
	}
	if days > maxAdjustedDays {
		w.refuse(nil, "ownDays", AdjustmentValue, "value", norm.Count(days), "they name more than "+strconv.Itoa(maxAdjustedDays)+" days: write fewer")
		return false
	}
	// Holidays that go, holidays that come, and then single days, so that each is
	// held against all that was decided before it.
	for _, d := range ready {
		if d.Holiday != "" {
			w.profile = w.profile.Without(d.Holiday)
		}
	}
	for i, d := range ready {
		if d.Kind != WorkDay && !w.overlaps(d, ready[:i]) {
			w.rest(d)
		}
	}
	for i, d := range ready {
		if d.Kind == WorkDay && d.Holiday == "" && !w.overlaps(d, ready[:i]) {
			w.work(d)
		}
	}
	slices.SortStableFunc(w.wrong, func(a, b *AdjustmentError) int { return w.position(a) - w.position(b) })
	if w.Year == 0 {
		return true
	}
	if _, err := Compile(w.profile, YearSpan(w.Year)); err != nil {
		w.refuse(nil, "ownDays", AdjustmentNoWork, "year", norm.Count(w.Year), "no day of "+year+" is worked: check the week and the vacations")
		return false
	}
	return true
}

// position returns where the decision of an error stands; -1 for none.
func (w *adjuster) position(e *AdjustmentError) int {
	return slices.IndexFunc(w.OwnDays, func(d *Adjustment) bool {
		return d != nil && e.Path.Within(norm.Path("ownDays").Item(d.ID))
	})
}

func (w *adjuster) week() {
	var mask WeekMask
	for _, d := range w.WorkWeek {
		if d.String() == "" || mask.Works(d) {
			w.refuse(nil, "workWeek", AdjustmentValue, "value", norm.Count(d), "weekday "+strconv.Itoa(int(d))+" does not exist or is there twice: write each of monday to sunday once")
			return
		}
		mask |= Week(d)
	}
	if mask != 0 {
		w.profile.Week = mask
	}
}

// identified checks that a decision is there and has an id of its own, which is no
// key of the profile.
func (w *adjuster) identified(i int, d *Adjustment) bool {
	switch {
	case d == nil:
		w.refuse(nil, "ownDays", AdjustmentMissing, "", nil, "element "+strconv.Itoa(i+1)+" is missing: take it out")
	case d.ID == "":
		w.refuse(nil, "ownDays", AdjustmentID, "name", norm.Text(d.called()), "element "+strconv.Itoa(i+1)+" has no id: give it one")
	case w.ids[d.ID]:
		w.refuse(d, "", AdjustmentID, "", nil, "its id is there twice: choose another")
	case d.Kind != WorkDay && w.profile.Has(d.ID):
		w.refuse(d, "", AdjustmentID, "", nil, "its id is the key of a holiday of the profile: choose another")
	default:
		w.ids[d.ID] = true
		return true
	}
	return false
}

// complete checks that a decision has what its kind needs, and nothing else.
func (w *adjuster) complete(d *Adjustment) bool {
	before := len(w.wrong)
	missing := func(field string, absent bool, what string) {
		if absent {
			w.refuse(d, field, AdjustmentMissing, "", nil, what+" is missing")
		}
	}
	unused := func(field string, there bool, what string) {
		if there {
			w.refuse(d, field, AdjustmentUnused, "", nil, what+": take it out")
		}
	}
	if d.Kind.String() == "" {
		missing("kind", true, "what is decided, one of local-day, vacation, half-day, day-off and work-day,")
		return false
	}
	works := d.Kind == WorkDay
	missing("span.end", !d.Span.Start.IsZero() && d.Span.End.IsZero(), "its last day")
	missing("span.start", d.Span.Start.IsZero() && !d.Span.End.IsZero(), "its first day")
	missing("span", d.Span.IsZero() && d.Rule == "" && (!works || d.Holiday == ""), "when it is")
	unused("rule", d.Rule != "" && works, "a work-day has no rule")
	unused("rule", d.Rule != "" && !works && !d.Span.IsZero(), "it has both its days and a rule")
	unused("valid", d.Rule == "" && !d.Valid.IsZero(), "without a rule it has no validity")
	unused("holiday", d.Holiday != "" && !works, "only a work-day names a holiday")
	unused("holiday", d.Holiday != "" && works && !d.Span.IsZero(), "it has both its days and a holiday")
	unused("instead", !d.Instead.IsZero() && (!works || d.Span.Days() > 1 || d.Holiday != ""), "only a work-day of one day is rested on another")
	if works || d.Kind == DayOff {
		missing("reason", d.Reason == "", "the reason")
		missing("document", d.Document == "", "the number of the document that says so")
	}
	return len(w.wrong) == before
}
