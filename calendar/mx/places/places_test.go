package places_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar/mx/places"
)

func ExampleByCode() {
	m, ok := places.ByCode("14112")
	fmt.Println(m.Name(), m.Entity().Name(), ok)
	_, ok = places.ByCode("1001")
	fmt.Println(ok)
	// Output:
	// Valle de Juárez Jalisco true
	// false
}

// A spreadsheet removes the zero of the state.
func ExampleRecover() {
	m, ok := places.Recover("1001", 0)
	fmt.Println(m.Code(), m.Name(), ok)
	jalisco, _ := places.EntityOf("Jal.")
	m, ok = places.Recover("112", jalisco)
	fmt.Println(m.Code(), m.Name(), ok)
	// Output:
	// 01001 Aguascalientes true
	// 14112 Valle de Juárez true
}

func ExampleFind() {
	oaxaca, _ := places.EntityOf("Oax.")
	for _, m := range places.Find("san pedro mixtepec", oaxaca) {
		fmt.Println(m.Code(), m.Name())
	}
	// Output:
	// 20318 San Pedro Mixtepec
	// 20319 San Pedro Mixtepec
}

func ExampleNearest() {
	m, ok := places.Nearest("Tonalla", 0)
	fmt.Println(m.Name(), m.Entity().Name(), ok)
	// Output: Tonalá Chiapas true
}

func ExampleSearch() {
	for _, m := range places.Search("valle de ju", 5) {
		fmt.Println(m.Code(), m.Name())
	}
	for _, m := range places.Search("benito q roo", 5) {
		fmt.Println(m.Code(), m.Name())
	}
	// Output:
	// 14112 Valle de Juárez
	// 23005 Benito Juárez
}

func ExampleEntityOf() {
	for _, text := range []string{"Edo. Méx.", "CDMX", "jalisco", "Estado de Jalisco", "Texas"} {
		s, ok := places.EntityOf(text)
		fmt.Println(s.Code(), s.Name(), ok)
	}
	// Output:
	// 15 Estado de México true
	// 09 Ciudad de México true
	// 14 Jalisco true
	// 14 Jalisco true
	//   false
}

// counts are the numbers of municipalities by state, INEGI 2024.
var counts = []int{11, 7, 5, 13, 38, 10, 124, 67, 16, 39, 46, 85, 84, 125, 125, 113, 36, 20, 51, 570, 217, 18, 11, 59, 20, 72, 17, 43, 60, 212, 106, 58}

func TestCatalogue(t *testing.T) {
	total := 0
	for i, want := range counts {
		s := places.Entity(i + 1)
		assert.Equal(t, fmt.Sprintf("%02d", i+1), s.Code())
		found := 0
		for n := range 1000 {
			m, ok := places.ByCode(fmt.Sprintf("%s%03d", s.Code(), n))
			if !ok {
				continue
			}
			found++
			assert.Equal(t, fmt.Sprintf("%s%03d", s.Code(), n), m.Code())
			assert.Equal(t, s, m.Entity())
			assert.Equal(t, m.Name()+", "+s.Name(), m.String())
			assert.Equal(t, strings.TrimSpace(m.Name()), m.Name())
			assert.Contains(t, places.Find(m.Name(), s), m)
			assert.Contains(t, places.Find(strings.ToUpper(m.Name()), 0), m)
			assert.True(t, m.Names(m.Name()))
			again, ok := places.Recover(strings.TrimLeft(m.Code(), "0"), 0)
			assert.True(t, ok)
			assert.Equal(t, m, again)
		}
		assert.Equal(t, want, found, s.Name())
		total += found
		for _, name := range []string{s.Name(), s.Official(), strings.ToUpper(s.Name()), "Estado de " + s.Name()} {
			got, ok := places.EntityOf(name)
			assert.True(t, ok, name)
			assert.Equal(t, s, got, name)
		}
	}
	assert.Equal(t, 2478, total)
	for code, name := range map[string]string{
		"01001": "Aguascalientes", "02007": "San Felipe", "03008": "Los Cabos", "09002": "Azcapotzalco", "07125": "Honduras de la Sierra", "14102": "Tonaya",
		"15106": "Toluca", "20570": "Zimatlán de Álvarez", "31106": "Yobaín", "32058": "Santa María de la Paz",
	} {
		m, ok := places.ByCode(code)
		require.True(t, ok, code)
		assert.Equal(t, name, m.Name(), code)
	}
	for _, code := range []string{"", "1001", "00001", "33001", "14000", "14126", "1411a", "141120", "-1001", "03004", "é001"} {
		_, ok := places.ByCode(code)
		assert.False(t, ok, code)
	}
	for _, none := range []places.Entity{0, 33, 255} {
		assert.Empty(t, none.Code()+none.Name()+none.Official())
		assert.Len(t, places.Find("Benito Juárez", none), 7)
	}
	var none places.Municipality
	assert.Empty(t, none.Code()+none.Name()+none.String())
	assert.Zero(t, none.Entity())
	assert.False(t, none.Names("Tonaya"))
	assert.Equal(t, "Veracruz de Ignacio de la Llave", places.Entity(30).Official())
}

