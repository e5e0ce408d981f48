package poa

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
)

var (
	// The document has no fiscal year, or one out of the range of package calendar.
	fiscalYearMissing = norm.FindingKind{Code: "plan.fiscal-year-missing", Severity: norm.Blocking}
	// The Env has no such calendar, or it has no business day.
	calendarUnknown = norm.FindingKind{Code: "plan.calendar-unknown", Severity: norm.Blocking, Args: []string{"calendar"}}

	fixCalendar = norm.FixKind{Code: "fix.set-calendar", Args: []string{"calendar"}}
)

// calendars are the calendars of the plan, or nil.
type calendars struct {
	plan    *calendar.Calendar // with the office's own days
	general *calendar.Calendar // without them
	unknown bool               // the plan names no calendar that exists
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
	first, last := in.doc.FiscalYear-2, in.doc.FiscalYear+12
	window := calendar.Span{
		Start: calendar.YearSpan(max(first, calendar.MinYear)).Start,
		End:   calendar.YearSpan(min(last, calendar.MaxYear)).End,
	}
	profile, err := calendar.Compose(in.doc.Calendar, in.env().Profiles)
	if err == nil {
		c.general, err = calendar.Compile(profile, window)
	}
	if err == nil {
		c.plan, err = in.adjusted(profile, window, c.general)
	}
	c.unknown = err != nil
	return c
}

// analyzeCalendarName reports a calendar that does not exist, with the one that the norm
// proposes for the office.
func analyzeCalendarName(in *reader) any {
	if !in.calendars().unknown {
		return nil
	}
	f := calendarUnknown.At("calendar", norm.Text(in.doc.Calendar))
	if propose := in.env().OfficeCalendar; propose != nil {
		key := propose(in.doc.Office)
		for i := range in.env().Profiles {
			if p := &in.env().Profiles[i]; p.Key == key {
				edit := norm.Edit{Op: norm.OpSet, Path: "calendar", Value: `"` + key + `"`}
				f.Fixes = []norm.Fix{fixCalendar.With([]norm.Edit{edit}, norm.Citation(p.Name))}
			}
		}
	}
	in.report(f)
	return nil
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
// without a calendar.
func (c *calendars) businessDays(s calendar.Span) int {
	if c.plan == nil || !s.Valid() {
		return 0
	}
	return c.plan.CountBusinessDays(s)
}
