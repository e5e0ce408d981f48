package budget

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// The rules of a ledger. CheckEntries applies them to what is about to be posted, and
// Rules.Findings to what a ledger has.

// The errors of an invalid entry, which an EntryError wraps, besides ErrOverflow.
var (
	ErrUnknownLine error = &coded{"dangling-reference", "budget: posting to an unknown line: use the id of one of the lines"}
	ErrUnknownKind error = &coded{"invalid-record", "budget: posting of an unknown kind: set its kind"}
	ErrUndated     error = &coded{"invalid-record", "budget: posting without a date: set its date"}
	ErrNoAmount    error = &coded{"invalid-record", "budget: posting without an amount: set an amount other than zero"}
	ErrEntryDate   error = &coded{"record-date", "budget: posting outside of its fiscal year: see Kind.Dates"}
	ErrReversal    error = &coded{"entry-reversal", "budget: reversal of more than was posted: reverse at most what there is on its date"}
	ErrOrder       error = &coded{"entry-order", "budget: posting after which a moment exceeds its limit: post what limits it first, or together with it"}
	ErrUnbalanced  error = &coded{"unbalanced-transfer", "budget: transfer whose amounts in and out differ: post both sides together"}
)

// coded is an error with a wire code, which poa.CodeOf returns.
type coded struct {
	code norm.Code
	text string
}

func (e *coded) Error() string   { return e.text }
func (e *coded) Code() norm.Code { return e.code }

// EntryError is the error of an invalid entry.
type EntryError struct {
	ID string
	// Field is the field that is wrong, by its JSON name: "line", "kind", "date" or
	// "amount".
	Field string
	Err   error
	// With are the values that explain Err: the date and the first and last day that
	// fit (date, start, end), the amount and what there is to reverse (amount, limit),
	// the two sides of a transfer (in, out), or the moment of a line that exceeds the
	// previous one at the end of a day (line, moment, amount, previous, limit, date).
	With []norm.Arg
}

// Error returns the entry's id and what is wrong with it.
func (e *EntryError) Error() string {
	return "budget: entry " + norm.Quote(e.ID) + ": " + strings.TrimPrefix(e.Err.Error(), "budget: ")
}

// Unwrap returns the cause.
func (e *EntryError) Unwrap() error { return e.Err }

// Args returns With, for texts of the error.
func (e *EntryError) Args() []norm.Arg { return e.With }

// Dates returns the days, both included, on which an entry of the kind may be dated in
// the ledger of a fiscal year. The approved budget may be dated in the year before, when
// the council passes it, and a payment order and a payment in the year
// after, when what was accrued is paid (LDF art. 17). It returns the zero Span if the
// year or the kind is invalid.
func (k Kind) Dates(year int) calendar.Span {
	if year < calendar.MinYear || year > calendar.MaxYear {
		return calendar.Span{}
	}
	days := calendar.YearSpan(year)
	switch {
	case k == Approved:
		days.Start = calendar.YearSpan(max(year-1, calendar.MinYear)).Start
	case k == Exercised || k == Paid:
		days.End = calendar.YearSpan(min(year+1, calendar.MaxYear)).End
	case k.Moment() == 0:
		return calendar.Span{}
	}
	return days
}

