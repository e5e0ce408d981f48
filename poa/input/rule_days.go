package input

import "github.com/rumbo-mx/rumbo/calendar"

// ruleYears are a year before, in and after a leap year, to compare the lengths of runs.
var ruleYears = [...]int{2026, 2027, 2028}

// between returns every day from one rule to another, both included. Both are fixed dates,
// the second in the next year if it comes first, or both depend on Easter.
func (r *ruleReader) between(start, end calendar.Rule) dayRule {
	if e1, ok := start.(calendar.FromEaster); ok {
		e2, ok := end.(calendar.FromEaster)
		if !ok || e2.Days < e1.Days {
			return dayRule{}
		}
		return r.days(start, int(e2.Days-e1.Days)+1)
	}
	f1, ok1 := start.(calendar.Fixed)
	f2, ok2 := end.(calendar.Fixed)
	if !ok1 || !ok2 {
		return dayRule{}
	}
	days := 0
	for _, year := range ruleYears {
		a, err1 := calendar.NewDate(year, int(f1.Month), int(f1.Day))
		b, err2 := calendar.NewDate(year, int(f2.Month), int(f2.Day))
		if err1 == nil && err2 == nil && b.Before(a) {
			b, err2 = calendar.NewDate(year+1, int(f2.Month), int(f2.Day))
		}
		n := b.Sub(a) + 1
		if err1 != nil || err2 != nil || days != 0 && n != days {
			return r.fail(RuleLengthVaries)
		}
		days = n
	}
	return r.days(start, days)
}

// days returns a run of days, or the rule itself for one day.
func (r *ruleReader) days(start calendar.Rule, days int) dayRule {
	if days == 1 {
		return dayRule{rule: start}
	}
	return r.last(dayRule{rule: start}, days)
}

// isConnector reports whether w joins the first and the last day.
func isConnector(w *word) bool { return isWord(w, "|al|a|hasta|to|until|through|thru|y|e|and|") }

// isAnd reports whether w joins two days of a list.
func isAnd(w *word) bool { return isWord(w, "|y|e|and|") }

// run parses the first and the last of several days: "11 al 23 mayo", "mayo 11 al 23",
// "desde 20 diciembre hasta 6 enero", "entre 20 y 31 diciembre", "lunes a viernes semana
// santa".
func (r *ruleReader) run(words []word) dayRule {
	between := false
	if len(words) > 3 {
		switch {
		case isWord(&words[0], "|desde|from|"):
			words = words[1:]
		case isWord(&words[0], "|entre|between|"):
			words, between = words[1:], true
		case isWord(&words[0], "|a|") && isWord(&words[1], "|partir|"):
			words = words[2:]
		}
	}
	for i, w := range words {
		if i == 0 || i == len(words)-1 || !isConnector(&w) || between != isAnd(&w) {
			continue
		}
		if d := r.ends(words[:i], words[i+1:]); d.ok() {
			return d
		}
	}
	return dayRule{}
}

// ends parses both ends of a run.
func (r *ruleReader) ends(first, last []word) dayRule {
	if d := r.holyWeek(first, last); d.ok() {
		return d
	}
	switch {
	case len(first) == 1 && first[0].counts() && len(first[0].text) <= 2:
		end, ok := r.single(last).one().(calendar.Fixed)
		if !ok || first[0].n < 1 || first[0].n > 31 {
			return dayRule{}
		}
		start := calendar.Fixed{Month: end.Month, Day: uint8(first[0].n)}
		if start.Day > end.Day { // 28 al 3 de marzo
			start.Month = (end.Month+10)%12 + 1
		}
		if start.Validate() != nil {
			return r.noSuchDay(int(start.Month))
		}
		return r.between(start, end)
	case len(last) == 1 && last[0].counts() && len(last[0].text) <= 2:
		start, ok := r.single(first).one().(calendar.Fixed)
		if !ok || last[0].n <= int(start.Day) || last[0].n > 31 {
			return dayRule{}
		}
		end := calendar.Fixed{Month: start.Month, Day: uint8(last[0].n)}
		if end.Validate() != nil {
			return r.noSuchDay(int(end.Month))
		}
		return r.between(start, end)
	}
	start, end := r.single(first).one(), r.single(last).one()
	if start == nil || end == nil {
		return dayRule{}
	}
	return r.between(start, end)
}

