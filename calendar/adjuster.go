package calendar

import (
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// maxAdjustments bounds the elements of Adjustments: each is held against all others.
const maxAdjustments = 1000

// adjuster applies Adjustments to a profile and notes what is wrong with them.
type adjuster struct {
	*Adjustments
	profile   Profile
	decisions []*decision
	ids       map[string]bool
	wrong     []*AdjustmentError
}

// decision is an element of any list of Adjustments.
type decision struct {
	list     norm.Path
	index    int
	there    bool
	id       string
	document string

	// Of what adds a holiday: a span, or a rule with its validity. field is where
	// the span stands.
	name        string
	span, valid Span
	rule        string
	field       norm.Path
	kind        HolidayKind
	half, reach bool // reach: the span may leave the year

	// Of what changes days. For a move both days are required.
	changes bool
	holiday string
	change  Change
}

func (w *adjuster) refuse(path norm.Path, code norm.Code, before, value, after string) {
	w.wrong = append(w.wrong, &AdjustmentError{path, code, before, value, after})
}

func (w *adjuster) run() {
	if w.elements() > maxAdjustments {
		w.refuse("", AdjustmentValue, "there are more of them than ", strconv.Itoa(maxAdjustments), ": write fewer")
		return
	}
	if w.Year != 0 && !YearSpan(w.Year).Valid() {
		w.refuse("year", AdjustmentValue, "there is no year ", strconv.Itoa(w.Year), ": use 1 to 9999, or 0 for any")
		return
	}
	w.week()
	w.list()
	w.ids = make(map[string]bool, len(w.decisions))
	var ready []*decision
	for _, d := range w.decisions {
		if w.identified(d) && w.complete(d) {
			ready = append(ready, d)
		}
	}
	// Holidays that go, holidays that come, and then single days, so that each is
	// held against all that was decided before it.
	for _, d := range ready {
		if d.changes && d.change.day().IsZero() {
			w.profile = w.profile.Without(d.holiday)
		}
	}
	for i, d := range ready {
		if !d.changes {
			w.add(d, ready[:i])
		}
	}
	for _, d := range ready {
		if d.changes && !d.change.day().IsZero() {
			w.apply(d)
		}
	}
	if len(w.wrong) > 0 {
		return
	}
	if err := w.profile.Validate(); err != nil {
		w.refuse("", AdjustmentConflict, "", trimPrefix(err), "")
	} else if w.Year != 0 {
		if _, err := Compile(w.profile, YearSpan(w.Year)); err != nil {
			w.refuse("", AdjustmentNoWork, "no day of ", strconv.Itoa(w.Year), " is worked: check the week and the vacations")
		}
	}
}

func (w *adjuster) week() {
	var mask WeekMask
	for _, d := range w.Week {
		if d.String() == "" || mask.Works(d) {
			w.refuse("week", AdjustmentValue, "weekday ", strconv.Itoa(int(d)), " does not exist or is there twice: write each of monday to sunday once")
			return
		}
		mask |= Week(d)
	}
	if mask != 0 {
		w.profile.Week = mask
	}
}

// identified checks that an element is there and has an id of its own, which for a
// new holiday is no key of the profile.
func (w *adjuster) identified(d *decision) bool {
	switch {
	case !d.there:
		w.refuse(d.list, AdjustmentMissing, "element ", strconv.Itoa(d.index+1), " is missing: take it out")
	case d.id == "":
		w.refuse(d.list, AdjustmentID, "element ", strconv.Itoa(d.index+1), " has no id: give it one")
	case w.ids[d.id]:
		w.refuse(d.path(), AdjustmentID, "its id is there twice: choose another", "", "")
	case !d.changes && w.profile.Has(d.id):
		w.refuse(d.path(), AdjustmentID, "its id is the key of a holiday of the profile: choose another", "", "")
	default:
		w.ids[d.id] = true
		return true
	}
	return false
}

// complete checks that a decision has what it needs.
func (w *adjuster) complete(d *decision) bool {
	before, path, c := len(w.wrong), d.path(), &d.change
	missing := func(field norm.Path, absent bool, what string) {
		if absent {
			w.refuse(path.Field(string(field)), AdjustmentMissing, what, " is missing", "")
		}
	}
	if !d.changes {
		missing(d.field, d.rule == "" && d.span.IsZero(), "when it is")
		if d.rule != "" && !d.span.IsZero() {
			w.refuse(path, AdjustmentConflict, "it has both its days and a rule: keep one of them", "", "")
		}
		return len(w.wrong) == before
	}
	missing("reason", c.Reason == "", "the reason")
	missing("document", c.Document == "", "the number of the document that says so")
	switch d.list {
	case "moves":
		missing("from", c.From.IsZero(), "the day that is worked")
		missing("to", c.To.IsZero(), "the day that is rested instead")
	case "added":
		missing("date", c.To.IsZero(), "the day")
	case "opened":
		missing("date", c.Open.IsZero(), "the day")
	default:
		missing("date", c.From.IsZero() && d.holiday == "", "the day, or the key of a holiday,")
	}
	if d.holiday != "" && !w.profile.Has(d.holiday) && (c.day().IsZero() || !w.makes(d.holiday)) {
		w.refuse(path.Field("holiday"), AdjustmentHoliday, "the profile has no holiday ", norm.Quote(d.holiday), ": use one of its keys")
	}
	return len(w.wrong) == before
}

// makes reports whether the adjustments themselves add a holiday with that key.
func (w *adjuster) makes(key string) bool {
	for _, d := range w.decisions {
		if !d.changes && d.id == key {
			return true
		}
	}
	return false
}

func (d *decision) path() norm.Path { return d.list.Item(d.id) }
