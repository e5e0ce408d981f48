//go:build !lean

package rickar

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Loss describes a part of a calendar of cal that was not imported, or was changed.
type Loss struct {
	// Name is the name of the holiday, or empty for a loss of the calendar.
	Name string
	// Date is the day that is lost, or no date for all days.
	Date calendar.Date
	// Text is a description in English.
	Text string
}

// importedLaw is the law in the Basis of an imported holiday.
const importedLaw = "github.com/rickar/cal/v2"

// Import converts holidays of cal for the years from first to last, both included. Each
// becomes a holiday with a calendar.Listed rule of the days on which cal observes it,
// which are days off. The rule ends with the last year, because the rules of cal are
// functions. Import reports as losses: a holiday without a function; a holiday without a
// day in these years; the actual day of one that is observed on another day; and a day
// that is observed outside these years. It returns an error for years that are outside
// 1 to 9999, reversed, or more than 400.
func Import(holidays []*cal.Holiday, first, last int) ([]calendar.Holiday, []Loss, error) {
	if first < calendar.MinYear || last > calendar.MaxYear || first > last || last-first >= 400 {
		return nil, nil, errors.New("rickar: cannot import the years " + strconv.Itoa(first) + " to " + strconv.Itoa(last) + ": use years of 1 to 9999 in order, at most 400")
	}
	var list []calendar.Holiday
	var losses []Loss
	for i, h := range holidays {
		if h == nil || h.Func == nil {
			name := ""
			if h != nil {
				name = h.Name
			}
			losses = append(losses, Loss{Name: name, Text: "holiday " + strconv.Itoa(i+1) + " has no function and so no days"})
			continue
		}
		days, lost := observedDays(h, first, last)
		losses = append(losses, lost...)
		if len(days) == 0 {
			losses = append(losses, Loss{Name: h.Name, Text: "it has no day in " + strconv.Itoa(first) + " to " + strconv.Itoa(last)})
			continue
		}
		key := uniqueKey(slug(h.Name), list)
		list = append(list, calendar.Holiday{
			Key:   key,
			Name:  norm.Label{ES: h.Name, EN: h.Name},
			Rule:  calendar.Dates(days...),
			Valid: calendar.Span{Start: calendar.YearSpan(first).Start, End: calendar.YearSpan(last).End},
			Kind:  holidayKind(h.Type),
			Basis: norm.Basis{Law: importedLaw, Fraction: norm.NoFraction, Status: norm.FromMemory, Note: h.Description},
		})
	}
	return list, losses, nil
}

// uniqueKey returns key or, if a holiday of the list has it, key with a number.
func uniqueKey(key string, list []calendar.Holiday) string {
	taken := func(key string) bool {
		return slices.ContainsFunc(list, func(h calendar.Holiday) bool { return h.Key == key })
	}
	next := key
	for n := 2; taken(next); n++ {
		next = key + "-" + strconv.Itoa(n)
	}
	return next
}

// observedDays returns the days, from the first to the last year, on which cal observes
// h. The actual day may be in the year before or after.
func observedDays(h *cal.Holiday, first, last int) (days []calendar.Date, losses []Loss) {
	span := calendar.Span{Start: calendar.YearSpan(first).Start, End: calendar.YearSpan(last).End}
	for year := max(first-1, calendar.MinYear); year <= min(last+1, calendar.MaxYear); year++ {
		actual, seen := h.Calc(year)
		if seen.IsZero() {
			continue
		}
		a, d := calendar.DateOf(actual), calendar.DateOf(seen)
		switch {
		case !span.Contains(d) && !span.Contains(a):
			continue
		case a != d:
			text := "it is observed on " + d.String() + ": only that day is imported"
			if !span.Contains(d) {
				text = "it is observed on " + d.String() + ", outside the imported years: neither day is imported"
			}
			losses = append(losses, Loss{h.Name, a, text})
		}
		if span.Contains(d) {
			days = append(days, d)
		}
	}
	slices.SortFunc(days, calendar.Date.Compare)
	return slices.Compact(days), losses
}

