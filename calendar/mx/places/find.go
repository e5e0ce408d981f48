package places

import (
	"slices"
	"strings"
)

// Find returns the municipalities that a name may mean, in the order of their codes: those
// with that name or, if there is none, those of which it is a part ("Silao", of "Silao de
// la Victoria") or that are a part of it ("Municipio de Tonaya"). state restricts the
// search; the zero State does not. Two municipalities of Oaxaca may have one name.
func Find(name string, state State) []Municipality {
	key := fold(name)
	if key == "" {
		return nil
	}
	var exact, part []Municipality
	for _, e := range read().of(state) {
		switch {
		case e.key == key:
			exact = append(exact, e.Municipality)
		case contains(e.key, key) || contains(key, e.key):
			part = append(part, e.Municipality)
		}
	}
	if exact != nil {
		return exact
	}
	return part
}

// Names reports whether a name may be that of m: the name itself, a part of it, or a text
// of which it is a part.
func (m Municipality) Names(name string) bool {
	key, own := fold(name), fold(m.Name)
	return key != "" && (contains(own, key) || contains(key, own))
}

// Nearest returns the municipality of a state whose name is most like a misspelt one. ok
// is false if no name is near: one letter of four may differ, and at most three. state may
// be the zero State.
func Nearest(name string, state State) (m Municipality, ok bool) {
	key := []rune(fold(name))
	best := min(len(key)/4, 3) + 1
	for _, e := range read().of(state) {
		if d := distance(key, e.key, best); d < best {
			m, ok, best = e.Municipality, true, d
		}
	}
	return m, ok
}

// Search returns the municipalities for a text that is being typed, at most limit of
// them: those with a word that begins with each word of the text, in the name or, after
// the name, in that of the state. Exact names come first, then names that begin with the
// text, then the others, each in the order of the codes. An empty text has no result.
func Search(text string, limit int) []Municipality {
	key := fold(text)
	if key == "" || limit <= 0 {
		return nil
	}
	words := strings.Fields(key)
	c := read()
	var ranked [3][]Municipality
	for i, s := range c.states {
		state := fold(s.Name + " " + s.Official + " " + stateNames[i].short)
		for _, e := range c.of(s) {
			rank := 2
			switch {
			case e.key == key:
				rank = 0
			case strings.HasPrefix(e.key, key):
				rank = 1
			case !matches(words, e.key, state):
				continue
			}
			if len(ranked[rank]) < limit {
				ranked[rank] = append(ranked[rank], e.Municipality)
			}
		}
	}
	list := slices.Concat(ranked[:]...)
	return list[:min(limit, len(list))]
}

// matches reports whether each word begins a word of a name or of a state, and one of
// them a word of the name.
func matches(words []string, name, state string) bool {
	inName := false
	for _, w := range words {
		switch {
		case begins(name, w):
			inName = true
		case !begins(state, w):
			return false
		}
	}
	return inName
}

// begins reports whether a word of a text begins with prefix.
func begins(text, prefix string) bool {
	return strings.HasPrefix(text, prefix) || strings.Contains(text, " "+prefix)
}

// contains reports whether the words of part are consecutive words of text.
func contains(text, part string) bool {
	for {
		i := strings.Index(text, part)
		if i < 0 {
			return false
		}
		end := i + len(part)
		if (i == 0 || text[i-1] == ' ') && (end == len(text) || text[end] == ' ') {
			return true
		}
		text = text[i+1:]
	}
}

// fold returns a text in lower case, without accents and punctuation, with one space
// between words, and with its abbreviations written out.
func fold(text string) string {
	b := make([]byte, 0, len(text))
	for _, r := range text {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b = append(b, byte(r))
		case r >= 'A' && r <= 'Z':
			b = append(b, byte(r)+'a'-'A')
		case r >= 0x300 && r <= 0x36F: // an accent apart from its letter
		default:
			letter := byte(' ')
			if i := strings.IndexRune(accented, r); i >= 0 {
				letter = plain[i/2] // each has two bytes
			}
			if letter != ' ' || len(b) > 0 && b[len(b)-1] != ' ' {
				b = append(b, letter)
			}
		}
	}
	folded := strings.TrimSuffix(string(b), " ")
	if !strings.Contains(folded, " ") {
		return folded
	}
	b = b[:0]
	for w := range strings.FieldsSeq(folded) {
		for i := range abbreviations {
			if abbreviations[i][0] == w {
				w = abbreviations[i][1]
				break
			}
		}
		b = append(append(b, ' '), w...)
	}
	return string(b[1:])
}

const (
	accented = "áàâäãéèêëíìîïóòôöõúùûüñçÁÀÂÄÃÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÑÇ"
	plain    = "aaaaaeeeeiiiiooooouuuuncaaaaaeeeeiiiiooooouuuunc"
)

// abbreviations are written out in names of more than one word.
var abbreviations = [...][2]string{
	{"dr", "doctor"}, {"gral", "general"}, {"sta", "santa"}, {"sto", "santo"}, {"sn", "san"}, {"h", "heroica"}, {"cd", "ciudad"},
	{"ma", "maria"}, {"fco", "francisco"}, {"gpe", "guadalupe"}, {"ntra", "nuestra"}, {"sra", "senora"}, {"cnel", "coronel"}, {"ing", "ingeniero"}, {"lic", "licenciado"}, {"mtro", "maestro"},
}

// distance returns the number of letters to insert, remove or replace between two names,
// or limit if there are as many or more.
func distance(a []rune, name string, limit int) int {
	b := []rune(name)
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal, least := row[0], i+1
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
			least = min(least, cost)
		}
		if least >= limit {
			return limit
		}
	}
	return min(row[len(b)], limit)
}
