package calendar

import (
	"errors"
)

// Convention is a business-day convention: it determines the business day that
// replaces a date that is not one. The names and results are those of QuantLib. The
// zero value is unspecified and invalid.
type Convention uint8

const (
	// Following is the first business day after the date (día hábil siguiente).
	Following Convention = iota + 1
	// ModifiedFollowing is Following, or Preceding if Following is in the next month.
	ModifiedFollowing
	// Preceding is the last business day before the date (día hábil anterior).
	Preceding
	// ModifiedPreceding is Preceding, or Following if Preceding is in the previous
	// month.
	ModifiedPreceding
	// Unadjusted is the date itself.
	Unadjusted
	// HalfMonthModifiedFollowing is ModifiedFollowing, or Preceding if Following would
	// pass from the first 15 days of the month to the rest.
	HalfMonthModifiedFollowing
	// Nearest is the nearer of Following and Preceding, or Following if both are
	// equally near.
	Nearest
)

// Roll returns d if it is a business day, and otherwise the business day that the
// convention replaces it with. With Unadjusted it always returns d. It returns
// ErrNoBusinessDay if the result would lie outside the years 1 to 9999 or after 400
// years without a business day, and another error if d is no date or the convention is
// invalid.
func (c *Calendar) Roll(d Date, by Convention) (Date, error) {
	if d.IsZero() {
		return Date{}, errors.New("calendar: cannot roll to a business day: the date is missing")
	}
	if by == Unadjusted {
		return d, nil
	}
	after, before := c.NextBusinessDay(d), c.PreviousBusinessDay(d)
	r := after
	switch by {
	case Following:
	case Preceding:
		r = before
	case ModifiedFollowing:
		if after.YearMonth() != d.YearMonth() {
			r = before
		}
	case ModifiedPreceding:
		if r = before; before.YearMonth() != d.YearMonth() {
			r = after
		}
	case HalfMonthModifiedFollowing:
		if after.YearMonth() != d.YearMonth() || d.Day() <= 15 && after.Day() > 15 {
			r = before
		}
	case Nearest:
		if after.IsZero() || !before.IsZero() && d.n-before.n < after.n-d.n {
			r = before
		}
	default:
		_, err := by.MarshalText()
		return Date{}, err
	}
	if r.IsZero() {
		return Date{}, withDetail(ErrNoBusinessDay, " "+by.String()+" "+d.String()+outOfReach)
	}
	return r, nil
}
