package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Rule parses the rule of a yearly day. It accepts
//
//	13 de mayo, 13/05, May 13           a fixed date; numbers are day first
//	primer lunes de mayo, last Friday of November
//	Viernes Santo, Domingo de Pascua, Good Friday
//
// each with an optional number of days, as in "13 de mayo, 3 días", and what
// calendar.ParseRule accepts. The error is an *Error with the code NotARule.
func Rule(text string) (calendar.Rule, error) {
	if rule, err := calendar.ParseRule(strings.TrimSpace(text)); err == nil {
		return rule, nil
	}
	if len(text) > maxText {
		return nil, newError(NotARule, text)
	}
	words := ruleWords(fold(text))
	days := 1
	if n := len(words) - 1; n > 0 {
		last := words[n]
		switch {
		case last == "dias" || last == "dia" || last == "days" || last == "day" || last == "d":
			days, words = number(words[n-1], 3), words[:n-1]
		case strings.HasSuffix(last, "d") && number(last[:len(last)-1], 3) > 0:
			days, words = number(last[:len(last)-1], 3), words[:n]
		}
	}
	rule := parseRule(words)
	if days != 1 && rule != nil {
		rule = calendar.Lasting{Rule: rule, Days: uint16(days)}
	}
	if rule == nil || rule.Validate() != nil {
		return nil, newError(NotARule, text)
	}
	return rule, nil
}

// ruleWords splits a text into words, without articles and prepositions.
func ruleWords(s string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,/.-", r) }) {
		switch w {
		case "de", "del", "el", "la", "of", "the", "cada", "each", "every", "week":
		default:
			words = append(words, w)
		}
	}
	return words
}

func parseRule(words []string) calendar.Rule {
	name := strings.Join(words, " ")
	for _, m := range movable {
		if m.name == name {
			return calendar.FromEaster{Days: m.days}
		}
	}
	switch len(words) {
	case 2:
		day, month := number(words[0], 2), parseMonth(words[1])
		if day == 0 {
			day, month = number(words[1], 2), parseMonth(words[0])
		}
		return calendar.Fixed{Month: uint8(month), Day: uint8(day)}
	case 3:
		for _, o := range ordinals {
			if o.name == words[0] {
				return calendar.NthWeekday{Month: uint8(monthNamed(words[2])), N: o.n, Weekday: weekdayNamed(words[1])}
			}
		}
	}
	return nil
}

// number parses at most the given digits, with an optional ordinal sign as in "1º"; it
// returns 0 for anything else.
func number(s string, digits int) int {
	s = strings.TrimRight(s, "ºo°")
	if len(s) > digits {
		return 0
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		n = 10*n + int(s[i]-'0')
	}
	return n
}

func parseMonth(s string) int {
	if n := number(s, 2); n > 0 {
		return n
	}
	return monthNamed(s)
}

// movable lists the days that depend on Easter, by their folded names, and their distance
// from Easter Sunday in days.
var movable = [...]struct {
	name string
	days int16
}{
	{"miercoles ceniza", -46},
	{"ash wednesday", -46},
	{"domingo ramos", -7},
	{"palm sunday", -7},
	{"lunes santo", -6},
	{"holy monday", -6},
	{"martes santo", -5},
	{"holy tuesday", -5},
	{"miercoles santo", -4},
	{"holy wednesday", -4},
	{"jueves santo", -3},
	{"holy thursday", -3},
	{"maundy thursday", -3},
	{"viernes santo", -2},
	{"good friday", -2},
	{"sabado santo", -1},
	{"sabado gloria", -1},
	{"holy saturday", -1},
	{"domingo pascua", 0},
	{"domingo resurreccion", 0},
	{"pascua", 0},
	{"easter", 0},
	{"easter sunday", 0},
	{"lunes pascua", 1},
	{"easter monday", 1},
	{"corpus christi", 60},
	{"jueves corpus", 60},
}

var ordinals = [...]struct {
	name string
	n    int8
}{
	{"primer", 1},
	{"primero", 1},
	{"1er", 1},
	{"first", 1},
	{"1st", 1},
	{"segundo", 2},
	{"second", 2},
	{"2nd", 2},
	{"tercer", 3},
	{"tercero", 3},
	{"3er", 3},
	{"third", 3},
	{"3rd", 3},
	{"cuarto", 4},
	{"fourth", 4},
	{"4th", 4},
	{"quinto", 5},
	{"fifth", 5},
	{"5th", 5},
	{"penultimo", -2},
	{"ultimo", -1},
	{"last", -1},
}
