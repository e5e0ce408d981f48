package calendar

import (
	"errors"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Deadline is a day by which something is due.
type Deadline struct {
	// Key tells the deadline apart from all others: the key of its rule and,
	// where it returns within the year, the last month of its period, as in
	// "federal-funds-report-2026-12".
	Key  string
	Name norm.Label
	Date Date
	// Period is what is reported on, or zero where the deadline has none.
	Period Span
	Basis  norm.Basis
}

// DeadlineRule is a deadline that comes every year, with the law that sets it.
type DeadlineRule struct {
	Key   string
	Name  norm.Label
	Due   Due
	Basis norm.Basis
}

// In returns the deadlines of r that fall in a year, by date: one, or one for
// each period. Only LastBusinessDayOf asks the calendar; other rules do without
// and take nil.
func (r DeadlineRule) In(year int, cal *Calendar) ([]Deadline, error) {
	if year < MinYear || year > MaxYear {
		return nil, errors.New("calendar: no deadlines in year " + strconv.Itoa(year) + ": use 1 to 9999")
	}
	if r.Due == nil {
		return nil, errors.New("calendar: deadline " + quote(r.Key) + " has no rule: use OnDay, LastBusinessDayOf or DaysAfter")
	}
	dates, err := r.Due.in(year, cal)
	if err != nil {
		return nil, errors.New("calendar: deadline " + quote(r.Key) + ": " + trimPrefix(err))
	}
	list := make([]Deadline, len(dates))
	for i, d := range dates {
		list[i] = Deadline{Key: r.Key, Name: r.Name, Date: d.date, Period: d.period, Basis: r.Basis}
		if d.period.Valid() {
			list[i].Key += "-" + d.period.End.YearMonth().String()
		}
	}
	return list, nil
}

// Due says when something is due in a year. The set is closed: OnDay,
// LastBusinessDayOf, DaysAfter.
type Due interface {
	in(year int, cal *Calendar) ([]due, error)
}

var _ = [...]Due{OnDay{}, LastBusinessDayOf{}, DaysAfter{}}

type due struct {
	date   Date
	period Span
}

// OnDay is the same day of the year, worked or not.
type OnDay struct {
	Month, Day uint8
}

func (o OnDay) in(year int, _ *Calendar) ([]due, error) {
	d, err := NewDate(year, int(o.Month), int(o.Day))
	return []due{{date: d}}, err
}

// LastBusinessDayOf is the last business day of a month (último día hábil).
type LastBusinessDayOf struct {
	Month uint8
}

func (l LastBusinessDayOf) in(year int, cal *Calendar) ([]due, error) {
	m, err := NewMonth(year, int(l.Month))
	if err != nil {
		return nil, err
	}
	if cal == nil {
		return nil, errors.New("calendar: the last business day of a month needs a calendar")
	}
	d := cal.LastBusinessDay(m.Span())
	if d.IsZero() {
		return nil, because(ErrNoBusinessDay, " in "+m.String())
	}
	return []due{{date: d}}, nil
}

// DaysAfter is a number of natural days (días naturales) after the last day of
// each period: 20 days after a quarter that ends on 31 March is 20 April.
type DaysAfter struct {
	Cycle Cycle
	Days  uint16
}

func (a DaysAfter) in(year int, _ *Calendar) ([]due, error) {
	if a.Cycle.String() == "" {
		return nil, errors.New("calendar: days after a period need its cycle: use Monthly, Bimonthly, Quarterly, HalfYearly or Yearly")
	}
	var list []due
	for y := year - 1 - int(a.Days)/365; y <= year; y++ {
		for _, p := range a.Cycle.Periods(y) {
			if d := p.End.AddDays(int(a.Days)); d.Year() == year {
				list = append(list, due{d, p})
			}
		}
	}
	return list, nil
}

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
