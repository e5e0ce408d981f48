package calendar

import (
	"errors"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// WeekMask is a working week: the set of weekdays that are worked. The zero value has
// no day and is invalid in a Profile.
type WeekMask uint8

const (
	// MondayToFriday is the working week of public offices.
	MondayToFriday WeekMask = 1<<Monday | 1<<Tuesday | 1<<Wednesday | 1<<Thursday | 1<<Friday
	// MondayToSaturday has six days, the most that LFT art. 69 allows.
	MondayToSaturday = MondayToFriday | 1<<Saturday
	// AllWeek is the working week of services that never close.
	AllWeek = MondayToSaturday | 1<<Sunday
)

// Week returns the working week of some days. It ignores invalid ones.
func Week(days ...Weekday) WeekMask {
	var m WeekMask
	for _, d := range days {
		m |= 1 << d
	}
	return m & AllWeek
}

// Works reports whether w is a day of m.
func (m WeekMask) Works(w Weekday) bool { return m&AllWeek>>w&1 != 0 }

// Days returns the number of days of m, 0 to 7.
func (m WeekMask) Days() int {
	n := 0
	for w := Monday; w <= Sunday; w++ {
		if m.Works(w) {
			n++
		}
	}
	return n
}

// String returns one character for each day from Monday to Sunday, 1 if it is worked
// and 0 if not: "1111100".
func (m WeekMask) String() string {
	var b [7]byte
	for w := Monday; w <= Sunday; w++ {
		b[w-1] = '0'
		if m.Works(w) {
			b[w-1] = '1'
		}
	}
	return string(b[:])
}

// MarshalText returns the result of String, or an error if m has no day.
func (m WeekMask) MarshalText() ([]byte, error) {
	if m&AllWeek == 0 {
		return nil, errNoWeek
	}
	return []byte(m.String()), nil
}

// UnmarshalText parses the output of MarshalText. On an error m is unchanged.
func (m *WeekMask) UnmarshalText(text []byte) error {
	var v WeekMask
	for i, b := range text {
		if len(text) != 7 || b != '0' && b != '1' {
			return errors.New("calendar: " + norm.Quote(string(text)) + " is not a week: write seven characters, Monday first, 1 if the day is worked, as in 1111100")
		}
		v |= WeekMask(b-'0') << (i + 1)
	}
	if v == 0 {
		return errNoWeek
	}
	*m = v
	return nil
}

var errNoWeek = errors.New("calendar: no day of the week is worked: use MondayToFriday, MondayToSaturday or Week")
