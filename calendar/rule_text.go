package calendar

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// A rule has one text, so that two rules are equal if their texts are:
//
//	01-01                                  Fixed: a month and a day
//	Feb Mon1, Nov Thu-1                    NthWeekday: the first Monday, the last Thursday
//	Easter, Easter-3, Easter+60            FromEaster
//	12-01 (1994+6k)                        Every: 1994 and every sixth year
//	05-11 5d, 12-30 (2024+6k) 5d           Lasting: five days from that date
//	2024-06-02, 2027-06-06 projected       Listed: dates, some with a status
//	2027-05-11/2027-05-15                  EachDay
var (
	monthNames   = [...]string{1: "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	weekdayNames = [...]string{1: "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
)

// maxRuleText is the largest number of bytes that ParseRule accepts.
const maxRuleText = 1 << 16

// ParseRule parses the text of a rule, as returned by Rule.String:
//
//	01-01                              the same day every year
//	Feb Mon1, May Sun-1                the first Monday of February, the last Sunday of May
//	Easter-3                           three days before Easter Sunday
//	12-01 (1994+6k)                    in 1994 and every sixth year, before and after
//	05-11 5d                           five days from 11 May
//	2024-06-02, 2027-06-06 projected   these dates, the second with its own norm.Status
//	2027-05-11/2027-05-15              every day of a span
//
// A cycle may follow any of them except a run of days, and a run of days any except a
// span: "12-30 (2024+6k) 5d". No other spelling is accepted.
func ParseRule(s string) (Rule, error) {
	r, ok := parseRule(s)
	if !ok {
		return nil, errors.New("calendar: " + norm.Quote(s) + ` is not a rule: write it as "01-01", "Feb Mon1", "Easter-3", "12-01 (1994+6k)", "05-11 5d", "2024-06-02, 2027-06-06" or "2027-05-11/2027-05-15"`)
	}
	if err := r.Validate(); err != nil {
		return nil, err
	}
	return r, nil
}

// MustParseRule is like ParseRule but panics instead of returning an error. It is for
// literals in tests and examples.
func MustParseRule(s string) Rule {
	r, err := ParseRule(s)
	if err != nil {
		panic(err)
	}
	return r
}

func parseRule(s string) (Rule, bool) {
	if len(s) > maxRuleText {
		return nil, false
	}
	if rest, last, ok := cutLast(s); ok && len(last) > 1 && last[len(last)-1] == 'd' && last[0] >= '0' && last[0] <= '9' {
		n, ok := number(last[:len(last)-1], 1<<16-1)
		inner, ok2 := parseRule(rest)
		return Lasting{inner, uint16(n)}, ok && ok2
	}
	if rest, last, ok := cutLast(s); ok && last != "" && last[0] == '(' {
		inner, ok := parseRule(rest)
		first, years, ok2 := parseCycle(last)
		return Every{Rule: inner, First: first, Years: years}, ok && ok2
	}
	switch {
	case strings.HasPrefix(s, "Easter"):
		return parseEaster(s[len("Easter"):])
	case len(s) == 5 && s[2] == '-':
		m, ok1 := twoDigits(s[0], s[1])
		d, ok2 := twoDigits(s[3], s[4])
		return Fixed{Month: uint8(m), Day: uint8(d)}, ok1 && ok2
	case len(s) > 3 && s[3] == ' ':
		return parseNthWeekday(s)
	case strings.Contains(s, "/"):
		a, b, _ := strings.Cut(s, "/")
		start, err := ParseDate(a)
		end, err2 := ParseDate(b)
		return EachDay{Span{start, end}}, err == nil && err2 == nil
	default:
		return parseListed(s)
	}
}

// cutLast cuts s at its last space.
func cutLast(s string) (rest, last string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return "", "", false
	}
	return s[:i], s[i+1:], true
}

// number parses a decimal number of at most limit, without leading zeros.
func number(s string, limit int) (n int, ok bool) {
	if s == "" || len(s) > 6 || s[0] == '0' && s != "0" {
		return 0, false
	}
	for i := range len(s) {
		digit := s[i] - '0'
		if digit > 9 {
			return 0, false
		}
		n = 10*n + int(digit)
	}
	return n, n <= limit
}

