package input

import (
	"strconv"
	"strings"
)

// word is a run of letters or digits of a folded text, or the words of one number.
type word struct {
	text string
	// n is the value of a number, a month or a weekday, the months of a part of the year, or
	// the place of an ordinal: the last one is -1, the one before it -2.
	n     int
	class byte // see classOf
	// sep is the character between the word before and this one: 0 if nothing, a space
	// if an article, mixed if several; an apostrophe marks a year, as in '27.
	sep        byte
	digits     bool  // a number that is not in words
	spaced     bool  // spaces are around sep
	bracket    bool  // a bracket is before the word
	feminine   bool  // an ordinal, as in 1a and primera
	start, end uint8 // where the word is in its text
}

const mixed = '?'

// isNumber reports whether w is a number or an ordinal.
func (w *word) isNumber() bool { return w.in("0Y8o") }

// in reports whether the class of w is one of several.
func (w *word) in(classes string) bool { return strings.IndexByte(classes, w.class) >= 0 }

// isDay reports whether w may be the day of a month.
func (w *word) isDay() bool { return w.in("0o") && w.n >= 0 && len(w.text) <= 2 && w.sep != '\'' }

// year returns the year that w means, or 0. A year of two digits is the one nearest to the
// year near; certain is false if it is more than ten years away.
func (w *word) year(near int) (y int, certain bool) {
	switch {
	case w.class == 'Y':
		return w.n, w.n > 0
	case len(w.text) != 2 || w.class != '0' || !w.digits:
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
			if i += w.cutNumber(s[i:]); len(w.text) > 8 {
				return words, w.text
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
			abbreviated := w.sep == '.' && len(words) > 0 && words[len(words)-1].class == 0
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
	words = numberWords(words)
	for i := range words {
		if words[i].class == 0 {
			words[i].class, words[i].n = classOf(words[i].text)
		}
	}
	return words, ""
}

// cutNumber sets w to the number or the ordinal at the beginning of s, and returns its length.
func (w *word) cutNumber(s string) int {
	w.text, _ = cutDigits(s)
	w.digits, w.class = true, "000Y8"[min(len(w.text), 5)-1]
	w.n, _ = strconv.Atoi(w.text)
	ending := ordinalEnding(s[len(w.text):])
	end := len(w.text) + ending
	if ending > 0 {
		w.digits, w.class = false, 'o'
		w.feminine = strings.HasSuffix(s[:end], "a") || strings.HasSuffix(s[:end], "ª")
	}
	return end
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
