package budget

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// ledgerLine checks the entries of line i.
func (r Rules) ledgerLine(fs []norm.Finding, b *book, s *Statement, i int) []norm.Finding {
	row := &s.Lines[i]
	c := lineCheck{Rules: r, book: b, s: s, i: i, row: row}
	for _, n := range b.of(i) {
		c.own.add(b.entries[n].Kind)
	}
	c.order = order{&c.own, &s.reported, plannedOf(row.Line)}
	fs = c.moments(fs)
	fs = c.monthEnds(fs)
	fs = r.approved(fs, b, s, i)
	return r.reversals(fs, b, s, i, &c.negative)
}

// lineCheck checks line i of a statement.
type lineCheck struct {
	Rules
	book     *book
	s        *Statement
	i        int
	row      *LineRow
	own      moments
	order    order
	found    moments // those that are reported
	negative moments // those of them that are negative
}

func (r Rules) basis(m Moment) *norm.Basis {
	switch m {
	case MomentModified, MomentCommitted:
		return r.Committed
	case MomentAccrued:
		return r.Accrued
	case MomentExercised:
		return r.Exercised
	case MomentPaid:
		return r.Paid
	}
	return nil
}

// moments checks the row of the line on the day of the statement. A negative moment is
// reported once: the moment after it exceeds it only if it is above zero itself.
func (c *lineCheck) moments(fs []norm.Finding) []norm.Finding {
	for m := MomentModified; m <= MomentPaid; m++ {
		of := c.order.breach(&c.row.StatementRow, m)
		if amount := c.row.At(m); m > MomentModified && amount.c < 0 {
			of = breach{by: -amount.c, amount: amount, certain: true}
		}
		if of.by == 0 {
			continue
		}
		var f norm.Finding
		if c.found[m] = true; of.previous == 0 {
			c.negative[m] = true
			f = amountNegative.At(linePath(c.row.Line), nameOr(c.row.Line.Name, c.row.Line.ID), of.amount, m)
			of.certain = of.certain || c.overReversed(m)
		} else {
			f = c.outOfOrder(m, &of)
		}
		if !of.certain {
			f.Severity = norm.Warning
		}
		f.Related, f.Basis = c.book.latest(c.i, m, c.s.At), c.basis(m)
		fs = append(fs, f)
	}
	return fs
}

// overReversed reports whether more is reversed of a kind of the moment than was posted.
func (c *lineCheck) overReversed(m Moment) bool {
	for k := Approved; k <= Paid; k++ {
		if k.Moment() == m && c.book.sum(c.i, k, c.s.At) < 0 {
			return true
		}
	}
	return false
}

func (c *lineCheck) outOfOrder(m Moment, of *breach) norm.Finding {
	l := c.row.Line
	return momentsOutOfOrder.At(linePath(l), nameOr(l.Name, l.ID), m, of.amount, of.previous, of.limit)
}

// monthEnds reports the moments of the line that were out of order at the end of a month
// and no longer are: the first month of each. It is a warning, because what was posted
// in a month may be closed.
func (c *lineCheck) monthEnds(fs []norm.Finding) []norm.Finding {
	var sums StatementRow
	var month calendar.Month
	for _, n := range c.book.of(c.i) {
		e := c.book.entries[n]
		if !c.s.counts(e) {
			break
		}
		if next := e.Date.YearMonth(); next != month {
			if month != (calendar.Month{}) {
				fs = c.monthEnd(fs, &sums, month)
			}
			month = next
		}
		sums.tally(e)
	}
	return fs
}

func (c *lineCheck) monthEnd(fs []norm.Finding, sums *StatementRow, month calendar.Month) []norm.Finding {
	for m := MomentCommitted; m <= MomentPaid; m++ {
		if of := c.order.breach(sums, m); of.by > 0 && !c.found[m] {
			c.found[m] = true
			f := c.outOfOrder(m, &of).With("month", month)
			f.Severity, f.Basis = norm.Warning, c.basis(m)
			fs = append(fs, f)
		}
	}
	return fs
}

