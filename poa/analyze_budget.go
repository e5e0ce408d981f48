package poa

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// A sum or a quantity is larger than the type can hold.
var valueOverflow = norm.FindingKind{Code: "value.overflow", Severity: norm.Blocking}

// analyzeBudget computes the money. A sum beyond the bounds of Money is a finding, and
// leaves the part that it belongs to empty.
func analyzeBudget(in *reader) any {
	b := &BudgetStatus{}
	if err := in.money(b); err != nil {
		in.find(valueOverflow.At("lines"))
	}
	return b
}

func (in *reader) money(b *BudgetStatus) (err error) {
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
