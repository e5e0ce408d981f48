package poa

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// withdrawn returns the ids of the records that are withdrawn on a day; the zero day is
// after all records.
func (d *Document) withdrawn(on calendar.Date) map[string]bool {
	if len(d.Withdrawals) == 0 {
		return nil
	}
	ids := make(map[string]bool, len(d.Withdrawals))
	for _, w := range d.Withdrawals {
		if on.IsZero() || !w.Date.After(on) {
			ids[w.Record] = true
		}
	}
	return ids
}

// analyzeWithdrawn returns the ids of the records that are withdrawn on the day.
func analyzeWithdrawn(in *reader) any { return in.doc.withdrawn(in.today()) }

// progress has the progress records of each activity that count on the day of the
// analysis, in the order of the document.
type progress struct{ of map[string][]*Progress }

func analyzeProgress(in *reader) any {
	withdrawn := in.withdrawn()
	p := &progress{make(map[string][]*Progress)}
	for _, r := range in.doc.Progress {
		in.counter.Count(1)
		if !r.Date.After(in.today()) && !withdrawn[r.ID] {
			p.of[r.Activity] = append(p.of[r.Activity], r)
		}
	}
	return p
}

// months is a set of months, January is bit 1.
type months uint16

func (m months) has(month int) bool { return m>>month&1 != 0 }

// through returns the months from January to month, included.
func through(month int) months { return 1<<(month+1) - 2 }

// last returns the last month of the set, or zero.
func (m months) last() int {
	for month := 12; month > 0; month-- {
		if m.has(month) {
			return month
		}
	}
	return 0
}

// addsUp reports whether the progress of several months is added up.
func (a *Activity) addsUp() bool {
	return a.accumulation() == kpi.AccumulateSum && a.ProgressForm == ProgressQuantity
}

func (a *Activity) accumulation() kpi.Accumulation {
	if a.Accumulation == 0 {
		return kpi.AccumulateSum
	}
	return a.Accumulation
}

// accumulate combines the values of some months.
func (a *Activity) accumulate(values *[12]exact.Number, of months) (exact.Number, error) {
	list := make([]exact.Number, 0, 12)
	for i, v := range values {
		if of.has(i + 1) {
			list = append(list, v)
		}
	}
	return a.accumulation().Combine(list...)
}

// scheduled returns the months that have a target.
func (a *Activity) scheduled() (m months) {
	for i, target := range a.Targets {
		if !target.IsZero() {
			m |= 1 << (i + 1)
		}
	}
	return m
}

// done is what was recorded for an activity.
type done struct {
	values [12]exact.Number
	months months // the months with a record
	whole  months // those of them with a record made after the month ended
	final  bool   // a record reports that the activity has ended
}

// recorded combines the records of each month. It returns the record that makes a sum
// overflow, if any, and leaves it out.
func (a *Activity) recorded(year int, records []*Progress) (d done, overflow *Progress) {
	var latest [12]calendar.Date
	for _, r := range records {
		if r.Month < 1 || r.Month > 12 {
			continue
		}
		value := &d.values[r.Month-1]
		switch {
		case a.addsUp():
			sum, err := value.Add(r.Quantity)
			if err != nil {
				overflow = r
				continue
			}
			*value = sum
		case !r.Date.Before(latest[r.Month-1]):
			*value, latest[r.Month-1] = r.Quantity, r.Date
		}
		d.months |= 1 << r.Month
		if m, err := calendar.NewMonth(year, r.Month); err == nil && r.Date.After(m.Last()) {
			d.whole |= 1 << r.Month
		}
		d.final = d.final || r.Final
	}
	return d, overflow
}

// measure sets the planned, expected and done quantities of s, and its state. closed are
// the months that can be captured no more, ended the months before that of the day.
func (s *ActivityStatus) measure(records []*Progress, ended, closed months, in *reader) {
	act := s.Activity
	targets := (*[12]exact.Number)(&act.Targets)
	scheduled := act.scheduled()
	got, overflow := act.recorded(in.doc.FiscalYear, records)
	s.Recorded = got.months != 0
	var err error
	if s.Planned, err = act.accumulate(targets, scheduled); err == nil {
		s.Expected, err = act.accumulate(targets, scheduled&ended)
	}
	if err != nil {
		s.findings = append(s.findings, valueOverflow.At(norm.Path("activities").Item(act.ID).Field("targets")))
	}
	if act.ProgressForm == ProgressPercent {
		if s.InPercent() {
			s.Planned = exact.Int(100)
		}
		if month := got.months.last(); month > 0 {
			s.Done, err = share(s.Planned, got.values[month-1])
		}
	} else {
		s.Done, err = act.accumulate(&got.values, got.months)
	}
	if overflow == nil && err != nil && len(records) > 0 {
		overflow = records[len(records)-1]
	}
	if overflow != nil {
		s.findings = append(s.findings, valueOverflow.At(norm.Path("progress").Item(overflow.ID).Field("quantity")))
	}
	s.State = s.state(in, &got, scheduled, ended, closed)
}

