package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// plainWords returns the words of a rule without the ones that change nothing, and each day of
// "lunes a viernes de Semana Santa" with its name; the name of a day is one word.
func plainWords(words []word) (kept []word) {
	c := "  " + classesOf(words) + "  "
	holy := false
	for i := len(words) - 1; i >= 0; i-- {
		w := words[i]
		before, next := c[i+1], c[i+3:i+5]
		switch {
		case w.in("Lix"), w.class == 'm' && next[0] == 'M',
			w.class == 'd' && before != '0' && before != 'o' && strings.IndexByte("+-^kh", next[0]) < 0,
			w.class == 'e' && strings.IndexByte("dsmpqzW", next[0]) < 0 && !(next[0] == '0' && strings.IndexByte("dsmpqz", next[1]) >= 0):
			continue
		case w.text == "santa" && before == 's' && i > 1:
			holy = true
			i--
			continue
		case i > 0 && (w.text == "santo" || w.text == "santos") && words[i-1].weekday() != 0:
			holy = true
			continue
		case holy && w.weekday() != 0:
			kept = append(kept, word{text: "santo", class: '?', sep: ' '})
			w.text = fold(lang.New(lang.Spanish, nil).Weekday(w.weekday()))
		case !w.in("&>"):
			holy = false
		}
		kept = append(kept, w)
	}
	for i, j := 0, len(kept)-1; i < j; i, j = i+1, j-1 {
		kept[i], kept[j] = kept[j], kept[i]
	}
	return nameWords(kept)
}

// weekday returns the weekday that w may be, or 0.
func (w *word) weekday() calendar.Weekday {
	switch {
	case w.class == 'W':
		return calendar.Weekday(w.n)
	case w.text == "mar":
		return calendar.Tuesday // or March
	}
	return 0
}
