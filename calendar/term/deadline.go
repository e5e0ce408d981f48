package term

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Body is whom a legal deadline binds. The zero value is unspecified and invalid.
type Body uint8

const (
	// Office is the office of social communication.
	Office Body = iota + 1
	// PublicBody is every public body (ente público, sujeto obligado), the
	// municipality among them.
	PublicBody
	// Treasury is the treasury of the municipality or of the state.
	Treasury
	// Municipality is the municipality, by its mayor.
	Municipality
	// Council is the council of the municipality (ayuntamiento).
	Council
	// State is the government of the state.
	State
	// Federation is the federal administration: a municipality has its own
	// local term, if any.
	Federation
)

// Deadline is a day by which the law wants something done.
type Deadline struct {
	// Key identifies the deadline: the key of its rule and, if the rule has several in a
	// year, the last month of the period, as in "federal-funds-report-2026-12".
	Key  string     `json:"key,omitzero"`
	Name norm.Label `json:"name,omitzero"`
	// Date is the day by which it is due, after rolling.
	Date calendar.Date `json:"date,omitzero"`
	// Nominal is the day that the rule names, before rolling.
	Nominal calendar.Date `json:"nominal,omitzero"`
	// Period is the period that is reported on, or zero.
	Period calendar.Span `json:"period,omitzero"`
	// Binds, Jurisdiction, Valid and Basis are those of the rule.
	Binds        Body          `json:"binds,omitzero"`
	Jurisdiction string        `json:"jurisdiction,omitzero"`
	Valid        calendar.Span `json:"valid,omitzero"`
	Basis        norm.Basis    `json:"basis,omitzero"`
}

// DeadlineRule is a deadline that the law sets for every year.
type DeadlineRule struct {
	Key    string     `json:"key,omitzero"`
	Name   norm.Label `json:"name,omitzero"`
	Timing Timing     `json:"timing,omitzero"`
	// Roll is the convention for a deadline that falls on a day of rest; zero is
	// Unadjusted.
	Roll calendar.Convention `json:"roll,omitzero"`
	// Binds is whom the deadline binds.
	Binds Body `json:"binds,omitzero"`
	// Jurisdiction is where it applies: "MX", or "MX-JAL" for Jalisco.
	Jurisdiction string `json:"jurisdiction,omitzero"`
	// Valid are the days on which the text that is cited is in force, both ends
	// included; a zero End is "still in force".
	Valid calendar.Span `json:"valid,omitzero"`
	Basis norm.Basis    `json:"basis,omitzero"`
}

// Validate returns why r has no deadlines, or nil.
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
		return r.because(err)
	}
	return nil
}

// InForce reports whether the text that is cited is in force on d.
func (r *DeadlineRule) InForce(d calendar.Date) bool {
	return !d.IsZero() && !d.Before(r.Valid.Start) && (r.Valid.End.IsZero() || !d.After(r.Valid.End))
}

// In returns the deadlines of r that fall in a year, by date: one, or one for each
// period, without those that fall outside the rule's validity. The year is that of the
// day that the rule names; rolling may move the deadline to another. Rules in business
// days and rules that roll need a calendar; others take nil.
func (r *DeadlineRule) In(year int, cal *calendar.Calendar) ([]Deadline, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	if year < calendar.MinYear || year > calendar.MaxYear {
		return nil, errors.New("term: there are no deadlines in year " + strconv.Itoa(year) + ": use 1 to 9999")
	}
	days, err := r.Timing.in(year, cal)
	if err != nil {
		return nil, r.because(err)
	}
	list := make([]Deadline, 0, len(days))
	for _, day := range days {
		if !r.InForce(day.date) {
			continue
		}
		d := Deadline{
			Key: r.Key, Name: r.Name, Date: day.date, Nominal: day.date, Period: day.period,
			Binds: r.Binds, Jurisdiction: r.Jurisdiction, Valid: r.Valid, Basis: r.Basis,
		}
		if day.period.Valid() {
			d.Key += "-" + day.period.End.YearMonth().String()
		}
		if r.Roll != 0 && r.Roll != calendar.Unadjusted {
			if d.Date, err = roll(day.date, r.Roll, cal); err != nil {
				return nil, r.because(err)
			}
		}
		list = append(list, d)
	}
	return list, nil
}

// Deadlines returns the deadlines of some rules in a year, ordered by the day of the rule
// and then by key. Rules that cannot be computed are left out: those in business days if
// cal is nil or has no such day.
func Deadlines(rules []DeadlineRule, year int, cal *calendar.Calendar) []Deadline {
	var list []Deadline
	for i := range rules {
		if due, err := rules[i].In(year, cal); err == nil {
			list = append(list, due...)
		}
	}
	slices.SortStableFunc(list, func(a, b Deadline) int {
		if c := a.Nominal.Compare(b.Nominal); c != 0 {
			return c
		}
		return strings.Compare(a.Key, b.Key)
	})
	return list
}

func (r *DeadlineRule) because(err error) error {
	return &wrapped{"term: deadline " + norm.Quote(r.Key) + ": " + strings.TrimPrefix(err.Error(), "term: "), err}
}

// wrapped is an error with a text of its own for a cause.
type wrapped struct {
	text  string
	cause error
}

func (w *wrapped) Error() string { return w.text }
func (w *wrapped) Unwrap() error { return w.cause }

// Blackout is a span of days in which government campaigns are suspended but for the
// exceptions of the law (suspensión de la propaganda gubernamental, often called
// veda electoral).
type Blackout struct {
	// Key identifies the blackout: "election-2027".
	Key  string     `json:"key,omitzero"`
	Name norm.Label `json:"name,omitzero"`
	// Span is the blackout itself, from the first day of campaigns to election day,
	// both ends included.
	Span calendar.Span `json:"span,omitzero"`
	// Campaigns are the days of campaign, both ends included.
	Campaigns calendar.Span `json:"campaigns,omitzero"`
	// Election is the day of the vote.
	Election calendar.Date `json:"election,omitzero"`
	// RequestBy is the last day to request an exception from the authority, or no date if
	// no rule is known.
	RequestBy calendar.Date `json:"requestBy,omitzero"`
	// Exceptions are what may be published in it.
	Exceptions []norm.Label `json:"exceptions,omitzero"`
	// Jurisdiction is where the blackout applies.
	Jurisdiction string     `json:"jurisdiction,omitzero"`
	Basis        norm.Basis `json:"basis,omitzero"`
}
