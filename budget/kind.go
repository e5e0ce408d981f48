package budget

// Kind is what a posting does to its line: four of the moments of spending,
// the approved budget, and the changes of it (adecuaciones presupuestarias).
// The zero value is unspecified and invalid.
type Kind uint8

const (
	// Approved is the budget the council approved (aprobado).
	Approved Kind = iota + 1
	// Extension adds money from outside (ampliación líquida).
	Extension
	// Reduction takes money away (reducción líquida).
	Reduction
	// TransferIn is money received from another line (transferencia recibida).
	TransferIn
	// TransferOut is money given to another line (transferencia cedida).
	TransferOut
	// Committed is an order or contract with a third party (comprometido;
	// LGCG art. 4-XIV).
	Committed
	// Accrued is an obligation for what was received in conformity
	// (devengado; LGCG art. 4-XV).
	Accrued
	// Exercised is a payment order issued for it (ejercido; LGCG art. 4-XVI).
	Exercised
	// Paid is the payment made (pagado; LGCG art. 4-XVII).
	Paid
)

// Moment returns the moment that a posting of this kind moves: MomentModified for the
// four changes of the approved budget. Approved moves MomentApproved and with it
// MomentModified. It is unspecified for an invalid kind.
func (k Kind) Moment() Moment {
	switch {
	case k == Approved:
		return MomentApproved
	case k >= Extension && k <= TransferOut:
		return MomentModified
	case k >= Committed && k <= Paid:
		return MomentCommitted + Moment(k-Committed)
	}
	return 0
}

// Moment is one of the six moments of spending (momentos contables del
// egreso; LGCG art. 38-I), in their order. The zero value is unspecified and
// invalid.
type Moment uint8

const (
	MomentApproved  Moment = iota + 1 // aprobado
	MomentModified                    // modificado
	MomentCommitted                   // comprometido
	MomentAccrued                     // devengado
	MomentExercised                   // ejercido
	MomentPaid                        // pagado
)
