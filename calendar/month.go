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

// NewMonth returns the month with that number, 1 to 12, of a year of 1 to
// 9999.
func NewMonth(year, number int) (Month, error) {
	if year < MinYear || year > MaxYear || number < 1 || number > 12 {
		return Month{}, errors.New("calendar: there is no month " + strconv.Itoa(year) + "-" + strconv.Itoa(number) + ": use a year of 1 to 9999 and a month of 1 to 12")
	}
	return month(year, number), nil
}

// MustMonth is NewMonth for literals in tests and examples; it panics where
// NewMonth returns an error.
func MustMonth(year, number int) Month {
	m, err := NewMonth(year, number)
	if err != nil {
		panic(err)
	}
	return m
}

// ParseMonth reads a month in the form 2027-03 and no other.
func ParseMonth(s string) (Month, error) {
	if m, ok := parseMonth(s); ok {
		return m, nil
	}
	return Month{}, errors.New("calendar: " + norm.Quote(s) + " is not a month: write it as YYYY-MM")
}

// IsZero reports whether m is no month.
func (m Month) IsZero() bool { return uint32(m.n)-12*MinYear > 12*MaxYear-1 }

// Year returns the year of m, or 0 when m is no month.
func (m Month) Year() int {
	if m.IsZero() {
		return 0
	}
	return int(uint32(m.n) / 12)
}

// Number returns the number of m in its year, 1 to 12, or 0 when m is no
// month.
func (m Month) Number() int {
	if m.IsZero() {
		return 0
	}
	return int(uint32(m.n)%12) + 1
}

// First returns the first day of m.
func (m Month) First() Date {
	if m.IsZero() {
		return Date{}
	}
	return civil(m.Year(), m.Number(), 1)
}

// Last returns the last day of m.
func (m Month) Last() Date {
	if m.IsZero() {
		return Date{}
	}
	return civil(m.Year(), m.Number(), daysIn(m.Year(), m.Number()))
}

// Span returns the days of m, both ends in.
func (m Month) Span() Span { return Span{m.First(), m.Last()} }

// Quarter returns the quarter of its year that m lies in, 1 to 4, or 0 when m is no
// month. QuarterSpan returns its days.
func (m Month) Quarter() int { return (m.Number() + 2) / 3 }

// Add returns the month n months after m, before it where n is negative. It
// is no month when m is none or the result leaves the years 1 to 9999.
func (m Month) Add(n int) Month {
	const limit = 12 * (MaxYear + 1)
	if m.IsZero() || n > limit || n < -limit {
		return Month{}
	}
	if r := (Month{m.n + int32(n)}); !r.IsZero() {
		return r
	}
	return Month{}
}

// Next returns the month after m.
func (m Month) Next() Month { return m.Add(1) }

// Sub returns the number of months from o to m, or 0 when either is no month.
func (m Month) Sub(o Month) int {
	if m.IsZero() || o.IsZero() {
		return 0
	}
	return int(m.n - o.n)
}

// Compare returns -1, 0 or +1 as m comes before o, is o, or comes after it. No
// month comes before every month.
func (m Month) Compare(o Month) int { return cmp.Compare(m.n, o.n) }

// String returns m in the form 2027-03, or "" when m is no month.
func (m Month) String() string {
	var buf [7]byte
	b, _ := m.AppendText(buf[:0])
	return string(b)
}

// AppendText appends what String returns to b; it never fails.
func (m Month) AppendText(b []byte) ([]byte, error) {
	if m.IsZero() {
		return b, nil
	}
	y := uint32(m.Year())
	n := len(b)
	b = append(b, "0000-00"...)
	p := (*[7]byte)(b[n:])
	putPair(p[0:2], y/100)
	putPair(p[2:4], y%100)
	putPair(p[5:7], uint32(m.Number()))
	return b, nil
}

// MarshalText returns what String returns: empty text for no month.
func (m Month) MarshalText() ([]byte, error) { return m.AppendText([]byte{}) }

// UnmarshalText reads what MarshalText writes: empty text is no month, and
// everything else is read as ParseMonth does. On an error m is unchanged.
func (m *Month) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*m = Month{}
		return nil
	}
	v, err := ParseMonth(string(text))
	if err != nil {
		return err
	}
	*m = v
	return nil
}

func month(year, number int) Month { return Month{int32(12*year + number - 1)} }

func parseMonth(s string) (Month, bool) {
	if len(s) != 7 || s[4] != '-' {
		return Month{}, false
	}
	c, ok1 := twoDigits(s[0], s[1])
	y, ok2 := twoDigits(s[2], s[3])
	m, ok3 := twoDigits(s[5], s[6])
	y += 100 * c
	if !ok1 || !ok2 || !ok3 || y == 0 || uint(m-1) > 11 {
		return Month{}, false
	}
	return month(y, m), true
}
