package office

import (
	"cmp"
	"encoding"
	"errors"
	"slices"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Limits of Adjustments: a decision for each day of a year, and the days of all of them
// in one year. Each decision is compared with all others.
const (
	maxAdjustments  = 366
	maxAdjustedDays = 2000
)

// Apply returns p with the adjustments. The error joins an *Error for each problem.
func (a *Adjustments) Apply(p calendar.Profile) (calendar.Profile, error) {
	if err := p.Validate(); err != nil {
		return calendar.Profile{}, err
	}
	adjusted, problems := a.ApplyValid(p)
	if len(problems) > 0 {
		return calendar.Profile{}, errorList(problems)
	}
	return adjusted, nil
}

// ApplyValid returns p with those of the adjustments that are valid, and the problems of
// the others in their order. It returns p itself if p is not valid, there is no such
// year, there are too many decisions, or no day of the year would be worked.
func (a *Adjustments) ApplyValid(p calendar.Profile) (calendar.Profile, []*Error) {
	w := adjuster{Adjustments: a, base: p, profile: p}
	ok := w.run()
	w.sort()
	if !ok {
		return p, w.problems
	}
	return w.profile, w.problems
}

// adjuster applies Adjustments to a profile and collects the problems.
type adjuster struct {
	*Adjustments
	base, profile calendar.Profile
	ids           map[string]bool
	problems      []*Error
}

// run reports whether the profile that it leaves can be compiled.
func (w *adjuster) run() bool {
	year := strconv.Itoa(w.Year)
	if err := w.profile.Validate(); err != nil {
		w.report(&badValue, nil, "", err.Error(), norm.Text(w.profile.Key))
		return false
	}
	switch {
	case len(w.OwnDays) > maxAdjustments:
		w.report(&badValue, nil, "ownDays", "there are more than "+strconv.Itoa(maxAdjustments)+": write fewer", norm.Count(len(w.OwnDays)))
		return false
	case w.Year != 0 && !calendar.YearSpan(w.Year).Valid():
		w.report(&badValue, nil, "year", "there is no year "+year+": use 1 to 9999, or 0 for any", norm.Text(year))
		return false
	}
	w.week()
	list, ok := w.valid()
	if !ok {
		return false
	}
	// Holidays that are not taken and days of the place come first, then days off, then
	// days that are worked, then half days: each is compared with the valid ones before
	// it, so that the order of the list decides between two of one kind only.
	for _, d := range list {
		if d.Holiday != "" {
			w.waive(d)
		}
	}
	var applied []*decision
	for _, step := range [...][2]AdjustmentKind{{LocalDay, Vacation}, {DayOff, DayOff}, {MovedDay, WorkDay}, {HalfDay, HalfDay}} {
		for _, d := range list {
			if d.Holiday == "" && (d.Kind == step[0] || d.Kind == step[1]) && !w.overlaps(d, applied) && !w.conflicts(d) && w.apply(d) {
				applied = append(applied, d)
			}
		}
	}
	if w.Year == 0 {
		return true
	}
	if _, err := calendar.Compile(w.profile, calendar.YearSpan(w.Year)); errors.Is(err, calendar.ErrNoBusinessDay) {
		w.report(&noWork, nil, "ownDays", "no day of "+year+" is worked: check the week and the vacations", norm.Count(w.Year))
		return false
	} else if err != nil {
		w.report(&badValue, nil, "ownDays", err.Error(), norm.Text(w.profile.Key))
		return false
	}
	return true
}

// week takes the working week over.
func (w *adjuster) week() {
	var mask calendar.WeekMask
	for _, d := range w.WorkWeek {
		if d.String() == "" {
			w.report(&badValue, nil, "workWeek", "there is no weekday "+strconv.Itoa(int(d))+": use monday to sunday", norm.Count(d))
			return
		}
		if mask.Works(d) {
			w.report(&weekdayTwice, nil, "workWeek", d.String()+" is listed twice: write it once", d)
			return
		}
		mask |= calendar.Week(d)
	}
	if mask != 0 {
		w.profile = w.profile.Working(mask)
	}
}

// valid returns the decisions that are valid by themselves; ok is false if they name too
// many days.
func (w *adjuster) valid() (list []*decision, ok bool) {
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
		w.report(&badValue, nil, "ownDays", "they name more than "+strconv.Itoa(maxAdjustedDays)+" days: write fewer", norm.Count(days))
		return nil, false
	}
	return list, true
}

