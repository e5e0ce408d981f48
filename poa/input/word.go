package input

import (
	"strconv"
	"strings"
)

// word is a run of letters or digits of a folded text, or the words of one number.
type word struct {
	text string
	kind wordKind
	n    int // unless kind is letters; the last one is -1, the one before it -2
	// sep is the character between the word before and this one: 0 if nothing, a space
	// if an article, mixed if several; an apostrophe marks a year, as in '27.
	sep        byte
	spaced     bool  // spaces are around sep
	bracket    bool  // a bracket is before the word
	feminine   bool  // an ordinal, as in 1a and primera
	start, end uint8 // where the word is in its text
}

const mixed = '?'

type wordKind uint8

const (
	letters  wordKind = iota
	digits            // 15
	cardinal          // quince
	ordinal           // 1º, primero, último
)

// counts reports whether w is a number from 1, in digits or words.
func (w word) counts() bool { return w.kind != letters && w.n >= 0 }

// year returns the year that w means, or 0. A year of two digits is the one nearest to the
// year near; certain is false if it is more than ten years away.
func (w word) year(near int) (y int, certain bool) {
	switch {
	case w.kind != digits && w.kind != cardinal:
		return 0, false
	case len(w.text) == 4:
		return w.n, w.n > 0
	case len(w.text) != 2 || w.kind != digits:
		return 0, false
	case near < 100:
		return 2000 + w.n, false
	}
	y = near - near%100 + w.n
	switch {
	case y > near+50:
		y -= 100
	case y < near-50:
		y += 100
	}
	return y, y >= near-10 && y <= near+10
}

// splitWords splits a folded text of at most 255 bytes into words, without articles, the
// preposition de and punctuation. bad is the first character or the first number that no
// date has, if any.
func splitWords(s string) (words []word, bad string) {
	w := word{}
	for i := 0; i < len(s); {
		w.start = uint8(i)
		switch c := s[i]; {
		case isDigit(c):
			w.text, _ = cutDigits(s[i:])
			if len(w.text) > 8 {
				return words, w.text
			}
			i += len(w.text)
			w.kind = digits
			w.n, _ = strconv.Atoi(w.text)
			if ending := ordinalEnding(s[i:]); ending > 0 {
				i += ending
				w.kind = ordinal
				w.feminine = strings.HasSuffix(s[:i], "a") || strings.HasSuffix(s[:i], "ª")
			}
		case isLetter(c):
			for i < len(s) && isLetter(s[i]) {
				i++
			}
			w.text = s[w.start:i]
			if oneOf("|de|del|el|la|the|of|", w.text) {
				w.sep = ' '
				continue
			}
		case strings.IndexByte(" /-.,()+", c) >= 0:
			abbreviated := w.sep == '.' && len(words) > 0 && words[len(words)-1].kind == letters
			w.bracket = w.bracket || c == '('
			w.spaced = w.spaced || i > 0 && s[i-1] == ' ' && strings.HasPrefix(s[i+1:], " ")
			w.sep = separator(w.sep, c, abbreviated)
			i++
			continue
		case c == '\'' && isShortYear(s[i+1:]):
			w.sep = c
			i++
			continue
		default:
			return words, firstSign(s[i:])
		}
		w.end = uint8(i)
		words = append(words, w)
		w = word{}
	}
	return numberWords(words), ""
}

// separator returns the separator that has c after sep. The point of an abbreviation is
// none, as in mar.-2027.
func separator(sep, c byte, abbreviated bool) byte {
	if c == '(' || c == ')' {
		c = ' '
	}
	switch {
	case sep == 0 || sep == ' ' || abbreviated && c != ' ':
		return c
	case c == ' ':
		return sep
	}
	return mixed
}

// isShortYear reports whether s begins with exactly two digits.
func isShortYear(s string) bool {
	number, _ := cutDigits(s)
	return len(number) == 2
}

