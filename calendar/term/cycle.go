package term

import "github.com/rumbo-mx/rumbo/calendar"

// Cycle divides a year into equal periods of whole months. The zero value is
// unspecified and invalid.
type Cycle uint8

const (
	// Monthly is the cycle of twelve periods.
	Monthly Cycle = iota + 1
	// Bimonthly is the cycle of six periods of two months.
	Bimonthly
	// Quarterly is the cycle of four periods.
	Quarterly
	// HalfYearly is the cycle of two periods.
	HalfYearly
	// Yearly is the cycle of one period.
	Yearly
)

// Months returns the length of a period in months, or 0 if c is invalid.
func (c Cycle) Months() int {
	switch c {
	case Monthly:
		return 1
	case Bimonthly:
		return 2
	case Quarterly:
		return 3
	case HalfYearly:
		return 6
	case Yearly:
		return 12
	default:
		return 0
	}
}

// Periods returns the periods of a year in order. It returns no periods if c is invalid
// or the year is outside 1 to 9999.
func (c Cycle) Periods(year int) []calendar.Span {
	months := c.Months()
	first := calendar.YearSpan(year).Start.YearMonth()
	if months == 0 || first.IsZero() {
		return nil
	}
	list := make([]calendar.Span, 0, 12/months)
	for n := 0; n < 12; n += months {
		list = append(list, calendar.Span{Start: first.Add(n).First(), End: first.Add(n + months - 1).Last()})
	}
	return list
}
