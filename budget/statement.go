package budget

import "github.com/rumbo-mx/rumbo/calendar"

// StatementRow holds the columns of the statement for a line, or the sum of
// several, on a day. Every moment is cumulative from the start of the year, net of
// reversals.
type StatementRow struct {
	Approved Money `json:"approved"`
	// Adjustments is the net of the changes: extensions and transfers received less
	// reductions and transfers given.
	Adjustments Money `json:"adjustments"`
	// Modified is Approved + Adjustments.
	Modified  Money `json:"modified"`
	Committed Money `json:"committed"`
	Accrued   Money `json:"accrued"`
	Exercised Money `json:"exercised"`
	Paid      Money `json:"paid"`
}

// At returns the amount of a moment, or zero if m is invalid.
func (r StatementRow) At(m Moment) Money {
	switch m {
	case MomentApproved:
		return r.Approved
	case MomentModified:
		return r.Modified
	case MomentCommitted:
		return r.Committed
	case MomentAccrued:
		return r.Accrued
	case MomentExercised:
		return r.Exercised
	case MomentPaid:
		return r.Paid
	}
	return Money{}
}

// Underspending returns Modified − Accrued, the last column of the statement
// (subejercicio).
func (r StatementRow) Underspending() Money { return Money{r.Modified.c - r.Accrued.c} }

// Available returns Modified − Committed, what can still be committed
// (disponible para comprometer).
func (r StatementRow) Available() Money { return Money{r.Modified.c - r.Committed.c} }

// Payable returns Accrued − Paid, what is owed (cuentas por pagar).
func (r StatementRow) Payable() Money { return Money{r.Accrued.c - r.Paid.c} }

// LineRow is the row of one line.
type LineRow struct {
	Line *Line `json:"line,omitempty"`
	StatementRow
}

// ChapterMoments is the row of one COG chapter. Chapter is as in ChapterCost.
type ChapterMoments struct {
	Chapter string `json:"chapter"`
	StatementRow
}

// Statement is the ledger folded at a day (estado analítico del ejercicio del
// presupuesto de egresos; LGCG art. 46-II-b, for municipalities art. 48). Fold
// returns it complete; it is safe for concurrent use.
type Statement struct {
	// At is the last day included, or the zero date if all entries are.
	At calendar.Date `json:"at,omitzero"`
	// Lines has a row for every line, in the order of the lines.
	Lines []LineRow `json:"lines"`
	// Chapters has a row for each chapter that has lines, sorted by code.
	Chapters []ChapterMoments `json:"chapters"`
	Total    StatementRow     `json:"total,omitzero"`

	index    map[string]int // nil if there are no entries
	reported moments
}

// Fold returns the statement of a day: entries dated later are ignored. If at is the
// zero date, all entries count. Entries may be in any order. The error is an
// *EntryError if an entry has no known line, kind or date, or overflows its line, and
// ErrOverflow if a sum overflows. It takes time proportional to the number of lines and
// entries.
func Fold(lines []*Line, entries []*Entry, at calendar.Date) (*Statement, error) {
	s := &Statement{At: at, Lines: make([]LineRow, len(lines))}
	for i, l := range lines {
		s.Lines[i].Line = l
	}
	if len(entries) > 0 {
		s.index = make(map[string]int, len(lines))
		for i, l := range lines {
			s.index[l.ID] = i
		}
	}
	for _, e := range entries {
		i, ok := s.index[e.Line]
		switch {
		case !ok:
			return nil, &EntryError{ID: e.ID, Field: "line", Err: ErrUnknownLine}
		case e.Kind.String() == "":
			return nil, &EntryError{ID: e.ID, Field: "kind", Err: ErrUnknownKind}
		case e.Date.IsZero():
			return nil, &EntryError{ID: e.ID, Field: "date", Err: ErrUndated}
		}
		if s.reported.add(e.Kind); !s.counts(e) {
			continue
		}
		if !s.Lines[i].post(e.Kind, e.Amount.c) {
			return nil, &EntryError{ID: e.ID, Field: "amount", Err: ErrOverflow}
		}
	}
	var chapters [10]StatementRow
	var seen [10]bool
	n := 0
	for i := range s.Lines {
		row, c := &s.Lines[i], s.Lines[i].Line.chapter()
		if !seen[c] {
			seen[c] = true
			n++
		}
		if row.StatementRow == (StatementRow{}) {
			continue
		}
		if !row.close() || !chapters[c].add(&row.StatementRow) || !s.Total.add(&row.StatementRow) {
			return nil, ErrOverflow
		}
	}
	s.Chapters = make([]ChapterMoments, 0, n)
	for c := range chapters {
		if seen[c] {
			s.Chapters = append(s.Chapters, ChapterMoments{chapterCode(c), chapters[c]})
		}
	}
	return s, nil
}

