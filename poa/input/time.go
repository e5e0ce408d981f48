package input

import "strings"

// cutTimes removes the times of the day that are its beginning from a folded text of dates:
// "00:00", "a las 0 hrs", "12:00 a.m.", "t00:00:00z". time is the rest of the text from the first
// other time on: "a las 8:30 a.m.", "10 hrs", "9:00 a 14:00".
func cutTimes(s string) (dates, time string) {
	for {
		start := timeStart(s)
		if start < 2 {
			return s, ""
		}
		date := s[:start]
		switch before := s[start-1]; {
		case before == 't' && isDigit(s[start-2]):
			date = s[:start-1]
		case before != ' ' && before != ',':
			return s, ""
		}
		date = strings.TrimRight(date, " ,")
		for _, before := range [...]string{" a las", " a la", " at", " de las", " de", " a"} {
			date = strings.TrimRight(strings.TrimSuffix(date, before), " ,")
		}
		end := len(s)
		for end > start && !(isMidnight(s[start:end]) && (end == len(s) || strings.IndexByte(" ,-", s[end]) >= 0)) {
			end--
		}
		if end == start {
			return date, s[start:]
		}
		s = date + s[end:]
	}
}

// timeStart returns the index of the hour in s, or -1 if there is no time.
func timeStart(s string) int {
	for i := 1; i < len(s); i++ {
		if !isDigit(s[i]) || isDigit(s[i-1]) {
			continue
		}
		hour, rest := cutDigits(s[i:])
		if len(hour) == 6 && i > 8 && s[i-1] == 't' && isDigit(s[i-2]) && isZone(rest) { // 20270315t000000z
			return i
		}
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
	if strings.HasPrefix(s, " - ") {
		return "", false, s
	}
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
