package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
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
	next := p
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
		draft := doc
		if next, _, err = next.withRecord(&draft, listLedger, e.ID, e.Date); err != nil {
			return nil, nil, err
		}
	}
	if in != out {
		return nil, nil, newRefusal(ErrUnbalanced, "ledger", norm.Arg{Name: "in", Value: in}, norm.Arg{Name: "out", Value: out})
	}
	return next, nil, nil
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
		count := 0
		for _, f := range blocking {
			count += f.Total()
		}
		return nil, nil, &Refusal{
			Err: ErrPeriodNotReady, Path: at, Findings: blocking,
			With: []norm.Arg{textArg("period", period.Name), countArg("count", count)},
		}
	}
	doc := *p.doc
	doc.Closes = append(slices.Clip(doc.Closes), &r)
	return p.withRecord(&doc, listCloses, r.ID, calendar.Date{})
}

// withRecord returns the plan of doc, which has one record more than p in a list. It
// rejects a record if about is a day of a closed period; about may be zero.
func (p *Plan) withRecord(doc *Document, list listKind, id string, about calendar.Date) (*Plan, Command, error) {
	at := norm.Path(list.String()).Item(id)
	switch {
	case !validID(id):
		return nil, nil, newRefusal(ErrInvalidRecord, at)
	case p.ids.kind(id) != 0:
		return nil, nil, newRefusal(ErrDuplicateID, at, textArg("id", id))
	}
	ids := p.ids.draft()
	ids.set(id, list)
	if err := checkReferences(doc, at, ids); err != nil {
		return nil, nil, err
	}
	if !about.IsZero() {
		for _, c := range p.doc.Closes {
			for _, q := range p.doc.Periods {
				if q.ID == c.Period && q.Span.Contains(about) {
					return nil, nil, newRefusal(ErrPeriodClosed, at, textArg("period", q.Name), dateArg("date", c.Date))
				}
			}
		}
	}
	return p.next(doc, ids.compacted(doc)), nil, nil
}