// share returns a percentage of a quantity.
func share(of, percent exact.Number) (exact.Number, error) {
	part, err := percent.Div(exact.Int(100))
	if err != nil {
		return exact.Number{}, err
	}
	return of.Mul(part)
}

// state computes the state of the activity on the day of the analysis.
func (s *ActivityStatus) state(in *reader, got *done, scheduled, ended, closed months) State {
	act, today := s.Activity, in.today()
	if !act.Span.Valid() {
		return StateUndated
	}
	ending := today.After(act.Span.End)
	reached := s.Planned.Sign() > 0 && s.Done.Cmp(s.Planned) >= 0 && got.months != 0
	switch act.accumulation() {
	case kpi.AccumulateSum, kpi.AccumulateMax:
	default:
		// A level is kept until the last month.
		reached = reached && (act.ProgressForm == ProgressPercent || got.final || got.months.last() >= scheduled.last())
	}
	switch {
	case reached || got.final && s.Planned.IsZero():
		return StateDone
	case got.final || s.behind(got, scheduled, ended&(closed|got.whole)):
		return StateLate
	case ending && in.captureClosed(act.Span.End) && (s.Planned.Sign() > 0 || got.months == 0):
		return StateLate
	case s.behind(got, scheduled, ended) || ending && (s.Planned.Sign() > 0 || got.months == 0):
		return StateToCapture
	case got.months == 0 && today.Before(act.Span.Start):
		return StateNotStarted
	default:
		return StateUnderWay
	}
}

// behind reports whether less was done than the targets of the months within. A level is
// compared with the targets of the same months: its value in a later month, which has not
// ended, is not known yet.
func (s *ActivityStatus) behind(got *done, scheduled, within months) bool {
	act, of, actual := s.Activity, scheduled&within, s.Done
	if of == 0 {
		return false
	}
	var err error
	switch how := act.accumulation(); {
	case how == kpi.AccumulateSum, how == kpi.AccumulateMax, act.ProgressForm == ProgressPercent:
	case got.months.last() < of.last():
		// The value of an earlier month does not stand for a month without a record.
		return true
	case how == kpi.AccumulateAverage && of&got.months != 0:
		of &= got.months
		actual, err = act.accumulate(&got.values, of)
	case (got.months & within).last() >= of.last():
		actual = got.values[(got.months&within).last()-1]
	}
	expected, overflow := act.accumulate((*[12]exact.Number)(&act.Targets), of)
	return err == nil && overflow == nil && expected.Cmp(actual) > 0
}

// captureClosed reports whether the progress of the month of d can be captured no more.
func (in *reader) captureClosed(d calendar.Date) bool {
	return in.captureEnd(d.YearMonth()).Before(in.today())
}

// captureEnd returns the last day to capture the progress of a month.
func (in *reader) captureEnd(m calendar.Month) calendar.Date {
	return captureEnd(in.calendars().plan, m.Last(), captureDays(&in.doc, in.env()))
}

// maxCaptureDays is the longest time to capture that is counted: more than a year, in
// business days.
const maxCaptureDays = 366

// captureDays returns the number of business days to capture a month or a period in.
func captureDays(d *Document, env *Env) int {
	for _, days := range [...]int{d.CaptureDays, env.CaptureDays} {
		if days > 0 {
			return min(days, maxCaptureDays)
		}
	}
	return DefaultCaptureDays
}

// captureEnd returns the day that is so many business days after the last day of a month
// or period. Without a calendar, it counts all days. It returns the last day of package
// calendar for a day beyond it.
func captureEnd(c *calendar.Calendar, last calendar.Date, days int) calendar.Date {
	if c != nil {
		if d, err := c.AddBusinessDays(last, days); err == nil {
			return d
		}
	}
	return daysAfter(last, days)
}

// monthsOf returns the months of the fiscal year that ended before the day, and those of
// them that can be captured no more.
func (in *reader) monthsOf(year calendar.Span) (ended, closed months) {
	ended = through(monthsBefore(year, in.today()))
	for month := 1; month <= 12; month++ {
		if !ended.has(month) {
			break
		}
		if m, err := calendar.NewMonth(in.doc.FiscalYear, month); err == nil && in.captureClosed(m.First()) {
			closed |= 1 << month
		}
	}
	return ended, closed
}
