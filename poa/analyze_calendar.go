package poa

import (
	"encoding"
	"errors"
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

var (
	// The document has no fiscal year, or one out of the range of package calendar.
	fiscalYearMissing = norm.FindingKind{Code: "plan.fiscal-year-missing", Severity: norm.Blocking}
	// The Env has no such calendar.
	calendarUnknown = norm.FindingKind{Code: "plan.calendar-unknown", Severity: norm.Blocking, Args: []string{"calendar"}}
	// The text combines more calendars than can be combined.
	calendarTooMany = norm.FindingKind{Code: "plan.calendar-too-many", Severity: norm.Blocking, Args: []string{"calendar", "limit"}}
	// The calendar has no business day, such as a combination of working weeks without a
	// common day.
	calendarNoDay = norm.FindingKind{Code: "plan.calendar-no-day", Severity: norm.Blocking, Args: []string{"calendar"}}
	// The profile of the calendar is invalid; holiday is the key of the rule with the
	// error, or empty.
	calendarInvalid = norm.FindingKind{Code: "plan.calendar-invalid", Severity: norm.Blocking, Args: []string{"calendar", "problem", "holiday"}}

	fixUseCalendar = norm.FixKind{Code: "fix.use-calendar", Args: []string{"calendar"}}
)

// calendars are the calendars of the plan, or nil.
type calendars struct {
	plan    *calendar.Calendar // with the office's own days
	general *calendar.Calendar // without them
	err     error              // why the plan's calendar cannot be used
}

// analyzeCalendar compiles the calendars of the plan, without and with the office's valid
// own days, for the fiscal year and the years around it that deadlines and campaigns may
// extend to.
func analyzeCalendar(in *reader) any {
	c := &calendars{}
	if !in.year().Valid() {
		in.report(fiscalYearMissing.At("fiscalYear"))
		return c
	}
	window := in.calendarWindow()
	profile, err := calendar.Compose(in.doc.Calendar, in.env().Profiles)
	if err == nil {
		c.general, err = calendar.Compile(profile, window)
	}
	if err == nil {
		c.plan, err = in.adjusted(profile, window, c.general)
	}
	c.err = err
	return c
}

// calendarWindow returns the years that the plan's calendar is compiled for.
func (in *reader) calendarWindow() calendar.Span {
	first, last := in.doc.FiscalYear-2, in.doc.FiscalYear+12
	return calendar.Span{
		Start: calendar.YearSpan(max(first, calendar.MinYear)).Start,
		End:   calendar.YearSpan(min(last, calendar.MaxYear)).End,
	}
}

// analyzeCalendarError reports why the calendar of the plan cannot be used, and offers the
// nearest that can, or the one that the norm proposes for the office.
func analyzeCalendarError(in *reader) any {
	err := in.calendars().err
	if err == nil {
		return nil
	}
	text := norm.Text(in.doc.Calendar)
	var f norm.Finding
	switch {
	case errors.Is(err, calendar.ErrUnknownProfile):
		f = calendarUnknown.At("calendar", text)
	case errors.Is(err, calendar.ErrTooManyProfiles):
		f = calendarTooMany.At("calendar", text, norm.Count(calendar.MaxComposed))
	case errors.Is(err, calendar.ErrNoCommonDay), errors.Is(err, calendar.ErrNoBusinessDay):
		f = calendarNoDay.At("calendar", text)
	default:
		problem, holiday := profileProblem(err)
		f = calendarInvalid.At("calendar", text, problem, norm.Text(holiday))
	}
	use := in.nearestCalendar()
	if propose := in.env().OfficeCalendar; use == "" && propose != nil {
		use = propose(in.doc.Office)
	}
	if use != "" {
		edit := norm.Edit{Op: norm.OpSet, Path: "calendar", Value: wire.Quote(use)}
		f.Fixes = append(f.Fixes, fixUseCalendar.With([]norm.Edit{edit}, in.calendarName(use)))
	}
	in.report(f)
	return nil
}

// profileProblem returns what is wrong with a profile, and the key of its holiday; empty
// texts if err does not say it. (errors.As makes the engine grow by 15 kB.)
func profileProblem(err error) (problem encoding.TextMarshaler, holiday string) {
	for ; err != nil; err = errors.Unwrap(err) {
		if e, ok := err.(*calendar.ProfileError); ok {
			return e.Problem, e.Holiday
		}
	}
	return norm.Text(""), ""
}

// calendarName returns the name of a profile, or the text of a composition.
func (in *reader) calendarName(text string) encoding.TextMarshaler {
	for i := range in.env().Profiles {
		if p := &in.env().Profiles[i]; p.Key == text {
			return norm.Citation(p.Name)
		}
	}
	return norm.Text(text)
}

// nearestCalendar returns the longest calendar that can be used of those that the plan's
// calendar begins with, with its spelling corrected; "" if there is none. The text "jalisco+lft" is
// "jalisco + lft".
func (in *reader) nearestCalendar() string {
	profiles := in.env().Profiles
	var keys []string
	for _, part := range strings.SplitN(in.doc.Calendar, "+", calendar.MaxComposed+1) {
		if len(keys) == calendar.MaxComposed {
			break
		}
		best, least := "", 0
		for i := range profiles {
			if key := profiles[i].Key; key == strings.TrimSpace(part) {
				best, least = key, -1
			} else if d, near := distance(part, key); near && (best == "" || d < least) {
				best, least = key, d
			}
		}
		if best == "" {
			return ""
		}
		if !slices.Contains(keys, best) {
			keys = append(keys, best)
		}
	}
	for ; len(keys) > 0; keys = keys[:len(keys)-1] {
		text := strings.Join(keys, " + ")
		if p, err := calendar.Compose(text, profiles); err == nil && text != in.doc.Calendar {
			if _, err := calendar.Compile(p, in.calendarWindow()); err == nil {
				return text
			}
		}
	}
	return ""
}

// adjusted returns the calendar of a profile with the office's own days, or general if
// there are no own days.
func (in *reader) adjusted(p calendar.Profile, window calendar.Span, general *calendar.Calendar) (*calendar.Calendar, error) {
	own := office.Adjustments{Year: in.doc.FiscalYear, WorkWeek: in.doc.WorkWeek, OwnDays: in.doc.OwnDays}
	if own.IsZero() {
		return general, nil
	}
	p, problems := own.ApplyValid(p)
	for _, e := range problems {
		in.report(e.Finding)
	}
	return calendar.Compile(p, window)
}

// businessDays returns the number of business days of a span, both ends included, or 0
// without a calendar. It counts those in the window of the calendar only: a span of
// thousands of years, which is a slip of the pen, must not cost as many.
func (c *calendars) businessDays(s calendar.Span) int {
	if c.plan == nil || !s.Valid() {
		return 0
	}
	s, ok := s.Intersect(c.plan.Window())
	if !ok {
		return 0
	}
	return c.plan.CountBusinessDays(s)
}
