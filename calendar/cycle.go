package calendar

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
	cycleMonths = [...]uint8{Monthly: 1, Bimonthly: 2, Quarterly: 3, HalfYearly: 6, Yearly: 12}
)

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
