package rpc

import (
	"github.com/rumbo-mx/rumbo/calendar"
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
	if err != nil {
		return &ParseRuleResult{Reason: p.Error(err)}, nil
	}
	return &ParseRuleResult{Rule: rule.String(), When: p.Rule(rule)}, nil
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
