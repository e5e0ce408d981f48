package calendar

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// HolidayKind is the authority that a special day comes from, and so whom it applies
// to. The zero value is unspecified and invalid.
type HolidayKind uint8

const (
	// Mandatory is a rest day of the general labour law (descanso
	// obligatorio).
	Mandatory HolidayKind = iota + 1
	// PublicServant is a rest day of public servants only.
	PublicServant
	// Bank is a day on which banks close.
	Bank
	// Electoral is the day of an ordinary election.
	Electoral
	// Local is a day of one place, such as the feast of its patron saint.
	Local
	// Employer is a day that an employer sets in a document of its own.
	Employer
	// Civic is a commemoration (fecha cívica); its Effect is Observance.
	Civic
)

// Effect is the effect of a rule on its days. Work and Open override Rest on the same
// day. The zero value is Rest.
type Effect uint8

const (
	// Rest makes the day a day off.
	Rest Effect = iota
	// HalfDay makes the day a half day, which is a business day.
	HalfDay
	// Observance has no effect: it is a commemoration, or a legal day off that an
	// employer does not take.
	Observance
	// Work cancels the days off that fall on the day. The working week still applies:
	// a Sunday remains a day of rest.
	Work
	// Open makes the day a business day, whatever the working week and the days off
	// (día habilitado).
	Open
)

// Holiday is one version of the rule of a special day, with its legal source. If a
// reform changes the rule, the new version is another Holiday with the same Key. The
// Valid spans of holidays with the same key must not overlap, even if their rules have
// no date in common; a Holiday without Valid must be the only one with its key.
type Holiday struct {
	// Key identifies the day in all versions of its rule: "constitution".
	Key  string     `json:"key,omitzero"`
	Name norm.Label `json:"name,omitzero"`
	Rule Rule       `json:"rule,omitzero"`
	// Valid is the span in which the rule is in force, both ends included. A zero End
	// means that it still is. Start is required, so that no reform is forgotten; use
	// Always for a rule that no reform introduced. Only rules that list their dates,
	// which are not Yearly, may leave Valid out.
	Valid  Span        `json:"valid,omitzero"`
	Kind   HolidayKind `json:"kind,omitzero"`
	Effect Effect      `json:"effect,omitzero"`
	// Exchange is the other day of a day off that an employer moves: for Work and
	// Open, the day that is off instead; for Rest, the day that is worked instead. It
	// is for display and has no effect.
	Exchange Date       `json:"exchange,omitzero"`
	Basis    norm.Basis `json:"basis,omitzero"`
	// Sourced lists the spans whose days were found in a source, in order, if the status
	// of Basis is a lesser one: the years in which the yearly list of an authority was
	// read. The status of their days is norm.Sourced.
	Sourced []Span `json:"sourced,omitzero"`
	// Waiver cites the document by which an employer does not take the day off, whose
	// Effect is then Observance. It is zero if the day is taken.
	Waiver norm.Basis `json:"waiver,omitzero"`
	// Jurisdiction is the territory in which the rule applies: "MX", "MX-JAL", an
	// INEGI code. It is for display and has no effect.
	Jurisdiction string `json:"jurisdiction,omitzero"`
}

// DayOff reports whether the days of the rule are days off.
func (h *Holiday) DayOff() bool { return h.Effect == Rest }

// Validate returns the first reason why h cannot be compiled, a *ProfileError. It does not
// check the Basis, which is optional for a rule of an employer: see norm.Basis.Validate.
func (h *Holiday) Validate() error {
	if err := h.validate(); err != nil {
		return err
	}
	return nil
}

func (h *Holiday) validate() *ProfileError {
	switch {
	case h.Key == "":
		return h.invalid(ProblemNoKey, "a holiday has no key: give it one, such as \"patron-feast\"")
	case h.Rule == nil:
		return h.invalid(ProblemNoRule, " has no rule: use "+ruleTypes)
	case h.Kind.String() == "":
		return h.invalid(ProblemNoKind, " has no kind: use Local for a feast of the place")
	case h.Effect.String() == "":
		return h.invalid(ProblemNoEffect, " has no effect: use Rest for a day off")
	case h.Kind == Civic && h.Effect != Observance:
		return h.invalid(ProblemCommemoration, " is a commemoration, which has no effect: set its effect to Observance, or choose another kind")
	case !h.Valid.Start.IsZero() && !h.Valid.End.IsZero() && !h.Valid.Valid():
		return h.invalid(ProblemValidity, " is valid "+h.Valid.String()+", which ends before it starts")
	}
	if err := validateRule(h.Rule); err != nil {
		return h.invalid(ProblemRule, ": "+trimPrefix(err))
	}
	if h.Valid.Start.IsZero() && h.Rule.Yearly() {
		return h.invalid(ProblemNoValidity, " has no validity: write in Valid.Start the first day on which its rule is in force, or use Always")
	}
	return nil
}

// Named reports whether key identifies the holiday. It ignores the prefix that Union
// adds if two profiles use one key for different rules, as in "bancos.christmas".
func (h *Holiday) Named(key string) bool { return baseKey(h.Key) == baseKey(key) }

// Always returns the validity of a rule that is in force at all times.
func Always() Span { return Span{Start: Date{1}} }

// InForce reports whether the rule is in force on d.
func (h *Holiday) InForce(d Date) bool {
	return !d.IsZero() && h.Valid.Start.n <= d.n && (h.Valid.End.IsZero() || d.n <= h.Valid.End.n)
}

// statusOn returns the status of the rule on d.
func (h *Holiday) statusOn(d Date) norm.Status {
	for _, s := range h.Sourced {
		if s.Contains(d) {
			return norm.Sourced
		}
	}
	return h.Basis.Status
}

// FallsOn reports whether the holiday falls on d: its rule yields d and is in force on d.
func (h *Holiday) FallsOn(d Date) bool {
	if !h.InForce(d) {
		return false
	}
	var array [4]ruleDay
	for _, day := range h.Rule.appendYear(array[:0], d.Year()) {
		if day.date == d {
			return true
		}
	}
	return false
}

// overlaps reports whether both holidays are in force on some day.
func (h *Holiday) overlaps(o *Holiday) bool {
	before := func(a, b *Holiday) bool { return !a.Valid.End.IsZero() && a.Valid.End.n < b.Valid.Start.n }
	return !before(h, o) && !before(o, h)
}

// Occurrence is one day on which a holiday falls.
type Occurrence struct {
	Date Date `json:"date,omitzero"`
	// Status is the certainty of the date: that of the basis, unless the rule lists
	// the date with a status of its own.
	Status norm.Status `json:"status,omitzero"`
	// Verified is true if the day lies in the span for which the profile was checked
	// against its sources.
	Verified bool `json:"verified,omitzero"`
	// Holiday is the rule that falls on the day. It belongs to the calendar; the
	// caller must not modify it.
	Holiday *Holiday `json:"holiday,omitempty"`
}

func trimPrefix(err error) string {
	const prefix = "calendar: "
	s := err.Error()
	if len(s) > len(prefix) && s[:len(prefix)] == prefix {
		return s[len(prefix):]
	}
	return s
}
