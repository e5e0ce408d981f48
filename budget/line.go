package budget

import "github.com/rumbo-mx/rumbo/calendar"

// Fund is a source that pays for the plan (fuente de financiamiento), with the
// ceiling set by the treasury (techo presupuestario).
type Fund struct {
	ID   string `json:"id"`
	Name string `json:"name,omitzero"`
	// CFF is the code of the classifier by source, as in "15".
	CFF string `json:"cff,omitzero"`
	// Ceiling is for the fiscal year. Zero is a ceiling of zero, not the absence of
	// one.
	Ceiling Money `json:"ceiling,omitzero"`
}

// Line is one budget line (partida presupuestaria): what is bought (COG), from
// which fund, for which activities, and in which months.
type Line struct {
	ID   string `json:"id"`
	Name string `json:"name,omitzero"`
	// Item is the COG code: a generic item ("361") or an entity's own specific
	// item below it ("36101").
	Item string `json:"item,omitzero"`
	// Fund is the id of a Fund.
	Fund string `json:"fund,omitzero" poa:"ref=funds"`
	// Activities are the ids of the activities the line pays for.
	Activities []string `json:"activities,omitzero" poa:"ref=activities"`
	// Months is the planned spending of each month of the fiscal year, VAT
	// included.
	Months Months `json:"months,omitzero"`
}

// Chapter returns the code of the line's COG chapter, as in "3000" for the item
// "361", or "" if Item does not begin with a digit from 1 to 9.
func (l *Line) Chapter() string { return chapterCode(l.chapter()) }

// chapter returns 1 to 9, or 0 if the item has no chapter.
func (l *Line) chapter() int {
	if l.Item == "" || l.Item[0] < '1' || l.Item[0] > '9' {
		return 0
	}
	return int(l.Item[0] - '0')
}

func chapterCode(n int) string {
	const codes = "100020003000400050006000700080009000"
	if n < 1 || n > 9 {
		return ""
	}
	return codes[4*n-4 : 4*n]
}

// Entry is one posting of the ledger (registro de los momentos contables). It is a
// record: acts add it, no command edits it, and only a reversal cancels it.
type Entry struct {
	ID   string        `json:"id"`
	Date calendar.Date `json:"date" poa:"required"`
	// Line is the id of the Line it is posted to.
	Line string `json:"line" poa:"required,ref=lines"`
	Kind Kind   `json:"kind" poa:"required"`
	// Amount is positive, or negative for a reversal, which has a Reason.
	Amount Money `json:"amount" poa:"required"`
	// Document is the number of the supporting document: order, invoice, act.
	Document string `json:"document,omitzero"`
	Reason   string `json:"reason,omitzero"`
	// By is the id of the post that made the entry.
	By string `json:"by,omitzero" poa:"ref=posts"`
}
