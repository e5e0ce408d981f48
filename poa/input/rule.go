package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Rule parses the rule of a yearly day. It accepts
//
//	13 de mayo, 13/05, May 13, 1o. de mayo     a fixed date; numbers are day first
//	cada 13 de mayo, 13 de mayo de cada año    the same
//	del 11 al 23 de mayo, 20/12 - 31/12        days that follow each other
//	11, 12 y 13 de mayo, 24 y 25 de diciembre
//	desde el 20 de diciembre hasta el 6 de enero
//	primer lunes de mayo, 2do lunes de junio   a weekday of a month: 1er, 2o, 2ª, 3rd, last
//	último día de mayo, segunda quincena de julio
//	Navidad, Día de Muertos, Labour Day        a day whose name has one date in Mexico
//	Viernes Santo, Pentecostés, Good Friday    a day that depends on Easter
//	60 días después de Pascua, jueves siguiente al domingo de la Santísima Trinidad
//	1 de octubre, cada 6 años a partir de 2024
//
// each with an optional number of days, as in "13 de mayo, 3 días", and with what the day
// commemorates, as in "el primer lunes de febrero en conmemoración del 5 de febrero". The
// Spanish and English words of lang.Printer.Rule are among them for every yearly rule. It
// also accepts what calendar.ParseRule accepts, except for a month and a day that may be a
// day and a month: 05-12 and 5-12 are 12 May or 5 December, which is TwoReadings. So is
// the name of a day off that is not on the date that it commemorates, as Día de la
// Constitución.
//
// The error is an *Error: Missing, TwoReadings, MonthOrDay, NoSuchDay, NotARule, or one of
// the codes that begin with Rule.
func Rule(text string) (calendar.Rule, error) {
	if len(text) > maxRaw {
		return nil, newError(NotARule, text)
	}
	plain := clean(text)
	if plain == "" {
		return nil, newError(Missing, text, arg("rule", ruleValue{calendar.Fixed{Month: 5, Day: 13}}))
	}
	if rule, err := calendar.ParseRule(plain); err == nil {
		if f, ok := rule.(calendar.Fixed); !ok || f.Day > 12 || f.Day == f.Month {
			return rule, nil
		}
	}
	s := ruleText(text)
	if len(s) > maxRule {
		return nil, newError(NotARule, text)
	}
	rule, err := rule(s)
	if err != nil {
		return nil, err.withText(text)
	}
	return rule, nil
}

const (
	// maxRule is the maximum length of the folded text of a rule, in bytes.
	maxRule = 2 * maxText
	// maxRuleWords is the maximum number of words of a rule.
	maxRuleWords = 28
)

// ruleText returns the folded text of a rule, with plainer words for some phrases: a line of
// the table has the words, an equals sign and the phrase.
func ruleText(text string) string {
	const phrases = `=anualmente
=annually
=anual
=annual
=yearly
=todos los anos
=cada ano
=every year
=each year
=ano con ano
=ano tras ano
=por ano
todos santos=todos los santos
cada =todos los 
desde 2024=cuando corresponda a la transmision del poder ejecutivo federal
penultimate=last but one
antepenultimo=last but two
antepenultimo=third to last
inhabil=no habil
semana santa=semana mayor
semana santa=holy week
,=;
='
="`
	s := foldQuoted(text)
	for rest := phrases; rest != ""; {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		plain, phrase, _ := strings.Cut(line, "=")
		s = strings.ReplaceAll(s, phrase, plain)
	}
	return s
}

