package term

import (
	"errors"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Unit is the unit of a term. The zero value is unspecified and invalid.
type Unit uint8

const (
	// NaturalDays are all days (días naturales).
	NaturalDays Unit = iota + 1
	// BusinessDays are business days (días hábiles).
	BusinessDays
	// Months are whole months: one month after 31 January is the last day of
	// February.
	Months
)

// Term is a legal term (plazo): 20 natural days, 10 business days, 3 months. A negative
// N counts backwards: 60 natural days before.
type Term struct {
	N    int
	Unit Unit
	// FirstCounts is true if the day that the term runs from is its first day, as in
	// "three months that start on 1 March". The zero value is for a term that runs from the
	// day after, as after a notification or an act.
	FirstCounts bool
	// Roll is the convention for an end that is not a business day. The zero value
	// leaves the end unchanged, as Unadjusted does.
	Roll calendar.Convention
}

// End returns the last day of a term that runs from the day after from: one business
// day from a Friday ends on Monday, whether or not the Friday is a business day. A term
// of 0 ends on from.
//
// If FirstCounts is true, from is day 1: one natural day ends on from, and so does one
// business day if from is one; otherwise the first business day after from is day 1. One
// month that starts on 15 March ends on 14 April, and one that starts on 31 January ends
// on the last day of February. A negative N counts backwards, from being day 1 again. A
// term of 0 has no last day and is an error.
//
// cal may be nil for natural days and months that are not rolled. End
// returns an error if from is no date, if the unit is invalid, if cal is required but
// nil, or if the end would lie outside the years 1 to 9999.
func (t Term) End(from calendar.Date, cal *calendar.Calendar) (calendar.Date, error) {
	d, err := t.nominal(from, cal)
	if err != nil || t.Roll == 0 || t.Roll == calendar.Unadjusted {
		return d, err
	}
	return roll(d, t.Roll, cal)
}

// nominal returns the last day of t before it is rolled.
func (t Term) nominal(from calendar.Date, cal *calendar.Calendar) (calendar.Date, error) {
	switch {
	case from.IsZero():
		return calendar.Date{}, errors.New("term: a term needs the date it runs from")
	case t.FirstCounts && t.N == 0:
		return calendar.Date{}, errors.New("term: a term whose first day counts has at least one day, month or business day")
	}
	n := t.N // without from, if it counts
	switch {
	case t.FirstCounts && n > 0:
		n--
	case t.FirstCounts:
		n++
	}
	var d calendar.Date
	switch t.Unit {
	case NaturalDays:
		d = from.AddDays(n)
	case Months:
		d = t.months(from)
	case BusinessDays:
		switch {
		case cal == nil:
			return calendar.Date{}, errors.New("term: a term in business days needs a calendar")
		case t.FirstCounts && cal.IsBusinessDay(from):
			return cal.AddBusinessDays(from, n)
		}
		return cal.AddBusinessDays(from, t.N)
	default:
		_, err := t.Unit.MarshalText()
		return calendar.Date{}, err
	}
	if d.IsZero() {
		return calendar.Date{}, errors.New("term: " + strconv.Itoa(t.N) + " " + t.Unit.String() + " from " + from.String() + " end outside the years 1 to 9999")
	}
	return d, nil
}

// months returns the last day of a term in months.
func (t Term) months(from calendar.Date) calendar.Date {
	month := from.YearMonth()
	switch {
	case !t.FirstCounts:
		return from.AddMonths(t.N)
	case t.N > 0 && from == month.First(): // whole months, which 9999-12 may end
		return month.Add(t.N - 1).Last()
	case t.N < 0 && from == month.Last():
		return month.Add(t.N + 1).First()
	case t.N < 0:
		return from.AddMonths(t.N).AddDays(1)
	}
	d := from.AddMonths(t.N)
	if d.Day() == from.Day() { // otherwise it is the last day of a shorter month
		d = d.AddDays(-1)
	}
	return d
}

func roll(d calendar.Date, by calendar.Convention, cal *calendar.Calendar) (calendar.Date, error) {
	if cal == nil {
		return calendar.Date{}, errors.New("term: rolling to a business day needs a calendar")
	}
	return cal.Roll(d, by)
}
