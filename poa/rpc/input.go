package rpc

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/poa/input"
)

// nearDate returns the date that completes a text: nearDate, or else the day of the call, or else
// that of the open plan.
func (s *Server) nearDate(near calendar.Date, c Context) calendar.Date {
	switch {
	case !near.IsZero():
		return near
	case !c.Today.IsZero():
		return c.Today
	}
	return s.context.Today
}

//wire:method parseDate stateless
func (s *Server) parseDate(q *ParseDateParams) (*ParseDateResult, error) {
	p := s.printerOf(q.Context)
	d, err := input.Date(q.Text, s.nearDate(q.Near, q.Context))
	return &ParseDateResult{Date: d, Reason: p.Error(err)}, nil
}

//wire:method parseSpan stateless
func (s *Server) parseSpan(q *ParseSpanParams) (*ParseSpanResult, error) {
	p := s.printerOf(q.Context)
	near := s.nearDate(q.Near, q.Context)
	days, err := input.Span(q.Text, near)
	_, notDate := input.Date(q.Text, near)
	return &ParseSpanResult{Start: days.Start, End: days.End, Single: notDate == nil, Reason: p.Error(err)}, nil
}

//wire:method parseRule stateless
func (s *Server) parseRule(q *ParseRuleParams) (*ParseRuleResult, error) {
	p := s.printerOf(q.Context)
	rule, err := input.Rule(q.Text)
	if err != nil {
		return &ParseRuleResult{Reason: p.Error(err)}, nil
	}
	return &ParseRuleResult{Rule: rule.String(), When: p.Rule(rule)}, nil
}

//wire:method parseMoney stateless
func (s *Server) parseMoney(q *ParseMoneyParams) (*ParseMoneyResult, error) {
	m, err := input.Money(q.Text)
	if err == nil {
		return &ParseMoneyResult{Amount: &m}, nil
	}
	r := &ParseMoneyResult{Reason: s.printerOf(q.Context).Error(err)}
	for _, text := range readings(err) {
		if m, err := input.Money(text); err == nil { // 1.234 is no amount
			r.Readings = append(r.Readings, m.String())
		}
	}
	return r, nil
}

//wire:method parseNumber stateless
func (s *Server) parseNumber(q *ParseNumberParams) (*ParseNumberResult, error) {
	n, err := input.Number(q.Text)
	switch {
	case err != nil:
		return &ParseNumberResult{Readings: readings(err), Reason: s.printerOf(q.Context).Error(err)}, nil
	case n.NoData != "":
		return &ParseNumberResult{NoData: n.NoData}, nil
	}
	return &ParseNumberResult{Value: &n.Value, Unit: n.Unit}, nil
}

//wire:method parseFormula stateless
func (s *Server) parseFormula(q *ParseFormulaParams) (*ParseFormulaResult, error) {
	f, err := input.Formula(q.Text)
	if err == nil {
		return &ParseFormulaResult{Formula: f.String(), Symbols: f.Symbols()}, nil
	}
	r := &ParseFormulaResult{Reason: s.printerOf(q.Context).Error(err)}
	for _, a := range argsOf(err) {
		if column, ok := a.Value.(norm.Count); ok && a.Name == "column" {
			r.Column = int(column)
		}
	}
	return r, nil
}

// readings returns the readings of a text that has two, in their canonical form.
func readings(err error) (texts []string) {
	for _, a := range argsOf(err) {
		if a.Name == "first" || a.Name == "second" {
			text, _ := a.Value.MarshalText()
			texts = append(texts, string(text))
		}
	}
	return texts
}

func argsOf(err error) []norm.Arg {
	if e, ok := err.(*input.Error); ok {
		return e.Args()
	}
	return nil
}

//wire:method yearlyRules stateless
func (s *Server) yearlyRules(q *YearlyRulesParams) (*YearlyRulesResult, error) {
	p := s.printerOf(q.Context)
	r := &YearlyRulesResult{Rules: []Choice{}}
	for _, rule := range office.Repeats(calendar.Span{Start: q.Start, End: q.End}) {
		r.Rules = append(r.Rules, Choice{rule.String(), p.Rule(rule)})
	}
	return r, nil
}
