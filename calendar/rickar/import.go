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

// Loss is something of cal's that was not carried over, or not as it was.
type Loss struct {
	// Name is the name of the holiday, or empty for a loss of the calendar.
	Name string
	// Date is the day it is about, or no date for all of them.
	Date calendar.Date
	// Text describes what is lost, for people.
	Text string
}

// library is cited as the source of an imported holiday.
const library = "github.com/rickar/cal/v2"

// Import converts holidays of cal for the years from first to last, both included: each
// becomes one Listed holiday of the days on which cal observes it, which are the days it
// does not work. A rule of cal is a function, so that there are no dates after last. What
// could not be converted is reported: a holiday that has no function, that never falls in
// these years, the actual day of one that is observed on another, and a day of these
// years that is observed outside them. It returns an error for years outside 1 to 9999,
// reversed, or more than 400.
func Import(holidays []*cal.Holiday, first, last int) ([]calendar.Holiday, []Loss, error) {
	if first < calendar.MinYear || last > calendar.MaxYear || first > last || last-first >= 400 {
		return nil, nil, errors.New("rickar: cannot carry the years " + strconv.Itoa(first) + " to " + strconv.Itoa(last) + " over: use years of 1 to 9999 in order, at most 400")
	}
	var list []calendar.Holiday
	var losses []Loss
	for i, h := range holidays {
		if h == nil || h.Func == nil {
			name := ""
			if h != nil {
				name = h.Name
			}
			losses = append(losses, Loss{Name: name, Text: "holiday " + strconv.Itoa(i+1) + " has no function, so that it never falls"})
			continue
		}
		days, lost := observed(h, first, last)
		losses = append(losses, lost...)
		if len(days) == 0 {
			losses = append(losses, Loss{Name: h.Name, Text: "it falls on no day of " + strconv.Itoa(first) + " to " + strconv.Itoa(last)})
			continue
		}
		key := free(slug(h.Name), list)
		list = append(list, calendar.Holiday{
			Key:   key,
			Name:  norm.Label{ES: h.Name, EN: h.Name},
			Rule:  calendar.Dates(days...),
			Valid: calendar.Span{Start: calendar.YearSpan(first).Start, End: calendar.YearSpan(last).End},
			Kind:  kind(h.Type),
			Basis: norm.Basis{Law: library, Fraction: norm.NoFraction, Status: norm.FromMemory, Note: h.Description},
		})
	}
	return list, losses, nil
}

// free returns a key that no holiday of the list has: key itself, or with a number.
func free(key string, list []calendar.Holiday) string {
	taken := func(key string) bool {
		return slices.ContainsFunc(list, func(h calendar.Holiday) bool { return h.Key == key })
	}
	next := key
	for n := 2; taken(next); n++ {
		next = key + "-" + strconv.Itoa(n)
	}
	return next
}

// observed returns the days from the first to the last year on which h is observed.
// A day may belong to the year before or after.
func observed(h *cal.Holiday, first, last int) (days []calendar.Date, losses []Loss) {
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
			text := "it is observed on " + d.String() + ", which alone is carried over"
			if !span.Contains(d) {
				text = "it is observed on " + d.String() + ", outside the years carried over: neither day is"
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

// ImportCalendar converts a business calendar of cal for the years from first to last,
// both included, to a profile that is not verified: its holidays as Import does, from
// memory, and its week. It has no days of other years. With a WorkdayFunc, the week is
// the weekdays that it works more often than not, and the days that differ are listed.
// Hours of work, locations and the names of cal's functions have no place in a profile
// and are reported. It returns the errors of Import, an error if the calendar is nil, and
// that of a profile that is not valid, such as one that never works.
func ImportCalendar(c *cal.BusinessCalendar, first, last int) (calendar.Profile, []Loss, error) {
	if c == nil {
		return calendar.Profile{}, nil, errors.New("rickar: there is no calendar to carry over")
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
		losses = append(losses, Loss{Text: "its hours of work are not carried over"})
	}
	zone := time.UTC
	if len(c.Locations) > 0 && c.Locations[0] != nil {
		losses = append(losses, Loss{Text: "it holds in some locations only; the profile holds everywhere"})
		zone = c.Locations[0]
	}
	bare := *c // for the week alone
	bare.Holidays = nil
	p.Week = week(&bare, span, zone)
	if c.WorkdayFunc != nil {
		var rest, open []calendar.Date
		for d := span.Start; span.Contains(d); d = d.AddDays(1) {
			worked, usual := bare.IsWorkday(d.Time(zone)), p.Week.Works(d.Weekday())
			switch {
			case usual && !worked:
				rest = append(rest, d)
			case worked && !usual && c.IsWorkday(d.Time(zone)):
				open = append(open, d)
			}
		}
		losses = append(losses, Loss{Text: "its WorkdayFunc is carried over for these years only"})
		add := func(key string, days []calendar.Date, effect calendar.Effect) {
			if len(days) > 0 {
				p = p.With(calendar.Holiday{
					Key: key, Name: norm.Label{ES: "WorkdayFunc", EN: "WorkdayFunc"}, Rule: calendar.Dates(days...),
					Valid: span, Kind: calendar.Employer, Effect: effect,
					Basis: norm.Basis{Law: library, Fraction: norm.NoFraction, Status: norm.FromMemory},
				})
			}
		}
		add("workday-func", rest, calendar.Rest)
		add("workday-func-open", open, calendar.Open)
	}
	return p, losses, p.Validate()
}

// week returns the weekdays that c works on most of their days in span.
func week(c *cal.BusinessCalendar, span calendar.Span, zone *time.Location) calendar.WeekMask {
	var balance [8]int
	for d := span.Start; span.Contains(d); d = d.AddDays(1) {
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

func kind(t cal.ObservanceType) calendar.HolidayKind {
	switch t {
	case cal.ObservancePublic:
		return calendar.Mandatory
	case cal.ObservanceBank:
		return calendar.Bank
	default:
		return calendar.Local
	}
}

// slug makes a key of a name: its letters and digits in lower case and without
// accents, all else hyphens.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		r = plain(r)
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

// plain returns a letter of Spanish without its accent.
func plain(r rune) rune {
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
