package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// activities computes a status for each activity. Those of the last analysis
// serve again where the activity and all it names are the same.
func (w *analyzer) activities() {
	reuse := w.last.Plan != nil && same(w.doc.Posts, w.was.Posts) && same(w.doc.Administrations, w.was.Administrations) &&
		same(w.doc.Periods, w.was.Periods) && same(w.doc.Progress, w.was.Progress)
	switch {
	case reuse && same(w.doc.Activities, w.was.Activities):
		w.Activities, w.Count, w.told = w.last.Activities, w.last.Count, w.last.told
		w.parts[partActivities] = w.last.parts[partActivities]
		return
	case reuse && len(w.doc.Activities) == len(w.was.Activities):
		w.changed()
	case reuse:
		w.shifted(w.last.Activities)
	default:
		w.shifted(nil)
	}
	if w.told.findings == 0 {
		return
	}
	w.parts[partActivities] = make([]norm.Finding, 0, w.told.findings)
	for _, s := range w.Activities {
		w.parts[partActivities] = append(w.parts[partActivities], s.findings...)
	}
}

// tally is what the statuses of all activities add up to.
type tally struct {
	findings int
	periods  []int // activities of each period
}

// count adds a status to what all of them add up to, or takes it away.
func (w *analyzer) count(s *ActivityStatus, by int) {
	w.Count[s.State] += by
	w.told.findings += by * len(s.findings)
	if s.period >= 0 {
		w.told.periods[s.period] += by
	}
}

// changed takes the last statuses and computes those of the activities that
// were replaced: it looks at pointers, and not at what they point to.
func (w *analyzer) changed() {
	w.Activities, w.Count = slices.Clone(w.last.Activities), w.last.Count
	w.told = tally{w.last.told.findings, slices.Clone(w.last.told.periods)}
	was := w.was.Activities
	for i, act := range w.doc.Activities {
		if act != was[i] {
			w.count(w.Activities[i], -1)
			w.Activities[i] = w.activity(act)
			w.count(w.Activities[i], +1)
		}
	}
}

// shifted walks the activities and the old statuses side by side, so that an
// insertion or a removal costs one status.
func (w *analyzer) shifted(old []*ActivityStatus) {
	w.Activities = make([]*ActivityStatus, len(w.doc.Activities))
	w.told.periods = make([]int, len(w.doc.Periods))
	next := 0
	for i, act := range w.doc.Activities {
		var s *ActivityStatus
		switch {
		case next < len(old) && old[next].Activity == act:
			s = old[next]
			next++
		case next+1 < len(old) && old[next+1].Activity == act: // one was removed
			s = old[next+1]
			next += 2
		default:
			s = w.activity(act)
			if next < len(old) && old[next].Activity.ID == act.ID {
				next++
			}
		}
		w.Activities[i] = s
		w.count(s, +1)
	}
}

func (w *analyzer) activity(act *Activity) *ActivityStatus {
	s := &ActivityStatus{Activity: act, Post: w.names.posts[act.Responsible], Done: w.names.done[act.ID], period: -1}
	if i, ok := w.names.periods[act.Period]; ok {
		s.period, s.Period = i, w.doc.Periods[i]
	}
	s.Administration = w.inOffice(act.Span.End)
	s.BusinessDays = w.businessDays(act.Span)
	var err error
	if s.Planned, err = act.Targets.Total(); err == nil {
		s.Due, err = act.Targets.Through(monthsBefore(w.Year, w.Today))
	}
	if err != nil {
		s.findings = append(s.findings, overflow(norm.Path("activities").Item(act.ID).Field("targets")))
	}
	s.State = s.state(w.Today)
	w.checkActivity(s)
	return s
}

// inOffice returns the administration whose term has the day, or nil.
func (w *analyzer) inOffice(d calendar.Date) *Administration {
	for _, a := range w.doc.Administrations {
		if !d.IsZero() && a.Term.Contains(d) {
			return a
		}
	}
	return nil
}

// monthsBefore counts the whole months of the year that are over on a day.
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

// state reads where the activity stands from its dates and quantities.
func (s *ActivityStatus) state(today calendar.Date) State {
	span := s.Activity.Span
	reached := s.Done.Cmp(s.Planned) >= 0 && s.Done.Sign() > 0
	switch {
	case !span.Valid():
		return StateUndated
	case reached:
		return StateDone
	case s.Due.Cmp(s.Done) > 0 || today.After(span.End):
		return StateLate
	case today.Before(span.Start):
		return StateNotStarted
	default:
		return StateUnderWay
	}
}

