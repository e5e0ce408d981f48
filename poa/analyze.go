package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/interrupt"
)

// Analyze returns the analysis of the plan on a day, which depends on the plan and the
// day only. It takes time proportional to the size of the plan. If the plan was derived by
// Apply from one that was analyzed, only the parts with changed inputs are computed again.
func (p *Plan) Analyze(today calendar.Date) *Analysis {
	a, _ := p.AnalyzeUntil(today, nil)
	return a
}

// AnalyzeUntil is Analyze for a caller that may not wait for the result: expired is asked
// between the parts of the analysis, within a part after some thousand elements, and before
// each check of the norm. Once it returns true, AnalyzeUntil returns nil and ErrExpired. A
// nil function never expires.
func (p *Plan) AnalyzeUntil(today calendar.Date, expired func() bool) (*Analysis, error) {
	last := p.last.Load()
	if last != nil && last.Plan == p && last.Today == today {
		return last, nil
	}
	a, counter := &Analysis{Plan: p, Today: today, Year: p.Year()}, interrupt.New(expired)
	if !interrupt.Run(func() { a.run(last, counter); a.publish(counter) }) {
		return nil, newRefusal(ErrExpired, "")
	}
	p.last.Store(a)
	return a, nil
}

// part identifies a part of an analysis. Findings are in the order of the parts.
type part uint8

const (
	partCalendar part = iota
	partCalendarError
	partPeriods
	partActivities
	partCampaigns
	partBudget
	partIndicators
	partFollowUp
	partRecords
	partRecordValues
	partWithdrawn
	partProgress
	partNotes
	partNames
	partSigners
	partMissing
	partOffice
	partHasActivities
	partDeadlines
	partNear
	partNorm
	partCount
)

// partKeys are the names of the parts for Analysis.Changed.
var partKeys = [partCount]string{
	partCalendar:      "business-days",
	partCalendarError: "calendar-finding",
	partPeriods:       "period-status",
	partActivities:    "activity-status",
	partCampaigns:     "campaign-status",
	partBudget:        "budget-status",
	partIndicators:    "indicator-status",
	partFollowUp:      "follow-up-findings",
	partRecords:       "record-findings",
	partRecordValues:  "record-value-findings",
	partWithdrawn:     "records-withdrawn",
	partProgress:      "progress-to-date",
	partNotes:         "note-findings",
	partNames:         "names-by-id",
	partSigners:       "signers-out-of-office",
	partMissing:       "missing",
	partOffice:        "office-kinds",
	partHasActivities: "has-activities",
	partDeadlines:     "legal-deadlines",
	partNear:          "activities-near",
	partNorm:          "norm-findings",
}

// inputs is a set of inputs of an analysis: the fields of the document and the day.
type inputs uint64

// parts is a set of parts, a bit 1<<part for each.
type parts uint32

// step describes the computation of a part: the inputs that it reads, the parts that it
// uses, and the function. The function has no access to other inputs and parts.
type step struct {
	part  part
	reads inputs
	uses  parts
	run   func(*reader) any
}

// steps are the steps in the order in which they run; each uses earlier parts only. This
// table determines which parts are computed again after a change.
var steps = [...]step{
	{partCalendar, readFiscalYear | readCalendar | readWorkWeek | readOwnDays, 0, analyzeCalendar},
	{partCalendarError, readFiscalYear | readCalendar | readOffice, 1 << partCalendar, analyzeCalendarError},
	{partNames, readPosts | readAdministrations | readPeriods, 0, analyzeNames},
	{partWithdrawn, readWithdrawals | readToday, 0, analyzeWithdrawn},
	{partProgress, readProgress | readToday, 1 << partWithdrawn, analyzeProgress},
	{
		partActivities, readActivities | readAdministrations | readPeriods | readFiscalYear | readCaptureDays | readToday,
		1<<partCalendar | 1<<partNames | 1<<partProgress, analyzeActivities,
	},
	{partNear, readToday, 1 << partActivities, analyzeNear},
	{
		partPeriods, readPeriods | readCloses | readReopenings | readIndicators | readEvaluations | readFiscalYear | readToday,
		1<<partCalendar | 1<<partActivities, analyzePeriods,
	},
	{partCampaigns, readCampaigns | readFiscalYear | readToday, 1 << partCalendar, analyzeCampaigns},
	{partHasActivities, readActivities, 0, analyzeHasActivities},
	{partBudget, readLines | readFunds | readLedger | readFiscalYear | readToday, 1 << partHasActivities, analyzeBudget},
	{partIndicators, readIndicators | readMeasurements | readFiscalYear | readToday, 1 << partWithdrawn, analyzeIndicators},
	{partFollowUp, readEvaluations | readReports | readCommitments, 1 << partNames, analyzeFollowUp},
	{partSigners, readRecords | readToday, 1<<partNames | 1<<partWithdrawn, analyzeSigners},
	{partRecords, readSubjects, 1<<partNames | 1<<partSigners, analyzeRecords},
	{
		partRecordValues, readProgress | readMeasurements | readIndicators | readCloses | readReopenings | readWithdrawals | readPeriods | readActivities | readFiscalYear,
		1 << partWithdrawn, analyzeRecordValues,
	},
	{partNotes, readPending | readIllustrative, 0, analyzeNotes},
	{partMissing, readMission | readLines | readIndicators, 1 << partActivities, analyzeMissing},
	{partOffice, readOffice | readCampaigns, 0, analyzeOffice},
	{partDeadlines, readFiscalYear, 1<<partCalendar | 1<<partOffice, analyzeDeadlines},
}

