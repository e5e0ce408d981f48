package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Rules about records that both the acts and the analysis apply: an act rejects a record
// that breaks them, the analysis reports one that a document contains.

// misdated is a date of a record that does not fit the plan.
type misdated struct {
	field string        // "date", or "span.start" or "span.end" of a measurement
	date  calendar.Date // the value of the field
	fits  calendar.Span // the dates that fit, both ends included
}

// dated returns the misdated value of a record, if date is not in fits. It accepts any
// date if the plan has no valid fiscal year: no act adds a record to such a plan, and that
// the year is missing is a finding itself.
func dated(field string, date calendar.Date, fits calendar.Span) (misdated, bool) {
	if !fits.Valid() || fits.Contains(date) {
		return misdated{}, true
	}
	return misdated{field, date, fits}, false
}

// recordable returns the days from start on which a record of the plan can be made: up to
// the end of the year after the fiscal year, in which its public account is presented.
func (d *Document) recordable(start calendar.Date) calendar.Span {
	year := d.year()
	if !year.Valid() {
		return calendar.Span{}
	}
	end := calendar.YearSpan(min(d.FiscalYear+1, calendar.MaxYear)).End
	return calendar.Span{Start: start, End: end}
}

// month returns a month of the fiscal year, 1 to 12, or the zero span.
func (d *Document) month(number int) calendar.Span {
	m, err := calendar.NewMonth(d.FiscalYear, number)
	if err != nil {
		return calendar.Span{}
	}
	return m.Span()
}

// checkProgressDate: progress is reported from the first day of its month on.
func (d *Document) checkProgressDate(r *Progress) (misdated, bool) {
	return dated("date", r.Date, d.recordable(d.month(r.Month).Start))
}

// checkMeasurementDate: the measured period counts in the fiscal year, and is captured from
// its first day on.
func (d *Document) checkMeasurementDate(m *kpi.Measurement, ind *kpi.Indicator) (misdated, bool) {
	if bad, ok := dated("span.end", m.Span.End, d.year()); !ok {
		return bad, false
	}
	if year := d.year(); year.Valid() && ind != nil && m.Span.Valid() && !ind.Counts(m.Span, year) {
		return dated("span.start", m.Span.Start, year)
	}
	return dated("date", m.Date, d.recordable(m.Span.Start))
}

// checkCloseDate: a period is closed after its last day and, if it was reopened, not
// before that.
func (d *Document) checkCloseDate(c *Close, p *Period) (misdated, bool) {
	if p == nil || !p.Span.Valid() {
		return misdated{}, true
	}
	return dated("date", c.Date, d.recordable(p.Span.End.AddDays(1)))
}

// checkReopeningDate: a period is reopened on the day it was closed or later.
func (d *Document) checkReopeningDate(r *Reopening, c *Close) (misdated, bool) {
	return dated("date", r.Date, d.recordable(c.Date))
}

// checkWithdrawalDate: a record is withdrawn on its own date or later.
func (d *Document) checkWithdrawalDate(w *Withdrawal, record calendar.Date) (misdated, bool) {
	return dated("date", w.Date, d.recordable(record))
}

func (d *Document) activity(id string) *Activity {
	if i := slices.IndexFunc(d.Activities, func(act *Activity) bool { return act.ID == id }); i >= 0 {
		return d.Activities[i]
	}
	return nil
}

// wholeWork is the cumulative percentage of an activity that is done. More than the whole
// of the work cannot be done; more than was planned can, which a quantity shows.
func wholeWork() exact.Number { return exact.Int(100) }

// exceedsWhole reports whether r is a percentage of more than the whole.
func (a *Activity) exceedsWhole(r *Progress) bool {
	return a.ProgressForm == ProgressPercent && r.Quantity.Cmp(wholeWork()) > 0
}

func (d *Document) indicator(id string) *kpi.Indicator {
	if i := slices.IndexFunc(d.Indicators, func(ind *kpi.Indicator) bool { return ind.ID == id }); i >= 0 {
		return d.Indicators[i]
	}
	return nil
}

