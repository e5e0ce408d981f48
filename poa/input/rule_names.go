package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// movedDay is a day off on a Monday that commemorates a date (LFT art. 74, reform of
// 2006-01-17).
type movedDay struct {
	names  string
	dayOff calendar.NthWeekday
	date   calendar.Fixed
}

var movedDays = [...]movedDay{
	{"|constitucion|constitucion mexicana|constitucion politica|constitution|promulgacion constitucion|", calendar.NthWeekday{Month: 2, N: 1, Weekday: calendar.Monday}, calendar.Fixed{Month: 2, Day: 5}},
	{"|natalicio benito juarez|natalicio juarez|benito juarez|juarez|birthday benito juarez|benito juarezs birthday|juarezs birthday|", calendar.NthWeekday{Month: 3, N: 3, Weekday: calendar.Monday}, calendar.Fixed{Month: 3, Day: 21}},
	{"|revolucion|revolucion mexicana|inicio revolucion|inicio revolucion mexicana|revolution|mexican revolution|", calendar.NthWeekday{Month: 11, N: 3, Weekday: calendar.Monday}, calendar.Fixed{Month: 11, Day: 20}},
}

// named returns the day of a name, or both days of one that has a date and a day off. A
// name is without articles, "de" and "dia".
func named(words []word) dayRule {
	for len(words) > 1 && isWord(&words[0], "|fiesta|fiestas|festividad|feast|festejo|festejos|aniversario|anniversary|dia|") {
		words = words[1:]
	}
	name := ""
	for i, w := range words {
		if w.kind != letters && !(w.kind == ordinal && oneOf("|ultimo|last|", w.text)) || len(name) > maxText {
			return dayRule{}
		}
		if i > 0 {
			name += " "
		}
		name += w.text
	}
	if days, ok := valueOf(movable, name); ok {
		return dayRule{rule: calendar.FromEaster{Days: int16(days)}}
	}
	if n, ok := valueOf(dated, name); ok {
		return dayRule{rule: calendar.Fixed{Month: uint8(n / 100), Day: uint8(n % 100)}}
	}
	for _, d := range movedDays {
		if oneOf(d.names, name) {
			return dayRule{d.dayOff, d.date}
		}
	}
	switch {
	case oneOf("|padre|fathers|papa|", name):
		return dayRule{rule: calendar.NthWeekday{Month: 6, N: 3, Weekday: calendar.Sunday}}
	case oneOf("|muertos y todos santos|todos santos y muertos|todos santos y fieles difuntos|", name):
		return dayRule{rule: calendar.Lasting{Rule: calendar.Fixed{Month: 11, Day: 1}, Days: 2}}
	case oneOf("|transmision poder ejecutivo federal|transmision poder ejecutivo|presidential inauguration|", name):
		return dayRule{rule: calendar.Every{Years: 6, First: 2024, Rule: calendar.Fixed{Month: 10, Day: 1}}}
	}
	return dayRule{}
}

// inTable reports whether a word is in one of the names of a table.
func inTable(table, name string) bool {
	for _, before := range [...]string{"|", " "} {
		for _, after := range [...]string{":", " ", "|"} {
			if strings.Contains(table, before+name+after) {
				return true
			}
		}
	}
	return false
}

