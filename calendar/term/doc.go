// Package term computes the terms of a norm: when a term ends (Term), the deadlines of a
// year (DeadlineRule, Deadline), the periods of a year (Cycle), and the days on which
// government campaigns are suspended (Blackout).
//
// Start with Term.End for a term that runs from a date, and with DeadlineRule.In for the
// deadlines of a year:
//
//	end, err := term.Term{N: 10, Unit: term.BusinessDays}.End(from, cal)
//	list, err := rule.In(2027, cal)
//
// Terms in business days and rules that roll need a compiled calendar; the others
// take nil. ParseTiming parses the text of a rule's timing, as the tables of a norm
// have it: "01-15", "Mar bd-1", "quarterly + 30 natural-days".
//
// The package has no rules of its own; package mx has those of Mexico.
package term
