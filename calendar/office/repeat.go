package office

import "github.com/rumbo-mx/rumbo/calendar"

// holyDays is how many days before and after Easter a feast may follow it.
const holyDays = 7

// Repeats returns the rules by which the days of a span may come every year: on the same
// date, and, within a week of Easter, as many days before or after it. A span that is
// not valid has none.
func Repeats(days calendar.Span) []calendar.Rule {
	if !days.Valid() {
		return nil
	}
	_, month, day := days.Start.Civil()
	rules := []calendar.Rule{calendar.Fixed{Month: uint8(month), Day: uint8(day)}}
	if from := days.Start.Sub(calendar.Easter(days.Start.Year())); -holyDays <= from && from <= holyDays {
		rules = append(rules, calendar.FromEaster{Days: int16(from)})
	}
	valid := rules[:0]
	for _, r := range rules {
		if n := days.Days(); n > 1 {
			r = calendar.Lasting{Rule: r, Days: uint16(min(n, mostDays))}
		}
		if r.Validate() == nil {
			valid = append(valid, r)
		}
	}
	return valid
}
