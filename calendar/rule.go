package calendar

import (
	"errors"
	"sort"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Rule determines the days of each year on which a holiday falls. It ignores when the
// rule is in force, which is Holiday.Valid, and weekends: no rule moves a day.
//
// The set is closed: a Rule is a value, not a pointer, of type Fixed, NthWeekday,
// FromEaster, Every, Lasting, Listed or EachDay. Use Listed for dates that no other
// type can express. ParseRule parses a rule from its text.
type Rule interface {
	// String returns the text that ParseRule parses, or "" if the rule is invalid. Two
	// valid rules are equal if their texts are.
	String() string
	// Validate returns an error if the rule is invalid.
	Validate() error
	// Yearly reports whether the rule may fall in any year, as Fixed may. Rules that
	// list their dates, Listed and EachDay, are not yearly.
	Yearly() bool

	appendYear(days []ruleDay, year int) []ruleDay
}

var _ = [...]Rule{Fixed{}, NthWeekday{}, FromEaster{}, Every{}, Lasting{}, Listed(nil), EachDay{}}

const ruleTypes = "Fixed, NthWeekday, FromEaster, Every, Lasting, Listed or EachDay"

// validateRule rejects types outside the closed set, without calling their methods,
// and returns r.Validate() for the others.
func validateRule(r Rule) error {
	switch r.(type) {
	case Fixed, NthWeekday, FromEaster, Every, Lasting, Listed, EachDay:
		return r.Validate()
	case nil:
		return errors.New("calendar: the rule is missing: use " + ruleTypes)
	}
	return errors.New("calendar: a rule must be a value of type " + ruleTypes + ", not a pointer nor another type")
}

// DaysOf returns the days of a rule in a year, in order. It returns no days for a year
// outside 1 to 9999, and an error for an invalid rule.
func DaysOf(r Rule, year int) ([]Date, error) {
	if err := validateRule(r); err != nil || year < MinYear || year > MaxYear {
		return nil, err
	}
	var days []Date
	for _, day := range r.appendYear(nil, year) {
		if !day.date.IsZero() {
			days = append(days, day.date)
		}
	}
	return days, nil
}

// ruleDay is a day of a rule. Its status is 0 for that of the holiday's basis.
type ruleDay struct {
	date   Date
	status norm.Status
}

// Fixed is the same day of the same month every year. 29 February falls in leap
// years only.
type Fixed struct {
	Month, Day uint8
}

// Validate rejects a day that no year has.
func (r Fixed) Validate() error {
	if r.Month < 1 || r.Month > 12 {
		return invalidMonth(r.Month)
	}
	if most := daysIn(2000, int(r.Month)); r.Day < 1 || int(r.Day) > most {
		return errors.New("calendar: no year has the day " + strconv.Itoa(int(r.Day)) + " of month " + strconv.Itoa(int(r.Month)) + ": use 1 to " + strconv.Itoa(most))
	}
	return nil
}

// Yearly returns true.
func (Fixed) Yearly() bool { return true }

func (r Fixed) appendYear(days []ruleDay, year int) []ruleDay {
	if r.Day > 28 && int(r.Day) > daysIn(year, int(r.Month)) {
		return days
	}
	return append(days, ruleDay{civil(year, int(r.Month), int(r.Day)), 0})
}

func invalidMonth(m uint8) error {
	return errors.New("calendar: there is no month " + strconv.Itoa(int(m)) + ": use 1 to 12")
}

// NthWeekday is a weekday counted within a month: N is 1 for the first, 3 for the
// third, -1 for the last. A fifth weekday falls only in years in which the month has
// one.
type NthWeekday struct {
	Month   uint8
	N       int8
	Weekday Weekday
}

// Validate rejects a month, a weekday or a count that does not exist.
func (r NthWeekday) Validate() error {
	switch {
	case r.Month < 1 || r.Month > 12:
		return invalidMonth(r.Month)
	case r.Weekday.String() == "":
		return errors.New("calendar: there is no weekday " + strconv.Itoa(int(r.Weekday)) + ": use Monday (1) to Sunday (7)")
	case r.N == 0 || r.N < -5 || r.N > 5:
		return errors.New("calendar: no month has a " + r.Weekday.String() + " number " + strconv.Itoa(int(r.N)) + ": use 1 to 5, or -1 to -5 from the end")
	}
	return nil
}

// Yearly returns true.
func (NthWeekday) Yearly() bool { return true }

func (r NthWeekday) appendYear(days []ruleDay, year int) []ruleDay {
	length := int32(daysIn(year, int(r.Month)))
	first := civil(year, int(r.Month), 1)
	// day is the day of the month, from 0.
	day := int32(r.Weekday+7-first.Weekday())%7 + 7*int32(r.N-1)
	if r.N < 0 {
		last := Date{first.n + length - 1}
		day = length - 1 - int32(last.Weekday()+7-r.Weekday)%7 + 7*int32(r.N+1)
	}
	if day < 0 || day >= length {
		return days
	}
	return append(days, ruleDay{Date{first.n + day}, 0})
}

// FromEaster is the day that lies Days after Easter Sunday of the Gregorian calendar,
// or before it if Days is negative: -3 is Holy Thursday, -2 Good Friday.
type FromEaster struct {
	Days int16
}

// Validate rejects an offset outside -80 to 250, which may fall in another year.
func (r FromEaster) Validate() error {
	if r.Days < -80 || r.Days > 250 {
		return errors.New("calendar: " + strconv.Itoa(int(r.Days)) + " days from Easter may fall in another year: use -80 to 250")
	}
	return nil
}

// Yearly returns true.
func (FromEaster) Yearly() bool { return true }

func (r FromEaster) appendYear(days []ruleDay, year int) []ruleDay {
	return append(days, ruleDay{Easter(year).AddDays(int(r.Days)), 0})
}

// Every restricts a rule to one year in every Years, counted from First, before and
// after it: 1 October of 2024 and of every sixth year.
type Every struct {
	Years uint16
	First uint16
	Rule  Rule
}

// Validate rejects a cycle of 0 years, a missing or invalid rule, and a rule that is an
// Every or a Lasting.
func (r Every) Validate() error {
	if r.Years == 0 || r.Rule == nil {
		return errors.New("calendar: a rule for every n years needs the number of years and the rule")
	}
	switch r.Rule.(type) {
	case Every, Lasting:
		return errors.New("calendar: a rule for every n years cannot contain another one nor a Lasting: put the Lasting around it")
	}
	return validateRule(r.Rule)
}

// Yearly reports whether the restricted rule is yearly.
func (r Every) Yearly() bool { return r.Rule != nil && r.Rule.Yearly() }

func (r Every) appendYear(days []ruleDay, year int) []ruleDay {
	if (year-int(r.First))%int(r.Years) != 0 {
		return days
	}
	return r.Rule.appendYear(days, year)
}

// Listed is a list of dates in ascending order: election days, days decreed once, the
// yearly lists of an authority.
type Listed []Listing

// Listing is one date of a Listed rule. Status is the certainty of this date, or zero
// if it is that of the Holiday's Basis.
type Listing struct {
	Date   Date
	Status norm.Status
}

// Dates returns the Listed rule of dates, which must be in ascending order.
func Dates(dates ...Date) Listed {
	l := make(Listed, len(dates))
	for i, d := range dates {
		l[i].Date = d
	}
	return l
}

// Validate rejects an empty list, a missing date, and dates that are not in ascending
// order.
func (r Listed) Validate() error {
	if len(r) == 0 {
		return errors.New("calendar: a listed rule has no dates: write at least one")
	}
	for i, l := range r {
		if l.Date.IsZero() {
			return errors.New("calendar: date " + strconv.Itoa(i+1) + " of a listed rule is missing")
		}
		if i > 0 && l.Date.n <= r[i-1].Date.n {
			return errors.New("calendar: a listed rule has " + l.Date.String() + " after " + r[i-1].Date.String() + ": put its dates in ascending order, each once")
		}
	}
	return nil
}

// Yearly returns false.
func (Listed) Yearly() bool { return false }

func (r Listed) appendYear(days []ruleDay, year int) []ruleDay {
	span := YearSpan(year)
	first := sort.Search(len(r), func(i int) bool { return !r[i].Date.Before(span.Start) })
	for _, l := range r[first:] {
		if l.Date.After(span.End) {
			break
		}
		days = append(days, ruleDay{l.Date, l.Status})
	}
	return days
}

// EachDay is every day of a span, both ends included: a feast of several days, a
// collective vacation.
type EachDay struct {
	Span Span
}

// maxEachDay is the largest number of days of an EachDay rule.
const maxEachDay = 400

// Validate rejects a span that is invalid or has more than 400 days, both ends
// included.
func (r EachDay) Validate() error {
	if err := r.Span.Validate(); err != nil {
		return err
	}
	if n := r.Span.Days(); n > maxEachDay {
		return errors.New("calendar: the span " + r.Span.String() + " has " + strconv.Itoa(n) + " days: use at most " + strconv.Itoa(maxEachDay) + ", both ends counted")
	}
	return nil
}

// Yearly returns false.
func (EachDay) Yearly() bool { return false }

func (r EachDay) appendYear(days []ruleDay, year int) []ruleDay {
	common, ok := r.Span.Intersect(YearSpan(year))
	if !ok {
		return days
	}
	for n := common.Start.n; n <= common.End.n; n++ {
		days = append(days, ruleDay{Date{n}, 0})
	}
	return days
}

// Easter returns Easter Sunday of a year in the Gregorian calendar, or no date
// for a year outside 1 to 9999.
func Easter(year int) Date {
	if year < MinYear || year > MaxYear {
		return Date{}
	}
	// The anonymous algorithm of 1876 (Meeus, Jones and Butcher).
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return civil(year, n/31, n%31+1)
}
