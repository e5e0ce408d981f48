package poa

import (
	"encoding"
	"slices"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

var (
	activityWithoutName        = norm.FindingKind{Code: "activity.without-name", Severity: norm.Warning, Args: []string{"name"}}
	activityWithoutPeriod      = norm.FindingKind{Code: "activity.without-period", Severity: norm.Warning, Args: []string{"name"}}
	activityWithoutResponsible = norm.FindingKind{Code: "activity.without-responsible", Severity: norm.Warning, Args: []string{"name"}}
	activityUndated            = norm.FindingKind{Code: "activity.undated", Severity: norm.Warning, Args: []string{"name"}}
	activityEndBeforeStart     = norm.FindingKind{Code: "activity.end-before-start", Severity: norm.Blocking, Args: []string{"name", "start", "end"}}
	activityOutsideYear        = norm.FindingKind{Code: "activity.outside-year", Severity: norm.Blocking, Args: []string{"name", "start", "end", "year"}}
	activityOutsidePeriod      = norm.FindingKind{Code: "activity.outside-period", Severity: norm.Warning, Args: []string{"name", "period", "start", "end"}}
	activityWithoutBusinessDay = norm.FindingKind{Code: "activity.without-business-day", Severity: norm.Suggestion, Args: []string{"name", "start", "end"}}
	activityTargetOutsideSpan  = norm.FindingKind{Code: "activity.target-outside-span", Severity: norm.Warning, Args: []string{"name", "month"}}

	fixFitYear   = norm.FixKind{Code: "fix.fit-year", Args: []string{"start", "end"}}
	fixFitPeriod = norm.FixKind{Code: "fix.fit-period", Args: []string{"start", "end"}}
)

// activities are the statuses of all activities, and their counts.
type activities struct {
	of         []*Activity
	list       []*ActivityStatus
	count      [stateCount]int
	byPeriod   []int // number of activities of each period
	targetless int   // number of activities without a target
	// ended are the months before that of the day, closed those of them that can be
	// captured no more.
	ended, closed months
	// If partial is set, replaced are the old and new statuses in which list differs
	// from that of the last analysis.
	partial  bool
	replaced [][2]*ActivityStatus
}

// analyzeActivities computes the status of each activity. It reuses those of the last
// analysis if none of their other inputs changed.
func analyzeActivities(in *reader) any {
	w := &activities{of: in.doc.Activities}
	w.ended, w.closed = in.monthsOf(in.year())
	if in.last != nil && in.dirty&^readActivities == 0 && in.dirtyParts == 0 {
		old := in.last.value.(*activities)
		if len(old.of) == len(w.of) {
			in.replaceActivities(w, old)
			return w
		}
		in.allActivities(w, old.list)
		return w
	}
	in.allActivities(w, nil)
	return w
}

// add adds by to the counts of a status.
func (w *activities) add(s *ActivityStatus, by int) {
	if w.count[s.State] += by; s.Activity.targetless() {
		w.targetless += by
	}
	if s.period >= 0 {
		w.byPeriod[s.period] += by
	}
}

// replaceActivities computes the statuses of the activities that are not the same
// pointers as in old.
func (in *reader) replaceActivities(w, old *activities) {
	w.list, w.count, w.byPeriod, w.partial = slices.Clone(old.list), old.count, slices.Clone(old.byPeriod), true
	w.targetless = old.targetless
	findings := false
	for i, act := range w.of {
		in.counter.Count(1)
		if act == old.of[i] {
			continue
		}
		s := in.activity(w, act)
		w.add(old.list[i], -1)
		w.add(s, +1)
		findings = findings || len(s.findings)+len(old.list[i].findings) > 0
		w.list[i], w.replaced = s, append(w.replaced, [2]*ActivityStatus{old.list[i], s})
	}
	if in.findings = in.last.findings; findings {
		in.findings = findingsOf(w.list)
	}
}

// allActivities computes the status of each activity. It walks the old statuses in
// parallel, so that after an insertion or a removal at most one status is computed.
func (in *reader) allActivities(w *activities, old []*ActivityStatus) {
	w.list, w.byPeriod = make([]*ActivityStatus, len(w.of)), make([]int, len(in.doc.Periods))
	next := 0
	for i, act := range w.of {
		in.counter.Count(1)
		switch {
		case next < len(old) && old[next].Activity == act:
			w.list[i] = old[next]
			next++
		case next+1 < len(old) && old[next+1].Activity == act: // one was removed
			w.list[i] = old[next+1]
			next += 2
		default:
			w.list[i] = in.activity(w, act)
		}
		w.add(w.list[i], +1)
	}
	in.findings = findingsOf(w.list)
}

func findingsOf(list []*ActivityStatus) []norm.Finding {
	n := 0
	for _, s := range list {
		n += len(s.findings)
	}
	if n == 0 {
		return nil
	}
	all := make([]norm.Finding, 0, n)
	for _, s := range list {
		all = append(all, s.findings...)
	}
	return all
}

// nearDays is the number of calendar days ahead for which partNear lists activities.
const nearDays = 31

// analyzeNear returns the activities that are overdue, or begin or end within nearDays,
// in the order of the document.
func analyzeNear(in *reader) any {
	w, today := in.activities(), in.today()
	last := daysAfter(today, nearDays)
	near := func(s *ActivityStatus) bool { return s.isDue(today, last) }
	if in.last != nil && in.dirty == 0 && w.partial &&
		!slices.ContainsFunc(w.replaced, func(s [2]*ActivityStatus) bool { return near(s[0]) || near(s[1]) }) {
		in.keep()
		return nil
	}
	var list []*ActivityStatus
	for _, s := range w.list {
		if near(s) {
			list = append(list, s)
		}
	}
	return list
}

// isDue reports whether the activity is not done, and begins from today to last or ends
// by last.
func (s *ActivityStatus) isDue(today, last calendar.Date) bool {
	span := s.Activity.Span
	return span.Valid() && s.State != StateDone &&
		(!span.End.After(last) || !span.Start.Before(today) && !span.Start.After(last))
}

// activity computes the status of one activity.
func (in *reader) activity(w *activities, act *Activity) *ActivityStatus {
	names := in.names()
	s := &ActivityStatus{Activity: act, Post: names.posts[act.Responsible], period: -1}
	if i, ok := names.periods[act.Period]; ok {
		s.period, s.Period = i, in.doc.Periods[i]
	}
	s.Administration = in.administrationOn(in.inYear(act.Span).End)
	s.BusinessDays = in.calendars().businessDays(in.inYear(act.Span))
	s.measure(in.progress().of[act.ID], w.ended, w.closed, in)
	in.checkActivity(s)
	return s
}

// administrationOn returns the administration in office on a day, or nil.
func (in *reader) administrationOn(d calendar.Date) *Administration {
	if i := in.names().inOffice.at(d); i >= 0 {
		return in.doc.Administrations[i]
	}
	return nil
}

// monthsBefore returns the number of months of the year that ended before the month of
// today.
func monthsBefore(year calendar.Span, today calendar.Date) int {
	switch {
	case !year.Valid() || today.Before(year.Start):
		return 0
	case today.After(year.End):
		return 12
	default:
		return today.Month() - 1
	}
}

// checkActivity reports what is wrong with one activity, in the order in which a person
// would correct it: responsibility, dates, quantities.
func (in *reader) checkActivity(s *ActivityStatus) {
	act := s.Activity
	report := func(k *norm.FindingKind, field string, values ...encoding.TextMarshaler) *norm.Finding {
		values = append([]encoding.TextMarshaler{norm.Text(act.Name)}, values...)
		s.findings = append(s.findings, k.At(norm.Path("activities").Item(act.ID).Field(field), values...))
		return &s.findings[len(s.findings)-1]
	}
	if act.Name == "" {
		report(&activityWithoutName, "name")
	}
	in.checkNoPeriod(act, report)
	if act.Responsible == "" {
		report(&activityWithoutResponsible, "responsible")
	}
	if !in.checkDates(s, report) {
		return
	}
	for i, target := range act.Targets {
		if target.IsZero() {
			continue
		}
		if m, err := calendar.NewMonth(in.doc.FiscalYear, i+1); err == nil && !m.Span().Overlaps(act.Span) {
			report(&activityTargetOutsideSpan, "targets."+strconv.Itoa(i+1), m)
		}
	}
	if f, ok := in.names().outOfOffice(act.Responsible, act.Name, in.inYear(act.Span)); ok {
		f.Path, f.Severity = norm.Path("activities").Item(act.ID).Field("responsible"), norm.Warning
		s.findings = append(s.findings, f)
	}
}

// checkDates checks the dates of the activity. It returns false if the other checks
// cannot use them.
func (in *reader) checkDates(s *ActivityStatus, report func(k *norm.FindingKind, field string, values ...encoding.TextMarshaler) *norm.Finding) bool {
	at := norm.Path("activities").Item(s.Activity.ID).Field("span")
	span := s.Activity.Span
	switch {
	case span.Start.IsZero() || span.End.IsZero():
		if !in.scheduledDays(s.Activity).Valid() {
			report(&activityUndated, "span")
		}
		return false
	case !span.Valid():
		f := report(&activityEndBeforeStart, "span.end", span.Start, span.End)
		f.Related = []norm.Path{at.Field("start")}
		f.Fixes = []norm.Fix{swapDates(at, span)}
		return false
	}
	if year := in.year(); year.Valid() && !year.Overlaps(span) {
		report(&activityOutsideYear, "span", span.Start, span.End, norm.Count(in.doc.FiscalYear))
	} else if within := in.inYear(span); s.Period != nil && s.Period.Span.Valid() && in.strays(within, s.Period.Span) {
		f := report(&activityOutsidePeriod, "span", norm.Text(s.Period.Name), s.Period.Span.Start, s.Period.Span.End)
		f.Related = []norm.Path{norm.Path("periods").Item(s.Period.ID)}
		if fit, ok := within.Intersect(s.Period.Span); ok {
			f.Fixes = append(f.Fixes, setDates(&fixFitPeriod, at, fit))
		}
		f.Fixes = append(f.Fixes, in.periodFix(s.Activity.ID, within)...)
	}
	if in.calendars().plan != nil && s.BusinessDays == 0 {
		report(&activityWithoutBusinessDay, "span", span.Start, span.End)
	}
	return true
}

// setDates returns a fix that sets both ends of a span.
func setDates(k *norm.FixKind, span norm.Path, to calendar.Span) norm.Fix {
	return k.With(datesEdits(span, to), to.Start, to.End)
}

func datesEdits(span norm.Path, to calendar.Span) []norm.Edit {
	return []norm.Edit{
		{Op: norm.OpSet, Path: span.Field("start"), Value: quoted(to.Start)},
		{Op: norm.OpSet, Path: span.Field("end"), Value: quoted(to.End)},
	}
}

func swapDates(path norm.Path, span calendar.Span) norm.Fix {
	return norm.SwapDates(path, span.Start.String(), span.End.String())
}

func quoted(d calendar.Date) string { return `"` + d.String() + `"` }
