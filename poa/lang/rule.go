package lang

import (
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
)

// Rule returns the days of a rule in words: "cada 13 de mayo, 3 días", "el último
// jueves de noviembre". It returns "" for a nil or invalid rule. input.Rule reads the words
// of a yearly rule as the same rule.
func (p *Printer) Rule(r calendar.Rule) string {
	if r == nil || r.Validate() != nil {
		return ""
	}
	switch r := r.(type) {
	case calendar.Fixed:
		return p.TextWith("word.rule-fixed", text("day", p.day(calendar.MustDate(2000, int(r.Month), int(r.Day)), true, false)))
	case calendar.NthWeekday:
		key := "word.rule-nth"
		nth, ok := p.text("word.nth-" + strconv.Itoa(int(r.N)))
		if !ok {
			key += "-from-end"
			nth, _ = p.text("word.nth-" + strconv.Itoa(-int(r.N)))
		}
		return p.TextWith(key, text("nth", nth), text("weekday", p.Weekday(r.Weekday)), text("month", p.Month(int(r.Month))))
	case calendar.FromEaster:
		key, days := "word.rule-after-easter", int(r.Days)
		if name, ok := p.text("word.easter-" + strconv.Itoa(days)); ok {
			return name
		}
		if days < 0 {
			key, days = "word.rule-before-easter", -days
		}
		return p.TextWith(key, norm.Arg{Name: "count", Value: norm.Count(days)})
	case calendar.Every:
		if when := p.Rule(r.Rule); when != "" {
			return p.TextWith("word.rule-every", text("when", when), norm.Arg{Name: "count", Value: norm.Count(r.Years)}, text("first", year(int(r.First))))
		}
	case calendar.Lasting:
		if when := p.Rule(r.Rule); when != "" {
			return when + ", " + p.Count(int(r.Days), "day")
		}
	case calendar.Listed:
		s := ""
		for _, l := range r {
			s += ", " + p.DateShort(l.Date)
		}
		return s[2:]
	case calendar.EachDay:
		return p.Span(r.Span)
	}
	return r.String()
}

// When returns in words the days that an adjustment applies to: its dates, its rule,
// or "every year" for a holiday without dates. A rule that cannot be parsed is returned
// unchanged.
func (p *Printer) When(a *office.Adjustment) string {
	switch {
	case a.Rule != "":
		if r, err := calendar.ParseRule(a.Rule); err == nil {
			return p.Rule(r)
		}
		return a.Rule
	case a.Holiday != "" && a.Span.IsZero():
		return p.Text("word.every-year")
	}
	return p.Span(a.Span)
}

func text(name, value string) norm.Arg { return norm.Arg{Name: name, Value: norm.Text(value)} }
