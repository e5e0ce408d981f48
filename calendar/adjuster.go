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
	profile Profile
	ids     map[string]bool
	wrong   []*AdjustmentError
}

func (w *adjuster) refuse(path norm.Path, code norm.Code, text string) {
	w.wrong = append(w.wrong, &AdjustmentError{path, code, text})
}

func (w *adjuster) run() {
	if n := w.elements(); n > maxAdjustments {
		w.refuse("", AdjustmentValue, "there are "+strconv.Itoa(n)+" of them; write at most "+strconv.Itoa(maxAdjustments))
		return
	}
	if w.Year != 0 && !YearSpan(w.Year).Valid() {
		w.refuse("year", AdjustmentValue, "there is no year "+strconv.Itoa(w.Year)+": use 1 to 9999, or 0 for any")
		return
	}
	w.ids = make(map[string]bool, w.elements())
	w.week()
	w.removedRules()
	w.localDays()
	w.vacations()
	w.halfDays()
	w.changes()
	if len(w.wrong) > 0 {
		return
	}
	if err := w.profile.Validate(); err != nil {
		w.refuse("", AdjustmentConflict, trimPrefix(err))
		return
	}
	if w.Year != 0 {
		if _, err := Compile(w.profile, YearSpan(w.Year)); err != nil {
			w.refuse("", AdjustmentNoWork, "no day of "+strconv.Itoa(w.Year)+" is worked: check the week and the vacations")
		}
	}
}

func (w *adjuster) week() {
	if len(w.Week) == 0 {
		return
	}
	var mask WeekMask
	before := len(w.wrong)
	for _, d := range w.Week {
		switch {
		case d.String() == "":
			w.refuse("week", AdjustmentValue, "there is no weekday "+strconv.Itoa(int(d))+": use monday to sunday")
		case mask.Works(d):
			w.refuse("week", AdjustmentValue, d.String()+" is there twice: write it once")
		}
		mask |= Week(d)
	}
	if len(w.wrong) == before {
		w.profile.Week = mask
	}
}

// element notes the id of an element and returns its path; ok is false where it
// cannot be used.
func (w *adjuster) element(list norm.Path, i int, id string, there bool) (path norm.Path, ok bool) {
	switch {
	case !there:
		w.refuse(list, AdjustmentMissing, "element "+strconv.Itoa(i+1)+" is missing: take it out")
	case id == "":
		w.refuse(list, AdjustmentID, "element "+strconv.Itoa(i+1)+" has no id: give it one")
	case w.ids[id]:
		w.refuse(list.Item(id), AdjustmentID, "its id is there twice: choose another")
	default:
		w.ids[id] = true
		return list.Item(id), true
	}
	return "", false
}

// names checks that the id of a new holiday is free to be its key.
func (w *adjuster) names(path norm.Path, id string) bool {
	if w.profile.Has(id) {
		w.refuse(path, AdjustmentID, "the profile has a holiday with the key "+norm.Quote(id)+": choose another id")
		return false
	}
	return true
}

// day checks a date that is required to lie in the year.
func (w *adjuster) day(path norm.Path, d Date) bool {
	switch {
	case d.IsZero():
		w.refuse(path, AdjustmentMissing, "the date is missing")
	case w.Year != 0 && d.Year() != w.Year:
		w.refuse(path, AdjustmentYear, d.String()+" is not a day of "+strconv.Itoa(w.Year))
	default:
		return true
	}
	return false
}

// span checks days that are required to lie in the year, or with reach to touch it.
func (w *adjuster) span(path norm.Path, s Span, reach bool) bool {
	year := YearSpan(w.Year)
	switch {
	case !s.Valid():
		w.refuse(path, AdjustmentValue, trimPrefix(s.Validate()))
	case s.Days() > maxEachDay:
		w.refuse(path, AdjustmentValue, s.String()+" has more than "+strconv.Itoa(maxEachDay)+" days: change the week or divide it")
	case w.Year != 0 && (!s.Overlaps(year) || !reach && !year.Covers(s)):
		w.refuse(path, AdjustmentYear, s.String()+" is not in "+strconv.Itoa(w.Year))
	default:
		return true
	}
	return false
}

// act checks that a change has its reason and its document.
func (w *adjuster) act(path norm.Path, reason, document string) bool {
	if reason == "" {
		w.refuse(path.Field("reason"), AdjustmentMissing, "the reason is missing")
	}
	if document == "" {
		w.refuse(path.Field("document"), AdjustmentMissing, "the number of the document that says so is missing")
	}
	return reason != "" && document != ""
}

