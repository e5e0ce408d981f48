package input_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/input"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

func ExampleRule() {
	p := lang.New(lang.Spanish, nil)
	for _, text := range []string{"13 de mayo, 3 días", "primer lunes de febrero", "Viernes Santo"} {
		rule, _ := input.Rule(text)
		fmt.Println(rule, "·", p.Rule(rule))
	}
	// Output:
	// 05-13 3d · cada 13 de mayo, 3 días
	// Feb Mon1 · el primer lunes de febrero
	// Easter-2 · Viernes Santo
}

func TestRule(t *testing.T) {
	for text, want := range map[string]string{
		"05-13": "05-13", " 05-13 3d ": "05-13 3d", "2027-02-01, 2027-03-15": "2027-02-01, 2027-03-15",
		"13 de mayo": "05-13", "13/05": "05-13", "13-5": "05-13", "13 may": "05-13", "May 13": "05-13", "1º de enero": "01-01",
		"cada 13 de mayo": "05-13", "el 29 de febrero": "02-29", "13 de mayo 3d": "05-13 3d", "each 13 May, 3 days": "05-13 3d",
		"primer lunes de mayo": "May Mon1", "el último viernes de noviembre": "Nov Fri-1", "last Friday of November": "Nov Fri-1",
		"Third Monday of November": "Nov Mon3", "penúltimo domingo de mayo": "May Sun-2",
		"viernes santo": "Easter-2", "Jueves Santo": "Easter-3", "miércoles santo": "Easter-4", "Domingo de Pascua": "Easter",
		"Good Friday": "Easter-2", "Corpus Christi": "Easter+60", "miércoles de ceniza": "Easter-46", "jueves santo, 2 días": "Easter-3 2d",
	} {
		rule, err := input.Rule(text)
		if assert.NoError(t, err, text) {
			assert.Equal(t, want, rule.String(), text)
		}
	}
}

// What is wrong with a text that is no rule has its own code.
func TestRuleErrors(t *testing.T) {
	for text, want := range map[string]norm.Code{
		"": input.Missing, "\u00a0\ufeff ": input.Missing,
		"mayoo": input.NotARule, "d": input.NotARule, "13 de 257": input.NotARule, "03/15": input.NotARule, "13 de mayo + 2": input.NotARule,
		"mayo": input.RuleLacksDay, "Semana Santa": input.RuleLacksDay,
		"13": input.RuleLacksMonth, "primer lunes": input.RuleLacksMonth, "del 3 al 5": input.RuleLacksMonth, "primer lunes de 13": input.RuleLacksMonth,
		"13 de mayo de 2027": input.RuleHasYear, "13/05/27": input.RuleHasYear, "del 11 al 13 de mayo de 2027": input.RuleHasYear, "May 13, 2027": input.RuleHasYear, "ene-2027": input.RuleHasYear, "ene-41": input.RuleHasYear,
		"31 de febrero": input.NoSuchDay, "31 de abril": input.NoSuchDay, "30/02": input.NoSuchDay, "0 de mayo": input.NoSuchDay, "del 11 al 31 de junio": input.NoSuchDay, "11-31": input.NoSuchDay,
		"sexto lunes de mayo": input.RuleNoSuchWeekday, "7o lunes de mayo": input.RuleNoSuchWeekday,
		"lunes de mayo": input.RuleWhichWeekday, "2 lunes de junio": input.RuleWhichWeekday, "los lunes de mayo": input.RuleWhichWeekday,
		"lunes 15 de marzo": input.RuleHasWeekday,
		"lunes":             input.RuleNotYearly, "lunes y viernes": input.RuleNotYearly, "último viernes de mes": input.RuleNotYearly, "15 de cada mes": input.RuleNotYearly, "mensual": input.RuleNotYearly,
		"lunes siguiente al 5 de mayo": input.RuleNotFixed, "primer día hábil de mayo": input.RuleNotFixed, "último día de febrero": input.RuleNotFixed, "nearest Friday to 5 May": input.RuleNotFixed,
		"24 y 31 de diciembre": input.RuleNotARun, "1 y 3 de mayo": input.RuleNotARun,
		"25 de febrero al 3 de marzo": input.RuleLengthVaries, "todo febrero": input.RuleLengthVaries,
		"13 de mayo, 0 días": input.RuleLength, "13 de mayo, 999 días": input.RuleLength, "del 1 de marzo al 31 de enero": input.RuleLength,
		"1 de octubre, cada 6 años": input.RuleLacksFirstYear,
		"ene-27":                    input.MonthOrDay, "may/13": input.MonthOrDay,
		"05-12": input.TwoReadings, "5-12": input.TwoReadings, "Día de la Constitución": input.TwoReadings,
	} {
		rule, err := input.Rule(text)
		assert.Nil(t, rule, text)
		assert.Equal(t, want, poa.CodeOf(err), text)
		checkError(t, text, err)
	}
}