// approved compares the approved budget of line i with what the line plans. A plan that
// was brought up to date with the modified budget agrees too.
func (r Rules) approved(fs []norm.Finding, b *book, s *Statement, i int) []norm.Finding {
	row := &s.Lines[i]
	l := row.Line
	posted := b.latest(i, MomentApproved, s.At)
	planned, err := l.Months.Total()
	if err != nil || l.Months.IsZero() || len(posted) == 0 || planned == row.Approved || planned == row.Modified {
		return fs
	}
	var weights [12]int64
	for m, amount := range l.Months {
		if weights[m] = amount.c; amount.c < 0 {
			return fs // reported as such
		}
	}
	f := approvedDiffers.At(linePath(l).Field("months"), nameOr(l.Name, l.ID), row.Approved, planned)
	f.Related = posted
	if months, err := row.Approved.AllocateMonths(weights); err == nil && row.Approved.Sign() > 0 {
		f.Fixes = []norm.Fix{fixPlanApproved.With([]norm.Edit{{Op: norm.OpSet, Path: f.Path, Value: monthsJSON(&months)}}, row.Approved)}
	}
	return append(fs, f)
}

// reversals reports the first reversal of each kind on line i that exceeds what there is,
// unless the moment of that kind is reported as negative.
func (r Rules) reversals(fs []norm.Finding, b *book, s *Statement, i int, negative *moments) []norm.Finding {
	var found [Paid + 1]bool
	for _, x := range b.excesses(i, s.At) {
		e := b.entries[x.entry]
		if found[e.Kind] || negative[max(e.Kind.Moment(), MomentModified)] {
			continue
		}
		found[e.Kind] = true
		l := s.Lines[i].Line
		f := reversalExceeds.At(norm.Path("ledger").Item(e.ID).Field("amount"), nameOr(l.Name, l.ID), e.Kind, e.Amount.Abs(), Money{x.limit}, e.Date)
		if f.Basis = r.Reversal; b.sum(i, e.Kind, s.At) >= 0 {
			f.Severity = norm.Warning
		}
		fs = append(fs, f)
	}
	return fs
}

// sum returns what is posted of a kind on a line up to a day.
func (b *book) sum(line int, k Kind, at calendar.Date) (sum int64) {
	for _, n := range b.of(line) {
		if e := b.entries[n]; e.Kind == k && (at.IsZero() || !e.Date.After(at)) {
			sum = saturate(sum, e.Amount.c)
		}
	}
	return sum
}

// latest returns the path of the latest posting by a day that changes a moment of a line;
// of several on one day, the last in the ledger, reversals after the others.
func (b *book) latest(line int, m Moment, at calendar.Date) []norm.Path {
	list := b.of(line)
	for n := len(list) - 1; n >= 0; n-- {
		e := b.entries[list[n]]
		moment := e.Kind.Moment()
		if (moment == m || m == MomentModified && moment == MomentApproved) && (at.IsZero() || !e.Date.After(at)) {
			return []norm.Path{norm.Path("ledger").Item(e.ID)}
		}
	}
	return nil
}

// ledger checks the entries in their order, whatever their line and their day.
func (r Rules) ledger(fs []norm.Finding, s *Statement, entries []*Entry) []norm.Finding {
	wrongDates, sums := misdated(r.Year, entries), transfers(entries)
	for i, e := range entries {
		for len(wrongDates) > 0 && wrongDates[0] == i {
			days := e.Kind.Dates(r.Year)
			fs = append(fs, entryDate.At(norm.Path("ledger").Item(e.ID).Field("date"), s.lineName(e.Line), e.Kind, e.Amount, e.Date, days.Start, days.End))
			wrongDates = wrongDates[1:]
		}
		for len(sums) > 0 && sums[0].first == i {
			if t := sums[0]; t.in != t.out {
				fs = append(fs, transferUnbalanced.At(norm.Path("ledger").Item(e.ID), e.Date, norm.Text(e.Document), clamp(t.in), clamp(t.out)))
			}
			sums = sums[1:]
		}
		if e.Amount.Sign() < 0 && e.Reason == "" {
			f := reversalWithoutReason.At(norm.Path("ledger").Item(e.ID).Field("reason"), s.lineName(e.Line), e.Kind, e.Amount)
			f.Basis = r.Reversal
			fs = append(fs, f)
		}
	}
	return fs
}

func (s *Statement) lineName(id string) norm.Text {
	if i, ok := s.position(id); ok {
		return nameOr(s.Lines[i].Line.Name, id)
	}
	return norm.Text(id)
}

// clamp returns c centavos, or the nearest amount in bounds.
func clamp(c int64) Money { return Money{max(min(c, MaxCentavos), -MaxCentavos)} }
