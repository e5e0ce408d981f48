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
		minutes, _ := cutDigits(strings.TrimPrefix(rest, ":"))
		unit := strings.TrimLeft(rest, " ")
		switch _, ends := cutUnits(rest); {
		case len(hour) == 6 && i > 8 && s[i-1] == 't' && isDigit(s[i-2]) && ends: // 20270315t000000z
			return i
		case len(hour) > 2:
		case len(minutes) == 2 && rest[0] == ':':
			return i
		case ends && unit != "" && strings.IndexByte("aph", unit[0]) >= 0: // 10 hrs
			return i
		}
	}
	return -1
}

// isMidnight reports whether a time is the beginning of a day and nothing else.
func isMidnight(time string) bool {
	digits, rest := cutDigits(without(time, ".:,"))
	half, ok := cutUnits(rest)
	if half == "am" {
		digits = strings.TrimPrefix(digits, "12")
	}
	return ok && half != "pm" && strings.Trim(digits, "0") == ""
}

// cutUnits removes "a. m." or "p. m.", the name of hours and a zone, as in z, -0600 and +00:00
// utc, from the beginning of s. ok reports whether nothing else is in s.
func cutUnits(s string) (half string, ok bool) {
	if strings.HasPrefix(s, " - ") {
		return "", false
	}
	s = without(s, " .:")
	for _, unit := range [...]string{"am", "pm", "horas", "hours", "hrs", "hr", "hs", "h", "z", "utc", "gmt"} {
		if rest, ok := strings.CutPrefix(s, unit); ok {
			s = rest
			if half == "" {
				half = unit
			}
		}
	}
	if s != "" && (s[0] == '+' || s[0] == '-') {
		zone, rest := cutDigits(s[1:])
		if len(zone) == 2 || len(zone) == 4 {
			s = strings.TrimPrefix(rest, "utc")
		}
	}
	return half, s == ""
}
