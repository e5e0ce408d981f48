package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// explainRule returns what is wrong with words that are no rule; reason is why they could not
// be read as days.
func explainRule(s string, words []word, reason *Error) *Error {
	if err := ruleYear(s, words, false); err != nil {
		return err
	}
	words = dated(words, leapYear)
	c := classesOf(words)
	for i := range words {
		w := &words[i]
		number := w.class == '0' && len(w.text) > 2 && (i+1 == len(c) || strings.IndexByte("ds", c[i+1]) < 0)
		if number || w.in("?8c") && !isNameWord(w.text) {
			return refuse(NotARule).near(w.text)
		}
	}
	if reason == nil {
		return lack(s, words, c)
	}
	switch want, last := reason.days[0].End, reason.args[len(reason.args)-1].Name; {
	case reason.code == NoSuchDay && want.IsZero():
		return reason
	case reason.code == NoSuchDay:
		return refuse(NoSuchDay).add("count", norm.Count(calendar.MustMonth(leapYear, want.Month()).Last().Day()))
	case reason.code == ReversedSpan || last == "gap":
		return refuse(RuleNotARun)
	case last == "month":
		reason.code = NotARule
		return reason
	case last == "want" && len(reason.args) == 3:
		f := calendar.Fixed{Month: uint8(want.Month()), Day: uint8(want.Day())}
		reason.args = reason.args[:2]
		reason.code = NotARule
		return reason.rule("rule", f)
	case oneOf("|rule-no-such-weekday|rule-has-year|rule-length|rule-length-varies|rule-not-fixed|", string(reason.code)):
		return reason
	}
	return lack(s, words, c)
}

// ruleYear returns an error if words have a year: a date in it is not a yearly rule. The
// error has the rule without the year, if there is one. A year of two digits that is certain
// has the same separators around the month.
func ruleYear(s string, words []word, certain bool) *Error {
	c := classesOf(words)
	for i := range words {
		w := &words[i]
		short := i > 1 && w.digits && len(w.text) == 2 && words[i-2].digits && // 13-05-27, 13-may-27
			(strings.IndexByte("MR", c[i-1]) >= 0 && i == len(c)-1 || words[i-1].digits) && strings.IndexByte(s, ',') < 0
		if certain {
			short = short && w.sep == words[i-1].sep && isTight(w.sep)
		}
		if c[i] != 'Y' && !short {
			continue
		}
		end := i
		if i > 0 && c[i-1] == 'a' {
			end--
		}
		err := refuse(RuleHasYear).near(w.text)
		if found, _ := ruleReadings(append(words[:end:end], words[i+1:]...)); len(found) == 1 {
			err = err.rule("rule", found[0])
		}
		return err
	}
	return nil
}

// lack returns what is missing in a text whose words are all known, or what cannot be a
// yearly rule. c are the classes of its words.
func lack(s string, words []word, c string) *Error {
	has := func(classes string) bool { return strings.ContainsAny(c, classes) }
	var weekday calendar.Weekday
	if at := strings.IndexByte(c, 'W'); at >= 0 {
		weekday = words[at].weekday()
	}
	if strings.HasPrefix(c, "M0M") && words[0].text == "mar" {
		c, weekday = "W0M", calendar.Tuesday
	}
	month, number, nth := has("M"), has("0"), has("o")
	code := NotARule
	switch {
	case has("h"):
		code = RuleNotFixed
	case strings.Contains(s, "semana santa"):
		code = RuleLacksDay
	case !month && (has("emspqz") || weekday != 0 && !nth && !number):
		code = RuleNotYearly
	case has("+-^fn"):
		code = RuleNotFixed
	case weekday != 0 && month && !nth && number && len(c) == 3 && !words[0].isNumber():
		return refuse(RuleHasWeekday).weekday(weekday)
	case weekday != 0 && month && !nth:
		return refuse(RuleWhichWeekday).weekday(weekday)
	case !month && (number || nth):
		code = RuleLacksMonth
	case month && !number && !nth:
		code = RuleLacksDay
	case has("&") && month:
		code = RuleNotARun
	}
	return refuse(code)
}