// rules generates rules of every type; yearly ones only if it is set.
func rules(yearly bool) *rapid.Generator[calendar.Rule] {
	return rapid.Custom(func(t *rapid.T) calendar.Rule {
		var rule calendar.Rule
		switch kinds := 5; rapid.IntRange(0, kinds).Draw(t, "type") {
		case 0:
			month := rapid.IntRange(1, 12).Draw(t, "month")
			rule = calendar.Fixed{Month: uint8(month), Day: uint8(rapid.IntRange(1, calendar.MustMonth(2000, month).Last().Day()).Draw(t, "day"))}
		case 1:
			n := rapid.IntRange(1, 5).Draw(t, "n")
			if rapid.Bool().Draw(t, "from the end") {
				n = -n
			}
			rule = calendar.NthWeekday{Month: uint8(rapid.IntRange(1, 12).Draw(t, "month")), N: int8(n), Weekday: calendar.Weekday(rapid.IntRange(1, 7).Draw(t, "weekday"))}
		case 2:
			rule = calendar.FromEaster{Days: int16(rapid.IntRange(-80, 250).Draw(t, "days"))}
		case 3:
			start := calendar.MustDate(2027, 1, 1).AddDays(rapid.IntRange(0, 9999).Draw(t, "start"))
			rule = calendar.Dates(start, start.AddDays(rapid.IntRange(1, 999).Draw(t, "days")))
		default:
			start := calendar.MustDate(2027, 1, 1).AddDays(rapid.IntRange(0, 9999).Draw(t, "start"))
			rule = calendar.EachDay{Span: calendar.Span{Start: start, End: start.AddDays(rapid.IntRange(0, 399).Draw(t, "days"))}}
		}
		if rapid.Bool().Draw(t, "every") {
			rule = calendar.Every{Years: uint16(rapid.IntRange(1, 1<<16-1).Draw(t, "years")), First: uint16(rapid.IntRange(0, 1<<16-1).Draw(t, "first")), Rule: rule}
		}
		if lasting := (calendar.Lasting{Rule: rule, Days: uint16(rapid.IntRange(2, 300).Draw(t, "length"))}); rapid.Bool().Draw(t, "lasting") && lasting.Validate() == nil {
			rule = lasting
		}
		return rule
	}).Filter(func(r calendar.Rule) bool { return r.Validate() == nil && (r.Yearly() || !yearly) })
}

// Every rule is read from its canonical text, except for a date that is two dates when it
// is typed.
func TestRuleReadsCanonicalText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule := rules(false).Draw(t, "rule")
		read, err := input.Rule(rule.String())
		if f, ok := rule.(calendar.Fixed); ok && f.Day <= 12 && f.Day != f.Month {
			require.Equal(t, input.TwoReadings, poa.CodeOf(err), "%v", rule)
			return
		}
		require.NoError(t, err)
		require.Equal(t, rule.String(), read.String())
	})
}

// Every yearly rule is read from its words in each language.
func TestRuleReadsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule := rules(true).Draw(t, "rule")
		for _, tag := range lang.Languages() {
			words := lang.New(tag, nil).Rule(rule)
			read, err := input.Rule(words)
			require.NoError(t, err, "%v: %s", rule, words)
			require.Equal(t, rule.String(), read.String(), words)
		}
	})
}

