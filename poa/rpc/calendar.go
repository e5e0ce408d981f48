package rpc

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Calendar calls the method calendar. It returns the JSON of the result, or the JSON
// of a Failure and false.
func (s *Server) Calendar(q CalendarParams) (json []byte, ok bool) {
	var e wire.Encoder
	r, err := s.calendar(&q)
	if err != nil {
		s.encodeError(&e, "calendar", err)
	} else {
		encodeCalendarResult(&e, r)
	}
	return e.Bytes(), err == nil
}

//wire:method calendar stateless
func (s *Server) calendar(q *CalendarParams) (*CalendarResult, error) {
	p := s.printerOf(q.Context)
	profile, err := calendar.Compose(q.Profile, s.env.Profiles)
	if errors.Is(err, calendar.ErrTooManyProfiles) {
		return nil, wire.Limit(wire.TooMany, "profile", calendar.MaxComposed)
	}
	if err != nil {
		return nil, wire.Refuse(wire.BadEnum, "profile", wire.Text("value", q.Profile))
	}
	year := calendar.YearSpan(q.Year)
	if !year.Valid() {
		return nil, wire.Refuse(wire.BadNumber, "year", wire.Text("value", strconv.Itoa(q.Year)), norm.Arg{Name: "want", Value: wire.TypeYear})
	}
	c, err := calendar.Compile(profile, year)
	if err != nil {
		return nil, err
	}
	r := &CalendarResult{Profile: Choice{q.Profile, p.Name(profile.Name)}, Year: q.Year}
	for _, o := range c.Holidays(year) {
		h := o.Holiday
		r.Days = append(r.Days, DayOff{
			Date: o.Date, Key: h.Key, Name: p.Name(h.Name), Kind: p.Enum(h.Kind), Basis: h.Basis.Cite(), Status: o.Status,
		})
	}
	r.BusinessDays = byMonth(c, year)
	return r, nil
}

// byMonth returns the number of business days of each month of a year.
func byMonth(c *calendar.Calendar, year calendar.Span) []int {
	months := make([]int, 12)
	for m := range months {
		months[m] = c.CountBusinessDays(year.Start.YearMonth().Add(m).Span())
	}
	return months
}

// calendar returns the calendar of the fiscal year. If the plan has no year or no
// valid calendar, the result has only the office's own days and the choices.
func (v *viewer) calendar() *CalendarView {
	r := &CalendarView{Own: v.ownDays(v.a.OwnDays())}
	for d := calendar.Monday; d <= calendar.Sunday; d++ {
		r.Weekdays = append(r.Weekdays, Choice{d.String(), v.p.Enum(d)})
	}
	for k := office.LocalDay; k <= office.WorkDay; k++ {
		r.Kinds = append(r.Kinds, OwnDayKind{
			Key: k.String(), Label: v.p.Enum(k), OneDay: k.OneDay(), NeedsReason: k.NeedsReason(), TakesRule: k.TakesRule(),
			TakesHoliday: k.TakesHoliday(), TakesInstead: k.TakesInstead(), NeedsInstead: k.NeedsInstead(),
		})
	}
	r.Profiles = v.profiles()
	c, year := v.a.Calendar, v.a.Year
	if c == nil {
		return r
	}
	profile := c.Profile()
	r.Name, r.BusinessDays = v.p.Name(profile.Name), byMonth(c, year)
	r.Marks, r.Days = string(dayMarks(c, year)), listed(v.specialDays(c))
	for d := calendar.Monday; d <= calendar.Sunday; d++ {
		if profile.Week.Works(d) {
			r.WorkWeek = append(r.WorkWeek, d)
		}
	}
	for _, w := range v.a.Plan.Env().Blackouts {
		if w.Span.Overlaps(year) {
			r.Blackouts = append(r.Blackouts, BlackoutRow{
				Name: v.p.Name(w.Name), Start: w.Span.Start, End: w.Span.End, RequestBy: w.RequestBy, Election: w.Election,
				Basis: w.Basis.Cite(), Status: w.Basis.Status,
			})
		}
	}
	return r
}

// maxComposition is the length in bytes from which on a text names too many calendars to be
// one.
const maxComposition = 1000

