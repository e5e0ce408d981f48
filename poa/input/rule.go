package input

import (
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/lang"
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
		return nil, newError(Missing, text, arg("rule", ruleArg{calendar.Fixed{Month: 5, Day: 13}}))
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

// maxRule is the maximum length of the folded text of a rule, in bytes.
const maxRule = 2 * maxText

// maxRuleWords is the maximum number of words of a rule.
const maxRuleWords = 28

// ruleText returns the folded text of a rule, without the characters and phrases that have
// a plainer form.
func ruleText(text string) string {
	s := without(strings.ReplaceAll(fold(text), ";", ","), "'\"")
	for _, p := range [...][2]string{
		{"last but one", "penultimate"},
		{"last but two", "antepenultimo"},
		{"third to last", "antepenultimo"},
		{"septimo", "7o"},
		{"octavo", "8o"},
		{"noveno", "9o"},
		{"decimo", "10o"},
		{"no habil", "inhabil"},
		{"semana mayor", "semana santa"},
		{"holy week", "semana santa"},
	} {
		s = strings.ReplaceAll(s, p[0], p[1])
	}
	return s
}

// dayRule is what a text says: a rule, and another one if the text may mean that too.
type dayRule struct{ rule, other calendar.Rule }

func (d dayRule) ok() bool { return d.rule != nil }

// one returns the rule if the text has one reading.
func (d dayRule) one() calendar.Rule {
	if d.other != nil {
		return nil
	}
	return d.rule
}

// rule is Rule for a text from ruleText.
func rule(s string) (calendar.Rule, *Error) {
	if err := monthOrRule(s); err != nil {
		return nil, err
	}
	body, cycle, err := cutCycle(s)
	if err != nil {
		return nil, err
	}
	r := ruleReader{}
	dayFirst, hyphen := namedMonths(body, false)
	d := r.forms(dayFirst, body)
	if hyphen {
		monthFirst, _ := namedMonths(body, true)
		if other := r.forms(monthFirst, body); !d.ok() {
			d = other
		} else if other.ok() && other.rule.String() != d.rule.String() {
			d.other = other.rule
		}
	}
	if cycle.Years > 0 && d.ok() {
		d = dayRule{cycle.of(d.rule), cycle.of(d.other)}
	}
	switch {
	case d.other != nil:
		return nil, newError(TwoReadings, s, arg("rule", ruleArg{d.rule}), arg("otherRule", ruleArg{d.other}))
	case d.ok() && d.rule.Validate() == nil:
		return d.rule, nil
	}
	return nil, r.explain(s, body)
}

// ruleArg is a rule in an error.
type ruleArg struct{ calendar.Rule }

// MarshalText returns the canonical text of the rule.
func (a ruleArg) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// Value returns the rule, for package lang.
func (a ruleArg) Value() calendar.Rule { return a.Rule }

// monthOrRule returns an error for ene-27, as Date does: the month of a year, or a day of
// every year.
func monthOrRule(s string) *Error {
	i := 0
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	month := monthNamed(s[:i])
	rest := strings.TrimPrefix(strings.TrimPrefix(s[i:], "."), " ")
	if month == 0 || rest == "" || rest[0] != '-' && rest[0] != '/' {
		return nil
	}
	number, rest := cutDigits(strings.TrimPrefix(rest[1:], " "))
	if len(number) != 2 || rest != "" {
		return nil
	}
	n, _ := strconv.Atoi(number)
	f := calendar.Fixed{Month: uint8(month), Day: uint8(n)}
	if f.Validate() != nil {
		return newError(RuleHasYear, s, nearArg(number)...)
	}
	return newError(MonthOrDay, s, arg("month", calendar.MustMonth(2000+n, month)), arg("rule", ruleArg{f}))
}

// cycle is a number of years and the first of them.
type cycle calendar.Every

// of returns a rule restricted to the years of the cycle, or nil for no rule.
func (c cycle) of(rule calendar.Rule) calendar.Rule {
	switch r := rule.(type) {
	case nil:
		return nil
	case calendar.Lasting:
		return calendar.Lasting{Rule: c.of(r.Rule), Days: r.Days}
	}
	return calendar.Every{Years: c.Years, First: c.First, Rule: rule}
}

// cutCycle separates "cada 6 años a partir de 2024" from the rest of a rule. The years of
// the cycle are 0 if there is none.
func cutCycle(s string) (rest string, c cycle, err *Error) {
	words := strings.Fields(s)
	at := func(i int) string {
		if i >= len(words) {
			return ""
		}
		return strings.Trim(words[i], ",.()")
	}
	for i := range words {
		years, ok := smallCount(at(i + 1))
		if !ok || !oneOf("|cada|every|each|", at(i)) || !oneOf("|ano|anos|year|years|", at(i+2)) || years == 0 {
			continue
		}
		j := i + 3
		for oneOf("|a|partir|de|del|desde|contado|contados|empezando|comenzando|en|el|ano|from|since|starting|beginning|in|", at(j)) {
			j++
		}
		first, ok := smallCount(at(j))
		switch {
		case ok && j > i+3:
			j++
		case strings.Contains(strings.Join(words[i+3:], " "), "poder ejecutivo") && strings.Contains(s, "federal") && years == 6:
			first, j = 2024, len(words) // LFT art. 74 fr. VII
		default:
			return s, c, newError(RuleLacksFirstYear, s)
		}
		words = append(append([]string(nil), words[:i]...), words[j:]...)
		return strings.Join(words, " "), cycle{Years: uint16(years), First: uint16(first)}, nil
	}
	return s, c, nil
}

// smallCount parses a number of at most 65535, which may be a word or have a comma.
func smallCount(s string) (n int, ok bool) {
	if n, kind := numberNamed(s); kind == cardinal {
		return n, true
	}
	digits, rest := cutDigits(without(s, ","))
	n, _ = strconv.Atoi(digits)
	return n, digits != "" && rest == "" && len(digits) < 6 && n < 1<<16
}

// namedMonths replaces the months of dates in digits by names: "20/12 - 31/12" becomes
// "20 diciembre - 31 diciembre". Days come first; with monthFirst, those of dates with a
// hyphen come last. hyphen reports whether there is a date with a hyphen.
func namedMonths(s string, monthFirst bool) (out string, hyphen bool) {
	separator := func(i int) bool { return i >= 0 && i < len(s) && strings.IndexByte("/.-", s[i]) >= 0 }
	digit := func(i int) bool { return i >= 0 && i < len(s) && isDigit(s[i]) }
	var b []byte
	for i := 0; i < len(s); {
		first, rest := cutDigits(s[i:])
		if first == "" {
			b = append(b, s[i])
			i++
			continue
		}
		start := i
		i += len(first)
		if len(first) > 2 || !separator(i) || separator(start-1) && digit(start-2) {
			b = append(b, first...)
			continue
		}
		second, _ := cutDigits(rest[1:])
		end := i + 1 + len(second)
		day, _ := strconv.Atoi(first)
		month, _ := strconv.Atoi(second)
		whole := len(second) == 1 || len(second) == 2
		if !whole || separator(end) && digit(end+1) {
			b = append(b, s[start:end]...)
			i = end
			continue
		}
		hyphen = hyphen || s[i] == '-'
		if monthFirst && s[i] == '-' {
			day, month = month, day
		}
		if month >= 1 && month <= 12 && day >= 1 && day <= 31 {
			b = append(strconv.AppendInt(b, int64(day), 10), ' ')
			b = append(b, fold(lang.New(lang.Spanish, nil).Month(month))...)
			i = end
			continue
		}
		b = append(b, s[start:end]...)
		i = end
	}
	return string(b), hyphen
}

// ruleReader parses a rule. problem is what was wrong with the first form that failed for
// a reason of its own.
type ruleReader struct {
	comma   bool
	problem *Error
}

func (r *ruleReader) fail(code norm.Code, args ...norm.Arg) dayRule {
	if r.problem == nil {
		r.problem = newError(code, "", args...)
	}
	return dayRule{}
}

// forms parses the first of texts that is a rule. A hyphen may join the first and the last
// of several days.
func (r *ruleReader) forms(texts ...string) dayRule {
	for i, s := range texts {
		if i > 0 && s == texts[0] {
			break
		}
		spaced := strings.ReplaceAll(s, " - ", " al ")
		joined := spaced
		if strings.Count(spaced, "-") == 1 {
			joined = strings.Replace(spaced, "-", " al ", 1)
		}
		for j, form := range [...]string{joined, spaced, s} {
			if j > 0 && form == joined || j > 1 && form == spaced {
				continue
			}
			words, bad := splitWords(form)
			if bad != "" || len(words) > maxRuleWords {
				continue
			}
			r.comma = strings.Contains(form, ",")
			if d := r.read(plainWords(words)); d.ok() {
				return d
			}
		}
	}
	return dayRule{}
}

// plainWords returns words without the ones that change nothing.
func plainWords(words []word) []word {
	at := func(i int) string {
		if i >= 0 && i < len(words) && words[i].kind == letters {
			return words[i].text
		}
		return ""
	}
	number := func(i int) bool { return i >= 0 && i < len(words) && words[i].kind != letters }
	var kept []word
	for i := 0; i < len(words); i++ {
		switch w := at(i); {
		case oneOf("|anualmente|anual|annually|annual|yearly|", w):
			continue
		case oneOf("|cada|every|each|", w) && oneOf("|ano|year|", at(i+1)):
			i++
			continue
		case w == "todos" && at(i+1) == "los" && at(i+2) == "anos":
			i += 2
			continue
		case w == "ano" && oneOf("|con|tras|", at(i+1)) && at(i+2) == "ano":
			i += 2
			continue
		case oneOf("|cada|every|each|", w) && !(number(i+1) && oneOf(periods, at(i+2))) && !oneOf(periods, at(i+1)) && weekdayNamed(singular(at(i+1))) == 0:
			continue
		case oneOf("|cada|every|each|", w) && monthNamed(at(i+1)) != 0:
			continue
		case w == "todos" && at(i+1) == "los" && (number(i+2) || at(i+2) == "dias" && number(i+3)):
			i++
			continue
		case w == "por" && at(i+1) == "ano":
			i++
			continue
		case oneOf("|los|las|en|durante|por|con|in|on|for|", w):
			continue
		case oneOf("|mes|month|", w) && monthNamed(at(i+1)) != 0:
			continue
		case oneOf("|dia|dias|day|days|", w) && !number(i-1) && !oneOf(relatives, at(i+1)) && !oneOf("|habil|habiles|inhabil|laborable|", at(i+1)):
			continue
		}
		kept = append(kept, words[i])
	}
	return kept
}

// periods are the words for parts of a year that repeat within it.
const periods = "|mes|meses|month|months|semana|semanas|week|weeks|dia|dias|day|days|quincena|quincenas|bimestre|bimestres|trimestre|trimestres|" +
	"quarter|quarters|cuatrimestre|semestre|semestres|"

// within are the words of what repeats within a year.
const within = periods + "mensual|mensualmente|monthly|semanal|semanalmente|weekly|quincenal|quincenalmente|bimestral|trimestral|quarterly|semestral|" +
	"diario|diariamente|daily|fines|weekend|weekends|"

// singular returns the singular of a weekday: sabados, mondays.
func singular(name string) string {
	if weekdayNamed(name) != 0 {
		return name
	}
	return strings.TrimSuffix(name, "s")
}

// read parses plain words.
func (r *ruleReader) read(words []word) dayRule {
	for i, w := range words {
		if w.kind == letters && oneOf("|conmemoracion|commemoration|commemorating|observance|celebracion|celebration|honor|memoria|motivo|ocasion|", w.text) {
			return r.commemoration(words[:i], words[i+1:])
		}
	}
	if d := r.part(words); d.ok() {
		return d
	}
	if days, rest := cutDays(words); days != 1 && len(rest) > 0 {
		return r.last(r.part(rest), days)
	}
	return r.nameAndDate(words)
}

// last returns a rule that lasts some days.
func (r *ruleReader) last(d dayRule, days int) dayRule {
	if !d.ok() {
		return d
	}
	if days < 2 || days > 300 {
		return r.fail(RuleLength)
	}
	lasting := calendar.Lasting{Rule: d.one(), Days: uint16(days)}
	if d.other != nil || lasting.Validate() != nil {
		return dayRule{}
	}
	return dayRule{rule: lasting}
}

// commemoration parses a rule and what it commemorates. A date of another month contradicts
// the weekday of a month.
func (r *ruleReader) commemoration(words, what []word) dayRule {
	date, _ := r.single(what).one().(calendar.Fixed)
	if len(words) == 0 {
		for _, h := range movedDays {
			if date == h.date {
				return dayRule{h.dayOff, h.date}
			}
		}
		return dayRule{}
	}
	d := r.read(words)
	if nth, ok := d.one().(calendar.NthWeekday); ok && date.Month != 0 && date.Month != nth.Month {
		d.other = date
	}
	return d
}

// part parses a rule without a number of days behind it.
func (r *ruleReader) part(words []word) dayRule {
	if d := r.single(words); d.ok() {
		return d
	}
	if d := r.fromDay(words); d.ok() {
		return d
	}
	if d := r.list(words); d.ok() {
		return d
	}
	return r.run(words)
}

// nameAndDate parses the name of a day and its rule, in either order: "Navidad (25 de
// diciembre)". If they contradict each other, both are readings.
func (r *ruleReader) nameAndDate(words []word) dayRule {
	for i := 1; i < len(words); i++ {
		name, date := named(words[:i]), r.single(words[i:])
		if !name.ok() {
			name, date = named(words[i:]), r.single(words[:i])
		}
		rule := date.one()
		if !name.ok() || rule == nil {
			continue
		}
		if rule.String() == name.rule.String() || name.other != nil && rule.String() == name.other.String() {
			return dayRule{rule: rule}
		}
		return dayRule{rule, name.rule}
	}
	return dayRule{}
}

// cutDays returns the number of days at the end, "3 dias", "3d" or "1 semana", and the
// words before. It returns 1 if there is none.
func cutDays(words []word) (days int, rest []word) {
	n := len(words) - 2
	if n >= 0 && words[n].kind != letters && words[n].kind != ordinal && words[n+1].kind == letters {
		if each, ok := valueOf("|dias:1|dia:1|days:1|day:1|d:1|semana:7|semanas:7|week:7|weeks:7|", words[n+1].text); ok {
			return each * words[n].n, words[:n]
		}
	}
	return 1, words
}

// fromDay parses "3 dias a partir 13 mayo" and "a partir 13 mayo".
func (r *ruleReader) fromDay(words []word) dayRule {
	if len(words) < 3 {
		return dayRule{}
	}
	days, _ := cutDays(words[:2])
	if days == 1 {
		return dayRule{}
	}
	switch rest := words[2:]; {
	case isWord(&rest[0], "|desde|from|starting|beginning|"):
		return r.last(r.single(rest[1:]), days)
	case len(rest) > 1 && isWord(&rest[0], "|a|") && isWord(&rest[1], "|partir|"):
		return r.last(r.single(rest[2:]), days)
	}
	return dayRule{}
}

// isWord reports whether w is in a list such as "|de|del|".
func isWord(w *word, list string) bool { return w.kind == letters && oneOf(list, w.text) }

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

// single parses the rule of one day, or of a part of a month.
func (r *ruleReader) single(words []word) dayRule {
	if d := named(words); d.ok() {
		return d
	}
	if day, month, ok := dayMonth(words); ok {
		f := calendar.Fixed{Month: uint8(month), Day: uint8(day)}
		if f.Validate() != nil {
			return r.noSuchDay(month)
		}
		return dayRule{rule: f}
	}
	for _, parse := range [...]func([]word) dayRule{r.nth, r.partOfMonth, r.relative} {
		if d := parse(words); d.ok() {
			return d
		}
	}
	return dayRule{}
}

// noSuchDay fails for a day that a month never has.
func (r *ruleReader) noSuchDay(month int) dayRule {
	return r.fail(NoSuchDay, lastDay(month))
}

// lastDay returns the argument for the number of days that a month has at most.
func lastDay(month int) norm.Arg {
	return arg("count", norm.Count(calendar.MustMonth(2000, month).Last().Day()))
}

// nth parses "primer lunes mayo", and "4o lunes mayo contado desde final".
func (r *ruleReader) nth(words []word) dayRule {
	sign := 1
	if n := len(words); n > 4 && isWord(&words[n-1], "|final|fin|end|") && isWord(&words[n-2], "|desde|from|") {
		if words, sign = words[:n-2], -1; isWord(&words[n-3], "|contado|contando|counted|counting|") {
			words = words[:n-3]
		}
	}
	if len(words) != 3 || words[0].kind != ordinal || words[1].kind != letters || words[2].kind != letters {
		return dayRule{}
	}
	n, weekday, month := words[0].n, weekdayNamed(words[1].text), monthNamed(words[2].text)
	switch {
	case weekday == 0 || month == 0 || sign < 0 && n < 0:
		return dayRule{}
	case n < -5 || n > 5 || n == 0:
		return r.fail(RuleNoSuchWeekday, weekdayArg(weekday))
	}
	return dayRule{rule: calendar.NthWeekday{Month: uint8(month), N: int8(sign * n), Weekday: weekday}}
}

// partOfMonth parses "ultimo dia mayo", "primeros 5 dias mayo", "todo mayo" and "segunda
// quincena mayo".
func (r *ruleReader) partOfMonth(words []word) dayRule {
	n := len(words) - 1
	if n < 1 || words[n].kind != letters {
		return dayRule{}
	}
	if n == 2 && isWord(&words[1], "|dia|day|") && isWord(&words[2], "|ano|year|") && words[0].kind == ordinal {
		switch words[0].n {
		case 1:
			return dayRule{rule: calendar.Fixed{Month: 1, Day: 1}}
		case -1:
			return dayRule{rule: calendar.Fixed{Month: 12, Day: 31}}
		}
	}
	month := monthNamed(words[n].text)
	if month == 0 {
		return dayRule{}
	}
	first, last := 1, calendar.MustMonth(2027, month).Last().Day()
	switch {
	case n == 1 && isWord(&words[0], "|todo|toda|whole|entire|all|"):
	case n == 2 && words[0].kind == ordinal && isWord(&words[1], "|dia|day|"):
		switch words[0].n {
		case 1:
			last = 1
		case -1:
			first = last
		default:
			return dayRule{}
		}
	case n == 2 && words[0].kind == ordinal && isWord(&words[1], "|quincena|"):
		switch words[0].n {
		case 1:
			last = 15
		case 2, -1:
			first = 16
		default:
			return dayRule{}
		}
	case n == 3 && isWord(&words[2], "|dias|days|"):
		count, which := words[1], words[0]
		if isWord(&count, "|primeros|ultimos|") {
			count, which = which, count
		}
		end := isWord(&which, "|ultimos|") || which.kind == ordinal && which.n == -1
		if !count.counts() || count.n < 2 || count.n > last || !end && !isWord(&which, "|primeros|") && (which.kind != ordinal || which.n != 1) {
			return dayRule{}
		}
		if end {
			first = last - count.n + 1
		} else {
			last = count.n
		}
	default:
		return dayRule{}
	}
	switch {
	case month != 2 || last < 28:
	case first == last:
		return r.fail(RuleNotFixed)
	default:
		return r.fail(RuleLengthVaries)
	}
	start := dayRule{rule: calendar.Fixed{Month: uint8(month), Day: uint8(first)}}
	if first == last {
		return start
	}
	return r.last(start, last-first+1)
}
