package places

import "strings"

// Find returns the municipalities that a name may mean, in the order of their codes: those
// with that name or, if there is none, those of which it is a part ("Silao", of "Silao de
// la Victoria") or that are a part of it ("Municipio de Tonaya"). Two municipalities of
// Oaxaca have one name. in restricts the search to a state; 0 does not.
func Find(name string, in Entity) []Municipality {
	key := fold(name)
	if key == "" {
		return nil
	}
	c := read()
	var exact, part []Municipality
	for i, to := c.within(in); i < to; i++ {
		m := Municipality{uint16(i + 1)}
		if own := c.entries[i].key; own == key {
			exact = append(exact, m)
		} else if exact == nil && isPart(own, key) {
			part = append(part, m)
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
	key := fold(name)
	return m.n != 0 && key != "" && isPart(read().entries[m.n-1].key, key)
}

// isPart reports whether the words of one folded name are consecutive words of the other.
func isPart(a, b string) bool { return containsWords(a, b) || containsWords(b, a) }

// Nearest returns the municipality whose name is most like a misspelt one, in a state or,
// if in is 0, in all. ok is false if no name is near: one letter of four may differ, and at
// most three.
func Nearest(name string, in Entity) (m Municipality, ok bool) {
	key := fold(name)
	best := min(len(key)/4, 3) + 1
	c := read()
	for i, to := c.within(in); i < to; i++ {
		if d := distance(key, c.entries[i].key, best); d < best {
			m, best = Municipality{uint16(i + 1)}, d
		}
	}
	return m, m.n != 0
}

// Search returns the municipalities for a text that is being typed, at most limit of
// them: those with a word that begins with each word of the text, in the name or, for
// some of the words, in that of the state. Exact names come first, then names that begin
// with the text, then the others, each in the order of the codes. An empty text has no
// result.
func Search(text string, limit int) []Municipality {
	key := fold(text)
	if key == "" || limit <= 0 {
		return nil
	}
	words := strings.Split(key, " ")
	c := read()
	var ranked [3][]Municipality
	for e := Entity(1); e <= entities; e++ {
		state := fold(e.Name()) + " " + fold(e.Official()) + " " + entityNames[e-1].short
		for i, to := c.within(e); i < to; i++ {
			rank, own := 2, c.entries[i].key
			switch {
			case own == key:
				rank = 0
			case strings.HasPrefix(own, key):
				rank = 1
			case !matches(words, own, state):
				continue
			}
			if len(ranked[rank]) < limit {
				ranked[rank] = append(ranked[rank], Municipality{uint16(i + 1)})
			}
		}
	}
	list := append(append(ranked[0], ranked[1]...), ranked[2]...)
	return list[:min(limit, len(list))]
}

// matches reports whether each word begins a word of a name or of a state, and one of
// them a word of the name.
func matches(words []string, name, state string) bool {
	inName := false
	for _, w := range words {
		switch {
		case findWords(name, w, false):
			inName = true
		case !findWords(state, w, false):
			return false
		}
	}
	return inName
}

// containsWords reports whether the words of part are consecutive words of text. Both are
// folded.
func containsWords(text, part string) bool { return findWords(text, part, true) }

// findWords reports whether text contains part at the start of a word and, if whole is
// true, at the end of one.
func findWords(text, part string, whole bool) bool {
	for i := 0; i+len(part) <= len(text); i++ {
		if (i == 0 || text[i-1] == ' ') && text[i:i+len(part)] == part &&
			(!whole || i+len(part) == len(text) || text[i+len(part)] == ' ') {
			return true
		}
	}
	return false
}

// fold returns a text in lower case, without accents and punctuation, with one space
// between words, and with its abbreviations written out.
func fold(text string) string {
	b := make([]byte, 0, len(text)+8)
	word := 0 // the start of the last word of b
	space := func() {
		if len(b) > word {
			b = append(writeOut(b, word), ' ')
			word = len(b)
		}
	}
	for _, r := range text {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b = append(b, byte(r))
		case r >= 'A' && r <= 'Z':
			b = append(b, byte(r)+'a'-'A')
		case r >= 0x300 && r <= 0x36F: // an accent apart from its letter
		case r >= 0xC0 && r <= 0xFF && plain[r-0xC0] != ' ':
			b = append(b, plain[r-0xC0])
		default:
			space()
		}
	}
	space()
	return strings.TrimSuffix(string(b), " ")
}

// plain has the letters of U+00C0 to U+00FF without accent, in lower case.
const plain = "aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy y"

// writeOut replaces the last word of a folded text, from a position, if it is an
// abbreviation.
func writeOut(b []byte, from int) []byte {
	if len(b)-from > 4 {
		return b
	}
	for i := range abbreviations {
		if string(b[from:]) == abbreviations[i][0] {
			return append(b[:from], abbreviations[i][1]...)
		}
	}
	return b
}

var abbreviations = [...][2]string{
	{"dr", "doctor"},
	{"gral", "general"},
	{"sta", "santa"},
	{"sto", "santo"},
	{"sn", "san"},
	{"h", "heroica"},
	{"cd", "ciudad"},
	{"ma", "maria"},
	{"fco", "francisco"},
	{"gpe", "guadalupe"},
	{"ntra", "nuestra"},
	{"sra", "senora"},
	{"cnel", "coronel"},
}

// distance returns the number of letters to insert, remove or replace between two folded
// names, or limit if there are as many or more.
func distance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal, least := row[0], i+1
		row[0] = i + 1
		for j := range len(b) {
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