// profiles lists the calendars of the Env, and before them the base of the plan's calendar
// if it is unknown. In a text such as "a + b", the known keys at the end are added to the
// base, which is the text before them and has at least one key.
func (v *viewer) profiles() []ProfileChoice {
	known := v.a.Plan.Env().Profiles
	isKnown := func(key string) bool {
		return slices.ContainsFunc(known, func(p calendar.Profile) bool { return p.Key == key })
	}
	text := v.a.Plan.View().Calendar
	parts := strings.Split(text, " + ")
	if len(text) > maxComposition {
		parts = parts[:1] // choices without the rest, which repeat none of it
	}
	from := len(parts)
	for from > 1 && isKnown(parts[from-1]) {
		from--
	}
	base, added := strings.Join(parts[:from], " + "), parts[from:]
	join := func(base string, added []string) string {
		return strings.Join(slices.DeleteFunc(append([]string{base}, added...), func(k string) bool { return k == "" }), " + ")
	}
	list := make([]ProfileChoice, 0, len(known)+1)
	add := func(key, label string) {
		c := ProfileChoice{Key: key, Label: label, Base: key == base, Added: slices.Contains(added, key)}
		without := slices.DeleteFunc(slices.Clone(added), func(k string) bool { return k == key })
		c.AsBase, c.Toggled = join(key, without), join(base, without)
		if !c.Added && !c.Base {
			c.Toggled = join(base, append(without, key))
		}
		list = append(list, c)
	}
	switch {
	case len(text) > maxComposition:
		list = append(list, ProfileChoice{Key: short(text), Label: short(text), AsBase: text, Toggled: text})
	case !isKnown(base):
		add(base, base)
	}
	for i := range known {
		add(known[i].Key, v.p.Name(known[i].Name))
	}
	return list
}

// dayMarks returns a letter for each day of a year, as CalendarView.Marks describes.
func dayMarks(c *calendar.Calendar, year calendar.Span) []byte {
	week := c.Profile().Week
	days := make([]byte, year.Days())
	for i := range days {
		switch d := year.Start.AddDays(i); {
		case c.IsHalfDay(d):
			days[i] = 'h'
		case week.Works(d.Weekday()) && c.IsBusinessDay(d):
			days[i] = 'w'
		case week.Works(d.Weekday()):
			days[i] = 'o'
		case c.IsBusinessDay(d):
			days[i] = 'x'
		default:
			days[i] = 'r'
		}
	}
	return days
}

// specialDays lists the occurrences of rules in the fiscal year, including days off that are
// not taken and worked weekend days. It omits the rules that have a day off worked: the
// row of the day off has Worked set.
func (v *viewer) specialDays(c *calendar.Calendar) []DayRow {
	var rows []DayRow
	for o := range c.Occurrences(v.a.Year) {
		h := o.Holiday
		if h.Effect == calendar.Work || h.Effect == calendar.Open && c.Profile().Week.Works(o.Date.Weekday()) {
			continue
		}
		rows = append(rows, DayRow{
			Date: o.Date, Name: short(v.p.Name(h.Name)), Kind: v.p.Enum(h.Kind), Why: v.p.Enum(decidingReason(c, o.Date)),
			Basis: h.Basis.Cite(), Worked: c.IsBusinessDay(o.Date), Status: o.Status,
		})
	}
	return rows
}

// decidingReason returns the first reason that decides whether a day is worked. It returns the
// weekend only if there is no other.
func decidingReason(c *calendar.Calendar, d calendar.Date) calendar.DayReason {
	reasons := c.Explain(d).Reasons
	for _, r := range reasons {
		if r != calendar.ReasonWeekend {
			return r
		}
	}
	return reasons[0]
}

// ownDays lists the office's own days as they were written, including invalid ones.
func (v *viewer) ownDays(own []poa.OwnDay) []OwnDayRow {
	doc := v.a.Plan.View()
	found := v.findingsByID("ownDays", len(own), func(i int) string { return own[i].ID })
	rows := make([]OwnDayRow, 0, min(len(own), MaxListed))
	n := v.fit(listOwnDays, len(own), func(e *wire.Encoder, i int) {
		d := &own[i]
		at := norm.Path("ownDays").Item(d.ID)
		row := OwnDayRow{
			ID: d.ID, Kind: d.Kind.String(), Label: v.p.Enum(d.Kind), Name: d.Name, When: v.p.When(d.Adjustment),
			Start: d.Span.Start, End: d.Span.End,
			Rule: d.Rule, ValidFrom: d.Valid.Start, ValidTo: d.Valid.End, Holiday: d.Holiday, Instead: d.Instead,
			Reason: d.Reason, Document: d.Document, Pending: pendingUnder(doc, at), Illustrative: pathsUnder(doc.Illustrative, at),
			Effect: d.Effect, Idle: d.Idle, Findings: v.rowFindings(found[d.ID]),
		}
		if len(found[d.ID]) > 0 {
			row.Severity = found[d.ID][0].Severity
		}
		rows = append(rows, row)
		encodeOwnDayRow(e, &row)
	})
	return rows[:n]
}