// dated lists the days with a name and one date in Mexico, by their folded names without
// articles, "de" and "dia", and month and day in one number.
const dated = "|ano nuevo:101|new year:101|new years:101|reyes:106|reyes magos:106|santos reyes:106|epifania:106|epiphany:106|three kings:106|" +
	"candelaria:202|virgen candelaria:202|candlemas:202|amor y amistad:214|amor y la amistad:214|san valentin:214|valentines:214|saint valentines:214|" +
	"bandera:224|bandera nacional:224|flag:224|mexican flag:224|ejercito:219|ejercito mexicano:219|mujer:308|mujeres:308|internacional mujer:308|internacional mujeres:308|" +
	"womens:308|international womens:308|expropiacion petrolera:318|oil expropriation:318|san jose:319|senor san jose:319|" +
	"nino:430|ninos:430|ninez:430|nino y nina:430|nina y nino:430|childrens:430|trabajo:501|trabajador:501|trabajadores:501|internacional trabajo:501|" +
	"labour:501|labor:501|international workers:501|santa cruz:503|holy cross:503|batalla puebla:505|battle puebla:505|madre:510|madres:510|mothers:510|mama:510|" +
	"maestro:515|maestros:515|maestra:515|teachers:515|san isidro:515|san isidro labrador:515|estudiante:523|estudiantes:523|students:523|" +
	"marina:601|marina nacional:601|san juan bautista:624|san pedro y san pablo:629|virgen carmen:716|nuestra senora carmen:716|" +
	"santiago apostol:725|santa ana:726|asuncion:815|virgen asuncion:815|asuncion maria:815|asuncion virgen:815|assumption:815|san agustin:828|" +
	"ninos heroes:913|grito:915|grito independencia:915|grito dolores:915|independencia:916|independencia mexico:916|independencia nacional:916|" +
	"independence:916|mexican independence:916|servidor publico:928|servidora publica:928|servidores publicos:928|public servants:928|san miguel:929|san miguel arcangel:929|" +
	"san francisco asis:1004|raza:1012|nacion pluricultural:1012|columbus:1012|san judas tadeo:1028|todos santos:1101|all saints:1101|" +
	"muerto:1102|muertos:1102|fieles difuntos:1102|difuntos:1102|dead:1102|all souls:1102|santa cecilia:1122|musico:1122|armada:1123|armada mexico:1123|navy:1123|" +
	"inmaculada:1208|inmaculada concepcion:1208|immaculate conception:1208|virgen guadalupe:1212|guadalupe:1212|nuestra senora guadalupe:1212|our lady guadalupe:1212|" +
	"virgin guadalupe:1212|santa maria guadalupe:1212|empleado bancario:1212|bank employees:1212|nochebuena:1224|noche buena:1224|christmas eve:1224|navidad:1225|christmas:1225|" +
	"santos inocentes:1228|inocentes:1228|fin ano:1231|ano viejo:1231|nochevieja:1231|noche vieja:1231|san silvestre:1231|new years eve:1231|"

// movable lists the days that depend on Easter, by their folded names without articles,
// and their distance from Easter Sunday in days.
const movable = "|domingo carnaval:-49|lunes carnaval:-48|martes carnaval:-47|shrove tuesday:-47|miercoles ceniza:-46|ash wednesday:-46|" +
	"viernes dolores:-9|domingo ramos:-7|palm sunday:-7|lunes santo:-6|holy monday:-6|martes santo:-5|holy tuesday:-5|" +
	"miercoles santo:-4|holy wednesday:-4|jueves santo:-3|holy thursday:-3|maundy thursday:-3|viernes santo:-2|" +
	"good friday:-2|sabado santo:-1|sabado gloria:-1|holy saturday:-1|domingo pascua:0|domingo pascua resurreccion:0|" +
	"domingo resurreccion:0|pascua:0|pascua resurreccion:0|resurreccion:0|easter:0|easter sunday:0|lunes pascua:1|easter monday:1|" +
	"ascension:39|jueves ascension:39|ascension senor:39|ascension jueves:39|ascension thursday:39|" +
	"pentecostes:49|domingo pentecostes:49|pentecost:49|pentecost sunday:49|whit sunday:49|whitsun:49|lunes pentecostes:50|" +
	"whit monday:50|pentecost monday:50|trinidad:56|santisima trinidad:56|domingo santisima trinidad:56|trinity sunday:56|corpus:60|" +
	"corpus christi:60|jueves corpus:60|jueves corpus christi:60|sagrado corazon:68|sagrado corazon jesus:68|" +
	"viernes sagrado corazon:68|"
