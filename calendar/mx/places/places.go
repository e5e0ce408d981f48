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
// territorial). It is comparable with == and usable as a map key. The zero Municipality
// is none: its code and its name are empty.
type Municipality struct {
	n uint16 // its position in the catalogue, from 1
}

// Entity is a state or Mexico City (entidad federativa): its number, 1 to 32. 0 is none,
// or any in a search.
type Entity uint8

// entities is the number of entities.
const entities = 32

// Code returns the five-digit INEGI code (clave geoestadística): two digits of the
// state and three of the municipality, as in "14112". Names repeat, also within Oaxaca;
// codes do not.
func (m Municipality) Code() string {
	if m.n == 0 {
		return ""
	}
	return digits(uint(read().entries[m.n-1].code))
}

// Name returns the official name: "Valle de Juárez".
func (m Municipality) Name() string {
	if m.n == 0 {
		return ""
	}
	return read().entries[m.n-1].name
}

// Entity returns the state of m, or 0 if m is none.
func (m Municipality) Entity() Entity {
	if m.n == 0 {
		return 0
	}
	return Entity(read().entries[m.n-1].code / 1000)
}

// String returns the name and the common name of the state: "Valle de Juárez, Jalisco".
func (m Municipality) String() string {
	if m.n == 0 {
		return ""
	}
	return m.Name() + ", " + m.Entity().Name()
}

// Code returns the two-digit INEGI code of e, as in "14", or "" if there is no such state.
func (e Entity) Code() string {
	if e < 1 || e > entities {
		return ""
	}
	return digits(uint(e) * 1000)[:2]
}

// Name returns the name of e in common use, as in "Veracruz" and "Estado de México", or
// "" if there is no such state.
func (e Entity) Name() string {
	if e < 1 || e > entities {
		return ""
	}
	return entityNames[e-1].name
}

// Official returns the name of e in INEGI's catalogue, as in "Veracruz de Ignacio de la
// Llave" and "México", or "" if there is no such state.
func (e Entity) Official() string {
	if e < 1 || e > entities {
		return ""
	}
	return read().official[e-1]
}

// entityNames has, in the order of the codes, the common name of each state and its
// abbreviations, without spaces.
var entityNames = [entities]struct{ name, short string }{
	{"Aguascalientes", "ags agu"},
	{"Baja California", "bc bcn"},
	{"Baja California Sur", "bcs"},
	{"Campeche", "camp cam"},
	{"Coahuila", "coah coa"},
	{"Colima", "col"},
	{"Chiapas", "chis chp"},
	{"Chihuahua", "chih chh"},
	{"Ciudad de México", "cdmx cdmex cmx df distritofederal mexicodf cddemexico"},
	{"Durango", "dgo dur"},
	{"Guanajuato", "gto gua"},
	{"Guerrero", "gro"},
	{"Hidalgo", "hgo hid"},
	{"Jalisco", "jal"},
	{"Estado de México", "edomex edomexico edodemexico edodemex estadomexico mex"},
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

// catalogue is the parsed catalogue. The municipalities of entity e are the entries from
// first[e-1] to first[e].
type catalogue struct {
	entries  []entry
	first    [entities + 1]int
	official [entities]string
}

// entry is a municipality. key is the folded name.
type entry struct {
	name, key string
	code      uint16
}

var (
	once   sync.Once
	parsed catalogue
)

// read returns the catalogue, which it parses on first use.
func read() *catalogue {
	once.Do(parse)
	return &parsed
}

func parse() {
	c := &parsed
	c.entries = make([]entry, 0, 2500)
	e, number := 0, 0
	for text := municipalities; text != ""; {
		end := strings.IndexByte(text, '\n')
		line := text[:end]
		text = text[end+1:]
		if line[0] == '=' {
			c.official[e], c.first[e] = line[1:], len(c.entries)
			e, number = e+1, 0
			continue
		}
		number++
		if line[0] <= '9' { // a number before the name
			number = 0
			for line[0] != ' ' {
				number = 10*number + int(line[0]-'0')
				line = line[1:]
			}
			line = line[1:]
		}
		c.entries = append(c.entries, entry{line, fold(line), uint16(1000*e + number)})
	}
	c.first[e] = len(c.entries)
}

// digits returns a code with its leading zeros.
func digits(code uint) string {
	var b [5]byte
	for i := 4; i >= 0; i-- {
		b[i] = '0' + byte(code%10)
		code /= 10
	}
	return string(b[:])
}

// within returns the positions of the municipalities of an entity, or of all.
func (c *catalogue) within(e Entity) (from, to int) {
	if e < 1 || e > entities {
		return 0, len(c.entries)
	}
	return c.first[e-1], c.first[e]
}

// ByCode returns the municipality with a five-digit INEGI code. It accepts no other form:
// see Recover.
func ByCode(code string) (m Municipality, ok bool) {
	if len(code) != 5 {
		return Municipality{}, false
	}
	n := 0
	for i := 0; i < 5; i++ {
		if code[i] < '0' || code[i] > '9' {
			return Municipality{}, false
		}
		n = 10*n + int(code[i]-'0')
	}
	if n < 1000 || n >= 1000*(entities+1) {
		return Municipality{}, false
	}
	c := read()
	from, to := c.within(Entity(n / 1000))
	for i := min(to, from+n%1000) - 1; i >= from && int(c.entries[i].code) >= n; i-- {
		if int(c.entries[i].code) == n {
			return Municipality{uint16(i + 1)}, true
		}
	}
	return Municipality{}, false
}

// Recover returns the municipality that a text may mean that is not a code: "1001", whose
// zero a spreadsheet removed, "14-112", "14112.0", the code of a locality
// ("141120001"), and, if the state is known, the number of the municipality in it
// ("112"). in may be 0. ok is false for any other text.
func Recover(text string, in Entity) (m Municipality, ok bool) {
	text = strings.TrimSuffix(strings.TrimSpace(text), ".0")
	n := make([]byte, 0, 10)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			if n = append(n, c); len(n) > 9 {
				return Municipality{}, false
			}
		case c != ' ' && c != '-' && c != '.' && c != '/' && c != '\'':
			return Municipality{}, false
		}
	}
	code := string(n)
	switch len(code) {
	case 1, 2, 3:
		code = in.Code() + "000"[len(code):] + code
	case 4:
		code = "0" + code
	case 8:
		code = "0" + code[:4]
	case 9:
		code = code[:5]
	}
	return ByCode(code)
}

// EntityOf returns the state that a text names: its official name, its common name or an
// abbreviation, such as "Edo. Méx.", "CDMX", "Jal.", "Estado de Jalisco".
func EntityOf(text string) (e Entity, ok bool) {
	for e := Entity(1); e <= entities; e++ {
		if e.Name() == text || e.Official() == text { // without folding, as most are
			return e, true
		}
	}
	key := joined(text)
	if key == "" {
		return 0, false
	}
	for _, prefix := range [...]string{"", "estadolibreysoberanode", "estadode", "edode"} {
		if len(key) <= len(prefix) || key[:len(prefix)] != prefix {
			continue
		}
		short := key[len(prefix):]
		for e := Entity(1); e <= entities; e++ {
			if joined(e.Name()) == short || joined(e.Official()) == short || containsWords(entityNames[e-1].short, short) {
				return e, true
			}
		}
	}
	return 0, false
}

// joined returns a folded text without spaces.
func joined(text string) string { return strings.ReplaceAll(fold(text), " ", "") }
