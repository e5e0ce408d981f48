package calendar

import "github.com/rumbo-mx/rumbo/calendar/norm"

// removedRules takes away the holidays that are removed in every year, and leaves
// removed days to removedDays.
func (w *adjuster) removedRules() {
	for i, e := range w.Removed {
		var id string
		if e != nil {
			id = e.ID
		}
		path, ok := w.element("removed", i, id, e != nil)
		if !ok || !w.act(path, e.Reason, e.Document) {
			continue
		}
		switch {
		case e.Holiday == "" && e.Date.IsZero():
			w.refuse(path, AdjustmentMissing, "it names neither a day nor a holiday: write one of them")
		case e.Holiday != "" && !w.profile.Has(e.Holiday):
			w.refuse(path.Field("holiday"), AdjustmentHoliday, w.unknown(e.Holiday))
		case e.Date.IsZero():
			w.profile = w.profile.Without(e.Holiday)
		}
	}
}

func (w *adjuster) unknown(key string) string {
	return "the profile " + norm.Quote(w.profile.Key) + " has no holiday " + norm.Quote(key) + ": use one of its keys"
}

func (w *adjuster) changes() {
	for i, e := range w.Moves {
		var id string
		if e != nil {
			id = e.ID
		}
		path, ok := w.element("moves", i, id, e != nil)
		if ok && w.act(path, e.Reason, e.Document) && w.moveDays(path, e) && w.falls(path, e.Holiday, e.From) {
			w.change(path, Change{From: e.From, To: e.To, Reason: e.Reason, Document: e.Document})
		}
	}
	for i, e := range w.Added {
		var id string
		if e != nil {
			id = e.ID
		}
		path, ok := w.element("added", i, id, e != nil)
		if ok && w.act(path, e.Reason, e.Document) && w.day(path.Field("date"), e.Date) {
			w.change(path, Change{To: e.Date, Name: norm.Label{ES: e.Name, EN: e.Name}, Reason: e.Reason, Document: e.Document})
		}
	}
	for _, e := range w.Removed {
		if e == nil || e.ID == "" || e.Date.IsZero() || e.Reason == "" || e.Document == "" {
			continue // refused by removedRules, or done there
		}
		path := norm.Path("removed").Item(e.ID)
		if e.Holiday != "" && !w.profile.Has(e.Holiday) {
			continue
		}
		if w.day(path.Field("date"), e.Date) && w.falls(path, e.Holiday, e.Date) {
			w.change(path, Change{From: e.Date, Reason: e.Reason, Document: e.Document})
		}
	}
	for i, e := range w.Opened {
		var id string
		if e != nil {
			id = e.ID
		}
		path, ok := w.element("opened", i, id, e != nil)
		if ok && w.act(path, e.Reason, e.Document) && w.day(path.Field("date"), e.Date) {
			w.change(path, Change{Open: e.Date, To: e.Rest, Reason: e.Reason, Document: e.Document})
		}
	}
}

// moveDays checks the dates of a move: both are there, and one lies in the year.
func (w *adjuster) moveDays(path norm.Path, e *Move) bool {
	switch {
	case e.From.IsZero():
		w.refuse(path.Field("from"), AdjustmentMissing, "the day that is worked is missing")
	case e.To.IsZero():
		w.refuse(path.Field("to"), AdjustmentMissing, "the day that is rested instead is missing")
	case w.Year != 0 && e.From.Year() != w.Year && e.To.Year() != w.Year:
		return w.day(path.Field("from"), e.From)
	default:
		return true
	}
	return false
}

// falls checks that the holiday with a key, where one is given, falls on d.
func (w *adjuster) falls(path norm.Path, key string, d Date) bool {
	if key == "" {
		return true
	}
	if !w.profile.Has(key) {
		w.refuse(path.Field("holiday"), AdjustmentHoliday, w.unknown(key))
		return false
	}
	one := w.profile
	one.Holidays = nil
	for i := range w.profile.Holidays {
		if w.profile.Holidays[i].Key == key {
			one.Holidays = append(one.Holidays, w.profile.Holidays[i])
		}
	}
	if one.dayOff(d) == nil {
		w.refuse(path.Field("holiday"), AdjustmentHoliday, "the holiday "+norm.Quote(key)+" does not fall on "+d.String())
		return false
	}
	return true
}

// change adds a change, and takes it back where it does not fit the profile. A day
// that the week rests on anyway is not worth a day off.
func (w *adjuster) change(path norm.Path, c Change) {
	if !c.To.IsZero() && !w.profile.Week.Works(c.To.Weekday()) {
		w.refuse(path, AdjustmentConflict, "the week rests on "+c.To.String()+" anyway: choose a day that is worked")
		return
	}
	next := w.profile.Changed(c)
	if text := next.validateChange(len(next.Changes) - 1); text != "" {
		w.refuse(path, AdjustmentConflict, text)
		return
	}
	w.profile = next
}
