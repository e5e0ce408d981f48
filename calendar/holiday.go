package calendar

import (
	"errors"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// HolidayKind says what makes a day special, and so for whom. The zero value is
// unspecified and invalid.
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
	// Local is a day off of one place, such as the feast of its patron.
	Local
	// Employer is a day off that one employer grants or has moved by a document
	// of its own.
	Employer
	// Civic is a commemoration: it is observed, and it is worked.
	Civic
)

// DayOff reports whether a holiday of this kind is not worked: all are but
// Civic.
func (k HolidayKind) DayOff() bool { return k != Civic && k.String() != "" }

// Holiday is one version of the rule of one special day, with the law that
// states it. When a reform changes the rule, a second Holiday with the same Key
// follows. The Valid spans of holidays with one key must not overlap, also where the
// rules list other dates: one that leaves Valid out is alone with its key.
type Holiday struct {
	// Key names the day, whatever the version of its rule: "constitution".
	Key  string
	Name norm.Label
	Rule Rule
	// Valid are the days on which the rule is law, both ends in. A zero End is
	// "still in force". Start is required, since a rule without it is usually a
	// rule whose reform was forgotten: Always says that it always was. Only rules
	// that name their years themselves, Listed and EachDay, may leave Valid out.
	Valid Span
	Kind  HolidayKind
	// Half is set where the day is worked in part, as many work 24 December: it
	// is a business day, and IsHalfDay tells.
	Half  bool
	Basis norm.Basis
	// Jurisdiction is where and for whom it holds: "MX", "MX-JAL", an INEGI
	// code. It is shown, never computed with.
	Jurisdiction string
}

// Validate reports the first reason why h cannot be compiled. Whether its Basis
// is complete is for the norm to hold with Basis.Validate: what an employer adds
// need not cite a law.
func (h *Holiday) Validate() error {
	switch {
	case h.Key == "":
		return errors.New("calendar: a holiday has no key: give it one, such as \"patron-feast\"")
	case h.Rule == nil:
		return errors.New("calendar: holiday " + h.Key + " has no rule: use Fixed, NthWeekday, FromEaster, Every, Lasting, Listed or EachDay")
	case h.Kind.String() == "":
		return errors.New("calendar: holiday " + h.Key + " has no kind: use Local for a feast of the place")
	case h.Half && h.Kind == Civic:
		return errors.New("calendar: holiday " + h.Key + " is a commemoration, which is worked, and a half day: choose another kind")
	case !h.Valid.Start.IsZero() && !h.Valid.End.IsZero() && !h.Valid.Valid():
		return errors.New("calendar: holiday " + h.Key + " is valid " + h.Valid.String() + ", which ends before it starts")
	}
	if err := validateRule(h.Rule); err != nil {
		return errors.New("calendar: holiday " + h.Key + ": " + trimPrefix(err))
	}
	if h.Valid.Start.IsZero() && !namesYears(h.Rule) {
		return errors.New("calendar: holiday " + h.Key + " has no validity: write in Valid.Start the first day on which its rule holds, or use Always")
	}
	return nil
}

// Named reports whether key names the holiday, whatever stands before its own key or
// before key: profiles that are put together give one rule a key such as
// "bancos.christmas", and who says "christmas" means it too.
func (h *Holiday) Named(key string) bool { return ownKey(h.Key) == ownKey(key) }

// Always returns the validity of a rule that always was and still is in force.
func Always() Span { return Span{Start: Date{1}} }

// InForce reports whether the rule is law on d.
func (h *Holiday) InForce(d Date) bool {
	return !d.IsZero() && h.Valid.Start.n <= d.n && (h.Valid.End.IsZero() || d.n <= h.Valid.End.n)
}

// Occurrence is one day on which a holiday falls.
type Occurrence struct {
	Date Date
	// Status is how sure we are that the day is special: that of the basis,
	// unless the rule lists this date with a status of its own.
	Status norm.Status
	// Verified is set where the day lies in the span for which the profile has
	// been held against its sources; elsewhere it is arithmetic.
	Verified bool
	// Holiday is the rule that fires. It belongs to the calendar and must not
	// be modified.
	Holiday *Holiday
}

func trimPrefix(err error) string {
	const prefix = "calendar: "
	s := err.Error()
	if len(s) > len(prefix) && s[:len(prefix)] == prefix {
		return s[len(prefix):]
	}
	return s
}
