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
	// Date is the day by which it is due, after rolling.
	Date Date
	// Nominal is the day that the rule names, before rolling.
	Nominal Date
	// Period is what is reported on, or zero where the deadline has none.
	Period Span
	Basis  norm.Basis
}

// DeadlineRule is a deadline that comes every year, with the law that sets it.
type DeadlineRule struct {
	Key  string
	Name norm.Label
	Due  Due
	// Roll is where a deadline goes that falls on a day of rest; zero leaves it
	// where the rule puts it, as Unadjusted does.
	Roll  Convention
	Basis norm.Basis
}

// In returns the deadlines of r that fall in a year, by date: one, or one for each
// period. The year is that of the day that the rule names; rolling may take it over
// the end. Rules that name a business day and rules that roll ask the calendar;
// others do without and take nil.
func (r DeadlineRule) In(year int, cal *Calendar) ([]Deadline, error) {
	if year < MinYear || year > MaxYear {
		return nil, errors.New("calendar: no deadlines in year " + strconv.Itoa(year) + ": use 1 to 9999")
	}
	if r.Due == nil {
		return nil, errors.New("calendar: deadline " + norm.Quote(r.Key) + " has no rule: use OnDay, LastBusinessDayOf, NthBusinessDayOf, DaysAfter or TermAfter")
	}
	dates, err := r.Due.in(year, cal)
	if err != nil {
		return nil, r.because(err)
	}
	list := make([]Deadline, len(dates))
	for i, d := range dates {
		list[i] = Deadline{Key: r.Key, Name: r.Name, Date: d.date, Nominal: d.date, Period: d.period, Basis: r.Basis}
		if d.period.Valid() {
			list[i].Key += "-" + d.period.End.YearMonth().String()
		}
		if r.Roll == 0 || r.Roll == Unadjusted {
			continue
		}
		if cal == nil {
			return nil, r.because(errors.New("calendar: rolling to a business day needs a calendar"))
		}
		if list[i].Date, err = cal.Roll(d.date, r.Roll); err != nil {
			return nil, r.because(err)
		}
	}
	return list, nil
}

func (r *DeadlineRule) because(err error) error {
	return &failedDeadline{"calendar: deadline " + norm.Quote(r.Key) + ": " + trimPrefix(err), err}
}

type failedDeadline struct {
	text  string
	cause error
}

func (f *failedDeadline) Error() string { return f.text }
func (f *failedDeadline) Unwrap() error { return f.cause }