// ordinalEnding returns the length of the ending of an ordinal at the beginning of s, as
// in 1º, 1.º, 1er, 2do, 3rd.
func ordinalEnding(s string) int {
	rest := strings.TrimPrefix(s, ".")
	end := 0
	for end < len(rest) && isLetter(rest[end]) {
		end++
	}
	for _, sign := range [...]string{"º", "°", "ª"} {
		if end == 0 && strings.HasPrefix(rest, sign) {
			return len(s) - len(rest) + len(sign)
		}
	}
	if oneOf("|ero|era|er|ro|ra|do|da|to|ta|o|a|st|nd|rd|th|", rest[:end]) && (end == len(rest) || !isDigit(rest[end])) {
		return len(s) - len(rest) + end
	}
	return 0
}

// numberWords replaces numbers in words, up to 99 and the years from 2000 to 2099, and
// ordinals up to the sixth, by their values: "treinta y uno", "diez y seis", "dos mil
// veintisiete", "twenty first", "penúltimo", "second to last".
func numberWords(words []word) []word {
	out := words[:0]
	next := func(i int) string {
		if i < len(words) && words[i].kind == letters {
			return words[i].text
		}
		return ""
	}
	for i := 0; i < len(words); i++ {
		w := words[i]
		if w.kind == letters {
			var n int
			var kind wordKind
			var used int
			switch {
			case (w.text == "second" || w.text == "next") && next(i+1) == "to" && next(i+2) == "last":
				n, kind, used = -2, ordinal, 3
			case w.text == "third" && next(i+1) == "to" && next(i+2) == "last":
				n, kind, used = -3, ordinal, 3
			case (w.text == "dos" || w.text == "two") && (next(i+1) == "mil" || next(i+1) == "thousand"):
				n, kind, used = 2000, cardinal, 2
				if below, k, u := smallNumber(words[i+2:]); k == cardinal && below < 100 {
					n, used = n+below, used+u
				}
			default:
				n, kind, used = smallNumber(words[i:])
			}
			if used > 0 {
				feminine := kind == ordinal && strings.HasSuffix(w.text, "a")
				i += used - 1
				w.text, w.kind, w.n, w.feminine, w.end = strconv.Itoa(n), kind, n, feminine, words[i].end
			}
		}
		if n := len(out) - 1; w.kind == cardinal && n >= 0 && out[n].kind == digits && out[n].n == w.n {
			continue // 15 (quince)
		}
		out = append(out, w)
	}
	return out
}

// smallNumber returns the number below 100, or the ordinal, at the beginning of words, and
// how many of them it has.
func smallNumber(words []word) (n int, kind wordKind, used int) {
	if len(words) == 0 || words[0].kind != letters {
		return 0, letters, 0
	}
	n, kind = numberNamed(words[0].text)
	if kind != cardinal || n < 10 || n%10 > 0 {
		return n, kind, min(int(kind), 1)
	}
	rest := words[1:]
	joined := len(rest) > 1 && rest[0].kind == letters && rest[0].text == "y"
	if joined {
		rest = rest[1:]
	}
	if len(rest) > 0 && rest[0].kind == letters && (joined || n < 40) {
		unit, k := numberNamed(rest[0].text)
		if joined && rest[0].text == "un" {
			unit, k = 1, cardinal
		}
		if k != letters && unit > 0 && unit < 10 && (n > 10 || joined && unit > 5) { // diez y seis
			return n + unit, k, len(words) - len(rest) + 1
		}
	}
	return n, kind, 1
}

// numberNamed returns the number that a word means; kind is letters if it means none.
func numberNamed(name string) (n int, kind wordKind) {
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
	return 0, letters
}

// isTight reports whether a separator joins the words of a date without spaces.
func isTight(sep byte) bool { return sep != 0 && strings.IndexByte("-/.", sep) >= 0 }

// isWord reports whether w is in a list such as "|de|del|".
func isWord(w *word, list string) bool { return w.kind == letters && oneOf(list, w.text) }