// rule is Rule for a text from ruleText.
func rule(s string) (calendar.Rule, *Error) {
	words, bad := splitWords(strings.TrimLeft(s, " -"))
	if strings.IndexByte(s, '+') >= 0 {
		bad = "+"
	}
	words, cycle, ok := cutCycle(words)
	switch {
	case bad != "" || len(words) > maxRuleWords:
		return nil, refuse(NotARule).near(bad)
	case !ok:
		return nil, refuse(RuleLacksFirstYear)
	case isMonthAndNumber(words) && (words[1].sep == '-' || words[1].sep == '/'):
		return nil, monthOrRule(words)
	}
	words = plainWords(words)
	if err := ruleYear(s, words, true); err != nil {
		return nil, err
	}
	found, err := ruleReadings(words)
	if swapped := swapDates(words); swapped != nil {
		more, err2 := ruleReadings(swapped)
		if len(found) != 1 || len(more) != 1 || found[0] != more[0] {
			found = append(found, more...)
		}
		if err2 != nil && err2.code == NoSuchDay {
			err = err2
		}
	}
	if len(found) == 0 {
		return nil, explainRule(s, words, err)
	}
	for i, r := range found {
		found[i] = inCycle(cycle, r)
	}
	if len(found) > 1 {
		return nil, refuse(TwoReadings).rule("rule", found[0]).rule("otherRule", found[1])
	}
	if found[0].Validate() != nil {
		return nil, refuse(NotARule)
	}
	return found[0], nil
}

// monthOrRule returns an error for ene-27, as Date does: the month of a year, or a day of
// every year.
func monthOrRule(words []word) *Error {
	month, number := words[0].n, &words[1]
	f := calendar.Fixed{Month: uint8(month), Day: uint8(number.n)}
	if f.Validate() != nil {
		return refuse(RuleHasYear).near(number.text)
	}
	return refuse(MonthOrDay).add("month", calendar.MustMonth(2000+number.n, month)).rule("rule", f)
}

// swapDates returns words with the day and the month of dates such as 05-12 in the other
// order, and a bar between them, or nil if there are none.
func swapDates(words []word) []word {
	swapped := false
	out := append([]word(nil), words...)
	for i := 1; i < len(out); i++ {
		a, b := &out[i-1], &out[i]
		if !a.digits || !b.digits || b.sep != '-' || len(a.text) > 2 || len(b.text) > 2 ||
			i > 1 && isTight(a.sep) || i+1 < len(out) && isTight(out[i+1].sep) && out[i+1].digits {
			continue
		}
		a.text, b.text, a.n, b.n, b.sep, swapped = b.text, a.text, b.n, a.n, '/', true
	}
	if !swapped {
		return nil
	}
	return out
}

// inCycle returns a rule restricted to the years of a cycle, if it has years.
func inCycle(c calendar.Every, rule calendar.Rule) calendar.Rule {
	if c.Years == 0 {
		return rule
	}
	if r, ok := rule.(calendar.Lasting); ok {
		return calendar.Lasting{Rule: inCycle(c, r.Rule), Days: r.Days}
	}
	c.Rule = rule
	return c
}

// cutCycle separates "cada 6 años a partir de 2024" from the other words of a rule. The years
// of the cycle are 0 if there is none; ok is false if it has no first year.
func cutCycle(words []word) (rest []word, c calendar.Every, ok bool) {
	classes := classesOf(words)
	for i := range words {
		years, unit := countAt(words, i+1)
		if classes[i] != 'e' || years == 0 || unit >= len(words) || !oneOf("|ano|anos|year|years|", words[unit].text) {
			continue
		}
		at := unit + 1
		for at < len(words) && words[at].in(">fDIikaL") {
			at++
		}
		first, end := countAt(words, at)
		if at == unit+1 || end == at {
			return nil, c, false
		}
		return append(words[:i:i], words[end:]...), calendar.Every{Years: uint16(years), First: uint16(first)}, true
	}
	return words, c, true
}

// countAt returns the number of at most 65535 at a word, which may have a comma between its
// thousands, and where it ends, which is at itself if there is none.
func countAt(words []word, at int) (n, end int) {
	if at >= len(words) || !words[at].in("0Y8") {
		return 0, at
	}
	n, end = words[at].n, at+1
	if end < len(words) && words[end].sep == ',' && len(words[end].text) == 3 && words[end].start == words[at].end+1 {
		n, end = 1000*n+words[end].n, end+1
	}
	if n >= 1<<16 {
		return 0, at
	}
	return n, end
}

// ruleValue is a rule in an error.
type ruleValue struct{ rule calendar.Rule }

// MarshalText returns the canonical text of the rule.
func (v ruleValue) MarshalText() ([]byte, error) { return []byte(v.rule.String()), nil }

// Value returns the rule, for package lang.
func (v ruleValue) Value() calendar.Rule { return v.rule }
