package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Rule parses the rule of a yearly day. It accepts
//
//	13 de mayo, 13/05, May 13, 1o. de mayo     a fixed date; numbers are day first
//	del 11 al 23 de mayo, 24 y 25 de diciembre days that follow each other
//	primer lunes de mayo, 2do lunes de junio   a weekday of a month: 1er, 2o, 2ª, 3rd, last
//	Viernes Santo, Pentecostés, Good Friday    a day that depends on Easter
//	60 días después de Pascua
//
// each with an optional number of days, as in "13 de mayo, 3 días", and what
// calendar.ParseRule accepts. Days that have another length in leap years, from February
// to March, are an error.
//
// The error is an *Error: NotARule, or MonthOrDay for a text such as ene-27.
func Rule(text string) (calendar.Rule, error) {
	if len(text) > maxRaw {
		return nil, newError(NotARule, text)
	}
	if rule, err := calendar.ParseRule(clean(text)); err == nil {
		return rule, nil
	}
	s := fold(text)
	if len(s) > maxText {
		return nil, newError(NotARule, text)
	}
	if err := monthOrDay(s, calendar.MustDate(2028, 1, 1)); err != nil && err.code == MonthOrDay {
		return nil, err.withText(text)
	}
	all, bad := splitWords(s)
	if bad != "" || len(all) > 14 {
		return nil, newError(NotARule, text, nearArg(bad)...)
	}
	words := ruleWords(all)
	rule := fixedRun(words, strings.Contains(s, "-"))
	if rule == nil {
		days, first := cutDays(words)
		if rule = parseRule(first); days != 1 && rule != nil {
			rule = lasting(rule, days)
		}
	}
	if rule == nil || rule.Validate() != nil {
		return nil, newError(NotARule, text, nearArg(notInRule(words))...)
	}
	return rule, nil
}

// ruleWords returns words without the ones that change nothing.
func ruleWords(words []word) []word {
	var kept []word
	for i, w := range words {
		if w.kind == letters {
			days := oneOf("|dia|dias|", w.text) && i > 0 && words[i-1].counts() // a number of days
			if !days && oneOf("|los|las|cada|todos|ano|anos|en|durante|por|dia|dias|mes|each|every|week|in|on|for|year|", w.text) {
				continue
			}
		}
		kept = append(kept, w)
	}
	return kept
}

// notInRule returns the first word that is in no rule.
func notInRule(words []word) string {
	for _, w := range words {
		if w.kind == letters && monthNamed(w.text) == 0 && weekdayNamed(w.text) == 0 && !isConnector(w) &&
			!oneOf(dayNames, w.text) && !inMovable(w.text) {
			return w.text
		}
	}
	return ""
}

const dayNames = "|dias|dia|days|day|d|"

// cutDays returns the number of days at the end, "3 dias" or "3d", and the words before.
func cutDays(words []word) (days int, rest []word) {
	n := len(words) - 2
	if n >= 1 && words[n].kind != letters && words[n].kind != ordinal && words[n+1].kind == letters {
		if oneOf(dayNames, words[n+1].text) {
			return words[n].n, words[:n]
		}
	}
	return 1, words
}

func lasting(rule calendar.Rule, days int) calendar.Rule {
	if days < 2 || days > 999 {
		return nil
	}
	return calendar.Lasting{Rule: rule, Days: uint16(days)}
}

func parseRule(words []word) calendar.Rule {
	if rule, ok := fromEaster(words); ok {
		return rule
	}
	switch len(words) {
	case 2:
		if day, month, ok := dayMonth(words); ok {
			return calendar.Fixed{Month: uint8(month), Day: uint8(day)}
		}
	case 3:
		nth, weekday, month := words[0], words[1], words[2]
		if nth.kind == ordinal && nth.n >= -5 && nth.n <= 5 && weekday.kind == letters && month.kind == letters {
			return calendar.NthWeekday{Month: uint8(monthNamed(month.text)), N: int8(nth.n), Weekday: weekdayNamed(weekday.text)}
		}
	}
	return nil
}

// dayMonth parses a day and its month, which may precede it if it is a name.
func dayMonth(words []word) (day, month int, ok bool) {
	if len(words) != 2 {
		return 0, 0, false
	}
	d, m := words[0], words[1]
	if d.kind == letters {
		d, m = m, d
	}
	if month = m.n; m.kind == letters {
		if month = monthNamed(m.text); month == 0 {
			month = romanMonth(m.text)
		}
	}
	ok = d.counts() && d.n <= 31 && len(d.text) <= 2 && month >= 1 && month <= 12 && m.kind != ordinal
	return d.n, month, ok
}

