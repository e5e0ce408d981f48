package office

import "github.com/rumbo-mx/rumbo/calendar"

// maxFromEaster is the largest distance in days from Easter of a feast that may depend
// on it.
const maxFromEaster = 7

// Repeats returns the rules that may repeat the days of a span every year: on the same
// date and, within a week of Easter, at the same distance from it. It returns no rules
// for an invalid span.
func Repeats(days calendar.Span) []calendar.Rule {
	if !days.Valid() {
		return nil
	}
	_, month, day := days.Start.Civil()
	rules := []calendar.Rule{calendar.Fixed{Month: uint8(month), Day: uint8(day)}}
	if from := days.Start.Sub(calendar.Easter(days.Start.Year())); -maxFromEaster <= from && from <= maxFromEaster {
		rules = append(rules, calendar.FromEaster{Days: int16(from)})
	}
	valid := rules[:0]
	for _, r := range rules {
		if n := days.Days(); n > 1 {
			r = calendar.Lasting{Rule: r, Days: uint16(min(n, maxSpanDays))}
		}
		if r.Validate() == nil {
			valid = append(valid, r)
		}
	}
	return valid
}
