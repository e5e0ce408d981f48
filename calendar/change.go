package calendar

import "github.com/rumbo-mx/rumbo/calendar/norm"

// Change is one employer's exception: the days off of From are worked, the day To
// is rested, the day Open is worked though the week rests. At least one is there;
// From and To together are a move, Open and To an exchange. Or it names no day and the
// Holiday is worked in every year.
type Change struct {
	From, To, Open Date
	// Holiday is the key of a day off that is not taken in any year; in profiles put
	// together it stands for that of each.
	Holiday string
	// Name is the name of To; where it is empty To takes that of From's
	// holiday.
	Name norm.Label
	// Reason is why, as the employer puts it.
	Reason string
	// Document is the act that says so, as it is cited: "Circular DRH/031/2027".
	Document string
}

// Moved returns a copy of p in which the day off that falls on from is taken on
// to. Both the reason and the document are required.
func (p Profile) Moved(from, to Date, reason, document string) Profile {
	return p.Changed(Change{From: from, To: to, Reason: reason, Document: document})
}

// Cancelled returns a copy of p in which the days off that fall on day are not
// taken. The week still holds: a Sunday stays a Sunday.
func (p Profile) Cancelled(day Date, reason, document string) Profile {
	return p.Changed(Change{From: day, Reason: reason, Document: document})
}

// Forgone returns a copy of p that works the holiday with that key in every year.
// Explain still tells of it, where Without leaves nothing to tell.
func (p Profile) Forgone(key, reason, document string) Profile {
	return p.Changed(Change{Holiday: key, Reason: reason, Document: document})
}

// Granted returns a copy of p with one more day off.
func (p Profile) Granted(day Date, name norm.Label, reason, document string) Profile {
	return p.Changed(Change{To: day, Name: name, Reason: reason, Document: document})
}

// Opened returns a copy of p that works a day on which its week rests (día
// habilitado). A day off that falls there stays one: cancel it too.
func (p Profile) Opened(day Date, reason, document string) Profile {
	return p.Changed(Change{Open: day, Reason: reason, Document: document})
}

// Changed returns a copy of p with more changes. Compile tells of those that
// change nothing or contradict each other.
func (p Profile) Changed(c ...Change) Profile {
	p.Changes = append(p.Changes[:len(p.Changes):len(p.Changes)], c...)
	return p
}

// day returns the first day that c names, for messages.
func (c *Change) day() Date {
	for _, d := range [...]Date{c.From, c.To, c.Open} {
		if !d.IsZero() {
			return d
		}
	}
	return Date{}
}

// validateChange says what is wrong with change i of p, or "".
func (p Profile) validateChange(i int) string {
	c := &p.Changes[i]
	name := "the change of " + c.day().String()
	if c.Holiday != "" {
		return p.validateForgone(i)
	}
	switch {
	case c.day().IsZero():
		return "a change names no day: write the day that is worked in From, the day that is rested in To"
	case !c.To.IsZero() && (c.From == c.To || c.Open == c.To):
		return name + " moves the day to itself"
	case c.Reason == "" || c.Document == "":
		return name + " lacks its reason or its document: write both"
	case !c.From.IsZero() && p.dayOff(c.From) == nil:
		return name + " takes back a day off that the profile does not have"
	case !c.To.IsZero() && p.dayOff(c.To) != nil:
		return name + " rests on " + c.To.String() + ", which is a day off already"
	case !c.Open.IsZero() && p.Week.Works(c.Open.Weekday()):
		return name + " opens " + c.Open.String() + ", which the week works already"
	case !c.Open.IsZero() && p.dayOff(c.Open) != nil && !p.cancels(c.Open):
		return name + " opens " + c.Open.String() + ", which is a day off: move or cancel that first"
	}
	for j := range p.Changes[:i] {
		o := &p.Changes[j]
		if !c.From.IsZero() && c.From == o.From || !c.To.IsZero() && (c.To == o.To || c.To == o.Open) ||
			!c.Open.IsZero() && (c.Open == o.Open || c.Open == o.To) {
			return name + " contradicts another one on the same day: keep one of them"
		}
	}
	if !c.To.IsZero() && !p.Week.Works(c.To.Weekday()) {
		return name + " rests on " + c.To.String() + ", on which the week rests anyway: choose a day that is worked"
	}
	return ""
}

// validateForgone is validateChange of one that names a holiday.
func (p Profile) validateForgone(i int) string {
	c := &p.Changes[i]
	name := "the change of holiday " + norm.Quote(c.Holiday)
	switch {
	case !c.day().IsZero():
		return name + " names a day too: write two changes"
	case c.Reason == "" || c.Document == "":
		return name + " lacks its reason or its document: write both"
	case !p.hasDayOff(c.Holiday):
		return name + " takes back a day off that the profile does not have"
	}
	for j := range p.Changes[:i] {
		if p.Changes[j].Holiday == c.Holiday {
			return name + " is there twice: keep one of them"
		}
	}
	return ""
}

// hasDayOff reports whether p has a day off that is named so.
func (p Profile) hasDayOff(key string) bool {
	for i := range p.Holidays {
		if h := &p.Holidays[i]; h.Named(key) && h.Kind.DayOff() && !h.Half {
			return true
		}
	}
	return false
}

// forgoes reports whether a change has a holiday worked in every year.
func (p Profile) forgoes(h *Holiday) bool {
	for i := range p.Changes {
		if key := p.Changes[i].Holiday; key != "" && h.Named(key) && h.Kind.DayOff() && !h.Half {
			return true
		}
	}
	return false
}

// cancels reports whether a change takes back the days off of d.
func (p Profile) cancels(d Date) bool {
	for i := range p.Changes {
		if p.Changes[i].From == d {
			return true
		}
	}
	return false
}

// holiday returns the day off that the change makes, named after the one it
// replaces.
func (c *Change) holiday(replaced *Holiday) Holiday {
	h := Holiday{
		Key:   "employer-" + c.To.String(),
		Name:  c.Name,
		Rule:  Dates(c.To),
		Kind:  Employer,
		Basis: norm.Basis{Law: c.Document, Fraction: norm.NoFraction, Status: norm.Sourced, Note: c.Reason},
	}
	if replaced != nil {
		h.Key, h.Jurisdiction = replaced.Key, replaced.Jurisdiction
		if h.Name == (norm.Label{}) {
			h.Name = replaced.Name
		}
	}
	if h.Name == (norm.Label{}) {
		h.Name = norm.Label{ES: c.Reason, EN: c.Reason}
	}
	return h
}
