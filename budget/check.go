package budget

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// The findings of this package. Paths are relative to the plan, whose lists are
// named funds, lines and ledger.
var (
	// A moment exceeds the one before it, which is its limit. Path is the line. With
	// month, the last day of a month, it did so only at the end of that month. It is a
	// warning if only other lines report the limit.
	momentsOutOfOrder = norm.FindingKind{Code: "budget.moments-out-of-order", Severity: norm.Blocking, Args: []string{"line", "moment", "amount", "previous", "limit", "month"}}
	// The approved budget of a line is not what the line plans.
	approvedDiffers = norm.FindingKind{Code: "budget.approved-differs", Severity: norm.Warning, Args: []string{"line", "approved", "planned"}}
	// The lines of a fund cost more than its ceiling.
	costAboveCeiling = norm.FindingKind{Code: "budget.cost-above-ceiling", Severity: norm.Blocking, Args: []string{"fund", "cost", "ceiling", "gap"}}
	// A line pays for no activity.
	lineWithoutActivity = norm.FindingKind{Code: "budget.line-without-activity", Severity: norm.Warning, Args: []string{"line"}}
	// The item of a line is not in the catalogue; candidates are codes that are. The
	// finding stands for all lines with that item.
	itemUnknown = norm.FindingKind{Code: "budget.item-unknown", Severity: norm.Warning, Args: []string{"line", "item", "candidates"}}
	// The item of a line is a class above the items. The finding stands for all lines
	// with that item.
	itemGeneral = norm.FindingKind{Code: "budget.item-general", Severity: norm.Suggestion, Args: []string{"line", "item", "class"}}
	// The CFF code of a fund is not in the catalogue; candidates are codes that are.
	sourceUnknown = norm.FindingKind{Code: "budget.source-unknown", Severity: norm.Warning, Args: []string{"fund", "source", "candidates"}}
	// A negative posting has no reason.
	reversalWithoutReason = norm.FindingKind{Code: "budget.reversal-without-reason", Severity: norm.Warning, Args: []string{"line", "kind", "amount"}}
	// A negative posting exceeds what there is of its kind on its date. It is a warning
	// if later postings cover it.
	reversalExceeds = norm.FindingKind{Code: "budget.reversal-exceeds", Severity: norm.Blocking, Args: []string{"line", "kind", "amount", "limit", "date"}}
	// A ceiling, a month, or a moment net of its reversals is negative.
	amountNegative = norm.FindingKind{Code: "budget.amount-negative", Severity: norm.Blocking, Args: []string{"name", "amount", "moment"}}
	// An entry is dated outside of its fiscal year, and no entry takes it back.
	entryDate = norm.FindingKind{Code: "budget.entry-date", Severity: norm.Warning, Args: []string{"line", "kind", "amount", "date", "start", "end"}}
	// The two sides of a transfer differ.
	transferUnbalanced = norm.FindingKind{Code: "budget.transfer-unbalanced", Severity: norm.Blocking, Args: []string{"date", "document", "in", "out"}}

	// Sets a fund's ceiling to its cost.
	fixRaiseCeiling = norm.FixKind{Code: "fix.raise-ceiling", Args: []string{"ceiling"}}
	// Removes the minus sign; for several months, amount is that of the first.
	fixDropSign = norm.FixKind{Code: "fix.drop-sign", Args: []string{"amount"}}
	// Replaces a code.
	fixUseCode = norm.FixKind{Code: "fix.use-code", Args: []string{"code"}}
	// Spreads the approved budget over the months in proportion to what they plan.
	fixPlanApproved = norm.FixKind{Code: "fix.plan-approved", Args: []string{"amount"}}
)

// Rules are the catalogues and the articles of law by which a budget is checked. The
// zero value checks the arithmetic only and cites no article. It must not be
// modified once it is in use.
type Rules struct {
	// Year is the fiscal year of the ledger. If it is 0, the dates of entries are not
	// checked.
	Year int
	// Item returns the name of an item of the classifier by object, and Class that of a
	// class above the items, such as a chapter. If Item is nil, items are not checked.
	Item, Class func(code string) (norm.Label, bool)
	// Source returns the name of a code of the classifier by source. If it is nil, the
	// codes of funds are not checked.
	Source func(code string) (norm.Label, bool)

	// Committed, Accrued, Exercised and Paid are the articles that limit a moment
	// to the amount of the one before it. Committed also requires that the modified
	// budget is not negative.
	Committed, Accrued, Exercised, Paid *norm.Basis
	// Ceiling is the article that limits the cost to the income. Reversal is the
	// one that requires a reason for a reversal.
	Ceiling, Reversal *norm.Basis
}

