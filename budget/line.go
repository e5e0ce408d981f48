package budget

import "github.com/rumbo-mx/rumbo/calendar"

// Months is an amount for each month of a fiscal year, January first. The
// month is the unit of storage because treasuries publish their calendar by
// month (LGCG art. 66); every period of a plan is a view over it.
type Months [12]Money

// Fund is a source the plan is paid from (fuente de financiamiento) with the
// ceiling the treasury gave for it (techo presupuestario).
type Fund struct {
	ID   string
	Name string
	// CFF is the code of the classifier by source, as in "15".
	CFF     string
	Ceiling Money
}

// Line is one budget line: what is bought (COG), out of which fund, for which
// activities, and in which months.
type Line struct {
	ID   string
	Name string
	// Item is the COG code: a generic item ("361") or an entity's own specific
	// item below it ("36101").
	Item string
	// Fund is the id of a Fund.
	Fund string `poa:"ref=funds"`
	// Activities are the ids of the activities the line pays for.
	Activities []string `poa:"ref=activities"`
	Months     Months
}

// Entry is one posting of the ledger (registro de los momentos contables). It
// is a record: acts make it, nothing edits it, and only a reversal undoes it.
type Entry struct {
	ID   string
	Date calendar.Date
	// Line is the id of the Line it is posted to.
	Line string `poa:"ref=lines"`
	Kind Kind
	// Amount is positive; a reversal is negative and says why in Reason.
	Amount Money
	// Document is the number of the paper it rests on: order, invoice, act.
	Document string
	Reason   string
	// By is the id of the post that posted it.
	By string `poa:"ref=posts"`
}

// Kind is what a posting does to its line: the six moments of spending and
// the changes of the approved budget. The zero value is unspecified and
// invalid.
type Kind uint8

const (
	Approved    Kind = iota + 1 // aprobado
	Extension                   // ampliación
	Reduction                   // reducción
	TransferIn                  // transferencia recibida
	TransferOut                 // transferencia cedida
	Committed                   // comprometido
	Accrued                     // devengado
	Exercised                   // ejercido
	Paid                        // pagado
)
