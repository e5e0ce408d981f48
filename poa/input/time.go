package input

import "strings"

// cutTime splits a folded text into a date and the time of the day after it, if there is
// one: "00:00", "a las 8:30 a.m.", "10 hrs", "9:00 a 14:00". midnight reports whether the time
// is the beginning of the day, which adds nothing to the date.
func cutTime(s string) (date, time string, midnight bool) {
	if day, clock, ok := cutBasicTime(s); ok {
		return day, clock, strings.HasPrefix(clock, "000000")
	}
	start := timeStart(s)
	if start < 2 {
		return s, "", false
	}
	time = s[start:]
	switch before := s[start-1]; {
	case before == 't' && isDigit(s[start-2]):
		start--
	case before != ' ' && before != ',':
		return s, "", false
	}
	date = strings.TrimRight(s[:start], " ,")
	for _, before := range [...]string{" a las", " a la", " at", " de las", " de"} {
		date = strings.TrimRight(strings.TrimSuffix(date, before), " ,")
	}
	return date, time, isMidnight(time)
}

// cutBasicTime splits a text such as 20270315T000000Z.
func cutBasicTime(s string) (day, clock string, ok bool) {
	if len(s) < 15 || s[8] != 't' {
		return s, "", false
	}
	day, rest := cutDigits(s)
	if len(day) != 8 {
		return s, "", false
	}
	clock, zone := cutDigits(rest[1:])
	return day, rest[1:], len(clock) == 6 && isZone(zone)
}

// timeStart returns the index of the hour in s, or -1 if there is no time.
func timeStart(s string) int {
	for i := 1; i < len(s); i++ {
		if !isDigit(s[i]) || isDigit(s[i-1]) {
			continue
		}
		hour, rest := cutDigits(s[i:])
		if len(hour) > 2 {
			continue
		}
		if strings.HasPrefix(rest, ":") {
			if minutes, _ := cutDigits(rest[1:]); len(minutes) == 2 {
				return i
			}
		}
		if half, unit, rest := cutUnit(rest); (half != "" || unit) && isZone(rest) {
			return i // 10 hrs
		}
	}
	return -1
}

// isMidnight reports whether a time is the beginning of a day and nothing else.
func isMidnight(time string) bool {
	hour, rest := cutDigits(time)
	onTheHour := true
	for range 2 { // minutes and seconds
		if !strings.HasPrefix(rest, ":") {
			break
		}
		var part string
		if part, rest = cutDigits(rest[1:]); len(part) != 2 {
			return false
		}
		onTheHour = onTheHour && zero(part)
	}
	if rest != "" && (rest[0] == '.' || rest[0] == ',') {
		if fraction, after := cutDigits(rest[1:]); fraction != "" {
			onTheHour, rest = onTheHour && zero(fraction), after
		}
	}
	half, _, rest := cutUnit(rest)
	return isZone(rest) && onTheHour && (zero(hour) && half != "pm" || hour == "12" && half == "am")
}

// cutUnit removes "a. m." or "p. m.", and "hrs" or another name of hours, from the beginning
// of s, and its spaces and points.
func cutUnit(s string) (half string, unit bool, rest string) {
	rest = without(s, " .")
	for _, name := range [...]string{"am", "pm"} {
		if after, ok := strings.CutPrefix(rest, name); ok {
			half, rest = name, after
		}
	}
	for _, name := range [...]string{"horas", "hours", "hrs", "hr", "hs", "h"} {
		if after, ok := strings.CutPrefix(rest, name); ok {
			return half, true, after
		}
	}
	return half, false, rest
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
