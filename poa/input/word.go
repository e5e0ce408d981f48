package input

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// word is a run of letters or digits of a folded text.
type word struct {
	text string
	kind wordKind
	n    int // unless kind is letters; the last one is -1, the one before it -2
}

type wordKind uint8

const (
	letters  wordKind = iota
	digits            // 15
	cardinal          // quince
	ordinal           // 1º, primero, último
)

// counts reports whether w is a number from 1, in digits or words.
func (w word) counts() bool { return w.kind != letters && w.n >= 0 }

// year returns a year of four digits, or of two digits from 2000; 0 for any other word.
func (w word) year() int {
	switch {
	case w.kind != digits && w.kind != cardinal:
		return 0
	case len(w.text) == 4:
		return w.n
	case len(w.text) == 2 && w.kind == digits:
		return 2000 + w.n
	}
	return 0
}

// splitWords splits a folded text into words, without articles, the preposition de and
// punctuation. bad is the first character or the first number that no date has, if any.
func splitWords(s string) (words []word, bad string) {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case isDigit(c):
			text, rest := cutDigits(s[i:])
			if len(text) > 4 {
				return words, text
			}
			n, _ := strconv.Atoi(text)
			w := word{text, digits, n}
			ending := ordinalEnding(rest)
			if ending > 0 {
				w.kind = ordinal
			}
			words = append(words, w)
			i += len(text) + ending
		case isLetter(c):
			start := i
			for i < len(s) && isLetter(s[i]) {
				i++
			}
			switch w := s[start:i]; w {
			case "de", "del", "el", "la", "the", "of":
			default:
				words = append(words, word{w, letters, 0})
			}
		case strings.IndexByte(" /-.,()", c) >= 0:
			i++
		default:
			_, size := utf8.DecodeRuneInString(s[i:])
			return words, s[i : i+size]
		}
	}
	return numberWords(words), ""
}

// ordinalEnding returns the length of the ending of an ordinal at the beginning of s, as
// in 1º, 1.º, 1er, 2do, 3rd.
func ordinalEnding(s string) int {
	rest := strings.TrimPrefix(s, ".")
	for _, ending := range [...]string{"ero", "era", "er", "ro", "ra", "do", "da", "to", "ta", "o", "a", "º", "°", "ª", "st", "nd", "rd", "th"} {
		if after, ok := strings.CutPrefix(rest, ending); ok && (after == "" || !isLetter(after[0]) && !isDigit(after[0])) {
			return len(s) - len(after)
		}
	}
	return 0
}

// numberWords replaces numbers in words, up to 99 and the years from 2000 to 2099, and
// ordinals up to the sixth, by their values: "treinta y uno", "dos mil veintisiete",
// "twenty first", "penúltimo", "second to last".
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
				w = word{strconv.Itoa(n), kind, n}
				i += used - 1
			}
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
	if kind != cardinal || n < 20 || n%10 > 0 {
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
		if k != letters && unit > 0 && unit < 10 {
			return n + unit, k, len(words) - len(rest) + 1
		}
	}
	return n, kind, 1
}

// numberNamed returns the number that a word means; kind is letters if it means none.
func numberNamed(name string) (n int, kind wordKind) {
	const (
		spanish = " uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve" +
			" veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve "
		english   = " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
		tens      = " treinta cuarenta cincuenta sesenta setenta ochenta noventa "
		tensEN    = " thirty forty fifty sixty seventy eighty ninety "
		ordinals  = " primer segundo tercer cuarto quinto sexto "
		ordinalsO = " primero segundo tercero cuarto quinto sexto "
		ordinalsA = " primera segunda tercera cuarta quinta sexta "
		ordinalEN = " first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth" +
			" seventeenth eighteenth nineteenth twentieth "
	)
	switch name {
	case "una":
		return 1, cardinal
	case "veintiun":
		return 21, cardinal
	case "ultimo", "ultima", "last":
		return -1, ordinal
	case "penultimo", "penultima", "penultimate":
		return -2, ordinal
	case "antepenultimo", "antepenultima":
		return -3, ordinal
	case "thirtieth":
		return 30, ordinal
	}
	for _, list := range [...]string{spanish, english} {
		if n = indexOf(list, name); n > 0 {
			return n, cardinal
		}
	}
	for _, list := range [...]string{tens, tensEN} {
		if n = indexOf(list, name); n > 0 {
			return 20 + 10*n, cardinal
		}
	}
	for _, list := range [...]string{ordinals, ordinalsO, ordinalsA, ordinalEN} {
		if n = indexOf(list, name); n > 0 {
			return n, ordinal
		}
	}
	return 0, letters
}

// indexOf returns the position from 1 of a word in a list that has a space before and after
// each, or 0.
func indexOf(list, name string) int {
	i := strings.Index(list, " "+name+" ")
	if i < 0 {
		return 0
	}
	return strings.Count(list[:i+1], " ")
}