// Check folds the ledger at a day and returns all findings: first those of the
// funds, then those of each line and its moments, then those of the ledger, each in
// the order of its list. The error is that of Fold or ByFund.
func (r Rules) Check(funds []*Fund, lines []*Line, entries []*Entry, at calendar.Date) ([]norm.Finding, error) {
	s, err := Fold(lines, entries, at)
	if err != nil {
		return nil, err
	}
	rows, err := ByFund(funds, lines)
	if err != nil {
		return nil, err
	}
	return r.Findings(rows, s, entries), nil
}

// Findings is like Check for callers that already have the rows of ByFund and the
// statement of Fold. The entries must be those from which the statement was folded.
//
// The moments are checked on the statement's day and at the end of each month before it.
// A moment that the ledger does not report is not missing: it is neither checked nor a
// limit of later ones; see Statement.Reports. If only other lines report the moment that
// limits another, the finding is a warning. CheckEntries applies the same rules, to every
// day: what it accepts gives no finding that blocks. The approved budget of a line is compared
// with its Months, unless these are all zero. Dates, transfers and the reasons of
// reversals are checked also after the statement's day; see CheckEntries.
func (r Rules) Findings(rows []FundCost, s *Statement, entries []*Entry) []norm.Finding {
	var fs []norm.Finding
	for i := range rows {
		fs = r.fund(fs, &rows[i])
	}
	items := r.unknownItems(s.Lines)
	var b *book
	if s.index != nil {
		b = newBook(len(s.Lines), s.index, entries)
	}
	for i := range s.Lines {
		fs = r.line(fs, s.Lines[i].Line, items)
		if b != nil {
			fs = r.ledgerLine(fs, b, s, i)
		}
	}
	return r.ledger(fs, s, entries)
}

func (r Rules) fund(fs []norm.Finding, row *FundCost) []norm.Finding {
	f := row.Fund
	path := norm.Path("funds").Item(f.ID).Field("ceiling")
	name := nameOr(f.Name, f.ID)
	if f.CFF != "" && r.Source != nil && !knows(r.Source, f.CFF) {
		fs = append(fs, r.unknownSource(f))
	}
	switch {
	case !row.HasCeiling:
	case row.Ceiling.Sign() < 0:
		negative := amountNegative.At(path, name, row.Ceiling)
		negative.Fixes = []norm.Fix{setAmount(&fixDropSign, path, row.Ceiling.Abs())}
		fs = append(fs, negative)
	case row.Gap.Sign() > 0:
		above := costAboveCeiling.At(path, name, row.Cost, row.Ceiling, row.Gap)
		above.Basis, above.Fixes = r.Ceiling, []norm.Fix{setAmount(&fixRaiseCeiling, path, row.Cost)}
		fs = append(fs, above)
	}
	return fs
}

func (r Rules) line(fs []norm.Finding, l *Line, items map[string][]*Line) []norm.Finding {
	name := nameOr(l.Name, l.ID)
	if alike := items[l.Item]; len(alike) > 0 && alike[0] == l {
		fs = append(fs, r.unknownItem(alike))
	}
	if len(l.Activities) == 0 {
		fs = append(fs, lineWithoutActivity.At(linePath(l).Field("activities"), name))
	}
	for i := range l.Months {
		if l.Months[i].c < 0 {
			return append(fs, negativeMonths(l, l.Months[i]))
		}
	}
	return fs
}

// negativeMonths reports the first negative month, with a fix for all of them.
func negativeMonths(l *Line, first Money) norm.Finding {
	path := linePath(l).Field("months")
	f := amountNegative.At(path, nameOr(l.Name, l.ID), first)
	f.Fixes = []norm.Fix{fixDropSign.With([]norm.Edit{{Op: norm.OpSet, Path: path, Value: absJSON(&l.Months)}}, first.Abs())}
	return f
}

func linePath(l *Line) norm.Path { return norm.Path("lines").Item(l.ID) }

func nameOr(name, id string) norm.Text {
	if name == "" {
		return norm.Text(id)
	}
	return norm.Text(name)
}

func setAmount(k *norm.FixKind, path norm.Path, m Money) norm.Fix {
	return k.With([]norm.Edit{{Op: norm.OpSet, Path: path, Value: `"` + m.String() + `"`}}, m)
}

// absJSON returns the wire form of the months without their signs.
func absJSON(months *Months) string {
	abs := *months
	for i := range abs {
		abs[i] = abs[i].Abs()
	}
	return monthsJSON(&abs)
}

// monthsJSON returns the wire form of the months.
func monthsJSON(months *Months) string {
	b := make([]byte, 0, 12*12)
	for i, m := range months {
		sep := byte(',')
		if i == 0 {
			sep = '['
		}
		b = m.append(append(b, sep, '"'))
		b = append(b, '"')
	}
	return string(append(b, ']'))
}