// holyWeek parses "lunes" to "viernes semana santa", and "lunes" to "viernes santo".
func (r *ruleReader) holyWeek(first, last []word) dayRule {
	if len(first) != 1 || len(last) < 2 || len(last) > 3 || first[0].kind != letters || last[0].kind != letters {
		return dayRule{}
	}
	if !isWord(&last[1], "|santo|santos|") && !(len(last) == 3 && isWord(&last[1], "|semana|") && isWord(&last[2], "|santa|")) {
		return dayRule{}
	}
	start, ok1 := valueOf(holyDays, first[0].text)
	end, ok2 := valueOf(holyDays, last[0].text)
	if !ok1 || !ok2 {
		return dayRule{}
	}
	return r.between(calendar.FromEaster{Days: int16(start)}, calendar.FromEaster{Days: int16(end)})
}

const holyDays = "|lunes:-6|martes:-5|miercoles:-4|jueves:-3|viernes:-2|sabado:-1|monday:-6|tuesday:-5|wednesday:-4|thursday:-3|friday:-2|saturday:-1|"

// list parses days that are named one by one: "11, 12 y 13 mayo", "30 abril y 1 mayo",
// "jueves y viernes santo". They must follow each other.
func (r *ruleReader) list(words []word) dayRule {
	and := -1
	var items []word
	for i, w := range words {
		if isAnd(&w) && i > 0 && i < len(words)-1 {
			and = i
			continue
		}
		items = append(items, w)
	}
	if and < 0 && !r.comma {
		return dayRule{}
	}
	if all := r.listed(items); len(all) > 1 {
		return r.consecutive(all)
	}
	if and < 0 {
		return dayRule{}
	}
	if all := r.holyList(items); len(all) > 1 {
		return r.consecutive(all)
	}
	first, last := r.single(words[:and]).one(), r.single(words[and+1:]).one()
	if first == nil || last == nil {
		return dayRule{}
	}
	return r.consecutive([]calendar.Rule{first, last})
}

// listed returns the fixed dates of a list, which may share a month, or nil.
func (r *ruleReader) listed(words []word) []calendar.Rule {
	var all []calendar.Rule
	waiting, month := 0, 0 // the dates that wait for their month, and the month that came first
	for i, w := range words {
		name := 0
		if w.kind == letters {
			name = monthNamed(w.text)
		}
		switch {
		case w.counts() && w.n > 0 && w.n <= 31 && len(w.text) <= 2:
			all = append(all, calendar.Fixed{Month: uint8(month), Day: uint8(w.n)})
			if month == 0 {
				waiting++
			}
		case name != 0 && i == 0:
			month = name
		case name != 0 && month == 0 && waiting > 0:
			for j := len(all) - waiting; j < len(all); j++ {
				f := all[j].(calendar.Fixed)
				f.Month = uint8(name)
				all[j] = f
			}
			waiting = 0
		default:
			return nil
		}
	}
	if waiting > 0 {
		return nil
	}
	for _, rule := range all {
		if rule.Validate() != nil {
			r.noSuchDay(int(rule.(calendar.Fixed).Month))
			return nil
		}
	}
	return all
}

// holyList returns the days of "jueves viernes sabado santo", or nil.
func (r *ruleReader) holyList(words []word) []calendar.Rule {
	n := len(words) - 1
	if n < 2 {
		return nil
	}
	if isWord(&words[n], "|santa|") && isWord(&words[n-1], "|semana|") {
		n--
	} else if !isWord(&words[n], "|santo|santos|") {
		return nil
	}
	var all []calendar.Rule
	for _, w := range words[:n] {
		days, ok := valueOf(holyDays, w.text)
		if !ok {
			return nil
		}
		all = append(all, calendar.FromEaster{Days: int16(days)})
	}
	return all
}

// consecutive returns the run of days that must each follow the one before.
func (r *ruleReader) consecutive(all []calendar.Rule) dayRule {
	for i, rule := range all[1:] {
		d := r.between(all[i], rule)
		if next, ok := d.rule.(calendar.Lasting); !ok || next.Days != 2 {
			if d.ok() || r.problem == nil {
				r.problem = newError(RuleNotARun, "")
			}
			return dayRule{}
		}
	}
	return r.days(all[0], len(all))
}

// relatives are the words for a day before or after another one, or near it.
const relatives = after + before + "partir|cercano|cercana|proximo|nearest|closest|vispera|eve|"

const (
	after  = "|siguiente|posterior|posteriores|siguientes|despues|after|following|"
	before = "anterior|anteriores|previo|previos|previa|antes|before|preceding|"
)

