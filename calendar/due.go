package calendar

import (
	"errors"
	"strconv"
)

// Due says when something is due in a year. The set is closed: OnDay,
// LastBusinessDayOf, NthBusinessDayOf, DaysAfter, TermAfter.
type Due interface {
	in(year int, cal *Calendar) ([]due, error)
}

var _ = [...]Due{OnDay{}, LastBusinessDayOf{}, NthBusinessDayOf{}, DaysAfter{}, TermAfter{}}

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
	return NthBusinessDayOf{Month: l.Month, N: -1}.in(year, cal)
}

// NthBusinessDayOf is a business day counted within a month: N is 1 for the first,
// 5 for the fifth, -1 for the last.
type NthBusinessDayOf struct {
	Month uint8
	N     int8
}

func (l NthBusinessDayOf) in(year int, cal *Calendar) ([]due, error) {
	m, err := NewMonth(year, int(l.Month))
	if err != nil {
		return nil, err
	}
	if cal == nil {
		return nil, errors.New("calendar: a business day of a month needs a calendar")
	}
	d, err := cal.NthBusinessDay(m.Span(), int(l.N))
	if err != nil {
		return nil, err
	}
	return []due{{date: d}}, nil
}

// DaysAfter is a number of natural days (días naturales) after the last day of
// each period: 20 days after a quarter that ends on 31 March is 20 April. Days is at
// most 4000.
type DaysAfter struct {
	Cycle Cycle
	Days  uint16
}

func (a DaysAfter) in(year int, cal *Calendar) ([]due, error) {
	return TermAfter{Cycle: a.Cycle, N: int(a.Days), Unit: NaturalDays}.in(year, cal)
}

// TermAfter is a term after the last day of each period: ten business days after a
// month, two months after a half-year. A negative N counts back from that day. N is
// at most 4000 either way, more than any law gives; a term in business days needs a
// calendar in which so many do not take a century.
type TermAfter struct {
	Cycle Cycle
	N     int
	Unit  Unit
}

const (
	// maxTerm bounds the N of a TermAfter.
	maxTerm = 4000
	// maxReach bounds the years that a term in business days may take.
	maxReach = 100
)

func (a TermAfter) in(year int, cal *Calendar) ([]due, error) {
	if a.Cycle.String() == "" {
		return nil, errors.New("calendar: days after a period need its cycle: use Monthly, Bimonthly, Quarterly, HalfYearly or Yearly")
	}
	if a.N < -maxTerm || a.N > maxTerm {
		return nil, errors.New("calendar: a term after a period has at most " + strconv.Itoa(maxTerm) + " days or months, not " + strconv.Itoa(a.N) + ": write it as the law does")
	}
	if a.Unit.String() == "" {
		_, err := a.Unit.MarshalText()
		return nil, err
	}
	if a.Unit == BusinessDays && cal == nil {
		return nil, errors.New("calendar: a term in business days needs a calendar")
	}
	first, last := a.reach(year, cal)
	if a.Unit == BusinessDays {
		if last-first > maxReach {
			return nil, because(ErrNoBusinessDay, " "+strconv.Itoa(a.N)+" from a period within "+strconv.Itoa(maxReach)+" years of "+strconv.Itoa(year)+": the calendar hardly works, check its days off")
		}
		if s := (Span{YearSpan(first).Start, YearSpan(last).End}); !cal.window.Covers(s) {
			cal = cal.beyond(s)
		}
	}
	var list []due
	for y := first; y <= last; y++ {
		for _, p := range a.Cycle.Periods(y) {
			if a.Unit == BusinessDays && !a.ends(p.End, YearSpan(year), cal) {
				continue
			}
			d, err := Term{N: a.N, Unit: a.Unit}.end(p.End, cal)
			if err == nil && d.Year() == year {
				list = append(list, due{d, p})
			}
		}
	}
	return list, nil
}

// reach returns the years whose periods end a term from the year: only they can have
// their deadline in it.
func (a TermAfter) reach(year int, cal *Calendar) (first, last int) {
	first, last = year, year
	back := Term{N: -a.N, Unit: a.Unit}
	if a.N > 0 {
		first = MinYear
		if d, err := back.end(YearSpan(year).Start, cal); err == nil {
			first = max(first, d.Year()-1)
		}
	} else if a.N < 0 {
		last = MaxYear
		if d, err := back.end(YearSpan(year).End, cal); err == nil {
			last = min(last, d.Year()+1)
		}
	}
	return first, last
}

// ends reports whether a term in business days from a day ends before the far end of
// a year, without looking further.
func (a TermAfter) ends(from Date, year Span, cal *Calendar) bool {
	if a.N > 0 {
		return cal.CountBusinessDays(Span{Date{from.n + 1}, year.End}) >= a.N
	}
	return cal.CountBusinessDays(Span{year.Start, Date{from.n - 1}}) >= -a.N
}
