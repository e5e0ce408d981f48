package budget

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// The findings of this package. Paths are relative to the plan, whose lists
// are called funds, lines and ledger.
const (
	// CodeOrder: a moment is ahead of the one before it. Path is the line;
	// args line, moment, amount, previous (a Moment) and limit (its amount).
	CodeOrder norm.Code = "budget.moments-out-of-order"
	// CodeCeiling: a fund's lines cost more than its ceiling. Args fund, cost,
	// ceiling and gap.
	CodeCeiling norm.Code = "budget.cost-above-ceiling"
	// CodeActivity: a line pays for no activity. Arg line.
	CodeActivity norm.Code = "budget.line-without-activity"
	// CodeItem: the catalogue does not have a line's item. Args line and item.
	CodeItem norm.Code = "budget.item-unknown"
	// CodeReversal: a negative posting does not say why. Args line, kind and
	// amount.
	CodeReversal norm.Code = "budget.reversal-without-reason"
	// CodeNegative: an amount is below zero where none can be: a ceiling, a
	// month, or a moment after its reversals. Args name and amount.
	CodeNegative norm.Code = "budget.amount-negative"

	// FixCeiling sets a fund's ceiling to its cost. Arg ceiling.
	FixCeiling norm.Code = "budget.raise-ceiling"
	// FixSign takes the minus away. Arg amount; for several months, that of
	// the first.
	FixSign norm.Code = "budget.drop-sign"
)

// Rules are what a norm adds to the arithmetic of a budget: its catalogue and
// its articles. The zero value checks the arithmetic and cites nothing. It is
// plain data; nobody changes it once it is in use.
type Rules struct {
	// Item names an item of the classifier by object; nil checks no item.
	Item func(code string) (norm.Label, bool)

	// Committed, Accrued, Exercised and Paid are the articles that bound a
	// moment by the one before it. Committed also asks that what is modified
	// stay at zero or above.
	Committed, Accrued, Exercised, Paid *norm.Basis
	// Ceiling is the article that bounds the cost by the income, Reversal the
	// one that asks for the reason of a posting.
	Ceiling, Reversal *norm.Basis
}

// Check folds the ledger at a day and returns all findings about the funds,
// the lines with their moments and the ledger, in that order and each in its
// own. The error is that of Fold or ByFund.
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