// relative parses a day before or after another one: "60 dias despues pascua", "vispera
// navidad", "dia siguiente a navidad", "lunes siguiente a pascua". A weekday before or
// after a fixed date is a rule only if it is always the same one of a month.
func (r *ruleReader) relative(words []word) dayRule {
	at := 0
	for at < len(words) && !isWord(&words[at], relatives) {
		at++
	}
	if at == len(words) {
		return dayRule{}
	}
	what, base, sign := words[:at], words[at+1:], 1
	for len(base) > 0 && isWord(&base[0], "|a|al|to|that|que|inmediato|inmediata|immediately|mas|") {
		base = base[1:]
	}
	for len(what) > 0 && isWord(&what[len(what)-1], "|a|mas|inmediato|inmediatamente|immediately|") {
		what = what[:len(what)-1]
	}
	from := r.single(base).one()
	if from == nil {
		return dayRule{}
	}
	switch name := words[at].text; {
	case oneOf("|vispera|eve|", name) && len(what) == 0:
		return r.shift(from, -1)
	case oneOf("|cercano|cercana|proximo|nearest|closest|vispera|eve|", name):
		return r.fail(RuleNotFixed)
	case name == "partir":
		sign = 0
	case oneOf("|"+before, name):
		sign = -1
	}
	if len(what) == 2 && what[0].kind == ordinal && what[0].n == 1 {
		what = what[1:]
	}
	switch {
	case len(what) == 1 && isWord(&what[0], "|dia|day|") && sign != 0:
		return r.shift(from, sign)
	case len(what) == 2 && isWord(&what[0], "|un|una|a|") && isWord(&what[1], "|dia|day|") && sign != 0:
		return r.shift(from, sign)
	case len(what) == 2 && sign != 0:
		if days, rest := cutDays(what); len(rest) == 0 {
			return r.shift(from, sign*days)
		}
	case len(what) == 1 && what[0].kind == letters && weekdayNamed(what[0].text) != 0:
		return r.weekday(from, weekdayNamed(what[0].text), sign)
	}
	return dayRule{}
}

// shift returns the rule of the day that lies some days after another one.
func (r *ruleReader) shift(from calendar.Rule, days int) dayRule {
	switch from := from.(type) {
	case calendar.FromEaster:
		if days < -999 || days > 999 {
			return dayRule{}
		}
		return dayRule{rule: calendar.FromEaster{Days: from.Days + int16(days)}}
	case calendar.Fixed:
		if f, ok := shifted(from, days); ok {
			return dayRule{rule: f}
		}
	}
	return r.fail(RuleNotFixed)
}

// shifted returns the date some days after another one, if it is the same in every year.
func shifted(from calendar.Fixed, days int) (calendar.Fixed, bool) {
	var to calendar.Fixed
	for i, year := range ruleYears {
		d, err := calendar.NewDate(year, int(from.Month), int(from.Day))
		if err != nil || days < -366 || days > 366 {
			return to, false
		}
		d = d.AddDays(days)
		f := calendar.Fixed{Month: uint8(d.Month()), Day: uint8(d.Day())}
		if i > 0 && f != to {
			return to, false
		}
		to = f
	}
	return to, true
}

// weekday returns the rule of the first weekday after a day, before it, or, if sign is 0,
// on or after it.
func (r *ruleReader) weekday(from calendar.Rule, weekday calendar.Weekday, sign int) dayRule {
	switch from := from.(type) {
	case calendar.FromEaster:
		falls := ((int(from.Days)-1)%7+7)%7 + 1 // Easter is a Sunday, 7
		days := (int(weekday) - falls + 7) % 7
		if sign != 0 && days == 0 {
			days = 7
		}
		if sign < 0 {
			days -= 7
			if days == 0 {
				days = -7
			}
		}
		return dayRule{rule: calendar.FromEaster{Days: from.Days + int16(days)}}
	case calendar.Fixed:
		days := 0 // from the date to the first day of the week on which the weekday falls
		switch {
		case sign > 0:
			days = 1
		case sign < 0:
			days = -7
		}
		first, ok1 := shifted(from, days)
		last, ok2 := shifted(from, days+6)
		if !ok1 || !ok2 || first.Month != last.Month {
			break
		}
		if first.Day%7 == 1 && first.Day < 29 {
			return dayRule{rule: calendar.NthWeekday{Month: first.Month, N: int8(first.Day/7 + 1), Weekday: weekday}}
		}
		if end := calendar.MustMonth(2027, int(first.Month)).Last().Day(); first.Month != 2 && (end-int(last.Day))%7 == 0 {
			return dayRule{rule: calendar.NthWeekday{Month: first.Month, N: -int8((end-int(last.Day))/7 + 1), Weekday: weekday}}
		}
	}
	return r.fail(RuleNotFixed)
}
