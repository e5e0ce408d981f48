// Package term computes the ends of legal terms (Term), the deadlines of a year
// (DeadlineRule, Deadline) and the periods of a year (Cycle). It also defines Blackout,
// a span in which government campaigns are suspended.
//
// Start with Term.End for a term that runs from a date, and with DeadlineRule.In for
// the deadlines of a year:
//
//	end, err := term.Term{N: 10, Unit: term.BusinessDays}.End(from, cal)
//	list, err := rule.In(2027, cal)
//
// A term runs from the day after the day that it is counted from, as after a notification.
// If the law or a contract says that it starts on a day, that day included, set
// Term.FirstCounts. A term after a period (AfterPeriod) never counts the last day of the
// period.
//
// Terms in business days and rules that roll require a compiled calendar; for others it
// may be nil. ParseTiming parses the text of a rule's timing: "01-15", "Mar bd-1",
// "quarterly + 30 natural-days".
//
// The package has no data of any country: package mx has the deadlines of Mexico.
package term