// identified checks that a decision has an id of its own, which is not the key of a
// holiday of the profile.
func (w *adjuster) identified(i int, d *Adjustment) bool {
	switch {
	case d == nil:
		w.report(&missingValue, nil, "ownDays", "element "+strconv.Itoa(i+1)+" is missing: remove it", nil)
	case d.ID == "":
		w.report(&badID, nil, "ownDays", "element "+strconv.Itoa(i+1)+" has no id: give it one", norm.Text(d.title()))
	case w.ids[d.ID]:
		w.report(&badID, d, "", "its id is used twice: choose another")
	case w.profile.Has(d.ID):
		w.report(&badID, d, "", "its id is the key of a holiday of the profile: choose another")
	default:
		w.ids[d.ID] = true
		return true
	}
	return false
}

// complete checks that a decision has what its kind needs, and nothing else.
func (w *adjuster) complete(d *Adjustment) bool {
	before := len(w.problems)
	need := func(field string, missing bool, what string) {
		if missing {
			w.report(&missingValue, d, field, what+" is missing")
		}
	}
	reject := func(field string, set bool, why string) {
		if set {
			w.report(&unusedValue, d, field, why+": remove it")
		}
	}
	if d.Kind.String() == "" {
		need("kind", true, "the kind, one of local-day, vacation, half-day, day-off, moved-day and work-day,")
		return false
	}
	oneDay := d.Span.Days() <= 1
	need("span.end", !d.Span.Start.IsZero() && d.Span.End.IsZero(), "its last day")
	need("span.start", d.Span.Start.IsZero() && !d.Span.End.IsZero(), "its first day")
	need("span", d.Span.IsZero() && d.Rule == "" && d.Holiday == "", "when it is")
	reject("rule", d.Rule != "" && !d.Kind.TakesRule(), "a "+d.Kind.String()+" has no rule")
	reject("rule", d.Rule != "" && d.Kind.TakesRule() && !d.Span.IsZero(), "it has both its days and a rule")
	reject("valid", d.Rule == "" && !d.Valid.IsZero(), "without a rule it has no validity")
	reject("holiday", d.Holiday != "" && !d.Kind.TakesHoliday(), "only a work-day names a holiday")
	reject("holiday", d.Holiday != "" && d.Kind.TakesHoliday() && !d.Span.IsZero(), "it has both its days and a holiday")
	reject("instead", !d.Instead.IsZero() && (!d.Kind.TakesInstead() || !d.Kind.NeedsInstead() && !oneDay || d.Holiday != ""), "only a moved-day, or a work-day of one day, is rested on another")
	need("instead", d.Kind.NeedsInstead() && d.Instead.IsZero(), "the day that is rested instead")
	if d.Kind.NeedsReason() {
		need("reason", d.Reason == "", "the reason")
		need("document", d.Document == "", "the number of the document that says so")
	}
	return len(w.problems) == before
}

// report adds a problem with a field of a decision, or with all of it if the field is "".
// The name of the decision is the first argument of a finding about one; values are the
// arguments after it. It returns the error, for more to be added.
func (w *adjuster) report(kind *norm.FindingKind, d *Adjustment, field, text string, values ...encoding.TextMarshaler) *Error {
	var path norm.Path
	if d != nil {
		path = norm.Path("ownDays").Item(d.ID)
		values = append([]encoding.TextMarshaler{w.nameOf(d)}, values...)
	}
	if field != "" {
		path = path.Field(field)
	}
	e := &Error{kind.At(path, values...), text}
	w.problems = append(w.problems, e)
	return e
}

// nameOf returns what identifies d for people: its title, the holiday that it has worked,
// or its kind.
func (w *adjuster) nameOf(d *Adjustment) encoding.TextMarshaler {
	if title := d.title(); title != d.ID || d.Kind.String() == "" {
		return norm.Text(title)
	}
	if d.Holiday == "" {
		return d.Kind
	}
	for i := range w.profile.Holidays {
		if h := &w.profile.Holidays[i]; h.Named(d.Holiday) {
			return norm.Citation(h.Name)
		}
	}
	return norm.Text(d.Holiday)
}

// reversed reports a span that ends before it starts, with a fix that swaps its dates.
func (w *adjuster) reversed(d *Adjustment, field string, s calendar.Span) {
	e := w.report(&reversedSpan, d, field, s.String()+" ends before it starts: swap its dates", s.Start, s.End)
	e.Fixes = []norm.Fix{norm.SwapDates(e.Path, s.Start.String(), s.End.String())}
}

// sort puts the problems in the order of the decisions, those about none of them
// first.
func (w *adjuster) sort() {
	position := func(e *Error) int {
		return slices.IndexFunc(w.OwnDays, func(d *Adjustment) bool {
			return d != nil && e.Path.Within(norm.Path("ownDays").Item(d.ID))
		})
	}
	slices.SortStableFunc(w.problems, func(a, b *Error) int { return cmp.Compare(position(a), position(b)) })
}
