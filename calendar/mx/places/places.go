// Package places is the catalogue of the states and municipalities of Mexico: the codes
// that INEGI gives them (Marco Geoestadístico) and their names.
//
// Start with ByCode for a code, with Find for a name that somebody wrote, and with Search
// for a box in which somebody is typing. Names are compared without case, accents and
// punctuation, and with their usual abbreviations: "Dr. Mora", "H. Cd. de Tlaxiaco",
// "Edo. Méx.". The catalogue is read on first use.
//
// It has no localities, no populations, and no municipalities that were abolished.
package places

import (
	"strings"
	"sync"
)

// Municipality is a municipality or, in Mexico City, a borough (demarcación
// territorial).
type Municipality struct {
	// Code is the five-digit INEGI code (clave geoestadística): two digits of the state
	// and three of the municipality, as in "14112". Names repeat, also within Oaxaca; codes
	// do not.
	Code string
	// Name is the official name: "Valle de Juárez".
	Name string
	// State is the state.
	State State
}

// State is one of the 32 federal entities.
type State struct {
	// Code is the two-digit INEGI code, as in "14".
	Code string
	// Name is the name in common use: "Veracruz", "Estado de México".
	Name string
	// Official is the name in INEGI's catalogue: "Veracruz de Ignacio de la Llave",
	// "México".
	Official string
}

// stateNames has, in the order of the codes, the common name of each state and its
// abbreviations.
var stateNames = [...]struct{ name, short string }{
	{"Aguascalientes", "ags agu"},
	{"Baja California", "bc bcn"},
	{"Baja California Sur", "bcs"},
	{"Campeche", "camp cam"},
	{"Coahuila", "coah coa"},
	{"Colima", "col"},
	{"Chiapas", "chis chp"},
	{"Chihuahua", "chih chh"},
	{"Ciudad de México", "cdmx cdmex cmx df distritofederal mexicodf mexicocity"},
	{"Durango", "dgo dur"},
	{"Guanajuato", "gto gua"},
	{"Guerrero", "gro"},
	{"Hidalgo", "hgo hid"},
	{"Jalisco", "jal"},
	{"Estado de México", "edomex edomexico edodemexico edodemex estadomexico estadodemex mex"},
	{"Michoacán", "mich mic"},
	{"Morelos", "mor"},
	{"Nayarit", "nay"},
	{"Nuevo León", "nl nle"},
	{"Oaxaca", "oax"},
	{"Puebla", "pue"},
	{"Querétaro", "qro que queretarodearteaga"},
	{"Quintana Roo", "qroo roo"},
	{"San Luis Potosí", "slp"},
	{"Sinaloa", "sin"},
	{"Sonora", "son"},
	{"Tabasco", "tab"},
	{"Tamaulipas", "tamps tamp tam"},
	{"Tlaxcala", "tlax tla"},
	{"Veracruz", "ver"},
	{"Yucatán", "yuc"},
	{"Zacatecas", "zac"},
}

// entry is a municipality with the words that it is compared by.
type entry struct {
	Municipality
	key string // the folded name
}

// catalogue is the parsed catalogue.
type catalogue struct {
	states  []State
	first   []int // the position of the first municipality of each state, and the end
	entries []entry
}

var (
	once   sync.Once
	parsed *catalogue
)

// read returns the catalogue, which it parses on first use.
func read() *catalogue {
	once.Do(func() {
		c := &catalogue{entries: make([]entry, 0, 2478)}
		number := 0
		for line := range strings.Lines(municipalities) {
			line = strings.TrimSuffix(line, "\n")
			if official, ok := strings.CutPrefix(line, "="); ok {
				n := len(c.states)
				c.states = append(c.states, State{digits(n+1, 2), stateNames[n].name, official})
				c.first = append(c.first, len(c.entries))
				number = 0
				continue
			}
			if line[0] >= '0' && line[0] <= '9' {
				before, name, _ := strings.Cut(line, " ")
				number, line = 0, name
				for _, d := range []byte(before) {
					number = 10*number + int(d-'0')
				}
				number--
			}
			number++
			state := c.states[len(c.states)-1]
			c.entries = append(c.entries, entry{Municipality{state.Code + digits(number, 3), line, state}, fold(line)})
		}
		c.first = append(c.first, len(c.entries))
		parsed = c
	})
	return parsed
}

// digits returns a number with leading zeros.
func digits(n, width int) string {
	b := []byte("000")[:width]
	for i := width - 1; n > 0; i-- {
		b[i] = '0' + byte(n%10)
		n /= 10
	}
	return string(b)
}

// of returns the entries of a state, or all if state is the zero State.
func (c *catalogue) of(state State) []entry {
	if n := stateNumber(state.Code); n > 0 {
		return c.entries[c.first[n-1]:c.first[n]]
	}
	return c.entries
}

// stateNumber returns the number of a two-digit code of a state, or 0 if there is none.
func stateNumber(code string) int {
	if len(code) != 2 || code[0] < '0' || code[0] > '9' || code[1] < '0' || code[1] > '9' {
		return 0
	}
	if n := 10*int(code[0]-'0') + int(code[1]-'0'); n <= len(stateNames) {
		return n
	}
	return 0
}

// States returns the 32 states in the order of their codes.
func States() []State { return append([]State(nil), read().states...) }

// ByCode returns the municipality with a five-digit INEGI code. It accepts no other form:
// see Codes.
func ByCode(code string) (m Municipality, ok bool) {
	if len(code) != 5 {
		return Municipality{}, false
	}
	c := read()
	n := stateNumber(code[:2])
	if n == 0 {
		return Municipality{}, false
	}
	for _, e := range c.entries[c.first[n-1]:c.first[n]] {
		if e.Code == code {
			return e.Municipality, true
		}
	}
	return Municipality{}, false
}

// Codes returns the municipalities that a text may mean that is not a code: "1001", whose
// zero a spreadsheet removed, "14-112", "14112.0", the code of a locality
// ("141120001"), and, if the state is known, the number of the municipality in it
// ("112"). The state may be the zero State. It returns none for a text without digits.
func Codes(text string, state State) []Municipality {
	text = strings.TrimSuffix(strings.TrimSpace(text), ".0")
	number := make([]byte, 0, len(text))
	for i := 0; i < len(text) && len(number) < 10; i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			number = append(number, c)
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80:
			return nil
		}
	}
	var list []Municipality
	add := func(code string) {
		if m, ok := ByCode(code); ok {
			list = append(list, m)
		}
	}
	switch n := string(number); len(n) {
	case 1, 2, 3:
		if state.Code != "" {
			add(state.Code + "000"[len(n):] + n)
		}
	case 4:
		add("0" + n)
	case 5, 9:
		add(n[:5])
	case 8:
		add("0" + n[:4])
	}
	return list
}

// StateOf returns the state that a text names: its official name, its common name or an
// abbreviation, such as "Edo. Méx.", "CDMX", "Jal.", "Estado de Jalisco".
func StateOf(text string) (s State, ok bool) {
	key := strings.ReplaceAll(fold(text), " ", "")
	if key == "" {
		return State{}, false
	}
	for _, prefix := range [...]string{"", "estadolibreysoberanode", "estadode", "edode"} {
		short, found := strings.CutPrefix(key, prefix)
		if !found {
			continue
		}
		for i, s := range read().states {
			if joined(stateNames[i].name) == short || joined(s.Official) == short || hasWord(stateNames[i].short, short) {
				return s, true
			}
		}
	}
	return State{}, false
}

func joined(name string) string { return strings.ReplaceAll(fold(name), " ", "") }

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}
