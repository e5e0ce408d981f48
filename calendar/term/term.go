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
	// Roll is the convention for an end that is not a business day. The zero value
	// leaves the end unchanged, as Unadjusted does.
	Roll calendar.Convention
}

// End returns the last day of a term that runs from the day after from: one business
// day from a Friday ends on Monday, whether or not the Friday is a business day. A term
// of 0 ends on from. cal may be nil for natural days and months that are not rolled. End
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
	if from.IsZero() {
		return calendar.Date{}, errors.New("term: a term needs the date it runs from")
	}
	var d calendar.Date
	switch t.Unit {
	case NaturalDays:
		d = from.AddDays(t.N)
	case Months:
		d = from.AddMonths(t.N)
	case BusinessDays:
		if cal == nil {
			return calendar.Date{}, errors.New("term: a term in business days needs a calendar")
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

func roll(d calendar.Date, by calendar.Convention, cal *calendar.Calendar) (calendar.Date, error) {
	if cal == nil {
		return calendar.Date{}, errors.New("term: rolling to a business day needs a calendar")
	}
	return cal.Roll(d, by)
}
