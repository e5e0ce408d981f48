package calendar

import (
	"cmp"
	"errors"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Month is a month of a year, as in March 2027. The zero Month is "no month".
// It is comparable with == and usable as a map key.
type Month struct {
	n int32 // 12*year + number - 1; 0 is no month
}

// NewMonth returns a month of a year. It returns an error for a year outside 1 to 9999
// or a number outside 1 to 12.
func NewMonth(year, number int) (Month, error) {
	if year < MinYear || year > MaxYear || number < 1 || number > 12 {
		return Month{}, errors.New("calendar: there is no month " + strconv.Itoa(year) + "-" + strconv.Itoa(number) + ": use a year of 1 to 9999 and a month of 1 to 12")
	}
	return month(year, number), nil
}

// MustMonth is like NewMonth but panics instead of returning an error. It is for
// literals.
func MustMonth(year, number int) Month {
	m, err := NewMonth(year, number)
	if err != nil {
		panic(err)
	}
	return m
}

// ParseMonth parses a month in the form 2027-03 and no other.
func ParseMonth(s string) (Month, error) {
	if len(s) == 7 && s[4] == '-' {
		century, ok1 := twoDigits(s[0], s[1])
		year, ok2 := twoDigits(s[2], s[3])
		number, ok3 := twoDigits(s[5], s[6])
		if year += 100 * century; ok1 && ok2 && ok3 && year >= MinYear && number >= 1 && number <= 12 {
			return month(year, number), nil
		}
	}
	return Month{}, errors.New("calendar: " + norm.Quote(s) + " is not a month: write it as YYYY-MM")
}

// IsZero reports whether m is no month.
func (m Month) IsZero() bool { return m.n == 0 }

// Year returns the year of m, or 0 if m is no month.
func (m Month) Year() int { return int(m.n) / 12 }

// Number returns the number of m in its year, 1 to 12, or 0 if m is no month.
func (m Month) Number() int {
	if m.IsZero() {
		return 0
	}
	return int(m.n)%12 + 1
}

// First returns the first day of m, or no date if m is no month.
func (m Month) First() Date {
	if m.IsZero() {
		return Date{}
	}
	return civil(m.Year(), m.Number(), 1)
}

// Last returns the last day of m, or no date if m is no month.
func (m Month) Last() Date {
	if m.IsZero() {
		return Date{}
	}
	return civil(m.Year(), m.Number(), daysIn(m.Year(), m.Number()))
}

// Span returns the span of the days of m.
func (m Month) Span() Span { return Span{m.First(), m.Last()} }

// Add returns the month n months after m, or before m if n is negative. It returns no
// month if m is no month or the result is outside the years 1 to 9999.
func (m Month) Add(n int) Month {
	const limit = 12 * (MaxYear + 1)
	if m.IsZero() || n > limit || n < -limit {
		return Month{}
	}
	if r := (Month{m.n + int32(n)}); r.n >= 12*MinYear && r.n < 12*(MaxYear+1) {
		return r
	}
	return Month{}
}

// Sub returns the number of months from o to m, negative if m comes first. It returns
// 0 if either is no month.
func (m Month) Sub(o Month) int {
	if m.IsZero() || o.IsZero() {
		return 0
	}
	return int(m.n - o.n)
}

// Compare returns -1 if m comes before o, 0 if they are equal, and +1 if m comes after
// o. No month comes before every month.
func (m Month) Compare(o Month) int { return cmp.Compare(m.n, o.n) }

// String returns m in the form 2027-03, or "" if m is no month.
func (m Month) String() string {
	var buf [7]byte
	b, _ := m.AppendText(buf[:0])
	return string(b)
}

// AppendText appends the result of String to b. It never returns an error.
func (m Month) AppendText(b []byte) ([]byte, error) {
	if m.IsZero() {
		return b, nil
	}
	year := uint32(m.Year())
	b = appendPair(appendPair(b, year/100), year%100)
	return appendPair(append(b, '-'), uint32(m.Number())), nil
}

// MarshalText returns the result of String: empty text for no month.
func (m Month) MarshalText() ([]byte, error) { return m.AppendText([]byte{}) }

// UnmarshalText parses empty text as no month and other text with ParseMonth. On an
// error m is unchanged.
func (m *Month) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*m = Month{}
		return nil
	}
	v, err := ParseMonth(string(text))
	if err == nil {
		*m = v
	}
	return err
}

func month(year, number int) Month { return Month{int32(12*year + number - 1)} }
