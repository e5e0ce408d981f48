package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func weekdayArg(w calendar.Weekday) norm.Arg { return norm.Arg{Name: "weekday", Value: w} }

// explain returns what is wrong with a text that is no rule; body is the text without its
// cycle of years.
func (r *ruleReader) explain(s, body string) *Error {
	text, _ := namedMonths(body, false)
	all, bad := splitWords(text)
	if bad != "" {
		return newError(NotARule, s, nearArg(bad)...)
	}
	if len(all) > maxRuleWords {
		return newError(NotARule, s)
	}
	if err := r.year(s, all); err != nil {
		return err
	}
	if near := unknownWord(all); near != "" {
		return newError(NotARule, s, nearArg(near)...)
	}
	if r.problem != nil {
		return newError(r.problem.code, s, r.problem.args[1:]...)
	}
	return r.lack(s, plainWords(all))
}

// year returns an error if words have a year: a date in it is not a yearly rule. The error
// has the rule without the year, if there is one.
func (r *ruleReader) year(s string, words []word) *Error {
	for i, w := range words {
		year := w.kind == digits && len(w.text) == 4 || w.kind == cardinal && w.n >= 1900
		numbers := i >= 2 && w.kind == digits && words[i-1].kind == digits && words[i-2].kind == digits
		short := i >= 2 && w.kind == digits && len(w.text) == 2 && strings.Count(s, ",") == 0 && // 13-05-27, 13-may-27
			(numbers || words[i-2].kind == digits && words[i-1].kind == letters && monthNamed(words[i-1].text) != 0 && i == len(words)-1)
		if !year && !short {
			continue
		}
		rest := append([]word(nil), words[:i]...)
		if n := len(rest) - 1; n >= 0 && isWord(&rest[n], "|ano|year|") {
			rest = rest[:n]
		}
		rest = append(rest, words[i+1:]...)
		without := &ruleReader{}
		rule := without.read(plainWords(rest)).one()
		if numbers {
			day, month := words[i-2].n, words[i-1].n
			if f := (calendar.Fixed{Month: uint8(min(month, 13)), Day: uint8(min(day, 32))}); f.Validate() == nil {
				rule = f
			}
		}
		args := nearArg(w.text)
		if rule != nil && rule.Validate() == nil {
			args = append(args, arg("rule", ruleArg{rule}))
		}
		return newError(RuleHasYear, s, args...)
	}
	return nil
}

// unknownWord returns the first word that is in no rule.
func unknownWord(words []word) string {
	for _, w := range words {
		if w.kind != letters || monthNamed(w.text) != 0 || weekdayNamed(singular(w.text)) != 0 || isConnector(&w) || romanMonth(w.text) != 0 {
			continue
		}
		known := oneOf(within+relatives, w.text) || inTable(dated, w.text) || inTable(movable, w.text) ||
			oneOf("|los|las|en|durante|por|con|in|on|for|cada|every|each|todo|toda|todos|todas|whole|entire|all|ano|anos|year|years|d|desde|from|entre|between|un|una|"+
				"primeros|ultimos|contado|contando|counted|counting|final|fin|end|habil|habiles|inhabil|laborable|business|working|semana|santa|mas|que|"+
				"conmemoracion|commemoration|commemorating|observance|celebracion|celebration|honor|memoria|motivo|ocasion|inmediato|inmediatamente|", w.text)
		for _, d := range movedDays {
			known = known || inTable(d.names, w.text)
		}
		if !known {
			return w.text
		}
	}
	return ""
}

// lack returns what is missing in a text whose words are all known, or what cannot be a
// yearly rule.
func (r *ruleReader) lack(s string, words []word) *Error {
	var month int
	var weekday calendar.Weekday
	day, nth, inYear, relative, holyWeek := false, false, false, false, false
	for i, w := range words {
		switch {
		case w.kind == ordinal:
			nth = true
		case w.kind != letters:
			day = true
		case isWord(&w, "|habil|habiles|inhabil|laborable|business|working|"):
			return newError(RuleNotFixed, s)
		case w.text == "todos":
			inYear = true
		case oneOf(relatives, w.text):
			relative = true
		case w.text == "santa" && i > 0 && isWord(&words[i-1], "|semana|"):
			holyWeek = true
		case oneOf(within, w.text) && !(i+1 < len(words) && isWord(&words[i+1], "|santa|")):
			inYear = inYear || !oneOf("|dia|dias|day|days|", w.text) || i > 0 && isWord(&words[i-1], "|cada|every|") || i > 1 && isWord(&words[i-2], "|cada|every|")
		case monthNamed(w.text) != 0 && (weekdayNamed(w.text) == 0 || month == 0):
			month = monthNamed(w.text)
		case weekdayNamed(singular(w.text)) != 0:
			weekday = weekdayNamed(singular(w.text))
		}
	}
	switch {
	case holyWeek:
		return newError(RuleLacksDay, s)
	case month == 0 && (inYear || weekday != 0 && !nth && !day):
		return newError(RuleNotYearly, s)
	case relative:
		return newError(RuleNotFixed, s)
	case weekday != 0 && month != 0 && !nth && day && len(words) == 3 && !words[0].counts():
		return newError(RuleHasWeekday, s, weekdayArg(weekday))
	case weekday != 0 && month != 0 && !nth:
		return newError(RuleWhichWeekday, s, weekdayArg(weekday))
	case month == 0 && (day || nth):
		return r.noMonth(s, words)
	case month != 0 && !day && !nth:
		return newError(RuleLacksDay, s)
	}
	return newError(NotARule, s)
}

// noMonth returns the error for words without the name of a month. Two numbers may be a
// month before a day.
func (r *ruleReader) noMonth(s string, words []word) *Error {
	if len(words) != 2 || words[0].kind != digits || words[1].kind != digits {
		return newError(RuleLacksMonth, s)
	}
	day, month := words[0].n, words[1].n
	switch {
	case month >= 1 && month <= 12:
		return newError(NoSuchDay, s, lastDay(month))
	case month <= 31 && day >= 1 && day <= 12:
		if f := (calendar.Fixed{Month: uint8(day), Day: uint8(month)}); f.Validate() == nil {
			return newError(NotARule, s, arg("month", norm.Count(month)), arg("rule", ruleArg{f}))
		}
	}
	return newError(NotARule, s, arg("month", norm.Count(month)))
}
