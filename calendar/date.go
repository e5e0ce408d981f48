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

	// unixDay is the number of 1970-01-01 if 0001-01-01 is day 1.
	unixDay = 719163
	// lastDay is the number of 9999-12-31 in the same count.
	lastDay = 3652059
	// marchShift is the number of days from 0000-03-01, the epoch of the algorithms
	// below, to day 0.
	marchShift = 305
)

// Date is a civil date: a day of the proleptic Gregorian calendar from
// 0001-01-01 to 9999-12-31, without hour or zone. The zero Date is "no date".
// It is four bytes, comparable with ==, and usable as a map key.
type Date struct {
	n int32 // 0001-01-01 is 1; 0 is no date
}

// FromDays returns the date that lies days after 1970-01-01, or before it if days is
// negative. It returns no date for a day outside the years 1 to 9999.
func FromDays(days int32) Date {
	return fromDay(int64(days) + unixDay)
}

// fromDay returns the date with a day number, 0001-01-01 being 1, or no date for a
// number out of range.
func fromDay(n int64) Date {
	if n < 1 || n > lastDay {
		return Date{}
	}
	return Date{int32(n)}
}

// NewDate returns the date of a year, a month and a day of the month. It returns an
// error for a day that does not exist.
func NewDate(year, month, day int) (Date, error) {
	if year < MinYear || year > MaxYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return Date{}, errors.New("calendar: there is no day " + strconv.Itoa(year) + "-" + strconv.Itoa(month) + "-" + strconv.Itoa(day) + ": use a year of 1 to 9999 and a day that its month has")
	}
	return civil(year, month, day), nil
}

// MustDate is like NewDate but panics instead of returning an error. It is for
// literals.
func MustDate(year, month, day int) Date {
	d, err := NewDate(year, month, day)
	if err != nil {
		panic(err)
	}
	return d
}

// ParseDate parses a date in the form 2027-03-15. It returns an error for any other
// form, for a day that does not exist and for the empty string, which UnmarshalText
// accepts as no date.
func ParseDate(s string) (Date, error) {
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		century, ok1 := twoDigits(s[0], s[1])
		year, ok2 := twoDigits(s[2], s[3])
		month, ok3 := twoDigits(s[5], s[6])
		day, ok4 := twoDigits(s[8], s[9])
		year += 100 * century
		if ok1 && ok2 && ok3 && ok4 && year >= MinYear && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysIn(year, month)) {
			return civil(year, month, day), nil
		}
	}
	return Date{}, invalidDate(s)
}

func invalidDate(s string) error {
	return errors.New("calendar: " + norm.Quote(s) + " is not a date: write an existing day as YYYY-MM-DD")
}

// MustParseDate is like ParseDate but panics instead of returning an error. It is for
// literals.
func MustParseDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.n == 0 }

// Days returns the number of days from 1970-01-01 to d, negative for a d before that
// day. The result for no date is unspecified.
func (d Date) Days() int32 { return d.n - unixDay }

// Civil returns the year, the month (1 to 12) and the day of the month of d, or zeros
// if d is no date.
func (d Date) Civil() (year, month, day int) {
	if d.IsZero() {
		return 0, 0, 0
	}
	y, m, dd := d.split()
	return int(y), int(m), int(dd)
}

// split is Civil for a d that is a date. It has no branches and can be inlined.
func (d Date) split() (year, month, day uint32) {
	// Euclidean affine functions in 32 bits (Neri and Schneider, 2022), with years
	// that begin on 1 March.
	n := 4*uint32(d.n+marchShift) + 3
	p := 2939745 * uint64(n%146097|3)
	dayOfYear := uint32(p) / (4 * 2939745)
	m := 2141*dayOfYear + 197913
	next := (305 - dayOfYear) >> 31 // 1 in January and February
	return n/146097*100 + uint32(p>>32) + next, m>>16 - 12*next, uint32(uint16(m)/2141) + 1
}

// Year returns the year of d, or 0 if d is no date.
func (d Date) Year() int {
	y, _, _ := d.Civil()
	return y
}