// Every fixed date and every weekday of a month is read from its words.
func TestRuleReadsWordsOfEveryDay(t *testing.T) {
	var all []calendar.Rule
	for month := uint8(1); month <= 12; month++ {
		for day := uint8(1); day <= 31; day++ {
			all = append(all, calendar.Fixed{Month: month, Day: day})
		}
		for n := int8(-5); n <= 5; n++ {
			for weekday := calendar.Monday; weekday <= calendar.Sunday; weekday++ {
				all = append(all, calendar.NthWeekday{Month: month, N: n, Weekday: weekday})
			}
		}
	}
	for days := int16(-80); days <= 250; days++ {
		all = append(all, calendar.FromEaster{Days: days})
	}
	for _, rule := range all {
		if rule.Validate() != nil {
			continue
		}
		for _, tag := range lang.Languages() {
			words := lang.New(tag, nil).Rule(rule)
			read, err := input.Rule(words)
			if assert.NoError(t, err, words) {
				assert.Equal(t, rule.String(), read.String(), words)
			}
		}
	}
}

// The names of days off and of commemorations are read as the rules that calendar/mx has
// for them, or asked about if it has a day off and a date, or not read.
func TestRuleReadsNamesOfDays(t *testing.T) {
	rulesOf := map[string][]string{}
	add := func(h *calendar.Holiday) {
		for _, name := range []string{h.Name.In("es-MX"), h.Name.In("en")} {
			if r := h.Rule.String(); !slices.Contains(rulesOf[name], r) {
				rulesOf[name] = append(rulesOf[name], r)
			}
		}
	}
	for _, p := range mx.Profiles() {
		for i := range p.Holidays {
			add(&p.Holidays[i])
		}
	}
	civic := mx.CivicHolidays()
	for i := range civic {
		add(&civic[i])
	}
	read := 0
	for name, rules := range rulesOf {
		rule, err := input.Rule(name)
		if err == nil {
			assert.Contains(t, rules, rule.String(), name)
			read++
		} else if poa.CodeOf(err) == input.TwoReadings {
			read++
		}
	}
	assert.GreaterOrEqual(t, read, 50)
	for _, name := range []string{"Año Nuevo", "Día del Trabajo", "Día de la Independencia", "Navidad", "Jueves Santo", "Viernes Santo", "Día de Muertos", "Día del Empleado Bancario", "Día de las Madres"} {
		assert.Contains(t, rulesOf, name)
		_, err := input.Rule(name)
		assert.NoError(t, err, name)
	}
}

// A text that parses is a rule that the Printer has words for, and the rule's String
// parses as the same rule.
func FuzzRule(f *testing.F) {
	for _, s := range []string{
		"13 de mayo, 3 días", "primer lunes de febrero", "Viernes Santo", "05-13 3d", "1º/1", "12-01 (1994+6k)", "2do lunes de junio", "del 11 al 23 de mayo",
		"24 y 25 de diciembre", "20 dic - 6 ene", "60 días después de Pascua", "second to last Friday of May", "ene-27",
		"11, 12 y 13 de mayo", "el primer lunes de febrero en conmemoración del 5 de febrero", "1 de octubre, cada 6 años a partir de 2024", "20/12 - 31/12",
		"05-12", "Día de la Constitución", "lunes siguiente al 7 de mayo", "víspera de Navidad", "jueves y viernes santo", "del 5-12 al 10-12", "13 de mayo de 2027",
	} {
		f.Add(s)
	}
	p := lang.New(lang.Spanish, nil)
	f.Fuzz(func(t *testing.T, s string) {
		rule, err := input.Rule(s)
		spaced, _ := input.Rule("\u2003" + s + " \ufeff\t")
		if len(s) < 700 && ((rule == nil) != (spaced == nil) || rule != nil && rule.String() != spaced.String()) {
			t.Fatalf("%q is %v, and %v with spaces around it", s, rule, spaced)
		}
		checkError(t, s, err)
		if err != nil {
			if rule != nil {
				t.Fatalf("%q: %v", s, rule)
			}
			return
		}
		if again, err := calendar.ParseRule(rule.String()); err != nil || again.String() != rule.String() {
			t.Fatalf("%q is %v, which parses as %v, %v", s, rule, again, err)
		}
		if p.Rule(rule) == "" {
			t.Fatalf("%v has no words", rule)
		}
		if again, err := input.Rule(rule.String()); poa.CodeOf(err) != input.TwoReadings && (err != nil || again.String() != rule.String()) {
			t.Fatalf("%v is read as %v, %v", rule, again, err)
		}
		if again, err := input.Rule(p.Rule(rule)); rule.Yearly() && (err != nil || again.String() != rule.String()) {
			t.Fatalf("%v in words is %q, which is read as %v, %v", rule, p.Rule(rule), again, err)
		}
	})
}