func TestFindNames(t *testing.T) {
	for _, c := range []struct{ name, state, want string }{
		{"dr mora", "gto", "11013"},
		{"Dr. Mora", "Guanajuato", "11013"},
		{"DOCTOR MORA", "", "11013"},
		{"H. Ciudad de Tlaxiaco", "Oaxaca", "20397"},
		{"Heroica Ciudad de Tlaxiaco", "Oaxaca", "20397"},
		{"Silao", "Gto.", "11037"},
		{"Municipio de Tonaya", "Jalisco", "14102"},
		{"H. Ayuntamiento de Tonaya", "Jalisco", "14102"},
		{"tonaya", "", "14102"},
		{"Tónaya", "", "14102"},
		{"San Pedro Mixtepec", "oax", "20318 20319"},
		{"Juárez", "Chih.", "08037"},
		{"Ciudad Juárez", "Chihuahua", "08037"},
		{"Tlaquepaque", "Jal", "14098"},
		{"Gral. Bravo", "N.L.", "19020"},
		{"", "", ""},
		{"?!", "", ""},
		{"Springfield", "", ""},
	} {
		state, _ := places.EntityOf(c.state)
		var codes []string
		for _, m := range places.Find(c.name, state) {
			codes = append(codes, m.Code())
		}
		assert.Equal(t, c.want, strings.Join(codes, " "), "%s, %s", c.name, c.state)
	}
	assert.Len(t, places.Find("Benito Juárez", 0), 7)
	m, _ := places.ByCode("14102")
	assert.False(t, m.Names(""))
	assert.False(t, m.Names("Tonal"))
}

func TestNearestNames(t *testing.T) {
	jalisco, _ := places.EntityOf("Jalisco")
	for name, want := range map[string]string{
		"Tonalla": "Tonalá", "Vale de Juarez": "Valle de Juárez", "Guadaljara": "Guadalajara", "Zapopam": "Zapopan", "San Roque del Monte": "", "": "", "Ton": "",
	} {
		m, ok := places.Nearest(name, jalisco)
		assert.Equal(t, want, m.Name(), name)
		assert.Equal(t, want != "", ok, name)
	}
}

func TestRecover(t *testing.T) {
	jalisco, _ := places.EntityOf("Jalisco")
	for text, want := range map[string]string{
		"1001": "01001", "14112": "14112", "14-112": "14112", " 14 112 ": "14112", "14112.0": "14112", "1001.0": "01001", "141120001": "14112", "10010001": "01001",
		"112": "14112", "2": "14002", "14": "14014", "": "", "0": "", "MX14": "", "99999": "", "123456": "", "1411200011111": "", "·": "",
	} {
		m, ok := places.Recover(text, jalisco)
		assert.Equal(t, want, m.Code(), text)
		assert.Equal(t, want != "", ok, text)
	}
	_, ok := places.Recover("112", 0)
	assert.False(t, ok)
}

func TestSearchRanks(t *testing.T) {
	names := func(text string, limit int) (list []string) {
		for _, m := range places.Search(text, limit) {
			list = append(list, m.Name())
		}
		return list
	}
	assert.Equal(t, []string{"Tonaya", "Tonayán"}, names("tonaya", 9))
	assert.Equal(t, []string{"Tonaya"}, names("TONAYA jal", 9))
	assert.Equal(t, "Morelos", names("morelos", 9)[0])
	assert.Len(t, names("san", 7), 7)
	assert.Empty(t, names("", 9))
	assert.Empty(t, names("san", 0))
	assert.Empty(t, names("jalisco jalisco x", 9))
	assert.NotContains(t, names("jalisco", 200), "Tonaya", "a state alone is not a name")
	// Names that begin with the text come before those with a word that does.
	all := places.Search("san", 5000)
	first := slices.IndexFunc(all, func(m places.Municipality) bool { return !strings.HasPrefix(m.Name(), "San") })
	require.Positive(t, first)
	for _, part := range [][]places.Municipality{all[:first], all[first:]} {
		assert.True(t, slices.IsSortedFunc(part, func(a, b places.Municipality) int { return strings.Compare(a.Code(), b.Code()) }))
	}
}

// No text makes a function panic, and what Find, Search and Codes return is in the
// catalogue.
func FuzzPlaces(f *testing.F) {
	for _, text := range []string{"1001", "Dr. Mora", "H. Cd. de Tlaxiaco", "San Pedro Mixtepec", "Edo. Méx.", "\xff", "á́", "ﬁ"} {
		f.Add(text, "Oax.")
	}
	f.Fuzz(func(t *testing.T, text, in string) {
		state, ok := places.EntityOf(in)
		if ok != (state.Name() != "") {
			t.Fatal(state)
		}
		nearest, _ := places.Nearest(text, state)
		recovered, _ := places.Recover(text, state)
		for _, m := range append(slices.Concat(places.Find(text, state), places.Search(text, 10)), nearest, recovered) {
			if got, found := places.ByCode(m.Code()); m != (places.Municipality{}) && (!found || got != m) {
				t.Fatal(m)
			}
		}
	})
}