// result is the result of a step. A part that is not computed again keeps the same
// pointer.
type result struct {
	value    any
	findings []norm.Finding // one by one
	folded   []norm.Finding
}

// newResult returns a result. It reuses the folded findings of last, which may be nil, if
// the findings are the same.
func newResult(value any, findings []norm.Finding, last *result) *result {
	if last != nil && same(findings, last.findings) {
		return &result{value, findings, last.folded}
	}
	return &result{value, findings, fold(findings)}
}

// noFindings is the result of a norm's checks without findings.
var noFindings result

// run computes the parts. It reuses those of last that did not change; last may be nil.
func (a *Analysis) run(last *Analysis, counter *interrupt.Counter) {
	changed := allInputs
	if last != nil && last.Plan.env == a.Plan.env {
		if changed = a.Plan.doc.changed(last.Plan.doc); a.Today != last.Today {
			changed |= readToday
		}
	} else {
		last = nil
	}
	in := &reader{analysis: a, lastAnalysis: last, counter: counter}
	for i := range steps {
		counter.Ask()
		in.begin(&steps[i], changed)
		if in.last != nil && in.dirty == 0 && in.dirtyParts == 0 {
			a.results[in.part] = in.last
			continue
		}
		value := in.run(in)
		if a.results[in.part] = in.last; !in.kept {
			a.results[in.part] = newResult(value, in.collected(), in.last)
		}
	}
}

// allInputs is the set of all inputs.
const allInputs = readToday<<1 - 1

// publish sets the fields of a from its parts. It runs the checks of the norm last: they
// read a.
func (a *Analysis) publish(counter *interrupt.Counter) {
	days := a.results[partCalendar].value.(*calendars)
	a.Calendar, a.General = days.plan, days.general
	a.Periods, _ = a.results[partPeriods].value.([]PeriodStatus)
	work := a.results[partActivities].value.(*activities)
	a.Activities, a.Count = work.list, work.count
	a.Campaigns, _ = a.results[partCampaigns].value.([]CampaignStatus)
	a.Budget = *a.results[partBudget].value.(*BudgetStatus)
	a.Indicators = a.results[partIndicators].value.(*indicators).list
	a.Missing, _ = a.results[partMissing].value.([]Missing)
	a.collect()
	a.results[partNorm] = &noFindings
	var found []norm.Finding
	for _, check := range a.Plan.env.Checks {
		counter.Ask()
		found = append(found, check(a.Plan, a)...)
	}
	if len(found) > 0 {
		a.results[partNorm] = newResult(nil, found, nil)
		a.collect()
	}
}

// collect concatenates and folds the findings of the parts.
func (a *Analysis) collect() {
	n := 0
	for _, r := range a.results {
		if r != nil {
			n += len(r.folded)
		}
	}
	a.Findings = make([]norm.Finding, 0, n)
	for _, r := range a.results {
		if r != nil {
			a.Findings = append(a.Findings, r.folded...)
		}
	}
	a.Findings = fold(a.Findings)
}

// Changed reports whether a and b, analyses of plans derived from one another, differ in
// any of the names: fields of the document, such as "posts"; "today"; parts of the
// analysis, such as "activity-status"; or "findings". It does not compare values but
// whether they were computed again: it may return true for equal values, but never false
// for different ones. An unknown name counts as changed.
func (a *Analysis) Changed(b *Analysis, names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return a.changedIn(b, name) })
}

