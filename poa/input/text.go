package input

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

const (
	// maxText is the maximum length of a text in plain characters, in bytes.
	maxText = 96
	// maxRaw is the maximum length of a text as it comes, in bytes: the letters of an
	// equation take four bytes, and marks of the direction of writing come on top.
	maxRaw = 8 * maxText
)

// clean returns s in plain characters (see norm.PlainRune), with composed accents, single
// spaces and none around it.
func clean(s string) string {
	b := make([]byte, 0, len(s))
	last, start := ' ', 0
	write := func(r rune) {
		if r == ' ' && last == ' ' {
			return
		}
		last, start = r, len(b)
		b = utf8.AppendRune(b, r)
	}
	for _, r := range s {
		if c := norm.Accented(last, r); c != 0 {
			b = b[:start]
			write(c)
			continue
		}
		switch r = norm.PlainRune(r); {
		case r < 0:
		case r == '`': // beside the keys of the accents
			write('\'')
		case r == 'ﬁ': // a ligature of PDF files
			write('f')
			write('i')
		default:
			write(r)
		}
	}
	if len(b) > 0 && last == ' ' {
		b = b[:start]
	}
	return string(b)
}

// fold returns s as clean does, in lower case and without accents.
func fold(s string) string {
	s = clean(s)
	folded := make([]byte, 0, len(s))
	for _, r := range s {
		if r = foldRune(r); r >= 0 {
			folded = utf8.AppendRune(folded, r)
		}
	}
	return string(folded)
}

func foldRune(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	if r < 0xC0 {
		return r
	}
	switch r {
	case 'á', 'Á', 'à', 'À', 'â', 'Â', 'ä', 'Ä', 'ã', 'Ã', 'ᵃ':
		return 'a'
	case 'é', 'É', 'è', 'È', 'ê', 'Ê', 'ë', 'Ë', 'ᵉ':
		return 'e'
	case 'í', 'Í', 'ì', 'Ì', 'î', 'Î', 'ï', 'Ï':
		return 'i'
	case 'ó', 'Ó', 'ò', 'Ò', 'ô', 'Ô', 'ö', 'Ö', 'õ', 'Õ', 'ᵒ':
		return 'o'
	case 'ú', 'Ú', 'ù', 'Ù', 'û', 'Û', 'ü', 'Ü':
		return 'u'
	case 'ñ', 'Ñ':
		return 'n'
	case 'ç', 'Ç':
		return 'c'
	case 'ʳ':
		return 'r'
	}
	if r >= 0x300 && r <= 0x36F {
		return -1 // an accent that its letter does not have
	}
	return r
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// cutDigits returns the digits at the beginning of s and the rest.
func cutDigits(s string) (digits, rest string) {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return s[:n], s[n:]
}

// firstSign returns the first character of s.
func firstSign(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size]
}

// firstWord returns the first word of s, or its first character, for an error.
func firstWord(s string) string {
	s = strings.TrimSpace(s)
	if end := strings.IndexByte(s, ' '); end > 0 {
		s = s[:end]
	}
	return s
}

// Names are looked up in constant tables, which take less room in the engine than switches.

// valueOf returns the number of a name in a table such as "|mil:3|miles:3|".
func valueOf(table, name string) (n int, ok bool) {
	i := strings.Index(table, "|"+name+":")
	if i < 0 || strings.ContainsAny(name, "|:") {
		return 0, false
	}
	table = table[i+len(name)+2:]
	n, _ = strconv.Atoi(table[:strings.IndexByte(table, '|')])
	return n, true
}

// lineOf returns the line of a table that has a name, and the rest of the table, or nothing. A
// line is what its names mean, a bar, and each name with a bar behind it.
func lineOf(table, name string) string {
	at := strings.Index(table, "|"+name+"|")
	if at < 0 || name == "" {
		return ""
	}
	return table[strings.LastIndexByte(table[:at], '\n')+1:]
}

// oneOf reports whether a name is in a list such as "|de|del|".
func oneOf(list, name string) bool {
	return strings.Contains(list, "|"+name+"|") && strings.IndexByte(name, '|') < 0
}

// without returns s without the given bytes.
func without(s, chars string) string {
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if strings.IndexByte(chars, s[i]) < 0 {
			b = append(b, s[i])
		}
	}
	return string(b)
}
