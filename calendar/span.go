package calendar

import (
	"errors"
	"iter"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Span is a run of days, both ends included. It may be an invalid draft, reversed or
// with one end or both missing: see Valid. NewSpan and ParseSpan return only valid
// spans.
type Span struct {
	Start Date `json:"start,omitzero"`
	End   Date `json:"end,omitzero"`
}

// NewSpan returns the span from start to end, both included. It returns an error if
// either is no date or the end comes before the start.
func NewSpan(start, end Date) (Span, error) {
	s := Span{start, end}
	if err := s.Validate(); err != nil {
		return Span{}, err
	}
	return s, nil
}

// MustSpan is like NewSpan but panics instead of returning an error. It is for
// literals in tests and examples.
func MustSpan(start, end Date) Span {
	s, err := NewSpan(start, end)
	if err != nil {
		panic(err)
	}
	return s
}

// ParseSpan parses a span in the form 2027-01-01/2027-04-30. It returns an error for
// any other form and for a span that NewSpan rejects.
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

// MustParseSpan is like ParseSpan but panics instead of returning an error. It is for
// literals in tests and examples.
func MustParseSpan(s string) Span {
	v, err := ParseSpan(s)
	if err != nil {
		panic(err)
	}
	return v
}

// YearSpan returns the span of a year, 1 January to 31 December, or the zero Span for
// a year outside 1 to 9999.
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

// Validate rejects a span with a missing date, or whose end comes before its start.
func (s Span) Validate() error {
	switch {
	case s.Start.IsZero() || s.End.IsZero():
		return errors.New("calendar: a span needs both its dates")
	case s.End.n < s.Start.n:
		return errors.New("calendar: the span " + s.String() + " ends before it starts: exchange its dates")
	}
	return nil
}

// Valid reports whether s has both dates, in order.
func (s Span) Valid() bool {
	return !s.Start.IsZero() && !s.End.IsZero() && s.Start.n <= s.End.n
}

// IsZero reports whether both dates of s are missing.
func (s Span) IsZero() bool { return s.Start.IsZero() && s.End.IsZero() }

// Days returns the number of days of s, both ends included, or 0 if s is invalid.
func (s Span) Days() int {
	if !s.Valid() {
		return 0
	}
	return int(s.End.n-s.Start.n) + 1
}

// All returns the days of s in order, both ends included. An invalid span has no days.
// Use it instead of a loop that adds one to a date: no date follows 9999-12-31, so that
// the condition of such a loop may always hold.
func (s Span) All() iter.Seq[Date] {
	return func(yield func(Date) bool) {
		if !s.Valid() {
			return
		}
		for n := s.Start.n; n <= s.End.n; n++ {
			if !yield(Date{n}) {
				return
			}
		}
	}
}

// Months returns the months of s in order: those of its first and of its last day, which
// may be in s only in part, and those between. An invalid span has no months.
func (s Span) Months() iter.Seq[Month] {
	return func(yield func(Month) bool) {
		if !s.Valid() {
			return
		}
		for n, last := s.Start.YearMonth().n, s.End.YearMonth().n; n <= last; n++ {
			if !yield(Month{n}) {
				return
			}
		}
	}
}

// Contains reports whether d is a day of s. An invalid span has no days.
func (s Span) Contains(d Date) bool {
	return s.Valid() && s.Start.n <= d.n && d.n <= s.End.n
}

// Covers reports whether every day of o is a day of s. It returns false if either is
// invalid.
func (s Span) Covers(o Span) bool {
	return s.Valid() && o.Valid() && s.Start.n <= o.Start.n && o.End.n <= s.End.n
}

// Overlaps reports whether s and o have a day in common. It returns false if either is
// invalid.
func (s Span) Overlaps(o Span) bool {
	return s.Valid() && o.Valid() && s.Start.n <= o.End.n && o.Start.n <= s.End.n
}

// Intersect returns the days that s and o have in common. If there are none, it returns
// the zero Span and false.
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
