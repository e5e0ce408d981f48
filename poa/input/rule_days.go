package input

import (
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// leapYear is the year in which a rule is read as days; the year before is common. Numbers
// of two digits are no years near it, unless they are no days either.
const leapYear = 2052

// ruleReadings returns the rules that plain words may mean, or why there is none.
func ruleReadings(words []word) ([]calendar.Rule, *Error) {
	for len(words) > 1 && oneOf("|fiesta|fiestas|festividad|feast|festejo|festejos|aniversario|anniversary|", words[0].text) {
		words = words[1:]
	}
	c := classesOf(words)
	if c == "N" {
		return rulesOf(words[0].text), nil
	}
	if at := strings.IndexByte(c, 'C'); at >= 0 {
		return commemoration(words[:at], words[at+1:])
	}
	if days, rest := cutDays(words); len(rest) > 0 {
		found, err := ruleReadings(rest)
		if len(found) == 1 {
			return lasting(found[0], days)
		}
		return found, err
	}
	if found := nameAndDate(words); found != nil {
		return found, nil
	}
	return yearly(words)
}

// lasting returns a rule that lasts some days.
func lasting(r calendar.Rule, days int) ([]calendar.Rule, *Error) {
	if days < 2 || days > 300 {
		return nil, refuse(RuleLength)
	}
	return []calendar.Rule{calendar.Lasting{Rule: r, Days: uint16(days)}}, nil
}

// commemoration parses a rule and what it commemorates. A date of another month contradicts
// the weekday of a month.
func commemoration(words, what []word) ([]calendar.Rule, *Error) {
	dates, _ := yearly(what)
	if len(words) > 0 {
		found, err := ruleReadings(words)
		if len(found) == 1 && len(dates) == 1 {
			nth, ok := found[0].(calendar.NthWeekday)
			if date, fixed := dates[0].(calendar.Fixed); ok && fixed && date.Month != nth.Month {
				found = append(found, date)
			}
		}
		return found, err
	}
	if len(dates) == 1 {
		if at := strings.Index(ruleNames, "/"+dates[0].String()+"|"); at > 0 {
			name, _, _ := strings.Cut(ruleNames[at+len("/02-05|"):], "|")
			return rulesOf(name), nil
		}
	}
	return nil, nil
}

// nameAndDate parses the name of a day and its rule, in either order: "Navidad (25 de
// diciembre)". If they contradict each other, both are readings.
func nameAndDate(words []word) []calendar.Rule {
	c := classesOf(words)
	at := strings.IndexByte(c, 'N')
	if at < 0 || at > 0 && at < len(c)-1 || strings.ContainsAny(c, "&>") {
		return nil
	}
	found, _ := yearly(append(words[:at:at], words[at+1:]...))
	if len(found) != 1 {
		return nil
	}
	names := rulesOf(words[at].text)
	for _, name := range names {
		if name == found[0] {
			return found
		}
	}
	return append(found, names[0])
}

// cutDays returns the number of days at the end, "3 dias", "3d" or "1 semana", or at the
// beginning, "3 dias a partir", and the other words, or none if there is no number.
func cutDays(words []word) (days int, rest []word) {
	c := classesOf(words)
	at := len(words) - 2
	if at <= 0 {
		return 0, nil
	}
	rest = words[:at]
	for _, from := range [...]string{"D", "I", ">f"} {
		if strings.HasPrefix(c[2:], from) {
			at, rest = 0, words[2+len(from):]
		}
	}
	switch c[at : at+2] {
	case "0d":
		return words[at].n, rest
	case "0s":
		return 7 * words[at].n, rest
	}
	return 0, nil
}

// yearly parses the rule of a weekday of a month, or of days that are the same ones every
// year: it reads them in a leap year and in a common one.
func yearly(words []word) (found []calendar.Rule, reason *Error) {
	if nth, err := nthWeekday(words); nth != nil || err != nil {
		return nth, err
	}
	common, err := daysIn(words, leapYear-1)
	leap, leapErr := daysIn(words, leapYear)
	if err != nil {
		if len(leap) == 1 && leap[0] == oneDay(calendar.MustDate(leapYear, 2, 29)) {
			return []calendar.Rule{calendar.Fixed{Month: 2, Day: 29}}, nil
		}
		return nil, err
	}
	if leapErr != nil || len(leap) != len(common) {
		return nil, refuse(RuleLengthVaries)
	}
	for i, days := range leap {
		if days == common[i] {
			return nil, refuse(RuleHasYear).near(strconv.Itoa(days.Start.Year() % 100))
		}
		start := sameDay(days.Start, common[i].Start)
		if start == nil {
			start = sameWeekday(words)
		}
		length := days.End.Sub(days.Start) + 1
		switch {
		case start == nil:
			return nil, refuse(RuleNotFixed)
		case length != common[i].End.Sub(common[i].Start)+1:
			return nil, refuse(RuleLengthVaries)
		case length > 1:
			return lasting(start, length)
		}
		found = append(found, start)
	}
	return found, nil
}

// sameDay returns the rule by which a day falls on one date in the leap year and on another
// in the common one: a fixed date, or some days from Easter. It returns nil if there is none.
func sameDay(leap, common calendar.Date) calendar.Rule {
	_, month, day := leap.Civil()
	if _, m, d := common.Civil(); m == month && d == day {
		return calendar.Fixed{Month: uint8(month), Day: uint8(day)}
	}
	n := leap.Sub(calendar.Easter(leapYear))
	if n != common.Sub(calendar.Easter(leapYear-1)) || n < -999 || n > 999 {
		return nil
	}
	return calendar.FromEaster{Days: int16(n)}
}

// sameWeekday returns the rule of words such as "lunes siguiente 7 mayo" if the day is in
// every year the same weekday of its month, counted from the start or the end, or nil.
func sameWeekday(words []word) calendar.Rule {
	var first, last calendar.NthWeekday
	for year := leapYear; year < leapYear+28; year++ {
		days, _ := daysIn(words, year)
		if len(days) != 1 {
			return nil
		}
		d := days[0].Start
		end := d.YearMonth().Last()
		a := calendar.NthWeekday{Month: uint8(d.Month()), N: int8((d.Day() + 6) / 7), Weekday: d.Weekday()}
		b := calendar.NthWeekday{Month: a.Month, N: -int8((end.Sub(d) + 7) / 7), Weekday: a.Weekday}
		if year == leapYear {
			first, last = a, b
		}
		if first != a {
			first.N = 0
		}
		if last != b {
			last.N = 0
		}
	}
	switch {
	case first.N != 0:
		return first
	case last.N != 0:
		return last
	}
	return nil
}

// nthWeekday parses "primer lunes mayo", and "4o lunes mayo contado desde final".
func nthWeekday(words []word) ([]calendar.Rule, *Error) {
	c, sign := classesOf(words), 1
	if rest, ok := strings.CutSuffix(strings.Replace(c, "kDF", "DF", 1), "DF"); ok {
		c, sign = rest, -1
	}
	if len(c) != 3 || c[0] != 'o' || words[0].n == 0 || sign < 0 && words[0].n < 0 {
		return nil, nil
	}
	n, weekday := words[0].n, words[1].weekday()
	switch {
	case weekday == 0 || c[2] != 'M':
		return nil, nil
	case n < -5 || n > 5:
		return nil, refuse(RuleNoSuchWeekday).weekday(weekday)
	}
	return []calendar.Rule{calendar.NthWeekday{Month: uint8(words[2].n), N: int8(sign * n), Weekday: weekday}}, nil
}

// daysIn returns the different readings of words as days of a year, or why there is none.
func daysIn(words []word, year int) ([]calendar.Span, *Error) {
	words = dated(words, year)
	c := classesOf(words)
	if at := strings.IndexAny(c, "+-^f"); at >= 0 && c[:at] != ">" {
		day, err := shifted(words, c, at, year)
		if err != nil {
			return nil, err
		}
		return []calendar.Span{oneDay(day)}, nil
	}
	if strings.ContainsAny(c, "?8CNWYchmnpsze") || !strings.ContainsAny(c, "0ot") {
		return nil, refuse(NotARule)
	}
	found, err := spans(words, calendar.MustDate(year, 1, 1))
	if err == nil || found != nil {
		return found, nil
	}
	if err.code == ReversedSpan && strings.IndexByte(c, '>') > 0 && strings.Count(c, "M") > 1 {
		days := err.days[0]
		days.End = days.End.AddMonths(12)
		return []calendar.Span{days}, nil
	}
	return nil, err
}

// shifted parses a day before or after another one: "60 dias despues pascua", "vispera
// navidad", "dia siguiente a navidad", "lunes siguiente a 7 mayo". c are the classes of words.
func shifted(words []word, c string, at, year int) (d calendar.Date, reason *Error) {
	base := at + 1
	for base < len(c) && strings.IndexByte(">k", c[base]) >= 0 {
		base++
	}
	days, err := daysIn(words[base:], year)
	if err != nil || len(days) != 1 || days[0].Start != days[0].End {
		return d, refuse(RuleNotFixed)
	}
	sign := 1
	if c[at] == '-' {
		sign = -1
	}
	d = days[0].Start
	what := strings.TrimRight(c[:at], "k>")
	switch {
	case c[at] == '^' && what == "":
		return d.AddDays(-1), nil
	case c[at] == '^' || c[at] == 'f' && strings.TrimPrefix(what, "o") != "W":
	case what == "d" || what == "ud" || what == "od" && words[0].n == 1:
		return d.AddDays(sign), nil
	case what == "0d":
		return d.AddDays(sign * words[0].n), nil
	case what == "0s":
		return d.AddDays(7 * sign * words[0].n), nil
	case what == "W" || what == "oW" && words[0].n == 1:
		if c[at] != 'f' { // partir includes the day
			d = d.AddDays(sign)
		}
		ahead := (int(words[len(what)-1].weekday()) - int(d.Weekday()) + 7) % 7
		if ahead > 0 && sign < 0 {
			ahead -= 7
		}
		return d.AddDays(ahead), nil
	}
	return d, refuse(RuleNotFixed)
}
