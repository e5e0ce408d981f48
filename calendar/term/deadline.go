package term

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Body is a public body that a legal deadline binds. The zero value is unspecified and
// invalid.
type Body uint8

const (
	// Office is the office of social communication.
	Office Body = iota + 1
	// PublicBody is every public body (ente público, sujeto obligado), including the
	// municipality.
	PublicBody
	// Treasury is the treasury of the municipality or of the state.
	Treasury
	// Municipality is the municipality, represented by its mayor.
	Municipality
	// Council is the council of the municipality (ayuntamiento).
	Council
	// State is the government of the state.
	State
	// Federation is the federal administration. A municipality is not bound; it may
	// have a deadline of its own in local law.
	Federation
)

// Deadline is the last day for a legal duty.
type Deadline struct {
	// Key identifies the deadline: the key of its rule and, if the deadline has a
	// Period, the last month of it, as in "federal-funds-report-2026-12".
	Key  string     `json:"key,omitzero"`
	Name norm.Label `json:"name,omitzero"`
	// Date is the due date, after rolling.
	Date calendar.Date `json:"date,omitzero"`
	// Nominal is the due date before rolling.
	Nominal calendar.Date `json:"nominal,omitzero"`
	// Period is the period to report on, both ends included, or zero.
	Period calendar.Span `json:"period,omitzero"`
	// Binds, Offices, Jurisdiction, Valid and Basis are those of the rule.
	Binds        Body          `json:"binds,omitzero"`
	Offices      []string      `json:"offices,omitzero"`
	Jurisdiction string        `json:"jurisdiction,omitzero"`
	Valid        calendar.Span `json:"valid,omitzero"`
	Basis        norm.Basis    `json:"basis,omitzero"`
}

// DeadlineRule is a deadline that the law sets for every year.
type DeadlineRule struct {
	Key    string     `json:"key,omitzero"`
	Name   norm.Label `json:"name,omitzero"`
	Timing Timing     `json:"timing,omitzero"`
	// Roll is the convention for a due date that is not a business day. The zero value
	// leaves the date unchanged, as Unadjusted does.
	Roll calendar.Convention `json:"roll,omitzero"`
	// Binds is the body that the deadline binds.
	Binds Body `json:"binds,omitzero"`
	// Offices are the keys of the kinds of office (OfficeKind) that the deadline binds. If
	// it is empty, the deadline binds offices of every kind.
	Offices []string `json:"offices,omitzero"`
	// Jurisdiction is the territory in which the rule applies: "MX", or "MX-JAL" for
	// Jalisco.
	Jurisdiction string `json:"jurisdiction,omitzero"`
	// Valid is the span in which the cited text is in force, both ends included. A
	// zero End means that it still is.
	Valid calendar.Span `json:"valid,omitzero"`
	Basis norm.Basis    `json:"basis,omitzero"`
}

// Validate returns the first reason why r is invalid: no key, no timing or an invalid
// one, or a reversed validity.
func (r *DeadlineRule) Validate() error {
	switch {
	case r.Key == "":
		return errors.New("term: a deadline rule has no key")
	case r.Timing == nil:
		return errors.New("term: deadline " + norm.Quote(r.Key) + " has no timing: use OnDay, OnBusinessDay or AfterPeriod")
	case !r.Valid.End.IsZero() && !r.Valid.Start.IsZero() && !r.Valid.Valid():
		return errors.New("term: deadline " + norm.Quote(r.Key) + " is valid " + r.Valid.String() + ", which ends before it starts")
	}
	if err := r.Timing.Validate(); err != nil {
		return r.wrap(err)
	}
	return nil
}

// BindsOffice reports whether the deadline binds an office of one of some kinds. A deadline
// without Offices binds every office, also one of no known kind.
func (r *DeadlineRule) BindsOffice(kinds ...string) bool {
	return len(r.Offices) == 0 || slices.ContainsFunc(kinds, func(k string) bool { return slices.Contains(r.Offices, k) })
}

