package input

import "strings"

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
//	h C      "hábil", "en conmemoración"
//	u        "un"
//	L i x k  articles, prepositions of time, other prepositions, other words
//	?        a word that is in none of them
func classOf(name string) (class byte, n int) {
	const classes = "|al:>|a:>|hasta:>|to:>|until:>|till:>|through:>|thru:>|y:&|e:&|and:&|" +
		"siguiente:+|siguientes:+|posterior:+|posteriores:+|despues:+|after:+|following:+|anterior:-|anteriores:-|previo:-|previos:-|previa:-|antes:-|before:-|preceding:-|" +
		"vispera:^|eve:^|partir:f|cercano:n|cercana:n|proximo:n|nearest:n|closest:n|desde:D|from:D|since:D|entre:E|between:E|" +
		"dia:d|dias:d|day:d|days:d|d:d|semana:s|semanas:s|week:s|weeks:s|mes:m|meses:m|month:m|months:m|ano:a|anos:z|year:a|years:z|ejercicio:a|quincena:q|quincenas:z|" +
		"bimestre:2|bimestres:2|bim:2|b:2|trimestre:3|trimestres:3|trim:3|t:3|quarter:3|quarters:3|q:3|" +
		"cuatrimestre:4|cuatrimestres:4|cuatr:4|semestre:6|semestres:6|sem:6|s:6|half:6|h:6|" +
		"mensual:z|mensualmente:z|monthly:z|semanal:z|semanalmente:z|weekly:z|quincenal:z|quincenalmente:z|bimestral:z|trimestral:z|quarterly:z|semestral:z|" +
		"diario:z|diariamente:z|daily:z|fines:z|weekend:z|weekends:z|" +
		"fin:F|final:F|cierre:F|termino:F|end:F|close:F|inicio:I|principio:I|comienzo:I|start:I|beginning:I|starting:I|" +
		"cada:e|every:e|each:e|todo:t|toda:t|todos:t|todas:t|whole:t|entire:t|all:t|primeros:1|ultimos:0|habil:h|habiles:h|inhabil:h|laborable:h|business:h|working:h|" +
		"este:c|esta:c|presente:c|curso:c|actual:c|corriente:c|this:c|current:c|" +
		"conmemoracion:C|commemoration:C|commemorating:C|observance:C|celebracion:C|celebration:C|honor:C|memoria:C|motivo:C|ocasion:C|" +
		"los:L|las:L|en:i|in:i|on:i|durante:i|during:i|por:x|con:x|for:x|un:u|una:u|contado:k|contados:k|contando:k|empezando:k|comenzando:k|counted:k|counting:k|mas:k|que:k|that:k|" +
		"inmediato:k|inmediata:k|inmediatamente:k|immediately:k|fiscal:k|completo:k|completa:k|periodo:k|period:k|"
	if at := strings.Index(classes, "|"+name+":"); at >= 0 {
		class = classes[at+len(name)+2]
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
