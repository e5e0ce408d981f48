package calendar

import (
	"encoding"
	"errors"
	"slices"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// What Adjustments may hold: a decision for each day of a year, and the days of all of
// them in one year. Each decision is held against all others.
const (
	maxAdjustments  = 366
	maxAdjustedDays = 2000
)

// adjuster applies Adjustments to a profile and notes what is wrong with them.
type adjuster struct {
	*Adjustments
	profile Profile
	base    []Change // those that the profile had
	ids     map[string]bool
	wrong   []*AdjustmentError
}

// decision is an adjustment that is right by itself, with its rule read.
type decision struct {
	*Adjustment
	rule Rule
	days []Date // of the year; where there is none, of one in which the rule holds
}

// run reports whether the profile that it leaves can be worked with.
func (w *adjuster) run() bool {
	defer w.order()
	year := strconv.Itoa(w.Year)
	if err := w.profile.Validate(); err != nil {
		w.refuse(nil, "", AdjustmentValue, "value", norm.Text(w.profile.Key), trimPrefix(err))
		return false
	}
	switch {
	case len(w.OwnDays) > maxAdjustments:
		w.refuse(nil, "ownDays", AdjustmentValue, "value", norm.Count(len(w.OwnDays)), "there are more than "+strconv.Itoa(maxAdjustments)+": write fewer")
		return false
	case w.Year != 0 && !YearSpan(w.Year).Valid():
		w.refuse(nil, "year", AdjustmentValue, "value", norm.Text(year), "there is no year "+year+": use 1 to 9999, or 0 for any")
		return false
	}
	w.week()
	list, ok := w.read()
	if !ok {
		return false
	}
	// Holidays that go and days of the place, then days off, then days that are worked,
	// then half days: each is held against all before it that are right, so that the
	// order of the list decides between two of one kind alone.
	for _, d := range list {
		if d.Holiday != "" {
			w.forgo(d)
		}
	}
	var taken []*decision
	for _, step := range [...][2]AdjustmentKind{{LocalDay, Vacation}, {DayOff, DayOff}, {MovedDay, WorkDay}, {HalfDay, HalfDay}} {
		for _, d := range list {
			if d.Holiday == "" && (d.Kind == step[0] || d.Kind == step[1]) && !w.overlaps(d, taken) && !w.conflicts(d) && w.take(d) {
				taken = append(taken, d)
			}
		}
	}
	if w.Year == 0 {
		return true
	}
	if _, err := Compile(w.profile, YearSpan(w.Year)); errors.Is(err, ErrNoBusinessDay) {
		w.refuse(nil, "ownDays", AdjustmentNoWork, "year", norm.Count(w.Year), "no day of "+year+" is worked: check the week and the vacations")
		return false
	} else if err != nil {
		w.refuse(nil, "ownDays", AdjustmentValue, "value", norm.Text(w.profile.Key), trimPrefix(err))
		return false
	}
	return true
}

func (k AdjustmentKind) changes() bool { return k == MovedDay || k == WorkDay }

// read returns the decisions that are right by themselves; ok is false where they are
// about too many days.
func (w *adjuster) read() (list []*decision, ok bool) {
	w.ids = make(map[string]bool, len(w.OwnDays))
	days := 0
	for i, a := range w.OwnDays {
		if !w.identified(i, a) || !w.complete(a) {
			continue
		}
		d := &decision{Adjustment: a}
		if w.fits(d) {
			list = append(list, d)
			days += len(d.days)
		}
	}
	if days > maxAdjustedDays {
		w.refuse(nil, "ownDays", AdjustmentValue, "value", norm.Count(days), "they name more than "+strconv.Itoa(maxAdjustedDays)+" days: write fewer")
		return nil, false
	}
	return list, true
}

// week takes the working week, unless the changes of the profile forbid it.
func (w *adjuster) week() {
	var mask WeekMask
	for _, d := range w.WorkWeek {
		if d.String() == "" {
			w.refuse(nil, "workWeek", AdjustmentValue, "value", norm.Count(d), "there is no weekday "+strconv.Itoa(int(d))+": use monday to sunday")
			return
		}
		if mask.Works(d) {
			w.refuse(nil, "workWeek", AdjustmentWeekday, "weekday", d, d.String()+" is there twice: write it once")
			return
		}
		mask |= Week(d)
	}
	if mask == 0 {
		return
	}
	p := w.profile.Working(mask)
	for i := range p.Changes {
		if text := p.validateChange(i); text != "" {
			w.refuse(nil, "workWeek", AdjustmentConflict, "date", p.Changes[i].day(), text)
			return
		}
	}
	w.profile = p
}

// identified checks that a decision is there and has an id of its own, which is no
// key of the profile where it makes a holiday.
func (w *adjuster) identified(i int, d *Adjustment) bool {
	switch {
	case d == nil:
		w.refuse(nil, "ownDays", AdjustmentMissing, "", nil, "element "+strconv.Itoa(i+1)+" is missing: take it out")
	case d.ID == "":
		w.refuse(nil, "ownDays", AdjustmentID, "name", norm.Text(d.called()), "element "+strconv.Itoa(i+1)+" has no id: give it one")
	case w.ids[d.ID]:
		w.refuse(d, "", AdjustmentID, "", nil, "its id is there twice: choose another")
	case !d.Kind.changes() && w.profile.Has(d.ID):
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
		missing("kind", true, "what is decided, one of local-day, vacation, half-day, day-off, moved-day and work-day,")
		return false
	}
	changes, one := d.Kind.changes(), d.Span.Days() <= 1
	missing("span.end", !d.Span.Start.IsZero() && d.Span.End.IsZero(), "its last day")
	missing("span.start", d.Span.Start.IsZero() && !d.Span.End.IsZero(), "its first day")
	missing("span", d.Span.IsZero() && d.Rule == "" && d.Holiday == "", "when it is")
	unused("rule", d.Rule != "" && changes, "a "+d.Kind.String()+" has no rule")
	unused("rule", d.Rule != "" && !changes && !d.Span.IsZero(), "it has both its days and a rule")
	unused("valid", d.Rule == "" && !d.Valid.IsZero(), "without a rule it has no validity")
	unused("holiday", d.Holiday != "" && d.Kind != WorkDay, "only a work-day names a holiday")
	unused("holiday", d.Holiday != "" && d.Kind == WorkDay && !d.Span.IsZero(), "it has both its days and a holiday")
	unused("instead", !d.Instead.IsZero() && (!changes || d.Kind == WorkDay && !one || d.Holiday != ""), "only a moved-day, or a work-day of one day, is rested on another")
	missing("instead", d.Kind == MovedDay && d.Instead.IsZero(), "the day that is rested instead")
	if changes || d.Kind == DayOff {
		missing("reason", d.Reason == "", "the reason")
		missing("document", d.Document == "", "the number of the document that says so")
	}
	return len(w.wrong) == before
}

// refuse notes what is wrong with a field of a decision, or with all of it where
// the field is "". value is what the reader needs to see, nil for nothing.
func (w *adjuster) refuse(d *Adjustment, field string, code norm.Code, arg string, value encoding.TextMarshaler, text string) {
	e := &AdjustmentError{norm.Finding{Severity: norm.Blocking, Code: code}, text}
	if d != nil {
		e.Path = norm.Path("ownDays").Item(d.ID)
		e.Finding = e.With("name", w.told(d))
	}
	if field != "" {
		e.Path = e.Path.Field(field)
	}
	if value != nil {
		e.Finding = e.With(arg, value)
	}
	w.wrong = append(w.wrong, e)
}

// told is what people are told d is: what it is called, the holiday it takes away, or
// its kind, for an id says nothing to them.
func (w *adjuster) told(d *Adjustment) encoding.TextMarshaler {
	if called := d.called(); called != d.ID || d.Kind.String() == "" {
		return norm.Text(called)
	}
	if d.Holiday != "" {
		for i := range w.profile.Holidays {
			if h := &w.profile.Holidays[i]; h.Named(d.Holiday) {
				return norm.Citation(h.Name)
			}
		}
		return norm.Text(d.Holiday)
	}
	return d.Kind
}

// with adds arguments to what was refused last.
func (w *adjuster) with(args ...norm.Arg) {
	e := w.wrong[len(w.wrong)-1]
	e.Args = append(e.Args, args...)
}

// reversed refuses a span that ends before it starts, and offers to swap its dates.
func (w *adjuster) reversed(d *Adjustment, field string, s Span) {
	w.refuse(d, field, AdjustmentReversed, "start", s.Start, s.String()+" ends before it starts: swap its dates")
	w.with(norm.Arg{Name: "end", Value: s.End})
	e := w.wrong[len(w.wrong)-1]
	e.Fixes = []norm.Fix{{Code: "fix.swap-dates", Edits: []norm.Edit{
		{Op: norm.OpSet, Path: e.Path.Field("start"), Value: `"` + s.End.String() + `"`},
		{Op: norm.OpSet, Path: e.Path.Field("end"), Value: `"` + s.Start.String() + `"`},
	}}}
}

// order puts what is wrong in the order of the decisions, what is about none of them
// first.
func (w *adjuster) order() {
	at := make([]int, len(w.wrong))
	for i, e := range w.wrong {
		at[i] = slices.IndexFunc(w.OwnDays, func(d *Adjustment) bool {
			return d != nil && e.Path.Within(norm.Path("ownDays").Item(d.ID))
		})
		for j := i; j > 0 && at[j-1] > at[j]; j-- {
			at[j-1], at[j] = at[j], at[j-1]
			w.wrong[j-1], w.wrong[j] = w.wrong[j], w.wrong[j-1]
		}
	}
}
