package calendar

import (
	"cmp"
	"errors"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

const (
	// MinYear and MaxYear are the first and the last year of a Date.
	MinYear = 1
	MaxYear = 9999

	// unixDay is 1970-01-01 counted from 0001-01-01 as day 1.
	unixDay = 719163
	// lastDay is 9999-12-31 in the same count.
	lastDay = 3652059
	// marchShift is the distance from 0000-03-01, where the civil algorithms
	// begin their years, to day 0.
	marchShift = 305
)

// Date is a civil date: a day of the proleptic Gregorian calendar from
// 0001-01-01 to 9999-12-31, without hour or zone. The zero Date is "no date".
// It is four bytes, comparable with ==, and usable as a map key.
type Date struct {
	n int32 // 0001-01-01 is 1; 0 is no date
}

// FromOrdinal returns the date with that ordinal: the number of its day when
// 0001-01-01 is day 1 (as in Python's date.fromordinal). Ordinal 0 is no date,
// and so is every other ordinal outside the years 1 to 9999. The compiler
// evaluates it, so that static tables of dates need no work at start.
func FromOrdinal(n int32) Date { return Date{n} }

// FromDays returns the date that lies days after 1970-01-01, before it where
// days is negative. A day outside the years 1 to 9999 is no date. In a static
// table use FromOrdinal: the sum made here is left to the program's start.
func FromDays(days int32) Date { return Date{days + unixDay} }

// NewDate returns the date of a year, a month and a day of the month. It
// returns an error for a day that does not exist.
func NewDate(year, month, day int) (Date, error) {
	if year < MinYear || year > MaxYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return Date{}, errors.New("calendar: there is no day " + strconv.Itoa(year) + "-" + strconv.Itoa(month) + "-" + strconv.Itoa(day) + ": use a year of 1 to 9999 and a day that its month has")
	}
	return civil(year, month, day), nil
}

// MustDate is NewDate for literals in tests and examples; it panics where
// NewDate returns an error.
func MustDate(year, month, day int) Date {
	d, err := NewDate(year, month, day)
	if err != nil {
		panic(err)
	}
	return d
}

// ParseDate reads a date in the form 2027-03-15 and no other: four digits of
// year, two of month, two of day, nothing around them. The empty string is an
// error; UnmarshalText reads it as no date.
func ParseDate(s string) (Date, error) {
	if d, ok := parseDate(s); ok {
		return d, nil
	}
	return Date{}, errors.New("calendar: " + norm.Quote(s) + " is not a date: write an existing day as YYYY-MM-DD")
}

// MustParseDate is ParseDate for literals in tests and examples; it panics
// where ParseDate returns an error.
func MustParseDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return uint32(d.n-1) >= lastDay }

// Ordinal returns the number of d's day when 0001-01-01 is day 1. It is 0 for
// the zero Date.
func (d Date) Ordinal() int32 { return d.n }

// Days returns the number of days from 1970-01-01 to d, negative before it.
// Of no date it is meaningless.
func (d Date) Days() int32 { return d.n - unixDay }

// Civil returns the year, the month (1 to 12) and the day of the month of d,
// or zeros when d is no date.
func (d Date) Civil() (year, month, day int) {
	if d.IsZero() {
		return 0, 0, 0
	}
	// Euclidean affine functions in 32 bits (Neri and Schneider, 2022), over
	// years that begin on 1 March.
	n := 4*uint32(d.n+marchShift) + 3
	century := n / 146097
	n = n%146097 | 3
	p := 2939745 * uint64(n)
	yearOfCentury := uint32(p >> 32)
	dayOfYear := uint32(p) / 2939745 / 4
	m := 2141*dayOfYear + 197913
	year = int(100*century + yearOfCentury)
	month = int(m >> 16)
	day = int(m&0xffff/2141) + 1
	if dayOfYear >= 306 {
		return year + 1, month - 12, day
	}
	return year, month, day
}

// Year returns the year of d, or 0 when d is no date.
func (d Date) Year() int {
	y, _, _ := d.Civil()
	return y
}

// Month returns the month of d, 1 to 12, or 0 when d is no date. YearMonth
// returns it with its year.
func (d Date) Month() int {
	_, m, _ := d.Civil()
	return m
}

// Day returns the day of the month, 1 to 31, or 0 when d is no date.
func (d Date) Day() int {
	_, _, day := d.Civil()
	return day
}

// YearMonth returns the month of its year that d lies in, or the zero Month
// when d is no date.
func (d Date) YearMonth() Month {
	if d.IsZero() {
		return Month{}
	}
	y, m, _ := d.Civil()
	return month(y, m)
}

// YearDay returns the day of the year, 1 to 366, or 0 when d is no date.
func (d Date) YearDay() int {
	if d.IsZero() {
		return 0
	}
	return int(d.n-civil(d.Year(), 1, 1).n) + 1
}

