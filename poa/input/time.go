package input

import "strings"

// cutTime splits a folded text into a date and the time of the day after it, if there is
// one. midnight reports whether the time is the beginning of the day, which adds nothing to
// the date.
func cutTime(s string) (date, time string, midnight bool) {
	if i := strings.IndexByte(s, 't'); i == 8 && len(s) >= 15 { // 20270315T000000
		if day, rest := cutDigits(s); len(day) == 8 && len(rest) >= 7 {
			clock, zone := cutDigits(rest[1:])
			if len(clock) == 6 && isZone(zone) {
				return day, rest[1:], clock == "000000"
			}
		}
	}
	colon := strings.IndexByte(s, ':')
	start := colon
	for start > 0 && isDigit(s[start-1]) {
		start--
	}
	if start < 2 || start == colon || colon-start > 2 {
		return s, "", false
	}
	hour, time := s[start:colon], s[start:]
	minutes, rest := cutDigits(s[colon+1:])
	onTheHour := zero(minutes)
	if len(minutes) != 2 {
		return s, "", false
	}
	if strings.HasPrefix(rest, ":") {
		var seconds string
		if seconds, rest = cutDigits(rest[1:]); len(seconds) != 2 {
			return s, "", false
		}
		onTheHour = onTheHour && zero(seconds)
		if rest != "" && (rest[0] == '.' || rest[0] == ',') {
			fraction, after := cutDigits(rest[1:])
			if fraction != "" {
				onTheHour, rest = onTheHour && zero(fraction), after
			}
		}
	}
	rest = without(rest, " .")
	half := ""
	for _, name := range [...]string{"am", "pm"} {
		if after, ok := strings.CutPrefix(rest, name); ok {
			half, rest = name, after
		}
	}
	for _, unit := range [...]string{"horas", "hours", "hrs", "hr", "hs", "h"} {
		if after, ok := strings.CutPrefix(rest, unit); ok {
			rest = after
			break
		}
	}
	if !isZone(rest) {
		return s, "", false
	}
	switch before := s[start-1]; {
	case before == 't' && isDigit(s[start-2]):
		start--
	case before != ' ' && before != ',':
		return s, "", false
	}
	midnight = onTheHour && (zero(hour) && half != "pm" || hour == "12" && half == "am")
	return strings.TrimRight(s[:start], " ,"), time, midnight
}

func zero(digits string) bool { return strings.Trim(digits, "0") == "" }

// isZone reports whether s is empty or the zone of a time, as in z, -0600 or +00:00 utc.
func isZone(s string) bool {
	for s != "" {
		switch {
		case s[0] == 'z':
			s = s[1:]
		case strings.HasPrefix(s, "utc") || strings.HasPrefix(s, "gmt"):
			s = s[3:]
		case s[0] == '+' || s[0] == '-':
			hours, rest := cutDigits(s[1:])
			if len(hours) == 2 {
				rest = strings.TrimPrefix(rest, ":")
				hours, rest = cutDigits(rest)
				if len(hours) != 2 && hours != "" {
					return false
				}
			} else if len(hours) != 4 {
				return false
			}
			s = rest
		default:
			return false
		}
	}
	return true
}
