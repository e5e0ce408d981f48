package formula

import "strings"

// Nearest returns the one of variables that is most like a symbol: it differs in case,
// accents or underscores, or else in one letter that is wrong, missing, added or exchanged
// with the next, in symbols of three letters or more. It returns "" if there is none, or
// more than one.
func Nearest(symbol string, variables []string) string {
	nearest, best := "", 2
	key := foldSymbol(symbol)
	for _, v := range variables {
		d := 2
		switch other := foldSymbol(v); {
		case other == key:
			d = 0
		case oneEdit(key, other) || oneEdit(other, key):
			d = 1
		}
		switch {
		case d < best:
			nearest, best = v, d
		case d == best && d < 2 && v != nearest:
			nearest = ""
		}
	}
	return nearest
}

// foldSymbol returns a symbol in lower case, without accents and underscores.
func foldSymbol(symbol string) string {
	return strings.Map(func(r rune) rune {
		const accented, plain = "áéíóúüñ", "aeiouun"
		if i := strings.IndexRune(accented, r); i >= 0 {
			return rune(plain[i/2]) // each letter takes two bytes
		}
		if r == '_' {
			return -1
		}
		return r
	}, lower(Symbol(symbol)))
}

// oneEdit reports whether b is a with one letter replaced, added or exchanged with the next.
// Two symbols that differ only in a number, as V1 and V2, are both meant.
func oneEdit(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	restA, restB := a[i:], b[i:]
	if len(a) < 3 || len(b) < 3 || restB == "" || isDigit(rune(restB[0])) {
		return false
	}
	switch {
	case len(a) == len(b) && restA[1:] == restB[1:]:
		return !isDigit(rune(restA[0]))
	case len(a) == len(b):
		return len(restA) > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2:] == restB[2:]
	}
	return restA == restB[1:]
}