func (d *Document) period(id string) *Period {
	if i := slices.IndexFunc(d.Periods, func(p *Period) bool { return p.ID == id }); i >= 0 {
		return d.Periods[i]
	}
	return nil
}

// closed returns the close in force of each closed period on a day, by the period's id; the
// zero day is after all records. A close is in force until it is reopened.
func (d *Document) closed(on calendar.Date) map[string]*Close {
	if len(d.Closes) == 0 {
		return nil
	}
	by := func(date calendar.Date) bool { return on.IsZero() || !date.After(on) }
	reopened := make(map[string]bool)
	for _, r := range d.Reopenings {
		if by(r.Date) {
			reopened[r.Close] = true
		}
	}
	closed := make(map[string]*Close)
	for _, c := range d.Closes {
		if by(c.Date) && !reopened[c.ID] {
			closed[c.Period] = c
		}
	}
	return closed
}

// closedDays finds the closed period that a day belongs to.
type closedDays struct {
	periods []*Period
	closes  map[string]*Close // by period
	spans   *spanIndex        // of periods
}

// closedDays returns the closed periods of d, after all records.
func (d *Document) closedDays() *closedDays {
	x := &closedDays{closes: d.closed(calendar.Date{})}
	if len(x.closes) == 0 {
		return x
	}
	var spans []calendar.Span
	for _, p := range d.Periods {
		if x.closes[p.ID] != nil {
			x.periods, spans = append(x.periods, p), append(spans, p.Span)
		}
	}
	x.spans = indexSpans(spans)
	return x
}

// on returns the closed period that a day belongs to, and its close, or nil.
func (x *closedDays) on(day calendar.Date) (*Period, *Close) {
	if len(x.closes) == 0 {
		return nil, nil
	}
	i := x.spans.at(day)
	if i < 0 {
		return nil, nil
	}
	return x.periods[i], x.closes[x.periods[i].ID]
}

// withdrawable returns the record that a withdrawal may name: its date, and the day that
// it is about.
func (d *Document) withdrawable(id string) (date, about calendar.Date, ok bool) {
	for _, r := range d.Progress {
		if r.ID == id {
			return r.Date, d.month(r.Month).End, true
		}
	}
	for _, m := range d.Measurements {
		if m.ID == id {
			return m.Date, m.Span.End, true
		}
	}
	return date, about, false
}

// refuse returns the refusal of a record with a misdated value.
func (bad misdated) refuse(record norm.Path) error {
	return newRefusal(ErrRecordDate, record.Field(bad.field),
		dateArg("date", bad.date), dateArg("start", bad.fits.Start), dateArg("end", bad.fits.End))
}

// AsOf returns a document with the elements of d, which it shares, and the records that
// are dated up to and including a day: the plan as it was then.
func (d *Document) AsOf(day calendar.Date) *Document {
	past := *d
	past.Ledger = upTo(day, d.Ledger, func(r *budget.Entry) calendar.Date { return r.Date })
	past.Measurements = upTo(day, d.Measurements, func(r *kpi.Measurement) calendar.Date { return r.Date })
	past.Progress = upTo(day, d.Progress, func(r *Progress) calendar.Date { return r.Date })
	past.Withdrawals = upTo(day, d.Withdrawals, func(r *Withdrawal) calendar.Date { return r.Date })
	past.Closes = upTo(day, d.Closes, func(r *Close) calendar.Date { return r.Date })
	past.Reopenings = upTo(day, d.Reopenings, func(r *Reopening) calendar.Date { return r.Date })
	// A withdrawal cannot be without its record, whatever their dates.
	kept := make(map[string]bool)
	past.eachRecord(func(r record) { kept[r.id] = true })
	past.Withdrawals = slices.DeleteFunc(past.Withdrawals, func(w *Withdrawal) bool { return !kept[w.Record] })
	return &past
}

func upTo[P any](day calendar.Date, records []P, date func(P) calendar.Date) (list []P) {
	for _, r := range records {
		if !date(r).After(day) {
			list = append(list, r)
		}
	}
	return list
}
