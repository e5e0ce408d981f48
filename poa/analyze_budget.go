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
		at := norm.Path("lines")
		if entry, ok := err.(*budget.EntryError); ok {
			at = norm.Path("ledger").Item(entry.ID).Field(entry.Field)
		}
		in.report(valueOverflow.At(at))
	}
	return b
}

func (in *reader) computeBudget(b *BudgetStatus) (err error) {
	lines, funds := in.doc.Lines, in.doc.Funds
	in.counter.Count(len(lines) + len(funds) + len(in.doc.Ledger))
	if b.Chapters, err = budget.ByChapter(lines); err != nil {
		return err
	}
	if b.Concepts, err = budget.ByConcept(lines); err != nil {
		return err
	}
	if b.Months, err = budget.Schedule(lines); err != nil {
		return err
	}
	if b.Cost, err = b.Months.Total(); err != nil {
		return err
	}
	if b.Funds, err = budget.ByFund(funds, lines); err != nil {
		return err
	}
	if err = b.addCeilings(); err != nil {
		return err
	}
	in.counter.Ask()
	if b.Statement, err = budget.Fold(lines, in.doc.Ledger, in.today()); err != nil {
		return err
	}
	in.counter.Ask()
	in.findings = in.rules().Findings(b.Funds, b.Statement, in.doc.Ledger)
	if !in.use(partHasActivities).(bool) {
		// A statement of the budget alone does not report what each line pays for.
		kept := in.findings[:0]
		for _, f := range in.findings {
			if f.Code != "budget.line-without-activity" {
				kept = append(kept, f)
			}
		}
		in.findings = kept
	}
	return nil
}

// analyzeHasActivities returns whether the plan has any activity.
func analyzeHasActivities(in *reader) any {
	has := len(in.doc.Activities) > 0
	if in.last != nil && in.last.value.(bool) == has {
		in.keep()
	}
	return has
}

// addCeilings sets the ceiling of the plan, if all funds have one.
func (b *BudgetStatus) addCeilings() (err error) {
	b.HasCeiling = len(b.Funds) > 0
	for i := range b.Funds {
		b.HasCeiling = b.HasCeiling && b.Funds[i].HasCeiling
	}
	if !b.HasCeiling {
		return nil
	}
	for i := range b.Funds {
		if b.Ceiling, err = b.Ceiling.Add(b.Funds[i].Ceiling); err != nil {
			return err
		}
	}
	b.Gap, err = b.Cost.Sub(b.Ceiling)
	return err
}

// rules returns the rules of the budget for the plan's fiscal year. A code of a fund is
// known if the rules or the Env know it.
func (in *reader) rules() budget.Rules {
	r, named := in.env().Budget, in.env().Source
	r.Year = in.doc.FiscalYear
	if item := r.Item; item != nil {
		r.Item = func(code string) (norm.Label, bool) {
			in.counter.Count(1)
			return item(code)
		}
	}
	if known := r.Source; known != nil && named != nil {
		r.Source = func(code string) (norm.Label, bool) {
			if l, ok := named(code); ok {
				return l, true
			}
			return known(code)
		}
	}
	return r
}