// Weekday returns the day of the week of d, or 0 when d is no date.
func (d Date) Weekday() Weekday {
	if d.IsZero() {
		return 0
	}
	return Weekday(uint32(d.n-1)%7) + Monday
}

// AddDays returns the date n days after d, before it where n is negative. It
// is no date when d is none or the result leaves the years 1 to 9999.
func (d Date) AddDays(n int) Date {
	if d.IsZero() || n > lastDay || n < -lastDay {
		return Date{}
	}
	if r := (Date{d.n + int32(n)}); !r.IsZero() {
		return r
	}
	return Date{}
}

// AddMonths returns the same day of the month n months after d, or the last
// day of that month where it is shorter: one month after 31 January is 28 or
// 29 February. It is no date when d is none or the result leaves the years 1
// to 9999.
func (d Date) AddMonths(n int) Date {
	target := d.YearMonth().Add(n)
	if target.IsZero() {
		return Date{}
	}
	return civil(target.Year(), target.Number(), min(d.Day(), daysIn(target.Year(), target.Number())))
}

// Sub returns the number of days from e to d, negative when d comes first. It
// is 0 when either is no date.
func (d Date) Sub(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return int(d.n - e.n)
}

// Before reports whether d comes before e; no date comes before every date.
func (d Date) Before(e Date) bool { return d.n < e.n }

// After reports whether d comes after e; every date comes after no date.
func (d Date) After(e Date) bool { return d.n > e.n }

// Compare returns -1, 0 or +1 as d comes before e, is e, or comes after it. No
// date comes before every date.
func (d Date) Compare(e Date) int { return cmp.Compare(d.n, e.n) }

// String returns d in the form 2027-03-15, or "" when d is no date.
func (d Date) String() string {
	var buf [10]byte
	b, _ := d.AppendText(buf[:0])
	return string(b)
}

// AppendText appends what String returns to b; it never fails.
func (d Date) AppendText(b []byte) ([]byte, error) {
	if d.IsZero() {
		return b, nil
	}
	year, month, day := d.Civil()
	// Four numbers below 100 in lanes of 16 bits, then in each lane its two digits.
	c := uint64(year) / 100
	v := c | (uint64(year)-100*c)<<16 | uint64(month)<<32 | uint64(day)<<48
	tens := v * 103 >> 10 & 0x000f_000f_000f_000f
	x := tens + (v-10*tens)<<8 + 0x3030_3030_3030_3030
	return append(b, byte(x), byte(x>>8), byte(x>>16), byte(x>>24), '-',
		byte(x>>32), byte(x>>40), '-', byte(x>>48), byte(x>>56)), nil
}

// putPair writes a number below 100 in two digits.
func putPair(p []byte, v uint32) {
	tens := v * 103 >> 10
	p[0] = '0' + byte(tens)
	p[1] = '0' + byte(v-10*tens)
}

// MarshalText returns what String returns: empty text for no date.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return []byte{}, nil
	}
	return d.AppendText(make([]byte, 0, 10))
}

// UnmarshalText reads what MarshalText writes: empty text is no date, and
// everything else is read as ParseDate does. On an error d is unchanged.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	if v, ok := parseDate(string(text)); ok {
		*d = v
		return nil
	}
	_, err := ParseDate(string(text))
	return err
}

// civil is NewDate for a day that is known to exist.
func civil(year, month, day int) Date {
	y, m := uint32(year), uint32(month)
	if m <= 2 {
		y, m = y-1, m+12
	}
	century := y / 100
	n := 1461*y/4 - century + century/4 + (979*m-2919)/32 + uint32(day) - 1
	return Date{int32(n) - marchShift}
}

// parseDate does not keep s, so that converting bytes to call it is free.
func parseDate(s string) (Date, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	c, ok1 := twoDigits(s[0], s[1])
	y, ok2 := twoDigits(s[2], s[3])
	m, ok3 := twoDigits(s[5], s[6])
	d, ok4 := twoDigits(s[8], s[9])
	y += 100 * c
	if !ok1 || !ok2 || !ok3 || !ok4 || y == 0 || uint(m-1) > 11 || d == 0 || d > 28 && d > daysIn(y, m) {
		return Date{}, false
	}
	return civil(y, m, d), true
}

func twoDigits(a, b byte) (int, bool) {
	a -= '0'
	b -= '0'
	return 10*int(a) + int(b), a <= 9 && b <= 9
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// daysIn returns the length of a month; month must be 1 to 12.
func daysIn(year, month int) int {
	if month == 2 {
		if isLeap(year) {
			return 29
		}
		return 28
	}
	return 30 | (month ^ month>>3)
}
