package calendar

import (
	"errors"
	"strconv"
)

// Lasting is every day of a run that begins on the day of a rule: the feast of a
// patron from 11 May, five days. A run that begins in December may end in January.
type Lasting struct {
	Rule Rule
	// Days is how many there are, the first included.
	Days uint16
}

// maxLasting bounds the days of one Lasting rule, so that a run reaches into the
// next year at most.
const maxLasting = 300

// Validate reports a run without days, of one day, or of more than 300, one without a
// rule or around another run, and an invalid rule.
func (r Lasting) Validate() error {
	if r.Rule == nil || r.Days < 2 || r.Days > maxLasting {
		return errors.New("calendar: a rule that lasts " + strconv.Itoa(int(r.Days)) + " days needs the rule of its first day and 2 to " + strconv.Itoa(maxLasting) + " days")
	}
	switch r.Rule.(type) {
	case Lasting, EachDay:
		return errors.New("calendar: a rule that lasts some days begins on one day: use Fixed, NthWeekday, FromEaster, Every or Listed for it")
	}
	return validateRule(r.Rule)
}

// Yearly reports whether the rule of the first day is yearly.
func (r Lasting) Yearly() bool { return r.Rule != nil && r.Rule.Yearly() }

func (r Lasting) appendYear(days []firing, year int) []firing {
	first, last := civil(year, 1, 1).n, civil(year, 12, 31).n
	if year > MinYear {
		days = r.appendRuns(days, year-1, first, last)
	}
	return r.appendRuns(days, year, first, last)
}

// appendRuns appends the days from first to last of the runs that begin in a year.
// Days that two runs share are appended once.
func (r Lasting) appendRuns(days []firing, year int, first, last int32) []firing {
	var array [4]firing
	for _, f := range r.Rule.appendYear(array[:0], year) {
		n := max(f.day.n, first)
		if len(days) > 0 {
			n = max(n, days[len(days)-1].day.n+1)
		}
		for ; n <= min(last, f.day.n+int32(r.Days)-1); n++ {
			days = append(days, firing{Date{n}, f.status})
		}
	}
	return days
}
