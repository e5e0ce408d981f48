package term

import (
	"errors"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Timing determines the due dates of a rule in a year. The set is closed: OnDay,
// OnBusinessDay and AfterPeriod.
type Timing interface {
	// String returns the text that ParseTiming parses, or "" if the timing is invalid.
	String() string
	// Validate returns an error if the timing is invalid.
	Validate() error

	in(year int, cal *calendar.Calendar) ([]due, error)
}

var _ = [...]Timing{OnDay{}, OnBusinessDay{}, AfterPeriod{}}

// due is a due date with the period that it follows, if any.
type due struct {
	date   calendar.Date
	period calendar.Span
}

// OnDay is the same day of every year, whether or not it is a business day. In a year
// without the day, 29 February, DeadlineRule.In returns an error.
type OnDay struct {
	Month, Day uint8
}

// Validate rejects a day that no year has.
func (o OnDay) Validate() error {
	return calendar.Fixed{Month: o.Month, Day: o.Day}.Validate()
}

// String returns the timing as in "01-15".
func (o OnDay) String() string { return calendar.Fixed{Month: o.Month, Day: o.Day}.String() }

func (o OnDay) in(year int, _ *calendar.Calendar) ([]due, error) {
	d, err := calendar.NewDate(year, int(o.Month), int(o.Day))
	return []due{{date: d}}, err
}

// OnBusinessDay is a business day counted within a month: N is 1 for the first, 5 for
// the fifth, -1 for the last (último día hábil).
type OnBusinessDay struct {
	Month uint8
	N     int8
}

// Validate rejects a month or a count that does not exist.
func (o OnBusinessDay) Validate() error {
	if o.Month < 1 || o.Month > 12 || o.N == 0 || o.N < -31 || o.N > 31 {
		return errors.New("term: business day " + strconv.Itoa(int(o.N)) + " of month " + strconv.Itoa(int(o.Month)) + " does not exist: use a month of 1 to 12 and a day of 1 to 31, or -1 to -31 from the end")
	}
	return nil
}

// String returns the timing as in "Mar bd5" or "Mar bd-1".
func (o OnBusinessDay) String() string {
	if o.Validate() != nil {
		return ""
	}
	return monthNames[o.Month-1] + " bd" + strconv.Itoa(int(o.N))
}

func (o OnBusinessDay) in(year int, cal *calendar.Calendar) ([]due, error) {
	m, err := calendar.NewMonth(year, int(o.Month))
	if err != nil {
		return nil, err
	}
	if cal == nil {
		return nil, errors.New("term: a business day of a month needs a calendar")
	}
	d, err := cal.NthBusinessDay(m.Span(), int(o.N))
	if err != nil {
		return nil, err
	}
	return []due{{date: d}}, nil
}

// AfterPeriod is a term after the last day of each period of a cycle: 30 natural days
// after a quarter, ten business days after a month, two months after a half-year. That
// day is not counted. A negative N counts backwards from it. N must be between -4000 and
// 4000. If N business days take more than 100 years, DeadlineRule.In returns an error.
type AfterPeriod struct {
	Cycle Cycle
	N     int
	Unit  Unit
	// Then is a number of business days, at most 31, after the term of N natural days or
	// months, which must not be negative: five business days after a publication that is
	// due 30 natural days after the quarter. The last day of that term is not counted.
	Then uint8
}

const (
	// maxTerm is the largest N of an AfterPeriod, longer than any term in a law.
	maxTerm = 4000
	// maxYears is the largest number of years that a term in business days may take.
	maxYears = 100
	// maxThen is the largest number of business days after a term.
	maxThen = 31
)

// Validate rejects a missing cycle or unit and a term that is too long.
func (a AfterPeriod) Validate() error {
	if a.Cycle.String() == "" {
		return errors.New("term: a term after a period needs its cycle: use Monthly, Bimonthly, Quarterly, HalfYearly or Yearly")
	}
	if a.N < -maxTerm || a.N > maxTerm {
		return errors.New("term: a term after a period has at most " + strconv.Itoa(maxTerm) + " days or months, not " + strconv.Itoa(a.N) + ": check it against the law")
	}
	if a.Then > maxThen || a.Then > 0 && (a.N < 0 || a.Unit == BusinessDays) {
		return errors.New("term: at most " + strconv.Itoa(maxThen) + " business days may follow a term, which must be in natural days or months and not count backwards")
	}
	_, err := a.Unit.MarshalText()
	return err
}

// String returns the timing as in "quarterly + 30 natural-days" or
// "quarterly + 30 natural-days + 5 business-days".
func (a AfterPeriod) String() string {
	if a.Validate() != nil {
		return ""
	}
	sign, n := " + ", a.N
	if n < 0 {
		sign, n = " - ", -n
	}
	s := a.Cycle.String() + sign + strconv.Itoa(n) + " " + a.Unit.String()
	if a.Then > 0 {
		s += " + " + strconv.Itoa(int(a.Then)) + " " + BusinessDays.String()
	}
	return s
}

func (a AfterPeriod) in(year int, cal *calendar.Calendar) ([]due, error) {
	if err := a.Validate(); err != nil {
		return nil, err
	}
	if (a.Unit == BusinessDays || a.Then > 0) && cal == nil {
		return nil, errors.New("term: a term in business days needs a calendar")
	}
	first, last := a.periodYears(year, cal)
	if a.Unit == BusinessDays {
		if last-first > maxYears {
			return nil, &wrapped{"term: " + strconv.Itoa(a.N) + " business days take more than " + strconv.Itoa(maxYears) + " years around " + strconv.Itoa(year) + ": check the days off of the calendar", calendar.ErrNoBusinessDay}
		}
		span := calendar.Span{Start: calendar.YearSpan(first).Start, End: calendar.YearSpan(last).End}
		if !cal.Window().Covers(span) {
			var err error
			if cal, err = calendar.Compile(cal.Profile(), span); err != nil {
				return nil, err
			}
		}
	}
	var list []due
	for y := first; y <= last; y++ {
		for _, p := range a.Cycle.Periods(y) {
			if a.Unit == BusinessDays && !a.endsWithin(p.End, calendar.YearSpan(year), cal) {
				continue
			}
			d, err := Term{N: a.N, Unit: a.Unit}.End(p.End, cal)
			if err == nil && a.Then > 0 && d.Year() >= year-1 { // they take less than a year
				d, err = cal.AddBusinessDays(d, int(a.Then))
			}
			if err == nil && d.Year() == year {
				list = append(list, due{d, p})
			}
		}
	}
	return list, nil
}

// periodYears returns the first and the last year whose periods may have a deadline in
// a year.
func (a AfterPeriod) periodYears(year int, cal *calendar.Calendar) (first, last int) {
	first, last = year, year
	back := Term{N: -a.N, Unit: a.Unit}
	if a.Then > 0 {
		first = max(calendar.MinYear, year-1)
	}
	if a.N > 0 {
		first = calendar.MinYear
		if d, err := back.End(calendar.YearSpan(year).Start, cal); err == nil {
			first = max(first, d.Year()-1)
		}
		if a.Then > 0 {
			first = max(calendar.MinYear, first-1)
		}
	} else if a.N < 0 {
		last = calendar.MaxYear
		if d, err := back.End(calendar.YearSpan(year).End, cal); err == nil {
			last = min(last, d.Year()+1)
		}
	}
	return first, last
}

// endsWithin reports whether a term in business days from a day ends before the end of a
// year or, if it counts backwards, after its start. It counts no days beyond that.
func (a AfterPeriod) endsWithin(from calendar.Date, year calendar.Span, cal *calendar.Calendar) bool {
	if a.N > 0 {
		return cal.CountBusinessDays(calendar.Span{Start: from.AddDays(1), End: year.End}) >= a.N
	}
	return cal.CountBusinessDays(calendar.Span{Start: year.Start, End: from.AddDays(-1)}) >= -a.N
}

var monthNames = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// ParseTiming parses the text of a timing, as returned by its String method:
//
//	01-15                        the same day of every year
//	Mar bd5, Mar bd-1            the fifth, the last business day of March
//	quarterly + 30 natural-days  30 natural days after each quarter
//	quarterly + 30 natural-days + 5 business-days
//	                             five business days after that
//
// It returns an error for any other form.
func ParseTiming(s string) (Timing, error) {
	t := parseTiming(s)
	if t == nil || t.String() != s {
		return nil, errors.New("term: " + norm.Quote(s) + ` is not a timing: write it as "01-15", "Mar bd-1" or "quarterly + 30 natural-days"`)
	}
	return t, nil
}

// parseTiming returns a timing that may have the text s, or nil. The caller must compare
// its text.
func parseTiming(s string) Timing {
	if rule, err := calendar.ParseRule(s); err == nil {
		if fixed, ok := rule.(calendar.Fixed); ok {
			return OnDay(fixed)
		}
	}
	words := strings.Split(s, " ")
	switch len(words) {
	case 2:
		digits, ok := strings.CutPrefix(words[1], "bd")
		n, err := strconv.ParseInt(digits, 10, 8)
		for i, name := range monthNames {
			if name == words[0] && ok && err == nil {
				return OnBusinessDay{Month: uint8(i + 1), N: int8(n)}
			}
		}
	case 4, 7:
		var a AfterPeriod
		if len(words) == 7 {
			n, err := strconv.ParseUint(words[5], 10, 8)
			if err != nil {
				return nil
			}
			a.Then = uint8(n)
		}
		n, err := strconv.ParseUint(words[2], 10, 16)
		if err != nil || a.Cycle.UnmarshalText([]byte(words[0])) != nil || a.Unit.UnmarshalText([]byte(words[3])) != nil {
			return nil
		}
		if a.N = int(n); words[1] == "-" {
			a.N = -a.N
		}
		return a
	}
	return nil
}
