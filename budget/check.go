package budget

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// The findings of this package. Paths are relative to the plan, whose lists are
// named funds, lines and ledger.
var (
	// A moment exceeds the one before it, which is its limit. Path is the line.
	momentsOutOfOrder = norm.FindingKind{Code: "budget.moments-out-of-order", Severity: norm.Blocking, Args: []string{"line", "moment", "amount", "previous", "limit"}}
	// The lines of a fund cost more than its ceiling.
	costAboveCeiling = norm.FindingKind{Code: "budget.cost-above-ceiling", Severity: norm.Blocking, Args: []string{"fund", "cost", "ceiling", "gap"}}
	// A line pays for no activity.
	lineWithoutActivity = norm.FindingKind{Code: "budget.line-without-activity", Severity: norm.Warning, Args: []string{"line"}}
	// The item of a line is not in the catalogue.
	itemUnknown = norm.FindingKind{Code: "budget.item-unknown", Severity: norm.Warning, Args: []string{"line", "item"}}
	// A negative posting has no reason.
	reversalWithoutReason = norm.FindingKind{Code: "budget.reversal-without-reason", Severity: norm.Warning, Args: []string{"line", "kind", "amount"}}
	// A ceiling, a month, or a moment net of its reversals is negative.
	amountNegative = norm.FindingKind{Code: "budget.amount-negative", Severity: norm.Blocking, Args: []string{"name", "amount", "moment"}}

	// Sets a fund's ceiling to its cost.
	fixRaiseCeiling = norm.FixKind{Code: "fix.raise-ceiling", Args: []string{"ceiling"}}
	// Removes the minus sign; for several months, amount is that of the first.
	fixDropSign = norm.FixKind{Code: "fix.drop-sign", Args: []string{"amount"}}
)

// Rules are the catalogue and the articles of law by which a budget is checked. The
// zero value checks the arithmetic only and cites no article. It must not be
// modified once it is in use.
type Rules struct {
	// Item returns the name of an item of the classifier by object. If nil, items
	// are not checked.
	Item func(code string) (norm.Label, bool)

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
// Reversals after the statement's day need a reason too.
func (r Rules) Findings(rows []FundCost, s *Statement, entries []*Entry) []norm.Finding {
	var fs []norm.Finding
	posted := latest{s: s, entries: entries}
	for i := range rows {
		fs = r.fund(fs, &rows[i])
	}
	for i := range s.Lines {
		fs = r.line(fs, s.Lines[i].Line)
		if s.index != nil {
			fs = r.moments(fs, &posted, i)
		}
	}
	for _, e := range entries {
		fs = r.entry(fs, s, e)
	}
	return fs
}

func (r Rules) fund(fs []norm.Finding, row *FundCost) []norm.Finding {
	f := row.Fund
	path := norm.Path("funds").Item(f.ID).Field("ceiling")
	name := nameOr(f.Name, f.ID)
	switch {
	case f.Ceiling.Sign() < 0:
		negative := amountNegative.At(path, name, f.Ceiling)
		negative.Fixes = []norm.Fix{setAmount(&fixDropSign, path, f.Ceiling.Abs())}
		fs = append(fs, negative)
	case row.Gap.Sign() > 0:
		above := costAboveCeiling.At(path, name, row.Cost, f.Ceiling, row.Gap)
		above.Basis, above.Fixes = r.Ceiling, []norm.Fix{setAmount(&fixRaiseCeiling, path, row.Cost)}
		fs = append(fs, above)
	}
	return fs
}

func (r Rules) line(fs []norm.Finding, l *Line) []norm.Finding {
	name := nameOr(l.Name, l.ID)
	if r.Item != nil {
		if _, ok := r.Item(l.Item); !ok {
			fs = append(fs, itemUnknown.At(linePath(l).Field("item"), name, norm.Text(l.Item)))
		}
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

// moments checks the row of line i. A negative moment is reported once: the moment
// after it exceeds it only if it is above zero itself.
func (r Rules) moments(fs []norm.Finding, posted *latest, i int) []norm.Finding {
	row := &posted.s.Lines[i]
	if row.StatementRow == (StatementRow{}) {
		return fs
	}
	bases := [...]*norm.Basis{r.Committed, r.Accrued, r.Exercised, r.Paid}
	limit := row.Modified
	if limit.Sign() < 0 {
		fs = append(fs, negativeMoment(row, MomentModified, r.Committed, posted.path(i, MomentModified)))
	}
	for m := MomentCommitted; m <= MomentPaid; m++ {
		amount, basis := row.At(m), bases[m-MomentCommitted]
		if amount.Sign() < 0 {
			fs = append(fs, negativeMoment(row, m, basis, posted.path(i, m)))
		} else if amount.Cmp(limit) > 0 && !amount.IsZero() {
			f := momentsOutOfOrder.At(linePath(row.Line), nameOr(row.Line.Name, row.Line.ID), m, amount, m-1, limit)
			f.Related, f.Basis = posted.path(i, m), basis
			fs = append(fs, f)
		}
		limit = amount
	}
	return fs
}

func negativeMoment(row *LineRow, m Moment, basis *norm.Basis, related []norm.Path) norm.Finding {
	f := amountNegative.At(linePath(row.Line), nameOr(row.Line.Name, row.Line.ID), row.At(m), m)
	f.Related, f.Basis = related, basis
	return f
}

// latest finds the last posting that changed a moment of a line. It is built on
// first use: most statements have no invalid line.
type latest struct {
	s       *Statement
	entries []*Entry
	// at holds, for each line and moment, one plus the index of the entry.
	at [][MomentPaid + 1]int
}

// path returns the path of the latest posting by the statement's day that changes m
// on line i; of several on one day, the last in the ledger.
func (l *latest) path(i int, m Moment) []norm.Path {
	if l.at == nil {
		l.at = make([][MomentPaid + 1]int, len(l.s.Lines))
		for n, e := range l.entries {
			line, ok := l.s.position(e.Line)
			if !ok || !l.s.counts(e) {
				continue
			}
			moment := max(e.Kind.Moment(), MomentModified)
			if old := l.at[line][moment]; old == 0 || !e.Date.Before(l.entries[old-1].Date) {
				l.at[line][moment] = n + 1
			}
		}
	}
	n := l.at[i][m]
	if n == 0 {
		return nil
	}
	return []norm.Path{norm.Path("ledger").Item(l.entries[n-1].ID)}
}

func (r Rules) entry(fs []norm.Finding, s *Statement, e *Entry) []norm.Finding {
	if e.Amount.Sign() >= 0 || e.Reason != "" {
		return fs
	}
	line := norm.Text(e.Line)
	if i, ok := s.position(e.Line); ok {
		line = nameOr(s.Lines[i].Line.Name, e.Line)
	}
	f := reversalWithoutReason.At(norm.Path("ledger").Item(e.ID).Field("reason"), line, e.Kind, e.Amount)
	f.Basis = r.Reversal
	return append(fs, f)
}

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
	b := make([]byte, 0, 12*12)
	for i, m := range months {
		sep := byte(',')
		if i == 0 {
			sep = '['
		}
		b = m.Abs().append(append(b, sep, '"'))
		b = append(b, '"')
	}
	return string(append(b, ']'))
}