// CheckEntries reports whether entries may be posted to a ledger of a fiscal year. The
// error is an *EntryError for the first entry that
//
//   - has no known line, kind, date or amount;
//   - is not dated as Kind.Dates requires. The entry that takes back one that is not so
//     dated has the same line, kind and date as that one, and is accepted;
//   - reverses more than was posted, on its own date or later;
//   - leaves a transfer out of balance. The entries of a transfer are those with the
//     same Document; those without one belong with all transfers of their day. The ledger
//     may hold the other side;
//   - makes a moment of its line exceed the previous one, or the modified budget
//     negative, at the end of any day. The previous moment is the last one that the line
//     or, if it has none, the ledger reports. If the line has no approved budget, the one
//     that is modified is what it plans;
//   - makes a sum overflow.
//
// What the ledger already holds is not checked. If the year is 0, dates are not checked.
// CheckEntries takes time proportional to the number of lines and entries, up to a
// logarithm.
func CheckEntries(year int, lines []*Line, ledger, entries []*Entry) error {
	if len(entries) == 0 {
		return nil
	}
	known := make(map[string]int, len(lines))
	for i, l := range lines {
		known[l.ID] = i
	}
	for _, e := range entries {
		bad := EntryError{ID: e.ID}
		switch _, ok := known[e.Line]; {
		case !ok:
			bad.Field, bad.Err = "line", ErrUnknownLine
		case e.Kind.String() == "":
			bad.Field, bad.Err = "kind", ErrUnknownKind
		case e.Date.IsZero():
			bad.Field, bad.Err = "date", ErrUndated
		case e.Amount.IsZero():
			bad.Field, bad.Err = "amount", ErrNoAmount
		default:
			continue
		}
		return &bad
	}
	all := append(slices.Clip(ledger), entries...)
	isNew := func(i int) bool { return i >= len(ledger) }
	for _, i := range misdated(year, all) {
		if e := all[i]; isNew(i) {
			days := e.Kind.Dates(year)
			return &EntryError{e.ID, "date", ErrEntryDate, []norm.Arg{
				{Name: "date", Value: e.Date}, {Name: "start", Value: days.Start}, {Name: "end", Value: days.End},
			}}
		}
	}
	if _, err := Fold(lines, all, calendar.Date{}); err == ErrOverflow { // of all lines
		return &EntryError{ID: entries[len(entries)-1].ID, Field: "amount", Err: err}
	} else if err != nil {
		return err
	}
	for _, t := range transfers(all) {
		if last := all[t.last]; isNew(t.last) && t.in != t.out {
			if !inBounds(t.in) || !inBounds(t.out) {
				return &EntryError{ID: last.ID, Field: "amount", Err: ErrOverflow}
			}
			return &EntryError{last.ID, "amount", ErrUnbalanced, []norm.Arg{
				{Name: "in", Value: Money{t.in}}, {Name: "out", Value: Money{t.out}},
			}}
		}
	}
	if err := checkReversals(len(lines), known, ledger, all); err != nil {
		return err
	}
	return checkOrder(year, lines, known, all, len(ledger))
}

// checkReversals reports a reversal of all[len(ledger):] after which one more reversal of
// its line and kind exceeds what there is than before.
func checkReversals(lines int, known map[string]int, ledger, all []*Entry) error {
	type account struct {
		line string
		kind Kind
	}
	added := map[account]int{} // the first new reversal
	for i := len(ledger); i < len(all); i++ {
		if of := (account{all[i].Line, all[i].Kind}); all[i].Amount.c < 0 {
			if _, ok := added[of]; !ok {
				added[of] = i
			}
		}
	}
	if len(added) == 0 {
		return nil
	}
	excess := func(list []*Entry) map[account][]excess {
		found := map[account][]excess{}
		b := newBook(lines, known, list)
		for line := range lines {
			for _, x := range b.excesses(line, calendar.Date{}) {
				of := account{list[x.entry].Line, list[x.entry].Kind}
				found[of] = append(found[of], x)
			}
		}
		return found
	}
	before, after := excess(ledger), excess(all)
	first, limit := len(all), int64(0)
	for of, i := range added {
		if len(after[of]) > len(before[of]) && i < first {
			first, limit = i, after[of][0].limit
		}
	}
	if first == len(all) {
		return nil
	}
	return &EntryError{all[first].ID, "amount", ErrReversal, []norm.Arg{
		{Name: "amount", Value: all[first].Amount.Abs()}, {Name: "limit", Value: Money{limit}},
	}}
}

// misdated returns the last entry of each line, kind and date that is outside of the days
// of Kind.Dates, unless the entries of that line, kind and date add up to zero.
func misdated(year int, entries []*Entry) (list []int) {
	type account struct {
		line string
		kind Kind
		date calendar.Date
	}
	type sum struct {
		amount int64
		last   int
	}
	var sums map[account]*sum
	for i, e := range entries {
		if days := e.Kind.Dates(year); !days.Valid() || e.Date.IsZero() || days.Contains(e.Date) {
			continue
		}
		if sums == nil {
			sums = map[account]*sum{}
		}
		of := account{e.Line, e.Kind, e.Date}
		if sums[of] == nil {
			sums[of] = &sum{}
		}
		sums[of].amount, sums[of].last = saturate(sums[of].amount, e.Amount.c), i
	}
	for i, e := range entries {
		if s := sums[account{e.Line, e.Kind, e.Date}]; s != nil && s.last == i && s.amount != 0 {
			list = append(list, i)
		}
	}
	return list
}