// fixedRun parses days that follow each other: "11 al 23 mayo", "mayo 11 al 23", "20
// diciembre al 6 enero", "24 y 25 diciembre", and with a hyphen "11-23 mayo".
func fixedRun(words []word, hyphen bool) calendar.Rule {
	first, last := words, []word(nil)
	join := ""
	for i, w := range words {
		if isConnector(w) && i > 0 {
			first, last, join = words[:i], words[i+1:], w.text
			break
		}
	}
	if join == "" && hyphen && len(words) == 3 && words[0].counts() && words[1].counts() && words[2].kind == letters {
		first, last = words[:1], words[1:]
	}
	if last == nil {
		return nil
	}
	var d1, m1, d2, m2 int
	ok := false
	switch {
	case len(first) == 1 && first[0].counts() && len(last) == 2:
		if d2, m2, ok = dayMonth(last); ok {
			d1, m1 = first[0].n, m2
			if d1 > d2 { // 28 al 3 de marzo
				m1 = (m2+10)%12 + 1
			}
		}
	case len(first) == 2 && len(last) == 1 && last[0].counts():
		if d1, m1, ok = dayMonth(first); ok {
			d2, m2 = last[0].n, m1
			ok = d2 > d1
		}
	case len(first) == 2 && len(last) == 2:
		if d1, m1, ok = dayMonth(first); ok {
			d2, m2, ok = dayMonth(last)
		}
	}
	if !ok {
		return nil
	}
	// A year before, in and after a leap year.
	days := 0
	for _, year := range [...]int{2026, 2027, 2028} {
		start, err1 := calendar.NewDate(year, m1, d1)
		end, err2 := calendar.NewDate(year, m2, d2)
		if err1 == nil && err2 == nil && end.Before(start) {
			end, err2 = calendar.NewDate(year+1, m2, d2)
		}
		n := end.Sub(start) + 1
		if err1 != nil || err2 != nil || days != 0 && n != days {
			return nil
		}
		days = n
	}
	if (join == "y" || join == "and") && days != 2 {
		return nil
	}
	return lasting(calendar.Fixed{Month: uint8(m1), Day: uint8(d1)}, days)
}

// isConnector reports whether w joins the first and the last day.
func isConnector(w word) bool {
	return w.kind == letters && oneOf("|al|a|hasta|to|until|through|y|and|", w.text)
}

// fromEaster parses the name of a day that depends on Easter, "jueves y viernes santo", or
// a number of days before or after such a day.
func fromEaster(words []word) (calendar.Rule, bool) {
	if len(words) > 3 && words[0].counts() && words[1].kind == letters && words[2].kind == letters {
		sign, known := valueOf("|despues:1|after:1|antes:-1|before:-1|", words[2].text)
		base, ok := fromEaster(words[3:])
		if e, isDay := base.(calendar.FromEaster); ok && isDay && known && oneOf(dayNames, words[1].text) {
			return calendar.FromEaster{Days: e.Days + int16(sign*words[0].n)}, true
		}
		return nil, false
	}
	name := ""
	for _, w := range words {
		if w.kind != letters || len(name) > maxText {
			return nil, false
		}
		name += " " + w.text
	}
	name = strings.TrimPrefix(name, " ")
	if oneOf("|jueves y viernes santo|jueves y viernes santos|jueves santo y viernes santo|holy thursday and good friday|maundy thursday and good friday|", name) {
		return calendar.Lasting{Rule: calendar.FromEaster{Days: -3}, Days: 2}, true
	}
	days, ok := valueOf(movable, name)
	return calendar.FromEaster{Days: int16(days)}, ok
}

// inMovable reports whether a word is in the name of a day that depends on Easter.
func inMovable(name string) bool {
	for _, before := range [...]string{"|", " "} {
		for _, after := range [...]string{":", " "} {
			if strings.Contains(movable, before+name+after) {
				return true
			}
		}
	}
	return false
}

// movable lists the days that depend on Easter, by their folded names without articles,
// and their distance from Easter Sunday in days.
const movable = "|domingo carnaval:-49|lunes carnaval:-48|martes carnaval:-47|shrove tuesday:-47|miercoles ceniza:-46|ash wednesday:-46|" +
	"viernes dolores:-9|domingo ramos:-7|palm sunday:-7|lunes santo:-6|holy monday:-6|martes santo:-5|holy tuesday:-5|" +
	"miercoles santo:-4|holy wednesday:-4|jueves santo:-3|holy thursday:-3|maundy thursday:-3|viernes santo:-2|" +
	"good friday:-2|sabado santo:-1|sabado gloria:-1|holy saturday:-1|domingo pascua:0|domingo pascua resurreccion:0|" +
	"domingo resurreccion:0|pascua:0|pascua resurreccion:0|easter:0|easter sunday:0|lunes pascua:1|easter monday:1|" +
	"ascension:39|jueves ascension:39|ascension senor:39|ascension jueves:39|ascension day:39|ascension thursday:39|" +
	"pentecostes:49|domingo pentecostes:49|pentecost:49|pentecost sunday:49|whit sunday:49|whitsun:49|lunes pentecostes:50|" +
	"whit monday:50|pentecost monday:50|santisima trinidad:56|domingo santisima trinidad:56|trinity sunday:56|corpus:60|" +
	"corpus christi:60|jueves corpus:60|jueves corpus christi:60|sagrado corazon:68|sagrado corazon jesus:68|" +
	"viernes sagrado corazon:68|"