// InForce reports whether the cited text is in force on d.
func (r *DeadlineRule) InForce(d calendar.Date) bool {
	return !d.IsZero() && !d.Before(r.Valid.Start) && (r.Valid.End.IsZero() || !d.After(r.Valid.End))
}

// In returns the deadlines of r in a year, by date: one, or one for each period, without
// those outside the rule's validity. The year is that of the nominal date; rolling may
// move the deadline to another year. cal is required for rules in business days and for
// rules that roll; for others it may be nil.
func (r *DeadlineRule) In(year int, cal *calendar.Calendar) ([]Deadline, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	if year < calendar.MinYear || year > calendar.MaxYear {
		return nil, errors.New("term: there are no deadlines in year " + strconv.Itoa(year) + ": use 1 to 9999")
	}
	days, err := r.Timing.in(year, cal)
	if err != nil {
		return nil, r.wrap(err)
	}
	list := make([]Deadline, 0, len(days))
	for _, day := range days {
		if !r.InForce(day.date) {
			continue
		}
		d := Deadline{
			Key: r.Key, Name: r.Name, Date: day.date, Nominal: day.date, Period: day.period,
			Binds: r.Binds, Offices: r.Offices, Jurisdiction: r.Jurisdiction, Valid: r.Valid, Basis: r.Basis,
		}
		if day.period.Valid() {
			d.Key += "-" + day.period.End.YearMonth().String()
		}
		if r.Roll != 0 && r.Roll != calendar.Unadjusted {
			if d.Date, err = roll(day.date, r.Roll, cal); err != nil {
				return nil, r.wrap(err)
			}
		}
		list = append(list, d)
	}
	return list, nil
}

// Deadlines returns the deadlines of some rules in a year, by nominal date and then by
// key. It omits the rules for which In returns an error, such as rules in business days
// if cal is nil.
func Deadlines(rules []DeadlineRule, year int, cal *calendar.Calendar) []Deadline {
	var order []*Deadline
	for i := range rules {
		if due, err := rules[i].In(year, cal); err == nil {
			for j := range due {
				order = append(order, &due[j])
			}
		}
	}
	slices.SortStableFunc(order, func(a, b *Deadline) int {
		if c := a.Nominal.Compare(b.Nominal); c != 0 {
			return c
		}
		return strings.Compare(a.Key, b.Key)
	})
	var list []Deadline
	for _, d := range order {
		list = append(list, *d)
	}
	return list
}

// wrap adds the key of the rule to the text of an error.
func (r *DeadlineRule) wrap(err error) error {
	return &wrapped{"term: deadline " + norm.Quote(r.Key) + ": " + strings.TrimPrefix(err.Error(), "term: "), err}
}

// wrapped is an error that replaces the text of its cause.
type wrapped struct {
	text  string
	cause error
}

func (w *wrapped) Error() string { return w.text }
func (w *wrapped) Unwrap() error { return w.cause }

// Blackout is a span in which government campaigns are suspended, except for those that
// the law allows (suspensión de la propaganda gubernamental, often called veda
// electoral).
type Blackout struct {
	// Key identifies the blackout: "election-2027".
	Key  string     `json:"key,omitzero"`
	Name norm.Label `json:"name,omitzero"`
	// Span is the blackout, from the first day of campaigns to election day, both ends
	// included.
	Span calendar.Span `json:"span,omitzero"`
	// Campaigns is the span of the electoral campaigns, both ends included.
	Campaigns calendar.Span `json:"campaigns,omitzero"`
	// Election is election day.
	Election calendar.Date `json:"election,omitzero"`
	// RequestBy is the last day to request an exception from the authority, or no date
	// if no rule is known.
	RequestBy calendar.Date `json:"requestBy,omitzero"`
	// Exceptions are the campaigns that may be published in the blackout.
	Exceptions []norm.Label `json:"exceptions,omitzero"`
	// Jurisdiction is the territory in which the blackout applies.
	Jurisdiction string     `json:"jurisdiction,omitzero"`
	Basis        norm.Basis `json:"basis,omitzero"`
}
