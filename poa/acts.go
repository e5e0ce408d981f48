package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
)

// An act adds records and changes nothing else. Its record must have an id of
// its own and a date, refer to what exists, and not fall into a closed period.

func (p *Plan) recordProgress(c *RecordProgress) (*Plan, error) {
	r := c.Progress
	at := norm.Path("progress").Item(r.ID)
	switch {
	case r.Month < 1 || r.Month > 12 || r.Date.IsZero():
		return nil, refuse(ErrInvalidRecord, at)
	case r.Activity == "":
		return nil, refuse(ErrInvalidRecord, at.Field("activity"))
	}
	worked := calendar.Span{}
	if m, err := calendar.NewMonth(p.doc.FiscalYear, r.Month); err == nil {
		worked = m.Span()
	}
	doc := *p.doc
	doc.Progress = append(slices.Clip(doc.Progress), &r)
	return p.withRecord(&doc, worked.End, at)
}

func (p *Plan) measure(c *Measure) (*Plan, error) {
	m := c.Measurement
	m.Values = slices.Clone(m.Values)
	at := norm.Path("measurements").Item(m.ID)
	switch {
	case m.Date.IsZero():
		return nil, refuse(ErrInvalidRecord, at.Field("date"))
	case !m.Span.Valid():
		return nil, refuse(ErrInvalidRecord, at.Field("span"))
	case m.Indicator == "":
		return nil, refuse(ErrInvalidRecord, at.Field("indicator"))
	}
	if i := slices.IndexFunc(p.doc.Indicators, func(ind *kpi.Indicator) bool { return ind.ID == m.Indicator }); i >= 0 {
		for _, r := range m.Values {
			if !slices.ContainsFunc(p.doc.Indicators[i].Variables, func(v *kpi.Variable) bool { return v.Symbol == r.Symbol }) {
				return nil, refuse(ErrInvalidRecord, at.Field("values"), textArg("symbol", r.Symbol))
			}
		}
	}
	doc := *p.doc
	doc.Measurements = append(slices.Clip(doc.Measurements), &m)
	return p.withRecord(&doc, m.Span.End, at)
}

func (p *Plan) postEntries(c *PostEntries) (*Plan, error) {
	if len(c.Entries) == 0 {
		return nil, refuse(ErrEmptyCommand, "ledger")
	}
	var in, out budget.Money
	doc := *p.doc
	doc.Ledger = slices.Clip(doc.Ledger)
	next := p
	for _, entry := range c.Entries {
		if entry == nil {
			return nil, refuse(ErrInvalidRecord, "ledger")
		}
		e := *entry
		at := norm.Path("ledger").Item(e.ID)
		if e.Date.IsZero() || e.Line == "" || e.Kind.String() == "" || e.Amount.IsZero() {
			return nil, refuse(ErrInvalidRecord, at)
		}
		var err error
		switch e.Kind {
		case budget.TransferIn:
			in, err = in.Add(e.Amount)
		case budget.TransferOut:
			out, err = out.Add(e.Amount)
		}
		if err != nil {
			return nil, err
		}
		doc.Ledger = append(doc.Ledger, &e)
		draft := doc
		if next, err = next.withRecord(&draft, e.Date, at); err != nil {
			return nil, err
		}
	}
	if in != out {
		return nil, refuse(ErrUnbalanced, "ledger", norm.Arg{Name: "in", Value: in}, norm.Arg{Name: "out", Value: out})
	}
	return next, nil
}

func (p *Plan) closePeriod(c *ClosePeriod) (*Plan, error) {
	r := c.Close
	at := norm.Path("closes").Item(r.ID)
	i := slices.IndexFunc(p.doc.Periods, func(q *Period) bool { return q.ID == r.Period })
	switch {
	case i < 0:
		return nil, refuse(ErrDangling, at.Field("period"))
	case !p.doc.Periods[i].Span.Valid() || !r.Date.After(p.doc.Periods[i].Span.End):
		return nil, refuse(ErrInvalidRecord, at.Field("date"))
	}
	for _, closed := range p.doc.Closes {
		if closed.Period == r.Period {
			return nil, refuse(ErrAlreadyClosed, at, textArg("period", p.doc.Periods[i].Name), dateArg("date", closed.Date))
		}
	}
	blocking := slices.DeleteFunc(slices.Clone(p.Check(r.Date)), func(f norm.Finding) bool { return f.Severity != norm.Blocking })
	if len(blocking) > 0 {
		return nil, &Refusal{
			Err: ErrPeriodNotReady, Path: at, Findings: blocking,
			With: []norm.Arg{textArg("period", p.doc.Periods[i].Name), countArg("count", len(blocking))},
		}
	}
	doc := *p.doc
	doc.Closes = append(slices.Clip(doc.Closes), &r)
	return p.withRecord(&doc, calendar.Date{}, at)
}

// withRecord returns the plan of doc, which has one record more than p, at path
// at. What the record is about happened on day about; the zero date means that
// it is about no day of a period.
func (p *Plan) withRecord(doc *Document, about calendar.Date, at norm.Path) (*Plan, error) {
	steps, ok := at.Steps()
	if !ok || !validID(steps[1].Name) {
		return nil, refuse(ErrInvalidRecord, at)
	}
	id := steps[1].Name
	if p.ids.has(id) {
		return nil, refuse(ErrDuplicateID, at, textArg("id", id))
	}
	ids := p.ids.with(doc, []string{id}, nil)
	if err := checkReferences(doc, at, ids.has); err != nil {
		return nil, because(err)
	}
	for _, c := range p.doc.Closes {
		if about.IsZero() {
			continue
		}
		for _, q := range p.doc.Periods {
			if q.ID == c.Period && q.Span.Contains(about) {
				return nil, p.closedRefusal(c, at)
			}
		}
	}
	return p.next(doc, ids), nil
}

func (p *Plan) closedRefusal(c *Close, at norm.Path) error {
	name := c.Period
	for _, q := range p.doc.Periods {
		if q.ID == c.Period {
			name = q.Name
		}
	}
	return refuse(ErrPeriodClosed, at, textArg("period", name), dateArg("date", c.Date))
}
