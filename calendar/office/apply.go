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

// Limits of Adjustments: their number, and the number of their days in a year. Applying n
// of them takes time and memory in proportion to n and to the number of their days.
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

// ApplyValid returns p with the valid adjustments, and the problems of the others in
// their order. It returns p unchanged if p or the year is invalid, if there are too many
// adjustments, and if no day of the year would be a business day.
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
	ids           map[string]int // the positions of the adjustments by their ids, from 1
	applied       decisions
	added         addedDays
	problems      []*Error
}

// run applies the valid adjustments and reports whether the resulting profile compiles.
func (w *adjuster) run() bool {
	year := strconv.Itoa(w.Year)
	if err := w.profile.Validate(); err != nil {
		w.report(&badValue, nil, "", err.Error(), norm.Text(w.profile.Key))
		return false
	}
	switch {
	case len(w.OwnDays) > maxAdjustments:
		w.report(&badValue, nil, "ownDays", "there are more than "+strconv.Itoa(maxAdjustments)+": remove some", norm.Count(len(w.OwnDays)))
		return false
	case w.Year != 0 && !calendar.YearSpan(w.Year).Valid():
		w.report(&badValue, nil, "year", "there is no year "+year+": use 1 to 9999, or 0 for any", norm.Text(year))
		return false
	}
	w.ids = make(map[string]int, len(w.OwnDays))
	for i, d := range w.OwnDays {
		if d != nil && w.ids[d.ID] == 0 {
			w.ids[d.ID] = i + 1
		}
	}
	w.applyWeek()
	list, ok := w.validDecisions()
	if !ok {
		return false
	}
	// The order is: cancelled holidays, local days and vacations, days off, days that
	// are moved or worked, half days. Each adjustment is compared with the valid ones
	// before it, so that the order of the list matters only within one of these groups.
	w.waiveAll(list)
	w.applied.anyYear = w.Year == 0
	w.applied.byDay, w.applied.byInstead = map[calendar.Date][]int{}, map[calendar.Date][]int{}
	w.added.days = map[calendar.Date]addedDay{}
	calls := 0
	for _, step := range [...][2]AdjustmentKind{{LocalDay, Vacation}, {DayOff, DayOff}, {MovedDay, WorkDay}, {HalfDay, HalfDay}} {
		for _, d := range list {
			if d.Holiday != "" || d.Kind != step[0] && d.Kind != step[1] {
				continue
			}
			if calls++; !w.overlaps(d, calls) && !w.conflicts(d) && w.apply(d) {
				w.applied.add(d)
			}
		}
	}
	w.profile = w.profile.With(w.added.holidays...)
	if w.Year == 0 {
		return true
	}
	if _, err := calendar.Compile(w.profile, calendar.YearSpan(w.Year)); errors.Is(err, calendar.ErrNoBusinessDay) {
		w.report(&noWork, nil, "ownDays", "no day of "+year+" is a business day: check the working week and the vacations", norm.Count(w.Year))
		return false
	} else if err != nil {
		w.report(&badValue, nil, "ownDays", err.Error(), norm.Text(w.profile.Key))
		return false
	}
	return true
}

// applyWeek replaces the working week of the profile with WorkWeek, if it is valid.
func (w *adjuster) applyWeek() {
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

// validDecisions returns the adjustments whose fields are valid. ok is false if they have
// too many days in total.
func (w *adjuster) validDecisions() (list []*decision, ok bool) {
	days := 0
	for i, a := range w.OwnDays {
		if !w.checkID(i, a) || !w.checkFields(a) {
			continue
		}
		d := &decision{Adjustment: a}
		if w.checkDays(d) {
			list = append(list, d)
			days += len(d.days)
		}
	}
	if days > maxAdjustedDays {
		w.report(&badValue, nil, "ownDays", "they have more than "+strconv.Itoa(maxAdjustedDays)+" days: remove some", norm.Count(days))
		return nil, false
	}
	return list, true
}

// checkID checks that the id of an adjustment is unique and is not the key of a holiday
// of the profile.
func (w *adjuster) checkID(i int, d *Adjustment) bool {
	switch {
	case d == nil:
		w.report(&missingValue, nil, "ownDays", "element "+strconv.Itoa(i+1)+" is missing: remove it", nil)
	case d.ID == "":
		w.report(&badID, nil, "ownDays", "element "+strconv.Itoa(i+1)+" has no id: give it one", norm.Text(d.title()))
	case w.ids[d.ID] != i+1:
		w.report(&badID, d, "", "its id is used twice: choose another")
	case w.profile.Has(d.ID):
		w.report(&badID, d, "", "its id is the key of a holiday of the profile: choose another")
	default:
		return true
	}
	return false
}

// checkFields checks that an adjustment has the fields that its kind requires, and no
// fields that the kind cannot have.
func (w *adjuster) checkFields(d *Adjustment) bool {
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
	need("span", d.Span.IsZero() && d.Rule == "" && d.Holiday == "", "the span, rule or holiday")
	reject("rule", d.Rule != "" && !d.Kind.TakesRule(), "a "+d.Kind.String()+" cannot have a rule")
	reject("rule", d.Rule != "" && d.Kind.TakesRule() && !d.Span.IsZero(), "its span already gives the days")
	reject("valid", d.Rule == "" && !d.Valid.IsZero(), "a validity needs a rule")
	reject("holiday", d.Holiday != "" && !d.Kind.TakesHoliday(), "only a work-day can have a holiday")
	reject("holiday", d.Holiday != "" && d.Kind.TakesHoliday() && !d.Span.IsZero(), "its span already gives the days")
	reject("instead", !d.Instead.IsZero() && (!d.Kind.TakesInstead() || !d.Kind.NeedsInstead() && !oneDay || d.Holiday != ""), "only a moved-day or a work-day of one day can have a day off instead")
	need("instead", d.Kind.NeedsInstead() && d.Instead.IsZero(), "the day off instead")
	if d.Kind.NeedsReason() {
		need("reason", d.Reason == "", "the reason")
		need("document", d.Document == "", "the document")
	}
	return len(w.problems) == before
}

// report adds a problem with a field of an adjustment, or with the whole adjustment if
// field is "". If d is not nil, its name is the first argument of the finding, before
// values. It returns the error so that the caller can add fixes.
func (w *adjuster) report(kind *norm.FindingKind, d *Adjustment, field, text string, values ...encoding.TextMarshaler) *Error {
	var path norm.Path
	if d != nil {
		path = norm.Path("ownDays").Item(d.ID)
		values = append([]encoding.TextMarshaler{w.nameOf(d)}, values...)
	}
	if field != "" {
		path = path.Field(field)
	}
	e := &Error{Finding: kind.At(path, values...), text: text}
	if d != nil {
		e.position = w.ids[d.ID]
	}
	w.problems = append(w.problems, e)
	return e
}

// nameOf returns a name for d in texts for people, who do not see ids: its title, the
// holiday that it cancels, or its kind.
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

// reportReversed reports a span that ends before it starts, with a fix that swaps its dates.
func (w *adjuster) reportReversed(d *Adjustment, field string, s calendar.Span) {
	e := w.report(&reversedSpan, d, field, s.String()+" ends before it starts: swap its dates", s.Start, s.End)
	e.Fixes = []norm.Fix{norm.SwapDates(e.Path, s.Start.String(), s.End.String())}
}

// sort sorts the problems in the order of the adjustments. Problems of no adjustment
// come first.
func (w *adjuster) sort() {
	slices.SortStableFunc(w.problems, func(a, b *Error) int { return cmp.Compare(a.position, b.position) })
}
