package budget

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// The order of the moments: no moment exceeds the one before it, which limits it, and the
// modified budget is not negative. CheckEntries applies these rules to the end of each day
// of a line, Rules.Findings to the day of the statement and to the ends of months.

// moments is a set of moments that have entries; of changes of the budget only,
// MomentModified, and with approved entries MomentApproved too.
type moments [MomentPaid + 1]bool

func (ms *moments) add(k Kind) {
	m := k.Moment()
	if ms[m] = true; m == MomentApproved {
		ms[MomentModified] = true
	}
}

// order are the limits of one line: the moments that have entries on it and on any line,
// whatever their dates, and what the line plans.
type order struct {
	own, reported *moments
	planned       int64
}

// breach is a moment that exceeds its limit by some amount.
type breach struct {
	by int64
	// amount is that of the moment, limit that of the previous one: 0 for the modified
	// budget, which cannot be negative.
	amount, limit Money
	previous      Moment
	// certain is false if the line has no entries of the previous moment, but other lines.
	certain bool
}

// breach returns how m breaks the rules in a row; by is 0 if it does not.
//
// The limit is the last moment before m of which the line has entries or, if m does not
// exceed that, of which the ledger has any. What the ledger does not report is no limit. A
// change of a budget that the line has no approved entry of is one of what it plans.
func (o *order) breach(r *StatementRow, m Moment) breach {
	amount := r.At(m)
	if m == MomentModified {
		certain := true
		switch {
		case o.own[MomentApproved]:
		case o.planned != 0:
			amount.c = saturate(o.planned, r.Adjustments.c)
		case o.reported[MomentApproved]:
			certain = false
		default:
			return breach{}
		}
		if amount.c < 0 && o.own[MomentModified] {
			return breach{by: -amount.c, amount: amount, certain: certain}
		}
		return breach{}
	}
	// A negative moment is broken itself. The one after it exceeds it only if it is above
	// zero.
	if amount.c <= 0 {
		return breach{}
	}
	for _, certain := range [...]bool{true, false} {
		for previous := m - 1; previous >= MomentModified; previous-- {
			of := o.own
			if !certain {
				of = o.reported
			}
			// The changes of an unknown budget are no limit.
			if has := of[previous] && (previous > MomentModified || of[MomentApproved]); !has {
				continue
			}
			if limit := r.At(previous); amount.c > limit.c {
				return breach{by: saturate(amount.c, -limit.c), amount: amount, limit: limit, previous: previous, certain: certain}
			}
			break
		}
	}
	return breach{}
}

// checkOrder returns the error of a moment of a line that exceeds its limit because of the
// entries of all[held:], at the end of some day on which it did not, or by less, without
// them. Days before the ledger of the year begins do not count: no entry can put them in
// order.
func checkOrder(year int, lines []*Line, known map[string]int, all []*Entry, held int) error {
	c := orderCheck{book: newBook(len(lines), known, all), held: held, start: Approved.Dates(year).Start}
	for i, e := range all {
		c.report(&c.reported, i, e)
	}
	done := make(map[string]bool)
	for _, e := range all[held:] {
		if done[e.Line] {
			continue
		}
		done[e.Line] = true
		if err := c.line(lines[known[e.Line]], c.book.of(known[e.Line])); err != nil {
			return err
		}
	}
	return nil
}

// orderCheck compares a ledger without and with new entries: 0 and 1.
type orderCheck struct {
	book     *book
	held     int           // the number of entries that are not new
	start    calendar.Date // the first day that is checked
	reported [2]moments
}

func (c *orderCheck) report(to *[2]moments, i int, e *Entry) {
	if to[1].add(e.Kind); i < c.held {
		to[0].add(e.Kind)
	}
}

// line checks the entries of a line, which are ordered by date.
func (c *orderCheck) line(l *Line, entries []int) error {
	planned := plannedOf(l)
	var own [2]moments
	due := -1 // the first new entry, then the last one so far
	for _, i := range entries {
		c.report(&own, i, c.book.entries[i])
		if i >= c.held && (due < 0 || i < due) {
			due = i
		}
	}
	var sums [2]StatementRow
	for n, i := range entries {
		e := c.book.entries[i]
		if i < c.held {
			sums[0].tally(e)
		} else {
			due = i
		}
		sums[1].tally(e)
		if n+1 < len(entries) && c.book.entries[entries[n+1]].Date == e.Date || e.Date.Before(c.start) {
			continue
		}
		for m := MomentModified; m <= MomentPaid; m++ {
			was := (&order{&own[0], &c.reported[0], planned}).breach(&sums[0], m)
			is := (&order{&own[1], &c.reported[1], planned}).breach(&sums[1], m)
			if is.by <= was.by && (was.certain || !is.certain) {
				continue
			}
			args := []norm.Arg{{Name: "line", Value: nameOr(l.Name, l.ID)}, {Name: "moment", Value: m}, {Name: "amount", Value: is.amount}}
			if is.previous != 0 {
				args = append(args, norm.Arg{Name: "previous", Value: is.previous}, norm.Arg{Name: "limit", Value: is.limit})
			}
			return &EntryError{c.book.entries[due].ID, "amount", ErrOrder, append(args, norm.Arg{Name: "date", Value: e.Date})}
		}
	}
	return nil
}

// tally adds an entry, of which the sums may be out of the bounds of Money.
func (r *StatementRow) tally(e *Entry) {
	r.post(e.Kind, e.Amount.c)
	r.Modified.c = r.Approved.c + r.Adjustments.c
}

// plannedOf returns what a line plans for the year, in centavos.
func plannedOf(l *Line) (c int64) {
	for _, m := range l.Months {
		c = saturate(c, m.c)
	}
	return c
}
