package poa

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// An act adds records and changes nothing else. A record must have an unused id and a
// date that fits the plan, which has a fiscal year, refer to existing elements, and not
// belong to a closed period.

func (c *RecordProgress) apply(p *Plan) (*Plan, Command, error) {
	if c == nil {
		return nil, nil, newRefusal(ErrEmptyCommand, "")
	}
	r := c.Progress
	at := norm.Path("progress").Item(r.ID)
	switch {
	case r.Month < 1 || r.Month > 12:
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("month"))
	case r.Date.IsZero():
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("date"))
	case r.Activity == "":
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("activity"))
	}
	if bad, ok := p.doc.checkProgressDate(&r); !ok {
		return nil, nil, bad.refuse(at)
	}
	if act := p.doc.activity(r.Activity); act != nil && act.exceedsWhole(&r) {
		return nil, nil, newRefusal(ErrRecordAmount, at.Field("quantity"), norm.Arg{Name: "amount", Value: r.Quantity},
			norm.Arg{Name: "total", Value: r.Quantity}, norm.Arg{Name: "limit", Value: wholeWork()})
	}
	if total, ok := p.doc.progressWith(&r); !ok {
		return nil, nil, newRefusal(ErrRecordAmount, at.Field("quantity"),
			norm.Arg{Name: "amount", Value: r.Quantity}, norm.Arg{Name: "total", Value: total})
	}
	doc := *p.doc
	doc.Progress = append(slices.Clip(doc.Progress), &r)
	return p.withRecord(&doc, listProgress, r.ID, doc.month(r.Month).End)
}

// progressWith returns the quantity of the month of r on its date, with r; the zero date is
// after all records. It returns false if that is negative: a negative quantity can only take
// back what was recorded before.
func (d *Document) progressWith(r *Progress) (total exact.Number, ok bool) {
	total = r.Quantity
	if total.Sign() >= 0 {
		return total, true
	}
	if !d.addsUp(r.Activity) {
		return total, false
	}
	withdrawn := d.withdrawn(calendar.Date{})
	for _, old := range d.Progress {
		if old.Activity != r.Activity || old.Month != r.Month || withdrawn[old.ID] || !r.Date.IsZero() && old.Date.After(r.Date) {
			continue
		}
		var err error
		if total, err = total.Add(old.Quantity); err != nil {
			return total, false
		}
	}
	return total, total.Sign() >= 0
}

// addsUp reports whether the progress of an activity is added up. It returns true for a
// missing activity, which is reported otherwise.
func (d *Document) addsUp(activity string) bool {
	act := d.activity(activity)
	return act == nil || act.addsUp()
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

// lastReopening returns the date of the last reopening of a period, or the zero date.
func (d *Document) lastReopening(period string) (last calendar.Date) {
	of := make(map[string]bool)
	for _, c := range d.Closes {
		of[c.ID] = c.Period == period
	}
	for _, r := range d.Reopenings {
		if of[r.Close] && r.Date.After(last) {
			last = r.Date
		}
	}
	return last
}

func (c *Measure) apply(p *Plan) (*Plan, Command, error) {
	if c == nil {
		return nil, nil, newRefusal(ErrEmptyCommand, "")
	}
	m := c.Measurement
	m.Values = slices.Clone(m.Values)
	at := norm.Path("measurements").Item(m.ID)
	switch {
	case m.Date.IsZero():
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("date"))
	case !m.Span.Valid():
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("span"))
	case m.Indicator == "":
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("indicator"))
	}
	ind := p.doc.indicator(m.Indicator)
	if bad, ok := p.doc.checkMeasurementDate(&m, ind); !ok {
		return nil, nil, bad.refuse(at)
	}
	if ind != nil {
		if symbol, ok := ind.Accepts(m.Values); !ok {
			return nil, nil, newRefusal(ErrInvalidRecord, at.Field("values"), textArg("symbol", symbol))
		}
		if symbol, ok := readable(m.Values); !ok {
			return nil, nil, newRefusal(ErrInvalidRecord, at.Field("values"), textArg("symbol", symbol))
		}
	}
	if err := p.doc.checkReplaced(&m); err != nil {
		return nil, nil, err
	}
	doc := *p.doc
	doc.Measurements = append(slices.Clip(doc.Measurements), &m)
	return p.withRecord(&doc, listMeasurements, m.ID, m.Span.End)
}

// readable reports whether there are readings, each of another symbol, with a value or the
// reason that there is none, not both. If not, it returns the symbol.
func readable(values []kpi.Reading) (symbol string, ok bool) {
	seen := make(map[string]bool, len(values))
	for _, r := range values {
		if symbol = formula.Symbol(r.Symbol); seen[symbol] || (r.Value != nil) == (r.NoData != "") {
			return r.Symbol, false
		}
		seen[symbol] = true
	}
	return "", len(values) > 0
}

