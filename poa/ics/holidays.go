package ics

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// Holidays returns an event for each run of consecutive days with the same key, such as a
// vacation. The occurrences must be ordered by date, as calendar.Calendar returns them, and
// so are the events. Rules of two profiles for the same day, New Year of both, are one
// event; those of an employer or a place are not joined with others, nor days off with
// commemorations or half days. Rules that make a day worked (Work, Open) are no event.
//
// The title is the name of the holiday in language ("es-MX", "en"), or its key if it has no
// name; the description is the citations, each with its status unless it is sourced. An
// event is tentative if one of its days is: if all rules for the day are projected or
// disputed, or come from the law and are outside the span for which the profile was
// verified.
//
// The UID (see UID) consists of the key, the year of the first day, the ordinal among the
// events of that key and year, and scope: the id of the plan whose days they are, or the
// key of the profile. days should contain whole years, so that ordinals do not change; a
// run that continues in the year before or after them is complete, with its days in that
// year.
func Holidays(scope, language string, days []calendar.Occurrence) []Event {
	p := lang.New(language, &poa.Env{})
	runs := make([]*run, 0, len(days))
	last := make(map[string]*run) // by the key that rules for one day share
	for i := range days {
		o := &days[i]
		if o.Holiday.Effect == calendar.Work || o.Holiday.Effect == calendar.Open {
			continue
		}
		shared := sharedKey(o.Holiday)
		r := last[shared]
		switch {
		case r != nil && r.Span.End == o.Date:
		case r != nil && r.Span.End.AddDays(1) == o.Date && slices.Contains(r.keys, o.Holiday.Key):
			r.endDay()
			r.Span.End = o.Date
		default:
			r = &run{rule: o.Holiday, Event: Event{Span: calendar.Span{Start: o.Date, End: o.Date}, Summary: p.Name(o.Holiday.Name)}}
			if r.Summary == "" {
				r.Summary = o.Holiday.Key
			}
			runs = append(runs, r)
			last[shared] = r
		}
		r.add(p, o)
	}
	type yearKey struct {
		key  string
		year int
	}
	ordinals := make(map[yearKey]int)
	events := make([]Event, len(runs))
	for i, r := range runs {
		r.endDay()
		r.complete(days)
		of := yearKey{r.keys[0], r.Span.Start.Year()}
		ordinals[of]++
		r.UID = UID(scope, of.key, of.year, ordinals[of])
		r.Description = strings.Join(r.citations, "\n")
		events[i] = r.Event
	}
	return events
}

// run is an event under construction.
type run struct {
	Event
	rule      *calendar.Holiday
	keys      []string // of its rules, the first being that of the UID
	citations []string
	// certain is set if a rule for the last day is certain.
	certain bool
}

// add adds a rule for the last day.
func (r *run) add(p *lang.Printer, o *calendar.Occurrence) {
	h := o.Holiday
	if !slices.Contains(r.keys, h.Key) {
		r.keys = append(r.keys, h.Key)
	}
	basis := h.Basis
	basis.Status = o.Status
	if c := p.Cite(basis); c != "" && !slices.Contains(r.citations, c) {
		r.citations = append(r.citations, c)
	}
	if kind := p.Enum(h.Kind); !slices.Contains(r.Categories, kind) {
		r.Categories = append(r.Categories, kind)
	}
	doubtful := o.Status == norm.Projected || o.Status == norm.Disputed || !o.Verified && ofLaw(h)
	r.certain = r.certain || !doubtful
}

// endDay makes the event tentative if no rule for the last day is certain.
func (r *run) endDay() {
	r.Tentative = r.Tentative || !r.certain
	r.certain = false
}

// maxRun is the maximum number of days that complete adds at either end.
const maxRun = 400

// complete adds to a run that begins with the first year of days, or ends with the last
// one, its days in the year before or after.
func (r *run) complete(days []calendar.Occurrence) {
	first, last := calendar.YearSpan(days[0].Date.Year()).Start, calendar.YearSpan(days[len(days)-1].Date.Year()).End
	if r.Span.Start == first {
		for range maxRun {
			before := r.Span.Start.AddDays(-1)
			if !r.rule.FallsOn(before) {
				break
			}
			r.Span.Start = before
		}
	}
	if r.Span.End == last {
		for range maxRun {
			after := r.Span.End.AddDays(1)
			if !r.rule.FallsOn(after) {
				break
			}
			r.Span.End = after
		}
	}
}

// sharedKey returns the key that rules for one day share if they are one event: that of a
// law without the prefixes that calendar.Union adds, with the effect.
func sharedKey(h *calendar.Holiday) string {
	if !ofLaw(h) {
		return h.Effect.String() + " own " + h.Key
	}
	return h.Effect.String() + " " + h.Key[strings.LastIndexByte(h.Key, '.')+1:]
}

// ofLaw reports whether a rule is not of an employer or a place.
func ofLaw(h *calendar.Holiday) bool {
	return h.Kind != calendar.Local && h.Kind != calendar.Employer
}
