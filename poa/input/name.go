package input

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// monthNamed returns the month whose name in one of the languages begins with name, which
// must have at least three letters, or that Mexican offices abbreviate so; 0 if there is no
// such month.
func monthNamed(name string) int {
	const others = "|mzo:3|abl:4|agto:8|agst:8|agt:8|set:9|sept:9|setiembre:9|setbre:9|sepbre:9|septbre:9|spbre:9|octbre:10|ocbre:10|novbre:11|nvbre:11|dicbre:12|dbre:12|"
	if n, ok := valueOf(others, name); ok {
		return n
	}
	return matchName(name, 12, (*lang.Printer).Month)
}

// romanMonth returns the month of a Roman numeral, as in 15-III-2027; 0 if there is none.
func romanMonth(name string) int {
	n, _ := valueOf("|i:1|ii:2|iii:3|iv:4|v:5|vi:6|vii:7|viii:8|ix:9|x:10|xi:11|xii:12|", name)
	return n
}

// weekdayNamed is monthNamed for weekdays.
func weekdayNamed(name string) int {
	return matchName(name, 7, func(p *lang.Printer, n int) string { return p.Weekday(calendar.Weekday(n)) })
}

func matchName(name string, count int, nameOf func(*lang.Printer, int) string) int {
	if len(name) < 3 {
		return 0
	}
	for _, tag := range lang.Languages() {
		p := lang.New(tag, nil)
		for n := 1; n <= count; n++ {
			if strings.HasPrefix(fold(nameOf(p, n)), name) {
				return n
			}
		}
	}
	return 0
}
