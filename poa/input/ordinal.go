package input

import (
	"strconv"
	"strings"
)

// numberWords replaces numbers in words, up to 99 and the years from 2000 to 2099, and
// ordinals up to the tenth, by their values: "treinta y uno", "diez y seis", "dos mil
// veintisiete", "twenty first", "penúltimo", "second to last".
func numberWords(words []word) []word {
	out := words[:0]
	for i := 0; i < len(words); i++ {
		w := words[i]
		if w.class == 0 {
			n, kind, used := smallNumber(words[i:])
			switch next := joined(words[i:min(i+3, len(words))]); next {
			case "second to last", "next to last":
				n, kind, used = -2, ordinal, 3
			case "third to last":
				n, kind, used = -3, ordinal, 3
			default:
				if strings.HasPrefix(next, "dos mil") || strings.HasPrefix(next, "two thousand") {
					n, kind, used = 2000, cardinal, 2
					if below, k, u := smallNumber(words[i+2:]); k == cardinal && below < 100 {
						n, used = n+below, used+u
					}
				}
			}
			if used > 0 {
				i += used - 1
				w.feminine = strings.HasSuffix(w.text, "a")
				w.text, w.n, w.end = strconv.Itoa(n), n, words[i].end
				w.class = 'o'
				if kind == cardinal {
					w.class = "000Y"[len(w.text)-1]
				}
			}
			if last := len(out) - 1; used > 0 && kind == cardinal && last >= 0 && out[last].digits && out[last].n == n {
				continue // 15 (quince)
			}
		}
		out = append(out, w)
	}
	return out
}

// smallNumber returns the number below 100, or the ordinal, at the beginning of words, and
// how many of them it has.
func smallNumber(words []word) (n int, kind numberKind, used int) {
	if len(words) == 0 || words[0].class != 0 {
		return 0, noNumber, 0
	}
	n, kind = numberNamed(words[0].text)
	if kind != cardinal || n < 10 || n%10 > 0 {
		return n, kind, min(int(kind), 1)
	}
	rest := words[1:]
	joined := len(rest) > 1 && rest[0].class == 0 && rest[0].text == "y"
	if joined {
		rest = rest[1:]
	}
	if len(rest) > 0 && rest[0].class == 0 && (joined || n < 40) {
		unit, k := numberNamed(rest[0].text)
		if joined && rest[0].text == "un" {
			unit, k = 1, cardinal
		}
		if k != noNumber && unit > 0 && unit < 10 && (n > 10 || joined && unit > 5) { // diez y seis
			return n + unit, k, len(words) - len(rest) + 1
		}
	}
	return n, kind, 1
}

// numberKind says whether a word is a number or an ordinal.
type numberKind uint8

const (
	noNumber numberKind = iota
	cardinal            // quince
	ordinal             // primero, último
)

// numberNamed returns the number that a word means; kind is noNumber if it means none.
func numberNamed(name string) (n int, kind numberKind) {
	const (
		cardinals = "|uno:1|dos:2|tres:3|cuatro:4|cinco:5|seis:6|siete:7|ocho:8|nueve:9|diez:10|once:11|doce:12|trece:13|catorce:14|quince:15|" +
			"dieciseis:16|diecisiete:17|dieciocho:18|diecinueve:19|veinte:20|veintiuno:21|veintidos:22|veintitres:23|veinticuatro:24|" +
			"veinticinco:25|veintiseis:26|veintisiete:27|veintiocho:28|veintinueve:29|una:1|veintiun:21|treintaiuno:31|treinta:30|cuarenta:40|" +
			"cincuenta:50|sesenta:60|setenta:70|ochenta:80|noventa:90|one:1|two:2|three:3|four:4|five:5|six:6|seven:7|eight:8|nine:9|" +
			"ten:10|eleven:11|twelve:12|thirteen:13|fourteen:14|fifteen:15|sixteen:16|seventeen:17|eighteen:18|nineteen:19|twenty:20|" +
			"thirty:30|forty:40|fifty:50|sixty:60|seventy:70|eighty:80|ninety:90|"
		ordinals = "|primer:1|primero:1|primera:1|segundo:2|segunda:2|tercer:3|tercero:3|tercera:3|cuarto:4|cuarta:4|quinto:5|quinta:5|sexto:6|" +
			"sexta:6|septimo:7|septima:7|octavo:8|octava:8|noveno:9|novena:9|decimo:10|decima:10|ultimo:-1|ultima:-1|penultimo:-2|penultima:-2|antepenultimo:-3|antepenultima:-3|first:1|second:2|third:3|fourth:4|" +
			"fifth:5|sixth:6|seventh:7|eighth:8|ninth:9|tenth:10|eleventh:11|twelfth:12|thirteenth:13|fourteenth:14|fifteenth:15|" +
			"sixteenth:16|seventeenth:17|eighteenth:18|nineteenth:19|twentieth:20|thirtieth:30|last:-1|penultimate:-2|"
	)
	if n, ok := valueOf(cardinals, name); ok {
		return n, cardinal
	}
	if n, ok := valueOf(ordinals, name); ok {
		return n, ordinal
	}
	return 0, noNumber
}

// isTight reports whether a separator joins the words of a date without spaces.
func isTight(sep byte) bool { return sep != 0 && strings.IndexByte("-/.", sep) >= 0 }
