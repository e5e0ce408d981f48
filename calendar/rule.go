package calendar

import (
	"errors"
	"slices"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Rule is the days of a year on which a holiday falls. Validity belongs to the Holiday,
// and no rule moves a day from a weekend.
//
// The set is closed: Fixed, NthWeekday, FromEaster, Every, Lasting, Listed and EachDay,
// all of them values and not pointers. Listed, a list of dates, can express any other.
// ParseRule parses a rule from its text.
type Rule interface {
	// String returns the text that ParseRule parses, or "" when the rule is not
	// valid. Two valid rules are equal when their texts are.
	String() string
	// Validate returns why the rule cannot name a day, or nil.
	Validate() error
	// Yearly reports whether the rule may fall in any year, as Fixed does; Listed
	// and EachDay name their years themselves.
	Yearly() bool

	appendYear(days []firing, year int) []firing
}

var _ = [...]Rule{Fixed{}, NthWeekday{}, FromEaster{}, Every{}, Lasting{}, Listed(nil), EachDay{}}

const listOfRules = "Fixed, NthWeekday, FromEaster, Every, Lasting, Listed or EachDay"

// validateRule rejects what is not in the closed set, without calling its methods,
// and returns what is wrong with a rule that is.
func validateRule(r Rule) error {
	switch r.(type) {
	case Fixed, NthWeekday, FromEaster, Every, Lasting, Listed, EachDay:
		return r.Validate()
	case nil:
		return errors.New("calendar: there is no rule: use " + listOfRules)
	}
	return errors.New("calendar: a rule is a value of " + listOfRules + ", not a pointer to one nor another type")
}

// DaysOf returns the days that a rule names in a year, in order, ignoring the validity of
// a holiday. It returns none for a year outside 1 to 9999, and an error for a rule that
// is not valid.
func DaysOf(r Rule, year int) ([]Date, error) {
	if err := validateRule(r); err != nil || year < MinYear || year > MaxYear {
		return nil, err
	}
	var days []Date
	for _, f := range r.appendYear(nil, year) {
		if !f.day.IsZero() {
			days = append(days, f.day)
		}
	}
	return days, nil
}

// firing is one day that a rule names. Its status is 0 if the rule adds nothing to that
// of its basis.
type firing struct {
	day    Date
	status norm.Status
}

// Fixed is the same day of the same month every year. 29 February falls in leap
// years only.
type Fixed struct {
	Month, Day uint8
}

// Validate reports a day that no year has.
func (r Fixed) Validate() error {
	if r.Month < 1 || r.Month > 12 {
		return noMonth(r.Month)
	}
	if most := daysIn(2000, int(r.Month)); r.Day < 1 || int(r.Day) > most {
		return errors.New("calendar: no year has the day " + strconv.Itoa(int(r.Day)) + " of month " + strconv.Itoa(int(r.Month)) + ": use 1 to " + strconv.Itoa(most))
	}
	return nil
}

// Yearly returns true.
func (Fixed) Yearly() bool { return true }

func (r Fixed) appendYear(days []firing, year int) []firing {
	if r.Day > 28 && int(r.Day) > daysIn(year, int(r.Month)) {
		return days
	}
	return append(days, firing{civil(year, int(r.Month), int(r.Day)), 0})
}

func noMonth(m uint8) error {
	return errors.New("calendar: there is no month " + strconv.Itoa(int(m)) + ": use 1 to 12")
}

// NthWeekday is a weekday counted within a month: N is 1 for the first, 3 for
// the third, -1 for the last. A fifth weekday falls only in months that have
// one.
type NthWeekday struct {
	Month   uint8
	N       int8
	Weekday Weekday
}

// Validate reports a month, a weekday or a count that does not exist.
func (r NthWeekday) Validate() error {
	switch {
	case r.Month < 1 || r.Month > 12:
		return noMonth(r.Month)
	case r.Weekday.String() == "":
		return errors.New("calendar: there is no weekday " + strconv.Itoa(int(r.Weekday)) + ": use Monday (1) to Sunday (7)")
	case r.N == 0 || r.N < -5 || r.N > 5:
		return errors.New("calendar: no month has a " + r.Weekday.String() + " number " + strconv.Itoa(int(r.N)) + ": use 1 to 5, or -1 to -5 from the end")
	}
	return nil
}

// Yearly returns true.
func (NthWeekday) Yearly() bool { return true }

func (r NthWeekday) appendYear(days []firing, year int) []firing {
	length := int32(daysIn(year, int(r.Month)))
	first := civil(year, int(r.Month), 1)
	// day is that of the month, from 0.
	day := int32(r.Weekday+7-first.Weekday())%7 + 7*int32(r.N-1)
	if r.N < 0 {
		last := Date{first.n + length - 1}
		day = length - 1 - int32(last.Weekday()+7-r.Weekday)%7 + 7*int32(r.N+1)
	}
	if day < 0 || day >= length {
		return days
	}
	return append(days, firing{Date{first.n + day}, 0})
}

// FromEaster is the day that lies Days after Easter Sunday of the Gregorian calendar,
// before it if Days is negative: -3 is Holy Thursday, -2 Good Friday.
type FromEaster struct {
	Days int16
}

// Validate reports an offset that would leave Easter's year.
func (r FromEaster) Validate() error {
	if r.Days < -80 || r.Days > 250 {
		return errors.New("calendar: " + strconv.Itoa(int(r.Days)) + " days from Easter may fall in another year: use -80 to 250")
	}
	return nil
}

// Yearly returns true.
func (FromEaster) Yearly() bool { return true }

func (r FromEaster) appendYear(days []firing, year int) []firing {
	return append(days, firing{Easter(year).AddDays(int(r.Days)), 0})
}

// Every restricts a rule to the year First and every Years years from it, before
// and after: 1 October of 2024 and every sixth year. Validity bounds it.
type Every struct {
	Years uint16
	First uint16
	Rule  Rule
}

// Validate reports a cycle without length or without a rule, one within another or around
// a Lasting, and an invalid rule.
func (r Every) Validate() error {
	if r.Years == 0 || r.Rule == nil {
		return errors.New("calendar: a rule for every n years needs the number of years and the rule")
	}
	switch r.Rule.(type) {
	case Every, Lasting:
		return errors.New("calendar: a rule for every n years holds neither another one nor a Lasting: put the Lasting around it")
	}
	return validateRule(r.Rule)
}

// Yearly reports whether the rule within is yearly.
func (r Every) Yearly() bool { return r.Rule != nil && r.Rule.Yearly() }

func (r Every) appendYear(days []firing, year int) []firing {
	if (year-int(r.First))%int(r.Years) != 0 {
		return days
	}
	return r.Rule.appendYear(days, year)
}

// Listed are dates written down one by one, in ascending order: election days,
// days decreed once, the yearly lists of an authority.
type Listed []Listing

// Listing is one date of a Listed rule. Status is how certain this date is, or zero for
// the status of the Holiday's Basis.
type Listing struct {
	Date   Date
	Status norm.Status
}

// Dates returns the Listed rule of these dates, which must ascend.
func Dates(dates ...Date) Listed {
	l := make(Listed, len(dates))
	for i, d := range dates {
		l[i].Date = d
	}
	return l
}

// Validate reports an empty list, a missing date, and dates that do not ascend.
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

func (r Listed) appendYear(days []firing, year int) []firing {
	span := YearSpan(year)
	first, _ := slices.BinarySearchFunc(r, span.Start, func(l Listing, d Date) int { return l.Date.Compare(d) })
	for _, l := range r[first:] {
		if l.Date.After(span.End) {
			break
		}
		days = append(days, firing{l.Date, l.Status})
	}
	return days
}

// EachDay is every day of a span, both ends included: a feast of several days, a
// collective vacation.
type EachDay struct {
	Span Span
}

// maxEachDay bounds the days of one EachDay rule.
const maxEachDay = 400

// Validate reports a span that is not valid or has more than 400 days, both ends
// counted.
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

func (r EachDay) appendYear(days []firing, year int) []firing {
	common, ok := r.Span.Intersect(YearSpan(year))
	if !ok {
		return days
	}
	for n := common.Start.n; n <= common.End.n; n++ {
		days = append(days, firing{Date{n}, 0})
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