// rule reads the rule of an element and its validity.
func (w *adjuster) rule(path norm.Path, text string, valid Span) (Rule, bool) {
	r, err := ParseRule(text)
	year := YearSpan(w.Year)
	switch {
	case err != nil:
		w.refuse(path.Field("rule"), AdjustmentValue, trimPrefix(err))
	case valid.Start.IsZero() && !namesYears(r):
		w.refuse(path.Field("valid"), AdjustmentMissing, "the rule has no validity: write the first day on which it holds")
	case !valid.Start.IsZero() && !valid.End.IsZero() && !valid.Valid():
		w.refuse(path.Field("valid"), AdjustmentValue, trimPrefix(valid.Validate()))
	case w.Year != 0 && (valid.Start.n > year.End.n || !valid.End.IsZero() && valid.End.n < year.Start.n):
		w.refuse(path.Field("valid"), AdjustmentYear, "the rule does not hold in "+strconv.Itoa(w.Year))
	default:
		return r, true
	}
	return nil, false
}

// overlap refuses s where it shares days with a span before it.
func (w *adjuster) overlap(path norm.Path, s Span, ids []string, spans []Span) bool {
	for i, o := range spans {
		if common, ok := s.Intersect(o); ok {
			w.refuse(path, AdjustmentOverlap, "its days "+common.String()+" are those of "+norm.Quote(ids[i])+" too: divide them")
			return true
		}
	}
	return false
}

// add adds a holiday that an element makes.
func (w *adjuster) add(id, name, document string, kind HolidayKind, rule Rule, valid Span, half bool) {
	h := Holiday{
		Key: id, Name: norm.Label{ES: name, EN: name}, Rule: rule, Valid: valid, Kind: kind, Half: half,
		Basis:        norm.Basis{Law: document, Fraction: norm.NoFraction, Status: norm.Sourced},
		Jurisdiction: w.profile.Jurisdiction,
	}
	if name == "" {
		h.Name = norm.Label{ES: id, EN: id}
	}
	if document == "" {
		h.Basis.Status = norm.FromMemory
	}
	w.profile = w.profile.With(h)
}

func (w *adjuster) localDays() {
	var ids []string
	var spans []Span
	for i, e := range w.LocalDays {
		var id string
		if e != nil {
			id = e.ID
		}
		path, ok := w.element("localDays", i, id, e != nil)
		if !ok || !w.names(path, e.ID) {
			continue
		}
		switch {
		case e.Rule != "" && !e.Span.IsZero():
			w.refuse(path, AdjustmentConflict, "it has both a span and a rule: keep one of them")
		case e.Rule != "":
			if r, ok := w.rule(path, e.Rule, e.Valid); ok {
				w.add(e.ID, e.Name, e.Document, Local, r, e.Valid, false)
			}
		case e.Span.IsZero():
			w.refuse(path.Field("span"), AdjustmentMissing, "it has neither days nor a rule: write one of them")
		case w.span(path.Field("span"), e.Span, false) && !w.overlap(path.Field("span"), e.Span, ids, spans):
			ids, spans = append(ids, e.ID), append(spans, e.Span)
			w.add(e.ID, e.Name, e.Document, Local, EachDay{e.Span}, Span{}, false)
		}
	}
}

func (w *adjuster) vacations() {
	var ids []string
	var spans []Span
	for i, e := range w.Vacations {
		var id string
		if e != nil {
			id = e.ID
		}
		path, ok := w.element("vacations", i, id, e != nil)
		if ok && w.names(path, e.ID) && w.span(path.Field("span"), e.Span, true) && !w.overlap(path.Field("span"), e.Span, ids, spans) {
			ids, spans = append(ids, e.ID), append(spans, e.Span)
			w.add(e.ID, e.Name, e.Document, Employer, EachDay{e.Span}, Span{}, false)
		}
	}
}

func (w *adjuster) halfDays() {
	for i, e := range w.HalfDays {
		var id string
		if e != nil {
			id = e.ID
		}
		path, ok := w.element("halfDays", i, id, e != nil)
		if !ok || !w.names(path, e.ID) {
			continue
		}
		switch {
		case e.Rule != "" && !e.Date.IsZero():
			w.refuse(path, AdjustmentConflict, "it has both a date and a rule: keep one of them")
		case e.Rule != "":
			if r, ok := w.rule(path, e.Rule, e.Valid); ok {
				w.add(e.ID, e.Name, e.Document, Employer, r, e.Valid, true)
			}
		case !w.day(path.Field("date"), e.Date):
		case w.profile.dayOff(e.Date) != nil || !w.profile.Week.Works(e.Date.Weekday()):
			w.refuse(path.Field("date"), AdjustmentConflict, e.Date.String()+" is not worked at all")
		default:
			w.add(e.ID, e.Name, e.Document, Employer, Dates(e.Date), Span{}, true)
		}
	}
}
