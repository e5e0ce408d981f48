package calendar

import "github.com/rumbo-mx/rumbo/calendar/norm"

// Weekday is a day of the week, numbered as ISO 8601 does: Monday is 1 and
// Sunday is 7. The zero value is no day and invalid.
type Weekday uint8

const (
	// Monday is the first day of the week.
	Monday Weekday = iota + 1
	// Tuesday is day 2.
	Tuesday
	// Wednesday is day 3.
	Wednesday
	// Thursday is day 4.
	Thursday
	// Friday is day 5.
	Friday
	// Saturday is day 6.
	Saturday
	// Sunday is the last day of the week.
	Sunday
)

var weekdayKeys = [...]string{
	Monday: "monday", Tuesday: "tuesday", Wednesday: "wednesday", Thursday: "thursday",
	Friday: "friday", Saturday: "saturday", Sunday: "sunday",
}

// String returns the wire key of w, or "" when w is not a day of the week.
func (w Weekday) String() string { return norm.Key(weekdayKeys[:], int(w)) }

// MarshalText returns the wire key; an unspecified day is an error.
func (w Weekday) MarshalText() ([]byte, error) {
	return norm.MarshalKey("calendar", "weekday", weekdayKeys[:], int(w))
}

// UnmarshalText reads a wire key.
func (w *Weekday) UnmarshalText(text []byte) error {
	i, err := norm.UnmarshalKey("calendar", "weekday", weekdayKeys[:], text)
	if err == nil {
		*w = Weekday(i)
	}
	return err
}
