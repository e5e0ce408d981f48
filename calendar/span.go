package calendar

import (
	"errors"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Span is a run of days; both ends are in. As a plain struct it may be a draft: reversed,
// or with one end or both missing. Valid tells them apart, and NewSpan and ParseSpan make
// only valid ones.
type Span struct {
	Start Date `json:"start,omitzero"`
	End   Date `json:"end,omitzero"`
}

// NewSpan returns the days from start to end, both included. It returns an error when
// either is no date or the end comes before the start.
func NewSpan(start, end Date) (Span, error) {
	s := Span{start, end}
	if err := s.Validate(); err != nil {
		return Span{}, err
	}
	return s, nil
}

// MustSpan is NewSpan for literals in tests and examples; it panics if NewSpan returns an
// error.
func MustSpan(start, end Date) Span {
	s, err := NewSpan(start, end)
	if err != nil {
		panic(err)
	}
	return s
}

// ParseSpan reads two dates in the form 2027-01-01/2027-04-30 and no other, and rejects
// what NewSpan rejects.
func ParseSpan(s string) (Span, error) {
	a, b, ok := strings.Cut(s, "/")
	if !ok {
		return Span{}, errors.New("calendar: " + norm.Quote(s) + " is not a span: write it as YYYY-MM-DD/YYYY-MM-DD")
	}
	start, err := ParseDate(a)
	if err != nil {
		return Span{}, err
	}
	end, err := ParseDate(b)
	if err != nil {
		return Span{}, err
	}
	return NewSpan(start, end)
}

// MustParseSpan is ParseSpan for literals in tests and examples; it panics if ParseSpan
// returns an error.
func MustParseSpan(s string) Span {
	v, err := ParseSpan(s)
	if err != nil {
		panic(err)
	}
	return v
}

// YearSpan returns the days of a year, 1 January to 31 December, or the zero
// Span for a year outside 1 to 9999.
func YearSpan(year int) Span {
	if year < MinYear || year > MaxYear {
		return Span{}
	}
	first, days := civil(year, 1, 1), int32(365)
	if isLeap(year) {
		days = 366
	}
	return Span{first, Date{first.n + days - 1}}
}

// Validate reports why s is not a run of days: a date is missing, or the end comes
// before the start.
func (s Span) Validate() error {
	switch {
	case s.Start.IsZero() || s.End.IsZero():
		return errors.New("calendar: a span needs both its dates")
	case s.End.n < s.Start.n:
		return errors.New("calendar: the span " + s.String() + " ends before it starts: exchange its dates")
	}
	return nil
}

// Valid reports whether s has both its dates, in order.
func (s Span) Valid() bool {
	return !s.Start.IsZero() && !s.End.IsZero() && s.Start.n <= s.End.n
}

// IsZero reports whether s has neither of its dates.
func (s Span) IsZero() bool { return s.Start.IsZero() && s.End.IsZero() }

// Days returns the number of days of s, both ends included, or 0 when s is not valid.
func (s Span) Days() int {
	if !s.Valid() {
		return 0
	}
	return int(s.End.n-s.Start.n) + 1
}

// Contains reports whether d is one of the days of s. A span that is not valid
// has none.
func (s Span) Contains(d Date) bool {
	return s.Valid() && s.Start.n <= d.n && d.n <= s.End.n
}

// Covers reports whether every day of o is a day of s; both must be valid.
func (s Span) Covers(o Span) bool {
	return s.Valid() && o.Valid() && s.Start.n <= o.Start.n && o.End.n <= s.End.n
}

// Overlaps reports whether s and o have a day in common.
func (s Span) Overlaps(o Span) bool {
	return s.Valid() && o.Valid() && s.Start.n <= o.End.n && o.Start.n <= s.End.n
}

// Intersect returns the days that s and o have in common; ok is false if there are none.
func (s Span) Intersect(o Span) (common Span, ok bool) {
	if !s.Overlaps(o) {
		return Span{}, false
	}
	return Span{Date{max(s.Start.n, o.Start.n)}, Date{min(s.End.n, o.End.n)}}, true
}

// String returns s in the form 2027-01-01/2027-04-30. A missing end is empty,
// as in "2027-01-01/"; the zero Span is "".
func (s Span) String() string {
	if s.IsZero() {
		return ""
	}
	var buf [21]byte
	b, _ := s.Start.AppendText(buf[:0])
	b = append(b, '/')
	b, _ = s.End.AppendText(b)
	return string(b)
}
