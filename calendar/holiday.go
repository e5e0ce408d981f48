package calendar

import (
	"errors"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// HolidayKind is the authority that makes a day special, and so for whom it is. The zero
// value is unspecified and invalid.
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
	// Local is a day of one place, such as the feast of its patron.
	Local
	// Employer is a day that one employer decides by a document of its own.
	Employer
	// Civic is a commemoration (fecha cívica); its Effect is Observance.
	Civic
)

// Effect is what a rule does to its days. Work and Open win over Rest on the same
// day. The zero value is Rest.
type Effect uint8

const (
	// Rest makes the day a day off.
	Rest Effect = iota
	// HalfDay has the day worked in part: it is a business day.
	HalfDay
	// Observance changes nothing: a commemoration, or a day off of the law that an
	// employer does not take.
	Observance
	// Work has the days off that fall on the day not taken. The week still holds: a
	// Sunday stays a day of rest.
	Work
	// Open makes the day worked, over the week and the days off (día habilitado).
	Open
)

// Holiday is one version of the rule of one special day, with the law that states it.
// When a reform changes the rule, a second Holiday with the same Key follows. The Valid
// spans of holidays with one key must not overlap, even if the rules name other dates;
// one that leaves Valid out is alone with its key.
type Holiday struct {
	// Key identifies the day in all versions of its rule: "constitution".
	Key  string     `json:"key,omitzero"`
	Name norm.Label `json:"name,omitzero"`
	Rule Rule       `json:"rule,omitzero"`
	// Valid are the days on which the rule is law, both ends included. A zero End is
	// "still in force". Start is required, because a rule without it is usually a rule
	// whose reform was forgotten: Always is for a rule without a reform. Only rules that
	// list their years may leave Valid out.
	Valid  Span        `json:"valid,omitzero"`
	Kind   HolidayKind `json:"kind,omitzero"`
	Effect Effect      `json:"effect,omitzero"`
	// Exchange is the other day of a day off that an employer moves: of a Work or an
	// Open, the day that is rested instead; of a Rest, the day that is worked
	// instead. It is shown, never computed with.
	Exchange Date       `json:"exchange,omitzero"`
	Basis    norm.Basis `json:"basis,omitzero"`
	// Waiver cites the document by which an employer does not take the day off, or zero.
	// With it, Effect is Observance.
	Waiver norm.Basis `json:"waiver,omitzero"`
	// Jurisdiction is the place and the people that the rule applies to: "MX", "MX-JAL",
	// an INEGI code. It is shown, never computed with.
	Jurisdiction string `json:"jurisdiction,omitzero"`
}

// DayOff reports whether the rule makes its days days off.
func (h *Holiday) DayOff() bool { return h.Effect == Rest }

// Validate returns the first reason why h cannot be compiled. That its Basis is
// complete is checked by the norm, with Basis.Validate: a rule of an employer need
// not cite a law.
func (h *Holiday) Validate() error {
	switch {
	case h.Key == "":
		return errors.New("calendar: a holiday has no key: give it one, such as \"patron-feast\"")
	case h.Rule == nil:
		return errors.New("calendar: holiday " + h.Key + " has no rule: use " + listOfRules)
	case h.Kind.String() == "":
		return errors.New("calendar: holiday " + h.Key + " has no kind: use Local for a feast of the place")
	case h.Effect.String() == "":
		return errors.New("calendar: holiday " + h.Key + " has no effect: use Rest for a day off")
	case h.Kind == Civic && h.Effect != Observance:
		return errors.New("calendar: holiday " + h.Key + " is a commemoration, which is worked: set its effect to Observance, or choose another kind")
	case !h.Valid.Start.IsZero() && !h.Valid.End.IsZero() && !h.Valid.Valid():
		return errors.New("calendar: holiday " + h.Key + " is valid " + h.Valid.String() + ", which ends before it starts")
	}
	if err := validateRule(h.Rule); err != nil {
		return errors.New("calendar: holiday " + h.Key + ": " + trimPrefix(err))
	}
	if h.Valid.Start.IsZero() && h.Rule.Yearly() {
		return errors.New("calendar: holiday " + h.Key + " has no validity: write in Valid.Start the first day on which its rule holds, or use Always")
	}
	return nil
}

// Named reports whether key identifies the holiday. Union puts the key of a profile
// before the key of a rule, as in "bancos.christmas", if two profiles use one key for
// different rules; "christmas" names both.
func (h *Holiday) Named(key string) bool { return ownKey(h.Key) == ownKey(key) }

// Always returns the validity of a rule that always was and still is in force.
func Always() Span { return Span{Start: Date{1}} }

// InForce reports whether the rule is law on d.
func (h *Holiday) InForce(d Date) bool {
	return !d.IsZero() && h.Valid.Start.n <= d.n && (h.Valid.End.IsZero() || d.n <= h.Valid.End.n)
}

// FallsOn reports whether the rule names d while it is in force.
func (h *Holiday) FallsOn(d Date) bool {
	if !h.InForce(d) {
		return false
	}
	var array [4]firing
	for _, f := range h.Rule.appendYear(array[:0], d.Year()) {
		if f.day == d {
			return true
		}
	}
	return false
}

// overlaps reports whether both holidays are valid on some day.
func (h *Holiday) overlaps(o *Holiday) bool {
	before := func(a, b *Holiday) bool { return !a.Valid.End.IsZero() && a.Valid.End.n < b.Valid.Start.n }
	return !before(h, o) && !before(o, h)
}

// Occurrence is one day on which a holiday falls.
type Occurrence struct {
	Date Date `json:"date,omitzero"`
	// Status is how certain the date is: the status of the basis, unless the rule
	// lists this date with a status of its own.
	Status norm.Status `json:"status,omitzero"`
	// Verified is set if the day lies in the span for which the profile was checked
	// against its sources; outside it the day is only computed.
	Verified bool `json:"verified,omitzero"`
	// Holiday is the rule that fires. It belongs to the calendar and must not
	// be modified.
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
