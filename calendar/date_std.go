//go:build !lean

package calendar

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// DateOf returns the date of t in its location, or no date if its year is outside 1 to
// 9999. Convert t to the time zone of the office first, with t.In.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	date, err := NewDate(y, int(m), d)
	if err != nil {
		return Date{}
	}
	return date
}

// Time returns midnight at the start of d in loc, as time.Date does, also if the clocks
// skip that hour. It returns the zero Time if d is no date. A nil loc means UTC.
func (d Date) Time(loc *time.Location) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	if loc == nil {
		loc = time.UTC
	}
	y, m, day := d.Civil()
	return time.Date(y, time.Month(m), day, 0, 0, 0, 0, loc)
}

// Value returns the ISO 8601 text of d, or NULL if d is no date. It implements
// driver.Valuer.
func (d Date) Value() (driver.Value, error) { return textValue(d.String()) }

// Scan reads ISO 8601 text, or a time.Time that is midnight in its location, as drivers
// return a column of type DATE. NULL is no date. It returns an error for any other
// time: convert it with DateOf in the time zone of the office. It implements
// sql.Scanner.
func (d *Date) Scan(src any) error {
	if t, ok := src.(time.Time); ok {
		if t.Hour() != 0 || t.Minute() != 0 || t.Second() != 0 || t.Nanosecond() != 0 {
			return errors.New("calendar: " + t.Format(time.RFC3339Nano) + " is a time, not a date: use DateOf in the time zone of the office")
		}
		v := DateOf(t)
		if v.IsZero() {
			return errors.New("calendar: the year of " + t.Format(time.RFC3339) + " is outside 1 to 9999")
		}
		*d = v
		return nil
	}
	text, err := scanText("date", src)
	if err != nil {
		return err
	}
	return d.UnmarshalText([]byte(text))
}

// Value returns the text of m, 2027-03, or NULL if m is no month. It implements
// driver.Valuer.
func (m Month) Value() (driver.Value, error) { return textValue(m.String()) }

// Scan reads text in the form 2027-03. NULL is no month. It implements sql.Scanner.
func (m *Month) Scan(src any) error {
	text, err := scanText("month", src)
	if err != nil {
		return err
	}
	return m.UnmarshalText([]byte(text))
}

// Value returns the text of s, 2027-01-01/2027-04-30, or NULL for the zero Span. A
// missing end is empty. It implements driver.Valuer.
func (s Span) Value() (driver.Value, error) { return textValue(s.String()) }

// Scan reads the output of Value, including spans that are reversed or lack an end. It
// implements sql.Scanner.
func (s *Span) Scan(src any) error {
	text, err := scanText("span", src)
	if err != nil {
		return err
	}
	if text == "" {
		*s = Span{}
		return nil
	}
	start, end, ok := strings.Cut(text, "/")
	if !ok {
		return errors.New("calendar: " + norm.Quote(text) + " is not a span: write it as YYYY-MM-DD/YYYY-MM-DD")
	}
	var v Span
	if err := v.Start.UnmarshalText([]byte(start)); err != nil {
		return err
	}
	if err := v.End.UnmarshalText([]byte(end)); err != nil {
		return err
	}
	*s = v
	return nil
}

// MarshalBinary returns the text of d. It supports encoding/gob.
func (d Date) MarshalBinary() ([]byte, error) { return d.MarshalText() }

// UnmarshalBinary parses the output of MarshalBinary.
func (d *Date) UnmarshalBinary(data []byte) error { return d.UnmarshalText(data) }

// MarshalBinary returns the text of m. It supports encoding/gob.
func (m Month) MarshalBinary() ([]byte, error) { return m.MarshalText() }

// UnmarshalBinary parses the output of MarshalBinary.
func (m *Month) UnmarshalBinary(data []byte) error { return m.UnmarshalText(data) }

// Value returns the text of m, 1111100, or NULL if m has no day. It implements
// driver.Valuer.
func (m WeekMask) Value() (driver.Value, error) {
	if m&AllWeek == 0 {
		return nil, nil
	}
	return m.String(), nil
}

// Scan reads the output of Value. NULL is the zero WeekMask. It implements sql.Scanner.
func (m *WeekMask) Scan(src any) error {
	text, err := scanText("week", src)
	if err != nil {
		return err
	}
	if text == "" {
		*m = 0
		return nil
	}
	return m.UnmarshalText([]byte(text))
}

func textValue(text string) (driver.Value, error) {
	if text == "" {
		return nil, nil
	}
	return text, nil
}

// scanText returns a database value as text, "" for NULL.
func scanText(what string, src any) (string, error) {
	switch src := src.(type) {
	case nil:
		return "", nil
	case string:
		return src, nil
	case []byte:
		return string(src), nil
	}
	return "", fmt.Errorf("calendar: cannot scan a %s from %T: use text", what, src)
}

// MarshalJSON returns an error. Marshal the profile and the window that the calendar was
// compiled from instead.
func (c *Calendar) MarshalJSON() ([]byte, error) {
	return nil, errors.New("calendar: a Calendar cannot be marshalled: marshal its Profile and its Window, and compile them again")
}

func ruleText(r Rule) ([]byte, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	return []byte(r.String()), nil
}

// MarshalText returns the text that ParseRule parses.
func (r EachDay) MarshalText() ([]byte, error) { return ruleText(r) }

// MarshalText returns the text that ParseRule parses.
func (r Every) MarshalText() ([]byte, error) { return ruleText(r) }

// MarshalText returns the text that ParseRule parses.
func (r Fixed) MarshalText() ([]byte, error) { return ruleText(r) }

// MarshalText returns the text that ParseRule parses.
func (r FromEaster) MarshalText() ([]byte, error) { return ruleText(r) }

// MarshalText returns the text that ParseRule parses.
func (r Lasting) MarshalText() ([]byte, error) { return ruleText(r) }

// MarshalText returns the text that ParseRule parses.
func (r Listed) MarshalText() ([]byte, error) { return ruleText(r) }

// MarshalText returns the text that ParseRule parses.
func (r NthWeekday) MarshalText() ([]byte, error) { return ruleText(r) }
