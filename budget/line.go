package budget

import "github.com/rumbo-mx/rumbo/calendar"

// Fund is a source the plan is paid from (fuente de financiamiento) with the
// ceiling the treasury gave for it (techo presupuestario).
type Fund struct {
	ID   string `json:"id"`
	Name string `json:"name,omitzero"`
	// CFF is the code of the classifier by source, as in "15".
	CFF string `json:"cff,omitzero"`
	// Ceiling is for the fiscal year; no money is a ceiling of zero, not the
	// absence of one.
	Ceiling Money `json:"ceiling,omitzero"`
}

// Line is one budget line (partida presupuestaria): the object of expenditure (COG), the
// fund, the activities and the months.
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
	// Months are the amounts planned for each month of the fiscal year, VAT included.
	Months Months `json:"months,omitzero"`
}

// Chapter returns the code of the line's COG chapter, as in "3000" for the item "361", or
// "" if Item does not begin with a digit of 1 to 9.
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

// Entry is one posting of the ledger (registro de los momentos contables). It
// is a record: acts make it, nothing edits it, and only a reversal undoes it.
type Entry struct {
	ID   string        `json:"id"`
	Date calendar.Date `json:"date" poa:"required"`
	// Line is the id of the Line it is posted to.
	Line string `json:"line" poa:"required,ref=lines"`
	Kind Kind   `json:"kind" poa:"required"`
	// Amount is positive; a reversal is negative and has a Reason.
	Amount Money `json:"amount" poa:"required"`
	// Document is the number of the paper it rests on: order, invoice, act.
	Document string `json:"document,omitzero"`
	Reason   string `json:"reason,omitzero"`
	// By is the id of the post that posted it.
	By string `json:"by,omitzero" poa:"ref=posts"`
}
