package budget

import "github.com/rumbo-mx/rumbo/calendar"

// Fund is a source that pays for the plan (fuente de financiamiento), with the
// ceiling set by the treasury (techo presupuestario).
type Fund struct {
	ID   string `json:"id"`
	Name string `json:"name,omitzero"`
	// CFF is the code of the classifier by source, as in "15".
	CFF string `json:"cff,omitzero"`
	// Ceiling is for the fiscal year. It is nil if it is not known, which is not a
	// ceiling of zero.
	Ceiling *Money `json:"ceiling,omitempty"`
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

// Concept returns the code of the line's COG concept, as in "3600" for the item "361". It
// is that of the chapter if the item has no concept, and "" if it has no chapter.
func (l *Line) Concept() string { return classCode(l.class(2)) }

// GenericItem returns the code of the line's generic item (partida genérica), as in "361"
// for the item "36101", or what Concept returns if the item is a class above.
func (l *Line) GenericItem() string { return classCode(l.class(3)) }

// class returns the first digits of the item, up to three, followed by zeros: 3000, 3600 or
// 3610 for "36101". It is 0 if the item has no chapter.
func (l *Line) class(digits int) int {
	key := 1000 * l.chapter()
	if key == 0 {
		return 0
	}
	for i, unit := 1, 100; i < digits && i < len(l.Item); i, unit = i+1, unit/10 {
		d := l.Item[i] - '0'
		if d == 0 || d > 9 {
			break
		}
		key += int(d) * unit
	}
	return key
}

// classCode returns the published code of a key of class.
func classCode(key int) string {
	if key == 0 {
		return ""
	}
	code := []byte{byte('0' + key/1000), byte('0' + key/100%10), byte('0' + key/10%10), '0'}
	if code[2] != '0' {
		code = code[:3]
	}
	return string(code)
}

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
