package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// An act adds records and changes nothing else. A record must have an unused id and a
// date, refer to existing elements, and not belong to a closed period.

func (c *RecordProgress) apply(p *Plan) (*Plan, Command, error) {
	if c == nil {
		return nil, nil, newRefusal(ErrEmptyCommand, "")
	}
	r := c.Progress
	at := norm.Path("progress").Item(r.ID)
	switch {
	case r.Month < 1 || r.Month > 12 || r.Date.IsZero():
		return nil, nil, newRefusal(ErrInvalidRecord, at)
	case r.Activity == "":
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("activity"))
	}
	worked := calendar.Span{}
	if m, err := calendar.NewMonth(p.doc.FiscalYear, r.Month); err == nil {
		worked = m.Span()
	}
	doc := *p.doc
	doc.Progress = append(slices.Clip(doc.Progress), &r)
	return p.withRecord(&doc, listProgress, r.ID, worked.End)
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
	if i := slices.IndexFunc(p.doc.Indicators, func(ind *kpi.Indicator) bool { return ind.ID == m.Indicator }); i >= 0 {
		for _, r := range m.Values {
			if !slices.ContainsFunc(p.doc.Indicators[i].Variables, func(v *kpi.Variable) bool { return v.Symbol == r.Symbol }) {
				return nil, nil, newRefusal(ErrInvalidRecord, at.Field("values"), textArg("symbol", r.Symbol))
			}
		}
	}
	doc := *p.doc
	doc.Measurements = append(slices.Clip(doc.Measurements), &m)
	return p.withRecord(&doc, listMeasurements, m.ID, m.Span.End)
}

func (c *PostEntries) apply(p *Plan) (*Plan, Command, error) {
	if c == nil || len(c.Entries) == 0 {
		return nil, nil, newRefusal(ErrEmptyCommand, "ledger")
	}
	var in, out budget.Money
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
		var err error
		switch e.Kind {
		case budget.TransferIn:
			in, err = in.Add(e.Amount)
		case budget.TransferOut:
			out, err = out.Add(e.Amount)
		}
		if err != nil {
			return nil, nil, newRefusal(ErrInvalidRecord, norm.Path("ledger").Item(e.ID).Field("amount"))
		}
		doc.Ledger = append(doc.Ledger, &e)
		if err := records.check(listLedger, e.ID, e.Date); err != nil {
			return nil, nil, err
		}
	}
	if in != out {
		return nil, nil, newRefusal(ErrUnbalanced, "ledger", norm.Arg{Name: "in", Value: in}, norm.Arg{Name: "out", Value: out})
	}
	return records.next(), nil, nil
}

func (c *ClosePeriod) apply(p *Plan) (*Plan, Command, error) {
	if c == nil {
		return nil, nil, newRefusal(ErrEmptyCommand, "")
	}
	r := c.Close
	at := norm.Path("closes").Item(r.ID)
	i := slices.IndexFunc(p.doc.Periods, func(q *Period) bool { return q.ID == r.Period })
	switch {
	case i < 0:
		return nil, nil, newRefusal(ErrDangling, at.Field("period"))
	case !p.doc.Periods[i].Span.Valid() || !r.Date.After(p.doc.Periods[i].Span.End):
		return nil, nil, newRefusal(ErrInvalidRecord, at.Field("date"))
	}
	period := p.doc.Periods[i]
	for _, closed := range p.doc.Closes {
		if closed.Period == r.Period {
			return nil, nil, newRefusal(ErrAlreadyClosed, at, textArg("period", period.Name), dateArg("date", closed.Date))
		}
	}
	blocking := slices.DeleteFunc(slices.Clone(p.Check(r.Date)), func(f norm.Finding) bool { return f.Severity != norm.Blocking })
	if len(blocking) > 0 {
		return nil, nil, &Refusal{
			Err: ErrPeriodNotReady, Path: at, Findings: blocking,
			With: []norm.Arg{textArg("period", period.Name), countArg("count", len(blocking))},
		}
	}
	doc := *p.doc
	doc.Closes = append(slices.Clip(doc.Closes), &r)
	return p.withRecord(&doc, listCloses, r.ID, calendar.Date{})
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
	plan   *Plan
	doc    *Document
	ids    *idIndex
	closed map[string]*Close         // by period; nil until it is needed
	onDay  map[calendar.Date]*Period // the closed period with a day, or nil
}

func (p *Plan) recorder(doc *Document) *recorder {
	return &recorder{plan: p, doc: doc, ids: p.ids.draft()}
}

// check rejects the record that was appended to a list last, as withRecord does.
func (r *recorder) check(list listKind, id string, about calendar.Date) error {
	at := norm.Path(list.String()).Item(id)
	switch {
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
	if c, q := r.closeOf(about); c != nil {
		return newRefusal(ErrPeriodClosed, at, textArg("period", q.Name), dateArg("date", c.Date))
	}
	return nil
}

// closeOf returns the close of a period with a day, and the period, or nil. The day may be
// zero.
func (r *recorder) closeOf(day calendar.Date) (*Close, *Period) {
	if day.IsZero() || len(r.plan.doc.Closes) == 0 {
		return nil, nil
	}
	if r.closed == nil {
		r.closed = make(map[string]*Close, len(r.plan.doc.Closes))
		for _, c := range r.plan.doc.Closes {
			r.closed[c.Period] = c
		}
		r.onDay = make(map[calendar.Date]*Period)
	}
	period, known := r.onDay[day]
	if !known {
		for _, q := range r.plan.doc.Periods {
			if r.closed[q.ID] != nil && q.Span.Contains(day) {
				period = q
				break
			}
		}
		r.onDay[day] = period
	}
	if period == nil {
		return nil, nil
	}
	return r.closed[period.ID], period
}

// next returns the plan with the records.
func (r *recorder) next() *Plan { return r.plan.next(r.doc, r.ids.compacted(r.doc)) }