// Line returns the row of the line with that id.
func (s *Statement) Line(id string) (StatementRow, bool) {
	if i, ok := s.position(id); ok {
		return s.Lines[i].StatementRow, true
	}
	return StatementRow{}, false
}

// Chapter returns the row of the chapter with that code, as in "3000".
func (s *Statement) Chapter(code string) (StatementRow, bool) {
	for i := range s.Chapters {
		if s.Chapters[i].Chapter == code {
			return s.Chapters[i].StatementRow, true
		}
	}
	return StatementRow{}, false
}

// Reports reports whether the ledger has any entry of a moment, on any line and of any
// date. A source often omits moments, such as the committed and the exercised amounts of
// a published statement: their columns are zero and mean nothing. The modified budget
// is reported if the approved one is.
func (s *Statement) Reports(m Moment) bool {
	return m <= MomentPaid && s.reported[m] && (m != MomentModified || s.reported[MomentApproved])
}

func (s *Statement) position(id string) (int, bool) {
	if s.index != nil {
		i, ok := s.index[id]
		return i, ok
	}
	for i := range s.Lines {
		if s.Lines[i].Line.ID == id {
			return i, true
		}
	}
	return 0, false
}

// counts reports whether e is dated on or before the day of the statement.
func (s *Statement) counts(e *Entry) bool { return s.At.IsZero() || !e.Date.After(s.At) }

// post adds an amount to its column and reports whether that stays in bounds.
func (r *StatementRow) post(k Kind, c int64) bool {
	to := &r.Adjustments
	switch k {
	case Approved:
		to = &r.Approved
	case Reduction, TransferOut:
		c = -c
	case Committed:
		to = &r.Committed
	case Accrued:
		to = &r.Accrued
	case Exercised:
		to = &r.Exercised
	case Paid:
		to = &r.Paid
	}
	to.c += c
	return inBounds(to.c)
}

// close sets Modified and reports whether it and the differences derived from it
// are in bounds.
func (r *StatementRow) close() bool {
	r.Modified.c = r.Approved.c + r.Adjustments.c
	return r.fits()
}

func (r *StatementRow) add(o *StatementRow) bool {
	r.Approved.c += o.Approved.c
	r.Adjustments.c += o.Adjustments.c
	r.Modified.c += o.Modified.c
	r.Committed.c += o.Committed.c
	r.Accrued.c += o.Accrued.c
	r.Exercised.c += o.Exercised.c
	r.Paid.c += o.Paid.c
	return r.fits() && inBounds(r.Approved.c) && inBounds(r.Adjustments.c) &&
		inBounds(r.Committed.c) && inBounds(r.Accrued.c) && inBounds(r.Exercised.c) && inBounds(r.Paid.c)
}

func (r *StatementRow) fits() bool {
	return inBounds(r.Modified.c) && inBounds(r.Underspending().c) &&
		inBounds(r.Available().c) && inBounds(r.Payable().c)
}

func inBounds(c int64) bool { return c <= MaxCentavos && c >= -MaxCentavos }