// ImportCalendar converts a business calendar of cal to a profile for the years from
// first to last, both included: its holidays, as Import does with the status
// norm.FromMemory, and its working week. The profile has no verified span, and no days
// off in other years. If the calendar has a WorkdayFunc, the working week is the weekdays
// that are workdays more often than not, and other days are listed as exceptions. Working
// hours and locations are reported as losses. ImportCalendar returns the errors of Import,
// an error if c is nil, and an error if the resulting profile is invalid, such as one
// without workdays.
func ImportCalendar(c *cal.BusinessCalendar, first, last int) (calendar.Profile, []Loss, error) {
	if c == nil {
		return calendar.Profile{}, nil, errors.New("rickar: cannot import a calendar that is nil")
	}
	holidays, losses, err := Import(c.Holidays, first, last)
	if err != nil {
		return calendar.Profile{}, nil, err
	}
	p := calendar.Profile{
		Key: slug(c.Name), Name: norm.Label{ES: c.Name, EN: c.Name}, Holidays: holidays,
	}
	span := calendar.Span{Start: calendar.YearSpan(first).Start, End: calendar.YearSpan(last).End}
	if c.WorkdayStartFunc != nil || c.WorkdayEndFunc != nil {
		losses = append(losses, Loss{Text: "its working hours are not imported"})
	}
	zone := time.UTC
	if len(c.Locations) > 0 && c.Locations[0] != nil {
		losses = append(losses, Loss{Text: "it applies in some locations only; the profile applies everywhere"})
		zone = c.Locations[0]
	}
	bare := *c // a copy without holidays, to test weekdays
	bare.Holidays = nil
	p.Week = workingWeek(&bare, span, zone)
	if c.WorkdayFunc != nil {
		var rest, open []calendar.Date
		for d := range span.All() {
			worked, usual := bare.IsWorkday(d.Time(zone)), p.Week.Works(d.Weekday())
			switch {
			case usual && !worked:
				rest = append(rest, d)
			case worked && !usual && c.IsWorkday(d.Time(zone)):
				open = append(open, d)
			}
		}
		losses = append(losses, Loss{Text: "its WorkdayFunc is imported for these years only"})
		add := func(key string, days []calendar.Date, effect calendar.Effect) {
			if len(days) > 0 {
				p = p.With(calendar.Holiday{
					Key: key, Name: norm.Label{ES: "WorkdayFunc", EN: "WorkdayFunc"}, Rule: calendar.Dates(days...),
					Valid: span, Kind: calendar.Employer, Effect: effect,
					Basis: norm.Basis{Law: importedLaw, Fraction: norm.NoFraction, Status: norm.FromMemory},
				})
			}
		}
		add("workday-func", rest, calendar.Rest)
		add("workday-func-open", open, calendar.Open)
	}
	return p, losses, p.Validate()
}

// workingWeek returns the weekdays that are workdays of c on most of their days in span.
func workingWeek(c *cal.BusinessCalendar, span calendar.Span, zone *time.Location) calendar.WeekMask {
	var balance [8]int
	for d := range span.All() {
		if c.IsWorkday(d.Time(zone)) {
			balance[d.Weekday()]++
		} else {
			balance[d.Weekday()]--
		}
	}
	var m calendar.WeekMask
	for w := calendar.Monday; w <= calendar.Sunday; w++ {
		if balance[w] > 0 {
			m |= calendar.Week(w)
		}
	}
	return m
}

func holidayKind(t cal.ObservanceType) calendar.HolidayKind {
	switch t {
	case cal.ObservancePublic:
		return calendar.Mandatory
	case cal.ObservanceBank:
		return calendar.Bank
	default:
		return calendar.Local
	}
}

// slug converts a name to a key: letters and digits in lower case and without accents,
// and a hyphen for anything else between them.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		r = removeAccent(r)
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return "unnamed"
	}
	return b.String()
}

// removeAccent returns a Spanish letter without its accent.
func removeAccent(r rune) rune {
	switch r {
	case 'á':
		return 'a'
	case 'é':
		return 'e'
	case 'í':
		return 'i'
	case 'ó':
		return 'o'
	case 'ú', 'ü':
		return 'u'
	case 'ñ':
		return 'n'
	default:
		return r
	}
}
