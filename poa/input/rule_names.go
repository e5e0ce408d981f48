package input

import (
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// ruleNames lists the days of a year that have a name. A line has the rule, in its canonical
// form, and its names, folded and without articles, "de" and "día". A day off on a Monday has
// the date that it commemorates behind a bar (LFT art. 74, reform of 2006-01-17).
const ruleNames = `
01-01|ano nuevo|new year|new years|
01-06|reyes|reyes magos|santos reyes|epifania|epiphany|three kings|
02-02|candelaria|virgen candelaria|candlemas|
02-14|amor y amistad|amor y la amistad|san valentin|valentines|saint valentines|
02-19|ejercito|ejercito mexicano|
02-24|bandera|bandera nacional|flag|mexican flag|
03-08|mujer|mujeres|internacional mujer|internacional mujeres|womens|international womens|
03-18|expropiacion petrolera|oil expropriation|
03-19|san jose|senor san jose|
04-30|nino|ninos|ninez|nino y nina|nina y nino|childrens|
05-01|trabajo|trabajador|trabajadores|internacional trabajo|labour|labor|international workers|
05-03|santa cruz|holy cross|
05-05|batalla puebla|battle puebla|
05-10|madre|madres|mothers|mama|
05-15|maestro|maestros|maestra|teachers|san isidro|san isidro labrador|
05-23|estudiante|estudiantes|students|
06-01|marina|marina nacional|
06-24|san juan bautista|
06-29|san pedro y san pablo|
07-16|virgen carmen|nuestra senora carmen|
07-25|santiago apostol|
07-26|santa ana|
08-15|asuncion|virgen asuncion|asuncion maria|asuncion virgen|assumption|
08-28|san agustin|
09-13|ninos heroes|
09-15|grito|grito independencia|grito dolores|
09-16|independencia|independencia mexico|independencia nacional|independence|mexican independence|
09-28|servidor publico|servidora publica|servidores publicos|public servants|
09-29|san miguel|san miguel arcangel|
10-01 (2024+6k)|transmision poder ejecutivo federal|transmision poder ejecutivo|presidential inauguration|
10-04|san francisco asis|
10-12|raza|nacion pluricultural|columbus|
10-28|san judas tadeo|
11-01|todos santos|all saints|
11-01 2d|muertos y todos santos|todos santos y muertos|todos santos y fieles difuntos|
11-02|muerto|muertos|fieles difuntos|difuntos|dead|all souls|
11-22|santa cecilia|musico|
11-23|armada|armada mexico|navy|
12-08|inmaculada|inmaculada concepcion|immaculate conception|
12-12|virgen guadalupe|guadalupe|nuestra senora guadalupe|our lady guadalupe|virgin guadalupe|santa maria guadalupe|empleado bancario|bank employees|
12-24|nochebuena|noche buena|christmas eve|
12-25|navidad|christmas|
12-28|santos inocentes|inocentes|
12-31|fin ano|ano viejo|nochevieja|noche vieja|san silvestre|new years eve|
Easter-49|domingo carnaval|
Easter-48|lunes carnaval|
Easter-47|martes carnaval|shrove tuesday|
Easter-46|miercoles ceniza|ash wednesday|
Easter-9|viernes dolores|
Easter-7|domingo ramos|palm sunday|
Easter-6|lunes santo|holy monday|
Easter-5|martes santo|holy tuesday|
Easter-4|miercoles santo|holy wednesday|
Easter-3|jueves santo|holy thursday|maundy thursday|
Easter-2|viernes santo|good friday|
Easter-1|sabado santo|sabado gloria|holy saturday|
Easter|domingo pascua|domingo pascua resurreccion|domingo resurreccion|pascua|pascua resurreccion|resurreccion|easter|easter sunday|
Easter+1|lunes pascua|easter monday|
Easter+39|ascension|jueves ascension|ascension senor|ascension jueves|ascension thursday|
Easter+49|pentecostes|domingo pentecostes|pentecost|pentecost sunday|whit sunday|whitsun|
Easter+50|lunes pentecostes|whit monday|pentecost monday|
Easter+56|trinidad|santisima trinidad|domingo santisima trinidad|trinity sunday|
Easter+60|corpus|corpus christi|jueves corpus|jueves corpus christi|
Easter+68|sagrado corazon|sagrado corazon jesus|viernes sagrado corazon|
Feb Mon1/02-05|constitucion|constitucion mexicana|constitucion politica|constitution|promulgacion constitucion|
Jun Sun3|padre|fathers|papa|
Mar Mon3/03-21|natalicio benito juarez|natalicio juarez|benito juarez|juarez|birthday benito juarez|benito juarezs birthday|juarezs birthday|
Nov Mon3/11-20|revolucion|revolucion mexicana|inicio revolucion|inicio revolucion mexicana|revolution|mexican revolution|
`

// rulesOf returns the rules that a name has: two for a day off and the date that it
// commemorates, none for other words.
func rulesOf(name string) (rules []calendar.Rule) {
	line, _, _ := strings.Cut(lineOf(ruleNames, name), "|")
	if line == "" {
		return nil
	}
	first, second, moved := strings.Cut(line, "/")
	rule, _ := calendar.ParseRule(first)
	rules = append(rules, rule)
	if moved {
		rule, _ = calendar.ParseRule(second)
		rules = append(rules, rule)
	}
	return rules
}

// isNameWord reports whether a word is in a name.
func isNameWord(word string) bool {
	for _, before := range [...]string{"|", " "} {
		if strings.Contains(ruleNames, before+word+"|") || strings.Contains(ruleNames, before+word+" ") {
			return true
		}
	}
	return false
}

// nameWords replaces the words of each name, the longest one that begins at a word, by one word.
func nameWords(words []word) (out []word) {
	for i := 0; i < len(words); i++ {
		w := words[i]
		for name := joined(words[i:min(i+6, len(words))]); name != ""; name = name[:max(strings.LastIndexByte(name, ' '), 0)] {
			if rulesOf(name) != nil {
				w.text, w.class = name, 'N'
				i += strings.Count(name, " ")
				break
			}
		}
		out = append(out, w)
	}
	return out
}

// dated replaces the names of days by their dates in a year.
func dated(words []word, year int) (out []word) {
	for i := range words {
		w := words[i]
		if w.class == 'N' {
			if days, _ := calendar.DaysOf(rulesOf(w.text)[0], year); len(days) > 0 {
				_, month, day := days[0].Civil()
				w.text, w.n, w.class, w.digits = strconv.Itoa(day), day, '0', true
				out = append(out, w)
				w = monthWord(month, words[i:])
			}
		}
		out = append(out, w)
	}
	if len(out) > 0 {
		out[0].sep = ' ' // -5 is no day before
	}
	return out
}
