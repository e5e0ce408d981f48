package calendar

import (
	"errors"
	"strconv"
)

// Unit is what a term is counted in. The zero value is unspecified and invalid.
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

// Term is a length of time that a norm gives (plazo): 20 natural days, 10 business
// days, 3 months. A negative N counts back: 60 natural days before.
type Term struct {
	N    int
	Unit Unit
	// Roll is where the end goes when it falls on a day of rest; zero leaves it
	// there, as Unadjusted does.
	Roll Convention
}

// DueDate returns the last day of a term that runs from the day after from: one
// business day from a Friday ends on Monday, whether or not the Friday is worked. A
// term of 0 ends on from itself. It returns an error when from is no date, the unit
// is unspecified, or the end would lie outside the years 1 to 9999.
func (c *Calendar) DueDate(from Date, t Term) (Date, error) {
	d, err := t.end(from, c)
	if err != nil || t.Roll == 0 {
		return d, err
	}
	return c.Roll(d, t.Roll)
}

// end returns the last day of t before it is rolled. Only business days ask the
// calendar.
func (t Term) end(from Date, c *Calendar) (Date, error) {
	if from.IsZero() {
		return Date{}, errors.New("calendar: a term needs the date it runs from")
	}
	var d Date
	switch t.Unit {
	case NaturalDays:
		d = from.AddDays(t.N)
	case Months:
		d = from.AddMonths(t.N)
	case BusinessDays:
		if c == nil {
			return Date{}, errors.New("calendar: a term in business days needs a calendar")
		}
		return c.AddBusinessDays(from, t.N)
	default:
		_, err := t.Unit.MarshalText()
		return Date{}, err
	}
	if d.IsZero() {
		return Date{}, errors.New("calendar: " + strconv.Itoa(t.N) + " " + t.Unit.String() + " from " + from.String() + " lie outside the years 1 to 9999")
	}
	return d, nil
}
