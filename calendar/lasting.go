package calendar

import (
	"errors"
	"strconv"
)

// Lasting is every day of a run that begins on the day of another rule: a patron
// saint's feast of five days from 11 May. A run that begins in December may end in
// January.
type Lasting struct {
	Rule Rule
	// Days is the length of the run, including its first day.
	Days uint16
}

// maxLasting is the largest number of days of a Lasting rule, so that no run extends
// beyond the next year.
const maxLasting = 300

// Validate rejects a run of fewer than 2 or more than 300 days, a missing or invalid
// rule, and a rule that is a Lasting or an EachDay.
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

func (r Lasting) appendYear(days []ruleDay, year int) []ruleDay {
	first, last := civil(year, 1, 1).n, civil(year, 12, 31).n
	if year > MinYear {
		days = r.appendRuns(days, year-1, first, last)
	}
	return r.appendRuns(days, year, first, last)
}

// appendRuns appends the days, from first to last, of the runs that begin in a year.
// Days that two runs share are appended once.
func (r Lasting) appendRuns(days []ruleDay, year int, first, last int32) []ruleDay {
	var array [4]ruleDay
	for _, day := range r.Rule.appendYear(array[:0], year) {
		n := max(day.date.n, first)
		if len(days) > 0 {
			n = max(n, days[len(days)-1].date.n+1)
		}
		for ; n <= min(last, day.date.n+int32(r.Days)-1); n++ {
			days = append(days, ruleDay{Date{n}, day.status})
		}
	}
	return days
}
