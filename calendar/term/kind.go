package term

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// OfficeKind is a kind of municipal office, such as the treasury or that of social
// communication. A legal duty may bind some kinds only.
type OfficeKind struct {
	// Key identifies the kind in documents and rules: "communication".
	Key  string     `json:"key,omitzero"`
	Name norm.Label `json:"name,omitzero"`
	// Words are those of the names of such offices, in lower case and without accents:
	// "comunicacion social". KindOf finds them.
	Words []string `json:"words,omitzero"`
	// Campaigns reports whether offices of the kind run the campaigns of the government.
	// If a plan does not give its kind, campaigns are evidence for this one.
	Campaigns bool `json:"campaigns,omitzero"`
}

// KindOf returns the key of the kind that the name of an office, or the name or key of a
// kind, indicates by its words: "Dirección de Obras Públicas" is "public-works". Case and
// accents do not matter. Of several kinds it returns the one with the longest words, and ""
// if two are equally long or there is none.
func KindOf(name string, kinds []OfficeKind) string {
	words := " " + plainWords(name) + " "
	found, longest := "", 0
	for i := range kinds {
		k := &kinds[i]
		if strings.TrimSpace(words) == plainWords(k.Key) {
			return k.Key
		}
		switch n := k.match(words); {
		case n > longest:
			found, longest = k.Key, n
		case n == longest && found != k.Key:
			found = ""
		}
	}
	return found
}

// match returns the length of the longest words of the kind that are in words, which has a
// space before and after each; 0 if there are none.
func (k *OfficeKind) match(words string) int {
	longest := 0
	for _, w := range append([]string{k.Name.ES, k.Name.EN}, k.Words...) {
		if w = plainWords(w); strings.Contains(words, " "+w+" ") {
			longest = max(longest, len(w))
		}
	}
	return longest
}

// plainWords returns the words of s in lower case, without accents, and separated by one
// space.
func plainWords(s string) string {
	const accented, plain = "áéíóúüñàèìòù", "aeiouunaeiou"
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if i := strings.IndexRune(accented, r); i >= 0 {
			r = rune(plain[i/len("á")])
		}
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			b.WriteRune(r)
		} else {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