// checkActivity finds what is wrong with one activity, in the order a reader
// would mend it: who, when, how much.
func (w *analyzer) checkActivity(s *ActivityStatus) {
	act := s.Activity
	at := func(field string) norm.Path { return norm.Path("activities").Item(act.ID).Field(field) }
	find := func(sev norm.Severity, code norm.Code, field string, args ...norm.Arg) *norm.Finding {
		args = append([]norm.Arg{textArg("name", act.Name)}, args...)
		s.findings = append(s.findings, norm.Finding{Severity: sev, Code: code, Path: at(field), Args: args})
		return &s.findings[len(s.findings)-1]
	}
	if act.Name == "" {
		find(norm.Warning, "activity.without-name", "name")
	}
	if act.Period == "" {
		find(norm.Warning, "activity.without-period", "period")
	}
	if act.Responsible == "" {
		find(norm.Warning, "activity.without-responsible", "responsible")
	}
	span := act.Span
	dates := []norm.Arg{dateArg("start", span.Start), dateArg("end", span.End)}
	switch {
	case span.Start.IsZero() || span.End.IsZero():
		find(norm.Warning, "activity.undated", "span")
		return
	case !span.Valid():
		f := find(norm.Blocking, "activity.end-before-start", "span.end", dates...)
		f.Related = []norm.Path{at("span.start")}
		f.Fixes = []norm.Fix{swapDates(at("span"), span)}
		return
	}
	if w.Year.Valid() && !w.Year.Covers(span) {
		f := find(norm.Blocking, "activity.outside-year", "span", append(dates, countArg("year", w.doc.FiscalYear))...)
		if fit, ok := span.Intersect(w.Year); ok {
			f.Fixes = []norm.Fix{setDates("fix.fit-year", at("span"), fit)}
		}
	} else if s.Period != nil && s.Period.Span.Valid() && !s.Period.Span.Covers(span) {
		f := find(norm.Warning, "activity.outside-period", "span", textArg("period", s.Period.Name),
			dateArg("start", s.Period.Span.Start), dateArg("end", s.Period.Span.End))
		f.Related = []norm.Path{norm.Path("periods").Item(s.Period.ID)}
		if fit, ok := span.Intersect(s.Period.Span); ok {
			f.Fixes = []norm.Fix{setDates("fix.fit-period", at("span"), fit)}
		}
	}
	if w.Calendar != nil && s.BusinessDays == 0 {
		find(norm.Suggestion, "activity.without-business-day", "span", dates...)
	}
	for i, target := range act.Targets {
		if target.IsZero() {
			continue
		}
		if m, err := calendar.NewMonth(w.doc.FiscalYear, i+1); err == nil && !m.Span().Overlaps(span) {
			find(norm.Warning, "activity.target-outside-span", "targets."+monthName[i], norm.Arg{Name: "month", Value: m})
		}
	}
	if f, ok := w.outOfOffice(act.Responsible, act.Name, span); ok {
		f.Path, f.Severity = at("responsible"), norm.Warning
		s.findings = append(s.findings, f)
	}
}

// monthName are the names by which a path addresses one month of a list.
var monthName = [12]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}

// outOfOffice finds that a post acts on days when the administration it belongs
// to is over, or has not begun. The caller places and weighs the finding.
func (w *analyzer) outOfOffice(post, what string, days calendar.Span) (norm.Finding, bool) {
	p := w.names.posts[post]
	if p == nil || days.End.IsZero() {
		return norm.Finding{}, false
	}
	a := w.names.administrations[p.Administration]
	if a == nil || !a.Term.Valid() {
		return norm.Finding{}, false
	}
	f := norm.Finding{
		Args:    []norm.Arg{textArg("post", p.Name), textArg("what", what), textArg("administration", a.Name)},
		Related: []norm.Path{norm.Path("posts").Item(p.ID), norm.Path("administrations").Item(a.ID)},
	}
	switch {
	case days.End.After(a.Term.End):
		f.Code = "post.term-ended"
		f.Args = append(f.Args, dateArg("end", a.Term.End), dateArg("date", days.End))
	case days.Start.Before(a.Term.Start):
		f.Code = "post.term-not-begun"
		f.Args = append(f.Args, dateArg("start", a.Term.Start), dateArg("date", days.Start))
	default:
		return norm.Finding{}, false
	}
	return f, true
}

func setDates(code norm.Code, span norm.Path, to calendar.Span) norm.Fix {
	return norm.Fix{
		Code: code,
		Args: []norm.Arg{dateArg("start", to.Start), dateArg("end", to.End)},
		Edits: []norm.Edit{
			{Op: norm.OpSet, Path: span.Field("start"), Value: quoted(to.Start)},
			{Op: norm.OpSet, Path: span.Field("end"), Value: quoted(to.End)},
		},
	}
}

func swapDates(path norm.Path, span calendar.Span) norm.Fix {
	f := setDates("fix.swap-dates", path, calendar.Span{Start: span.End, End: span.Start})
	f.Args = nil
	return f
}

func quoted(d calendar.Date) string { return `"` + d.String() + `"` }