// checkReplaced rejects a measurement that would replace one of a closed period: the
// longer of two that overlap counts.
func (d *Document) checkReplaced(m *kpi.Measurement) error {
	if len(d.Closes) == 0 {
		return nil
	}
	withdrawn, closed := d.withdrawn(calendar.Date{}), d.closedDays()
	for _, old := range d.Measurements {
		if old.Indicator != m.Indicator || withdrawn[old.ID] || !old.Span.Overlaps(m.Span) {
			continue
		}
		if q, c := closed.on(old.Span.End); c != nil {
			return newRefusal(ErrPeriodClosed, norm.Path("measurements").Item(m.ID), textArg("period", q.Name), dateArg("date", c.Date))
		}
	}
	return nil
}

func (c *Withdraw) apply(p *Plan) (*Plan, Command, error) {
	if c == nil {
		return nil, nil, newRefusal(ErrEmptyCommand, "")
	}
	w := c.Withdrawal
	at := norm.Path("withdrawals").Item(w.ID)
	date, about, ok := p.doc.withdrawable(w.Record)
	switch {
	case w.Date.IsZero():
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("date"))
	case isBlank(w.Reason):
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("reason"))
	case w.Record == "" || w.Record == w.ID || !ok && p.Has(w.Record):
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("record"))
	case p.doc.withdrawn(calendar.Date{})[w.Record]:
		return nil, nil, newRefusal(ErrAlreadyWithdrawn, at.Field("record"))
	}
	if bad, ok := p.doc.checkWithdrawalDate(&w, date); !ok {
		return nil, nil, bad.refuse(at)
	}
	if i := slices.IndexFunc(p.doc.Progress, func(r *Progress) bool { return r.ID == w.Record }); i >= 0 {
		back := *p.doc.Progress[i] // to withdraw a quantity is to add its negative
		back.Quantity, back.Date = back.Quantity.Neg(), calendar.Date{}
		if total, ok := p.doc.progressWith(&back); !ok && p.doc.addsUp(back.Activity) {
			return nil, nil, newRefusal(ErrRecordAmount, at.Field("record"),
				norm.Arg{Name: "amount", Value: back.Quantity}, norm.Arg{Name: "total", Value: total})
		}
	}
	doc := *p.doc
	doc.Withdrawals = append(slices.Clip(doc.Withdrawals), &w)
	return p.withRecord(&doc, listWithdrawals, w.ID, about)
}

func (c *PostEntries) apply(p *Plan) (*Plan, Command, error) {
	if c == nil || len(c.Entries) == 0 {
		return nil, nil, newRefusal(ErrEmptyCommand, "ledger")
	}
	doc := *p.doc
	doc.Ledger = slices.Clip(doc.Ledger)
	records := p.recorder(&doc)
	for _, entry := range c.Entries {
		if entry == nil {
			return nil, nil, newRefusal(ErrInvalidRecord, "ledger")
		}
		e := *entry
		if e.Date.IsZero() || e.Line == "" || e.Kind.String() == "" || e.Amount.IsZero() {
			return nil, nil, newRefusal(ErrInvalidRecord, norm.Path("ledger").Item(e.ID))
		}
		doc.Ledger = append(doc.Ledger, &e)
		if err := records.check(listLedger, e.ID, e.Date); err != nil {
			return nil, nil, err
		}
	}
	year := doc.FiscalYear
	if !doc.year().Valid() {
		year = 0
	}
	if err := budget.CheckEntries(year, doc.Lines, p.doc.Ledger, doc.Ledger[len(p.doc.Ledger):]); err != nil {
		return nil, nil, refuseEntry(err)
	}
	return records.next(), nil, nil
}

// refuseEntry returns the refusal for an error of budget.CheckEntries.
func refuseEntry(err error) error {
	e, ok := err.(*budget.EntryError)
	if !ok {
		return newRefusal(err, "ledger")
	}
	at := norm.Path("ledger").Item(e.ID).Field(e.Field)
	switch e.Err {
	case budget.ErrEntryDate:
		return newRefusal(ErrRecordDate, at, e.With...)
	case budget.ErrUnbalanced:
		return newRefusal(ErrUnbalanced, "ledger", e.With...)
	}
	return newRefusal(e.Err, at, e.With...)
}