// Findings is Check for who has the rows of ByFund and the statement of Fold
// at hand. The entries are those the statement was folded from; the reasons
// of later ones are asked for as well.
func (r Rules) Findings(rows []FundRow, s *Statement, entries []*Entry) []norm.Finding {
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

func (r Rules) fund(fs []norm.Finding, row *FundRow) []norm.Finding {
	f := row.Fund
	path := norm.Path("funds").Item(f.ID).Field("ceiling")
	name := nameOr(f.Name, f.ID)
	switch {
	case f.Ceiling.Sign() < 0:
		abs := f.Ceiling.Abs()
		fs = append(fs, norm.Finding{
			Severity: norm.Blocking, Code: CodeNegative, Path: path,
			Args:  []norm.Arg{{Name: "name", Value: name}, {Name: "amount", Value: f.Ceiling}},
			Fixes: []norm.Fix{setAmount(FixSign, "amount", path, abs)},
		})
	case row.Gap.Sign() > 0:
		fs = append(fs, norm.Finding{
			Severity: norm.Blocking, Code: CodeCeiling, Path: path,
			Args: []norm.Arg{
				{Name: "fund", Value: name},
				{Name: "cost", Value: row.Cost},
				{Name: "ceiling", Value: f.Ceiling},
				{Name: "gap", Value: row.Gap},
			},
			Basis: r.Ceiling,
			Fixes: []norm.Fix{setAmount(FixCeiling, "ceiling", path, row.Cost)},
		})
	}
	return fs
}

func (r Rules) line(fs []norm.Finding, l *Line) []norm.Finding {
	if r.Item != nil {
		if _, ok := r.Item(l.Item); !ok {
			fs = append(fs, norm.Finding{
				Severity: norm.Warning, Code: CodeItem, Path: linePath(l).Field("item"),
				Args: []norm.Arg{{Name: "line", Value: nameOr(l.Name, l.ID)}, {Name: "item", Value: norm.Text(l.Item)}},
			})
		}
	}
	if len(l.Activities) == 0 {
		fs = append(fs, norm.Finding{
			Severity: norm.Warning, Code: CodeActivity, Path: linePath(l).Field("activities"),
			Args: []norm.Arg{{Name: "line", Value: nameOr(l.Name, l.ID)}},
		})
	}
	for i := range l.Months {
		if l.Months[i].c < 0 {
			return append(fs, negativeMonths(l, l.Months[i]))
		}
	}
	return fs
}

// negativeMonths tells of the first month below zero and mends them all.
func negativeMonths(l *Line, first Money) norm.Finding {
	path := linePath(l).Field("months")
	return norm.Finding{
		Severity: norm.Blocking, Code: CodeNegative, Path: path,
		Args: []norm.Arg{{Name: "name", Value: nameOr(l.Name, l.ID)}, {Name: "amount", Value: first}},
		Fixes: []norm.Fix{{
			Code: FixSign, Args: []norm.Arg{{Name: "amount", Value: first.Abs()}},
			Edits: []norm.Edit{{Op: norm.OpSet, Path: path, Value: absJSON(&l.Months)}},
		}},
	}
}

func linePath(l *Line) norm.Path { return norm.Path("lines").Item(l.ID) }

// moments checks the row of line i. A moment below zero is said once: the one
// after it is measured against zero.
func (r Rules) moments(fs []norm.Finding, posted *latest, i int) []norm.Finding {
	row := &posted.s.Lines[i]
	if row.Row == (Row{}) {
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
			fs = append(fs, norm.Finding{
				Severity: norm.Blocking, Code: CodeOrder, Path: linePath(row.Line),
				Args: []norm.Arg{
					{Name: "line", Value: nameOr(row.Line.Name, row.Line.ID)},
					{Name: "moment", Value: m},
					{Name: "amount", Value: amount},
					{Name: "previous", Value: m - 1},
					{Name: "limit", Value: limit},
				},
				Related: posted.path(i, m),
				Basis:   basis,
			})
		}
		limit = amount
	}
	return fs
}

func negativeMoment(row *LineRow, m Moment, basis *norm.Basis, related []norm.Path) norm.Finding {
	return norm.Finding{
		Severity: norm.Blocking, Code: CodeNegative, Path: linePath(row.Line),
		Args: []norm.Arg{
			{Name: "name", Value: nameOr(row.Line.Name, row.Line.ID)},
			{Name: "amount", Value: row.At(m)},
			{Name: "moment", Value: m},
		},
		Related: related,
		Basis:   basis,
	}
}

// latest finds the posting that moved a moment of a line last. It is made when
// the first wrong line asks for it: most statements never do.
type latest struct {
	s       *Statement
	entries []*Entry
	// at holds, for each line and moment, one more than the position of the
	// entry.
	at [][MomentPaid + 1]int
}

// path leads to the latest posting that counts and moves m on line i; of
// several on one day, the one written last.
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
	return append(fs, norm.Finding{
		Severity: norm.Warning, Code: CodeReversal, Path: norm.Path("ledger").Item(e.ID).Field("reason"),
		Args:  []norm.Arg{{Name: "line", Value: line}, {Name: "kind", Value: e.Kind}, {Name: "amount", Value: e.Amount}},
		Basis: r.Reversal,
	})
}

func nameOr(name, id string) norm.Text {
	if name == "" {
		return norm.Text(id)
	}
	return norm.Text(name)
}

func setAmount(code norm.Code, arg string, path norm.Path, m Money) norm.Fix {
	return norm.Fix{
		Code:  code,
		Args:  []norm.Arg{{Name: arg, Value: m}},
		Edits: []norm.Edit{{Op: norm.OpSet, Path: path, Value: `"` + m.String() + `"`}},
	}
}

// absJSON writes the months without their signs as the wire has them.
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