// transfer is the sum of the entries of a transfer, and its first and last entry.
type transfer struct {
	in, out     int64
	first, last int
}

// transfers returns the transfers of a ledger, of any date, in the order of their first
// entries.
func transfers(entries []*Entry) []transfer {
	var list []transfer
	var parent []int // of the documents and days in a forest; roots are their own parents
	find := func(n int) int {
		for parent[n] != n {
			parent[n] = parent[parent[n]]
			n = parent[n]
		}
		return n
	}
	documents, days := map[string]int{}, map[calendar.Date]int{}
	add := func() int {
		parent = append(parent, len(parent))
		return len(parent) - 1
	}
	isTransfer := func(e *Entry) bool { return e.Kind == TransferIn || e.Kind == TransferOut }
	for _, e := range entries {
		if _, ok := documents[e.Document]; isTransfer(e) && e.Document != "" && !ok {
			documents[e.Document] = add()
		}
		if _, ok := days[e.Date]; isTransfer(e) && e.Document == "" && !ok {
			days[e.Date] = add()
		}
	}
	node := func(e *Entry) int {
		if e.Document != "" {
			return documents[e.Document]
		}
		return days[e.Date]
	}
	for _, e := range entries {
		if day, ok := days[e.Date]; isTransfer(e) && ok {
			parent[find(day)] = find(node(e))
		}
	}
	at := make([]int, len(parent)) // the position in list, plus one
	for i, e := range entries {
		if !isTransfer(e) {
			continue
		}
		n := find(node(e))
		if at[n] == 0 {
			list = append(list, transfer{first: i})
			at[n] = len(list)
		}
		t := &list[at[n]-1]
		t.last = i
		if e.Kind == TransferIn {
			t.in = saturate(t.in, e.Amount.c)
		} else {
			t.out = saturate(t.out, e.Amount.c)
		}
	}
	return list
}

// saturate returns a + b without overflow: sums far out of the bounds of Money stay there.
func saturate(a, b int64) int64 {
	const limit = 1 << 62
	return max(min(a+b, limit), -limit)
}

// book is a ledger by line, in the order of the dates.
type book struct {
	entries []*Entry
	order   []int // indexes of entries, line by line
	start   []int // where a line begins in order; the next one is where it ends
}

// newBook returns the entries by the positions of their lines, of which there are so many.
// It skips those without a known line.
func newBook(lines int, known map[string]int, entries []*Entry) *book {
	b := &book{entries: entries, start: make([]int, lines+1)}
	for _, e := range entries {
		if line, ok := known[e.Line]; ok {
			b.start[line+1]++
		}
	}
	for i := range lines {
		b.start[i+1] += b.start[i]
	}
	b.order = make([]int, b.start[lines])
	next := slices.Clone(b.start)
	for i, e := range entries {
		if line, ok := known[e.Line]; ok {
			b.order[next[line]] = i
			next[line]++
		}
	}
	for line := range lines {
		slices.SortStableFunc(b.of(line), func(i, j int) int {
			a, b := entries[i], entries[j]
			return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(reversal(a), reversal(b)))
		})
	}
	return b
}

// reversal returns 1 for a reversal, which comes last on its day, and else 0.
func reversal(e *Entry) int {
	if e.Amount.c < 0 {
		return 1
	}
	return 0
}

// of returns the indexes of the entries of a line, by date, reversals last on their day.
func (b *book) of(line int) []int { return b.order[b.start[line]:b.start[line+1]] }

// excess is a reversal of more than there is: limit, of the same line and kind.
type excess struct {
	entry int
	limit int64
}

// excesses returns the reversals of a line up to a day that exceed what there is of their
// kind on their date.
func (b *book) excesses(line int, at calendar.Date) (list []excess) {
	var sums [Paid + 1]int64
	for _, i := range b.of(line) {
		e := b.entries[i]
		if !at.IsZero() && e.Date.After(at) {
			break
		}
		if e.Kind > Paid {
			continue
		}
		before := sums[e.Kind]
		sums[e.Kind] = saturate(before, e.Amount.c)
		if e.Amount.c < 0 && sums[e.Kind] < 0 {
			list = append(list, excess{i, before})
		}
	}
	return list
}