func (c *ClosePeriod) apply(p *Plan) (*Plan, Command, error) {
	if c == nil {
		return nil, nil, newRefusal(ErrEmptyCommand, "")
	}
	r := c.Close
	at := norm.Path("closes").Item(r.ID)
	period := p.doc.period(r.Period)
	switch {
	case !p.doc.year().Valid(): // which blocks the close, too
		return nil, nil, newRefusal(ErrNoFiscalYear, "fiscalYear")
	case period == nil:
		return nil, nil, newRefusal(ErrDangling, at.Field("period"))
	case r.Date.IsZero():
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("date"))
	case !period.Span.Valid():
		return nil, nil, newRefusal(ErrInvalidRecord, norm.Path("periods").Item(period.ID).Field("span"))
	}
	if closed := p.doc.closed(calendar.Date{})[r.Period]; closed != nil {
		return nil, nil, newRefusal(ErrAlreadyClosed, at, textArg("period", period.Name), dateArg("date", closed.Date))
	}
	if bad, ok := p.doc.checkCloseDate(&r, period); !ok {
		return nil, nil, bad.refuse(at)
	}
	if reopened := p.doc.lastReopening(r.Period); r.Date.Before(reopened) {
		return nil, nil, misdated{"date", r.Date, p.doc.recordable(reopened)}.refuse(at)
	}
	var blocking []norm.Finding
	count := 0
	for _, f := range p.Check(r.Date) {
		if f.Severity == norm.Blocking {
			blocking = append(blocking, f)
			count += f.Total()
		}
	}
	if count > 0 {
		return nil, nil, &Refusal{
			Err: ErrPeriodNotReady, Path: at, Findings: blocking,
			With: []norm.Arg{textArg("period", period.Name), countArg("count", count)},
		}
	}
	doc := *p.doc
	doc.Closes = append(slices.Clip(doc.Closes), &r)
	return p.withRecord(&doc, listCloses, r.ID, calendar.Date{})
}

func (c *ReopenPeriod) apply(p *Plan) (*Plan, Command, error) {
	if c == nil {
		return nil, nil, newRefusal(ErrEmptyCommand, "")
	}
	r := c.Reopening
	at := norm.Path("reopenings").Item(r.ID)
	i := slices.IndexFunc(p.doc.Closes, func(c *Close) bool { return c.ID == r.Close })
	switch {
	case i < 0:
		return nil, nil, newRefusal(ErrDangling, at.Field("close"), textArg("id", r.Close))
	case r.Date.IsZero():
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("date"))
	case isBlank(r.Reason):
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("reason"))
	case isBlank(r.Document):
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("document"))
	case slices.ContainsFunc(p.doc.Reopenings, func(old *Reopening) bool { return old.Close == r.Close }):
		return nil, nil, newRefusal(ErrNotClosed, at.Field("close"), textArg("period", p.doc.period(p.doc.Closes[i].Period).Name))
	}
	if bad, ok := p.doc.checkReopeningDate(&r, p.doc.Closes[i]); !ok {
		return nil, nil, bad.refuse(at)
	}
	doc := *p.doc
	doc.Reopenings = append(slices.Clip(doc.Reopenings), &r)
	return p.withRecord(&doc, listReopenings, r.ID, calendar.Date{})
}

// withRecord returns the plan of doc, which has one record more than p in a list. It
// rejects a record if about is a day of a closed period; about may be zero.
func (p *Plan) withRecord(doc *Document, list listKind, id string, about calendar.Date) (*Plan, Command, error) {
	r := p.recorder(doc)
	if err := r.check(list, id, about); err != nil {
		return nil, nil, err
	}
	return r.next(), nil, nil
}

// recorder checks the records that a command appends to a draft of a document. It reads
// the closes once for all of them.
type recorder struct {
	plan  *Plan
	doc   *Document
	ids   *idIndex
	onDay map[calendar.Date]error // the error for a record about a day, or nil
}

func (p *Plan) recorder(doc *Document) *recorder {
	return &recorder{plan: p, doc: doc, ids: p.ids.draft(), onDay: make(map[calendar.Date]error)}
}

// check rejects the record that was appended to a list last, as withRecord does.
func (r *recorder) check(list listKind, id string, about calendar.Date) error {
	at := norm.Path(list.String()).Item(id)
	switch {
	case !r.doc.year().Valid():
		return newRefusal(ErrNoFiscalYear, "fiscalYear")
	case !validID(id):
		return newRefusal(ErrInvalidRecord, at)
	case r.ids.kind(id) != 0:
		return newRefusal(ErrDuplicateID, at, textArg("id", id))
	}
	r.ids.set(id, list)
	refs := &references{ids: r.ids}
	l := r.doc.list(list)
	if l.refs(l.len()-1, refs); refs.bad {
		return wire.Refuse(wire.DanglingReference, at.Field(refs.field), wire.Text("id", refs.id))
	}
	if about.IsZero() {
		return nil
	}
	err, known := r.onDay[about]
	if !known {
		if q, c := r.plan.doc.closedDays().on(about); c != nil {
			err = newRefusal(ErrPeriodClosed, at, textArg("period", q.Name), dateArg("date", c.Date))
		}
		r.onDay[about] = err
	}
	return err
}

// next returns the plan with the records.
func (r *recorder) next() *Plan { return r.plan.next(r.doc, r.ids.compacted(r.doc)) }
