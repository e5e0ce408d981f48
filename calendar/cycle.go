package calendar

import "github.com/rumbo-mx/rumbo/calendar/norm"

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

var (
	cycleKeys = [...]string{
		Monthly: "monthly", Bimonthly: "bimonthly", Quarterly: "quarterly", HalfYearly: "half-yearly", Yearly: "yearly",
	}
	cycleMonths = [...]uint8{Monthly: 1, Bimonthly: 2, Quarterly: 3, HalfYearly: 6, Yearly: 12}
)

// String returns the wire key of c, or "" when c is not a cycle.
func (c Cycle) String() string { return norm.Key(cycleKeys[:], int(c)) }

// MarshalText returns the wire key; an unspecified cycle is an error.
func (c Cycle) MarshalText() ([]byte, error) {
	return norm.MarshalKey("calendar", "cycle", cycleKeys[:], int(c))
}

// UnmarshalText reads a wire key.
func (c *Cycle) UnmarshalText(text []byte) error {
	i, err := norm.UnmarshalKey("calendar", "cycle", cycleKeys[:], text)
	if err == nil {
		*c = Cycle(i)
	}
	return err
}

// Months returns the length of a period in months, or 0 when c is not a cycle.
func (c Cycle) Months() int {
	if int(c) >= len(cycleMonths) {
		return 0
	}
	return int(cycleMonths[c])
}

// Periods returns the periods of a year in order, or none when c is not a cycle
// or the year is outside 1 to 9999.
func (c Cycle) Periods(year int) []Span {
	months := c.Months()
	if months == 0 || year < MinYear || year > MaxYear {
		return nil
	}
	list := make([]Span, 0, 12/months)
	for m := 1; m <= 12; m += months {
		list = append(list, Span{month(year, m).First(), month(year, m+months-1).Last()})
	}
	return list
}