func (a *Analysis) changedIn(b *Analysis, name string) bool {
	if i := slices.Index(inputNames[:], name); i >= 0 {
		return a.Plan.doc.changed(b.Plan.doc)>>i&1 != 0
	}
	if p := slices.Index(partKeys[:], name); p >= 0 {
		return a.results[p] != b.results[p]
	}
	switch name {
	case "today":
		return a.Today != b.Today
	case "findings":
		for p := range partCount {
			if !same(a.results[p].findings, b.results[p].findings) {
				return true
			}
		}
		return false
	}
	return true
}

// same reports whether a and b are the same list. Plans never modify a list they share.
func same[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// reader provides the inputs of a step and collects its findings.
type reader struct {
	*step
	// doc has the fields that the step reads; the others are zero.
	doc      Document
	findings []norm.Finding
	// reported are the findings before those, in parts: a long list that grows is copied again
	// and again.
	reported [][]norm.Finding
	// last is the previous result of the step, or nil; dirty and dirtyParts are the
	// inputs and parts of the step that changed since.
	last       *result
	dirty      inputs
	dirtyParts parts
	kept       bool

	analysis, lastAnalysis *Analysis
	// counter counts the elements of lists that the steps visit, so that the time is asked
	// for within a step too.
	counter *interrupt.Counter
}

// begin prepares in for a step; changed are the inputs that changed.
func (in *reader) begin(s *step, changed inputs) {
	*in = reader{step: s, analysis: in.analysis, lastAnalysis: in.lastAnalysis, counter: in.counter, dirty: changed & s.reads}
	for p := range partCount {
		if s.uses>>p&1 != 0 && (in.lastAnalysis == nil || in.analysis.results[p] != in.lastAnalysis.results[p]) {
			in.dirtyParts |= 1 << p
		}
	}
	if in.lastAnalysis != nil {
		in.last = in.lastAnalysis.results[s.part]
	}
	in.doc = in.analysis.Plan.doc.only(s.reads)
	if accessCheck != nil {
		accessCheck.fields(&in.doc, s.reads)
	}
}

// accessCheck panics if a step reads an input that it does not declare. Tests set it.
var accessCheck interface {
	fields(doc *Document, declared inputs)
	use(s *step, what string)
}

// keep makes the part keep its previous result, so that the parts that use it are not
// computed again.
func (in *reader) keep() { in.kept = true }

func (in *reader) env() *Env { return in.analysis.Plan.env }

func (in *reader) today() calendar.Date {
	if in.reads&readToday == 0 && accessCheck != nil {
		accessCheck.use(in.step, "today")
	}
	return in.analysis.Today
}

// year returns the fiscal year, or the zero span.
func (in *reader) year() calendar.Span { return in.doc.year() }

// use returns the value of an earlier part.
func (in *reader) use(p part) any {
	if in.uses>>p&1 == 0 && accessCheck != nil {
		accessCheck.use(in.step, partKeys[p])
	}
	return in.analysis.results[p].value
}

func (in *reader) calendars() *calendars { return in.use(partCalendar).(*calendars) }
func (in *reader) names() *names         { return in.use(partNames).(*names) }
func (in *reader) progress() *progress   { return in.use(partProgress).(*progress) }
func (in *reader) withdrawn() map[string]bool {
	ids, _ := in.use(partWithdrawn).(map[string]bool)
	return ids
}
func (in *reader) activities() *activities { return in.use(partActivities).(*activities) }

// report adds a finding.
func (in *reader) report(f norm.Finding) {
	if n := len(in.findings); n == cap(in.findings) && n > 0 {
		in.reported = append(in.reported, in.findings)
		in.findings = make([]norm.Finding, 0, min(2*n, maxReported))
	}
	in.findings = append(in.findings, f)
}

// maxReported is the number of findings for which a step reserves room at once.
const maxReported = 4096

// collected returns all findings of the step.
func (in *reader) collected() []norm.Finding {
	if len(in.reported) == 0 {
		return in.findings
	}
	n := len(in.findings)
	for _, part := range in.reported {
		n += len(part)
	}
	all := make([]norm.Finding, 0, n)
	for _, part := range in.reported {
		all = append(all, part...)
	}
	return append(all, in.findings...)
}
