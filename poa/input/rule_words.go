package input

import (
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/poa/lang"
)

// ruleClasses returns a letter for each word, which says what it means in a rule:
//
//	0 o Y  a number, an ordinal, a year of four digits
//	M R W  a month, a month in Roman numerals, a weekday
//	d s m a p q  day, week, month, year, another part of a year, half a month
//	+ - ^  a day after another one, before it, its eve
//	f n    "a partir", "más cercano"
//	> &    "al", "y"
//	D E    "desde", "entre"
//	e t P  "cada", "todo", "primeros" and "últimos"
//	h C    "hábil", "en conmemoración"
//	u k x  "un", other words of rules, words that change nothing
//	?      a word that no rule has
func ruleClasses(words []word) string {
	c := make([]byte, len(words))
	for i, w := range words {
		c[i] = w.ruleClass()
	}
	return string(c)
}

func (w *word) ruleClass() byte {
	const classes = "|al:>|a:>|hasta:>|to:>|until:>|till:>|through:>|thru:>|y:&|e:&|and:&|" +
		"siguiente:+|siguientes:+|posterior:+|posteriores:+|despues:+|after:+|following:+|anterior:-|anteriores:-|previo:-|previos:-|previa:-|antes:-|before:-|preceding:-|" +
		"vispera:^|eve:^|partir:f|cercano:n|cercana:n|proximo:n|nearest:n|closest:n|desde:D|from:D|starting:D|beginning:D|entre:E|between:E|" +
		"dia:d|dias:d|day:d|days:d|d:d|semana:s|semanas:s|week:s|weeks:s|mes:m|meses:m|month:m|months:m|ano:a|anos:a|year:a|years:a|quincena:q|quincenas:p|" +
		"bimestre:p|bimestres:p|trimestre:p|trimestres:p|quarter:p|quarters:p|cuatrimestre:p|semestre:p|semestres:p|mensual:p|mensualmente:p|monthly:p|semanal:p|" +
		"semanalmente:p|weekly:p|quincenal:p|quincenalmente:p|bimestral:p|trimestral:p|quarterly:p|semestral:p|diario:p|diariamente:p|daily:p|fines:p|weekend:p|weekends:p|" +
		"cada:e|every:e|each:e|todo:t|toda:t|whole:t|entire:t|all:t|primeros:P|ultimos:P|habil:h|habiles:h|inhabil:h|laborable:h|business:h|working:h|" +
		"conmemoracion:C|commemoration:C|commemorating:C|observance:C|celebracion:C|celebration:C|honor:C|memoria:C|motivo:C|ocasion:C|" +
		"los:x|las:x|en:x|durante:x|por:x|con:x|in:x|on:x|for:x|un:u|una:u|contado:k|contando:k|counted:k|counting:k|final:k|fin:k|end:k|mas:k|que:k|that:k|" +
		"inmediato:k|inmediata:k|inmediatamente:k|immediately:k|todos:t|todas:t|"
	switch {
	case w.kind == ordinal:
		return 'o'
	case w.kind != letters:
		return "000Y?"[min(len(w.text), 5)-1]
	}
	if at := strings.Index(classes, "|"+w.text+":"); at >= 0 {
		return classes[at+len(w.text)+2]
	}
	switch {
	case monthNamed(w.text) != 0:
		return 'M'
	case romanMonth(w.text) != 0:
		return 'R'
	case weekdayNamed(singular(w.text)) != 0:
		return 'W'
	}
	return '?'
}

// singular returns the singular of a weekday: sabados, mondays.
func singular(name string) string {
	if weekdayNamed(name) != 0 {
		return name
	}
	return strings.TrimSuffix(name, "s")
}

// plainWords returns words without the ones that change nothing, and each day of "lunes a
// viernes de Semana Santa" with its name.
func plainWords(words []word) (kept []word) {
	c := ruleClasses(words) + "  "
	holy := false
	for i := len(words) - 1; i >= 0; i-- {
		w := words[i]
		switch next := c[i+1]; {
		case c[i] == 'x', c[i] == 'm' && next == 'M', c[i] == 'd' && (i == 0 || strings.IndexByte("0o", c[i-1]) < 0) && strings.IndexByte("+-^kh", next) < 0:
			continue
		case c[i] == 'e' && strings.IndexByte("dsmpqW", next) < 0 && !(next == '0' && strings.IndexByte("dsmpq", c[i+2]) >= 0):
			continue
		case i > 0 && isWord(&w, "|santo|santos|") && weekdayNamed(words[i-1].text) != 0:
			holy = true
			continue
		case isWord(&w, "|santa|") && i > 0 && c[i-1] == 's' && i > 1:
			holy = true
			i--
			continue
		case holy && strings.IndexByte("WM", c[i]) >= 0 && weekdayNamed(w.text) != 0:
			kept = append(kept, word{text: "santo", sep: ' '})
			w.text = fold(lang.New(lang.Spanish, nil).Weekday(weekdayNamed(w.text)))
		case c[i] != '&' && c[i] != '>':
			holy = false
		}
		kept = append(kept, w)
	}
	for i, j := 0, len(kept)-1; i < j; i, j = i+1, j-1 {
		kept[i], kept[j] = kept[j], kept[i]
	}
	return kept
}

// numberWord and monthWord return words of a date.
func numberWord(n int, sep byte) word {
	return word{text: strconv.Itoa(n), kind: digits, n: n, sep: sep}
}

func monthWord(month int) word {
	return word{text: fold(lang.New(lang.Spanish, nil).Month(month)), sep: ' '}
}