func parseEaster(s string) (Rule, bool) {
	if s == "" {
		return FromEaster{}, true
	}
	n, ok := number(s[1:], 999)
	switch {
	case !ok || n == 0:
		return FromEaster{}, false
	case s[0] == '-':
		n = -n
	case s[0] != '+':
		return FromEaster{}, false
	}
	return FromEaster{Days: int16(n)}, true
}

func parseNthWeekday(s string) (Rule, bool) {
	if len(s) < 8 || len(s) > 9 {
		return nil, false
	}
	month, weekday := slices.Index(monthNames[:], s[:3]), slices.Index(weekdayNames[:], s[4:7])
	digits, sign := s[7:], 1
	if digits[0] == '-' {
		digits, sign = digits[1:], -1
	}
	n, ok := number(digits, 9)
	return NthWeekday{Month: uint8(month), N: int8(sign * n), Weekday: Weekday(weekday)}, ok && month > 0 && weekday > 0
}

func parseCycle(s string) (first, years uint16, ok bool) {
	inner, ok := strings.CutPrefix(s, "(")
	inner, ok2 := strings.CutSuffix(inner, "k)")
	a, b, ok3 := strings.Cut(inner, "+")
	f, ok4 := number(a, 1<<16-1)
	y, ok5 := number(b, 1<<16-1)
	return uint16(f), uint16(y), ok && ok2 && ok3 && ok4 && ok5
}

func parseListed(s string) (Rule, bool) {
	list := make(Listed, 0, 1+strings.Count(s, ","))
	for s != "" {
		var one string
		var more bool
		one, s, more = strings.Cut(s, ", ")
		if more && s == "" {
			return nil, false
		}
		day, status, marked := strings.Cut(one, " ")
		d, err := ParseDate(day)
		if err != nil {
			return nil, false
		}
		l := Listing{Date: d}
		if marked && l.Status.UnmarshalText([]byte(status)) != nil {
			return nil, false
		}
		list = append(list, l)
	}
	return list, len(list) > 0
}

// String returns the rule as in "01-01".
func (r Fixed) String() string {
	if r.Validate() != nil {
		return ""
	}
	b := appendPair(make([]byte, 0, 5), uint32(r.Month))
	return string(appendPair(append(b, '-'), uint32(r.Day)))
}

// String returns the rule as in "Feb Mon1".
func (r NthWeekday) String() string {
	if r.Validate() != nil {
		return ""
	}
	return monthNames[r.Month] + " " + weekdayNames[r.Weekday] + strconv.Itoa(int(r.N))
}

// String returns the rule as in "Easter-3".
func (r FromEaster) String() string {
	switch {
	case r.Validate() != nil:
		return ""
	case r.Days == 0:
		return "Easter"
	case r.Days > 0:
		return "Easter+" + strconv.Itoa(int(r.Days))
	default:
		return "Easter" + strconv.Itoa(int(r.Days))
	}
}

// String returns the rule as in "12-01 (1994+6k)".
func (r Every) String() string {
	if r.Validate() != nil {
		return ""
	}
	return r.Rule.String() + " (" + strconv.Itoa(int(r.First)) + "+" + strconv.Itoa(int(r.Years)) + "k)"
}

// String returns the rule as in "05-11 5d".
func (r Lasting) String() string {
	if r.Validate() != nil {
		return ""
	}
	return r.Rule.String() + " " + strconv.Itoa(int(r.Days)) + "d"
}

// String returns the dates as in "2024-06-02, 2027-06-06 projected".
func (r Listed) String() string {
	if r.Validate() != nil {
		return ""
	}
	b := make([]byte, 0, 12*len(r))
	for i, l := range r {
		if i > 0 {
			b = append(b, ", "...)
		}
		b, _ = l.Date.AppendText(b)
		if l.Status != 0 {
			b = append(append(b, ' '), norm.Status.String(l.Status)...)
		}
	}
	return string(b)
}

// String returns the span as in "2027-05-11/2027-05-15".
func (r EachDay) String() string {
	if r.Validate() != nil {
		return ""
	}
	return r.Span.String()
}