// Month returns the month of d, 1 to 12, or 0 if d is no date. See also YearMonth.
func (d Date) Month() int {
	_, m, _ := d.Civil()
	return m
}

// Day returns the day of the month, 1 to 31, or 0 if d is no date.
func (d Date) Day() int {
	_, _, day := d.Civil()
	return day
}

// YearMonth returns the year and month of d, or the zero Month if d is no date.
func (d Date) YearMonth() Month {
	if d.IsZero() {
		return Month{}
	}
	y, m, _ := d.Civil()
	return month(y, m)
}

// YearDay returns the day of the year, 1 to 366, or 0 if d is no date.
func (d Date) YearDay() int {
	if d.IsZero() {
		return 0
	}
	return int(d.n-civil(d.Year(), 1, 1).n) + 1
}

// Weekday returns the day of the week of d, or 0 if d is no date.
func (d Date) Weekday() Weekday {
	if d.IsZero() {
		return 0
	}
	return Weekday(uint32(d.n-1)%7) + Monday
}

// AddDays returns the date n days after d, or before d if n is negative. It returns no
// date if d is no date or the result is outside the years 1 to 9999.
func (d Date) AddDays(n int) Date {
	if d.IsZero() || n > lastDay || n < -lastDay {
		return Date{}
	}
	return fromDay(int64(d.n) + int64(n))
}

// AddMonths returns the same day of the month n months after d, or the last day of
// that month if it is shorter: one month after 31 January is 28 or 29 February. It
// returns no date if d is no date or the result is outside the years 1 to 9999.
func (d Date) AddMonths(n int) Date {
	target := d.YearMonth().Add(n)
	if target.IsZero() {
		return Date{}
	}
	return civil(target.Year(), target.Number(), min(d.Day(), daysIn(target.Year(), target.Number())))
}

// Sub returns the number of days from e to d, negative if d comes first. It returns 0
// if either is no date.
func (d Date) Sub(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return int(d.n - e.n)
}

// Before reports whether d comes before e. No date comes before every date.
func (d Date) Before(e Date) bool { return d.n < e.n }

// After reports whether d comes after e. Every date comes after no date.
func (d Date) After(e Date) bool { return d.n > e.n }

// Compare returns -1 if d comes before e, 0 if they are equal, and +1 if d comes after
// e. No date comes before every date.
func (d Date) Compare(e Date) int { return cmp.Compare(d.n, e.n) }

// String returns d in the form 2027-03-15, or "" if d is no date.
func (d Date) String() string {
	var buf [10]byte
	b, _ := d.AppendText(buf[:0])
	return string(b)
}

// AppendText appends the result of String to b. It never returns an error.
func (d Date) AppendText(b []byte) ([]byte, error) {
	if d.IsZero() {
		return b, nil
	}
	year, month, day := d.split()
	century, year := year/100, year%100
	return append(
		b, tens(century), ones(century), tens(year), ones(year),
		'-', tens(month), ones(month), '-', tens(day), ones(day),
	), nil
}

// tens and ones return the two digits of a number below 100.
func tens(n uint32) byte { return '0' + byte(n/10) }
func ones(n uint32) byte { return '0' + byte(n%10) }

// appendPair appends a number below 100 as two digits.
func appendPair(b []byte, n uint32) []byte {
	return append(b, tens(n), ones(n))
}

// MarshalText returns the result of String: empty text for no date.
func (d Date) MarshalText() ([]byte, error) { return d.AppendText([]byte{}) }

// UnmarshalText parses empty text as no date and other text with ParseDate. On an error
// d is unchanged.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	v, err := ParseDate(string(text))
	if err == nil {
		*d = v
	}
	return err
}

// civil is NewDate for a day that exists.
func civil(year, month, day int) Date {
	y, m := uint32(year), uint32(month)
	last := (m - 3) >> 31 // 1 in January and February, which end the year before
	y, m = y-last, m+12*last
	century := y / 100
	n := 1461*y/4 - century + century/4 + (979*m-2919)/32 + uint32(day) - 1
	return Date{int32(n) - marchShift}
}

func twoDigits(a, b byte) (n int, ok bool) {
	a, b = a-'0', b-'0'
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
