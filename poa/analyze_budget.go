package poa

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// A sum or a quantity is out of the range of its type.
var valueOverflow = norm.FindingKind{Code: "value.overflow", Severity: norm.Blocking}

// analyzeBudget computes the status of the budget. A sum out of the range of Money is a
// finding, and that sum and the following ones stay zero.
func analyzeBudget(in *reader) any {
	b := &BudgetStatus{}
	if err := in.computeBudget(b); err != nil {
		in.report(valueOverflow.At("lines"))
	}
	return b
}

func (in *reader) computeBudget(b *BudgetStatus) (err error) {
	if b.Chapters, err = budget.ByChapter(in.doc.Lines); err != nil {
		return err
	}
	if b.Months, err = budget.Schedule(in.doc.Lines); err != nil {
		return err
	}
	if b.Cost, err = b.Months.Total(); err != nil {
		return err
	}
	if b.Funds, err = budget.ByFund(in.doc.Funds, in.doc.Lines); err != nil {
		return err
	}
	for _, f := range in.doc.Funds {
		if b.Ceiling, err = b.Ceiling.Add(f.Ceiling); err != nil {
			return err
		}
	}
	if b.Gap, err = b.Cost.Sub(b.Ceiling); err != nil {
		return err
	}
	if b.Statement, err = budget.Fold(in.doc.Lines, in.doc.Ledger, in.today()); err != nil {
		return err
	}
	in.findings = in.env().Budget.Findings(b.Funds, b.Statement, in.doc.Ledger)
	return nil
}
