package calendar

import (
	"errors"
)

// Convention is how a date on a day of rest is rolled. They are the seven of QuantLib,
// with its names and its results. The zero value is unspecified and invalid.
type Convention uint8

const (
	// Following is the first business day after it (día hábil siguiente).
	Following Convention = iota + 1
	// ModifiedFollowing is Following, or Preceding if that is in the next month.
	ModifiedFollowing
	// Preceding is the last business day before it (día hábil anterior).
	Preceding
	// ModifiedPreceding is Preceding, or Following if that is in the month before.
	ModifiedPreceding
	// Unadjusted is the date itself.
	Unadjusted
	// HalfMonthModifiedFollowing is ModifiedFollowing, or Preceding also if Following
	// would cross from the 15th of the month to its second half.
	HalfMonthModifiedFollowing
	// Nearest is the nearer of Following and Preceding, and Following if both are equally
	// near.
	Nearest
)

// Roll returns the business day that a convention puts in the place of d: d itself if it
// is worked. Unadjusted returns d, worked or not. It returns an error when d is no date
// or the convention is unspecified, and ErrNoBusinessDay if that day would lie outside
// the years 1 to 9999 or 400 years pass without a business day.
func (c *Calendar) Roll(d Date, by Convention) (Date, error) {
	if d.IsZero() {
		return Date{}, errors.New("calendar: no date cannot be rolled to a business day")
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
		return Date{}, because(ErrNoBusinessDay, " "+by.String()+" "+d.String()+outOfReach)
	}
	return r, nil
}
