package input

import "strings"

// classWords lists words, folded, by their class. A number stands for a part of the year of so
// many months; 1 for the first ones and 0 for the last ones.
const classWords = `
>|al|a|hasta|to|until|till|through|thru|
&|y|e|and|
+|siguiente|siguientes|posterior|posteriores|despues|after|following|
-|anterior|anteriores|previo|previos|previa|antes|before|preceding|
^|vispera|eve|
f|partir|
n|cercano|cercana|proximo|nearest|closest|
D|desde|from|since|
E|entre|between|
d|dia|dias|day|days|d|
s|semana|semanas|week|weeks|
m|mes|meses|month|months|
a|ano|year|ejercicio|
z|anos|years|quincenas|mensual|mensualmente|monthly|semanal|semanalmente|weekly|quincenal|quincenalmente|bimestral|trimestral|quarterly|semestral|diario|diariamente|daily|fines|weekend|weekends|
q|quincena|
2|bimestre|bimestres|bim|b|
3|trimestre|trimestres|trim|t|quarter|quarters|q|
4|cuatrimestre|cuatrimestres|cuatr|
6|semestre|semestres|sem|s|half|h|
F|fin|final|cierre|termino|end|close|
I|inicio|principio|comienzo|start|beginning|starting|
e|cada|every|each|
t|todo|toda|todos|todas|whole|entire|all|
1|primeros|
0|ultimos|
h|habil|habiles|inhabil|laborable|business|working|
c|este|esta|presente|curso|actual|corriente|this|current|
C|conmemoracion|commemoration|commemorating|observance|celebracion|celebration|honor|memoria|motivo|ocasion|
L|los|las|
i|en|in|on|durante|during|
x|por|con|for|
u|un|una|
k|contado|contados|contando|empezando|comenzando|counted|counting|mas|que|that|inmediato|inmediata|inmediatamente|immediately|fiscal|completo|completa|periodo|period|
`

// classOf returns a letter that says what a word means in a date, a span or a rule, and its
// number; numbers have a class already:
//
//	0 Y 8 o  a number of up to three, of four and of more digits, an ordinal
//	M R W    a month, a month in Roman numerals, a weekday
//	d s m a  day, week, month, year
//	p q z    a part of the year of some months, half a month, how often
//	+ - ^    a day after another one, before it, its eve
//	f n      "a partir", "más cercano"
//	> &      "al", "y"
//	D E      "desde", "entre"
//	F I      the end and the start of a part of the year
//	e t P c  "cada", "todo", "primeros" and "últimos", "en curso"
//	h C N    "hábil", "en conmemoración", the name of a day of a rule
//	u        "un"
//	L i x k  articles, prepositions of time, other prepositions, other words
//	?        a word that is in none of them
func classOf(name string) (class byte, n int) {
	if line := lineOf(classWords, name); line != "" {
		class = line[0]
		switch {
		case class == '0' || class == '1':
			return 'P', 2*int(class-'0') - 1
		case class >= '2' && class <= '6':
			return 'p', int(class - '0')
		}
		return class, 0
	}
	if n = monthNamed(name); n > 0 {
		return 'M', n
	}
	if n = romanMonth(name); n > 0 {
		return 'R', n
	}
	if n = weekdayNamed(name); n == 0 {
		n = weekdayNamed(strings.TrimSuffix(name, "s")) // sabados, mondays
	}
	if n > 0 {
		return 'W', n
	}
	return '?', 0
}

// classesOf returns the classes of words.
func classesOf(words []word) string {
	c := make([]byte, len(words))
	for i := range words {
		c[i] = words[i].class
	}
	return string(c)
}

// cutWords removes the words of some classes.
func cutWords(words []word, classes string) (kept []word) {
	for i := range words {
		if !words[i].in(classes) {
			kept = append(kept, words[i])
		}
	}
	return kept
}
