package rpc

import (
	"strings"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/kpi/exact"
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

// checkText returns an error if a typed text is too long to be read.
func checkText(text string) error {
	if len(text) > MaxText {
		return &limitError{"text-too-long", "text", MaxText}
	}
	return nil
}

//wire:method parseDate stateless
func (s *Server) parseDate(q *ParseDateParams) (*ParseDateResult, error) {
	p := s.printerOf(q.Context)
	if err := checkText(q.Text); err != nil {
		return nil, err
	}
	d, err := input.Date(q.Text, s.nearDate(q.Near, q.Context))
	return &ParseDateResult{Date: d, Reason: p.Error(err)}, nil
}

//wire:method parseSpan stateless
func (s *Server) parseSpan(q *ParseSpanParams) (*ParseSpanResult, error) {
	p := s.printerOf(q.Context)
	if err := checkText(q.Text); err != nil {
		return nil, err
	}
	near := s.nearDate(q.Near, q.Context)
	days, err := input.Span(q.Text, near)
	_, notDate := input.Date(q.Text, near)
	return &ParseSpanResult{Start: days.Start, End: days.End, Single: notDate == nil, Reason: p.Error(err)}, nil
}

//wire:method parseRule stateless
func (s *Server) parseRule(q *ParseRuleParams) (*ParseRuleResult, error) {
	p := s.printerOf(q.Context)
	if err := checkText(q.Text); err != nil {
		return nil, err
	}
	rule, err := input.Rule(q.Text)
	if err == nil {
		return &ParseRuleResult{Rule: rule.String(), When: p.Rule(rule)}, nil
	}
	r := &ParseRuleResult{Reason: p.Error(err)}
	if e, ok := err.(*input.Error); ok && e.Code() == input.TwoReadings {
		for _, a := range e.Args() {
			if v, ok := a.Value.(interface{ Value() calendar.Rule }); ok {
				r.Readings = append(r.Readings, Choice{v.Value().String(), p.Rule(v.Value())})
			}
		}
	}
	return r, nil
}

//wire:method parseMoney stateless
func (s *Server) parseMoney(q *ParseTextParams) (*ParseTextResult, error) {
	s.printerOf(q.Context)
	if err := checkText(q.Text); err != nil {
		return nil, err
	}
	m, err := input.Money(q.Text)
	if err != nil {
		r := s.notRead(q, err)
		for i, text := range r.Readings {
			if _, err := budget.ParseMoney(text); err != nil {
				r.Readings = r.Readings[:i] // 1.234 is no amount
				break
			}
		}
		return r, nil
	}
	return &ParseTextResult{Value: m.String()}, nil
}

//wire:method parseNumber stateless
func (s *Server) parseNumber(q *ParseTextParams) (*ParseTextResult, error) {
	s.printerOf(q.Context)
	if err := checkText(q.Text); err != nil {
		return nil, err
	}
	n, err := input.Number(q.Text)
	switch {
	case err != nil:
		return s.notRead(q, err), nil
	case n.NoData != "":
		return &ParseTextResult{NoData: n.NoData}, nil
	}
	return &ParseTextResult{Value: n.Value.String(), Unit: n.Unit}, nil
}

//wire:method parseFormula stateless
func (s *Server) parseFormula(q *ParseTextParams) (*ParseTextResult, error) {
	s.printerOf(q.Context)
	if err := checkText(q.Text); err != nil {
		return nil, err
	}
	f, err := input.Formula(q.Text)
	if err != nil {
		r := s.notRead(q, err)
		r.Readings = formulaReadings(q.Text, r.Column, err)
		return r, nil
	}
	return &ParseTextResult{Value: f.String(), Symbols: f.Symbols()}, nil
}

// formulaReadings returns the two formulas that a text may be, if a part of it has two
// readings: the text with each in its place. column is where the part begins.
func formulaReadings(text string, column int, err error) (readings []string) {
	e, ok := err.(*input.Error)
	if !ok || e.Code() != input.TwoReadings {
		return nil
	}
	near := ""
	for _, a := range e.Args() {
		part, ok := a.Value.(norm.Text)
		switch {
		case !ok:
		case a.Name == "near":
			near = string(part)
		case a.Name == "first" || a.Name == "second":
			typed := []rune(text)
			rest, ok := strings.CutPrefix(string(typed[column-1:]), near)
			if !ok { // shortened, or in other characters
				return nil
			}
			readings = append(readings, string(typed[:column-1])+string(part)+rest)
		}
	}
	return readings
}

// notRead returns the reason why a text was not read, and what it may mean: the
// two readings of -3.000, or 1234567.00 for 12,34,567.00.
func (s *Server) notRead(q *ParseTextParams, err error) *ParseTextResult {
	r := &ParseTextResult{Reason: s.printerOf(q.Context).Error(err)}
	e, ok := err.(*input.Error)
	if !ok {
		return r
	}
	for _, a := range e.Args() {
		switch v := a.Value.(type) {
		case norm.Count:
			r.Column = int(v)
		case budget.Money:
			r.Readings = append(r.Readings, v.String())
		case exact.Number:
			r.Readings = append(r.Readings, v.String())
		}
	}
	return r
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
