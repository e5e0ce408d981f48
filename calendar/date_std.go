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

// DateOf returns the date that t shows in its own zone, or no date when its year
// is outside 1 to 9999. Convert t to the zone of the office first: t.In(zone).
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	date, err := NewDate(y, int(m), d)
	if err != nil {
		return Date{}
	}
	return date
}

// Time returns midnight at the start of d in loc, or what time.Date returns if clocks
// skip that hour. It returns the zero Time if d is no date; a nil loc is UTC.
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

// Value returns the ISO text of d for a database, NULL for no date.
func (d Date) Value() (driver.Value, error) { return textValue(d.String()) }

// Scan reads a date from a database: ISO text, or a time that is midnight in its
// own zone, as drivers give a column of type DATE. NULL is no date. A time with an
// hour is an error: convert it with DateOf in the zone of the office.
func (d *Date) Scan(src any) error {
	if t, ok := src.(time.Time); ok {
		if t.Hour() != 0 || t.Minute() != 0 || t.Second() != 0 || t.Nanosecond() != 0 {
			return errors.New("calendar: " + t.Format(time.RFC3339Nano) + " is a time and not a date: use DateOf in the zone of the office")
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

// Value returns the text of m, 2027-03, for a database, NULL for no month.
func (m Month) Value() (driver.Value, error) { return textValue(m.String()) }

// Scan reads a month from the text of a database; NULL is no month.
func (m *Month) Scan(src any) error {
	text, err := scanText("month", src)
	if err != nil {
		return err
	}
	return m.UnmarshalText([]byte(text))
}

// Value returns the text of s, 2027-01-01/2027-04-30, for a database, NULL for the
// zero Span. A missing end is empty.
func (s Span) Value() (driver.Value, error) { return textValue(s.String()) }

// Scan reads what Value writes, a reversed or half span too.
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

// MarshalBinary returns the ISO text of d, so that encoding/gob carries it.
func (d Date) MarshalBinary() ([]byte, error) { return d.MarshalText() }

// UnmarshalBinary reads what MarshalBinary writes.
func (d *Date) UnmarshalBinary(data []byte) error { return d.UnmarshalText(data) }

// MarshalBinary returns the text of m, so that encoding/gob carries it.
func (m Month) MarshalBinary() ([]byte, error) { return m.MarshalText() }

// UnmarshalBinary reads what MarshalBinary writes.
func (m *Month) UnmarshalBinary(data []byte) error { return m.UnmarshalText(data) }

// Value returns the text of m, 1111100, for a database, NULL for no week.
func (m WeekMask) Value() (driver.Value, error) {
	if m&AllWeek == 0 {
		return nil, nil
	}
	return m.String(), nil
}

// Scan reads what Value writes; NULL is the zero WeekMask.
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

// scanText returns the text that a database gave, "" for NULL.
func scanText(what string, src any) (string, error) {
	switch src := src.(type) {
	case nil:
		return "", nil
	case string:
		return src, nil
	case []byte:
		return string(src), nil
	}
	return "", fmt.Errorf("calendar: a %s is read from text, not from %T", what, src)
}

// MarshalJSON returns an error: a Calendar is compiled, and not data. Marshal the
// profile and the window that it was compiled from.
func (c *Calendar) MarshalJSON() ([]byte, error) {
	return nil, errors.New("calendar: a Calendar is not marshalled: keep its Profile and its Window, and compile them")
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
